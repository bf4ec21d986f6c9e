"""Cuts the story of a document into sentences."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.values.document import Document
from dragoman.values.span import Span

__all__ = ["split_sentences"]

_FILE = "abbreviations.csv"
_KINDS = frozenset({"title", "number", "any", "opener"})
_LONGEST_CHARS = 900  # a longer "sentence" is a list or a table; it is cut at its inner marks so that parsing stays linear
_STOP = re.compile(
    r"""[.!?…]+["'”’)\]»]*(?=\s+["'“‘(\[«•\-–—]*[A-ZÀ-ÖØ-ÞĀ-Ž0-9])"""
    r"""|[.!?]["”](?=[A-Z])"""
    r"""|(?<=[a-z]{2})[.?!](?=(?:The|In|On|He|She|It|They|This|That|But|And|Meanwhile|Also|However|According)\s)"""
    r"""|(?<=[a-z]{3})\.(?=["“][A-Z][a-z])"""
    r"""|\n\s*\n|[:;](?=\s*\n)"""
    r"""|(?<=\s)(?=[-•*]\s{2,}\S)"""
)
_INTERVIEW = re.compile(r"^((?:Exclusive\s+)?(?:Interview|Interviewee|Q&A|In conversation)\b[^\n]{5,160}?)\s*$", re.MULTILINE)
_INITIALS = re.compile(r"(?:^|[\s(.\"“])(?:[A-Z]\.)*[A-Z]$")
_SOFT = re.compile(r"[;:]\s|\s[–—-]\s|,\s")
_LAST_WORD = re.compile(r"[\w.]+$")
_LONGEST_ABBREVIATION_CHARS = 12
_PEEK_CHARS = 20


@cache
def _abbreviations() -> Mapping[str, str]:
    """Return each abbreviation's kind: what must follow for its full stop not to end the sentence.

    A ``title`` never ends one, a ``number`` ("No.") only where no figure follows, ``any`` only before a word that opens sentences;
    ``opener`` marks those words themselves.
    """
    found: dict[str, str] = {}
    with resources.files("dragoman.mentions").joinpath(_FILE).open(encoding="utf-8") as lines:
        for line, row in enumerate(csv.DictReader(lines), 2):
            if row.get("kind") not in _KINDS or row["text"] != row["text"].lower():
                raise DataFileError(_FILE, line, f"{row!r} needs a lower-case text and one of {sorted(_KINDS)}")
            found[row["text"]] = row["kind"]
    return found


def split_sentences(document: Document) -> Iterator[tuple[Span, int]]:
    """Yield each sentence with the index of its story paragraph, the headline first with index -1, then an "Interview:" line.

    A full stop behind an abbreviation or an initial ends a sentence only when a common sentence opener follows. Sentences that a writer
    runs together without a space are cut only before a common opener ("said.The").
    """
    if document.headline is not None:
        yield document.headline, -1
    above = document.headline.end if document.headline is not None else 0
    if document.story and above < document.story[0].start:
        for match in _INTERVIEW.finditer(document.text, above, document.story[0].start):
            yield Span(match.start(1), match.end(1)), 0
    for paragraph, span in enumerate(document.story):
        for start, end in _cut(document.text, span.start, span.end):
            trimmed = _trim(document.text, start, end)
            if trimmed is not None:
                yield trimmed, paragraph


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if match.group()[:1] == "." and _is_abbreviation(text, begin, match.start(), stop, end):
            continue
        yield from _cut_long(text, begin, stop)
        begin = stop
    yield from _cut_long(text, begin, end)


def _is_abbreviation(text: str, begin: int, dot: int, stop: int, end: int) -> bool:
    word = _LAST_WORD.search(text, max(begin, dot - _LONGEST_ABBREVIATION_CHARS), dot)
    if word is None:
        return False
    kinds = _abbreviations()
    following = text[stop : min(end, stop + _PEEK_CHARS)].split()
    first = following[0].strip("\"'“‘(,").lower() if following else ""
    kind = kinds.get(word.group().lower())
    if kind == "title":
        return True
    if kind == "number":
        return first[:1].isdigit()
    opens = kinds.get(first) == "opener"
    return not opens and (kind == "any" or _INITIALS.search(text, max(begin, dot - 8), dot) is not None)


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
