"""The weights of `country_evidence.toml` and the offices that only one state has, checked when loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import kb
from dragoman.errors import DataFileError
from dragoman.kb.tables import read_table

__all__ = ["KINDS", "CountryEvidence", "country_evidence"]

_WEIGHTS = Path(__file__).with_name("country_evidence.toml")
_OFFICES = Path(__file__).with_name("offices_of_one_state.csv")
KINDS = frozenset(
    "listed paired across counterpart held destination office touching nearest before behind says first earlier outlet outlet_opens "
    "dateline headline main share paragraph visited told name leader seat seated acts_on accredited quoted dateline_opens".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryEvidence:
    """What speaks for a state, by kind, and the state of each office that only one state has.

    A guess needs a sum of `least`, and must be `margin` ahead of the next.
    """

    weights: Mapping[str, float]
    margin: float
    least: float
    state_of_office: Mapping[str, str]


@cache
def country_evidence() -> CountryEvidence:
    """Load both tables.

    Raises:
        DataFileError: A kind of evidence is missing or unknown, a weight is no number, or an office has an unknown state.
    """
    table = tomllib.loads(_WEIGHTS.read_text(encoding="utf-8"))
    weights, margin, least = table.get("weights", {}), table.get("margin"), table.get("least")
    if set(weights) != KINDS:
        raise DataFileError(_WEIGHTS.name, None, f"weights must be given for exactly these kinds: {', '.join(sorted(KINDS))}")
    if not all(isinstance(weight, float) for weight in weights.values()) or not isinstance(margin, float) or margin <= 0:
        raise DataFileError(_WEIGHTS.name, None, "weights must be decimal numbers, and 'margin' one above 0")
    if not isinstance(least, float):
        raise DataFileError(_WEIGHTS.name, None, "'least' must be a decimal number")
    offices: dict[str, str] = {}
    for line, row in read_table(_OFFICES, ("office", "state")):
        if not kb.is_state(row["state"]):
            raise DataFileError(_OFFICES.name, line, f"expected the code of a state, got {row['state']!r}")
        offices[row["office"]] = row["state"]
    return CountryEvidence(weights=weights, margin=margin, least=least, state_of_office=offices)
