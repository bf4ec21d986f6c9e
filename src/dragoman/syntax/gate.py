"""Which sentences are worth parsing: those that name a party, or point back to one, and hold all the words that some frame asks for.

Measured on real articles by reading everything once beside it: it must lose fewer than 5 claims in 1,000.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from dragoman.codebook import FrameTrigger, load_frames
from dragoman.codebook.project_words import project_words
from dragoman.values.link import LinkedSentence, Links
from dragoman.values.mention import BodyName, InstrumentName, PlaceName, Quantity, StateName, TimeExpression

__all__ = ["can_matter", "sentences_to_parse"]

_WORD = re.compile(r"[a-z][a-zé'’-]*")
_Need = tuple[frozenset[str], frozenset[str]]
_NOTHING: _Need = (frozenset(), frozenset())
_TALKS = frozenset(
    [
        *("talks", "meeting", "meetings", "met", "meet", "session", "sitting", "round", "rounds", "negotiations", "negotiators"),
        *("consultations", "summit", "visit", "dialogue", "sat", "gathers", "gather", "convenes"),
    ]
)
_SITS = frozenset("held hold holds meet meets convene convenes convened place sit sits fixed planned scheduled set due open opens".split())
_ROW = re.compile(
    r"\b(?:next|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|another|further|final|last|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)


def sentences_to_parse(text: str, links: Links) -> list[LinkedSentence]:
    """Return the sentences of a document that can yield a claim that needs their grammar, in order.

    Once two parties have been named together, a sentence that goes on with their talks needs no party of its own: "A fourth round was
    fixed for March", "The next is to be held in Arica". Headings are never parsed.
    """
    chosen: list[LinkedSentence] = []
    told = False
    for linked in links.sentences:
        if linked.sentence.paragraph < 0:
            continue
        if can_matter(text, linked):
            told = told or len({code for link in linked.links for code in link.parties}) > 1
            chosen.append(linked)
        elif told and _goes_on(text, linked):
            chosen.append(linked)
    return chosen


def _goes_on(text: str, linked: LinkedSentence) -> bool:
    """Say whether a sentence without a party goes on with talks: it names them or counts them, and says when or where they are."""
    words = _words(text, linked)
    in_row = _ROW.search(linked.sentence.span.cut(text)) is not None
    if words.isdisjoint(_TALKS) and not (in_row and words & _SITS):
        return False
    return in_row or any(isinstance(link.mention.named, TimeExpression | PlaceName | StateName) for link in linked.links)


def _words(text: str, linked: LinkedSentence) -> frozenset[str]:
    return frozenset(_WORD.findall(linked.sentence.span.cut(text).lower()))


def can_matter(text: str, linked: LinkedSentence) -> bool:
    """Say whether a sentence can yield a claim that needs its grammar.

    A written act or a body is worth it by itself. Else the sentence must refer to a party, and hold a word that a frame knows together
    with the other words that this frame asks for: its particles, and one of the objects it names.
    """
    if any(isinstance(link.mention.named, InstrumentName | BodyName) for link in linked.links):
        return True
    if not any(link.parties for link in linked.links if not isinstance(link.mention.named, TimeExpression | PlaceName)):
        return False
    words = _words(text, linked)
    counts = any(isinstance(link.mention.named, Quantity) for link in linked.links)  # its unit may be the object: "$5 million"
    cues = _cues()
    return any(
        together <= words and (counts or not objects or not objects.isdisjoint(words))
        for word in words & cues.keys()
        for together, objects in cues[word]
    )


@cache
def _cues() -> Mapping[str, tuple[_Need, ...]]:
    """Return, for each word that may evoke a frame, what else must stand in the sentence: all of some words, one of others."""
    frames = load_frames()
    needs: dict[str, set[_Need]] = {word: {_NOTHING} for word in project_words().nouns}
    for form, triggers in frames.by_verb_form.items():
        needs.setdefault(form, set()).update((_together(trigger, form), trigger.frame.object) for trigger in triggers)
    for index in (frames.by_noun_form, frames.by_adjective_form, frames.by_phrase_word):
        for form, triggers in index.items():
            needs.setdefault(form, set()).update((_together(trigger, form), frozenset()) for trigger in triggers)
    return MappingProxyType({word: (_NOTHING,) if _NOTHING in found else tuple(found) for word, found in needs.items()})


def _together(trigger: FrameTrigger, form: str) -> frozenset[str]:
    phrase = trigger.lemma.split() if " " in trigger.lemma else ()
    return frozenset((*trigger.preceding, *trigger.following, *phrase)) - {form}
