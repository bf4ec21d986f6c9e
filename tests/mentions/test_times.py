"""Times are found with their spans, and read as what they write."""

from __future__ import annotations

import calendar
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import DataFileError
from dragoman.mentions.time_grammar import load_time_grammar, read_time_grammar
from dragoman.mentions.times import find_times
from dragoman.values.edtf import is_edtf
from dragoman.values.mention import TimeExpression

_MONTHS = list(calendar.month_name)[1:]
_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"]
_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


def _found(text: str) -> list[tuple[str, TimeExpression]]:
    return [(m.span.cut(text), m.named) for m in find_times(text, 0, len(text)) if isinstance(m.named, TimeExpression)]


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number in (11, 12, 13) else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("They met on 9 February 2022 in Oslo.", "9 February 2022", "2022-02-09"),
        ("They met on February 9, 2022.", "February 9, 2022", "2022-02-09"),
        ("They met on Feb. 9 there.", "Feb. 9", "XXXX-02-09"),
        ("It opened on the 9th of February.", "the 9th of February", "XXXX-02-09"),
        ("OSLO, AUG 23, 2023", "AUG 23, 2023", "2023-08-23"),
        ("Dated 2022-02-09.", "2022-02-09", "2022-02-09"),
        ("Dated 09.02.2022.", "09.02.2022", "2022-02-09"),
        ("Dated 23/02/2022.", "23/02/2022", "2022-02-23"),
        ("Dated 02/23/2022.", "02/23/2022", "2022-02-23"),
        ("Dated 03/02/2022.", "03/02/2022", "2022"),
        ("On Thursday, March 21, talks began.", "Thursday, March 21", "XXXX-03-21"),
        ("Sat, 13 May 2023 - 12:10", "Sat, 13 May 2023", "2023-05-13"),
        ("In the morning of 20 April it rained.", "the morning of 20 April", "XXXX-04-20"),
        ("It was built in June 2020.", "June 2020", "2020-06"),
        ("It was built in October of 2020.", "October of 2020", "2020-10"),
        ("It will be built by the end of March.", "the end of March", "XXXX-03"),
        ("It was built in mid-June.", "mid-June", "XXXX-06"),
        ("They meet in the third week of September.", "the third week of September", "XXXX-09"),
        ("A war began in 1914.", "1914", "1914"),
        ("It fell in the early 1990s.", "the early 1990s", "199X"),
        ("It fell in the autumn of 2020.", "the autumn of 2020", "2020-23"),
        ("In fiscal year 2021 it fell.", "fiscal year 2021", "2021"),
    ],
)
def test_find_times_reads_a_date(text: str, span: str, edtf: str) -> None:
    (found,) = _found(text)

    assert (found[0], found[1].edtf, found[1].form) == (span, edtf, "date")


@pytest.mark.parametrize(
    ("text", "span", "edtf"),
    [
        ("They met on 19 and 20 April.", "19 and 20 April", "XXXX-04-19/XXXX-04-20"),
        ("They met on October 11-15.", "October 11-15", "XXXX-10-11/XXXX-10-15"),
        ("They met on 11, 12 and 13 May 2021.", "11, 12 and 13 May 2021", "2021-05-11/2021-05-13"),
        ("The trip from 3 to 5 May 2021 failed.", "3 to 5 May 2021", "2021-05-03/2021-05-05"),
        ("From April 30 to May 2 they sat.", "April 30 to May 2", "XXXX-04-30/XXXX-05-02"),
        ("From 30 December to 2 January 2021 they sat.", "30 December to 2 January 2021", "2020-12-30/2021-01-02"),
        ("It rose in January-September 2018.", "January-September 2018", "2018-01/2018-09"),
        ("It rose from January to August.", "January to August", "XXXX-01/XXXX-08"),
        ("It rose in the first eight months of 2021.", "the first eight months of 2021", "2021-01/2021-08"),
        ("It rose in the last quarter of 2021.", "the last quarter of 2021", "2021-10/2021-12"),
        ("It rose in the second half of 2021.", "the second half of 2021", "2021-07/2021-12"),
        ("It rose in Q3 2021.", "Q3 2021", "2021-07/2021-09"),
        ("The war lasted from 1980 to 1988.", "1980 to 1988", "1980/1988"),
        ("The war lasted between 1991 and 1995.", "1991 and 1995", "1991/1995"),
        ("It rose in the fiscal year 2020/21.", "the fiscal year 2020/21", "2020/2021"),
        ("It rose in the Iranian year 1400 (March 2021-March 2022).", "the Iranian year 1400 (March 2021-March 2022)", "2021-03/2022-03"),
        ("In the first six months of the Iranian year 1400 it rose.", "the first six months of the Iranian year 1400", "2021-03/2021-09"),
    ],
)
def test_find_times_reads_an_interval(text: str, span: str, edtf: str) -> None:
    (found,) = _found(text)

    assert (found[0], found[1].edtf, found[1].form) == (span, edtf, "interval")


