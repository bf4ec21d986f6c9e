"""The learned second opinion: a small encoder's view of the marked sentence, joined with what the rules say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.coding.marked import Marked

__all__ = ["SecondOpinion", "load_second_opinion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondOpinion:
    """A loaded model."""

    name: str

    def join(self, marked: Marked, by_rules: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of every type."""
        raise NotImplementedError


def load_second_opinion() -> SecondOpinion | str:
    """Load the model, or say why it cannot be had."""
    return "the second opinion is not installed"
