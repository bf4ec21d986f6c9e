"""Pages become readings in order and in any company; readings become a record that does not show how it was made."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import toy_stages

import dragoman
from dragoman.errors import ModelError
from dragoman.exports import jsonl_lines
from dragoman.pipeline import Reader, Stages, keep_pages, read_many, read_page
from dragoman.pipeline.many import FAULT
from dragoman.store import Store, open_for_reading
from dragoman.values.document import RejectionReason
from dragoman.values.page import RawPage
from dragoman.values.report import RunReport
from dragoman.views import articles, records

TEXTS = ("NOR met CHL. CHL met NOR.", "", "Rain.", "SWE met DNK, and someone spoke.", "Rain.", "ISL met FIN. ISL met SWE.")


def pages(texts: Sequence[str] = TEXTS) -> list[RawPage]:
    return [RawPage(origin=f"{number:02}.txt", content=text) for number, text in enumerate(texts)]


def keep(path: Path, some: Sequence[RawPage]) -> RunReport:
    with Store(path, reader="1") as store:
        return keep_pages(some, store, make_stages=toy_stages)


def export(path: Path) -> bytes:
    with closing(open_for_reading(path)) as connection:
        return b"".join(jsonl_lines(articles(connection), records(connection)))


def test_read_page_returns_a_document_with_claims_or_a_rejection() -> None:
    stages = toy_stages()
    read, rejected = (read_page(page, stages) for page in pages()[:2])
    assert read.document is not None
    assert len(read.claims) == 2
    assert read.times.documents_s > 0
    assert rejected.rejection is not None
    assert rejected.rejection.reason is RejectionReason.EMPTY


def test_read_page_leaves_a_known_document_unread() -> None:
    first = read_page(pages()[0], toy_stages())
    assert first.document is not None
    again = read_page(pages()[0], toy_stages(), known={first.document.id})
    assert (again.document, again.claims) == (first.document, ())


def test_read_page_rejects_what_exhausts_the_stack() -> None:
    reading = read_page(RawPage(origin="deep.txt", content="DEEP"), toy_stages())
    assert reading.rejection is not None
    assert reading.rejection.reason is RejectionReason.UNREADABLE


def test_read_page_lets_a_bug_through_and_names_the_page() -> None:
    with pytest.raises(IndexError) as caught:
        read_page(RawPage(origin="x.txt", content="BUG"), toy_stages())
    assert caught.value.__notes__ == ["while reading 'x.txt'"]


def test_read_many_outlives_a_bug_on_one_page_and_says_where_it_was() -> None:
    some = pages(["NOR met CHL.", "BUG", "SWE met DNK."])
    first, second, third = read_many(some, make_stages=toy_stages)
    assert len(first.claims) == len(third.claims) == 1
    assert second.rejection is not None
    assert second.rejection.detail.startswith(FAULT + "IndexError: list index out of range")


def test_keep_pages_counts_a_bug_as_a_fault_of_its_own(tmp_path: Path) -> None:
    report = keep(tmp_path / "r.db", pages(["NOR met CHL.", "BUG"]))
    assert (report.read, report.faults, report.rejected) == (1, 1, ((RejectionReason.UNREADABLE, 1),))


def test_read_many_ends_when_dragoman_itself_cannot_read() -> None:
    def broken() -> Stages:
        raise ModelError("the model is not there")

    with pytest.raises(ModelError):
        next(iter(read_many(pages(), make_stages=broken)))


def test_read_many_takes_pages_only_as_readings_are_taken() -> None:
    taken: list[int] = []

    def endless() -> Iterator[RawPage]:
        while True:
            taken.append(len(taken))
            yield RawPage(origin=f"{len(taken)}", content="NOR met CHL.")

    readings = read_many(endless(), make_stages=toy_stages)
    for _ in range(5):
        next(readings)
    assert len(taken) == 5
    readings.close()


def test_read_many_refuses_no_workers() -> None:
    with pytest.raises(ValueError, match="workers must be 1 or more"):
        read_many([], workers=0)


def test_keep_pages_counts_every_page_once(tmp_path: Path) -> None:
    report = keep(tmp_path / "r.db", pages())
    assert (report.pages, report.read, report.silent, report.unchanged) == (6, 4, 1, 0)
    assert report.rejected == ((RejectionReason.EMPTY, 1), (RejectionReason.DUPLICATE, 1))
    assert dict(report.claims) == {"encounter": 5}
    assert dict(report.records) == {"encounter": 4}
    assert report.uncertain == (("party not resolved", 1),)
    assert report.words == 19


def test_keep_pages_changes_nothing_the_second_time(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    keep(path, pages())
    before = export(path)
    report = keep(path, pages())
    assert (report.read, report.unchanged) == (0, 4)
    assert export(path) == before


def test_keep_pages_goes_on_where_it_was_interrupted(tmp_path: Path) -> None:
    many = pages([f"NOR met CHL on day {day}." for day in range(100)])

    def interrupted() -> Iterator[RawPage]:
        yield from many[:70]
        raise KeyboardInterrupt

    path = tmp_path / "r.db"
    with Store(path, reader="1") as store, pytest.raises(KeyboardInterrupt):
        keep_pages(interrupted(), store, make_stages=toy_stages)
    report = keep(path, many)
    assert (report.read, report.unchanged) == (36, 64)  # two batches of 32 were safe
    keep(tmp_path / "whole.db", many)
    assert export(path) == export(tmp_path / "whole.db")


def test_keep_pages_tells_its_watcher_only_of_what_is_written(tmp_path: Path) -> None:
    path, told = tmp_path / "r.db", []

    def watch(done: int) -> None:
        with closing(sqlite3.connect(path)) as connection:
            told.append((done, connection.execute("SELECT count(*) FROM articles").fetchone()[0]))

    with Store(path, reader="1") as store:
        keep_pages(pages([f"Rain on day {day}." for day in range(40)]), store, watch=watch, make_stages=toy_stages)
    assert told == [(32, 32), (40, 40)]


@given(st.permutations(pages()))
def test_export_has_the_same_bytes_for_any_order_of_pages(shuffled: list[RawPage]) -> None:
    with TemporaryDirectory() as folder:
        keep(Path(folder) / "a.db", pages())
        keep(Path(folder) / "b.db", shuffled)
        assert export(Path(folder) / "a.db") == export(Path(folder) / "b.db")


def test_reader_reads_a_text_with_what_is_known_of_it() -> None:
    loaded = []

    def stages() -> Stages:
        loaded.append(1)
        return toy_stages()

    reader = Reader(make_stages=stages)
    assert loaded == []
    reading = reader.read("NOR met CHL.", origin="here")
    assert reading.document is not None
    assert reading.document.origin == "here"
    assert [item.document.origin for item in reader.read_many(["Rain.", "Sun."]) if item.document] == ["text#1", "text#2"]
    assert loaded == [1]


def test_public_names_are_all_there() -> None:
    for name in dragoman.__all__:
        assert getattr(dragoman, name) is not None
    with pytest.raises(AttributeError):
        _ = dragoman.Nobody
