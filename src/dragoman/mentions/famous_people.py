"""Finds persons whom every reader knows without an office: "Lavrov met Fidan", "Xi Jinping arrived".

Only the holders of the highest offices, while they serve, and only by a full name or by a surname that means nobody else.
"""

from __future__ import annotations

from functools import lru_cache

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import office_words
from dragoman.mentions.person_names import join_words
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, PersonName
from dragoman.values.span import Span

__all__ = ["find_famous_people"]

_LONGEST_WORDS = 4
_SHORTEST_CHARS = 2


def find_famous_people(named: NamedWords, year: int | None) -> list[Mention]:
    """Find persons known by name alone in one sentence, in order, without overlap.

    Leaves alone on purpose: a known surname inside a longer name ("Ivan Putin"), and what is named after somebody ("Putin Street").

    Args:
        named: The sentence.
        year: That of the text, when known.
    """
    words = named.words
    if words.shouting:
        return []
    found: list[Mention] = []
    index, count = 0, len(words)
    while index < count:
        last = _name_end(named, index, year) if _may_begin(words, index) else None
        if last is None:
            index = _run_end(words, index) if _may_begin(words, index) else index + 1
            continue
        name = PersonName(name=join_words(words, index, last), short=last == index + 1)
        found.append(Mention(span=Span(words.start[index], words.end[last - 1]), named=name))
        index = last
    return found


def _may_begin(words: Words, index: int) -> bool:
    return words.text[index][0].isupper() and not words.is_glued(index)


def _run_end(words: Words, index: int) -> int:
    """Return one past the run of capitalised words at `index`: none of them begins a name when the first does not."""
    index += 1
    while index < len(words) and words.is_capital(index) and words.lower[index - 1] not in office_words().no_names:
        index += 1
    return index


def _name_end(named: NamedWords, index: int, year: int | None) -> int | None:
    """Return one past a famous name that begins at `index` and is no part of a longer one."""
    words = named.words
    for last in range(min(len(words), index + _LONGEST_WORDS), index, -1):
        if not words.is_capital(last - 1) or (words.text[last - 1].isupper() and len(words.text[last - 1]) > _SHORTEST_CHARS):
            continue
        if any(words.is_glued(place) for place in range(index + 1, last)) and last > index + 1:
            continue
        if last == index + 1 and index in named.starts:
            continue
        if _is_famous(join_words(words, index, last), year) and _ends_name(words, last):
            return last
    return None


def _ends_name(words: Words, last: int) -> bool:
    """Say whether a name ends at word `last`: no further name, thing or hyphen follows."""
    if last >= len(words):
        return True
    if words.is_capital(last) and not words.is_glued(last):
        return words.titled or words.lower[last] in office_words().verbs
    glued = words.is_glued(last) and words.text[last] in "-'’"
    return not glued or words.is_possessive(last)


@lru_cache(maxsize=8192)
def _is_famous(name: str, year: int | None) -> bool:
    return kb.find_leader(name, None, year, serving=True) is not None
