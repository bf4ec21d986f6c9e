"""The gold sets that `gold/floors.json` names, read with this working tree: what `score_gate` and `errors` share."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, NotRequired, TypedDict

from dragoman import reconcile
from dragoman.exports import jsonl_lines
from dragoman.pages import read_pages
from dragoman.pipeline import read_many
from dragoman.scoring import Export, GoldArticle, gather, read_gold
from dragoman.values.article import Article
from dragoman.values.reading import Reading

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "gold" / "floors.json"
WORKERS = 2


class Near(TypedDict):
    """Another set that the macro F1 of this one may not fall behind by more than `macro`."""

    set: str
    macro: float


class GoldSet(TypedDict):
    """One entry of floors.json.

    Its texts and gold lines (from the repository), their digest, the floors of its figures and the ceilings of its faults. A set that
    is `only_scored` was written to measure the rules and not to make them: its texts are shown to nobody. `aims` are the ceilings that
    the project means to reach: as long as they are not met, the gate says so and lets the change pass.
    """

    texts: str
    gold: str
    digest: str
    floors: dict[str, float]
    ceilings: NotRequired[dict[str, float]]
    near: NotRequired[Near]
    aims: NotRequired[dict[str, float]]
    only_scored: NotRequired[bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSet:
    """A gold set, read; `rejected` says why a text was not read, once each."""

    gold: tuple[GoldArticle, ...]
    export: Export
    rejected: tuple[str, ...] = ()


def load_sets() -> dict[str, GoldSet]:
    """Return the sets by name."""
    sets: dict[str, GoldSet] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return sets


def missing_paths(entry: GoldSet) -> list[str]:
    """Return what of a set is not on this machine, from the repository."""
    return [path for path in (entry["texts"], entry["gold"]) if not (ROOT / path).exists()]


def digest_of(texts: Path, gold: Path) -> str:
    """Return the SHA-256 over the gold lines and the texts of a set, names included."""
    digest = hashlib.sha256()
    for path in (gold, *sorted(texts.iterdir())):
        digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_sets(sets: Mapping[str, GoldSet]) -> dict[str, ReadSet]:
    """Read the texts of all the sets in one run over two processes.

    Raises:
        DataFileError: A gold file is malformed.
    """
    gold = {name: read_gold(ROOT / entry["gold"]) for name, entry in sets.items()}
    pages = {name: list(read_pages([str(ROOT / entry["texts"])])) for name, entry in sets.items()}
    readings = read_many((page for some in pages.values() for page in some), workers=WORKERS)
    read = {}
    for name in sets:  # in the order in which the pages went in
        some = [next(readings) for _ in pages[name]]
        rejected = dict.fromkeys(reading.rejection.detail for reading in some if reading.rejection is not None)
        read[name] = ReadSet(gold=gold[name], export=gather(export_rows(some)), rejected=tuple(rejected))
    return read


def export_rows(readings: Sequence[Reading]) -> Iterator[dict[str, Any]]:
    """Yield what an export of these readings holds."""
    documents = [reading.document for reading in readings if reading.document is not None]
    articles = (Article(**{field.name: getattr(document, field.name) for field in fields(Article)}) for document in documents)
    records = (record for reading in readings for record in reconcile(reading.claims))
    return map(json.loads, jsonl_lines(articles, records))
