"""A page understood as a text with its metadata, or the reason why it is not one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from dragoman.values.span import Span

__all__ = ["Document", "DocumentId", "PublishedBasis", "Rejection", "RejectionReason"]

DocumentId = NewType("DocumentId", str)


class PublishedBasis(StrEnum):
    """Where a publication time was found."""

    METADATA = "metadata"
    STAMP = "stamp"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A clean text and what is known about it.

    Offsets everywhere in dragoman are Unicode code points of `text`, half-open.

    Attributes:
        id: ``a`` and 16 hex digits, made from the text and its publisher, address, title and date, never from `origin`.
        origin: The path or address it was read from.
        text: The whole text, NFC, ``\\n`` line ends, headline and stamps included.
        story: The parts of `text` that are story, in order and without overlap: one span a paragraph. Headline, byline,
            dateline, publication stamp and end marks are left out.
        headline: The span of the headline inside `text`, or None when the text has none.
        title: The headline, or the title the carrier gave.
        published: EDTF: a date ``2022-05-20`` or a date and time ``2022-05-20T10:54+04:00``; None when the year is not known.
        published_basis: Where `published` was found.
        stamped: A month and day that a dateline or stamp gives without its year, as EDTF ``XXXX-03-04``, or None.
        dateline_place: The place named by the dateline, as written (``TASHKENT``), or None.
        language: ISO 639-1.
        sha256: Of `text` in UTF-8, hex.
    """

    id: DocumentId
    origin: str
    text: str
    story: tuple[Span, ...]
    headline: Span | None
    title: str | None
    url: str | None
    publisher: str | None
    authors: tuple[str, ...]
    published: str | None
    published_basis: PublishedBasis | None
    stamped: str | None
    dateline_place: str | None
    language: str
    sha256: str


class RejectionReason(StrEnum):
    """Why a page is not read. An article that is read and yields nothing is not rejected."""

    EMPTY = "empty"
    TOO_LARGE = "too large"
    NOT_TEXT = "not text"
    NOT_ENGLISH = "not English"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejection:
    """A page that is not read, and why.

    Attributes:
        reason: The class that run reports count.
        origin: The path or address of the page.
        detail: One line for a person: what was found and what was expected.
    """

    reason: RejectionReason
    origin: str
    detail: str
