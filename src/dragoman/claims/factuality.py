"""Whether what a trigger tells has happened: a small calculus over the words above and beside it.

| construction                                               | status   |
| ---------------------------------------------------------- | -------- |
| met, has met, was signed, at a meeting with                | occurred |
| is meeting, are negotiating                                | ongoing  |
| will meet, is to meet, is due to meet, plans to meet       | planned  |
| agreed / promised / is scheduled to meet                   | planned  |
| may, might, could meet; proposed, offered, asked to meet   | proposed |
| did not meet, refused to meet, denied that they met        | denied   |
| cancelled, called off, postponed the meeting               | denied   |
| if they meet, unless they meet                             | nothing  |
| said, noted that they met                                  | occurred |

Every word comes from the codebook's word lists; the innermost word that decides wins, then negation turns the result.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import codebook
from dragoman.claims.view import View
from dragoman.values.claim import Status

__all__ = ["Factuality", "judge"]

_AUXILIARIES = frozenset({"aux", "auxpass"})
_FUTURE_AUX = frozenset({"will", "shall", "'ll", "wo", "'ll"})
_OPEN_AUX = frozenset({"may", "might", "could", "can", "should", "must", "ought"})
_CONDITION_MARKS = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """What the calculus found.

    Attributes:
        status: None when the clause is hypothetical and tells nothing.
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


def judge(view: View, trigger: int) -> Factuality:
    """Judge the trigger token of a frame by its own auxiliaries and by the chain of words above it."""
    lists = _lists()
    verdict: Status | None = None
    decided = negated = requested = promised = perfect = False
    speaker: int | None = None
    path = view.path_up(trigger)
    for step, index in enumerate(path):
        word = view.lower[index]
        below = path[step - 1] if step else None
        local = _own_words(view, index, lists)
        if step == 0 or view.is_verb(index) or view.is_noun(index):
            if _is_negated(view, index, lists, below):
                negated = not negated
            if local is not None and not decided and _reaches(view, index, below):
                verdict, decided = local, True
        if local is None and not decided and view.is_verb(index) and _is_open(view, index):
            verdict, decided = Status.PROPOSED, True
        perfect = perfect or (step <= 1 and _is_pluperfect(view, index))
        if below is not None:
            effect = _governs(view, index, below, word, lists)
            if effect == "hypothetical":
                return Factuality(status=None, negated=negated, speaker=speaker)
            if effect == "denied":
                verdict, decided, negated = Status.DENIED, True, False
            elif effect in {"planned", "promised"} and not decided:
                verdict, decided, promised = Status.PLANNED, True, effect == "promised"
            elif effect == "accepted":
                verdict, decided, promised, requested = Status.PLANNED, True, True, False
            elif effect == "proposed" and not decided:
                verdict, decided, requested = Status.PROPOSED, True, True
            elif effect == "reported":
                subject = view.subjects(index)
                speaker = subject[0] if subject and speaker is None else speaker
        if _is_conditional(view, index):
            return Factuality(status=None, negated=negated, speaker=speaker)
        if view.relation(index) in {"relcl", "parataxis"} or (view.relation(index) == "conj" and view.is_verb(index) and view.children(index, "nsubj", "nsubjpass")):
            break
    status = verdict or Status.OCCURRED
    if negated:
        status = Status.DENIED
    return Factuality(status=status, negated=negated, speaker=speaker, requested=requested, promised=promised, perfect=perfect)


@dataclass(frozen=True, slots=True)
class _Lists:
    negations: frozenset[str]
    failures: frozenset[str]
    refusals: frozenset[str]
    denials: frozenset[str]
    future: frozenset[str]
    proposals: frozenset[str]
    cancellations: frozenset[str]
    reporting: frozenset[str]
    intentions: frozenset[str]
    light: frozenset[str]


_CACHE: list[_Lists] = []


def _lists() -> _Lists:
    if not _CACHE:
        names = ("negations", "failures", "refusals", "denials", "future", "proposals", "cancellations", "reporting_verbs", "intentions", "light_verbs")
        _CACHE.append(_Lists(*(codebook.word_list(name) for name in names)))
    return _CACHE[0]


