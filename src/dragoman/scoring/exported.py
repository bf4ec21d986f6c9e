"""The lines of an export, gathered by the articles that they cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from dragoman.errors import DataFileError
from dragoman.scoring.json_lines import read_objects
from dragoman.scoring.kinds import KIND_NAMES, Item

__all__ = ["Export", "gather", "read_export", "stem_of"]

_SUFFIX = re.compile(r"\.(txt|html?|jsonl?|md)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What an export holds.

    Attributes:
        published: The publication day of each article by its stem, empty where none is told.
        records: By stem and kind, in the order of the export; a record that cites several articles stands with each.
        uncited: Records without a mention.
    """

    published: Mapping[str, str]
    records: Mapping[str, Mapping[str, tuple[Item, ...]]]
    uncited: int

    def of(self, stem: str, kind: str) -> tuple[Item, ...]:
        """Return the records of one kind that cite an article."""
        return self.records.get(stem, {}).get(kind, ())


def read_export(path: Path) -> Export:
    """Read what ``dragoman export --format jsonl`` wrote.

    Raises:
        DataFileError: The file cannot be read, or a line is no article or record.
    """
    rows = []
    for number, row in read_objects(path):
        if problem := _row_problem(row):
            raise DataFileError(str(path), number, problem)
        rows.append(row)
    return gather(rows)


def gather(rows: Iterable[Item]) -> Export:
    """Gather the rows of an export, articles and records in any order."""
    rows = tuple(rows)
    stems, published = {}, {}
    for row in rows:
        if row.get("kind") == "article":
            stem = stem_of(str(row.get("origin") or row.get("url") or row["id"]))
            stems[row["id"]] = stem
            published[stem] = str(row.get("published") or "")[:10]
    records: dict[str, dict[str, list[Item]]] = {}
    uncited = 0
    for row in rows:
        kind = KIND_NAMES.get(row.get("kind") or "")
        if kind is None:
            continue
        cited = dict.fromkeys(mention.get("article") for mention in row.get("mentions") or ())
        uncited += not cited
        for article in cited:
            if article in stems:
                records.setdefault(stems[article], {}).setdefault(kind, []).append(row)
    frozen = {stem: {kind: tuple(items) for kind, items in kinds.items()} for stem, kinds in records.items()}
    return Export(published=published, records=frozen, uncited=uncited)


def stem_of(origin: str) -> str:
    """Return the name of an article: the last part of its path or address, without the suffix.

    Example:
        >>> stem_of("news/2021/a1.txt"), stem_of("https://news.example/a2.html#top")
        ('a1', 'a2')
    """
    name = PurePosixPath(origin.replace("\\", "/")).name.split("#")[0]
    return _SUFFIX.sub("", name)


def _row_problem(row: Mapping[str, Any]) -> str | None:
    kind, mentions = row.get("kind"), row.get("mentions") or []
    if not isinstance(kind, str | None):
        return f"expected 'kind' to be a word, found {kind!r}"
    if kind == "article" and not isinstance(row.get("id"), str):
        return f"expected the article's 'id', found {row.get('id')!r}"
    if not isinstance(mentions, list) or not all(isinstance(mention, dict) for mention in mentions):
        return f"expected 'mentions' to be a list of objects, found {mentions!r}"
    if not all(isinstance(mention.get("article"), str | None) for mention in mentions):
        return "expected the 'article' of a mention to be an id"
    return None
