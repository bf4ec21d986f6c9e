"""Matches the codebook's frames against a parsed sentence: which words evoke what, and who fills the roles."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman import codebook
from dragoman.claims.factuality import Factuality, judge
from dragoman.claims.view import View
from dragoman.codebook import Frame, Frames, FrameTrigger
from dragoman.values.claim import Kind
from dragoman.values.mention import InstrumentName, OfficeName, PersonName, Pronoun, Quantity, TimeExpression

__all__ = ["Evoked", "evoke", "fill"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evoked:
    """One frame evoked by one token.

    Attributes:
        trigger: The evoking token.
        support: The light verb that carries the trigger's arguments ("*held* talks"), or None.
        verbal: True when the trigger is a verb.
    """

    frame: Frame
    trigger: int
    support: int | None
    verbal: bool
    factuality: Factuality


def evoke(view: View) -> list[Evoked]:
    """Return the frames that a sentence evokes, in the order of their triggers: one of each record kind a token, the most specific one."""
    frames = codebook.load_frames()
    found: list[Evoked] = []
    for index in range(len(view)):
        if view.link(index) is not None:
            continue
        triggers, support, verbal = _triggers(view, index, frames)
        if triggers:
            factuality = judge(view, index)
            found.extend(
                Evoked(frame=trigger.frame, trigger=index, support=support, verbal=verbal, factuality=factuality) for trigger in triggers
            )
    return found


def _triggers(view: View, index: int, frames: Frames) -> tuple[list[FrameTrigger], int | None, bool]:
    """Return what a token evokes, the light verb that supports it, and whether it does so as a verb."""
    word = view.lower[index]
    if view.is_verb(index) and not _is_auxiliary(view, index):
        triggers = _choose(view, index, frames.by_verb_form.get(word, ()), verbal=True)
        if triggers:
            return triggers, None, True
    if view.is_noun(index):
        triggers = _choose(view, index, frames.by_noun_form.get(word, ()), verbal=False)
        if triggers:
            return triggers, _support(view, index), False
    if view.tokens[index].tag.startswith(("JJ", "VBN", "RB")):
        triggers = _choose(view, index, frames.by_adjective_form.get(word, ()), verbal=False)
        if triggers:
            return triggers, view.head(index) if view.relation(index) in {"acomp", "attr", "oprd"} else None, False
    phrases = [phrase for phrase in frames.by_phrase_word.get(word, ()) if _has_phrase(view, index, phrase)]
    return phrases[:1], view.governing_verb(index) if phrases else None, False


def _is_auxiliary(view: View, index: int) -> bool:
    return view.relation(index) in {"aux", "auxpass"}


def _choose(view: View, index: int, triggers: tuple[FrameTrigger, ...], *, verbal: bool) -> list[FrameTrigger]:
    chosen: dict[Kind, FrameTrigger] = {}
    for trigger in triggers:
        if trigger.frame.kind in chosen:
            continue
        if trigger.following and not _follows(view, index, trigger.following):
            continue
        if trigger.preceding and not _precedes(view, index, trigger.preceding):
            continue
        frame = trigger.frame
        if frame.object or frame.excludes_object:
            heads = {noun for item in _object_heads(view, index, trigger) for noun in _nouns_of(view, item)} if verbal else set()
            if frame.excludes_object and frame.kind is Kind.EVENT:
                heads |= {kind for item in _object_heads(view, index, trigger) for kind in _act_types(view, item)}
            if frame.object and not heads & frame.object:
                continue
            if frame.excludes_object and heads & frame.excludes_object:
                continue
        chosen[frame.kind] = trigger
    return list(chosen.values())


def _object_heads(view: View, verb: int, trigger: FrameTrigger) -> list[int]:
    """Return what a verb acts on: its object, what it calls that, and what stands under the trigger's own preposition."""
    under = [item for word in trigger.following for item in view.prepositional(verb, word)]
    return [*view.objects(verb), *view.children(verb, "oprd"), *under]


def _act_types(view: View, index: int) -> tuple[str, ...]:
    """Return what kind of written act a name stands for: a deal known by its initials is an agreement."""
    link = view.link(index)
    return (link.mention.named.type,) if link is not None and isinstance(link.mention.named, InstrumentName) else ()


