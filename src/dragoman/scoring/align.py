"""Which record said stands for which gold item: one for one, the best pairs first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from dragoman.scoring.kinds import Item
from dragoman.scoring.matching import FIT, same_position

__all__ = ["Alignment", "align", "to_units"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Items of one kind and one article.

    Attributes:
        matched: Pairs of a required gold item and the record that stands for it.
        missed: Required gold items that no record stands for.
        false: Records that stand for no gold item, required or optional.
    """

    matched: tuple[tuple[Item, Item], ...]
    missed: tuple[Item, ...]
    false: tuple[Item, ...]


def align(kind: str, gold: Sequence[Item], said: Sequence[Item]) -> Alignment:
    """Align units of one kind (`to_units`); what is left over may then stand for an optional item, which counts for nothing."""
    matched, missed, left = _pair(kind, [item for item in gold if not item.get("optional")], said)
    _, _, false = _pair(kind, [item for item in gold if item.get("optional")], left)
    return Alignment(matched=tuple(matched), missed=tuple(missed), false=tuple(false))


def to_units(kind: str, items: Sequence[Item]) -> list[Item]:
    """Return what is counted: directed events one for each pair and type, a position once, every other item as it is."""
    if kind == "events":
        return _directed(items)
    if kind == "positions":
        return _distinct(items)
    return list(items)


def _pair(kind: str, gold: Sequence[Item], said: Sequence[Item]) -> tuple[list[tuple[Item, Item]], list[Item], list[Item]]:
    fits = ((FIT[kind](item, record), i, j) for (i, item), (j, record) in product(enumerate(gold), enumerate(said)))
    fitting = sorted((-fit, i, j) for fit, i, j in fits if fit > 0)  # of equal fits the first in the text
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, i, j in fitting:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    matched = [(gold[i], said[j]) for i, j in taken.items()]
    missed = [item for i, item in enumerate(gold) if i not in taken]
    return matched, missed, [record for j, record in enumerate(said) if j not in used]


def _directed(events: Sequence[Item]) -> list[Item]:
    """Return each actor, recipient and type once, a mutual event in both directions; required when one of its events is."""
    units: dict[tuple[str, str, object], Item] = {}
    for event in events:
        actors = _codes(event.get("actors") or event.get("source"))
        recipients = _codes(event.get("recipients") or event.get("target"))
        for actor, recipient in product(actors, recipients):
            if not actor or not recipient or actor == recipient:
                continue
            for one, other in ((actor, recipient), (recipient, actor)) if event.get("mutual") else ((actor, recipient),):
                key = (one, other, event.get("type"))
                optional = bool(event.get("optional")) and (key not in units or units[key]["optional"])
                units[key] = {"key": key, "optional": optional, "status": event.get("status"), "event": event}
    return list(units.values())


def _codes(side: object) -> list[str]:
    """Return the codes of one side of an event: gold writes a code, an export a list of actors."""
    if isinstance(side, str):
        return [side]
    actors = side if isinstance(side, list | tuple) else ()
    return [actor if isinstance(actor, str) else actor.get("country") for actor in actors]


def _distinct(positions: Sequence[Item]) -> list[Item]:
    kept: list[Item] = []
    for position in positions:
        if not any(other.get("person") and position.get("person") and same_position(position, other) for other in kept):
            kept.append(position)
    return kept