@pytest.mark.parametrize(
    ("text", "span", "expression"),
    [
        ("They met on Tuesday.", "Tuesday", TimeExpression(form="weekday", weekday=1)),
        ("They met late on Wednesday night.", "late on Wednesday night", TimeExpression(form="weekday", weekday=2)),
        ("They met last Friday.", "last Friday", TimeExpression(form="weekday", weekday=4, offset=-1, direction="past")),
        ("They meet next Monday.", "next Monday", TimeExpression(form="weekday", weekday=0, offset=1, direction="future")),
        ("They meet on Friday next week.", "Friday next week", TimeExpression(form="weekday", weekday=4, unit="week", offset=1)),
        ("The fair was open on Monday and Tuesday.", "Monday and Tuesday", TimeExpression(form="weekday", weekday=0, weekday_to=1)),
        ("He arrived yesterday evening.", "yesterday evening", TimeExpression(form="relative", unit="day", offset=-1)),
        ("He arrives later this year.", "later this year", TimeExpression(form="relative", unit="year", offset=0, direction="future")),
        ("He arrived last year.", "last year", TimeExpression(form="relative", unit="year", offset=-1)),
        ("He arrived two weeks ago.", "two weeks ago", TimeExpression(form="relative", unit="week", offset=-2)),
        ("He arrived a day earlier.", "a day earlier", TimeExpression(form="relative", unit="day", offset=-1, from_event=True)),
        ("It fell the year before.", "the year before", TimeExpression(form="relative", unit="year", offset=-1, from_event=True)),
        ("He left the next day.", "the next day", TimeExpression(form="relative", unit="day", offset=1, from_event=True)),
        ("He left on the same day.", "the same day", TimeExpression(form="same", unit="day", from_event=True)),
        ("He left that year.", "that year", TimeExpression(form="same", unit="year", from_event=True)),
        ("In the evening he left.", "the evening", TimeExpression(form="same", unit="day", from_event=True)),
        ("On the second day he left.", "the second day", TimeExpression(form="nth day", unit="day", offset=1, from_event=True)),
        ("It rose in May last year.", "May last year", TimeExpression(form="date", edtf="XXXX-05", unit="year", offset=-1)),
        (
            "It rose in the first half of next year.",
            "the first half of next year",
            TimeExpression(form="relative", unit="year", offset=1, months=(1, 6)),
        ),
        (
            "It rose in the fiscal year that ended in March.",
            "the fiscal year that ended in March",
            TimeExpression(form="year to", edtf="XXXX-03", months=(1, 12), direction="past"),
        ),
        (
            "It rose in the current Iranian calendar year (started March 21).",
            "the current Iranian calendar year (started March 21)",
            TimeExpression(form="relative", unit="year", offset=0, months=(1, 12), iranian=True),
        ),
    ],
)
def test_find_times_reads_what_is_to_be_worked_out(text: str, span: str, expression: TimeExpression) -> None:
    assert _found(text) == [(span, expression)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("He stayed for three days.", "three days"),
        ("The 30-year occupation ended.", "30-year"),
        ("It was a two-day visit.", "two-day"),
        ("It lasted a year.", "a year"),
        ("They met often over the past year.", "the past year"),
        ("It will run within four years.", "four years"),
        ("It came two weeks before the vote.", "two weeks before"),
        ("It happened more than a year ago.", "a year ago"),
        ("It has run since 2018.", "2018"),
        ("It is shut until 20 September.", "20 September"),
    ],
)
def test_find_times_keeps_durations_apart_from_dates(text: str, span: str) -> None:
    (found,) = _found(text)

    assert (found[0], found[1].form) == (span, "duration")


def test_find_times_keeps_where_a_duration_begins_and_how_long_it_is() -> None:
    assert _found("in force since 1 January")[0][1] == TimeExpression(form="duration", edtf="XXXX-01-01", direction="past")
    assert _found("A quarter of a century has passed.")[0][1] == TimeExpression(form="duration", unit="year", offset=25, length="P25Y")


