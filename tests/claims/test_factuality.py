"""Each row of the calculus of factuality has a sentence: it has happened, lies ahead, is wished for, is denied, or is not told."""

from __future__ import annotations

import pytest

from dragoman.claims.evoke import evoke
from dragoman.claims.factuality import Factuality
from dragoman.claims.view import View
from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Kind, Status
from dragoman.values.document import Document
from dragoman.values.page import RawPage

A, B = "French Foreign Minister Jean Morel", "Polish Foreign Minister Jan Nowak"


@pytest.fixture(scope="session")
def stages() -> Stages:
    return default_stages()


def judge_sentence(stages: Stages, sentence: str) -> Factuality:
    """Return the verdict on the first word of the sentence that evokes an encounter."""
    document = stages.make_document(RawPage(origin="test", content=sentence))
    assert isinstance(document, Document)
    trees = stages.parse(document, stages.link_mentions(document, stages.find_mentions(document)))
    return next(evoked.factuality for tree in trees for evoked in evoke(View(tree)) if evoked.frame.kind is Kind.ENCOUNTER)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{A} met {B} in Paris.", Status.OCCURRED),
        (f"{A} said at a meeting with {B} that trade was growing.", Status.OCCURRED),
        (f"{A} called for calm during talks with {B}.", Status.OCCURRED),
        (f"{A} gave no details of his talks with {B}.", Status.OCCURRED),
        (f"{A} is meeting {B} in Paris.", Status.ONGOING),
        (f"{A} will meet {B} in Paris.", Status.PLANNED),
        (f"{A} is to meet {B} in Paris.", Status.PLANNED),
        (f"{A} is scheduled to meet {B} in Paris.", Status.PLANNED),
        (f"{A} plans to meet {B} in Paris.", Status.PLANNED),
        (f"{A} agreed to meet {B} in Paris.", Status.PLANNED),
        (f"{A} will sign the treaty at a meeting with {B}.", Status.PLANNED),
        (f"{A} praised trade before his planned visit to Poland.", Status.PLANNED),
        (f"{A} may meet {B} in Paris.", Status.PROPOSED),
        (f"{A} proposed to meet {B} in Paris.", Status.PROPOSED),
        (f"{A} did not meet {B} in Paris.", Status.DENIED),
        (f"{A} refused to meet {B} in Paris.", Status.DENIED),
        (f"{A} cancelled his visit to Poland.", Status.DENIED),
        (f"If {A} meets {B}, they will talk of trade.", None),
        (f"{A} has not said when he will visit Poland.", None),
        (f"Did {A} meet {B} in Paris?", None),
    ],
)
def test_judge_gives_the_status_of_its_row(stages: Stages, sentence: str, status: Status | None) -> None:
    """One row, one construction."""
    assert judge_sentence(stages, sentence).status is status


def test_judge_passes_the_speaker_of_a_report_on(stages: Stages) -> None:
    """A reporting verb changes nothing but who says it."""
    verdict = judge_sentence(stages, f"The ministry confirmed that {A} met {B} in Paris.")
    assert verdict.status is Status.OCCURRED
    assert verdict.speaker is not None


def test_judge_tells_a_pluperfect(stages: Stages) -> None:
    """What had happened before is marked as such."""
    assert judge_sentence(stages, f"{A} had met {B} in Paris.").perfect
    assert not judge_sentence(stages, f"{A} met {B} in Paris.").perfect
