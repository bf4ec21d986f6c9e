"""What single words of a time say: its numbers, months, units, and whether it is the last, this or the next.

Builders of `dragoman.mentions.time_readings` put these together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.values.mention import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.time_grammar import Word

__all__ = [
    "DAYS",
    "DIRECTIONS",
    "MONTHS",
    "TO_EVENT",
    "UNITS",
    "WEEKDAYS",
    "core_of",
    "is_day",
    "months_of",
    "number_of",
    "relation_of",
    "to_edtf",
    "to_interval",
    "values_of",
]

_SMALL = frozenset({"DAYPLURAL", "WEEKPLURAL", "HOUR", "DAYWORD", "WEEKWORD", "WEEKEND", "PART", "HALF", "EARLIER", "LATER"})
DAYS = frozenset({"DAY", "ORDAY"})
MONTHS = frozenset({"MONTH", "NAMEMONTH", "ABBR"})
WEEKDAYS = frozenset({"WEEKDAY", "WDABBR"})
TO_EVENT = frozenset({"PREVIOUS", "FOLLOWING", "SAME", "THAT"})
_RELATIONS = frozenset({"LAST", "PAST", "THIS", "CURRENT", "NEXT", "COMING"}) | TO_EVENT
UNITS = {
    "DAYWORD": "day", "DAYPLURAL": "day", "DAYPART": "day",
    "WEEKWORD": "week", "WEEKPLURAL": "week", "WEEKEND": "weekend",
    "MONTHWORD": "month", "MONTHPLURAL": "month", "QUARTER": "quarter",
    "YEARWORD": "year", "YEARPLURAL": "year", "DECADEWORD": "decade", "OTHERPLURAL": "decade",
    "CENTURY": "century", "FORTNIGHT": "week",
}  # fmt: skip
DIRECTIONS = {-1: "past", 1: "future"}

_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def values_of(words: Sequence[Word], kinds: frozenset[str] | set[str]) -> list[int]:
    """Return what the words of these classes are worth, in order."""
    return [word.value for word in words if word.kind in kinds]


def core_of(words: Sequence[Word]) -> Sequence[Word]:
    """Drop a lead such as "the third week of": its numbers are no part of the date."""
    last = max((i for i, word in enumerate(words[:-1]) if word.kind in _SMALL), default=-1)
    return words[last + 1 :]


def number_of(words: Sequence[Word]) -> int:
    """Add up "twenty-five" and "two hundred"; the article counts only where no number stands ("a year", but "a two-day visit")."""
    number = 0
    for word in words:
        if word.kind == "NUMBERWORD" and word.value == 100:  # the word "hundred"
            number = (number or 1) * 100
        elif word.kind in ("DAY", "NUM", "YEAR", "OLDYEAR", "NUMBERWORD"):
            number += word.value
    return number or int(any(word.kind == "A" for word in words))


def relation_of(words: Sequence[Word]) -> Word | None:
    """Return the word that says last, this or next; of "this past" and "this coming" the second."""
    relations = [word for word in words if word.kind in _RELATIONS]
    return relations[-1] if relations else None


def to_edtf(year: int | None, month: int | None = None, day: int | None = None) -> str:
    """Write a date as EDTF, ``XXXX`` for an unknown year."""
    text = "XXXX" if year is None else f"{year:04}"
    if month is not None:
        text += f"-{month:02}"
        if day is not None:
            text += f"-{day:02}"
    return text


def is_day(year: int | None, month: int, day: int) -> bool:
    """Say whether the day exists; 29 February does where the year is not known."""
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return day <= _LENGTHS[month - 1] and (leap or (month, day) != (2, 29))


def to_interval(start: tuple[int | None, ...], end: tuple[int | None, ...]) -> TimeExpression | None:
    """Join two dates given as (year, month, day); the first takes the year of the second when it has none."""
    for year, month, day in (start, end):
        if month and day and not is_day(year, month, day):
            return None
    if start[0] is None and end[0] is not None:
        start = (end[0] - 1 if (start[1] or 0, start[2] or 0) > (end[1] or 0, end[2] or 0) else end[0], *start[1:])
    if start[0] is not None and end[0] is not None and [part or 0 for part in start] >= [part or 0 for part in end]:
        return None
    return TimeExpression(form="interval", edtf=f"{to_edtf(*start)}/{to_edtf(*end)}")


def months_of(words: Sequence[Word]) -> tuple[int, int] | None:
    """Read "first half", "last three months", "Q3" as first and last month of a year."""
    quarter = next((word.value for word in words if word.kind == "QUARTERNAME"), None)
    if quarter is not None:
        return quarter * 3 - 2, quarter * 3
    at = next(i for i, word in enumerate(words) if word.kind in ("ORD", "ORDAY", "LAST"))
    ordinal = words[at].value
    unit = next(word for word in words[at:] if word.kind in ("QUARTER", "HALF", "MONTHPLURAL", "MONTHWORD"))
    if unit.kind in ("MONTHPLURAL", "MONTHWORD"):
        inner = words[at + 1 : words.index(unit)]
        count = number_of(inner) or 1
        if count > 12 or ordinal not in (1, -1):  # months of a year
            return None
        return (1, count) if ordinal == 1 else (13 - count, 12)
    ordinal = 12 // unit.value if ordinal == -1 else ordinal
    last = ordinal * unit.value
    return (last - unit.value + 1, last) if last <= 12 else None
