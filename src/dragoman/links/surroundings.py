"""What is named around an official: the states and organisations of a sentence, and who of them is a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.links.registry import PersonDraft, is_office_of
from dragoman.values.mention import Mention, OfficeName, OrganisationName, PersonName, PlaceName, Pronoun, Sentence, StateName

__all__ = ["Named", "Surroundings"]


@dataclass(frozen=True, slots=True)
class Named:
    """A code named at ``[start, end)``: by a person or office that acts for it (`holder`), an organisation, a pronoun, or a mere town.

    `of` is the party that a person is accredited to.
    """

    code: str
    start: int
    end: int
    holder: bool = False
    organisation: bool = False
    pronoun: bool = False
    town: bool = False
    of: str | None = None


class Surroundings:
    """The codes named in each sentence, filled in order while officials get their countries."""

    def __init__(self, sentences: Sequence[Sentence], keys: Mapping[tuple[int, int], PersonDraft]) -> None:
        self._sentences = sentences
        self._keys = keys
        self._latest: list[PersonDraft] = []
        self._first: PersonDraft | None = None  # of the latest sentence that named somebody, the present one included
        self._first_at = -1
        self.named: list[list[Named]] = []

    def open(self, position: int) -> list[Named]:
        """Return the codes of the next sentence, in order; persons whose country is not known yet are left out."""
        here: list[Named] = []
        for index, mention in enumerate(self._sentences[position].mentions):
            here.extend(self._read(mention, self._keys.get((position, index))))
        self.named.append(here)
        return here

    def enter(self, position: int, mention: Mention, code: str) -> None:
        """Note that the person at a mention acts for a state, now that it is known."""
        here = self.named[position]
        here.append(Named(code, mention.span.start, mention.span.end, holder=True))
        here.sort(key=lambda item: (item.start, item.end))

    def _read(self, mention: Mention, draft: PersonDraft | None) -> list[Named]:
        start, end = mention.span.start, mention.span.end
        match mention.named:
            case StateName(code=code):
                return [Named(code, start, end)]
            case OrganisationName(code=str(code)):
                return [Named(code, start, end, organisation=True)]
            case OfficeName(countries=codes, institution=institution) if codes:
                of = mention.named.of
                return [Named(code, start, end, holder=not institution, of=of) for code in codes]
            case OfficeName(definite=True, plural=False, institution=False, relation=None, office=str(office)):
                held = next((other for other in reversed(self._latest) if any(is_office_of(office, one) for one in other.offices)), None)
                return [Named(held.acts_for, start, end, holder=True)] if held is not None and held.acts_for else []
            case Pronoun(plural=False, first=False, possessive=False, gender="male" | "female"):
                first = self._first.acts_for if self._first is not None else None
                known = first or next((other.acts_for for other in reversed(self._latest) if other.acts_for), None)
                return [Named(known, start, end, holder=True, pronoun=True)] if known else []
            case PersonName() if draft is not None:
                self._latest = [*self._latest[-4:], draft]
                if self._first_at != len(self.named):
                    self._first, self._first_at = draft, len(self.named)
                return [Named(draft.acts_for, start, end, holder=True, of=draft.of)] if draft.acts_for else []
            case PlaceName(country=str(code)):
                return [Named(code, start, end, town=True)]
            case _:
                return []
