"""Packaged CSV tables, read with a check of their columns and the line number of each row."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DataFileError

__all__ = ["read_table", "split_list"]

Row = tuple[int, dict[str, str]]


def read_table(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield each row of a CSV file as its line number and its cells by column; cells carry no outer blanks.

    Raises:
        DataFileError: The header is not exactly `columns`, a row has another width, or its first cell is empty.
    """
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        header = next(reader, [])
        if tuple(header) != columns:
            raise DataFileError(path.name, 1, f"expected the columns {', '.join(columns)}, got {', '.join(header)!r}")
        for cells in reader:
            line = reader.line_num
            if len(cells) != len(columns):
                raise DataFileError(path.name, line, f"expected {len(columns)} cells, got {len(cells)}")
            if not cells[0].strip():
                raise DataFileError(path.name, line, f"{columns[0]} is empty")
            yield line, {column: cell.strip() for column, cell in zip(columns, cells, strict=True)}


def split_list(cell: str) -> tuple[str, ...]:
    """Return the parts of a cell that holds several values with ``|`` between them; empty for an empty cell."""
    return tuple(part.strip() for part in cell.split("|")) if cell else ()
