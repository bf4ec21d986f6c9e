"""What comparing two claims says."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DIFFERENT", "SILENT", "Verdict", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether two claims tell one fact.

    Attributes:
        weight: How much speaks for it; 0 when they cannot be one fact. The weightier of two readings wins.
        reason: Why they are held to be one fact, for a person.
    """

    weight: int
    reason: str = ""


SILENT = 1
"""The weight when nothing speaks against two claims being one fact, and nothing but the parties for it."""

DIFFERENT = Verdict(weight=0)


def same(weight: int, *reasons: str) -> Verdict:
    """Return the verdict that two claims tell one fact."""
    return Verdict(weight=weight, reason=", ".join(reason for reason in reasons if reason))
