"""What the rules make of a marked sentence: a score for each type, with the words that speak for it.

Every trigger near the two sides is evidence. It counts more the better its grammar fits (the actor does it, the recipient has it done),
less when both sides are strangers to it, and little when it only stands inside what an outer word asks, refuses, promises or blames.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.claims.evoke import Evoked, evoke, fill
from dragoman.claims.view import View
from dragoman.coding.coder_words import crowd_lean
from dragoman.coding.lexicon import WordClass
from dragoman.coding.marked import Marked
from dragoman.coding.matching import Match, find_matches, surface
from dragoman.coding.roles import NEVER, Sides, find_sides, reach
from dragoman.coding.turns import asked_in_speech, turn, warned_with_condition
from dragoman.values.claim import Kind
from dragoman.values.tree import Tree

__all__ = ["Evidence", "weigh"]

_BASE = {WordClass.VERB: 2.0, WordClass.NOUN: 1.7, WordClass.ADJECTIVE: 1.8, WordClass.PHRASE: 2.2}
_LONGER, _WITH_OBJECT, _WEAK = 0.35, 0.9, -0.9  # a trigger of several words, one with its object, one that says little
_FRAME, _ENCOUNTER = 2.0, 0.8  # an encounter frame is often evoked by a verb that only sets the scene
_AGENT = (2.2, 1.9, 1.6, 1.2, 0.8)  # by the steps from the actor to what does it
_PATIENT = (1.5, 1.3, 1.1, 0.9, 0.7)
_BELOW, _ON_PATH, _REVERSED, _STRANGER, _OVERRULED = 0.8, 0.6, -1.6, -1.2, -1.6
_PRONOUN = 1.3
_ASKED, _WARNED = 5.0, 5.0  # speech that asks or warns, whatever its words
_LEANINGS = {  # by the type and by what the actor is: 1 a crowd, -1 a force
    ("PROTEST", 1): 0.8,
    ("PROTEST", -1): -0.8,
    ("COERCE", 1): -0.6,
    ("SANCTION", 1): -0.6,
    ("ASSAULT", 1): -0.4,
    ("MOBILIZE", 1): -0.6,
    ("REJECT", 1): -0.3,
    ("SANCTION", -1): -0.4,
    ("MOBILIZE", -1): 0.3,
    ("ASSAULT", -1): 0.3,
}
_STEP, _TOKEN = -0.12, -0.015
_SPOKEN = frozenset({"it", "he", "she", "they", "we", "i"})
_DEPENDENT = frozenset({"relcl", "advcl", "acl", "parataxis"})
_TO = frozenset(
    {
        "on",
        "against",
        "with",
        "to",
        "of",
        "at",
        "for",
        "in",
        "into",
        "from",
        "over",
        "toward",
        "towards",
        "upon",
        "between",
        "outside",
        "near",
        "by",
    }
)
_DOERS = ("by", "from", "of", "between")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reading of one trigger.

    Attributes:
        type: PLOVER's type after negation, future and the like.
        cameo: The CAMEO code, None where the turn leaves none.
        rule: The name of the trigger or frame.
        head: The token that carries it.
        tokens: All tokens that speak for it.
        score: How much it counts; below 0 for a trigger between others.
        acts: True when the actor is who does it.
    """

    type: str
    cameo: str | None
    rule: str
    head: int
    tokens: tuple[int, ...]
    score: float
    acts: bool


def weigh(marked: Marked, tree: Tree) -> tuple[Evidence, ...]:
    """Return all evidence of a sentence, the strongest first."""
    view = View(tree)
    sides = find_sides(view, marked.actor_link, marked.recipient_link)
    if sides is None:
        return ()
    words = surface(view, marked.text)
    given = frozenset({sides.actor, sides.recipient})
    found = [item for match in find_matches(view, words, given) for item in _of_match(view, match, sides)]
    found += [
        item for evoked in evoke(view) if evoked.frame.kind in {Kind.EVENT, Kind.ENCOUNTER} for item in _of_frame(view, evoked, sides)
    ]
    asked = asked_in_speech(view, sides)
    if asked is not None:
        found.append(Evidence(type="REQUEST", cameo="100", rule="request.speech", head=asked[-1], tokens=asked, score=_ASKED, acts=True))
    warned = warned_with_condition(view, sides)
    if warned is not None:
        found.append(
            Evidence(type="THREATEN", cameo="130", rule="threaten.condition", head=warned[-1], tokens=warned, score=_WARNED, acts=True)
        )
    lean = crowd_lean(marked.actor.cut(marked.text))
    found = [replace(item, score=item.score + _LEANINGS.get((item.type, lean), 0.0)) for item in found]
    return tuple(sorted(_overrule(view, found), key=lambda item: (-item.score, item.head, item.rule)))


def _of_match(view: View, match: Match, sides: Sides) -> list[Evidence]:
    trigger = match.trigger
    base = (
        _BASE[trigger.kind]
        + _LONGER * (len(trigger.words) - 1)
        + (_WITH_OBJECT if match.object else 0.0)
        + (_WEAK if trigger.weak else 0.0)
    )
    verbal = trigger.kind is WordClass.VERB
    agents, patients = _arguments(view, match.head, verbal=verbal)
    fit, acts = _fit(view, match.head, agents, patients, sides, mutual=trigger.mutual)
    if trigger.collective and match.head in sides.actor_heads:
        fit += 1.0
    turned = turn(view, match.head, trigger.type, trigger.cameo, sides)
    tokens = (*match.tokens, *match.object)
    return [
        Evidence(
            type=one.type,
            cameo=one.cameo,
            rule=trigger.name,
            head=match.head,
            tokens=(*tokens, *one.tokens),
            score=(base + fit) * one.factor if base + fit > 0 else base + fit,
            acts=acts,
        )
        for one in turned
    ]


