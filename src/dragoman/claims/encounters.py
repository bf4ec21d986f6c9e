"""Encounters: meetings, calls, visits, consultations, negotiations, conferences and ceremonies."""

from __future__ import annotations

from dataclasses import replace

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.values.claim import Encounter, Place, Status
from dragoman.values.link import Person
from dragoman.values.mention import BodyName, InstrumentName, OfficeName, OrganisationName, PersonName, Pronoun, StateName, TimeExpression

__all__ = ["find_encounter", "find_place"]

_PHONE = frozenset({"phone", "telephone", "video", "videoconference", "videolink", "telephonically", "call"})
_PLACE_WORDS = frozenset({"in", "at", "near", "outside"})
_DEFINITE = frozenset({"the", "this", "that", "these"})
_CALL_VERBS = frozenset({"call", "called", "calls", "calling", "speak", "spoke", "speaks", "spoken", "speaking", "talk", "talked"})
_SUMMIT_PARTIES = 3


def find_encounter(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Make an encounter of an evoked frame, or None when its parties are not officials of two states.

    A definite noun without parties of its own ("the meeting", "the talks") takes those of the encounter told last.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    if evoked.factuality.status is None:
        return None
    kind = _encounter_type(view, evoked)
    if kind == "visit":
        return _find_visit(telling, sentence, evoked)
    if evoked.frame.name == "conference.attend":
        return _attend(telling, sentence, evoked)
    actors = _first_filled(scene, view, evoked, evoked.frame.actor)
    others = _first_filled(scene, view, evoked, evoked.frame.recipient)
    if evoked.verbal and not _fits_verb(scene, view, evoked, actors, others):
        return None
    if kind == "call" and evoked.verbal and len(scene.parties_of_all(view, others)) > 1 and not scene.people_of_all(view, others)[1:]:
        others = others[:1]
    others = [*others, *_present(view, evoked)]
    parties = _parties(scene, view, [*actors, *others])
    people = scene.people_of_all(view, [*actors, *others])
    if len(parties) == 1 and actors and (not others or _is_pronoun(view, actors[0])):
        parties, people = _complete(telling, evoked, parties, people, same=bool(others))
    if kind == "conference" and len(parties) < _SUMMIT_PARTIES:
        parties = _complete_summit(telling, view, evoked, parties)
    if len(parties) < 2:  # noqa: PLR2004 - an encounter needs two parties
        return _recall(telling, sentence, evoked, people)
    if evoked.frame.name == "meeting.discuss" and not _are_named(view, [*actors, *others]):
        return None
    if kind == "conference" and len(parties) < _SUMMIT_PARTIES and not any(map(_is_multilateral, parties)):
        kind = "meeting"
    content = Encounter(
        type=kind,
        parties=tuple(sorted(parties)),
        participants=scene.participants(people),
        place=find_place(scene, view, evoked.trigger, evoked.support) if kind != "call" else None,
        topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
    )
    return _finish(telling, sentence, evoked, content)


def _are_named(view: View, tokens: list[int]) -> bool:
    """Say whether two persons stand there, by name or office: "the sides discussed" only goes on with a meeting told before."""
    named = [link.mention.named for token in tokens if (link := view.link(token)) is not None]
    return sum(isinstance(item, PersonName | OfficeName) and not (isinstance(item, OfficeName) and item.institution) for item in named) > 1


def _is_multilateral(code: str) -> bool:
    return code in kb.organisation_codes()


def _encounter_type(view: View, evoked: Evoked) -> str:
    kind = evoked.frame.type or "meeting"
    if kind in {"meeting", "call"}:
        nearby = {view.lower[index] for index in view.subtree(evoked.support if evoked.support is not None else evoked.trigger)}
        if nearby & {"phone", "telephone", "telephonically", "videolink"} or ("video" in nearby and nearby & {"link", "call", "conference"}):
            return "call"
        if evoked.frame.name == "call.phone" and view.lower[evoked.trigger] in {"spoke", "speak", "speaks", "spoken", "speaking"}:
            return "call"
    if kind == "meeting" and nearby_organisation_summit(view, evoked):
        return "conference"
    return kind


def nearby_organisation_summit(view: View, evoked: Evoked) -> bool:
    """Say whether a noun such as "meeting" is the sitting of an organisation ("a meeting of the OSCE")."""
    if evoked.verbal:
        return False
    links = [view.link(index) for index in [*view.possessors(evoked.trigger), *view.prepositional(evoked.trigger, "of")]]
    return any(link is not None and isinstance(link.mention.named, OrganisationName) for link in links)


def _first_filled(scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...]) -> list[int]:
    """Return the tokens of all paths that yield a party, subjects first; "between" or "of" two parties is enough by itself."""
    found: list[int] = []
    if not evoked.verbal:
        for path in ("between", "of", "among"):
            tokens = fill(view, evoked, path) if path in paths else []
            if len(scene.parties_of_all(view, tokens)) > 1:
                return tokens
    for path in paths:
        tokens = [token for token in fill(view, evoked, path) if scene.parties_of(view, token)]
        if path == "between" and tokens:
            return tokens
        found.extend(tokens)
        if tokens and path in {"subject", "object"}:
            break
    return list(dict.fromkeys(found))


