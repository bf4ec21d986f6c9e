"""Which state a document speaks from: that of its outlet, and that of its dateline.

An outlet calls the ministers of its own state simply "the minister"; a dateline only says where the news was written down.
"""

from __future__ import annotations

import re

from dragoman import kb
from dragoman.values.document import Document

__all__ = ["find_dateline_state", "find_home", "find_outlet_state"]

_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w' -]{2,40})\)")
_LONGEST_NAME_WORDS = 3
_LONGEST_MASTHEAD_WORDS = 8
_FORWARD_TO = frozenset({"to", "for", "in", "on"})  # "Embassy of X in Y" speaks for X


def find_home(document: Document) -> str | None:
    """Return the state of the outlet, else that of the dateline."""
    return find_outlet_state(document) or find_dateline_state(document)


def find_outlet_state(document: Document) -> str | None:
    """Return the state of the outlet, None when nothing tells.

    1. A state, its adjective, its capital or a city in the publisher's name ("The White House", "Tehran Times").
    2. The same in a masthead line above the story ("Ministry of Foreign Affairs of Georgia"), or the city whose clock a stamp gives.
    """
    return _in_name(document.publisher or "") or _in_masthead(document)


def find_dateline_state(document: Document) -> str | None:
    """Return the state of the dateline's place, None for none or for two places at once."""
    if not document.dateline_place or "/" in document.dateline_place:
        return None
    first = document.dateline_place.split(",")[0].strip()
    return _state_of(first) or _city_of(first)


def _in_masthead(document: Document) -> str | None:
    """Read the lines above the story that are no headline: a name in capitals, an authority, the place of a clock."""
    end = document.story[0].start if document.story else 0
    start = document.headline.end if document.headline is not None and document.headline.end <= end else 0
    above = document.text[:end] if start == 0 and document.headline is None else document.text[start:end]
    before = document.text[: document.headline.start] if document.headline is not None else ""
    for line in (*before.splitlines(), *above.splitlines()):
        clock = _IN_BRACKETS.search(line)
        if clock is not None and any(char.isdigit() for char in line):
            state = _state_of(clock[1]) or _city_of(clock[1])
            if state is not None:
                return state
        words = line.split()
        if 1 < len(words) <= _LONGEST_MASTHEAD_WORDS and not any(char.isdigit() for char in line) and not line.lower().startswith("by "):
            state = _in_name(line)
            if state is not None:
                return state
    return None


def _in_name(name: str) -> str | None:
    """Find the first state that the name of an outlet or authority contains, longer names first; else a city it begins with."""
    words = [match[0] for match in _WORD.finditer(name)]
    for index in range(len(words)):
        if words[index].lower() in _FORWARD_TO and index:
            break
        for size in range(min(_LONGEST_NAME_WORDS, len(words) - index), 0, -1):
            state = _state_of(" ".join(words[index : index + size]))
            if state is not None:
                return state
    return _city_of(words[0]) if len(words) > 1 else None


def _state_of(words: str) -> str | None:
    code = kb.find_state(words) if len(words) > 3 or words in {"UK", "US", "UAE", "DR"} else None
    return code if code is not None and kb.is_state(code) else None


def _city_of(words: str) -> str | None:
    found = kb.gazetteer().find(words.title() if words.isupper() else words)
    return found[0].country if found else None
