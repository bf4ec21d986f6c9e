"""Encounters told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import (
    clash_in_places,
    dates_clash,
    dates_meet,
    merge_people,
    merge_places,
    people_clash,
    people_shared,
    statuses_clash,
)
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Claim, Encounter, Participant

__all__ = ["compare_encounters", "encounter_block", "merge_encounters"]

_OWN_GROUP = frozenset({"visit", "call"})
_GENERIC = frozenset({"meeting", "negotiations"})  # words for any talk; the other types name a form of their own
_LOOSE = _GENERIC | {"consultations", "conference"}  # a report may call these a meeting; a ceremony stands beside the talks


def encounter_block(encounter: Encounter) -> str:
    """Return the group within which encounters are compared: a visit, a call, or a talk of any form."""
    return encounter.type if encounter.type in _OWN_GROUP else "talk"


def compare_encounters(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one encounter.

    They do unless something speaks against it: other parties, day, place, outcome, or a side represented by other people. History
    is joined to the news only by a common date, and consultations to a meeting only by people on both sides.
    """
    first, second = one.content, other.content
    if not isinstance(first, Encounter) or not isinstance(second, Encounter):
        return DIFFERENT
    if dates_clash(one.date, other.date) or statuses_clash(one, other):
        return DIFFERENT
    is_visit = first.type == second.type == "visit"
    host, other_host = _host(first), _host(second)
    if clash_in_places(first.place, second.place, within_country=not is_visit) or (is_visit and host and other_host and host != other_host):
        return DIFFERENT
    people, other_people = first.participants, second.participants
    if is_visit:  # a guest is received by several hosts in turn; only the guests tell one visit from another
        people, other_people = _guests(people, host or other_host), _guests(other_people, host or other_host)
    if people_clash(people, other_people):
        return DIFFERENT
    shared = people_shared(people, other_people)
    meet = dates_meet(one.date, other.date)
    if not _parties_fit(first, second, meet=meet, shared=bool(shared)) or not _types_fit(first, second, shared):
        return DIFFERENT
    if one.background != other.background and not meet:
        return DIFFERENT
    return same(1 + 4 * len(shared) + 2 * meet, "same parties", one.date or "" if meet else "", " and ".join(shared))


def merge_encounters(encounters: Sequence[Encounter]) -> Encounter:
    """Return one encounter with what all of them say, of the type that the fullest telling gives."""
    return Encounter(
        type=max(encounters, key=lambda encounter: len(encounter.participants)).type,
        parties=tuple(sorted({party for encounter in encounters for party in encounter.parties})),
        participants=merge_people([encounter.participants for encounter in encounters]),
        place=merge_places([encounter.place for encounter in encounters]),
        topics=tuple(dict.fromkeys(topic for encounter in encounters for topic in encounter.topics)),
    )


def _parties_fit(first: Encounter, second: Encounter, *, meet: bool, shared: bool) -> bool:
    if first.parties == second.parties:
        return True
    smaller, larger = sorted((first, second), key=lambda encounter: len(encounter.parties))
    extra = set(larger.parties) - set(smaller.parties)
    represented = {person.country for person in larger.participants}
    return set(smaller.parties) <= set(larger.parties) and meet and shared and not extra & represented


def _types_fit(first: Encounter, second: Encounter, shared: Sequence[str]) -> bool:
    types = {first.type, second.type}
    return len(types) == 1 or types <= _GENERIC or (types <= _LOOSE and len(shared) > 1)


def _host(visit: Encounter) -> str | None:
    if visit.place is not None and visit.place.country is not None:
        return visit.place.country
    return next((person.country for person in visit.participants if person.role == "host" and person.country), None)


def _guests(people: Sequence[Participant], host: str | None) -> tuple[Participant, ...]:
    return tuple(person for person in people if person.role != "host" and (host is None or person.country != host))
