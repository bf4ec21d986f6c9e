"""Dates in EDTF: which are real, which days they can mean, which agree. The `edtf` package is the independent judge."""

from __future__ import annotations

from datetime import date, timedelta

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.values.edtf import earliest, is_edtf, latest, overlap

YEARS = st.integers(1000, 2999)
DAYS = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@st.composite
def known_dates(draw: st.DrawFn) -> str:
    """Make a year, month, season or day whose year is known, sometimes approximate or uncertain."""
    day = draw(DAYS)
    form = draw(st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "season"]))
    text = f"{day.year:04}-{draw(st.integers(21, 24))}" if form == "season" else day.strftime(form)
    return text + draw(st.sampled_from(["", "~", "?"]))


def strictly(text: str) -> tuple[date, date]:
    """Ask the `edtf` package for the first and last day of a date without season."""
    parsed = edtf.parse_edtf(text)
    return date(*parsed.lower_strict()[:3]), date(*parsed.upper_strict()[:3])


@given(known_dates().filter(lambda text: not (text[5:7].startswith("2") and text[-1] in "~?")))  # it knows no season with a mark
def test_every_date_we_write_is_edtf_to_the_independent_parser(text: str) -> None:
    assert is_edtf(text)
    edtf.parse_edtf(text)


@given(known_dates().filter(lambda text: not text[5:7].startswith("2")))
def test_bounds_are_those_of_the_independent_parser(text: str) -> None:
    assert (earliest(text), latest(text)) == strictly(text.rstrip("~?"))


@given(st.tuples(YEARS, st.integers(0, 13), st.integers(0, 32)))
def test_a_day_is_edtf_exactly_when_the_calendar_has_it(parts: tuple[int, int, int]) -> None:
    try:
        real = bool(date(*parts))
    except ValueError:
        real = False
    assert is_edtf("{:04}-{:02}-{:02}".format(*parts)) == real


@given(DAYS, st.integers(0, 400))
def test_an_interval_runs_from_its_first_to_its_last_day(first: date, length_days: int) -> None:
    last = first + timedelta(days=length_days)
    text = f"{first.isoformat()}/{last.isoformat()}"
    assert is_edtf(text)
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31)),
        ("2019-24", date(2019, 12, 1), date(2020, 2, 29)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2021-01/2021-08", date(2021, 1, 1), date(2021, 8, 31)),
        ("2024-02~", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_bounds_of_seasons_decades_and_intervals(text: str, first: date, last: date) -> None:
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize("text", ["XXXX-03", "XXXX-03-04"])
def test_a_date_without_its_year_has_no_bounds(text: str) -> None:
    assert is_edtf(text)
    assert (earliest(text), latest(text)) == (None, None)


@pytest.mark.parametrize("text", ["", "2022-00", "2022-25", "2022-1", "0000-01-01", "22", "2022-02-09/", "a/b", "2021/2022/2023", "٢٠٢٢"])
def test_what_is_no_date_is_not_edtf(text: str) -> None:
    assert not is_edtf(text)


@given(known_dates(), known_dates())
def test_overlap_is_symmetric_and_every_date_overlaps_itself(one: str, other: str) -> None:
    assert overlap(one, one)
    assert overlap(one, other) == overlap(other, one)


@given(DAYS, DAYS)
def test_a_day_overlaps_its_own_month_and_year_and_no_other_day(day: date, other: date) -> None:
    text = day.isoformat()
    assert overlap(text, text[:7])
    assert overlap(text, text[:4])
    assert overlap(text, other.isoformat()) == (day == other)


@given(DAYS, DAYS)
def test_dates_without_a_year_agree_by_month_and_day(day: date, other: date) -> None:
    yearless = f"XXXX-{day:%m-%d}"
    assert overlap(yearless, other.isoformat()) == ((day.month, day.day) == (other.month, other.day))
