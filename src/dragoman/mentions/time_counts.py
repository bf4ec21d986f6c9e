"""Reads times that count units: "two years ago", "a day earlier", "three weeks from now", "the past five years"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.mentions.time_lengths import length_of
from dragoman.mentions.time_words import DIRECTIONS, UNITS, number_of, relation_of
from dragoman.values.mention import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.time_grammar import Word

__all__ = ["read_ago", "read_apart", "read_duration", "read_hence", "read_unit_before_last"]

_INEXACT = frozenset({"VAGUE", "TO", "AND", "HOUR"})


def _unit(words: Sequence[Word]) -> str:
    return next(UNITS[word.kind] for word in words if word.kind in UNITS)


def read_ago(words: Sequence[Word]) -> TimeExpression | None:
    """Read "two years ago"; "some thirty years ago" is about then."""
    at = next(i for i, word in enumerate(words) if word.kind in UNITS)
    about = any(word.kind in ("SOME", "APPROX", "AROUND") for word in words[:at])
    ahead = any(word.kind == "HENCE" for word in words)
    if any(word.kind == "HALF" for word in words):
        return TimeExpression(form="duration")
    return TimeExpression(form="relative", unit=_unit(words), offset=_count(words, at) * (1 if ahead else -1), approximate=about)


def read_hence(words: Sequence[Word]) -> TimeExpression | None:
    """Read "two weeks from now", "in three days' time"."""
    if any(word.kind == "PERIOD" and word.value != 0 for word in words):
        return None
    at = next(i for i, word in enumerate(words) if word.kind in UNITS)
    unit, count = _unit(words), _count(words, at)
    if unit == "week":
        unit, count = "day", 7 * count
    return TimeExpression(form="relative", unit=unit, offset=count, direction="future")


def read_unit_before_last(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the year before last", "the day after tomorrow"."""
    offset = -2 if any(word.kind == "BEFORE" for word in words) else 2
    return TimeExpression(form="relative", unit=_unit(words), offset=offset)


def _count(words: Sequence[Word], unit: int) -> int:
    return number_of(words[:unit]) * (2 if words[unit].kind == "FORTNIGHT" else 1)


def read_apart(words: Sequence[Word]) -> TimeExpression | None:
    """Read "two days earlier", "the year before": counted from what is told."""
    at = next(i for i, word in enumerate(words) if word.kind in UNITS)
    return TimeExpression(form="relative", unit=_unit(words), offset=(_count(words, at) or 1) * words[-1].value, from_event=True)


def read_duration(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the past two years", "30-year", "a quarter of a century"; `offset` is None when the words are vague."""
    relation = relation_of(words)
    direction = DIRECTIONS.get(relation.value) if relation else None
    at = next((i for i, word in reversed(list(enumerate(words))) if word.kind in UNITS or word.kind in ("LONG", "HOUR")), 0)
    kinds = [word.kind for word in words]
    length_written = None if "AGO" in kinds else length_of(words, at)
    vague = not _INEXACT.isdisjoint(kinds)
    expression = TimeExpression(form="duration", direction=direction, length=length_written)
    if words[at].kind == "CENTURY" and not vague and not number_of(words[:at]) > 1:
        share = {"HALF": 50, "QUARTER": 25}.get(next((kind for kind in kinds[:at] if kind in ("HALF", "QUARTER")), ""), 100)
        return replace(expression, unit="year", offset=share)
    length = number_of(words[:at])
    if vague or not length or "AGO" in kinds or "HALF" in kinds or words[at].kind not in UNITS:
        return expression
    count = length * (2 if words[at].kind == "FORTNIGHT" else 1)
    return replace(expression, unit=UNITS[words[at].kind], offset=count)
