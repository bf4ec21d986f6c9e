"""Joint statements told by what they say: "the two said in a joint statement that …", "a joint communique called for …"."""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.act_parties import complete_by_talk, find_sides
from dragoman.claims.acts import act_at, make_act
from dragoman.claims.draft import Draft
from dragoman.claims.factuality import judge
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Instrument, Status

__all__ = ["find_statements_told"]

_TYPES = frozenset({"statement", "declaration"})
_SHARED = frozenset({"joint", "trilateral", "tripartite", "final"})
_WITHIN = frozenset({"in", "by", "through", "via", "per", "with"})
_TOLD = frozenset({Status.OCCURRED, Status.ONGOING})
_TALK_REACH = 3


def find_statements_told(telling: Telling, sentence: SentenceView, used: set[int]) -> list[Draft]:
    """Return the joint statements that a sentence quotes: what they say shows that they were issued.

    Left alone on purpose: a statement of one side, and one whose parties neither the sentence nor the talk just told gives.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    found: list[Draft] = []
    for token in range(len(view)):
        named = act_at(view, token)
        if named is None or named.type not in _TYPES or token in used or not _is_shared(view, token, named.title):
            continue
        verb = _telling_verb(view, token)
        if verb is None or judge(view, verb).negated or judge(view, verb).status not in _TOLD:
            continue
        parties = _parties(telling, sentence, token, verb)
        if len(parties) < 2:
            continue
        act = make_act(telling.scene, view, token)
        content = Instrument(
            type=named.type,
            title=named.title,
            parties=tuple(sorted(parties)),
            stage="signed",
            topics=codebook.topics_of(act.title.lower().split()),
        )
        draft = Draft(content=content, spans=[sentence.span], rule="instrument.quoted", confidence=0.6, sentence=sentence.index)
        telling.date(draft, find_when(sentence, verb))
        found.append(draft)
    return found


def _is_shared(view: View, token: int, title: str) -> bool:
    words = {*title.lower().split(), *(view.lower[kid] for kid in view.children(token, "amod", "compound"))}
    return bool(words & _SHARED) and not {"press", "news"} & words


def _telling_verb(view: View, token: int) -> int | None:
    """Return the verb that tells what a statement says: its own, that of its "in which", or the one it stands behind with "in"."""
    verbs = rule_words("statement_verbs")
    relation, head = view.relation(token), view.head(token)
    if relation == "nsubj" and view.lower[head] in verbs:
        return head
    for kid in view.clause_children(token):
        which = any(view.lower[item] in {"which", "that", "where"} for item in view.subtree(kid)[:2])
        if which and view.lower[kid] in verbs:
            return kid
    if relation == "pobj" and view.lower[head] in _WITHIN:
        verb = view.governing_verb(token)
        return verb if verb is not None and view.lower[verb] in verbs else None
    return None


def _parties(telling: Telling, sentence: SentenceView, token: int, verb: int) -> tuple[str, ...]:
    """Return the parties: those of the act, else those who speak in it, completed by the talk just told or the two states of the text."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    act = make_act(scene, view, token)
    sides = find_sides(telling, sentence, act, None)
    if sides.are_known:
        return sides.parties
    speakers = [item for item in view.subjects(verb) if item != token]
    codes = tuple(
        dict.fromkeys((*sides.parties, *scene.parties_of_all(view, speakers), *scene.parties_of_all(view, view.possessors(token))))
    )
    if len(codes) > 1:
        return codes
    talk = complete_by_talk(telling, sentence, codes, reach=_TALK_REACH)
    if len(talk) > 1:
        return talk
    pair = scene.links.pair[:2] if scene.links.bilateral else ()
    return pair if set(codes) <= set(pair) and all(kb.is_state(code) for code in pair) else ()