def _parties(scene: Scene, view: View, tokens: list[int]) -> tuple[str, ...]:
    return scene.parties_of_all(view, tokens)


def _fits_verb(scene: Scene, view: View, evoked: Evoked, actors: list[int], others: list[int]) -> bool:
    """Check what a verb of meeting needs: people or governments on both sides, no teams, no clause as its content."""
    name = evoked.frame.name
    if name == "meeting.receive":
        return bool(others) and bool(scene.people_of_all(view, others)) and not view.children(evoked.trigger, "xcomp", "ccomp")
    if name == "call.phone" and view.lower[evoked.trigger] in _CALL_VERBS:
        return bool(scene.people_of_all(view, others)) and not view.children(evoked.trigger, "ccomp", "xcomp", "oprd")
    if name == "meeting.meet":
        if view.children(evoked.trigger, "xcomp"):
            return False
        named = [link.mention.named for token in [*actors, *others] if (link := view.link(token)) is not None]
        return not named or any(not isinstance(item, StateName) for item in named) or bool(scene.people_of_all(view, [*actors, *others]))
    return True


def _is_pronoun(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, Pronoun)


def _present(view: View, evoked: Evoked) -> list[int]:
    """Return those "in the presence of" whom an encounter took place."""
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else [])]
    nouns = [item for site in sites for word, item in view.prepositions(site) if word == "in" and view.lower[item] in {"presence", "attendance"}]
    return [item for noun in nouns for item in [*view.prepositional(noun, "of"), *view.possessors(noun)]]


def _complete(
    telling: Telling, evoked: Evoked, parties: tuple[str, ...], people: tuple[Person, ...], *, same: bool
) -> tuple[tuple[str, ...], tuple[Person, ...]]:
    """Complete an encounter that has one party only.

    "His talks in Baku" take the other party of the talk being told. "He met the president", where "he" was taken for a countryman of the
    president, means the other side of the visit or talk being told.
    """
    known = telling.last_visit(parties) if same else telling.last_talk(parties)
    if known is None or not isinstance(known.content, Encounter):
        return parties, people
    if not same:
        if evoked.verbal or evoked.factuality.status is not Status.OCCURRED:
            return parties, people
        return known.content.parties, people
    names = {participant.name for participant in known.content.participants if participant.country not in parties}
    others = tuple(person for person in telling.scene.links.persons if person.name in names and person.name)
    return known.content.parties, (*others, *people[1:])


