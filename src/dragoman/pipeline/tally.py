"""Counting a run as it goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from dragoman.pipeline.many import FAULT
from dragoman.values.claim import Claim, Kind
from dragoman.values.document import Rejection, RejectionReason
from dragoman.values.reading import Reading, StageTimes
from dragoman.values.record import Record
from dragoman.values.report import RunReport

__all__ = ["Tally"]

_SHOWN_REJECTIONS = 20


class Tally:
    """Counts that grow; `report` freezes them."""

    def __init__(self) -> None:
        self.pages = 0
        self._read = self._unchanged = self._silent = self._words = self._refused = self._faults = 0
        self._fault: str | None = None
        self._rejected: Counter[RejectionReason] = Counter()
        self._rejections: list[Rejection] = []
        self._claims: Counter[Kind] = Counter()
        self._records: Counter[Kind] = Counter()
        self._uncertain: Counter[str] = Counter()
        self._times = dict.fromkeys((field.name for field in fields(StageTimes)), 0.0)
        self.records_s = 0.0

    def add_time(self, times: StageTimes) -> None:
        """Count the time of one page."""
        for name in self._times:
            self._times[name] += getattr(times, name)

    def add_read(self, reading: Reading, claims: tuple[Claim, ...], records: tuple[Record, ...]) -> None:
        """Count an article read."""
        self.pages += 1
        self._read += 1
        self._silent += not records
        self._refused += reading.refused
        self._words += len(reading.document.text.split()) if reading.document else 0
        self._claims.update(claim.kind for claim in claims)
        self._records.update(record.kind for record in records)
        self._uncertain.update(uncertainty.reason for uncertainty in reading.uncertainties)

    def add_unchanged(self) -> None:
        """Count an article that was held already."""
        self.pages += 1
        self._unchanged += 1

    def add_rejection(self, rejection: Rejection) -> None:
        """Count a page that was not read."""
        self.pages += 1
        self._rejected[rejection.reason] += 1
        if rejection.detail.startswith(FAULT):
            self._faults += 1
            self._fault = self._fault or rejection.detail.removeprefix(FAULT)
        if len(self._rejections) < _SHOWN_REJECTIONS:
            self._rejections.append(rejection)

    def report(self, *, loading_s: float, elapsed_s: float) -> RunReport:
        """Return the counts so far."""
        return RunReport(
            read=self._read,
            unchanged=self._unchanged,
            silent=self._silent,
            words=self._words,
            rejected=tuple((reason, self._rejected[reason]) for reason in RejectionReason if self._rejected[reason]),
            rejections=tuple(self._rejections),
            faults=self._faults,
            fault=self._fault,
            claims=tuple((kind, self._claims[kind]) for kind in Kind if self._claims[kind]),
            records=tuple((kind, self._records[kind]) for kind in Kind if self._records[kind]),
            refused=self._refused,
            uncertain=tuple(sorted(self._uncertain.items(), key=lambda item: (-item[1], item[0]))),
            times=StageTimes(**self._times),
            records_s=self.records_s,
            loading_s=loading_s,
            elapsed_s=elapsed_s,
        )
