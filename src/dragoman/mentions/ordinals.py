"""Reads ordinals: "15th", "eleventh", "twenty-third" and, in capitals, "XV"."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.mentions.words import Words

__all__ = ["read_ordinal"]

_UNITS = {
    word: number
    for number, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
        "sixteenth seventeenth eighteenth nineteenth".split()
    )
}
_TENS = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_TENS_PREFIX = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_ROMAN = {"i": 1, "v": 5, "x": 10}
_ROMAN_NUMBER = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})\Z")
_MOST_DIGITS = 6


def read_ordinal(words: Words, last: int) -> tuple[int, int] | None:
    """Read an ordinal that ends at word `last` (exclusive): its value and its first word, or None."""
    if last < 1:
        return None
    word = words.lower[last - 1]
    if last > 1 and word in _SUFFIXES and words.text[last - 2].isdecimal() and words.is_glued(last - 1):
        return int(words.text[last - 2][:_MOST_DIGITS]), last - 2
    if word in _TENS:
        return _TENS[word], last - 1
    unit = _UNITS.get(word)
    if unit is not None:
        if last > 3 and words.lower[last - 2] == "-" and words.lower[last - 3] in _TENS_PREFIX:
            return _TENS_PREFIX[words.lower[last - 3]] + unit, last - 3
        return unit, last - 1
    text = words.text[last - 1]
    if len(text) > 1 and text.isupper() and not words.shouting and _ROMAN_NUMBER.match(word):
        return _roman(word), last - 1
    return None


def _roman(word: str) -> int:
    values = [*(_ROMAN[letter] for letter in word), 0]
    return sum(-value if value < following else value for value, following in pairwise(values))
