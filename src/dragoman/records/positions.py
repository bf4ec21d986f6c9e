"""Offices held, told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.names import is_same_office, is_same_person
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Claim, Position

__all__ = ["compare_positions", "merge_positions"]


def compare_positions(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one office held by one person, under a full or a short name."""
    first, second = one.content, other.content
    if not isinstance(first, Position) or not isinstance(second, Position) or first.country != second.country:
        return DIFFERENT
    if first.of and second.of and first.of != second.of:
        return DIFFERENT
    if not is_same_person(first.person, second.person) or not is_same_office(first.office, second.office):
        return DIFFERENT
    return same(1 + 2 * (first.person == second.person), "same person and office")


def merge_positions(positions: Sequence[Position]) -> Position:
    """Return one position under the fullest name first given and the office told at greatest length."""
    return Position(
        person=max((position.person for position in positions), key=lambda person: len(person.split())),
        office=max((position.office for position in positions), key=lambda office: len(office.split())),
        country=positions[0].country,
        of=next((position.of for position in positions if position.of), None),
        seen=tuple(sorted({day for position in positions for day in position.seen})),
    )
