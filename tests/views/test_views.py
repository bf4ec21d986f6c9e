"""Views give what the record holds, and a brief that can be read from top to bottom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, document, person

from dragoman.errors import RecordNotFoundError
from dragoman.records import reconcile
from dragoman.store import Entry, Store, open_for_reading
from dragoman.values.claim import (
    Actor,
    Claim,
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
    Status,
)
from dragoman.values.span import Span
from dragoman.views import Brief, article_texts, make_brief, pair_view, record_view, records, tell
from dragoman.views.brief import _shorten
from dragoman.views.record import sentence_around

PAIR = ("CHL", "NOR")
NAMES = {"CHL": "Chile", "NOR": "Norway", "SWE": "Sweden"}
TEXT = (
    "President Boric is in Norway. On 18 May he met Prime Minister Støre in Oslo. They signed an agreement on fishing. "
    "In 1994 they had signed a treaty.\n\nTrade reached $5 million. Sweden praised Chile. Boric is president."
)
SENTENCES = [
    "President Boric is in Norway.",
    "On 18 May he met Prime Minister Støre in Oslo.",
    "They signed an agreement on fishing.",
    "In 1994 they had signed a treaty.",
    "Trade reached $5 million.",
    "Sweden praised Chile.",
    "Boric is president.",
]


def name(code: str) -> str:
    return NAMES.get(code, code)


def claims(text: str = TEXT) -> tuple[Claim, ...]:
    article = document(text).id
    places = [text.index(sentence) for sentence in SENTENCES]

    def told(number: int, content: Content, **more: Any) -> Claim:  # noqa: ANN401 - the keywords of a claim
        return claim(content, words=SENTENCES[number], start=places[number], article=article, **more)

    norway, chile, sweden = (Actor(name=name(code), country=code) for code in ("NOR", "CHL", "SWE"))
    boric, store = person("Gabriel Boric", "president", "CHL"), person("Jonas Støre", "prime minister", "NOR")
    visit = told(0, Encounter(type="visit", parties=PAIR, participants=(boric,), place=Place(name=None, country="NOR")), date="2023-05")
    oslo = Place(name="Oslo", country="NOR")
    meeting = told(1, Encounter(type="meeting", parties=PAIR, participants=(boric, store), place=oslo), date="2023-05-18", part_of=visit.id)
    signing = told(
        2, Instrument(type="agreement", title="agreement on fishing", parties=PAIR, stage="signed"), date="2023-05-18", part_of=meeting.id
    )
    return (
        visit,
        meeting,
        signing,
        told(1, Event(type="CONSULT", actors=(chile,), recipients=(norway,), mutual=True, cameo="040"), date="2023-05-18"),
        told(3, Instrument(type="treaty", title="treaty", parties=PAIR, stage="signed"), date="1994", background=True),
        told(4, Figure(indicator="trade turnover", value=5e6, unit="USD", period=None, parties=PAIR)),
        told(5, Event(type="SUPPORT", actors=(sweden,), recipients=(chile,), cameo="051")),
        told(6, Position(person="Gabriel Boric", office="president", country="CHL")),
    )


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with Store(tmp_path / "r.db", reader="1") as store:
        store.write([Entry(document=document(TEXT, publisher="Tidende"), claims=claims(), records=reconcile(claims()))])
    with closing(open_for_reading(tmp_path / "r.db")) as reading:
        yield reading


def brief(connection: sqlite3.Connection) -> Brief:
    view = pair_view(connection, "NOR", "CHL")
    return make_brief(view, article_texts(connection, [article.id for article in view.articles]), name)


def test_records_come_back_as_they_were_written(connection: sqlite3.Connection) -> None:
    held = {record.id: record for record in records(connection)}
    assert held == {record.id: record for record in reconcile(claims())}
    assert [record.citations for record in held.values()] == [record.citations for record in reconcile(claims())]


def test_pair_view_holds_what_is_between_the_two_and_their_offices(connection: sqlite3.Connection) -> None:
    view = pair_view(connection, "CHL", "NOR")
    assert [record.kind.value for record in view.records] == ["encounter", "encounter", "event", "instrument", "instrument", "figure"]
    assert [record.kind.value for record in view.positions] == ["position"]
    assert pair_view(connection, "CHL", "SWE").records[0].kind.value == "event"
    assert pair_view(connection, "NOR", "SWE").records == ()


def test_brief_tells_the_news_in_order_with_parts_inside(connection: sqlite3.Connection) -> None:
    assert [(line.depth, line.when, line.text, line.numbers) for line in brief(connection).news] == [
        (0, "2023-05", "visit: Gabriel Boric (president, CHL) to Norway", (1,)),
        (1, "2023-05-18", "met: Gabriel Boric (president, CHL) – Jonas Støre (prime minister, NOR), Oslo", (2,)),
        (2, "2023-05-18", "signed: agreement on fishing", (3,)),
    ]


def test_brief_puts_history_and_the_undated_last_and_offices_apart(connection: sqlite3.Connection) -> None:
    made = brief(connection)
    assert [(line.when, line.text) for line in made.background] == [
        ("1994", "signed: treaty"),
    ]
    assert [line.text for line in made.figures] == ["trade turnover: 5 million USD"]
    assert [line.text for line in made.offices] == ["Gabriel Boric, president of Chile"]
    assert made.span == ("2023-05-01", "2023-05-18")
    assert (made.title, made.records, made.articles) == ("Norway – Chile", 5, 1)


def test_brief_quotes_the_words_of_every_number(connection: sqlite3.Connection) -> None:
    made = brief(connection)
    assert [quotation.number for quotation in made.quotations] == [1, 2, 3, 4, 5, 6]
    assert [quotation.text for quotation in made.quotations] == [*SENTENCES[:5], SENTENCES[6]]
    assert {quotation.article.publisher for quotation in made.quotations} == {"Tidende"}


def test_brief_cuts_a_long_quotation_between_words() -> None:
    words = " ".join(f"word{number}" for number in range(100))
    shortened = _shorten(words)
    head, tail = shortened.split(" … ")
    assert len(shortened) <= 325
    assert words.startswith(head + " ")
    assert words.endswith(" " + tail)
    assert _shorten("x" * 500) == "x" * 320 + " …"


def test_record_view_shows_sentence_container_and_parts(connection: sqlite3.Connection) -> None:
    visit, meeting, _signing = (line.record for line in brief(connection).news)
    view = record_view(connection, meeting[:9])
    assert view.container is not None
    assert view.container.id == visit
    assert [part.kind.value for part in view.parts] == ["instrument"]
    [sentence] = view.sentences
    assert (sentence.text, sentence.cited) == (SENTENCES[1], (Span(0, len(SENTENCES[1])),))


@pytest.mark.parametrize(("prefix", "message"), [("rnone", "no record has an id"), ("r", "several records have an id")])
def test_record_view_wants_one_record(connection: sqlite3.Connection, prefix: str, message: str) -> None:
    with pytest.raises(RecordNotFoundError, match=message):
        record_view(connection, prefix)


_DENIED = {"status": Status.DENIED}


@pytest.mark.parametrize(
    ("content", "more", "line"),
    [
        (Encounter(type="call", parties=PAIR), {}, "spoke by phone: Chile – Norway"),
        (Encounter(type="meeting", parties=PAIR), _DENIED, "meeting (denied): Chile – Norway"),
        (Encounter(type="meeting", parties=PAIR, participants=(person(None, "oil minister", "NOR"),)), {}, "met: NOR oil minister – Chile"),
        (
            Session(body="Fisheries Commission", type="commission", parties=PAIR, number=21),
            {},
            "session: 21st session of Fisheries Commission, Chile – Norway",
        ),
        (
            Session(body="Fisheries Commission", type="commission", parties=PAIR),
            {"status": Status.ONGOING},
            "commission: Fisheries Commission, Chile – Norway",
        ),
        (
            Figure(indicator="exports", value=11.25e9, unit="USD", period="2021", parties=("NOR", "CHL"), change=-0.125),
            {},
            "exports 2021: 11.25 billion USD (-12.5%), Norway → Chile",
        ),
        (
            Figure(indicator="students", value=None, unit=None, period=None, parties=PAIR, change=0.1),
            {},
            "students: +10%, Chile → Norway",
        ),
        (
            Project(type="energy", name="power cable", parties=PAIR, stage="agreed", from_place="Bergen", to_place="Arica"),
            {},
            "energy project (agreed): power cable, from Bergen to Arica, Chile – Norway",
        ),
        (
            Milestone(occasion="diplomatic relations", ordinal=112, parties=PAIR, origin="1911"),
            {},
            "112th anniversary of diplomatic relations (since 1911), Chile – Norway",
        ),
        (
            Event(
                type="AGREE", actors=(Actor(name="Oslo", country="NOR"),), recipients=(Actor(name="Chile", country="CHL"),), content="share"
            ),
            {},
            "agree: Norway → Chile: share",
        ),
        (
            Position(person="A", office="ambassador", country="NOR", of="CHL"),
            {},
            "A, ambassador of Norway to Chile",
        ),
    ],
)
def test_tell_says_a_record_in_one_line(content: Content, more: dict[str, Any], line: str) -> None:
    [record] = reconcile([claim(content, **more)])
    assert tell(record, name) == line


def test_sentence_around_keeps_to_the_paragraph_and_the_sentence() -> None:
    start = TEXT.index("met Prime")
    assert sentence_around(TEXT, Span(start, start + 3)).cut(TEXT) == SENTENCES[1]
    last = TEXT.index("Trade")
    assert sentence_around(TEXT, Span(last, last + 5)).cut(TEXT) == SENTENCES[4]


@given(st.text('aB. \n"', min_size=1, max_size=60), st.data())
def test_sentence_around_holds_what_is_cited(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    cited = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert sentence_around(text, cited).covers(cited)
