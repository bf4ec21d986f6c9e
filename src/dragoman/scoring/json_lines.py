"""Files of one JSON object a line, read with the number of each line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.errors import DataFileError

__all__ = ["read_objects"]


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file with the numbers of their lines; empty lines are passed over.

    Raises:
        DataFileError: The file cannot be read, or a line is no JSON object.
    """
    number = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, _object(path, number, line)
    except UnicodeDecodeError as error:
        raise DataFileError(str(path), number + 1, f"not UTF-8: {error.reason}") from error
    except OSError as error:
        raise DataFileError(str(path), None, f"cannot be read: {error.strerror}") from error


def _object(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataFileError(str(path), number, f"not JSON: {error}") from error
    except RecursionError as error:
        raise DataFileError(str(path), number, "not read: it is nested too deeply") from error
    if not isinstance(row, dict):
        raise DataFileError(str(path), number, f"expected a JSON object, found {type(row).__name__}")
    return row
