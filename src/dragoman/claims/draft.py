"""A claim while its parts are being gathered, and how it becomes a value."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dragoman import codebook
from dragoman.values.claim import Citation, Claim, ClaimId, Content, DateBasis, Kind, Rule, Status
from dragoman.values.document import Document
from dragoman.values.reason import Reason
from dragoman.values.span import Span

__all__ = ["Draft", "finish", "kind_of"]


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """What a rule has found. `spans` hold its evidence, the evoking words' sentence first."""

    content: Content
    spans: list[Span]
    rule: str
    status: Status = Status.OCCURRED
    date: str | None = None
    date_basis: DateBasis | None = None
    background: bool = False
    attributed_to: str | None = None
    confidence: float = 0.7
    part_of: Draft | None = None
    sentence: int = -1
    id: ClaimId | None = field(default=None)


Explain = Callable[[Draft], tuple[Reason, ...]]


def kind_of(content: Content) -> Kind:
    """Return the record kind of a content."""
    return Kind(type(content).__name__.lower())


def finish(drafts: list[Draft], document: Document, explain: Explain) -> tuple[tuple[Claim, ...], int]:
    """Turn drafts into claims and count those refused because their words do not stand in the text."""
    claims: dict[ClaimId, Claim] = {}
    refused = 0
    version = codebook.version()
    parents: list[tuple[ClaimId, Draft]] = []
    for draft in drafts:
        claim = _make_claim(draft, document, version, explain)
        if claim is None:
            refused += 1
            continue
        draft.id = claim.id
        if claim.id not in claims:
            claims[claim.id] = claim
            if draft.part_of is not None:
                parents.append((claim.id, draft.part_of))
    for identifier, parent in parents:
        if parent.id is not None and parent.id in claims and parent.id != identifier:
            claims[identifier] = replace(claims[identifier], part_of=parent.id)
    return tuple(claims.values()), refused


def _make_claim(draft: Draft, document: Document, version: str, explain: Explain) -> Claim | None:
    spans = sorted(set(draft.spans), key=lambda span: (span != draft.spans[0], span))
    if not spans or any(span.end > len(document.text) for span in spans):
        return None
    citations = tuple(Citation(article=document.id, start=span.start, end=span.end, text=span.cut(document.text)) for span in spans)
    kind = kind_of(draft.content)
    parts = (document.id, kind, repr(draft.content), draft.status, draft.date, [(span.start, span.end) for span in spans])
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]
    return Claim(
        id=ClaimId(f"c{digest}"),
        kind=kind,
        content=draft.content,
        status=draft.status,
        date=draft.date,
        date_basis=draft.date_basis,
        background=draft.background,
        attributed_to=draft.attributed_to,
        citations=citations,
        part_of=None,
        confidence=draft.confidence,
        rule=Rule(name=draft.rule, version=version),
        reasons=explain(draft),
    )
