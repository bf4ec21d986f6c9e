"""A document as the record holds it: its metadata, without the text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.document import DocumentId, PublishedBasis

__all__ = ["Article"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What exports and briefs say of a document; the fields are those of `dragoman.values.document.Document`."""

    id: DocumentId
    origin: str
    url: str | None
    publisher: str | None
    title: str | None
    authors: tuple[str, ...]
    published: str | None
    published_basis: PublishedBasis | None
    language: str
    sha256: str
