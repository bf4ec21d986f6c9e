"""Links every mention of a document: states to codes, names and offices to persons, groups to parties, times to the calendar."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman import kb
from dragoman.links.anaphora import find_peer, link_group, link_office, link_pronoun
from dragoman.links.calendar import Calendar, make_calendar
from dragoman.links.clues import acts_for_unknown
from dragoman.links.countries import guess_countries
from dragoman.links.home import find_home
from dragoman.links.main_parties import find_main_parties, is_locative
from dragoman.links.memory import Memory
from dragoman.links.registry import PersonDraft, Registry
from dragoman.links.speakers import Speakers
from dragoman.links.spokespeople import complete_spokespeople
from dragoman.links.tense import looks_ahead
from dragoman.values.document import Document
from dragoman.values.link import Link, LinkedSentence, Links
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
_NO_EVENT_FORMS = frozenset({"clock", "era"})
_DAY_CHARS = len("2022-02-09")
_MOST_OF_PEOPLE = 0.6
_SPEECH = r"(?:said|says|told|announced|added|noted|wrote|warned|stated|confirmed|explained|declared|stressed|underlined|emphasi[sz]ed)"
_SPEAKS = re.compile(rf"\s*,?\s*(?:(?:also|has|further|then)\s+)*{_SPEECH}\b", re.IGNORECASE)
_SPOKEN_BY = re.compile(rf"(?:\b(?!told\b){_SPEECH}|\baccording to)\s+(?:the\s+)?$", re.IGNORECASE)
_SPOKEN_BY_CHARS = 20
_OF_A_REGION = re.compile(
    r"\s+(?:of|in|from|across|around|within)\s+(?:the\s+|this\s+|our\s+|their\s+)?(?:\w+\s+)?"
    r"(?:region|world|area|bloc|globe|body|continent|organi[sz]ation|union|community|middle east|gulf|europe|africa|asia)\b",
    re.IGNORECASE,
)
_PLAIN_GROUP = re.compile(
    r"\b(?:the|both|these|their|its|two|our|former|latter|neighbou?ring|neighbou?r|between|larger)\s+"
    r"(?:\w+['’]s?\s+)?(?:(?:neighbou?ring|brotherly|friendly)\s+)?[\w-]+$",
    re.IGNORECASE,
)
_CONFERENCE = re.compile(r"conference of the parties$", re.IGNORECASE)  # the assembly of a treaty
_LOOK_BACK_CHARS = 20
_JOINED = re.compile(r"\s*(?:,?\s+and\s+(?:the\s+)?|[-–—])\s*")
_SAME_CLAUSE = re.compile(r"\s(?:(?!(?:that|and|when|after|as|if|because|while|for|said|says|added|hoped|thought)\b)[a-z]+\s){1,6}")
_OPENING_QUOTE = re.compile(r"[\"“«]")
_LEADS_TO_QUOTE = re.compile(rf"(?:\b(?:saying|that|adding|writing|as|{_SPEECH})\b|[:,])[\s\S]{{0,30}}$", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s*,?\s*(?:and|or|with|&|met|met with|meets|received|hosted|welcomed|called|phoned|telephoned|spoke (?:to|with|by phone with)|"
    r"(?:and|or)\s+(?:also|then|later))\s*",
    re.IGNORECASE,
)
_OPENS_WITH_PHRASE = re.compile(r"(?:In|At|During|After|Before|Following|On|Upon|For|With|Prior to|Ahead of|Since|Throughout)\s")


def link_mentions(document: Document, sentences: tuple[Sentence, ...]) -> Links:
    """Link the mentions of a document.

    Two passes: the first enters every named person, so that a country told late is known from the start, and finds the states of those for
    whom none is told; the second goes through the text with a memory for "he", "the minister", "his counterpart", "the two sides".
    """
    registry, keys = _enter_people(sentences)
    complete_spokespeople(sentences, keys)
    first_look = find_main_parties(document.text, sentences, keys)
    guess_countries(document, sentences, registry, keys, first_look.core)
    main = find_main_parties(document.text, sentences, keys)
    memory = Memory(home=find_home(document), pair=main.codes, core=main.core or _pair_of_people(keys))
    speakers = Speakers(document, sentences, registry, keys)
    linker = _Linker(document=document, registry=registry, memory=memory, calendar=make_calendar(document, sentences), speakers=speakers)
    linked = tuple(
        linker.link_sentence(position, sentence, [keys.get((position, index)) for index in range(len(sentence.mentions))])
        for position, sentence in enumerate(sentences)
    )
    persons = tuple(draft.freeze() for draft in registry)
    return Links(sentences=linked, persons=persons, pair=main.codes, home=memory.home, bilateral=main.bilateral)


def _pair_of_people(keys: Mapping[tuple[int, int], PersonDraft]) -> tuple[str, ...]:
    """Return the two countries whose people a document speaks of most, when they hold most of it."""
    counts = Counter(draft.acts_for for draft in keys.values() if draft.acts_for)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    if len(ordered) < 2 or ordered[1][1] < 2 or sum(count for _, count in ordered[:2]) < _MOST_OF_PEOPLE * counts.total():
        return ()
    return tuple(code for code, _ in ordered[:2])


def _enter_people(sentences: Sequence[Sentence]) -> tuple[Registry, dict[tuple[int, int], PersonDraft]]:
    """Enter every named person, those with a title first: a bare name may be part of one that is given in full later."""
    registry = Registry()
    keys: dict[tuple[int, int], PersonDraft] = {}
    for titled in (True, False):
        for position, sentence in enumerate(sentences):
            for index, mention in enumerate(sentence.mentions):
                if isinstance(mention.named, PersonName) and (mention.named.titled or mention.named.relation is not None) == titled:
                    keys[position, index] = registry.enter_name(mention.named)
    return registry, keys


@dataclass(frozen=True, slots=True, kw_only=True)
class _Linker:
    """The second pass: what is known of the document, and the memory that moves through it."""

    document: Document
    registry: Registry
    memory: Memory
    calendar: Calendar
    speakers: Speakers

    def link_sentence(self, position: int, sentence: Sentence, people: Sequence[PersonDraft | None]) -> LinkedSentence:
        """Link one sentence; `people` holds the person of each mention that names one."""
        text, memory = self.document.text, self.memory
        coming = tuple(person for person in people if person is not None)
        memory.begin_sentence(coming, phrase=_OPENS_WITH_PHRASE.match(text, sentence.span.start) is not None)
        memory.voice = self.speakers.of_turn(position)
        memory.speaker = memory.voice or self._quoted_speaker(position, sentence, people)
        facing = [_faced(mention, person) for mention, person in zip(sentence.mentions, people, strict=True)]
        links: list[Link] = []
        for mention, person in zip(sentence.mentions, people, strict=True):
            memory.across = (
                frozenset(code for code in facing[len(links) + 1 :] if code is not None) if facing[len(links)] is None else frozenset()
            )
            memory.owner_gender = _owner_gender(text, mention)
            memory.beside = self._beside(links, mention)
            memory.apart = self._apart(links, mention)
            link = self._link(sentence, mention, person)
            if (
                link.parties
                and len(links) == 1
                and links[0].parties
                and _JOINED.fullmatch(text, links[-1].mention.span.end, mention.span.start)
            ):
                memory.plural = tuple(dict.fromkeys((*links[-1].parties, *link.parties)))
            if link.persons and self._speaks(mention):
                memory.sayer = self.registry[link.persons[-1]]
            links.append(link)
        return LinkedSentence(sentence=sentence, links=tuple(links))

    def _beside(self, links: Sequence[Link], mention: Mention) -> PersonDraft | None:
        """Return the person joined to a phrase that begins with "his" or "her": "A and his counterpart"."""
        last = next((link for link in reversed(links) if not isinstance(link.mention.named, Pronoun)), None)
        if last is None or len(last.persons) != 1:
            return None
        gap = self.document.text[last.mention.span.end : mention.span.start]
        return self.registry[last.persons[0]] if _BESIDE.fullmatch(gap) else None

    def _apart(self, links: Sequence[Link], mention: Mention) -> PersonDraft | None:
        """Return the subject of a clause whose object is "him": "The president wrote to thank him"."""
        text = self.document.text
        if not links or len(links[-1].persons) != 1 or mention.span.cut(text) not in {"him", "her"}:
            return None
        gap = text[links[-1].mention.span.end : mention.span.start]
        return self.registry[links[-1].persons[0]] if _SAME_CLAUSE.fullmatch(gap) else None

    def _quoted_speaker(self, position: int, sentence: Sentence, people: Sequence[PersonDraft | None]) -> PersonDraft | None:
        """Return for whom the first person speaks in a quotation: who says it here, else who spoke before."""
        if not self.speakers.is_quoted(position):
            return None
        spoken = zip(sentence.mentions, people, strict=True)
        said = next((person for mention, person in spoken if person is not None and self._speaks(mention)), None)
        return said or self._named_before_quote(sentence, people) or self.memory.subject

    def _named_before_quote(self, sentence: Sentence, people: Sequence[PersonDraft | None]) -> PersonDraft | None:
        """Return who opens a sentence that quotes him further on: "X also issued a statement saying, “We …”"."""
        opening = _OPENING_QUOTE.search(self.document.text, sentence.span.start, sentence.span.end)
        if opening is None or not _LEADS_TO_QUOTE.search(self.document.text, sentence.span.start, opening.start()):
            return None
        named = zip(sentence.mentions, people, strict=True)
        return next((person for mention, person in named if person is not None and mention.span.end <= opening.start()), None)

    def _speaks(self, mention: Mention) -> bool:
        text, start, end = self.document.text, mention.span.start, mention.span.end
        return _SPEAKS.match(text, end) is not None or _SPOKEN_BY.search(text, max(0, start - _SPOKEN_BY_CHARS), start) is not None

    def _link(self, sentence: Sentence, mention: Mention, person: PersonDraft | None) -> Link:
        memory = self.memory
        match mention.named:
            case PersonName() as named:
                return _link_person(mention, named, person or self.registry.enter_name(named), memory)
            case OfficeName() as named:
                return self._link_office(sentence, mention, named)
            case GroupName() as named:
                if not self._is_loose(mention, named):
                    return link_group(mention, named, memory)
                memory.plural_before = ()
                return Link(mention=mention)
            case Pronoun() as named:
                return link_pronoun(mention, named, memory)
            case TimeExpression() as named:
                return self._link_time(sentence, mention, named)
            case PlaceName(country=country):
                return Link(mention=mention, parties=(country,) if country and kb.is_party(country) else ())
            case _:
                return self._link_named_party(mention)

    def _link_office(self, sentence: Sentence, mention: Mention, named: OfficeName) -> Link:
        """Link an office; "our" gives it the speaker's state, "its" the one that the sentence named first."""
        memory = self.memory
        if not named.countries:
            owner = None
            if memory.speaker is not None and self._is_ours(mention):
                owner = memory.speaker.acts_for
            elif not (named.institution or named.relation or named.plural) and self.document.text.startswith(
                ("its ", "Its "), mention.span.start
            ):
                owner = next((code for code in memory.here_parties if kb.is_party(code)), None)
            if owner is not None:
                named = replace(named, country=owner, countries=(owner,))
            elif self._is_elsewhere(sentence, mention):
                return Link(mention=mention)
        return link_office(mention, named, self.registry, memory)

    def _is_ours(self, mention: Mention) -> bool:
        return self.document.text[mention.span.start : mention.span.start + 4].lower() in {"our ", "my m", "my f", "my p"}

    def _is_elsewhere(self, sentence: Sentence, mention: Mention) -> bool:
        begins = {other.span.start for other in sentence.mentions if not isinstance(other.named, PlaceName)}
        return acts_for_unknown(self.document.text, mention.span, begins)

    def _is_loose(self, mention: Mention, named: GroupName) -> bool:
        """Say whether a group is no pair that was named: "the countries of the region", "other countries", "European parties"."""
        text = self.document.text
        if _OF_A_REGION.match(text, mention.span.end):
            return True
        start = max(0, mention.span.start - _LOOK_BACK_CHARS)
        words = text[start : mention.span.end]
        return named.count is None and (_PLAIN_GROUP.search(words) is None or _CONFERENCE.search(words) is not None)

    def _link_named_party(self, mention: Mention) -> Link:
        """Link what carries its codes; a capital behind "in" is a place, no party to remember."""
        match mention.named:
            case StateName(code=code, form=form):
                codes: tuple[str, ...] = (code,)
                if form is StateForm.CAPITAL and is_locative(self.document.text, mention):
                    return Link(mention=mention, parties=codes)
                if form is StateForm.PEOPLE:
                    self.memory.plural = codes
            case OrganisationName(code=code):
                codes = (code,) if code else ()
            case InstrumentName(countries=codes) | BodyName(countries=codes):
                pass
            case _:
                codes = ()
        for code in codes:
            self.memory.note_party(code)
        return Link(mention=mention, parties=codes)

    def _link_time(self, sentence: Sentence, mention: Mention, named: TimeExpression) -> Link:
        """Lay a time on the calendar; a date that only dates its noun ("the 2015 deal") is never the day of what is being told."""
        memory, calendar = self.memory, self.calendar
        ahead = looks_ahead(self.document.text, sentence.span, mention.span)
        named = self._in_the_told_year(mention, named, future=ahead)
        future = True if named.direction == "future" else ahead
        event = memory.event_day if named.unit in {None, "day"} else memory.event_time or memory.event_day
        counts_days = named.unit not in {"year", "month"}
        starts_from_nothing = event is None and named.form == "relative" and (named.offset or 0) > 0  # "ten years later" of what?
        if named.from_event and not starts_from_nothing and (event is None or (counts_days and len(event) < _DAY_CHARS)):
            event = calendar.report_day or event
        if named.form == "duration":
            return Link(mention=mention, bound=calendar.bound(named, event=event, future=future))
        when = calendar.lay(named, event=event, future=future, told=memory.told_date)
        if when is None or named.form in _NO_EVENT_FORMS:
            return Link(mention=mention, bound=when)
        if when.edtf[:4].isdigit():
            memory.told_date = when.edtf
        if named.form in _EVENT_FORMS and not named.attribute:
            memory.event_time = when.edtf
            if len(when.edtf) == _DAY_CHARS:
                memory.event_day = when.edtf
        return Link(mention=mention, when=when)

    def _in_the_told_year(self, mention: Mention, named: TimeExpression, *, future: bool | None) -> TimeExpression:
        """Read "by the end of the year" behind "in June 1941" as the end of that year, where the words speak of the past."""
        told = self.memory.event_time or ""
        earlier = self.calendar.year is not None and told[:4].isdigit() and int(told[:4]) < self.calendar.year
        plain = named.form == "relative" and named.unit == "year" and named.offset == 0 and not named.from_event and named.months is None
        if plain and earlier and future is False and mention.span.cut(self.document.text).endswith("the year"):
            return replace(named, form="same", from_event=True)
        return named


