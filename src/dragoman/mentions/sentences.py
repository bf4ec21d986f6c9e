"""Cuts the story of a document into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.values.document import Document
from dragoman.values.span import Span

__all__ = ["split_sentences"]

_LONGEST_CHARS = 900  # a longer "sentence" is a list or a table; it is cut at its inner marks so that parsing stays linear
_STOP = re.compile(r"""[.!?…]+["'”’)\]»]*(?=\s+["'“‘(\[«•\-–—]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9])|[.!?]["”](?=[A-Z])|\n\s*\n|[:;](?=\s*\n)""")  # noqa: RUF001
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt maj brig capt adm sgt cmdr sen rep gov hon rev st messrs jr sr mt ft no nos vs etc inc ltd co corp dept est fig"
    " approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun h.e e.g i.e a.m p.m art para vol pp ed eds".split()
)
_INITIALS = re.compile(r"(?:^|[\s(.\"“])(?:[A-Z]\.)*[A-Z]$")
_SOFT = re.compile(r"[;:]\s|\s[–—-]\s|,\s")  # noqa: RUF001
_LAST_WORD = re.compile(r"[\w.]+$")
_STARTERS = frozenset("the a an in on at he she it they this that these those but and for after during meanwhile earlier also however his her its their".split())


def split_sentences(document: Document) -> Iterator[tuple[Span, int]]:
    """Yield each sentence with the index of its story paragraph, the headline first with index -1.

    A full stop behind an abbreviation or an initial ends a sentence only when a common sentence opener follows. Sentences that a writer
    runs together without a space stay together.
    """
    if document.headline is not None:
        yield document.headline, -1
    for paragraph, span in enumerate(document.story):
        for start, end in _cut(document.text, span.start, span.end):
            trimmed = _trim(document.text, start, end)
            if trimmed is not None:
                yield trimmed, paragraph


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if match.group()[0] == "." and _is_abbreviation(text, begin, match.start(), stop, end):
            continue
        yield from _cut_long(text, begin, stop)
        begin = stop
    yield from _cut_long(text, begin, end)


def _is_abbreviation(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    word = _LAST_WORD.search(text, max(begin, dot - 12), dot)
    if word is None:
        return False
    following = text[stop : min(end, stop + 20)].split()
    opener = bool(following) and following[0].strip("\"'“‘(").lower() in _STARTERS  # noqa: RUF001
    if word.group().lower() in _ABBREVIATIONS:
        return not (opener and word.group().lower() in {"etc", "inc", "ltd", "co", "corp", "jr", "sr", "a.m", "p.m"})
    return _INITIALS.search(text, max(begin, dot - 8), dot) is not None and not opener


def _cut_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST_CHARS:
        stop = start + _LONGEST_CHARS
        for match in _SOFT.finditer(text, start + _LONGEST_CHARS // 2, start + _LONGEST_CHARS):
            stop = match.end()
        yield start, stop
        start = stop
    if end > start:
        yield start, end


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
