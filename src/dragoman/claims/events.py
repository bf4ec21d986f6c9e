"""Events: who did what to whom, in PLOVER's types, from the frames that a sentence evokes."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.draft import Draft
from dragoman.claims.event_sides import find_sides
from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook import Frame
from dragoman.values.claim import Event, Status

__all__ = ["find_event"]

_ONLY_AHEAD = frozenset({"agree.joint_plan"})  # frames that only what is to come evokes: "the two will draw up a plan"
_ONLY_POLITE = frozenset({"agree.glad"})  # "would be glad to lend a boat"; who "is glad to be here" offers nothing
_DECIDED = frozenset({"decide", "decides", "decided", "deciding", "resolve", "resolves", "resolved"})
_CEASED = frozenset({"cease", "ceases", "ceased", "ceasing", "stop", "stops", "stopped", "stopping"})
_DECLARED_TYPES = frozenset({"CONCEDE", "SANCTION"})
_VERBAL = frozenset({"SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_LONGEST_CONTENT_CHARS = 300
_EMPTY_CONTENTS = frozenset({"that", "it", "this", "what", "which", "them", "him", "her", "so", "to"})
_BEFORE_NAMES = frozenset({"in", "of", "from", "near", "across", "inside"})
_AIMING = frozenset({"aimed", "aiming", "aim", "aims", "talks", "negotiations", "efforts", "discussions"})
_NAMED, _UNDERSTOOD = 0.75, 0.6  # confidence when both sides stand in the sentence, and when one is understood


def find_event(telling: Telling, sentence: SentenceView, evoked: Evoked) -> Draft | None:
    """Make an event of an evoked frame, or None when it tells nothing that happened or one side is not known.

    Known to miss: acts told over two sentences, ironic praise, a recipient named only by a description.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    settled = _settle(view, evoked)
    if settled is None or _is_figurative(view, evoked) or _only_describes(view, evoked):
        return None
    frame, status = settled
    sides = find_sides(telling, sentence, evoked, frame)
    if sides is None:
        return None
    content = Event(
        type=frame.type or "CONSULT",
        actors=sides.actors,
        recipients=sides.recipients,
        mode=frame.mode,
        contexts=frame.contexts,
        cameo=frame.cameo,
        goldstein=codebook.goldstein(frame.cameo),
        mutual=sides.mutual,
        content=_content(scene, view, evoked),
    )
    dated = find_when(sentence, evoked.trigger, evoked.support)
    here = scene.parties_here(sentence)
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=evoked.frame.name,
        status=status,
        background=telling.is_background(sentence, evoked.factuality, dated),
        attributed_to=telling.attribution(sentence, evoked.factuality),
        confidence=_NAMED if all(side.country in here for side in (*sides.actors, *sides.recipients)) else _UNDERSTOOD,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    return draft


def _is_figurative(view: View, evoked: Evoked) -> bool:
    """Say whether a war is none of arms ("a trade war", "a war of words"), or a journey is all that somebody is ready for."""
    trigger = evoked.trigger
    if view.lower[trigger] in {"war", "wars", "battle", "battles"}:
        kids = {view.lower[kid] for kid in (*view.children(trigger, "amod", "compound", "nmod"), *view.prepositional(trigger, "of"))}
        return not kids.isdisjoint(codebook.word_list("figurative_wars"))
    if evoked.frame.name == "agree.ready":
        return any(view.lower[head] in {"fly", "travel", "go", "come", "visit"} for head in view.complements(trigger))
    return False


def _only_describes(view: View, evoked: Evoked) -> bool:
    """Say whether a participle only describes its noun ("in occupied Lima"), or the act is what talks are about ("aimed at lifting")."""
    trigger = evoked.trigger
    if not evoked.verbal:
        return False
    if view.relation(trigger) == "pcomp" and view.lower[view.head(view.head(trigger))] in _AIMING:
        return True
    if evoked.frame.type != "ASSAULT" or view.prepositional(trigger, "by"):
        return False
    return view.relation(trigger) == "amod" or (trigger > 0 and view.lower[trigger - 1] in _BEFORE_NAMES)


def _settle(view: View, evoked: Evoked) -> tuple[Frame, Status] | None:
    """Return the frame and status after negation and future, or None when nothing is told.

    "Will send aid" is a promise, "did not recognise" a refusal. What only may, should or would be done is no event; what lies ahead is one
    only where the codebook says so (a promise, a planned act of material kind). "Iran's demand" was made, whatever became of it.
    """
    frame, factuality = evoked.frame, evoked.factuality
    status = factuality.status
    if frame.name in _ONLY_AHEAD:
        return (frame, Status.OCCURRED) if _lies_ahead(view, evoked) and not factuality.negated else None
    if frame.name in _ONLY_POLITE and not _is_polite(view, evoked):
        return None
    if status is Status.DENIED and not factuality.negated and not evoked.verbal and view.possessors(evoked.trigger):
        status = Status.OCCURRED
    if status is Status.PROPOSED and frame.status is not None and not factuality.requested and _is_polite(view, evoked):
        return frame, frame.status
    if frame.type in _DECLARED_TYPES and factuality.promised and not factuality.negated and _is_decided(view, evoked):
        return frame, Status.OCCURRED
    above = view.head(evoked.trigger)
    if status in {None, Status.PROPOSED} or (above != evoked.trigger and view.lower[above] in _CEASED):
        return None  # what somebody ceases to do is told by the frame of ceasing
    if (
        _is_hostile(view, evoked)
        or (factuality.requested and frame.type != "REQUEST")
        or _is_whenever(view, evoked)
        or _is_purpose(view, evoked)
        or _is_opinion(view, evoked)
    ):
        return None
    return _turn(evoked, status)


