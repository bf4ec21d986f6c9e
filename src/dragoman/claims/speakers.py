"""For whom "I" and "we" speak: the party of whoever is quoted, interviewed or named before the colon."""

from __future__ import annotations

import re
from functools import cache

from dragoman import codebook
from dragoman.claims.scene import Scene, SentenceView
from dragoman.values.mention import OfficeName, PersonName, Pronoun

__all__ = ["speakers"]

_QUOTES = re.compile(r"[\"“”„«»]")
_ANSWER = re.compile(r"A(?:nswer)?[.:]\s")
_LABEL = re.compile(r"[A-Z][^:\n\"“]{2,70}:\s")
_LABEL_CHARS = 72
_INTERVIEWEE_SENTENCES = 6


def speakers(scene: Scene, sentence: SentenceView) -> tuple[str, ...]:
    """Return for whom "I" and "we" speak in a sentence that does not name its speaker.

    In a quotation that runs over sentences, who spoke in the one before or after it; in a transcript, the name before the colon, or the
    first official named when the paragraph is an answer.
    """
    text, index = scene.document.text, sentence.index
    if _QUOTES.search(scene.text(sentence.span)):
        for step in (-1, 1, -2):
            if 0 <= index + step < len(scene.sentences) and (codes := _says(scene, scene.sentences[index + step])):
                return codes
    start = text.rfind("\n", 0, sentence.span.start) + 1
    if _ANSWER.match(text, start):
        return _interviewee(scene)
    label = _LABEL.match(text, start, start + _LABEL_CHARS)
    if label is None:
        return ()
    named = (
        code
        for other in scene.sentences
        for link in other.linked.links
        if start <= link.mention.span.start < label.end()
        for code in link.parties
    )
    return tuple(dict.fromkeys(named))[:1]


def _interviewee(scene: Scene) -> tuple[str, ...]:
    for sentence in scene.sentences[:_INTERVIEWEE_SENTENCES]:
        for link in sentence.linked.links:
            if isinstance(link.mention.named, PersonName) and link.persons and link.parties and scene.people[link.persons[0]].offices:
                return link.parties[:1]
    return ()


def _says(scene: Scene, sentence: SentenceView) -> tuple[str, ...]:
    """Return the party of whoever stands beside a verb of saying in a sentence with quotation marks."""
    text = scene.document.text
    if not _QUOTES.search(scene.text(sentence.span)):
        return ()
    for link in sentence.linked.links:
        if not link.parties or not isinstance(link.mention.named, PersonName | OfficeName | Pronoun):
            continue
        span = link.mention.span
        behind = re.findall(r"[a-z]+", text[span.end : min(span.end + 24, sentence.span.end)])[:2]
        before = re.findall(r"[a-z]+", text[max(sentence.span.start, span.start - 16) : span.start])[-1:]
        if any(word in _saying() for word in (*behind, *before)):
            return link.parties[:1]
    return ()


@cache
def _saying() -> frozenset[str]:
    return codebook.word_list("reporting_verbs")
