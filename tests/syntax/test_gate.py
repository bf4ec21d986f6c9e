"""The gate lets through what a frame may read, and keeps out what none can."""

from __future__ import annotations

import pytest

from dragoman.syntax.gate import can_matter
from dragoman.values.link import Link, LinkedSentence
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
