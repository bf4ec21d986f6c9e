"""Figures told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import dates_clash, statuses_clash
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Claim, Figure

__all__ = ["compare_figures", "merge_figures"]

_SAME_VALUE = 0.005  # "11 million" and "10.97 million" are one figure, rounded


def compare_figures(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one figure: one indicator, direction, value and period.

    A change told apart from its value joins it only when both name the same period.
    """
    first, second = one.content, other.content
    if not isinstance(first, Figure) or not isinstance(second, Figure):
        return DIFFERENT
    if (first.indicator, first.parties) != (second.indicator, second.parties) or statuses_clash(one, other):
        return DIFFERENT
    if dates_clash(first.period, second.period) or (first.unit and second.unit and first.unit != second.unit):
        return DIFFERENT
    if first.change is not None and second.change is not None and not _is_close(first.change, second.change):
        return DIFFERENT
    if first.value is not None and second.value is not None:
        return same(3, "same indicator, parties and value") if _is_close(first.value, second.value) else DIFFERENT
    same_period = first.period is not None and first.period == second.period
    by_change = first.value is None and second.value is None and first.change is not None and second.change is not None
    if not by_change and (first.value is second.value or not same_period):
        return DIFFERENT
    return same(1 + same_period, "same indicator and parties", f"period {first.period}" if same_period else "same change")


def merge_figures(figures: Sequence[Figure]) -> Figure:
    """Return one figure with what all of them say; the value with the most digits."""
    valued = [figure for figure in figures if figure.value is not None]
    best = max(valued, key=lambda figure: len(f"{figure.value:g}"), default=figures[0])
    changed = next((figure for figure in figures if figure.change is not None), best)
    return Figure(
        indicator=best.indicator,
        value=best.value,
        unit=best.unit or next((figure.unit for figure in figures if figure.unit), None),
        period=best.period or next((figure.period for figure in figures if figure.period), None),
        parties=best.parties,
        change=changed.change,
        change_against=changed.change_against,
    )


def _is_close(one: float, other: float) -> bool:
    return abs(one - other) <= _SAME_VALUE * max(abs(one), abs(other))