def _owner_gender(text: str, mention: Mention) -> str | None:
    """Return the gender that "his" or "her" at the beginning of a phrase tells of its owner."""
    return {"his ": "male", "her ": "female"}.get(text[mention.span.start : mention.span.start + 4].lower())


def _faced(mention: Mention, person: PersonDraft | None) -> str | None:
    """Return the state of "his French counterpart" and "her Thai host X": the other side than whoever "his" means."""
    match mention.named:
        case OfficeName(relation=str(), country=str(code)):
            return code
        case PersonName(relation=str()) if person is not None:
            return person.acts_for
        case _:
            return None


def _link_person(mention: Mention, named: PersonName, draft: PersonDraft, memory: Memory) -> Link:
    """Link a name; "his counterpart X" holds the office of the person the sentence began with, unless another is told."""
    if named.relation == "counterpart" and not draft.offices:
        antecedent = find_peer(draft.acts_for, memory)
        if antecedent is not None and antecedent is not draft:
            draft.offices.append(_office_of_counterpart(memory, antecedent))
    memory.note_person(draft)
    return Link(mention=mention, parties=(draft.acts_for,) if draft.acts_for else (), persons=(draft.key,))


def _office_of_counterpart(memory: Memory, antecedent: PersonDraft) -> str:
    """Return the office a counterpart has: that of the person met, by the words the sentence uses for him.

    "The Iraqi minister met his Azerbaijani counterpart" makes the counterpart a minister even when the text told before that the guest is a
    deputy minister.
    """
    office = antecedent.offices[0]
    if memory.said_office == "minister" and office.startswith("deputy ") and office.endswith("minister"):
        return office.removeprefix("deputy ")
    return office
