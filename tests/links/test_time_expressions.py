"""A table of times, each with its extent and what it means, read through the finder, the calendar and the list of mentions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.pipeline.listing import list_mentions
from dragoman.values.document import Document, DocumentId
from dragoman.values.reading import MentionKind
from dragoman.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TABLE = Path(__file__).with_name("time_expressions.txt")
_MARKED = re.compile(r"\[([^\]=]+)=([^\]]*)\]")


class _Row(NamedTuple):
    published: str
    text: str
    times: tuple[tuple[int, str, str | None], ...]


def _rows() -> Iterator[_Row]:
    published = ""
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            published = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            text, times, at = "", [], 0
            for match in _MARKED.finditer(line):
                text += line[at : match.start()]
                times.append((len(text), match[1], match[2] or None))
                text, at = text + match[1], match.end()
            yield _Row(published, text + line[at:], tuple(times))


def _document(text: str, published: str) -> Document:
    return Document(
        id=DocumentId("a"),
        origin="a.txt",
        text=text,
        story=(Span(0, len(text)),),
        headline=None,
        title=None,
        url=None,
        publisher=None,
        authors=(),
        published=published,
        published_basis=None,
        stamped=None,
        dateline_place=None,
        language="en",
        sha256="",
    )


@pytest.mark.parametrize("row", list(_rows()), ids=lambda row: row.text)
def test_times_have_their_extent_and_their_value(row: _Row) -> None:
    document = _document(row.text, row.published)

    mentions = list_mentions(document, link_mentions(document, find_mentions(document)))

    found = tuple((read.start, read.text, read.value) for read in mentions if read.kind in (MentionKind.TIME, MentionKind.DURATION))
    assert found == row.times
