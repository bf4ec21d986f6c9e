"""The words for written acts, as data: ``written_acts.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.mentions.words import cut_words

__all__ = ["ActNoun", "ActWords", "act_words", "read_act_words"]

_FILE = "written_acts.toml"
_TYPES = frozenset(
    "treaty agreement memorandum protocol declaration statement contract programme letter credentials invitation resolution".split()
)
_SINGULARS_IN_S = frozenset({"minutes", "credentials"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ActNoun:
    """A noun for a written act with the codebook's type, and whether it is a plural."""

    words: tuple[str, ...]
    type: str
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWords:
    """The nouns by their first word, the longest first, and the words that go with them.

    Attributes:
        modifiers: Lower-case words that belong to the name when they stand before the noun.
        not_before: By noun, the words before it that make it no written act.
        not_behind: The same for words behind it.
    """

    nouns: Mapping[str, tuple[ActNoun, ...]]
    modifiers: frozenset[str]
    not_before: Mapping[str, frozenset[str]]
    not_behind: Mapping[str, frozenset[str]]


@cache
def act_words() -> ActWords:
    """Load the packaged words, once.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    return read_act_words(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))


def read_act_words(text: str) -> ActWords:
    """Read the words from TOML.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    table = tomllib.loads(text)
    for name in ("nouns", "modifiers", "not_before", "not_behind"):
        if not isinstance(table.get(name), dict):
            raise DataFileError(_FILE, None, f"[{name}] is missing")
    found: dict[str, list[ActNoun]] = {}
    for noun, kind in table["nouns"].items():
        if kind not in _TYPES:
            raise DataFileError(_FILE, None, f"{noun!r} has type {kind!r}, expected one of {sorted(_TYPES)}")
        words = cut_words(noun, 0, len(noun)).lower
        found.setdefault(words[0], []).append(ActNoun(words=words, type=kind, plural=_is_plural(words, kind)))
    return ActWords(
        nouns={word: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for word, nouns in found.items()},
        modifiers=frozenset(table["modifiers"]["words"]),
        not_before={noun: frozenset(words) for noun, words in table["not_before"].items()},
        not_behind={noun: frozenset(words) for noun, words in table["not_behind"].items()},
    )


def _is_plural(words: tuple[str, ...], kind: str) -> bool:
    return kind != "credentials" and any(word.endswith(("s", "da")) and word not in _SINGULARS_IN_S for word in (words[0], words[-1]))
