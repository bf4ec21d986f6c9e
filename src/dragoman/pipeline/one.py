"""One page through all stages."""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise
from time import perf_counter

from dragoman.pipeline.listing import list_mentions
from dragoman.pipeline.stages import Stages
from dragoman.values.document import DocumentId, Rejection, RejectionReason
from dragoman.values.page import RawPage
from dragoman.values.reading import Reading, StageTimes

__all__ = ["read_page"]


def read_page(page: RawPage, stages: Stages, *, known: Container[DocumentId] = ()) -> Reading:
    """Return what came of `page`: a document with its claims, or a rejection.

    A page that exhausts the stack or the memory is rejected as unreadable; any other exception is a bug and is raised,
    with the page named in a note.

    Args:
        page: As a way in gave it.
        stages: From `default_stages`.
        known: Documents held already; one of them comes back without claims and is not read again.
    """
    try:
        return _read(page, stages, known)
    except (RecursionError, MemoryError) as error:
        detail = f"reading needs more {'stack' if isinstance(error, RecursionError) else 'memory'} than there is"
        return Reading(document=None, rejection=Rejection(reason=RejectionReason.UNREADABLE, origin=page.origin, detail=detail))
    except Exception as error:
        error.add_note(f"while reading {page.origin!r}")
        raise


def _read(page: RawPage, stages: Stages, known: Container[DocumentId]) -> Reading:
    clock = [perf_counter()]
    document = stages.make_document(page)
    clock.append(perf_counter())
    if isinstance(document, Rejection):
        return Reading(document=None, rejection=document, times=_times(clock))
    if document.id in known:
        return Reading(document=document, rejection=None, times=_times(clock))
    sentences = stages.find_mentions(document)
    clock.append(perf_counter())
    links = stages.link_mentions(document, sentences)
    clock.append(perf_counter())
    trees = stages.parse(document, links)
    clock.append(perf_counter())
    extraction = stages.extract_claims(document, links, trees)
    clock.append(perf_counter())
    return Reading(
        document=document,
        rejection=None,
        claims=extraction.claims,
        refused=extraction.refused,
        uncertainties=extraction.uncertainties,
        times=_times(clock),
        mentions=list_mentions(document, links),
    )


def _times(clock: list[float]) -> StageTimes:
    spent = [after - before for before, after in pairwise(clock)]
    documents_s, mentions_s, links_s, syntax_s, claims_s = spent + [0.0] * (5 - len(spent))
    return StageTimes(documents_s=documents_s, mentions_s=mentions_s, links_s=links_s, syntax_s=syntax_s, claims_s=claims_s)
