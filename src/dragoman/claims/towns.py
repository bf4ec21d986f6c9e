"""The town of an encounter whose own sentence names none: that of its visit, of what was told just before, of the day, of the dateline.

"The guest was received in Putrajaya by … and then held talks with …": the talks are in Putrajaya. History keeps out: neither does a
background sentence give its town, nor does it take one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dragoman import codebook
from dragoman.claims.draft import Draft
from dragoman.claims.places import place_at
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.setting import news, told_before
from dragoman.claims.telling import Telling
from dragoman.values.claim import DateBasis, Encounter, Instrument, Participant, Place, Session
from dragoman.values.document import PublishedBasis
from dragoman.values.edtf import overlap
from dragoman.values.mention import PlaceName

__all__ = ["settle_places"]

_DAY_CHARS = len("2022-05-20")
_VISIT_DAYS = 4
_LEAD_PARAGRAPHS = 3
_BESIDE = re.compile(r"\b(?:sidelines|margins|fringes|corridors)\b", re.IGNORECASE)
_NEAR_DAYS = 3
_SPEAKING = frozenset({"speaking", "addressing", "born", "based", "signed", "established", "opened", "located"})
_ACCREDITED = frozenset({"ambassador", "high commissioner", "charge d'affaires", "chargé d'affaires"})


def settle_places(telling: Telling) -> None:
    """Give a town to the encounters of the news that have none, calls aside."""
    spoken = _where_people_speak(telling.scene)
    for draft in news(telling):
        content = draft.content
        if not isinstance(content, Encounter) or content.type == "call" or (content.place is not None and content.place.name is not None):
            continue
        for place in _candidates(telling, draft, content, spoken):
            if place.name is not None and (content.place is None or content.place.country in {None, place.country}):
                draft.content = replace(content, place=place)
                break


def _candidates(telling: Telling, draft: Draft, content: Encounter, spoken: dict[str, Place]) -> Iterator[Place]:
    """Yield towns, the surest first."""
    yield from _only_town_of_sentence(telling.scene, draft, content)
    if content.type == "visit":
        yield from _places(other for other in telling.encounters if _is_same_visit(draft, other))
    else:
        if draft.part_of is not None and _is_during(draft, draft.part_of):
            yield from _places([draft.part_of])
        before = told_before(telling, draft)
        yield from _places(other for other in before if draft.date is None or other.date is None or other.date == draft.date)
        yield from _places(_on_same_day(telling, draft, content))
    guests = [person for person in content.participants if person.name in spoken]
    yield from (place for person in guests if (place := spoken[person.name or ""]).country in content.parties)
    yield from _towns_of_dateline(telling.scene, draft, content)
    yield from _town_of_report(telling, draft, content)


def _only_town_of_sentence(scene: Scene, draft: Draft, content: Encounter) -> list[Place]:
    """Return the one town "in" which the sentence puts anything, wherever the tree hangs it: "at the fair's opening in Doha".

    It must be one of the parties' own, or the talks on the sidelines of something; where somebody speaks is no such town.
    """
    sentence = scene.sentences[draft.sentence]
    view = sentence.view
    if view is None:
        return []
    towns: dict[str, tuple[int, Place]] = {}
    for token in range(len(view)):
        link = view.link(token)
        place = scene.place_of(link) if link is not None and scene.is_locative(link) else None
        if place is not None and place.name is not None:
            towns.setdefault(place.name, (token, place))
    if len(towns) != 1:
        return []
    token, place = next(iter(towns.values()))
    verb = view.governing_verb(token)
    if verb is not None and (view.lower[verb] in codebook.word_list("reporting_verbs") or view.lower[verb] in _SPEAKING):
        return []
    if verb is not None and view.relation(verb) in {"ccomp", "relcl", "advcl"} and view.lower[verb - 1] == "to":
        return []
    beside = _BESIDE.search(scene.text(sentence.span)) is not None
    return [place] if beside or place.country in content.parties else []


def _places(drafts: Iterator[Draft] | list[Draft]) -> Iterator[Place]:
    for draft in drafts:
        content = draft.content
        if isinstance(content, Encounter | Session | Instrument) and content.place is not None:
            yield content.place


def _is_during(draft: Draft, container: Draft) -> bool:
    """Say whether a talk falls on the day of what holds it, or on the next days of a visit."""
    if draft.date is None or container.date is None or overlap(draft.date, container.date):
        return True
    first, then = _day(container.date.split("/")[0]), _day(draft.date)
    return first is not None and then is not None and 0 <= (then - first).days <= _VISIT_DAYS


def _on_same_day(telling: Telling, draft: Draft, content: Encounter) -> list[Draft]:
    """Return what the same states did, or the same persons elsewhere did, on the same day, nearest first."""
    if draft.date is None or _day(draft.date) is None or draft.date_basis is DateBasis.PUBLISHED:
        return []
    names = _names(content.participants)
    same = [
        other
        for other in telling.drafts
        if other is not draft
        and not other.background
        and other.date == draft.date
        and isinstance(other.content, Encounter | Session | Instrument)
        and (
            set(other.content.parties) == set(content.parties)
            or (isinstance(other.content, Encounter) and names & _names(other.content.participants))
        )
    ]
    return sorted(same, key=lambda other: abs(other.sentence - draft.sentence))


def _is_same_visit(draft: Draft, other: Draft) -> bool:
    one, two = draft.content, other.content
    return (
        isinstance(one, Encounter)
        and isinstance(two, Encounter)
        and other is not draft
        and two.type == "visit"
        and two.parties == one.parties
        and not other.background
        and other.status is draft.status
        and (draft.date is None or other.date is None or draft.date == other.date)
        and _names(one.participants) == _names(two.participants)
    )


def _towns_of_dateline(scene: Scene, draft: Draft, content: Encounter) -> Iterator[Place]:
    """Yield the dateline's town for the news of its day: for a visit to that state, and for an envoy accredited to it."""
    if not _is_near_report(scene, draft):
        return
    if content.type == "visit":
        hosts = [content.place.country] if content.place is not None and content.place.country is not None else []
    else:
        guests = {person.country for person in content.participants if person.office in _ACCREDITED}
        hosts = [code for code in content.parties if guests and code not in guests] if len(content.parties) == 2 else []
    for host in hosts:
        town = scene.dateline_town(host)
        if town is not None:
            yield town


