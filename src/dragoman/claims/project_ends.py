"""Where a project runs: "between X and Y", "from X to Y", "through Z", "the X-Y railway"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.scene import Scene
from dragoman.claims.view import View
from dragoman.values.mention import PlaceName, StateForm, StateName

__all__ = ["Ends", "find_ends"]

_THROUGH = frozenset({"through", "via", "across", "over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Both ends and the way of a project as written, with the codes of the states in which the ends lie."""

    origin: str | None = None
    goal: str | None = None
    via: str | None = None
    countries: tuple[str, ...] = ()
    unknown: bool = False

    @property
    def are_both(self) -> bool:
        """Say whether both ends are given."""
        return self.origin is not None and self.goal is not None

    @property
    def cross_border(self) -> bool:
        """Say whether the ends lie in two states, or may: a town that no table knows has no state."""
        return len(self.countries) > 1 or (self.are_both and self.unknown)


_Site = tuple[str, str | None]  # a place as written, and its state


def find_ends(scene: Scene, view: View, token: int) -> Ends:
    """Return the ends told at a noun, or at the verb right above it ("runs once a week between X and Y")."""
    heads = [*view.subtree(token)]
    if view.relation(token) in {"nsubj", "nsubjpass", "dobj"}:
        heads.append(view.head(token))
    told: dict[str, list[_Site]] = {}
    for head in heads:
        for kid in view.children(head, "prep"):
            sites = [
                site
                for pobj in view.children(kid, "pobj")
                for item in view.conjuncts(pobj)
                if (site := _site(scene, view, item)) is not None
            ]
            word = "via" if view.lower[kid] in _THROUGH else view.lower[kid]
            if sites and word not in told:
                told[word] = sites
    ends = told["between"][:2] if len(told.get("between", ())) > 1 else [*told.get("from", [])[:1], *told.get("to", [])[:1]]
    if len(ends) < 2:
        ends = _joined(scene, view, token) or ends
    if len(ends) == 1 and "from" not in told:
        ends = []
    return Ends(
        origin=ends[0][0] if ends else None,
        goal=ends[1][0] if len(ends) > 1 else None,
        via=told["via"][0][0] if "via" in told else None,
        countries=tuple(dict.fromkeys(country for _, country in ends if country is not None)),
        unknown=any(country is None for _, country in ends),
    )


def _joined(scene: Scene, view: View, token: int) -> list[_Site]:
    """Return the ends of "the Rasht-Astara railway": two places before the noun with a dash between."""
    for right in range(token - 1, max(token - 4, 1), -1):
        if view.lower[right - 1] in {"-", "–", "—"}:
            first, second = _site(scene, view, right - 2), _site(scene, view, right)
            if first is not None and second is not None:
                return [first, second]
    return []


def _site(scene: Scene, view: View, token: int) -> _Site | None:
    """Return the place at a token; a name in capitals that nothing knows is a place of no known state."""
    link = view.link(token)
    if link is None:
        text = view.tokens[token].text
        return (text, None) if view.tokens[token].tag == "NNP" and text[:1].isupper() and text.isalpha() else None
    named = link.mention.named
    if isinstance(named, PlaceName):
        return scene.text(view.tokens[token].span), named.country
    if isinstance(named, StateName) and named.form in {StateForm.NAME, StateForm.CAPITAL}:
        return scene.text(view.tokens[token].span), named.code
    return None
