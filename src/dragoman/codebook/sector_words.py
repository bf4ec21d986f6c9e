"""PLOVER's sector of an office or institution, by its words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dragoman.codebook.plover import sectors
from dragoman.codebook.tables import DATA, read_table, words_at

__all__ = ["sector_of"]

_GOVERNMENT = "GOV"


@cache
def _words() -> Mapping[str, frozenset[str]]:
    table = read_table(DATA / "sector_words.toml")
    found: dict[str, frozenset[str]] = {}
    for code, words in table.data["sectors"].items():
        if code not in sectors():
            raise table.problem(f"{code!r} is none of PLOVER's sectors", near=code)
        found[code] = frozenset(words_at(table, words, code))
    return found


def sector_of(office: str | None) -> str:
    """Return the sector of a canonical office, ``GOV`` when its words name no other.

    Raises:
        DataFileError: The table breaks its rules.

    Example:
        >>> sector_of("chief of general staff"), sector_of("foreign minister"), sector_of(None)
        ('MIL', 'GOV', 'GOV')
    """
    inside = frozenset((office or "").split())
    return next((code for code, words in _words().items() if words & inside), _GOVERNMENT)