def _town_of_report(telling: Telling, draft: Draft, content: Encounter) -> Iterator[Place]:
    """Yield the dateline's town for the talks of a lead: they are held where it is written, unless the text tells of a journey away.

    "On the sidelines" is there even when neither side is at home.
    """
    scene = telling.scene
    town = scene.here()
    if content.type == "visit" or town is None or not _is_dated_where_written(scene) or not _is_near_report(scene, draft):
        return
    sentence = scene.sentences[draft.sentence]
    beside = _BESIDE.search(scene.text(sentence.span)) is not None
    if not beside and (town.country not in content.parties or sentence.linked.sentence.paragraph > _LEAD_PARAGRAPHS):
        return
    journeys = [other.content for other in telling.encounters if isinstance(other.content, Encounter) and other.content.type == "visit"]
    away = any(
        journey.place is not None and journey.place.country != town.country
        for journey in journeys
        if journey.parties == content.parties or _names(journey.participants) & _names(content.participants)
    )
    elsewhere = any(
        place.name is not None and place.country not in {None, town.country}
        for link in sentence.linked.links
        if isinstance(link.mention.named, PlaceName) and (place := scene.place_of(link)) is not None
    )
    if not away and not elsewhere:
        yield town


def _is_dated_where_written(scene: Scene) -> bool:
    """Say whether the dateline gives a day: "LIMA, 4 June -". A bare "LIMA -" is an outlet's habit and says where it has its desk."""
    document = scene.document
    return document.published_basis is PublishedBasis.DATELINE or document.stamped is not None


def _is_near_report(scene: Scene, draft: Draft) -> bool:
    report = _day((scene.document.published or scene.document.stamped or "")[:_DAY_CHARS].replace("XXXX", "2000"))
    if draft.date is None or report is None:
        return draft.date is None
    told = _day(draft.date.split("/")[0].replace("XXXX", "2000"))
    return told is not None and abs((report - told).days) <= _NEAR_DAYS


def _where_people_speak(scene: Scene) -> dict[str, Place]:
    """Return the town in which somebody is said to speak: "… , the Croatian minister said in Baku"."""
    found: dict[str, Place] = {}
    for sentence in scene.sentences:
        for name, place in _spoken_in(scene, sentence):
            found.setdefault(name, place)
    return found


def _spoken_in(scene: Scene, sentence: SentenceView) -> Iterator[tuple[str, Place]]:
    view = sentence.view
    if view is None:
        return
    for verb in range(len(view)):
        if view.lower[verb] not in codebook.word_list("reporting_verbs") or not view.is_verb(verb):
            continue
        sites = [item for word, item in view.prepositions(verb) if word == "in"]
        towns = [place for item in sites if (place := place_at(scene, view, item)) is not None and place.name]
        if towns:
            people = scene.people_of_all(view, view.subjects(verb))
            yield from ((person.name, towns[0]) for person in people if person.name and person.country != towns[0].country)


def _names(people: tuple[Participant, ...]) -> set[str]:
    return {person.name for person in people if person.name}


def _day(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf) if len(edtf) == _DAY_CHARS else None
    except ValueError:
        return None
