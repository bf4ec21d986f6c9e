"""Reads a line that holds a full date among names and labels and tells nothing else: "Staff Reporter | January 06, 2017 | page 3".

`dragoman.documents.stamps` reads datelines and stamps word by word and knows what each part is. Outlets invent more than a grammar can
hold, so a line that it does not know counts as a stamp all the same when it has a date with its year and no words of a sentence.
"""

from __future__ import annotations

import re

from dragoman.documents.dates import find_day, match_time
from dragoman.documents.marks import Marks, load_marks
from dragoman.documents.stamps import Stamp, read_names

__all__ = ["read_loose_stamp", "read_opening_group"]

_LONGEST_CHARS = 160
_MOST_WORDS = 14
_CREDIT = re.compile(r"[.!?”\"] (?P<by>By [^\W\d_a-z])")  # "… and drops them. By Nino Abesadze, Tbilisi Quarterly, 26 February 2009"
_PARTICLE_CHARS = 2
_CONNECTORS = frozenset({"of", "the", "in", "on", "for", "and", "to", "from", "by", "at"})
_TIME_BEFORE = re.compile(
    r"(?:\b\d{1,2}[:.h]?\d\d(?:\s?(?:[ap]\.?m\.?|hours|hrs|h))?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<!\d)[@#]?[^\W\d_][^\s|·•(),;:/—–]*")
_PART = re.compile(r"[|·•();,/—–]|\s-\s")
_OPENING_GROUP = re.compile(r"[(\[]([^()\[\]\n]{6,90})[)\]]\s*[-–—:]?\s*(?=\S)")


def read_loose_stamp(line: str) -> Stamp | None:
    """Return the stamp that the whole of `line` is, or None: it needs a date with its year, and no other words than names and labels."""
    credit = _CREDIT.search(line)
    if credit:
        line = line[credit.start("by") :]
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
    if not _is_apart(line, start, end, words, marks):
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


def _is_apart(line: str, start: int, end: int, words: list[str], marks: Marks) -> bool:
    """Say whether the date stands for itself and is no part of a title: at an end of the line, between marks, or among labels alone.

    Weekday and time go with the date.
    """
    before = line[:start].rstrip(" ,")
    timed = _TIME_BEFORE.search(before) is not None or _is_label(before.rpartition(" ")[2], marks)
    behind = line[end:].lstrip(" ,")
    time = match_time(behind, 0)
    behind = (behind[time[1] :] if time else behind).lstrip(" ,")
    if not before or not behind or all(_bare(word).lower() in marks.stamp_words for word in words):
        return True
    closed = _PART.match(behind) is not None or _is_label(behind.split(" ")[0], marks) or behind[0].isdigit()
    return closed and (timed or line[:start].rstrip()[-1] in "|·•();,/—–:.")


def _is_name_or_label(word: str, marks: Marks) -> bool:
    bare = _bare(word)
    return not bare or bare[0].isupper() or word[0] == "@" or len(bare) <= _PARTICLE_CHARS or bare.lower() in marks.stamp_words


def _is_label(word: str, marks: Marks) -> bool:
    return _bare(word).lower() in marks.stamp_words - _CONNECTORS


def _bare(word: str) -> str:
    return word.strip(".'’\"“”#@*_[]")


def _name_parts(stamp: Stamp, line: str, start: int, marks: Marks) -> None:
    """Name the outlet and the place: an outlet has an outlet's word, a place stands right before the date, behind a comma or alone."""
    parts = [part.strip(' .[]*_"“”') for part in _PART.split(line)]
    stamp.outlet = next((part for part in parts if part and marks.outlet.search(part) and read_names(part, 0) == len(part)), None)
    before = line[:start].rstrip()
    if before[-1:] == ",":
        place = _PART.split(before[:-1])[-1].strip()
        if place and read_names(place, 0) == len(place) and not marks.outlet.search(place) and place.lower() not in marks.stamp_words:
            stamp.place = place
