"""Many pages, in input order, on one process or several.

Memory is bounded: pages are taken from the iterator only as readings are taken by the caller.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections import deque
from collections.abc import Container, Generator, Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice

from dragoman.errors import DragomanError
from dragoman.pipeline.one import read_page
from dragoman.pipeline.stages import MakeStages, Stages, default_stages
from dragoman.values.document import DocumentId, Rejection, RejectionReason
from dragoman.values.page import RawPage
from dragoman.values.reading import Reading

__all__ = ["FAULT", "read_many"]

FAULT = "a fault in dragoman: "  # how the detail of a rejection begins when it was our bug, not the page's
_CHUNK_PAGES = 4  # small enough that a slow page delays few, large enough that sending costs nothing beside reading
_CHUNKS_AHEAD = 3  # for each worker: one in hand, one waiting, one being sent

_make_stages: MakeStages = default_stages
_stages: Stages | None = None
_known: Container[DocumentId] = frozenset()


def read_many(
    pages: Iterable[RawPage], *, workers: int = 1, known: frozenset[DocumentId] = frozenset(), make_stages: MakeStages = default_stages
) -> Generator[Reading, None, None]:
    """Yield one reading for each page, in the order of `pages`, whatever the number of workers.

    One page cannot end a run: when a stage fails on it by a bug, the page is rejected as unreadable and the detail, which begins
    with `FAULT`, says where. `read_page` raises instead.

    Args:
        pages: Taken one by one, a bounded number ahead.
        workers: Processes that read; with 1 everything happens in this one.
        known: Documents held already, not read again.
        make_stages: Loads the stages, once a process; with several workers it must be importable by name.

    Raises:
        ValueError: `workers` is less than 1.
        DragomanError: A worker process was killed from outside, or the stages cannot be loaded.
    """
    if workers < 1:
        raise ValueError(f"workers must be 1 or more, got {workers}")
    if workers == 1:
        return _read_here(pages, known, make_stages)
    return _read_apart(pages, workers, known, make_stages)


def _read_here(pages: Iterable[RawPage], known: frozenset[DocumentId], make_stages: MakeStages) -> Generator[Reading, None, None]:
    stages = make_stages()
    for page in pages:
        yield _read_safely(page, stages, known)


def _read_apart(
    pages: Iterable[RawPage], workers: int, known: frozenset[DocumentId], make_stages: MakeStages
) -> Generator[Reading, None, None]:
    waiting: deque[Future[list[Reading]]] = deque()
    source = iter(pages)
    # Workers start afresh: a forked copy of a process with threads (a progress bar, linear algebra) can lock up.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker, initargs=(make_stages, known))
    try:
        while True:
            while len(waiting) < workers * _CHUNKS_AHEAD and (chunk := list(islice(source, _CHUNK_PAGES))):
                waiting.append(executor.submit(_read_chunk, chunk))
            if not waiting:
                return
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise DragomanError("a worker process ended before its time (out of memory?): read again with fewer --workers") from error
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def _start_worker(make_stages: MakeStages, known: frozenset[DocumentId]) -> None:
    global _make_stages, _known
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent alone decides how to end
    _make_stages, _known = make_stages, known


def _read_chunk(pages: list[RawPage]) -> list[Reading]:
    global _stages  # noqa: PLW0603 - as above
    try:
        if _stages is None:  # not when the worker starts: there an error would be lost, here it reaches the parent
            _stages = _make_stages()
        return [_read_safely(page, _stages, _known) for page in pages]
    except DragomanError as error:
        raise DragomanError(str(error)) from None  # its own class may need more than one argument to travel between processes


def _read_safely(page: RawPage, stages: Stages, known: Container[DocumentId]) -> Reading:
    try:
        return read_page(page, stages, known=known)
    except DragomanError:
        raise
    except Exception as error:  # noqa: BLE001 - the one place: a run over many pages must outlive a bug on one, and count it
        place = traceback.extract_tb(error.__traceback__)[-1]
        detail = f"{FAULT}{type(error).__name__}: {error} ({place.name}, {place.filename.rpartition('dragoman/')[2]}:{place.lineno})"
        rejection = Rejection(reason=RejectionReason.UNREADABLE, origin=page.origin, detail=detail.replace("\n", " "))
        return Reading(document=None, rejection=rejection)
