"""The parse of one sentence, each mention a single token."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.values.link import Link, LinkedSentence
from dragoman.values.span import Span

__all__ = ["Token", "Tree"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token.

    Attributes:
        index: Position in the tree, from 0.
        span: In the document; for a mention, the whole mention.
        text: The word that was parsed: the word at `span`, or the short word that stood for a mention.
        tag: Penn Treebank tag.
        relation: Dependency relation to the head (ClearNLP labels, as spaCy's English models give them).
        head: Index of the head; its own index for the root.
        children: Indices of the dependents, in order.
        link: What it refers to when it is a mention, else None.
    """

    index: int
    span: Span
    text: str
    tag: str
    relation: str
    head: int
    children: tuple[int, ...]
    link: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A parsed sentence. Sentences the gate kept out have no tree."""

    sentence: LinkedSentence
    tokens: tuple[Token, ...]
