"""Reading the codebook's data files, and finding the line on which one breaks its rules."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DataFileError

__all__ = ["DATA", "Table", "read_rows", "read_table", "words_at"]

DATA = Path(__file__).parent
_TOML_LINE = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A TOML file: what it says, and its lines, so that a problem can be shown where it stands."""

    name: str
    lines: tuple[str, ...]
    data: Mapping[str, Any]

    def find_line(self, text: str, first: int = 1, last: int | None = None) -> int | None:
        """Return the number of the first line in ``[first, last)`` that holds `text`, counted from 1."""
        stop = len(self.lines) + 1 if last is None else last
        return next((number for number in range(first, stop) if text in self.lines[number - 1]), None)

    def problem(self, problem: str, *, near: str = "") -> DataFileError:
        """Return the error for `problem`, at the first line that holds `near`."""
        return DataFileError(self.name, self.find_line(near) if near else None, problem)


def read_table(path: Path) -> Table:
    """Read a TOML file.

    Raises:
        DataFileError: It cannot be read, is not UTF-8, or is not TOML.
    """
    name = f"{path.parent.name}/{path.name}"
    text = _read_text(path, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        raise DataFileError(name, int(found[1]) if found else None, f"not TOML: {error}") from error
    return Table(name=name, lines=tuple(text.splitlines()), data=data)


def read_rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows of a CSV file with their line numbers; lines that begin with ``#`` are notes.

    Raises:
        DataFileError: The header is not `columns`, or a row has another number of cells.
    """
    name = f"{path.parent.name}/{path.name}"
    header: tuple[str, ...] | None = None
    for number, line in enumerate(_read_text(path, name).splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in next(csv.reader([line])))
        if header is None:
            header = cells
            if header != columns:
                raise DataFileError(name, number, f"the header is {','.join(header)!r}, not {','.join(columns)!r}")
        elif len(cells) != len(columns):
            raise DataFileError(name, number, f"{len(cells)} cells where the header has {len(columns)}")
        else:
            yield number, cells


def words_at(table: Table, value: object, where: str) -> tuple[str, ...]:
    """Return the list of strings `value` as a tuple.

    Raises:
        DataFileError: It is no list, or holds something else than strings without outer blanks, or one of them twice.
    """
    if not isinstance(value, list):
        raise table.problem(f"{where} must be a list of strings, found {value!r}", near=where)
    for word in value:
        if not isinstance(word, str) or not word or word != word.strip():
            raise table.problem(f"{where} holds {word!r}, which is no word", near=where)
        if value.count(word) > 1:
            raise table.problem(f"{where} holds {word!r} twice", near=f'"{word}"')
    return tuple(value)


def _read_text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(name, None, f"cannot be read: {error}") from error
