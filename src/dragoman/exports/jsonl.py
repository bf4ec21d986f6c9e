"""JSON Lines in the codebook's line format: articles first, then records, in the order in which they are given.

Source: the codebook, "Line format".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

import msgspec

from dragoman.values.article import Article
from dragoman.values.claim import Content
from dragoman.values.record import Record

__all__ = ["article_row", "jsonl_lines", "record_row"]

_ENCODER = msgspec.json.Encoder()


def jsonl_lines(articles: Iterable[Article], records: Iterable[Record]) -> Iterator[bytes]:
    """Yield one line for each article, then one for each record: UTF-8, line feed included, fields in the codebook's order."""
    for article in articles:
        yield _ENCODER.encode(article_row(article)) + b"\n"
    for record in records:
        yield _ENCODER.encode(record_row(record)) + b"\n"


def article_row(article: Article) -> dict[str, Any]:
    """Return the fields of an article's line."""
    return {"id": article.id, "kind": "article"} | {field.name: getattr(article, field.name) for field in fields(article)[1:]}


def record_row(record: Record) -> dict[str, Any]:
    """Return the fields of a record's line: what all kinds share, the fields of its kind, its evidence."""
    return {
        "id": record.id,
        "kind": record.kind,
        "status": record.status,
        "date": record.date,
        "date_basis": record.date_basis,
        "background": record.background,
        "attributed_to": record.attributed_to,
        "part_of": record.part_of,
        **_content_row(record.content),
        "mentions": record.citations,
        "confidence": _number(record.confidence),
        "rules": record.rules,
    }


def _content_row(content: Content) -> dict[str, Any]:
    row = {}
    for field in fields(content):
        value = getattr(content, field.name)
        row[field.name.removesuffix("_place")] = _number(value) if isinstance(value, float) else value
    return row


def _number(value: float) -> float | int:
    """Write whole numbers without a fraction: 11000000, not 11000000.0."""
    return int(value) if value.is_integer() else value
