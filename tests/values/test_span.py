"""Spans cut out what they claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.values.span import Span


@st.composite
def texts_with_spans(draw: st.DrawFn, count: int = 2) -> tuple[str, list[Span]]:
    """Make a text of any code points, and spans inside it."""
    text = draw(st.text(min_size=1, max_size=40))
    starts = [draw(st.integers(0, len(text) - 1)) for _ in range(count)]
    return text, [Span(start, draw(st.integers(start + 1, len(text)))) for start in starts]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_span_refuses_to_be_empty_reversed_or_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"got {start}:{end}"):
        Span(start, end)


@given(texts_with_spans())
def test_span_cuts_as_many_code_points_as_it_is_long(case: tuple[str, list[Span]]) -> None:
    text, (span, _) = case
    assert len(span.cut(text)) == span.end - span.start


@given(texts_with_spans())
def test_joined_span_covers_both_and_nothing_outside_them(case: tuple[str, list[Span]]) -> None:
    _, (one, other) = case
    joined = one.join(other)
    assert joined == other.join(one)
    assert joined.covers(one)
    assert joined.covers(other)
    assert {joined.start, joined.end} <= {one.start, one.end, other.start, other.end}


@given(texts_with_spans())
def test_spans_overlap_exactly_when_they_share_a_code_point(case: tuple[str, list[Span]]) -> None:
    _, (one, other) = case
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == bool(shared)
    assert one.covers(other) == (len(shared) == other.end - other.start)


@given(texts_with_spans(), st.integers(0, 20))
def test_shifted_span_cuts_the_same_words_from_a_text_that_begins_later(case: tuple[str, list[Span]], offset: int) -> None:
    text, (span, _) = case
    assert span.shift(offset).cut("·" * offset + text) == span.cut(text)


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 9), Span(0, 5), Span(2, 3)]) == [Span(0, 5), Span(2, 3), Span(2, 9)]
