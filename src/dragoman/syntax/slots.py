"""The words of a sentence as the parser shall see them: each mention one short word, with the pauses that make its clauses plain.

Two commas are put right, since the small parser leans on them: one is added behind a time or place in front ("On the same day X met …"
reads as a name *Monday Smith* without it); the one that closes an apposition inside a mention ("the minister, Mr X, will …") is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.syntax.stand_ins import stand_in
from dragoman.values.link import Link, LinkedSentence
from dragoman.values.mention import Mention, OfficeName, PersonName, StateName, TimeExpression

__all__ = ["Slot", "Tokenize", "cut_sentence"]

Tokenize = Callable[[str], Iterable[tuple[str, int]]]
"""A text to its words, each with its offset."""

_FRONTING = frozenset({"on", "in", "at", "during", "after", "before", "earlier", "following", "since", "upon", "from"})
_SETTINGS = frozenset(
    {
        "airport",
        "ceremony",
        "meeting",
        "afternoon",
        "evening",
        "morning",
        "day",
        "visit",
        "time",
        "event",
        "summit",
        "talks",
        "conference",
        "session",
        "week",
    }
)
_NOT_CLOSED = frozenset({"and", "or", "who", "which", "whose", "where", "as", "but", "including", "the", "a", "an"})
_FARTHEST_FRONT = 7


@dataclass(frozen=True, slots=True)
class Slot:
    """A word to parse, and the stretch ``[start, end)`` of the document it stands for; empty for a pause that the text does not have."""

    word: str
    start: int
    end: int
    link: Link | None = None

    @property
    def is_pause(self) -> bool:
        """Say whether the slot is there for the parser alone."""
        return self.start == self.end


def cut_sentence(tokenize: Tokenize, text: str, linked: LinkedSentence) -> list[Slot]:
    """Cut a sentence into words to parse, in order; every mention of the sentence is one slot."""
    slots: list[Slot] = []
    position = linked.sentence.span.start
    for index, link in enumerate(linked.links):
        span = link.mention.span
        slots.extend(_plain(tokenize, text, position, span.start))
        if _wants_pause(slots, link.mention):
            slots.append(Slot(",", span.start, span.start))
        before = slots[-1].word.lower() if slots else ""
        slots.append(Slot(stand_in(link.mention, span.cut(text), before, index), span.start, span.end, link))
        position = _skip_closing_comma(text, link.mention, linked.sentence.span.end)
    slots.extend(_plain(tokenize, text, position, linked.sentence.span.end))
    return slots


def _plain(tokenize: Tokenize, text: str, start: int, end: int) -> list[Slot]:
    segment = text[start:end]
    if not segment or segment.isspace():
        return []
    return [Slot(word, start + offset, start + offset + len(word)) for word, offset in tokenize(segment) if not word.isspace()]


def _wants_pause(slots: list[Slot], mention: Mention) -> bool:
    """Say whether a name follows a time or place in front of the sentence without a comma."""
    if not slots or len(slots) > _FARTHEST_FRONT or not isinstance(mention.named, PersonName | OfficeName | StateName):
        return False
    last = slots[-1]
    is_time = last.link is not None and isinstance(last.link.mention.named, TimeExpression)
    if not is_time and last.word.lower() not in _SETTINGS:
        return False
    if slots[0].word.lower() not in _FRONTING and not (is_time and len(slots) == 1):
        return False
    return all(slot.word != "," for slot in slots)


def _skip_closing_comma(text: str, mention: Mention, end: int) -> int:
    """Return where the words behind a mention begin: past the comma that closes an apposition inside it and leads to a verb."""
    stop = mention.span.end
    if ", " not in mention.span.cut(text) or text[stop : stop + 2] != ", ":
        return stop
    following = text[stop + 2 : min(end, stop + 24)].split(" ", 1)[0]
    return stop + 1 if following[:1].islower() and following.isalpha() and following not in _NOT_CLOSED else stop
