"""The gate lets through what a frame may read, and keeps out what none can."""

from __future__ import annotations

import pytest

from dragoman.syntax.gate import can_matter, sentences_to_parse
from dragoman.values.link import Link, LinkedSentence, Links
from dragoman.values.mention import InstrumentName, Mention, Named, PlaceName, Sentence, StateForm, StateName
from dragoman.values.span import Span

STATE = StateName(code="PER", form=StateForm.NAME)


def passes(text: str, *mentions: tuple[str, Named, tuple[str, ...]]) -> bool:
    links = tuple(
        Link(mention=Mention(span=Span(text.index(words), text.index(words) + len(words)), named=named), parties=parties)
        for words, named, parties in mentions
    )
    sentence = Sentence(span=Span(0, len(text)), paragraph=0, mentions=tuple(link.mention for link in links))
    return can_matter(text, LinkedSentence(sentence=sentence, links=links))


@pytest.mark.parametrize("text", ["Peru condemned the raid.", "The visit to Peru was short.", "Peru expelled two diplomats."])
def test_can_matter_lets_a_party_with_a_cue_through(text: str) -> None:
    """A verb or noun that a frame knows, and somebody it may be about."""
    assert passes(text, ("Peru", STATE, ("PER",)))


def test_can_matter_keeps_out_a_party_without_a_cue() -> None:
    """Nothing in the sentence evokes a frame."""
    assert not passes("Peru is warm and green.", ("Peru", STATE, ("PER",)))


def test_can_matter_keeps_out_a_cue_without_a_party() -> None:
    """Nobody to be about; a mere place is nobody."""
    assert not passes("They condemned the raid.")
    assert not passes("They condemned the raid in Cusco.", ("Cusco", PlaceName(name="Cusco", country="PER"), ("PER",)))


def test_can_matter_lets_a_written_act_through() -> None:
    """An act is worth a parse by itself."""
    assert passes("The treaty lapsed.", ("The treaty", InstrumentName(type="treaty", title="treaty"), ()))


@pytest.mark.parametrize(
    ("goes_on", "parsed"),
    [("A fourth round was fixed for March.", True), ("The sixth is to be held there.", True), ("The soup was cold.", False)],
)
def test_sentences_that_go_on_with_talks_are_parsed(goes_on: str, parsed: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Once two parties stand together, a counted round needs no party of its own."""
    first = "The visit to Peru by Chile was short."
    text = f"{first} {goes_on}"
    links = tuple(
        Link(mention=Mention(span=Span(text.index(word), text.index(word) + len(word)), named=STATE), parties=(code,))
        for word, code in (("Peru", "PER"), ("Chile", "CHL"))
    )
    mentions = tuple(link.mention for link in links)
    sentences = (
        LinkedSentence(sentence=Sentence(span=Span(0, len(first)), paragraph=0, mentions=mentions), links=links),
        LinkedSentence(sentence=Sentence(span=Span(len(first) + 1, len(text)), paragraph=0, mentions=()), links=()),
    )
    chosen = sentences_to_parse(text, Links(sentences=sentences, persons=(), home=None, pair=(), bilateral=False))
    assert (sentences[1] in chosen) is parsed
