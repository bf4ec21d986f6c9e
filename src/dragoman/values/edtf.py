"""Dates as EDTF (ISO 8601-2, level 1), the part of it that news needs.

Written forms: ``2022``, ``2022-02``, ``2022-02-09``, the seasons ``2019-21`` (spring) to ``2019-24`` (winter),
an unknown year ``XXXX-03`` or ``XXXX-03-04``, a decade ``198X``, a century ``18XX``, a year or century before our era (``-0043``,
``-06XX``), an interval ``A/B``, and ``~`` (about) or ``?`` behind any of them.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

__all__ = ["earliest", "is_edtf", "latest", "overlap"]

_ONE = re.compile(r"(?P<year>-?\d{4}|XXXX|-?\d{3}X|-?\d{2}XX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?[~?%]?", re.ASCII)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


def is_edtf(text: str) -> bool:
    """Say whether `text` is a date in the forms of this module, with a real month and day.

    Example:
        >>> is_edtf("2022-02-09"), is_edtf("2022-02-30"), is_edtf("2021-01/2021-08")
        (True, False, True)
    """
    parts = text.split("/")
    return len(parts) <= 2 and all(_is_one(part) for part in parts)  # noqa: PLR2004 - an interval has two ends


def earliest(text: str) -> date | None:
    """Return the first day that `text` can mean, or None when its year is unknown.

    Example:
        >>> earliest("2021-01/2021-08"), earliest("XXXX-03-04")
        (datetime.date(2021, 1, 1), None)
    """
    return _bounds(text.split("/", maxsplit=1)[0])[0]


def latest(text: str) -> date | None:
    """Return the last day that `text` can mean, or None when its year is unknown.

    Example:
        >>> latest("2021-01/2021-08"), latest("2024-02")
        (datetime.date(2021, 8, 31), datetime.date(2024, 2, 29))
    """
    return _bounds(text.rsplit("/", maxsplit=1)[-1])[1]


def overlap(one: str, other: str) -> bool:
    """Say whether two dates can mean a day in common; dates without a year are compared by month and day.

    Example:
        >>> overlap("2022-05", "2022-05-18"), overlap("XXXX-03-04", "2019-03"), overlap("2021", "2022-01")
        (True, True, False)
    """
    if "X" in one[:4] or "X" in other[:4]:
        length = min(len(one.rstrip("~?%")), len(other.rstrip("~?%")))
        return all(a == b or "X" in (a, b) for a, b in zip(one[:length], other[:length], strict=True))
    first_one, last_one, first_other, last_other = earliest(one), latest(one), earliest(other), latest(other)
    if first_one is None or last_one is None or first_other is None or last_other is None:
        return False
    return first_one <= last_other and first_other <= last_one


def _is_one(text: str) -> bool:
    match = _ONE.fullmatch(text)
    if match is None:
        return False
    if match["month"] is None:
        return True
    month = int(match["month"])
    if match["day"] is None:
        return 1 <= month <= 12 or month in _SEASON_MONTHS  # noqa: PLR2004 - months of a year
    year = int(match["year"]) if match["year"].isdigit() else 2000
    return year > 0 and 1 <= month <= 12 and 1 <= int(match["day"]) <= calendar.monthrange(year, month)[1]  # noqa: PLR2004


@lru_cache(maxsize=4096)  # a long text compares the same few dates again and again
def _bounds(text: str) -> tuple[date | None, date | None]:
    match = _ONE.fullmatch(text)
    if match is None or match["year"] in ("XXXX", "0000") or match["year"].startswith("-"):
        return None, None
    first_year = int(match["year"].replace("X", "0")) or 1
    last_year = int(match["year"].replace("X", "9"))
    if match["month"] is None:
        return date(first_year, 1, 1), date(last_year, 12, 31)
    month = int(match["month"])
    if month in _SEASON_MONTHS:
        first_month, last_month = _SEASON_MONTHS[month]
        return date(first_year, first_month, 1), _last_day(last_year, last_month)
    if match["day"] is None:
        return date(first_year, month, 1), _last_day(last_year, month)
    day = date(first_year, month, int(match["day"]))
    return day, day


def _last_day(year: int, month: int) -> date:
    year, month = (year + 1, month - 12) if month > 12 else (year, month)  # noqa: PLR2004 - winter ends next year
    return date(year, month, calendar.monthrange(year, month)[1])
