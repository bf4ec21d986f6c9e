"""Whether what a trigger tells has happened: a small calculus over the words above and beside it.

| construction                                                  | status   |
| ------------------------------------------------------------- | -------- |
| met, has met, was signed, at a meeting with                   | occurred |
| said, noted, confirmed that they met                          | occurred |
| called for calm, denied it, would not say at the meeting      | occurred |
| is meeting, are negotiating                                   | ongoing  |
| will meet, is to meet, is due to meet, plans to meet          | planned  |
| agreed, promised, accepted an invitation to meet              | planned  |
| will sign it at the meeting, when they meet next week         | planned  |
| may, could, should meet; proposed, offered, asked to meet     | proposed |
| did not meet, refused to meet, denied that they met           | denied   |
| cancelled, called off, postponed the meeting                  | denied   |
| if they meet, unless they meet, did they meet?                | nothing  |

The walk goes from the trigger up to the root. The innermost word that decides wins, a denial or cancellation above overrules it, and a
negation turns it. Words of place and time ("at a meeting", "during the visit") take for granted what they name: of what stands above them
only the future counts. Which words do what is in ``word_lists.toml``; which relation carries which effect is `_GOVERNORS`.

Known to be missed: irony, conditions without "if" ("had they met"), and what a later sentence takes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman import codebook
from dragoman.claims.view import View
from dragoman.values.claim import Status

__all__ = ["Factuality", "judge"]

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_OPEN_AUX = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
_BE = frozenset({"is", "are", "was", "were", "be", "'s", "'re"})
_HAD = frozenset({"had", "'d"})
_CONDITION_MARKS = frozenset({"if", "unless", "whether"})
_INDIRECT_QUESTIONS = frozenset({"when", "where", "whether", "how", "why"})
_TIME_MARKS = frozenset({"when", "before", "until", "once", "after"})
_NOBODY = frozenset({"no", "neither", "nobody", "none", "never"})
_FRAMING = frozenset({"at", "during", "in", "after", "following", "upon", "amid", "throughout", "since", "before", "within", "alongside"})
_JOURNEYS = frozenset({"visit", "visits", "trip", "trips", "tour", "sidelines", "margins", "fringes", "occasion", "eve"})
_DEPENDENT_CLAUSES = frozenset({"advcl", "relcl", "parataxis"})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})
_EVIDENCE = frozenset({"sign", "signs", "indication", "indications", "evidence", "proof", "guarantee", "guarantees"})
_NONE_OF_IT = frozenset({"any", "no", "little", "few"})
_PREDICATES = frozenset({"acomp", "attr"})  # "is not ready": what denies the copula denies them
_CARRIERS = frozenset("dobj nsubjpass nsubj xcomp prep pobj pcomp attr conj acomp oprd dative agent appos npadvmod dep".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """What the calculus found.

    Attributes:
        status: None when the clause is hypothetical or asked and tells nothing.
        negated: True when the trigger itself is under "not", "no" or a verb of failing.
        speaker: The token that is the subject of the reporting verb above, or None.
        requested: True when the trigger is the content of a request or proposal.
        promised: True when the trigger is the content of a promise, offer or plan.
        perfect: True for a pluperfect ("had met").
    """

    status: Status | None
    negated: bool = False
    speaker: int | None = None
    requested: bool = False
    promised: bool = False
    perfect: bool = False


@dataclass(frozen=True, slots=True)
class _Governor:
    """Words of a list do `effect` to what hangs below them in one of `relations`, unless it hangs by another preposition."""

    words: str
    relations: frozenset[str]
    effect: str
    below: str | None = None
    prepositions: frozenset[str] = frozenset({"of", "for", "to", "on", "about", "from", "against", "with", "in", "into"})


_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj", "acl", "nsubjpass"})
_GOVERNORS = (
    _Governor("acceptances", frozenset({"dobj", "nsubjpass"}), "accepted", below="invitations"),
    _Governor("denials", frozenset({"ccomp", "dobj", "pcomp", "xcomp"}), "denied"),
    _Governor(
        "cancellations",
        frozenset({"dobj", "nsubjpass", "nsubj", "prep", "pobj", "acl", "xcomp"}),
        "denied",
        prepositions=frozenset({"of", "to"}),
    ),
    _Governor("refusals", frozenset({"xcomp", "dobj", "prep", "pcomp", "pobj", "acl"}), "denied"),
    _Governor("failures", frozenset({"xcomp", "pcomp", "prep", "acl"}), "denied"),
    _Governor("reporting_verbs", frozenset({"ccomp"}), "reported"),
    _Governor("proposals", _CONTENT, "proposed"),
    _Governor("schedulings", _CONTENT, "planned"),
    _Governor("future", _CONTENT, "promised"),
    _Governor("intentions", _CONTENT, "promised"),
)


@cache
def _words(name: str) -> frozenset[str]:
    return codebook.word_list(name)


@dataclass(slots=True)
class _Walk:
    """What is known on the way up."""

    status: Status | None = None
    negated: bool = False
    speaker: int | None = None
    requested: bool = False
    promised: bool = False
    perfect: bool = False
    framed: bool = False
    carried: bool = True
    nominal: bool = False

    def decide(self, status: Status) -> bool:
        """Take a status unless a word further in has decided; only the future reaches what a framing preposition takes for granted."""
        if self.status is not None or (self.framed and status in {Status.ONGOING, Status.OCCURRED, Status.DENIED}):
            return False
        self.status = Status.PLANNED if self.framed else status
        return True

    def finish(self) -> Factuality:
        """Return the verdict."""
        status = Status.DENIED if self.negated else self.status or Status.OCCURRED
        return Factuality(
            status=status,
            negated=self.negated,
            speaker=self.speaker,
            requested=self.requested,
            promised=self.promised,
            perfect=self.perfect,
        )


def judge(view: View, trigger: int) -> Factuality:
    """Judge the trigger token of a frame by its own auxiliaries and by the chain of words above it."""
    walk = _Walk(nominal=not view.is_verb(trigger))
    below: int | None = None
    for step, index in enumerate(view.path_up(trigger)):
        if below is not None:
            _carry(view, walk, below)
        _judge_word(view, walk, index, below)
        walk.perfect = walk.perfect or (step <= 1 and _is_pluperfect(view, index))
        if below is not None and not walk.framed:
            _govern(view, walk, index, below)
        elif below is not None:
            _govern_framed(view, walk, index, below)
        if _is_conditional(view, index):
            return Factuality(status=None, negated=walk.negated, speaker=walk.speaker)
        if view.relation(index) in {"relcl", "parataxis"} or _is_clause_of_its_own(view, index):
            break
        if _frames(view, index):
            walk.framed = True
        below = index
    if view.is_question() and walk.speaker is None:
        return Factuality(status=None, negated=walk.negated)
    return walk.finish()


def _carry(view: View, walk: _Walk, below: int) -> None:
    """Note whether tense and negation still reach the trigger: not out of a reported clause or past a conjunct with its own tense."""
    relation = _role(view, below)
    walk.carried = walk.carried and relation in _CARRIERS
    if relation == "conj" and view.is_verb(below) and _is_tensed(view, below):
        walk.carried = False


def _judge_word(view: View, walk: _Walk, index: int, below: int | None) -> None:
    """Let a word's own auxiliaries, modifiers and negation work on what hangs below it."""
    clausal = below is not None and view.relation(below) in {"ccomp", "acl"} and view.lower[index] not in _words("reporting_verbs")
    if (walk.carried or clausal) and not walk.framed and _bears(view, walk, index, below) and _is_negated(view, index, below):
        walk.negated = not walk.negated
    if walk.carried and (own := _own_status(view, index)) is not None:
        walk.decide(own)


