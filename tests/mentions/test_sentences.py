"""Sentences end where a reader ends them, abbreviations or not."""

from __future__ import annotations

import pytest

from dragoman.documents import make_document
from dragoman.mentions.sentences import split_sentences
from dragoman.values.document import Document
from dragoman.values.page import RawPage


def sentences(text: str) -> list[str]:
    made = make_document(RawPage(origin="a.txt", content=f"The news of the day in the capital\n\n{text}"))
    assert isinstance(made, Document)
    return [span.cut(made.text) for span, paragraph in split_sentences(made) if paragraph >= 0]


@pytest.mark.parametrize(
    "text",
    [
        "The envoy met Mr. Oduya and Gen. Silva of the U.S. Treasury in the town.",
        "The talks of No. 5 and Art. 7 of the deal went on in the town.",
        "President John Q. Harlow, Jr. welcomed the envoys to the town.",
        "The price rose by 3.5 percent to 12.75 dollars in the whole town.",
    ],
)
def test_split_sentences_keeps_a_sentence_whole(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The envoy came home. He spoke at length about the water.", 2),
        ("The envoy came to the U.S. The talks went on at length there.", 2),
        ("The envoy said so.The talks went on at length there.", 2),
        ("The minister said no. Talks went on at length about the water.", 2),
        ("“We agreed on water.” The minister then left for the airport.", 2),
        ("These envoys came to the town: -   Ana Silva of Portugal -   Ben Oduya of Kenya", 3),
    ],
)
def test_split_sentences_cuts_where_a_reader_does(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_split_sentences_cuts_a_list_without_end() -> None:
    assert max(map(len, sentences("water, " * 2000 + "and oil."))) <= 900
