"""What visits and talks share: filling the roles of a frame with parties, and making a draft of what was gathered."""

from __future__ import annotations

from dataclasses import replace

from dragoman import kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.values.claim import Encounter, Place, Status
from dragoman.values.edtf import earliest
from dragoman.values.mention import TimeExpression

_LEAD_PARAGRAPHS = 3

__all__ = ["finish_encounter", "first_filled", "other_of_two", "state_of_stranger"]


def first_filled(scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...]) -> list[int]:
    """Return the tokens of all paths that yield a party, subjects first; "between" or "of" two parties is enough by itself."""
    found: list[int] = []
    if not evoked.verbal:
        for path in ("between", "of", "among"):
            tokens = fill(view, evoked, path) if path in paths else []
            if len(scene.parties_of_all(view, tokens)) > 1:
                return tokens
    for path in paths:
        tokens = [token for token in fill(view, evoked, path) if scene.parties_of(view, token) or scene.people_of(view, token)]
        if path == "between" and tokens:
            return tokens
        found.extend(tokens)
        if tokens and path in {"subject", "object"}:
            break
    return list(dict.fromkeys(found))


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
    if content.place is None and content.type not in {"call", "visit"}:
        if dated is not None and _says_same_day(dated):
            draft.content = replace(content, place=_place_of_day(telling, content, dated.when.edtf))
        elif evoked.frame.name == "meeting.receive":
            draft.content = replace(content, place=_place_of_host(telling, sentence, evoked))
    return draft


def _status(telling: Telling, sentence: SentenceView, evoked: Evoked, dated: Dated | None) -> Status:
    """Return the status: an invitation is a proposal, "arrives on Friday" a plan, an encounter under way has occurred."""
    status = evoked.factuality.status or Status.OCCURRED
    if evoked.frame.name == "visit.invite" and status in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        return Status.PROPOSED
    if status in {Status.OCCURRED, Status.ONGOING} and dated is not None and _lies_ahead(telling, sentence, evoked, dated):
        return Status.PLANNED
    return Status.OCCURRED if status is Status.ONGOING else status


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
