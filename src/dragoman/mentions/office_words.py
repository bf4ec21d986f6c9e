"""The words of which offices and names of officials are made, as data: ``offices.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.codebook.tables import read_table
from dragoman.mentions.word_tables import word_pairs_at, word_set_at, words_at
from dragoman.mentions.words import cut_words

__all__ = ["HeadForm", "OfficeWords", "office_words", "read_office_words"]

_FILE = Path(__file__).with_name("offices.toml")
_PHRASES = ("heads", "institutions")
_TABLES = ("same_head", "canonical", "speaks_for", "houses", "same_office")
_FIRST_IS_COUNTED = frozenset(
    {"secretary", "director", "attorney", "consul", "prosecutor", "commander", "ambassador", "chargé", "charge", "chief"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadForm:
    """One form of a head: its words, the singular it stands for, and whether it is a plural."""

    words: tuple[str, ...]
    singular: str
    plural: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWords:
    """The word lists of ``offices.toml``, all case-folded; what each is for stands there.

    Attributes:
        heads: Every form of every head by its first word, the longest first.
        institutions: The same for institutions, which have no derived plurals.
    """

    heads: Mapping[str, tuple[HeadForm, ...]]
    institutions: Mapping[str, tuple[HeadForm, ...]]
    weak: frozenset[str]
    titles: frozenset[str]
    counterparts: frozenset[str]
    relations: frozenset[str]
    ranks: frozenset[str]
    silent_ranks: frozenset[str]
    former: frozenset[str]
    homelands: frozenset[str]
    fillers: frozenset[str]
    portfolio: frozenset[str]
    need_state: frozenset[str]
    need_the: frozenset[str]
    of_heads: frozenset[str]
    accredited: frozenset[str]
    aides: frozenset[str]
    rulers: frozenset[str]
    bodies: frozenset[str]
    private_bodies: frozenset[str]
    private_heads: frozenset[str]
    seated: frozenset[str]
    honorifics: frozenset[str]
    ranks_military: frozenset[str]
    faint_titles: frozenset[str]
    things: frozenset[str]
    posts: frozenset[str]
    fields: frozenset[str]
    surnames_too: frozenset[str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    same_head: Mapping[str, str]
    canonical: Mapping[str, str]
    speaks_for: Mapping[str, str]
    houses: Mapping[str, str]
    same_office: Mapping[str, str]
    verbs: frozenset[str]
    no_names: frozenset[str]


@cache
def office_words() -> OfficeWords:
    """Load the packaged lists, once.

    Raises:
        DataFileError: A list is missing or holds something else than lower-case words.
    """
    return read_office_words(_FILE)


def read_office_words(path: Path) -> OfficeWords:
    """Read the lists from a TOML file.

    Raises:
        DataFileError: A list is missing or holds something else than lower-case words.
    """
    table = read_table(path)
    names = [name for name in OfficeWords.__dataclass_fields__ if name not in _PHRASES + _TABLES]
    lists: dict[str, Any] = {name: word_set_at(table, name) for name in names} | {name: word_pairs_at(table, name) for name in _TABLES}
    return OfficeWords(
        heads=_by_first_word(words_at(table, "heads"), plurals=True),
        institutions=_by_first_word(words_at(table, "institutions"), plurals=False),
        **lists,
    )


def _by_first_word(phrases: tuple[str, ...], *, plurals: bool) -> dict[str, tuple[HeadForm, ...]]:
    found: dict[str, list[HeadForm]] = {}
    for phrase in phrases:
        for text, plural in ((phrase, False), (_plural(phrase), True)) if plurals else ((phrase, False),):
            words = cut_words(text, 0, len(text)).lower
            found.setdefault(words[0], []).append(HeadForm(words=words, singular=phrase, plural=plural))
    return {word: tuple(sorted(forms, key=lambda form: -len(form.words))) for word, forms in found.items()}


def _plural(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    if rest and first in _FIRST_IS_COUNTED:
        return f"{_plural_word(first)} {rest}"
    before, _, last = phrase.rpartition(" ")
    return f"{before} {_plural_word(last)}".strip()


def _plural_word(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch")) else "s")
