"""What each stage must be able to do, and the stages that dragoman ships.

A stage is an argument wherever it is used; `default_stages` loads the language model and the tables, and is the only slow call.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from dragoman.codebook import version as codebook_version
from dragoman.values.claim import Claim
from dragoman.values.document import Document, Rejection
from dragoman.values.link import Links
from dragoman.values.mention import Sentence
from dragoman.values.page import RawPage
from dragoman.values.reading import Uncertainty
from dragoman.values.tree import Tree

__all__ = ["ExtractionLike", "MakeStages", "Stages", "default_stages", "reader_version"]


class ExtractionLike(Protocol):
    """What `dragoman.claims.extract_claims` returns."""

    @property
    def claims(self) -> tuple[Claim, ...]:
        """In the order of the text."""

    @property
    def refused(self) -> int:
        """Claims whose words were not found."""

    @property
    def uncertainties(self) -> tuple[Uncertainty, ...]:
        """In the order of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """The stages from page to claims, in order."""

    make_document: Callable[[RawPage], Document | Rejection]
    find_mentions: Callable[[Document], tuple[Sentence, ...]]
    link_mentions: Callable[[Document, tuple[Sentence, ...]], Links]
    parse: Callable[[Document, Links], tuple[Tree, ...]]
    extract_claims: Callable[[Document, Links, tuple[Tree, ...]], ExtractionLike]


MakeStages = Callable[[], Stages]


def default_stages() -> Stages:
    """Load the stages that dragoman ships: about a second, once a process.

    Raises:
        ModelError: The language model is missing or is not the pinned one.
        DataFileError: A table breaks its rules.
    """
    from dragoman.claims import extract_claims  # noqa: PLC0415 - importing the stages is slow; only reading needs them
    from dragoman.documents import make_document  # noqa: PLC0415 - as above
    from dragoman.links import link_mentions  # noqa: PLC0415 - as above
    from dragoman.mentions import find_mentions  # noqa: PLC0415 - as above
    from dragoman.syntax import make_parser  # noqa: PLC0415 - as above

    return Stages(
        make_document=make_document,
        find_mentions=find_mentions,
        link_mentions=link_mentions,
        parse=make_parser(),
        extract_claims=extract_claims,
    )


def reader_version() -> str:
    """Return the version of the program and its codebook: texts read by another are read again when they come again."""
    from dragoman import __version__  # noqa: PLC0415 - the package imports this one

    return f"{__version__}+{codebook_version()}"
