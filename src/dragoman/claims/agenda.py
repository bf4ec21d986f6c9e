"""Agendas: texts that list what the coming days bring under the names of the days, in the present tense.

"MONDAY … Doha: the two ministers open talks" tells of Monday to come, not of one that has been.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from dragoman.claims.scene import Scene
from dragoman.claims.telling import Telling
from dragoman.values.claim import DateBasis, Status

__all__ = ["settle_agenda"]

_DAYS = tuple(name.lower() for name in calendar.day_name)
_HEADING = re.compile(rf"^\W*(?P<day>{'|'.join(_DAYS)})\W*$", re.IGNORECASE | re.MULTILINE)
_DAY_CHARS = len("2022-05-20")
_WEEK = 7
_LEAST_HEADINGS = 2


def settle_agenda(telling: Telling) -> None:
    """Put what stands under the heading of a day on that day after the report: planned, with its weekdays counted from there."""
    days = _days_of_sentences(telling.scene)
    for draft in telling.encounters:
        day = days.get(draft.sentence)
        if day is None:
            continue
        told = _day(draft.date)
        if draft.date is None or draft.date_basis is DateBasis.PUBLISHED:
            draft.date, draft.date_basis = day.isoformat(), DateBasis.RELATIVE
        elif told is not None and told < day and (day - told).days <= _WEEK and draft.date_basis is DateBasis.RELATIVE:
            draft.date = (told + timedelta(days=_WEEK)).isoformat()
        if draft.status in {Status.OCCURRED, Status.ONGOING}:
            draft.status = Status.PLANNED


def _days_of_sentences(scene: Scene) -> dict[int, date]:
    """Return, for each sentence under the heading of a day, that day on or after the report's."""
    report = _day((scene.document.published or "")[:_DAY_CHARS])
    headings = [(match.start(), _DAYS.index(match["day"].lower())) for match in _HEADING.finditer(scene.document.text)]
    if report is None or len({day for _, day in headings}) < _LEAST_HEADINGS:
        return {}
    days: dict[int, date] = {}
    for sentence in scene.sentences:
        above = [day for start, day in headings if start < sentence.span.start]
        if above:
            days[sentence.index] = report + timedelta(days=(above[-1] - report.weekday()) % _WEEK)
    return days


def _day(edtf: str | None) -> date | None:
    try:
        return date.fromisoformat(edtf) if edtf is not None and len(edtf) == _DAY_CHARS else None
    except ValueError:
        return None
