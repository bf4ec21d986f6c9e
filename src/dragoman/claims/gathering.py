"""What visits and talks share: filling the roles of a frame with parties, and making a draft of what was gathered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.values.claim import DateBasis, Encounter, Place, Status
from dragoman.values.edtf import earliest
from dragoman.values.mention import StateForm, StateName, TimeExpression

_LEAD_PARAGRAPHS = 3
_DAY_CHARS = len("2022-05-20")
_WEEK = 7
_TIME_REACH = 4
_SETS_OUT = frozenset(
    {"travels", "flies", "proceeds", "heads", "continues", "moves", "journeys", "departs", "travel", "fly", "proceed", "head"}
)
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})

__all__ = ["can_act", "finish_encounter", "first_filled", "other_of_two", "state_of_stranger"]


def first_filled(scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...]) -> list[int]:
    """Return the tokens of all paths that yield a party, subjects first; "between" or "of" two parties is enough by itself."""
    found: list[int] = []
    if not evoked.verbal:
        for path in ("between", "of", "among"):
            tokens = fill(view, evoked, path) if path in paths else []
            if len(scene.parties_of_all(view, tokens)) > 1 and all(can_act(view, token) for token in tokens):
                return tokens
    for path in paths:
        tokens = [token for token in fill(view, evoked, path) if scene.parties_of(view, token) or scene.people_of(view, token)]
        if path == "between" and tokens:
            return tokens
        found.extend(tokens)
        if tokens and path in {"subject", "object"}:
            break
    return list(dict.fromkeys(found))


def can_act(view: View, token: int) -> bool:
    """Say whether somebody stands there, not "relations between Iran and Iraq" grown during somebody's talks, nor "the Vienna talks"."""
    link = view.link(token)
    if link is not None and isinstance(link.mention.named, StateName) and link.mention.named.form is StateForm.CAPITAL:
        return view.relation(token) not in {"compound", "nmod", "amod"}
    return link is not None or view.lower[token] in codebook.word_list("delegates")


def other_of_two(scene: Scene, code: str) -> str | None:
    """Return the other party of a text about two: there "the visit of the oil minister" goes to the other."""
    pair = scene.links.pair[:2]
    return next((other for other in pair if other != code), None) if scene.links.bilateral and code in pair else None


def state_of_stranger(scene: Scene, code: str) -> str | None:
    """Return whose official somebody is of whom the text gives no state: of the other of two, else of the outlet's own."""
    other = other_of_two(scene, code)
    home = scene.links.home
    return other or (home if home is not None and home != code and kb.is_state(home) and kb.is_state(code) else None)


def finish_encounter(telling: Telling, sentence: SentenceView, evoked: Evoked, content: Encounter) -> Draft:
    """Make a draft with its status, date, place of the same day and speaker."""
    factuality = evoked.factuality
    dated = find_when(sentence, evoked.trigger, evoked.support)
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=evoked.frame.name,
        status=_status(telling, sentence, evoked, dated),
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.85 if evoked.verbal else 0.75,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    since = _since(telling.scene, sentence, evoked) if content.type == "visit" and draft.status is Status.OCCURRED else None
    if since is not None:
        draft.date, draft.date_basis = since, DateBasis.RELATIVE
    elif draft.status is Status.PLANNED and dated is not None:
        draft.date = _weekday_ahead(telling, dated) or draft.date
    if content.place is None and content.type not in {"call", "visit"}:
        if dated is not None and _says_same_day(dated):
            draft.content = replace(content, place=_place_of_day(telling, content, dated.when.edtf))
        elif evoked.frame.name == "meeting.receive":
            draft.content = replace(content, place=_place_of_host(telling, sentence, evoked))
    return draft


