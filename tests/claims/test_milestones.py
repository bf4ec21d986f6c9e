"""Milestones are anniversaries of relations, of independence and of acts between states."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Milestone
from dragoman.values.document import Rejection
from dragoman.values.page import RawPage

_DATELINE = "LIMA, 4 March 2021. "


@pytest.fixture(scope="module")
def stages() -> Stages:
    return default_stages()


def milestones(stages: Stages, text: str) -> list[Milestone]:
    document = stages.make_document(RawPage(origin="a.txt", content=_DATELINE + text))
    assert not isinstance(document, Rejection)
    links = stages.link_mentions(document, stages.find_mentions(document))
    claims = stages.extract_claims(document, links, stages.parse(document, links)).claims
    return [claim.content for claim in claims if isinstance(claim.content, Milestone)]


@pytest.mark.parametrize(
    ("text", "occasion", "ordinal", "parties", "origin"),
    [
        ("Peru and Chile marked the 50th anniversary of diplomatic relations.", "diplomatic relations", 50, ("CHL", "PER"), "1971"),
        ("Peru and Chile celebrate thirty years of diplomatic relations.", "diplomatic relations", 30, ("CHL", "PER"), "1991"),
        ("Half a century has passed since Peru and Chile established relations.", "diplomatic relations", 50, ("CHL", "PER"), "1971"),
        ("Chile congratulated Peru on the 200th anniversary of Peruvian independence.", "independence", 200, ("PER",), "1821"),
        ("It is the tenth anniversary of the treaty between Peru and Chile.", "agreement", 10, ("CHL", "PER"), "2011"),
    ],
)
def test_find_milestones_tells_occasion_ordinal_and_origin(
    stages: Stages, text: str, occasion: str, ordinal: int, parties: tuple[str, ...], origin: str
) -> None:
    assert milestones(stages, text) == [Milestone(occasion=occasion, ordinal=ordinal, parties=parties, origin=origin)]


@pytest.mark.parametrize(
    "text",
    [
        "Peru marked the tenth anniversary of the earthquake.",
        "Peru and Chile met on the anniversary of a declaration made elsewhere.",
        "Peru has 50 years of experience in mining, Chile said.",
    ],
)
def test_find_milestones_leaves_alone_what_is_not_between_states(stages: Stages, text: str) -> None:
    assert milestones(stages, text) == []


@pytest.mark.parametrize(
    ("text", "occasion", "ordinal", "parties"),
    [
        ("Peru and Chile marked half a century of diplomatic ties on Monday.", "diplomatic relations", 50, ("CHL", "PER")),
        ("It was the 45th founding anniversary of the diplomatic relations of Peru and Chile.", "diplomatic relations", 45, ("CHL", "PER")),
        ("Peru kept the 200th anniversary of its independence from Spain.", "independence", 200, ("PER",)),
        ("Peru and Chile celebrated the golden jubilee of their diplomatic relations.", "diplomatic relations", 50, ("CHL", "PER")),
    ],
)
def test_find_milestones_reads_spans_in_words_and_whose_independence_it_is(
    stages: Stages, text: str, occasion: str, ordinal: int, parties: tuple[str, ...]
) -> None:
    [found] = milestones(stages, text)
    assert (found.occasion, found.ordinal, found.parties) == (occasion, ordinal, parties)


@pytest.mark.parametrize(
    ("text", "occasion", "ordinal"),
    [
        ("The strategic partnership of Peru and Chile marks its tenth anniversary.", "agreement", 10),
        ("Exactly six decades after Peru and Chile opened diplomatic relations, trade lags.", "diplomatic relations", 60),
        ("Thirty years after Peru and Chile established ties, trade lags.", "diplomatic relations", 30),
    ],
)
def test_find_milestones_reads_partnerships_and_openings(stages: Stages, text: str, occasion: str, ordinal: int) -> None:
    assert [(item.occasion, item.ordinal, item.parties) for item in milestones(stages, text)] == [(occasion, ordinal, ("CHL", "PER"))]
