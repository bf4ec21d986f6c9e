"""The year of a dateline that has none, where the text settles it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dragoman.documents.dates import MONTHS, WrittenDay, match_weekday
from dragoman.values.span import Span

__all__ = ["find_year"]

_LEAD_CHARS = 1200
_REACH_CHARS = 60_000
_YEAR = re.compile(r"(?<![\w.,/$€£-])(?:19|20)\d\d(?![\w/-]|[.,]\d)", re.ASCII)
_WEEKDAY = re.compile(r"\b(?=[MTWFS])[A-Z][a-z]{2,5}day\b")
_MONTH_BEFORE = re.compile(r"\b(?P<month>[A-Z][a-z]{2,8})\.?,? (?:\d{1,2}(?:st|nd|rd|th)?,? )?$")
_AHEAD = re.compile(
    r"\b(?:will|shall|falls?|falling|is to|are to|due|scheduled|planned|set for|expected|upcoming|later this year|takes place|begins)\b"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|\bcopyright\b)[^\n\d]{0,40}((?:19|20)\d\d)\b", re.IGNORECASE)
_FOOT_CHARS = 300
_AHEAD_CHARS = 80  # how far before the year the word may stand that puts it ahead: about the length of a clause


def find_year(text: str, story: Sequence[Span], day: WrittenDay) -> int | None:
    """Return the year in which the report of `day` must have been written, or None when the text does not settle it.

    The year of the rights at the foot ("© 2023") settles it. Else it is settled when (1) the first paragraph names one weekday alone, (2)
    the latest year that the story writes out is told as lying ahead or comes with the dateline's own month, and (3) in it, and in no other
    year written, the day falls on that weekday. A background year may fit by chance (one in seven), hence the second condition.
    """
    if not story:
        return None
    rights = _RIGHTS.search(text[-_FOOT_CHARS:])
    if rights:
        return int(rights.group(1))
    lead = story[0].cut(text)[:_LEAD_CHARS]
    weekdays = {found[0] for match in _WEEKDAY.finditer(lead) if (found := match_weekday(lead, match.start()))}
    if len(weekdays) != 1:
        return None
    end = min(story[-1].end, story[0].start + _REACH_CHARS)
    written = [(int(match.group()), match.start()) for match in _YEAR.finditer(text, story[0].start, end)]
    if not written:
        return None
    fitting = sorted({year for year, _ in written if _weekday(year, day) in weekdays})
    latest = max(year for year, _ in written)
    if fitting != [latest]:
        return None
    return latest if any(_is_near(text, start, day) for year, start in written if year == latest) else None


def _weekday(year: int, day: WrittenDay) -> int | None:
    try:
        return date(year, day.month, day.day).weekday()
    except ValueError:
        return None


def _is_near(text: str, start: int, day: WrittenDay) -> bool:
    before = text[max(0, start - _AHEAD_CHARS) : start]
    clause = re.split(r"[.!?]\s", before)[-1]
    month = _MONTH_BEFORE.search(before)
    number = MONTHS.index(month["month"][:3].lower()) + 1 if month and month["month"][:3].lower() in MONTHS else None
    if _AHEAD.search(clause):
        return number is None or number >= day.month
    return number == day.month
