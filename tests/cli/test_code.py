"""``dragoman code``: JSON lines in, JSON lines out, and what it says when a line cannot be coded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.cli import main

LINE = {"id": 7, "sentence": "Peru thanked Chile.", "actor": "Peru", "recipient": [13, 18]}


def _write(folder: Path, *lines: object) -> str:
    path = folder / "sentences.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return str(path)


def test_each_line_is_coded_and_keeps_its_own_keys(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", "--rules-only", _write(tmp_path, LINE, "", LINE)]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first == second
    assert (first["id"], first["type"], first["decided_by"], first["model"]) == (7, "SUPPORT", "rules", None)
    assert first["words"] == [{"start": 5, "end": 12, "text": "thanked"}]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ({**LINE, "actor": "Bolivia"}, "line 2: the actor 'Bolivia' does not stand in the sentence"),
        ({"sentence": "Peru thanked Chile."}, "line 2: expected a JSON object with sentence, actor and recipient"),
        ("no json", "line 2: expected a JSON object"),
    ],
)
def test_a_line_that_cannot_be_coded_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: object, problem: str) -> None:
    assert main(["code", "--rules-only", _write(tmp_path, LINE, line)]) == 1
    assert problem in capsys.readouterr().err


def test_a_missing_file_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", str(tmp_path / "none.jsonl")]) == 1
    assert "cannot read" in capsys.readouterr().err
