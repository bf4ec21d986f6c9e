"""A figure as found in a sentence, with the words it came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.codebook.indicators import Cue
from dragoman.values.claim import Figure
from dragoman.values.link import Link, When

__all__ = ["FoundFigure", "dated_like"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """A figure with the words it came from.

    Attributes:
        cue: The evoking words.
        figure: What is told.
        amount: The number it rests on.
        period: The time it is dated by, None when the text gives none.
    """

    cue: Cue
    figure: Figure
    amount: Link
    period: When | None


def dated_like(found: FoundFigure, earlier: FoundFigure) -> FoundFigure:
    """Return `found` with the period of an earlier figure: "those of B came to 32 million"."""
    return replace(found, figure=replace(found.figure, period=earlier.figure.period), period=earlier.period)
