"""What the words of a side tell about it: people in a body, or those who bear arms. Crowds protest, armies do not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dragoman.codebook import noun_forms
from dragoman.codebook.tables import read_table, words_at

__all__ = ["crowd_lean"]

_FILE = Path(__file__).parent / "people.toml"
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")


@cache
def _forms(name: str) -> frozenset[str]:
    table = read_table(_FILE)
    if set(table.data) != {"crowds", "forces"}:
        raise table.problem(f"expected the lists crowds and forces, found {sorted(table.data)}")
    return frozenset(form for word in words_at(table, table.data[name].get("words"), "words") for form in noun_forms(word))


def crowd_lean(words: str) -> int:
    """Return 1 when the words name people in a body, -1 when they name a force that bears arms, else 0.

    Example:
        >>> [crowd_lean(words) for words in ("the striking nurses", "riot police", "Norway")]
        [1, -1, 0]
    """
    found = frozenset(_WORD.findall(words.lower()))
    if not found.isdisjoint(_forms("forces")):
        return -1
    return 0 if found.isdisjoint(_forms("crowds")) else 1
