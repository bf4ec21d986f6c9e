"""``dragoman read``: articles into the record."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from dragoman.cli.progress import Progress
from dragoman.cli.report import print_report, report_json
from dragoman.pages import count_pages, read_pages
from dragoman.pipeline import keep_pages, reader_version
from dragoman.store import Store
from dragoman.values.page import RawPage
from dragoman.values.report import RunReport

__all__ = ["keep", "read_into", "run"]


def run(arguments: argparse.Namespace) -> int:
    """Read pages into the record; 1 when none of them could be read."""
    report = read_into(arguments.record, arguments.paths, workers=arguments.workers, quiet=arguments.quiet or arguments.json)
    if arguments.json:
        print(report_json(report))
    elif not arguments.quiet:
        print_report(report, arguments.record)
    return _judge(report)


def read_into(record: Path, addresses: list[str], *, workers: int = 1, quiet: bool = False) -> RunReport:
    """Read what stands at `addresses` into the record at `record`, showing progress unless `quiet`."""
    pages = read_pages(addresses, stdin=sys.stdin.buffer)
    return keep(record, pages, total=None if quiet else count_pages(addresses), workers=workers, quiet=quiet)


def keep(record: Path, pages: Iterable[RawPage], *, total: int | None, workers: int = 1, quiet: bool = False) -> RunReport:
    """Read pages into the record at `record`; `total` is how many there are, None when that is not known."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with Store(record, reader=reader_version()) as store:
        with Progress(total=total, quiet=quiet) as progress:
            report = keep_pages(pages, store, workers=workers, watch=progress.show)
        store.note_run(started, report)
    return report


def _judge(report: RunReport) -> int:
    rejected = sum(count for _, count in report.rejected)
    if rejected:
        reasons = ", ".join(f"{count} {reason}" for reason, count in report.rejected)
        print(f"dragoman: warning: {rejected} of {report.pages} pages were not read: {reasons}", file=sys.stderr)
    if report.faults:
        print(
            f"dragoman: warning: {report.faults} of them by a fault in dragoman itself, please report it: {report.fault}", file=sys.stderr
        )
    if report.refused:
        print(f"dragoman: warning: {report.refused} claims refused, their words are not in the text: please report this", file=sys.stderr)
    if not report.read + report.unchanged:
        if not report.pages:
            print("dragoman: nothing to read: no .txt, .md or .jsonl file there", file=sys.stderr)
        return 1
    return 0
