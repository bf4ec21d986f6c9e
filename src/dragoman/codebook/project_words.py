"""The words of projects, from ``projects.toml``: what is built or run, and the verbs and nouns that say how far it has got."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.inflection import noun_forms, verb_forms
from dragoman.codebook.plover import kind_values
from dragoman.codebook.tables import DATA, Table, read_table, words_at
from dragoman.values.claim import Kind

__all__ = ["ProjectNoun", "ProjectWords", "project_words"]

_KEYS = frozenset({"type", "nouns", "routes", "of", "verbs"})
_VERB_LISTS = frozenset({"shares", "works", "runs", "done", "offers", "talks", "agreements", "plans"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectNoun:
    """One name of a project.

    Attributes:
        words: In order, the last one its head.
        type: As in the codebook.
        route: True when both ends are enough to make it a project.
        of: When not empty, one of these stands under its "of".
        verbs: When not empty, one of these forms governs it.
    """

    words: tuple[str, ...]
    type: str
    route: bool = False
    of: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectWords:
    """Nouns by their last word, the longest first, and lists of word forms by name."""

    nouns: Mapping[str, tuple[ProjectNoun, ...]]
    lists: Mapping[str, frozenset[str]]


@cache
def project_words() -> ProjectWords:
    """Load the words.

    Raises:
        DataFileError: A type is not one of the codebook's, or a list holds no words.
    """
    table = read_table(DATA / "projects.toml")
    types = kind_values()[Kind.PROJECT]["type"]
    found: dict[str, list[ProjectNoun]] = {}
    for entry in table.data["project"]:
        if entry.get("type") not in types:
            raise table.problem(f"type {entry.get('type')!r} is none of {types}", near=str(entry.get("type")))
        if set(entry) - _KEYS:
            raise table.problem(f"a project holds {sorted(set(entry) - _KEYS)}, expected {sorted(_KEYS)}", near=min(set(entry) - _KEYS))
        for noun in _nouns(table, entry):
            found.setdefault(noun.words[-1], []).append(noun)
    nouns = {word: tuple(sorted(items, key=lambda noun: -len(noun.words))) for word, items in found.items()}
    return ProjectWords(
        nouns=nouns, lists={name: _forms(name, words_at(table, value, name)) for name, value in table.data["words"].items()}
    )


def _nouns(table: Table, entry: Mapping[str, object]) -> list[ProjectNoun]:
    routes = words_at(table, entry.get("routes", []), "routes")
    of = frozenset(words_at(table, entry.get("of", []), "of"))
    verbs = frozenset(form for verb in words_at(table, entry.get("verbs", []), "verbs") for form in verb_forms(verb))
    texts = dict.fromkeys((*words_at(table, entry["nouns"], "nouns"), *routes))
    named = set(words_at(table, entry["nouns"], "nouns"))
    return [
        ProjectNoun(
            words=tuple(text.split(" ")),
            type=str(entry["type"]),
            route=text in routes,
            of=of,
            verbs=verbs if text in named else frozenset(),
        )
        for text in texts
    ]


def _forms(name: str, words: tuple[str, ...]) -> frozenset[str]:
    if name in _VERB_LISTS:
        return frozenset(form for word in words for form in verb_forms(word.split(" ")[0]))
    return frozenset(words) if name.endswith("adjectives") else frozenset(form for word in words for form in noun_forms(word))
