"""Reads the line that says who wrote."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.documents.marks import load_marks

__all__ = ["Byline", "read_byline"]

_LONGEST_CHARS = 140
_MOST_WORDS = 16
_BY = re.compile(
    r"(?:(?:[Ww]ritten|[Rr]eported|[Rr]eporting|[Ss]tory|[Tt]ext|WRITTEN|REPORTED)\s+)?(?:[Bb]y|BY|[Ff]rom|FROM)\s*:?\s+"
    r"|(?:[Aa]uthors?|[Bb]yline|[Rr]eporter|[Cc]orrespondent)\s*:\s*"
)
_SEPARATOR = re.compile(r"\s*(?:,|;|\||/|&|\band\b|\bAND\b|\s[-–—]\s)\s*")
_PLACE_BEHIND = re.compile(r"\s+(?:in|IN|at|AT)\s+(?=[^\W\d_a-z]).*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """The people and the outlets or agencies that a byline names; both empty for ``By our correspondent``."""

    authors: tuple[str, ...]
    outlets: tuple[str, ...]


def read_byline(line: str) -> Byline | None:
    """Return the byline that the whole of `line` is, or None.

    Every word must be a name or one of the small words of bylines, and no full stop may end the line: ``By noon it was shut.`` is story.
    A name of one word is held to be an outlet (``By Azertac``).
    """
    if len(line) > _LONGEST_CHARS:
        return None
    by = _BY.match(line)
    if by is None:
        return None
    marks = load_marks()
    rest = line[by.end() :].strip(" *_")
    words = rest.split()
    if not words or len(words) > _MOST_WORDS or (rest[-1] in ".!?:" and len(words[-1]) > 3):
        return None
    if by.group()[0] in "Ff" and not marks.function.search(rest):
        return None
    if not all(
        word[0].isupper() or word[0] in "&|/-–—(@" or "-" in word or word.lower().strip(".,;") in marks.small_words for word in words
    ):
        return None
    authors, outlets = [], []
    for part in _SEPARATOR.split(_PLACE_BEHIND.sub("", rest)):
        name = part.strip(" .*_()")
        if not name or (name[0].islower() and "-" not in name):
            continue
        if " " in name and not marks.function.search(name):
            authors.append(name)
        elif not marks.function.search(name) or name.upper() == name or " " in name:
            outlets.append(name)
    return Byline(authors=tuple(authors), outlets=tuple(outlets))
