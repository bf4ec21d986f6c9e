"""Visits: someone travels to another state, is there, is received there, or is invited."""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.factuality import judge
from dragoman.claims.gathering import can_act, finish_encounter, first_filled, other_of_two, state_of_stranger
from dragoman.claims.places import find_place, place_at
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.values.claim import Encounter, Place, Status
from dragoman.values.link import Person
from dragoman.values.mention import BodyName, GroupName, InstrumentName, OfficeName, PersonName, Pronoun, Quantity, TimeExpression

__all__ = ["find_invitations", "find_visits"]

_MOST_GUESTS = 3
_SINCE = frozenset({"since", "until", "from", "on", "between"})
_ABROAD = frozenset({"in", "to", "from"})
_ONWARD = frozenset({"on", "then", "onward", "onwards"})
_ERRANDS = frozenset(
    {
        "talks",
        "visit",
        "meeting",
        "meetings",
        "summit",
        "conference",
        "consultations",
        "negotiations",
        "review",
        "ceremony",
        "funeral",
        "session",
        "signing",
        "round",
        "forum",
        "opening",
        "inauguration",
        "anniversary",
        "celebrations",
    }
)
_TAKE_PART = frozenset({"attend", "join", "take", "participate", "be", "witness", "address", "open", "observe"})
_PURPOSES = frozenset(
    {
        "attend",
        "meet",
        "hold",
        "take",
        "participate",
        "discuss",
        "sign",
        "mark",
        "negotiate",
        "represent",
        "address",
        "open",
        "inaugurate",
        "prepare",
        "lead",
        "join",
        "chair",
        "co-chair",
        "present",
        "review",
        "talk",
        "confer",
        "consult",
        "see",
        "visit",
    }
)
RESIDENT = frozenset(
    {"ambassador", "consul", "consul general", "high commissioner", "charge d'affaires", "chargé d'affaires", "military attaché"}
)
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


