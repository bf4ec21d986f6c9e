"""Standing bodies and their sittings told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import (
    clash_in_places,
    dates_clash,
    dates_meet,
    merge_people,
    merge_places,
    statuses_clash,
)
from dragoman.records.names import share_subject, subject_words
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Claim, Session, Status

__all__ = ["compare_sessions", "merge_sessions"]


def compare_sessions(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one sitting; a body named without a sitting joins the sitting that the text tells."""
    first, second = one.content, other.content
    if not isinstance(first, Session) or not isinstance(second, Session) or first.parties != second.parties:
        return DIFFERENT
    numbered = first.number is not None and second.number is not None
    if numbered and first.number != second.number:
        return DIFFERENT
    if dates_clash(one.date, other.date) or clash_in_places(first.place, second.place):
        return DIFFERENT
    named, other_named = subject_words(first.body), subject_words(second.body)
    alike = share_subject(named, other_named)
    if not alike and (first.type != second.type or (named and other_named and not numbered)):
        return DIFFERENT
    if statuses_clash(one, other) and not _is_bare(one) and not _is_bare(other):
        return DIFFERENT
    meet = dates_meet(one.date, other.date)
    number = f"number {first.number}" if numbered else ""
    return same(
        1 + 4 * numbered + 2 * meet + 2 * alike, "same parties", number, "same name" if alike else "", one.date or "" if meet else ""
    )


def merge_sessions(sessions: Sequence[Session]) -> Session:
    """Return one session with what all of them say; the body under its longest name."""
    best = max(sessions, key=lambda session: (len(subject_words(session.body)), len(session.body.split())))
    return Session(
        body=best.body,
        type=best.type,
        parties=best.parties,
        number=next((session.number for session in sessions if session.number is not None), None),
        place=merge_places([session.place for session in sessions]),
        co_chairs=merge_people([session.co_chairs for session in sessions]),
        topics=tuple(dict.fromkeys(topic for session in sessions for topic in session.topics)),
    )


def _is_bare(claim: Claim) -> bool:
    content = claim.content
    return isinstance(content, Session) and content.number is None and claim.date is None and claim.status is Status.ONGOING
