"""The words for written acts, as data: ``written_acts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.codebook.tables import read_table
from dragoman.mentions.word_tables import word_lists_at, word_pairs_at, word_set_at
from dragoman.mentions.words import cut_words

__all__ = ["ActNoun", "ActWords", "act_words", "read_act_words"]

_FILE = Path(__file__).with_name("written_acts.toml")
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
        when_signed: Nouns that are written acts only near one of ``signing``.
        signing: Words of signing.
        first_halves: Words such as "Sino" in "Sino-British", with the state they stand for.
    """

    nouns: Mapping[str, tuple[ActNoun, ...]]
    modifiers: frozenset[str]
    not_before: Mapping[str, frozenset[str]]
    not_behind: Mapping[str, frozenset[str]]
    when_signed: frozenset[str]
    signing: frozenset[str]
    first_halves: Mapping[str, str]


@cache
def act_words() -> ActWords:
    """Load the packaged words, once.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing.
    """
    return read_act_words(_FILE)


def read_act_words(path: Path) -> ActWords:
    """Read the words from a TOML file.

    Raises:
        DataFileError: A noun has an unknown type, or a list is missing or holds something else than lower-case words.
    """
    table = read_table(path)
    found: dict[str, list[ActNoun]] = {}
    for noun, kind in word_pairs_at(table, "nouns", _TYPES).items():
        words = cut_words(noun, 0, len(noun)).lower
        found.setdefault(words[0], []).append(ActNoun(words=words, type=kind, plural=_is_plural(words, kind)))
    return ActWords(
        nouns={word: tuple(sorted(nouns, key=lambda noun: -len(noun.words))) for word, nouns in found.items()},
        modifiers=word_set_at(table, "words", "modifiers"),
        not_before=word_lists_at(table, "not_before"),
        not_behind=word_lists_at(table, "not_behind"),
        when_signed=word_set_at(table, "nouns", "when_signed"),
        signing=word_set_at(table, "words", "when_signed"),
        first_halves=word_pairs_at(table, "first_halves"),
    )


def _is_plural(words: tuple[str, ...], kind: str) -> bool:
    return kind != "credentials" and any(word.endswith(("s", "da")) and word not in _SINGULARS_IN_S for word in (words[0], words[-1]))
