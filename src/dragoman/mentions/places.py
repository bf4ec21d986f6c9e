"""Finds places from the gazetteer: cities, towns, regions, border posts; only where the sentence uses a name as a place."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.person_names import join_words
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, PlaceName, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["find_places", "find_state_behind", "is_locative", "is_taken", "largest_of"]

_LOCATIVE = frozenset(
    "in at near to from around via through between into outside off toward towards across inside along beyond reach reached visit visited "
    "visiting leave left".split()
)
# Armies, storms and visitors do these to places, and to much else: a town of a state that the document names is meant, nothing smaller.
_TAKING = frozenset(
    "enter enters entered shell shelled bomb bombed retake retook retaken capture captured recapture recaptured seize seized besiege "
    "besieged storm stormed liberate liberated occupy occupied defend defended tour toured tours patrol patrolled patrols evacuate "
    "evacuated took take taken held hold holds rebuild rebuilt hit struck attack attacked attacks bombard bombarded controls controlled "
    "lost flooded".split()
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
_TOWN_PEOPLE = 30_000
_FARTHEST_RATIO = 60  # Perth in Scotland has a fiftieth of Perth's people, Paris in Texas a hundredth of those of Paris
_LONGEST_REGION_WORDS = 3


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
        previous = previous or _follows_town(named, first)
        while index < last:
            if not words.is_capital(index):
                previous = previous and words.lower[index] in {"and", ",", "or", "-"}
                index += 1
                continue
            end = _capital_run(words, index, last)
            allowed = previous or is_locative(words, index)
            place = _place_at(named, index, end, countries, allowed=allowed)
            if place is None and not allowed and is_taken(words, index):
                place = _place_at(named, index, end, countries, allowed=True)
                place = place if place is not None and _is_town_of(place[1], countries) else None
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


def is_locative(words: Words, index: int) -> bool:
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


def is_taken(words: Words, index: int) -> bool:
    """Say whether a verb such as "captured" or "toured" stands before word `index`."""
    before = index - 1
    while before >= 0 and words.lower[before] in _ATTRIBUTES:
        before -= 1
    return before >= 0 and words.lower[before] in _TAKING


def _is_town_of(place: PlaceName, countries: Collection[str]) -> bool:
    """Say whether a settlement of some size of one of `countries` bears the name."""
    return place.populated and any(
        hit.country == place.country and hit.country in countries and hit.population >= _TOWN_PEOPLE
        for hit in kb.gazetteer().find(place.name)
    )


def _follows_town(named: NamedWords, first: int) -> bool:
    """Say whether a capital ends where the range begins and the list goes on: "in Kabul, Kandahar or Herat", "between London and Leeds"."""
    name, words = named.ends.get(first), named.words
    if words.lower[first] == ",":
        end = first + 1
        while words.is_capital(end):
            end += 1
        if words.lower[end : end + 1] not in {(",",), ("and",), ("or",)}:
            return False
    if name is None or not isinstance(name.named, StateName) or name.named.form is not StateForm.CAPITAL:
        return False
    return is_locative(words, name.first)


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
        place = _choose(name, countries, find_state_behind(named, stop))
        if place is not None:
            return stop, place
    return None


def find_state_behind(named: NamedWords, stop: int) -> str | None:
    """Return the state in "Split, Croatia" and in "Salem, Oregon": a state or a region that is known to lie in one."""
    words = named.words
    if words.lower[stop : stop + 1] != (",",):
        return None
    name = named.starts.get(stop + 1)
    if name is not None and isinstance(name.named, StateName) and name.named.form is StateForm.NAME:
        return name.named.code
    for end in range(min(stop + 1 + _LONGEST_REGION_WORDS, len(words)), stop + 1, -1):
        if all(words.is_capital(index) for index in range(stop + 1, end)):
            region = next((hit for hit in kb.gazetteer().find(join_words(words, stop + 1, end)) if hit.kind == "region"), None)
            if region is not None:
                return region.country
    return None


def _choose(name: str, countries: Sequence[str], state: str | None) -> PlaceName | None:
    """Choose among the places of that name: that of the state behind it, else one of the document's states, else the best known."""
    hits = kb.gazetteer().find(name)
    if not hits:
        return None
    best = largest_of(hits, (state,)) if state is not None else None
    if best is None:
        near = largest_of(hits, countries)
        if kb.is_common_word(name):
            if near is None or near.population < _LARGE_TOWN_PEOPLE:
                return None
            best = near
        else:
            best = hits[0] if near is None or _is_famous(hits[0], near, countries) else near
    return PlaceName(name=name, country=best.country, lat=best.lat, lon=best.lon, populated=best.kind in _POPULATED)


def largest_of(hits: Sequence[kb.GazetteerPlace], countries: Collection[str]) -> kb.GazetteerPlace | None:
    """Return the best known place in one of `countries`: the first, unless a city there that is known by more names dwarfs it."""
    there = [hit for hit in hits if hit.country in countries]
    if not there:
        return None
    city = max(there, key=lambda hit: hit.population)
    return city if there[0].kind in _POPULATED and city.population > _FAMOUS_RATIO * there[0].population else there[0]


def _is_famous(best: kb.GazetteerPlace, near: kb.GazetteerPlace, countries: Collection[str]) -> bool:
    """Say whether the best known place of a name is meant although a namesake lies in a state that the document names."""
    if best.population == 0:
        return best.kind not in _POPULATED
    if best.country not in countries and near.population >= _TOWN_PEOPLE:
        return best.population > _FARTHEST_RATIO * near.population
    return best.population > _LARGE_TOWN_PEOPLE and best.population > _FAMOUS_RATIO * near.population
