"""Checked parts of this package's TOML files: lists of words, and tables from word to word. A problem names its file and line."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dragoman.codebook.tables import Table
from dragoman.errors import DataFileError

__all__ = ["section_at", "word_lists_at", "word_pairs_at", "word_set_at", "words_at"]


def section_at(table: Table, section: str) -> Mapping[str, Any]:
    """Return the table ``[section]``.

    Raises:
        DataFileError: There is none.
    """
    found = table.data.get(section)
    if not isinstance(found, dict):
        raise table.problem(f"[{section}] is missing, or is no table", near=section)
    return found


def words_at(table: Table, name: str, section: str = "") -> tuple[str, ...]:
    """Return the list ``name`` of ``[section]``, of the top of the file when no section is named, in the order of the file.

    Raises:
        DataFileError: It is missing, or holds something else than lower-case words.
    """
    words = (section_at(table, section) if section else table.data).get(name)
    where = f"[{section}] {name!r}" if section else repr(name)
    if not isinstance(words, list):
        raise _problem(table, f"{where} must be a list of lower-case words", section, name)
    for word in words:
        if not isinstance(word, str) or not word or word != word.strip().lower():
            raise _problem(table, f"{where} must be a list of lower-case words, and holds {word!r}", section, name, word)
    return tuple(words)


def word_set_at(table: Table, name: str, section: str = "") -> frozenset[str]:
    """Return the list ``name`` as a set; otherwise as `words_at`."""
    return frozenset(words_at(table, name, section))


def word_lists_at(table: Table, section: str) -> dict[str, frozenset[str]]:
    """Return every list of ``[section]`` by its name.

    Raises:
        DataFileError: The section is missing, or one of its values is no list of lower-case words.
    """
    return {name: word_set_at(table, name, section) for name in section_at(table, section)}


def word_pairs_at(table: Table, section: str, expected: Collection[str] = ()) -> dict[str, str]:
    """Return ``[section]`` as a table from words to a word.

    Args:
        table: The file.
        section: The name of the table.
        expected: What the values may be; anything when empty.

    Raises:
        DataFileError: The section is missing, or a value is no word or none of those expected.
    """
    pairs = section_at(table, section)
    for name, value in pairs.items():
        if not isinstance(value, str):
            raise _problem(table, f"[{section}] {name!r} must be a word, found {value!r}", section, name)
        if expected and value not in expected:
            raise _problem(table, f"{name!r} has type {value!r}, expected one of {sorted(expected)}", section, name)
    return dict(pairs)


def _problem(table: Table, problem: str, *path: object) -> DataFileError:
    """Return the error at the line where the last thing named stands, each looked for behind the one before it."""
    line: int | None = None
    for part in path:
        if part:
            line = _find(table, str(part), line or 1) or line
    return DataFileError(table.name, line, problem)


def _find(table: Table, text: str, first: int) -> int | None:
    """Return the line from `first` on that begins with `text`, bare, quoted or as a section; else the first that holds it quoted."""
    heads = (f"{text} =", f"{text}=", f'"{text}" =', f'"{text}"=', f"[{text}]")
    for number in range(first, len(table.lines) + 1):
        if table.lines[number - 1].startswith(heads):
            return number
    return table.find_line(f'"{text}"', first)
