"""Events: who did what to whom, in PLOVER's types, from the frames; and those that follow from encounters, sessions and signings."""

from __future__ import annotations

from itertools import combinations

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook import Frame
from dragoman.values.claim import Actor, Encounter, Event, Instrument, Session, Status
from dragoman.values.edtf import earliest
from dragoman.values.mention import OfficeName, PersonName, Pronoun

__all__ = ["derive_events", "find_event"]

_SAID_TO_THE_OTHER = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_DONE_TO_THE_OTHER = frozenset({"SUPPORT", "ACCUSE", "AID", "CONCEDE", "COOPERATE", "SANCTION", "COERCE", "RETREAT"})
_VERBAL = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_SIDE_NOUNS = frozenset({"country", "side", "government", "neighbour", "neighbor", "nation", "counterpart", "guest", "host", "minister", "president", "hospitality", "reception", "stance", "position", "stand", "role"})
_MUTUAL_TYPES = frozenset({"AGREE", "COOPERATE", "ASSAULT", "RETREAT", "CONSULT"})
_YEAR_DAYS = 366


def find_event(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Make an event of an evoked frame, or None when its parties are not known or are one state."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    frame, status = _settle(view, evoked)
    if frame is None or status is None:
        return None
    actor_tokens, actors = _role(scene, view, evoked, frame.actor, deep=False)
    if not actors or (len(actors) > 1 and _is_vague(telling, sentence, actor_tokens)):
        return None
    recipient_tokens, recipients = _role(scene, view, evoked, frame.recipient, deep=frame.type != "REQUEST", exclude=actors)
    mutual = frame.mutual
    if not recipients and len(actors) > 1 and (frame.mutual or frame.type in _MUTUAL_TYPES):
        mutual, recipients, recipient_tokens = True, actors, actor_tokens
    if not recipients:
        recipients = _accredited_to(scene, view, recipient_tokens or fill(view, evoked, "object"), actors)
    if not recipients and len(actors) == 1 and _may_lack_recipient(view, evoked, frame):
        recipients = _others(telling, sentence, actors[0], definite=frame.type in _DONE_TO_THE_OTHER)
    if mutual and len(actors) == 1 and len(recipients) == 1 and actors == recipients:
        return None
    actors, recipients = _without_overlap(actors, recipients, mutual=mutual)
    if not actors or not recipients:
        telling.note_doubt("recipient not resolved", sentence, evoked.trigger)
        return None
    content = Event(
        type=frame.type or "CONSULT",
        actors=tuple(_actor(scene, view, code, actor_tokens) for code in actors),
        recipients=tuple(_actor(scene, view, code, recipient_tokens) for code in recipients),
        mode=frame.mode,
        contexts=frame.contexts,
        cameo=frame.cameo,
        goldstein=codebook.goldstein(frame.cameo),
        mutual=mutual,
        content=_content(scene, view, evoked),
    )
    return _finish(telling, sentence, evoked, content, status)


def _settle(view: View, evoked: Evoked) -> tuple[Frame | None, Status | None]:
    """Return the frame and status after negation and future.

    "Will send aid" is a promise, "did not recognise" a refusal. What only may, should or would be done is no event; what lies ahead is one
    only where the codebook says so (a promise, a planned act of material kind). "Iran's demand" was made, whatever became of it.
    """
    frame, factuality = evoked.frame, evoked.factuality
    frames = codebook.load_frames().by_name
    status = factuality.status
    if status is None or (factuality.requested and frame.type != "REQUEST"):
        return None, None
    if factuality.negated:
        return (frames[frame.negated], Status.OCCURRED) if frame.negated is not None and not factuality.promised else (None, None)
    if status is Status.DENIED and not evoked.verbal and view.possessors(evoked.trigger):
        status = Status.OCCURRED
    if status is Status.DENIED:
        return (frame, Status.DENIED) if frame.negated is None else (None, None)
    if status is Status.PROPOSED:
        return None, None
    if status is Status.PLANNED and frame.future is not None:
        return frames[frame.future], Status.OCCURRED
    if status is Status.PLANNED and frame.type in _VERBAL:
        return None, None
    return frame, frame.status or status


def _role(
    scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...], *, deep: bool, exclude: tuple[str, ...] = ()
) -> tuple[list[int], tuple[str, ...]]:
    """Return the tokens and codes of the first path that yields a party; then, if `deep`, of the first party named below one."""
    filled = [(path, fill(view, evoked, path)) for path in paths]
    for _, tokens in filled:
        codes = scene.parties_of_all(view, tokens)
        rest = tuple(code for code in codes if code not in exclude)
        if rest:
            return tokens, rest
    if deep:
        for path, tokens in filled:
            if path == "complement":
                continue
            for token in tokens:
                rest = tuple(code for code in scene.parties_below(view, token) if code not in exclude)
                if rest:
                    return [token], rest[:1]
    return [], ()


