"""``dragoman show``: one record with the sentences that tell it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import closing

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from dragoman.exports.jsonl import record_row
from dragoman.kb import state_name
from dragoman.store import open_for_reading
from dragoman.values.article import Article
from dragoman.values.claim import Actor, Participant, Place
from dragoman.values.record import Record
from dragoman.views import ClaimView, RecordView, SentenceView, claim_views, record_view, tell

__all__ = ["run", "show_lines", "why_lines"]

_OWN_LINES = frozenset({"id", "kind", "mentions", "rules", "confidence", "part_of", "date_basis"})
_OPEN, _CLOSE = "«", "»"


def run(arguments: argparse.Namespace) -> int:
    """Print one record."""
    with closing(open_for_reading(arguments.record)) as connection:
        connection.execute("BEGIN")
        view = record_view(connection, arguments.id)
        claims = claim_views(connection, view.record) if arguments.why else ()
    if sys.stdout.isatty():
        _print(view, Console(highlight=False))
    else:
        sys.stdout.writelines(f"{line}\n" for line in show_lines(view))
    sys.stdout.writelines(f"{line}\n" for claim in claims for line in why_lines(claim))
    return 0


def why_lines(claim: ClaimView) -> Iterator[str]:
    """Yield why one report's claim has its values, a line a field, what was turned down indented below."""
    yield ""
    yield f"why {claim.id} ({_outlet(claim.article)}), rule {claim.rule}:"
    if not claim.reasons:
        yield "  this text was read before explanations were kept: read it again to have them"
        return
    names = [reason.field.replace("_", " ") for reason in claim.reasons]
    width = max(map(len, names))
    for name, reason in zip(names, claim.reasons, strict=True):
        words = ", ".join(_OPEN + span.cut(claim.text) + _CLOSE for span in reason.words)
        yield f"  {name:<{width}}  {reason.value}: {reason.rule}{': ' + words if words else ''}"
        for other in reason.turned_down:
            yield f"  {'':<{width}}    not {other.value} {_OPEN}{other.words.cut(claim.text)}{_CLOSE}"


def show_lines(view: RecordView) -> Iterator[str]:
    """Yield a record as plain lines, the cited words between « and »."""
    yield f"{view.record.id}  {view.record.kind}"
    yield tell(view.record, state_name)
    yield ""
    fields = [*_fields(view)]
    width = max(len(name) for name, _ in fields)
    yield from (f"{name:<{width}}  {value}" for name, value in fields)
    for sentence in view.sentences:
        yield ""
        yield f"{_outlet(sentence.article)}:"
        yield "  " + _marked(sentence)


def _print(view: RecordView, console: Console) -> None:
    console.print(Text.assemble((view.record.id, "cyan"), "  ", (view.record.kind, "dim")))
    console.print(Text(tell(view.record, state_name), style="bold"))
    console.print()
    fields = [*_fields(view)]
    width = max(len(name) for name, _ in fields)
    for name, value in fields:
        console.print(Text.assemble((f"{name:<{width}}  ", "dim"), value), soft_wrap=True)
    for sentence in view.sentences:
        console.print()
        console.print(Text(_outlet(sentence.article), style="cyan"))
        text = Text(sentence.text)
        for cited in sentence.cited:
            text.stylize("bold underline", cited.start, cited.end)
        console.print(Padding(text, (0, 0, 0, 2)))
    console.print()


def _fields(view: RecordView) -> Iterator[tuple[str, str]]:
    record = view.record
    for name, value in record_row(record).items():
        if name == "date":
            yield "date", f"{record.date} ({record.date_basis})" if record.date else "not told"
        elif name not in _OWN_LINES and value not in (None, (), False):
            yield name.replace("_", " "), _value(value)
    if view.container:
        yield "part of", _reference(view.container)
    for part in view.parts:
        yield "contains", _reference(part)
    yield "confidence", f"{record.confidence:.2f}"
    yield "made by", ", ".join(f"{rule.name} ({rule.version})" for rule in record.rules)
    for reason in record.reasons:
        yield "merged", reason


def _value(value: object) -> str:
    match value:
        case tuple():
            return "; ".join(_value(item) for item in value)
        case Participant():
            return ", ".join(part for part in (value.name, value.office, value.country, value.role) if part)
        case Actor():
            return ", ".join(part for part in (value.name, value.country, value.sector) if part)
        case Place():
            where = f"{value.lat:.4f}, {value.lon:.4f}" if value.lat is not None and value.lon is not None else ""
            return ", ".join(part for part in (value.name, value.country, where) if part)
        case True:
            return "yes"
        case int():
            return f"{value:,}"
        case _:
            return str(value)


def _reference(record: Record) -> str:
    return f"{record.id}  {record.date + ' ' if record.date else ''}{tell(record, state_name)}"


def _outlet(article: Article) -> str:
    return ", ".join(part for part in (article.publisher, article.published, article.title, article.url or article.origin) if part)


def _marked(sentence: SentenceView) -> str:
    opens = {cited.start for cited in sentence.cited}
    closes = {cited.end for cited in sentence.cited}
    marked = []
    for index, letter in enumerate(sentence.text):
        marked.append((_CLOSE if index in closes else "") + (_OPEN if index in opens else "") + letter)
    return "".join(marked) + (_CLOSE if len(sentence.text) in closes else "")
