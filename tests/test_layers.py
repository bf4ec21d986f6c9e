"""What the import contracts in pyproject.toml cannot say: which imports happen when, and that the contracts name what is there."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
STAGES = {"documents", "mentions", "links", "syntax", "claims", "records", "values", "kb", "codebook", "coding"}


@pytest.mark.parametrize("program", ["import dragoman", "import dragoman.cli; dragoman.cli.build_parser()"])
def test_import_is_silent_and_loads_no_language_model(program: str) -> None:
    heavy = "import sys; sys.exit(' '.join({'numpy', 'spacy', 'sqlite3'} & set(sys.modules)))"
    answer = subprocess.run([sys.executable, "-W", "error", "-c", f"{program}\n{heavy}"], capture_output=True, text=True, check=False)
    assert (answer.stdout, answer.stderr.strip()) == ("", "")


def test_pure_stages_are_all_under_the_contract_that_keeps_them_pure() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    pure = next(contract for contract in contracts if contract["type"] == "forbidden")
    assert set(pure["source_modules"]) == {f"dragoman.{stage}" for stage in STAGES | {"errors"}}
    assert {path.name for path in (ROOT / "src" / "dragoman").iterdir() if path.name in STAGES} == STAGES


def test_changelog_fragments_are_named_for_their_kind() -> None:
    fragments = [path.name for path in (ROOT / "changelog.d").glob("*.md")]
    kinds = {name.split(".")[-2] for name in fragments}
    assert kinds <= {"added", "changed", "fixed", "removed", "data"}
    assert all(name.count(".") == 2 for name in fragments)
