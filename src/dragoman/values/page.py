"""What is read from the outside world, before anything is understood."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["PageMetadata", "RawPage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page's carrier (a JSON line, a feed, the caller) says about it.

    Each is None or empty when the carrier says nothing. `published` is kept as written and checked later.
    """

    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawPage:
    """One page as read, nothing decoded.

    Attributes:
        origin: The path or address it was read from; ``path#n`` for the n-th line of a JSON Lines file, n from 1.
        content: The bytes as read, or text when the carrier had decoded it already (a JSON line, the caller).
        metadata: What the carrier says about the page.
        problem: Why the carrier could not give a page (broken JSON, no text), or None. Such a page is rejected, not lost.
    """

    origin: str
    content: bytes | str
    metadata: PageMetadata = field(default_factory=PageMetadata)
    problem: str | None = None
