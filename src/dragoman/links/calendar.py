"""Lays times on the calendar, honestly: what the text does not fix stays open.

The anchor is the report's day. Where the report gives no year, one may follow from clues in the text (`dragoman.links.report_year`);
times that rest on it are `RELATIVE` and carry the clues. Without any year, dates keep ``XXXX``. The report's day itself never becomes
the date of an event here: an expression that is no date gives None.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from dragoman.links.day_arithmetic import (
    DAY_CHARS,
    FIRST_YEAR,
    LAST_YEAR,
    MONTH_CHARS,
    YEAR_CHARS,
    day_of,
    days_from,
    find_quarter,
    find_week,
    find_weekend,
    first_month,
    make_day,
    month_day_of,
    month_from,
    nearest_year,
    parts_of,
    shift_day,
    shift_month,
    year_by_weekday,
    year_of,
)
from dragoman.links.iranian_years import find_iranian_months, lay_iranian_year
from dragoman.links.report_year import infer_report_year
from dragoman.links.weekdays import count_from_stamp, find_stamped_weekday, lay_weekday
from dragoman.values.claim import DateBasis
from dragoman.values.edtf import earliest, is_edtf
from dragoman.values.link import When

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.values.document import Document, PublishedBasis
    from dragoman.values.mention import Sentence, TimeExpression
    from dragoman.values.span import Span

__all__ = ["Calendar", "make_calendar"]

_MOST_UNITS = 1000  # "5000 weeks ago" is no date
_SLACK_DAYS = 2  # stamps and datelines differ by a day or two: what is past may bear tomorrow's date
_NEAR_DAYS = 45  # where the anchor is only near the report's day
_IRAN = "Iran"
_MIDWEEK = 2  # from Wednesday on "the weekend" is the coming one


def make_calendar(document: Document, sentences: Sequence[Sentence]) -> Calendar:
    """Make the calendar of one report from its day of publication or, failing that, from the clues in its text.

    Args:
        document: Its `published` or `stamped` is the anchor.
        sentences: In order, with their time mentions; read for clues only when the year is not given.
    """
    iranian = _IRAN in document.text
    parts = [] if document.published is None else parts_of(document.published[:DAY_CHARS])
    if parts and FIRST_YEAR <= parts[0] <= LAST_YEAR:
        day = date(*parts) if len(parts) == len(("year", "month", "day")) else None
        month = parts[1] if len(parts) > 1 else None
        near = day or (date(parts[0], month, 15) if month else None)
        return Calendar(year=parts[0], day=day, near=near, stamped=None, basis=document.published_basis, iranian=iranian)
    guess = infer_report_year(document, sentences)
    stamped = month_day_of(document.stamped)
    if guess is None:
        weekday = find_stamped_weekday(document, sentences)
        return Calendar(
            year=None, day=None, near=None, stamped=stamped, basis=document.published_basis, iranian=iranian, stamped_weekday=weekday
        )
    day = make_day(guess.year, *stamped) if stamped else None
    near = day or (make_day(guess.year, *guess.month_day) if guess.month_day else None)
    return Calendar(
        year=guess.year, day=day, near=near, stamped=stamped, basis=document.published_basis, clues=guess.clues, iranian=iranian
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The anchor of one report.

    Attributes:
        year: The year of the report, given or inferred, or None.
        day: Its day, when the year is known.
        near: A day near the report's, good enough to choose a year; `day` when that is known.
        stamped: Month and day of a stamp without a year.
        basis: Where the publication time was found.
        clues: What an inferred year rests on; empty when the year is given.
        stamped_weekday: The weekday of `stamped`, where the lead tells it and no year is known.
        iranian: True when a year such as 1400 is an Iranian one: the report speaks of Iran.
    """

    year: int | None
    day: date | None
    near: date | None
    stamped: tuple[int, int] | None
    basis: PublishedBasis | None
    clues: tuple[Span, ...] = ()
    iranian: bool = False
    stamped_weekday: int | None = None

    @property
    def report_day(self) -> str | None:
        """The day of the report as EDTF, ``XXXX-03-04`` when the year is not known; None when the day is not."""
        if self.day is not None:
            return self.day.isoformat()
        return None if self.stamped is None else f"XXXX-{self.stamped[0]:02}-{self.stamped[1]:02}"

    @property
    def report_year(self) -> int | None:
        """The year of the report, given or inferred."""
        return self.year

    @property
    def published_basis(self) -> PublishedBasis | None:
        """Where the publication time was found."""
        return self.basis

    def lay(
        self, expression: TimeExpression, *, event: str | None = None, future: bool | None = None, told: str | None = None
    ) -> When | None:
        """Say which date `expression` means, or None when it means none or the text does not fix it.

        Args:
            expression: As found in the text.
            event: EDTF date of the event being told: the anchor of "the same day" and "a day earlier".
            future: Whether the words speak of the future; None when that is not known: weekdays are then past, dates without their year
                past unless they lie close ahead.
            told: EDTF date with its year that the same sentence gave before: "the statement of 10 November" behind "autumn 2020"
                is of 2020.

        Returns:
            A date with its basis: `STATED` when written out, perhaps without its year, `RELATIVE` when worked out.
        """
        if expression.form == "duration" or abs(expression.offset or 0) > _MOST_UNITS:
            return None
        laid = _Layer(self, event, future, told).lay(expression)
        return laid if laid is None or is_edtf(laid.edtf) else None

    def start(self, expression: TimeExpression) -> When | None:
        """Say when the time "since …" began; None for any other duration."""
        return self.bound(expression) if expression.direction == "past" else None

    def bound(self, expression: TimeExpression, *, event: str | None = None, future: bool | None = None) -> When | None:
        """Say which date the end is that "since 2018", "until May" or "before Monday" names; None for any other duration."""
        if expression.form != "duration":
            return None
        future = False if expression.direction == "past" else future
        if expression.edtf is not None:
            return self.lay(replace(expression, form="interval" if "/" in expression.edtf else "date"), event=event, future=future)
        if expression.weekday is not None:
            return self.lay(replace(expression, form="weekday"), event=event, future=future)
        if expression.unit is not None and expression.offset is not None and expression.length is None:
            return self.lay(replace(expression, form="relative"), event=event, future=future)
        return None

    def period(self, expression: TimeExpression, *, event: str | None = None) -> When | None:
        """Say which period a figure for `expression` covers: as `lay`, and "since September 2017" runs up to the report."""
        since = self.start(expression)
        if since is None:
            return self.lay(expression, event=event, future=None)
        end = self.report_day if self.day is not None else (str(self.year) if self.year else None)
        if end is None or "/" in since.edtf or since.edtf.startswith("X"):
            return None
        chars = min(len(since.edtf), len(end))
        return When(edtf=f"{since.edtf[:chars]}/{end[:chars]}", basis=DateBasis.RELATIVE, clues=self.clues)


