"""What came of one page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.values.claim import Claim
from dragoman.values.document import Document, Rejection

__all__ = ["MentionKind", "ReadMention", "Reading", "StageTimes", "Uncertainty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Uncertainty:
    """A place in the text where the reader was not sure, or left something unread.

    Attributes:
        reason: A short class that run reports count, such as ``party not resolved``.
        start: First code point of the words in question.
        end: One past the last.
    """

    reason: str
    start: int
    end: int


class MentionKind(StrEnum):
    """What a mention names."""

    TIME = "time"
    DURATION = "duration"
    PLACE = "place"
    STATE = "state"
    ORGANISATION = "organisation"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMention:
    """Words of the text with what they mean, whether or not a claim rests on them.

    Attributes:
        start: First code point of the words.
        end: One past the last.
        text: The words.
        kind: What they name.
        value: EDTF for a time (``2022-05-18T15:30`` when the hour is told), an ISO 8601 duration for a duration, the main name of a
            place, the ISO 3166-1 alpha-3 code of a state, the acronym or name of an organisation, the full name of a person; None where
            the text does not fix it.
        country: Code of the state that a place lies in, or that a person acts for.
        office: The first office of a person, canonical.
        lat: WGS 84 degrees, of a place.
        lon: As `lat`.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    value: str | None
    country: str | None = None
    office: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageTimes:
    """Seconds spent on one page in each stage."""

    documents_s: float = 0.0
    mentions_s: float = 0.0
    links_s: float = 0.0
    syntax_s: float = 0.0
    claims_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page, read: a document with its claims, or a rejection.

    Attributes:
        document: None when the page was rejected.
        rejection: None when the page was read.
        claims: In the order of the text.
        refused: How many claims were refused because their words are not verbatim in the text: always a bug, never hidden.
        uncertainties: In the order of the text.
        mentions: The times, places, states, organisations and persons of the text with what they mean, in the order of the text.
    """

    document: Document | None
    rejection: Rejection | None
    claims: tuple[Claim, ...] = ()
    refused: int = 0
    uncertainties: tuple[Uncertainty, ...] = ()
    times: StageTimes = StageTimes()
    mentions: tuple[ReadMention, ...] = ()
