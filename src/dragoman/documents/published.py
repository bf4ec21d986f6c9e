"""When an article was published, and how that is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.documents.stamps import Stamp, read_stamp
from dragoman.documents.years import find_year
from dragoman.values.document import PublishedBasis
from dragoman.values.span import Span

__all__ = ["Publication", "find_publication", "read_published"]

_EMPTY_EPOCH = "1970-01-01"  # what a program writes that had no date


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The fields of a document that say when it was published; see `dragoman.values.document.Document`."""

    published: str | None = None
    basis: PublishedBasis | None = None
    stamped: str | None = None


def read_published(written: str | None) -> str | None:
    """Return what a carrier gives as the time of publication as EDTF, or None when it gives nothing or no full date.

    Example:
        >>> read_published("Fri, 20 May 2022 10:54:00 +0400"), read_published("2022-05-20"), read_published("soon")
        ('2022-05-20T10:54+04:00', '2022-05-20', None)
    """
    if written is None:
        return None
    stamp = read_stamp(written.strip())
    if stamp is None or not stamp.whole or stamp.day is None or stamp.day.year is None or stamp.place or stamp.outlet:
        return None
    published = _to_edtf(stamp)
    return None if published is None or published.startswith(_EMPTY_EPOCH) else published


def find_publication(text: str, story: Sequence[Span], stamps: Sequence[Stamp], given: str | None) -> Publication:
    """Return when the article was published: as its carrier says, else as its own stamps and datelines say.

    A date of publication goes before one of a later change, a full date before one without its year, a stamp before a dateline.

    Args:
        text: The text.
        story: Its story.
        stamps: Its stamps and datelines, in the order of the text.
        given: What the carrier says, as written.
    """
    dated = [stamp for stamp in stamps if stamp.day is not None]
    open_ended = next((stamp.day for stamp in dated if stamp.day and stamp.day.year is None), None)
    stamped = open_ended.to_edtf() if open_ended else None
    if published := read_published(given):
        return Publication(published=published, basis=PublishedBasis.METADATA, stamped=stamped)
    full = sorted((stamp for stamp in dated if _to_edtf(stamp)), key=lambda stamp: (stamp.later, stamp.place is not None))
    if full:
        basis = PublishedBasis.DATELINE if full[0].place else PublishedBasis.STAMP
        return Publication(published=_to_edtf(full[0]), basis=basis, stamped=stamped)
    if open_ended and (year := find_year(text, story, open_ended)):
        return Publication(published=f"{year}{open_ended.to_edtf()[4:]}", basis=PublishedBasis.DATELINE, stamped=stamped)
    return Publication(stamped=stamped)


def _to_edtf(stamp: Stamp) -> str | None:
    if stamp.day is None or stamp.day.year is None:
        return None
    return stamp.day.to_edtf() + (f"T{stamp.time}" if stamp.time else "")
