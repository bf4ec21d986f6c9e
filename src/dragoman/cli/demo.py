"""``dragoman demo``: the articles dragoman comes with, read into a record, and what to type next."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from dragoman.cli.brief import brief_lines, load_brief, print_brief
from dragoman.cli.read import keep
from dragoman.cli.report import print_report
from dragoman.demo import PAIR, articles

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Read the demo articles and print what came of them."""
    record = arguments.record or Path(tempfile.mkdtemp(prefix="dragoman-demo-")) / "demo.db"
    pages = articles()
    print(f"Reading {len(pages)} invented articles ...", flush=True)
    report = keep(record, pages, total=len(pages))
    print_report(report, record)
    brief = load_brief(record, *PAIR)
    if sys.stdout.isatty():
        print_brief(brief, Console(highlight=False))
    else:
        print()
        print("\n".join(brief_lines(brief)))
        print()
    lines = (*brief.news, *brief.background)
    shown = next((line.record for line in lines if line.text.startswith("met")), lines[0].record if lines else "ID")
    one, other = PAIR
    print("Now try:")
    for command, purpose in (
        (f"dragoman show {shown[:7]} --record {record}", "a record with its sentences"),
        (f"dragoman brief {one} {other} --format md --record {record}", "the brief as Markdown"),
        (f"dragoman export --record {record}", "everything, as JSON Lines"),
        ("dragoman read YOUR-ARTICLES/", "your own articles, into dragoman.db"),
    ):
        print(f"  {command}\n      {purpose}")
    return 0
