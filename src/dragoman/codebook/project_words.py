"""The words of projects, from ``projects.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.codebook.inflection import verb_forms
from dragoman.codebook.plover import kind_values
from dragoman.errors import DataFileError
from dragoman.values.claim import Kind

__all__ = ["ProjectWords", "project_words"]

_FILE = "projects.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectWords:
    """Nouns by their last word (words, type, strong), and the forms of the verbs of building and of opening."""

    nouns: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    works: frozenset[str]
    done: frozenset[str]


@cache
def project_words() -> ProjectWords:
    """Load the words.

    Raises:
        DataFileError: A type is not one of the codebook's.
    """
    table = tomllib.loads(resources.files("dragoman.codebook").joinpath(_FILE).read_text(encoding="utf-8"))
    types = kind_values()[Kind.PROJECT]["type"]
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for entry in table["project"]:
        if entry["type"] not in types:
            raise DataFileError(_FILE, None, f"type {entry['type']!r} is none of {types}")
        for text in dict.fromkeys([*entry["nouns"], *entry["strong"]]):
            words = tuple(text.split(" "))
            found.setdefault(words[-1], []).append((words, entry["type"], text in entry["strong"]))
    nouns = {word: tuple(sorted(items, key=lambda item: -len(item[0]))) for word, items in found.items()}
    works = frozenset(form for verb in table["works"]["verbs"] for form in verb_forms(verb.split(" ")[0]))
    done = frozenset(form for verb in table["works"]["done"] for form in verb_forms(verb))
    return ProjectWords(nouns=nouns, works=works, done=done)
