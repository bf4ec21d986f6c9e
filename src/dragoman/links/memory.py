"""What a reader keeps in mind from sentence to sentence: the pair being told about, who spoke last, the day of the event."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.links.registry import PersonDraft

__all__ = ["Memory"]


@dataclass(slots=True, kw_only=True)
class Memory:
    """The document's memory while its mentions are linked, in order.

    Attributes:
        home: The state of the outlet or dateline.
        pair: The parties of the document, most named first.
        parties: The parties of the latest sentence that named two or more.
        people: Persons by recency, the latest last.
        subject: The first person of the sentence before, or of this one once it is reached.
        here: Persons of the present sentence in order.
        here_parties: Parties of the present sentence in order.
        event_day: EDTF of the latest date told.
        said_office: The office by which the latest person was called when no name was used ("the minister").
    """

    home: str | None
    pair: tuple[str, ...]
    parties: tuple[str, ...] = ()
    people: list[PersonDraft] = field(default_factory=list)
    subject: PersonDraft | None = None
    here: list[PersonDraft] = field(default_factory=list)
    here_parties: list[str] = field(default_factory=list)
    event_day: str | None = None
    said_office: str | None = None

    def begin_sentence(self) -> None:
        """Close the sentence before and open a new one."""
        if self.here:
            self.subject = self.here[0]
        told = tuple(dict.fromkeys(self.here_parties))
        if len(told) > 1:
            self.parties = told
        self.here = []
        self.here_parties = []
        self.said_office = None

    def note_person(self, person: PersonDraft) -> None:
        """Remember that a person was just mentioned."""
        if person in self.people:
            self.people.remove(person)
        self.people.append(person)
        self.here.append(person)
        if person.acts_for:
            self.here_parties.append(person.acts_for)

    def note_party(self, code: str) -> None:
        """Remember that a party was just named."""
        self.here_parties.append(code)

    def current_parties(self, count: int | None = None) -> tuple[str, ...]:
        """Return the parties that "the two sides" means: those of this sentence so far, of the one before, or of the document."""
        here = tuple(dict.fromkeys(self.here_parties))
        for parties in (here, self.parties, self.pair):
            if (count is None and len(parties) > 1) or (count is not None and len(parties) == count):
                return parties
        for parties in (here, self.parties, self.pair):
            if len(parties) > 1:
                return parties[: count or 2]
        return ()

    def other_than(self, code: str | None) -> str | None:
        """Return the other party of the pair being told about."""
        for parties in (tuple(dict.fromkeys(self.here_parties)), self.parties, self.pair[:2]):
            rest = [party for party in parties if party != code]
            if code in parties and rest:
                return rest[0]
        return None
