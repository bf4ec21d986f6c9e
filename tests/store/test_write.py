"""A document, its claims and its records are in the record together or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.builders import claim, document

from dragoman.errors import EvidenceError, SchemaTooNewError, StoreError
from dragoman.records import reconcile
from dragoman.store import Change, Entry, Store, open_for_reading
from dragoman.store.migrations import _STEPS, APPLICATION_ID, newest
from dragoman.values.claim import Claim, ClaimId, Encounter
from dragoman.values.document import Document, Rejection, RejectionReason
from dragoman.values.report import RunReport

TEXT = "NOR met CHL in Oslo."
MEETING = Encounter(type="meeting", parties=("CHL", "NOR"))


def entry(text: str = TEXT, *, origin: str = "a.txt", part_of: ClaimId | None = None) -> Entry:
    made = document(text, origin=origin)
    claims = (claim(MEETING, words=text[:11], article=made.id, date="2021-05", part_of=part_of),)
    return Entry(document=made, claims=claims, records=reconcile(claims))


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def test_write_keeps_text_claims_citations_and_records(path: Path) -> None:
    with Store(path, reader="1") as store:
        assert store.write([entry()]) == (Change.ADDED,)
    assert rows(path, "SELECT text, origin, reader FROM articles") == [(TEXT, "a.txt", "1")]
    assert rows(path, "SELECT kind, status, date, earliest, latest, rule FROM claims") == [
        ("encounter", "occurred", "2021-05", "2021-05-01", "2021-05-31", "frame.meet")
    ]
    assert rows(path, "SELECT start_chars, end_chars, text FROM record_citations") == [(0, 11, "NOR met CHL")]
    assert rows(path, "SELECT count(*) FROM record_claims") == [(1,)]
    assert rows(path, "SELECT party FROM record_parties ORDER BY party") == [("CHL",), ("NOR",)]


def test_write_changes_nothing_when_the_text_comes_again(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.write([entry()])
        before = rows(path, "SELECT * FROM articles, claims, records")
        assert store.write([entry(), entry()]) == (Change.UNCHANGED, Change.UNCHANGED)
        assert store.known() == {entry().document.id}
    assert rows(path, "SELECT * FROM articles, claims, records") == before


def test_write_keeps_the_smallest_origin_whatever_the_order(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.write([entry(origin="b.txt"), entry(origin="a.txt"), entry(origin="c.txt")])
    assert rows(path, "SELECT origin FROM articles") == [("a.txt",)]


def test_write_replaces_what_other_rules_made(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.write([entry()])
    with Store(path, reader="2") as store:
        assert store.known() == frozenset()
        silent = Entry(document=document(TEXT), claims=(), records=())
        assert store.write([silent]) == (Change.REPLACED,)
    tables = ("claims", "claim_citations", "records", "record_citations", "record_claims", "record_parties")
    assert [rows(path, f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)]] * len(tables)  # noqa: S608 - names from above
    assert rows(path, "SELECT reader FROM articles") == [("2",)]


def _wrong_words(made: Document) -> Claim:
    return claim(MEETING, words="NOR met SWE", article=made.id)


def _wrong_place(made: Document) -> Claim:
    return claim(MEETING, words="NOR met CHL", start=1, article=made.id)


def _wrong_article(_: Document) -> Claim:
    return claim(MEETING, words="NOR met CHL", article="another")


@pytest.mark.parametrize("make", [_wrong_words, _wrong_place, _wrong_article])
def test_write_refuses_a_claim_whose_words_are_not_in_the_text_and_the_batch_with_it(path: Path, make: Callable[[Document], Claim]) -> None:
    made = document("Sweden. " + TEXT)
    bad = make(made)
    with Store(path, reader="1") as store:
        with pytest.raises(EvidenceError):
            store.write([entry(), Entry(document=made, claims=(bad,), records=())])
        assert rows(path, "SELECT count(*) FROM articles") == [(0,)]
        store.write([entry()])  # the store is as usable as before
    assert rows(path, "SELECT count(*) FROM articles") == [(1,)]


def test_write_leaves_out_a_container_that_was_refused(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.write([entry(part_of=ClaimId("c0123456789abcdef"))])
    assert rows(path, "SELECT part_of FROM claims") == [(None,)]


def test_write_counts_a_rejection_once_and_forgets_it_when_the_page_is_read(path: Path) -> None:
    rejection = Rejection(reason=RejectionReason.EMPTY, origin="a.txt", detail="found no text")
    with Store(path, reader="1") as store:
        assert store.write([rejection, rejection]) == (None, None)
        assert rows(path, "SELECT * FROM rejections") == [("a.txt", "empty", "found no text")]
        store.write([entry()])
    assert rows(path, "SELECT * FROM rejections") == []


def test_note_run_keeps_the_report(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.note_run("2026-01-01T00:00:00+00:00", RunReport(read=3))
    [(started, report)] = rows(path, "SELECT started, report FROM runs")
    assert started == "2026-01-01T00:00:00+00:00"
    assert '"read":3' in str(report)


def test_store_keeps_a_text_with_a_nul_and_letters_beyond_the_first_plane(path: Path) -> None:
    text = "𝕹OR\0 met CHL in Oslo."
    made = document(text)
    cited = claim(MEETING, words="met CHL", start=text.index("met"), article=made.id)
    with Store(path, reader="1") as store:
        store.write([Entry(document=made, claims=(cited,), records=reconcile([cited]))])
    assert rows(path, "SELECT text FROM articles") == [(text,)]


def test_store_says_who_holds_the_record(path: Path) -> None:
    with Store(path, reader="1"), closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store(path, reader="1", timeout_s=0.05) as late, pytest.raises(StoreError, match="being written by another process"):
            late.write([entry()])


def test_store_lets_readers_look_while_it_writes(path: Path) -> None:
    with Store(path, reader="1") as store:
        store.write([entry()])
        with closing(open_for_reading(path)) as reading:
            reading.execute("BEGIN")
            assert reading.execute("SELECT count(*) FROM articles").fetchone() == (1,)
            store.write([entry("SWE met DNK in Lund.")])
            assert reading.execute("SELECT count(*) FROM articles").fetchone() == (1,)  # its own moment


def test_store_turns_away_what_is_no_record(path: Path) -> None:
    path.write_bytes(b"this is a shopping list, not a database at all" * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store(path, reader="1")


def test_store_leaves_another_programs_database_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="another program"):
        Store(path, reader="1")
    assert path.read_bytes() == before


def test_store_turns_away_a_schema_from_the_future(path: Path) -> None:
    Store(path, reader="1").close()
    with closing(sqlite3.connect(path)) as later:
        later.execute("PRAGMA user_version = 999")
    with pytest.raises(SchemaTooNewError) as caught:
        Store(path, reader="1")
    assert (caught.value.found, caught.value.known) == (999, newest())
    with pytest.raises(SchemaTooNewError):
        open_for_reading(path)


def test_open_for_reading_names_the_command_when_there_is_no_record(path: Path) -> None:
    with pytest.raises(StoreError, match="dragoman read PATH --record"):
        open_for_reading(path)
    assert not path.exists()


def test_open_for_reading_cannot_write(path: Path) -> None:
    Store(path, reader="1").close()
    with closing(open_for_reading(path)) as reading, pytest.raises(sqlite3.OperationalError, match="readonly"):
        reading.execute("DELETE FROM articles")


def test_schema_is_strict_and_checks_its_links(path: Path) -> None:
    with Store(path, reader="1") as store:
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            store._connection.execute("INSERT INTO record_claims VALUES ('r1', 'c1')")
        assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    tables = rows(path, "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%'")
    assert len(tables) == 9
    assert all(strict for _, strict in tables)


def test_store_brings_an_older_file_up_to_date(path: Path) -> None:
    """What an earlier schema holds stays; its claims have no reasons yet."""
    with closing(sqlite3.connect(path)) as earlier:
        _STEPS[1](earlier)
        earlier.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        earlier.execute("PRAGMA user_version = 1")
        earlier.execute(
            "INSERT INTO articles (id, origin, authors, language, sha256, text, reader) VALUES ('a1', 'a.txt', '[]', 'en', '', 'x', '1')"
        )
        earlier.execute(
            "INSERT INTO claims (id, article, kind, status, background, confidence, rule, rule_version, content)"
            " VALUES ('c1', 'a1', 'event', 'occurred', 0, 0.5, 'r', '1', '{}')"
        )
        earlier.commit()
    Store(path, reader="2").close()
    with closing(sqlite3.connect(path)) as now:
        assert now.execute("PRAGMA user_version").fetchone() == (newest(),)
        assert now.execute("SELECT id, reasons FROM claims").fetchall() == [("c1", "[]")]
