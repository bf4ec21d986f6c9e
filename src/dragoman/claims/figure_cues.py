"""The words of a sentence that evoke figures, those in names left out."""

from __future__ import annotations

import re

from dragoman.codebook.indicators import Cue, indicators
from dragoman.values.link import LinkedSentence
from dragoman.values.mention import BodyName, OrganisationName, PersonName

__all__ = ["find_cues"]

_NAME_BEFORE = re.compile(r"(?:[A-Z][\w.-]*|\b(?:of|for|and|&))\s+$")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)


def find_cues(text: str, linked: LinkedSentence) -> list[Cue]:
    """Return the cues of a sentence that stand in no name, whose required words are there and whose excluded ones are not."""
    span = linked.sentence.span
    names = [link.mention.span for link in linked.links if isinstance(link.mention.named, OrganisationName | BodyName | PersonName)]
    kept: list[Cue] = []
    for cue in indicators().find_cues(text, span.start, span.end):
        if cue.voice == "takes" and _PASSIVE.search(text[max(span.start, cue.start - 20) : cue.start]):
            continue
        if any(name.start <= cue.start < name.end for name in names):
            continue
        if text[cue.start].isupper() and _NAME_BEFORE.search(text[max(span.start, cue.start - 20) : cue.start]):
            continue  # "Department of Commerce", "Plan for AIDS Relief"
        if cue.indicator.requires is not None and not cue.indicator.requires.search(text, span.start, span.end):
            continue
        if not cue.indicator.excludes.search(text, span.start, span.end):
            kept.append(cue)
    return kept