def _turn(evoked: Evoked, status: Status | None) -> tuple[Frame, Status] | None:
    """Return the frame that a negation or the future makes of the evoked one."""
    frame, factuality = evoked.frame, evoked.factuality
    frames = codebook.load_frames().by_name
    if factuality.negated:
        return (frames[frame.negated], Status.OCCURRED) if frame.negated is not None and not factuality.promised else None
    if status is Status.DENIED:
        return (frame, Status.DENIED) if frame.negated is None else None
    if status is Status.PLANNED and frame.future is not None:
        return frames[frame.future], Status.OCCURRED
    if status is Status.PLANNED and frame.type in _VERBAL:
        return None
    return frame, frame.status or status or Status.OCCURRED


def _lies_ahead(view: View, evoked: Evoked) -> bool:
    """Say whether a verb of the main clause stands in the future: "the two *will draw up* a list"."""
    verb = evoked.trigger
    while view.relation(verb) == "conj" and view.is_verb(view.head(verb)) and not view.children(verb, "nsubj", "aux"):
        verb = view.head(verb)
    future = any(view.lower[kid] in {"will", "shall", "'ll", "’ll"} for kid in view.children(verb, "aux"))
    return future and evoked.factuality.status is Status.PLANNED and view.relation(verb) not in {"advcl", "relcl", "acl"}


def _is_opinion(view: View, evoked: Evoked) -> bool:
    """Say whether somebody alone agrees to nothing: "critics agree that the ban failed", "his successor agrees"."""
    if evoked.frame.name != "agree.agree" or view.lower[evoked.trigger] not in {"agree", "agrees", "concur", "concurs"}:
        return False
    return not view.children(evoked.trigger, "xcomp", "prep", "aux") and not view.children(evoked.trigger, "advcl")


def _is_hostile(view: View, evoked: Evoked) -> bool:
    """Say whether somebody is only ready, or promises, to strike back: "ready to repel any threat" offers nothing."""
    hostile = codebook.word_list("hostile_verbs")
    return evoked.frame.type == "AGREE" and any(view.lower[head] in hostile for head in view.complements(evoked.trigger))


def _is_whenever(view: View, evoked: Evoked) -> bool:
    """Say whether the clause names an occasion that has not come: "*when Chile lifts* the ban, trade recovers"."""
    for step in view.path_up(evoked.trigger):
        if view.relation(step) in {"advcl", "relcl"} and view.tokens[step].tag in {"VBZ", "VBP"}:
            return any(view.lower[kid] in {"when", "once", "until", "whenever"} for kid in view.children(step, "mark", "advmod"))
        if view.is_verb(step) and view.relation(step) not in {"conj", "xcomp"}:
            return False
    return False


def _is_polite(view: View, evoked: Evoked) -> bool:
    """Say whether only a polite "would" stands with the trigger: "would like Kenya to join", "would be glad to help"."""
    verb = evoked.trigger if evoked.verbal else evoked.support
    return verb is not None and any(view.lower[kid] in {"would", "'d", "’d"} for kid in view.children(verb, "aux"))


def _is_decided(view: View, evoked: Evoked) -> bool:
    """Say whether the trigger is what somebody decided to do: a decision to cut or ease is the act itself."""
    return view.relation(evoked.trigger) == "xcomp" and view.lower[view.head(evoked.trigger)] in _DECIDED


def _is_purpose(view: View, evoked: Evoked) -> bool:
    """Say whether the trigger is only what something is for: "came with a plan to lift the ban"; "the first to recognise" did it."""
    trigger = evoked.trigger
    if not evoked.verbal or view.relation(trigger) not in {"acl", "advcl", "relcl"} or evoked.factuality.promised:
        return False
    infinitive = any(view.lower[kid] == "to" for kid in view.children(trigger, "aux"))
    head = view.head(trigger)
    ranked = any(view.lower[kid] in {"first", "last", "only", "second", "latest"} for kid in (head, *view.children(head)))
    return infinitive and not ranked


def _content(scene: Scene, view: View, evoked: Evoked) -> str | None:
    """Return what was promised, asked or praised, in the text's words."""
    heads = view.complements(evoked.trigger) or view.children(evoked.trigger, "dobj" if evoked.verbal else "acl")
    if not heads:
        return None
    span = view.tokens[heads[0]].span
    for token in view.subtree(heads[0]):
        if view.tokens[token].tag not in {".", "''", "``"}:
            span = span.join(view.tokens[token].span)
    words = scene.text(span)[:_LONGEST_CONTENT_CHARS]
    return words if words.lower() not in _EMPTY_CONTENTS else None
