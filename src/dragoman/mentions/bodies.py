"""Finds standing bodies and their sittings: "the eleventh session of the Georgian-Armenian Intergovernmental Commission on Economic Cooperation"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.mentions.names import KnownName
from dragoman.mentions.words import Words
from dragoman.values.mention import BodyName, Mention, StateName
from dragoman.values.span import Span

__all__ = ["find_bodies", "read_ordinal"]

_FILE = "bodies.toml"
_TYPES = frozenset({"commission", "committee", "council", "working group", "forum", "dialogue"})
_UNITS = {
    word: n
    for n, word in enumerate(
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
    )
}
_TENS = {
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
_TENS_PREFIX = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SUFFIX = re.compile(r"(?:st|nd|rd|th)\Z")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class _BodyWords:
    nouns: Mapping[tuple[str, ...], str]
    standing: frozenset[str]
    needed: frozenset[str]
    sittings: frozenset[str]
    order: Mapping[str, str]


@cache
def _body_words() -> _BodyWords:
    table = tomllib.loads(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))
    nouns: dict[tuple[str, ...], str] = {}
    for text, kind in table["nouns"].items():
        if kind not in _TYPES:
            raise DataFileError(_FILE, None, f"{text!r} has type {kind!r}, expected one of {sorted(_TYPES)}")
        nouns[tuple(text.split())] = kind
    words = table["words"]
    order = dict.fromkeys(words["next"], "next") | dict.fromkeys(words["previous"], "previous")
    return _BodyWords(nouns, frozenset(words["standing"]), frozenset(words["needed"]), frozenset(words["sittings"]), order)


def read_ordinal(words: Words, last: int) -> tuple[int, int] | None:
    """Read an ordinal that ends at word `last` (exclusive): its value and its first word, or None.

    Reads "15th", "eleventh", "twenty-third" and, in capitals, "XV".
    """
    if last < 1:
        return None
    word = words.lower[last - 1]
    if last > 1 and _SUFFIX.fullmatch(word) and words.text[last - 2].isdigit() and words.is_glued(last - 1):
        return int(words.text[last - 2][:6]), last - 2
    if word in _TENS:
        return _TENS[word], last - 1
    unit = _UNITS.get(word)
    if unit is not None:
        if last > 3 and words.lower[last - 2] == "-" and words.lower[last - 3] in _TENS_PREFIX:  # noqa: PLR2004
            return _TENS_PREFIX[words.lower[last - 3]] + unit, last - 3
        return unit, last - 1
    text = words.text[last - 1]
    if len(text) > 1 and text.isupper() and set(word) <= set(_ROMAN) and not words.shouting:
        return _roman(word), last - 1
    return None


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word] + [0]
    return sum(-value if value < following else value for value, following in zip(values, values[1:], strict=False))


def find_bodies(text: str, words: Words, names: tuple[KnownName, ...]) -> list[Mention]:
    """Find bodies and sittings in one sentence, in order.

    A body needs a word such as "joint" or "intergovernmental", two states in its name, or a numbered sitting; a council of one state is none.
    A sitting without its body ("the next session", "the third dialogue") is found too.
    """
    lists = _body_words()
    starts = {name.first: name for name in names}
    ends = {name.last: name for name in names}
    found: list[tuple[int, int, BodyName]] = []
    index = 0
    while index < len(words):
        body = _read_body(text, words, index, lists, starts, ends)
        if body is not None:
            found.append(body)
            index = body[1]
            continue
        index += 1
    joined = [_with_sitting(words, body, lists) for body in found]
    kept = [body for body in joined if _is_standing(words, body, lists)]
    kept.extend(_bare_sittings(words, kept, lists))
    return [
        Mention(span=Span(words.start[first], words.end[last - 1]), named=named)
        for first, last, named in sorted(kept, key=lambda item: item[0])
    ]


def _read_body(
    text: str, words: Words, index: int, lists: _BodyWords, starts: Mapping[int, KnownName], ends: Mapping[int, KnownName]
) -> tuple[int, int, BodyName] | None:
    noun = next((phrase for phrase in (words.lower[index : index + 2], words.lower[index : index + 1]) if phrase in lists.nouns), None)
    if noun is None or index in starts:
        return None
    capital = words.is_capital(index) and not words.shouting
    first = index
    codes: list[str] = []
    while first > 0:
        before = first - 1
        name = ends.get(first) or (ends.get(first - 2) if words.is_possessive(first - 2) else None)
        if name is not None and isinstance(name.named, StateName):
            codes.insert(0, name.named.code)
            first = name.first
        elif name is not None and name.named.code and capital:
            codes.insert(0, name.named.code)
            first = name.first
        elif words.lower[before] in lists.standing and (not capital or words.is_capital(before) or words.lower[before] in lists.needed):
            first = before
        elif (
            words.lower[before] in {"-", "–", "and", ",", "&"}
            and first < index
            and before > 0
            and (before in ends or words.lower[before - 1] in lists.standing)
        ):  # noqa: RUF001
            first = before
        elif (
            capital
            and words.is_capital(before)
            and before > 0
            and words.text[before].isalpha()
            and words.lower[before] not in {"the", "a"}
            and read_ordinal(words, first) is None
        ):
            first = before
        else:
            break
    while first < index and words.lower[first] in {"-", "–", "and", ",", "&"}:  # noqa: RUF001
        first += 1
    last = index + len(noun)
    if capital:
        last = _read_subject(words, last)
    span_text = text[words.start[first] : words.end[last - 1]]
    named = BodyName(name=span_text, type=lists.nouns[noun], countries=tuple(dict.fromkeys(codes)))
    return first, last, named


def _read_subject(words: Words, last: int) -> int:
    """Read "on Trade, Economic and Cultural Cooperation" behind the noun."""
    index = last
    if words.lower[index : index + 1] not in {("on",), ("for",), ("of",)}:
        return last
    while index < len(words) and (words.is_capital(index) or words.lower[index] in {"on", "for", "of", "and", "the", ",", "-", "&"}):
        index += 1
    while index > last and not words.is_capital(index - 1):
        index -= 1
    return index


def _with_sitting(words: Words, body: tuple[int, int, BodyName], lists: _BodyWords) -> tuple[int, int, BodyName]:
    """Join "the 15th meeting of the" before a body, "'s third session" or "held its seventeenth meeting" behind it, or a bare ordinal."""
    first, last, named = body
    before = first - 1 if first and words.lower[first - 1] in {"the", "this", "their", "its", "a"} else first
    if before > 1 and words.lower[before - 1] == "of" and words.lower[before - 2] in lists.sittings:
        number, order, begin = _read_number(words, before - 2, lists)
        return begin, last, BodyName(name=named.name, type=named.type, number=number, sitting=True, order=order, countries=named.countries)
    ordinal = read_ordinal(words, first)
    if ordinal is not None:
        end = last + 1 if words.lower[last : last + 1] and words.lower[last] in lists.sittings else last
        return ordinal[1], end, BodyName(name=named.name, type=named.type, number=ordinal[0], sitting=True, countries=named.countries)
    if last < len(words) and words.lower[last] in lists.sittings:
        number, order, begin = _read_number(words, last, lists)
        return (
            min(begin, first),
            last + 1,
            BodyName(name=named.name, type=named.type, number=number, sitting=True, order=order, countries=named.countries),
        )
    order = lists.order.get(words.lower[first - 1]) if first else None
    return first, last, BodyName(name=named.name, type=named.type, sitting=False, order=order, countries=named.countries)


def _read_number(words: Words, index: int, lists: _BodyWords) -> tuple[int | None, str | None, int]:
    """Read the ordinal or "next" before a sitting noun at `index`; return number, order and where the phrase begins."""
    ordinal = read_ordinal(words, index)
    if ordinal is not None:
        return ordinal[0], None, ordinal[1]
    if index and words.lower[index - 1] in lists.order:
        return None, lists.order[words.lower[index - 1]], index - 1
    return None, None, index


def _is_standing(words: Words, body: tuple[int, int, BodyName], lists: _BodyWords) -> bool:
    first, last, named = body
    inside = frozenset(words.lower[first:last])
    if inside & lists.needed or len(named.countries) > 1:
        return True
    if named.type in {"council", "forum", "commission", "committee", "dialogue", "working group"} and named.sitting and named.number:
        return len(named.countries) != 1
    if named.type in {"dialogue", "forum", "council"} and not words.is_capital(last - 1):
        return False
    return words.lower[last : last + 1] == ("between",) or (named.sitting and words.lower[last : last + 2] == ("of", "the"))


def _bare_sittings(words: Words, bodies: list[tuple[int, int, BodyName]], lists: _BodyWords) -> list[tuple[int, int, BodyName]]:
    """Find sittings named without their body: "the sixth session", "its twelfth session", "the next meeting of the body"."""
    taken = {index for first, last, _ in bodies for index in range(first, last)}
    found: list[tuple[int, int, BodyName]] = []
    for index, word in enumerate(words.lower):
        if index in taken or word not in lists.sittings or word in {"edition"}:
            continue
        number, order, begin = _read_number(words, index, lists)
        if (number is None and order is None) or (order and word not in {"session", "sitting"}) or (number and word == "round"):
            continue
        if begin not in taken:
            found.append((begin, index + 1, BodyName(name=None, type=None, number=number, sitting=True, order=order)))
    return found
