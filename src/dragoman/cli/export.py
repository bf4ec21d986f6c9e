"""``dragoman export``: the whole record for other programs."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing

from dragoman.errors import StoreError
from dragoman.exports import jsonl_lines
from dragoman.store import open_for_reading
from dragoman.views import articles, records

__all__ = ["run"]


def run(arguments: argparse.Namespace) -> int:
    """Write the record to a file or to standard output."""
    with closing(open_for_reading(arguments.record)) as connection:
        connection.execute("BEGIN")  # one state of the record, even while another process writes
        lines = jsonl_lines(articles(connection), records(connection))
        if arguments.output is None:
            sys.stdout.buffer.writelines(lines)
            return 0
        try:
            with arguments.output.open("wb") as file:
                file.writelines(lines)
        except OSError as error:
            raise StoreError(f"cannot write {str(arguments.output)!r}: {error.strerror}") from error
    return 0
