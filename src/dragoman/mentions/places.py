"""Finds places from the gazetteer: cities, towns, regions, border posts; only where the sentence uses a name as a place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.person_names import join_words
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, PlaceName, StateName
from dragoman.values.span import Span

__all__ = ["find_places"]

_LOCATIVE = frozenset(
    "in at near to from around via through between into outside off toward towards across inside along beyond reach reached visit visited "
    "visiting leave left".split()
)
_LOCATIVE_NOUNS = frozenset(
    "city town village port province region regions district area areas part parts state capital people governor mayor outskirts suburb "
    "north south east west coast centre center airport bank banks island peninsula border crossing post base liberation occupation siege "
    "fall recapture streets".split()
)
_LEAVING = frozenset("left leave leaves leaving departed departs departing headed heads heading bound set sailed flew flies".split())
_ATTRIBUTES = frozenset("the northern southern eastern western central downtown nearby".split())
_FACILITIES = frozenset(
    "airport port base checkpoint crossing road bridge region province district city town village area mountains river valley border camp "
    "island islands strait canal gulf bay railway highway refinery stadium summit conference talks forum format process security "
    "declaration".split()
)
_INNER = frozenset({"de", "el", "al", "la", "of", "es", "le", "du", "do"})
_POPULATED = frozenset({"city", "capital", "town"})
_LONGEST_WORDS = 8
_SHORTEST_CHARS = 3
_LONGEST_ABBREVIATION_CHARS = 4
_LARGE_TOWN_PEOPLE = 100_000
_FAMOUS_RATIO = 20


def find_places(named: NamedWords, free: Collection[tuple[int, int]], countries: tuple[str, ...]) -> list[Mention]:
    """Find places in the word ranges that no other mention holds.

    Leaves alone on purpose: abbreviations ("in ICT"), names that go on as a name of something else ("to Banco Popular"), and ordinary words
    unless a state follows ("in Split, Croatia") or a large town of a state that the document names bears it.

    Args:
        named: The sentence.
        free: Word ranges, in order.
        countries: Codes the document names; a place of one of them is preferred.
    """
    words = named.words
    if words.shouting:
        return []
    found: list[Mention] = []
    previous = False
    for first, last in free:
        index = first
        while index < last:
            if not words.is_capital(index):
                previous = previous and words.lower[index] in {"and", ",", "or", "-"}
                index += 1
                continue
            end = _capital_run(words, index, last)
            place = _place_at(named, index, end, countries, allowed=previous or _is_locative(words, index))
            if place is None:
                index, previous = end, False
                continue
            stop, name = place
            found.append(Mention(span=Span(words.start[index], words.end[stop - 1]), named=name))
            index, previous = stop, True
    return found


def _capital_run(words: Words, index: int, last: int) -> int:
    end = index + 1
    while end < last and end - index < _LONGEST_WORDS:
        if not (words.is_capital(end) or words.lower[end] in "-'." or words.lower[end] in _INNER):
            break
        end += 1
    while end > index + 1 and not words.is_capital(end - 1):
        end -= 1
    return end


def _is_locative(words: Words, index: int) -> bool:
    """Say whether what stands before word `index` asks for a place: "in", "the city of", "left for"."""
    before = index - 1
    while before >= 0 and words.lower[before] in _ATTRIBUTES:
        before -= 1
    if before < 0:
        return False
    word = words.lower[before]
    if word == "of":
        return before > 0 and words.lower[before - 1] in _LOCATIVE_NOUNS
    if word == "for":
        return before > 0 and (words.lower[before - 1] in _LEAVING or words.lower[before - 2 : before - 1] in {("left",), ("departed",)})
    return word in _LOCATIVE


def _place_at(named: NamedWords, index: int, end: int, countries: tuple[str, ...], *, allowed: bool) -> tuple[int, PlaceName] | None:
    """Return where the longest place name that begins at `index` ends, and the place."""
    words = named.words
    for stop in range(end, index, -1):
        behind = words.lower[stop] if stop < len(words) else ""
        if not allowed and behind not in _FACILITIES:
            continue
        if words.is_capital(stop) and not words.is_glued(stop) and behind not in _FACILITIES:
            continue
        name = join_words(words, index, stop)
        if len(name) < _SHORTEST_CHARS or (name.isupper() and len(name) <= _LONGEST_ABBREVIATION_CHARS):
            continue
        place = _choose(name, countries, _state_behind(named, stop))
        if place is not None:
            return stop, place
    return None


def _state_behind(named: NamedWords, stop: int) -> str | None:
    """Return the state in "Split, Croatia"."""
    words = named.words
    name = named.starts.get(stop + 1) if words.lower[stop : stop + 1] == (",",) else None
    if name is None or name.is_adjective or not isinstance(name.named, StateName):
        return None
    return name.named.code


def _choose(name: str, countries: Sequence[str], state: str | None) -> PlaceName | None:
    """Choose among the places of that name: that of the state behind it, else one of the document's states, else the best known."""
    hits = kb.gazetteer().find(name)
    if not hits:
        return None
    best = next((hit for hit in hits if hit.country == state), None) if state is not None else None
    if best is None:
        near = next((hit for hit in hits if hit.country in countries), None)
        if kb.is_common_word(name):
            if near is None or near.population < _LARGE_TOWN_PEOPLE:
                return None
            best = near
        else:
            best = hits[0] if near is None or _is_famous(hits[0], near) else near
    return PlaceName(name=name, country=best.country, lat=best.lat, lon=best.lon, populated=best.kind in _POPULATED)


def _is_famous(best: kb.GazetteerPlace, near: kb.GazetteerPlace) -> bool:
    """Say whether the best known place of a name is meant although a namesake lies in a state that the document names."""
    if best.population == 0:
        return best.kind not in _POPULATED
    return best.population > _LARGE_TOWN_PEOPLE and best.population > _FAMOUS_RATIO * near.population
