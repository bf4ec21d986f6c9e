"""What the record holds about two parties."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dragoman.values.article import Article
from dragoman.values.claim import Event, Kind, Position
from dragoman.values.document import DocumentId
from dragoman.values.record import Record
from dragoman.views.articles import COLUMNS, article_from
from dragoman.views.records import records

__all__ = ["PairView", "pair_view"]

_OF_BOTH = """
r.id IN (SELECT one.record FROM record_parties AS one JOIN record_parties AS other ON other.record = one.record
          WHERE one.party = ? AND other.party = ?)
"""
_OFFICES = "r.kind = 'position' AND r.id IN (SELECT record FROM record_parties WHERE party IN (?, ?))"


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """The records between two parties.

    Attributes:
        one: Code.
        other: Code.
        records: All kinds but positions; events only when one party acts and the other receives.
        positions: Offices held for either party, as told by the articles of `records`.
        articles: Those that `records` and `positions` cite, by origin.
    """

    one: str
    other: str
    records: tuple[Record, ...]
    positions: tuple[Record, ...]
    articles: tuple[Article, ...]


def pair_view(connection: sqlite3.Connection, one: str, other: str) -> PairView:
    """Return what is held about the parties with the codes `one` and `other`, in any order."""
    held = tuple(record for record in records(connection, _OF_BOTH, (one, other)) if _is_between(record, one, other))
    cited = {citation.article for record in held for citation in record.citations}
    positions = tuple(
        record
        for record in records(connection, _OFFICES, (one, other))
        if isinstance(record.content, Position)
        and record.content.country in {one, other}
        and any(citation.article in cited for citation in record.citations)
    )
    cited.update(citation.article for record in positions for citation in record.citations)
    found = [_article(connection, article) for article in cited]
    return PairView(
        one=one,
        other=other,
        records=held,
        positions=positions,
        articles=tuple(sorted(found, key=lambda article: (article.origin, article.id))),
    )


def _article(connection: sqlite3.Connection, article: DocumentId) -> Article:
    return article_from(connection.execute(f"SELECT {COLUMNS} FROM articles WHERE id = ?", (article,)).fetchone())  # noqa: S608 - a constant


def _is_between(record: Record, one: str, other: str) -> bool:
    if record.kind is Kind.POSITION:
        return False
    if not isinstance(record.content, Event):
        return True
    actors = {actor.country for actor in record.content.actors}
    recipients = {actor.country for actor in record.content.recipients}
    return (one in actors and other in recipients) or (other in actors and one in recipients)
