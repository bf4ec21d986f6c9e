"""Arithmetic on EDTF days and months, with or without their year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = [
    "DAY_CHARS",
    "FIRST_YEAR",
    "LAST_YEAR",
    "MONTH_CHARS",
    "YEAR_CHARS",
    "day_of",
    "days_from",
    "find_quarter",
    "find_week",
    "find_weekend",
    "first_month",
    "make_day",
    "month_day_of",
    "month_from",
    "nearest_weekday",
    "nearest_year",
    "parts_of",
    "shift_day",
    "shift_month",
    "year_by_weekday",
    "year_of",
]

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_ANY_YEAR = 2001  # stands in for an unknown year in day arithmetic; not a leap year
YEAR_CHARS, MONTH_CHARS, DAY_CHARS = len("2022"), len("2022-05"), len("2022-05-18")
FIRST_YEAR, LAST_YEAR = 1000, 9000  # day arithmetic stays inside the calendar
_SATURDAY = 5
_NEAR = 3  # an undirected date lies ahead only when that is this many times nearer than the one behind

_WHOLE_DAY = re.compile(r"(\d{4}|XXXX)-(\d\d)-(\d\d)", re.ASCII)


def parts_of(edtf: str) -> list[int]:
    """Return year, month and day as far as given."""
    return [int(part) for part in edtf.rstrip("~?%").split("-")]


def month_day_of(stamped: str | None) -> tuple[int, int] | None:
    """Return month and day of ``XXXX-03-04``."""
    return None if stamped is None else (int(stamped[5:7]), int(stamped[8:10]))


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where it does not exist or the calendar ends."""
    if not FIRST_YEAR <= year <= LAST_YEAR or day > monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def year_of(edtf: str | None) -> int | None:
    """Return the year when it is known to the digit."""
    return int(edtf[:4]) if edtf is not None and edtf[:4].isdigit() else None


def day_of(edtf: str | None) -> date | None:
    """Return the day, or the last day of an interval of days; None for anything coarser or without its year."""
    match = _WHOLE_DAY.fullmatch((edtf or "").split("/")[-1])
    return None if match is None or match[1] == "XXXX" else make_day(int(match[1]), int(match[2]), int(match[3]))


def days_from(first: date, more: int) -> str:
    """Write the interval of `first` and as many `more` days."""
    return f"{first.isoformat()}/{(first + timedelta(days=more)).isoformat()}"


def shift_day(edtf: str | None, days: int) -> str | None:
    """Move a day; without a year it moves unless a leap day may lie between."""
    match = _WHOLE_DAY.fullmatch(edtf or "")
    if match is None:
        return None
    known = match[1] != "XXXX"
    day = make_day(int(match[1]) if known else _ANY_YEAR, int(match[2]), int(match[3]))
    if day is None or abs(days) > 366 * 100:
        return None
    try:
        moved = day + timedelta(days=days)
    except OverflowError:
        return None
    if known:
        return moved.isoformat()
    leap = [date(year, 2, 28) for year in (moved.year, day.year)]
    if any(min(day, moved) <= end < max(day, moved) for end in leap):
        return None
    return f"XXXX-{moved.month:02}-{moved.day:02}"


def shift_month(edtf: str | None, months: int) -> str | None:
    """Move the month of a date; without a year it stays without."""
    if edtf is None or len(edtf) < MONTH_CHARS:
        return None
    month = int(edtf[5:7])
    if not edtf[:4].isdigit():
        return f"XXXX-{(month - 1 + months) % 12 + 1:02}"
    return month_from(int(edtf[:4]), month + months)


def month_from(year: int, month: int) -> str:
    """Write a month that may lie outside 1 to 12: 0 is December of the year before."""
    return f"{year + (month - 1) // 12:04}-{(month - 1) % 12 + 1:02}"


def find_week(day: date, offset: int) -> str:
    """Write the week of `day`, from Monday to Sunday, or one so many weeks from it."""
    return days_from(day - timedelta(days=day.weekday()) + timedelta(weeks=offset), 6)


def find_weekend(day: date, offset: int, *, ahead: bool) -> date:
    """Return the Saturday of the last weekend (`offset` below 0), else of this one: the coming one where the words look `ahead`."""
    saturday = day + timedelta(days=_SATURDAY - day.weekday())
    if offset < 0 or (offset == 0 and not ahead):
        return saturday if day.weekday() > _SATURDAY else saturday - timedelta(weeks=1)
    return saturday


def find_quarter(day: date, offset: int) -> str:
    """Write the months of the quarter of `day`, or of one so many quarters from it."""
    count = day.year * 4 + (day.month - 1) // 3 + offset
    return f"{count // 4:04}-{count % 4 * 3 + 1:02}/{count // 4:04}-{count % 4 * 3 + 3:02}"


def first_month(edtf: str) -> int:
    """Return the month of a date, the first month of a season, 0 where neither is given."""
    month = int(edtf[5:7] or 0)
    return _SEASONS[month][0] if month in _SEASONS else month


def nearest_weekday(anchor: date, weekday: int, direction: str, *, strict: bool) -> date:
    """Return the weekday on or before `anchor` (past) or on or after it (future); `strict` leaves out `anchor` itself."""
    if direction == "future":
        ahead = (weekday - anchor.weekday()) % 7
        return anchor + timedelta(days=ahead or (7 if strict else 0))
    behind = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=behind or (7 if strict else 0))


def year_by_weekday(edtf: str, weekday: int, near: date) -> int | None:
    """Return the year near the report in which that day of the month falls on that weekday."""
    for distance in (0, -1, 1):
        day = make_day(near.year + distance, int(edtf[5:7]), int(edtf[8:10]))
        if day is not None and day.weekday() == weekday and abs((day - near).days) < 300:  # well under a year
            return day.year
    return None


def nearest_year(edtf: str, near: date, direction: str | None, *, slack: int, strict: bool) -> int | None:
    """Choose the year that puts a month, day or season on the asked side of `near`, nearest to it.

    `strict` leaves out the month or day of `near` itself; else the past reaches `slack` days beyond it.
    """
    spans = [(year, *_bounds(year, edtf)) for year in range(near.year - 4, near.year + 5)]
    month_start = near.replace(day=1) if len(edtf) == MONTH_CHARS else near
    until = near + timedelta(days=slack)
    behind = [
        year for year, first, last in spans if first is not None and last is not None and (last < month_start if strict else first <= until)
    ]
    ahead = [year for year, first, last in spans if first is not None and last is not None and (first > near if strict else last >= near)]
    if not behind or not ahead:
        return None
    if direction == "past":
        return behind[-1]
    if direction == "future":
        return ahead[0]
    if behind[-1] == ahead[0]:
        return ahead[0]
    back = near - (_bounds(behind[-1], edtf)[1] or near)
    forth = (_bounds(ahead[0], edtf)[0] or near) - near
    return ahead[0] if forth * _NEAR < back else behind[-1]


def _bounds(year: int, edtf: str) -> tuple[date | None, date | None]:
    parts = [int(part) for part in edtf[5:].split("-")]
    if len(parts) > 1:
        day = make_day(year, parts[0], parts[1])
        return day, day
    first, last = _SEASONS.get(parts[0], (parts[0], parts[0]))
    if not FIRST_YEAR < year < LAST_YEAR:
        return None, None
    end_year, last = (year + 1, last - 12) if last > 12 else (year, last)  # winter ends in the year behind
    return date(year, first, 1), date(end_year, last, monthrange(end_year, last)[1])
