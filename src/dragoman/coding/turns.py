"""What negation, the future, promises and reported speech make of a trigger: "did not send aid" rejects, "will attack" threatens."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.factuality import judge
from dragoman.claims.view import View
from dragoman.codebook import word_list
from dragoman.coding.coder_words import coder_words
from dragoman.coding.roles import NEVER, Sides, reach
from dragoman.values.claim import Status

__all__ = ["Turned", "asked_in_speech", "turn", "warned_with_condition"]

_KIND_DEEDS = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_HARSH_DEEDS = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "PROTEST"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_MUST = frozenset({"must", "should", "ought"})
_OBLIGED = frozenset({"have", "has", "had", "need", "needs", "needed"})


def _speech() -> frozenset[str]:
    return coder_words("warnings") | word_list("reporting_verbs")


@dataclass(frozen=True, slots=True)
class Turned:
    """The type that a trigger comes to tell, its CAMEO code where that is known, how far it counts, and the tokens that turned it."""

    type: str
    cameo: str | None
    factor: float
    tokens: tuple[int, ...] = ()


_STOPPED = {
    "AID": ("SANCTION", "162"),
    "COOPERATE": ("SANCTION", "160"),
    "CONSULT": ("SANCTION", "164"),
    "SUPPORT": ("SANCTION", "160"),
    "AGREE": ("REJECT", "120"),
    "SANCTION": ("CONCEDE", "085"),
    "COERCE": ("CONCEDE", "081"),
    "ASSAULT": ("RETREAT", "087"),
    "MOBILIZE": ("RETREAT", "0873"),
    "PROTEST": ("CONCEDE", "080"),
}
_PROMISED = {"AID": "033", "COOPERATE": "031", "CONSULT": "036", "SUPPORT": "032", "CONCEDE": "035", "RETREAT": "035"}
_THREATENED = {"SANCTION": "131", "COERCE": "132", "ASSAULT": "138", "MOBILIZE": "138", "PROTEST": "133"}
_REFUSED = {"AID": "122", "COOPERATE": "121", "CONSULT": "125", "RETREAT": "124", "CONCEDE": "124"}


def turn(view: View, head: int, kind: str, cameo: str, sides: Sides) -> list[Turned]:
    """Return what the trigger at `head`, which tells `kind`, comes to tell; itself first when nothing turns it."""
    factuality = judge(view, head)
    auxiliaries = _auxiliaries(view, head)
    if factuality.negated and factuality.status is Status.DENIED:
        if kind in _KIND_DEEDS:
            return [Turned("REJECT", _REFUSED.get(kind, "120"), 1.0, _negation(view, head)), Turned(kind, cameo, 0.35)]
        if kind == "REJECT":
            return [Turned("THREATEN", "130", 0.8, _negation(view, head)), Turned("AGREE", "030", 0.5), Turned("REJECT", cameo, 0.4)]
        return [Turned(kind, cameo, 0.6)]
    stopped = _stopped(view, head, kind)
    if stopped is not None:
        return [stopped, Turned(kind, cameo, 0.5)]
    reported = _reported(view, head, kind, sides)
    if reported is not None:
        return [reported, Turned(kind, cameo, 0.35)]
    ahead = {word for word in auxiliaries.values() if word in _WILL} or factuality.promised
    if kind in _KIND_DEEDS and kind != "AGREE" and (ahead or factuality.status is Status.PLANNED):
        return [Turned("AGREE", _PROMISED.get(kind, "030"), 1.0, tuple(auxiliaries)), Turned(kind, cameo, 0.6)]
    if kind in _HARSH_DEEDS and (ahead or _is_vowed(view, head) or (factuality.status is Status.PROPOSED and auxiliaries)):
        return [Turned("THREATEN", _THREATENED.get(kind, "130"), 1.0, tuple(auxiliaries)), Turned(kind, cameo, 0.7)]
    return [Turned(kind, cameo, 1.0)]


def asked_in_speech(view: View, sides: Sides) -> tuple[int, ...] | None:
    """Return the words that tell that the actor asks something of somebody in speech: "must withdraw", "Open the gates, he told …"."""
    for index in range(len(view)):
        if not view.is_verb(index) or view.relation(index) in {"aux", "auxpass"}:
            continue
        words = {kid: view.lower[kid] for kid in view.children(index, "aux")}
        obliged = [kid for kid, word in words.items() if word in _MUST or word == "must"]
        orders = view.tokens[index].tag == "VB" and not words and not view.children(index, "nsubj", "nsubjpass") and index < 3
        if not obliged and not orders:
            continue
        speaker = next((view.head(step) for step in view.path_up(index) if view.relation(step) in {"ccomp", "parataxis"}), None)
        if speaker is None:
            speaker = next((kid for kid in view.children(index, "ccomp", "parataxis") if view.lower[kid] in _speech()), None)
        if speaker is not None and view.lower[speaker] in _speech() and reach(sides.actor_heads, view.subjects(speaker)) < NEVER:
            return (*obliged, index)
    return None


def warned_with_condition(view: View, sides: Sides) -> tuple[int, ...] | None:
    """Return the words that tell what the actor says will follow: "would close the port unless …", "if …, it will …"."""
    for index in range(len(view)):
        if view.lower[index] not in _CONDITIONS or view.relation(index) not in {"mark", "advmod", "prep", "cc"}:
            continue
        clause = view.head(index)
        main = view.head(clause)
        ahead = [kid for kid in view.children(main, "aux") if view.lower[kid] in _WILL | {"could", "may", "might", "can"}]
        if view.relation(clause) == "advcl" and ahead and _is_voiced(view, main, sides):
            return (index, *ahead, main)
    return None


_CONDITIONS = frozenset({"if", "unless", "until", "should"})


def _is_voiced(view: View, clause: int, sides: Sides) -> bool:
    """Say whether the actor does what a clause tells, or says so."""
    doers = [*view.subjects(clause), *(item for step in view.path_up(clause)[1:] if view.is_verb(step) for item in view.subjects(step))]
    return reach(sides.actor_heads, doers) < NEVER


def _stopped(view: View, head: int, kind: str) -> Turned | None:
    """Return what stopping the deed tells: "stopped distributing rations", "the ban was annulled", "called off the offensive"."""
    relation, above = view.relation(head), view.head(head)
    if relation not in {"xcomp", "dobj", "nsubjpass"} or view.lower[above] not in coder_words("stops") or kind not in _STOPPED:
        return None
    if view.lower[above].startswith("call") and "off" not in {view.lower[kid] for kid in view.children(above, "prt", "advmod")}:
        return None
    name, cameo = _STOPPED[kind]
    return Turned(name, cameo, 1.0, (above,))


def _is_vowed(view: View, head: int) -> bool:
    """Say whether a deed is only sworn or spoken of: "swore to kill", "spoke of attacking"."""
    above = view.head(head)
    if view.relation(head) == "pcomp":
        above = view.head(above)
    return view.relation(head) in {"xcomp", "pcomp"} and view.lower[above] in coder_words("vows")


def _auxiliaries(view: View, head: int) -> dict[int, str]:
    verb = head if view.is_verb(head) else view.governing_verb(head)
    return {kid: view.lower[kid] for kid in view.children(verb, "aux")} if verb is not None else {}


def _negation(view: View, head: int) -> tuple[int, ...]:
    verb = head if view.is_verb(head) else view.governing_verb(head)
    return tuple(view.children(verb, "neg")) if verb is not None else ()


def _reported(view: View, head: int, kind: str, sides: Sides) -> Turned | None:
    """Return what the actor says of the recipient: that it must do something, or has done something bad."""
    clause = next((step for step in view.path_up(head) if view.relation(step) in {"ccomp", "parataxis"}), None)
    if clause is None:
        return None
    speaker = view.head(clause)
    if view.lower[speaker] not in _speech() or reach(sides.actor_heads, view.subjects(speaker)) > 3:
        return None
    if reach(sides.recipient_heads, view.subjects(clause)) > 3 and reach(sides.recipient_heads, view.objects(clause)) > 3:
        return None
    auxiliaries = {view.lower[kid] for kid in view.children(clause, "aux")}
    if auxiliaries & _MUST or view.lower[clause] in _OBLIGED:
        return Turned("REQUEST", "100", 1.0, (speaker, clause))
    if kind in _HARSH_DEEDS and not auxiliaries & _WILL and reach(sides.recipient_heads, view.subjects(clause)) <= 3:
        return Turned("ACCUSE", "112", 1.0, (speaker,))
    return None