def _own_words(view: View, index: int, lists: _Lists) -> Status | None:
    """Return what a word's own auxiliaries, adjectives or particle make of it."""
    auxiliaries = {view.lower[kid] for kid in view.children(index, *_AUXILIARIES)}
    tag = view.tokens[index].tag
    if auxiliaries & _FUTURE_AUX:
        return Status.PLANNED
    if "would" in auxiliaries:
        return Status.PLANNED if _is_reported(view, index) else Status.PROPOSED
    if view.is_verb(index) and any(view.lower[kid] in {"due", "scheduled", "expected", "set", "slated", "planned"} for kid in view.children(index, "acomp")):
        return Status.PLANNED
    if "to" in auxiliaries and any(view.lower[kid] in {"is", "are", "was", "were", "'s"} for kid in view.children(view.head(index), "aux")) and view.relation(index) == "xcomp":
        return Status.PLANNED
    if view.is_verb(index):
        if "to" in auxiliaries and view.relation(index) == "xcomp" and view.lower[view.head(index)] in {"is", "are", "was", "were", "be"}:
            return Status.PLANNED
        if tag == "VBG" and auxiliaries & {"is", "are", "'re", "'s"}:
            return Status.ONGOING
        return None
    words = {view.lower[kid] for kid in view.children(index, "amod", "advmod", "compound")}
    if words & lists.cancellations:
        return Status.DENIED
    if words & {"planned", "upcoming", "forthcoming", "scheduled", "next", "future", "coming", "expected"}:
        return Status.PLANNED
    if words & {"proposed", "possible", "potential", "prospective"}:
        return Status.PROPOSED
    return None


def _is_reported(view: View, index: int) -> bool:
    """Say whether a clause is the content of a reporting verb in the past: there "would" is a future."""
    head = view.head(index)
    if view.relation(index) == "conj" and view.is_verb(head):
        return _is_reported(view, head)
    return (view.relation(index) == "ccomp" and head != index) or any(view.relation(kid) in {"ccomp", "parataxis"} for kid in view.children(index))


def _is_open(view: View, index: int) -> bool:
    return any(view.lower[kid] in _OPEN_AUX for kid in view.children(index, "aux"))


def _is_pluperfect(view: View, index: int) -> bool:
    return view.tokens[index].tag == "VBN" and any(view.lower[kid] in {"had", "'d"} for kid in view.children(index, "aux"))


def _is_negated(view: View, index: int, lists: _Lists, below: int | None) -> bool:
    if view.children(index, "neg"):
        return True
    if any(view.lower[kid] == "no" for kid in view.children(index, "det")):
        return True
    if view.is_verb(index) and any(view.lower[kid] in {"no", "neither", "nobody", "none", "never"} for kid in view.children(index, "nsubj", "nsubjpass", "advmod", "preconj")):
        return True
    return any(view.lower[kid] == "no" for subject in view.children(index, "nsubj", "nsubjpass") for kid in view.children(subject, "det")) and subject_is_trigger(view, index, below) and bool(lists)


def subject_is_trigger(view: View, index: int, below: int | None) -> bool:
    """Say whether the word that the path comes from is the subject of `index`."""
    return below is not None and below in view.children(index, "nsubj", "nsubjpass")


def _reaches(view: View, index: int, below: int | None) -> bool:
    """Say whether the tense of a word above reaches the trigger: through objects and light verbs, not through a reporting clause."""
    if below is None:
        return True
    relation = view.relation(below)
    return relation in {"dobj", "nsubjpass", "nsubj", "xcomp", "prep", "pobj", "pcomp", "attr", "conj", "acomp", "oprd", "dative"} and (
        view.is_verb(index) or view.is_noun(index) or True
    )


def _governs(view: View, index: int, below: int, word: str, lists: _Lists) -> str | None:
    """Return what a word does to what hangs below it."""
    relation = view.relation(below)
    particle = _with_particle(view, index, word)
    words = {word, *particle}
    if relation in {"advcl", "relcl", "acl", "parataxis"} and relation != "acl":
        return None
    if word in {"accepted", "accept", "accepts", "accepting"} and view.lower[below] in {"invitation", "offer", "proposal"}:
        return "accepted"
    if words & lists.denials and relation in {"ccomp", "dobj", "pcomp", "xcomp"}:
        return "denied"
    if words & lists.cancellations and relation in {"dobj", "nsubjpass", "nsubj", "prep", "pobj", "acl", "conj", "xcomp"}:
        return "denied"
    if words & lists.refusals and relation in {"xcomp", "dobj", "prep", "pcomp", "pobj", "acl"}:
        return "denied"
    if words & lists.failures and relation in {"xcomp", "pcomp", "prep", "acl"}:
        return "denied"
    if relation in {"ccomp"} and words & lists.reporting:
        return "reported"
    if words & lists.proposals and relation in {"xcomp", "ccomp", "dobj", "prep", "pcomp", "pobj", "acl", "nsubjpass"}:
        return "proposed"
    if (words & lists.future or words & lists.intentions) and relation in {"xcomp", "ccomp", "dobj", "nsubjpass", "prep", "pobj", "pcomp", "acl"}:
        return "promised" if not words & {"due", "scheduled", "expected", "planned", "slated", "set"} else "planned"
    return None


def _with_particle(view: View, index: int, word: str) -> list[str]:
    return [f"{word} {view.lower[kid]}" for kid in view.children(index, "prt", "prep", "advmod")]


def _is_conditional(view: View, index: int) -> bool:
    return view.relation(index) in {"advcl", "ccomp"} and any(view.lower[kid] in _CONDITION_MARKS for kid in view.children(index, "mark", "advmod"))
