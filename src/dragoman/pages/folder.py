"""A folder is the files below it that hold pages, in sorted order."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

__all__ = ["JSON_LINES_SUFFIXES", "TEXT_SUFFIXES", "find_files"]

TEXT_SUFFIXES = frozenset({".txt", ".md"})
JSON_LINES_SUFFIXES = frozenset({".jsonl"})
_SUFFIXES = TEXT_SUFFIXES | JSON_LINES_SUFFIXES


def find_files(folder: Path) -> Iterator[Path | OSError]:
    """Yield the path of each file with a known suffix below `folder`, or the error in place of what cannot be looked into.

    Sorted by name inside each folder. Hidden names, other suffixes, and what is no regular file (a pipe would block) are left out. Links to
    folders are followed, each real folder once, so that a loop of links ends. Broken links to files of a known suffix are yielded.
    """
    pending: list[Path] = [folder]
    seen: set[tuple[int, int]] = set()
    while pending:
        path = pending.pop()
        known = path.suffix.lower() in _SUFFIXES
        try:
            status = path.stat()
        except OSError as error:
            if known:
                yield error
            continue
        if stat.S_ISDIR(status.st_mode):
            if (status.st_dev, status.st_ino) in seen:
                continue
            seen.add((status.st_dev, status.st_ino))
            try:
                pending.extend(sorted((child for child in path.iterdir() if not child.name.startswith(".")), reverse=True))
            except OSError as error:
                yield error
        elif known and stat.S_ISREG(status.st_mode):
            yield path
