"""Clean text is NFC without invisible characters; what can be seen stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.cleaning import clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\r\r\n b", "a\n b"),
        ("a\u2028b\x0cc", "a\nb\nc"),
        ("e\u0301 \u212b", "é Å"),
        ("\ufeff\u202aBa\u00adku\u202c\u200b \u2066said\u2069\x1a", "Baku said"),
        ("a\tb\u00a0c  d", "a\tb\u00a0c  d"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_clean_takes_out_what_cannot_be_seen_and_nothing_else(raw: str, text: str) -> None:
    assert clean(raw) == text


@given(st.text())
def test_clean_text_is_normal_and_stays_as_it_is(raw: str) -> None:
    text = clean(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert clean(text) == text
    text.encode()
