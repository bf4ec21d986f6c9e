"""How long a duration is, as ISO 8601 writes it: "two and a half years" is ``P2Y6M``, "several months" ``PXM``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.mentions.time_words import UNITS, number_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.mentions.time_grammar import Word

__all__ = ["length_of"]

_UNITS = {
    "day": "D",
    "week": "W",
    "weekend": "W",
    "month": "M",
    "year": "Y",
    "quarter": "M",
    "decade": "Y",
    "century": "Y",
    "hour": "H",
    "minute": "M",
}
_TIMES = {"quarter": 3, "decade": 10, "century": 100}
_HALVES = {"week": "P3D", "month": "P15D", "year": "P6M", "decade": "P5Y", "century": "P50Y", "hour": "PT30M"}
_QUARTERS = {"hour": "PT15M", "year": "P3M", "century": "P25Y"}
_AND_A_HALF = {"year": "P{0}Y6M", "decade": "P{0}5Y", "century": "P{0}50Y", "hour": "PT{0}H30M"}
_PLURALS = frozenset({"DAYPLURAL", "WEEKPLURAL", "MONTHPLURAL", "YEARPLURAL", "OTHERPLURAL", "HOUR"})
_CLOCK_UNITS = frozenset({"hour", "minute"})


def length_of(words: Sequence[Word], at: int) -> str | None:
    """Write how long the unit ``words[at]`` with what stands before it lasts; ``X`` where no number is told.

    Returns:
        None for what has no one length: "two to three weeks", "an era".
    """
    unit = (
        "hour" if words[at].kind == "HOUR" and words[at].value == 1 else "minute" if words[at].kind == "HOUR" else UNITS.get(words[at].kind)
    )
    before = words[:at]
    kinds = {word.kind for word in before}
    half = "HALF" in kinds or any(word.kind == "HALF" for word in words[at + 1 :])
    if unit is None or "TO" in kinds or ("AND" in kinds and not half):
        return None
    shared = half or "QUARTER" in kinds  # the article of "a half", "half a century" counts nothing
    number = number_of([word for word in before if not (shared and word.kind == "A")])
    if shared and not number:
        return (_HALVES if half else _QUARTERS).get(unit)
    if half:
        return _AND_A_HALF[unit].format(number) if unit in _AND_A_HALF else None
    if words[at].kind == "FORTNIGHT":
        return f"P{2 * max(number, 1)}W"
    vague = bool(kinds & {"VAGUE", "RECENT"}) or (not number and words[at].kind in _PLURALS)
    count = "X" if vague else str(max(number, 1) * _TIMES.get(unit, 1))
    return f"P{'T' if unit in _CLOCK_UNITS else ''}{count}{_UNITS[unit]}"
