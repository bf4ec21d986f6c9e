"""Which sentences are worth parsing: those that name a party, or point back to one, and hold a word that some frame knows."""

from __future__ import annotations

import re
from functools import cache

from dragoman.codebook import load_frames
from dragoman.codebook.project_words import project_words
from dragoman.values.link import LinkedSentence
from dragoman.values.mention import BodyName, InstrumentName, PersonName, PlaceName, TimeExpression

__all__ = ["can_matter"]

_WORD = re.compile(r"[a-z][a-zé'’-]*")


@cache
def _cues() -> frozenset[str]:
    return load_frames().cue_words() | frozenset(project_words().nouns)


def can_matter(text: str, linked: LinkedSentence) -> bool:
    """Say whether a sentence can yield a claim that needs its grammar.

    It must have a mention with a party or a person, and a cue word outside names; a written act or a body is a cue by itself.
    """
    parties = {party for link in linked.links if not isinstance(link.mention.named, TimeExpression | PlaceName) for party in link.parties}
    people = {key for link in linked.links for key in link.persons}
    if any(isinstance(link.mention.named, InstrumentName | BodyName) for link in linked.links):
        return True
    if not parties and not people:
        return False
    if any(isinstance(link.mention.named, PersonName) and link.mention.named.former for link in linked.links) and len(parties) < 1:
        return False
    cues = _cues()
    return any(word in cues for word in _WORD.findall(linked.sentence.span.cut(text).lower()))
