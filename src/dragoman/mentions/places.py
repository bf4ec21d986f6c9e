"""Finds places from the gazetteer: cities, towns, regions, border posts; only where the sentence uses a name as a place."""

from __future__ import annotations

from collections.abc import Collection

from dragoman import kb
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, PlaceName
from dragoman.values.span import Span

__all__ = ["find_places"]

_LOCATIVE = frozenset(
    "in at near to from around via through between into outside off toward towards across inside along beyond for of reach reached visit visited leave left".split()
)
_FACILITIES = frozenset(
    "airport port base checkpoint crossing road bridge region province district city town village area mountains river valley border camp island islands strait canal gulf bay".split()
)
_LONGEST_WORDS = 4


def find_places(words: Words, free: Collection[tuple[int, int]], countries: tuple[str, ...]) -> list[Mention]:
    """Find places in the word ranges that no other mention holds.

    Args:
        words: The sentence.
        free: Word ranges, in order.
        countries: Codes the document names; a place of one of them is preferred.
    """
    if words.shouting:
        return []
    found: list[Mention] = []
    previous = False
    for first, last in free:
        index = first
        while index < last:
            if not words.is_capital(index):
                previous = previous and words.lower[index] in {"and", ",", "or", "-"}
                index += 1
                continue
            end = _capital_run(words, index, last)
            size = _place_size(words, index, end, countries, allowed=previous or _is_locative(words, index))
            if size is not None:
                stop, named = size
                found.append(Mention(span=Span(words.start[index], words.end[stop - 1]), named=named))
                index, previous = stop, True
            else:
                index, previous = end, False
    return found


def _capital_run(words: Words, index: int, last: int) -> int:
    end = index + 1
    while (
        end < last
        and end - index < _LONGEST_WORDS * 2
        and (
            words.is_capital(end) or words.text[end] in "-'’." or words.lower[end] in {"de", "el", "al", "la", "of", "es", "le", "du", "do"}
        )
    ):  # noqa: RUF001
        end += 1
    while end > index + 1 and not words.is_capital(end - 1):
        end -= 1
    return end


def _is_locative(words: Words, index: int) -> bool:
    before = index - 1
    while before >= 0 and words.lower[before] in {"the", "northern", "southern", "eastern", "western", "central", "downtown", "nearby"}:
        before -= 1
    return before >= 0 and words.lower[before] in _LOCATIVE


def _place_size(words: Words, index: int, end: int, countries: tuple[str, ...], *, allowed: bool) -> tuple[int, PlaceName] | None:
    for stop in range(min(end, index + _LONGEST_WORDS * 2), index, -1):
        behind = words.lower[stop] if stop < len(words) else ""
        if not allowed and behind not in _FACILITIES:
            continue
        name = _spell(words, index, stop)
        if len(name) < 3 or kb.is_common_word(name):  # noqa: PLR2004 - two letters name too much
            continue
        hits = kb.gazetteer().find(name, countries=countries)
        if hits:
            best = hits[0]
            return stop, PlaceName(
                name=name, country=best.country, lat=best.lat, lon=best.lon, populated=best.kind in {"city", "capital", "town"}
            )
    return None


def _spell(words: Words, first: int, last: int) -> str:
    return "".join(
        words.text[index] if index == first or words.is_glued(index) else " " + words.text[index] for index in range(first, last)
    )
