"""Tells capitals from other towns of their name: "Tripoli, Lebanon", "Santiago de Cuba", Hamilton where only Canada is named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman import kb
from dragoman.mentions.names import KnownName, NamedWords
from dragoman.mentions.person_names import join_words
from dragoman.mentions.places import find_state_behind, is_locative, is_taken, largest_of
from dragoman.values.mention import Mention, PlaceName, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["settle_namesakes"]

_INNER = frozenset({"de", "del", "la", "le", "el", "al", "do", "da", "of"})
_LONGEST_MORE = 3
_CITY_PEOPLE = 150_000
_TOWN_PEOPLE = 75_000
_NEAR_RATIO = 6  # a namesake is meant only where the capital is not so much larger: Athens in Georgia never is


def settle_namesakes(named: NamedWords, mentions: Sequence[Mention], countries: Collection[str]) -> list[Mention]:
    """Return the mentions of a sentence with each capital that is no capital here made a place.

    1. A state or region behind a comma says where the town lies.
    2. Longer names that go on ("Santiago de Compostela") or begin before ("Port Sudan") are places of their own.
    3. Where the document names the state of a large namesake, and never the capital's own, the namesake is meant behind "in", "to" and
       the like.

    Args:
        named: The sentence.
        mentions: In order.
        countries: Codes that the document names by other names than their capitals.
    """
    at = {named.words.start[name.first]: name for name in named.starts.values()}
    settled: list[Mention] = []
    for mention in mentions:
        name = at.get(mention.span.start) if isinstance(mention.named, StateName) else None
        moved = _settle(named, name, mention, countries) if name is not None else None
        kept = moved or mention
        if not settled or settled[-1].span.end <= kept.span.start:
            settled.append(kept)
        elif moved is not None and settled[-1].span.end <= mention.span.start:
            settled.append(mention)
    return settled


def _settle(named: NamedWords, name: KnownName, mention: Mention, countries: Collection[str]) -> Mention | None:
    state, words = mention.named, named.words
    if not isinstance(state, StateName):
        return None
    longer = _longer(named, name, state)
    if longer is not None or state.form is not StateForm.CAPITAL:
        return longer
    text = join_words(words, name.first, name.last)
    behind = find_state_behind(named, name.last)
    hits = kb.gazetteer().find(text)
    if behind is not None and behind != state.code:
        place = largest_of(hits, (behind,))
        return None if place is None else replace(mention, named=_place(text, place))
    if behind is not None or state.code in countries or not (is_locative(words, name.first) or is_taken(words, name.first)):
        return None
    place, capital = largest_of(hits, countries), next((hit for hit in hits if hit.country == state.code), None)
    if place is None or capital is None or place.population < max(_CITY_PEOPLE, capital.population / _NEAR_RATIO):
        return None
    return replace(mention, named=_place(text, place))


def _longer(named: NamedWords, name: KnownName, state: StateName) -> Mention | None:
    """Return the town whose longer name holds the words: to the right of a capital, or with one word to the left of any state's name."""
    words = named.words
    if state.form is StateForm.CAPITAL and words.lower[name.last : name.last + 1] and words.lower[name.last] in _INNER:
        for last in range(min(name.last + _LONGEST_MORE, len(words)), name.last + 1, -1):
            if words.is_capital(last - 1) and (found := _town(named, name.first, last, state)) is not None:
                return found
    before = name.first - 1
    if state.form in (StateForm.CAPITAL, StateForm.NAME) and before > 0 and words.is_capital(before) and before not in _ends(named):
        return _town(named, before, name.last, state)
    return None


def _ends(named: NamedWords) -> frozenset[int]:
    return frozenset(name.last - 1 for name in named.starts.values())


def _town(named: NamedWords, first: int, last: int, state: StateName) -> Mention | None:
    """Return the town named by the words from `first` to `last`; a longer name of the capital itself ("The Hague") stays the capital."""
    words = named.words
    text = join_words(words, first, last)
    hit = next((hit for hit in kb.gazetteer().find(text) if hit.population >= _TOWN_PEOPLE), None)
    if hit is not None and hit.country == state.code and state.form is StateForm.CAPITAL:
        return None
    return None if hit is None else Mention(span=Span(words.start[first], words.end[last - 1]), named=_place(text, hit))


def _place(text: str, hit: kb.GazetteerPlace) -> PlaceName:
    return PlaceName(name=text, country=hit.country, lat=hit.lat, lon=hit.lon, populated=True)