def find_visits(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    """Make the visits of a frame of travelling, one for each state visited; none when no official travels or both sides are one state.

    Left alone on purpose: trips of goods, tourists and teams, and journeys inside one's own country.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    if not _fits(scene, view, evoked):
        return []
    travellers = first_filled(scene, view, evoked, evoked.frame.actor)
    travellers = travellers or _strangers(view, evoked)
    if not travellers or all(_is_former(view, token) for token in travellers):
        return []
    visitors = scene.parties_of_all(view, travellers)
    people = scene.people_of_all(view, travellers)
    if evoked.frame.name == "visit.spend" and len(visitors) != 1:
        return []  # "A and B spent two hours in a hotel" is their meeting, if anything
    if not people and evoked.frame.name != "visit.send" and not any(_is_official(scene, view, token) for token in travellers):
        return []
    goals = _destinations(scene, view, evoked)
    if not goals and not evoked.verbal:
        host = _host_of_visit(telling, visitors)
        if host is None and len(visitors) == 1:
            host = other_of_two(scene, visitors[0])
        goals = [(Place(name=None, country=host), host)] if host else []
    drafts: list[Draft] = []
    for place, host in goals:
        destination = place
        if place is not None and place.name is None and len(goals) == 1:
            town = find_place(scene, view, evoked.trigger, evoked.support)
            destination = town if town is not None and town.country == place.country else place
        content = _visit(telling, sentence, visitors or _unknown_visitor(scene, host), people, destination, host)
        if content is not None:
            draft = finish_encounter(telling, sentence, evoked, content)
            draft.status = _status_of_invited(view, evoked) or draft.status
            drafts.append(draft)
    return drafts


def _status_of_invited(view: View, evoked: Evoked) -> Status | None:
    """Return the status of what somebody is invited to: "renewed the invitation for her to visit Oslo" proposes it."""
    verb = view.head(evoked.trigger)
    if view.tokens[evoked.trigger].tag != "VB" or view.relation(evoked.trigger) != "advcl" or not view.is_verb(verb):
        return None
    if not any(
        (link := view.link(kid)) is not None and _is_invitation(link.mention.named) for kid in view.children(verb, "dobj", "nsubjpass")
    ):
        return None
    if view.lower[verb].startswith("accept"):
        return Status.PLANNED
    return Status.DENIED if view.lower[verb].startswith(("declin", "reject", "refus", "turn")) else Status.PROPOSED


def _is_invitation(named: object) -> bool:
    return isinstance(named, InstrumentName) and named.type == "invitation"


def _strangers(view: View, evoked: Evoked) -> list[int]:
    """Return travellers named by an office of no known state: "invited his host to Bissau"."""
    tokens = [token for path in evoked.frame.actor for token in fill(view, evoked, path)]
    return [
        token
        for token in tokens
        if (link := view.link(token)) is not None and isinstance(link.mention.named, OfficeName) and link.mention.named.relation is not None
    ]


def _is_former(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, PersonName | OfficeName) and link.mention.named.former


def _unknown_visitor(scene: Scene, host: str | None) -> tuple[str, ...]:
    """Return whose official a visitor without a state is: of the outlet's own, or of the other of two."""
    state = state_of_stranger(scene, host) if host is not None else None
    return (state,) if state is not None else ()


def find_invitations(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the visits of invitations with a place ("accepted his invitation to Doha"): planned once accepted, proposed when conveyed.

    "An invitation to visit Doha" is left to the verb, and an invitation to a meeting or a fair is none to a visit.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        verb = _verb_of_invitation(view, token)
        if verb is None:
            continue
        accepts = view.lower[verb].startswith("accept")
        places = [place for item in view.prepositional(token, "to") if (place := place_at(scene, view, item)) is not None and place.country]
        places = places or _where_invited(scene, view, token)
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
        clause = next((kid for kid in view.children(token, "acl", "relcl") if view.lower[kid] in _TAKE_PART), None)
        dated = find_when(sentence, token, verb) or (find_when(sentence, clause) if clause is not None else None)
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


def _verb_of_invitation(view: View, token: int) -> int | None:
    """Return the verb that accepts or conveys an invitation, None where the token is none or nobody does."""
    link, verb = view.link(token), view.governing_verb(token)
    if link is None or verb is None or not _is_invitation(link.mention.named):
        return None
    handed = [kid for kid in view.children(token, "acl", "relcl") if view.lower[kid].startswith(_CONVEYING)]
    return next((step for step in (verb, *handed) if view.lower[step].startswith(("accept", *_CONVEYING))), None)


def _where_invited(scene: Scene, view: View, invitation: int) -> list[Place]:
    """Return the place of what somebody is invited to take part in: "an invitation to attend the fair in Lomé"."""
    clauses = [kid for kid in view.children(invitation, "acl", "relcl") if view.lower[kid] in _TAKE_PART]
    steps = [step for clause in clauses for step in view.subtree(clause)]
    pairs = [pair for step in steps for pair in view.prepositions(step)]
    return [place for word, item in pairs if word in {"in", "at"} and (place := place_at(scene, view, item)) is not None and place.country]


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


def _fits(scene: Scene, view: View, evoked: Evoked) -> bool:
    """Check what some verbs need: "is in Doha" a future, a time or a purpose, "spent … in Doha" a time, "left" a plain state or city."""
    match evoked.frame.name:
        case "visit.be":
            return evoked.factuality.status is Status.PLANNED or _is_stay(scene, view, evoked)
        case "visit.spend":
            return any(_is_time(view, token) for token in view.children(evoked.trigger, "dobj", "npadvmod", "pobj"))
        case "visit.return":
            return evoked.factuality.status in {Status.OCCURRED, Status.ONGOING} and not view.children(evoked.trigger, "xcomp", "ccomp")
        case "visit.take":
            return any(view.lower[item] in codebook.word_list("journeys") for item in view.subjects(evoked.trigger))
        case "visit.arrive_here":
            return not view.children(evoked.trigger, "dobj")
        case "visit.send":
            return evoked.factuality.status in {Status.OCCURRED, Status.PLANNED, Status.ONGOING, Status.PROPOSED}
        case _:
            return True


def _is_stay(scene: Scene, view: View, evoked: Evoked) -> bool:
    """Say whether somebody who is abroad is there for a while: "has been in Suva since Tuesday", "is in Rome for talks"."""
    return evoked.factuality.status in {Status.OCCURRED, Status.ONGOING} and _stays(
        scene, view, evoked.trigger, view.subjects(evoked.trigger)
    )


def _stays(scene: Scene, view: View, site: int, people: list[int]) -> bool:
    offices = {office for person in scene.people_of_all(view, people) for office in person.offices}
    if not scene.people_of_all(view, people) or offices & RESIDENT:
        return False
    sites = [site, *view.children(site, "prep", "advmod")]
    items = [pair for step in sites for pair in view.prepositions(step)]
    return (
        any(word in _SINCE and _is_time(view, item) for word, item in items)
        or any(word == "for" and view.lower[item] in _ERRANDS for word, item in items)
        or any(view.tokens[verb].tag == "VB" and view.lower[verb] in _PURPOSES for verb in view.children(site, "xcomp", "advcl"))
    )


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


def _destinations(scene: Scene, view: View, evoked: Evoked) -> list[tuple[Place | None, str | None]]:
    """Return where a visit goes, and the state that receives it: once for each state; of several towns of one state the first."""
    filled = [(path, token) for path in evoked.frame.recipient for token in fill(view, evoked, path)]
    if evoked.frame.name == "visit.return":
        filled = [
            (word, item) for step in view.subtree(evoked.trigger) for word, item in view.prepositions(step) if word in _ABROAD
        ] + filled
    filled.extend(
        ("to", item)
        for kid in view.children(evoked.trigger, "conj", "advmod")
        if view.lower[kid] in _ONWARD
        for word, item in view.prepositions(kid)
        if word == "to"
    )
    if not any(place_at(scene, view, token) is not None for _, token in filled) and (
        evoked.frame.name == "visit.arrive_here" or any(view.lower[kid] == "here" for kid in view.children(evoked.trigger, "advmod"))
    ):
        here = scene.here()
        return [(here, here.country)] if here is not None else []
    found: dict[str, tuple[Place | None, str | None]] = {}
    for _, token in filled:
        place = place_at(scene, view, token)
        if place is not None and place.country is not None:
            known = found.get(place.country)
            if known is None or (known[0] is not None and known[0].name is None and place.name is not None):
                found[place.country] = (place, place.country)
    if found:
        return list(found.values())
    for path, token in filled:
        link = view.link(token)
        if path not in {"to", "in", "object"} or (
            link is not None and isinstance(link.mention.named, OfficeName | InstrumentName | BodyName)
        ):
            continue
        codes = scene.parties_of(view, token) if can_act(view, token) else ()
        if codes and not scene.people_of(view, token):
            return [(Place(name=None, country=codes[0]) if kb.is_state(codes[0]) else None, codes[0])]
    return []


def _host_of_visit(telling: Telling, visitors: tuple[str, ...]) -> str | None:
    known = telling.last_visit(visitors[:1])
    if known is None or not isinstance(known.content, Encounter) or known.content.place is None:
        return None
    return known.content.place.country
