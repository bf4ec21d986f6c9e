"""Two sides that were taken for one: a person does not receive himself, and an envoy abroad meets his hosts.

"The President welcomed the Chilean President" has two presidents, though a reader in haste takes the first for the second. "He will lunch
with Prime Minister Rojas", told of a guest in Lima, has a Peruvian prime minister, though the text never says so.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman import kb
from dragoman.claims.gathering import state_of_stranger
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.values.claim import Encounter
from dragoman.values.link import Person
from dragoman.values.mention import Named, OfficeName, PersonName, Pronoun

__all__ = ["told_apart"]

_LEAST = 2
_REACH_SENTENCES = 3
_Sides = tuple[tuple[str, ...], tuple[Person, ...]]


def told_apart(telling: Telling, view: View, actors: list[int], others: list[int]) -> _Sides | None:
    """Return parties and people of an encounter both of whose sides were read as one state's, or None where they may well be."""
    scene = telling.scene
    codes = scene.parties_of_all(view, [*actors, *others])
    if len(codes) != 1 or not actors or not others:
        return None
    one, two = scene.people_of_all(view, actors), scene.people_of_all(view, others)
    if len(one) == len(two) == 1 and one[0] == two[0] and isinstance(_named(view, others[0]), Pronoun):
        return _other_spoken_of(telling, view, codes[0], one[0])
    if not kb.is_state(codes[0]):
        return None
    for token, fixed in ((actors[0], two), (others[0], one)):
        named = _named(view, token)
        if isinstance(named, OfficeName) and named.relation == "guest":
            return _guest_of_visit(telling, codes[0], fixed)
    if len(one) == len(two) == 1 and one[0] == two[0]:
        return _two_of_an_office(telling, view, actors[0], others[0])
    return _hosts_of_guest(telling, view, codes[0], one, two, others)


def _named(view: View, token: int) -> Named | None:
    link = view.link(token)
    return link.mention.named if link is not None else None


def _other_spoken_of(telling: Telling, view: View, code: str, person: Person) -> _Sides | None:
    """Return who "him" is in "The minister called on him": nobody calls on himself, so the one of another party named last."""
    scene, start = telling.scene, view.tokens[0].span.start
    here = next((sentence.index for sentence in scene.sentences if sentence.span.start <= start < sentence.span.end), 0)
    for earlier in reversed(scene.sentences[max(0, here - _REACH_SENTENCES) : here]):
        for link in earlier.linked.links:
            for key in link.persons if isinstance(link.mention.named, PersonName | OfficeName) else ():
                other = scene.people[key]
                if other.country not in {None, code}:
                    return (code, str(other.country)), (person, other)
    return None


def _guest_of_visit(telling: Telling, code: str, hosts: tuple[Person, ...]) -> _Sides | None:
    """Return the guest of the visit to this state that is being told: "The visitor was received by the speaker"."""
    visit = telling.last_visit((code,))
    if visit is None or not isinstance(visit.content, Encounter) or visit.content.place is None or visit.content.place.country != code:
        return None
    names = {guest.name for guest in visit.content.participants if guest.country not in {None, code}}
    guests = tuple(person for person in telling.scene.links.persons if person.name and person.name in names)
    return tuple(dict.fromkeys([code, *(str(guest.country) for guest in guests)])), (*guests, *hosts)


def _two_of_an_office(telling: Telling, view: View, actor: int, other: int) -> _Sides | None:
    """Tell "the President" from "the Chilean President": the one without a state is of the other of the text's two, or the outlet's."""
    first, second = view.link(actor), view.link(other)
    if first is None or second is None:
        return None
    bare, named = first.mention.named, second.mention.named
    if not isinstance(bare, OfficeName) or bare.country is not None or not isinstance(named, PersonName | OfficeName):
        return None
    code = telling.scene.parties_of(view, other)[0]
    pair = telling.scene.links.pair[:2]
    state = state_of_stranger(telling.scene, code) or next(
        (item for item in pair if code in pair and item != code and kb.is_state(item)), None
    )
    if named.country is None or state is None:
        return None
    known = telling.scene.people_of(view, other)[0]
    stranger = replace(known, key=-1, name=None, offices=(bare.office,) if bare.office else (), country=state)
    return (code, state), (stranger, known)


def _hosts_of_guest(
    telling: Telling, view: View, code: str, one: tuple[Person, ...], two: tuple[Person, ...], others: list[int]
) -> _Sides | None:
    """Take whom a guest meets during the visit being told for his hosts, where their own words give no state."""
    links = [link for token in others if (link := view.link(token)) is not None]
    if len(two) != 1 or any(not isinstance(link.mention.named, PersonName) or link.mention.named.country is not None for link in links):
        return None
    if not two[0].offices or set(two[0].offices) & {office for person in one for office in person.offices}:
        return None
    if telling.scene.links.home == code:
        return None  # an outlet of the guest's own state leaves out the state of its own officials
    visit = telling.last_visit((code,))
    if visit is None or not isinstance(visit.content, Encounter) or visit.content.place is None or len(visit.content.parties) != _LEAST:
        return None
    host = visit.content.place.country
    names = {person.name for person in one if person.name}
    guests = {person.name for person in visit.content.participants}
    if host is None or host == code or not names & guests or _is_stated(telling, two[0]):
        return None
    return (code, host), (*one, replace(two[0], country=host))


def _is_stated(telling: Telling, person: Person) -> bool:
    """Say whether the text itself gives the person's state somewhere: "Italian Prime Minister X"."""
    return any(
        person.key in link.persons and isinstance(link.mention.named, PersonName | OfficeName) and link.mention.named.country is not None
        for sentence in telling.scene.sentences
        for link in sentence.linked.links
    )
