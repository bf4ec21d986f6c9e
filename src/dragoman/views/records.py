"""The records, whole, in the order of the articles that tell them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from dragoman.store.codec import decode_content, decode_rules, decode_texts
from dragoman.values.claim import Citation, ClaimId, DateBasis, Kind, Status
from dragoman.values.document import DocumentId
from dragoman.values.record import Record, RecordId

__all__ = ["records"]

_SELECT = """
SELECT r.id, r.kind, r.status, r.date, r.date_basis, r.background, r.attributed_to, r.part_of, r.confidence, r.rules, r.reasons, r.content,
       (SELECT json_group_array(json_array(article, start_chars, end_chars, text))
          FROM (SELECT * FROM record_citations WHERE record = r.id ORDER BY position)),
       (SELECT json_group_array(claim) FROM (SELECT claim FROM record_claims WHERE record = r.id ORDER BY claim))
  FROM records AS r
  JOIN record_citations AS c ON c.record = r.id AND c.position = 0
  JOIN articles AS a ON a.id = c.article
"""
_ORDER = " ORDER BY a.origin, a.id, c.start_chars, c.end_chars, r.kind, r.id"

_CITATIONS = msgspec.json.Decoder(tuple[tuple[str, int, int, str], ...])


def records(connection: sqlite3.Connection, where: str = "", parameters: Sequence[str] = ()) -> Iterator[Record]:
    """Yield records by article, then by place in the text.

    Args:
        connection: From `dragoman.store.open_for_reading`.
        where: A condition over ``r`` (the record); all records when empty. Values go into `parameters`, never into the text.
        parameters: One for each ``?`` of `where`.
    """
    condition = f" WHERE {where}" if where else ""
    for row in connection.execute(_SELECT + condition + _ORDER, parameters):
        yield _record(row)


def _record(row: tuple[str, ...]) -> Record:
    record, kind, status, date, basis, background, attributed_to, part_of, confidence, rules, reasons, content, citations, claims = row
    return Record(
        id=RecordId(record),
        kind=Kind(kind),
        content=decode_content(Kind(kind), content),
        status=Status(status),
        date=date,
        date_basis=DateBasis(basis) if basis else None,
        background=bool(background),
        attributed_to=attributed_to,
        citations=tuple(Citation(article=DocumentId(a), start=s, end=e, text=t) for a, s, e, t in _CITATIONS.decode(citations)),
        part_of=RecordId(part_of) if part_of else None,
        confidence=float(confidence),
        claims=tuple(ClaimId(claim) for claim in decode_texts(claims)),
        rules=decode_rules(rules),
        reasons=decode_texts(reasons),
    )
