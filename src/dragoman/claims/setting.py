"""The setting that a text keeps while it goes on telling: the day and the town of the encounter just told, until it names others.

"On Thursday he came to Ljubljana. His talks with the minister …": the talks are Thursday's, in Ljubljana. History keeps out: neither does
a background sentence give its setting, nor does it take one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.claims.draft import Draft
from dragoman.claims.telling import Telling
from dragoman.claims.when import dated_root
from dragoman.values.claim import DateBasis, Encounter, Place, Session, Status
from dragoman.values.edtf import overlap
from dragoman.values.mention import TimeExpression

__all__ = ["settle_days", "settle_places"]

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_GOES_ON = re.compile(
    r"\b(?:also|then|later|afterwards?|subsequently|before that|for (?:his|her|their) part"
    r"|earlier in the day|in the (?:afternoon|evening|morning)|the same day|that day|on the (?:sidelines|margins|fringes))\b",
    re.IGNORECASE,
)
_REACH_SENTENCES = 3
_HAPPENED = frozenset({Status.OCCURRED, Status.ONGOING})


def settle_days(telling: Telling) -> None:
    """Give encounters that happened, and whose sentence names no time, the day of the encounter or sitting told just before.

    The day passes only between neighbouring sentences of one paragraph, where a word such as "also" or "then" goes on, or, in a text that
    knows one day only, to another encounter of the same people.
    """
    for draft in _news(telling):
        if draft.date is None and draft.status in _HAPPENED and not _has_time(telling, draft):
            _take_day(telling, draft)


def settle_places(telling: Telling) -> None:
    """Give encounters without a town that of their visit, of what was told just before, or of the same states' same day.

    The report's own day comes last, for the lead alone.
    """
    for draft in _news(telling):
        content = draft.content
        if isinstance(content, Encounter) and content.type != "call" and (content.place is None or content.place.name is None):
            _take_place(telling, draft)
    _date_leads(telling)


def _news(telling: Telling) -> list[Draft]:
    return [draft for draft in telling.encounters if not draft.background]


def _take_day(telling: Telling, draft: Draft) -> None:
    before = _told_before(telling, draft)
    known = next((other for other in before if other.date is not None and _DAY.fullmatch(other.date)), None)
    if known is not None and known.date_basis is not DateBasis.PUBLISHED:
        draft.date, draft.date_basis = known.date, DateBasis.RELATIVE
        return
    if draft.sentence > 0 and _same_paragraph(telling, draft.sentence, draft.sentence - 1) and _points_back(telling, draft):
        when = dated_root(telling.scene.sentences[draft.sentence - 1])
        if when is not None and _DAY.fullmatch(when.edtf):
            draft.date, draft.date_basis = when.edtf, DateBasis.RELATIVE


def _told_before(telling: Telling, draft: Draft) -> list[Draft]:
    """Return the encounters and sittings that happened, told just before with somebody of this one, nearest first."""
    content = draft.content
    assert isinstance(content, Encounter)  # noqa: S101 - the caller checked
    goes_on = _GOES_ON.search(telling.scene.text(telling.scene.sentences[draft.sentence].span)) is not None
    one_day = (
        len({other.date for other in (*telling.encounters, *telling.sessions) if other.date is not None and not other.background}) == 1
    )
    found = []
    for other in reversed([*telling.encounters, *telling.sessions]):
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


def _take_place(telling: Telling, draft: Draft) -> None:
    """Take the town of the visit or sitting that holds the encounter, else of the one told just before on the same day."""
    content = draft.content
    assert isinstance(content, Encounter)  # noqa: S101 - the caller checked
    if content.type == "visit":
        candidates = [other for other in telling.encounters if _is_same_visit(draft, other)]
    elif draft.part_of is not None and (draft.date is None or draft.part_of.date is None or overlap(draft.date, draft.part_of.date)):
        candidates = [draft.part_of]
    else:
        candidates = [
            other for other in _told_before(telling, draft) if draft.date is None or other.date is None or other.date == draft.date
        ]
        candidates += _on_same_day(telling, draft)
    for other in candidates:
        place = other.content.place if isinstance(other.content, Encounter | Session) else None
        if place is not None and place.name is not None and _fits(content, place):
            draft.content = replace(content, place=place)
            return


def _on_same_day(telling: Telling, draft: Draft) -> list[Draft]:
    """Return what the same states did on the same day, nearest first."""
    content = draft.content
    assert isinstance(content, Encounter)  # noqa: S101 - the caller checked
    if draft.date is None or not _DAY.fullmatch(draft.date) or draft.date_basis is DateBasis.PUBLISHED:
        return []
    same = [
        other
        for other in (*telling.encounters, *telling.sessions)
        if other is not draft
        and not other.background
        and other.date == draft.date
        and isinstance(other.content, Encounter | Session)
        and set(other.content.parties) == set(content.parties)
    ]
    return sorted(same, key=lambda other: abs(other.sentence - draft.sentence))


def _is_same_visit(draft: Draft, other: Draft) -> bool:
    one, two = draft.content, other.content
    return (
        isinstance(one, Encounter)
        and isinstance(two, Encounter)
        and other is not draft
        and two.type == "visit"
        and two.parties == one.parties
        and not other.background
        and other.status is draft.status
        and (draft.date is None or other.date is None or draft.date == other.date)
        and {person.name for person in one.participants} == {person.name for person in two.participants}
    )


def _fits(content: Encounter, place: Place) -> bool:
    return content.place is None or content.place.country is None or content.place.country == place.country


def _date_leads(telling: Telling) -> None:
    """Date a lead by the report's day where no other sentence dates an encounter of the same parties: it would speak against it."""
    for draft in telling.encounters:
        content = draft.content
        if draft.date is not None or not isinstance(content, Encounter) or content.type == "visit" or draft.part_of is not None:
            continue
        rivals = [
            other for other in telling.encounters if isinstance(other.content, Encounter) and other.content.parties == content.parties
        ]
        if all(other.date is None or other.date_basis is DateBasis.PUBLISHED for other in rivals) and not _has_time(telling, draft):
            telling.date_by_report(draft, telling.scene.sentences[draft.sentence])


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