def _since(scene: Scene, sentence: SentenceView, evoked: Evoked) -> str | None:
    """Return the day since which a visit lasts: "has been on a visit to Oman since Sunday"."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if any(view.lower[kid] in _RANKS for kid in view.children(evoked.trigger, "amod")):
        return None  # "the first visit since 2017"
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else []), *view.children(evoked.trigger, "prep")]
    for word, item in (pair for site in sites for pair in view.prepositions(site)):
        link = view.link(item)
        if word != "since" or link is None or not isinstance(link.mention.named, TimeExpression):
            continue
        named = link.mention.named
        if link.when is not None:
            return link.when.edtf
        report = _day(scene.document.published)
        if named.weekday is not None and report is not None:
            return (report - timedelta(days=(report.weekday() - named.weekday) % _WEEK)).isoformat()
        return named.edtf if named.edtf is not None and not named.edtf.startswith("XXXX") else None
    return None


def _weekday_ahead(telling: Telling, dated: Dated) -> str | None:
    """Return the coming day for a bare weekday of a plan that was taken for the one gone by: "expects her in Oslo on Monday"."""
    named, told, report = dated.link.mention.named, _day(dated.when.edtf), _day(telling.scene.document.published)
    if not isinstance(named, TimeExpression) or named.weekday is None or named.direction == "past" or told is None or report is None:
        return None
    return (told + timedelta(days=_WEEK)).isoformat() if 0 < (report - told).days < _WEEK else None


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf[:_DAY_CHARS]) if edtf is not None and "/" not in edtf else None
    except ValueError:
        return None


def _status(telling: Telling, sentence: SentenceView, evoked: Evoked, dated: Dated | None) -> Status:
    """Return the status: an invitation is a proposal, "arrives on Friday" a plan, an encounter under way has occurred."""
    status = evoked.frame.status if evoked.frame.status is not None and not evoked.factuality.negated else evoked.factuality.status
    status = status or Status.OCCURRED
    if _did_not_come(sentence, evoked):
        return Status.DENIED
    if evoked.frame.name == "meeting.see" and evoked.verbal and sentence.view is not None:
        expected = sentence.view.lower[evoked.trigger].startswith(("expect", "await"))
        status = Status.PLANNED if expected and status in {Status.OCCURRED, Status.ONGOING} else status
    if evoked.frame.name == "visit.invite" and status in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        return Status.PROPOSED
    if status in {Status.OCCURRED, Status.ONGOING} and _is_scheduled(telling, sentence, evoked):
        return Status.PLANNED
    if status in {Status.OCCURRED, Status.ONGOING} and dated is not None and _lies_ahead(telling, sentence, evoked, dated):
        return Status.PLANNED
    return Status.OCCURRED if status is Status.ONGOING else status


def _is_scheduled(telling: Telling, sentence: SentenceView, evoked: Evoked) -> bool:
    """Say whether the present tense tells what a calendar holds: "travels on to Suva", "flies there on Thursday"."""
    view = sentence.view
    verb = evoked.trigger if evoked.verbal else evoked.support
    if view is None or verb is None or view.tokens[verb].tag not in {"VBZ", "VBP"} or evoked.factuality.perfect:
        return False
    if view.relation(verb) == "ROOT" and evoked.frame.type == "visit" and view.lower[verb] in _SETS_OUT and evoked.verbal:
        return True
    times = [
        link.mention.named
        for index in range(len(view))
        if (link := view.link(index)) is not None
        and isinstance(link.mention.named, TimeExpression)
        and view.head(index) != index
        and verb in view.path_up(index)[:_TIME_REACH]
    ]
    undated = telling.scene.document.published is None
    return verb != 0 and any(
        (named.weekday is not None and named.direction != "past")
        or named.direction == "future"
        or (undated and named.form == "date" and (named.edtf or "").startswith("XXXX-"))
        for named in times
    )


def _did_not_come(sentence: SentenceView, evoked: Evoked) -> bool:
    """Say whether a verb tells what would have been: "was to have met", "would have visited"."""
    view = sentence.view
    verb = evoked.trigger if evoked.verbal else evoked.support
    if view is None or verb is None or view.tokens[verb].tag != "VBN":
        return False
    own = {view.lower[kid] for kid in view.children(verb, "aux")}
    if "have" not in own or own & {"may", "might", "could", "must", "will"}:
        return False
    return "would" in own or ("to" in own and view.relation(verb) == "xcomp" and view.lower[view.head(verb)] in {"was", "were", "due"})


def _lies_ahead(telling: Telling, sentence: SentenceView, evoked: Evoked, dated: Dated) -> bool:
    """Say whether the present tense tells of a day after the report."""
    view, published = sentence.view, telling.scene.document.published
    assert view is not None  # noqa: S101 - frames come from trees
    verb = evoked.trigger if evoked.verbal else evoked.support
    if verb is None or published is None or view.tokens[verb].tag not in {"VBZ", "VBP", "VBG"}:
        return False
    first, day = earliest(dated.when.edtf), earliest(published[:10])
    return first is not None and day is not None and first > day


def _says_same_day(dated: Dated) -> bool:
    return isinstance(dated.link.mention.named, TimeExpression) and dated.link.mention.named.form == "same"


def _place_of_host(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Place | None:
    """Return the town of the dateline when it lies in the host's own state: there he receives."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    hosts = scene.parties_of_all(view, view.subjects(evoked.trigger))
    if len(hosts) != 1 or sentence.linked.sentence.paragraph > _LEAD_PARAGRAPHS:
        return None
    return scene.dateline_town(hosts[0])


def _place_of_day(telling: Telling, content: Encounter, day: str) -> Place | None:
    """Return where the encounter of the same parties took place that "the same day" points back to."""
    for known in reversed(telling.encounters):
        if isinstance(known.content, Encounter) and known.date == day and set(known.content.parties) == set(content.parties):
            return known.content.place
    return None
