"""Lists what the words of a text mean, for readers who want times and places rather than claims."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.values.document import Document
from dragoman.values.link import Link, Links, Person
from dragoman.values.mention import OrganisationName, PersonName, PlaceName, StateForm, StateName, TimeExpression
from dragoman.values.reading import MentionKind, ReadMention

__all__ = ["list_mentions"]

_DAY_CHARS = len("2022-02-09")


def list_mentions(document: Document, links: Links) -> tuple[ReadMention, ...]:
    """Return the times, places, states, organisations and persons of a document with what they mean, in the order of the text.

    A capital counts as a place, also where it stands for its government; `country` then says for which. Offices without a name, pronouns,
    groups, bodies and written acts are left out.
    """
    return tuple(
        read for sentence in links.sentences for link in sentence.links if (read := _read(document, link, links.persons)) is not None
    )


def _read(document: Document, link: Link, persons: Sequence[Person]) -> ReadMention | None:
    match link.mention.named:
        case TimeExpression() as named:
            return _read_time(document, link, named)
        case PlaceName(name=name, country=country, lat=lat, lon=lon):
            return _make(document, link, MentionKind.PLACE, name, country=country, lat=lat, lon=lon)
        case StateName(code=code, form=StateForm.CAPITAL):
            return _read_capital(document, link, code)
        case StateName(code=code):
            return _make(document, link, MentionKind.STATE, code)
        case OrganisationName(code=acronym, name=name):
            return _make(document, link, MentionKind.ORGANISATION, acronym or name)
        case PersonName() as named:
            person = persons[link.persons[0]] if link.persons else None
            if person is None:
                return _make(document, link, MentionKind.PERSON, named.name)
            office = next(iter(person.offices), None)
            return _make(document, link, MentionKind.PERSON, person.name or named.name, country=person.country, office=office)
        case _:
            return None


def _read_time(document: Document, link: Link, named: TimeExpression) -> ReadMention:
    when = link.when or link.bound
    if named.form == "duration" and when is None and named.edtf is None and named.weekday is None:
        return _make(document, link, MentionKind.DURATION, named.length)
    value = None if when is None else when.edtf
    if named.clock is not None:
        value = f"{value}T{named.clock}" if value is not None and len(value) == _DAY_CHARS else value
    return _make(document, link, MentionKind.TIME, value)


def _read_capital(document: Document, link: Link, code: str) -> ReadMention:
    from dragoman import kb  # noqa: PLC0415 - the tables are loaded by the stages, not by importing the pipeline

    words = link.mention.span.cut(document.text)
    place = next((place for place in kb.gazetteer().find(words) if place.country == code and place.kind == "capital"), None)
    if place is None:
        return _make(document, link, MentionKind.PLACE, words, country=code)
    return _make(document, link, MentionKind.PLACE, words, country=code, lat=place.lat, lon=place.lon)


def _make(  # noqa: PLR0913 - one keyword for each field
    document: Document,
    link: Link,
    kind: MentionKind,
    value: str | None,
    *,
    country: str | None = None,
    office: str | None = None,
    lat: float | None = None,
    lon: float | None = None,
) -> ReadMention:
    span = link.mention.span
    text = span.cut(document.text)
    return ReadMention(start=span.start, end=span.end, text=text, kind=kind, value=value, country=country, office=office, lat=lat, lon=lon)
