"""Visits: someone travels to another state, is there, is received there, or is invited."""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.factuality import judge
from dragoman.claims.gathering import finish_encounter, first_filled, other_of_two
from dragoman.claims.places import find_place, place_at
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.values.claim import Encounter, Place, Status
from dragoman.values.link import Person
from dragoman.values.mention import BodyName, GroupName, InstrumentName, OfficeName, PersonName, Pronoun, Quantity, TimeExpression

__all__ = ["find_invitations", "find_visit"]

_MOST_GUESTS = 3
_CONVEYING = (
    "exten",
    "convey",
    "deliver",
    "hand",
    "send",
    "sent",
    "issue",
    "pass",
    "present",
    "receiv",
    "renew",
    "repeat",
    "made",
    "make",
    "offer",
)


def find_visit(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Make a visit of a frame of travelling, or None when no official travels or both sides are one state.

    Left alone on purpose: trips of goods, tourists and teams, and journeys inside one's own country.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    if not _fits(view, evoked):
        return None
    travellers = first_filled(scene, view, evoked, evoked.frame.actor)
    if not travellers:
        return None
    visitors = scene.parties_of_all(view, travellers)
    people = scene.people_of_all(view, travellers)
    if evoked.frame.name == "visit.spend" and len(visitors) != 1:
        return None  # "A and B spent two hours in a hotel" is their meeting, if anything
    if not people and not any(_is_official(scene, view, token) for token in travellers):
        return None
    destination, host = _destination(scene, view, evoked)
    if host is None and not evoked.verbal:
        host = _host_of_visit(telling, visitors)
        if host is None and len(visitors) == 1:
            host = other_of_two(scene, visitors[0])
        destination = Place(name=None, country=host) if host else None
    if destination is not None and destination.name is None:
        town = find_place(scene, view, evoked.trigger, evoked.support)
        destination = town if town is not None and town.country == destination.country else destination
    content = _visit(telling, sentence, visitors, people, destination, host)
    return finish_encounter(telling, sentence, evoked, content) if content is not None else None


def find_invitations(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the visits of invitations with a place ("accepted his invitation to Doha"): planned once accepted, proposed when conveyed.

    "An invitation to visit Doha" is left to the verb, and an invitation to a meeting or a fair is none to a visit.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        link = view.link(token)
        if link is None or not isinstance(link.mention.named, InstrumentName) or link.mention.named.type != "invitation":
            continue
        verb = view.governing_verb(token)
        if verb is None:
            continue
        accepts = view.lower[verb].startswith("accept")
        if not accepts and not view.lower[verb].startswith(_CONVEYING):
            continue
        places = [place for item in view.prepositional(token, "to") if (place := place_at(scene, view, item)) is not None and place.country]
        guests = (
            view.subjects(verb) if accepts else [*view.prepositional(token, "to"), *view.prepositional(verb, "to"), *view.datives(verb)]
        )
        guests = [item for item in guests if scene.people_of(view, item)]
        if not places or not guests:
            continue
        content = _visit(
            telling, sentence, scene.parties_of_all(view, guests), scene.people_of_all(view, guests), places[0], places[0].country
        )
        factuality = judge(view, token)
        if content is None or factuality.status is None or factuality.negated:
            continue
        dated = find_when(sentence, token, verb)
        draft = Draft(
            content=content,
            spans=[sentence.span],
            rule="visit.invitation",
            status=Status.PLANNED if accepts else Status.PROPOSED,
            background=telling.is_background(sentence, factuality, None),
            attributed_to=telling.attribution(sentence, factuality),
            confidence=0.7,
            sentence=sentence.index,
        )
        if accepts:
            telling.date(draft, dated)
        drafts.append(draft)
    return drafts


def _visit(
    telling: Telling,
    sentence: SentenceView,
    visitors: tuple[str, ...],
    people: tuple[Person, ...],
    destination: Place | None,
    host: str | None,
) -> Encounter | None:
    guests = tuple(code for code in visitors if code != host)[:_MOST_GUESTS]
    if host is None or not guests:
        return None
    return Encounter(
        type="visit",
        parties=tuple(sorted({*guests, host})),
        participants=telling.scene.participants(person for person in people if person.country != host),
        place=destination,
        topics=codebook.topics_of(telling.scene.text(sentence.span).lower().split()),
    )


def _fits(view: View, evoked: Evoked) -> bool:
    """Check what some verbs need: "is in Doha" a future, "spent … in Doha" a time."""
    match evoked.frame.name:
        case "visit.be":
            return evoked.factuality.status is Status.PLANNED
        case "visit.spend":
            return any(_is_time(view, token) for token in view.children(evoked.trigger, "dobj", "npadvmod", "pobj"))
        case _:
            return True


def _is_time(view: View, token: int) -> bool:
    link = view.link(token)
    if link is None:
        return view.lower[token] in codebook.word_list("measures")
    return isinstance(link.mention.named, TimeExpression) or (
        isinstance(link.mention.named, Quantity) and link.mention.named.unit in {"day", "hour", "week"}
    )


def _is_official(scene: Scene, view: View, token: int) -> bool:
    """Say whether a traveller without a name is an official or a delegation, not "forty lorries" or "tourists"."""
    link = view.link(token)
    if link is not None:
        named = link.mention.named
        return isinstance(named, OfficeName | PersonName | GroupName) or (isinstance(named, Pronoun) and named.plural)
    return view.lower[token] in codebook.word_list("delegates") and bool(scene.parties_of(view, token))


def _destination(scene: Scene, view: View, evoked: Evoked) -> tuple[Place | None, str | None]:
    """Return where a visit goes, and the state that receives it."""
    filled = [(path, token) for path in evoked.frame.recipient for token in fill(view, evoked, path)]
    for _, token in filled:
        place = place_at(scene, view, token)
        if place is not None and place.country is not None:
            return place, place.country
    for path, token in filled:
        link = view.link(token)
        if path not in {"to", "in", "object"} or (
            link is not None and isinstance(link.mention.named, OfficeName | InstrumentName | BodyName)
        ):
            continue
        codes = scene.parties_of(view, token)
        if codes and not scene.people_of(view, token):
            return Place(name=None, country=codes[0]) if kb.is_state(codes[0]) else None, codes[0]
    return None, None


def _host_of_visit(telling: Telling, visitors: tuple[str, ...]) -> str | None:
    known = telling.last_visit(visitors[:1])
    if known is None or not isinstance(known.content, Encounter) or known.content.place is None:
        return None
    return known.content.place.country
