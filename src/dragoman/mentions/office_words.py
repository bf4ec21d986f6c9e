"""The words of which offices are made, from ``offices.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.mentions.words import cut_words

__all__ = ["OfficeWords", "office_words"]

_FILE = "offices.toml"
_LISTS = ("heads", "weak", "local", "relations", "ranks", "former", "fillers", "portfolio", "institutions", "honorifics", "ranks_military", "particles")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWords:
    """The word lists, all case-folded.

    Attributes:
        heads: By first word, every head as words with the singular it stands for and whether it is a plural, the longest first.
        institutions: The same for institutions.
    """

    heads: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    institutions: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    weak: frozenset[str]
    local: frozenset[str]
    relations: frozenset[str]
    ranks: frozenset[str]
    former: frozenset[str]
    fillers: frozenset[str]
    portfolio: frozenset[str]
    honorifics: frozenset[str]
    military: frozenset[str]
    particles: frozenset[str]
    canonical: Mapping[str, str]


@cache
def office_words() -> OfficeWords:
    """Load the lists.

    Raises:
        DataFileError: A list is missing or holds something else than lower-case words.
    """
    table = tomllib.loads(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))
    for name in _LISTS:
        words = table.get(name)
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise DataFileError(_FILE, None, f"{name!r} must be a list of lower-case words")
    return OfficeWords(
        heads=_by_first_word(table["heads"], plurals=True),
        institutions=_by_first_word(table["institutions"], plurals=False),
        weak=frozenset(table["weak"]),
        local=frozenset(table["local"]),
        relations=frozenset(table["relations"]),
        ranks=frozenset(table["ranks"]),
        former=frozenset(table["former"]),
        fillers=frozenset(table["fillers"]),
        portfolio=frozenset(table["portfolio"]),
        honorifics=frozenset(table["honorifics"]),
        military=frozenset(table["ranks_military"]),
        particles=frozenset(table["particles"]),
        canonical=dict(table["canonical"]),
    )


def _by_first_word(phrases: list[str], *, plurals: bool) -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for phrase in phrases:
        forms = {phrase: False} | ({_plural(phrase): True} if plurals else {})
        for form, is_plural in forms.items():
            words = cut_words(form, 0, len(form)).lower
            found.setdefault(words[0], []).append((words, phrase, is_plural))
    return {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}


def _plural(phrase: str) -> str:
    first, *rest = phrase.split(" ")
    if first in {"secretary", "director", "attorney", "consul", "prosecutor", "commander", "ambassador", "chargé", "charge"} and rest:
        return " ".join([_plural_word(first), *rest])
    return " ".join([*phrase.split(" ")[:-1], _plural_word(phrase.rsplit(" ", maxsplit=1)[-1])])


def _plural_word(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "ch")) else "s")
