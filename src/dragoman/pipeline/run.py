"""From pages to the record: read, merge, write in batches, count."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import astuple
from time import perf_counter

from dragoman.pipeline.many import read_many
from dragoman.pipeline.stages import MakeStages, default_stages
from dragoman.pipeline.tally import Tally
from dragoman.records import reconcile
from dragoman.store import Change, Entry, Store
from dragoman.values.document import Document, DocumentId, Rejection, RejectionReason
from dragoman.values.page import RawPage
from dragoman.values.reading import Reading
from dragoman.values.report import RunReport

__all__ = ["keep_pages"]

_BATCH_PAGES = 32  # a commit costs a few milliseconds, an interruption loses at most this much work
_BATCH_CHARS = 2_000_000  # and long texts fill a batch sooner

Watch = Callable[[int], None]


def keep_pages(
    pages: Iterable[RawPage], store: Store, *, workers: int = 1, watch: Watch | None = None, make_stages: MakeStages = default_stages
) -> RunReport:
    """Read `pages` into `store` and return the report of the run.

    Texts held already are passed over; a run that was interrupted goes on where it stopped when it is started again.

    Args:
        pages: From `dragoman.pages.read_pages`.
        store: Open for writing.
        workers: Processes that read.
        watch: Called with the number of pages done, after each batch is safely written.
        make_stages: Loads the stages.

    Raises:
        StoreError: The record cannot be written; batches before stay.
    """
    begin = perf_counter()
    tally, seen = Tally(), dict[DocumentId, str]()
    batch: list[Reading] = []
    loading_s = None
    with closing(read_many(pages, workers=workers, known=store.known(), make_stages=make_stages)) as readings:
        for reading in readings:
            if loading_s is None:
                loading_s = perf_counter() - begin - sum(astuple(reading.times))
            batch.append(reading)
            if len(batch) >= _BATCH_PAGES or sum(len(held.document.text) for held in batch if held.document) >= _BATCH_CHARS:
                _keep(batch, store, tally, seen)
                batch.clear()
                if watch:
                    watch(tally.pages)
    _keep(batch, store, tally, seen)
    if watch:
        watch(tally.pages)
    return tally.report(loading_s=max(loading_s or 0.0, 0.0), elapsed_s=perf_counter() - begin)


def _keep(batch: list[Reading], store: Store, tally: Tally, seen: dict[DocumentId, str]) -> None:
    begin = perf_counter()
    items = [_item(reading) for reading in batch]
    again = []
    for reading, item, change in zip(batch, items, store.write(items), strict=True):
        tally.add_time(reading.times)
        if isinstance(item, Rejection):
            tally.add_rejection(item)
        elif change is not Change.UNCHANGED:
            tally.add_read(reading, item.claims, item.records)
        elif twice := _duplicate(item.document, seen):
            tally.add_rejection(twice)
            again.append(twice)
        else:
            tally.add_unchanged()
        if isinstance(item, Entry):
            seen[item.document.id] = min(seen.get(item.document.id, item.document.origin), item.document.origin)
    if again:
        store.write(again)
    tally.records_s += perf_counter() - begin


def _item(reading: Reading) -> Entry | Rejection:
    if reading.rejection is not None or reading.document is None:
        if reading.rejection is None:
            raise ValueError("a reading has a document or a rejection")
        return reading.rejection
    return Entry(document=reading.document, claims=reading.claims, records=reconcile(reading.claims))


def _duplicate(document: Document, seen: dict[DocumentId, str]) -> Rejection | None:
    """Return a rejection when the text came from another origin in this run; the record names the smaller, so the larger is told."""
    kept = seen.get(document.id)
    if kept is None or kept == document.origin:
        return None
    detail = f"the same text, with the same title, date and publisher, as {min(kept, document.origin)!r}"
    return Rejection(reason=RejectionReason.DUPLICATE, origin=max(kept, document.origin), detail=detail)
