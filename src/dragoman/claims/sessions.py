"""Sessions: sittings of standing bodies, and standing bodies named without one."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.draft import Draft
from dragoman.claims.encounters import find_place
from dragoman.claims.factuality import judge
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.values.claim import Encounter, Session, Status
from dragoman.values.link import Link
from dragoman.values.mention import BodyName

__all__ = ["find_sessions"]

_SITTING_VERBS = frozenset(
    "hold held holds holding convene convened convenes meet met meets meeting sit sat take took takes open opened conclude concluded concludes "
    "end ended host hosted hosts chair chaired co-chaired co-chair attend attended begin began kick start started launch launched discuss discussed close closed fill filled gather gathered".split()
)
_CHAIR_WORDS = frozenset({"by", "under"})


def find_sessions(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the sittings and bodies of a sentence.

    "The next session" without a body is a sitting of the body told last. A body that neither sits nor is numbered is `ongoing`.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        link = view.link(token)
        if link is None or not isinstance(link.mention.named, BodyName):
            continue
        for verb in _sitting_verbs(view, token, link.mention.named):
            draft = _sitting(telling, sentence, token, link, link.mention.named, verb)
            if draft is not None:
                drafts.append(telling.add(draft))
    return drafts


def _sitting_verbs(view: View, token: int, named: BodyName) -> list[int | None]:
    """Return the verbs that make a body sit: the one above it and those of its relative clauses; None for a sitting or body only named."""
    verbs: list[int | None] = []
    governing = view.governing_verb(token)
    if governing is not None and view.lower[governing] in _SITTING_VERBS and view.relation(token) in {"nsubj", "nsubjpass", "dobj", "pobj", "conj"}:
        verbs.append(governing)
    verbs.extend(kid for kid in view.clause_children(token) if view.lower[kid] in _SITTING_VERBS)
    return verbs or ([None] if named.sitting or named.name else [])


def _sitting(telling: Telling, sentence: SentenceView, token: int, link: Link, named: BodyName, verb: int | None) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    known = _body(telling, named)
    body = named.name or (known.body if known is not None else None)
    kind = named.type or (known.type if known is not None else None)
    if body is None or kind is None:
        return None
    parties = _parties(telling, sentence, token, link, known)
    if len(parties) < 2:  # noqa: PLR2004 - a body of one state is none
        return None
    trigger = verb if verb is not None else token
    factuality = judge(view, trigger)
    if factuality.status is None:
        return None
    sits = named.sitting or verb is not None
    status = factuality.status if sits else Status.ONGOING
    if named.order == "next" and status is Status.OCCURRED:
        status = Status.PLANNED
    if status is Status.ONGOING and sits:
        status = Status.OCCURRED
    if status is Status.PROPOSED and sits:
        status = Status.PLANNED if factuality.promised else status
    dated = find_when(sentence, trigger, None) or find_when(sentence, token, None)
    content = Session(
        body=body,
        type=kind,
        parties=tuple(sorted(parties)),
        number=named.number,
        place=find_place(scene, view, trigger, None),
        co_chairs=scene.participants(scene.people_of_all(view, _chairs(view, trigger, token))),
        topics=codebook.topics_of(body.lower().split()),
    )
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule="session.sitting" if sits else "session.body",
        status=status,
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.85 if named.number else 0.7,
        sentence=sentence.index,
    )
    if sits:
        telling.date(draft, dated)
    return draft


def _body(telling: Telling, named: BodyName) -> Session | None:
    """Return the session told last, of the same body when this one has a name."""
    for draft in reversed(telling.sessions):
        if isinstance(draft.content, Session) and (named.name is None or set(named.name.lower().split()) <= set(draft.content.body.lower().split())):
            return draft.content
    return None


def _parties(telling: Telling, sentence: SentenceView, token: int, link: Link, known: Session | None) -> tuple[str, ...]:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    codes = list(link.parties)
    for word in ("between", "of", "with"):
        codes.extend(scene.parties_of_all(view, view.prepositional(token, word)))
    parties = tuple(dict.fromkeys(codes))
    if len(parties) > 1:
        return parties
    if known is not None and set(parties) <= set(known.parties):
        return known.parties
    here = scene.parties_here(sentence)
    if len(here) > 1 and set(parties) <= set(here):
        return here
    talk = telling.last_talk(parties)
    if talk is not None and isinstance(talk.content, Encounter):
        return talk.content.parties
    links = scene.links
    return links.pair[:2] if links.bilateral and set(parties) <= set(links.pair[:2]) else parties


def _chairs(view: View, trigger: int, token: int) -> list[int]:
    found: list[int] = []
    for site in (trigger, token):
        for word, item in view.prepositions(site):
            if word in _CHAIR_WORDS:
                found.extend([item, *view.prepositional(item, "of")])
        if view.is_verb(site) and "chair" in view.lower[site]:
            found.extend(view.subjects(site))
        for kid in view.clause_children(site):
            if "chair" in view.lower[kid] or view.lower[kid] in {"led", "headed"}:
                found.extend([*view.subjects(kid), *view.prepositional(kid, "by")])
    return list(dict.fromkeys(view.all_conjuncts(found)))
