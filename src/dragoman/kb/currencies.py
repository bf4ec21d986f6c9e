"""The words and signs for money, with the ISO 4217 codes they can mean."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import DataFileError
from dragoman.kb.spelling import spell_out
from dragoman.kb.tables import read_table, split_list

__all__ = ["currencies", "load_currencies"]


@cache
def currencies() -> Mapping[str, tuple[str, ...]]:
    """Return the candidate ISO 4217 codes of every lower-cased sign, code and word for money, the likeliest first.

    A form with several candidates (``francs``, ``rials``) is settled by the currency of a state in its sentence, see
    `dragoman.kb.nationality_currency`; when nothing settles it the first candidate is a guess.

    Example:
        >>> currencies()["us$"], currencies()["manats"]
        (('USD',), ('AZN', 'TMT'))
    """
    return MappingProxyType(load_currencies(Path(__file__).with_name("currencies.csv")))


def load_currencies(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the forms of a currency table with their codes.

    Raises:
        DataFileError: A code is not three capital letters, a form stands twice, or ``by_country`` disagrees with the number of codes.
    """
    found: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(path, ("forms", "codes", "by_country")):
        codes = split_list(row["codes"])
        if not codes or not all(re.fullmatch(r"[A-Z]{3}", code) for code in codes):
            raise DataFileError(path.name, line, f"codes {row['codes']!r} are not ISO 4217 codes")
        if row["by_country"] != ("yes" if len(codes) > 1 else "no"):
            raise DataFileError(path.name, line, f"by_country must be yes for several codes and no for one, got {row['by_country']!r}")
        for form in {text.lower(): None for name in split_list(row["forms"]) for text in spell_out(name)}:
            if form in found:
                raise DataFileError(path.name, line, f"{form!r} stands twice")
            found[form] = codes
    return found
