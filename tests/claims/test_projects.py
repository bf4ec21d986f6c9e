"""Projects are works and routes that two parties build, clear or run; words that merely sound like one are left alone."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Project
from dragoman.values.document import Rejection
from dragoman.values.page import RawPage

_DATELINE = "LIMA, 4 March 2021. "


@pytest.fixture(scope="module")
def stages() -> Stages:
    return default_stages()


def projects(stages: Stages, text: str) -> list[Project]:
    document = stages.make_document(RawPage(origin="a.txt", content=_DATELINE + text))
    assert not isinstance(document, Rejection)
    links = stages.link_mentions(document, stages.find_mentions(document))
    claims = stages.extract_claims(document, links, stages.parse(document, links)).claims
    return [claim.content for claim in claims if isinstance(claim.content, Project)]


@pytest.mark.parametrize(
    ("text", "kind", "stage"),
    [
        ("Peru and Chile are building a railway.", "transport link", "under construction"),
        ("Peru and Chile agreed to build a bridge.", "transport link", "agreed"),
        ("Peru and Chile opened a tunnel.", "transport link", "completed"),
        ("Peru offered to help Chile rebuild the hospital.", "reconstruction", "proposed"),
        ("Peru is ready to send sappers to clear mines in Chile.", "demining", "proposed"),
        ("Peru and Chile agreed to lay a gas pipeline.", "energy", "agreed"),
        ("Peru and Chile plan a power plant.", "energy", "agreed"),
    ],
)
def test_find_projects_tells_type_and_stage_by_what_governs_the_work(stages: Stages, text: str, kind: str, stage: str) -> None:
    assert [(project.type, project.stage, project.parties) for project in projects(stages, text)] == [(kind, stage, ("CHL", "PER"))]


def test_find_projects_gives_the_ends_and_the_way(stages: Stages) -> None:
    (project,) = projects(stages, "Bolivia and Argentina agreed to build a railway from La Paz to Salta through Jujuy.")
    assert (project.from_place, project.to_place, project.via) == ("La Paz", "Salta", "Jujuy")


def test_find_projects_names_a_route_that_runs_between_two_states(stages: Stages) -> None:
    (project,) = projects(stages, "The container train between Hanoi and Beijing carried 900 tonnes.")
    assert (project.type, project.stage, project.parties, project.name) == (
        "transport link",
        "running",
        ("CHN", "VNM"),
        "The container train between Hanoi and Beijing",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile signed an agreement on road transport.",
        "Peru and Chile agreed on plant quarantine.",
        "Peru is building a railway.",
        "Peru and Chile discussed the gas sector.",
        "Peru and Chile agreed on the restoration of diplomatic relations.",
        "Peru will not build a bridge with Chile.",
        "The port of Arica lies between Peru and Chile.",
    ],
)
def test_find_projects_leaves_alone_what_is_no_shared_work(stages: Stages, text: str) -> None:
    assert projects(stages, text) == []


def test_find_projects_takes_the_money_for_no_builder(stages: Stages) -> None:
    [found] = projects(stages, "Peru and Chile are building a bridge over the Zarumilla with Mexican money.")
    assert (found.type, found.parties) == ("transport link", ("CHL", "PER"))


def test_find_projects_leaves_alone_a_bridge_opened_to_traffic(stages: Stages) -> None:
    assert projects(stages, "Peru agreed with Chile to open the bridges to lorries.") == []


def test_find_projects_reads_a_route_wished_for_between_places_without_a_name(stages: Stages) -> None:
    [found] = projects(stages, "Peru would like Chile to start a ferry between the island and the port of Arica.")
    assert (found.type, found.stage, found.parties) == ("transport link", "proposed", ("CHL", "PER"))


@pytest.mark.parametrize(
    ("text", "kind", "stage", "parties"),
    [
        ("Peru and Chile run the dam together.", "energy", "running", ("CHL", "PER")),
        ("Chile and Peru signed an agreement on the export of power from Chile to Peru.", "energy", "agreed", ("CHL", "PER")),
    ],
)
def test_find_projects_reads_shared_works_and_links(stages: Stages, text: str, kind: str, stage: str, parties: tuple[str, ...]) -> None:
    assert [(project.type, project.stage, project.parties) for project in projects(stages, text)] == [(kind, stage, parties)]


def test_find_projects_takes_a_field_of_cooperation_for_none(stages: Stages) -> None:
    assert projects(stages, "Peru is ready to deepen cooperation with Chile in mining and port construction.") == []
