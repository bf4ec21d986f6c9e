"""The score gate refuses what it should, and its floors only rise."""

from __future__ import annotations

from pathlib import Path

from dragoman import Reader
from dragoman.scoring import GoldArticle, gather, score
from gold_sets import ROOT, GoldSet, ReadSet, digest_of, export_rows, load_sets, missing_paths, read_sets
from score_gate import complaints, laggards, measure, raised, unmet


def gold_set(**floors: float) -> GoldSet:
    return {"texts": "texts", "gold": "gold.jsonl", "digest": "d1", "floors": floors}


def test_gate_names_each_figure_under_its_floor_and_no_other() -> None:
    found = complaints("dev", gold_set(events=0.5, date_accuracy=0.7), "d1", {"events": 0.499, "date_accuracy": 0.7})
    assert found == ["dev: events 0.4990 is under its floor 0.5000"]


def test_gate_refuses_a_kind_that_is_no_longer_measured() -> None:
    assert complaints("dev", gold_set(events=0.5), "d1", {}) == ["dev: events 0.0000 is under its floor 0.5000"]


def test_gate_refuses_floors_of_another_corpus() -> None:
    (complaint,) = complaints("dev", gold_set(events=0.1), "d2", {"events": 0.9})
    assert "measured on another corpus" in complaint


def test_gate_refuses_records_in_negative_articles_over_the_ceiling() -> None:
    entry: GoldSet = {**gold_set(), "ceilings": {"records_per_negative": 0.1}}
    assert complaints("dev", entry, "d1", {"records_per_negative": 0.1}) == []
    assert complaints("dev", entry, "d1", {"records_per_negative": 0.125}) == [
        "dev: records_per_negative 0.1250 is over its ceiling 0.1000"
    ]


def test_gate_refuses_a_set_too_far_behind_the_one_it_must_stay_near() -> None:
    sets: dict[str, GoldSet] = {"own": gold_set(), "unseen": {**gold_set(), "near": {"set": "own", "macro": 0.08}}}
    assert laggards(sets, {"own": {"macro": 0.88}, "unseen": {"macro": 0.80}}) == []
    assert laggards(sets, {"unseen": {"macro": 0.1}}) == []
    assert laggards(sets, {"own": {"macro": 0.88}, "unseen": {"macro": 0.79}}) == [
        "unseen: macro 0.7900 is more than 0.08 under own, 0.8800"
    ]


def test_measure_counts_the_records_of_articles_that_tell_nothing() -> None:
    gold = tuple(GoldArticle(id=name, published=None, items={"events": ()}) for name in ("a1", "a2", "a3", "a4"))
    articles = [{"kind": "article", "id": name, "origin": f"{name}.txt"} for name in ("a1", "a2", "a3")]
    records = [{"kind": kind, "mentions": [{"article": "a2"}]} for kind in ("event", "session")]
    figures = measure(ReadSet(gold=gold, export=gather([*articles, *records])))
    assert (figures["records_per_negative"], figures["articles_found"]) == (0.5, 0.75)


def test_written_floors_rise_with_the_measure_and_never_fall() -> None:
    measured = {"events": 0.6, "figures": 0.6, "sessions": 0.0, "articles_found": 1.0, "records_per_negative": 3.0}
    written = raised(gold_set(events=0.5, figures=0.7), "d1", measured)
    assert written["floors"] == {"events": 0.58, "figures": 0.7, "sessions": 0.0, "articles_found": 1.0}


def test_written_floors_start_anew_with_a_new_corpus_and_ceilings_stay() -> None:
    entry: GoldSet = {**gold_set(events=0.9), "ceilings": {"records_per_negative": 0.1}}
    written = raised(entry, "d2", {"events": 0.6, "articles_found": 0.5})
    assert (written["digest"], written["floors"]) == ("d2", {"events": 0.58, "articles_found": 0.48})
    assert written["ceilings"] == {"records_per_negative": 0.1}


def test_digest_changes_with_a_text_and_with_a_name(tmp_path: Path) -> None:
    gold, texts = tmp_path / "gold.jsonl", tmp_path / "texts"
    texts.mkdir()
    gold.write_text("{}\n", encoding="utf-8")
    text = texts / "one.txt"
    text.write_text("The ministers met.", encoding="utf-8")
    digests = [digest_of(texts, gold)]
    text.write_text("The ministers spoke.", encoding="utf-8")
    digests.append(digest_of(texts, gold))
    text.rename(texts / "two.txt")
    digests.append(digest_of(texts, gold))
    assert len(set(digests)) == 3


def test_sets_of_the_repository_name_texts_and_those_that_are_only_scored_stay_near_another() -> None:
    sets = load_sets()
    assert {"demo", "own-dev", "own-heldout"} <= sets.keys()
    assert missing_paths(sets["demo"]) == []
    assert all("near" in entry and entry["near"]["set"] in sets for entry in sets.values() if entry.get("only_scored"))


def test_sets_read_in_processes_score_as_a_reader_does(reader: Reader) -> None:
    entry = load_sets()["demo"]
    (read,) = read_sets({"demo": entry}).values()
    pages = sorted((ROOT / entry["texts"]).glob("*.txt"))[:3]
    here = gather(export_rows([reader.read(page.read_text(encoding="utf-8"), origin=page.name) for page in pages]))
    some = [article for article in read.gold if article.id in {page.stem for page in pages}]
    assert some
    assert score(some, read.export).kinds == score(some, here).kinds


def test_missing_paths_names_what_is_not_there() -> None:
    entry: GoldSet = {**load_sets()["demo"], "gold": "nowhere"}
    assert missing_paths(entry) == ["nowhere"]


def test_gate_names_aims_that_are_not_met_and_lets_them_pass() -> None:
    sets: dict[str, GoldSet] = {
        "own": {**gold_set(), "aims": {"records_per_negative": 0.1}},
        "unseen": {**gold_set(), "near": {"set": "own", "macro": 0.3}, "aims": {"macro_gap": 0.08}},
    }
    measured = {"own": {"macro": 0.8, "records_per_negative": 0.25}, "unseen": {"macro": 0.6}}
    assert laggards(sets, measured) == []
    assert unmet(sets, measured) == [
        "own: aim not met yet: records per negative 0.2500, meant to be at most 0.1",
        "unseen: aim not met yet: macro gap 0.2000, meant to be at most 0.08",
    ]
