"""Gold lines: what a careful reader takes from each article, checked when they are read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import DataFileError
from dragoman.scoring.json_lines import read_objects
from dragoman.scoring.kinds import KINDS, Item

__all__ = ["GoldArticle", "read_gold"]

# What must stand in an item for it to be compared at all.
_NEEDED = {
    "encounters": ("type", "parties"),
    "sessions": ("parties",),
    "instruments": ("type", "parties"),
    "figures": ("indicator", "parties"),
    "projects": ("type", "parties"),
    "milestones": ("parties",),
    "events": ("source", "target", "type"),
    "positions": ("person", "office", "country"),
}
_TEXTS = (
    *("type", "date", "status", "place", "place_country", "body", "stage", "subject", "indicator", "unit", "period", "from", "to", "via"),
    *("occasion", "person", "office", "country"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One gold line.

    Attributes:
        id: The stem of the article's file.
        published: The day of publication, None where the text does not fix it.
        items: By kind; a kind that is missing is not scored for this article.
    """

    id: str
    published: str | None
    items: Mapping[str, tuple[Item, ...]]

    @property
    def is_negative(self) -> bool:
        """Whether the article tells nothing of any kind."""
        return all(not self.items.get(kind) for kind in KINDS)


def read_gold(path: Path) -> tuple[GoldArticle, ...]:
    """Read a gold file.

    Raises:
        DataFileError: The file cannot be read, or a line breaks the format: its file, line and problem are told.
    """
    articles = []
    first_lines: dict[str, int] = {}
    for number, row in read_objects(path):
        problem = _line_problem(row)
        if problem is None and row["id"] in first_lines:
            problem = f"the id {row['id']!r} stands twice, first in line {first_lines[row['id']]}"
        if problem is not None:
            raise DataFileError(str(path), number, problem)
        first_lines[row["id"]] = number
        items = {kind: tuple(row[kind] or ()) for kind in KINDS if kind in row}
        articles.append(GoldArticle(id=row["id"], published=row.get("published"), items=items))
    return tuple(articles)


def _line_problem(row: Mapping[str, Any]) -> str | None:
    if not isinstance(row.get("id"), str) or not row["id"]:
        return f"expected an 'id' with the name of the article, found {row.get('id')!r}"
    if not isinstance(row.get("published"), str | None):
        return f"expected 'published' to be a day or null, found {row['published']!r}"
    for kind in KINDS:
        items = row.get(kind)
        if items is not None and not isinstance(items, list):
            return f"expected {kind!r} to be a list, found {items!r}"
        for position, item in enumerate(items or (), start=1):
            if problem := _item_problem(kind, item):
                return f"{kind} {position}: {problem}"
    return None


def _item_problem(kind: str, item: object) -> str | None:
    if not isinstance(item, dict):
        return f"expected a JSON object, found {item!r}"
    for name in _NEEDED[kind]:
        if name not in item:
            return f"{name!r} is missing"
    for name in _TEXTS:
        if not isinstance(item.get(name), str | None):
            return f"expected {name!r} to be a text or null, found {item[name]!r}"
    for name, (is_right, expected) in _SHAPES.items():
        if name in item and item[name] is not None and not is_right(item[name]):
            return f"expected {name!r} to be {expected}, found {item[name]!r}"
    return None


def _is_codes(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(code, str) for code in value)


def _is_side(value: object) -> bool:
    return isinstance(value, str) or _is_codes(value)


def _is_people(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(person, dict) and isinstance(person.get("name"), str | None) for person in value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


_SHAPES: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "parties": (_is_codes, "a list of codes"),
    "source": (_is_side, "a code"),
    "target": (_is_side, "a code"),
    "people": (_is_people, "a list of objects with a 'name'"),
    "value": (_is_number, "a number"),
    "change": (_is_number, "a number"),
    "number": (_is_whole, "a whole number"),
    "ordinal": (_is_whole, "a whole number"),
    "optional": (_is_truth, "true or false"),
    "mutual": (_is_truth, "true or false"),
}
