"""Standard input is one page, or JSON Lines when its first line is a page in JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from dragoman.pages.json_lines import find_page, read_json_lines
from dragoman.pages.text_file import MAX_PAGE_BYTES, read_stream
from dragoman.values.page import RawPage

__all__ = ["read_standard_input"]


def read_standard_input(stream: BinaryIO, origin: str) -> Iterator[RawPage]:
    """Yield the pages in `stream`: one a line when the first line is a JSON object with a text, else one page of plain text."""
    first = stream.readline(MAX_PAGE_BYTES + 1)
    if find_page(first, origin) is None:
        yield read_stream(stream, origin, head=first)
    else:
        yield from read_json_lines(stream, origin, first=first)
