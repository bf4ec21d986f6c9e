"""Figures: reported quantities of a relation, read from the order of mentions and the words that evoke an indicator.

Works without the parse. Precision goes before recall: no evoking words, or no two parties, no figure.
"""

from __future__ import annotations

import re

from dragoman.claims.draft import Draft
from dragoman.claims.figure_amounts import find_multiple, judge_status
from dragoman.claims.figure_found import FoundFigure
from dragoman.claims.figure_sentence import SentenceReading
from dragoman.claims.party_refs import Company, make_company
from dragoman.values.claim import Figure
from dragoman.values.document import Document
from dragoman.values.link import LinkedSentence, Links
from dragoman.values.mention import Pronoun, Quantity

__all__ = ["find_figures"]

_BACKGROUND_YEARS = 2
_ACCORDING = re.compile(r"\baccording to (?:the |an? )?(?P<who>[^,.;()]{3,60})", re.IGNORECASE)
_SAYS = re.compile(r"\s+(?:has |had |also )?(?:said|says|told|added|noted|stated|announced|stressed|puts?|estimates?d?|reported)\b")
_SAID = re.compile(r"\b(?:said|says|told reporters|added|noted)\s+$")


def find_figures(document: Document, links: Links) -> list[Draft]:
    """Return the figures that a document reports about relations between parties, in the order of the text.

    Leaves alone on purpose: shares ("90 percent of its energy"), prices by the piece, levels of comparison ("up from 80 megawatts"),
    increments, and amounts that concern one state alone. Known to miss: a giver or receiver named only by a description ("the former
    colony") in a text about three or more states.

    Source: codebook, `figure`.
    """
    company: Company | None = None
    drafts: list[Draft] = []
    last: FoundFigure | None = None
    for index, linked in enumerate(links.sentences):
        if not _may_tell(linked, document.text):
            continue
        company = company or make_company(links)
        reading = SentenceReading(document.text, links.sentences, index, company, last)
        for found in reading.read():
            drafts.append(_draft(document, reading, found))
            last = found
    return _without_repeats(drafts)


def _may_tell(linked: LinkedSentence, text: str) -> bool:
    if any(isinstance(link.mention.named, Quantity) for link in linked.links):
        return True
    return find_multiple(text, linked.sentence.span.start, linked.sentence.span.end) is not None


def _draft(document: Document, reading: SentenceReading, found: FoundFigure) -> Draft:
    at, cue = found.amount.mention.span, found.cue
    start = reading.bounds(min(cue.start, at.start))[0] if cue.start >= reading.span.start else reading.span.start
    period = found.period
    return Draft(
        content=found.figure,
        spans=[reading.span],
        rule=f"figure.{found.figure.indicator.replace(' ', '-')}",
        status=judge_status(document.text, start, max(cue.start, start), at.start),
        date=period.edtf if period is not None else None,
        date_basis=period.basis if period is not None else None,
        background=_is_old(period.edtf if period is not None else None, document.published),
        attributed_to=_speaker(document.text, reading),
        confidence=0.6 if cue.voice == "weak" else 0.75,
        sentence=reading.index,
    )


def _speaker(text: str, reading: SentenceReading) -> str | None:
    """Return who asserts the figures of a sentence, as written: "according to the port company", "the minister said"."""
    according = _ACCORDING.search(text, reading.span.start, reading.span.end)
    if according is not None:
        return according["who"].strip()
    for link in reading.links:
        span = link.mention.span
        if not (link.persons or link.parties) or isinstance(link.mention.named, Pronoun):
            continue
        said_behind = _SAYS.match(text, span.end, reading.span.end) is not None
        if said_behind or _SAID.search(text[max(reading.span.start, span.start - 20) : span.start]):
            return span.cut(text)
    return None


def _is_old(period: str | None, published: str | None) -> bool:
    """Say whether a period ended well before the report: the figure is history, not news."""
    years = [text.split("/")[-1][:4] for text in (period or "", published or "")]
    return all(year.isdigit() for year in years) and int(years[0]) <= int(years[1]) - _BACKGROUND_YEARS


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Fold a figure told again, in the lead and in the body, into its first telling."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        content = draft.content
        key: tuple[object, ...] = (content,)
        if isinstance(content, Figure) and content.value is not None:
            key = (content.indicator, content.value, content.unit, content.parties)
        if key in kept:
            kept[key].spans.extend(draft.spans)
        else:
            kept[key] = draft
    return list(kept.values())
