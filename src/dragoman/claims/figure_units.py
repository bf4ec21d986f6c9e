"""Which units an indicator may count, and what a currency's shared name means between two parties."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman import kb
from dragoman.codebook.indicators import Cue

__all__ = ["counts", "is_energy", "is_money", "own_currency"]

_CURRENCY = re.compile(r"[A-Z]{3}")
_NOT_MONEY = frozenset({"TEU"})
_ENERGY = frozenset({"MW", "kW", "kWh", "m3", "ft3", "bbl", "bbl/d", "l"})


def is_energy(unit: str | None) -> bool:
    """Say whether a unit measures power, gas or oil."""
    return unit in _ENERGY


def is_money(unit: str | None) -> bool:
    """Say whether a unit is a currency, by code or by a name that several share."""
    return unit is not None and ((_CURRENCY.fullmatch(unit) is not None and unit not in _NOT_MONEY) or unit in _shared_names())


def counts(cue: Cue, unit: str | None) -> bool:
    """Say whether the indicator of a cue can count a unit; a bare number can be money or people."""
    if unit is None:
        return bool({"money", "persons"} & cue.indicator.counts)
    return "money" in cue.indicator.counts if is_money(unit) else unit in cue.indicator.counts


def own_currency(unit: str | None, parties: tuple[str, ...]) -> str | None:
    """Return the code that a shared name ("dinar") means between these parties; the name itself when they do not tell.

    Example:
        >>> own_currency("dinar", ("IRQ", "IRN")), own_currency("dinar", ("IRQ", "KWT")), own_currency("EUR", ("IRQ", "IRN"))
        ('IQD', 'dinar', 'EUR')
    """
    codes = _shared_names().get(unit or "", ())
    own = {code for party in parties if (code := kb.nationality_currency(party)) in codes}
    return own.pop() if len(own) == 1 else unit


@cache
def _shared_names() -> Mapping[str, tuple[str, ...]]:
    return {form.removesuffix("s"): codes for form, codes in kb.currencies().items() if len(codes) > 1}
