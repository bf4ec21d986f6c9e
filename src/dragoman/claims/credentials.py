"""Credentials: the ceremony of presenting them, the meeting at which a copy is handed to the minister."""

from __future__ import annotations

from dragoman.claims.acts import Act
from dragoman.claims.encounters import find_place
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.values.claim import Encounter, Status

__all__ = ["present_credentials"]


def present_credentials(telling: Telling, sentence: SentenceView, evoked: Evoked, act: Act) -> Encounter | None:
    """Make the ceremony of "presented his credentials to", the meeting of "received a copy of the credentials of"."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        return None
    tokens = [item for path in ("subject", "by", "indirect", "to", "from") for item in fill(view, evoked, path)]
    for word in ("of", "to", "from"):
        tokens.extend(view.prepositional(act.token, word))
    tokens.extend(view.possessors(act.token))
    tokens = [item for item in dict.fromkeys(tokens) if item != act.token]
    people = scene.people_of_all(view, tokens)
    parties = tuple(dict.fromkeys([*scene.parties_of_all(view, tokens), *(person.of for person in people if person.of)]))
    if len(parties) < 2:
        return None
    wrapper = view.lower[view.head(view.head(act.token))]  # "a copy of his credentials"
    return Encounter(
        type="meeting" if "cop" in act.named.title.lower() or wrapper.startswith("cop") else "ceremony",
        parties=tuple(sorted(parties[:2])),
        participants=scene.participants(people),
        place=find_place(scene, view, evoked.trigger, evoked.support),
    )
