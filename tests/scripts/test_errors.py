"""Misses are put down to the first thing that went wrong, false finds to their rule, and a set that is only scored stays unseen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dragoman import RawPage, Reader
from error_classes import ArticleReading, classify_miss, wrong_part
from error_report import Groups, group_errors, json_lines, read_article, table_lines
from gold_sets import ROOT, GoldSet

TEXT = (
    "OSLO, 3 May 2021 - The foreign minister of Norway, Kari Brekke, met her Chilean counterpart, Tomás Oyarzún, in Oslo on Monday.\n\n"
    "The harbour was full of boats. Norway and Chile are far apart."
)
MEETING: dict[str, Any] = {"type": "meeting", "parties": ["CHL", "NOR"], "people": [], "place": "Bergen", "date": "2021-05-03"}


@pytest.fixture(scope="module")
def article(reader: Reader) -> ArticleReading:
    read = read_article(RawPage(origin="a1.txt", content=TEXT), reader._loaded())
    assert read is not None
    return read


@pytest.fixture
def gold_set(tmp_path: Path) -> GoldSet:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a1.txt").write_text(TEXT, encoding="utf-8")
    lines = {"id": "a1", "published": "2021-05-03", "encounters": [MEETING, {**MEETING, "type": "call"}], "positions": []}
    (tmp_path / "gold.jsonl").write_text(json.dumps(lines) + "\n", encoding="utf-8")
    return {"texts": str(texts), "gold": str(tmp_path / "gold.jsonl"), "digest": "", "floors": {}}


@pytest.mark.parametrize(
    ("kind", "gold", "said", "part"),
    [
        ("encounters", MEETING, {**MEETING, "type": "visit"}, "type"),
        ("encounters", MEETING, {**MEETING, "parties": ["CHL", "PER"]}, "parties"),
        ("encounters", MEETING, {**MEETING, "type": "call", "parties": ["CHL", "PER"]}, None),
        ("sessions", {"parties": ["CHL"], "number": 3}, {"parties": ["CHL"], "number": 4}, "number"),
        ("instruments", {**MEETING, "stage": "signed"}, {**MEETING, "stage": "in force"}, "stage"),
        (
            "figures",
            {"indicator": "aid", "value": 5, "parties": ["NOR"]},
            {"indicator": "loan", "value": 5, "parties": ["NOR"]},
            "indicator",
        ),
        ("figures", {"indicator": "aid", "value": 5, "parties": ["NOR"]}, {"indicator": "aid", "value": 6, "parties": ["NOR"]}, "value"),
        ("events", {"key": ("NOR", "CHL", "AID")}, {"key": ("NOR", "CHL", "AGREE")}, "type"),
        ("events", {"key": ("NOR", "CHL", "AID")}, {"key": ("CHL", "NOR", "AID")}, "direction"),
        ("events", {"key": ("NOR", "CHL", "AID")}, {"key": ("NOR", "PER", "AID")}, "recipient"),
        ("events", {"key": ("NOR", "CHL", "AID")}, {"key": ("PER", "CHL", "ACCUSE")}, None),
    ],
)
def test_wrong_part_names_what_differs(kind: str, gold: dict[str, Any], said: dict[str, Any], part: str | None) -> None:
    assert wrong_part(kind, gold, said) == part


@pytest.mark.parametrize(
    ("kind", "item", "name"),
    [
        ("sessions", {"parties": ["CHL", "NOR"], "body": "Joint Commission"}, "no trigger word known"),
        ("encounters", {**MEETING, "parties": ["NOR", "PER"]}, "party not linked"),
        ("encounters", {**MEETING, "parties": ["LAO", "PER"]}, "no party linked"),
        ("figures", {"indicator": "aid", "value": 7, "parties": ["CHL", "NOR"]}, "value not found"),
        ("events", {"key": ("CHL", "NOR", "CONSULT")}, "its encounter or session is missed"),
        ("positions", {"person": "Ada Lovell", "office": "foreign minister", "country": "NOR"}, "person not found"),
    ],
)
def test_classify_miss_names_the_first_thing_that_went_wrong(article: ArticleReading, kind: str, item: dict[str, Any], name: str) -> None:
    assert classify_miss(kind, item, (), [("encounters", MEETING)], article).name == name


def test_classify_miss_tells_an_article_that_was_not_read() -> None:
    assert classify_miss("encounters", MEETING, (), (), None).name == "article not read"


def test_group_errors_groups_misses_false_finds_and_wrong_fields(gold_set: GoldSet, reader: Reader) -> None:
    groups = group_errors(gold_set, reader._loaded())
    assert len(groups["missed", "encounters", "another record of the kind made"]) == 1
    (wrong,) = groups["wrong field", "encounters", "place"]
    assert "expected Bergen, said Oslo" in wrong.item
    assert wrong.sentence is not None
    assert "met her Chilean counterpart" in wrong.sentence
    false = [(kind, rule) for what, kind, rule in groups if what == "false"]
    assert false
    assert all(kind == "positions" and rule.startswith("position.") for kind, rule in false)


def test_tables_without_examples_hold_counts_alone(gold_set: GoldSet, reader: Reader) -> None:
    groups: Groups = group_errors(gold_set, reader._loaded())
    for lines in (table_lines("unseen", groups, 0), json_lines("unseen", groups, 0)):
        told = "\n".join(lines)
        assert "encounters" in told
        assert not any(word in told for word in ("a1", "Brekke", "Oslo", "CHL", "counterpart"))
    assert "Brekke" in "\n".join(table_lines("seen", groups, 3))


def test_errors_refuses_a_set_that_is_only_scored() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "error_report.py"), "own-heldout"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "own-heldout is only scored" in answer.stderr