def _bears(view: View, walk: _Walk, index: int, below: int | None) -> bool:
    """Say whether the negation of a word touches the trigger: of "did not attend the talks" yes, of "gave no details of the talks" no."""
    if below is None or (view.is_verb(index) and not walk.nominal) or view.relation(below) in _PREDICATES:
        return True
    word = view.lower[index]
    return (
        word in _words("future")
        or word in _words("intentions")
        or word in _words("proposals")
        or (view.is_verb(index) and word in _bearers())
    )


@cache
def _bearers() -> frozenset[str]:
    return _words("light_verbs") | _words("takings_part")


def _own_status(view: View, index: int) -> Status | None:
    """Return what a word's own auxiliaries, adjectives or relative clause make of it."""
    if not view.is_verb(index):
        return _status_of_noun(view, index) if view.is_noun(index) or view.tokens[index].link is not None else None
    auxiliaries = {view.lower[kid] for kid in view.children(index, "aux", "auxpass")}
    predicates = {view.lower[kid] for kid in view.children(index, "acomp")}
    if auxiliaries & _FUTURE_AUX or predicates & _words("schedulings") or _is_bound_to(view, index, auxiliaries) or _is_coming(view, index):
        return Status.PLANNED
    if "would" in auxiliaries:
        return Status.PLANNED if _is_reported(view, index) else Status.PROPOSED
    if auxiliaries & _OPEN_AUX or predicates & _words("proposed_modifiers"):
        return Status.PROPOSED
    return Status.ONGOING if view.tokens[index].tag == "VBG" and auxiliaries & _BE else None


