"""Anniversaries told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import dates_clash
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Claim, Milestone

__all__ = ["compare_milestones", "merge_milestones"]


def compare_milestones(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one milestone: one occasion and parties, no other ordinal or origin."""
    first, second = one.content, other.content
    if not isinstance(first, Milestone) or not isinstance(second, Milestone):
        return DIFFERENT
    if (first.occasion, first.parties) != (second.occasion, second.parties) or dates_clash(first.origin, second.origin):
        return DIFFERENT
    counted = first.ordinal is not None and second.ordinal is not None
    if counted and first.ordinal != second.ordinal:
        return DIFFERENT
    return same(1 + counted, "same occasion and parties", f"number {first.ordinal}" if counted else "")


def merge_milestones(milestones: Sequence[Milestone]) -> Milestone:
    """Return one milestone with what all of them say."""
    return Milestone(
        occasion=milestones[0].occasion,
        ordinal=next((milestone.ordinal for milestone in milestones if milestone.ordinal is not None), None),
        parties=milestones[0].parties,
        origin=max((milestone.origin for milestone in milestones if milestone.origin), key=len, default=None),
    )
