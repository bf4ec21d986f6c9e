"""Which country an official acts for when a text gives only an office and a name: "President Trump", "Lavrov".

The table lists who held the highest offices of which state or organisation from 1995 on. It only ever answers with a country;
it never says which office someone holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import DataFileError
from dragoman.kb.parties import is_party
from dragoman.kb.spelling import fold
from dragoman.kb.tables import read_table, split_list

__all__ = ["Leader", "find_leader", "load_leaders"]

_COLUMNS = ("name", "variants", "country", "office", "from", "to", "surname_alone")
_YEAR = re.compile(r"(\d{4})(?:-\d{2})?")
_OPEN = 9999
_SLACK_YEARS = 1  # a text written in January still speaks of December's minister
_CAREER_YEARS = 12  # how long before and after his office a full name without that office still means its holder

# States whose people go by the first word of the name as written here: "Abiy", "Xi", "King Salman", "Emir Tamim".
_FIRST_WORD = frozenset({"ARE", "BHR", "CHN", "ERI", "ETH", "JOR", "KHM", "KOR", "KWT", "MAR", "OMN", "PRK", "QAT", "SAU", "TWN"})

# Words before or in a name that tell nobody apart.
_TITLES = frozenset(
    "al el jr ayatollah crown dr emperor emir hojatoleslam king lord mr mrs ms mullah pope prince queen sayed sayyed sayyid seyed seyyed "
    "shaikh sheik sheikh sheikha shri sir sultan".split()
)
# Surnames that are as often another word, given name or person: they need an office.
_NO_MARK = frozenset(
    "aati addo atty ati ban beri berry bian borisov brown chaves croo hasanov hyun khar leyen mansour moon mussa napolitano novak pou "
    "rahman rey scheffer seko store wade yeol zas".split()
)
_LEAST_CHARS = 4  # shorter surnames are syllables and acronyms, but for one
_SHORT_MARKS = frozenset({"xi"})
# Spellings of one name; every other word is compared as it stands.
_SAME = {
    other: word
    for word, others in {
        "mohammad": "mohammed muhammad mohamed mohamad mohamud muhammed mohammod",
        "ahmad": "ahmed",
        "hassan": "hasan",
        "hussein": "hossein hussain husain hosein",
        "abdul": "abdel abdal abdol",
        "yusuf": "yousef youssef yousuf yusef",
        "sergei": "sergey serghei",
        "alexander": "aleksandr alexandr aleksander aliaksandr",
        "khalid": "khaled",
        "ebrahim": "ibrahim",
        "saleh": "salih",
        "nikolai": "nikolay",
        "andrei": "andrey andriy andrii",
        "dmitry": "dmitri dmitriy dmytro",
        "yuri": "yury",
        "baqer": "bagher bagheri baqir",
        "qassem": "qasem qasim qassim ghasem kassem",
    }.items()
    for other in others.split()
}

_BREAKS = str.maketrans({"-": " ", ".": " ", ",": " ", "'": None})

_OFFICE_WORDS = {
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "advisor": "adviser",
    "defense": "defence",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "vice": "deputy",
    "labor": "labour",
    "secretary-general": "secretary general",
    "director-general": "director general",
    "premier": "prime minister",
    "taoiseach": "prime minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "external": "foreign",
    "emperor": "king",
    "monarch": "king",
    "ruler": "emir",
}
_OFFICE_FILLERS = frozenset("of the and for to affairs acting interim caretaker de facto transitional".split())
_RANKS = frozenset({"deputy", "prime", "assistant", "under", "crown", "permanent"})
# A text often says only this much of a longer office, and these heads with any department in front of them.
_SHORT = frozenset({"minister", "secretary", "adviser", "envoy", "leader", "spokesperson"})
_LEADER = frozenset({"leader"})
_TOP = frozenset({"president", "prime minister", "chancellor", "king", "emir", "sultan", "supreme leader"})
_HEADS = frozenset({"spokesperson", "speaker", "commissioner", "chair"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One term of one person in one office.

    Attributes:
        names: The usual full name first, then other spellings and short forms.
        country: The code of a state or organisation.
        office: Canonical, lower case.
        first: The year the term began.
        last: The year it ended; 9999 while it lasts.
        alone: True when the surname means this person without any title.
    """

    names: tuple[str, ...]
    country: str
    office: str
    first: int
    last: int
    alone: bool

    def serves(self, year: int, slack: int = 0) -> bool:
        """Say whether the term, longer by `slack` years at both ends, holds the year."""
        return self.first - slack <= year <= self.last + slack


@dataclass(frozen=True, slots=True)
class _Index:
    """Terms by what a text may call the person: the full name, or one word of it."""

    full: dict[str, list[Leader]]
    short: dict[str, list[Leader]]
    alone: dict[str, list[Leader]]


