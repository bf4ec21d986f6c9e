"""Which claim contains which: a meeting or signing within a visit, a signing within a sitting; and the dates that pass between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dragoman.claims.agenda import settle_agenda
from dragoman.claims.delegations import name_participants
from dragoman.claims.draft import Draft
from dragoman.claims.setting import date_leads, settle_days
from dragoman.claims.summits import drop_lone_summits
from dragoman.claims.telling import Telling
from dragoman.claims.towns import settle_places
from dragoman.values.claim import DateBasis, Encounter, Instrument, Session, Status
from dragoman.values.edtf import overlap
from dragoman.values.mention import BodyName, GroupName, OfficeName, PersonName, Pronoun

__all__ = ["nest"]

_MONTH_CHARS = len("2022-05")
_NEAR_SENTENCES = 8


def nest(telling: Telling) -> None:
    """Give talks and signings their visit or sitting, and let dates pass inside it.

    A visit takes the day of a talk that the text puts within it. Another talk of the visit without a day of its own takes the
    month, never the day: which day it was is not said.
    """
    drop_lone_summits(telling)
    settle_agenda(telling)
    settle_days(telling)
    name_participants(telling)
    all_visits = [draft for draft in telling.encounters if isinstance(draft.content, Encounter) and draft.content.type == "visit"]
    visits = [draft for draft in all_visits if draft.status is Status.OCCURRED]
    coming = [draft for draft in all_visits if draft.status is Status.PLANNED]
    visits_at, coming_at = _by_sentence(visits), _by_sentence(coming)
    holding_at: dict[tuple[tuple[str, ...], bool], dict[int, list[Draft]]] = {}  # by what decides who may hold a signing
    for draft in telling.drafts:
        content = draft.content
        if draft.status is Status.PLANNED and isinstance(content, Encounter) and content.type not in {"visit", "call"}:
            told = (*_near(coming_at, draft), *_near(visits_at, draft))
            _place_in(draft, [visit for visit in told if 0 <= draft.sentence - visit.sentence <= 2 and _belongs(content, visit)])
        if draft.status is not Status.OCCURRED or draft.background:
            continue
        if isinstance(content, Encounter) and content.type not in {"visit", "call"}:
            _place_in(draft, [visit for visit in _near(visits_at, draft) if _belongs(content, visit)])
        elif isinstance(content, Instrument) and content.stage in {"signed", "initialled", "delivered"}:
            deciding = content.parties, content.type == "letter"
            if deciding not in holding_at:
                holding_at[deciding] = _by_sentence(_containers(telling, content))
            _place_in(draft, [other for other in _near(holding_at[deciding], draft) if not _recapitulates(telling, draft, other)])
    settle_places(telling)
    date_leads(telling)
    _pass_dates(telling, visits)


def _by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    places: dict[int, list[Draft]] = {}
    for draft in drafts:
        places.setdefault(draft.sentence, []).append(draft)
    return places


def _near(places: Mapping[int, Sequence[Draft]], draft: Draft) -> list[Draft]:
    """Return what is told within reach of a draft, in the order of the text: a long article is not gone through for each of its drafts."""
    reach = range(draft.sentence - _NEAR_SENTENCES, draft.sentence + _NEAR_SENTENCES + 1)
    return [other for sentence in reach for other in places.get(sentence, ())]


def _recapitulates(telling: Telling, draft: Draft, container: Draft) -> bool:
    """Say whether a signing only closes a report about something else: a later paragraph with nobody in it but the states themselves."""
    sentence = telling.scene.sentences[draft.sentence].linked.sentence
    if sentence.paragraph <= telling.scene.sentences[container.sentence].linked.sentence.paragraph:
        return False
    return not any(isinstance(mention.named, GroupName | Pronoun | PersonName | OfficeName | BodyName) for mention in sentence.mentions)


def _containers(telling: Telling, content: Instrument) -> list[Draft]:
    """Return the sittings, else the talks, else the visits that may hold a signing; a letter is handed over at a talk."""
    parties = set(content.parties)
    sittings = [
        draft
        for draft in telling.sessions
        if isinstance(draft.content, Session) and parties <= set(draft.content.parties) and draft.status is Status.OCCURRED
    ]
    happened = [
        draft
        for draft in telling.encounters
        if draft.status is Status.OCCURRED and isinstance(draft.content, Encounter) and parties <= set(draft.content.parties)
    ]
    talks = [draft for draft in happened if isinstance(draft.content, Encounter) and draft.content.type != "visit"]
    groups = (talks, happened) if content.type == "letter" else (sittings, talks, happened)
    return next((group for group in groups if any(not draft.background for draft in group)), [])


def _belongs(content: Encounter, visit: Draft) -> bool:
    visited = visit.content
    if not isinstance(visited, Encounter) or not set(content.parties) <= set(visited.parties):
        return False
    if content.place is not None and visited.place is not None and content.place.country not in {None, visited.place.country}:
        return False
    travellers = {person.name for person in visited.participants if person.name}
    met = {person.name for person in content.participants if person.name}
    return not travellers or not met or bool(travellers & met)


def _place_in(draft: Draft, candidates: list[Draft]) -> None:
    near = [candidate for candidate in candidates if not candidate.background and _compatible(draft, candidate)]
    if near:
        draft.part_of = min(near, key=lambda candidate: (candidate.date is None, abs(candidate.sentence - draft.sentence)))


def _compatible(draft: Draft, other: Draft) -> bool:
    if draft.date is None or other.date is None:
        return True
    if overlap(draft.date, other.date):
        return True
    return draft.date[:_MONTH_CHARS] == other.date[:_MONTH_CHARS] and draft.date >= other.date


def _pass_dates(telling: Telling, visits: list[Draft]) -> None:
    parts: dict[int, list[Draft]] = {}
    for draft in telling.drafts:
        parts.setdefault(id(draft.part_of), []).append(draft)
    for visit in visits:
        inner = [draft for draft in parts.get(id(visit), ()) if draft.date is not None]
        if visit.date is None and inner:
            first = min(inner, key=lambda draft: draft.sentence)
            visit.date, visit.date_basis = first.date, DateBasis.RELATIVE
    for draft in telling.drafts:
        parent = draft.part_of
        if parent is None or draft.date is not None or parent.date is None:
            continue
        if isinstance(parent.content, Session) or (isinstance(parent.content, Encounter) and parent.content.type != "visit"):
            draft.date, draft.date_basis = parent.date, DateBasis.RELATIVE
        elif parent.date[:4].isdigit() or parent.date.startswith("XXXX"):
            draft.date, draft.date_basis = parent.date.split("/")[0][:_MONTH_CHARS], DateBasis.RELATIVE