@pytest.mark.parametrize(
    "text",
    [
        "He counted 2,000 men and paid $2015 for No. 2015.",
        "The train beat the record of 15:30 with 2000 tonnes.",
        "The G20 and Resolution 2231 and COVID-19 and S/2023/78 and Expo 2030.",
        "It grew by 2015.5 points to 1990%.",
        "May said that they may march on.",
        "Friday prayers and Black Friday and the Sunday Times",
        "A 40-year-old man sells bread every day.",
        "See https://example.org/2022/03/story",
        "4 Rajab 1445",
        "30 February 2022",
        "At the same time he smiled.",
        "The board of 2000 members voted.",
    ],
)
def test_find_times_leaves_other_numbers_and_names_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("the 2015 nuclear deal", True),
        ("the landmark 2015 deal", True),
        ("the treaty of 1904", True),
        ("Monday's meeting", True),
        ("a Tuesday meeting", True),
        ("a programme for 2021-2025", True),
        ("more than in 2014", True),
        ("they met in 2015", False),
        ("on Monday the minister left", False),
        ("in the years from 2021 to 2025", False),
    ],
)
def test_find_times_marks_a_time_that_dates_only_its_noun(text: str, *, attribute: bool) -> None:
    assert [expression.attribute for _, expression in _found(text)] == [attribute]


@given(_DAYS)
def test_find_times_reads_back_every_written_form_of_a_day(day: date) -> None:
    month, short = _MONTHS[day.month - 1], _SHORT[day.month - 1]
    for written in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{short}{'' if short == 'May' else '.'} {day.day}, {day.year}",
        f"{day.day} {short} {day.year}",
        f"{_ordinal(day.day)} {month} {day.year}",
        f"the {_ordinal(day.day)} of {month}, {day.year}",
        f"{month} {_ordinal(day.day)}, {day.year}",
        f"{day:%Y-%m-%d}",
        f"{day:%d.%m.%Y}",
        f"{calendar.day_name[day.weekday()]}, {day.day} {month} {day.year}",
    ):
        (found,) = _found(f"They met there on {written} and left.")
        assert (found[0], found[1].edtf) == (written, day.isoformat())


@given(_DAYS)
def test_find_times_leaves_the_year_open_where_none_is_written(day: date) -> None:
    month = _MONTHS[day.month - 1]
    for written in (f"{day.day} {month}", f"{month} {day.day}", f"the {_ordinal(day.day)} of {month}"):
        assert [expression.edtf for _, expression in _found(f"They met on {written} there.")] == [f"XXXX-{day:%m-%d}"]


_SCRAPS = st.sampled_from(
    [*sorted(load_time_grammar().words), *"-–—.,()/'", "'s", "31", "2nd", "2021", "2020-21", "11-15", "1980s", "1400", "\n\n"]
)


@settings(max_examples=300)
@given(st.lists(_SCRAPS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_find_times_cuts_true_spans_in_order_from_any_text(text: str) -> None:
    found = find_times(text, 0, len(text))

    ends = [0, *(mention.span.end for mention in found)]
    assert all(end <= mention.span.start < mention.span.end <= len(text) for end, mention in zip(ends, found, strict=False))
    assert all(is_edtf(m.named.edtf) for m in found if isinstance(m.named, TimeExpression) and m.named.edtf is not None)


def test_find_times_reads_only_the_asked_stretch() -> None:
    text = "In May 2020 and in June 2021 and in July 2022."

    found = find_times(text, 12, 28)

    assert [mention.span.cut(text) for mention in found] == ["June 2021"]


@pytest.mark.parametrize(
    "scrap", ["the ", "20-", "19 and ", "first ", "of the last ", "May ", "2021 ", "a few years ", "1, ", "fiscal ", "and "]
)
def test_find_times_takes_linear_time_on_hostile_text(scrap: str) -> None:
    text = scrap * 20_000 + "2021 days"
    began = time.process_time()

    find_times(text, 0, len(text))

    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("[[patterns]]\nmake = 'date'\nof = 'NOWORD'", "'NOWORD' is neither"),
        ("[[patterns]]\nmake = 'magic'\nof = 'DAY'", "no builder makes 'magic'"),
        ("[[patterns]]\nmake = 'date'\nof = '(DAY'", "do not compile"),
        ("[[patterns", "times"),
    ],
)
def test_read_time_grammar_refuses_a_broken_file(source: str, problem: str) -> None:
    with pytest.raises(DataFileError) as caught:
        read_time_grammar(source, "times")

    assert problem in str(caught.value)
