"""The lines of a text, without the blanks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.documents.marks import Marks

__all__ = ["Line", "is_aside", "split_lines"]

_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: where its words start and end, and whether it is the first of its block (a blank line stands before it)."""

    start: int
    end: int
    opens_block: bool


def split_lines(text: str) -> list[Line]:
    """Return the lines of `text` that are not blank, in order."""
    lines: list[Line] = []
    expected = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        words = raw.strip()
        if words:
            start = match.start() + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(words), match.start() != expected or not lines))
            expected = match.end() + 1
    return lines


def is_aside(line: str, marks: Marks) -> bool:
    """Say whether a whole line is no story wherever it stands: the credit of a photo, an end mark, an invitation to read on."""
    return len(line) <= marks.longest_aside_chars and marks.aside.match(line) is not None
