"""Grouping what belongs together, without ever joining what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.records.verdict import Verdict
from dragoman.values.claim import Claim

__all__ = ["Cluster", "find_clusters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that tell one fact, in the order of the text, and why they were joined."""

    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]


def find_clusters(claims: Sequence[Claim], compare: Callable[[Claim, Claim], Verdict]) -> list[Cluster]:
    """Return the clusters of `claims`, in the order of their first claims.

    Joins are tried from the weightiest, then the nearest in the text; a join that would bring two claims together that cannot be one
    fact is left out. So a bare "the meeting" goes to the meeting that speaks most for it, and never bridges two.

    Args:
        claims: All of one block, in the order of the text.
        compare: Symmetric; looks at content, date, status and background alone.
    """
    joins, apart = _compare_all(claims, compare)
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


def _compare_all(
    claims: Sequence[Claim], compare: Callable[[Claim, Claim], Verdict]
) -> tuple[list[tuple[int, int, int, int, str]], list[int]]:
    """Return the joins that could be made, and for each claim those it can never be joined with, as bits.

    Long texts say the same again and again: claims that differ in their citations alone are compared once.
    """
    joins, apart = [], [0] * len(claims)
    verdicts: dict[tuple[int, int], Verdict] = {}
    numbers: dict[Hashable, int] = {}
    signatures = [numbers.setdefault(_signature(claim), len(numbers)) for claim in claims]
    for one, other in combinations(range(len(claims)), 2):
        key = signatures[one], signatures[other]
        verdict = verdicts.get(key) or verdicts.setdefault(key, compare(claims[one], claims[other]))
        if verdict.weight and not _contains(claims[one], claims[other]):
            joins.append((-verdict.weight, other - one, one, other, verdict.reason))
        else:
            apart[one] |= 1 << other
            apart[other] |= 1 << one
    return joins, apart


def _signature(claim: Claim) -> Hashable:
    return claim.content, claim.date, claim.status, claim.background


def _contains(one: Claim, other: Claim) -> bool:
    return one.part_of == other.id or other.part_of == one.id
