"""Progress of a run: a bar on a terminal, now and then a plain line elsewhere."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

__all__ = ["Progress"]

_LINE_EVERY_S = 5.0


class Progress:
    """Shows on standard error how many pages are done, so that standard output stays clean.

    Args:
        total: Pages in all, or None when nobody knows.
        quiet: Show nothing.
    """

    def __init__(self, *, total: int | None, quiet: bool = False) -> None:
        console = Console(stderr=True)
        self._total = total
        self._quiet = quiet
        self._next_line = monotonic() + _LINE_EVERY_S
        self._bar: Bar | None = None
        if console.is_terminal and not quiet:
            columns = TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()
            self._bar = Bar(*columns, console=console, transient=True)
            self._task = self._bar.add_task("reading", total=total)

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, done: int) -> None:
        """Tell that `done` pages are done."""
        if self._bar:
            self._bar.update(self._task, completed=done)
        elif not self._quiet and monotonic() >= self._next_line:
            self._next_line = monotonic() + _LINE_EVERY_S
            share = f" of {self._total} ({done / self._total:.0%})" if self._total else ""
            print(f"{done}{share} pages", file=sys.stderr, flush=True)
