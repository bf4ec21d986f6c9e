"""Makes a document of a page, or says why it is none."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from dragoman.documents.cleaning import clean
from dragoman.documents.decoding import NotText, decode, find_binary_text
from dragoman.documents.language import find_language
from dragoman.documents.lines import Line, split_lines
from dragoman.documents.loose_stamps import read_loose_stamp
from dragoman.documents.paragraphs import find_story
from dragoman.documents.published import find_publication
from dragoman.documents.stamps import Stamp, read_stamp
from dragoman.documents.top import Top, read_top
from dragoman.values.document import Document, DocumentId, Rejection, RejectionReason
from dragoman.values.page import RawPage
from dragoman.values.span import Span

__all__ = ["MAX_CHARS", "make_document"]

MAX_CHARS = 2_000_000  # a long novel; more is no article, and would hold up the whole run
_MAX_BYTES = 4 * MAX_CHARS  # no encoding takes more for a character
_FOOT_LINES = 3


def make_document(page: RawPage) -> Document | Rejection:
    """Return the page as a document, or why it is not read.

    Visible characters stay as they are, so that every citation is found again: bytes are decoded, line ends and normal form made uniform,
    invisible characters taken out. Headline, byline, stamp and dateline are recognised, not removed: they are text, not story.

    Returns:
        A document, or a rejection: ``UNREADABLE`` (the carrier's problem), ``NOT_TEXT``, ``TOO_LARGE``, ``EMPTY``, ``NOT_ENGLISH``.

    Example:
        >>> page = RawPage(origin="a.txt", content="BAKU, May 18, 2022 - The two ministers met on Wednesday in the capital.")
        >>> document = make_document(page)
        >>> document.published, document.dateline_place, document.story[0].cut(document.text)
        ('2022-05-18', 'BAKU', 'The two ministers met on Wednesday in the capital.')
    """
    if page.problem is not None:
        return Rejection(reason=RejectionReason.UNREADABLE, origin=page.origin, detail=page.problem)
    text = _read_text(page)
    if isinstance(text, Rejection):
        return text
    lines = split_lines(text)
    if not lines:
        return Rejection(reason=RejectionReason.EMPTY, origin=page.origin, detail="expected a text, found none")
    top = read_top(text, lines)
    foot = _read_foot(text, lines[top.lines :])
    story = find_story(text, lines[top.lines : len(lines) - len(foot)], top.story_start)
    if not story:  # a headline, a stamp or an aside alone: what little there is, is read
        story = tuple(Span(line.start, line.end) for line in lines)
        top.headline, top.dateline = None, None
    language = find_language(text, story, page.metadata.language)
    if language.code != "en":
        detail = f"expected English, found {language.code!r} (probability {language.prob:.2f})"
        return Rejection(reason=RejectionReason.NOT_ENGLISH, origin=page.origin, detail=detail)
    return _join(page, text, story, top, foot)


def _read_text(page: RawPage) -> str | Rejection:
    content = page.content
    if isinstance(content, bytes):
        if len(content) > _MAX_BYTES:
            head = decode(content[: MAX_CHARS // 10])
            reason = RejectionReason.NOT_TEXT if isinstance(head, NotText) else RejectionReason.TOO_LARGE
            detail = (
                head.detail if isinstance(head, NotText) else f"expected at most {MAX_CHARS} characters, found {len(content)} bytes or more"
            )
            return Rejection(reason=reason, origin=page.origin, detail=detail)
        text = decode(content)
    else:
        text = find_binary_text(content) or content
    if isinstance(text, NotText):
        return Rejection(reason=RejectionReason.NOT_TEXT, origin=page.origin, detail=text.detail)
    if len(text) > MAX_CHARS:
        detail = f"expected at most {MAX_CHARS} characters, found {len(text)}"
        return Rejection(reason=RejectionReason.TOO_LARGE, origin=page.origin, detail=detail)
    return clean(text)


def _read_foot(text: str, lines: list[Line]) -> list[Stamp]:
    """Return the stamps that are the last lines of a text, one a line: some press offices sign and date at the foot."""
    foot: list[Stamp] = []
    for line in reversed(lines[1:][-_FOOT_LINES:]):
        words = text[line.start : line.end]
        stamp = read_stamp(words)
        if stamp is None or not stamp.whole:
            stamp = read_loose_stamp(words) or read_loose_stamp(words.split(". ")[0])
        if stamp is None:
            break
        foot.append(stamp)
    return foot[::-1]


def _join(page: RawPage, text: str, story: tuple[Span, ...], top: Top, foot: list[Stamp]) -> Document:
    metadata = page.metadata
    stamps = [*top.stamps, *([top.dateline] if top.dateline else []), *foot]
    publication = find_publication(text, story, stamps, metadata.published)
    title = _named(metadata.title) or (top.headline.cut(text) if top.headline else None)
    publisher = _named(metadata.publisher) or next(iter(top.outlets), None)
    url = _named(metadata.url)
    authors = _unique(filter(None, map(_named, metadata.authors))) or _unique(top.authors)
    place = next((stamp.place for stamp in stamps if stamp.place), None)
    key = json.dumps([text, publisher, url, title, publication.published])
    return Document(
        id=DocumentId("a" + hashlib.sha256(key.encode()).hexdigest()[:16]),
        origin=page.origin,
        text=text,
        story=story,
        headline=top.headline,
        title=title,
        url=url,
        publisher=publisher,
        authors=authors,
        published=publication.published,
        published_basis=publication.basis,
        stamped=publication.stamped,
        dateline_place=(top.dateline.place if top.dateline else None) or place,
        language="en",
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


def _named(written: str | None) -> str | None:
    """Return what the carrier wrote on one line, clean, or None when that is nothing."""
    return (" ".join(clean(written).split()) or None) if written else None


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
