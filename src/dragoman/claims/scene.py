"""The text a rule looks at: the document, its links, one tree after another, and which parties and people a token stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman import kb
from dragoman.claims.view import View
from dragoman.values.claim import Participant, Place
from dragoman.values.document import Document
from dragoman.values.link import Link, LinkedSentence, Links, Person
from dragoman.values.mention import (
    BodyName,
    GroupName,
    InstrumentName,
    OfficeName,
    OrganisationName,
    PersonName,
    PlaceName,
    Pronoun,
    Quantity,
    StateForm,
    StateName,
    TimeExpression,
)
from dragoman.values.span import Span

__all__ = ["Scene", "SentenceView"]

_LOCATIVE = frozenset({"in", "at", "near", "to", "into", "outside", "from", "around"})
_NO_PARTY = (TimeExpression, Quantity, PlaceName, InstrumentName, BodyName)
_INNER = ("amod", "compound", "nmod", "poss", "appos", "nummod")
_INNER_PREPOSITIONS = frozenset({"of", "from", "between", "among", "for"})
_DEEPEST = 4


@dataclass(frozen=True, slots=True, eq=False)
class SentenceView:
    """One sentence of the document with its grammar, when it was parsed."""

    index: int
    linked: LinkedSentence
    view: View | None

    @property
    def span(self) -> Span:
        """Return where the sentence stands."""
        return self.linked.sentence.span


@dataclass(slots=True, kw_only=True, eq=False)
class Scene:
    """A document under the eyes of the rules."""

    document: Document
    links: Links
    sentences: tuple[SentenceView, ...]
    people: dict[int, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.people = {person.key: person for person in self.links.persons}

    def text(self, span: Span) -> str:
        """Return the words at a span."""
        return span.cut(self.document.text)

    def parties_of(self, view: View, index: int, depth: int = 0) -> tuple[str, ...]:
        """Return the codes a token stands for: its own, else those of its nationality, its owner, "of", "from" and "between"."""
        link = view.link(index)
        if link is not None and not isinstance(link.mention.named, _NO_PARTY):
            codes = list(link.parties)
            speaker = self._speaker(view, index, link)
            if not codes and speaker is not None and depth < _DEEPEST:
                codes.extend(self.parties_of(view, speaker, depth + 1))
            if not codes and isinstance(link.mention.named, OfficeName) and not link.mention.named.institution and depth < _DEEPEST:
                codes.extend(
                    code for word, item in view.prepositions(index) if word == "of" for code in self.parties_of(view, item, depth + 1)
                )
            for kid in view.children(index, "appos"):
                codes.extend(self.parties_of(view, kid, depth + 1) if not codes and depth < _DEEPEST else ())
            return tuple(dict.fromkeys(codes))
        if depth >= _DEEPEST or (link is not None and not isinstance(link.mention.named, BodyName)):
            return ()
        codes = []
        for kid in view.children(index, *_INNER):
            for item in view.conjuncts(kid):
                codes.extend(self.parties_of(view, item, depth + 1))
        if not codes:
            for word, item in view.prepositions(index):
                if word in _INNER_PREPOSITIONS:
                    codes.extend(self.parties_of(view, item, depth + 1))
                    codes.extend(self._seat_of(view, index, item) if not codes else ())
        return tuple(dict.fromkeys(codes))

    def _seat_of(self, view: View, index: int, office: int) -> tuple[str, ...]:
        """Return the state in which an institution without a state has its seat: "a team from the Commerce Ministry in Bangkok"."""
        link = view.link(office)
        if link is None or not isinstance(link.mention.named, OfficeName) or not link.mention.named.institution:
            return ()
        seats = [view.link(item) for site in (index, office) for word, item in view.prepositions(site) if word == "in"]
        return tuple(code for seat in seats if seat is not None and isinstance(seat.mention.named, StateName) for code in seat.parties)

    def _speaker(self, view: View, index: int, link: Link) -> int | None:
        """Return who says "I" or "we" in direct speech whose speaker the same sentence names."""
        return view.speaker_of(index) if isinstance(link.mention.named, Pronoun) and link.mention.named.first else None

    def parties_of_all(self, view: View, indices: Iterable[int]) -> tuple[str, ...]:
        """Return the codes several tokens stand for, in order, once."""
        return tuple(dict.fromkeys(code for index in indices for code in self.parties_of(view, index)))

    def parties_here(self, sentence: SentenceView) -> tuple[str, ...]:
        """Return the codes a sentence names or points back to, in order; capitals and towns that are only places are left out."""
        codes: list[str] = []
        for link in sentence.linked.links:
            named = link.mention.named
            is_capital = isinstance(named, StateName) and named.form is StateForm.CAPITAL
            if isinstance(named, PlaceName | TimeExpression) or (is_capital and self.is_locative(link)):
                continue
            codes.extend(code for code in link.parties if kb.is_party(code))
        return tuple(dict.fromkeys(codes))

    def is_locative(self, link: Link) -> bool:
        """Say whether a mention follows "in", "at" or the like."""
        before = self.document.text[max(0, link.mention.span.start - 10) : link.mention.span.start].lower().split()
        return bool(before) and before[-1] in _LOCATIVE

    def parties_below(self, view: View, index: int) -> tuple[str, ...]:
        """Return every code named at or below a token, in order."""
        found: list[str] = []
        for item in view.subtree(index):
            link = view.link(item)
            if link is not None and not isinstance(link.mention.named, _NO_PARTY):
                found.extend(link.parties)
        return tuple(dict.fromkeys(found))

    def people_of(self, view: View, index: int) -> tuple[Person, ...]:
        """Return the persons a token stands for, those in apposition too."""
        found: list[Person] = []
        for item in (index, *view.children(index, "appos")):
            link = view.link(item)
            if link is not None and isinstance(link.mention.named, PersonName | OfficeName | Pronoun | GroupName):
                found.extend(self.people[key] for key in link.persons)
                speaker = self._speaker(view, item, link)
                spoken = view.link(speaker) if speaker is not None and not link.persons else None
                found.extend(self.people[key] for key in (spoken.persons if spoken is not None else ()))
        return tuple(dict.fromkeys(found))

    def people_of_all(self, view: View, indices: Iterable[int]) -> tuple[Person, ...]:
        """Return the persons several tokens stand for, in order, once."""
        return tuple(dict.fromkeys(person for index in indices for person in self.people_of(view, index)))

    def participants(self, people: Iterable[Person]) -> tuple[Participant, ...]:
        """Return persons as participants."""
        return tuple(
            Participant(name=person.name, office=person.offices[0] if person.offices else None, country=person.country)
            for person in people
            if person.name or person.offices
        )

    def place_of(self, link: Link) -> Place | None:
        """Return the place a mention names, None when it names none."""
        named = link.mention.named
        if isinstance(named, PlaceName):
            return Place(name=named.name, country=named.country, lat=named.lat, lon=named.lon)
        if isinstance(named, StateName):
            if named.form is StateForm.CAPITAL:
                name = self.text(link.mention.span)
                hits = kb.gazetteer().find(name, countries=(named.code,))
                best = hits[0] if hits and hits[0].country == named.code else None
                return Place(name=name, country=named.code, lat=best.lat if best else None, lon=best.lon if best else None)
            if named.form is StateForm.NAME and kb.capital_of(named.code) == self.text(link.mention.span):
                return self._city_state(named.code)
            if named.form is StateForm.NAME:
                return Place(name=None, country=named.code)
        return None

    def _city_state(self, code: str) -> Place:
        """Return the town whose name is its state's: Singapore."""
        name = kb.capital_of(code) or ""
        hits = kb.gazetteer().find(name, countries=(code,))
        return Place(name=name, country=code, lat=hits[0].lat if hits else None, lon=hits[0].lon if hits else None)

    def dateline_town(self, country: str) -> Place | None:
        """Return the town of the dateline when it lies in `country`."""
        town = self.document.dateline_place
        if town is None or not kb.is_state(country):
            return None
        first = town.split(",")[0].strip()
        hits = kb.gazetteer().find(first.title() if first.isupper() else first, countries=(country,))
        best = hits[0] if hits and hits[0].country == country else None
        return Place(name=best.name, country=best.country, lat=best.lat, lon=best.lon) if best is not None else None

    def here(self) -> Place | None:
        """Return the town of the dateline, in whichever of the text's own states it lies: what "here" means."""
        codes = dict.fromkeys([*([self.links.home] if self.links.home is not None else []), *self.links.pair])
        return next((town for code in codes if (town := self.dateline_town(code)) is not None), None)

    def is_place_use(self, view: View, index: int) -> bool:
        """Say whether a token stands where a place stands: under "in", "at", "near", "to"."""
        head = view.head(index)
        while view.relation(index) == "conj" and head != index:
            index, head = head, view.head(head)
        return view.relation(index) == "pobj" and view.lower[head] in _LOCATIVE

    def is_organisation(self, link: Link) -> bool:
        """Say whether a mention names an organisation."""
        return isinstance(link.mention.named, OrganisationName)
