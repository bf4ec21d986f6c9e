"""The number words of anniversaries, from ``anniversaries.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.codebook.tables import DATA, read_table

__all__ = ["anniversary_numbers", "anniversary_spans"]

_MOST_YEARS = 1000


@cache
def anniversary_numbers() -> Mapping[str, int]:
    """Return the number that each word or phrase, in lower case, stands for.

    Raises:
        DataFileError: A number is no whole number of years from 1 to 1000.

    Example:
        >>> anniversary_numbers()["thirtieth"]
        30
    """
    table = read_table(DATA / "anniversaries.toml")
    numbers: dict[str, int] = {}
    for name in ("ordinals", "cardinals", "spans"):
        for word, number in table.data[name].items():
            if not isinstance(number, int) or not 1 <= number <= _MOST_YEARS:
                raise table.problem(f"{word!r} is {number!r}, expected a whole number from 1 to {_MOST_YEARS}", near=word)
            numbers[word] = number
    return MappingProxyType(numbers)


@cache
def anniversary_spans() -> tuple[str, ...]:
    """Return the words that tell a number of years by themselves, the longest first: "half a century", "golden jubilee"."""
    return tuple(sorted(read_table(DATA / "anniversaries.toml").data["spans"], key=lambda word: (-len(word), word)))
