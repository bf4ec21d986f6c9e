"""A line of names and labels around a full date is a stamp; a title or a sentence with a date in it is none."""

from __future__ import annotations

import pytest

from dragoman.documents import make_document
from dragoman.documents.loose_stamps import read_loose_stamp, read_opening_group
from dragoman.values.document import Document
from dragoman.values.page import RawPage


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Staff Reporter January 06, 2017 0 Comments", "2017-01-06"),
        ("Harbour Lights | National | 23/02/2021 06:10", "2021-02-23"),
        ("LAMU | Tuesday 30 September 2025 | THE TIDE", "2025-09-30"),
        ("(Savanna Business, Monday 8 Nov. 2021, 18h40)", "2021-11-08"),
        ("MERCADO | Quito, lunes 9 de abril de 2007 | In English", "2007-04-09"),
        ("Rannarootsi Leht (English page) · Teisipäev, 14. september 2010", "2010-09-14"),
        ("Oslo Observer, Wednesday, 31 October 2012, page 3", "2012-10-31"),
        ("PORT OFFICE NOTICE No. 7 - Issued at Mahé, Friday 5 May 2006, 1630 hrs", "2006-05-05"),
        ("By Mona Said | Published: 27/05/2014 11:40 | Tunis", "2014-05-27"),
        ("@harbourdesk / 04:12 PM August 07, 2023", "2023-08-07"),
        ("Sauti ya Pwani, 6 February 2018, p. 4", "2018-02-06"),
        ("QUITO (Andes Report) 13.02.25", "2025-02-13"),
    ],
)
def test_read_loose_stamp_finds_the_day(line: str, day: str) -> None:
    """Outlets set their day among names, pages and times."""
    stamp = read_loose_stamp(line)
    assert stamp is not None
    assert stamp.day is not None
    assert stamp.day.to_edtf() == day


@pytest.mark.parametrize(
    "line",
    [
        "The Treaty of Lima of 9 May 1986 at Forty",
        "The ministers met on 3 May 2021 and agreed to meet again",
        "Reporter",
        "Peru, Chile sign accord",
        "Did they sign on 3 May 2021?",
    ],
)
def test_read_loose_stamp_leaves_titles_and_sentences(line: str) -> None:
    """A date in a title is what the title speaks of."""
    assert read_loose_stamp(line) is None


def test_read_opening_group_reads_a_dateline_in_brackets() -> None:
    """Ministries open a release with place and day in brackets."""
    stamp = read_opening_group("(Valparaíso, 25 August 1999) Workers who moved will be paid.")
    assert stamp is not None
    assert (stamp.place, stamp.day.to_edtf() if stamp.day else None) == ("Valparaíso", "1999-08-25")


@pytest.mark.parametrize(
    "text",
    [
        "Grain boats sail again\n\nLIMA, Aug 30 (Coast News) - Peru sent grain to Norway on Wednesday.\n\n© 2023 Coast News",
        "A talk on Sunday\n\nInterview: Kari Dahl, Norway's minister for fish\nOslo, 30 August 2023\n\nQ: Do you sail?\n\nA: Never.",
        "REPUBLIC OF PERU\nMINISTRY OF FISH – PRESS SERVICE\nLima, 30.08.2023\n\nPeru sent Norway grain on Wednesday, the ministry said.",
        "Grain boats sail again\n\nPeru sent grain to Norway on Wednesday, it was said.\n\nText: Rosa Vega. 30 August 2023",
    ],
)
def test_make_document_dates_an_article_by_its_stamps_wherever_they_stand(text: str) -> None:
    """Rights at the foot give the year, an introduction stands over its stamp, and a head in capitals is no dateline."""
    document = make_document(RawPage(origin="a.txt", content=text))
    assert isinstance(document, Document)
    assert document.published == "2023-08-30"


@pytest.mark.parametrize(
    "text",
    [
        "Ministry of Fish of Norway\nPress office, 30 August 2023\n\nTALKS WITH PERU\n\nThe ministers of fish met on Wednesday in Oslo.",
        "Spokesperson's Regular Press Conference on August 30, 2023 (excerpt)\n\nQ: Has Peru written?\n\nA: It has not, as far as I know.",
        "Trip off\n\nThe minister stays at home after all.\n\nBy Rosa Vega, Lima\nAugust 30, 2023 — 5.12pm\n\nPeru has put off the trip.",
        "I carry fish\n\nLunch with the envoy to Peru. By Rosa Vega, Coast Quarterly, 30 August 2023\n\nWhy Lima?\n\nFor the fish.",
        "Grain sails again\n\nPeru sent grain to Norway, it was said.\n\nCoast Digest, 30 August 2023. For information. Not a record.",
    ],
)
def test_make_document_finds_the_day_in_heads_credits_and_feet(text: str) -> None:
    """Offices, occasions, standfirsts, credits behind a sentence, and feet with a disclaimer."""
    document = make_document(RawPage(origin="a.txt", content=text))
    assert isinstance(document, Document)
    assert (document.published or "")[:10] == "2023-08-30"
