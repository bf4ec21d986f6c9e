"""What a reader keeps in mind from sentence to sentence: the pair being told about, who spoke last, the day of the event."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman import kb
from dragoman.links.registry import PersonDraft

__all__ = ["Memory"]

_MOST_SENTENCES = 8
_MOST_PEOPLE = 40  # who was named longer ago is not meant by "he" or "the minister"
_MOST_PARTIES = 6  # a sentence that names more lists states; "the parties" means others


def _states(codes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(code for code in codes if kb.is_state(code))


@dataclass(slots=True, kw_only=True)
class Memory:
    """The document's memory while its mentions are linked, in order.

    Attributes:
        home: The state of the outlet or dateline.
        pair: The parties of the document, most named first.
        core: The two parties the document is about, or none.
        told: The parties of each earlier sentence that named two or more.
        group: The parties of the latest group ("the five presidents"), for "their ministers".
        plural: What "they" means in the present sentence: the latest group, plural office, or parties joined by "and".
        plural_before: The same for the sentence before.
        people: Persons by recency, the latest last.
        subject: Who spoke in the sentence before, else the first person it named.
        sayer: Who speaks in the present sentence.
        upcoming: The persons the present sentence names, in order, those still to come included.
        phrase: The present sentence opens with a phrase that stands before its subject.
        here: Persons of the present sentence in order.
        here_parties: Parties of the present sentence in order.
        event_day: EDTF of the latest day told.
        event_time: EDTF of the latest date told, of any length.
        told_date: The latest date with its year in the present sentence.
        speaker: For whom "I" and "we" speak in the present sentence.
        voice: Whose turn it is in a transcript or speech: "he" and "she" never mean this person.
        across: States of "his French counterpart" still to come in the present sentence: who is named before it acts for another state.
        owner_gender: The gender of "his" or "her" in the phrase that is being linked, or None.
        beside: The person joined to that phrase: "A and his counterpart", "between A and his counterpart", "A met his counterpart".
        apart: The subject of the clause in which "him" is an object: "him" is somebody else.
        said_office: The office by which the latest person was called when no name was used ("the minister").
    """

    home: str | None
    pair: tuple[str, ...]
    core: tuple[str, ...] = ()
    told: list[tuple[str, ...]] = field(default_factory=list)
    group: tuple[str, ...] = ()
    plural: tuple[str, ...] = ()
    plural_before: tuple[str, ...] = ()
    people: list[PersonDraft] = field(default_factory=list)
    subject: PersonDraft | None = None
    sayer: PersonDraft | None = None
    upcoming: tuple[PersonDraft, ...] = ()
    phrase: bool = False
    here: list[PersonDraft] = field(default_factory=list)
    here_parties: list[str] = field(default_factory=list)
    event_day: str | None = None
    event_time: str | None = None
    told_date: str | None = None
    owner_gender: str | None = None
    beside: PersonDraft | None = None
    apart: PersonDraft | None = None
    said_office: str | None = None
    speaker: PersonDraft | None = None
    voice: PersonDraft | None = None
    across: frozenset[str] = frozenset()

    def begin_sentence(self, upcoming: tuple[PersonDraft, ...] = (), *, phrase: bool = False) -> None:
        """Close the sentence before and open one that names the persons `upcoming` and may open with a phrase ("In his meeting …")."""
        if self.here:
            kept = self.subject is not None and self.subject in self.here and self.here[0].name is None
            self.subject = self.sayer or (self.subject if kept else self.here[0])
            self.plural_before = self.plural or self._two_sides()
        else:
            self.plural_before = self.plural
        self.plural = ()
        self.sayer = None
        self.upcoming = upcoming
        self.phrase = phrase
        told = tuple(dict.fromkeys(self.here_parties))
        if len(told) > 1:
            self.told = [*self.told[-_MOST_SENTENCES:], told]
        self.here = []
        self.here_parties = []
        self.said_office = None
        self.told_date = None

    def note_person(self, person: PersonDraft) -> None:
        """Remember that a person was just mentioned."""
        if person in self.people:
            self.people.remove(person)
        self.people = [*self.people[-_MOST_PEOPLE:], person]
        self.here.append(person)
        if person.acts_for:
            self.here_parties.append(person.acts_for)

    def _two_sides(self) -> tuple[str, ...]:
        """Return the parties of the persons of the present sentence when they are two."""
        codes = tuple(dict.fromkeys(person.acts_for for person in self.here if person.acts_for))
        return codes if len(codes) == 2 else ()

    def they(self) -> tuple[str, ...]:
        """Return the parties that "they" means: a plural or two people of this sentence, else of the one before, else none."""
        return self.plural or self._two_sides() or self.plural_before

    def note_party(self, code: str) -> None:
        """Remember that a party was just named."""
        self.here_parties.append(code)

    def current_parties(self, count: int | None = None, *, states: bool = False) -> tuple[str, ...]:
        """Return the parties that "the two sides" means.

        Those of this sentence so far; for a counted group, those of the latest sentence that named as many; the document's core pair,
        unless the sentence before was about two others; then whatever two or more were named last.

        Args:
            count: 2 for "the two"; None for "the parties".
            states: True for "countries" and offices, which organisations are not and do not have.
        """
        here, *earlier = [tuple(dict.fromkeys(self.here_parties)), *reversed(self.told)]
        core = _states(self.core) if states else self.core
        sets = [_states(source) if states or len(_states(source)) > 1 else source for source in (here, *earlier)]
        if len(sets[0]) == (count or 2):
            return sets[0]
        if count is not None and count > len(core or sets[0][:2]):
            return next((parties for parties in sets if len(parties) == count), ())
        last = sets[1] if len(sets) > 1 else ()
        if len(core) == 2 and not (len(last) == 2 and not set(last) & set(core)):
            return core
        for parties in sets:
            if 1 < len(parties) <= _MOST_PARTIES and (count is None or len(parties) == count):
                return parties
        return next((parties[: count or 2] for parties in (*sets, self.pair) if len(parties) > 1), ())

    def latest_of(self, codes: frozenset[str]) -> str | None:
        """Return the party among `codes` that was named last, here, in the sentences before, or in the document as a whole."""
        named = (*reversed(self.here_parties), *(code for parties in reversed(self.told) for code in reversed(parties)), *self.pair)
        return next((code for code in named if code in codes), None)

    def other_than(self, code: str | None) -> str | None:
        """Return the other party of the pair being told about."""
        for parties in (tuple(dict.fromkeys(self.here_parties)), self.core, *reversed(self.told), self.pair[:2]):
            rest = [party for party in parties if party != code]
            if code in parties and rest:
                return rest[0]
        return None
