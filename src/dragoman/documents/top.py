"""What stands above the story: headline, section, byline, stamp, dateline."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.documents.bylines import read_byline
from dragoman.documents.dates import find_day, match_day
from dragoman.documents.lines import Line, is_aside
from dragoman.documents.loose_stamps import read_loose_stamp, read_opening_group
from dragoman.documents.marks import Marks, load_marks
from dragoman.documents.stamps import Stamp, read_names, read_stamp
from dragoman.values.span import Span

__all__ = ["Top", "read_top"]

_MOST_LINES = 16  # the tallest tops seen have 8 lines; a list without full stops must not be eaten up
_MOST_HEADLINES = 3
_MOST_OVER_A_STAMP = 2
_LONGEST_HEADLINE_CHARS = 220
_LONGEST_HEADLINE_WORDS = 32
_LONG_LINE_CHARS = 120  # a file with longer lines is not wrapped by hand, so that its line ends mean something
_SECTION_WORDS = 4
_BULLET = re.compile(r"[•●▪◦‣·*+–—-]\s|\(?\d{1,2}[.)]\s")
_HEADING = re.compile(r"#{1,6}\s+|\*\*(?=\S)")
_SPEAKER = re.compile(r"(?:Q|A|[A-ZÀ-Þ][\w.’' -]{1,40}):\s")
_CREDIT = re.compile(r"\([A-Z][^()\d]{1,40}\)\s*[-–—]+\s+(?=[A-Z])")  # an agency before its dateline
_STOPPED = re.compile(r"[.:;,]['\"’”)*]*$")
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.){1,4}$")
_DATE_AT_END = re.compile(
    r"(?:,|\s[-–—|(])\s*(?=(?:\d{1,2}(?:st|nd|rd|th)?\s)?[^\W\d_]{3,9}\.?,?\s[^()|]{0,14}\d{4}\)?$|\d[\d./-]{7,9}\)?$)"
)


@dataclass(slots=True, kw_only=True)
class Top:
    """What the top of a text says.

    Attributes:
        lines: How many lines of the text it takes.
        story_start: Where the story begins in the line behind them; the start of that line when it begins with no dateline.
        headline: Its words, without marks of typesetting.
        authors: As the bylines name them.
        outlets: Bylines and heads of stamps that name an outlet or agency.
        stamps: In the order of the text.
        dateline: The stamp that stands before the story in its own line.
    """

    lines: int = 0
    story_start: int = 0
    headline: Span | None = None
    authors: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    stamps: list[Stamp] = field(default_factory=list)
    dateline: Stamp | None = None


def read_top(text: str, lines: list[Line]) -> Top:
    """Return what stands above the story.

    Read line by line until one is story. A line is a headline when it is short, ends without a full stop and stands apart from the next;
    at most `_MOST_HEADLINES` lines are, and the last line of a text never is: a text of one line is story. The first of them is the
    headline, but a section title (a few words in capitals) gives way to what is not one.
    """
    marks = load_marks()
    top = Top()
    headlines: list[Line] = []
    for index, line in enumerate(lines[:_MOST_LINES]):
        top.lines, top.story_start = index, line.start
        words = text[line.start : line.end]
        if _take_mark(top, words, marks):
            continue
        if top.dateline or len(headlines) == _MOST_HEADLINES:
            break
        if _is_headline(text, lines, index, first=all(_is_section(text[other.start : other.end]) for other in headlines)):
            headlines.append(line)
        elif not _stands_over_a_stamp(text, lines, index):
            break
    else:
        top.lines, top.story_start = min(_MOST_LINES, len(lines)), lines[_MOST_LINES].start if len(lines) > _MOST_LINES else len(text)
    if headlines:
        _name_headline(top, text, headlines)
    if top.lines < len(lines):
        _take_dateline(top, text, lines[top.lines])
    return top


def _take_mark(top: Top, words: str, marks: Marks) -> bool:
    """Take a line that is a stamp, a byline, a bare label or an aside."""
    if is_aside(words, marks):
        return True
    stamp = read_stamp(words)
    if stamp is None or not stamp.whole or stamp.day is None:
        stamp = read_loose_stamp(words) or stamp
    if stamp is not None and stamp.whole:
        top.stamps.append(stamp)
        top.authors += stamp.authors
        top.outlets += [stamp.outlet] if stamp.outlet else []
        return True
    byline = read_byline(words)
    if byline is not None:
        top.authors += byline.authors
        top.outlets += byline.outlets
        return True
    label = marks.label.match(words)
    return label is not None and label.end() == len(words)


def _take_dateline(top: Top, text: str, line: Line) -> None:
    words = text[line.start : line.end]
    stamp = read_stamp(words) or read_opening_group(words)
    credit = _CREDIT.match(words)
    if credit and (stamp is None or stamp.day is None):
        behind = read_stamp(words[credit.end() :])
        if behind is not None and behind.day is not None and not behind.whole:
            stamp, behind.end = behind, behind.end + credit.end()
    if stamp is None or stamp.whole or _is_transcript(text, line, stamp):
        return
    top.dateline, top.story_start = stamp, line.start + stamp.end
    top.authors += stamp.authors


def _is_transcript(text: str, line: Line, stamp: Stamp) -> bool:
    """Say whether the name before a colon is a speaker: it comes again at the beginning of another line."""
    head = text[line.start : line.start + stamp.end].rstrip()
    return head.endswith(":") and stamp.day is None and f"\n{head}" in text[line.end : line.end + 20_000]


def _is_headline(text: str, lines: list[Line], index: int, *, first: bool) -> bool:
    line = lines[index]
    words = text[line.start : line.end]
    if len(words) > _LONGEST_HEADLINE_CHARS or len(words.split()) > _LONGEST_HEADLINE_WORDS or _BULLET.match(words) or words[0].islower():
        return False
    if _STOPPED.search(words) and not _ABBREVIATED.search(words):
        return False
    if words[-1] in "?!" and not (first and _SPEAKER.match(words) is None):
        return False
    if not first and _SPEAKER.match(words):
        return False
    stamp = read_stamp(words)
    place_alone = stamp is not None and stamp.day is None and (words.isupper() or _read_stamp_at_end(words) is not None)
    if stamp is not None and not words[: stamp.end].rstrip().endswith(":") and not place_alone:
        return False
    return index + 1 < len(lines) and _stands_apart(text, line, lines[index + 1])


def _stands_over_a_stamp(text: str, lines: list[Line], index: int) -> bool:
    """Say whether a short line has the day of publication right below it, bylines aside: it introduces and is no story.

    A line with a full stop introduces ("Rain fell on all of them.") when nothing but bylines and labels without a full stop stand between.
    """
    for place, line in enumerate(lines[index : index + _MOST_OVER_A_STAMP + 2]):
        words = text[line.start : line.end]
        if place and _is_dated_stamp(words):
            return True
        if len(words) > _LONG_LINE_CHARS or words[-1] in "?!;,:" or (place and words[-1] == "." and read_byline(words) is None):
            return False
        if place and line.opens_block and read_byline(words) is None and not words[0].isupper():
            return False
    return False


def _is_dated_stamp(words: str) -> bool:
    stamp = read_stamp(words)
    if stamp is None or not stamp.whole or stamp.day is None:
        stamp = read_loose_stamp(words)
    return stamp is not None and stamp.day is not None and stamp.day.year is not None


def _stands_apart(text: str, line: Line, following: Line) -> bool:
    """Say whether the line behind does not go on with the sentence of this one: a file may be wrapped by hand."""
    if following.opens_block or text[line.start : line.end].isupper():
        return True
    words = text[following.start : following.end]
    if words.isupper() or read_byline(words) is not None or read_stamp(words) is not None:
        return True
    return len(words) > _LONG_LINE_CHARS and not words[0].islower()


def _name_headline(top: Top, text: str, lines: list[Line]) -> None:
    chosen = next((line for line in lines if not _is_section(text[line.start : line.end])), lines[0])
    start, end = chosen.start, chosen.end
    if heading := _HEADING.match(text, start, end):
        start = heading.end()
        end -= len(text[start:end]) - len(text[start:end].rstrip("*# "))
    top.headline = Span(start, end) if end > start else Span(chosen.start, chosen.end)
    if not top.stamps and (stamp := _read_stamp_at_end(text[start:end]) or _read_occasion(text[start:end])):
        top.stamps.append(stamp)


def _is_section(words: str) -> bool:
    return words.isupper() and len(words.split()) <= _SECTION_WORDS and not any(char.isdigit() for char in words)


def _read_occasion(headline: str) -> Stamp | None:
    """Return the day of what a transcript records: "Spokesperson's regular press conference on July 14, 2022 (excerpt)"."""
    found = find_day(headline)
    if found is None or found[0].year is None or not load_marks().occasion.search(headline[: found[1]]):
        return None
    return Stamp(day=found[0], end=len(headline), whole=True)


def _read_stamp_at_end(headline: str) -> Stamp | None:
    """Return the place and day behind the last comma or dash of a headline (``Remarks at the airport, Ankara, 5 October 2022``)."""
    for match in _DATE_AT_END.finditer(headline[-60:]):
        begin = max(0, len(headline) - 60) + match.end()
        found = match_day(headline, begin)
        if found is None or found[0].year is None or headline[found[1] :].strip(") ") or found[1] == begin:
            continue
        before = headline[: max(0, len(headline) - 60) + match.start()]
        place = before.rpartition(", ")[2] if ", " in before else ""
        named = place if place and read_names(place, 0) == len(place) else None
        return Stamp(day=found[0], end=len(headline), whole=True, place=named)
    return None
