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
