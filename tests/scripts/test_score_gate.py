"""The score gate refuses what it should, and its floors only rise."""

from __future__ import annotations

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "scripts" / "score_gate"
    spec = spec_from_loader("score_gate", SourceFileLoader("score_gate", str(path)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_set(**floors: float) -> dict[str, object]:
    return {"texts": "texts", "gold": "gold.jsonl", "scorer": "score.py", "digest": "d1", "floors": floors}


def test_gate_names_each_kind_under_its_floor_and_no_other(gate: ModuleType) -> None:
    complaints = gate.complaints("dev", gold_set(events=0.5, figures=0.7), "d1", {"events": 0.499, "figures": 0.7})
    assert complaints == ["dev: events F1 0.4990 is under its floor 0.5000"]


def test_gate_refuses_a_kind_that_is_no_longer_measured(gate: ModuleType) -> None:
    assert gate.complaints("dev", gold_set(events=0.5), "d1", {}) == ["dev: events F1 0.0000 is under its floor 0.5000"]


def test_gate_refuses_floors_of_another_corpus(gate: ModuleType) -> None:
    (complaint,) = gate.complaints("dev", gold_set(events=0.1), "d2", {"events": 0.9})
    assert "measured on another corpus" in complaint


def test_written_floors_rise_with_the_measure_and_never_fall(gate: ModuleType) -> None:
    written = gate.raised(gold_set(events=0.5, figures=0.7), "d1", {"events": 0.6, "figures": 0.6, "sessions": 0.0})
    assert written["floors"] == {"events": 0.58, "figures": 0.7, "sessions": 0.0}


def test_written_floors_start_anew_with_a_new_corpus(gate: ModuleType) -> None:
    written = gate.raised(gold_set(events=0.9), "d2", {"events": 0.6})
    assert (written["digest"], written["floors"]) == ("d2", {"events": 0.58})


def test_digest_changes_with_a_text_and_with_a_name(gate: ModuleType, tmp_path: Path) -> None:
    gold, texts = tmp_path / "gold.jsonl", tmp_path / "texts"
    texts.mkdir()
    gold.write_text("{}\n", encoding="utf-8")
    text = texts / "one.txt"
    text.write_text("The ministers met.", encoding="utf-8")
    digests = [gate.digest_of(texts, gold)]
    text.write_text("The ministers spoke.", encoding="utf-8")
    digests.append(gate.digest_of(texts, gold))
    text.rename(texts / "two.txt")
    digests.append(gate.digest_of(texts, gold))
    assert len(set(digests)) == 3
