"""Reads the words that a pattern of times fitted: one builder for each ``make`` of ``times.toml``.

A builder gets the words of one match and gives the `TimeExpression` that they write, or None where they write no real date (30 February).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.mentions.time_counts import read_ago, read_apart, read_duration, read_hence, read_unit_before_last
from dragoman.mentions.time_eras import read_century, read_decade, read_era, read_turn
from dragoman.mentions.time_words import (
    DAYS,
    DIRECTIONS,
    MONTHS,
    TO_EVENT,
    UNITS,
    WEEKDAYS,
    core_of,
    is_day,
    months_of,
    number_of,
    relation_of,
    to_edtf,
    to_interval,
    values_of,
)
from dragoman.values.mention import TimeExpression

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from dragoman.mentions.time_grammar import Word

__all__ = ["BUILDERS", "read_time"]

_MAY = 5
_ANY_YEAR = frozenset({"YEAR", "OLDYEAR", "YEARS"})


def read_time(make: str, words: Sequence[Word]) -> TimeExpression | None:
    """Read `words` by the builder called `make`."""
    return BUILDERS[make](words)


def _date(words: Sequence[Word]) -> TimeExpression | None:
    weekday = next(iter(values_of(words, WEEKDAYS)), None)
    core = core_of(words)
    day = next(iter(values_of(core, DAYS)), None)
    month = next(iter(values_of(core, MONTHS)), None)
    year = next((word.value for word in core if word.kind in ("YEAR", "OLDYEAR")), None)
    if day is not None and month is not None and not is_day(year, month, day):
        return None
    if day is not None and month is None:
        return None
    expression = TimeExpression(form="date", edtf=to_edtf(year, month, day), weekday=weekday)
    relation = relation_of(core)
    if year is not None or relation is None:
        return expression
    if any(word.kind == "YEARWORD" for word in core):
        return replace(expression, unit="year", offset=relation.value, from_event=relation.kind in TO_EVENT)
    direction = DIRECTIONS.get(relation.value)
    unit = "year" if relation.value == 0 else None
    return replace(expression, unit=unit, offset=relation.value, direction=direction, from_event=relation.kind in TO_EVENT)


def _iso(words: Sequence[Word]) -> TimeExpression | None:
    parts = [int(part) for part in next(str(word.value) for word in words if word.kind in ("ISO", "DOTTED")).split("-")]
    real = len(parts) < 2 or (1 <= parts[1] <= 12 and (len(parts) < 3 or (parts[2] >= 1 and is_day(parts[0], parts[1], parts[2]))))
    weekday = next(iter(values_of(words, WEEKDAYS)), None)
    return TimeExpression(form="date", edtf=to_edtf(*parts), weekday=weekday) if real and parts[0] else None


def _with_relative_year(expression: TimeExpression | None, words: Sequence[Word]) -> TimeExpression | None:
    relation = relation_of(words)
    if expression is None or relation is None:
        return expression
    return replace(expression, unit="year", offset=relation.value, from_event=relation.kind in TO_EVENT)


def _range(words: Sequence[Word]) -> TimeExpression | None:
    """Read "April 30 to May 2": two days, each in its month."""
    days, months = values_of(words, DAYS), values_of(words, MONTHS)
    years = values_of(words, {"YEAR", "OLDYEAR"})
    if len(days) == 1:  # "from May 3 to May": broken
        return None
    first_year = years[0] if len(years) > 1 else None
    return to_interval((first_year, months[0], days[0]), (years[-1] if years else None, months[-1], days[-1]))


def _days(words: Sequence[Word]) -> TimeExpression | None:
    """Read "19 and 20 April": days of one month."""
    ranges = [word.value for word in words if word.kind == "DAYS"]
    days = list(ranges[0]) if ranges else values_of(words, DAYS)
    month = values_of(words, MONTHS)[0]
    year = next(iter(values_of(words, {"YEAR"})), None)
    if sorted(days) != days or len(set(days)) != len(days):
        return None
    return _with_relative_year(to_interval((year, month, days[0]), (year, month, days[-1])), words)


def _month_range(words: Sequence[Word]) -> TimeExpression | None:
    months, years = values_of(words, MONTHS), values_of(words, {"YEAR"})
    both = [word.value for word in words if word.kind == "YEARS"]
    if both:  # "March 2016-17"
        return to_interval((both[0][0], months[0], None), (both[0][1], months[0], None))
    first_year = years[0] if len(years) > 1 else None
    end_year = years[-1] if years else None
    return _with_relative_year(to_interval((first_year, months[0], None), (end_year, months[-1], None)), words)


def _year_range(words: Sequence[Word]) -> TimeExpression | None:
    both = [word.value for word in words if word.kind == "YEARS"]
    years = both[0] if both else values_of(words, {"YEAR", "OLDYEAR"})
    return to_interval((years[0], None, None), (years[1], None, None))


def _season(words: Sequence[Word]) -> TimeExpression | None:
    season = next(word.value for word in words if word.kind in ("SEASON", "FALL"))
    year = next((word.value[0] if word.kind == "YEARS" else word.value for word in words if word.kind in _ANY_YEAR), None)
    expression = TimeExpression(form="date", edtf=to_edtf(year, season))
    relation = relation_of(core_of(words))
    if year is not None or relation is None:
        return expression
    if any(word.kind == "YEARWORD" for word in words) or relation.value == 0:
        return replace(expression, unit="year", offset=relation.value, from_event=relation.kind in TO_EVENT)
    return replace(expression, offset=relation.value, direction=DIRECTIONS[relation.value], from_event=relation.kind in TO_EVENT)


def _nth_of_month(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the 9th day of February 2021" and "the 4th of this month"."""
    day = next(iter(values_of(words, DAYS)), 0)
    if values_of(words, MONTHS):
        return _date([word for word in words if word.kind != "DAYWORD"])
    relation = relation_of(words)
    if relation is None:
        return None
    return TimeExpression(
        form="relative", unit="month", offset=relation.value, edtf=f"XXXX-XX-{day:02}", from_event=relation.kind in TO_EVENT
    )


