"""What came of one page."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.claim import Claim
from dragoman.values.document import Document, Rejection

__all__ = ["Reading", "StageTimes", "Uncertainty"]


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
    """

    document: Document | None
    rejection: Rejection | None
    claims: tuple[Claim, ...] = ()
    refused: int = 0
    uncertainties: tuple[Uncertainty, ...] = ()
    times: StageTimes = StageTimes()
