"""The story as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.documents.lines import Line, is_aside
from dragoman.documents.marks import Marks, load_marks
from dragoman.values.span import Span

__all__ = ["find_story"]

_WRAP_CHARS = 110  # a block with a longer line is not wrapped by hand
_TAIL_CHARS = 120
_BULLET = re.compile(r"(?:[•●▪◦‣·*+]|[-–—](?=[\s\xa0])|\(?\d{1,2}[.)](?=[\s\xa0])|\([a-z]\)(?=\s)|#{1,6}(?=\s)|>)[\s\xa0]*")
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]*]{0,4}$")
_INNER_BREAK = re.compile(
    r"(?<=[.!?:;”\")\]])[ \xa0]{3,40}(?=[A-Z“\"‘'(•*-])"  # what is left of a line break in text that was once a web page
    r"|(?<=\S)[ \xa0]{1,4}[-•*][ \xa0]{3,8}(?=\S)"  # and of a list
    r"|<!--[^>]{0,200}-->"
)
_MARKUP_AT_START = re.compile(r"(?:</?[a-zA-Z][^<>\n]{0,2000}>|!?\[\]\([^()\n]{0,500}\)|[\s\xa0*_#>|])+")
_NO_WORD = re.compile(r"[\W_]*")


def find_story(text: str, lines: Sequence[Line], start: int) -> tuple[Span, ...]:
    """Return the paragraphs in `lines`, in order; asides and end marks are left out.

    Blank lines part paragraphs, and so do bullets. A single line end parts them too when the sentence before it is complete, except in a
    block that is wrapped by hand.

    Args:
        text: The text.
        lines: The lines that are not blank, from the first of the story on.
        start: Where the story begins in the first of them.
    """
    marks = load_marks()
    story: list[Span] = []
    for block in _blocks(text, lines, marks):
        for begin, end in _parts(text, block):
            story.extend(_cut(text, max(begin, start), end))
    return _sign_off(text, story, marks)


def _blocks(text: str, lines: Sequence[Line], marks: Marks) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        aside = is_aside(text[line.start : line.end], marks)
        if block and (line.opens_block or aside):
            yield block
            block = []
        if not aside:
            block.append(line)
    if block:
        yield block


def _parts(text: str, block: list[Line]) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph of a block starts and ends."""
    wrapped = len(block) > 1 and _is_wrapped(text, block)
    begin = block[0].start
    for line, following in pairwise(block):
        if _BULLET.match(text, following.start, following.end) or (not wrapped and _parts_here(text, line, following)):
            yield begin, line.end
            begin = following.start
    yield begin, block[-1].end


def _is_wrapped(text: str, block: list[Line]) -> bool:
    if any(line.end - line.start > _WRAP_CHARS for line in block):
        return False
    return any(not _ends_sentence(text, line) and not text[following.start].isupper() for line, following in pairwise(block))


def _parts_here(text: str, line: Line, following: Line) -> bool:
    """Say whether a line end parts two paragraphs: the sentence is complete, or a heading stands on a line of its own."""
    return _ends_sentence(text, line) or (line.end - line.start <= _WRAP_CHARS and not text[following.start].islower())


def _ends_sentence(text: str, line: Line) -> bool:
    return _ENDED.search(text, max(line.start, line.end - 6), line.end) is not None


def _cut(text: str, begin: int, end: int) -> Iterator[Span]:
    """Yield the paragraph, parted once more where a converter left traces of line ends, each without its bullet and outer markup."""
    pos = begin
    for match in _INNER_BREAK.finditer(text, begin, end):
        yield from _trim(text, pos, match.start())
        pos = match.end()
    yield from _trim(text, pos, end)


def _trim(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern in (_MARKUP_AT_START, _BULLET, _MARKUP_AT_START):
        if match := pattern.match(text, start, end):
            start = match.end()
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    if start < end and not _NO_WORD.fullmatch(text, start, end):
        yield Span(start, end)


def _sign_off(text: str, story: list[Span], marks: Marks) -> tuple[Span, ...]:
    """Cut the initials and credits behind the last sentence, in its line or on a line of their own."""
    while story:
        last = story[-1]
        begin = max(story[-2].end - 1 if len(story) > 1 else last.start, last.end - _TAIL_CHARS)
        tail = marks.signature.search(text[begin : last.end])
        if tail is None:
            break
        story.pop()
        if begin + tail.start() > last.start:
            story.append(Span(last.start, begin + tail.start()))
    return tuple(story)
