"""Intergovernmental organisations and groups of states, under every usual name, with the acronym that is their code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import DataFileError
from dragoman.kb.spelling import fold, spell_out
from dragoman.kb.states import ambiguous_names, cautious_names, state_names, states
from dragoman.kb.tables import read_table, split_list

__all__ = ["NamedOrganisation", "organisation_codes", "organisations"]

_FILE = "organisations.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedOrganisation:
    """One spelling that names an organisation, or an organ or agency that counts as it; ``caution`` as for states."""

    text: str
    code: str
    caution: bool = False


@cache
def organisations() -> tuple[NamedOrganisation, ...]:
    """Return every spelling of every organisation, sorted by text; each text stands once.

    Raises:
        DataFileError: Two organisations, or a state and an organisation, share a text that ``ambiguous.csv`` does not list.
    """
    taken = {state.text: state.code for state in state_names()}
    found: dict[str, str] = {}
    for line, row in read_table(Path(__file__).with_name(_FILE), ("code", "names")):
        code = row["code"]
        if code in states():
            raise DataFileError(_FILE, line, f"code {code!r} is the code of a state")
        for text in (spelling for name in split_list(row["names"]) for spelling in spell_out(name)):
            other = taken.get(text) or found.get(text, code)
            if other != code and text not in ambiguous_names():
                raise DataFileError(_FILE, line, f"{text!r} already names {other}; list it in ambiguous.csv")
            found.setdefault(text, code)
    cautious = cautious_names()
    return tuple(NamedOrganisation(text=text, code=code, caution=fold(text) in cautious) for text, code in sorted(found.items()))


@cache
def organisation_codes() -> Mapping[str, str]:
    """Return the English name of every organisation by its code, in the order of the table."""
    found: dict[str, str] = {}
    for _, row in read_table(Path(__file__).with_name(_FILE), ("code", "names")):
        found.setdefault(row["code"], split_list(row["names"])[0])
    return MappingProxyType(found)
