"""Reads the line or the beginning of a line that says where, when and by whom a report was made.

Datelines and publication stamps are one grammar: names, days, times, labels and credits in any sensible order, ended by a dash, a colon
or a full stop before the story, or by the end of the line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.documents.dates import WrittenDay, find_day, match_day, match_other_calendar, match_time, match_weekday
from dragoman.documents.marks import Marks, load_marks

__all__ = ["Stamp", "read_names", "read_stamp"]

_REACH = 260  # the longest datelines seen have about 120 characters; nothing beyond is looked at, whatever the line's length
_GAP = re.compile(r"[\s,;|•·*_]{0,40}")
_WORD = re.compile(r"[^\W\d_](?:[^\W_]|[’'‘ʻ&-]|\.(?=[^\W\d_]))*")
_GROUP = re.compile(r"\([^()\n]{1,90}\)|/[^/\n]{2,60}/|\[[^\[\]\n]{1,40}\]|<[^<>\n]{1,40}>")
_DASH = re.compile(r"\s*(?:--?-?|[–—―‒−]|(?<=\s)_|_(?=\s))\s*")
_STOP = re.compile(r"\.\s+|\.$")
_COLON = re.compile(r":\s+")
_BY = re.compile(r"(?:[Bb]y|BY|[Cc]orr\.?|[Cc]orrespondent|[Rr]eporter)\s+(?=[^\W\d_a-z])")
_CONNECTORS = frozenset({"de", "da", "do", "dos", "del", "la", "al", "el", "es", "of", "and", "on", "am", "upon", "ad", "the", "bin"})
_CREDIT_WORDS = 6
_PLACE_WORDS = 4


@dataclass(slots=True, kw_only=True)
class Stamp:
    """What a dateline or a publication stamp says.

    Attributes:
        end: Where it ends in the line and the story begins; the line's length when the whole line is the stamp.
        whole: True when nothing but the stamp is in the line.
        day: The day of publication.
        time: As ``10:54`` with its zone, when there is one.
        later: True when the day is that of a later change.
        place: The place of a dateline, as written.
        outlet: The outlet or agency that heads the line.
        authors: Those it names as writers.
    """

    end: int = 0
    whole: bool = False
    day: WrittenDay | None = None
    time: str | None = None
    later: bool = False
    place: str | None = None
    outlet: str | None = None
    authors: list[str] = field(default_factory=list)


def read_stamp(line: str) -> Stamp | None:
    """Return the stamp that `line` is or begins with, or None when it is or begins with none.

    A date inside a sentence is no stamp: behind the date, a stamp must end. A bare place before a dash or a colon counts when it is in
    capitals, and before a dash also in small letters when it has at most three words and begins with no opener of a sentence or an office.
    """
    reader = _StampReader(line[:_REACH], load_marks())
    reader.read()
    return reader.conclude(len(line))


def read_names(line: str, start: int, most: int = 6) -> int:
    """Return the end of the run of capitalised words at `start`, of at most `most` words; `start` when there is none."""
    end, pos, count = start, start, 0
    while count < most and (match := _WORD.match(line, pos)):
        word, pos = match.group(), match.end()
        if word[0].isupper() or word.partition("-")[2][:1].isupper():
            if line[pos : pos + 1] == "." and (len(word) <= 2 or "." in word):
                pos += 1
            end, count = pos, count + 1
        elif not (count and word in _CONNECTORS):
            break
        if line[pos : pos + 1] not in {" ", "/", "\xa0"}:
            break
        pos += 1
    return end


class _StampReader:
    """Reads one line from left to right; `pos` is how far it got."""

    def __init__(self, line: str, marks: Marks) -> None:
        self.line = line
        self.marks = marks
        self.stamp = Stamp()
        self.pos = 0
        self.heads: list[str] = []
        self.grouped = False
        self.labelled = False
        self.later = False
        self.weekday = False
        self.last_day: WrittenDay | None = None
        self.stopped_by = ""

    def read(self) -> None:
        while self.pos < len(self.line):
            gap = _GAP.match(self.line, self.pos)
            begin = gap.end() if gap else self.pos
            if begin == len(self.line):
                self.pos = begin
            elif not (self._read_dated(begin) or self._read_around(begin, gap.group() if gap else "") or self._read_stop()):
                if self.stamp.day and self.heads and self.line[:begin].rstrip()[-1:] == ")":
                    self.pos, self.stopped_by = begin, "group"
                return
            if self.stopped_by:
                return

    def _read_dated(self, begin: int) -> bool:
        """Read a weekday, a day or a time."""
        if found := match_weekday(self.line, begin):
            self.weekday, self.pos = True, found[1]
        elif (end := match_other_calendar(self.line, begin)) is not None:
            self.pos = end
        elif day := match_day(self.line, begin):
            if self.stamp.day is None or (self.stamp.later and not self.later):
                self.stamp.day, self.stamp.later, self.stamp.time = day[0], self.later, None
            self.last_day, self.pos = day
        elif (self.stamp.day or self.labelled) and (time := match_time(self.line, begin)):
            if self.last_day == self.stamp.day:
                self.stamp.time = self.stamp.time or time[0]
            self.pos = time[1]
        else:
            return False
        return True

    def _read_around(self, begin: int, gap: str) -> bool:
        """Read a label, a credit in brackets, a byline, or a name: place or outlet if it comes first, region or agency behind a comma."""
        line, stamp = self.line, self.stamp
        if label := self.marks.label.match(line, begin):
            self.labelled, self.later = True, bool(label["later"])
            self.pos = label.end()
        elif (self.labelled or stamp.day) and (filler := self.marks.filler.match(line, begin)):
            self.pos = filler.end()
        elif group := _GROUP.match(line, begin):
            self._read_group(group)
        elif (stamp.day or self.heads or not self.pos) and (writer := _match_writer(line, begin)):
            stamp.authors.append(writer[0])
            self.pos = writer[1]
        else:
            end = read_names(line, begin)
            leads = not (self.heads or stamp.day or self.labelled)
            if end == begin or not (leads or ("," in gap and self._is_closed(end))):
                return False
            self.heads.append(line[begin:end])
            self.pos = end
        return True

    def _read_group(self, group: re.Match[str]) -> None:
        inside = group.group()[1:-1].strip()
        if writer := _match_writer(inside, 0):
            self.stamp.authors.append(writer[0])
        day = match_day(inside, 0) or find_day(inside)
        if day and self.stamp.day is None:
            self.stamp.day = day[0]
        self.grouped, self.pos = True, group.end()

    def _is_closed(self, end: int) -> bool:
        """Say whether a name that ends at `end` stands alone and is no part of a sentence."""
        behind = self.line[end : end + 4].lstrip(" ")
        return not behind or behind[0] in ",([-–—―‒:;." or behind.startswith("/")

    def _read_stop(self) -> bool:
        """Read a dash, a full stop or a colon: the end of the stamp unless more of a stamp follows."""
        if not (self.heads or self.stamp.day or self.labelled or self.grouped):
            return False
        for name, pattern in (("dash", _DASH), ("stop", _STOP), ("colon", _COLON)):
            if match := pattern.match(self.line, self.pos):
                self.pos = match.end()
                if not self._goes_on(match.end()):
                    self.stopped_by = name
                return True
        return False

    def _goes_on(self, begin: int) -> bool:
        line = self.line
        if match_weekday(line, begin) or match_day(line, begin) or match_other_calendar(line, begin):
            return self.stamp.day is None or self.stamp.later
        if self.stamp.day and (_GROUP.match(line, begin) or match_time(line, begin) or _BY.match(line, begin)):
            return True
        return bool(self.stamp.day is None and self.heads and _GROUP.match(line, begin))

    def conclude(self, length: int) -> Stamp | None:
        stamp, line = self.stamp, self.line
        if self.pos >= length:
            stamp.whole = True
        elif self.stopped_by and stamp.day and length <= len(line) and _is_credit(line[self.pos :], self.marks):
            self.pos, stamp.whole = length, True
        if not (self._is_firm_line() if stamp.whole else self.stopped_by and self._is_firm_dateline()):
            return None
        stamp.end = self.pos
        self._name_heads()
        return stamp

    def _is_firm_line(self) -> bool:
        """Say whether a whole line is a stamp: it has a full date, or a day that a weekday, a comma or a label makes one."""
        if self.stamp.day is None or self._opens_a_sentence():
            return False
        return self.stamp.day.year is not None or self.weekday or self.labelled or (bool(self.heads) and "," in self.line)

    def _opens_a_sentence(self) -> bool:
        words = self.heads[0].lower().split() if self.heads else []
        return bool(words) and words[0].strip(".") in self.marks.openers and not (words[0] == "the" and len(words) > 1)

    def _is_firm_dateline(self) -> bool:
        place = self.heads[0] if self.heads else ""
        if self._opens_a_sentence():
            return False
        if self.stamp.day or (self.grouped and self.stopped_by != "stop"):
            return True
        if not place or self.stopped_by == "stop":
            return False
        behind = self.line[self.pos : self.pos + 2].lstrip("\"'“‘«(")
        if place.lower().strip(".") in self.marks.speakers:
            return False
        if place.isupper() and len(place) > 2:
            return bool(behind) and len(place.split()) <= _PLACE_WORDS
        return (
            self.stopped_by == "dash" and len(place.split()) <= 3 and behind[:1].isupper() and self.line[self.pos - 1 : self.pos].isspace()
        )

    def _name_heads(self) -> None:
        if not self.heads:
            return
        head = self.heads[0]
        if self.marks.outlet.search(head):
            self.stamp.outlet = head
        elif not self.labelled and head.lower() not in self.marks.speakers:
            self.stamp.place = head


def _match_writer(line: str, start: int) -> tuple[str, int] | None:
    """Return the name behind a ``By`` at `start`, and where it ends."""
    by = _BY.match(line, start)
    end = read_names(line, by.end()) if by else start
    return (line[by.end() : end], end) if by and end > by.end() else None


def _is_credit(rest: str, marks: Marks) -> bool:
    words = rest.split()
    if not words or len(words) > _CREDIT_WORDS or words[-1][-1] in ".!?:" or not (marks.outlet.search(rest) or marks.function.search(rest)):
        return False
    return all(word[0].isupper() or word.lower().strip(".,") in marks.small_words for word in words)
