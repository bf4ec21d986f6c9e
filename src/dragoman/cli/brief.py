"""``dragoman brief``: what happened between two parties."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.cli.markdown import brief_markdown
from dragoman.errors import RecordNotFoundError
from dragoman.kb import find_party, state_name
from dragoman.store import open_for_reading
from dragoman.values.article import Article
from dragoman.values.claim import Status
from dragoman.views import Brief, BriefLine, article_texts, make_brief, outlet_of, pair_view

__all__ = ["brief_lines", "load_brief", "print_brief", "run"]

_SECTIONS = (("Background and undated", "background"), ("Figures", "figures"), ("Offices", "offices"))
_ID_CHARS = 7  # enough for `dragoman show`, which asks when it is not
_UNSURE = {Status.PLANNED: "yellow", Status.PROPOSED: "yellow", Status.DENIED: "red"}


def run(arguments: argparse.Namespace) -> int:
    """Print the brief of two parties."""
    one, other = (_party(text) for text in (arguments.one, arguments.other))
    if one == other:
        raise RecordNotFoundError(f"a brief needs two parties: {arguments.one!r} and {arguments.other!r} are both {one}")
    brief = load_brief(arguments.record, one, other)
    if arguments.format == "md":
        sys.stdout.write(brief_markdown(brief))
    elif sys.stdout.isatty():
        print_brief(brief, Console(highlight=False))
    else:
        sys.stdout.writelines(f"{line}\n" for line in brief_lines(brief))
    return 0


def load_brief(record: Path, one: str, other: str) -> Brief:
    """Return the brief of two codes.

    Raises:
        RecordNotFoundError: The record holds nothing about the two.
    """
    with closing(open_for_reading(record)) as connection:
        connection.execute("BEGIN")
        view = pair_view(connection, one, other)
        if not view.records:
            raise RecordNotFoundError(f"the record at {str(record)!r} holds nothing about {state_name(one)} and {state_name(other)}")
        return make_brief(view, article_texts(connection, (article.id for article in view.articles)), state_name)


def print_brief(brief: Brief, console: Console) -> None:
    """Print a brief on a terminal, as wide as it is."""
    console.print()
    console.print(Text(brief.title, style="bold"))
    console.print(Text(_summary(brief), style="dim"))
    console.print()
    console.print(_table(brief.news))
    for title, field in _SECTIONS:
        if lines := getattr(brief, field):
            console.print(Text(f"\n{title}", style="bold"))
            console.print(_table(lines))
    console.print(Text("\nSources", style="bold"))
    sources = Table.grid(padding=(0, 1))
    sources.add_column(justify="right", style="dim")
    sources.add_column()
    for quotation in brief.quotations:
        told = Text.assemble((_outlet(quotation.article), "cyan"), "  ", (f"“{quotation.text}”", "italic"))
        sources.add_row(f"[{quotation.number}]", told)
    console.print(Padding(sources, (0, 0, 1, 0)))


def brief_lines(brief: Brief) -> Iterable[str]:
    """Yield a brief as plain lines, one record a line."""
    yield brief.title
    yield _summary(brief)
    yield ""
    yield from (_plain(line, _width(brief.news)) for line in brief.news)
    for title, field in _SECTIONS:
        if lines := getattr(brief, field):
            yield ""
            yield title
            yield from (_plain(line, _width(lines)) for line in lines)
    yield ""
    yield "Sources"
    for quotation in brief.quotations:
        yield f"[{quotation.number}] {_outlet(quotation.article)}: “{quotation.text}”"


def _party(text: str) -> str:
    code = find_party(text)
    if code is None:
        raise RecordNotFoundError(f"no state or organisation is called {text!r}: give a name or a code, such as Norway or NOR")
    return code


def _summary(brief: Brief) -> str:
    counts = f"{brief.records} record{'s' * (brief.records != 1)} from {brief.articles} article{'s' * (brief.articles != 1)}"
    if brief.span is None:
        return counts
    return f"{counts}, {brief.span[0]}" if brief.span[0] == brief.span[1] else f"{counts}, {brief.span[0]} to {brief.span[1]}"


def _table(lines: tuple[BriefLine, ...]) -> Table:
    table = Table.grid(padding=(0, 2))
    if _width(lines):
        table.add_column(style="cyan", no_wrap=True)
    table.add_column()
    for line in lines:
        head, colon, rest = line.text.partition(": ")
        style = _UNSURE.get(line.status, "green") if colon else ""
        numbers = "".join(f"[{number}]" for number in line.numbers)
        text = Text.assemble((head + colon, style), rest, "  ", (f"{numbers} {line.record[:_ID_CHARS]}", "dim"))
        table.add_row(*([line.when] if _width(lines) else []), Padding(text, (0, 0, 0, 2 * line.depth)))
    return table


def _plain(line: BriefLine, width: int) -> str:
    when = f"{line.when:<{width}}  " if width else ""
    return f"{when}{'  ' * line.depth}{line.text} {''.join(f'[{number}]' for number in line.numbers)} {line.record[:_ID_CHARS]}"


def _width(lines: tuple[BriefLine, ...]) -> int:
    return max((len(line.when) for line in lines), default=0)


def _outlet(article: Article) -> str:
    return ", ".join(part for part in (outlet_of(article), (article.published or "")[:10]) if part)