def _feast(words: Sequence[Word]) -> TimeExpression | None:
    """Read days with names that fall on the same day of every year: Christmas Eve, New Year's Day, May Day."""
    named = next(word for word in words if word.kind in ("FEAST", "BOXING", "NEW", "NAMEMONTH"))
    month, day = (named.value, 1) if named.kind == "NAMEMONTH" else divmod(named.value, 100)
    if named.kind == "NAMEMONTH" and month != _MAY:
        return None
    year = next(iter(values_of(words, {"YEAR"})), None)
    if any(word.kind == "PART" for word in words):
        if any(word.kind == "PART" and word.value != 0 for word in words):
            return None
        month, day, year = (12, 31, year) if (month, day) == (1, 1) else (month, day - 1, year)
    return TimeExpression(form="date", edtf=to_edtf(year, month, day))


def _clock(words: Sequence[Word]) -> TimeExpression | None:
    """Read a time of day, alone or with its day."""
    hour = next((word.value for word in words if word.kind == "DAYPART"), 0)
    clock = next((str(word.value) for word in words if word.kind == "CLOCK"), f"{hour % 24:02}:00" if hour else None)
    rest = [word for word in words if word.kind not in ("CLOCK", "AT", "DAYPART")]
    if clock is None and not rest:
        return None
    kinds = {word.kind for word in rest}
    if kinds & MONTHS:
        expression = _date(rest)
    elif kinds & WEEKDAYS:
        expression = _weekday(rest)
    elif kinds & {"TODAY", "YESTERDAY", "TOMORROW"}:
        expression = _today(rest)
    else:
        return TimeExpression(form="clock", clock=clock)
    return None if expression is None else replace(expression, clock=clock)


def _attribute(words: Sequence[Word]) -> TimeExpression | None:
    expression = _date(words)
    return None if expression is None else replace(expression, attribute=True)


def _part_of_year(words: Sequence[Word]) -> TimeExpression | None:
    if words[-1].kind == "QUARTER" and words[-2].kind == "LAST" and words[-2].value < 0:
        return TimeExpression(form="relative", unit="quarter", offset=-1)
    months = months_of(words)
    if months is None:
        return None
    at = next(i for i, word in enumerate(words) if word.kind in ("QUARTER", "HALF", "MONTHPLURAL", "QUARTERNAME"))
    rest = words[at + 1 :]
    both = [word.value for word in rest if word.kind == "YEARS"]
    year = both[0][0] if both else next(iter(values_of(rest, {"YEAR"})), None)
    if both or (year is not None and any(word.kind in ("FISCAL", "FY") for word in rest)):
        return (
            TimeExpression(form="date", edtf=to_edtf(year))
            if not both
            else TimeExpression(form="interval", edtf=f"{both[0][0]}/{both[0][1]}")
        )
    if year is not None:
        return to_interval((year, months[0], None), (year, months[1], None))
    if not rest:
        return TimeExpression(form="interval", edtf=f"XXXX-{months[0]:02}/XXXX-{months[1]:02}", direction="past")
    relation = relation_of(rest)
    offset = relation.value if relation else 0
    return TimeExpression(
        form="relative", unit="year", offset=offset, months=months, from_event=relation is not None and relation.kind in TO_EVENT
    )


