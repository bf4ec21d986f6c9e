"""The persons of one document: which names and office phrases mean the same person, and which country each acts for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from dragoman.links.office_meanings import office_meanings
from dragoman.values.link import Person
from dragoman.values.mention import OfficeName, PersonName

__all__ = ["PersonDraft", "Registry", "fold_name", "is_office_of"]

_SOUND_OF = {
    "gh": "q",
    "kh": "h",
    "ou": "u",
    "oo": "u",
    "ee": "i",
    "ei": "i",
    "ey": "i",
    "ai": "i",
    "ay": "i",
    "o": "u",
    "e": "i",
    "y": "i",
    "w": "v",
}
_SOUNDS = re.compile("|".join(sorted(_SOUND_OF, key=len, reverse=True)))
_DOUBLED = re.compile(r"(.)\1+")
_RANKS = frozenset({"deputy", "first", "assistant", "vice", "under", "prime", "acting"})
_EMPTY_WORDS = frozenset({"of", "for", "the", "and", ",", "affairs"})


@dataclass(slots=True, kw_only=True, eq=False)
class PersonDraft:
    """A person while the document is read. `guess` is a country that the text suggests without saying it."""

    key: int
    name: str | None
    offices: list[str] = field(default_factory=list)
    country: str | None = None
    guess: str | None = None
    former: bool = False
    gender: str | None = None
    of: str | None = None

    @property
    def acts_for(self) -> str | None:
        """Return the country given by the text, else the guess."""
        return self.country or self.guess

    def freeze(self) -> Person:
        """Return the finished value."""
        return Person(key=self.key, name=self.name, offices=tuple(self.offices), country=self.acts_for, former=self.former, of=self.of)


@lru_cache(maxsize=4096)
def fold_name(name: str) -> tuple[str, ...]:
    """Return a name's words for comparison: lower-case ASCII, particles and hyphens gone, spellings of one foreign sound made one.

    Example:
        >>> fold_name("Abbas Araghchi") == fold_name("Abbas Araqchi"), fold_name("Hossein") == fold_name("Hussein")
        (True, True)
        >>> fold_name("Hassan") == fold_name("Hussein")
        False
    """
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ə", "a")).encode("ascii", "ignore").decode().lower()
    words = plain.replace("-", " ").replace("'", "").replace(".", " ").split()
    kept = [word for word in words if word not in {"al", "el", "bin", "ibn"}] or words
    return tuple(_DOUBLED.sub(r"\1", _SOUNDS.sub(lambda match: _SOUND_OF[match[0]], word)) for word in kept)


@lru_cache(maxsize=8192)
def is_office_of(said: str, held: str) -> bool:
    """Say whether the office words `said` can mean the office `held`.

    "The minister" may be a deputy minister, but "the foreign minister" never his deputy and "the president" never the vice president.
    """
    one, other = frozenset(said.split()) - _EMPTY_WORDS, frozenset(held.split()) - _EMPTY_WORDS
    if one == other:
        return True
    if not one or not one <= other:
        return False
    ranks = (other - one) & _RANKS
    return not ranks or (said in office_meanings().also_deputies and "prime" not in ranks)


class Registry:
    """Persons in the order of their first mention."""

    def __init__(self) -> None:
        self._drafts: list[PersonDraft] = []
        self._by_word: dict[str, list[PersonDraft]] = {}

    def __iter__(self) -> Iterator[PersonDraft]:
        """Iterate over the drafts by key."""
        return iter(self._drafts)

    def __getitem__(self, key: int) -> PersonDraft:
        """Return the draft with that key."""
        return self._drafts[key]

    def add(self, name: str | None) -> PersonDraft:
        """Add a person."""
        draft = PersonDraft(key=len(self._drafts), name=name)
        self._drafts.append(draft)
        self._index(draft)
        return draft

    def _index(self, draft: PersonDraft) -> None:
        for word in fold_name(draft.name or ""):
            self._by_word.setdefault(word, []).append(draft)

    def enter_name(self, named: PersonName) -> PersonDraft:
        """Return the person that a name means, new or known, with what the phrase adds."""
        draft = self.find_name(named)
        if draft is None:
            draft = self.add(named.name)
        if (
            len(named.name) > len(draft.name or "")
            and not named.short
            and fold_name(draft.name or "") != fold_name(named.name)
            and len(fold_name(draft.name or "")) == 1
        ):
            draft.name = named.name
            self._index(draft)
        draft.offices.extend(office for office in named.offices if not any(is_office_of(office, held) for held in draft.offices))
        draft.country = draft.country or named.country
        draft.former = draft.former or named.former
        draft.of = draft.of or named.of
        return draft

    def find_name(self, named: PersonName) -> PersonDraft | None:
        """Find the person a name means: the same words, or part of a longer name; the latest one first."""
        wanted = fold_name(named.name)
        near = {draft.key for word in wanted for draft in self._by_word.get(word, ())}
        for key in sorted(near, reverse=True):
            draft = self._drafts[key]
            if named.country and draft.country and named.country != draft.country:
                continue
            if _same_name(wanted, fold_name(draft.name or "")):
                return draft
        return None

    def find_office(
        self, office: str | None, country: str | None, *, exclude: PersonDraft | None = None, former: bool = False
    ) -> PersonDraft | None:
        """Find the latest person who holds an office, of a country when one is given; who held it before, only when `former`."""
        for draft in reversed(self._drafts):
            if draft is exclude or (draft.former and not former) or (country and draft.acts_for and draft.acts_for != country):
                continue
            if country and draft.acts_for is None and draft.name is None:
                continue
            if office is None or any(is_office_of(office, held) for held in draft.offices):
                return draft
        return None

    def enter_office(self, named: OfficeName, country: str) -> PersonDraft:
        """Return the holder of an office of a state: someone named before, or a new person without a name."""
        office = named.office or "official"
        found = self.find_office(office, country, former=named.former)
        if found is not None:
            found.country = found.country or country
            return found
        draft = self.add(None)
        draft.offices.append(office)
        draft.country = country
        draft.former = named.former
        draft.of = named.of
        return draft


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    if len(short) == 1:
        return short[0] in {long[-1], long[0]} or short[0] in long[1:]
    return set(short) <= set(long)
