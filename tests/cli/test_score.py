"""``dragoman score`` prints figures, errors and fields, and refuses malformed files in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli import main

GOLD = {
    "id": "a1",
    "published": "2021-05-03",
    "encounters": [
        {"type": "meeting", "parties": ["CHL", "NOR"], "people": [], "place": "Oslo", "date": "2021-05-03", "status": "planned"}
    ],
    "events": [{"source": "NOR", "target": "CHL", "type": "AID", "mutual": False, "status": "occurred", "optional": False}],
}
EXPORT = (
    {"id": "x", "kind": "article", "origin": "a1.txt", "published": "2021-05-03"},
    {"kind": "encounter", "type": "meeting", "parties": ["CHL", "NOR"], "place": {"name": "Bergen"}, "mentions": [{"article": "x"}]},
    {"kind": "event", "type": "AID", "actors": [{"country": "CHL"}], "recipients": [{"country": "NOR"}], "mentions": [{"article": "x"}]},
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    gold, export = tmp_path / "gold.jsonl", tmp_path / "export.jsonl"
    gold.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    export.write_text("".join(json.dumps(row) + "\n" for row in EXPORT), encoding="utf-8")
    return str(gold), str(export)


def test_score_prints_a_line_for_each_kind_and_the_errors_asked_for(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", *files, "--errors", "1"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "encounters   P 1.000  R 1.000  F1 1.000   (1 right, 0 false, 0 missed)",
        "events       P 0.000  R 0.000  F1 0.000   (0 right, 1 false, 1 missed)",
        "    missed  a1: NOR → CHL AID",
        "macro F1 0.5000   micro F1 0.5000",
        "accuracy     published 1.0000  date 0.0000  place 0.0000  status 0.0000",
        "articles found 1 of 1; records without a mention: 0",
    ]


def test_score_tells_the_fields_when_asked(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", *files, "--fields"]) == 0
    assert "encounters place          0.000   (0 of 1)" in capsys.readouterr().out
    assert main(["score", *files, "--fields", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["fields"]["encounters.type"] == 1.0


def test_score_refuses_a_malformed_gold_line_in_one_line(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    Path(files[0]).write_text('{"id": "a1", "events": [{"source": "NOR"}]}\n', encoding="utf-8")
    assert main(["score", *files]) == 1
    assert capsys.readouterr().err == f"dragoman: {files[0]}:1: events 1: 'target' is missing\n"
