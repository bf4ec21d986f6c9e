"""Whether a text is about relations between states at all: of sport, trials, trade and weather little is believed.

Where hardly any government is named, "the sides", "the Danes" and "his Polish counterpart" are mostly players, companies and parties to a
trial. Then a claim stands only when its own sentence names each of its parties as a state, an organisation or an official; for figures,
sittings and works it is enough that the text does.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.claims.draft import Draft
from dragoman.claims.scene import Scene
from dragoman.values.claim import Encounter, Event, Instrument, Position
from dragoman.values.link import Link
from dragoman.values.mention import OfficeName, OrganisationName, PersonName, StateForm, StateName

__all__ = ["keep_relevant"]

_FEWEST_SENTENCES = 6  # a shorter text has no room for governments
_FEW_SIGNS = 1
_GOVERNMENT = re.compile(
    r"minist|president|premier|chancellor|king|queen|emir|sultan|pope|prince|ambassador|envoy|representative|secretary|foreign|defence"
    r"|commissioner|speaker|army|commander|general staff|consul|charg|negotiator|government|parliament|embassy|national security"
)


def keep_relevant(drafts: list[Draft], scene: Scene) -> list[Draft]:
    """Return the drafts to believe: all of a text that names governments, else those whose parties act under their own names.

    Officials count only when something else does: a text that tells of no relations between states has none.
    """
    if len(scene.sentences) >= _FEWEST_SENTENCES and _signs(scene) <= _FEW_SIGNS:
        starts = [sentence.span.start for sentence in scene.sentences]
        drafts = [draft for draft in drafts if isinstance(draft.content, Position) or _names_its_parties(draft, scene, starts)]
    return drafts if any(not isinstance(draft.content, Position) for draft in drafts) else []


def _signs(scene: Scene) -> int:
    """Count the mentions of governments, of their officials and of organisations of states."""
    return sum(_is_sign(link) for sentence in scene.sentences for link in sentence.linked.links)


def _is_sign(link: Link) -> bool:
    match link.mention.named:
        case PersonName(offices=offices):
            return bool(link.parties) and any(_GOVERNMENT.search(office) for office in offices)
        case OfficeName(institution=institution, office=office):
            return bool(link.parties) and (institution or _GOVERNMENT.search(office or "") is not None)
        case OrganisationName(code=code):
            return code is not None
        case StateName(form=form):
            return form is StateForm.METONYM
        case _:
            return False


def _names_its_parties(draft: Draft, scene: Scene, starts: list[int]) -> bool:
    content = draft.content
    if isinstance(content, Event):
        codes = {actor.country for actor in (*content.actors, *content.recipients)}
    else:
        codes = set() if isinstance(content, Position) else set(content.parties)
    cited = dict.fromkeys(max(bisect_right(starts, span.start) - 1, 0) for span in draft.spans)
    told_together = isinstance(content, Encounter | Event | Instrument)  # figures and works go on about parties named before
    sentences = [scene.sentences[index] for index in cited] if told_together else scene.sentences
    links = [link for sentence in sentences for link in sentence.linked.links]
    named = {code for link in links if _is_sign(link) or _is_state_by_name(link) for code in link.parties}
    return codes <= named


def _is_state_by_name(link: Link) -> bool:
    named = link.mention.named
    return isinstance(named, StateName) and named.form in {StateForm.NAME, StateForm.CAPITAL}
