"""Figures take from their text what their sentence leaves unsaid: descriptions, the way back, the people of the figure before."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Figure
from dragoman.values.document import Rejection
from dragoman.values.page import RawPage

_DATELINE = "LIMA, 4 March 2021. "
Told = tuple[str, float | None, tuple[str, ...]]


@pytest.fixture(scope="module")
def stages() -> Stages:
    return default_stages()


def figures(stages: Stages, text: str) -> list[Told]:
    document = stages.make_document(RawPage(origin="a.txt", content=_DATELINE + text))
    assert not isinstance(document, Rejection)
    links = stages.link_mentions(document, stages.find_mentions(document))
    contents = [claim.content for claim in stages.extract_claims(document, links, stages.parse(document, links)).claims]
    return [(content.indicator, content.value, content.parties) for content in contents if isinstance(content, Figure)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile met Peru in Lima. Peru sold its neighbour maize worth 12 million dollars last year.",
            [("exports", 12000000, ("PER", "CHL"))],
        ),
        (
            "Peru sold Chile maize for 12 million dollars in 2020. Apples going the other way earned 7 million.",
            [("exports", 12000000, ("PER", "CHL")), ("exports", 7000000, ("CHL", "PER"))],
        ),
        (
            "More than 26,000 Peruvians have fled abroad, 13,700 of them to Chile.",
            [("displaced persons", 26000, ("PER",)), ("displaced persons", 13700, ("PER", "CHL"))],
        ),
        ("Peru holds 14 Chilean fishermen.", [("prisoners", 14, ("CHL", "PER"))]),
        ("Chile shelters 12,000 Peruvian refugees.", [("displaced persons", 12000, ("PER", "CHL"))]),
        ("Trade of Peru with Chile touched 265 million dollars last year.", [("trade turnover", 265000000, ("CHL", "PER"))]),
        ("Visitors from Peru to Chile numbered 30,000 in 2019.", [("tourists", 30000, ("PER", "CHL"))]),
        ("Chile donated 400 blankets to Peru.", [("aid", 400, ("CHL", "PER"))]),
        ("Peru's chairman of the board is to lend his company 9 million dollars out of his pocket.", []),
    ],
)
def test_find_figures_completes_its_parties_from_what_was_told(stages: Stages, text: str, expected: list[Told]) -> None:
    assert figures(stages, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile met Peru in Lima. Chilean investment in the country reached 90 million dollars.",
            [("investment", 90000000, ("CHL", "PER"))],
        ),
        (
            "Peru and Chile held talks. Peruvian exports to Chile came to 80 million dollars. Imports from there were 30 million dollars.",
            [("exports", 80000000, ("PER", "CHL")), ("imports", 30000000, ("CHL", "PER"))],
        ),
        (
            "Peru and Chile held talks. Chile announced 5 million dollars in Chilean aid for schools in Arequipa.",
            [("aid", 5000000, ("CHL", "PER"))],
        ),
        ("Peru and Chile held talks. Imports from Chile amounted to 4 million dollars.", [("imports", 4000000, ("CHL", "PER"))]),
        (
            "Peru supplies Chile with gas. Peru exported 9 million cubic metres a day to Chile.",
            [("energy volume", 9000000, ("PER", "CHL"))],
        ),
        ("Trade between Peru and Chile increased by 1.5 times.", [("trade turnover", None, ("CHL", "PER"))]),
        ("At present, 148 Peruvians are imprisoned in Chile.", [("prisoners", 148, ("PER", "CHL"))]),
        ("Thirty-one companies from Chile operate in Peru.", [("companies", 31, ("CHL", "PER"))]),
        ("Peru and Chile met. The meeting, held at the port, drew 1,060 Chilean doctors.", []),
    ],
)
def test_find_figures_finds_the_other_of_two_and_rates(stages: Stages, text: str, expected: list[Told]) -> None:
    assert figures(stages, text) == expected
