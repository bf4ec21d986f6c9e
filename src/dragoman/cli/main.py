"""From arguments to a command, and from what goes wrong to an exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from dragoman.cli.parser import build_parser
from dragoman.errors import DragomanError

__all__ = ["main"]

INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 well, 1 an error told in one line, 2 wrong usage, 130 interrupted.

    A bug is not caught: it shows its traceback.

    Args:
        argv: Without the program's name; ``sys.argv`` when None.
    """
    arguments = build_parser().parse_args(argv)
    command = import_module(f"dragoman.cli.{arguments.command}")
    try:
        status: int = command.run(arguments)
        sys.stdout.flush()
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has gone (`| head`): end quietly, and give Python nothing to flush at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("dragoman: interrupted; what was written stays, run the same command again to go on", file=sys.stderr)
        return INTERRUPTED
    return status
