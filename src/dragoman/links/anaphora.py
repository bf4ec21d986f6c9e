"""Links what points back: offices without names, "his counterpart", "he", "the two sides", "both countries"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman import kb
from dragoman.links.country_evidence import country_evidence
from dragoman.links.memory import Memory
from dragoman.links.office_meanings import office_meanings
from dragoman.links.registry import PersonDraft, Registry, is_office_of
from dragoman.values.link import Link
from dragoman.values.mention import GroupName, Mention, OfficeName, Pronoun

__all__ = ["find_peer", "link_group", "link_office", "link_pronoun"]

_OF_STATES_ALONE = frozenset({"junta", "army", "military", "cabinet", "parliament", "police", "air force", "navy", "coast guard", "regime"})
_SPEAKS_FOR_OTHERS = ("spokesperson", "press secretary")


def link_office(mention: Mention, named: OfficeName, registry: Registry, memory: Memory) -> Link:
    """Link an office named without its holder's name."""
    if named.institution:
        return _link_institution(mention, named, memory)
    if named.plural:
        return _link_plural(mention, named, registry, memory)
    find = _find_holder if named.relation is None else _find_related
    person = find(named, registry, memory)
    if person is None:
        for code in named.countries:
            memory.note_party(code)
        return Link(mention=mention, parties=named.countries)
    memory.note_person(person)
    memory.said_office = named.office
    return Link(mention=mention, parties=(person.acts_for,) if person.acts_for else named.countries, persons=(person.key,))


def _link_institution(mention: Mention, named: OfficeName, memory: Memory) -> Link:
    parties = named.countries
    if not parties and (named.definite or named.office):
        if named.plural or (named.office or "").endswith(("ministries", "governments", "delegations", "armies")):
            parties = memory.current_parties()
        else:
            code = _owner_of_institution(named, memory)
            parties = (code,) if code else ()
    for code in parties:
        memory.note_party(code)
    return Link(mention=mention, parties=parties)


def _owner_of_institution(named: OfficeName, memory: Memory) -> str | None:
    """Return whose "the foreign ministry" is: that of who acts, when a ministry or parliament of the outlet's own state may be meant.

    Otherwise, and for "the government", it is that of the state named last.
    """
    topic = memory.here[0] if memory.here else memory.subject
    of_topic = topic.acts_for if topic is not None else None
    if of_topic is not None and of_topic == memory.home and (named.office or "").endswith(("ministry", "parliament", "cabinet")):
        return of_topic
    states = [code for code in memory.here_parties if kb.is_state(code)]
    if states:
        return states[-1]
    if of_topic is not None and kb.is_state(of_topic):
        return of_topic
    if (named.office or "") in _OF_STATES_ALONE:
        return memory.home or next(iter(memory.core), None)
    return memory.here_parties[-1] if memory.here_parties else of_topic or memory.home


def _link_plural(mention: Mention, named: OfficeName, registry: Registry, memory: Memory) -> Link:
    parties = named.countries
    if not parties:
        known = _recent_holders(named.office, memory) if (named.count or 2) == 2 and not named.possessed else []
        if known:
            parties = tuple(dict.fromkeys(person.acts_for for person in known if person.acts_for))
            for person in known:
                memory.note_person(person)
            memory.plural = parties
            return Link(mention=mention, parties=parties, persons=tuple(person.key for person in known))
        if not named.definite or not (set((named.office or "side").split()) & office_meanings().stand_for_states):
            memory.plural_before = ()
            return Link(mention=mention)
        parties = memory.group if named.possessed and memory.group else memory.current_parties(named.count or 2, states=True)
    memory.group = memory.plural = parties
    people = [registry.enter_office(named, code) for code in parties] if named.office else []
    for person in people:
        memory.note_person(person)
    for code in parties:
        memory.note_party(code)
    return Link(mention=mention, parties=parties, persons=tuple(person.key for person in people))


def _recent_holders(office: str | None, memory: Memory) -> list[PersonDraft]:
    """Return the latest two persons of two countries who hold the office, in the order of mention.

    A third who meets "the two ministers" of the document's two states is not one of them.
    """
    found: list[PersonDraft] = []
    for person in reversed(memory.people):
        fits = office is None or any(is_office_of(office, held) for held in person.offices)
        third = person in memory.here and memory.core and person.acts_for not in memory.core
        if fits and not third and not person.former and person.acts_for and all(person.acts_for != other.acts_for for other in found):
            found.append(person)
        if len(found) == 2:
            return found[::-1]
    return []


