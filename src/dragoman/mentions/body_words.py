"""The words for standing bodies and their sittings, as data: ``bodies.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.tables import read_table
from dragoman.mentions.word_tables import word_pairs_at, word_set_at, words_at

__all__ = ["BodyWords", "body_words", "read_body_words"]

_FILE = Path(__file__).with_name("bodies.toml")
_TYPES = frozenset({"commission", "committee", "council", "working group", "forum", "dialogue"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWords:
    """The word lists of ``bodies.toml``.

    Attributes:
        nouns: The codebook's type by the words of the noun.
        first_words: The first word of each.
        standing: Words that belong to the name before the noun.
        needed: Words that make a body one of several states.
        sittings: "session", "meeting" and the like.
        regular: "annual" and the like, which stand between an ordinal and a sitting.
        order: "next" or "previous" by the word that says so.
    """

    nouns: Mapping[tuple[str, ...], str]
    first_words: frozenset[str]
    standing: frozenset[str]
    needed: frozenset[str]
    sittings: frozenset[str]
    regular: frozenset[str]
    order: Mapping[str, str]


@cache
def body_words() -> BodyWords:
    """Load the packaged words, once.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    return read_body_words(_FILE)


def read_body_words(path: Path) -> BodyWords:
    """Read the words from a TOML file.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing or holds something else than lower-case words.
    """
    table = read_table(path)
    nouns = {tuple(noun.split()): kind for noun, kind in word_pairs_at(table, "nouns", _TYPES).items()}
    order = {word: name for name in ("next", "previous") for word in words_at(table, name, "words")}
    return BodyWords(
        nouns=nouns,
        first_words=frozenset(noun[0] for noun in nouns),
        standing=word_set_at(table, "standing", "words"),
        needed=word_set_at(table, "needed", "words"),
        sittings=word_set_at(table, "sittings", "words"),
        regular=word_set_at(table, "regular", "words"),
        order=order,
    )
