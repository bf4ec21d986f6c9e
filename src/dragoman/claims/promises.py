"""To whom a promise, an offer or a readiness that names nobody is addressed: only to one with whom the speaker is told to deal."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.values.claim import Encounter, Event, Instrument, Session, Status

__all__ = ["TAKES_TWO", "deal_with_each_other", "is_for_others", "is_own"]

_POSSESSIVES = frozenset({"its", "his", "her", "their", "our", "my"})
TAKES_TWO = frozenset({"agree.agree", "agree.accept", "agree.consent"})  # one agrees with somebody, named or not


def is_for_others(scene: Scene, view: View, evoked: Evoked) -> bool:
    """Say whether those promised or worked with are named by a noun that is no side: "will work *with operators*"."""
    known = codebook.word_list("side_nouns") | codebook.word_list("described_states")
    return any(
        view.tokens[token].tag.startswith("NN")
        and view.lower[token] not in known
        and not set(scene.parties_of(view, token)) - set(scene.parties_of_all(view, fill(view, evoked, "subject")))
        for token in fill(view, evoked, "with")
        if view.link(token) is None
    )


def deal_with_each_other(telling: Telling, sentence: SentenceView, actor: str, other: str) -> bool:
    """Say whether the other stands in the sentence, or the text has told of talks, acts or deeds of the two: to whom else is it promised?

    What an outsider promises in a text written at home is promised to home.
    """
    home = telling.scene.links.home
    if other in telling.scene.parties_here(sentence) or (other == home and actor != home):
        return True
    for draft in telling.drafts:
        content = draft.content
        if draft.background or draft.status is Status.DENIED:
            continue
        if isinstance(content, Instrument | Encounter | Session) and {actor, other} <= set(content.parties):
            return True
        if isinstance(content, Event) and _is_from_to(content, other, actor):
            return True
    return False


def is_own(view: View, token: int) -> bool:
    """Say whether somebody belongs to the actor: "asked *its members*", not "asked its neighbour"."""
    if view.link(token) is not None or view.lower[token] in codebook.word_list("described_states") | codebook.word_list("side_nouns"):
        return False
    return any(view.lower[kid] in _POSSESSIVES for kid in view.children(token, "poss"))


def _is_from_to(event: Event, actor: str, recipient: str) -> bool:
    return any(side.country == actor for side in event.actors) and any(side.country == recipient for side in event.recipients)
