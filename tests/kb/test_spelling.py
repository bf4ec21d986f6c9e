"""Spellings meet under one key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.kb.spelling import fold, spell_out


@pytest.mark.parametrize(
    ("one", "other"), [("Málaga", "MALAGA"), ("N’Djamena", "N'Djamena"), ("Łódź", "Lodz"), ("Şuşa", "susa"), ("İzmir", "izmir")]
)
def test_fold_brings_spellings_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@given(st.text())
def test_spell_out_starts_with_the_text_and_repeats_nothing(text: str) -> None:
    spellings = spell_out(text)
    assert spellings[0] == text
    assert len(set(spellings)) == len(spellings)
