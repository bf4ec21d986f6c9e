"""How often matched pairs agree in the fields that did not decide the match."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.scoring.agreement import dates_agree, named_people, numbers_agree, people_found, place_name, same_place, same_status
from dragoman.scoring.kinds import Item
from dragoman.scoring.names import fold

__all__ = ["FIELDS", "field_agreement"]

Agreement = tuple[int, int]  # how many agree, of how many that the gold tells
_UNTOLD: Agreement = (0, 0)


def _equal(name: str) -> Callable[[Item, Item], Agreement]:
    def compare(gold: Item, said: Item) -> Agreement:
        return (int(gold[name] == said.get(name)), 1) if gold.get(name) is not None else _UNTOLD

    return compare


def _date(name: str) -> Callable[[Item, Item], Agreement]:
    def compare(gold: Item, said: Item) -> Agreement:
        return (int(dates_agree(gold[name], said.get(name))), 1) if gold.get(name) else _UNTOLD

    return compare


def _folded(name: str) -> Callable[[Item, Item], Agreement]:
    def compare(gold: Item, said: Item) -> Agreement:
        return (int(fold(gold[name]) == fold(place_name(said) if name == "place" else said.get(name))), 1) if gold.get(name) else _UNTOLD

    return compare


def _number(name: str) -> Callable[[Item, Item], Agreement]:
    def compare(gold: Item, said: Item) -> Agreement:
        return (int(numbers_agree(gold[name], said.get(name))), 1) if gold.get(name) is not None else _UNTOLD

    return compare


def _status(gold: Item, said: Item) -> Agreement:
    return int(same_status(gold, said)), 1


def _place(gold: Item, said: Item) -> Agreement:
    return (int(same_place(gold, said)), 1) if gold.get("place") else _UNTOLD


def _place_country(gold: Item, said: Item) -> Agreement:
    place = said.get("place")
    country = place.get("country") if isinstance(place, dict) else said.get("place_country")
    return (int(gold["place_country"] == country), 1) if gold.get("place_country") else _UNTOLD


def _people(gold: Item, said: Item) -> Agreement:
    named = named_people(gold)
    return people_found(named, said), len(named)


def _parties_in_order(gold: Item, said: Item) -> Agreement:
    return int(list(gold.get("parties") or ()) == list(said.get("parties") or ())), 1


FIELDS: Mapping[str, Mapping[str, Callable[[Item, Item], Agreement]]] = {
    "encounters": {
        "type": _equal("type"),
        "date": _date("date"),
        "place": _place,
        "place country": _place_country,
        "people": _people,
        "status": _status,
    },
    "sessions": {"type": _equal("type"), "number": _equal("number"), "date": _date("date"), "status": _status},
    "instruments": {"date": _date("date")},
    "figures": {"unit": _equal("unit"), "period": _date("period"), "change": _number("change"), "order of parties": _parties_in_order},
    "projects": {"from": _folded("from"), "to": _folded("to"), "via": _folded("via"), "stage": _equal("stage")},
    "milestones": {"occasion": _folded("occasion")},
    "events": {"status": _status},
    "positions": {"office": _folded("office")},
}


def field_agreement(kind: str, name: str, gold: Item, said: Item) -> Agreement:
    """Return how many values of a field agree, of how many that the gold item tells: one at most, but for people."""
    return FIELDS[kind][name](gold, said)
