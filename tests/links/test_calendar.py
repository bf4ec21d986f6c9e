"""Times come to lie on the right day, and stay open where the text does not fix them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.links.calendar import Calendar, make_calendar
from dragoman.links.tense import looks_ahead
from dragoman.mentions.times import find_times
from dragoman.values.claim import DateBasis
from dragoman.values.document import Document, DocumentId, PublishedBasis
from dragoman.values.edtf import is_edtf
from dragoman.values.mention import Mention, Sentence, StateForm, StateName, TimeExpression
from dragoman.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

_STATED, _RELATIVE = DateBasis.STATED, DateBasis.RELATIVE


def _document(text: str, published: str | None = None, stamped: str | None = None) -> Document:
    return Document(
        id=DocumentId("a"),
        origin="a.txt",
        text=text,
        story=(),
        headline=None,
        title=None,
        url=None,
        publisher=None,
        authors=(),
        published=published,
        published_basis=PublishedBasis.STAMP if published else None,
        stamped=stamped,
        dateline_place=None,
        language="en",
        sha256="",
    )


def _sentences(text: str, states: Mapping[str, str] | None = None) -> tuple[Sentence, ...]:
    found = []
    for match in re.finditer(r"[^.]+\.", text):
        mentions = find_times(text, *match.span())
        for name, code in (states or {}).items():
            start = text.find(name, *match.span())
            if start >= 0:
                mentions.append(Mention(span=Span(start, start + len(name)), named=StateName(code=code, form=StateForm.NAME)))
        found.append(Sentence(span=Span(*match.span()), paragraph=0, mentions=tuple(sorted(mentions, key=lambda mention: mention.span))))
    return tuple(found)


def _calendar(
    text: str = "", *, published: str | None = None, stamped: str | None = None, states: Mapping[str, str] | None = None
) -> Calendar:
    return make_calendar(_document(text, published, stamped), _sentences(text, states))


def _time(words: str) -> TimeExpression:
    (mention,) = find_times(words, 0, len(words))
    assert isinstance(mention.named, TimeExpression)
    return mention.named


def _lay(words: str, calendar: Calendar, *, event: str | None = None, future: bool | None = None) -> tuple[str, DateBasis] | None:
    when = calendar.lay(_time(words), event=event, future=future)
    return None if when is None else (when.edtf, when.basis)


@pytest.mark.parametrize(
    ("published", "words", "future", "edtf", "basis"),
    [
        ("2022-05-20T10:54+04:00", "on May 18", None, "2022-05-18", _STATED),
        ("2022-05-20", "on 21 May", False, "2022-05-21", _STATED),
        ("2022-01-05", "on 30 December", None, "2021-12-30", _STATED),
        ("2022-11-17", "on 2 December", None, "2022-12-02", _STATED),
        ("2022-11-17", "on 2 December", False, "2021-12-02", _STATED),
        ("2021-06-11", "in October", None, "2020-10", _STATED),
        ("2021-06-11", "in October", True, "2021-10", _STATED),
        ("2022-05-20", "in May", False, "2022-05", _STATED),
        ("2022-05-20", "in May", True, "2022-05", _STATED),
        ("2019-06-27", "by December", None, "2019-12", _STATED),
        ("2023-06-22", "last December", None, "2022-12", _RELATIVE),
        ("2023-06-22", "next June", None, "2024-06", _RELATIVE),
        ("2023-06-22", "in May last year", None, "2022-05", _RELATIVE),
        ("2023-06-22", "on 3 May this year", None, "2023-05-03", _RELATIVE),
        ("2018-11-07", "next spring", None, "2019-21", _RELATIVE),
        ("2018-11-07", "last summer", None, "2018-22", _RELATIVE),
        ("2018-11-07", "this autumn", None, "2018-23", _RELATIVE),
        ("2018-02-07", "on 19 and 20 December", None, "2017-12-19/2017-12-20", _STATED),
        ("2022-01-07", "from 30 December to 2 January", None, "2021-12-30/2022-01-02", _STATED),
        ("2022-01-07", "on Thursday, December 23", None, "2021-12-23", _STATED),
        ("2019-06-27", "on Wednesday", None, "2019-06-26", _RELATIVE),
        ("2019-06-27", "on Thursday", None, "2019-06-27", _RELATIVE),
        ("2019-06-27", "on Thursday", True, "2019-06-27", _RELATIVE),
        ("2019-06-27", "on Friday", True, "2019-06-28", _RELATIVE),
        ("2019-06-27", "last Thursday", None, "2019-06-20", _RELATIVE),
        ("2019-06-27", "next Thursday", None, "2019-07-04", _RELATIVE),
        ("2019-06-27", "on Monday and Tuesday", None, "2019-06-24/2019-06-25", _RELATIVE),
        ("2019-06-27", "on Monday and Tuesday", True, "2019-07-01/2019-07-02", _RELATIVE),
        ("2019-06-27", "on Friday next week", None, "2019-07-05", _RELATIVE),
        ("2019-06-27", "today", None, "2019-06-27", _RELATIVE),
        ("2019-01-01", "yesterday", None, "2018-12-31", _RELATIVE),
        ("2019-06-27", "last week", None, "2019-06-17/2019-06-23", _RELATIVE),
        ("2019-06-27", "last month", None, "2019-05", _RELATIVE),
        ("2019-01-27", "last month", None, "2018-12", _RELATIVE),
        ("2019-06-27", "last quarter", None, "2019-01/2019-03", _RELATIVE),
        ("2019-06-27", "early next year", None, "2020", _RELATIVE),
        ("2019-06-27", "two years ago", None, "2017", _RELATIVE),
        ("2019-06-27", "last weekend", None, "2019-06-22/2019-06-23", _RELATIVE),
        ("2016-06-30", "the first five months of this year", None, "2016-01/2016-05", _RELATIVE),
        ("2018-08-14", "the fiscal year that ended in March", None, "2017-04/2018-03", _STATED),
        ("2024-10-02", "the year that ended in June", None, "2023-07/2024-06", _STATED),
        ("2024-02-02", "the year that ended in June", None, "2022-07/2023-06", _STATED),
        ("2023-05-13", "the Iranian year that ended on March 20", None, "2022-03/2023-03", _STATED),
        ("2023-02-13", "the current Iranian year", None, "2022-03/2023-03", _RELATIVE),
        ("2023-05-13", "the current Iranian year", None, "2023-03/2024-03", _RELATIVE),
        ("2022-05-20", "in 2012", None, "2012", _STATED),
    ],
)
def test_lay_reckons_from_the_day_of_publication(published: str, words: str, future: bool | None, edtf: str, basis: DateBasis) -> None:  # noqa: FBT001 - a table's column
    assert _lay(words, _calendar(published=published), future=future) == (edtf, basis)


@pytest.mark.parametrize(
    ("event", "words", "edtf"),
    [
        ("2022-02-09", "on the same day", "2022-02-09"),
        ("XXXX-03-04", "on the same day", "XXXX-03-04"),
        ("XXXX-03-04", "a day earlier", "XXXX-03-03"),
        ("2024-03-01", "a day earlier", "2024-02-29"),
        ("XXXX-03-01", "a day earlier", None),
        ("2022-02-09", "two weeks later", "2022-02-23"),
        ("1962-06", "a month later", "1962-07"),
        ("2020-06", "the year after.", "2021"),
        ("2022-06", "that year", "2022"),
        ("XXXX-06", "that year", None),
        ("2011-02", "in May of that year", "2011-05"),
        ("2017-04-19/2017-04-20", "on the first day", "2017-04-19"),
        ("2019-06-24/2019-06-25", "on the second day", "2019-06-25"),
        ("2019-06-24/2019-06-25", "on the third day", None),
        ("2019-06-24/2019-06-25", "on the last day", "2019-06-25"),
        ("2019-06-24", "on the second day", None),
        (None, "on the same day", None),
        (None, "a day earlier", None),
    ],
)
def test_lay_reckons_from_the_event_being_told(event: str | None, words: str, edtf: str | None) -> None:
    laid = _lay(words, _calendar(published="2025-01-15"), event=event)

    assert laid == (None if edtf is None else (edtf, _RELATIVE))


@pytest.mark.parametrize(
    ("words", "laid"),
    [
        ("on March 4", ("XXXX-03-04", _STATED)),
        ("in May", ("XXXX-05", _STATED)),
        ("yesterday", ("XXXX-03-03", _RELATIVE)),
        ("last month", ("XXXX-02", _RELATIVE)),
        ("in 2019", ("2019", _STATED)),
        ("on Tuesday", None),
        ("last year", None),
        ("last week", None),
        ("in May last year", None),
    ],
)
def test_lay_keeps_the_year_open_when_a_stamp_gives_none(words: str, laid: tuple[str, DateBasis] | None) -> None:
    calendar = _calendar(stamped="XXXX-03-04")

    assert calendar.report_day == "XXXX-03-04"
    assert calendar.report_year is None
    assert _lay(words, calendar) == laid


@pytest.mark.parametrize(
    "words", ["for three days", "over the past year", "the 30-year occupation", "since 2018", "until May", "within a month"]
)
def test_lay_gives_no_date_for_a_duration(words: str) -> None:
    assert _lay(words, _calendar(published="2022-05-20")) is None


def test_lay_takes_the_year_told_in_the_sentence_for_what_only_dates_a_noun() -> None:
    calendar, expression = _calendar(published="2023-08-24"), replace(_time("on 10 November"), attribute=True)

    assert getattr(calendar.lay(expression, told="2020-23"), "edtf", None) == "2020-11-10"
    assert getattr(calendar.lay(expression, future=False), "edtf", None) == "2022-11-10"


def test_start_and_period_say_what_since_means() -> None:
    calendar = _calendar(published="2022-11-29")

    assert getattr(calendar.start(_time("since 1 January")), "edtf", None) == "2022-01-01"
    assert getattr(calendar.start(_time("since last year")), "edtf", None) == "2021"
    assert calendar.start(_time("for ten years")) is None
    assert getattr(calendar.period(_time("since September 2017")), "edtf", None) == "2017-09/2022-11"
    assert getattr(calendar.period(_time("in 2021")), "edtf", None) == "2021"
    assert calendar.period(_time("over the past year")) is None


@pytest.mark.parametrize(
    ("text", "year", "clues"),
    [
        ("They met on February 9. Trade came to 3 million in the first eight months of 2021.", 2022, ["the first eight months of 2021"]),
        ("They met on October 9. Trade came to 3 million in the first eight months of 2021.", 2021, ["the first eight months of 2021"]),
        ("They met on 3 May. Thirty years have passed since relations were established in 1990.", 2020, ["Thirty years", "1990"]),
        ("They met on 3 May. They marked the 30th anniversary of ties established in 1990.", 2020, ["30th anniversary", "1990"]),
        ("Next year brings the 30th anniversary of the 1990 treaty.", 2019, ["30th anniversary", "1990"]),
        (
            "They marked the 20th anniversary of diplomatic relations. Diplomatic relations were established on 3 June 1992.",
            2012,
            ["20th anniversary", "3 June 1992"],
        ),
        ("Trade fell last year (2016). They met on 3 May.", 2017, ["last year", "2016"]),
        ("In 2016, last year, trade fell. They met on 3 May.", 2017, ["2016", "last year"]),
    ],
)
def test_make_calendar_works_out_the_year_and_cites_the_clues(text: str, year: int, clues: list[str]) -> None:
    calendar = _calendar(text)

    assert calendar.report_year == year
    assert [span.cut(text) for span in calendar.clues] == clues


@pytest.mark.parametrize(
    "text",
    [
        "They met on February 9.",
        "They met on February 9. Trade fell last year.",
        "Trade came to 3 million in the first eight months of 2021.",
        "They met on February 9. Trade came to 3 million in 2021.",
        # Clues that disagree, and one that a later past date rules out.
        "They met on February 9. Trade rose in the first eight months of 2021. They marked the 30th anniversary of the 1990 treaty.",
        "They met on February 9. Trade rose in the first eight months of 2021. He died on 3 May 2023.",
        "They marked the 75th anniversary of relations, which falls in October 2024.",
    ],
)
def test_make_calendar_leaves_the_year_open_when_clues_are_weak_or_disagree(text: str) -> None:
    calendar = _calendar(text)

    assert (calendar.report_year, calendar.clues) == (None, ())
    assert _lay("on February 9", calendar) == ("XXXX-02-09", _STATED)
    assert _lay("last year", calendar) is None


def test_make_calendar_checks_figures_against_the_age_of_a_young_state() -> None:
    text = (
        "They met on February 9. Kenya and Peru marked the {}th anniversary of diplomatic relations. Trade rose in the first half of 2021."
    )

    fitting = _calendar(text.format(58), states={"Kenya": "KEN", "Peru": "PER"})
    clashing = _calendar(text.format(70), states={"Kenya": "KEN", "Peru": "PER"})

    assert fitting.report_year == 2022
    assert len(fitting.clues) == 2
    assert clashing.report_year is None


def test_make_calendar_knows_the_year_of_an_independence_day() -> None:
    calendar = _calendar("On 6 March Ghana marked the 67th anniversary of its independence.", states={"Ghana": "GHA"})

    assert _lay("on 6 March", calendar) == ("2024-03-06", _RELATIVE)


def test_make_calendar_completes_a_stamp_by_its_weekday_and_a_year_of_the_text() -> None:
    text = "The North cut the line on Thursday. It had done so in June 2020. The anniversary falls in October 2024."

    assert _calendar(text, stamped="XXXX-03-21").report_day == "2024-03-21"
    assert _calendar(text, stamped="XXXX-03-25").report_day == "XXXX-03-25"


def test_lay_marks_what_rests_on_an_inferred_year() -> None:
    text = "They met on February 9. Trade came to 3 million in the first eight months of 2021."
    calendar = _calendar(text)

    when = calendar.lay(_time("on February 9"), future=False)
    stated = calendar.lay(_time("the first eight months of 2021"))

    assert when is not None
    assert stated is not None
    assert (when.edtf, when.basis, [span.cut(text) for span in when.clues]) == ("2022-02-09", _RELATIVE, ["the first eight months of 2021"])
    assert (stated.edtf, stated.basis, stated.clues) == ("2021-01/2021-08", _STATED, ())
    assert _lay("last year", calendar) == ("2021", _RELATIVE)
    assert _lay("in December", calendar) == ("2021-12", _RELATIVE)
    assert _lay("on Tuesday", calendar) is None


_DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(_DAYS, st.integers(0, 300))
def test_lay_finds_the_year_of_any_day_of_the_last_months(published: date, days: int) -> None:
    day = published - timedelta(days=days)
    words = f"on {day:%B} {day.day}"

    assert _lay(words, _calendar(published=published.isoformat()), future=False) == (day.isoformat(), _STATED)


@given(_DAYS, st.integers(0, 6))
def test_lay_finds_a_weekday_within_a_week_on_the_side_of_the_tense(published: date, weekday: int) -> None:
    calendar = _calendar(published=published.isoformat())
    expression = TimeExpression(form="weekday", weekday=weekday)

    for future, days in ((False, range(-6, 1)), (True, range(7))):
        when = calendar.lay(expression, future=future)
        assert when is not None
        day = date.fromisoformat(when.edtf)
        assert day.weekday() == weekday
        assert (day - published).days in days


_EXPRESSIONS = st.builds(
    TimeExpression,
    form=st.sampled_from(["date", "weekday", "relative", "same", "nth day", "year to", "interval", "duration"]),
    edtf=st.sampled_from(["XXXX-02-29", "XXXX-05", "XXXX-24", "2021", "198X", "XXXX-12/XXXX-02", "2021-01/2021-08"]),
    weekday=st.none() | st.integers(0, 6),
    unit=st.sampled_from([None, "day", "week", "weekend", "month", "quarter", "year", "decade"]),
    offset=st.none() | st.integers(-3000, 3000),
    from_event=st.booleans(),
    direction=st.sampled_from([None, "past", "future"]),
    attribute=st.booleans(),
    months=st.none() | st.just((1, 8)),
    iranian=st.booleans(),
)
_EVENTS = st.sampled_from(
    [None, "2022-02-09", "XXXX-02-29", "XXXX-05", "2021", "2019-21", "198X", "2021~", "2022-01-30/2022-02-02", "9999-12-31"]
)


@given(_EXPRESSIONS, _EVENTS, st.sampled_from([None, True, False]), st.sampled_from(["2024-02-29", "2022-05", "2022", "0001-01-01", None]))
def test_lay_gives_a_real_date_or_none_for_any_expression(
    expression: TimeExpression,
    event: str | None,
    future: bool | None,  # noqa: FBT001 - drawn by the test
    published: str | None,
) -> None:
    for calendar in (_calendar(published=published), _calendar(stamped="XXXX-02-29")):
        for when in (calendar.lay(expression, event=event, future=future, told=event), calendar.period(expression, event=event)):
            assert when is None or is_edtf(when.edtf)


@pytest.mark.parametrize(
    ("text", "words", "ahead"),
    [
        ("They will pay under a deal reached on Monday.", "Monday", False),
        ("They reached a deal and will pay on Monday.", "Monday", True),
        ("On Thursday he will hold talks.", "Thursday", True),
        ("On Thursday he held talks.", "Thursday", False),
        ("It is to be signed on Friday.", "Friday", True),
        ("He flies on to Rome on Friday.", "Friday", True),
        ("They agreed on Tuesday to talk.", "Tuesday", False),
        ("They agreed to talk in Rome on Tuesday.", "Tuesday", True),
        ("He invited his host to Rome in May.", "May", True),
        ("The trip, set for Sunday, is off.", "Sunday", True),
        ("He has, for November.", "November", None),
        ('"It will change." On August 19 he spoke.', "August 19", False),
    ],
)
def test_looks_ahead_follows_the_nearest_verb(text: str, words: str, ahead: bool | None) -> None:  # noqa: FBT001 - a table's column
    start = text.index(words)

    assert looks_ahead(text, Span(0, len(text)), Span(start, start + len(words))) is ahead


def _dateline(text: str) -> list[str | None]:
    document = replace(_document(text, stamped="XXXX-09-09"), dateline_place="OSLO")
    sentences = _sentences(text)
    calendar = make_calendar(document, sentences)
    times = [mention for sentence in sentences for mention in sentence.mentions]
    laid = [calendar.lay(mention.named) for mention in times if isinstance(mention.named, TimeExpression)]
    return [None if when is None else when.edtf for when in laid]


def test_weekdays_count_from_a_dateline_without_its_year() -> None:
    assert _dateline("The envoy flew home on Monday. He had come on Sunday and sat down on Saturday.") == [
        "XXXX-09-09",
        "XXXX-09-08",
        "XXXX-09-07",
    ]


def test_weekdays_stay_open_when_the_lead_looks_ahead() -> None:
    assert _dateline("The envoy will fly home on Monday. He had come on Sunday.") == [None, None]


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("The ferry is expected home on Sunday.", True),
        ("The ferry, due in Turku on Sunday, was late.", True),
        ("He flies to Turku today and goes on to Oulu on Sunday.", True),
        ("The heads of state spoke on Sunday.", False),
        ("The ferries did not return on Sunday.", False),
        ("The ferry had been expected on Sunday.", False),
    ],
)
def test_looks_ahead_reads_present_verbs_and_what_is_awaited(text: str, *, ahead: bool) -> None:
    start = text.index("Sunday")

    assert looks_ahead(text, Span(0, len(text)), Span(start, start + len("Sunday"))) is ahead
