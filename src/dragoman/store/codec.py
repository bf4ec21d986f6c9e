"""Contents of records to JSON text and back, checked against their types."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.values.claim import (
    Content,
    Encounter,
    Event,
    Figure,
    Instrument,
    Kind,
    Milestone,
    Position,
    Project,
    Rule,
    Session,
)
from dragoman.values.reason import Reason

__all__ = ["decode_content", "decode_reasons", "decode_rules", "decode_texts", "encode", "parties_of"]

_CLASS: dict[Kind, type[Any]] = {
    Kind.ENCOUNTER: Encounter,
    Kind.SESSION: Session,
    Kind.INSTRUMENT: Instrument,
    Kind.FIGURE: Figure,
    Kind.PROJECT: Project,
    Kind.MILESTONE: Milestone,
    Kind.EVENT: Event,
    Kind.POSITION: Position,
}
_CONTENTS: dict[Kind, msgspec.json.Decoder[Any]] = {kind: msgspec.json.Decoder(content) for kind, content in _CLASS.items()}
_RULES = msgspec.json.Decoder(tuple[Rule, ...])
_REASONS = msgspec.json.Decoder(tuple[Reason, ...])
_TEXTS = msgspec.json.Decoder(tuple[str, ...])
_ENCODER = msgspec.json.Encoder()


def encode(value: object) -> str:
    """Return `value` (a content, rules, texts) as JSON text; fields in their declared order, so equal values give equal text."""
    return _ENCODER.encode(value).decode()


def decode_content(kind: Kind, text: str) -> Content:
    """Return the content that `encode` wrote.

    Raises:
        msgspec.ValidationError: The text is not a content of that kind.
    """
    content: Content = _CONTENTS[kind].decode(text)
    return content


def decode_rules(text: str) -> tuple[Rule, ...]:
    """Return the rules that `encode` wrote."""
    return _RULES.decode(text)


def decode_reasons(text: str) -> tuple[Reason, ...]:
    """Return the reasons that `encode` wrote."""
    return _REASONS.decode(text)


def decode_texts(text: str) -> tuple[str, ...]:
    """Return the texts that `encode` wrote."""
    return _TEXTS.decode(text)


def parties_of(content: Content) -> tuple[str, ...]:
    """Return the codes of the parties that a content concerns, sorted, each once."""
    match content:
        case Event():
            codes = {actor.country for actor in (*content.actors, *content.recipients)}
        case Position():
            codes = {content.country, content.of}
        case _:
            codes = set(content.parties)
    return tuple(sorted(code for code in codes if code))
