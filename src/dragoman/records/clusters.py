"""Grouping what belongs together, without ever joining what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.records.verdict import SILENT, Verdict
from dragoman.values.claim import Claim

__all__ = ["Cluster", "find_clusters"]

Compare = Callable[[Claim, Claim], Verdict]
Forbids = Callable[[Claim, Claim], bool]

_SILENT_CHARS = 3000  # about a page: further apart, two bare tellings with nothing in common but the parties are two things


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that tell one fact, in the order of the text, and why they were joined."""

    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]


def find_clusters(claims: Sequence[Claim], compare: Compare, forbids: Forbids) -> list[Cluster]:
    """Return the clusters of `claims`, in the order of their first claims.

    Joins are tried from the weightiest, then the nearest in the text; a join that would bring two claims together that cannot be one
    fact is left out. So a bare "the meeting" goes to the meeting that speaks most for it, and never bridges two.

    Args:
        claims: All of one block, in the order of the text.
        compare: Symmetric; looks at content, date, status and background alone.
        forbids: Symmetric; says that two claims are never one fact for a reason beyond these, such as one being part of the other.
    """
    joins, apart = _compare_all(claims, compare, forbids)
    members: dict[int, list[int]] = {index: [index] for index in range(len(claims))}  # by the first of each cluster
    held = [1 << index for index in range(len(claims))]  # the members of a cluster as bits, at its first
    first_of = list(range(len(claims)))
    reasons: dict[int, list[str]] = {}
    for _, _, one, other, reason in sorted(joins):
        left, right = sorted((first_of[one], first_of[other]))
        if left == right or apart[left] & held[right]:
            continue
        reasons.setdefault(left, []).extend([*reasons.pop(right, []), f"{claims[one].id} and {claims[other].id}: {reason}"])
        for index in members[right]:
            first_of[index] = left
        members[left] = sorted(members[left] + members.pop(right))
        held[left] |= held[right]
        apart[left] |= apart[right]
    return [
        Cluster(claims=tuple(claims[index] for index in indices), reasons=tuple(reasons.get(first, ())))
        for first, indices in sorted(members.items())
    ]


def _compare_all(claims: Sequence[Claim], compare: Compare, forbids: Forbids) -> tuple[list[tuple[int, int, int, int, str]], list[int]]:
    """Return the joins that may be made, and for each claim those it can never be joined with, as bits.

    Long texts say the same again and again: claims that differ in their citations alone are compared once.
    """
    joins, apart = [], [0] * len(claims)
    verdicts: dict[tuple[int, int], Verdict] = {}
    numbers: dict[Hashable, int] = {}
    signatures = [numbers.setdefault(_signature(claim), len(numbers)) for claim in claims]
    for one, other in combinations(range(len(claims)), 2):
        key = signatures[one], signatures[other]
        verdict = verdicts.get(key) or verdicts.setdefault(key, compare(claims[one], claims[other]))
        if verdict.weight and not forbids(claims[one], claims[other]):
            if verdict.weight == SILENT and _chars_between(claims[one], claims[other]) > _SILENT_CHARS:
                continue
            joins.append((-verdict.weight, other - one, one, other, verdict.reason))
        else:
            apart[one] |= 1 << other
            apart[other] |= 1 << one
    return joins, apart


def _chars_between(one: Claim, other: Claim) -> int:
    return other.citations[0].start - one.citations[0].start


def _signature(claim: Claim) -> Hashable:
    return claim.content, claim.date, claim.status, claim.background