def _same_period(words: Sequence[Word]) -> TimeExpression | None:
    """Read "the same period last year": only what a figure is compared with."""
    year = next(iter(values_of(words, {"YEAR"})), None)
    if year is not None:
        return TimeExpression(form="date", edtf=to_edtf(year), attribute=True)
    relation = relation_of(words[2:])
    if relation is not None and any(word.kind == "YEARWORD" for word in words):
        return TimeExpression(form="relative", unit="year", offset=relation.value, attribute=True)
    return None if any(word.kind == "PERIOD" and word.value == 0 for word in words) else TimeExpression(form="duration")


def _year_to(words: Sequence[Word]) -> TimeExpression | None:
    day = next((word.value for word in reversed(words) if word.kind in DAYS), None)
    at = next(i for i, word in enumerate(words) if word.kind in ("ENDED", "TO", "UNTIL"))
    months = 12 if words[at - 1].kind == "YEARWORD" or "YEARWORD" in {word.kind for word in words[:at]} else number_of(words[:at])
    tail = words[at:]
    month, day = values_of(tail, MONTHS)[0], next(iter(values_of(tail, DAYS)), None)
    year = next(iter(values_of(tail, {"YEAR"})), None)
    if (day is not None and not is_day(year, month, day)) or not 1 <= months <= 12:
        return None
    return TimeExpression(form="year to", edtf=to_edtf(year, month, day), months=(1, months), direction=None if year else "past")


_IRANIAN_YEARS = range(1300, 1500)
_MARCH = 3
_IRANIAN_ERA = 621  # 1 Farvardin 1400 was 21 March 2021


def _iranian(words: Sequence[Word]) -> TimeExpression | None:
    """Read the Iranian year, with the gloss that often says when it ended or began."""
    return _iranian_year(words, (1, 12))


def _iranian_part(words: Sequence[Word]) -> TimeExpression | None:
    months = months_of(words)
    return None if months is None else _iranian_year(words, months)


def _iranian_year(words: Sequence[Word], months: tuple[int, int]) -> TimeExpression | None:
    head = next(i for i, word in enumerate(words) if word.kind == "YEARWORD")
    gloss = words[head + 1 :]
    number = next((word.value for word in gloss if word.kind in ("NUM", "OLDYEAR")), 0)
    year = number + _IRANIAN_ERA if number in _IRANIAN_YEARS else _glossed_year(gloss)
    if year is not None:
        start, end = _iranian_months(year, months)
        return to_interval((*start, None), (*end, None))
    relation = relation_of(words[:head])
    ended = next((word.value for word in gloss if word.kind in ("ENDED", "BEGAN")), 0)
    if ended == 1 and months == (1, 12) and values_of(gloss, MONTHS):
        return TimeExpression(form="year to", edtf="XXXX-03", months=months, direction="past", iranian=True)
    offset = relation.value if relation else 0
    return TimeExpression(form="relative", unit="year", offset=offset, months=months, iranian=True)


def _glossed_year(gloss: Sequence[Word]) -> int | None:
    """Return the Gregorian year in which the glossed Iranian year began."""
    both = [word.value for word in gloss if word.kind == "YEARS"]
    years = values_of(gloss, {"YEAR"})
    if both:
        return int(both[0][0])
    if not years:
        return None
    months = values_of(gloss, MONTHS)
    if len(years) > 1 or len(months) > 1 or any(word.kind == "BEGAN" for word in gloss):
        return years[0]  # "(March 21-June 21, 2022)"
    return years[0] if months and months[0] > _MARCH else years[0] - 1


