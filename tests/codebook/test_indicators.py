"""The table of indicators loads, and a table that breaks its rules says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook.indicators import indicators, load_indicators
from dragoman.codebook.tables import DATA
from dragoman.errors import DataFileError

PACKAGED = (DATA / "indicators.toml").read_text(encoding="utf-8")


def cues(text: str) -> list[tuple[str, str, str]]:
    return [(text[cue.start : cue.end], cue.indicator.name, cue.voice) for cue in indicators().find_cues(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("its exports grew", [("exports", "exports", "noun")]),
        ("it exported gas", [("exported", "exports", "gives")]),
        ("it imported gas", [("imported", "imports", "takes")]),
        ("a wider export credit line", [("export", "exports", "gives"), ("credit line", "loan", "noun")]),
        ("two-way trade rose", [("two-way trade", "trade turnover", "noun")]),
        ("it promised relief", [("promised", "aid", "weak"), ("relief", "aid", "noun")]),
        ("a buy-back deal with the trade minister", []),
    ],
)
def test_find_cues_names_what_words_evoke(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert cues(text) == expected


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('name = "loan"', 'name = "loot"', "no indicator is called 'loot'"),
        ('roles = "debtor"', 'roles = "owner"', "needs roles"),
        ('counts = ["companies"]', 'counts = ["firms"]', "does not list"),
        ("explicit = true", "implicit = true", "unknown keys"),
        ('gives = ["lend"]', 'gives = ["owe"]', "evokes both"),
        ("'crossed the border'", "'crossed (the border'", "no regular expression"),
        ('reached = ["reached"', 'arrived = ["reached"', r"\[words\] must have exactly"),
    ],
)
def test_load_indicators_refuses_a_table_that_breaks_its_rules(tmp_path: Path, old: str, new: str, problem: str) -> None:
    assert PACKAGED.count(old) >= 1
    path = tmp_path / "indicators.toml"
    path.write_text(PACKAGED.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_indicators(path)
