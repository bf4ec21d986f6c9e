"""Whether the actor does what a trigger tells, and whether the recipient has it done: distances over the parse."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.view import View
from dragoman.values.link import Link

__all__ = ["NEVER", "Sides", "find_sides", "reach"]

_INSIDE = frozenset({"poss", "compound", "amod", "nmod", "appos", "conj", "nummod"})
_OWNING = frozenset({"of", "from", "in", "for", "by", "at"})
_DEEPEST = 5
NEVER = 9


@dataclass(frozen=True, slots=True)
class Sides:
    """The tokens of actor and recipient, and the noun phrases that each is the head or a part of, with the steps to each head."""

    actor: int
    recipient: int
    actor_heads: dict[int, int]
    recipient_heads: dict[int, int]
    path: frozenset[int]


def find_sides(view: View, actor: Link, recipient: Link) -> Sides | None:
    """Return the sides, or None when the parse has lost one of them."""
    one = next((token.index for token in view.tokens if token.link is actor), None)
    other = next((token.index for token in view.tokens if token.link is recipient), None)
    if one is None or other is None:
        return None
    up, down = view.path_up(one), view.path_up(other)
    shared = next((step for step in up if step in down), None)
    path = {*up[: up.index(shared) + 1], *down[: down.index(shared) + 1]} if shared is not None else {*up, *down}
    return Sides(one, other, _heads(view, one, other), _heads(view, other, one), frozenset(path))


def _heads(view: View, token: int, against: int) -> dict[int, int]:
    """Return the token and the noun-phrase heads above it with their distance, not above a phrase that holds the other side too."""
    found, here = {token: 0}, token
    for step in range(1, _DEEPEST):
        relation, above = view.relation(here), view.head(here)
        if above == here:
            break
        inside = relation in _INSIDE and not view.is_verb(above)
        owned = relation == "pobj" and view.lower[above] in _OWNING
        attached = relation == "prep" and (view.is_noun(above) or view.link(above) is not None)
        if not (inside or owned or attached):
            break
        here = above
        if view.is_below(against, here) and relation != "conj":
            break
        found[here] = step
    return found


def reach(heads: dict[int, int], tokens: list[int]) -> int:
    """Return the fewest steps from a side to one of `tokens`; `NEVER` when it is none of them."""
    return min((heads[token] for token in tokens if token in heads), default=NEVER)
