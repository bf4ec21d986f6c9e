"""Cuts a text into the word pieces of BERT's English vocabulary, each with its place in the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

__all__ = ["Piece", "cut_pieces", "read_vocabulary"]

Piece = tuple[int, int, int]
"""A piece's number in the vocabulary, and the stretch ``[start, end)`` of the text that its word covers."""

_LONGEST_WORD = 100


def read_vocabulary(path: Path) -> Mapping[str, int]:
    """Return each piece with its number: the line it stands on, from 0."""
    return {piece: number for number, piece in enumerate(path.read_text(encoding="utf-8").splitlines())}


def cut_pieces(text: str, vocabulary: Mapping[str, int]) -> list[Piece]:
    """Return the pieces of `text` in order, without the marks of beginning and end."""
    return [(number, start, end) for word, start, end in _words(text) for number in _pieces(word, vocabulary)]


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield words and single marks, lower case and without accents."""
    word, begin = "", 0
    for index, char in enumerate(text):
        splits = char.isspace() or _is_mark(char)
        if splits:
            if word:
                yield word, begin, index
            if not char.isspace():
                yield char, index, index + 1
            word = ""
            continue
        if not word:
            begin = index
        word += "".join(part for part in unicodedata.normalize("NFD", char.lower()) if unicodedata.category(part) != "Mn")
    if word:
        yield word, begin, len(text)


def _is_mark(char: str) -> bool:
    return (char.isascii() and char.isprintable() and not char.isalnum() and not char.isspace()) or unicodedata.category(char).startswith(
        "P"
    )


def _pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    unknown = [vocabulary["[UNK]"]]
    if len(word) > _LONGEST_WORD:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(word):
        stop = len(word)
        while stop > start and (("##" if start else "") + word[start:stop]) not in vocabulary:
            stop -= 1
        if stop == start:
            return unknown
        found.append(vocabulary[("##" if start else "") + word[start:stop]])
        start = stop
    return found
