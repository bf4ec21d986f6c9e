"""Rounds of talks told without their parties: "the eighth round was held in Hanoi", "a fifth round was fixed for May"."""

from __future__ import annotations

import re

from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.values.claim import Encounter

__all__ = ["is_ordinal", "is_round", "parties_of_round", "type_of_round"]

_ORDER = frozenset({"next", "last", "latest", "previous", "new", "another", "final", "upcoming", "following", "current", "this"})
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fifth|(?:four|six|seven|eigh|nin|ten|eleven|twelf|\w+teen|\w+tie)th|twent\w+)\Z"
)
_SERIES = frozenset({"consultations", "negotiations"})
_REACH_SENTENCES = 3


def is_ordinal(word: str) -> bool:
    """Say whether a word in lower case is an ordinal: "57th", "third"."""
    return _ORDINAL.match(word) is not None


def is_round(view: View, evoked: Evoked) -> bool:
    """Say whether a noun is a round of talks that is numbered or stands in a row, with a verb that tells of it alone."""
    if evoked.frame.name != "negotiations.round":
        return False
    trigger = evoked.trigger
    if view.prepositional(trigger, "of") or view.relation(trigger) not in {"nsubj", "nsubjpass", "dobj", "appos", "conj", "ROOT"}:
        return False
    kids = [view.lower[kid] for kid in view.children(trigger, "amod", "det", "nummod")]
    return any(word in _ORDER or _ORDINAL.match(word) is not None for word in kids)


def parties_of_round(telling: Telling, sentence: SentenceView) -> tuple[str, ...]:
    """Return the parties of the talks of which this is a round: of those told last, else of the two that the text has just named."""
    known = telling.last_talk()
    if known is not None and isinstance(known.content, Encounter) and known.content.type not in {"call", "ceremony"}:
        return known.content.parties
    for earlier in reversed(telling.scene.sentences[max(0, sentence.index - _REACH_SENTENCES) : sentence.index]):
        if "negotiat" in telling.scene.text(earlier.span).lower():
            return telling.scene.parties_here(earlier)
    return ()


def type_of_round(telling: Telling) -> str:
    """Return whether consultations or negotiations go into a further round."""
    known = telling.last_talk()
    kind = known.content.type if known is not None and isinstance(known.content, Encounter) else None
    return kind if kind in _SERIES else "negotiations"
