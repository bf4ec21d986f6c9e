"""What offices without a name stand for, from ``offices.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import kb
from dragoman.errors import DataFileError

__all__ = ["OfficeMeanings", "office_meanings"]

_FILE = Path(__file__).with_name("offices.toml")
_LISTS = ("stand_for_states", "of_the_outlet", "of_organisations", "also_deputies")


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeMeanings:
    """The lists of ``offices.toml``, each explained there."""

    stand_for_states: frozenset[str]
    of_the_outlet: frozenset[str]
    of_organisations: frozenset[str]
    also_deputies: frozenset[str]
    described_by: Mapping[str, frozenset[str]]
    states_called: Mapping[str, frozenset[str]]


@cache
def office_meanings() -> OfficeMeanings:
    """Load the lists.

    Raises:
        DataFileError: A list is missing, unknown, or holds something else than lower-case words.
    """
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    described = table.pop("described_by", None)
    called = table.pop("states_called", None)
    if not isinstance(described, dict) or not isinstance(called, dict):
        raise DataFileError(_FILE.name, None, "expected the tables 'described_by' and 'states_called'")
    for word, codes in called.items():
        if not isinstance(codes, list) or not all(isinstance(code, str) and kb.is_state(code) for code in codes):
            raise DataFileError(_FILE.name, None, f"{word!r} must be a list of codes of states")
    if set(table) != set(_LISTS):
        raise DataFileError(_FILE.name, None, f"expected exactly the lists {', '.join(_LISTS)}, got {', '.join(sorted(table))}")
    for name, words in (*table.items(), *described.items()):
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise DataFileError(_FILE.name, None, f"{name!r} must be a list of lower-case words")
    meant = {word: frozenset(offices) for word, offices in described.items()}
    states = {word: frozenset(codes) for word, codes in called.items()}
    return OfficeMeanings(**{name: frozenset(table[name]) for name in _LISTS}, described_by=meant, states_called=states)
