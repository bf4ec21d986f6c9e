"""Days and times as written, at a given place in a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.documents.marks import load_marks

__all__ = ["MONTHS", "WEEKDAYS", "WrittenDay", "find_day", "match_day", "match_other_calendar", "match_time", "match_weekday"]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YEARS = range(1900, 2101)  # what an article or its archive can date from

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
    r"(?![^\W\d_])\.?"
)
_DAY_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_DAY = re.compile(
    rf"(?P<iso_year>\d{{4}})(?P<mark>[-/.])(?P<iso_month>\d\d?)(?P=mark)(?P<iso_day>\d\d?)(?!\d)"
    rf"|(?P<first>\d\d?)(?P<sign>[-/.])(?P<second>\d\d?)(?P=sign)(?P<last>\d{{4}}|\d\d(?!\d|[:.]\d))(?!\d)"
    rf"|(?P<d>{_DAY_NUMBER})[\s-]+(?:of\s+)?(?P<m>{_MONTH})(?:,?[\s-]*(?P<y>\d{{4}})(?![\d:]))?"
    rf"|(?P<m2>{_MONTH})\s*(?P<d2>{_DAY_NUMBER})(?![\d:.]\d)(?!\d)(?:,?\s+(?P<y2>\d{{4}})(?![\d:]))?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?!\d)", re.ASCII)
_WEEKDAY = re.compile(
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![^\W\d_])\.?",
    re.IGNORECASE,
)
_OTHER_CALENDAR = re.compile(r"\d{1,2}[ -][^\W\d_][^\W\d_'’ʻ -]{1,14}(?:[ -][^\W\d_'’ʻ]{1,12}){0,2},? 1[34]\d\d(?!\d)(?: ?A?H\b)?")
_TIME = re.compile(
    r"(?:T|at\s+)?(?P<hour>\d\d?)[:.](?P<minute>\d\d)(?::\d\d(?:[.,]\d{1,9})?)?(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    r"(?:\s*\(?(?:(?P<zero>Z|UTC|GMT)(?![\w+-]| [+-])"
    r"|(?:UTC|GMT)?\s?(?P<sign>[+-])(?P<hours>\d\d?):?(?P<minutes>\d\d)?(?!\d)|(?P<zone>[A-Z]{2,5})(?!\w))\)?)?"
    r"(?:\s*(?:hours|hrs|local time)(?!\w))?",
    re.ASCII,
)


_START = re.compile(r"(?<![\w/.-])(?=[^\W_])")
_FOREIGN_DAY = re.compile(
    r"(?P<day>\d{1,2})(?:\.|º|er)?\s+(?:de\s+|di\s+)?(?P<month>[^\W\d_]{3,12})\.?\s+(?:de\s+|del\s+)?(?P<year>\d{4})(?!\d)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDay:
    """A day as written; `year` is None when the writer left it out."""

    year: int | None
    month: int
    day: int

    def to_edtf(self) -> str:
        """Return ``2022-05-20``, or ``XXXX-05-20`` without a year."""
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return f"{year}-{self.month:02}-{self.day:02}"


def match_day(line: str, start: int) -> tuple[WrittenDay, int] | None:
    """Return the day written at `start` and where it ends, or None when there is none or it is in no calendar.

    In figures alone (``03/04/2024``) the day is first, as in most of the world, unless only the other order is possible.
    """
    match = _DAY.match(line, start)
    if match is None:
        compact = _COMPACT.match(line, start)
        day = _make_day(*(int(part) for part in compact.groups())) if compact else None
        return (day, compact.end()) if day and compact else None
    day = _read_day(match)
    return (day, match.end()) if day else None


def find_day(line: str) -> tuple[WrittenDay, int, int] | None:
    """Return the first day with its year that `line` holds, in English or with the month named in another tongue, and where it stands.

    Only for lines that are stamps: ``3 de abril de 2007`` and ``14. september 2010`` are days there.
    """
    for match in _START.finditer(line):
        found = match_day(line, match.start())
        if found is not None and found[0].year is not None and not line[found[1] : found[1] + 1].isalnum():
            return found[0], match.start(), found[1]
        foreign = _match_foreign(line, match.start())
        if foreign is not None:
            return foreign[0], match.start(), foreign[1]
    return None


def _match_foreign(line: str, start: int) -> tuple[WrittenDay, int] | None:
    match = _FOREIGN_DAY.match(line, start)
    month = load_marks().month_number(match["month"]) if match else None
    if match is None or month is None:
        return None
    day = _make_day(int(match["year"]), month, int(match["day"]))
    return (day, match.end()) if day else None


def match_weekday(line: str, start: int) -> tuple[int, int] | None:
    """Return the weekday written at `start`, Monday being 0, and where it ends."""
    match = _WEEKDAY.match(line, start)
    return (WEEKDAYS.index(match.group()[:3].lower()), match.end()) if match else None


def match_other_calendar(line: str, start: int) -> int | None:
    """Return the end of a day of the Islamic or Persian calendar written at `start` (``4 Rajab 1445``): years that begin with 13 or 14."""
    match = _OTHER_CALENDAR.match(line, start)
    return match.end() if match else None


def match_time(line: str, start: int) -> tuple[str, int] | None:
    """Return the time written at `start` as ``10:54``, ``10:54Z`` or ``10:54+04:00``, and where it ends.

    A zone counts when it is given in figures or is the world's own; ``PKT`` or ``EST`` is read over, since letters name several zones.
    """
    match = _TIME.match(line, start)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if hour > 23 or minute > 59:
        return None
    zone = "Z" if match["zero"] else ""
    if match["sign"] and int(match["hours"]) <= 14 and int(match["minutes"] or 0) <= 59:
        zone = f"{match['sign']}{int(match['hours']):02}:{int(match['minutes'] or 0):02}"
    return f"{hour:02}:{minute:02}{zone}", match.end()


def _read_day(match: re.Match[str]) -> WrittenDay | None:
    if match["iso_year"]:
        return _make_day(int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]))
    if match["first"]:
        first, second, year = int(match["first"]), int(match["second"]), _whole_year(match["last"])
        return _make_day(year, second, first) or _make_day(year, first, second)
    month, number, written = match["m"] or match["m2"], match["d"] or match["d2"], match["y"] or match["y2"]
    return _make_day(int(written) if written else None, 1 + MONTHS.index(month[:3].lower()), int(number.rstrip("stndrhSTNDRH")))


def _whole_year(digits: str) -> int:
    """Return the year of ``13.02.25``: this century's up to 49, the last one's above."""
    year = int(digits)
    return year if len(digits) > 2 else year + (2000 if year < 50 else 1900)


def _make_day(year: int | None, month: int, day: int) -> WrittenDay | None:
    if year is not None and year not in _YEARS:
        return None
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return WrittenDay(year=year, month=month, day=day)