def find_leader(name: str, office: str | None = None, year: int | None = None, *, serving: bool = False) -> str | None:
    """Return the country or organisation for which someone of that name acts; None when it is unknown or several it could be.

    A full name needs no office, a surname needs the right one, unless it is listed as unmistakable. The year, that of the text,
    decides between holders of several countries: whoever serves comes before whoever has served, and nobody counts before his time.
    Left alone on purpose: a surname with an office that its holder is not known to have ("Judge Brown").

    Args:
        name: As the text has it, titles or not, in any case.
        office: Canonical office given with the name.
        year: The year of the text.
        serving: True to leave out who serves no more in that year, or not yet.

    Example:
        >>> find_leader("Trump"), find_leader("Bush", "president"), find_leader("Kim", "president", 2000)
        ('USA', 'USA', 'KOR')
        >>> find_leader("Sharif"), find_leader("Kim", "president")
        (None, None)
    """
    index, key = _index(), _key(name)
    if not key:
        return None
    fitting = index.full.get(key) if " " in key else None
    if fitting is not None:
        held = [leader for leader in fitting if office is not None and _is_same_office(office, leader.office)]
        near = [leader for leader in fitting if year is None or leader.serves(year, _SLACK_YEARS if serving else _CAREER_YEARS)]
        return _decide(held, year, former=not serving) or _decide(near, year, former=not serving, bound=False)
    named = index.short.get(key, [])
    if office is not None:
        held = [leader for leader in named if _is_same_office(office, leader.office)]
        return _decide(held, year, former=not serving and len({leader.country for leader in named}) == 1)
    return _decide(index.alone.get(key, []), year, former=not serving)


def _decide(leaders: list[Leader], year: int | None, *, former: bool = True, bound: bool = True) -> str | None:
    """Return the one country of those who serve in that year, else, if `former`, of those who served before; `bound`: nobody earlier."""
    if year is None:
        return _only(leaders)
    for slack in (0, _SLACK_YEARS):
        serving = [leader for leader in leaders if leader.serves(year, slack)]
        if serving:
            return _only(serving)
    if not former:
        return None
    return _only(leader for leader in leaders if not bound or leader.first <= year)


def _only(leaders: Iterable[Leader]) -> str | None:
    countries = {leader.country for leader in leaders}
    return countries.pop() if len(countries) == 1 else None


@cache
def _is_same_office(said: str, held: str) -> bool:
    """Say whether the words `said` can mean the office `held`: the same words, "spokesman" for any, never a deputy for his chief."""
    one, other = _office_words(said), _office_words(held)
    if one == other:
        return True
    if one & _RANKS != other & _RANKS and one != _LEADER:
        return False
    if len(one) == 1 and one <= _SHORT:
        return one <= other or (one == _LEADER and held in _TOP)
    return other <= one and other <= _HEADS


@cache
def _office_words(office: str) -> frozenset[str]:
    words = " ".join(_OFFICE_WORDS.get(word, word) for word in office.lower().split()).split()
    return frozenset(words) - _OFFICE_FILLERS


def _key(name: str) -> str:
    """Return the words under which spellings of one name meet, without titles, particles, hyphens and points."""
    plain = name.lower() if name.isascii() else fold(name)
    words = plain.translate(_BREAKS).split()
    return " ".join(_SAME.get(word, word) for word in words if word not in _TITLES)


@cache
def _index() -> _Index:
    index = _Index({}, {}, {})
    alone: list[tuple[str, Leader]] = []
    given: set[str] = set()
    keys: dict[str, tuple[str, str]] = {}  # the same people hold several offices
    for leader in load_leaders(Path(__file__).with_name("leaders.csv")):
        for name in leader.names:
            if name not in keys:
                keys[name] = _keys(name)
            key, surname = keys[name]
            if " " in key:
                index.full.setdefault(key, []).append(leader)
                first = key.partition(" ")[0]
                if leader.country in _FIRST_WORD:
                    _enter(index.short, first, leader)
                elif not key.startswith(surname):
                    given.add(first)
            _enter(index.short, surname, leader)
            if leader.alone:
                alone.append((surname, leader))
    for surname, leader in alone:
        # "Haitham", "Ahmed": somebody's first name is no one's mark
        if surname not in given and surname not in _NO_MARK and (len(surname) >= _LEAST_CHARS or surname in _SHORT_MARKS):
            _enter(index.alone, surname, leader)
    return index


def _keys(name: str) -> tuple[str, str]:
    """Return the key of a name, and that of its last word, or of two when a hyphen joins them."""
    key, last = _key(name), name.rpartition(" ")[2]
    return key, _key(last) if "-" in last else key.rpartition(" ")[2]


def _enter(table: dict[str, list[Leader]], key: str, leader: Leader) -> None:
    held = table.setdefault(key, [])
    if not held or held[-1] is not leader:
        held.append(leader)


def load_leaders(path: Path) -> Iterator[Leader]:
    """Yield the terms of a table of leaders.

    Raises:
        DataFileError: A country is no known code, the office is not lower case, a year is none, or a term ends before it begins.
    """
    for line, row in read_table(path, _COLUMNS):
        if not is_party(row["country"]):
            raise DataFileError(path.name, line, f"country {row['country']!r} is no code of a state or organisation")
        if not row["office"] or row["office"] != row["office"].lower():
            raise DataFileError(path.name, line, f"office must be lower case, got {row['office']!r}")
        if row["surname_alone"] not in {"", "y"}:
            raise DataFileError(path.name, line, f"surname_alone must be y or empty, got {row['surname_alone']!r}")
        first, last = _year(path, line, row["from"]), _year(path, line, row["to"]) if row["to"] else _OPEN
        if last < first:
            raise DataFileError(path.name, line, f"the term ends in {last} before it begins in {first}")
        names = (row["name"], *split_list(row["variants"]))
        yield Leader(names=names, country=row["country"], office=row["office"], first=first, last=last, alone=row["surname_alone"] == "y")


def _year(path: Path, line: int, text: str) -> int:
    match = _YEAR.fullmatch(text)
    if match is None:
        raise DataFileError(path.name, line, f"expected a year or a month such as 2013-08, got {text!r}")
    return int(match[1])
