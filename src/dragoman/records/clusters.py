"""Grouping what belongs together, without ever joining what contradicts itself."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from dragoman.records.verdict import SILENT, Verdict
from dragoman.values.claim import Claim

__all__ = ["Cluster", "Forbids", "Occasion", "find_clusters"]

_SILENT_CHARS = 3000  # about a page: further apart, two bare tellings with nothing in common but the parties are two things
_NEIGHBOURS = 200  # compared with each telling; no article of ten thousand had more in one block, and a hostile text must not take for ever


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Claims that tell one fact, in the order of the text, and why they were joined."""

    claims: tuple[Claim, ...]
    reasons: tuple[str, ...]


Compare = Callable[[Claim, Claim], Verdict]
Occasion = Callable[[Claim], Hashable]
Forbids = Callable[[Claim, Claim], bool]


def find_clusters(claims: Sequence[Claim], compare: Compare, occasion: Occasion, forbids: Forbids) -> list[Cluster]:
    """Return the clusters of `claims`.

    Joins are tried from the weightiest, then the nearest in the text; a join that would bring two claims together that cannot be one
    fact is left out. So a bare "the meeting" goes to the meeting that speaks most for it, and never bridges two.

    Args:
        claims: All of one block, in the order of the text.
        compare: Symmetric; looks at content, date, status and background alone.
        occasion: What a claim is part of.
        forbids: Symmetric; says that two claims are never one fact because of what they are part of.
    """
    bundles = _bundle(claims, compare, occasion)
    joins, apart = _compare_all([bundle.claims[0] for bundle in bundles], compare, forbids)
    members: dict[int, list[int]] = {index: [index] for index in range(len(bundles))}  # by the first of each cluster
    held = [1 << index for index in range(len(bundles))]  # the members of a cluster as bits, at its first
    first_of = list(range(len(bundles)))
    reasons: dict[int, list[str]] = {index: list(bundle.reasons) for index, bundle in enumerate(bundles)}
    for _, _, one, other, reason in sorted(joins):
        left, right = sorted((first_of[one], first_of[other]))
        if left == right or apart[left] & held[right]:
            continue
        reasons[left] += [*reasons.pop(right), _reason(bundles[one].claims[0], bundles[other].claims[0], reason)]
        for index in members[right]:
            first_of[index] = left
        members[left] += members.pop(right)
        held[left] |= held[right]
        apart[left] |= apart[right]
    return [
        Cluster(
            claims=tuple(sorted((claim for index in indices for claim in bundles[index].claims), key=_in_text)),
            reasons=tuple(reasons[first]),
        )
        for first, indices in sorted(members.items())
    ]


def _bundle(claims: Sequence[Claim], compare: Compare, occasion: Occasion) -> list[Cluster]:
    """Return claims that differ in their citations alone as one: long texts say the same again and again.

    Bare tellings are bundled only while each is near the one before.
    """
    bundles: list[tuple[list[Claim], list[str]]] = []
    open_bundles: dict[Hashable, int] = {}
    for claim in claims:
        key = (claim.content, claim.date, claim.status, claim.background, occasion(claim))
        index = open_bundles.get(key)
        if index is not None:
            told, reasons = bundles[index]
            verdict = compare(told[-1], claim)
            if verdict.weight and not _is_far(told[-1], claim, verdict):
                reasons.append(_reason(told[-1], claim, verdict.reason))
                told.append(claim)
                continue
        open_bundles[key] = len(bundles)
        bundles.append(([claim], []))
    return [Cluster(claims=tuple(told), reasons=tuple(reasons)) for told, reasons in bundles]


def _compare_all(claims: Sequence[Claim], compare: Compare, forbids: Forbids) -> tuple[list[tuple[int, int, int, int, str]], list[int]]:
    """Return the joins that may be made, and for each claim those it can never be joined with, as bits."""
    joins, apart = [], [0] * len(claims)
    for one, first in enumerate(claims):
        for other in range(one + 1, min(one + 1 + _NEIGHBOURS, len(claims))):
            verdict = compare(first, claims[other])
            if not verdict.weight or forbids(first, claims[other]):
                apart[one] |= 1 << other
                apart[other] |= 1 << one
            elif not _is_far(first, claims[other], verdict):
                joins.append((-verdict.weight, other - one, one, other, verdict.reason))
    return joins, apart


def _is_far(one: Claim, other: Claim, verdict: Verdict) -> bool:
    return verdict.weight == SILENT and other.citations[0].start - one.citations[0].start > _SILENT_CHARS


def _reason(one: Claim, other: Claim, reason: str) -> str:
    return f"{one.id} and {other.id}: {reason}"


def _in_text(claim: Claim) -> tuple[int, int, str]:
    return claim.citations[0].start, claim.citations[0].end, claim.id
