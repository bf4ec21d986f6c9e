"""A small corpus to try dragoman on: two years of Georgia and Uzbekistan as six invented outlets tell them."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from dragoman.values.page import RawPage

__all__ = ["PAIR", "articles", "corpus_folder"]

PAIR: Final = ("GEO", "UZB")
"""The pair of states that the corpus is about."""


def corpus_folder() -> Path:
    """Return the folder that holds the articles, one text file each, and nothing else.

    Example:
        >>> corpus_folder().name
        'corpus'
    """
    return Path(__file__).with_name("corpus")


def articles() -> tuple[RawPage, ...]:
    """Return every article as read from disk, the oldest first; ``origin`` is its file name.

    Example:
        >>> articles()[0].origin
        '2023-02-10-mtkvari-trucking-deal.txt'
    """
    return tuple(RawPage(origin=path.name, content=path.read_bytes()) for path in sorted(corpus_folder().glob("*.txt")))
