"""Why a field of a claim has its value: the rule, the words, and what else was at hand and was turned down."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.span import Span

__all__ = ["Reason", "TurnedDown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnedDown:
    """Another value that the same sentence offered, with its words."""

    value: str
    words: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one field has one value.

    Attributes:
        field: The field as the line format names it: ``type``, ``parties``, ``date``, …
        value: The value as text; a list has one reason for each of its values.
        rule: What decided: the frame, ``named``, ``carried over``, ``the day of the report``, ``understood``, …
        words: The stretches of the article's text it rests on; empty when it was understood without any.
        turned_down: In the order of the text.
    """

    field: str
    value: str
    rule: str
    words: tuple[Span, ...] = ()
    turned_down: tuple[TurnedDown, ...] = ()
