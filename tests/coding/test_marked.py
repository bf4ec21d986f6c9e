"""Marking actor and recipient: spans that are found, refused, and kept as the caller gave them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.coding.encoder import marked_text
from dragoman.coding.marked import find_span, mark
from dragoman.errors import DragomanError, SpanError
from dragoman.values.span import Span

SENTENCE = "Fiji asked Tonga and Samoa to lend Fiji a tug."


@pytest.mark.parametrize(
    ("given_span", "problem"),
    [
        ("Kiribati", "does not stand in the sentence"),
        ("", "does not stand in the sentence"),
        ("Fiji", "more than once"),
        ((3, 3), "0 <= start < end"),
        ((-1, 4), "0 <= start < end"),
        ((0, 400), "0 <= start < end"),
    ],
)
def test_a_span_that_is_not_there_is_refused(given_span: str | tuple[int, int], problem: str) -> None:
    with pytest.raises(SpanError, match=problem):
        find_span(SENTENCE, given_span, "actor")


def test_a_refused_span_is_both_a_value_error_and_one_of_ours() -> None:
    assert issubclass(SpanError, ValueError)
    assert issubclass(SpanError, DragomanError)


def test_sides_that_overlap_are_refused() -> None:
    with pytest.raises(SpanError, match="overlap"):
        mark(SENTENCE, (0, 10), (5, 16))


def test_a_name_that_holds_a_side_is_read_as_that_side() -> None:
    marked = mark("Foreign Minister Lotte Hansen thanked Peru.", "Hansen", "Peru")
    assert marked.actor.cut(marked.text) == "Hansen"
    assert marked.actor_link.mention.span.covers(marked.actor)


def test_the_encoder_reads_the_sides_between_marks() -> None:
    text, actor, recipient = marked_text(mark("Tonga, said Fiji, owes it a tug.", "Fiji", "Tonga"))
    assert text == "# Tonga #, said @ Fiji @, owes it a tug."
    assert (text[actor], text[recipient]) == ("@", "#")


@given(st.integers(0, 45), st.integers(1, 46))
def test_offsets_come_back_as_they_were_given(start: int, end: int) -> None:
    if start < end <= len(SENTENCE):
        assert find_span(SENTENCE, (start, end), "recipient") == Span(start, end)
