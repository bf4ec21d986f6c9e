"""The stretch of a sentence in which the words that evoke a figure find their parties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.claims.party_refs import PartyRef

__all__ = ["BILATERAL", "Clause"]

BILATERAL = re.compile(
    r"\b(?:bilateral|two-way|mutual|reciprocal|cross-border|their|our|both|the two|across (?:the|their) border|(?:shared|common) border"
    r"|two neighbou?rs|the neighbou?rs)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The stretch ``[start, end)`` of a text in which one cue takes its parties.

    Attributes:
        amount: Where the amount begins.
        behind: Where it ends.
        unit: What it counts.
        refs: Of the whole sentence.
    """

    text: str
    start: int
    end: int
    amount: int
    behind: int
    unit: str | None
    refs: tuple[PartyRef, ...]

    def acting(self) -> tuple[PartyRef, ...]:
        """Return the references of the clause that can act or be acted on: no places, no sources."""
        return tuple(ref for ref in self.refs if self.start <= ref.start < self.end and not ref.place and ref.preposition != "according")
