"""From pages to records with the real stages: what holds for everything that dragoman ever says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from dragoman import Reader
from dragoman.demo import articles, corpus_folder
from dragoman.records import reconcile
from dragoman.values.claim import DateBasis, Event
from dragoman.values.reading import Reading

_REAL_ARTICLES = 120


@pytest.fixture(scope="module")
def demo_readings(reader: Reader) -> tuple[Reading, ...]:
    return tuple(reader.read_page(page) for page in articles())


@pytest.fixture(scope="module")
def real_readings(reader: Reader, shared: Path) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    for path in sorted((shared / "real").glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in islice(lines, 0, _REAL_ARTICLES * 12, 24):
                row = json.loads(line)
                readings.append(
                    reader.read(row["text"], title=row.get("title"), published=row.get("published"), publisher=row.get("publisher"))
                )
    return tuple(readings)


def _check_claims(reading: Reading) -> int:
    """Check one reading and return how many claims it has."""
    assert reading.refused == 0
    if reading.document is None:
        assert reading.rejection is not None
        return 0
    text = reading.document.text
    for claim in reading.claims:
        assert claim.citations
        for citation in claim.citations:
            assert text[citation.start : citation.end] == citation.text
        assert 0 <= claim.confidence <= 1
        assert (claim.date is None) == (claim.date_basis is None)
        if isinstance(claim.content, Event):
            actors = {actor.country for actor in claim.content.actors}
            recipients = {actor.country for actor in claim.content.recipients}
            assert actors
            assert recipients
            assert len(actors | recipients) > 1
    return len(reading.claims)


def test_every_citation_of_the_demo_is_verbatim_and_no_event_has_one_side(demo_readings: tuple[Reading, ...]) -> None:
    assert sum(map(_check_claims, demo_readings)) > 200


def test_every_citation_of_real_articles_is_verbatim_and_no_event_has_one_side(real_readings: tuple[Reading, ...]) -> None:
    assert sum(map(_check_claims, real_readings)) > 200


def test_the_demo_yields_every_record_kind(demo_readings: tuple[Reading, ...]) -> None:
    kinds = {claim.kind.value for reading in demo_readings for claim in reading.claims}
    assert kinds == {"encounter", "session", "instrument", "figure", "project", "milestone", "event", "position"}


def test_a_text_off_topic_yields_nothing(demo_readings: tuple[Reading, ...]) -> None:
    assert any(reading.document is not None and not reading.claims for reading in demo_readings)


def test_an_undated_background_sentence_never_takes_the_reports_day(reader: Reader) -> None:
    text = (
        "TIRANA, 3 June 2020 - Albanian Foreign Minister Arben Kola met his Maltese counterpart, Paul Zahra, in Tirana on Tuesday.\n\n"
        "The two discussed fisheries and tourism.\n\n"
        "Albania and Malta signed a memorandum of understanding on cooperation in fisheries."
    )
    claims = reader.read(text).claims
    memoranda = [claim for claim in claims if claim.kind == "instrument"]
    meetings = [claim for claim in claims if claim.kind == "encounter"]
    assert [claim.date for claim in memoranda] == [None]
    assert {claim.date for claim in meetings} == {"2020-06-02"}


def test_news_without_a_time_takes_the_reports_day_and_says_so(reader: Reader) -> None:
    story = "Norwegian Foreign Minister Ingrid Solli met her Chilean counterpart, Pedro Rojas, in Oslo."
    dated, undated = reader.read(f"OSLO, 5 May 2021 - {story}"), reader.read(story)
    assert [(claim.date, claim.date_basis) for claim in dated.claims if claim.kind == "encounter"] == [("2021-05-05", DateBasis.PUBLISHED)]
    assert [(claim.date, claim.date_basis) for claim in undated.claims if claim.kind == "encounter"] == [(None, None)]


def test_reconcile_ignores_the_order_of_claims(demo_readings: tuple[Reading, ...]) -> None:
    claims = [claim for reading in demo_readings for claim in reading.claims]
    assert reconcile(claims) == reconcile(claims[::-1])


def test_reading_twice_gives_the_same_reading(reader: Reader) -> None:
    page = articles()[0]
    first, second = reader.read_page(page), reader.read_page(page)
    assert first.claims == second.claims
    assert first.document == second.document


def test_the_seeds_are_read_as_a_careful_reader_reads_them(shared: Path, tmp_path: Path) -> None:
    result = _score(shared, "seeds", tmp_path)
    assert result["micro"]["f1"] >= 0.95
    assert result["records_without_mention"] == 0
    assert {result[f"{name}_accuracy"] for name in ("date", "place", "people", "published")} == {1.0}
    for kind in ("encounters", "sessions", "instruments", "figures", "projects", "milestones", "events", "positions"):
        assert result[kind]["tp"] > 0, kind


def test_the_dev_texts_are_read_above_the_floor(shared: Path, tmp_path: Path) -> None:
    result = _score(shared, "dev", tmp_path)
    assert result["macro_f1"] >= 0.75
    assert (
        min(
            result[kind]["f1"]
            for kind in ("encounters", "sessions", "instruments", "figures", "projects", "milestones", "events", "positions")
        )
        >= 0.5
    )
    assert result["events"]["precision"] >= 0.8
    assert result["published_accuracy"] == 1.0


def _score(shared: Path, name: str, folder: Path) -> Mapping[str, Any]:
    record, export = folder / "record.db", folder / "export.jsonl"
    command = [sys.executable, "-m", "dragoman.cli"]
    subprocess.run([*command, "read", str(shared / "eval" / name / "texts"), "--record", str(record), "--quiet"], check=True)
    with export.open("wb") as stream:
        subprocess.run([*command, "export", "--record", str(record), "--format", "jsonl"], check=True, stdout=stream)
    scorer = [sys.executable, str(shared / "eval" / "score.py"), str(shared / "eval" / name / "gold.jsonl"), str(export), "--json"]
    result: Mapping[str, Any] = json.loads(subprocess.run(scorer, check=True, capture_output=True, text=True).stdout)
    return result


def test_the_demo_corpus_is_packaged() -> None:
    assert len(list(corpus_folder().glob("*.txt"))) >= 30
