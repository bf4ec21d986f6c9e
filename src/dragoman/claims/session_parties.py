"""Whose a standing body is: the states in its name, else those of its last sitting, of its members listed nearby, or of the talk told."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import kb
from dragoman.claims.act_parties import complete_by_talk
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Encounter, Instrument, Session
from dragoman.values.link import Link
from dragoman.values.mention import BodyName

__all__ = ["BodyFound", "find_body_parties"]

_SIZES = {
    "bilateral": 2,
    "binational": 2,
    "trilateral": 3,
    "tripartite": 3,
    "quadrilateral": 4,
    "quadripartite": 4,
    "four-way": 4,
    "three-way": 3,
}
_SHARED = frozenset({"joint", "intergovernmental", "inter-governmental", "mixed", "bilateral", "binational", "bi-national"})
_OF_STATES = frozenset({"commission", "committee"})
_REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFound:
    """A body or sitting at a token; `link` is None for "the sixth" that stands for a sitting."""

    token: int
    link: Link | None
    named: BodyName


def find_body_parties(telling: Telling, sentence: SentenceView, found: BodyFound, known: Session | None, *, sits: bool) -> tuple[str, ...]:
    """Return the parties of a body, in the order of the text; those of a mere mention (`sits` False) only when its name gives them."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    token, named = found.token, found.named
    codes = list(found.link.parties) if found.link is not None else []
    for word in ("between", "among", "of", "with"):
        codes.extend(scene.parties_of_all(view, view.prepositional(token, word)))
    parties = tuple(dict.fromkeys([*codes, *scene.parties_of_all(view, view.possessors(token))]))
    if len(parties) > 1 or (len(parties) == 1 and not kb.is_state(parties[0])):
        return parties
    if known is not None and set(parties) <= set(known.parties):
        return known.parties
    words = (named.name or "").lower().split()
    size = next((_SIZES[word] for word in words if word in _SIZES), None)
    if size is not None and size > 2:
        return _members(telling, sentence, size, parties)
    if not sits and set(words) & _SHARED and named.type in _OF_STATES:
        return _pair_of_text(telling, sentence, parties)
    if (
        not sits
        or set(words) & rule_words("many_sided")
        or (named.type == "council" and named.name is not None and not set(words) & rule_words("shared_councils"))
    ):
        return ()
    return _complete(telling, sentence, parties)


def _members(telling: Telling, sentence: SentenceView, size: int, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties of the nearest sentence that names just so many: before it, then behind it ("the delegations were led by …")."""
    sentences = telling.scene.sentences
    near = sorted(
        range(max(0, sentence.index - _REACH), min(len(sentences), sentence.index + _REACH + 1)),
        key=lambda index: (abs(index - sentence.index), index),
    )
    for index in near:
        here = telling.scene.parties_here(sentences[index])
        if len(here) == size and set(known) <= set(here):
            return here
    return ()


def _pair_of_text(telling: Telling, sentence: SentenceView, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two states of a text that is about them alone: a joint commission in it is theirs."""
    links = telling.scene.links
    pair = links.pair[:2]
    here = telling.scene.parties_here(sentence)
    return pair if links.bilateral and here and all(map(kb.is_state, pair)) and {*known, *here} <= set(pair) else ()


def _complete(telling: Telling, sentence: SentenceView, known: tuple[str, ...]) -> tuple[str, ...]:
    here = telling.scene.parties_here(sentence)
    if len(here) == 2 and set(known) <= set(here):
        return here
    talk = complete_by_talk(telling, sentence, known)
    if len(talk) == 2:
        return talk
    links = telling.scene.links
    if links.bilateral and {*known, *here} <= set(links.pair[:2]):
        return links.pair[:2]
    told = [draft.content.parties for draft in telling.drafts if isinstance(draft.content, Encounter | Instrument)]
    return told[-1] if told and {*known, *here} <= set(told[-1]) and all(parties == told[-1] for parties in told) else ()
