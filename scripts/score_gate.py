#!/usr/bin/env python3
"""Read each gold set with this working tree and refuse a score under its floor.

    scripts/score_gate           compare with gold/floors.json
    scripts/score_gate --write   raise the floors to what is measured now, less a small margin

A floor holds for one corpus, named by its digest. `--write` never lowers a floor of the same corpus: that is done by hand, with a
decision note. A gold set that is not on this machine is skipped, and said so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "gold" / "floors.json"
PROGRAM = ROOT / ".venv" / "bin" / "dragoman"
MARGIN = 0.02  # the parser rounds a little differently on other processors: one sentence read otherwise must not fail a small kind
KINDS = ("encounters", "sessions", "instruments", "figures", "projects", "milestones", "events", "positions")


class GoldSet(TypedDict):
    """One entry of floors.json: its texts, gold lines and scorer (from the repository), their digest, and the F1 floors."""

    texts: str
    gold: str
    scorer: str
    digest: str
    floors: dict[str, float]


def digest_of(texts: Path, gold: Path) -> str:
    """Return the SHA-256 over the gold lines and the texts of a set, names included."""
    digest = hashlib.sha256()
    for path in (gold, *sorted(texts.iterdir())):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def measure(texts: Path, gold: Path, scorer: Path) -> dict[str, float]:
    """Read the texts of a set with the program and return F1 by kind, and over all."""
    with tempfile.TemporaryDirectory() as work:
        record, export = Path(work, "gate.db"), Path(work, "gate.jsonl")
        subprocess.run([PROGRAM, "read", texts, "--record", record, "--quiet"], check=True, stdout=subprocess.DEVNULL)
        with export.open("wb") as lines:
            subprocess.run([PROGRAM, "export", "--record", record, "--format", "jsonl"], check=True, stdout=lines)
        answer = subprocess.run([sys.executable, scorer, gold, export, "--json"], check=True, capture_output=True, text=True)
    score = json.loads(answer.stdout)
    present = {kind: score[kind]["f1"] for kind in KINDS if score[kind]["tp"] + score[kind]["fn"]}
    return present | {"macro": score["macro_f1"], "micro": score["micro"]["f1"]}


def complaints(name: str, gold: GoldSet, digest: str, measured: dict[str, float]) -> list[str]:
    """Return one line for each way in which a set falls short; none when it passes."""
    if gold["digest"] != digest:
        return [f"{name}: its floors were measured on another corpus, or never; look at what changed, then run scripts/score_gate --write"]
    return [
        f"{name}: {kind} F1 {measured.get(kind, 0.0):.4f} is under its floor {floor:.4f}"
        for kind, floor in gold["floors"].items()
        if measured.get(kind, 0.0) < floor
    ]


def raised(gold: GoldSet, digest: str, measured: dict[str, float]) -> GoldSet:
    """Return the entry with its floors at the measure less the margin, never lower than they were for the same corpus."""
    old = gold["floors"] if gold["digest"] == digest else {}
    floors = {kind: max(round(max(f1 - MARGIN, 0.0), 4), old.get(kind, 0.0)) for kind, f1 in measured.items()}
    return {**gold, "digest": digest, "floors": floors}


def main() -> int:
    """Gate every set of floors.json; with `--write`, record its new floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured now")
    write = parser.parse_args().write
    sets: dict[str, GoldSet] = json.loads(FLOORS.read_text(encoding="utf-8"))
    found: list[str] = []
    for name, gold in sets.items():
        texts, lines, scorer = ROOT / gold["texts"], ROOT / gold["gold"], ROOT / gold["scorer"]
        missing = [path for path in (texts, lines, scorer) if not path.exists()]
        if missing:
            print(f"{name}: skipped, {', '.join(os.path.relpath(path, ROOT) for path in missing)} is not on this machine")
            continue
        digest, measured = digest_of(texts, lines), measure(texts, lines, scorer)
        print(f"{name}: " + "  ".join(f"{kind} {f1:.3f}" for kind, f1 in measured.items()))
        if write:
            sets[name] = raised(gold, digest, measured)
        else:
            found += complaints(name, gold, digest, measured)
    if write:
        FLOORS.write_text(json.dumps(sets, indent=2) + "\n", encoding="utf-8")
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