@dataclass(frozen=True, slots=True)
class _Layer:
    """One act of laying: the calendar with the event and the tense."""

    calendar: Calendar
    event: str | None
    future: bool | None
    told: str | None

    def lay(self, expression: TimeExpression) -> When | None:
        readers = {
            "date": self._date, "interval": self._interval, "weekday": self._weekday, "relative": self._relative, "same": self._same,
            "nth day": self._nth_day, "year to": self._year_to, "era": self._date, "clock": self._clock,
        }  # fmt: skip
        reader = readers.get(expression.form)
        return None if reader is None else reader(expression)

    def _stated(self, edtf: str) -> When:
        """Give a date that is written out, but for its year: an inferred year makes it a reckoned one."""
        if self.calendar.clues and not edtf.startswith("X"):
            return When(edtf=edtf, basis=DateBasis.RELATIVE, clues=self.calendar.clues)
        return When(edtf=edtf, basis=DateBasis.STATED)

    def _reckoned(self, edtf: str | None) -> When | None:
        return None if edtf is None else When(edtf=edtf, basis=DateBasis.RELATIVE, clues=self.calendar.clues)

    def _date(self, expression: TimeExpression) -> When | None:
        edtf = expression.edtf or ""
        if not edtf.startswith("XXXX"):
            iranian = lay_iranian_year(edtf) if self.calendar.iranian and expression.form == "date" else None
            return When(edtf=iranian or edtf, basis=DateBasis.STATED)
        if expression.unit == "year" and expression.offset is not None:
            if expression.from_event:
                year = year_of(self.event)
                return self._reckoned(None if year is None else f"{year + expression.offset:04}{edtf[4:]}")
            if self.calendar.year is None:
                return self._stated(edtf) if expression.offset == 0 else None
            return self._reckoned(f"{self.calendar.year + expression.offset:04}{edtf[4:]}")
        if expression.from_event and expression.offset is not None:
            return self._after_event(expression)
        laid = self._choose_year(edtf, expression)
        return self._reckoned(laid) if expression.offset is not None and not laid.startswith("X") else self._stated(laid)

    def _after_event(self, expression: TimeExpression) -> When | None:
        """Lay "the following May": the first May behind the event."""
        year = year_of(self.event)
        if year is None or self.event is None:
            return None
        month, event_month = first_month(expression.edtf or ""), first_month(self.event)
        return self._reckoned(f"{year + 1 if month <= event_month else year}{(expression.edtf or '')[4:]}")

    def _choose_year(self, edtf: str, expression: TimeExpression) -> str:
        """Give a date without a year the year that the report's day and the tense ask for."""
        calendar = self.calendar
        told = earliest(self.told) if self.told is not None and expression.attribute else None
        if told is not None and self.told is not None and len(self.told) > YEAR_CHARS and FIRST_YEAR <= told.year <= LAST_YEAR:
            year = nearest_year(edtf, told, "future", slack=0, strict=False)
            return edtf if year is None else f"{year:04}{edtf[4:]}"
        if calendar.near is None:
            return edtf if calendar.year is None else f"{calendar.year:04}{edtf[4:]}"
        direction = expression.direction or _tense(self.future)
        strict = expression.offset in (-1, 1)
        if expression.weekday is not None and len(edtf) == DAY_CHARS:
            by_weekday = year_by_weekday(edtf, expression.weekday, calendar.near)
            if by_weekday is not None:
                return f"{by_weekday:04}{edtf[4:]}"
        year = nearest_year(edtf, calendar.near, direction, slack=_SLACK_DAYS if calendar.day else _NEAR_DAYS, strict=strict)
        return edtf if year is None else f"{year:04}{edtf[4:]}"

    def _interval(self, expression: TimeExpression) -> When | None:
        start, _, end = (expression.edtf or "").partition("/")
        if not end.startswith("XXXX"):
            first, last = (lay_iranian_year(year) if self.calendar.iranian else None for year in (start, end))
            laid = f"{first[:MONTH_CHARS]}/{last[-MONTH_CHARS:]}" if first and last else f"{start}/{end}"
            return When(edtf=laid, basis=DateBasis.STATED)
        if expression.unit == "year" and expression.offset is not None:
            base = year_of(self.event) if expression.from_event else self.calendar.year
            if base is None:
                return self._stated(f"{start}/{end}") if expression.offset == 0 else None
            end = f"{base + expression.offset:04}{end[4:]}"
        else:
            end = self._choose_year(end, expression)
        if end.startswith("XXXX"):
            return When(edtf=f"{start}/{end}", basis=DateBasis.STATED)
        year = int(end[:4])
        start = f"{year - 1 if start[5:] > end[5:] else year:04}{start[4:]}"
        laid = f"{start}/{end}"
        return self._reckoned(laid) if expression.unit == "year" else self._stated(laid)

    def _weekday(self, expression: TimeExpression) -> When | None:
        calendar = self.calendar
        anchor = day_of(self.event) if expression.from_event else calendar.day
        direction = expression.direction or _tense(self.future) or "past"
        if anchor is not None:
            return self._reckoned(lay_weekday(expression, anchor, direction))
        if calendar.stamped_weekday is None or expression.from_event:
            return None
        return self._reckoned(count_from_stamp(expression, calendar.report_day, calendar.stamped_weekday, direction))

    def _relative(self, expression: TimeExpression) -> When | None:
        """Lay "yesterday", "last month", "the first half of next year": counted from the report, or from the event."""
        if expression.from_event:
            return self._from_event(expression)
        offset, calendar = expression.offset or 0, self.calendar
        if expression.unit == "day":
            return self._reckoned(shift_day(calendar.report_day, offset))
        if expression.unit == "month":
            month = shift_month(calendar.report_day or (None if calendar.clues else _iso_month(calendar.near)), offset)
            return self._reckoned(_with_day(month, expression.edtf))
        if expression.unit == "year":
            year = self._year(expression, offset)
            return self._reckoned(f"{year}~" if year is not None and expression.approximate else year)
        if expression.unit == "century" and calendar.year is not None:
            return self._reckoned(f"{calendar.year // 100 + offset:02}XX")
        return None if calendar.day is None else self._reckoned(self._part_of_calendar(expression, calendar.day, offset))

    def _part_of_calendar(self, expression: TimeExpression, day: date, offset: int) -> str | None:
        """Lay weeks, weekends, quarters and decades, which need the whole day of the report."""
        if expression.unit == "week":
            return find_week(day, offset)
        if expression.unit == "weekend":
            ahead = self.future or expression.direction == "future" or (self.future is None and day.weekday() >= _MIDWEEK)
            return days_from(find_weekend(day, offset, ahead=ahead), 1)
        if expression.unit == "quarter":
            return find_quarter(day, offset)
        if expression.unit == "decade" and offset < 0:
            return f"{day.year + 10 * offset:04}~"
        return None

    def _year(self, expression: TimeExpression, offset: int) -> str | None:
        year = self.calendar.year
        if year is None:
            return None
        if expression.iranian:
            near = self.calendar.near
            return None if near is None else find_iranian_months(near, offset, expression.months or (1, 12))
        year += offset
        if expression.months is not None:
            return f"{year:04}-{expression.months[0]:02}/{year:04}-{expression.months[1]:02}"
        return f"{year:04}"

    def _clock(self, _expression: TimeExpression) -> When | None:
        """Lay a time of day on the day that is told, else on the report's."""
        return self._reckoned(self.event if self.event and len(self.event) == DAY_CHARS else self.calendar.report_day)

    def _from_event(self, expression: TimeExpression) -> When | None:
        """Lay "a day earlier", "two years later": counted from the event being told."""
        offset, event = expression.offset or 0, self.event
        if event is None:
            return None
        anchor = event.split("/")[0 if offset < 0 else -1].rstrip("~?%")
        if expression.unit in ("day", "week", "weekend"):
            return self._reckoned(shift_day(anchor, offset * (1 if expression.unit == "day" else 7)))
        if expression.unit == "month":
            return self._reckoned(_with_day(shift_month(anchor, offset), expression.edtf))
        year = year_of(anchor)
        if year is None or expression.unit not in ("year", "decade"):
            return None
        if expression.months is not None:
            first, last = expression.months
            return self._reckoned(f"{year + offset:04}-{first:02}/{year + offset:04}-{last:02}")
        return self._reckoned(f"{year + offset * (10 if expression.unit == 'decade' else 1):04}")

    def _same(self, expression: TimeExpression) -> When | None:
        event = self.event
        if event is None:
            return None
        if expression.unit == "year":
            return self._reckoned(event[:YEAR_CHARS] if year_of(event) is not None else None)
        if expression.unit == "month":
            return self._reckoned(event[:MONTH_CHARS] if len(event) >= MONTH_CHARS else None)
        if expression.unit in ("week", "weekend"):
            day = day_of(event)
            if day is None:
                return None
            week = find_week(day, expression.offset or 0)
            return self._reckoned(
                week if expression.unit == "week" else days_from(find_weekend(day, expression.offset or 0, ahead=True), 1)
            )
        return self._reckoned(event)

    def _nth_day(self, expression: TimeExpression) -> When | None:
        """Lay "on the second day": days of an event that lasts several, or the first of one dated by its day."""
        event, offset = self.event or "", expression.offset or 0
        first, _, last = event.partition("/")
        if len(first) != DAY_CHARS or (last and len(last) != DAY_CHARS):
            return None
        if offset == 0:
            return self._reckoned(first)
        if not last:
            return None
        laid = last if offset < 0 else shift_day(first, offset)
        return self._reckoned(laid if laid is not None and laid <= last else None)

    def _year_to(self, expression: TimeExpression) -> When | None:
        """Lay "the fiscal year that ended in March" as months: those behind the March before, up to March."""
        edtf = expression.edtf or ""
        written = not edtf.startswith("X")
        if not written:
            if self.calendar.year is None:
                return None
            edtf = self._choose_year(edtf, expression)
        if len(edtf) < MONTH_CHARS or edtf.startswith("X"):
            return None
        year, month = int(edtf[:4]), int(edtf[5:7])
        first, last = expression.months or (1, 12)
        middle = expression.iranian or (len(edtf) == DAY_CHARS and int(edtf[8:]) < monthrange(year, month)[1] - 1)
        start = month_from(year, month - (last - first + 1) + (0 if middle else 1))
        laid = f"{start}/{edtf[:MONTH_CHARS]}"
        return When(edtf=laid, basis=DateBasis.STATED) if written else self._stated(laid)


def _tense(future: bool | None) -> str | None:  # noqa: FBT001 - a tense has three values
    return None if future is None else "future" if future else "past"


def _with_day(month: str | None, edtf: str | None) -> str | None:
    """Give a month the day of "the 4th of this month"."""
    return f"{month}{edtf[7:]}" if month is not None and edtf is not None else month


def _iso_month(near: date | None) -> str | None:
    return None if near is None else f"{near.year:04}-{near.month:02}"
