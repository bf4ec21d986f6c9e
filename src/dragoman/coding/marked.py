"""A sentence with its actor and recipient marked, ready to be parsed: both are single words there, whatever their length."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from dragoman.errors import SpanError
from dragoman.mentions import find_mentions
from dragoman.values.document import Document, DocumentId
from dragoman.values.link import Link, LinkedSentence
from dragoman.values.mention import (
    GroupName,
    Mention,
    Named,
    OfficeName,
    OrganisationName,
    PersonName,
    PlaceName,
    Sentence,
    StateForm,
    StateName,
    TimeExpression,
)
from dragoman.values.span import Span

__all__ = ["Marked", "SpanLike", "find_span", "mark"]

SpanLike = Span | tuple[int, int] | str
"""A span as a caller gives it: offsets ``[start, end)`` in code points, or words that stand in the sentence exactly once."""

_KEPT = (PersonName, OfficeName, StateName, OrganisationName, PlaceName, TimeExpression)
_PLURAL = re.compile(r"(?:[a-z]{2}s|men|women|people|police|children|clergy|youth|crowds?|troops|[Tt]aliban)$")
_ATTRIBUTE = re.compile(r"[ -][a-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence, the two spans in it, and its mentions; the links of the two are `actor_link` and `recipient_link`."""

    text: str
    actor: Span
    recipient: Span
    linked: LinkedSentence
    actor_link: Link
    recipient_link: Link


def find_span(sentence: str, given: SpanLike, role: str) -> Span:
    """Return the span that a caller means.

    Args:
        sentence: The whole sentence.
        given: Offsets or words.
        role: ``actor`` or ``recipient``, for the message.

    Raises:
        SpanError: The offsets lie outside the sentence, or the words do not stand in it exactly once.

    Example:
        >>> find_span("Peru thanked Chile.", "Chile", "recipient")
        Span(start=13, end=18)
    """
    if isinstance(given, str):
        start = sentence.find(given) if given else -1
        if start < 0:
            raise SpanError(f"the {role} {given!r} does not stand in the sentence")
        if sentence.find(given, start + 1) >= 0:
            raise SpanError(f"the {role} {given!r} stands in the sentence more than once: give its (start, end)")
        return Span(start, start + len(given))
    start, end = (given.start, given.end) if isinstance(given, Span) else given
    if not 0 <= start < end <= len(sentence):
        raise SpanError(f"the {role} must satisfy 0 <= start < end <= {len(sentence)}, got {start}:{end}")
    return Span(start, end)


def mark(sentence: str, actor: SpanLike, recipient: SpanLike) -> Marked:
    """Mark the two spans in a sentence.

    A name that holds one of them ("Foreign Minister *Duarte*") is read as that one; a name that holds both is no name here.

    Raises:
        SpanError: A span is not in the sentence, or the two overlap.
    """
    one, other = find_span(sentence, actor, "actor"), find_span(sentence, recipient, "recipient")
    if one.overlaps(other):
        raise SpanError(f"actor {one.cut(sentence)!r} and recipient {other.cut(sentence)!r} overlap")
    found = [mention for mention in _mentions(sentence) if isinstance(mention.named, _KEPT)]
    first, second = (_own(sentence, span, found, against) for span, against in ((one, other), (other, one)))
    rest = [Link(mention=mention) for mention in found if not any(mention.span.overlaps(side.mention.span) for side in (first, second))]
    links = tuple(sorted((first, second, *rest), key=lambda link: link.mention.span))
    whole = Sentence(span=Span(0, len(sentence)), paragraph=0, mentions=tuple(link.mention for link in links))
    linked = LinkedSentence(sentence=whole, links=links)
    return Marked(text=sentence, actor=one, recipient=other, linked=linked, actor_link=first, recipient_link=second)


def _mentions(sentence: str) -> list[Mention]:
    digest = hashlib.sha256(sentence.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=DocumentId("a" + digest[:16]),
        origin="sentence",
        text=sentence,
        story=(Span(0, len(sentence)),),
        headline=None,
        title=None,
        url=None,
        publisher=None,
        authors=(),
        published=None,
        published_basis=None,
        stamped=None,
        dateline_place=None,
        language="en",
        sha256=digest,
    )
    return [mention for found in find_mentions(document) for mention in found.mentions]


def _own(sentence: str, span: Span, found: list[Mention], against: Span) -> Link:
    """Return the link of a given span, as wide as the name that holds it."""
    for mention in found:
        if mention.span.covers(span) and not mention.span.overlaps(against):
            return Link(mention=mention)
    return Link(mention=Mention(span=span, named=_guess(sentence, span, found)))


def _guess(sentence: str, span: Span, found: list[Mention]) -> Named:
    """Return what a noun phrase is to the parser: people, an institution or a person; a nationality where a noun follows."""
    words = span.cut(sentence)
    inside = [mention.named for mention in found if span.covers(mention.span) and mention.span.end == span.end]
    if _ATTRIBUTE.match(sentence, span.end) and inside and isinstance(inside[-1], StateName) and inside[-1].form is StateForm.ADJECTIVE:
        return inside[-1]
    if _PLURAL.search(words) or (" and " in words):
        return GroupName(of="people")
    if inside and isinstance(inside[-1], StateName | PersonName):
        return inside[-1]
    head = words.split()[-1]
    return PersonName(name=words) if head[:1].isupper() else OfficeName(office=None, institution=True, definite=True)
