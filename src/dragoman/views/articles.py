"""The articles of the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from dragoman.store.codec import decode_texts
from dragoman.values.article import Article
from dragoman.values.document import DocumentId, PublishedBasis

__all__ = ["COLUMNS", "article_from", "article_texts", "articles", "outlet_of"]

COLUMNS = "id, origin, url, publisher, title, authors, published, published_basis, language, sha256"


def articles(connection: sqlite3.Connection) -> Iterator[Article]:
    """Yield every article, by origin."""
    for row in connection.execute(f"SELECT {COLUMNS} FROM articles ORDER BY origin, id"):  # noqa: S608 - a constant
        yield article_from(row)


def article_texts(connection: sqlite3.Connection, ids: Iterable[DocumentId]) -> dict[DocumentId, str]:
    """Return the texts of the articles named."""
    texts = {}
    for article in sorted(set(ids)):
        row = connection.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
        if row is not None:
            texts[article] = row[0]
    return texts


def outlet_of(article: Article) -> str:
    """Return a short name for where an article comes from: its publisher, else the last part of its path or address."""
    return article.publisher or article.origin.rstrip("/").replace("\\", "/").rpartition("/")[2] or article.origin


def article_from(row: tuple[str, ...]) -> Article:
    """Return the article of a row that holds `COLUMNS`."""
    article, origin, url, publisher, title, authors, published, basis, language, sha256 = row
    return Article(
        id=DocumentId(article),
        origin=origin,
        url=url,
        publisher=publisher,
        title=title,
        authors=decode_texts(authors),
        published=published,
        published_basis=PublishedBasis(basis) if basis else None,
        language=language,
        sha256=sha256,
    )
