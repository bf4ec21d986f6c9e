"""The side of an encounter that the grammar leaves open: the official of another state who stands nearest in its own clause.

Parses go wrong where wording is unusual ("received in Lima on Monday the envoy of …", "a lunch was given for …"); who stands in the clause
does not. Officials of one other state, and no more, make the missing side; a state, a ministry or a person spoken about never does.
"""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import Scene
from dragoman.claims.view import View
from dragoman.values.claim import Status
from dragoman.values.mention import OfficeName, PersonName

__all__ = ["nearest_side"]

_MEETING_VERBS = frozenset({"meeting.meet", "meeting.receive", "call.phone", "call.by_phone", "meeting.pay_call", "meeting.spend"})
_NOUNS_OF = frozenset({"meeting", "call", "consultations", "negotiations", "ceremony"})
_TAKES_PART = frozenset({"with", "between", "and", "by", "from", "to", "including", "alongside", "for", "among", "of", "under"})
_OF_OFFICE = frozenset({"to", "of", "from"})
_ABOUT = frozenset(
    {"about", "on", "over", "regarding", "concerning", "of", "against", "to", "toward", "towards", "before", "until", "since"}
)
_CHAIRS = frozenset({"chair", "chairmanship", "presidency", "leadership", "auspices", "presence", "attendance", "participation"})
_SITES = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "dep", "appos", "dative", "oprd", "attr"})
_OWN_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj", "acl", "conj"})
_TOLD = frozenset({Status.OCCURRED, Status.PLANNED, Status.DENIED})


def nearest_side(scene: Scene, view: View, evoked: Evoked, known: list[int]) -> list[int]:
    """Return the officials who are the missing side, or both sides when `known` names no party; nobody where several would do.

    Args:
        scene: The document.
        view: The sentence.
        evoked: The frame whose roles are to be filled.
        known: The tokens that fill them so far.
    """
    if evoked.frame.type not in _NOUNS_OF or (evoked.verbal and evoked.frame.name not in _MEETING_VERBS):
        return []
    if evoked.factuality.status not in _TOLD or _is_topic(view, evoked):
        return []
    codes = set(scene.parties_of_all(view, known))
    if len(codes) > 1:
        return []
    officials = [token for token in _clause(view, evoked) if token not in known and _takes_part(scene, view, evoked, token)]
    states = dict.fromkeys(code for token in officials for code in scene.parties_of(view, token) if code not in codes)
    if len(states) != 2 - len(codes):
        return []
    return [token for token in officials if set(scene.parties_of(view, token)) <= set(states)]


def _is_topic(view: View, evoked: Evoked) -> bool:
    """Say whether the encounter is only what others speak about: "spoke by phone about the Vienna negotiations"."""
    return not evoked.verbal and view.relation(evoked.trigger) == "pobj" and view.lower[view.head(evoked.trigger)] in _ABOUT


def _clause(view: View, evoked: Evoked) -> list[int]:
    """Return the tokens of the clause that tells of the encounter, without those of clauses below it."""
    top = evoked.trigger if evoked.verbal else (evoked.support if evoked.support is not None else view.governing_verb(evoked.trigger))
    if top is None or (
        not view.is_passive(top) and view.lower[top] in codebook.word_list("onlookers") | codebook.word_list("reporting_verbs")
    ):
        return []
    path = set(view.path_up(evoked.trigger))
    found, todo = [], [top]
    while todo:
        here = todo.pop()
        found.append(here)
        todo.extend(
            kid
            for kid in view.tokens[here].children
            if kid in path or not (view.relation(kid) in _OWN_CLAUSES and (view.is_verb(kid) or view.children(kid, "nsubj", "nsubjpass")))
        )
    return sorted(found)


def _takes_part(scene: Scene, view: View, evoked: Evoked, token: int) -> bool:
    """Say whether an official stands where somebody who takes part stands, and is not merely spoken about."""
    link = view.link(token)
    if link is None or not scene.people_of(view, token) or len(scene.parties_of(view, token)) != 1:
        return False
    named = link.mention.named
    if not isinstance(named, PersonName | OfficeName) or named.former or (isinstance(named, OfficeName) and named.institution):
        return False
    if isinstance(named, PersonName) and not any(person.offices for person in scene.people_of(view, token)):
        return False
    step = token
    while view.relation(step) == "conj" and view.head(step) != step:
        step = view.head(step)
    if view.relation(step) in _SITES:
        return True
    under = view.head(step)
    if view.relation(step) != "pobj" or view.lower[under] not in _TAKES_PART:
        return False
    if view.link(view.head(under)) is not None and view.lower[under] in _OF_OFFICE:
        return False  # "the adviser to the president"
    return view.lower[under] != "of" or view.head(under) in {evoked.trigger, evoked.support} or view.lower[view.head(under)] in _CHAIRS
