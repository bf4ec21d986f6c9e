"""Encounters: which frame tells a meeting, call, consultation, negotiation, conference or ceremony, and between whom."""

from __future__ import annotations

from dataclasses import replace

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.gathering import finish_encounter, first_filled, other_of_two
from dragoman.claims.places import find_place
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.visits import find_visit
from dragoman.claims.when import find_when
from dragoman.values.claim import Encounter, Status
from dragoman.values.link import Person
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, Pronoun, StateName

__all__ = ["find_encounters", "find_place"]

_DEFINITE = frozenset({"the", "this", "that", "these"})
_NEXT = frozenset({"next", "upcoming", "forthcoming", "following", "further", "new", "another"})
_SPOKEN = frozenset({"call", "called", "calls", "calling", "speak", "spoke", "speaks", "spoken", "speaking", "talk", "talked"})
_BY_WIRE = frozenset({"phone", "telephone", "telephonically", "videolink"})
_MARGINS = frozenset({"sidelines", "margins", "fringes", "sideline", "margin"})
_PLURAL = frozenset({"meetings", "calls", "conversations"})
_SIDES = frozenset({"with", "between", "object"})
_SUMMIT_PARTIES = 3
_REACH_SENTENCES = 4


def find_encounters(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    """Make the encounters of an evoked frame: none without officials of two states, two when "calls" go to two states.

    A definite noun without parties of its own ("the meeting", "the talks") takes those of the encounter told last.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if evoked.factuality.status is None or _is_no_encounter(view, evoked):
        return []
    if evoked.frame.type == "visit":
        draft = find_visit(telling, sentence, evoked)
        return [draft] if draft is not None else []
    if evoked.frame.name == "conference.attend":
        _attend(telling, sentence, evoked)
        return []
    return _find_talks(telling, sentence, evoked)


def _is_no_encounter(view: View, evoked: Evoked) -> bool:
    """Say whether the words name something else: a press conference, the summit on whose margins others meet, a match."""
    trigger = evoked.trigger
    kids = {view.lower[kid] for kid in view.children(trigger, "compound", "amod", "nmod")}
    if not evoked.verbal and kids & codebook.word_list("no_encounters"):
        return True
    if evoked.frame.type == "call" and view.children(trigger, "acl") and not kids & _BY_WIRE:
        return True  # "its call on all states to join"
    if not evoked.verbal and any(view.lower[item] == "parties" for item in view.prepositional(trigger, "of")):
        return True  # a treaty's Conference of the Parties
    if evoked.frame.type == "conference" and view.lower[view.head(view.head(trigger))] in _MARGINS:
        return True
    return evoked.verbal and not codebook.word_list("sports").isdisjoint(view.lower)


def _find_talks(telling: Telling, sentence: SentenceView, evoked: Evoked) -> list[Draft]:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    kind = _encounter_type(view, evoked)
    actors = [token for token in first_filled(scene, view, evoked, evoked.frame.actor) if _can_act(view, token)]
    others = first_filled(scene, view, evoked, evoked.frame.recipient)
    if evoked.verbal and not _fits_verb(scene, view, evoked, actors, others):
        return []
    others = [*others, *_present(view, evoked)]
    if _takes_back(telling, sentence, evoked, [*actors, *others]):
        return []
    drafts: list[Draft] = []
    for group in _groups(scene, view, evoked, kind, others):
        draft = _find_talk(telling, sentence, evoked, kind, actors, group)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _can_act(view: View, token: int) -> bool:
    """Say whether somebody stands there, not "relations between Iran and Iraq" that grew during somebody's talks."""
    return view.link(token) is not None or view.lower[token] in codebook.word_list("delegates")


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


def _groups(scene: Scene, view: View, evoked: Evoked, kind: str, others: list[int]) -> list[list[int]]:
    """Return the other sides, apart where the words tell of several encounters: "calls to A and B", "met A and B separately"."""
    word = view.lower[evoked.trigger]
    near = {view.lower[kid] for kid in view.children(evoked.trigger, "advmod", "amod")}
    apart = word in _PLURAL or (kind == "call" and evoked.verbal) or bool(near & {"separately", "separate"})
    if not apart or len(scene.parties_of_all(view, others)) < 2:
        return [others]
    groups: dict[tuple[str, ...], list[int]] = {}
    for token in others:
        groups.setdefault(scene.parties_of(view, token), []).append(token)
    return [group for codes, group in groups.items() if codes]


def _find_talk(telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, actors: list[int], others: list[int]) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    parties = scene.parties_of_all(view, [*actors, *others])
    people = scene.people_of_all(view, [*actors, *others])
    if len(parties) == 1 and actors:
        parties, people = _complete(telling, view, evoked, parties, people, (actors, others))
    if kind == "conference" and len(parties) < _SUMMIT_PARTIES:
        parties = _complete_summit(telling, parties)
    if len(parties) < 2:
        return _recall(telling, sentence, evoked)
    if kind == "conference" and len(parties) < _SUMMIT_PARTIES and not any(map(_is_multilateral, parties)):
        kind = "meeting"
    place = find_place(scene, view, evoked.trigger, evoked.support) if kind != "call" else None
    if (_is_vague(view, evoked, people) and (place is None or place.name is None)) or _goes_on(
        telling, sentence, view, evoked, parties, [*actors, *others]
    ):
        return None
    if kind == "ceremony" and len({person.country for person in people}) < 2:
        return None
    content = Encounter(
        type=_type_of_last(telling, sentence, evoked, kind, parties),
        parties=tuple(sorted(parties)),
        participants=scene.participants(people),
        place=place,
        topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
    )
    return finish_encounter(telling, sentence, evoked, content)


def _is_vague(view: View, evoked: Evoked, people: tuple[Person, ...]) -> bool:
    """Say whether talks are only wished for, with nobody, no day and no number: "the need for close consultations"."""
    if evoked.verbal or evoked.factuality.status is not Status.PROPOSED or people:
        return False
    has_article = bool(view.children(evoked.trigger, "det", "nummod", "poss"))
    return not has_article and view.tokens[evoked.trigger].tag in {"NNS", "NNPS"}


def _goes_on(telling: Telling, sentence: SentenceView, view: View, evoked: Evoked, parties: tuple[str, ...], tokens: list[int]) -> bool:
    """Say whether "the ministers discussed" goes on with the encounter told just before, or names no two persons to make one."""
    if evoked.frame.name != "meeting.discuss":
        return False
    known = telling.last_talk(parties)
    near = known is not None and sentence.index - known.sentence <= _REACH_SENTENCES
    return near or not _are_named(view, tokens)


def _type_of_last(telling: Telling, sentence: SentenceView, evoked: Evoked, kind: str, parties: tuple[str, ...]) -> str:
    """Return ``call`` for "the conversation" or "the talks" of a call told just before, else the type as it is."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    known = telling.last_talk(parties)
    if kind != "meeting" or evoked.verbal or known is None or not isinstance(known.content, Encounter) or known.content.type != "call":
        return kind
    definite = any(view.lower[kid] in _DEFINITE for kid in view.children(evoked.trigger, "det"))
    return "call" if definite and sentence.index - known.sentence <= _REACH_SENTENCES else kind


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
        if nearby & _BY_WIRE or ("video" in nearby and nearby & {"link", "call", "conference"}):
            return "call"
    if kind == "meeting" and _is_sitting_of_organisation(view, evoked):
        return "conference"
    return kind


def _is_sitting_of_organisation(view: View, evoked: Evoked) -> bool:
    """Say whether a noun such as "meeting" is the sitting of an organisation ("a meeting of the OSCE")."""
    if evoked.verbal:
        return False
    links = [view.link(index) for index in [*view.possessors(evoked.trigger), *view.prepositional(evoked.trigger, "of")]]
    return any(link is not None and isinstance(link.mention.named, OrganisationName) for link in links)


def _fits_verb(scene: Scene, view: View, evoked: Evoked, actors: list[int], others: list[int]) -> bool:
    """Check what a verb of meeting needs: people or governments on both sides, no teams, no clause as its content."""
    name = evoked.frame.name
    if name == "meeting.receive":
        return bool(others) and bool(scene.people_of_all(view, others)) and not view.children(evoked.trigger, "xcomp", "ccomp")
    if name == "call.phone" and view.lower[evoked.trigger] in _SPOKEN:
        return bool(scene.people_of_all(view, others)) and not view.children(evoked.trigger, "ccomp", "xcomp", "oprd")
    if name == "meeting.meet":
        if view.children(evoked.trigger, "xcomp"):
            return False
        if view.lower[evoked.trigger].startswith("call") and not scene.people_of_all(view, others):
            return False  # "call on all states to …" is a demand
        named = [link.mention.named for token in [*actors, *others] if (link := view.link(token)) is not None]
        return not named or any(not isinstance(item, StateName) for item in named) or bool(scene.people_of_all(view, [*actors, *others]))
    return True


def _present(view: View, evoked: Evoked) -> list[int]:
    """Return those "in the presence of" whom an encounter took place."""
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else [])]
    nouns = [
        item for site in sites for word, item in view.prepositions(site) if word == "in" and view.lower[item] in {"presence", "attendance"}
    ]
    return [item for noun in nouns for item in [*view.prepositional(noun, "of"), *view.possessors(noun)]]


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
    other = other_of_two(scene, parties[0])
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


def _complete_summit(telling: Telling, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Add to a summit the organisation of the summit told before; a host is no party by its roof alone."""
    codes = list(parties)
    known = next(
        (
            draft.content
            for draft in reversed(telling.encounters)
            if isinstance(draft.content, Encounter) and draft.content.type == "conference"
        ),
        None,
    )
    if known is not None and not any(map(_is_multilateral, codes)):
        codes.extend(code for code in known.parties if _is_multilateral(code))
    return tuple(dict.fromkeys(codes))


def _attend(telling: Telling, sentence: SentenceView, evoked: Evoked) -> None:
    """Add those who "attended as observers" to the conference told just before."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    parties = scene.parties_of_all(view, view.subjects(evoked.trigger))
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING} or view.objects(evoked.trigger) or not parties:
        return
    known = telling.encounters[-1] if telling.encounters else None
    if (
        known is None
        or not isinstance(known.content, Encounter)
        or known.content.type != "conference"
        or sentence.index - known.sentence > 1
    ):
        return
    known.content = replace(known.content, parties=tuple(sorted({*known.content.parties, *parties})))
    known.spans.append(sentence.span)


def _recall(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Give "the meeting was held on May 18" the parties and people of the talk told last, and "the next consultations" its parties."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
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
