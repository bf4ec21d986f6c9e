"""The command line: one file per command."""

from __future__ import annotations

from dragoman.cli.main import main
from dragoman.cli.parser import build_parser

__all__ = ["build_parser", "main"]