def _nouns_of(view: View, index: int) -> tuple[str, ...]:
    """Return the nouns an object can be known by: its own; of a quantity, its unit and what it is a quantity of."""
    link = view.link(index)
    if link is None:
        return (view.lower[index],)
    if isinstance(link.mention.named, InstrumentName):
        of = [view.lower[item] for item in view.prepositional(index, "of")] if link.mention.named.type == "letter" else []
        return (link.mention.named.title.lower().split(" ")[-1], *of)
    if isinstance(link.mention.named, Quantity):
        counted = [view.lower[item] for word in ("of", "in") for item in view.prepositional(index, word)]
        return (*view.words(index)[-1:], view.lower[index], link.mention.named.unit or "", *counted)
    if isinstance(link.mention.named, PersonName):
        return tuple(word for office in link.mention.named.offices for word in office.split())
    if isinstance(link.mention.named, OfficeName):
        return tuple((link.mention.named.office or "").split())
    return (view.lower[index],)


def _follows(view: View, index: int, words: tuple[str, ...]) -> bool:
    """Say whether particles and prepositions hang on the trigger, or stand right behind it or its object."""
    kids = {
        view.lower[kid]
        for kid in view.children(index, "prt", "prep", "advmod", "dative", "agent", "acomp", "mark", "aux", "npadvmod", "dobj")
    }
    kids |= {view.lower[second] for kid in view.children(index, "prep", "advmod", "prt", "acomp") for second in view.children(kid, "prep")}
    clauses = view.children(index, "xcomp", *(("advcl", "ccomp") if len(words) > 1 else ()))  # "called on Kenya to": the parse wavers
    kids |= {view.lower[second] for kid in clauses for second in view.children(kid, "aux")}
    kids |= {view.lower[kid] for kid in view.children(index, "xcomp", "ccomp")}
    after = index + 1
    if view.lower[after : after + len(words)] == words:
        return True
    return all(word in kids for word in words)


def _precedes(view: View, index: int, words: tuple[str, ...]) -> bool:
    kids = {view.lower[kid] for kid in view.children(index, "amod", "compound", "nmod", "det", "nummod", "poss")}
    return view.lower[index - len(words) : index] == words or all(word in kids for word in words)


def _has_phrase(view: View, index: int, phrase: FrameTrigger) -> bool:
    words = tuple(phrase.lemma.split(" "))
    at = words.index(view.lower[index]) if view.lower[index] in words else -1
    return at >= 0 and index >= at and view.lower[index - at : index - at + len(words)] == words


def _support(view: View, noun: int) -> int | None:
    """Return the light verb whose object, subject or prepositional object the noun is."""
    light = codebook.word_list("light_verbs")
    relation, head = view.relation(noun), view.head(noun)
    if relation == "conj":
        return _support(view, head) if head != noun and view.is_noun(head) else None
    if relation in {"dobj", "nsubjpass", "nsubj", "attr"} and view.is_verb(head):
        return head if view.lower[head] in light or relation in {"nsubjpass", "dobj"} else None
    if relation == "pobj" and view.is_verb(view.head(head)) and view.lower[view.head(head)] in light:
        return view.head(head)
    if relation == "pobj" and view.lower[head] == "of" and _measures(view, view.head(head)):
        return _support(view, view.head(head))
    return None


def _measures(view: View, noun: int) -> bool:
    """Say whether a noun only measures what stands under its "of": "an hour of talks", "two rounds of talks"."""
    link = view.link(noun)
    return isinstance(link.mention.named, TimeExpression) if link is not None else view.lower[noun] in codebook.word_list("measures")


def fill(view: View, evoked: Evoked, path: str) -> list[int]:
    """Return the tokens that fill one path of a role.

    A noun takes its arguments from its light verb too: in "held talks in Baku with his host" *with* hangs on *held*.
    """
    trigger, support = evoked.trigger, evoked.support
    first, _, rest = path.partition(".")
    if first == "subject":
        return _subjects(view, evoked)
    if first == "object" and rest:
        return _of_object(view, evoked, rest)
    if first == "object":
        return view.objects(trigger) if evoked.verbal else _object_of_phrase(view, evoked)
    if first == "indirect":
        verb = trigger if evoked.verbal else support
        return view.datives(verb) if verb is not None else []
    if first == "possessor":
        return view.possessors(trigger)
    if first == "complement":
        return _in_complement(view, evoked, rest)
    return _prepositional(view, evoked, first)


def _object_of_phrase(view: View, evoked: Evoked) -> list[int]:
    """Return what a verb is said to make of its object by the words of a phrase: "declared *the envoy* persona non grata"."""
    if evoked.support is None or view.relation(evoked.trigger) not in {"ccomp", "xcomp", "oprd", "dobj"}:
        return []
    named = [kid for kid in view.children(evoked.trigger, "nsubj", "compound", "nmod") if view.link(kid) is not None]
    return named or [item for item in view.objects(evoked.support) if item != evoked.trigger]


