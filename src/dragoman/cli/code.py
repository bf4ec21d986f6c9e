"""``dragoman code``: sentences with their actor and recipient to PLOVER types."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, nullcontext
from pathlib import Path
from typing import IO, Any

import msgspec

from dragoman.errors import DragomanError, PageError, SpanError
from dragoman.pipeline import Reader
from dragoman.values.coding import Coding
from dragoman.values.span import Span

__all__ = ["coding_row", "run"]

_OWN_KEYS = frozenset({"sentence", "actor", "recipient"})


class _Given(msgspec.Struct):
    sentence: str
    actor: str | tuple[int, int]
    recipient: str | tuple[int, int]


def run(arguments: argparse.Namespace) -> int:
    """Code every line; a line that cannot be coded ends the run, named by its number."""
    reader, told = Reader(rules_only=arguments.rules_only), False
    for number, line in _lines(arguments.path):
        given, rest = _decode(number, line)
        try:
            coding = reader.code(given.sentence, actor=given.actor, recipient=given.recipient)
        except SpanError as error:
            raise DragomanError(f"line {number}: {error}") from error
        if coding.note is not None and not told:
            print(f"dragoman: warning: {coding.note}", file=sys.stderr)
            told = True
        sys.stdout.write(msgspec.json.encode({**rest, **coding_row(given.sentence, coding)}).decode() + "\n")
    return 0


def coding_row(sentence: str, coding: Coding) -> dict[str, object]:
    """Return a coding as the JSON object that is printed; every span with its words."""
    return {
        "sentence": sentence,
        "actor": _span(sentence, coding.actor),
        "recipient": _span(sentence, coding.recipient),
        "type": coding.type,
        "runner_up": coding.runner_up,
        "cameo": coding.cameo,
        "goldstein": coding.goldstein,
        "words": [_span(sentence, span) for span in coding.words],
        "scores": {one.type: one.score for one in coding.scores},
        "decided_by": coding.decided_by,
        "rule": coding.rule,
        "model": coding.model,
        "note": coding.note,
    }


def _span(sentence: str, span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": span.cut(sentence)}


def _lines(path: str) -> Iterator[tuple[int, bytes]]:
    try:
        source: IO[bytes] = sys.stdin.buffer if path == "-" else Path(path).open("rb")  # noqa: SIM115 - closed below, unless it is standard input
    except OSError as error:
        raise PageError(path, error.strerror or "cannot be opened") from error
    with nullcontext(source) if path == "-" else closing(source):
        for number, line in enumerate(source, 1):
            if line.strip():
                yield number, line


def _decode(number: int, line: bytes) -> tuple[_Given, Mapping[str, Any]]:
    try:
        given = msgspec.json.decode(line, type=_Given)
        rest = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise DragomanError(f"line {number}: expected a JSON object with sentence, actor and recipient: {error}") from error
    return given, {key: value for key, value in rest.items() if key not in _OWN_KEYS}
