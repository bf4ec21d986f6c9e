"""Credentials: the ceremony of presenting them, the meeting at which a copy is handed to the minister."""

from __future__ import annotations

from dragoman.claims.acts import Act
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.gathering import finish_encounter
from dragoman.claims.places import find_place
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.values.claim import Encounter, Participant, Status
from dragoman.values.mention import InstrumentName

__all__ = ["accredit_in_turn", "present_credentials"]

_ACCREDITED = frozenset({"ambassador", "high commissioner", "envoy", "nuncio", "apostolic nuncio"})
_REACH_SENTENCES = 20
_LEAST_ENVOYS = 2


def present_credentials(telling: Telling, sentence: SentenceView, evoked: Evoked, act: Act) -> Encounter | None:
    """Make the ceremony of "presented his credentials to", the meeting of "received a copy of the credentials of"."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        return None
    tokens = [item for path in ("subject", "by", "indirect", "to", "from") for item in fill(view, evoked, path)]
    for word in ("of", "to", "from"):
        tokens.extend(view.prepositional(act.token, word))
    tokens.extend(view.possessors(act.token))
    tokens = [item for item in dict.fromkeys(tokens) if item != act.token]
    people = scene.people_of_all(view, tokens)
    parties = tuple(dict.fromkeys([*scene.parties_of_all(view, tokens), *(person.of for person in people if person.of)]))
    if len(parties) < 2:
        return None
    wrapper = view.lower[view.head(view.head(act.token))]  # "a copy of his credentials"
    return Encounter(
        type="meeting" if "cop" in act.named.title.lower() or wrapper.startswith("cop") else "ceremony",
        parties=tuple(sorted(parties[:2])),
        participants=scene.participants(people),
        place=find_place(scene, view, evoked.trigger, evoked.support),
    )


def accredit_in_turn(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    """Make one ceremony for each envoy of those received together: "the credentials of the ambassadors of A and B".

    Envoys whom the sentence only counts are those whom the text names after it, one after the other.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    papers = [
        token for token in view.objects(evoked.trigger) if (link := view.link(token)) is not None and _is_accreditation(link.mention.named)
    ]
    hosts = scene.parties_of_all(view, view.subjects(evoked.trigger))
    if not papers or len(hosts) != 1 or evoked.factuality.status is None:
        return []
    guests = [code for token in papers for code in scene.parties_below(view, token) if code != hosts[0]]
    envoys = [Participant(name=None, office="ambassador", country=code) for code in dict.fromkeys(guests)] or _named_later(
        telling, sentence, hosts[0]
    )
    if len(envoys) < _LEAST_ENVOYS:
        return []
    host = scene.participants(scene.people_of_all(view, view.subjects(evoked.trigger)))
    place = find_place(scene, view, evoked.trigger, evoked.support) or scene.dateline_town(hosts[0])
    return [
        finish_encounter(
            telling,
            sentence,
            evoked,
            Encounter(type="ceremony", parties=tuple(sorted((hosts[0], str(envoy.country)))), participants=(*host, envoy), place=place),
        )
        for envoy in envoys
    ]


def _is_accreditation(named: object) -> bool:
    title = named.title.lower() if isinstance(named, InstrumentName) else ""
    return "credential" in title or "letters of credence" in title


def _named_later(telling: Telling, sentence: SentenceView, host: str) -> list[Participant]:
    scene = telling.scene
    keys = [
        key
        for later in scene.sentences[sentence.index + 1 : sentence.index + 1 + _REACH_SENTENCES]
        for link in later.linked.links
        for key in link.persons
    ]
    people = [scene.people[key] for key in dict.fromkeys(keys)]
    envoys = [person for person in people if _ACCREDITED & set(person.offices) and person.country not in {None, host}]
    return list(scene.participants(envoys))
