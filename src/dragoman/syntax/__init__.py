"""Parses the sentences that can matter (`make_parser`), or one that is given. The only package that knows the language model."""

from dragoman.syntax.parser import Parser, SentenceParser, make_parser, make_sentence_parser

__all__ = ["Parser", "SentenceParser", "make_parser", "make_sentence_parser"]
