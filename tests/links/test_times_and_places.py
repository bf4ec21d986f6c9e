"""Tables of times and places, each with its extent and what it means, read through finder, linker and the list of mentions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from tests.builders import document

from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.pipeline.listing import list_mentions
from dragoman.values.reading import MentionKind, ReadMention

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKED = re.compile(r"\[([^\]=]+)=([^\]]*)\]")


class _Row(NamedTuple):
    published: str
    text: str
    named: tuple[tuple[int, str, str | None], ...]


def _rows(table: str) -> Iterator[_Row]:
    published = "2022-05-18"
    for line in Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            published = line.removeprefix("== ")
        elif line and not line.startswith("#"):
            text, named, at = "", [], 0
            for match in _MARKED.finditer(line):
                text += line[at : match.start()]
                named.append((len(text), match[1], match[2] or None))
                text, at = text + match[1], match.end()
            yield _Row(published, text + line[at:], tuple(named))


def _list(row: _Row) -> tuple[ReadMention, ...]:
    made = document(row.text, published=row.published)
    return list_mentions(made, link_mentions(made, find_mentions(made)))


@pytest.mark.parametrize("row", list(_rows("time_expressions.txt")), ids=lambda row: row.text)
def test_times_have_their_extent_and_their_value(row: _Row) -> None:
    mentions = _list(row)

    found = tuple((read.start, read.text, read.value) for read in mentions if read.kind in (MentionKind.TIME, MentionKind.DURATION))
    assert found == row.named


@pytest.mark.parametrize("row", list(_rows("place_names.txt")), ids=lambda row: row.text)
def test_places_lie_in_the_state_that_the_text_means(row: _Row) -> None:
    found = tuple((read.start, read.text, read.country) for read in _list(row) if read.kind is MentionKind.PLACE)

    assert found == row.named
