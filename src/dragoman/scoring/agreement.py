"""When a value said agrees with the value of the gold: dates, numbers, places, statuses, people."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dragoman.scoring.kinds import Item
from dragoman.scoring.names import fold, same_person

__all__ = ["dates_agree", "named_people", "numbers_agree", "people_found", "place_name", "same_place", "same_status"]

_CLOSE = 0.005  # a number may be rounded in its third figure
_YEAR_CHARS = 4
_DAY_CHARS = 10


def dates_agree(gold: object, said: object) -> bool:
    """Say whether two EDTF dates are the same, one contains the other, or two intervals overlap; ``X`` is any digit.

    Example:
        >>> dates_agree("2021-05", "2021-05-03"), dates_agree("XXXX-05-03", "2021-05-03"), dates_agree("2021", None)
        (True, True, False)
    """
    if gold is None or said is None:
        return gold == said
    one, other = (str(date).rstrip("~?%") for date in (gold, said))
    if one == other:
        return True
    if "/" in one or "/" in other:
        (first, last), (other_first, other_last) = _ends(one), _ends(other)
        return _begins_before(first, other_last or other_first) and _begins_before(other_first, last or first)
    length = min(len(one), len(other))
    return length >= _YEAR_CHARS and all(a == b or "X" in {a, b} for a, b in zip(one[:length], other[:length], strict=True))


def _ends(date: str) -> tuple[str, str]:
    first, *rest = date.split("/")
    return first, rest[0] if rest else first


def _begins_before(first: str, last: str) -> bool:
    return first[:_DAY_CHARS] <= last[:_DAY_CHARS] + "~"  # "~" sorts behind every digit: 2021 ends behind 2021-05


def numbers_agree(gold: Any, said: Any) -> bool:  # noqa: ANN401 - whatever a JSON line has there
    """Say whether two numbers are the same within half a percent, or both are missing."""
    if gold is None and said is None:
        return True
    try:
        one, other = float(gold), float(said)
    except (TypeError, ValueError):
        return False
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other), 1e-9)


def people_found(gold: Sequence[Item], said: Item) -> int:
    """Count the people of the gold whose name an encounter has."""
    names = [person.get("name") for person in said.get("participants") or said.get("people") or ()]
    return sum(any(same_person(person["name"], name) for name in names) for person in gold)


def named_people(item: Item) -> list[Item]:
    """Return the people of a gold encounter that have a name."""
    return [person for person in item.get("people") or () if person.get("name")]


def same_place(gold: Item, said: Item) -> bool:
    """Say whether two items have the same place, as plain letters."""
    return fold(gold["place"]) == fold(place_name(said))


def place_name(item: Item) -> object:
    """Return the name of an item's place: gold writes the name alone, an export an object."""
    place = item.get("place")
    return place.get("name") if isinstance(place, dict) else place


def same_status(gold: Item, said: Item) -> bool:
    """Say whether two items have the same status; what has none has occurred."""
    return (gold.get("status") or "occurred") == (said.get("status") or "occurred")
