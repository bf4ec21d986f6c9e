"""Who led the delegations: "X led the Azerbaijani and Y the Iraqi delegation" adds heads to the talk or sitting told just before."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.claims.draft import Draft
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.values.claim import Encounter, Participant, Session, Status
from dragoman.values.link import Person
from dragoman.values.mention import PersonName

__all__ = ["add_heads_of_delegations", "name_participants"]

_LED = re.compile(r"\b(?:led|headed|chaired|co-chaired|represented|leading|heading)\b", re.IGNORECASE)
_DELEGATION = re.compile(r"\b(?:delegations?|sides?)\b", re.IGNORECASE)
_REACH_SENTENCES = 2
_LEADING = frozenset({"president", "prime minister", "king", "emir", "sultan", "chancellor", "head of state", "crown prince", "taoiseach"})


def add_heads_of_delegations(telling: Telling, sentence: SentenceView) -> None:
    """Add the persons of a sentence about delegations to the talk or sitting of their states told at most two sentences before.

    Works on the words, since the verb of the second delegation is left out as often as not.
    """
    text = telling.scene.text(sentence.span)
    if not _LED.search(text) or not _DELEGATION.search(text):
        return
    people = [
        telling.scene.people[key] for link in sentence.linked.links if isinstance(link.mention.named, PersonName) for key in link.persons
    ]
    heads = tuple(_head(person) for person in people)
    known = _latest(telling, sentence)
    if known is None or not heads:
        return
    content = known.content
    if isinstance(content, Encounter):
        known.content = replace(content, participants=_join(content.participants, heads, content.parties))
    elif isinstance(content, Session):
        known.content = replace(content, co_chairs=_join(content.co_chairs, heads, content.parties))
    known.spans.append(sentence.span)


def _head(person: Person) -> Participant:
    return Participant(
        name=person.name, office=person.offices[0] if person.offices else None, country=person.country, role="head of delegation"
    )


def _latest(telling: Telling, sentence: SentenceView) -> Draft | None:
    drafts = [
        draft
        for draft in (*telling.encounters, *telling.sessions)
        if 0 <= sentence.index - draft.sentence <= _REACH_SENTENCES and not _is_visit_or_call(draft)
    ]
    return max(drafts, key=lambda draft: (draft.sentence, isinstance(draft.content, Session)), default=None)


def _is_visit_or_call(draft: Draft) -> bool:
    return isinstance(draft.content, Encounter) and draft.content.type in {"visit", "call"}


def _join(known: tuple[Participant, ...], heads: tuple[Participant, ...], parties: tuple[str, ...]) -> tuple[Participant, ...]:
    """Return those known with the heads of the parties' delegations, nobody twice."""
    coming = tuple(head for head in heads if head.country in parties)
    names = {head.name for head in coming}
    return (*(person for person in known if person.name not in names), *coming)


def name_participants(telling: Telling) -> None:
    """Name those whom an encounter gives by office alone when the text names just one holder of it.

    Leaders are the heads of state and government that the text names, one for each state.
    """
    people = [person for person in telling.scene.links.persons if person.name and person.offices]
    for draft in telling.encounters:
        content = draft.content
        if not isinstance(content, Encounter) or draft.background or draft.status is Status.DENIED:
            continue
        named = {person.name for person in content.participants}
        found = [_named(person, people, named) for person in content.participants]
        if not found and content.type in {"conference", "meeting"} and _are_leaders(telling, draft):
            leaders = [_only(people, code, _LEADING) for code in content.parties]
            found = [_participant(leader) for leader in leaders if leader is not None]
        if tuple(found) != content.participants:
            draft.content = replace(content, participants=tuple(found))


def _are_leaders(telling: Telling, draft: Draft) -> bool:
    words = telling.scene.text(telling.scene.sentences[draft.sentence].span).lower().split()
    return not {"leaders", "presidents", "premiers"}.isdisjoint(words) or "heads of state" in " ".join(words)


def _named(participant: Participant, people: list[Person], known: set[str | None]) -> Participant:
    if participant.name is not None or participant.office is None or participant.country is None:
        return participant
    offices = _LEADING if participant.office in {"leader", "head of state", "head of government"} else frozenset({participant.office})
    holder = _only(people, participant.country, offices)
    if holder is None or holder.name in known:
        return participant
    return replace(_participant(holder), role=participant.role)


def _only(people: list[Person], country: str, offices: frozenset[str]) -> Person | None:
    """Return the only person of a state with one of some offices."""
    found = [person for person in people if person.country == country and offices & set(person.offices)]
    return found[0] if len(found) == 1 else None


def _participant(person: Person) -> Participant:
    return Participant(name=person.name, office=person.offices[0] if person.offices else None, country=person.country)
