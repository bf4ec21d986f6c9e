"""The figures are those of the scorer that came with the evaluation sets, whatever the export is like."""

from __future__ import annotations

import contextlib
import copy
import io
import json
import sys
from collections.abc import Callable
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import Reader, cli, reconcile
from dragoman.exports import jsonl_lines
from dragoman.pages import read_pages
from dragoman.scoring import KINDS
from dragoman.values.article import Article

Row = dict[str, Any]
Figures = Callable[[list[Row]], tuple[Row, Row]]
SETS = ("dev", "seeds")
CHANGES: dict[str, tuple[Any, ...]] = {
    "type": ("visit", "meeting", "agreement", "AID", "CONSULT", None),
    "parties": ([], ["NOR"], ["CHL", "NOR"], ["IRN", "AZE"], None),
    "date": (None, "2021", "2021-05", "2021-05-03", "2021-04-30/2021-06", "XXXX-05-03", "198X", "2021~", "/2021"),
    "status": (None, "occurred", "planned", "denied"),
    "stage": (None, "signed", "in force"),
    "place": (None, {"name": "Baku"}, {"name": None, "country": "AZE"}, "Ankara"),
    "value": (None, 0, 5_400_000, "71.5", "much"),
    "change": (None, 0.09, -1),
    "number": (None, 3, 15),
    "ordinal": (None, 25, 30),
    "person": (None, "", "Ola Brekke"),
    "office": (None, "minister", "deputy foreign minister", "Secretary of State"),
    "country": (None, "NOR"),
    "mutual": (True, False, None),
    "actors": ([], [{"country": "IRN"}], [{"country": "AZE"}, {"country": None}]),
    "mentions": ([], None, [{"article": "nowhere"}]),
    "published": (None, "2021-05-03T09:00:00Z", "2022"),
    "origin": (None, "elsewhere.txt"),
    "kind": ("event", "poem"),
}


@pytest.fixture(scope="module", params=SETS)
def gold_path(request: pytest.FixtureRequest, shared: Path) -> Path:
    return shared / "eval" / str(request.param) / "gold.jsonl"


@pytest.fixture(scope="module")
def theirs(shared: Path) -> Callable[[], None]:
    path = shared / "eval" / "score.py"
    spec = spec_from_loader("their_scorer", SourceFileLoader("their_scorer", str(path)))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    main: Callable[[], None] = module.main
    return main


@pytest.fixture
def figures(gold_path: Path, theirs: Callable[[], None], tmp_path: Path) -> Figures:
    """Give what runs both scorers on an export and returns both answers."""
    export = tmp_path / "export.jsonl"

    def run(rows: list[Row]) -> tuple[Row, Row]:
        export.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        ours, other = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(ours):
            assert cli.main(["score", str(gold_path), str(export), "--json"]) == 0
        argv, sys.argv = sys.argv, ["score.py", str(gold_path), str(export), "--json"]
        try:
            with contextlib.redirect_stdout(other):
                theirs()
        finally:
            sys.argv = argv
        return json.loads(ours.getvalue()), json.loads(other.getvalue())

    return run


def perfect_export(gold_path: Path) -> list[Row]:
    """Return an export that says what the gold says, in an export's words."""
    rows: list[Row] = []
    for line in gold_path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        rows.append({"kind": "article", "id": "x" + gold["id"], "origin": f"texts/{gold['id']}.txt", "published": gold["published"]})
        for kind in KINDS:
            for item in gold[kind]:
                row = {"kind": kind.removesuffix("s"), "mentions": [{"article": "x" + gold["id"]}], **item}
                row.pop("optional", None)
                if kind == "encounters":
                    row |= {"participants": row.pop("people"), "place": {"name": item["place"], "country": item["place_country"]}}
                if kind == "events":
                    row |= {"actors": [{"country": row.pop("source")}], "recipients": [{"country": row.pop("target")}]}
                rows.append(row)
    return rows


def read_export_rows(reader: Reader, texts: Path) -> list[Row]:
    readings = [reading for reading in reader.read_many(read_pages([str(texts)])) if reading.document]
    articles = [
        Article(**{name: getattr(reading.document, name) for name in Article.__dataclass_fields__})
        for reading in readings
        if reading.document
    ]
    records = [record for reading in readings for record in reconcile(reading.claims)]
    return [json.loads(line) for line in jsonl_lines(articles, records)]


def perturb(rows: list[Row], draw: Random, share: float) -> list[Row]:
    """Drop, repeat, move and change rows."""
    changed = []
    for row in copy.deepcopy(rows):
        if draw.random() < share:
            fitting = [name for name in CHANGES if name in row]
            name = draw.choice(fitting)
            action = draw.choice(("drop", "repeat", "move", "change", "change", "change", "borrow"))
            if action == "drop":
                continue
            if action == "repeat":
                changed.append(dict(row))
            if action == "move" and row["kind"] != "article":
                row["mentions"] = draw.choice(rows).get("mentions") or []
            if action == "change":
                row[name] = copy.deepcopy(draw.choice(CHANGES[name]))
            if action == "borrow":
                row |= {key: value for key, value in draw.choice(rows).items() if key in CHANGES and key not in {"kind", "mentions"}}
        changed.append(row)
    if draw.random() < share:
        draw.shuffle(changed)
    return changed


def test_figures_are_the_same_for_an_empty_and_a_perfect_export(gold_path: Path, figures: Figures) -> None:
    perfect = perfect_export(gold_path)
    for rows in ([], perfect, [row for row in perfect if row["kind"] == "article"], perfect[: len(perfect) // 2], perfect[1::2]):
        ours, other = figures(rows)
        assert list(ours.items()) == list(other.items())


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), share=st.sampled_from((0.02, 0.2, 0.7)))
def test_figures_are_the_same_for_a_perturbed_export(gold_path: Path, figures: Figures, seed: int, share: float) -> None:
    ours, other = figures(perturb(perfect_export(gold_path), Random(seed), share))  # noqa: S311 - a sample, not a secret
    assert ours == other


def test_figures_are_the_same_for_what_dragoman_reads(reader: Reader, gold_path: Path, figures: Figures) -> None:
    if gold_path.parent.name != "seeds":
        pytest.skip("two articles are enough, and reading is slow")
    rows = read_export_rows(reader, gold_path.parent / "texts")
    assert any(row["kind"] == "encounter" for row in rows)
    for share in (0.0, 0.1, 0.5):
        ours, other = figures(perturb(rows, Random(1), share))  # noqa: S311 - a sample, not a secret
        assert ours == other
