"""Whether the dates, status, places and people of two claims can belong to one fact."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.names import fold, is_same_office, is_same_person, may_hold
from dragoman.values import edtf
from dragoman.values.claim import Claim, DateBasis, Participant, Place, Status

__all__ = [
    "clash_in_places",
    "dates_clash",
    "dates_meet",
    "finest_date",
    "merge_people",
    "merge_places",
    "merge_status",
    "people_clash",
    "people_shared",
    "statuses_clash",
]

_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED})
_BY_NEWS = (Status.DENIED, Status.OCCURRED, Status.ONGOING, Status.PLANNED, Status.PROPOSED)
_YEARLESS_DAYS = 10**6  # a date without a year is coarser than any with one


def dates_meet(one: str | None, other: str | None) -> bool:
    """Say whether both dates are given and can mean a day in common."""
    return one is not None and other is not None and edtf.overlap(one, other)


def dates_clash(one: str | None, other: str | None) -> bool:
    """Say whether both dates are given and cannot mean a day in common."""
    return one is not None and other is not None and not edtf.overlap(one, other)


def statuses_clash(one: Claim, other: Claim) -> bool:
    """Say whether what happened and what lies ahead are told of two things.

    A plan and its outcome are one fact when both name one day; what was denied is never what happened.
    """
    statuses = {one.status, other.status}
    if statuses <= _HAPPENED or statuses <= _AHEAD or len(statuses) == 1:
        return False
    if Status.DENIED in statuses and statuses & _HAPPENED:
        return True
    return one.date is None or one.date != other.date or _days(one.date) > 0


def clash_in_places(one: Place | None, other: Place | None, *, within_country: bool = True) -> bool:
    """Say whether both places are given and differ; a visit may take in two cities of one country (`within_country` False)."""
    if one is None or other is None:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    return within_country and bool(one.name and other.name) and fold(one.name or "") != fold(other.name or "")


def people_clash(one: Sequence[Participant], other: Sequence[Participant]) -> bool:
    """Say whether a country is represented by different people."""
    countries = {person.country for person in one} & {person.country for person in other} - {None}
    return any(
        not any(_may_be_one(p, q) for p in one if p.country == country for q in other if q.country == country) for country in countries
    )


def people_shared(one: Sequence[Participant], other: Sequence[Participant]) -> tuple[str, ...]:
    """Return the names of those who take part in both, as `one` gives them."""
    return tuple(p.name for p in one if p.name and any(q.name and p.country == q.country and is_same_person(p.name, q.name) for q in other))


def merge_people(groups: Sequence[Sequence[Participant]]) -> tuple[Participant, ...]:
    """Return everybody once, in the order first told, each with the fullest name and what else is known."""
    people: list[Participant] = []
    for person in (person for group in groups for person in group):
        for index, known in enumerate(people):
            if _is_one(known, person):
                people[index] = _join(known, person)
                break
        else:
            people.append(person)
    return tuple(people)


def merge_places(places: Sequence[Place | None]) -> Place | None:
    """Return the place that says most: one with a name before one with a country alone, one with coordinates before one without."""
    given = [place for place in places if place is not None]
    return max(given, key=lambda place: (place.name is not None, place.country is not None, place.lat is not None), default=None)


def merge_status(claims: Sequence[Claim]) -> Status:
    """Return the status by the news: what background says counts only when nothing else does; the outcome beats the plan."""
    statuses = {claim.status for claim in claims if not claim.background} or {claim.status for claim in claims}
    return next(status for status in _BY_NEWS if status in statuses)


def finest_date(claims: Sequence[Claim]) -> tuple[str | None, DateBasis | None]:
    """Return the narrowest date and its basis; the report's own day stands back behind anything the text states."""
    dated = [claim for claim in claims if claim.date is not None]
    if not dated:
        return None, None
    best = min(dated, key=lambda claim: (claim.date_basis is DateBasis.PUBLISHED, _days(claim.date or ""), claim.date or ""))
    return best.date, best.date_basis


def _days(date: str) -> int:
    first, last = edtf.earliest(date), edtf.latest(date)
    if first is None or last is None:
        return _YEARLESS_DAYS
    return (last - first).days * 2 + ("~" in date or "?" in date)


def _may_be_one(one: Participant, other: Participant) -> bool:
    if one.name and other.name:
        return is_same_person(one.name, other.name)
    return one.office is None or other.office is None or may_hold(one.office, other.office)


def _is_one(one: Participant, other: Participant) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if one.name and other.name:
        return is_same_person(one.name, other.name)
    if one.office is None or other.office is None:
        return one.office is other.office and one.name is other.name
    return is_same_office(one.office, other.office) or fold(one.office) == fold(other.office)


def _join(known: Participant, person: Participant) -> Participant:
    names = [name for name in (known.name, person.name) if name]
    offices = [office for office in (known.office, person.office) if office]
    return Participant(
        name=max(names, key=lambda name: len(name.split()), default=None),
        office=max(offices, key=lambda office: len(office.split()), default=None) if _one_office(offices) else known.office,
        country=known.country or person.country,
        role=known.role or person.role,
    )


def _one_office(offices: Sequence[str]) -> bool:
    return len(offices) == 1 or (bool(offices) and may_hold(offices[0], offices[-1]))
