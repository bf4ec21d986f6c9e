"""The line format is the codebook's, field by field."""

from __future__ import annotations

import json
from typing import Any

from tests.builders import claim, person

from dragoman.exports import jsonl_lines
from dragoman.exports.jsonl import record_row
from dragoman.records import reconcile
from dragoman.values.article import Article
from dragoman.values.claim import (
    Actor,
    Content,
    Encounter,
    Event,
    Figure,
    Instrument,
    Milestone,
    Place,
    Position,
    Project,
    Session,
)
from dragoman.values.document import DocumentId, PublishedBasis

PAIR = ("CHL", "NOR")
FIRST = ["id", "kind", "status", "date", "date_basis", "background", "attributed_to", "part_of"]
LAST = ["mentions", "confidence", "rules"]


def line(content: Content, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - the keywords of a claim
    [written] = jsonl_lines([], reconcile([claim(content, **more)]))
    assert written.endswith(b"}\n")
    loaded: dict[str, Any] = json.loads(written)
    return loaded


def test_jsonl_writes_what_all_records_share_around_the_fields_of_the_kind() -> None:
    told = line(Encounter(type="meeting", parties=PAIR), date="2023-05-18", words="They met.", start=7, article="a1")
    assert list(told) == [*FIRST, "type", "parties", "participants", "place", "topics", *LAST]
    assert told["mentions"] == [{"article": "a1", "start": 7, "end": 16, "text": "They met."}]
    assert told["rules"] == [{"name": "frame.meet", "version": "1"}]
    assert (told["kind"], told["status"], told["date_basis"], told["background"]) == ("encounter", "occurred", "stated", False)


def test_jsonl_writes_people_and_places_as_objects() -> None:
    oslo = Place(name="Oslo", country="NOR", lat=59.9, lon=10.75)
    told = line(Encounter(type="visit", parties=PAIR, participants=(person("Boric", "president", "CHL", "guest"),), place=oslo))
    assert told["place"] == {"name": "Oslo", "country": "NOR", "lat": 59.9, "lon": 10.75}
    assert told["participants"] == [{"name": "Boric", "office": "president", "country": "CHL", "role": "guest"}]


def test_jsonl_names_the_fields_of_every_kind_as_the_codebook_does() -> None:
    side = (Actor(name="Norway", country="NOR"),)
    fields: dict[Content, list[str]] = {
        Session(body="b", type="forum", parties=PAIR): ["body", "type", "parties", "number", "place", "co_chairs", "topics"],
        Instrument(type="treaty", title="t", parties=PAIR, stage="signed"): [
            *["type", "title", "parties", "stage", "signatories", "place", "count", "topics"]
        ],
        Figure(indicator="aid", value=1.0, unit="USD", period=None, parties=PAIR): [
            *["indicator", "value", "unit", "period", "parties", "change", "change_against"]
        ],
        Project(type="energy", name="n", parties=PAIR, stage=None): [
            *["type", "name", "parties", "stage", "from", "to", "via", "taking_part", "topics"]
        ],
        Milestone(occasion="other", ordinal=1, parties=PAIR): ["occasion", "ordinal", "parties", "origin"],
        Event(type="AID", actors=side, recipients=side): [
            *["type", "actors", "recipients", "mode", "contexts", "cameo", "goldstein", "mutual", "content"]
        ],
        Position(person="p", office="o", country="NOR"): ["person", "office", "country", "of", "seen"],
    }
    for content, names in fields.items():
        assert list(line(content)) == [*FIRST, *names, *LAST]


def test_jsonl_writes_whole_numbers_whole_and_letters_as_they_are() -> None:
    row = record_row(*reconcile([claim(Figure(indicator="aid", value=11e6, unit="USD", period=None, parties=PAIR, change=0.125))]))
    assert (row["value"], row["change"]) == (11_000_000, 0.125)
    assert isinstance(row["value"], int)
    [written] = jsonl_lines([], reconcile([claim(Encounter(type="meeting", parties=PAIR), words="«Møtet» in Şırnak")]))
    assert "«Møtet» in Şırnak" in written.decode()


def test_jsonl_writes_articles_first() -> None:
    article = Article(
        id=DocumentId("a1"),
        origin="news/a.jsonl#3",
        url=None,
        publisher="Tidende",
        title="Visit",
        authors=("Kari Nordmann",),
        published="2023-05-18T10:54+02:00",
        published_basis=PublishedBasis.STAMP,
        language="en",
        sha256="ab",
    )
    first, second = jsonl_lines([article], reconcile([claim(Milestone(occasion="other", ordinal=1, parties=PAIR))]))
    assert json.loads(first) == {
        "id": "a1",
        "kind": "article",
        "origin": "news/a.jsonl#3",
        "url": None,
        "publisher": "Tidende",
        "title": "Visit",
        "authors": ["Kari Nordmann"],
        "published": "2023-05-18T10:54+02:00",
        "published_basis": "stamp",
        "language": "en",
        "sha256": "ab",
    }
    assert json.loads(second)["kind"] == "milestone"