def _is_bound_to(view: View, index: int, auxiliaries: set[str]) -> bool:
    """Say whether a verb is what somebody "is to" do."""
    above = view.head(index)
    return (
        "to" in auxiliaries
        and view.relation(index) == "xcomp"
        and (view.lower[above] in _BE or any(view.lower[kid] in _BE for kid in view.children(above, "aux")))
    )


def _status_of_noun(view: View, index: int) -> Status | None:
    words = {view.lower[kid] for kid in view.children(index, "amod", "advmod", "compound", "relcl", "acl")}
    if words & _words("past_modifiers"):
        return Status.OCCURRED
    if words & _words("cancellations"):
        return Status.DENIED
    if words & _words("planned_modifiers") or any(_is_announced(view, kid) for kid in view.children(index, "relcl", "acl")):
        return Status.PLANNED
    return Status.PROPOSED if words & _words("proposed_modifiers") else None


def _is_announced(view: View, clause: int) -> bool:
    """Say whether a relative clause sets a date: "which is planned for May", "which will take place", "set for Sunday"."""
    if view.tokens[clause].tag == "VBN" and view.lower[clause] in _words("schedulings"):
        return True
    return any(view.lower[kid] in _FUTURE_AUX for kid in view.children(clause, "aux")) and view.lower[clause] in {
        "take",
        "start",
        "begin",
        "be",
        "occur",
        "last",
    }


def _is_coming(view: View, index: int) -> bool:
    """Say whether a clause of time in the present tense goes with a future: "will sign it when they meet"."""
    if view.relation(index) != "advcl" or view.tokens[index].tag not in {"VBZ", "VBP"}:
        return False
    if not any(view.lower[kid] in _TIME_MARKS for kid in view.children(index, "mark", "advmod")):
        return False
    return any(view.lower[kid] in _FUTURE_AUX | _OPEN_AUX | {"to"} for kid in view.children(view.head(index), "aux"))


def _govern(view: View, walk: _Walk, index: int, below: int) -> None:
    """Let a word work on what it governs."""
    match _effect(view, index, below):
        case None:
            return
        case "denied":
            walk.status, walk.negated = Status.DENIED, False
        case "accepted":
            walk.status, walk.promised, walk.requested = Status.PLANNED, True, False
        case "planned":
            walk.decide(Status.PLANNED)
        case "promised":
            walk.promised = walk.decide(Status.PLANNED) or walk.promised
        case "proposed":
            walk.requested = walk.decide(Status.PROPOSED) or walk.requested
        case _:
            subjects = view.subjects(index)
            walk.speaker = subjects[0] if subjects and walk.speaker is None else walk.speaker


def _govern_framed(view: View, walk: _Walk, index: int, below: int) -> None:
    """Let only plans and speakers reach what a framing preposition takes for granted."""
    if view.relation(below) == "prep":
        return
    effect = _effect(view, index, below)
    if effect in {"planned", "promised"} and view.relation(below) == "xcomp":
        walk.decide(Status.PLANNED)
    elif effect == "reported":
        _govern(view, walk, index, below)


def _role(view: View, below: int) -> str:
    """Return the relation to the word above; "offered to host" hangs as a complement even where the parse makes it an adverb."""
    relation, word = view.relation(below), view.lower[view.head(below)]
    if relation == "ccomp" and below < view.head(below) and below not in view.complements(view.head(below)):
        return "parataxis"  # joined by "and", not said
    if relation == "advcl" and "to" in {view.lower[kid] for kid in view.children(below, "aux")}:
        return "xcomp" if any(word in _words(name) for name in ("proposals", "future", "intentions", "refusals", "failures")) else relation
    return relation


