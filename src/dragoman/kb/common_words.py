"""Words that are also the name of some place, and are more often an ordinary word, a person or an abbreviation."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.kb.spelling import fold

__all__ = ["is_common_word"]

# The first file is built from word lists, the second one is kept by hand.
_FILES = ("common_words.txt", "common_words_more.txt")


@cache
def _common_words() -> frozenset[str]:
    lines = [line for file in _FILES for line in Path(__file__).with_name(file).read_text(encoding="utf-8").splitlines()]
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))


def is_common_word(name: str) -> bool:
    """Say whether `name` should be read as a place only with other evidence, such as "in" before it or a state after it.

    Example:
        >>> is_common_word("Reading"), is_common_word("Of"), is_common_word("Lachin"), is_common_word("Tashkent")
        (True, True, False, False)
    """
    return fold(name) in _common_words()
