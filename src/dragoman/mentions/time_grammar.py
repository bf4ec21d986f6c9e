"""The grammar of times: words become classes, one letter a word, and patterns over those letters find the times.

A sentence such as "on 19 and 20 April" reads, word by word, ``ON DAY AND DAY NAMEMONTH``. Each class is one code point, so that a
sentence is a short string and a pattern over words is an ordinary regular expression. The words and the patterns are data, in
``times.toml``, which says how to write them.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from dragoman.errors import DataFileError
from dragoman.mentions.time_readings import BUILDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["TimeGrammar", "Word", "load_time_grammar", "read_time_grammar"]

_FILE = "times.toml"
# Classes that the lexer gives by form; the others come from the word lists.
_FORMS = (
    *("DAY", "ORDAY", "YEAR", "OLDYEAR", "CLOCK", "NUM", "YEARS", "DAYS", "ISO", "DOTTED", "DECADE", "POSS", "COMMA", "STOP", "HYPHEN"),
    *("LPAR", "RPAR", "LOWER", "CAPITAL", "OTHER", "BREAK"),
)
_MARKS = {",": "COMMA", ".": "STOP", "(": "LPAR", ")": "RPAR", "-": "HYPHEN", "–": "HYPHEN", "—": "HYPHEN", "‑": "HYPHEN", "−": "HYPHEN"}
_FIRST_LETTER = 0x4E00  # classes are written as letters that no text class, mark or operator of a regular expression uses
_NAME = re.compile(r"\b[A-Z]+\b")

# One word, number or mark. Numbers take their separators along, so that "2,000", "15:30" and "2018-04" are never read as their parts.
_TOKEN = re.compile(
    r"(?P<number>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)|['\u2019]\d0s\b|\d\w*(?:[.,:/\-\u2010-\u2014]\d+\w*)*)|(?P<word>[^\W\d_]\w*)|(?P<poss>['\u2019]s\b)|(?P<gap>\n\s*\n)|[^\w\s]"
)
_NUMBER = re.compile(
    r"(?P<plain>\d{1,6})"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)(?:T[\d:.,+\-]*)?"
    r"|(?P<first_day>\d{1,2})(?:st|nd|rd|th)?[\-\u2010-\u2014](?P<last_day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<first_year>\d{4})[/\-\u2010-\u2014](?P<last_year>\d{4}|\d\d)"
    r"|(?P<day>\d{1,2})(?P<point>[./])(?P<month>\d{1,2})(?P=point)(?P<year>\d{4})"
    r"|(?P<split_day>\d{1,2}),(?P<split_year>\d{4})"
    r"|(?P<decade>\d{3})0s"
    r"|['\u2019](?P<short_decade>[1-9])0s"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[apAP])\.?[mM]\.?"
    r"|(?P<attacks>9/11)"
    r"|(?P<hours>[01]?\d|2[0-4]):(?P<minutes>[0-5]\d)",
    re.ASCII,
)
_GLUE = "-–—/‑"  # a number that hangs on a word by one of these is part of a name: COVID-19, S/2023
_GLUABLE = frozenset({"PART", "MONTH", "NAMEMONTH", "ABBR", "THE", "IN", "FY"})
_SIGNS = "$€£¥#№+~@_&=%"
_YEARS = range(1500, 2101)
_OLD_YEARS = range(1000, 1500)
_REACH = 16  # words from the first of a time to its first head; the longest real lead has 9
_LAST_DAY = 31
_NOON = 12
_ATTACKS = "2001-09-11"  # what "9/11" means wherever it stands


class Word(NamedTuple):
    """A word of a sentence: its class, what it is worth, and where it stands in the text."""

    kind: str
    value: Any
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeGrammar:
    """A checked grammar.

    Attributes:
        letters: The letter that stands for each class.
        words: Class, letter and value of each written form of each word.
        pattern: All patterns as one; the name of the group that fitted gives the builder through `makes`.
        makes: The builder's name for each group of `pattern`.
        triggers: Finds a word without which no pattern can fit.
    """

    letters: Mapping[str, str]
    words: Mapping[str, tuple[str, str, int]]
    pattern: re.Pattern[str]
    makes: Mapping[str, str]
    triggers: re.Pattern[str]

    def read(self, text: str, start: int, end: int) -> tuple[str, list[Word]]:
        """Return the classes of ``text[start:end]``, one letter a word, and the words.

        Example:
            >>> letters, words = load_time_grammar().read("on 19 April", 0, 11)
            >>> [word.kind for word in words], len(letters)
            (['ON', 'DAY', 'NAMEMONTH'], 3)
        """
        words: list[Word] = []
        known = self.words
        for match in _TOKEN.finditer(text, start, end):
            kind = match.lastgroup
            token = match.group()
            at = match.start()
            if kind == "word":
                entry = known.get(token)
                if entry is None:
                    words.append(Word("LOWER" if token[0].islower() else "CAPITAL", 0, at, match.end()))
                else:
                    words.append(Word(entry[0], entry[2], at, match.end()))
            elif kind == "number":
                glued = words[-1].kind if words and words[-1].end == at else ""
                words.extend(_read_number(text, match, glued, words[-2].kind if glued == "HYPHEN" and len(words) > 1 else ""))
            elif kind == "poss":
                words.append(Word("POSS", 0, at, match.end()))
            else:
                words.append(Word("BREAK" if kind == "gap" else _MARKS.get(token, "OTHER"), 0, at, match.end()))
        letters = self.letters
        return "".join([letters[word.kind] for word in words]), words


def _read_number(text: str, match: re.Match[str], glued: str, before: str) -> list[Word]:
    start, end = match.span()
    form = _NUMBER.fullmatch(match.group())
    previous = text[start - 1] if start else " "
    following = text[end] if end < len(text) else " "
    hangs = (glued == "HYPHEN" and before not in _GLUABLE and text[start - 2 : start - 1].isalnum()) or previous == "/"
    if form is None or hangs or previous in _SIGNS or following in "%/°_@":
        return [Word("OTHER", 0, start, end)]
    if form["split_day"]:
        comma = start + len(form["split_day"])
        kind, year = _plain(form["split_year"])
        if kind == "YEAR" and 1 <= int(form["split_day"]) <= _LAST_DAY:
            return [
                Word("DAY", int(form["split_day"]), start, comma),
                Word("COMMA", 0, comma, comma + 1),
                Word("YEAR", year, comma + 1, end),
            ]
        return [Word("OTHER", 0, start, end)]
    kind, value = _classify(form)
    return [Word(kind, value, start, end)]


def _classify(form: re.Match[str]) -> tuple[str, Any]:
    if form["plain"]:
        return _plain(form["plain"])
    if form["ordinal"]:
        return ("ORDAY" if 1 <= int(form["ordinal"]) <= _LAST_DAY else "OTHER"), int(form["ordinal"])
    if form["iso"] or form["attacks"]:
        return "ISO", form["iso"] or _ATTACKS
    if form["first_day"]:
        days = int(form["first_day"]), int(form["last_day"])
        return ("DAYS", days) if 1 <= days[0] < days[1] <= _LAST_DAY else ("OTHER", 0)
    if form["first_year"]:
        return _two_years(form["first_year"], form["last_year"])
    if form["decade"] or form["short_decade"]:
        return _decade(form["decade"] or f"19{form['short_decade']}")
    if form["hour"] or form["hours"]:
        return _clock(form)
    return _dotted(int(form["day"]), int(form["month"]), int(form["year"]), form["point"])


def _decade(digits: str) -> tuple[str, Any]:
    """Read "1980s"; "the 1500s" are a century, but "the 2000s" ten years."""
    if int(digits) * 10 not in _YEARS:
        return "OTHER", 0
    return "DECADE", f"{digits[:2]}XX" if digits[2] == "0" and digits < "200" else f"{digits}X"


def _clock(form: re.Match[str]) -> tuple[str, Any]:
    if form["hours"]:
        return "CLOCK", f"{int(form['hours']) % 24:02}:{form['minutes']}"
    hour, minute = int(form["hour"]), int(form["minute"] or 0)
    if not 1 <= hour <= _NOON or minute > 59:
        return "OTHER", 0
    return "CLOCK", f"{hour % _NOON + (_NOON if form['half'] in 'pP' else 0):02}:{minute:02}"


def _plain(digits: str) -> tuple[str, int]:
    number = int(digits)
    if len(digits) <= 2 and 1 <= number <= _LAST_DAY:  # days have one or two digits
        return "DAY", number
    if len(digits) == 4:  # years have four
        return ("YEAR" if number in _YEARS else "OLDYEAR" if number in _OLD_YEARS else "NUM"), number
    return "NUM", number


def _two_years(first: str, last: str) -> tuple[str, Any]:
    start = int(first)
    end = int(last) if len(last) == 4 else start // 100 * 100 + int(last)  # a year written in full
    if start not in _YEARS:
        old = start in _OLD_YEARS and start < end < start + 300 and len(last) == 4
        return ("YEARS", (start, end)) if old else ("OTHER", 0)
    if len(last) == 2 and end != start + 1 and 1 <= int(last) <= 12 and end <= start + 12:  # "2022-05" is a month
        return "ISO", f"{first}-{last}"
    return ("YEARS", (start, end)) if start < end < start + 300 else ("OTHER", 0)  # longer spans are identifiers


def _dotted(day: int, month: int, year: int, point: str) -> tuple[str, Any]:
    """Points mean day first; strokes are read only where one order is possible, else the year alone is certain."""
    if year not in _YEARS or not (1 <= day <= _LAST_DAY and 1 <= month <= _LAST_DAY):
        return "OTHER", 0
    months = range(1, 13)
    if point == "/" and day in months and month in months and day != month:
        return "DOTTED", f"{year}"
    day, month = (day, month) if month in months else (month, day)
    return ("DOTTED", f"{year}-{month:02}-{day:02}") if month in months else ("OTHER", 0)


@cache
def load_time_grammar() -> TimeGrammar:
    """Load the packaged grammar.

    Raises:
        DataFileError: The file breaks its rules.
    """
    return read_time_grammar(Path(__file__).with_name(_FILE).read_text(encoding="utf-8"), _FILE)


def read_time_grammar(source: str, file: str) -> TimeGrammar:
    """Check and compile a grammar given as TOML text; `file` names it in errors.

    Raises:
        DataFileError: It is not TOML, a pattern uses a name that is neither class nor macro, or a pattern does not compile.
    """
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(file, None, str(error)) from error
    listed = {**table.get("words", {}), **table.get("capitals", {})}
    letters = {kind: chr(_FIRST_LETTER + number) for number, kind in enumerate((*_FORMS, *listed))}
    words = {
        written: (kind, letters[kind], value)
        for group, forms in (("words", _any_case), ("capitals", _capital_case))
        for kind, entries in table.get(group, {}).items()
        for word, value in entries.items()
        for written in forms(word)
    }
    macros = dict(letters)
    for name, body in table.get("macros", {}).items():
        macros[name] = _expand(body, macros, source, file)
    sets = {name: _expand(table.get(name, "BREAK"), letters, source, file) for name in ("heads", "strangers", "never_first")}
    parts, makes = [], {}
    for number, entry in enumerate(table.get("patterns", [])):
        parts.append(f"(?P<p{number}>{_expand(entry['of'], macros, source, file)})")
        if entry["make"] not in BUILDERS:
            raise DataFileError(file, _line_of(source, entry["of"]), f"no builder makes {entry['make']!r}; there are {', '.join(BUILDERS)}")
        makes[f"p{number}"] = entry["make"]
    return TimeGrammar(
        letters=letters,
        words=words,
        pattern=_compile(
            f"(?![{sets['never_first']}])(?=[^{sets['heads']}{sets['strangers']}]{{0,{_REACH}}}[{sets['heads']}])(?:{'|'.join(parts)})",
            file,
        ),
        makes=makes,
        triggers=_make_triggers(table.get("heads", ""), words),
    )


def _any_case(word: str) -> tuple[str, ...]:
    return word, word.capitalize(), word.upper()


def _capital_case(word: str) -> tuple[str, ...]:
    return word, word.upper()


def _expand(body: str, macros: Mapping[str, str], source: str, file: str) -> str:
    def replace(match: re.Match[str]) -> str:
        try:
            return macros[match.group()]
        except KeyError:
            raise DataFileError(file, _line_of(source, body), f"{match.group()!r} is neither a class nor a macro defined above") from None

    return _NAME.sub(replace, body).replace(" ", "")


def _line_of(source: str, body: str) -> int:
    return source.count("\n", 0, max(source.find(body), 0)) + 1


def _compile(pattern: str, file: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern)
    except re.error as error:
        raise DataFileError(file, None, f"the patterns do not compile: {error}") from error


def _make_triggers(heads: str, words: Mapping[str, tuple[str, str, int]]) -> re.Pattern[str]:
    """Match a written form of the head classes, or a number of a year's form: a quick test of a whole sentence."""
    rests: dict[str, list[str]] = {}
    for written, (kind, _, _) in words.items():
        if kind in heads.split():
            rests.setdefault(written[0], []).append(re.escape(written[1:]))
    listed = "|".join(f"{first}(?:{'|'.join(sorted(rests[first]))})" for first in sorted(rests))
    return re.compile(rf"\d{{4}}|9/11|\d[./]\d{{1,2}}[./]\d{{4}}|\d:\d\d|\d ?[apAP]\.?[mM]|['\u2019]\d0s|\b(?:{listed})\b")
