"""Which parties a document is mostly about, and whether it is about two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.links.registry import PersonDraft
from dragoman.values.mention import (
    BodyName,
    InstrumentName,
    Mention,
    OfficeName,
    OrganisationName,
    PersonName,
    Sentence,
    StateForm,
    StateName,
)

__all__ = ["MainParties", "find_main_parties", "is_locative"]

_LEAD_SENTENCES = 2
_LEAD_WEIGHT = 3
_BILATERAL_SHARE = 0.6
_LEAST_PART = 5  # of two parties the second is named at least once where the first is named so many times
_LOOK_BACK_CHARS = 14
_LOCATIVE = frozenset({"in", "at", "near", "to", "from", "outside", "via"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MainParties:
    """The parties by how often they are named, most first.

    Attributes:
        core: The two that hold most of what is named, or none: whom "the two sides" may mean.
        bilateral: True when they stand well ahead of a third, so that a missing other side is the other of the two.
    """

    codes: tuple[str, ...]
    core: tuple[str, ...]
    bilateral: bool


def find_main_parties(text: str, sentences: Sequence[Sentence], keys: Mapping[tuple[int, int], PersonDraft]) -> MainParties:
    """Count the parties a document names, headline and lead more than the rest.

    A capital behind "in" or "to" counts for the order but does not make a state one of the two: talks on neutral ground are not about it.
    """
    counts: Counter[str] = Counter()
    acting: Counter[str] = Counter()
    for position, sentence in enumerate(sentences):
        weight = _LEAD_WEIGHT if position < _LEAD_SENTENCES else 1
        for index, mention in enumerate(sentence.mentions):
            place = _is_mere_place(text, mention)
            for code in _codes(mention, keys.get((position, index))):
                counts[code] += weight
                acting[code] += 0 if place else weight
    ordered = sorted(counts, key=lambda code: (-acting[code], -counts[code], code))
    first, second, third = (*(acting[code] for code in ordered[:3]), 0, 0, 0)[:3]
    share = sum(counts[code] for code in ordered[:2]) / max(1, counts.total())
    two = share >= _BILATERAL_SHARE and second * _LEAST_PART >= first and second > max(third, 1)
    return MainParties(codes=tuple(ordered), core=tuple(ordered[:2]) if two else (), bilateral=two and 2 * second > 3 * third)


def is_locative(text: str, mention: Mention) -> bool:
    """Say whether a mention stands behind "in", "at", "to" and the like."""
    before = text[max(0, mention.span.start - _LOOK_BACK_CHARS) : mention.span.start].lower().split()
    return bool(before) and before[-1] in _LOCATIVE


def _is_mere_place(text: str, mention: Mention) -> bool:
    return isinstance(mention.named, StateName) and mention.named.form is StateForm.CAPITAL and is_locative(text, mention)


def _codes(mention: Mention, person: PersonDraft | None) -> tuple[str, ...]:
    match mention.named:
        case StateName(code=code) | OrganisationName(code=str(code)):
            return (code,)
        case PersonName(country=country):
            known = person.acts_for if person is not None else country
            return (known,) if known else ()
        case OfficeName(countries=codes) | InstrumentName(countries=codes) | BodyName(countries=codes):
            return codes
        case _:
            return ()
