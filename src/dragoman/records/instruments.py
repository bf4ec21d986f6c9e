"""Written acts told more than once in a text."""

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
from dragoman.values.claim import Claim, Instrument

__all__ = ["compare_instruments", "merge_instruments"]


def compare_instruments(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one act at one stage of its life.

    Titles must share their subject; "the agreement" alone joins the act of its type, though history never joins the news so.
    """
    first, second = one.content, other.content
    if not isinstance(first, Instrument) or not isinstance(second, Instrument):
        return DIFFERENT
    if (first.type, first.parties, first.stage) != (second.type, second.parties, second.stage):
        return DIFFERENT
    counted = first.count is not None and second.count is not None and first.count != second.count
    if counted or dates_clash(one.date, other.date) or statuses_clash(one, other) or clash_in_places(first.place, second.place):
        return DIFFERENT
    subject, other_subject = subject_words(first.title), subject_words(second.title)
    alike = share_subject(subject, other_subject)
    meet = dates_meet(one.date, other.date)
    if not alike and ((subject and other_subject) or (one.background != other.background and not meet)):
        return DIFFERENT
    return same(1 + 3 * alike + 2 * meet, "same parties and stage", "same subject" if alike else "", one.date or "" if meet else "")


def merge_instruments(instruments: Sequence[Instrument]) -> Instrument:
    """Return one instrument with what all of them say, under the title that tells most of its subject."""
    best = max(instruments, key=lambda instrument: len(subject_words(instrument.title)))
    return Instrument(
        type=best.type,
        title=best.title,
        parties=best.parties,
        stage=best.stage,
        signatories=merge_people([instrument.signatories for instrument in instruments]),
        place=merge_places([instrument.place for instrument in instruments]),
        count=next((instrument.count for instrument in instruments if instrument.count is not None), None),
        topics=tuple(dict.fromkeys(topic for instrument in instruments for topic in instrument.topics)),
    )
