"""Small values made by hand, and stages that read a toy language, for the tests of what comes after reading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.pipeline import Stages
from dragoman.values.claim import (
    Citation,
    Claim,
    ClaimId,
    Content,
    DateBasis,
    Encounter,
    Event,
    Figure,
    Instrument,
    Kind,
    Milestone,
    Participant,
    Position,
    Project,
    Rule,
    Session,
    Status,
)
from dragoman.values.document import Document, DocumentId, Rejection, RejectionReason
from dragoman.values.link import Links
from dragoman.values.mention import Sentence
from dragoman.values.page import RawPage
from dragoman.values.reading import Uncertainty
from dragoman.values.span import Span
from dragoman.values.tree import Tree

KINDS: dict[type[Content], Kind] = {
    Encounter: Kind.ENCOUNTER,
    Session: Kind.SESSION,
    Instrument: Kind.INSTRUMENT,
    Figure: Kind.FIGURE,
    Project: Kind.PROJECT,
    Milestone: Kind.MILESTONE,
    Event: Kind.EVENT,
    Position: Kind.POSITION,
}


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def document(text: str, *, origin: str = "a.txt", publisher: str | None = None, published: str | None = None) -> Document:
    return Document(
        id=DocumentId("a" + digest(text)),
        origin=origin,
        text=text,
        story=(Span(0, len(text)),),
        headline=None,
        title=None,
        url=None,
        publisher=publisher,
        authors=(),
        published=published,
        published_basis=None,
        stamped=None,
        dateline_place=None,
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def claim(  # noqa: PLR0913 - a claim has this many sides, and a test sets the one it is about
    content: Content,
    *,
    words: str = "They met.",
    start: int = 0,
    article: str = "a0",
    date: str | None = None,
    basis: DateBasis | None = None,
    status: Status = Status.OCCURRED,
    background: bool = False,
    attributed_to: str | None = None,
    part_of: ClaimId | None = None,
    confidence: float = 0.9,
    rule: str = "frame.meet",
) -> Claim:
    cited = Citation(article=DocumentId(article), start=start, end=start + len(words), text=words)
    return Claim(
        id=ClaimId("c" + digest(f"{article}{start}{content}{date}{status}{background}")),
        kind=KINDS[type(content)],
        content=content,
        status=status,
        date=date,
        date_basis=basis or (DateBasis.STATED if date else None),
        background=background,
        attributed_to=attributed_to,
        citations=(cited,),
        part_of=part_of,
        confidence=confidence,
        rule=Rule(name=rule, version="1"),
    )


def person(name: str | None, office: str | None = None, country: str | None = None, role: str | None = None) -> Participant:
    return Participant(name=name, office=office, country=country, role=role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    claims: tuple[Claim, ...]
    refused: int = 0
    uncertainties: tuple[Uncertainty, ...] = ()


def toy_stages() -> Stages:
    """Return stages for a toy language: "NOR met CHL." is an encounter, an empty page is rejected, "BUG" is one, "DEEP" recurses."""
    return Stages(make_document=_toy_document, find_mentions=_none, link_mentions=_links, parse=_trees, extract_claims=_toy_claims)


def _toy_document(page: RawPage) -> Document | Rejection:
    text = page.content if isinstance(page.content, str) else page.content.decode()
    if not text.strip():
        return Rejection(reason=RejectionReason.EMPTY, origin=page.origin, detail="found no text")
    return document(text, origin=page.origin)


def _none(_: Document) -> tuple[Sentence, ...]:
    return ()


def _links(_: Document, __: tuple[Sentence, ...]) -> Links:
    return Links(sentences=(), persons=(), pair=(), home=None)


def _trees(found: Document, _: Links) -> tuple[Tree, ...]:
    if "BUG" in found.text:
        raise IndexError("list index out of range")
    if "DEEP" in found.text:
        raise RecursionError
    return ()


def _toy_claims(found: Document, _: Links, __: tuple[Tree, ...]) -> Extraction:
    claims = [
        claim(
            Encounter(type="meeting", parties=tuple(sorted(match.group(1, 2)))),
            words=match.group(),
            start=match.start(),
            article=found.id,
            date="2021-05-03",
        )
        for match in re.finditer(r"\b([A-Z]{3}) met ([A-Z]{3})\b", found.text)
    ]
    unsure = tuple(Uncertainty(reason="party not resolved", start=m.start(), end=m.end()) for m in re.finditer("someone", found.text))
    return Extraction(claims=tuple(claims), uncertainties=unsure)


Told = Callable[..., list[Claim]]  # the encounters that a text tells, in its order


def content_of(claim: Claim) -> Encounter:
    """Return the encounter that a claim tells."""
    assert isinstance(claim.content, Encounter)
    return claim.content
