"""How well a record said fits a gold item of its kind: 0 for not at all; of several that fit, the highest is taken.

What is compared here decides whether the two tell one fact. Dates, places, statuses and people are compared afterwards, on matched pairs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dragoman.scoring.agreement import dates_agree, named_people, numbers_agree, people_found
from dragoman.scoring.kinds import Item
from dragoman.scoring.names import same_office, same_person

__all__ = ["FIT", "encounter_group", "parties_of", "same_position"]

_OTHER_DAY = 0.5  # the same parties on another day: still the best candidate there is, and its date is wrong
_A_PERSON = 0.1  # the encounter with more of the people is the better candidate


def parties_of(item: Item) -> frozenset[str]:
    """Return the parties of an item, whatever their order."""
    return frozenset(party for party in item.get("parties") or () if party)


def encounter_group(item: Item) -> str:
    """Return ``visit``, ``call`` or, for every other type of encounter, ``talk``: these are told apart, meeting and consultations not."""
    kind = item.get("type")
    return kind if kind in {"visit", "call"} else "talk"


def same_position(gold: Item, said: Item) -> bool:
    """Say whether two positions are the same office of the same person and country."""
    return (
        same_person(gold.get("person"), said.get("person"))
        and same_office(gold.get("office"), said.get("office"))
        and gold.get("country") == said.get("country")
    )


def _fit_encounter(gold: Item, said: Item) -> float:
    if encounter_group(gold) != encounter_group(said) or parties_of(gold) != parties_of(said):
        return 0.0
    if gold.get("date") and said.get("date") and not dates_agree(gold["date"], said["date"]):
        return _OTHER_DAY
    return 1 + _A_PERSON * people_found(named_people(gold), said)


def _fit_session(gold: Item, said: Item) -> float:
    return float(parties_of(gold) == parties_of(said) and gold.get("number") in {None, said.get("number")})


def _fit_figure(gold: Item, said: Item) -> float:
    if gold.get("value") is None and not numbers_agree(gold.get("change"), said.get("change")):
        return 0.0
    return float(
        gold.get("indicator") == said.get("indicator")
        and numbers_agree(gold.get("value"), said.get("value"))
        and parties_of(gold) == parties_of(said)
    )


def _fit_event(gold: Item, said: Item) -> float:
    return float(gold["key"] == said["key"])


def _fit_position(gold: Item, said: Item) -> float:
    return float(same_position(gold, said))


def _same_parties_and(*names: str) -> Callable[[Item, Item], float]:
    """Return the fit of kinds that are one fact when their parties and these fields are equal."""

    def fit(gold: Item, said: Item) -> float:
        return float(parties_of(gold) == parties_of(said) and all(gold.get(name) == said.get(name) for name in names))

    return fit


FIT: Mapping[str, Callable[[Item, Item], float]] = {
    "encounters": _fit_encounter,
    "sessions": _fit_session,
    "instruments": _same_parties_and("type", "stage"),
    "figures": _fit_figure,
    "projects": _same_parties_and("type"),
    "milestones": _same_parties_and("ordinal"),
    "events": _fit_event,
    "positions": _fit_position,
}
