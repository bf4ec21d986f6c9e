"""Loads `marks.toml`: the words that stand around a story."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import DataFileError

__all__ = ["Marks", "load_marks", "read_marks"]

_MONTHS = 12
_FILE = Path(__file__).with_name("marks.toml")
_LISTS = (
    ("stamp", "labels"),
    ("stamp", "later_labels"),
    ("stamp", "fillers"),
    ("stamp", "small_words"),
    ("stamp", "occasions"),
    ("dateline", "outlets"),
    ("dateline", "openers"),
    ("dateline", "speakers"),
    ("byline", "small_words"),
    ("byline", "functions"),
    ("aside", "lines"),
    ("end", "signatures"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The words of `marks.toml`, ready to match.

    Attributes:
        label: A label of a stamp, with the blanks and the colon behind it; its group ``later`` is set for a date after publication.
        stamp_words: Words in small letters that a line may hold and still be a stamp.
        months: The months in other tongues, folded, with their numbers.
        occasion: A word of a title that makes it the record of a speech or briefing.
        filler: What may stand between the parts of a stamp, behind a label or a day.
        outlet: A word of an outlet's or an agency's name, anywhere.
        openers: Words, in small letters, that begin no place name.
        speakers: What in front of a colon is no place.
        small_words: Words in small letters that a byline may hold.
        function: A word that makes a byline name a function, anywhere.
        aside: The beginning of a line that is no story.
        longest_aside_chars: A longer line is story all the same.
        signature: What is cut from the end of a text, with the blanks around.
    """

    label: re.Pattern[str]
    filler: re.Pattern[str]
    stamp_words: frozenset[str]
    months: Mapping[str, int]
    occasion: re.Pattern[str]
    outlet: re.Pattern[str]
    openers: frozenset[str]
    speakers: frozenset[str]
    small_words: frozenset[str]
    function: re.Pattern[str]
    aside: re.Pattern[str]
    longest_aside_chars: int
    signature: re.Pattern[str]

    def month_number(self, word: str) -> int | None:
        """Return the number of a month named in another tongue than English, or None."""
        return self.months.get(_fold(word))


@cache
def load_marks() -> Marks:
    """Return the marks that dragoman ships, read once a process.

    Raises:
        DataFileError: The file breaks its rules.
    """
    return read_marks(_FILE)


def read_marks(path: Path) -> Marks:
    """Return the marks in the file at `path`.

    Raises:
        DataFileError: The file is no TOML, has a table or a list too few or too many, or a pattern that is none.
    """
    source = path.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path.name, None, str(error)) from error
    lists = _check(path.name, source, tables)
    longest = tables["aside"].get("longest_chars")
    if not isinstance(longest, int) or longest <= 0:
        raise DataFileError(path.name, None, f"aside.longest_chars: expected a number above 0, got {longest!r}")
    labels, later, fillers = ("|".join(lists["stamp", name]) for name in ("labels", "later_labels", "fillers"))
    any_case = re.IGNORECASE
    return Marks(
        label=re.compile(rf"(?:(?P<later>{later})|{labels})(?!\w)[\s:]*", any_case),
        filler=re.compile(rf"(?:{fillers})(?!\w)\s*", any_case),
        outlet=re.compile(rf"\b(?:{'|'.join(lists['dateline', 'outlets'])})\b", any_case),
        stamp_words=frozenset(lists["stamp", "small_words"]),
        months=_months(path.name, tables),
        occasion=re.compile(rf"\b(?:{'|'.join(lists['stamp', 'occasions'])})\b", any_case),
        openers=frozenset(lists["dateline", "openers"]),
        speakers=frozenset(lists["dateline", "speakers"]),
        small_words=frozenset(lists["byline", "small_words"]),
        function=re.compile(rf"\b(?:{'|'.join(lists['byline', 'functions'])})\b", any_case),
        aside=re.compile(rf"[\s>*_#]{{0,8}}(?:{'|'.join(lists['aside', 'lines'])})", any_case),
        longest_aside_chars=longest,
        signature=re.compile(rf"(?<=[.!?…”’\"')\]])[ \n\xa0]*(?:{'|'.join(lists['end', 'signatures'])})[ \n\xa0]*$"),
    )


def _check(file: str, source: str, tables: Mapping[str, Mapping[str, object]]) -> dict[tuple[str, str], list[str]]:
    lists: dict[tuple[str, str], list[str]] = {}
    for table, name in _LISTS:
        entries = tables.get(table, {}).get(name)
        if not isinstance(entries, list) or not entries or not all(isinstance(entry, str) and entry for entry in entries):
            raise DataFileError(file, None, f"{table}.{name}: expected a list of patterns or words, got {entries!r}")
        for entry in entries:
            try:
                re.compile(entry)
            except re.error as error:
                raise DataFileError(
                    file, 1 + source[: source.find(entry)].count("\n"), f"{table}.{name}: {entry!r} is no pattern: {error}"
                ) from error
        lists[table, name] = entries
    known = {*_LISTS, ("aside", "longest_chars")}
    unknown = [f"{table}.{name}" for table, names in tables.items() for name in names if table != "months" and (table, name) not in known]
    if unknown:
        raise DataFileError(file, None, f"expected no {', '.join(unknown)}")
    return lists


def _months(file: str, tables: Mapping[str, Mapping[str, object]]) -> dict[str, int]:
    months: dict[str, int] = {}
    for tongue, names in tables.get("months", {}).items():
        if not isinstance(names, list) or len(names) != _MONTHS or not all(isinstance(name, str) for name in names):
            raise DataFileError(file, None, f"months.{tongue}: expected twelve names, January first, got {names!r}")
        for number, name in enumerate(names, 1):
            if months.setdefault(_fold(name), number) != number:
                raise DataFileError(file, None, f"months.{tongue}: {name!r} is another month elsewhere")
    return months


def _fold(word: str) -> str:
    """Return a word in small letters without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(char))