def _find_holder(named: OfficeName, registry: Registry, memory: Memory) -> PersonDraft | None:
    if named.office is None:
        return None
    if named.country is not None:
        theirs = [person for person in reversed(memory.people) if person.acts_for == named.country and person.former <= named.former]
        recent = _holder_among(named.office, theirs)
        return recent or registry.enter_office(named, named.country)
    topic = [memory.subject] if memory.subject is not None else []
    near = [person for person in (*topic, *_by_nearness(named, memory)) if person.acts_for not in memory.across]
    if named.former:
        near = [person for person in near if person.former]  # "the ousted president" is not the one who speaks
    found = _holder_among(named.office, near, describe=named.definite)
    if found is not None:
        return found
    return _find_by_office(named, named.office, registry, memory) if named.definite else None


def _find_by_office(named: OfficeName, office: str, registry: Registry, memory: Memory) -> PersonDraft | None:
    """Find the holder of "the office" whom nobody near holds: anyone in the document, the only state that has it, the outlet's own."""
    known = registry.find_office(office, None, former=named.former)
    if named.former or (known is not None and known.former >= named.former):
        return known if known is not None and known.former >= named.former else None
    only = country_evidence().state_of_office.get(office)
    if only is not None:
        return registry.enter_office(named, only)
    if office not in office_meanings().of_the_outlet:
        return None
    famous = (person for person in reversed(memory.people) if not person.offices and person.name and person.acts_for)
    leader = next((person for person in famous if kb.find_leader((person.name or "").split()[-1], office, None) == person.acts_for), None)
    return leader or (registry.enter_office(named, memory.home) if memory.home else None)


def _by_nearness(named: OfficeName, memory: Memory) -> list[PersonDraft]:
    """Return the persons by recency; where the sentence has named two who hold the office, its first comes first."""
    here = [person for person in memory.here if any(is_office_of(named.office or "", held) for held in person.offices)]
    first = here[:1] if len({person.key for person in here}) > 1 else []
    return [*first, *reversed(memory.people)]


def _holder_among(office: str, people: Sequence[PersonDraft], *, describe: bool = True) -> PersonDraft | None:
    """Return the first person who holds an office, else the first whom its words describe: "the diplomat" for an ambassador."""
    held = next((person for person in people if any(is_office_of(office, one) for one in person.offices)), None)
    described = office_meanings().described_by.get(office)
    if held is not None or not describe or described is None:
        return held
    return next((person for person in people if not person.former and _is_described(person, described)), None)


def _is_described(person: PersonDraft, described: frozenset[str]) -> bool:
    """Say whether one of the offices is listed, or goes on behind a listed one: "deputy foreign minister | for consular affairs"."""
    if not described:
        return bool(person.offices)
    return any(held in described or any(held.startswith(f"{office} ") for office in described) for held in person.offices)


def find_peer(country: str | None, memory: Memory) -> PersonDraft | None:
    """Find whom "his Polish counterpart" matches: the one joined to the phrase, else the first of the sentence, else the subject.

    A spokesman is never meant while others are named, nor anyone of that state, nor a woman by "his".

    Args:
        country: The state of the counterpart, when the phrase gives it.
    """
    coming = [person for person in memory.upcoming if person.acts_for != country][:1] if memory.phrase and not memory.here else []
    known = [*([memory.beside] if memory.beside else []), *memory.here, *coming, *([memory.subject] if memory.subject else [])]
    fitting = [person for person in known if person.offices and (country is None or person.acts_for != country)]
    fitting = [person for person in fitting if memory.owner_gender is None or person.gender in {None, memory.owner_gender}]
    principals = [person for person in fitting if not person.offices[0].endswith(_SPEAKS_FOR_OTHERS)]
    return next(iter(principals or fitting), None)


def _find_related(named: OfficeName, registry: Registry, memory: Memory) -> PersonDraft | None:
    """Find "his counterpart", "the guest", "his host"."""
    speaker = memory.here[0] if memory.here else memory.subject
    if named.relation == "counterpart":
        return _find_counterpart(named, registry, memory)
    if named.country is not None:
        return _of_that_state(named.country, speaker, registry, memory)
    others = [
        person
        for person in reversed(memory.people)
        if person is not speaker and person.acts_for and (speaker is None or person.acts_for != speaker.acts_for)
    ]
    if memory.here:
        return others[0] if others else None
    if named.relation == "guest":
        return next((person for person in reversed(memory.people) if person.acts_for and person.acts_for != memory.home), None)
    return next((person for person in reversed(memory.people) if person.acts_for == memory.home), others[0] if others else None)


def _find_counterpart(named: OfficeName, registry: Registry, memory: Memory) -> PersonDraft | None:
    peer = find_peer(named.country, memory)
    if peer is None:
        return registry.enter_office(OfficeName(office=None), named.country) if named.country else None
    country = named.country or _other_country(peer, memory)
    if country is None:
        return None
    office = peer.offices[0]
    found = registry.find_office(office, country, exclude=peer)
    return found if found is not None else registry.enter_office(OfficeName(office=office), country)