def _complete_summit(telling: Telling, view: View, evoked: Evoked, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Add to a summit the organisation of the summit told before, and the state that hosts it."""
    codes = list(parties)
    known = next((draft.content for draft in reversed(telling.encounters) if isinstance(draft.content, Encounter) and draft.content.type == "conference"), None)
    if known is not None and not any(map(_is_multilateral, codes)):
        codes.extend(code for code in known.parties if _is_multilateral(code))
    if len(set(codes)) < 2:  # noqa: PLR2004 - an encounter needs two parties
        place = find_place(telling.scene, view, evoked.trigger, evoked.support)
        if place is not None and place.country is not None:
            codes.append(place.country)
    return tuple(dict.fromkeys(codes))


def _attend(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Add those who "attended as observers" to the conference told just before; make one of "attended the summit of" an organisation."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING}:
        return None
    parties = scene.parties_of_all(view, view.subjects(evoked.trigger))
    if view.objects(evoked.trigger) or not parties:
        return None
    known = telling.encounters[-1] if telling.encounters else None
    if known is None or not isinstance(known.content, Encounter) or known.content.type != "conference" or sentence.index - known.sentence > 1:
        return None
    known.content = replace(known.content, parties=tuple(sorted({*known.content.parties, *parties})))
    known.spans.append(sentence.span)
    return None


def _recall(telling: Telling, sentence: SentenceView, evoked: Evoked, people: tuple[Person, ...]) -> Draft | None:
    """Give "the meeting was held on May 18" the parties and people of the talk told last."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    definite = any(view.lower[kid] in _DEFINITE for kid in view.children(evoked.trigger, "det"))
    if evoked.verbal or not definite or evoked.factuality.status not in {Status.OCCURRED, Status.DENIED}:
        return None
    known = telling.last_talk()
    if known is None or not isinstance(known.content, Encounter):
        return None
    kinds = {known.content.type, evoked.frame.type}
    if "call" in kinds and len(kinds) > 1:
        return None
    dated = find_when(sentence, evoked.trigger, evoked.support)
    place = find_place(telling.scene, view, evoked.trigger, evoked.support)
    if dated is None and (place is None or place.name is None):
        return None
    if dated is not None and known.date is not None and known.date != dated.when.edtf:
        return None
    content = Encounter(type=known.content.type, parties=known.content.parties, participants=known.content.participants, place=place, topics=())
    draft = Draft(content=content, spans=[sentence.span, *known.spans[:1]], rule=evoked.frame.name, status=known.status, confidence=0.6, sentence=sentence.index)
    telling.date(draft, dated)
    draft.background = known.background
    if known.date is None:
        known.date, known.date_basis = draft.date, draft.date_basis
    del people
    return draft


def _find_visit(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    travellers = _first_filled(scene, view, evoked, evoked.frame.actor)
    destination, host = _destination(scene, view, evoked)
    if not travellers:
        return None
    visitors = scene.parties_of_all(view, travellers)
    people = tuple(person for person in scene.people_of_all(view, travellers))
    if not people and not any(_is_official(scene, view, token) for token in travellers):
        return None
    if host is None and not evoked.verbal:
        host = _host_of_visit(telling, visitors)
        if host is None and len(visitors) == 1:
            host = _other_of_two(scene, visitors[0])
        destination = Place(name=None, country=host) if host else None
    if evoked.frame.name == "visit.be" and evoked.factuality.status is not Status.PLANNED:
        return None
    if host is None or not visitors or set(visitors) == {host}:
        return None
    guests = tuple(code for code in visitors if code != host)[:3]
    if not guests:
        return None
    guest_people = tuple(person for person in people if person.country != host)
    content = Encounter(
        type="visit",
        parties=tuple(sorted({*guests, host})),
        participants=scene.participants(guest_people),
        place=destination,
        topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
    )
    return _finish(telling, sentence, evoked, content)


def _is_official(scene: Scene, view: View, token: int) -> bool:
    """Say whether a traveller without a name is an official or a delegation, not "forty lorries" or "tourists"."""
    link = view.link(token)
    if link is not None:
        return isinstance(link.mention.named, OfficeName | PersonName)
    return view.lower[token] in {"delegation", "team", "officials", "envoy", "minister", "president", "leader", "leaders", "mission", "diplomats", "delegations"} and bool(scene.parties_of(view, token))


def _destination(scene: Scene, view: View, evoked: Evoked) -> tuple[Place | None, str | None]:
    """Return where a visit goes, and the state that receives it."""
    for path in evoked.frame.recipient:
        for token in fill(view, evoked, path):
            link = view.link(token)
            place = scene.place_of(link) if link is not None else _capital_noun(scene, view, token)
            if place is not None and place.country is not None:
                return place, place.country
            if link is not None and isinstance(link.mention.named, OfficeName | InstrumentName | BodyName):
                continue
            codes = scene.parties_of(view, token)
            if codes and path in {"to", "in", "object"} and not scene.people_of(view, token):
                return Place(name=None, country=codes[0]) if kb.is_state(codes[0]) else None, codes[0]
    return None, None


def _capital_noun(scene: Scene, view: View, token: int) -> Place | None:
    """Read "the Omani capital"."""
    if view.lower[token] not in {"capital", "city"}:
        return None
    codes = scene.parties_of(view, token)
    capital = kb.capital_of(codes[0]) if codes else None
    if capital is None:
        return None
    hits = kb.gazetteer().find(capital, countries=codes)
    best = hits[0] if hits and hits[0].country == codes[0] else None
    return Place(name=capital, country=codes[0], lat=best.lat if best else None, lon=best.lon if best else None)


def _host_of_visit(telling: Telling, visitors: tuple[str, ...]) -> str | None:
    known = telling.last_visit(visitors[:1])
    if known is None or not isinstance(known.content, Encounter) or known.content.place is None:
        return None
    return known.content.place.country


def _other_of_two(scene: Scene, code: str) -> str | None:
    """Return the other party of a text about two: there "the visit of the oil minister" goes to the other."""
    pair = scene.links.pair[:2]
    return next(other for other in pair if other != code) if scene.links.bilateral and code in pair else None


def find_place(scene: Scene, view: View, trigger: int, support: int | None) -> Place | None:
    """Return the place of what a trigger tells: under "in", "at" or "near" of the trigger, its light verb or the verb above."""
    sites = [trigger, *([support] if support is not None else [])]
    verb = view.governing_verb(trigger)
    if verb is not None and view.relation(trigger) in {"dobj", "nsubjpass", "nsubj", "pobj", "xcomp", "conj", "pcomp", "acl"}:
        sites.append(verb)
    sites.extend(kid for site in tuple(sites) for kid in view.children(site, "dobj", "conj") if not view.children(kid, "nsubj"))
    country: Place | None = None
    for site in dict.fromkeys(sites):
        for word, item in _nearby_prepositions(view, site):
            if word not in _PLACE_WORDS:
                continue
            link = view.link(item)
            place = scene.place_of(link) if link is not None else _capital_noun(scene, view, item)
            if place is not None and place.name is not None:
                return place
            country = country or place
    return country


def _nearby_prepositions(view: View, site: int) -> list[tuple[str, int]]:
    """Return the prepositional objects at a token and at the objects of its prepositions ("a meeting with his host in Baku")."""
    direct = view.prepositions(site)
    inner = [pair for word, item in direct if word in {"with", "between", "to", "on", "of", "by", "at", "in", "for"} for pair in view.prepositions(item)]
    return [*direct, *inner]


def _finish(telling: Telling, sentence: SentenceView, evoked: Evoked, content: Encounter) -> Draft:
    factuality = evoked.factuality
    dated = find_when(sentence, evoked.trigger, evoked.support)
    status = factuality.status or Status.OCCURRED
    if evoked.frame.name == "visit.invite" and status in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        status = Status.PROPOSED
    if status is Status.ONGOING:
        status = Status.OCCURRED
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=evoked.frame.name,
        status=status,
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.85 if evoked.verbal else 0.75,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    if content.place is None and content.type not in {"call", "visit"} and dated is not None and _says_same_day(dated):
        draft.content = replace(content, place=_place_of_day(telling, content, dated.when.edtf))
    return draft


def _says_same_day(dated: Dated) -> bool:
    return isinstance(dated.link.mention.named, TimeExpression) and dated.link.mention.named.form == "same"


def _place_of_day(telling: Telling, content: Encounter, day: str) -> Place | None:
    """Return where the encounter of the same parties took place that "the same day" points back to."""
    for known in reversed(telling.encounters):
        if isinstance(known.content, Encounter) and known.date == day and set(known.content.parties) == set(content.parties):
            return known.content.place
    return None
