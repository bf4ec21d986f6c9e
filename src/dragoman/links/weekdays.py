"""Weekdays on the calendar: counted from the report's day, or from the dateline of a report whose year is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dragoman.links.day_arithmetic import nearest_weekday, shift_day
from dragoman.links.tense import looks_ahead
from dragoman.values.document import Document
from dragoman.values.mention import Sentence, TimeExpression

__all__ = ["count_from_stamp", "find_stamped_weekday", "lay_weekday"]

_WEEK_DAYS = 7


def lay_weekday(expression: TimeExpression, anchor: date, direction: str) -> str | None:
    """Return the day, or the interval of days, that a weekday means on the asked side of `anchor`."""
    weekday = expression.weekday
    if weekday is None:
        return None
    if expression.unit == "week" and expression.offset is not None:
        monday = anchor - timedelta(days=anchor.weekday()) + timedelta(weeks=expression.offset)
        return (monday + timedelta(days=weekday)).isoformat()
    strict = expression.offset in (-1, 1)
    if expression.weekday_to is None:
        return nearest_weekday(anchor, weekday, direction, strict=strict).isoformat()
    length = timedelta(days=(expression.weekday_to - weekday) % _WEEK_DAYS)
    if direction == "future":
        first = nearest_weekday(anchor, weekday, direction, strict=strict)
        return f"{first.isoformat()}/{(first + length).isoformat()}"
    last = nearest_weekday(anchor, expression.weekday_to, direction, strict=strict)
    return f"{(last - length).isoformat()}/{last.isoformat()}"


def count_from_stamp(expression: TimeExpression, stamped: str | None, known: int, direction: str) -> str | None:
    """Count from a dateline without its year, of which the weekday is known: "OSLO, Sept 9 - He left on Monday" makes Sunday the eighth."""
    if expression.weekday is None or expression.unit is not None or expression.weekday_to is not None:
        return None
    ahead = direction == "future"
    days = (expression.weekday - known) % _WEEK_DAYS if ahead else -((known - expression.weekday) % _WEEK_DAYS)
    if days == 0 and expression.offset in (-1, 1):
        days = _WEEK_DAYS * expression.offset
    return shift_day(stamped, days)


def find_stamped_weekday(document: Document, sentences: Sequence[Sentence]) -> int | None:
    """Return the weekday that the lead gives the day of the dateline; None without a dateline or where the lead looks ahead.

    Only a dateline with its place counts: newspapers without one mostly tell of the day before.
    """
    if document.stamped is None or document.dateline_place is None:
        return None
    for sentence in sentences:
        if sentence.paragraph > 0:
            break
        for mention in sentence.mentions:
            named = mention.named
            if sentence.paragraph < 0 or not isinstance(named, TimeExpression) or named.form != "weekday":
                continue
            plain = named.direction is None and named.unit is None and named.weekday_to is None and not named.from_event
            ahead = looks_ahead(document.text, sentence.span, mention.span)
            return named.weekday if plain and ahead is not True else None
    return None
