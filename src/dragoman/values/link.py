"""What the mentions of a document refer to."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.claim import DateBasis
from dragoman.values.mention import Mention, Sentence
from dragoman.values.span import Span

__all__ = ["Link", "LinkedSentence", "Links", "Person", "When"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone in one document, over all the names used.

    Attributes:
        key: Unique in the document, stable for the same text.
        name: The fullest name first given; None for an official named only by office.
        offices: Canonical, held at the time of the text.
        country: Code, or None when the text does not tell.
        former: True when the offices are no longer held.
    """

    key: int
    name: str | None
    offices: tuple[str, ...]
    country: str | None
    former: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A time laid on the calendar: EDTF, how it is known, and the words elsewhere that it rests on (a clue to the year)."""

    edtf: str
    basis: DateBasis
    clues: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A mention with what it refers to; every field empty when nothing was found.

    ``parties`` are codes in the order of the text, ``persons`` keys of `Links.persons`; ``bound`` is the end that "since 2018" or
    "until May" names, which dates no event.
    """

    mention: Mention
    parties: tuple[str, ...] = ()
    persons: tuple[int, ...] = ()
    when: When | None = None
    bound: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedSentence:
    """A sentence with its links, one a mention, in order."""

    sentence: Sentence
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """A document's sentences, persons and the states it is about.

    Attributes:
        sentences: In the order of the text.
        persons: By key.
        pair: The parties the document is mostly about, the most named first.
        home: The state of the outlet or dateline, or None.
        bilateral: True when the first two of `pair` hold most of what is named: then a missing other side is the other of the two.
        report_year: The year of the report, given or worked out; None when unknown.
    """

    sentences: tuple[LinkedSentence, ...]
    persons: tuple[Person, ...]
    pair: tuple[str, ...]
    home: str | None
    bilateral: bool = False
    report_year: int | None = None
