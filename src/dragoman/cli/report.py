"""The run report for a person."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table
from rich.text import Text

from dragoman.values.claim import Kind
from dragoman.values.report import RunReport

__all__ = ["print_report", "report_json"]

_SHOWN_REJECTIONS = 5
_SHOWN_REASONS = 8


def print_report(report: RunReport, record: Path, console: Console | None = None) -> None:
    """Print what a run did: articles, records by kind, rejections, uncertain places, time."""
    console = console or Console(highlight=False, soft_wrap=False)
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for label, count, note in _rows(report):
        table.add_row(label, count, Text(note, style="dim"))
    console.print(table)
    shown = report.rejections[:_SHOWN_REJECTIONS]
    for rejection in shown:
        console.print(Text(f"  {rejection.origin}: {rejection.reason}: {rejection.detail}", style="dim"), soft_wrap=True)
    hidden = sum(count for _, count in report.rejected) - len(shown)
    if hidden > 0:
        console.print(Text(f"  … and {hidden} more", style="dim"))
    console.print(Text(f"record: {record}"), soft_wrap=True)


def report_json(report: RunReport) -> str:
    """Return the report as one JSON object on one line, its counts as objects by reason and kind."""
    counts = {name: dict(getattr(report, name)) for name in ("rejected", "claims", "records", "uncertain")}
    whole = {field.name: getattr(report, field.name) for field in fields(report)}
    return msgspec.json.encode({"pages": report.pages, **whole, **counts}).decode()


def _rows(report: RunReport) -> list[tuple[str, str, str]]:
    reading_s = report.elapsed_s - report.loading_s
    speed = f"{report.read / reading_s:.1f} a second" if report.read and reading_s > 0 else ""
    rows = [("articles read", f"{report.read:,}", ", ".join(part for part in (f"{report.words:,} words", speed) if part))]
    if report.silent:
        rows.append(("  without a record", f"{report.silent:,}", "nothing between states in them"))
    if report.unchanged:
        rows.append(("unchanged", f"{report.unchanged:,}", "in the record already"))
    rows += [(f"not read: {reason}", f"{count:,}", "") for reason, count in report.rejected]
    records, claims = dict(report.records), dict(report.claims)
    rows.append(("records", f"{sum(records.values()):,}", f"from {sum(claims.values()):,} claims"))
    rows += [(f"  {kind}", f"{records[kind]:,}", f"from {claims.get(kind, 0):,}") for kind in Kind if kind in records]
    if report.refused:
        rows.append(("refused", f"{report.refused:,}", "claims whose words are not in the text"))
    if report.uncertain:
        rows.append(("uncertain places", f"{sum(count for _, count in report.uncertain):,}", ""))
        rows += [(f"  {reason}", f"{count:,}", "") for reason, count in report.uncertain[:_SHOWN_REASONS]]
    rows.append(("time", f"{report.elapsed_s:.1f} s", _stages(report)))
    return rows


def _stages(report: RunReport) -> str:
    spent = [(field.name.removesuffix("_s"), float(getattr(report.times, field.name))) for field in fields(report.times)]
    spent = [("loading", report.loading_s), *spent, ("record", report.records_s)]
    return ", ".join(f"{name} {seconds:.1f}" for name, seconds in spent)
