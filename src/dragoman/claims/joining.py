"""Who takes part in an encounter though the tree hangs them elsewhere, and which of them meet apart."""

from __future__ import annotations

from dataclasses import replace

from dragoman import codebook
from dragoman.claims.evoke import Evoked
from dragoman.claims.factuality import judge
from dragoman.claims.scene import Scene
from dragoman.claims.view import View

__all__ = ["each_called", "hung_elsewhere", "present_at", "subjects_above", "told_apart_groups", "with_relative_support"]

_BE = frozenset({"is", "are", "was", "were"})
_DUE = frozenset({"due", "scheduled", "expected", "here", "back"})
_PLURAL = frozenset({"meetings", "calls", "conversations"})


def with_relative_support(view: View, evoked: Evoked) -> Evoked:
    """Let the verb of a relative clause, or of what the noun "is to" do, carry its arguments: "the visit which he made to Oslo"."""
    if evoked.verbal:
        return evoked
    above = view.head(evoked.trigger)
    if view.relation(evoked.trigger) == "nsubj" and view.lower[above] in _BE:
        for verb in view.children(above, "xcomp"):
            if any(view.lower[kid] == "to" for kid in view.children(verb, "aux")):
                return replace(evoked, support=verb, factuality=judge(view, verb))
    return _with_relative_verb(view, evoked)


def _with_relative_verb(view: View, evoked: Evoked) -> Evoked:
    for clause in view.children(evoked.trigger, "relcl"):
        for verb in (clause, *view.children(clause, "xcomp")):
            if view.lower[verb] in codebook.word_list("light_verbs") and any(
                view.lower[kid] in {"which", "that"} for kid in view.children(verb, "dobj")
            ):
                return replace(evoked, support=verb)
    return evoked


def subjects_above(scene: Scene, view: View, evoked: Evoked) -> list[int]:
    """Return who meets where the subject stands further up: "spoke after meeting yesterday", "the envoy, due for consultations"."""
    trigger, under = evoked.trigger, view.head(evoked.trigger)
    if view.relation(trigger) != "pobj":
        return []
    above = view.head(under)
    found: list[int] = []
    if evoked.verbal:
        verb = view.governing_verb(trigger)
        found = view.subjects(verb) if verb is not None else []
    elif view.lower[under] == "for" and view.lower[above] in _DUE:
        found = [view.head(above)] if view.relation(above) in {"amod", "acl"} else view.subjects(view.head(above))
    return [token for token in found if scene.people_of(view, token)]


def hung_elsewhere(scene: Scene, view: View, evoked: Evoked) -> list[int]:
    """Return who takes part though the tree hangs them on another word.

    "… by the one minister, and the other, who cut the ribbon" joins the second to the verb; "the meeting announced between the two" hangs
    them on the participle, "a call the two presidents" on the presidents, "with the envoy in the chair" on a verb further down.
    """
    trigger = evoked.trigger
    found: list[int] = []
    if evoked.verbal:
        found.extend(kid for kid in view.children(trigger, "conj") if scene.people_of(view, kid) and scene.parties_of(view, kid))
    else:
        for clause in view.children(trigger, "relcl", "acl"):
            found.extend(item for word in ("between", "with") for item in view.prepositional(clause, word))
        head = view.head(trigger)
        if view.relation(trigger) == "compound" and len(scene.parties_of(view, head)) > 1 and scene.people_of(view, head):
            found.append(head)
    if evoked.frame.type == "ceremony":
        found.extend(_at_ceremony(scene, view, evoked))
    found.extend(
        item
        for step in view.subtree(trigger)
        for word, item in view.prepositions(step)
        if word == "with" and any(view.lower[inner] == "chair" for inner in view.prepositional(item, "in"))
    )
    return [token for token in dict.fromkeys(found) if scene.parties_of(view, token)]


def _at_ceremony(scene: Scene, view: View, evoked: Evoked) -> list[int]:
    """Return the officials below a ceremony's verb: "laid the stone of a mill with the minister", "in a ceremony from the commander"."""
    verb = evoked.trigger if evoked.verbal else view.governing_verb(evoked.trigger)
    if verb is None:
        return []
    steps = view.subtree(verb) if evoked.verbal else [verb, evoked.trigger, *view.children(verb, "dobj")]
    words = {"with", "to"} if evoked.verbal else {"with", "from"}
    pairs = [pair for step in steps for pair in view.prepositions(step)]
    return [step for word, item in pairs if word in words for step in (item, *view.children(item, "nmod")) if scene.people_of(view, step)]


def present_at(view: View, evoked: Evoked) -> list[int]:
    """Return those "in the presence of" whom an encounter took place."""
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else [])]
    nouns = [
        item for site in sites for word, item in view.prepositions(site) if word == "in" and view.lower[item] in {"presence", "attendance"}
    ]
    return [item for noun in nouns for item in [*view.prepositional(noun, "of"), *view.possessors(noun)]]


def told_apart_groups(scene: Scene, view: View, evoked: Evoked, kind: str, others: list[int]) -> list[list[int]]:
    """Return the other sides, apart where the words tell of several encounters: "calls to A and B", "met A and B separately"."""
    word = view.lower[evoked.trigger]
    apart = word in _PLURAL or (kind == "call" and evoked.verbal) or _is_apart(view, evoked)
    if not apart or len(scene.parties_of_all(view, others)) < 2:
        return [others]
    groups: dict[tuple[str, ...], list[int]] = {}
    for token in others:
        groups.setdefault(scene.parties_of(view, token), []).append(token)
    return [group for codes, group in groups.items() if codes]


def _is_apart(view: View, evoked: Evoked) -> bool:
    """Say whether the words tell of one encounter after the other: "separate talks", "met separately"."""
    sites = [evoked.trigger, *([evoked.support] if evoked.support is not None else [])]
    return bool({view.lower[kid] for site in sites for kid in view.children(site, "advmod", "amod")} & {"separately", "separate", "turn"})


def each_called(scene: Scene, view: View, evoked: Evoked, kind: str, sides: tuple[list[int], list[int]]) -> list[str]:
    """Return the states that are called one after the other though one word stands for them: "telephoned both heads of state"."""
    actors, others = sides
    if len(others) != 1 or len(scene.parties_of_all(view, actors)) != 1:
        return []
    if _is_apart(view, evoked) and len(codes := scene.parties_of(view, others[0])) > 1:
        return list(codes)
    if kind != "call":
        return []
    both = {view.lower[kid] for kid in view.children(others[0], "det", "predet", "preconj")} | set(
        scene.text(view.tokens[others[0]].span).lower().split()[:1]
    )
    codes = scene.parties_of(view, others[0])
    return list(codes) if len(codes) > 1 and both & {"both", "each"} else []
