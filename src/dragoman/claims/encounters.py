"""Encounters: which frame tells a meeting, call, consultation, negotiation, conference or ceremony, and between whom."""

from __future__ import annotations

from dataclasses import replace

from dragoman import codebook
from dragoman.claims.credentials import accredit_in_turn
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.fitting import BY_WIRE, FACE_TO_FACE, fits_verb, is_no_encounter, margins
from dragoman.claims.gathering import can_act, finish_encounter, first_filled, state_of_stranger
from dragoman.claims.joining import (
    each_called,
    hung_elsewhere,
    present_at,
    subjects_above,
    told_apart_groups,
    with_relative_support,
)
from dragoman.claims.misread_sides import told_apart
from dragoman.claims.nearest_official import nearest_side
from dragoman.claims.places import find_place, label_place
from dragoman.claims.rounds import is_ordinal, is_round, parties_of_round, type_of_round
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.sides_of_text import sides_of_text
from dragoman.claims.summits import complete_summit, is_multilateral, join_summit
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.visits import find_visits
from dragoman.claims.when import find_when
from dragoman.values.claim import Encounter, Session, Status
from dragoman.values.link import Person
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, Pronoun

__all__ = ["find_encounters", "find_place"]

_DEFINITE = frozenset({"the", "this", "that", "these"})
_NEXT = frozenset({"next", "upcoming", "forthcoming", "following", "further", "new", "another"})
_OLD_WIRE = frozenset({"phone", "telephone", "telephonically", "videolink"})
_VIA = frozenset({"by", "via", "over", "on", "through"})
_GO_ON = frozenset({"meeting.discuss", "meeting.hand", "meeting.tell", "meeting.raise", "meeting.hands"})
_SIDES = frozenset({"with", "between", "object"})
_SUMMIT_PARTIES = 3
_CONFERENCE_PARTIES = 4
_REACH_SENTENCES = 4


