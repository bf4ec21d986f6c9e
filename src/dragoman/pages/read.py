"""Chooses the way in for each address."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import PageError
from dragoman.pages.folder import JSON_LINES_SUFFIXES, find_files
from dragoman.pages.json_lines import read_json_lines_file
from dragoman.pages.standard_input import read_standard_input
from dragoman.pages.text_file import read_text_file
from dragoman.values.page import RawPage

__all__ = ["count_pages", "read_pages"]

_STANDARD_INPUT = "-"
_CHUNK_BYTES = 1 << 20


def read_pages(addresses: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[RawPage]:
    """Yield the pages at `addresses` in the order given, a folder's in sorted order.

    Nothing is read before the first page is asked for, and no more than one page is held. A file that cannot be read comes as a page with a
    problem; the others are still read.

    Args:
        addresses: Files, folders, or ``-`` for standard input. A ``.jsonl`` file holds a page a line, any other file is one page; of a
            folder, the ``.txt``, ``.md`` and ``.jsonl`` files at any depth are taken.
        stdin: What ``-`` reads; the process's own when None.

    Raises:
        PageError: An address does not exist: raised at once, before anything is read.
    """
    _check(addresses)
    return _read(addresses, stdin)


def count_pages(addresses: Sequence[str]) -> int | None:
    """Return about how many pages `read_pages` will give, for a progress bar; None when that cannot be known beforehand.

    Files are not decoded: every line of a ``.jsonl`` file counts, a blank one too.

    Raises:
        PageError: An address does not exist.
    """
    _check(addresses)
    count = 0
    for address in addresses:
        path = Path(address)
        if address == _STANDARD_INPUT or not (path.is_file() or path.is_dir()):
            return None
        for found in find_files(path) if path.is_dir() else (path,):
            count += _count_lines(found) if isinstance(found, Path) and _is_json_lines(found) else 1
    return count


def _check(addresses: Sequence[str]) -> None:
    if isinstance(addresses, str):
        raise TypeError(f"addresses must be a sequence of paths, got the one string {addresses!r}")
    for address in addresses:
        if address == _STANDARD_INPUT:
            continue
        try:
            Path(address).stat()
        except (OSError, ValueError) as error:
            problem = error.strerror if isinstance(error, OSError) else None
            raise PageError(address, (problem or str(error)).lower()) from error


def _read(addresses: Sequence[str], stdin: BinaryIO | None) -> Iterator[RawPage]:
    for address in addresses:
        if address == _STANDARD_INPUT:
            yield from read_standard_input(stdin or sys.stdin.buffer, address)
        elif (path := Path(address)).is_dir():
            yield from _read_folder(path)
        else:
            yield from _read_file(path)


def _read_folder(folder: Path) -> Iterator[RawPage]:
    for found in find_files(folder):
        if isinstance(found, Path):
            yield from _read_file(found)
        else:
            yield RawPage(origin=_origin(Path(found.filename)), content=b"", problem=f"it cannot be looked into: {found.strerror}")


def _read_file(path: Path) -> Iterator[RawPage]:
    if _is_json_lines(path):
        yield from read_json_lines_file(path, _origin(path))
    else:
        yield read_text_file(path, _origin(path))


def _is_json_lines(path: Path) -> bool:
    return path.suffix.lower() in JSON_LINES_SUFFIXES


def _origin(path: Path) -> str:
    """Return the path with ``/`` between its parts; bytes in it that are no UTF-8 are replaced, as text is all that is kept."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def _count_lines(path: Path) -> int:
    count, last = 0, b"\n"
    try:
        with path.open("rb") as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                count += chunk.count(b"\n")
                last = chunk[-1:]
    except OSError:
        return 1
    return count + (last != b"\n")
