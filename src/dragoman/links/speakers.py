"""Who says "I" and "we" in each sentence: the speaker of a turn, whoever is quoted, the author of a speech or signed piece.

A transcript has turns: "Q:", "A:", "MR KIM:", "Official Spokesperson: …". In a report only quotations speak in the first person.
A speech or a signed piece has one voice throughout.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.links.registry import PersonDraft, Registry, fold_name
from dragoman.values.document import Document
from dragoman.values.mention import PersonName, Pronoun, Sentence

__all__ = ["Speakers"]

_LABEL = re.compile(r"(?P<who>[^\W\d_][^:\n\"“”]{0,70}?)\s*(?:\([^)\n]{1,40}\)\s*)?[:.](?=\s)")
_ASKS = re.compile(
    r"(?:q|question|questions|journalist|reporter|interviewer|moderator|host|anchor|presenter|correspondent|media|press)"
    r"\b[^,]{0,25}$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(r"(?:a|answer|reply|response|interviewee)$", re.IGNORECASE)
_TITLES = re.compile(
    r"^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|h\.?e|shri|smt|hon|president|prime minister|(?:foreign |deputy )*(?:minister|secretary)|"
    r"secretary|ambassador|chancellor|vice president|official)\b\.?\s*",
    re.IGNORECASE,
)
_SPEECH = re.compile(
    r"\b(?:remarks|speech|address|statement|keynote|lecture|testimony|blog|diary|column|op-ed|article|message|intervention|interview)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”„«»]")
_FEWEST_TURNS = 2
_FEWEST_PERSONAL = 2
_I = Pronoun(gender=None, first=True)
_LABEL_CHARS = 90
_TOP_SENTENCES = 4
_SHORT_LABELS = {"q", "a"}


class Speakers:
    """The speakers of one document, found before its sentences are linked."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], registry: Registry, keys: Mapping[tuple[int, int], PersonDraft]
    ) -> None:
        self._text = document.text
        self._registry = registry
        self._keys = keys
        self._sentences = sentences
        self._interviewee = self._find_interviewee()
        self._turns = self._find_turns()
        self._author = None if self._turns else self._find_author()

    def of_turn(self, position: int) -> PersonDraft | None:
        """Return who speaks in the turn, speech or signed piece that a sentence belongs to, None for a questioner and in a report."""
        return self._turns.get(position, self._author)

    def is_quoted(self, position: int) -> bool:
        """Say whether a sentence holds a quotation mark: only there the first person is a speaker's in a report."""
        span = self._sentences[position].span
        return self._sentences[position].quoted or _QUOTE.search(self._text, span.start, span.end) is not None

    def _find_interviewee(self) -> PersonDraft | None:
        for position in range(min(_TOP_SENTENCES, len(self._sentences))):
            for index in range(len(self._sentences[position].mentions)):
                draft = self._keys.get((position, index))
                if draft is not None and draft.offices and not draft.former:
                    return draft
        return None

    def _find_turns(self) -> dict[int, PersonDraft | None]:
        """Return the speaker of each sentence of a transcript by its position; empty for any other text."""
        turns: dict[int, PersonDraft | None] = {}
        labels = 0
        current: PersonDraft | None = None
        paragraph: int | None = None
        for position, sentence in enumerate(self._sentences):
            if sentence.paragraph < 0:
                continue
            if sentence.paragraph != paragraph:
                paragraph = sentence.paragraph
                found = self._read_label(sentence.span.start)
                if found is not None:
                    labels, current = labels + 1, found[0]
            if labels:
                turns[position] = current
        return turns if labels >= _FEWEST_TURNS else {}

    def _read_label(self, start: int) -> tuple[PersonDraft | None] | None:
        """Return the speaker that a label at `start` names, as a tuple of one; None where no label stands."""
        match = _LABEL.match(self._text, start, start + _LABEL_CHARS)
        if match is None:
            return None
        who = match["who"].strip()
        if match[0].endswith(".") and who.lower() not in _SHORT_LABELS:
            return None
        if _ASKS.match(who):
            return (None,)
        if _ANSWERS.match(who):
            return (self._interviewee,)
        draft = self._find_named(who)
        if draft is not None:
            return (draft if draft.offices or draft.acts_for else None,)
        return (None,) if _looks_like_speaker(who) else None

    def _find_named(self, who: str) -> PersonDraft | None:
        office, _, name = who.rpartition(",")
        for text in (name or office, who, office):
            bare = text.strip()
            while bare and (match := _TITLES.match(bare)) is not None and match.end():
                bare = bare[match.end() :]
            if (
                fold_name(bare)
                and bare[:1].isupper()
                and (draft := self._registry.find_name(PersonName(name=bare.title(), short=" " not in bare)))
            ):
                return draft
        role = who.lower().removeprefix("official ").removeprefix("the ").strip()
        role = {"spokesman": "spokesperson", "spokeswoman": "spokesperson"}.get(role, role)
        return next(
            (draft for draft in self._registry if draft.name and any(role == held or held.endswith(f" {role}") for held in draft.offices)),
            None,
        )

    def _find_author(self) -> PersonDraft | None:
        """Return the author of a speech or signed piece: whom its first line names behind "remarks by", or who signs at its end."""
        plain = [sentence for position, sentence in enumerate(self._sentences) if not self.is_quoted(position)]
        if sum(any(mention.named == _I for mention in sentence.mentions) for sentence in plain) < _FEWEST_PERSONAL:
            return None  # a report about a speech
        top = self._sentences[0].span
        if _SPEECH.search(self._text, top.start, top.end) is None:
            return None
        for position in (0, len(self._sentences) - 1, len(self._sentences) - 2):
            if position < 0:
                continue
            for index in range(len(self._sentences[position].mentions)):
                draft = self._keys.get((position, index))
                if draft is not None and draft.offices and not draft.former:
                    return draft
        return None


def _looks_like_speaker(who: str) -> bool:
    """Say whether a label can be the name or role of somebody: every word in capitals or with a capital."""
    words = [word for word in who.replace(",", " ").split() if word[0].isalpha()]
    return (
        bool(words)
        and all(word[0].isupper() or word in {"of", "the", "de", "van", "von", "bin", "al"} for word in words)
        and len(words) <= 6
    )
