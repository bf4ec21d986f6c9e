"""A JSON Lines file holds one page a line."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from dragoman.pages.text_file import MAX_PAGE_BYTES
from dragoman.values.page import PageMetadata, RawPage

__all__ = ["find_page", "read_json_lines", "read_json_lines_file"]

_CHUNK_BYTES = 1 << 20
_BLANKS = b" \t\r\n"


class _Line(msgspec.Struct, frozen=True):
    """The fields that are read; others are passed over."""

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: list[str] | str | None = None
    language: str | None = None


_DECODER = msgspec.json.Decoder(_Line)


def read_json_lines_file(path: Path, origin: str) -> Iterator[RawPage]:
    """Yield the page in each line of the file at `path`; one with a problem when the file cannot be read (on)."""
    try:
        with path.open("rb") as stream:
            yield from read_json_lines(stream, origin)
    except OSError as error:
        yield RawPage(origin=origin, content=b"", problem=f"the file cannot be read: {error.strerror or error}")


def read_json_lines(stream: BinaryIO, origin: str, *, first: bytes = b"") -> Iterator[RawPage]:
    """Yield the page in each line that is not blank.

    A line that is no page (bad JSON, no text, a field of a wrong type) comes with a problem, and the next lines are still read. A line
    of more than `MAX_PAGE_BYTES` is cut one byte after them, and never held whole.

    Args:
        stream: Read line by line.
        origin: Where it comes from; line n, from 1 and counting blank lines, is ``origin#n``.
        first: The first line with its end, when it was already read.
    """
    for number, line in enumerate(_lines(stream, first), start=1):
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            yield RawPage(origin=origin, content=b"", problem="JSON Lines in UTF-16: save the file as UTF-8")
            return
        content = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if content.strip(_BLANKS):
            yield _make_page(content, f"{origin}#{number}")


def find_page(line: bytes, origin: str) -> RawPage | None:
    """Return the page in `line` when it is a JSON object with a text, else None: what tells JSON Lines from plain text."""
    content = line.removeprefix(codecs.BOM_UTF8).strip(_BLANKS)
    if not content.startswith(b"{") or len(content) > MAX_PAGE_BYTES:
        return None
    page = _make_page(content, origin)
    return page if page.problem is None else None


def _make_page(line: bytes, origin: str) -> RawPage:
    if len(line) > MAX_PAGE_BYTES:
        return RawPage(origin=origin, content=line)
    try:
        read = _DECODER.decode(line.strip(_BLANKS))
    except UnicodeDecodeError as error:
        return _broken(origin, f"the line is not UTF-8: {error.reason}")
    except msgspec.DecodeError as error:
        return _broken(origin, f"the line is not a page in JSON: {error}")
    except RecursionError:
        return _broken(origin, "the line is not a page in JSON: nested too deep")
    authors = read.authors or ()
    metadata = PageMetadata(
        title=read.title,
        url=read.url,
        published=read.published,
        publisher=read.publisher,
        authors=(authors,) if isinstance(authors, str) else tuple(authors),
        language=read.language,
    )
    return RawPage(origin=origin, content=read.text, metadata=metadata)


def _broken(origin: str, problem: str) -> RawPage:
    return RawPage(origin=origin, content=b"", problem=problem)


def _lines(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    """Yield `first` and the lines behind it with their ends; of a line above `MAX_PAGE_BYTES`, one byte more than that."""
    if first:
        yield first
    limit = MAX_PAGE_BYTES + 1
    while line := stream.readline(limit):
        yield line
        if len(line) == limit and not line.endswith(b"\n"):
            _pass_rest(stream)


def _pass_rest(stream: BinaryIO) -> None:
    while (chunk := stream.readline(_CHUNK_BYTES)) and not chunk.endswith(b"\n"):
        pass
