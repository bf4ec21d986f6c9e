"""What is held: the merge of the claims that tell one fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NewType

from dragoman.values.claim import Citation, ClaimId, Content, DateBasis, Kind, Rule, Status

__all__ = ["Record", "RecordId"]

RecordId = NewType("RecordId", str)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One fact with every citation.

    Attributes:
        id: ``r`` and 16 hex digits, made from the smallest id of its claims: it does not depend on the order of arrival.
        claims: The ids of the claims that tell it, sorted.
        part_of: The record that contains this one.
        rules: The rules that made its claims, sorted by name.
        reasons: Why its claims were held to be one fact, one line each; empty for a single claim.
    """

    id: RecordId
    kind: Kind
    content: Content
    status: Status
    date: str | None
    date_basis: DateBasis | None
    background: bool
    attributed_to: str | None
    citations: tuple[Citation, ...]
    part_of: RecordId | None
    confidence: float
    claims: tuple[ClaimId, ...]
    rules: tuple[Rule, ...]
    reasons: tuple[str, ...] = ()
