"""A text file is one page."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from dragoman.values.page import RawPage

__all__ = ["MAX_PAGE_BYTES", "read_stream", "read_text_file"]

MAX_PAGE_BYTES = (
    10_000_000  # above what any document may hold in any encoding; one byte more is kept, so that the next stage sees it is too much
)


def read_text_file(path: Path, origin: str) -> RawPage:
    """Return the page in the file at `path`, cut one byte after `MAX_PAGE_BYTES`; with a problem when the file cannot be read."""
    try:
        with path.open("rb") as stream:
            return read_stream(stream, origin)
    except OSError as error:
        return RawPage(origin=origin, content=b"", problem=f"the file cannot be read: {error.strerror or error}")


def read_stream(stream: BinaryIO, origin: str, *, head: bytes = b"") -> RawPage:
    """Return the page that `head` and the rest of `stream` make up, cut one byte after `MAX_PAGE_BYTES`."""
    return RawPage(origin=origin, content=head + stream.read(max(0, MAX_PAGE_BYTES + 1 - len(head))))
