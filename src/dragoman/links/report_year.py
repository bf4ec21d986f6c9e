"""Works out the year of a report that does not give it, from what its text says, or leaves it open.

A clue yields the year that it asks for. Clues that disagree, or one that other words of the text rule out, leave the year unknown:
an open year is an answer, a wrong one is not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.kb.tables import read_table
from dragoman.values.mention import StateName, TimeExpression
from dragoman.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.values.document import Document
    from dragoman.values.mention import Sentence

__all__ = ["ReportYear", "infer_report_year"]

_INDEPENDENCE = Path(__file__).with_name("independence.csv")
_DAY_CHARS = len("XXXX-03-04")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_FRESH_MONTHS = 9  # figures for part of a year are reported within so many months; later ones have replaced them
_TIES_YEARS = 3  # states took up relations with a new state within about so many years
_ORDINALS = {
    "first": 1, "fifth": 5, "tenth": 10, "fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "thirty-fifth": 35,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
}  # fmt: skip
_ANNIVERSARY = re.compile(
    rf"\b(?:(?P<number>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))}))[ -]anniversary\b",
    re.IGNORECASE,
)
_BEGUN = re.compile(
    r"\b(?:establish|sign|found|open|restor|proclaim|declar|adopt|conclud|start|launch|introduc|recogni[sz]|gain)ed\b"
    r"|\b(?:set up|began|begun)\b",
    re.IGNORECASE,
)
_FALLS = re.compile(r"\b(?:falls?|marks?|marked|celebrat\w+|commemorat\w+|will be|due)\b", re.IGNORECASE)
_PASSED = re.compile(r"\b(?:passed|elapsed|gone by)\b", re.IGNORECASE)
_TIES = re.compile(r"\bdiplomatic (?:relations|ties)\b", re.IGNORECASE)
_FREEDOM = re.compile(r"\bindependence\b", re.IGNORECASE)
_APPOSED = re.compile(r"[\s,(]*(?:in|of|that is|i\.e\.)?\s*", re.IGNORECASE)
_BEGUN_REACH_CHARS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportYear:
    """The year that follows, the words that it follows from, and the first month and day that the report gives without a year."""

    year: int
    clues: tuple[Span, ...]
    month_day: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class _Time:
    span: Span
    expression: TimeExpression


@dataclass(frozen=True, slots=True)
class _Clue:
    years: frozenset[int]
    spans: tuple[Span, ...]


def infer_report_year(document: Document, sentences: Sequence[Sentence]) -> ReportYear | None:
    """Work out the year of a report without one.

    1. Part of a year as the latest figures ("the first eight months of 2021"), with the month of the news.
    2. An anniversary whose origin is told, or is the independence of the states concerned; "thirty years have passed since 1992".
    3. "last year (2016)" and the like.
    4. A year named in the text in which the dateline falls on the weekday that the news gives.

    Returns:
        None when nothing says it, when clues disagree, or when the text speaks of later years as past.
    """
    times = [_times(sentence) for sentence in sentences]
    month_day = _first_month_day(document, times)
    clues = [
        *_figures(times, month_day),
        *_anniversaries(document.text, sentences, times),
        *_appositions(document.text, times),
    ]
    weekdays = _weekday_years(document, times)
    if not clues:
        clues = list(_named_years(times, weekdays))
    if not clues:
        return None
    years = frozenset.intersection(*(clue.years for clue in clues))
    if weekdays is not None:
        years &= weekdays
    if len(years) != 1:
        return None
    year = min(years)
    if not _FIRST_YEAR <= year <= _LAST_YEAR or year < _latest_past(times):
        return None
    spans = tuple(sorted({span for clue in clues for span in clue.spans}))
    return ReportYear(year=year, clues=spans, month_day=month_day)


def _times(sentence: Sentence) -> list[_Time]:
    return [_Time(mention.span, mention.named) for mention in sentence.mentions if isinstance(mention.named, TimeExpression)]


def _year(time: _Time) -> int | None:
    """Return the year that an expression writes out."""
    edtf = time.expression.edtf
    return int(edtf[:4]) if edtf is not None and edtf[:4].isdigit() else None


def _first_month_day(document: Document, times: Sequence[Sequence[_Time]]) -> tuple[int, int] | None:
    if document.stamped is not None:
        return int(document.stamped[5:7]), int(document.stamped[8:10])
    for time in (time for group in times for time in group):
        edtf = (time.expression.edtf or "").partition("/")[0]
        if (
            time.expression.form in ("date", "interval")
            and edtf.startswith("XXXX")
            and len(edtf) == _DAY_CHARS
            and time.expression.unit is None
        ):
            return int(edtf[5:7]), int(edtf[8:10])
    return None


def _figures(times: Sequence[Sequence[_Time]], month_day: tuple[int, int] | None) -> Iterator[_Clue]:
    """1: the latest figures cover the first months of a year; the news is soon behind them."""
    found = [
        (int(edtf[:4]), int(edtf[-2:]), time.span)
        for group in times
        for time in group
        if time.expression.form == "interval"
        and not time.expression.attribute
        and re.fullmatch(r"(\d{4})-01/\1-(?:0[2-9]|1[01])", edtf := time.expression.edtf or "")
    ]
    if not found or month_day is None:
        return
    year, month, span = max(found, key=lambda item: item[:2])
    behind = (month_day[0] - month) % 12
    if 0 < behind <= _FRESH_MONTHS:
        yield _Clue(frozenset({year if month_day[0] > month else year + 1}), (span,))


def _anniversaries(text: str, sentences: Sequence[Sentence], times: Sequence[Sequence[_Time]]) -> Iterator[_Clue]:
    """2: so many years since a year that is told or known."""
    ties = _told_origin(text, sentences, times)
    for sentence, group in zip(sentences, times, strict=True):
        words = sentence.span.cut(text)
        moved = sum(time.expression.offset or 0 for time in group if _counts_years(time))
        for match in _ANNIVERSARY.finditer(words):
            number = int(match["number"]) if match["number"] else _ORDINALS[match["word"].lower()]
            span = Span(sentence.span.start + match.start(), sentence.span.start + match.end())
            others = [time for time in group if _year(time) is not None]
            origins = [time for time in others if _tells_origin(text, sentence, time)]
            if len({_year(time) for time in others}) == 1 and origins:
                yield _Clue(frozenset({(_year(origins[0]) or 0) + number - moved}), (span, origins[0].span))
            elif not others and ties is not None and _TIES.search(words):
                yield _Clue(frozenset({(_year(ties) or 0) + number - moved}), (span, ties.span))
            elif not others:
                yield from _known_origin(sentence, words, number - moved, span)
        yield from _passed(words, group)


def _counts_years(time: _Time) -> bool:
    expression = time.expression
    return expression.form == "relative" and expression.unit == "year" and not expression.from_event and abs(expression.offset or 0) == 1


def _tells_origin(text: str, sentence: Sentence, time: _Time) -> bool:
    """Say whether the year is when something began: "signed in 1992", "since 1992", "the 1992 treaty"."""
    if time.expression.attribute or (time.expression.form == "duration" and time.expression.direction == "past"):
        return True
    before = text[max(sentence.span.start, time.span.start - _BEGUN_REACH_CHARS) : time.span.start]
    begun = list(_BEGUN.finditer(before))
    return bool(begun) and _FALLS.search(before, begun[-1].end()) is None


def _told_origin(text: str, sentences: Sequence[Sentence], times: Sequence[Sequence[_Time]]) -> _Time | None:
    """Find the one year in which the text says that diplomatic relations began."""
    found = [
        time
        for sentence, group in zip(sentences, times, strict=True)
        if _TIES.search(words := sentence.span.cut(text)) and not _ANNIVERSARY.search(words)
        for time in group
        if _year(time) is not None and _tells_origin(text, sentence, time)
    ]
    return found[0] if len({_year(time) for time in found}) == 1 else None


def _known_origin(sentence: Sentence, words: str, number: int, span: Span) -> Iterator[_Clue]:
    """Use the independence of the states named: exact for its own anniversary, a bound for that of relations with it."""
    known = _load_independence()
    codes = {mention.named.code for mention in sentence.mentions if isinstance(mention.named, StateName)}
    begun = [known[code] for code in sorted(codes) if code in known]
    if not begun:
        return
    if _FREEDOM.search(words) and len(begun) == 1:
        yield _Clue(frozenset({begun[0] + number}), (span,))
    elif _TIES.search(words):
        first = max(begun) + number
        yield _Clue(frozenset(range(first, _LAST_YEAR if number == 0 else first + _TIES_YEARS + 1)), (span,))


def _passed(words: str, group: Sequence[_Time]) -> Iterator[_Clue]:
    """Read "a quarter of a century has passed since … in March 1992" and "thirty years ago, in 1992"."""
    years = [time for time in group if _year(time) is not None]
    if len({_year(time) for time in years}) != 1:
        return
    for time in group:
        expression = time.expression
        if expression.unit != "year" or expression.offset is None or expression.from_event:
            continue
        length = expression.offset if expression.form == "duration" and _PASSED.search(words) else 0
        if length > 1:
            yield _Clue(frozenset({(_year(years[0]) or 0) + length}), (time.span, years[0].span))


def _appositions(text: str, times: Sequence[Sequence[_Time]]) -> Iterator[_Clue]:
    """3: a relative year and its number side by side."""
    for group in times:
        for one, other in pairwise(group):
            for relative, written in ((one, other), (other, one)):
                expression, year = relative.expression, _year(written)
                plain = expression.form == "relative" and expression.unit == "year" and not expression.from_event and not expression.iranian
                if year is None or not plain or expression.months or _APPOSED.fullmatch(text, one.span.end, other.span.start) is None:
                    continue
                yield _Clue(frozenset({year - (expression.offset or 0)}), (one.span, other.span))


def _weekday_years(document: Document, times: Sequence[Sequence[_Time]]) -> frozenset[int] | None:
    """Return the years that the weekdays of the text allow, or None when they say nothing."""
    allowed: set[int] | None = None
    for time in (time for group in times for time in group):
        edtf = time.expression.edtf or ""
        if time.expression.form == "date" and time.expression.weekday is not None and edtf.startswith("XXXX-") and len(edtf) == _DAY_CHARS:
            years = set(_years_with(int(edtf[5:7]), int(edtf[8:10]), {time.expression.weekday}))
            allowed = years if allowed is None else allowed & years
    first = next((time.expression for group in times for time in group if time.expression.form in ("weekday", "relative")), None)
    plain = first is not None and first.form == "weekday" and first.direction is None and first.unit is None and first.weekday_to is None
    if document.stamped is not None and plain and first is not None and first.weekday is not None and not first.attribute:
        # News names the day of its dateline or the day before.
        years = set(_years_with(int(document.stamped[5:7]), int(document.stamped[8:10]), {first.weekday, (first.weekday + 1) % 7}))
        allowed = years if allowed is None else allowed & years
    return None if allowed is None else frozenset(allowed)


def _years_with(month: int, day: int, weekdays: set[int]) -> Iterator[int]:
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
        try:
            if date(year, month, day).weekday() in weekdays:
                yield year
        except ValueError:  # 29 February
            continue


def _named_years(times: Sequence[Sequence[_Time]], weekdays: frozenset[int] | None) -> Iterator[_Clue]:
    """4: among the years that the text names, the only one of its last years that the weekday of the dateline allows."""
    if weekdays is None:
        return
    named = [(year, time) for group in times for time in group if (year := _year(time)) is not None]
    latest = _latest_past(times)
    fitting = [(year, time) for year, time in named if year in weekdays and year >= latest]
    if len({year for year, _ in fitting}) == 1:
        yield _Clue(frozenset({fitting[0][0]}), (fitting[0][1].span,))


def _latest_past(times: Sequence[Sequence[_Time]]) -> int:
    """Return the latest year in which the text certainly tells something past: a whole date, or "since"."""
    years = [
        _year(time) or 0
        for group in times
        for time in group
        if (time.expression.form == "duration" and time.expression.direction == "past")
        or (time.expression.form == "date" and len(time.expression.edtf or "") == _DAY_CHARS and time.expression.direction is None)
    ]
    return max(years, default=0)


@cache
def _load_independence() -> dict[str, int]:
    """Load the year from which a state is independent, for states that became so since 1946."""
    return {row["code"]: int(row["year"]) for _, row in read_table(_INDEPENDENCE, ("code", "year"))}
