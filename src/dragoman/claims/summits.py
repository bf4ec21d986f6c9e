"""Summits: who belongs to one that is told in several sentences, and who joins it as an observer."""

from __future__ import annotations

from dataclasses import replace

from dragoman import kb
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.values.claim import Encounter, Status

__all__ = ["complete_summit", "drop_lone_summits", "is_multilateral", "join_summit"]

_REACH_SENTENCES = 4
_LEAST_PARTIES = 2


def is_multilateral(code: str) -> bool:
    """Say whether a code stands for an organisation."""
    return code in kb.organisation_codes()


def complete_summit(telling: Telling, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Add to a summit the organisation of the summit told before; a host is no party by its roof alone."""
    codes = list(parties)
    known = _summit_told(telling)
    if known is not None and isinstance(known.content, Encounter) and not any(map(is_multilateral, codes)):
        codes.extend(code for code in known.content.parties if is_multilateral(code))
    return tuple(dict.fromkeys(codes))


def join_summit(telling: Telling, sentence: SentenceView, evoked: Evoked) -> None:
    """Add those who "attended as observers" or "were represented by" somebody to the conference told just before."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    attends = evoked.frame.name == "conference.attend"
    coming = view.subjects(evoked.trigger) if attends else view.objects(evoked.trigger)
    parties = scene.parties_of_all(view, coming) if attends else scene.parties_here(sentence)
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING} or (attends and view.objects(evoked.trigger)) or not parties:
        return
    known = _summit_told(telling)
    reach = 1 if attends else _REACH_SENTENCES
    if known is None or not isinstance(known.content, Encounter) or sentence.index - known.sentence > reach:
        return
    alone = len(known.content.parties) == 1  # its members are told now: the organisation itself takes no part
    parties = tuple(code for code in parties if not is_multilateral(code)) if alone else parties
    members = parties if alone else (*known.content.parties, *parties)
    people = telling.scene.participants(scene.people_of_all(view, view.subjects(evoked.trigger))) if not attends else ()
    known.content = replace(known.content, parties=tuple(sorted(set(members))), participants=(*known.content.participants, *people))
    known.spans.append(sentence.span)


def drop_lone_summits(telling: Telling) -> None:
    """Forget the summits of an organisation whose members the text never names."""
    lone = [draft for draft in telling.encounters if isinstance(draft.content, Encounter) and len(draft.content.parties) < _LEAST_PARTIES]
    telling.drafts = [draft for draft in telling.drafts if draft not in lone]
    telling.encounters = [draft for draft in telling.encounters if draft not in lone]


def _summit_told(telling: Telling) -> Draft | None:
    """Return the conference told last."""
    return next(
        (draft for draft in reversed(telling.encounters) if isinstance(draft.content, Encounter) and draft.content.type == "conference"),
        None,
    )
