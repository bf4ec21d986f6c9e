"""Reads long times: decades, centuries, years counted from an era, the turn of a year or century."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.time_words import relation_of
from dragoman.values.mention import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.time_grammar import Word

__all__ = ["read_century", "read_decade", "read_era", "read_turn"]

_THIS_CENTURY = 21
_LAST_CENTURY = 19  # the first two digits of its years
_CENTURIES = range(15, _LAST_CENTURY + 1)
_LAST_ERA_YEAR = 3000


def read_decade(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the 1980s", "the seventies", "the nineteen-eighties"."""
    named = next((word.value for word in words if word.kind == "DECADENAME"), None)
    if named is None:
        return TimeExpression(form="date", edtf=next(str(word.value) for word in words if word.kind == "DECADE"))
    century = next((word.value for word in words if word.kind == "NUMBERWORD"), _LAST_CENTURY)
    return TimeExpression(form="date", edtf=f"{century}{named}X") if century in _CENTURIES else None


def read_century(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the 16th century", "the 17th and 18th centuries", "the last century"; centuries before our era date nothing told."""
    numbers: list[int] = []
    for at, word in enumerate(words):
        if word.kind in ("ORD", "ORDAY") and not _is_lead(words, at):
            tens = words[at - 2].value if at > 1 and words[at - 2].kind == "NUMBERWORD" and words[at - 1].kind == "HYPHEN" else 0
            numbers.append(tens + word.value)
    if not numbers:
        relation = relation_of(words)
        return None if relation is None else TimeExpression(form="relative", unit="century", offset=relation.value)
    if not all(1 <= number <= _THIS_CENTURY for number in numbers) or sorted(set(numbers)) != numbers:
        return None
    if any(word.kind == "ERA" and word.value < 0 for word in words):
        return TimeExpression(form="era", edtf=f"-{numbers[0] - 1:02}XX")
    first = f"{numbers[0] - 1:02}XX"
    if len(numbers) > 1:
        return TimeExpression(form="interval", edtf=f"{first}/{numbers[-1] - 1:02}XX")
    return TimeExpression(form="date", edtf=first, attribute=any(word.kind == "HYPHEN" for word in words[-2:]))


def _is_lead(words: Sequence[Word], at: int) -> bool:
    """Say whether the ordinal is that of "the first half of"."""
    return words[at + 1].kind in ("HALF", "QUARTER", "DECADEWORD")


def read_era(words: Sequence[Word]) -> TimeExpression | None:
    """Read "44 BC" and "AD 79"; the year before 1 is 0, so 44 BC is -43. No report tells of them as news."""
    era = next(word.value for word in words if word.kind == "ERA")
    year = next((word.value for word in words if word.kind != "ERA"), 0)
    if era == 0 or not 1 <= year <= _LAST_ERA_YEAR:
        return None
    return TimeExpression(form="era", edtf=f"{year:04}" if era > 0 else f"-{year - 1:04}")


def read_turn(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the turn of the year", from December to January, and "the turn of the century"."""
    if words[-1].kind == "CENTURY":
        return TimeExpression(form="date", edtf="2000~")
    return TimeExpression(form="interval", edtf="XXXX-12/XXXX-01")
