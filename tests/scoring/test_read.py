"""Gold files and exports are checked when they are read, and a problem is told with its file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import DataFileError
from dragoman.scoring import read_export, read_gold

FINE = {"id": "a1", "published": "2021-05-03", "encounters": []}


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "not JSON"),
        ([1], "expected a JSON object, found list"),
        ({"published": None}, "expected an 'id'"),
        (FINE, "the id 'a1' stands twice, first in line 1"),
        ({"id": "b", "published": 2021}, "expected 'published' to be a day or null, found 2021"),
        ({"id": "b", "events": {}}, "expected 'events' to be a list"),
        ({"id": "b", "events": [{}, 3]}, "events 1: 'source' is missing"),
        ({"id": "b", "figures": [3]}, "figures 1: expected a JSON object, found 3"),
        ({"id": "b", "positions": [{"person": "Ana Lim", "country": "PRT"}]}, "positions 1: 'office' is missing"),
        ({"id": "b", "sessions": [{"parties": "PRT"}]}, "sessions 1: expected 'parties' to be a list of codes, found 'PRT'"),
        ({"id": "b", "sessions": [{"parties": [], "number": "third"}]}, "expected 'number' to be a whole number, found 'third'"),
        ({"id": "b", "encounters": [{"type": "call", "parties": [], "date": 3}]}, "expected 'date' to be a text or null, found 3"),
        ({"id": "b", "encounters": [{"type": "call", "parties": [], "people": ["Ana"]}]}, "expected 'people' to be a list of objects"),
        ({"id": "b", "milestones": [{"parties": [], "optional": "yes"}]}, "expected 'optional' to be true or false, found 'yes'"),
    ],
)
def test_read_gold_tells_file_line_and_problem(tmp_path: Path, line: object, problem: str) -> None:
    path = write(tmp_path / "gold.jsonl", FINE, "", line)
    with pytest.raises(DataFileError) as error:
        read_gold(path)
    assert problem in str(error.value)
    assert str(error.value).startswith(f"{path}:3: ")


def test_read_gold_tells_that_a_file_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="cannot be read: No such file"):
        read_gold(tmp_path / "none.jsonl")


def test_read_gold_tells_a_line_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b'{"id": "\xff"}\n')
    with pytest.raises(DataFileError, match="not UTF-8"):
        read_gold(path)


def test_read_gold_keeps_a_kind_that_is_missing_apart_from_an_empty_one(tmp_path: Path) -> None:
    (article,) = read_gold(write(tmp_path / "gold.jsonl", {"id": "a1", "events": None, "figures": []}))
    assert (article.items, article.published, article.is_negative) == ({"events": (), "figures": ()}, None, True)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[]", "expected a JSON object, found list"),
        ({"kind": 3}, "expected 'kind' to be a word, found 3"),
        ({"kind": "article"}, "expected the article's 'id', found None"),
        ({"kind": "event", "mentions": [3]}, "expected 'mentions' to be a list of objects"),
        ({"kind": "event", "mentions": [{"article": []}]}, "expected the 'article' of a mention to be an id"),
    ],
)
def test_read_export_tells_file_line_and_problem(tmp_path: Path, line: object, problem: str) -> None:
    path = write(tmp_path / "export.jsonl", line)
    with pytest.raises(DataFileError) as error:
        read_export(path)
    assert str(error.value).startswith(f"{path}:1: {problem}")


@pytest.mark.parametrize("origin", ["news/a1.txt", "C:\\news\\a1.html", "https://news.example/2021/a1.htm", "a1", "a1.jsonl#3"])
def test_read_export_names_an_article_by_the_stem_of_its_origin(tmp_path: Path, origin: str) -> None:
    rows: list[dict[str, Any]] = [
        {"kind": "event", "type": "AID", "mentions": [{"article": "x"}, {"article": "x"}]},
        {"kind": "article", "id": "x", "origin": origin, "published": "2021-05-03T10:00:00Z"},
        {"kind": "event", "mentions": []},
    ]
    export = read_export(write(tmp_path / "export.jsonl", *rows))
    assert (dict(export.published), export.of("a1", "events"), export.uncited) == ({"a1": "2021-05-03"}, (rows[0],), 1)
