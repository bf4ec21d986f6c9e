"""Where something takes place, as its own sentence says: a city, town, post or base; the country alone when no more is named."""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.scene import Scene
from dragoman.claims.view import View
from dragoman.values.claim import Place

__all__ = ["find_place", "label_place", "place_at"]

_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "behind"})
_ARGUMENTS = frozenset({"with", "between", "to", "on", "of", "by", "at", "in", "for", "during", "after", "as"})
_TOWNS = frozenset({"city", "town", "village", "port", "resort", "suburb", "township"})
_COPULAS = frozenset({"is", "are", "was", "were", "be", "been"})
_ABOVE = frozenset({"dobj", "nsubjpass", "nsubj", "pobj", "xcomp", "conj", "pcomp", "acl", "attr", "advcl"})


def find_place(scene: Scene, view: View, trigger: int, support: int | None) -> Place | None:
    """Return the place of what a trigger tells: under "in", "at" or "near" of the trigger, its light verb or the verb above.

    A name wins over a country. A place that belongs to somebody ("the president of Chad in exile") or to another clause is left alone.
    """
    sites = [trigger, *([support] if support is not None else [])]
    verb = view.governing_verb(trigger)
    if verb is not None and view.relation(trigger) in _ABOVE:
        sites.append(verb)
    is_light = verb is not None and view.lower[verb] in (codebook.word_list("light_verbs") | _COPULAS)
    own = {trigger, support, verb if is_light else None}  # of other verbs the objects are elsewhere
    sites.extend(
        kid
        for site in tuple(sites)
        if site in own
        for kid in view.children(site, "dobj", "conj", "acomp")
        if not view.children(kid, "nsubj")
    )
    country: Place | None = None
    if any(view.lower[kid] == "here" for site in sites if site in own for kid in view.children(site, "advmod", "prep")):
        return scene.here()
    for site in dict.fromkeys(sites):
        for word, item in _nearby_prepositions(view, site):
            place = place_at(scene, view, item) if word in _PLACE_WORDS else None
            if place is not None and place.name is not None and place.country is not None:
                return place
            if site in own and place is not None and place.country is not None:
                country = country or place
    return country or label_place(scene, view)


def label_place(scene: Scene, view: View) -> Place | None:
    """Return the town that heads an item of a list: "Lima: the two ministers open talks"."""
    return place_at(scene, view, 0) if len(view) > 2 and view.lower[1] == ":" and view.link(0) is not None else None


def place_at(scene: Scene, view: View, token: int) -> Place | None:
    """Return the place that a token names: "Doha", "the Omani capital", "the Vaziani base"."""
    link = view.link(token)
    if link is not None:
        return scene.place_of(link)
    word = view.lower[token]
    if word == "capital":
        return _capital(scene, view, token)
    if word in _TOWNS and (town := _town_of(scene, view, token)) is not None:
        return town
    if word not in codebook.word_list("sites"):
        return None
    kids = [*view.children(token, "compound", "nmod", "amod", "poss", "appos"), *view.prepositional(token, "of")]
    named = next(
        (place for kid in kids if (link := view.link(kid)) is not None and (place := scene.place_of(link)) is not None and place.name), None
    )
    return named or _unlisted(scene, view, token)


def _town_of(scene: Scene, view: View, token: int) -> Place | None:
    """Read "the Omani town of Ibra", whose name no mention has taken."""
    for item in view.prepositional(token, "of"):
        if view.link(item) is None and view.tokens[item].text[:1].isupper():
            first = min([item, *view.children(item, "compound")])
            name = scene.document.text[view.tokens[first].span.start : view.tokens[item].span.end]
            codes = scene.parties_of(view, token)
            hits = kb.gazetteer().find(name, countries=codes[:1]) if codes else []
            best = hits[0] if hits and hits[0].country == codes[0] else None
            return Place(name=name, country=codes[0] if codes else None, lat=best.lat if best else None, lon=best.lon if best else None)
    return None


def _capital(scene: Scene, view: View, token: int) -> Place | None:
    """Read "the Omani capital"."""
    codes = scene.parties_of(view, token)
    capital = kb.capital_of(codes[0]) if codes else None
    if capital is None:
        return None
    hits = kb.gazetteer().find(capital, countries=codes)
    best = hits[0] if hits and hits[0].country == codes[0] else None
    return Place(name=capital, country=codes[0], lat=best.lat if best else None, lon=best.lon if best else None)


def _unlisted(scene: Scene, view: View, token: int) -> Place | None:
    """Read the name of a post that no gazetteer has: the capitalised words before its noun; its country from "on the … side"."""
    names = [
        kid
        for kid in view.children(token, "compound", "nmod")
        if kid < token and view.link(kid) is None and view.tokens[kid].text[:1].isupper()
    ]
    if not names:
        return None
    first, last = view.tokens[names[0]].span, view.tokens[token - 1].span
    name = scene.document.text[first.start : last.end]
    sides = [item for word, item in view.prepositions(token) if word == "on" and view.lower[item] in {"side", "territory"}]
    codes = [code for side in sides for code in scene.parties_of(view, side)]
    return Place(name=name, country=codes[0] if codes else None)


def _nearby_prepositions(view: View, site: int) -> list[tuple[str, int]]:
    """Return the prepositional objects at a token and at the objects of its prepositions ("a meeting with his host in Baku")."""
    direct = view.prepositions(site)
    inner = [pair for word, item in direct if word in _ARGUMENTS for pair in view.prepositions(item)]
    return [*direct, *inner]
