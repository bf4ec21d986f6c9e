"""Links every mention of a document: states to codes, names and offices to persons, groups to parties, times to the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman import kb
from dragoman.links.anaphora import link_group, link_office, link_pronoun
from dragoman.links.calendar import Calendar, make_calendar
from dragoman.links.countries import guess_countries
from dragoman.links.home import find_home
from dragoman.links.memory import Memory
from dragoman.links.registry import PersonDraft, Registry
from dragoman.links.tense import looks_ahead
from dragoman.values.document import Document
from dragoman.values.link import Link, LinkedSentence, Links, When
from dragoman.values.mention import (
    BodyName,
    GroupName,
    InstrumentName,
    Mention,
    OfficeName,
    OrganisationName,
    PersonName,
    PlaceName,
    Pronoun,
    Sentence,
    StateForm,
    StateName,
    TimeExpression,
)

__all__ = ["link_mentions"]

_EVENT_FORMS = frozenset({"date", "weekday", "relative", "same", "interval"})
_DAY_CHARS = len("2022-02-09")
_LEAD_SENTENCES = 2
_LEAD_WEIGHT = 3
_BILATERAL_SHARE = 0.6
_LEAST_NAMED = 3  # a state named once or twice is not what a text is about


def link_mentions(document: Document, sentences: tuple[Sentence, ...]) -> Links:
    """Link the mentions of a document.

    Two passes: the first enters every named person and office of a state, so that a country told late is known from the start; the second
    goes through the text with a memory for "he", "the minister", "his counterpart", "the two sides".
    """
    home = find_home(document)
    pair, bilateral = _main_parties(sentences)
    registry, keys = _enter_people(sentences)
    guess_countries(document, sentences, registry, keys, pair[:2] if bilateral else ())
    calendar = make_calendar(document, sentences)
    memory = Memory(home=home, pair=pair, core=pair[:2] if bilateral else _pair_of_people(keys))
    linked: list[LinkedSentence] = []
    for position, sentence in enumerate(sentences):
        memory.begin_sentence()
        links = tuple(
            _link(document, sentence, mention, keys.get((position, index)), registry, memory, calendar)
            for index, mention in enumerate(sentence.mentions)
        )
        linked.append(LinkedSentence(sentence=sentence, links=links))
    return Links(sentences=tuple(linked), persons=tuple(draft.freeze() for draft in registry), pair=pair, home=home, bilateral=bilateral)


def _main_parties(sentences: Sequence[Sentence]) -> tuple[tuple[str, ...], bool]:
    """Return the parties by how often they are named, headline and lead counting more, and whether the first two hold most of it."""
    counts: Counter[str] = Counter()
    for position, sentence in enumerate(sentences):
        weight = _LEAD_WEIGHT if position < _LEAD_SENTENCES else 1
        for mention in sentence.mentions:
            for code in _codes(mention):
                counts[code] += weight
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    bilateral = (
        len(ordered) > 1 and ordered[1][1] >= _LEAST_NAMED and sum(count for _, count in ordered[:2]) >= _BILATERAL_SHARE * counts.total()
    )
    return tuple(code for code, _ in ordered), bilateral


def _pair_of_people(keys: dict[tuple[int, int], PersonDraft]) -> tuple[str, ...]:
    """Return the two countries whose people a document speaks of most, when they hold most of it."""
    counts = Counter(draft.acts_for for draft in keys.values() if draft.acts_for)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    if len(ordered) < 2 or ordered[1][1] < 2 or sum(count for _, count in ordered[:2]) < _BILATERAL_SHARE * counts.total():  # noqa: PLR2004 - a pair
        return ()
    return tuple(code for code, _ in ordered[:2] if code is not None)


def _codes(mention: Mention) -> tuple[str, ...]:
    match mention.named:
        case StateName(code=code):
            return (code,)
        case OrganisationName(code=str(code)):
            return (code,)
        case PersonName(country=str(code)):
            return (code,)
        case OfficeName(countries=codes) | InstrumentName(countries=codes) | BodyName(countries=codes):
            return codes
        case _:
            return ()


def _enter_people(sentences: Sequence[Sentence]) -> tuple[Registry, dict[tuple[int, int], PersonDraft]]:
    registry = Registry()
    keys: dict[tuple[int, int], PersonDraft] = {}
    for titled in (True, False):
        for position, sentence in enumerate(sentences):
            for index, mention in enumerate(sentence.mentions):
                if isinstance(mention.named, PersonName) and (mention.named.titled or mention.named.relation is not None) == titled:
                    keys[position, index] = registry.enter_name(mention.named)
    return registry, keys


def _link(
    document: Document,
    sentence: Sentence,
    mention: Mention,
    person: PersonDraft | None,
    registry: Registry,
    memory: Memory,
    calendar: Calendar,
) -> Link:
    named = mention.named
    match named:
        case PersonName():
            return _link_person(mention, named, person, registry, memory)
        case StateName(code=code):
            if named.form is not StateForm.CAPITAL or not _is_place(document.text, mention):
                memory.note_party(code)
            return Link(mention=mention, parties=(code,))
        case OrganisationName(code=code):
            if code is not None:
                memory.note_party(code)
            return Link(mention=mention, parties=(code,) if code else ())
        case OfficeName():
            return link_office(mention, named, registry, memory)
        case GroupName():
            return link_group(mention, named, memory)
        case Pronoun():
            return link_pronoun(mention, named, memory)
        case InstrumentName(countries=codes) | BodyName(countries=codes):
            for code in codes:
                memory.note_party(code)
            return Link(mention=mention, parties=codes)
        case TimeExpression():
            return Link(mention=mention, when=_lay(document, sentence, mention, named, memory, calendar))
        case PlaceName(country=country):
            return Link(mention=mention, parties=(country,) if country and kb.is_party(country) else ())
        case _:
            return Link(mention=mention)


def _is_place(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.span.start - 14) : mention.span.start].lower().split()
    return bool(before) and before[-1] in {"in", "at", "near", "to", "from", "outside", "via"}


def _link_person(mention: Mention, named: PersonName, person: PersonDraft | None, registry: Registry, memory: Memory) -> Link:
    draft = person if person is not None else registry.enter_name(named)
    if named.relation == "counterpart" and not draft.offices:
        antecedent = (
            next((other for other in reversed(memory.here or memory.people) if other is not draft and other.offices), None)
            or memory.subject
        )
        if antecedent is not None and antecedent.offices:
            draft.offices.append(memory_office(memory, antecedent))
    memory.note_person(draft)
    return Link(mention=mention, parties=(draft.acts_for,) if draft.acts_for else (), persons=(draft.key,))


def memory_office(memory: Memory, antecedent: PersonDraft) -> str:
    """Return the office a counterpart has: that of the person met, by the words the sentence uses for him.

    "The Iraqi minister met his Azerbaijani counterpart" makes the counterpart a minister even when the text told before that the guest is a
    deputy minister.
    """
    office = antecedent.offices[0]
    said = memory.said_office
    if said == "minister" and office.startswith("deputy ") and office.endswith("minister"):
        return office.removeprefix("deputy ")
    return office


def _lay(
    document: Document, sentence: Sentence, mention: Mention, named: TimeExpression, memory: Memory, calendar: Calendar
) -> When | None:
    """Lay a time on the calendar; a date that only dates its noun ("the 2015 deal") is never the day of what is being told."""
    event = memory.event_day if named.unit in {None, "day"} else memory.event_time or memory.event_day
    if named.from_event and (event is None or len(event) < _DAY_CHARS):
        event = calendar.report_day or event
    future = True if named.direction == "future" else looks_ahead(document.text, sentence.span, mention.span)
    when = calendar.lay(named, event=event, future=future, told=memory.told_date)
    if when is None:
        return None
    if when.edtf[:4].isdigit():
        memory.told_date = when.edtf
    if named.form in _EVENT_FORMS and not named.attribute:
        memory.event_time = when.edtf
        if len(when.edtf) == _DAY_CHARS:
            memory.event_day = when.edtf
    return when
