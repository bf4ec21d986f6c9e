"""Writing readings: a document, its claims and its records together or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from dragoman.errors import EvidenceError
from dragoman.store.codec import encode, parties_of
from dragoman.store.connection import BUSY_TIMEOUT_S, open_for_writing, told_plainly
from dragoman.values import edtf
from dragoman.values.claim import Citation, Claim
from dragoman.values.document import Document, DocumentId, Rejection
from dragoman.values.record import Record
from dragoman.values.report import RunReport

__all__ = ["Change", "Entry", "Store"]


class Change(StrEnum):
    """What writing an entry did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One read document with what was made of it."""

    document: Document
    claims: tuple[Claim, ...]
    records: tuple[Record, ...]


class Store:
    """A record open for writing. Use it in a ``with`` statement.

    Args:
        path: The SQLite file; made when absent.
        reader: Version of the rules that read; texts read by another version are replaced when they come again.
        timeout_s: How long to wait for another writer.

    Raises:
        StoreError: The file cannot be used, or is held by another writer.
    """

    def __init__(self, path: Path, *, reader: str, timeout_s: float = BUSY_TIMEOUT_S) -> None:
        self.path = path
        self.reader = reader
        self._connection = open_for_writing(path, timeout_s=timeout_s)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._connection.close()

    def known(self) -> frozenset[DocumentId]:
        """Return the documents that need no reading: held already, read by the same rules."""
        with told_plainly(self.path):
            rows = self._connection.execute("SELECT id FROM articles WHERE reader = ?", (self.reader,))
            return frozenset(DocumentId(row[0]) for row in rows)

    def write(self, batch: Sequence[Entry | Rejection]) -> tuple[Change | None, ...]:
        """Write a batch in one transaction; None stands for each rejection.

        The same text from two origins is held once, under the smaller origin, so that the order of arrival does not show.

        Raises:
            EvidenceError: A citation is not verbatim in its document; nothing of the batch is written.
            StoreError: The file cannot be written.
        """
        with self._transaction():
            return tuple([self._write(item) for item in batch])

    def note_run(self, started: str, report: RunReport) -> None:
        """Keep the report of a run."""
        with self._transaction():
            self._connection.execute("INSERT INTO runs (started, report) VALUES (?, ?)", (started, encode(report)))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with told_plainly(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:  # an interrupt too must leave nothing half in
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _write(self, item: Entry | Rejection) -> Change | None:
        if isinstance(item, Entry):
            return self._enter(item)
        self._connection.execute(
            "INSERT OR REPLACE INTO rejections (origin, reason, detail) VALUES (?, ?, ?)", (item.origin, item.reason, item.detail)
        )
        return None

    def _enter(self, entry: Entry) -> Change:
        document = entry.document
        self._connection.execute("DELETE FROM rejections WHERE origin = ?", (document.origin,))
        row = self._connection.execute("SELECT origin, reader FROM articles WHERE id = ?", (document.id,)).fetchone()
        if row is None:
            _check_evidence(entry)
            _insert_article(self._connection, document, document.origin, self.reader)
            _insert_entry(self._connection, entry)
            return Change.ADDED
        held, reader = row
        kept = min(held, document.origin)
        if reader != self.reader:
            _check_evidence(entry)
            _delete_article(self._connection, document.id)
            _insert_article(self._connection, document, kept, self.reader)
            _insert_entry(self._connection, entry)
        elif kept != held:
            _update_metadata(self._connection, document)
        return Change.UNCHANGED if reader == self.reader else Change.REPLACED


def _check_evidence(entry: Entry) -> None:
    text = entry.document.text
    for citation in _citations(entry):
        if citation.article != entry.document.id or not citation.text or text[citation.start : citation.end] != citation.text:
            raise EvidenceError(citation.article, citation.start, citation.end, citation.text)


def _citations(entry: Entry) -> Iterator[Citation]:
    all_made: tuple[Claim | Record, ...] = (*entry.claims, *entry.records)
    for made in all_made:
        if not made.citations:
            raise EvidenceError(entry.document.id, 0, 0, "")
        yield from made.citations


def _insert_article(connection: sqlite3.Connection, document: Document, origin: str, reader: str) -> None:
    connection.execute(
        "INSERT INTO articles (id, origin, url, publisher, title, authors, published, published_basis, language, sha256, text, reader) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (document.id, origin, *_metadata(document), document.sha256, document.text, reader),
    )


def _update_metadata(connection: sqlite3.Connection, document: Document) -> None:
    connection.execute(
        "UPDATE articles SET origin = ?, url = ?, publisher = ?, title = ?, authors = ?, published = ?, published_basis = ?, language = ? "
        "WHERE id = ?",
        (document.origin, *_metadata(document), document.id),
    )


def _metadata(document: Document) -> tuple[str | None, ...]:
    return (
        document.url,
        document.publisher,
        document.title,
        encode(document.authors),
        document.published,
        document.published_basis,
        document.language,
    )


def _delete_article(connection: sqlite3.Connection, article: DocumentId) -> None:
    connection.execute(
        "DELETE FROM records WHERE id IN (SELECT record FROM record_claims JOIN claims ON claims.id = claim WHERE article = ?)", (article,)
    )
    connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def _insert_entry(connection: sqlite3.Connection, entry: Entry) -> None:
    claims, records = {claim.id: claim for claim in entry.claims}, entry.records
    connection.executemany(
        "INSERT INTO claims (id, kind, status, date, date_basis, earliest, latest, background, attributed_to, part_of, confidence, "
        "article, rule, rule_version, content, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (*_shared(claim, part_of=claim.part_of if claim.part_of in claims else None), entry.document.id, *_made(claim))
            for claim in claims.values()
        ],
    )
    connection.executemany(
        "INSERT INTO claim_citations VALUES (?, ?, ?, ?, ?, ?)", [row for claim in claims.values() for row in _cited(claim)]
    )
    connection.executemany(
        "INSERT INTO records (id, kind, status, date, date_basis, earliest, latest, background, attributed_to, part_of, confidence, "
        "rules, reasons, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (*_shared(record, part_of=record.part_of), encode(record.rules), encode(record.reasons), encode(record.content))
            for record in records
        ],
    )
    connection.executemany("INSERT INTO record_citations VALUES (?, ?, ?, ?, ?, ?)", [row for record in records for row in _cited(record)])
    connection.executemany("INSERT INTO record_claims VALUES (?, ?)", [(record.id, claim) for record in records for claim in record.claims])
    connection.executemany(
        "INSERT INTO record_parties (record, party) VALUES (?, ?)",
        [(record.id, party) for record in records for party in parties_of(record.content)],
    )


def _made(claim: Claim) -> tuple[str, str, str, str]:
    return claim.rule.name, claim.rule.version, encode(claim.content), encode(claim.reasons)


def _shared(made: Claim | Record, *, part_of: str | None) -> tuple[str | int | float | None, ...]:
    first = edtf.earliest(made.date) if made.date else None
    last = edtf.latest(made.date) if made.date else None
    return (
        made.id,
        made.kind,
        made.status,
        made.date,
        made.date_basis,
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        int(made.background),
        made.attributed_to,
        part_of,
        made.confidence,
    )


def _cited(made: Claim | Record) -> Iterator[tuple[str, int, str, int, int, str]]:
    for position, citation in enumerate(made.citations):
        yield made.id, position, citation.article, citation.start, citation.end, citation.text
