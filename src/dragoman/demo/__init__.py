"""A small corpus to try dragoman on: two years of Georgia and Uzbekistan as six invented outlets tell them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dragoman.values.page import PageMetadata, RawPage

__all__ = ["OUTLETS", "PAIR", "articles", "corpus_folder"]

PAIR: Final = ("GEO", "UZB")
"""The pair of states that the corpus is about."""

OUTLETS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "batumi-beacon": "Batumi Beacon",
        "caspian-wire": "Caspian Wire",
        "mfa-georgia": "Ministry of Foreign Affairs of Georgia",
        "morning-post": "Tashkent Morning Post",
        "mtkvari": "Mtkvari Daily",
        "upb": "Uzbek Press Bureau",
    },
)
"""The outlets by the word that stands for them in the file names, behind the date."""

_DATE_CHARS = len("2023-02-14-")


def corpus_folder() -> Path:
    """Return the folder that holds the articles, one text file each, and nothing else.

    Example:
        >>> corpus_folder().name
        'corpus'
    """
    return Path(__file__).with_name("corpus")


def articles() -> tuple[RawPage, ...]:
    """Return every article as read from disk, the oldest first; ``origin`` is its file name.

    The publisher is given, as a feed would give it; title and date are left for the reader to find in the text.

    Example:
        >>> articles()[0].origin, articles()[0].metadata.publisher
        ('2023-02-10-mtkvari-trucking-deal.txt', 'Mtkvari Daily')
    """
    return tuple(
        RawPage(origin=path.name, content=path.read_bytes(), metadata=PageMetadata(publisher=_outlet(path.name)))
        for path in sorted(corpus_folder().glob("*.txt"))
    )


def _outlet(name: str) -> str:
    return next(outlet for word, outlet in OUTLETS.items() if name.startswith(word, _DATE_CHARS))
