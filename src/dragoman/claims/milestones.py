"""Milestones: "the 30th anniversary of the establishment of diplomatic relations", "67 years of independence"."""

from __future__ import annotations

import re

from dragoman import kb
from dragoman.claims.draft import Draft
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.values.claim import Milestone, Status
from dragoman.values.mention import TimeExpression

__all__ = ["find_milestones"]

_ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 1
    )
} | {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "centenary": 100, "golden": 50, "silver": 25}
_CARDINALS = {"ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "a quarter of a century": 25, "half a century": 50, "a century": 100}
_NUMBER = r"(?P<number>\d{1,3}(?:st|nd|rd|th)?|" + "|".join(sorted((*_ORDINALS, *_CARDINALS), key=len, reverse=True)) + r")"
_ANNIVERSARY = re.compile(rf"\b(?:{_NUMBER}(?:-year| jubilee)?\s+)?anniversary\s+of\s+(?P<of>[^.;]{{3,140}})", re.IGNORECASE)
_TIES = re.compile(
    rf"\b{_NUMBER}\s+(?:years?|anniversary)\s+(?:of|since)\s+(?:the\s+|their\s+|establish\w*\s+|the establishment of\s+)*(?P<of>(?:diplomatic|bilateral|friendly|official)?\s*(?:ties|relations|relationship|friendship|cooperation)\b)",
    re.IGNORECASE,
)
_PASSED = re.compile(rf"\b{_NUMBER}(?:\s+years)?\s+(?:has|have)\s+passed\s+since\s+(?P<of>[^.;]{{3,140}})", re.IGNORECASE)
_OF_ANNIVERSARY = re.compile(rf"(?P<of>(?:diplomatic|bilateral) (?:ties|relations))\b[^.;]{{0,40}}?\b{_NUMBER}\s+anniversary", re.IGNORECASE)
_RELATIONS = re.compile(r"\b(?:diplomatic|bilateral|official|friendly)?\s*(?:relations|ties|relationship)\b", re.IGNORECASE)
_INDEPENDENCE = re.compile(r"\bindependence\b", re.IGNORECASE)
_ACT = re.compile(r"\b(?:agreement|treaty|accord|declaration|pact|convention|communiqu[eé]|memorandum|charter)\b", re.IGNORECASE)


def find_milestones(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the anniversaries a sentence tells of; one without any party is left alone."""
    if sentence.linked.sentence.paragraph < 0:
        return []
    text, span = telling.scene.document.text, sentence.span
    drafts: list[Draft] = []
    for pattern in (_ANNIVERSARY, _TIES, _PASSED, _OF_ANNIVERSARY):
        for match in pattern.finditer(text, span.start, span.end):
            draft = _milestone(telling, sentence, match)
            if draft is not None:
                drafts.append(telling.add(draft))
        if drafts:
            break
    return drafts


def _milestone(telling: Telling, sentence: SentenceView, match: re.Match[str]) -> Draft | None:
    occasion = _occasion(match["of"])
    if occasion is None:
        return None
    ordinal = _ordinal(match["number"])
    near = tuple(
        dict.fromkeys(
            code
            for link in sentence.linked.links
            if not isinstance(link.mention.named, TimeExpression)
            for code in link.parties
            if kb.is_party(code)
        )
    )
    inside = tuple(
        dict.fromkeys(
            code
            for link in sentence.linked.links
            if match.start() <= link.mention.span.start < match.end()
            for code in link.parties
            if kb.is_party(code)
        )
    )
    parties = inside if len(inside) > 1 or occasion == "independence" and inside else near
    if len(parties) != 2 and occasion == "diplomatic relations":  # noqa: PLR2004 - relations are between two
        pair = telling.scene.links.pair[:2]
        talk = telling.last_talk(parties[:1])
        parties = talk.content.parties if talk is not None and len(parties) < 2 else pair if set(parties) <= set(pair) else parties[:2]  # type: ignore[union-attr]  # noqa: PLR2004
    if not parties or (len(parties) < 2 and occasion != "independence"):  # noqa: PLR2004 - as above
        return None
    content = Milestone(occasion=occasion, ordinal=ordinal, parties=tuple(sorted(parties)), origin=_origin(telling, ordinal))
    return Draft(content=content, spans=[sentence.span], rule="milestone.anniversary", status=Status.OCCURRED, confidence=0.8, sentence=sentence.index)


def _occasion(words: str) -> str | None:
    if _INDEPENDENCE.search(words):
        return "independence"
    if _RELATIONS.search(words):
        return "diplomatic relations"
    if _ACT.search(words):
        return "agreement"
    return None


def _ordinal(number: str | None) -> int | None:
    if number is None:
        return None
    digits = "".join(character for character in number if character.isdigit())
    if digits:
        return int(digits)
    return _ORDINALS.get(number.lower()) or _CARDINALS.get(number.lower())


def _origin(telling: Telling, ordinal: int | None) -> str | None:
    year = telling.scene.links.report_year
    return str(year - ordinal) if ordinal and year else None