def _effect(view: View, index: int, below: int) -> str | None:
    relation = _role(view, below)
    if relation in _DEPENDENT_CLAUSES:
        return None
    word = view.lower[index]
    if word == "without":
        return "denied"
    if word in _words("merits") and any(view.children(kid, "poss") for kid in view.children(below, "pobj")):
        return None  # "the importance of his visit" takes the visit for granted, "of visits" does not
    words = {word, *(f"{word} {view.lower[kid]}" for kid in view.children(index, "prt", "prep", "advmod"))}
    for governor in _GOVERNORS:
        if relation not in governor.relations or words.isdisjoint(_words(governor.words)):
            continue
        if governor.below is not None and view.lower[below] not in _words(governor.below):
            continue
        if relation == "prep" and view.lower[below] not in governor.prepositions:
            continue
        return governor.effect
    return None


def _frames(view: View, index: int) -> bool:
    """Say whether a preposition says where or when, and so takes for granted what it names."""
    if view.relation(index) != "prep":
        return False
    word, head = view.lower[index], view.head(index)
    if word == "on":
        return any(view.lower[kid] in _JOURNEYS for kid in view.children(index, "pobj"))
    if word not in _FRAMING or (view.is_noun(head) and word == "in"):
        return False
    return (
        view.is_verb(head)
        and not (word == "in" and view.lower[head] in _words("takings_part") | _BE)
        and not (word == "at" and view.lower[head] in _BE)
    )


def _is_reported(view: View, index: int) -> bool:
    """Say whether a clause is the content of a reporting verb in the past: there "would" is a future."""
    head = view.head(index)
    if view.relation(index) == "conj" and view.is_verb(head):
        return _is_reported(view, head)
    return (view.relation(index) == "ccomp" and head != index) or any(
        view.relation(kid) in {"ccomp", "parataxis"} for kid in view.children(index)
    )


def _is_tensed(view: View, verb: int) -> bool:
    return view.tokens[verb].tag in _TENSED or bool(view.children(verb, "aux", "auxpass"))


def _is_clause_of_its_own(view: View, index: int) -> bool:
    return view.relation(index) == "conj" and view.is_verb(index) and bool(view.children(index, "nsubj", "nsubjpass"))


def _is_pluperfect(view: View, index: int) -> bool:
    return view.tokens[index].tag == "VBN" and any(view.lower[kid] in _HAD for kid in view.children(index, "aux"))


def _is_negated(view: View, index: int, below: int | None) -> bool:
    """Say whether "not", "no" or "nobody" stands with a word; "not only" and "no longer than" deny nothing."""
    if any(view.lower[kid + 1 : kid + 2] != ("only",) for kid in view.children(index, "neg")):
        return True
    if any(view.lower[kid] == "no" for kid in view.children(index, "det")):
        return True
    if not view.is_verb(index):
        return False
    if any(view.lower[kid] in _NOBODY for kid in view.children(index, "nsubj", "nsubjpass", "advmod", "preconj")):
        return True
    subjects = view.children(index, "nsubj", "nsubjpass") if below is None or view.relation(below) in _PREDICATES else []
    return any(view.lower[kid] == "no" for subject in subjects for kid in view.children(subject, "det"))


def _is_conditional(view: View, index: int) -> bool:
    if view.lower[index] in _EVIDENCE and any(view.lower[kid] in _NONE_OF_IT for kid in view.children(index, "det", "amod")):
        return True  # "has seen no sign that they are ready"
    if view.lower[index] in {"case", "event"} and view.children(index, "acl") and view.lower[view.head(index)] == "in":
        return True  # "in case a deal is reached"
    marks = {view.lower[kid] for kid in view.children(index, "mark", "advmod")}
    asked = view.relation(index) == "ccomp" or any(view.lower[kid] in _FUTURE_AUX for kid in view.children(index, "aux"))
    if view.relation(index) in {"ccomp", "advcl"} and asked and marks & _INDIRECT_QUESTIONS:
        return True  # "has not said when he will come": a clause of time takes no "will"
    return view.relation(index) in {"advcl", "ccomp"} and bool(marks & _CONDITION_MARKS)
