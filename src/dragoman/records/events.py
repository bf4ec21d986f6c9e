"""Acts of one party towards another told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import dates_clash
from dragoman.records.names import fold, share_subject, subject_words
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Actor, Claim, Event

__all__ = ["compare_events", "event_block", "merge_events"]


def event_block(event: Event) -> str:
    """Return the group within which events are compared: the type and who is involved, whatever the direction."""
    return event.type + " " + " ".join(sorted(_sides(event.actors) | _sides(event.recipients)))


def compare_events(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one act.

    Directions must be the same; a mutual act takes in the same act told of one side. Other modes, other CAMEO codes or other words
    for what was done are other acts.
    """
    first, second = one.content, other.content
    if not isinstance(first, Event) or not isinstance(second, Event) or first.type != second.type or one.status is not other.status:
        return DIFFERENT
    if dates_clash(one.date, other.date) or (first.mode and second.mode and first.mode != second.mode):
        return DIFFERENT
    if not _directions_fit(first, second) or not _codes_fit(first.cameo, second.cameo):
        return DIFFERENT
    if first.content and second.content and not _contents_fit(first.content, second.content):
        return DIFFERENT
    said = bool(first.content and second.content)
    return same(1 + 2 * said + (first.mutual is second.mutual), "same parties and type of act", "same words" if said else "")


def merge_events(events: Sequence[Event]) -> Event:
    """Return one event with what all of them say; the direction of the mutual ones when there are such."""
    leading = [event for event in events if event.mutual] or list(events)
    coded = max(events, key=lambda event: len((event.cameo or "").rstrip("0")))
    contents = dict.fromkeys(event.content for event in events if event.content)
    kept = [text for text in contents if not any(text != longer and text in longer for longer in contents)]
    return Event(
        type=leading[0].type,
        actors=_merge_sides([event.actors for event in leading]),
        recipients=_merge_sides([event.recipients for event in leading]),
        mode=next((event.mode for event in events if event.mode), None),
        contexts=tuple(dict.fromkeys(context for event in events for context in event.contexts)),
        cameo=coded.cameo,
        goldstein=coded.goldstein,
        mutual=leading[0].mutual,
        content="; ".join(kept) or None,
    )


def _sides(actors: Sequence[Actor]) -> frozenset[str]:
    return frozenset(actor.country or fold(actor.name) for actor in actors)


def _directions_fit(first: Event, second: Event) -> bool:
    ways, other_ways = _ways(first), _ways(second)
    if first.mutual is second.mutual:
        return ways == other_ways
    return ways <= other_ways if second.mutual else other_ways <= ways


def _ways(event: Event) -> frozenset[tuple[frozenset[str], frozenset[str]]]:
    one, other = _sides(event.actors), _sides(event.recipients)
    return frozenset({(one, other), (other, one)}) if event.mutual else frozenset({(one, other)})


def _codes_fit(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    first, second = one.rstrip("0"), other.rstrip("0")
    return first.startswith(second) or second.startswith(first)


def _contents_fit(one: str, other: str) -> bool:
    return one in other or other in one or share_subject(subject_words(one), subject_words(other))


def _merge_sides(sides: Sequence[Sequence[Actor]]) -> tuple[Actor, ...]:
    """Return each party once, named as first told, with the first sector given."""
    actors: dict[str, Actor] = {}
    for actor in (actor for side in sides for actor in side):
        key = actor.country or fold(actor.name)
        known = actors.setdefault(key, actor)
        if known.sector is None and actor.sector is not None:
            actors[key] = Actor(name=known.name, country=known.country, sector=actor.sector)
    return tuple(actors.values())