def find_encounters(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    """Make the encounters of an evoked frame: none without officials of two states, two when "calls" go to two states.

    A definite noun without parties of its own ("the meeting", "the talks") takes those of the encounter told last.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    evoked = with_relative_support(view, evoked)
    if evoked.factuality.status is None or is_no_encounter(view, evoked):
        return []
    if evoked.frame.name == "meeting.receive" and (envoys := accredit_in_turn(telling, sentence, evoked)):
        return envoys
    if evoked.frame.type == "visit":
        return find_visits(telling, sentence, evoked)
    if evoked.frame.name in {"conference.attend", "conference.represent"}:
        join_summit(telling, sentence, evoked)
        return []
    return _find_talks(telling, sentence, evoked)


def _find_talks(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    kind = _encounter_type(view, evoked)
    actors = [token for token in first_filled(scene, view, evoked, evoked.frame.actor) if can_act(view, token)]
    if not actors:
        actors = subjects_above(scene, view, evoked)
    others = [token for token in first_filled(scene, view, evoked, evoked.frame.recipient) if not margins(view, token)]
    if evoked.frame.name in FACE_TO_FACE:
        others = [token for token in others if scene.people_of(view, token)] or others
    others.extend(token for token in hung_elsewhere(scene, view, evoked) if token not in {*actors, *others})
    others.extend(nearest_side(scene, view, evoked, [*actors, *others]))
    if evoked.verbal and not fits_verb(scene, view, evoked, actors, others):
        return []
    others = [*others, *present_at(view, evoked)]
    if _takes_back(telling, sentence, evoked, [*actors, *others]):
        return []
    drafts: list[Draft] = []
    for group in told_apart_groups(scene, view, evoked, kind, others):
        draft = _find_talk(telling, sentence, evoked, kind, actors, group)
        if draft is not None:
            drafts.extend(_told_apart(draft, each_called(scene, view, evoked, kind, (actors, group))))
    return drafts


def _told_apart(draft: Draft, codes: list[str]) -> list[Draft]:
    """Return one draft for each of the states that were called apart, the draft as it is when none were."""
    content = draft.content
    if not codes or not isinstance(content, Encounter):
        return [draft]
    callers = {code for code in content.parties if code not in codes}
    return [
        replace(
            draft,
            spans=list(draft.spans),
            content=replace(
                content,
                parties=tuple(sorted({*callers, code})),
                participants=tuple(person for person in content.participants if person.country in {*callers, code, None}),
            ),
        )
        for code in codes
    ]


def _takes_back(telling: Telling, sentence: SentenceView, evoked: Evoked, tokens: list[int]) -> bool:
    """Turn the talk told just before into one that did not take place: "The two did not meet"."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if not evoked.factuality.negated or not tokens or not all(_points_back(view, token) for token in tokens):
        return False
    known = telling.encounters[-1] if telling.encounters else None
    if known is None or known.status is not Status.OCCURRED or known.content.type == "visit" or sentence.index - known.sentence > 1:  # type: ignore[union-attr]
        return False
    known.status = Status.DENIED
    known.spans.append(sentence.span)
    return True


def _points_back(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, Pronoun | GroupName)


def _find_talk(telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, actors: list[int], others: list[int]) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    parties, people, kind = _sides(telling, sentence, evoked, kind, (actors, others))
    if kind == "conference" and len(parties) == 1 and is_multilateral(parties[0]) and (people or _is_numbered(view, evoked)):
        occurred = evoked.factuality.status is Status.OCCURRED  # its members may be told later
        return _draft_talk(telling, sentence, evoked, kind, parties, people) if occurred else _recall(telling, sentence, evoked)
    if len(parties) < 2 and (recalled := _recall(telling, sentence, evoked)) is not None:
        return recalled
    if len(parties) < 2:
        parties = sides_of_text(telling, sentence, evoked, parties)
        kind = "negotiations" if any(view.lower[token].startswith("negotiator") for token in view.subjects(evoked.trigger)) else kind
    if len(parties) < 2:
        return None
    if evoked.frame.name == "meeting.meet" and not others and len(parties) >= _CONFERENCE_PARTIES:
        kind = "conference"
    if kind == "conference" and len(parties) < _SUMMIT_PARTIES and not any(map(is_multilateral, parties)):
        kind = "meeting"
    place = find_place(scene, view, evoked.trigger, evoked.support) if kind != "call" else None
    if (_is_vague(view, evoked, people) and (place is None or place.name is None)) or _goes_on(
        telling, sentence, view, evoked, parties, [*actors, *others]
    ):
        return None
    if kind == "ceremony" and len({person.country for person in people}) < 2:
        return None
    return _draft_talk(telling, sentence, evoked, _type_of_last(telling, sentence, evoked, kind, parties), parties, people)


def _sides(
    telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, tokens: tuple[list[int], list[int]]
) -> tuple[tuple[str, ...], tuple[Person, ...], str]:
    """Return the parties and people of an encounter and its type, completed from the text around when its words name one party only."""
    view, scene, (actors, others) = sentence.view, telling.scene, tokens
    assert view is not None  # noqa: S101 - frames come from trees
    parties = scene.parties_of_all(view, [*actors, *others])
    people = scene.people_of_all(view, [*actors, *others])
    if (apart := told_apart(telling, view, actors, others)) is not None:
        parties, people = apart
    elif len(parties) == 1 and actors:
        parties, people = _complete(telling, view, evoked, parties, people, tokens)
    if kind == "call" and len(parties) > _CONFERENCE_PARTIES and evoked.frame.type != "call":
        kind = "conference"
    if kind == "conference":
        parties = _named_organisations(scene, view, evoked) or parties
        parties = complete_summit(telling, parties) if len(parties) < _SUMMIT_PARTIES else parties
    elif len(parties) < 2 and not evoked.verbal and not actors:
        parties = _within(scene, view, evoked, parties)
    if len(parties) == 1 and people and (place := label_place(scene, view)) is not None and place.country not in {None, *parties}:
        parties = (*parties, str(place.country))
    if len(parties) < 2 and is_round(view, evoked):
        parties, kind = parties_of_round(telling, sentence), type_of_round(telling)
    return parties, people, kind


def _draft_talk(
    telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, parties: tuple[str, ...], people: tuple[Person, ...]
) -> Draft:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    content = Encounter(
        type=kind,
        parties=tuple(sorted(parties)),
        participants=scene.participants(people),
        place=find_place(scene, view, evoked.trigger, evoked.support) if kind != "call" else None,
        topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
    )
    return finish_encounter(telling, sentence, evoked, content)


def _named_organisations(scene: Scene, view: View, evoked: Evoked) -> tuple[str, ...]:
    """Return the organisations whose meeting a conference is by its name: "the ASEAN-EU ministerial meeting"."""
    if evoked.verbal:
        return ()
    codes = scene.parties_of_all(view, view.possessors(evoked.trigger))
    return codes if len(codes) > 1 and all(map(is_multilateral, codes)) else ()


def _within(scene: Scene, view: View, evoked: Evoked, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two states that "negotiations with Russia on Iranian uranium" name: one under "with", the other in their matter."""
    if len(parties) != 1 or evoked.frame.type != "negotiations":
        return parties
    below = scene.parties_below(view, evoked.trigger)
    return below if len(below) == 2 and set(parties) <= set(below) else parties


def _is_vague(view: View, evoked: Evoked, people: tuple[Person, ...]) -> bool:
    """Say whether talks are only wished for, with nobody, no day and no number: "the need for close consultations"."""
    if evoked.verbal or evoked.factuality.status is not Status.PROPOSED or people:
        return False
    has_article = bool(view.children(evoked.trigger, "det", "nummod", "poss"))
    return not has_article and view.tokens[evoked.trigger].tag in {"NNS", "NNPS"}


def _goes_on(telling: Telling, sentence: SentenceView, view: View, evoked: Evoked, parties: tuple[str, ...], tokens: list[int]) -> bool:
    """Say whether "the ministers discussed" goes on with the encounter told just before, or names no two persons to make one."""
    if evoked.frame.name not in _GO_ON:
        return False
    known = telling.last_talk(parties)
    near = known is not None and sentence.index - known.sentence <= _REACH_SENTENCES
    sat = telling.sessions[-1] if telling.sessions else None
    near = near or (
        sat is not None
        and isinstance(sat.content, Session)
        and sat.rule == "session.sitting"
        and set(parties) <= set(sat.content.parties)
        and sentence.index - sat.sentence <= _REACH_SENTENCES
    )
    return near or (evoked.frame.name == "meeting.discuss" and not _are_named(view, tokens))


def _type_of_last(telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, parties: tuple[str, ...]) -> str:
    """Return ``call`` for "the conversation" or "the talks" of a call told just before, else the type as it is."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    known = telling.last_talk(parties)
    if kind != "meeting" or evoked.verbal or known is None or not isinstance(known.content, Encounter) or known.content.type != "call":
        return kind
    definite = any(view.lower[kid] in _DEFINITE for kid in view.children(evoked.trigger, "det"))
    definite = definite or (evoked.trigger > 0 and view.lower[evoked.trigger - 1] in _DEFINITE)
    return "call" if definite and sentence.index - known.sentence <= _REACH_SENTENCES else kind


def _are_named(view: View, tokens: list[int]) -> bool:
    """Say whether two persons stand there, by name or office: "the sides discussed" only goes on with a meeting told before."""
    named = [link.mention.named for token in tokens if (link := view.link(token)) is not None]
    return sum(isinstance(item, PersonName | OfficeName) and not (isinstance(item, OfficeName) and item.institution) for item in named) > 1


def _encounter_type(view: View, evoked: Evoked) -> str:
    kind = evoked.frame.type or "meeting"
    if evoked.verbal and view.lower[evoked.trigger].startswith("call") and view.objects(evoked.trigger):
        return "call"  # "called her host on Monday"; "called on her host" has no object
    if kind in {"meeting", "call"}:
        nearby = {view.lower[index] for index in view.subtree(evoked.support if evoked.support is not None else evoked.trigger)}
        if nearby & _OLD_WIRE or ("video" in nearby and nearby & {"link", "call", "conference"}) or _is_by_wire(view, evoked):
            return "call"
    if kind == "meeting" and _is_sitting_of_organisation(view, evoked):
        return "conference"
    return kind


def _is_by_wire(view: View, evoked: Evoked) -> bool:
    """Say whether they only saw each other on a screen: "a virtual meeting", "met online", "talked via video"."""
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else [])]
    words = {view.lower[kid] for site in sites for kid in view.children(site, "amod", "compound", "nmod", "advmod", "npadvmod")}
    words |= {
        view.lower[step]
        for site in sites
        for word, item in view.prepositions(site)
        if word in _VIA
        for step in (item, *view.children(item, "compound", "amod", "nmod"))
    }
    return not words.isdisjoint(BY_WIRE)


