"""Who is meant in an event where neither grammar nor the words understood name one side: the one party left that stands nearest.

Each step holds only where exactly one candidate remains, and only for an act that a verb, or a noun with its verb, tells.
"""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.beside import parties_beside
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.promises import is_own
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.view import View
from dragoman.codebook import Frame
from dragoman.values.claim import Status
from dragoman.values.mention import GroupName, InstrumentName, OrganisationName, Pronoun

__all__ = ["describes_a_state", "nearest_actors", "nearest_pair", "nearest_recipients"]

_PAIR = 2
_NOTHING = frozenset({"nothing", "none"})
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "SANCTION"})
_UNTOLD_AGENT = frozenset(
    {"AID", "REQUEST"}
)  # "was given to Tonga", "Togo has been asked": the giver or asker is the other in the sentence
_AGREED = frozenset({"agree.agree", "agree.reach", "agree.decide_jointly", "support.relations"})
_BETWEEN_TWO = frozenset(  # what only one state does to another
    {"sanction.sever", "sanction.recall", "sanction.unwelcome", "sanction.strike_back", "retreat.complete_withdrawal", "threaten.retaliate"}
)
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "our", "your", "that", "this"})
_EXPLETIVES = frozenset({"it", "there"})


def nearest_actors(scene: Scene, sentence: SentenceView, evoked: Evoked, frame: Frame, recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Return who acts upon known recipients where the subject is a bare pronoun, a sitting body, or left out in a passive.

    Args:
        scene: The document.
        sentence: Where the frame was evoked; it has a tree.
        evoked: The trigger with its support.
        frame: The frame whose roles are filled.
        recipients: Who is acted upon.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if not recipients:
        return ()
    subjects = [token for path in frame.actor for token in fill(view, evoked, path)]
    others = tuple(code for code in parties_beside(scene, sentence, evoked.trigger) if code not in recipients)
    if not subjects and (beside := _named_right_before(scene, view, evoked)):
        return tuple(code for code in beside if code not in recipients)
    if not subjects:
        return others if _is_passive(view, evoked) and frame.type in _UNTOLD_AGENT and len(others) == 1 else ()
    if body := _sitting_body(scene, view, subjects[0]):
        return tuple(code for code in body if code not in recipients)
    link = view.link(subjects[0])
    if link is not None and isinstance(link.mention.named, InstrumentName) and (speaker := view.speaker_of(evoked.trigger)) is not None:
        return tuple(code for code in scene.parties_of(view, speaker) if code not in recipients)
    if link is None or not isinstance(link.mention.named, Pronoun) or link.mention.named.first or others or frame.type not in _SPOKEN:
        return ()
    before = scene.parties_here(scene.sentences[sentence.index - 1]) if sentence.index else ()
    rest = tuple(code for code in before if code not in recipients)
    return rest if len(rest) == 1 else ()


def nearest_pair(scene: Scene, sentence: SentenceView, evoked: Evoked, frame: Frame) -> tuple[str, ...]:
    """Return both of two for "it was agreed that" and "ties were set up", which leave them out."""
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    if frame.name not in _AGREED or not evoked.verbal or not view.children(evoked.trigger, "nsubjpass"):
        return ()
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING} or any(
        view.lower[token] in _NOTHING for token in view.objects(evoked.trigger)
    ):
        return ()
    if any(view.lower[token] not in _EXPLETIVES for token in view.subjects(evoked.trigger)):
        return ()
    here = parties_beside(scene, sentence, evoked.trigger)
    if frame.mutual and len(here) == _PAIR:
        return here
    pair = scene.links.pair[:_PAIR] if scene.links.bilateral else ()
    return pair if set(here) <= set(pair) else ()


