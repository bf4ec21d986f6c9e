"""Sessions are sittings of standing bodies: each sentence yields its sitting with number, parties, day and status."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Claim, Session
from dragoman.values.document import Rejection
from dragoman.values.page import RawPage

_DATELINE = "LIMA, 4 March 2021. "
_BODY = "the Peruvian-Chilean Joint Commission on Trade"


@pytest.fixture(scope="module")
def stages() -> Stages:
    return default_stages()


def sittings(stages: Stages, text: str) -> list[Claim]:
    document = stages.make_document(RawPage(origin="a.txt", content=_DATELINE + text))
    assert not isinstance(document, Rejection)
    links = stages.link_mentions(document, stages.find_mentions(document))
    return [
        claim
        for claim in stages.extract_claims(document, links, stages.parse(document, links)).claims
        if isinstance(claim.content, Session)
    ]


def told(stages: Stages, text: str) -> list[tuple[int | None, tuple[str, ...], str, str | None]]:
    return [
        (claim.content.number, claim.content.parties, claim.status.value, claim.date)
        for claim in sittings(stages, text)
        if isinstance(claim.content, Session)
    ]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        (f"The fifth session of {_BODY} was held in Lima on 2 March.", "occurred", "2021-03-02"),
        (f"The fifth session of {_BODY} will be held in Lima in May.", "planned", "2021-05"),
        (f"The fifth session of {_BODY}, held in May 2019, set a target.", "occurred", "2019-05"),
    ],
)
def test_find_sessions_tells_a_sitting_by_its_verb(stages: Stages, text: str, status: str, date: str) -> None:
    assert told(stages, text) == [(5, ("CHL", "PER"), status, date)]


def test_find_sessions_keeps_the_number_of_one_sitting_from_the_next(stages: Stages) -> None:
    text = f"The fifth session of {_BODY} was held in Lima on 2 March. The next session will be held in Arica in 2022."
    assert told(stages, text) == [(5, ("CHL", "PER"), "occurred", "2021-03-02"), (None, ("CHL", "PER"), "planned", "2022")]


def test_find_sessions_reads_a_bare_ordinal_as_a_sitting_of_the_body_told(stages: Stages) -> None:
    text = f"The fifth session of {_BODY} was held in Lima on 2 March. The sixth is to be held in Chile in 2022."
    assert told(stages, text)[1] == (6, ("CHL", "PER"), "planned", "2022")


def test_find_sessions_finds_the_members_of_a_group_of_three_nearby(stages: Stages) -> None:
    text = (
        "The third meeting of the Trilateral Commission on Water was held in Lima. Envoys of Peru, Chile and Bolivia led the delegations."
    )
    assert [parties for _, parties, _, _ in told(stages, text)] == [("BOL", "CHL", "PER")]


def test_find_sessions_tells_a_body_named_without_a_sitting_as_ongoing(stages: Stages) -> None:
    text = f"Peru praised the work of {_BODY}."
    assert told(stages, text) == [(None, ("CHL", "PER"), "ongoing", None)]


@pytest.mark.parametrize(
    "text",
    [
        "The joint commission of the senate of Peru met on Tuesday.",
        "A Peruvian-Chilean dialogue could help, said the foreign minister of Peru.",
        "Peru sent a letter to the Joint Commission of the JCPOA.",
    ],
)
def test_find_sessions_leaves_alone_bodies_at_home_and_mere_talk(stages: Stages, text: str) -> None:
    assert told(stages, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile held the 9th annual round of their Fisheries Dialogue on 2 March.", (9, ("CHL", "PER"), "occurred", "2021-03-02")),
        ("The treaty was signed during the third Peru-Chile Binational Cabinet in Arica.", (3, ("CHL", "PER"), "occurred", None)),
        (
            "Peru and Chile agreed that the fifth session of the Bi-National Commission will be held in May 2021.",
            (5, ("CHL", "PER"), "planned", "2021-05"),
        ),
        ("The 6th ASEAN-EU Ministerial Meeting opened in Jakarta on 2 March.", (6, ("ASEAN", "EU"), "occurred", "2021-03-02")),
        ("Peru and Chile should establish a joint committee on fishing.", (None, ("CHL", "PER"), "proposed", None)),
    ],
)
def test_bodies_of_many_names_sit(stages: Stages, text: str, expected: tuple[int | None, tuple[str, ...], str, str | None]) -> None:
    """Dialogues, cabinets and ministerial meetings that belong to two are bodies as commissions are."""
    assert expected in told(stages, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The next round will take place in Arica in 2022.", (None, ("CHL", "PER"), "planned", "2022")),
        ("The next meeting of the Commission will be held in Arica in 2022.", (None, ("CHL", "PER"), "planned", "2022")),
        ("The commission last sat in Arica in 2019.", (None, ("CHL", "PER"), "occurred", "2019")),
        ("The 9th takes place in Arica in 2022.", (9, ("CHL", "PER"), "planned", "2022")),
    ],
)
def test_further_sittings_need_no_name(stages: Stages, text: str, expected: tuple[int | None, tuple[str, ...], str, str | None]) -> None:
    """Once a sitting is told, the next and the last one are of the same body."""
    assert expected in told(stages, f"The eighth session of {_BODY} was held in Lima on 2 March. {text}")


def test_a_task_force_of_one_state_is_no_body_of_two(stages: Stages) -> None:
    """A police unit called joint is not a standing body of the text's two states."""
    assert not told(stages, "Peru and Chile arrest smugglers. Joint Task Force Condor of Peru seized boats.")
