"""Reads a line that holds a full date among names and labels and tells nothing else: "Staff Reporter | January 06, 2017 | page 3".

`dragoman.documents.stamps` reads datelines and stamps word by word and knows what each part is. Outlets invent more than a grammar can
hold, so a line that it does not know counts as a stamp all the same when it has a date with its year and no words of a sentence.
"""

from __future__ import annotations

import re

from dragoman.documents.dates import find_day
from dragoman.documents.marks import Marks, load_marks
from dragoman.documents.stamps import Stamp, read_names

__all__ = ["read_loose_stamp", "read_opening_group"]

_LONGEST_CHARS = 160
_MOST_WORDS = 14
_WORD = re.compile(r"[^\W\d_][^\s|·•(),;:/—–]*")
_PART = re.compile(r"[|·•();,/—–]|\s-\s")
_OPENING_GROUP = re.compile(r"[(\[]([^()\[\]\n]{6,90})[)\]]\s*[-–—:]?\s*(?=\S)")


def read_loose_stamp(line: str) -> Stamp | None:
    """Return the stamp that the whole of `line` is, or None: it needs a date with its year, and no other words than names and labels."""
    if len(line) > _LONGEST_CHARS or line.rstrip()[-1:] in {"?", "!"}:
        return None
    marks = load_marks()
    found = find_day(line)
    if found is None or found[0].year is None:
        return None
    day, start, end = found
    words = _WORD.findall(f"{line[:start]} {line[end:]}")
    if len(words) > _MOST_WORDS or not all(_is_name_or_label(word, marks) for word in words):
        return None
    if not _is_apart(line, start, end, words):
        return None
    stamp = Stamp(end=len(line), whole=True, day=day)
    _name_parts(stamp, line, start, marks)
    return stamp


def read_opening_group(line: str) -> Stamp | None:
    """Return the stamp in brackets that a story opens with: "(Valletta, 25 August 1999) Workers who …"."""
    group = _OPENING_GROUP.match(line)
    inside = read_loose_stamp(group.group(1)) if group else None
    if group is None or inside is None:
        return None
    inside.end, inside.whole = group.end(), False
    return inside


def _is_apart(line: str, start: int, end: int, words: list[str]) -> bool:
    """Say whether the date stands for itself and is no part of a title: at an end of the line, or between marks."""
    before, behind = line[:start].rstrip(), line[end:].lstrip()
    if not words or not before or not behind:
        return True
    return bool(_PART.match(behind)) or _PART.search(before[-1]) is not None or before[-1].isdigit()


def _is_name_or_label(word: str, marks: Marks) -> bool:
    bare = word.strip(".'’\"“”#@*_[]")
    return not bare or bare[0].isupper() or word[0] == "@" or bare.lower() in marks.stamp_words


def _name_parts(stamp: Stamp, line: str, start: int, marks: Marks) -> None:
    """Name the outlet and the place: an outlet has an outlet's word, a place stands right before the date, behind a comma or alone."""
    parts = [part.strip(' .[]*_"“”') for part in _PART.split(line)]
    stamp.outlet = next((part for part in parts if part and marks.outlet.search(part) and read_names(part, 0) == len(part)), None)
    before = line[:start].rstrip()
    if before[-1:] == ",":
        place = _PART.split(before[:-1])[-1].strip()
        if place and read_names(place, 0) == len(place) and not marks.outlet.search(place) and place.lower() not in marks.stamp_words:
            stamp.place = place