def nearest_recipients(
    scene: Scene, sentence: SentenceView, evoked: Evoked, frame: Frame, actors: tuple[str, ...], *, described: bool = False
) -> tuple[str, ...]:
    """Return the other of two in a text about two, when the sentence names the actor alone and the act is done to nobody else.

    Args:
        scene: The document.
        sentence: Where the frame was evoked; it has a tree.
        evoked: The trigger with its support.
        frame: The frame whose roles are filled.
        actors: Who acts.
        described: True when only a description of the other as the object counts ("invited *the country*"), whoever else is named.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    pair = scene.links.pair[:_PAIR]
    if len(actors) != 1 or not scene.links.bilateral or actors[0] not in pair:
        return ()
    if described:
        direct = [token for path in ("object", "indirect") for token in fill(view, evoked, path)] if evoked.verbal else []
        pointed = "object" in frame.recipient and any(describes_a_state(view, token) for token in direct)
        return tuple(code for code in pair if code not in actors) if pointed else ()
    here = set(parties_beside(scene, sentence, evoked.trigger))
    if here - set(actors) and not (frame.name in _BETWEEN_TWO and here >= set(pair)):
        return ()
    if _is_done_to_another(scene, view, evoked, frame, actors):
        return ()
    aimed = frame.name in _BETWEEN_TWO or any(describes_a_state(view, token) for token in _arguments(view, evoked, frame))
    return tuple(code for code in pair if code not in actors) if aimed else ()


def _named_right_before(scene: Scene, view: View, evoked: Evoked) -> tuple[str, ...]:
    """Return the party right before a finite verb without a subject, which the parse joined to the clause before it."""
    before = evoked.trigger - 1
    if not evoked.verbal or before < 0 or view.tokens[evoked.trigger].tag not in {"VBD", "VBZ", "VBP"}:
        return ()
    return scene.parties_of(view, before) if view.link(before) is not None and view.relation(before) == "conj" else ()


def _arguments(view: View, evoked: Evoked, frame: Frame) -> list[int]:
    """Return what the roles of the frame lead to, with what stands under a preposition there: "aid to *the kingdom*"."""
    paths = (*frame.recipient, "object") if evoked.verbal else frame.recipient
    tops = [token for path in paths if not path.startswith("complement") for token in fill(view, evoked, path)]
    return list(dict.fromkeys([*tops, *(item for top in tops for _, item in view.prepositions(top))]))


def describes_a_state(view: View, token: int) -> bool:
    """Say whether a token is a state or its officials by description alone: "the kingdom", "its neighbour", "the authorities"."""
    link = view.link(token)
    if link is not None and (link.parties or not isinstance(link.mention.named, GroupName)):
        return False
    words = view.words(token)
    if not words or words[-1] not in codebook.word_list("described_states"):
        return False
    return words[0] in _DEFINITE or any(view.lower[kid] in _DEFINITE for kid in view.children(token, "det", "poss"))


def _is_done_to_another(scene: Scene, view: View, evoked: Evoked, frame: Frame, actors: tuple[str, ...]) -> bool:
    """Say whether the act is aimed at its actor's own people, or at somebody who is no side of the text."""
    paths = ("indirect", "to", "with", *(() if frame.object else ("object",)))
    for path in paths:
        for token in fill(view, evoked, path):
            codes = scene.parties_of(view, token)
            if (codes and set(codes) <= set(actors)) or is_own(view, token):
                return True
            if not codes and view.lower[token] in codebook.word_list("private_bodies"):
                return True
    return False


def _is_passive(view: View, evoked: Evoked) -> bool:
    verb = evoked.trigger if evoked.verbal else evoked.support
    return verb is not None and view.is_passive(verb)


def _sitting_body(scene: Scene, view: View, token: int) -> tuple[str, ...]:
    """Return the organisation whose summit or committee speaks: "the *Summit* urged Gabon", in a text that first names one organisation."""
    if view.link(token) is not None or view.lower[token] not in codebook.word_list("sitting_bodies"):
        return ()
    for sentence in scene.sentences:
        for link in sentence.linked.links:
            if isinstance(link.mention.named, OrganisationName) and link.parties and kb.is_party(link.parties[0]):
                return link.parties[:1]
    return ()
