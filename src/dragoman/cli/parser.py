"""The commands and their arguments, with help written for a person.

This module imports nothing slow: ``dragoman --help`` must answer at once. A command's work is in the module of its name.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from dragoman import __version__

__all__ = ["build_parser"]

_DEFAULT_RECORD = Path("dragoman.db")


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; the chosen command is in ``command``."""
    parser = argparse.ArgumentParser(
        prog="dragoman",
        description="Reads diplomatic news and keeps the cited record of relations between states.",
        epilog="Begin with 'dragoman demo'. 'dragoman COMMAND --help' tells more about a command.",
    )
    parser.add_argument("--version", action="version", version=f"dragoman {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, title="commands")
    _add_read(commands)
    _add_brief(commands)
    _add_show(commands)
    _add_export(commands)
    _add_code(commands)
    _add_demo(commands)
    _add_score(commands)
    return parser


def _add_read(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "read",
        "read articles into the record",
        "Reads articles from files, folders and standard input, and adds what they tell to the record. "
        "Texts that the record holds already are passed over, so a run that was interrupted can simply be started again.",
        "dragoman read news/ more.jsonl --workers 2",
    )
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a .txt or .md file (one article), a .jsonl file (one article a line: text, and any of title, url, published, "
        "publisher, authors, language), a folder of such files, or - for standard input",
    )
    _add_record(command)
    command.add_argument("--workers", type=_at_least_one, default=1, metavar="N", help="processes that read (default: 1)")
    command.add_argument("--quiet", action="store_true", help="no progress and no report, only warnings and errors")
    command.add_argument("--json", action="store_true", help="print the report as one JSON object")


def _add_brief(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "brief",
        "what happened between two states",
        "Prints what the record holds about two parties, in order of time, each line with the numbers of its sources; "
        "the words they rest on stand below.",
        "dragoman brief Azerbaijan Iran --format md > brief.md",
    )
    command.add_argument("one", metavar="PARTY", help="a state or organisation: AZE, Azerbaijan, Azerbaijani, EU")
    command.add_argument("other", metavar="PARTY", help="the other one")
    command.add_argument("--format", choices=("text", "md"), default="text", help="text (default) or Markdown")
    _add_record(command)


def _add_show(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "show",
        "one record with the sentences that tell it",
        "Prints one record: its fields, the sentences it rests on with the cited words marked, and the rules that made it. "
        "With --why, for each field of each report: the rule, the words, and what the same sentences offered and was turned down.",
        "dragoman show r3f9 --why",
    )
    command.add_argument("id", metavar="ID", help="the record's id, or its beginning")
    command.add_argument("--why", action="store_true", help="explain every field")
    _add_record(command)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "export",
        "the whole record for other programs",
        "Writes the whole record, articles first. The same articles give the same bytes, whatever the order in which they were read.",
        "dragoman export --format jsonl --output record.jsonl",
    )
    command.add_argument("--format", choices=("jsonl",), default="jsonl", help="jsonl: one JSON object a line (default)")
    command.add_argument("--output", type=Path, metavar="FILE", help="write to FILE instead of standard output")
    _add_record(command)


def _add_code(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "code",
        "what one given side of a sentence does to the other",
        "Codes sentences whose actor and recipient you already know: exactly one of PLOVER's 16 types for each, with the type that came "
        "second, the words that decided, and the CAMEO code where a rule gives one. Reads and writes one JSON object a line, such as "
        """{"sentence": "Peru thanked Chile.", "actor": "Peru", "recipient": "Chile"}; keys of yours """
        "that it does not know, such as an id, are passed on.",
        "dragoman code pairs.jsonl",
    )
    command.add_argument(
        "path",
        metavar="PATH",
        help="a file with one JSON object a line, or - for standard input: sentence, actor and recipient; the last two as words that stand "
        "in the sentence once, or as [start, end] in characters, counted from 0",
    )
    command.add_argument("--rules-only", action="store_true", help="let rules alone decide, without the learned second opinion")


def _add_demo(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "demo",
        "try dragoman on the articles it comes with",
        "Reads the invented articles that dragoman comes with, prints the report and the brief of their pair of states, "
        "and says what to type next.",
        "dragoman demo",
    )
    command.add_argument(
        "--record", type=Path, default=None, metavar="FILE", help="where to keep the record (default: a new temporary file)"
    )


def _add_score(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = _command(
        commands,
        "score",
        "how well an export agrees with gold lines",
        "Compares an export with the records that a careful reader took from the same articles, and prints precision, recall and F1 "
        "for each kind, and how often dates, places, people and statuses are right. An article of the export belongs to the gold line "
        "whose id is the name of its file without the suffix.",
        "dragoman score gold.jsonl record.jsonl --errors 5",
    )
    command.add_argument("gold", type=Path, metavar="GOLD", help="the gold lines: one JSON object for each article")
    command.add_argument("export", type=Path, metavar="EXPORT", help="what 'dragoman export --format jsonl' wrote")
    command.add_argument(
        "--errors", type=_from_zero, default=0, metavar="N", help="list up to N misses and false finds for each kind (default: none)"
    )
    command.add_argument("--fields", action="store_true", help="also tell how often each field of the matched records is right")
    command.add_argument("--json", action="store_true", help="print the figures as one JSON object")


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, summary: str, description: str, example: str
) -> argparse.ArgumentParser:
    return commands.add_parser(name, help=summary, description=description, epilog=f"Example: {example}")


def _add_record(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--record", type=Path, default=_DEFAULT_RECORD, metavar="FILE", help=f"the record, an SQLite file (default: {_DEFAULT_RECORD})"
    )


def _at_least_one(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"expected a number from 1, got {text!r}")
    return int(text)


def _from_zero(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError(f"expected a number from 0, got {text!r}")
    return int(text)
