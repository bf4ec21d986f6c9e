"""What one document asserts: the eight record kinds of the codebook, as frozen values.

A `Claim` is a content (one of eight classes) with its evidence. The contents hold normalised values only; the words used stay in
the citations.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from dragoman.values.document import DocumentId
from dragoman.values.reason import Reason

__all__ = [
    "Actor",
    "Citation",
    "Claim",
    "ClaimId",
    "Content",
    "DateBasis",
    "Encounter",
    "Event",
    "Figure",
    "Instrument",
    "Kind",
    "Milestone",
    "Participant",
    "Place",
    "Position",
    "Project",
    "Rule",
    "Session",
    "Status",
]

ClaimId = NewType("ClaimId", str)


class Kind(StrEnum):
    """The record kinds, in the order in which reports list them."""

    ENCOUNTER = "encounter"
    SESSION = "session"
    INSTRUMENT = "instrument"
    FIGURE = "figure"
    PROJECT = "project"
    MILESTONE = "milestone"
    EVENT = "event"
    POSITION = "position"


class Status(StrEnum):
    """Whether the thing told has happened."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DENIED = "denied"


class DateBasis(StrEnum):
    """How the date of a claim is known."""

    STATED = "stated"
    RELATIVE = "relative"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """The exact words that a claim rests on: code points ``[start, end)`` of the article's text, and that text."""

    article: DocumentId
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place: ``name`` is a city, town, post, base or region, None when only the country is known; WGS 84 degrees."""

    name: str | None
    country: str | None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Someone who takes part. ``role`` is ``host``, ``guest``, ``head of delegation`` or None; ``name`` None for an office alone."""

    name: str | None
    office: str | None
    country: str | None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """Officials of two or more parties come together or speak.

    ``type`` is ``meeting``, ``call``, ``visit``, ``consultations``, ``negotiations``, ``conference`` or ``ceremony``.
    ``parties`` are sorted codes.
    """

    type: str
    parties: tuple[str, ...]
    participants: tuple[Participant, ...] = ()
    place: Place | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A standing body, or one of its sittings. ``type``: commission, committee, council, working group, forum, dialogue."""

    body: str
    type: str
    parties: tuple[str, ...]
    number: int | None = None
    place: Place | None = None
    co_chairs: tuple[Participant, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A written act between parties, at one stage of its life."""

    type: str
    title: str
    parties: tuple[str, ...]
    stage: str | None
    signatories: tuple[Participant, ...] = ()
    place: Place | None = None
    count: int | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A reported quantity of a relation.

    Attributes:
        value: Scaled number (``11000000``), or None when the text gives a percentage alone.
        unit: ISO 4217 code, ``t``, ``m3``, ``MW``, ``persons``, ``%``, …
        period: EDTF.
        parties: In the order that carries meaning: exporter, giver, lender, debtor, sender or country of origin first.
        change: Signed fraction, 0.12 for "up 12 percent".
        change_against: The words that say what the change is measured against.
    """

    indicator: str
    value: float | None
    unit: str | None
    period: str | None
    parties: tuple[str, ...]
    change: float | None = None
    change_against: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something the parties build or run together. ``from_place``, ``to_place`` and ``via`` are places as written."""

    type: str
    name: str
    parties: tuple[str, ...]
    stage: str | None
    from_place: str | None = None
    to_place: str | None = None
    via: str | None = None
    taking_part: tuple[Actor, ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """An anniversary or a first; ``origin`` is the EDTF date of what is remembered."""

    occasion: str
    ordinal: int | None
    parties: tuple[str, ...]
    origin: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One side of an event: name as written, country or organisation code, PLOVER sector."""

    name: str
    country: str | None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Who did what to whom (PLOVER). ``mutual`` counts in both directions; ``cameo`` is a string such as ``"057"``."""

    type: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    mutual: bool = False
    content: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """An office held. ``of`` is the state or organisation an ambassador is accredited to; ``seen`` are dates of the texts."""

    person: str
    office: str
    country: str
    of: str | None = None
    seen: tuple[str, ...] = ()


Content = Encounter | Session | Instrument | Figure | Project | Milestone | Event | Position


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What made a claim: ``name`` as ``frame.meet`` or ``figure.trade``, ``version`` of the codebook it came from."""

    name: str
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of one document.

    Attributes:
        id: ``c`` and 16 hex digits, made from the document, the content and the citations.
        kind: Which of the eight contents `content` is.
        date: EDTF, or None when the text gives nothing.
        background: True when told as history or context.
        attributed_to: Who asserts it, when not the outlet itself.
        citations: At least one, in the order of the text; the first holds the words that evoked the claim.
        part_of: The claim of the same document that contains this one.
        confidence: 0 to 1.
        reasons: Why each field has its value.
    """

    id: ClaimId
    kind: Kind
    content: Content
    status: Status
    date: str | None
    date_basis: DateBasis | None
    background: bool
    attributed_to: str | None
    citations: tuple[Citation, ...]
    part_of: ClaimId | None
    confidence: float
    rule: Rule
    reasons: tuple[Reason, ...] = ()