def _is_sitting_of_organisation(view: View, evoked: Evoked) -> bool:
    """Say whether a noun such as "meeting" is the sitting of an organisation ("a meeting of the OSCE")."""
    if evoked.verbal:
        return False
    links = [view.link(index) for index in [*view.possessors(evoked.trigger), *view.prepositional(evoked.trigger, "of")]]
    return any(link is not None and isinstance(link.mention.named, OrganisationName) for link in links)


def _complete(
    telling: Telling,
    view: View,
    evoked: Evoked,
    parties: tuple[str, ...],
    people: tuple[Person, ...],
    sides: tuple[list[int], list[int]],
) -> tuple[tuple[str, ...], tuple[Person, ...]]:
    """Complete an encounter that has one party only.

    In a text about two states, somebody of unknown state is of the other one. "His talks in Baku" take the other party of the talk being
    told. "He met the president", where "he" was taken for a countryman of the president, means the other side of the visit being told.
    """
    scene, (actors, others) = telling.scene, sides
    other = state_of_stranger(scene, parties[0])
    if other is not None and others and any(person.country is None for person in people):
        return (*parties, other), tuple(person if person.country else replace(person, country=other) for person in people)
    somebody = bool(others) or any(fill(view, evoked, path) for path in evoked.frame.recipient if path in _SIDES)
    if somebody and not (others and _is_pronoun(view, actors[0])):
        return parties, people
    known = telling.last_visit(parties) if others else telling.last_talk(parties)
    if known is None or not isinstance(known.content, Encounter):
        return parties, people
    if not others and (known.content.type == "conference") is not (evoked.frame.type == "conference"):
        return parties, people
    if not others:
        pointing = _modifiers(view, evoked.trigger) & _DEFINITE or view.children(evoked.trigger, "poss")
        if evoked.verbal or evoked.factuality.status is not Status.OCCURRED or not pointing:
            return parties, people
        return known.content.parties, people
    names = {participant.name for participant in known.content.participants if participant.country not in parties}
    guests = tuple(person for person in scene.links.persons if person.name in names and person.name)
    return known.content.parties, (*guests, *people[1:])


