"""Phrases that hold the name of a state and name none: a finder that matches the longest phrase is kept from a mistake by them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.kb.spelling import spell_out
from dragoman.kb.states import state_names
from dragoman.kb.tables import read_table, split_list

__all__ = ["misleading_phrases"]

_FOLDER = Path(__file__).parent


@cache
def misleading_phrases() -> frozenset[str]:
    """Return phrases that hold a state's name and name no state.

    They are newspapers, firms, treaties and the like ("Washington Post", "Latin American", "Paris Agreement"), and the places of
    more than one word that hold such a name ("Persian Gulf", "Niger Delta"): those are still places.
    """
    texts = [row["text"] for _, row in read_table(_FOLDER / "not_states.csv", ("text",))]
    states = {state.text for state in state_names()}
    for _, row in read_table(_FOLDER / "regions.csv", ("names", "country", "lat", "lon", "kind")):
        texts += [name for name in split_list(row["names"]) if " " in name and not states.isdisjoint(name.split())]
    return frozenset(spelling for text in texts for spelling in spell_out(text)) - states