def _iranian_months(year: int, months: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Lay Iranian months on Gregorian ones: the first runs from March to April."""
    first, last = months[0] + 1, months[1] + 2  # counted from 0 in January of the year
    return (year + first // 12, first % 12 + 1), (year + last // 12, last % 12 + 1)


def _weekdays(words: Sequence[Word]) -> TimeExpression | None:
    first, last = values_of(words, WEEKDAYS)
    if first == last:
        return None
    relation = relation_of(words)
    direction = DIRECTIONS.get(relation.value) if relation else None
    return TimeExpression(form="weekday", weekday=first, weekday_to=last, direction=direction)


def _weekday(words: Sequence[Word]) -> TimeExpression | None:
    at = next(i for i, word in enumerate(words) if word.kind == "WEEKDAY")
    weekday = words[at].value
    week = relation_of(words[at:])
    if week is not None:
        return TimeExpression(form="weekday", weekday=weekday, unit="week", offset=week.value, from_event=week.kind in TO_EVENT)
    relation = relation_of(words[:at])
    if relation is None:
        return TimeExpression(form="weekday", weekday=weekday)
    if relation.value == 0:
        same = relation.kind == "SAME"
        return TimeExpression(form="weekday", weekday=weekday, unit=None if same else "week", offset=None if same else 0, from_event=same)
    return TimeExpression(
        form="weekday",
        weekday=weekday,
        offset=relation.value,
        direction=DIRECTIONS[relation.value],
        from_event=relation.kind in ("FOLLOWING", "PREVIOUS"),
    )


def _today(words: Sequence[Word]) -> TimeExpression | None:
    named = next((word for word in words if word.kind in ("TODAY", "YESTERDAY", "TOMORROW", "THIS", "LAST")), words[0])
    return TimeExpression(form="relative", unit="day", offset=named.value)


def _relative(words: Sequence[Word]) -> TimeExpression | None:
    """Read "last year", "later this month", "the end of the year"."""
    relation = relation_of(words)
    unit = next(UNITS[word.kind] for word in reversed(words) if word.kind in UNITS)
    moved = next((word.value for word in words if word.kind in ("EARLIER", "LATER")), 0)
    if unit == "day" and moved:  # "later in the day"
        return TimeExpression(form="same", unit="day")
    offset = relation.value if relation else 0
    return TimeExpression(form="relative", unit=unit, offset=offset, direction=DIRECTIONS.get(moved))


def _same(words: Sequence[Word]) -> TimeExpression | None:
    return TimeExpression(form="same", unit=UNITS[words[-1].kind], from_event=True)


def _told(words: Sequence[Word]) -> TimeExpression | None:
    relation = next(word for word in words if word.kind in ("FOLLOWING", "PREVIOUS", "NEXT"))
    if words[-1].kind in ("WEEKWORD", "WEEKEND"):
        return TimeExpression(form="same", unit=UNITS[words[-1].kind], offset=relation.value, from_event=True)
    return TimeExpression(form="relative", unit=UNITS[words[-1].kind], offset=relation.value, from_event=True)


def _nth_day(words: Sequence[Word]) -> TimeExpression | None:
    ordinal = next(word.value for word in words if word.kind in ("ORD", "ORDAY", "LAST"))
    return TimeExpression(form="nth day", unit="day", offset=ordinal - 1 if ordinal > 0 else -1, from_event=True)


def _nothing(_words: Sequence[Word]) -> TimeExpression | None:
    return None


BUILDERS: dict[str, Callable[[Sequence[Word]], TimeExpression | None]] = {
    "ago": read_ago,
    "apart": read_apart,
    "attribute": _attribute,
    "century": read_century,
    "clock": _clock,
    "date": _date,
    "days": _days,
    "decade": read_decade,
    "duration": read_duration,
    "era": read_era,
    "feast": _feast,
    "hence": read_hence,
    "iranian": _iranian,
    "iranian_part": _iranian_part,
    "iso": _iso,
    "month_range": _month_range,
    "nothing": _nothing,
    "nth_day": _nth_day,
    "nth_of_month": _nth_of_month,
    "part_of_year": _part_of_year,
    "range": _range,
    "relative": _relative,
    "same": _same,
    "same_period": _same_period,
    "season": _season,
    "today": _today,
    "told": _told,
    "turn": read_turn,
    "unit_before_last": read_unit_before_last,
    "weekday": _weekday,
    "weekdays": _weekdays,
    "year_range": _year_range,
    "year_to": _year_to,
}
