"""The sides of talks that name none: those of the text, where it is about two states and the talks are in one of them or between officials.

"A third round of talks will be held in Lima in May" closes a report about Peru and Chile: the talks are theirs. "A Chilean delegation held
consultations in Lima" does not say with whom: with its hosts.
"""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.evoke import Evoked
from dragoman.claims.places import find_place
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.values.claim import Status
from dragoman.values.mention import OfficeName

__all__ = ["sides_of_text"]

_TALKS = frozenset({"meeting", "consultations", "negotiations"})
_SERIES = frozenset({"consultations", "negotiations"})
_TALK_NOUNS = frozenset({"talks", "discussions", "meetings", "consultations", "negotiations", "round", "rounds"})
_OWN = frozenset({"cabinet", "party", "parliamentary", "staff", "board", "council", "press", "news", "town", "emergency", "internal"})
_AMONG = frozenset({"of", "between", "among", "at"})


def sides_of_text(telling: Telling, sentence: SentenceView, evoked: Evoked, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two states of the text as the sides of talks, or nothing where they may be somebody else's."""
    view, links = sentence.view, telling.scene.links
    assert view is not None  # noqa: S101 - frames come from trees
    pair = links.pair[:2]
    if evoked.frame.type not in _TALKS or not links.bilateral or not all(map(kb.is_state, pair)):
        return ()
    if evoked.verbal and (known or evoked.frame.name != "meeting.meet" or not _meet_unnamed(view, evoked.trigger)):
        return ()
    if evoked.factuality.status not in {Status.OCCURRED, Status.PLANNED} or evoked.factuality.negated:
        return ()
    here = set(telling.scene.parties_here(sentence))
    if not {*known, *here} <= set(pair) or _is_domestic(view, evoked.trigger):
        return ()
    place = find_place(telling.scene, view, evoked.trigger, evoked.support)
    town = place.country if place is not None and place.name is not None else None
    if known:
        is_guest = town is not None and town in pair and town not in known and _is_talk(view, evoked)
        return pair if is_guest else ()
    dated = find_when(sentence, evoked.trigger, evoked.support)
    if evoked.verbal:
        return pair if town is not None or dated is not None else ()
    told = town in pair and (_has_officials(view, evoked.trigger) or _is_talk(view, evoked))
    return pair if told or (dated is not None and town is None and _has_officials(view, evoked.trigger)) else ()


def _meet_unnamed(view: View, verb: int) -> bool:
    """Say whether several officials without a name or a state meet: "Negotiators meet again in Rio"."""
    subjects = view.subjects(verb)
    return len(subjects) == 1 and view.tokens[subjects[0]].tag == "NNS" and _is_official(view, subjects[0]) and not view.objects(verb)


def _is_talk(view: View, evoked: Evoked) -> bool:
    return evoked.frame.type in _SERIES or view.lower[evoked.trigger] in _TALK_NOUNS


def _is_domestic(view: View, noun: int) -> bool:
    """Say whether a meeting is one state's own: "an emergency cabinet meeting"."""
    kids = view.children(noun, "compound", "amod", "nmod")
    owned = any((link := view.link(kid)) is not None and isinstance(link.mention.named, OfficeName) for kid in kids)
    return owned or any(view.lower[kid] in _OWN for kid in kids) or bool(view.children(noun, "poss"))


def _has_officials(view: View, noun: int) -> bool:
    """Say whether it is a meeting of unnamed officials: "of officials", "between experts", "at the level of deputy ministers"."""
    steps = [item for word, item in view.prepositions(noun) if word in _AMONG]
    steps += [item for step in tuple(steps) for item in view.prepositional(step, "of")]
    return any(_is_official(view, step) for step in steps)


def _is_official(view: View, token: int) -> bool:
    link = view.link(token)
    if link is not None:
        return isinstance(link.mention.named, OfficeName)
    return view.lower[token] in codebook.word_list("delegates")
