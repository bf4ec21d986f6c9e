"""Bytes are decoded in the encodings of news, or turned down with the reason."""

from __future__ import annotations

import codecs
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.decoding import NotText, decode

ENGLISH = "The ministers of Türkiye and Côte d’Ivoire said “yes” – slowly – in a café near Málaga. It cost €5.\n" * 3
RANDOM = random.Random(5).randbytes(100_000)  # noqa: S311 - noise, no secret


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_english_is_read_in_every_common_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)) == ENGLISH


def test_utf_16_of_either_order_is_read_with_its_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")) == ENGLISH
    assert decode(codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le")) == ENGLISH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1254", "Foreign Minister Çavuşoğlu met Işıl Gündoğdu in Şırnak, and İnönü’s portrait hung over Beşiktaş. " * 3),
        ("cp1250", "Minister Hraško met Łukasz Wiśniewski in Kraków, and Ms Dvořáková of Plzeň spoke with Mr Škvorecký. " * 3),
        ("cp1251", "Министр иностранных дел встретился со своим коллегой в Баку и обсудил торговлю. " * 3),
    ],
)
def test_a_windows_code_page_is_told_by_where_its_letters_stand(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_curly_quote_in_windows_1252_is_enough() -> None:
    text = "The minister’s visit ended on Friday. " + "Nothing else was said about the matter. " * 20
    assert decode(text.encode("cp1252")) == text


def test_a_scratch_in_utf_8_is_mended() -> None:
    content = ("The café in Málaga was shut. " * 100).encode()
    mended = decode(content[:500] + b"\xff" + content[500:])
    assert isinstance(mended, str)
    assert mended.count("\ufffd") == 1


def test_a_page_cut_inside_a_character_is_read() -> None:
    assert decode("The café".encode()[:-1]) == "The caf"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "PNG"),
        (b"%PDF-1.7\n" + bytes(range(256)), "PDF"),
        (b"\0" * 5000, "zero bytes"),
        (b"The minister said no.\n" + b"\0" * 500, "zero bytes"),
        (RANDOM[:5000], ""),
        (("Málaga and Köln agréed. " * 40).encode().replace(b"\xc3", b"\xc3\xc3\xe2") + "é".encode() * 300, "broken characters"),
        (b"The \xff\xfe\x80 minister \x81\x8d said \xfe\xff\x9d nothing. " * 50, "fit neither"),
        (b"\x01\x02\x03\x04 text " * 100, "control characters"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8" * 50, "UTF-16-LE"),
        (("\ue000\ue001 " * 200).encode(), "without a character"),
    ],
)
def test_what_is_no_text_is_turned_down_with_what_it_is(content: bytes, words: str) -> None:
    found = decode(content)
    assert isinstance(found, NotText)
    assert words in found.detail
    assert "\n" not in found.detail


@given(st.binary(max_size=600))
def test_any_bytes_are_text_or_not(content: bytes) -> None:
    found = decode(content)
    assert isinstance(found, NotText | str)
    assert decode(content) == found


def test_random_bytes_are_judged_quickly() -> None:
    content = RANDOM * 80
    begin = time.perf_counter()
    assert isinstance(decode(content), NotText)
    assert time.perf_counter() - begin < 5
