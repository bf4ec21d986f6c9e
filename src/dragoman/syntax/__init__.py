"""Parses the sentences that can matter: `make_parser`. The only package that knows the language model."""

from dragoman.syntax.parser import Parser, make_parser

__all__ = ["Parser", "make_parser"]