def _is_pronoun(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, Pronoun)


def _is_numbered(view: View, evoked: Evoked) -> bool:
    """Say whether a summit has its number or its town: "the 57th ministers' meeting", "an extraordinary summit convened in Windhoek"."""
    kids = [view.lower[kid] for kid in view.children(evoked.trigger, "amod", "nummod", "compound")]
    return not evoked.verbal and (any(is_ordinal(word) for word in kids) or "extraordinary" in kids)


def _recall(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Give "the meeting was held on May 18" the parties and people of the talk told last, and "the next consultations" its parties."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if evoked.frame.name == "negotiations.round":
        return None
    status = evoked.factuality.status
    modifiers = _modifiers(view, evoked.trigger)
    definite = bool(modifiers & _DEFINITE)
    ahead = status in {Status.PLANNED, Status.PROPOSED} and bool(modifiers & _NEXT)
    if evoked.verbal or not (ahead or (definite and status in {Status.OCCURRED, Status.DENIED})):
        return None
    known = telling.last_talk()
    if known is None or not isinstance(known.content, Encounter):
        return None
    kind = evoked.frame.type or "meeting"
    kinds = {known.content.type, kind}
    if len(kinds) > 1 and kinds & {"call", "conference", "ceremony"}:
        return None
    dated = find_when(sentence, evoked.trigger, evoked.support)
    place = find_place(telling.scene, view, evoked.trigger, evoked.support)
    if dated is None and (place is None or place.name is None):
        return None
    if not ahead and dated is not None and known.date is not None and known.date != dated.when.edtf:
        return None
    content = Encounter(
        type=kind if ahead and kind != "meeting" else known.content.type,
        parties=known.content.parties,
        participants=() if ahead else known.content.participants,
        place=place,
        topics=(),
    )
    draft = Draft(
        content=content,
        spans=[sentence.span, *known.spans[:1]],
        rule=evoked.frame.name,
        status=status if ahead and status is not None else known.status,
        confidence=0.6,
        sentence=sentence.index,
        background=known.background,
    )
    telling.date(draft, dated)
    if known.date is None and not ahead:
        known.date, known.date_basis = draft.date, draft.date_basis
    return draft


def _modifiers(view: View, noun: int) -> set[str]:
    """Return the articles and adjectives of a noun and of what measures it: "the next round of consultations"."""
    sites = [noun]
    if view.relation(noun) == "pobj" and view.lower[view.head(noun)] == "of":
        sites.append(view.head(view.head(noun)))
    return {view.lower[kid] for site in sites for kid in view.children(site, "det", "amod")}