def _of_that_state(country: str, speaker: PersonDraft | None, registry: Registry, memory: Memory) -> PersonDraft:
    """Return "his Vietnamese host": who of that state holds his office, else who of it was named last, else somebody without a name."""
    theirs = [person for person in reversed(memory.people) if person.acts_for == country and person is not speaker and not person.former]
    office = speaker.offices[0] if speaker is not None and speaker.offices else None
    same = next((person for person in theirs if office and any(is_office_of(office, held) for held in person.offices)), None)
    return same or (theirs[0] if theirs else registry.enter_office(OfficeName(office=office), country))


def _other_country(speaker: PersonDraft, memory: Memory) -> str | None:
    return memory.other_than(speaker.acts_for)


def link_group(mention: Mention, named: GroupName, memory: Memory) -> Link:
    """Link "the two sides", "both countries", "the former", "the latter", "its neighbour"."""
    called = office_meanings().states_called.get(named.of)
    if called is not None:
        code = memory.latest_of(called)
        return Link(mention=mention, parties=(code,) if code else ())
    parties = memory.current_parties(named.count, states=named.of == "parties")
    if named.of == "former":
        parties = parties[:1]
    elif named.of == "latter":
        parties = parties[1:2]
    elif named.of == "neighbour":
        code = next((party for party in memory.here_parties if kb.is_state(party)), memory.subject.acts_for if memory.subject else None)
        other = memory.other_than(code)
        parties = (other,) if other else ()
    persons: tuple[int, ...] = ()
    memory.group = parties if len(parties) > 1 else memory.group
    memory.plural = parties or memory.plural
    if named.of == "people":
        pair = _recent_holders(None, memory)
        if len(pair) == 2 and (len(parties) != 2 or {person.acts_for for person in pair} == set(parties)):
            persons = tuple(person.key for person in pair)
            parties = parties or tuple(person.acts_for for person in pair if person.acts_for)
    for code in parties:
        memory.note_party(code)
    return Link(mention=mention, parties=parties, persons=persons)


def link_pronoun(mention: Mention, named: Pronoun, memory: Memory) -> Link:
    """Link a pronoun: "he" to a person, "they" to the sides just named together, "its" to the last state."""
    if named.first:
        return _link_first_person(mention, named, memory)
    if named.plural:
        return Link(mention=mention, parties=memory.they())
    if named.gender == "neuter":
        codes = memory.here_parties[-1:] if memory.here_parties else []
        return Link(mention=mention, parties=tuple(codes))
    person = _find_antecedent(named, memory)
    if person is None:
        return Link(mention=mention)
    person.gender = person.gender or named.gender
    if person not in memory.here:
        memory.note_person(person)
    return Link(mention=mention, parties=(person.acts_for,) if person.acts_for else (), persons=(person.key,))


def _link_first_person(mention: Mention, named: Pronoun, memory: Memory) -> Link:
    """Link "I" to the speaker, "we" to his side, or to him and the one other he has just named: "I met X, and we signed"."""
    speaker = memory.speaker
    if speaker is None or speaker.acts_for is None:
        return Link(mention=mention)
    others = {person.acts_for for person in memory.here if person.acts_for and person.acts_for != speaker.acts_for}
    if named.plural and not named.possessive and len(others) == 1 and speaker in memory.here:
        parties = tuple(dict.fromkeys(person.acts_for for person in memory.here if person.acts_for))
        return Link(mention=mention, parties=parties)
    if not named.plural:
        if not named.possessive:
            memory.note_person(speaker)
        return Link(mention=mention, parties=(speaker.acts_for,), persons=(speaker.key,))
    return Link(mention=mention, parties=(speaker.acts_for,))


def _find_antecedent(named: Pronoun, memory: Memory) -> PersonDraft | None:
    """Find the person "he" means: the first of the sentence, else who spoke before, else the latest; never one yet to be named in it.

    "In his meeting with …, X said": "his", with nobody named before it in the sentence, is the first person to come.
    """
    coming = [person for person in memory.upcoming if person not in memory.here]
    first = coming[:1] if named.possessive and memory.phrase and not memory.here else []
    here = [person for person in memory.here if person is not memory.voice and person is not memory.apart]
    known = [*here[:1], *([memory.subject] if memory.subject else []), *reversed(memory.people)]
    candidates = (*first, *(person for person in known if person not in coming))
    others = (person for person in candidates if person is not memory.voice and person is not memory.apart)
    fitting = [person for person in others if person.gender in {None, named.gender}]
    return next((person for person in fitting if person.acts_for not in memory.across), fitting[0] if fitting else None)
