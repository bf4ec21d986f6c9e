"""How each kind of claim is blocked, compared and merged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from dragoman.records.encounters import compare_encounters, encounter_block, merge_encounters
from dragoman.records.events import compare_events, event_block, merge_events
from dragoman.records.figures import compare_figures, merge_figures
from dragoman.records.instruments import compare_instruments, merge_instruments
from dragoman.records.milestones import compare_milestones, merge_milestones
from dragoman.records.positions import compare_positions, merge_positions
from dragoman.records.projects import compare_projects, merge_projects
from dragoman.records.sessions import compare_sessions, merge_sessions
from dragoman.records.verdict import Verdict
from dragoman.values.claim import Claim, Content, Encounter, Event, Figure, Instrument, Kind, Milestone, Position, Project, Session

__all__ = ["block", "compare", "merge"]


def block(claim: Claim) -> tuple[str, ...]:
    """Return a key such that claims of one fact have the same: only claims with the same key are compared.

    Claims are merged inside one article, so the article is part of the key.
    """
    return claim.citations[0].article, claim.kind, *_key(claim.content)


def compare(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims of one block tell one fact."""
    match one.kind:
        case Kind.ENCOUNTER:
            return compare_encounters(one, other)
        case Kind.SESSION:
            return compare_sessions(one, other)
        case Kind.INSTRUMENT:
            return compare_instruments(one, other)
        case Kind.FIGURE:
            return compare_figures(one, other)
        case Kind.PROJECT:
            return compare_projects(one, other)
        case Kind.MILESTONE:
            return compare_milestones(one, other)
        case Kind.EVENT:
            return compare_events(one, other)
        case Kind.POSITION:
            return compare_positions(one, other)


def merge(contents: Sequence[Content]) -> Content:
    """Return one content with what all of them, of one kind, say; where they differ the first tells best."""
    if len(contents) == 1:
        return contents[0]
    same_kind = cast("Any", contents)
    mergers: dict[type[Content], Any] = {
        Encounter: merge_encounters,
        Session: merge_sessions,
        Instrument: merge_instruments,
        Figure: merge_figures,
        Project: merge_projects,
        Milestone: merge_milestones,
        Event: merge_events,
        Position: merge_positions,
    }
    merged: Content = mergers[type(contents[0])](same_kind)
    return merged


def _key(content: Content) -> tuple[str, ...]:
    match content:
        case Encounter():
            return (encounter_block(content),)
        case Event():
            return (event_block(content),)
        case Figure():
            return content.indicator, *content.parties
        case Position():
            return (content.country,)
        case Instrument():
            return content.type, content.stage or "", *content.parties
        case Project():
            return content.type, *content.parties
        case Session() | Milestone():
            return content.parties
