"""The demo corpus is whole, and its gold speaks of nothing that the texts do not say."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from dragoman.demo import OUTLETS, PAIR, articles, corpus_folder
from dragoman.values.edtf import is_edtf

GOLD = Path(__file__).parents[2] / "gold" / "demo.jsonl"
PLOVER_TYPES: list[str | None] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
TYPES: dict[str, set[str | None]] = {
    "encounters": {"meeting", "call", "visit", "consultations", "negotiations", "conference", "ceremony"},
    "sessions": {"commission", "committee", "council", "working group", "forum", "dialogue"},
    "instruments": {"treaty", "agreement", "memorandum", "protocol", "declaration", "statement", "contract", "programme", "letter"},
    "projects": {"transport link", "energy", "reconstruction", "demining", "industry", "infrastructure", "space", "culture", "other"},
    "events": set(PLOVER_TYPES),
}
STAGES: dict[str, set[str | None]] = {
    "instruments": {
        *"announced negotiated initialled signed approved ratified implemented suspended terminated delivered".split(),
        "in force",
        None,
    },
    "projects": {"proposed", "agreed", "under construction", "running", "completed", "suspended", "cancelled"},
}
INDICATORS = {
    "trade turnover",
    "exports",
    "imports",
    "investment",
    "aid",
    "loan",
    "freight",
    "tourists",
    "students",
    "companies",
    "other",
} | {
    "displaced persons",
}
STATUSES = {"occurred", "ongoing", "planned", "proposed", "denied"}
KINDS = ("encounters", "sessions", "instruments", "figures", "projects", "milestones", "events", "positions")


def gold() -> list[dict[str, Any]]:
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


TEXTS = {Path(page.origin).stem: page.content.decode() for page in articles() if isinstance(page.content, bytes)}


def test_corpus_is_clean_unicode_and_dated_by_its_file_names() -> None:
    assert len(TEXTS) == len(list(corpus_folder().iterdir())) >= 30
    for name, text in TEXTS.items():
        assert text == unicodedata.normalize("NFC", text)
        assert text.isprintable() or set(filter(lambda c: not c.isprintable(), text)) == {"\n"}
        assert "2023" <= name[:4] <= "2024"
        assert 100 <= len(text.split()) <= 300


def test_every_article_names_its_outlet_or_year() -> None:
    without_year = [name for name, text in TEXTS.items() if name[:4] not in text]
    assert without_year == ["2023-09-21-caspian-wire-new-york"]


def test_articles_come_from_every_outlet() -> None:
    assert {page.metadata.publisher for page in articles()} == set(OUTLETS.values())


def test_gold_has_one_line_for_each_article_in_order() -> None:
    assert [line["id"] for line in gold()] == sorted(TEXTS)


@pytest.mark.parametrize("line", gold(), ids=lambda line: line["id"])
def test_gold_values_are_those_of_the_codebook(line: dict[str, Any]) -> None:
    assert set(line) == {"id", "published", *KINDS}
    assert line["published"] is None or line["id"].startswith(line["published"])
    for kind in KINDS:
        for item in line[kind]:
            assert item.get("type") in TYPES.get(kind, {None})
            assert item.get("stage") in STAGES.get(kind, {None})
            assert item.get("indicator") in (INDICATORS if kind == "figures" else {None})
            assert item.get("status", "occurred") in STATUSES
            assert all(is_edtf(item[key]) for key in ("date", "period") if item.get(key))
            parties = item.get("parties", [])
            assert kind == "figures" or parties == sorted(set(parties))


@pytest.mark.parametrize("line", gold(), ids=lambda line: line["id"])
def test_gold_names_and_places_stand_in_the_text(line: dict[str, Any]) -> None:
    text = TEXTS[line["id"]].casefold()
    people = [person["name"] for item in line["encounters"] for person in item["people"]]
    names = people + [item["person"] for item in line["positions"]] + [item["place"] for item in line["encounters"]]
    names += [item[end] for item in line["projects"] for end in ("from", "to")]
    assert [name for name in names if name and name.casefold() not in text] == []


@pytest.mark.parametrize("line", gold(), ids=lambda line: line["id"])
def test_gold_events_tell_each_direction_once(line: dict[str, Any]) -> None:
    told: Counter[tuple[str, str, str, str]] = Counter()
    for event in line["events"]:
        ends = {(event["source"], event["target"])} | ({(event["target"], event["source"])} if event["mutual"] else set())
        told.update((source, target, event["type"], event["status"]) for source, target in ends)
    assert [direction for direction, count in told.items() if count > 1] == []


def test_gold_tells_every_kind_and_the_whole_life_of_the_agreement() -> None:
    lines = gold()
    assert all(any(not item.get("optional") for line in lines for item in line[kind]) for kind in KINDS)
    stages = [item["stage"] for line in lines for item in line["instruments"] if item["type"] == "agreement" and not item["optional"]]
    assert stages[0] == "announced"
    assert [stage for stage in dict.fromkeys(stages) if stage != "signed"] == ["announced", "initialled", "ratified", "in force"]
    assert all(set(PAIR) & set(item["parties"]) for line in lines for item in line["encounters"])


def test_article_off_the_subject_yields_nothing() -> None:
    (judo,) = [line for line in gold() if line["id"].endswith("judo")]
    assert not any(judo[kind] for kind in KINDS)
