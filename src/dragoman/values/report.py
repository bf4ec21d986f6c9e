"""What one run of `read` did, in numbers."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.claim import Kind
from dragoman.values.document import Rejection, RejectionReason
from dragoman.values.reading import StageTimes

__all__ = ["RunReport"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """The counts of one run.

    Every page is counted once: ``pages == read + unchanged + sum of rejected``.

    Attributes:
        read: Articles read in this run, those read again under newer rules included.
        unchanged: Articles that the record held already, read by the same rules.
        silent: How many of `read` gave no record. That is no rejection.
        words: In the articles read.
        rejected: Pages by reason, in the order of `RejectionReason`, without zeros.
        rejections: The first rejected pages, for a person to look at.
        faults: How many of `rejected` were faults of dragoman, not of the page: always a bug.
        fault: What the first of them was.
        claims: Claims made, by kind.
        records: Records made, by kind.
        refused: Claims refused because their words are not in the text: always a bug.
        uncertain: Places in the text where the reader was not sure, by reason, most frequent first.
        times: Seconds in each stage, summed over workers.
        records_s: Seconds spent merging claims and writing them.
        loading_s: Seconds until the language model and the tables were loaded.
        elapsed_s: Seconds from the start to the last page, loading included.
    """

    read: int = 0
    unchanged: int = 0
    silent: int = 0
    words: int = 0
    rejected: tuple[tuple[RejectionReason, int], ...] = ()
    rejections: tuple[Rejection, ...] = ()
    faults: int = 0
    fault: str | None = None
    claims: tuple[tuple[Kind, int], ...] = ()
    records: tuple[tuple[Kind, int], ...] = ()
    refused: int = 0
    uncertain: tuple[tuple[str, int], ...] = ()
    times: StageTimes = StageTimes()  # noqa: RUF009 - frozen, safe to share
    records_s: float = 0.0
    loading_s: float = 0.0
    elapsed_s: float = 0.0

    @property
    def pages(self) -> int:
        """How many pages came in."""
        return self.read + self.unchanged + sum(count for _, count in self.rejected)