def _of_object(view: View, evoked: Evoked, path: str) -> list[int]:
    """Return what a path leads to from the object; a preposition behind it may hang on the verb itself ("rejected a proposal by")."""
    heads = view.objects(evoked.trigger) if evoked.verbal else view.prepositional(evoked.trigger, "of")
    if path == "possessor":
        return [item for head in heads for item in view.possessors(head)]
    sites = [*heads, evoked.trigger] if evoked.verbal and heads and not view.is_passive(evoked.trigger) else heads
    return [item for site in sites for item in view.prepositional(site, path)]


def _subjects(view: View, evoked: Evoked) -> list[int]:
    if evoked.verbal:
        return view.subjects(evoked.trigger)
    verb = (
        evoked.support
        if evoked.support is not None
        else _framing_verb(view, evoked.trigger)
        if evoked.frame.kind is Kind.ENCOUNTER
        else None
    )
    if evoked.support is None and evoked.frame.kind is Kind.ENCOUNTER and (beside := _named_before(view, evoked.trigger)) is not None:
        return view.conjuncts(beside)
    if verb is None or (evoked.support is not None and view.lower[verb] in _onlookers()):
        return []
    return [item for item in view.subjects(verb) if item != evoked.trigger]


def _named_before(view: View, noun: int) -> int | None:
    """Return the subject that stands right before "in a meeting with": "The minister, in a phone call with his host, said …"."""
    head = view.head(noun)
    if view.relation(noun) != "pobj" or view.lower[head] not in _FRAMING or head == 0:
        return None
    before = head - 1 if view.lower[head - 1] != "," else head - 2
    link = view.link(before) if before >= 0 else None
    if link is None or not isinstance(link.mention.named, PersonName | OfficeName | Pronoun) or view.relation(before) in _OBJECTS:
        return None
    return before


@cache
def _onlookers() -> frozenset[str]:
    """Return the forms of verbs whose subject only speaks of what their object names: "welcomed the visit"."""
    return codebook.word_list("onlookers")


def _framing_verb(view: View, noun: int) -> int | None:
    """Return the verb whose subject takes part in what a noun names: "made the remarks *at a meeting* with", "said *after talks*"."""
    relation, head = view.relation(noun), view.head(noun)
    if relation == "conj" and head != noun:
        return _framing_verb(view, head)
    if relation != "pobj" or view.lower[head] not in _FRAMING:
        return None
    above = view.head(head)
    while (
        not view.is_verb(above)
        and view.head(above) != above
        and view.relation(above) in {"dobj", "prep", "attr", "advmod", "pobj", "acomp"}
    ):
        above = view.head(above)
    return above if view.is_verb(above) else None


_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_FRAMING = frozenset({"at", "after", "during", "in", "before", "following", "on", "from", "through", "upon", "for"})


def _in_complement(view: View, evoked: Evoked, rest: str) -> list[int]:
    heads = view.complements(evoked.trigger)
    if not heads and not evoked.verbal:
        heads = view.children(evoked.trigger, "acl", "relcl")
    if not heads:  # "an invitation for the minister to visit"
        sites = (evoked.trigger, *view.objects(evoked.trigger)) if evoked.verbal else (evoked.trigger,)
        heads = [
            kid
            for site in sites
            for kid in view.children(site, "advcl", "acl", "relcl")
            if any(view.lower[mark] == "for" for mark in view.children(kid, "mark"))
        ]
    if rest == "subject":
        return [item for head in heads for item in view.subjects(head)]
    if rest == "object":
        return [item for head in heads for item in view.objects(head)]
    return [item for head in heads for item in view.subtree(head)]


def _prepositional(view: View, evoked: Evoked, word: str) -> list[int]:
    sites = [evoked.trigger]
    if evoked.verbal:
        sites.extend(kid for kid in view.children(evoked.trigger, "dobj", "prt", "advmod", "xcomp", "attr", "acomp", "oprd"))
        sites.extend(item for kid in view.children(evoked.trigger, "dobj") for item in view.prepositional(kid, "of"))
    elif evoked.support is not None and word not in {"of"}:
        sites.append(evoked.support)
        sites.extend(view.children(evoked.support, "dobj", "xcomp", "oprd", "prt", "acomp"))
    found: list[int] = []
    for site in dict.fromkeys(sites):
        if site != evoked.trigger and word in {"of"} and evoked.verbal:
            continue
        found.extend(view.prepositional(site, word))
    return sorted(dict.fromkeys(found))
