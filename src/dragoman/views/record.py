"""One record with the sentences that tell it."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

from dragoman.errors import RecordNotFoundError
from dragoman.store.codec import decode_reasons
from dragoman.values.article import Article
from dragoman.values.reason import Reason
from dragoman.values.record import Record
from dragoman.values.span import Span
from dragoman.views.articles import COLUMNS, article_from
from dragoman.views.records import records

__all__ = ["ClaimView", "RecordView", "SentenceView", "claim_views", "record_view"]

_SENTENCE_CHARS = 600  # a sentence longer than this is a list or a text without stops: show the surroundings only
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A sentence of an article and the stretches of it that are cited, relative to the sentence."""

    article: Article
    text: str
    cited: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """What one article asserts of a record: the claim, the rule, the article with its text, and why each field has its value."""

    id: str
    rule: str
    article: Article
    text: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordView:
    """A record, the record it is part of, those that are part of it, and its sentences by article and place."""

    record: Record
    container: Record | None
    parts: tuple[Record, ...]
    sentences: tuple[SentenceView, ...]


def record_view(connection: sqlite3.Connection, prefix: str) -> RecordView:
    """Return the record whose id begins with `prefix`.

    Raises:
        RecordNotFoundError: No record has such an id, or several have.
    """
    ids = connection.execute("SELECT id FROM records WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT 6", (len(prefix), prefix)).fetchall()
    if not ids:
        raise RecordNotFoundError(f"no record has an id that begins with {prefix!r}")
    if len(ids) > 1 and ids[0][0] != prefix:
        shown = ", ".join(row[0] for row in ids[:5]) + (", …" if len(ids) > 5 else "")  # noqa: PLR2004 - the five above
        raise RecordNotFoundError(f"several records have an id that begins with {prefix!r}: {shown}")
    [record] = records(connection, "r.id = ?", ids[0])
    container = next(records(connection, "r.id = ?", (record.part_of,)), None) if record.part_of else None
    parts = tuple(records(connection, "r.part_of = ?", (record.id,)))
    return RecordView(record=record, container=container, parts=parts, sentences=_sentences(connection, record))


def claim_views(connection: sqlite3.Connection, record: Record) -> tuple[ClaimView, ...]:
    """Return the claims of a record with their reasons, by id."""
    names = ", ".join(f"a.{name.strip()}" for name in COLUMNS.split(","))
    rows = connection.execute(
        f"SELECT c.id, c.rule, c.reasons, {names}, a.text FROM record_claims rc JOIN claims c ON c.id = rc.claim "  # noqa: S608 - constants
        "JOIN articles a ON a.id = c.article WHERE rc.record = ? ORDER BY c.id",
        (record.id,),
    )
    return tuple(
        ClaimView(id=row[0], rule=row[1], article=article_from(row[3:-1]), text=row[-1], reasons=decode_reasons(row[2])) for row in rows
    )


def _sentences(connection: sqlite3.Connection, record: Record) -> tuple[SentenceView, ...]:
    views = []
    for article in dict.fromkeys(citation.article for citation in record.citations):
        row = connection.execute(f"SELECT {COLUMNS}, text FROM articles WHERE id = ?", (article,)).fetchone()  # noqa: S608 - a constant
        text = row[-1]
        groups: dict[Span, list[Span]] = {}
        for citation in record.citations:
            if citation.article == article:
                cited = Span(citation.start, citation.end)
                groups.setdefault(sentence_around(text, cited), []).append(cited)
        views += [
            SentenceView(article=article_from(row[:-1]), text=around.cut(text), cited=tuple(span.shift(-around.start) for span in cited))
            for around, cited in sorted(groups.items())
        ]
    return tuple(views)


def sentence_around(text: str, cited: Span) -> Span:
    """Return the sentence, or sentences, of `text` that hold `cited`: whole to a person's eye, not to a grammarian's.

    Example:
        >>> text = "They met. She left Baku on Friday. He stayed."
        >>> sentence_around(text, Span(14, 18)).cut(text)
        'She left Baku on Friday.'
    """
    start = max(text.rfind("\n", 0, cited.start) + 1, cited.start - _SENTENCE_CHARS)
    end = text.find("\n", cited.end)
    end = min(len(text) if end < 0 else end, cited.end + _SENTENCE_CHARS)
    for stop in _STOP.finditer(text, start, min(cited.start + 1, end)):
        if stop.end() <= cited.start:
            start = stop.end()
    stop_after = _STOP.search(text, max(start, cited.end - 2), end)
    end = end if stop_after is None or stop_after.end() < cited.end else stop_after.end()
    while start < cited.start and text[start].isspace():
        start += 1
    while end > cited.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
