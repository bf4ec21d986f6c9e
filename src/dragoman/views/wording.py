"""A record told in one short line, from its fields alone.

The style is a desk's: "met: Rosa Quispe (foreign minister, PER) – Paul Zahra (prime minister, MLT), Valletta".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from dragoman.values.claim import (
    Actor,
    Encounter,
    Event,
    Figure,
    Instrument,
    Milestone,
    Participant,
    Place,
    Position,
    Project,
    Session,
    Status,
)
from dragoman.values.record import Record

__all__ = ["NameParty", "tell"]

NameParty = Callable[[str], str]
Pair = tuple[str, str] | None

_ENCOUNTERS = {"meeting": "met", "call": "spoke by phone", "negotiations": "negotiated"}
_SHARED = frozenset({"trade turnover", "companies", "passengers", "freight", "other"})  # indicators without a direction
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def tell(record: Record, name_party: NameParty, *, pair: Pair = None) -> str:
    """Return one line that tells a record, without its date.

    Args:
        record: Any kind.
        name_party: Gives the name of a code: ``dragoman.kb.state_name``.
        pair: The parties that go without saying, because the page is about them.
    """
    content = record.content
    match content:
        case Encounter():
            return _encounter(content, record.status, name_party)
        case Session():
            return _session(content, record.status, name_party, pair)
        case Instrument():
            return _instrument(content, record.status, name_party, pair)
        case Figure():
            return _figure(content, record.status, name_party, pair)
        case Project():
            return _project(content, record.status, name_party, pair)
        case Milestone():
            return _milestone(content, name_party, pair)
        case Event():
            return _event(content, record.status, name_party)
        case Position():
            of = f" to {name_party(content.of)}" if content.of else ""
            return f"{content.person}, {content.office} of {name_party(content.country)}{of}"


def _encounter(encounter: Encounter, status: Status, name_party: NameParty) -> str:
    verb = _ENCOUNTERS.get(encounter.type, encounter.type) if status is Status.OCCURRED else encounter.type
    if encounter.type == "visit":
        return _join(_headed(verb, status, _visit(encounter, name_party)), _topics(encounter.topics))
    who = _people(encounter.participants, encounter.parties, name_party)
    return _join(_headed(verb, status, who), _place(encounter.place, name_party), _topics(encounter.topics))


def _visit(visit: Encounter, name_party: NameParty) -> str:
    host = visit.place.country if visit.place else None
    host = host or next((person.country for person in visit.participants if person.role == "host"), None)
    guests = tuple(person for person in visit.participants if person.country != host and person.role != "host")
    from_parties = tuple(party for party in visit.parties if party != host)
    who = _people(guests, from_parties, name_party)
    if host is None:
        return who
    city = f", {visit.place.name}" if visit.place and visit.place.name else ""
    return f"{who} to {name_party(host)}{city}"


def _session(session: Session, status: Status, name_party: NameParty, pair: Pair) -> str:
    number = f"{_ordinal(session.number)} session of " if session.number else ""
    is_bare = status is Status.ONGOING and session.number is None
    head = session.type if is_bare else _headed("session", status, "").rstrip(": ")
    chairs = _people(session.co_chairs, (), name_party)
    parties = "" if session.co_chairs else _parties(session.parties, name_party, pair)
    return _join(f"{head}: {number}{session.body}", parties, _place(session.place, name_party), f"chaired by {chairs}" if chairs else "")


def _instrument(instrument: Instrument, status: Status, name_party: NameParty, pair: Pair) -> str:
    title = f"{instrument.count} × {instrument.title}" if instrument.count else instrument.title
    head = instrument.stage or ("under negotiation" if status is Status.ONGOING else instrument.type)
    signed = _people(instrument.signatories, (), name_party)
    by = f"by {signed}" if signed else _parties(instrument.parties, name_party, pair)
    return _join(_headed(head, status, title), by, _place(instrument.place, name_party))


def _figure(figure: Figure, status: Status, name_party: NameParty, pair: Pair) -> str:
    is_shared = figure.indicator in _SHARED
    amount = _amount(figure.value, figure.unit)
    against = f" on {figure.change_against}" if figure.change_against else ""
    change = f"{figure.change:+.1%}".replace(".0%", "%") + against if figure.change is not None else ""
    value = f"{amount} ({change})" if amount and change else amount or change
    period = f" {figure.period}" if figure.period else ""
    parties = _parties(figure.parties, name_party, pair) if is_shared else " → ".join(name_party(party) for party in figure.parties)
    return _join(_headed(f"{figure.indicator}{period}", status, value), parties)


def _project(project: Project, status: Status, name_party: NameParty, pair: Pair) -> str:
    ways = (("from", project.from_place), ("to", project.to_place), ("via", project.via))
    route = " ".join(f"{word} {place}" for word, place in ways if place and place not in project.name)
    takers = ", ".join(actor.name for actor in project.taking_part)
    stage = project.stage or (status if status is not Status.OCCURRED else "")
    head = f"{project.type} project ({stage})" if stage else f"{project.type} project"
    return _join(f"{head}: {project.name}", route, f"with {takers}" if takers else "", _parties(project.parties, name_party, pair))


def _milestone(milestone: Milestone, name_party: NameParty, pair: Pair) -> str:
    years = f"{_ordinal(milestone.ordinal)} anniversary" if milestone.ordinal else "anniversary"
    occasion = "" if milestone.occasion == "other" else f" of {milestone.occasion}"
    since = f" (since {milestone.origin})" if milestone.origin else ""
    return _join(f"{years}{occasion}{since}", _parties(milestone.parties, name_party, pair))


def _event(event: Event, status: Status, name_party: NameParty) -> str:
    arrow = " ↔ " if event.mutual else " → "
    sides = arrow.join(_actors(side, name_party) for side in (event.actors, event.recipients))
    mode = f" ({event.mode})" if event.mode else ""
    head = _headed(f"{event.type.lower()}{mode}", status, sides)
    return f"{head}: {event.content}" if event.content else head


def _headed(head: str, status: Status, rest: str) -> str:
    mark = "" if status in {Status.OCCURRED, Status.ONGOING} else f" ({status})"
    return f"{head}{mark}: {rest}"


def _people(people: Sequence[Participant], parties: Sequence[str], name_party: NameParty) -> str:
    """Return the people by country, in the order told, and the parties that nobody stands for."""
    order = dict.fromkeys(person.country for person in people)
    sides = []
    for country in order:
        side = sorted((person for person in people if person.country == country), key=lambda person: person.name is None)
        sides.append(", ".join(_person(person) for person in side))
    sides += [name_party(party) for party in parties if party not in order]
    return " – ".join(sides)


def _person(person: Participant) -> str:
    if person.name is None:
        return " ".join(part for part in (person.country, person.office or "official") if part)
    about = ", ".join(part for part in (person.office, person.country) if part)
    return f"{person.name} ({about})" if about else person.name


def _parties(parties: Sequence[str], name_party: NameParty, pair: Pair) -> str:
    if pair is not None and set(parties) == set(pair):
        return ""
    return " – ".join(name_party(party) for party in parties)


def _actors(actors: Sequence[Actor], name_party: NameParty) -> str:
    names = [name_party(actor.country) if actor.country else actor.name for actor in actors]
    return ", ".join(name for name, _ in groupby(names))


def _place(place: Place | None, name_party: NameParty) -> str:
    if place is None:
        return ""
    return place.name or (f"in {name_party(place.country)}" if place.country else "")


def _topics(topics: Sequence[str]) -> str:
    return f"on {', '.join(topics)}" if topics else ""


def _amount(value: float | None, unit: str | None) -> str:
    if value is None:
        return ""
    scale, word = next(((size, name) for size, name in _SCALES if abs(value) >= size), (1, ""))
    number = f"{value / scale:,.3f}".rstrip("0").rstrip(".")
    return " ".join(part for part in (number, word, unit) if part)


def _ordinal(number: int) -> str:
    last = number % 10 if number % 100 // 10 != 1 else 0
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


def _join(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