def _of_frame(view: View, evoked: Evoked, sides: Sides) -> list[Evidence]:
    frame = evoked.frame
    kind, cameo = ("CONSULT", "040") if frame.kind is Kind.ENCOUNTER else (frame.type, frame.cameo)
    if kind is None or frame.silent:
        return []
    agents = [token for path in frame.actor for token in fill(view, evoked, path)]
    patients = [token for path in frame.recipient for token in fill(view, evoked, path)]
    mutual = frame.mutual or frame.kind is Kind.ENCOUNTER
    if frame.kind is Kind.ENCOUNTER and (
        reach(sides.actor_heads, agents + patients) == NEVER or reach(sides.recipient_heads, agents + patients) == NEVER
    ):
        return []
    fit, acts = _fit(view, evoked.trigger, agents, patients, sides, mutual=mutual)
    fit += _ENCOUNTER if frame.kind is Kind.ENCOUNTER else _FRAME
    turned = turn(view, evoked.trigger, kind, cameo or "", sides)
    return [
        Evidence(
            type=one.type,
            cameo=one.cameo or None,
            rule=frame.name,
            head=evoked.trigger,
            tokens=(evoked.trigger, *one.tokens),
            score=fit * one.factor if fit > 0 else fit,
            acts=acts,
        )
        for one in turned
    ]


def _arguments(view: View, head: int, *, verbal: bool) -> tuple[list[int], list[int]]:
    """Return who does it and who has it done, as far as the grammar tells."""
    if verbal:
        objects = [*view.objects(head), *view.datives(head), *view.children(head, "oprd")]
        nouns = [item for item in objects if view.link(item) is None]
        owned = [owner for noun in nouns for owner in view.possessors(noun)]
        under = [
            item
            for site in (head, *nouns, *view.children(head, "prt", "xcomp", "acomp", "advmod"))
            for word, item in view.prepositions(site)
            if word in _TO
        ]
        passive = view.is_passive(head)
        agents = view.subjects(head)
        return agents, [item for item in (*objects, *owned, *under) if not (passive and item in agents)]
    agents = [*view.possessors(head), *(item for word in _DOERS for item in view.prepositional(head, word))]
    verb = view.governing_verb(head)
    if verb is not None:
        agents += [item for item in view.subjects(verb) if item != head]
    patients = [item for word, item in view.prepositions(head) if word in _TO]
    if verb is not None:
        patients += view.datives(verb) + [item for word, item in view.prepositions(verb) if word in _TO]
        patients += [item for item in view.objects(verb) if item != head]
    return agents, patients


def _fit(view: View, head: int, agents: list[int], patients: list[int], sides: Sides, *, mutual: bool) -> tuple[float, bool]:
    """Return how well the sides fill the roles, and whether the actor does it."""
    does, done = reach(sides.actor_heads, agents), reach(sides.recipient_heads, patients)
    other_does, other_done = reach(sides.recipient_heads, agents), reach(sides.actor_heads, patients)
    score = 0.0
    acts = does < NEVER
    if acts:
        score += _AGENT[does]
    elif _speaks_for(view, agents, sides):
        score, acts = _PRONOUN, True
    if done < NEVER:
        score += _PATIENT[done]
    elif view.is_below(sides.recipient, head) and sides.recipient not in agents:
        score += _BELOW
    if not acts and other_does < NEVER:
        if mutual:
            score += _AGENT[other_does] + (_PATIENT[other_done] if other_done < NEVER else 0.0)
        else:
            score += _REVERSED if other_done == NEVER else 1.5 * _REVERSED
    on_path = head in sides.path or view.head(head) in sides.path
    score += _ON_PATH if on_path else 0.0
    if not acts and done == NEVER and not (mutual and other_does < NEVER) and not on_path:
        score += _STRANGER
    gap = min(abs(head - sides.actor), abs(head - sides.recipient))
    return score + _TOKEN * gap + _STEP * _steps_off(view, head, sides), acts


def _speaks_for(view: View, agents: list[int], sides: Sides) -> bool:
    """Say whether a pronoun that does it stands for the actor: the actor came before, the recipient did not come in between."""
    return any(
        view.lower[item] in _SPOKEN and view.link(item) is None and sides.actor < item and not sides.actor < sides.recipient < item
        for item in agents
    )


def _steps_off(view: View, head: int, sides: Sides) -> int:
    for step, index in enumerate(view.path_up(head)):
        if index in sides.path:
            return step
    return 4


def _overrule(view: View, found: list[Evidence]) -> list[Evidence]:
    """Let words that the actor does overrule what stands in their complement."""
    outer = [item for item in found if item.acts and item.score > 2.0]
    settled = []
    for item in found:
        above = view.path_up(item.head)[1:]
        ruled = False
        for one in outer:
            if one.head in above and one.head != item.head and one.score > 2.5:
                between = above[: above.index(one.head)]
                if not any(view.relation(step) in _DEPENDENT for step in (item.head, *between)):
                    ruled = True
        settled.append(replace(item, score=item.score + _OVERRULED) if ruled else item)
    return settled
