"""Where a document speaks from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.links.home import find_dateline_state, find_home, find_outlet_state
from dragoman.values.document import Document, DocumentId
from dragoman.values.span import Span


def _document(above: str = "", *, publisher: str | None = None, dateline: str | None = None) -> Document:
    text = above + "Nothing was said."
    return Document(
        id=DocumentId("a"),
        origin="a.txt",
        text=text,
        story=(Span(len(above), len(text)),),
        headline=None,
        title=None,
        url=None,
        publisher=publisher,
        authors=(),
        published=None,
        published_basis=None,
        stamped=None,
        dateline_place=dateline,
        language="en",
        sha256="0",
    )


@pytest.mark.parametrize(
    ("publisher", "state"),
    [
        ("Tehran Times", "IRN"),
        ("The White House", "USA"),
        ("Ministry of Foreign Affairs of Peru", "PER"),
        ("Daily News", None),
        ("Jakarta Post", "IDN"),
    ],
)
def test_publisher_tells_the_outlets_state(publisher: str, state: str | None) -> None:
    assert find_outlet_state(_document(publisher=publisher)) == state


@pytest.mark.parametrize(
    ("above", "state"),
    [("NAIROBI EVENING POST\n\n", "KEN"), ("Published: 3 May 2021, 09:30 (Lima)\n\n", "PER"), ("By Israel Paris\n\n", None), ("", None)],
)
def test_masthead_tells_the_outlets_state(above: str, state: str | None) -> None:
    assert find_outlet_state(_document(above)) == state


def test_outlet_comes_before_the_dateline() -> None:
    document = _document(publisher="Kenya Today", dateline="LIMA")
    assert (find_home(document), find_dateline_state(document)) == ("KEN", "PER")
    assert find_home(replace(document, publisher=None)) == "PER"


def test_dateline_of_two_places_tells_nothing() -> None:
    assert find_home(_document(dateline="LIMA/QUITO")) is None
