"""Milestones: "the 30th anniversary of the establishment of diplomatic relations", "67 years of independence"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dragoman import kb
from dragoman.claims.draft import Draft
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.codebook.anniversaries import anniversary_numbers, anniversary_spans
from dragoman.values.claim import Encounter, Milestone, Status
from dragoman.values.link import Link
from dragoman.values.mention import TimeExpression

__all__ = ["find_milestones"]

_TIES = r"(?P<of>(?:diplomatic|bilateral|friendly|official)?\s*(?:ties|relations|relationship|friendship|cooperation)\b)"
_OPENED = r"(?P<of>[^.;]{3,90}?\b(?:opened|established|forged|took up|entered into|set up|began)\b[^.;]{0,30}?\b(?:relations|ties))"
_PATTERNS = (  # <N> is a number or number word; each pattern's `of` says what is remembered
    r"\b(?:<N>(?:-year| jubilee)?\s+)?(?:(?:founding|birth|independence)\s+)?anniversary\s+of\s+(?P<of>[^.;]{3,140})",
    r"\b<N>(?:\s+(?:[\w-]+\s+)?(?P<of>independence|independence day))\s+anniversary",
    r"\b<S>\s+(?:of|since|after|in)\s+(?:the\s+|their\s+|its\s+|establish\w*\s+|the establishment of\s+)*(?:full\s+|formal\s+)?(?:"
    + _TIES
    + r"|(?P<free>independence\b))",
    r"\b<S>\s+of\s+(?P<of>(?:the\s+|their\s+|its\s+)?(?:establishment|independence|diplomatic|treaty|agreement)[^.;]{3,120})",
    r"\b<N>\s+(?:years?|anniversary)\s+(?:of|since)\s+(?:the\s+|their\s+|establish\w*\s+|the establishment of\s+)*" + _TIES,
    r"\b<N>\s+years\s+(?:of|since)\s+(?P<of>(?:its\s+|their\s+|the\s+)?independence\b)",
    r"\b<N>(?:\s+years)?\s+(?:has|have|will\s+have)\s+passed\s+since\s+(?P<of>[^.;]{3,140})",
    r"(?P<of>(?:diplomatic|bilateral|official) (?:ties|relations)|partnership|treaty|agreement|pact)\b[^.;]{0,70}?\b<N>\s+anniversary",
    r"\b<N>\s+(?:years|months)?\s*(?:after|since|ago)\s+" + _OPENED,
    r"\b<S>\s+(?:after|since)\s+" + _OPENED,
)
_CUES = re.compile(
    "anniversary|years? (?:of|since|after|on)|passed since|centur|decade|jubilee|centen", re.IGNORECASE
)  # the patterns are slow, most sentences have none
_RELATIONS = re.compile(r"\b(?:diplomatic|bilateral|official|friendly)?\s*(?:relations|ties|relationship)\b", re.IGNORECASE)
_INDEPENDENCE = re.compile(r"\bindependence\b", re.IGNORECASE)
_FROM = re.compile(r"\sfrom\s")
_PARTNERSHIP = re.compile(
    r"\b(?:strategic|comprehensive|special)\b[^.;]{0,30}\bpartnership\b|\bpartnership\b[^.;]{0,60}\banniversary", re.IGNORECASE
)
_ACT = re.compile(r"\b(?:agreement|treaty|accord|declaration|pact|convention|communiqu[eé]|memorandum|charter)\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = sorted(anniversary_numbers(), key=lambda word: (-len(word), word))
    number = r"(?P<number>\d{1,3}(?:st|nd|rd|th)?|" + "|".join(map(re.escape, words)) + ")"
    spans = r"(?P<number>" + "|".join(map(re.escape, anniversary_spans())) + ")"
    return tuple(re.compile(pattern.replace("<N>", number).replace("<S>", spans), re.IGNORECASE) for pattern in _PATTERNS)


def find_milestones(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the anniversaries a sentence tells of, by its words alone; headlines are left to the story.

    An anniversary of relations without two parties, of an act whose parties do not stand behind it, or of anything else is left alone.
    """
    text, span = telling.scene.document.text, sentence.span
    if sentence.linked.sentence.paragraph < 0 or _CUES.search(text, span.start, span.end) is None:
        return []
    for pattern in _patterns():
        drafts = [
            draft for match in pattern.finditer(text, span.start, span.end) if (draft := _milestone(telling, sentence, match)) is not None
        ]
        if drafts:
            return [telling.add(draft) for draft in drafts]
    return []


def _milestone(telling: Telling, sentence: SentenceView, match: re.Match[str]) -> Draft | None:
    occasion = _occasion(match.group())
    if occasion is None:
        return None
    parties = _parties(telling, sentence, match, occasion)
    if not parties or (len(parties) < 2 and occasion != "independence"):
        return None
    ordinal = _ordinal(match["number"])
    content = Milestone(occasion=occasion, ordinal=ordinal, parties=tuple(sorted(parties)), origin=_origin(telling, ordinal))
    return Draft(
        content=content,
        spans=[sentence.span],
        rule="milestone.anniversary",
        status=Status.OCCURRED,
        confidence=0.8,
        sentence=sentence.index,
    )


def _parties(telling: Telling, sentence: SentenceView, match: re.Match[str], occasion: str) -> tuple[str, ...]:
    """Return the parties named in the phrase, else in the sentence; relations told of fewer are between the two of the talk or text."""
    links = sentence.linked.links
    end = match.end()
    if occasion == "independence":  # "its independence from Britain": not Britain's
        end = next((found.start() for found in _FROM.finditer(telling.scene.document.text, match.start(), end)), end)
    inside = _codes(link for link in links if match.start() <= link.mention.span.start < end)
    if len(inside) > 1 or occasion == "agreement" or (occasion == "independence" and inside):
        return inside
    near = _codes(links)
    if len(near) == 2 or occasion != "diplomatic relations":
        return near
    pair = telling.scene.links.pair[:2]
    talk = telling.last_talk(near[:1])
    if len(near) < 2 and talk is not None and isinstance(talk.content, Encounter):
        return talk.content.parties
    return pair if set(near) <= set(pair) else near[:2]


def _codes(links: Iterable[Link]) -> tuple[str, ...]:
    named = (link for link in links if not isinstance(link.mention.named, TimeExpression))
    return tuple(dict.fromkeys(code for link in named for code in link.parties if kb.is_party(code)))


def _occasion(words: str) -> str | None:
    if _INDEPENDENCE.search(words):
        return "independence"
    if _RELATIONS.search(words):
        return "diplomatic relations"
    return "agreement" if _ACT.search(words) or _PARTNERSHIP.search(words) else None


def _ordinal(number: str | None) -> int | None:
    if number is None:
        return None
    digits = "".join(character for character in number if character.isdigit())
    return int(digits) if digits else anniversary_numbers().get(number.lower())


def _origin(telling: Telling, ordinal: int | None) -> str | None:
    published = telling.scene.document.published
    year = int(published[:4]) if published else telling.scene.links.report_year
    return str(year - ordinal) if ordinal and year else None
