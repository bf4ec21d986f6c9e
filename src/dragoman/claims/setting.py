"""The day that a text keeps while it goes on telling: that of the encounter just told, until it names another.

"On Thursday he came to Ljubljana. His talks with the minister …": the talks are Thursday's. History keeps out: neither does a background
sentence give its day, nor does it take one.
"""

from __future__ import annotations

import re

from dragoman.claims.draft import Draft
from dragoman.claims.telling import Telling
from dragoman.claims.when import dated_root
from dragoman.values.claim import DateBasis, Encounter, Instrument, Session, Status
from dragoman.values.mention import TimeExpression

__all__ = ["date_leads", "news", "settle_days", "told_before"]

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_GOES_ON = re.compile(
    r"\b(?:also|then|meanwhile|later|afterwards?|subsequently|before that|for (?:his|her|their) part"
    r"|beforehand|previously in the day|before the (?:summit|meeting|talks|ceremony|session|signing|conference)"
    r"|after the (?:summit|talks|ceremony|session|signing|conference)|earlier in the day|in the (?:afternoon|evening|morning)"
    r"|the same day|that day|on the (?:sidelines|margins|fringes))\b",
    re.IGNORECASE,
)
_REACH_SENTENCES = 3
_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


def settle_days(telling: Telling) -> None:
    """Give encounters that happened, and whose sentence names no time, the day of the encounter or sitting told just before.

    The day passes only between neighbouring sentences of one paragraph, where a word such as "also" or "then" goes on, or, in a text that
    knows one day only, to another encounter of the same people.
    """
    for draft in news(telling):
        if draft.date is None and draft.status in _HAPPENED and not _has_time(telling, draft):
            _take_day(telling, draft)


def news(telling: Telling) -> list[Draft]:
    """Return the encounters that are no history."""
    return [draft for draft in telling.encounters if not draft.background]


def _take_day(telling: Telling, draft: Draft) -> None:
    before = told_before(telling, draft)
    known = next((other for other in before if other.date is not None and _DAY.fullmatch(other.date)), None)
    if known is not None and known.date_basis is not DateBasis.PUBLISHED:
        draft.date, draft.date_basis = known.date, DateBasis.RELATIVE
        return
    lead = _day_of_lead(telling) if known is None and _goes_on(telling, draft) else None
    if lead is not None:
        draft.date, draft.date_basis = lead, DateBasis.RELATIVE
        return
    if draft.sentence > 0 and _same_paragraph(telling, draft.sentence, draft.sentence - 1) and _points_back(telling, draft):
        when = dated_root(telling.scene.sentences[draft.sentence - 1])
        if when is not None and _DAY.fullmatch(when.edtf):
            draft.date, draft.date_basis = when.edtf, DateBasis.RELATIVE


def _goes_on(telling: Telling, draft: Draft) -> bool:
    return _GOES_ON.search(telling.scene.text(telling.scene.sentences[draft.sentence].span)) is not None


def _day_of_lead(telling: Telling) -> str | None:
    """Return the day on which the lead puts its news."""
    for sentence in telling.scene.sentences:
        if sentence.linked.sentence.paragraph > 0:
            break
        when = dated_root(sentence)
        if when is not None and _DAY.fullmatch(when.edtf):
            return when.edtf
    return None


def told_before(telling: Telling, draft: Draft) -> list[Draft]:
    """Return the encounters and sittings that happened, told just before with somebody of this one, nearest first."""
    content = draft.content
    assert isinstance(content, Encounter)  # noqa: S101 - the caller checked
    goes_on = _goes_on(telling, draft)
    near_by = telling.told_near(draft)
    one_day = len({other.date for other in near_by if other.date is not None and not other.background}) == 1
    found = []
    for other in reversed(near_by):
        if other is draft or other.background or other.status not in _HAPPENED or not isinstance(other.content, Encounter | Session):
            continue
        distance = draft.sentence - other.sentence
        shared = _share_people(content, other.content)
        near = distance <= _REACH_SENTENCES or (shared and (goes_on or one_day)) or _is_on_margins(content, other.content)
        if distance < 0 or not near or not set(content.parties) & set(other.content.parties):
            continue
        if distance == 0 or goes_on or (shared and one_day) or _same_paragraph(telling, draft.sentence, other.sentence):
            found.append(other)
    return sorted(found, key=lambda other: draft.sentence - other.sentence)


def _is_on_margins(one: Encounter, other: Encounter | Session) -> bool:
    """Say whether the other is a larger gathering that holds all sides of this one: there they meet on its sidelines."""
    return set(one.parties) < set(other.parties) and isinstance(other, Encounter) and other.type == "conference"


def _share_people(one: Encounter, other: Encounter | Session) -> bool:
    people = other.participants if isinstance(other, Encounter) else other.co_chairs
    return bool({person.name for person in one.participants if person.name} & {person.name for person in people})


def date_leads(telling: Telling) -> None:
    """Date a lead by the report's day where no other sentence dates an encounter of the same parties: it would speak against it."""
    dated = {
        other.content.parties
        for other in telling.encounters
        if isinstance(other.content, Encounter) and other.date is not None and other.date_basis is not DateBasis.PUBLISHED
    }
    for draft in telling.encounters:
        content = draft.content
        if draft.date is not None or not isinstance(content, Encounter) or content.type == "visit" or draft.part_of is not None:
            continue
        if content.parties not in dated and not _has_time(telling, draft):
            signed = _day_of_signing(telling, draft)
            if signed is not None:
                draft.date, draft.date_basis = signed, DateBasis.RELATIVE
                dated.add(content.parties)
            else:
                telling.date_by_report(draft, telling.scene.sentences[draft.sentence])


def _day_of_signing(telling: Telling, draft: Draft) -> str | None:
    """Return the day of what the same states signed or settled at that talk, told in the lead with a day of its own."""
    content = draft.content
    assert isinstance(content, Encounter)  # noqa: S101 - the caller checked
    return next(
        (
            other.date
            for other in telling.drafts
            if isinstance(other.content, Instrument)
            and other.content.stage in {"signed", "initialled", "negotiated"}
            and not other.background
            and other.date is not None
            and _DAY.fullmatch(other.date)
            and other.date_basis is not DateBasis.PUBLISHED
            and set(other.content.parties) == set(content.parties)
            and 0 <= draft.sentence - other.sentence <= _REACH_SENTENCES
        ),
        None,
    )


def _has_time(telling: Telling, draft: Draft) -> bool:
    """Say whether the sentence names a day of its own, which then belongs to something else."""
    links = telling.scene.sentences[draft.sentence].linked.links
    return any(
        isinstance(link.mention.named, TimeExpression)
        and link.when is not None
        and link.mention.named.form != "duration"
        and not link.mention.named.attribute
        for link in links
    )


def _points_back(telling: Telling, draft: Draft) -> bool:
    """Say whether a sentence begins with a word that goes on: "He met", "His visit", "The talks"."""
    text = telling.scene.text(telling.scene.sentences[draft.sentence].span)
    if _GOES_ON.search(text):
        return True
    return text.split(" ", 1)[0].lower() in {"he", "she", "they", "his", "her", "their", "the", "both", "during", "at", "there"}


def _same_paragraph(telling: Telling, one: int, other: int) -> bool:
    sentences = telling.scene.sentences
    return sentences[one].linked.sentence.paragraph == sentences[other].linked.sentence.paragraph