def _accredited_to(scene: Scene, view: View, tokens: list[int], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states that the actor's own envoys are accredited to: "recalled its ambassador to Brasilia"."""
    return tuple(dict.fromkeys(person.of for person in scene.people_of_all(view, tokens) if person.of and person.of not in actors))


def _may_lack_recipient(view: View, evoked: Evoked, frame: Frame) -> bool:
    """Say whether an act without a named recipient can be meant for the other side.

    What is promised or asked is meant for the other of the two a text is about. What is praised, blamed or cut is so only when its object is
    missing, points back ("it", "the accord") or is a word such as "side": "supported healthy competition" concerns nobody.
    """
    if frame.type in _SAID_TO_THE_OTHER:
        return True
    if frame.type not in _DONE_TO_THE_OTHER or not evoked.verbal:
        return False
    return all(view.lower[item] in _SIDE_NOUNS or _points_back(view, item) for item in view.objects(evoked.trigger))


def _points_back(view: View, token: int) -> bool:
    if view.lower[token] in {"it", "this", "that", "them"}:
        return True
    pointed = any(view.lower[kid] in {"the", "this", "these", "those"} for kid in view.children(token, "det"))
    return pointed and not view.children(token, "prep", "relcl", "acl")


def _others(telling: Telling, sentence: SentenceView, actor: str, *, definite: bool) -> tuple[str, ...]:
    """Return whom an act concerns that names nobody.

    The other party of the sentence; for an outsider to a text about two, both; for one of the two, the other; for "criticised the delay",
    the party that the sentence before began with.
    """
    scene = telling.scene
    here = [code for code in scene.parties_here(sentence) if code != actor]
    links = scene.links
    pair = links.pair[:2] if links.bilateral else ()
    if len(here) == 1 and (not pair or here[0] in pair or not definite):
        return tuple(here)
    if pair and actor not in pair and set(here) <= set(pair):
        return pair
    if pair and actor in pair and not here:
        return tuple(code for code in pair if code != actor)
    if not definite or sentence.index == 0:
        return ()
    before = [code for code in scene.parties_here(scene.sentences[sentence.index - 1]) if code != actor]
    return tuple(before[:1])


def _without_overlap(actors: tuple[str, ...], recipients: tuple[str, ...], *, mutual: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mutual:
        if len(actors) == 2 and set(actors) == set(recipients):  # noqa: PLR2004 - a pair
            first, second = sorted(actors)
            return (first,), (second,)
        return (tuple(sorted(actors)), tuple(sorted(recipients))) if len({*actors, *recipients}) > 1 else ((), ())
    rest = tuple(code for code in recipients if code not in actors)
    return (actors, rest) if rest else ((), ())


def _is_vague(telling: Telling, sentence: SentenceView, tokens: list[int]) -> bool:
    """Say whether the actors are only "they", with no two parties in the sentence before that it could point back to."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    links = [view.link(token) for token in tokens]
    if not all(link is not None and isinstance(link.mention.named, Pronoun) for link in links):
        return False
    before = telling.scene.sentences[sentence.index - 1] if sentence.index else None
    return before is None or len(telling.scene.parties_here(before)) < 2  # noqa: PLR2004 - two parties


def _actor(scene: Scene, view: View, code: str, tokens: list[int]) -> Actor:
    for token in tokens:
        if code in scene.parties_of(view, token):
            link = view.link(token)
            named = link.mention.named if link is not None else None
            sector = _sector(named.office if isinstance(named, OfficeName) else None) if named is not None else None
            if isinstance(named, PersonName):
                people = scene.people_of(view, token)
                sector = _sector(people[0].offices[0] if people and people[0].offices else None)
            return Actor(name=scene.text(view.tokens[token].span), country=code, sector=sector)
    return Actor(name=kb.state_name(code), country=code, sector=None)


def _sector(office: str | None) -> str | None:
    """Return PLOVER's sector of an office."""
    if office is None:
        return "GOV"
    for words, sector in (
        (("army", "military", "armed", "staff", "navy", "troops", "forces", "commander", "general", "soldiers"), "MIL"),
        (("police",), "COP"),
        (("parliament", "speaker", "senate", "assembly"), "LEG"),
        (("court", "prosecutor", "judge"), "JUD"),
        (("intelligence",), "SPY"),
        (("companies", "company"), "BUS"),
    ):
        if any(word in office.split() for word in words):
            return sector
    return "GOV"


def _content(scene: Scene, view: View, evoked: Evoked) -> str | None:
    """Return what was promised, asked or praised, in the text's words."""
    heads = view.complements(evoked.trigger) or (view.children(evoked.trigger, "dobj") if evoked.verbal else view.children(evoked.trigger, "acl"))
    if not heads:
        return None
    span = view.tokens[heads[0]].span
    for token in view.subtree(heads[0]):
        if view.tokens[token].tag not in {".", "''", "``"}:
            span = span.join(view.tokens[token].span)
    return scene.text(span)[:300]


def _finish(telling: Telling, sentence: SentenceView, evoked: Evoked, content: Event, status: Status) -> Draft:
    dated = find_when(sentence, evoked.trigger, evoked.support)
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=evoked.frame.name,
        status=status,
        background=telling.is_background(sentence, evoked.factuality, dated),
        attributed_to=telling.attribution(sentence, evoked.factuality),
        confidence=0.7,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    return draft


def derive_events(draft: Draft, published: str | None) -> list[Draft]:
    """Return the CONSULT events of an encounter or sitting that occurred, or the SUPPORT events of a recent signing."""
    content = draft.content
    if isinstance(content, Encounter | Session) and draft.status is Status.OCCURRED:
        if isinstance(content, Session) and draft.date is None and content.number is None:
            return []
        cameo = {"call": "041", "visit": "042", "negotiations": "046"}.get(content.type, "040")
        mode = {"call": "phone", "visit": "visit"}.get(content.type, "multilateral" if len(content.parties) > 2 else None)  # noqa: PLR2004
        return [_derived(draft, pair, "CONSULT", cameo, mode) for pair in combinations(content.parties, 2)]
    if isinstance(content, Instrument) and content.stage in {"signed", "ratified"} and content.type != "letter" and draft.status is Status.OCCURRED:
        if not _is_recent(draft.date, published) or (draft.date is None and draft.background):
            return []
        return [_derived(draft, pair, "SUPPORT", "057", None) for pair in combinations(content.parties, 2)]
    return []


def _is_recent(date: str | None, published: str | None) -> bool:
    if date is None or published is None:
        return True
    day, report = earliest(date), earliest(published[:10])
    if day is None or report is None:
        return True
    return (report - day).days <= _YEAR_DAYS


def _derived(draft: Draft, pair: tuple[str, str], kind: str, cameo: str, mode: str | None) -> Draft:
    first, second = (Actor(name=kb.state_name(code), country=code, sector="GOV") for code in pair)
    content = Event(
        type=kind, actors=(first,), recipients=(second,), mode=mode, contexts=("diplomatic",), cameo=cameo, goldstein=codebook.goldstein(cameo), mutual=True
    )
    return Draft(
        content=content,
        spans=list(draft.spans),
        rule=f"derived.{kind.lower()}",
        status=Status.OCCURRED,
        date=draft.date,
        date_basis=draft.date_basis,
        background=draft.background,
        attributed_to=draft.attributed_to,
        confidence=draft.confidence,
        part_of=draft,
        sentence=draft.sentence,
    )
