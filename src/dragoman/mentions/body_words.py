"""The words for standing bodies and their sittings, as data: ``bodies.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError

__all__ = ["BodyWords", "body_words", "read_body_words"]

_FILE = "bodies.toml"
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
        order: "next" or "previous" by the word that says so.
    """

    nouns: Mapping[tuple[str, ...], str]
    first_words: frozenset[str]
    standing: frozenset[str]
    needed: frozenset[str]
    sittings: frozenset[str]
    order: Mapping[str, str]


@cache
def body_words() -> BodyWords:
    """Load the packaged words, once.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    return read_body_words(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))


def read_body_words(text: str) -> BodyWords:
    """Read the words from TOML.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    table = tomllib.loads(text)
    for noun, kind in table["nouns"].items():
        if kind not in _TYPES:
            raise DataFileError(_FILE, None, f"{noun!r} has type {kind!r}, expected one of {sorted(_TYPES)}")
    words = table["words"]
    for name in ("standing", "needed", "sittings", "next", "previous"):
        if not isinstance(words.get(name), list):
            raise DataFileError(_FILE, None, f"{name!r} must be a list of words")
    nouns = {tuple(noun.split()): kind for noun, kind in table["nouns"].items()}
    return BodyWords(
        nouns=nouns,
        first_words=frozenset(noun[0] for noun in nouns),
        standing=frozenset(words["standing"]),
        needed=frozenset(words["needed"]),
        sittings=frozenset(words["sittings"]),
        order=dict.fromkeys(words["next"], "next") | dict.fromkeys(words["previous"], "previous"),
    )
