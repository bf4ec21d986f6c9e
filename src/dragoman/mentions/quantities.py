"""Finds amounts: money, masses, volumes, energy, percentages and counted people, with their value and unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman import kb
from dragoman.codebook.tables import read_rows
from dragoman.errors import DataFileError
from dragoman.mentions.number_words import NUMBER_WORD, SCALES, read_number_words
from dragoman.values.mention import Mention, Quantity, StateForm
from dragoman.values.span import Span

__all__ = ["find_quantities", "load_units"]

_FILE = Path(__file__).with_name("units.csv")
_ANCHOR = re.compile(
    rf"\d|(?<![\w-])(?:{NUMBER_WORD}|(?:a|one)[ -](?:third|quarter|fifth|tenth)\b|two[ -]thirds\b|three[ -]quarters\b|half\b)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,6})?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3}(?!\d))+|\d{1,15}(?:\.\d{1,6})?")
_JUNK = re.compile(r"[\w.,:/–-]*")
_SCALE = re.compile(
    r"[\s-]{0,8}(?:(?P<hundred>hundred)|(?P<thousand>thousand|k(?=\b))|(?P<million>million|mln|mn|m(?=\b))|(?P<billion>billion|bln|bn|b(?=\b))"
    r"|(?P<trillion>trillion|trln|tn))(?P<half>\s+and\s+a\s+half)?\b",
    re.IGNORECASE,
)
_TIMES = {"hundred": 100, **SCALES}
_RANGE = re.compile(r"\s?(?:[-–—]|\bto\b|\bor\b)\s?[^\w\s]{0,3}\d")
_TIGHT_RANGE = re.compile(
    r"\s?[-–—]\s?[^\w\s]{0,3}\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion|percent|per cent)\b)?", re.IGNORECASE
)
_GLUED_BEFORE = re.compile(r"(?:[^\W_]|[^\W_][-–/:.,])$")
_GLUED_AFTER = re.compile(r"[/:.,]?\d|[’']s\b|\s?°")
_WORD = re.compile(r"[\s-]{0,8}((?:U\.S\.|[^\W\d_]+[23]?|%)(?:-hours?)?)", re.IGNORECASE)
_APPROXIMATE = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|over|close to|up to|as many as|as much as|an estimated|more than|less than"
    r"|fewer than"
    r"|at least|in excess of|exceed(?:s|ed|ing)?)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\b(?:no|nos|number|articles?|resolutions?|page|chapter|law|id|flight|room|order|section|paragraph|decree|act|phase|top|grade|channel|route"
    r"|unscr)\.?\s+$",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:in|since|of|by|until|till|from|during|before|after|early|late|mid|year|fy|and|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)[\s-]+$",
    re.IGNORECASE,
)
_FRACTIONS = {"third": 1 / 3, "quarter": 0.25, "fifth": 0.2, "tenth": 0.1, "thirds": 2 / 3, "quarters": 0.75, "half": 0.5}
_COMPARED = re.compile(r"\s+(?:more|less|fewer|higher|lower|up|down|bigger|smaller)\b", re.IGNORECASE)
_CHANGED_BY = re.compile(
    r"\b(?:by|up|down|rose|grew|fell|dropped|jumped|climbed|declined|increased|decreased|shrank)\s+"
    r"(?:(?:about|around|nearly|almost|over|more than|some|roughly)\s+)?$",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r",?\s+(?:in all|in total|altogether)\b", re.IGNORECASE)
_SKIPPED_WORDS = frozenset(
    "former new more other additional further internally displaced foreign private illegal undocumented registered young political leading"
    " large small armed active major local and of its their the state-owned war-displaced international extra own young".split()
)
_CONVENTIONAL = {"rs": "rupee", "dollar": "USD", "dollars": "USD", "$": "USD", "pound": "GBP", "pounds": "GBP", "£": "GBP", "¥": "JPY"}
_VOWEL = re.compile("[aeiouy]")
_LONGEST_SIGN = 5
_KNOWN_ONES = re.compile(r"\b(?:the|these|those|both|other)\s+$", re.IGNORECASE)
_LEAST_CROWD = 10
_LOOK_BACK_CHARS = 28
_MOST_SKIPPED = 4


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write a unit: the words behind the first one, the unit, its factor."""

    rest: tuple[str, ...]
    unit: str
    factor: float
    glued: bool
    money: bool = False


@dataclass(frozen=True, slots=True)
class _Number:
    """A number read at ``[start, end)``, currency sign in front and scale behind included."""

    start: int
    end: int
    value: float
    scaled: bool
    grouped: bool
    currency: str | None
    in_words: bool


@dataclass(frozen=True, slots=True)
class _Tables:
    forms: Mapping[str, tuple[_Form, ...]]
    counted: Mapping[str, str]
    peoples: frozenset[str]
    signs: re.Pattern[str]
    codes: Mapping[str, str]


def find_quantities(text: str, start: int, end: int) -> list[Mention]:
    """Find amounts in ``text[start:end]``, in order and without overlap.

    A span covers the number with its scale, currency and the unit words right behind it, not "about" before it: ``$11 million``,
    ``23.5 billion yen``, ``1,500 soldiers``. In ``1,250 Portuguese companies`` it covers the number alone, the unit is still known.

    Leaves alone on purpose: dates, years, times, ordinals, ages, numbers of articles and resolutions, durations, small bare numbers
    ("two sides"), ranges ("5-10 million": no single value), and "hundreds of".

    Example:
        >>> [found] = find_quantities("Trade came to $11 million.", 0, 26)
        >>> found.named
        Quantity(value=11000000, unit='USD', approximate=False)
    """
    found: list[Mention] = []
    position = start
    while (anchor := _ANCHOR.search(text, position, end)) is not None:
        mention, position = _read_at(text, anchor.start(), position, end)
        if mention is not None:
            found.append(mention)
    return found


def load_units(path: Path) -> dict[str, list[_Form]]:
    """Load a table of units by first word.

    Raises:
        DataFileError: A factor is no positive number, a cell is empty, or a form stands twice.
    """
    name = f"{path.parent.name}/{path.name}"
    forms: dict[str, list[_Form]] = {}
    seen: set[str] = set()
    for line, (cell, unit, factor, glued) in read_rows(path, ("forms", "unit", "factor", "glued")):
        if not unit or not re.fullmatch(r"\d+(?:\.\d+)?", factor) or float(factor) <= 0 or glued not in {"yes", "no"}:
            raise DataFileError(name, line, f"a row needs a unit, a factor above 0, and yes or no, found {(unit, factor, glued)!r}")
        for form in cell.split("|"):
            words = tuple(form.lower().replace("-", " ").split())
            if not words or form in seen:
                raise DataFileError(name, line, f"the form {form!r} is empty or stands twice")
            seen.add(form)
            forms.setdefault(words[0], []).append(_Form(words[1:], unit, float(factor), glued == "yes"))
    return forms


@cache
def _tables() -> _Tables:
    forms = load_units(_FILE)
    counted = {
        words: form.unit for words, group in forms.items() for form in group if not form.rest and form.unit in {"persons", "companies"}
    }
    signs: set[str] = set()
    codes: dict[str, str] = {}
    for written, candidates in kb.currencies().items():
        unit = _CONVENTIONAL.get(written) or (candidates[0] if len(candidates) == 1 else written.removesuffix("s"))
        iso = {candidate.lower(): candidate for candidate in candidates}
        codes.update({written: unit, **iso})
        signs |= set(iso.values())
        if not written.isalpha():
            signs.add(written)
        elif not _VOWEL.search(written) and len(written) < _LONGEST_SIGN:
            signs |= {written.upper(), written.capitalize()}  # "KD 24 million", "Rs 5 billion", "R2.1 billion"
        if written[-1].isalpha():
            words = tuple(written.replace("-", " ").split())
            forms.setdefault(words[0], []).append(_Form(words[1:], unit, 1, glued=False, money=True))
    joined = "|".join(
        re.escape(sign) if sign.isalpha() else f"(?i:{re.escape(sign)})" for sign in sorted(signs, key=lambda sign: (-len(sign), sign))
    )
    return _Tables(
        forms={first: tuple(sorted(group, key=lambda form: -len(form.rest))) for first, group in forms.items()},
        counted=counted,
        peoples=frozenset(name.text for name in kb.state_names() if _is_people(name)),
        signs=re.compile(rf"(?<![^\W\d_])({joined})\.?\s?$"),
        codes=codes,
    )


def _is_people(name: kb.NamedState) -> bool:
    """Say whether a name counts people by itself: "38,000 Vietnamese", "1,150 Afghans"."""
    return name.form is StateForm.PEOPLE or (name.form is StateForm.ADJECTIVE and name.text.endswith(("ese", "ish", "ch", "ss")))


def _read_at(text: str, at: int, floor: int, end: int) -> tuple[Mention | None, int]:
    """Read the quantity at `at`; return it, or None, with the position to go on from."""
    if not text[at].isdigit():
        fraction = _read_fraction(text, at, floor, end)
        if fraction is not None:
            return fraction, fraction.span.end
        number = _read_words(text, at, floor, end)
        if number is None:
            return None, at + 1
    else:
        number, stop = _read_digits(text, at, floor, end)
        if number is None:
            return None, max(stop, at + 1)
    mention = _measure(text, number, floor, end)
    return mention, max(number.end, mention.span.end if mention else 0)


def _read_fraction(text: str, at: int, floor: int, end: int) -> Mention | None:
    words = _ANCHOR.match(text, at, end)
    fraction = _FRACTIONS.get(re.split(r"[ -]", words.group().lower())[-1]) if words else None
    if words is None or fraction is None:
        return None
    before = text[max(floor, at - 40) : at]
    if _COMPARED.match(text, words.end(), end) is None and _CHANGED_BY.search(before) is None:
        return None
    value = round(fraction * 100, 2)
    return Mention(span=Span(at, words.end()), named=Quantity(value=value, unit="%", approximate=_APPROXIMATE.search(before) is not None))


def _read_words(text: str, at: int, floor: int, end: int) -> _Number | None:
    read = read_number_words(text, at, end)
    if read is None:
        return None
    value, stop, scaled = read
    scaled = scaled and value >= 100
    sign = _tables().signs.search(text[max(floor, at - 6) : at]) if scaled else None  # "KD six million"
    currency = _tables().codes.get(sign[1].lower()) if sign else None
    first = max(floor, at - 6) + sign.start(1) if sign else at
    return _Number(first, stop, value, scaled, grouped=False, currency=currency, in_words=True)


def _read_digits(text: str, at: int, floor: int, end: int) -> tuple[_Number | None, int]:
    """Read a number in digits with its currency sign and scale; None with the end of what was skipped when it is none."""
    match = _DIGITS.match(text, at, end)
    if match is None:  # a digit of another script
        return None, at + 1
    before = text[max(floor, at - 6) : at]
    sign = _tables().signs.search(before)
    skip = _junk_end(text, at, end)
    if sign is not None and len(sign[1]) == 1 and sign[1].isalpha() and _SCALE.match(text, match.end(), end) is None:
        sign = None  # "the R2 road"
    if (sign is None and _GLUED_BEFORE.search(before)) or _GLUED_AFTER.match(text, match.end(), end) is not None:
        return None, skip
    value = float(re.sub(r"[,\u00a0\u202f\u2009]", "", match.group()))
    stop, scaled = match.end(), False
    scale = _SCALE.match(text, stop, end)
    if scale is not None and scale.lastgroup and _is_scale(text, scale, signed=sign is not None):
        name = next(group for group in _TIMES if scale[group])
        value, stop, scaled = (value + (0.5 if scale["half"] else 0)) * _TIMES[name], scale.end(), True
    if (tight := _TIGHT_RANGE.match(text, stop, end)) is not None:
        return None, tight.end()
    if sign is not None and not scaled and _RANGE.match(text, stop, end) is not None:
        return None, stop
    if text[stop - 1].isdigit() and text[stop : stop + 1].isalpha() and not _is_glued_unit(text, stop, end):
        return None, skip
    first = max(floor, at - 6) + sign.start(1) if sign else at
    currency = _tables().codes.get(sign[1].lower()) if sign else None
    return _Number(first, stop, _whole(value), scaled, "," in match.group() or not match.group().isascii(), currency, in_words=False), stop


def _junk_end(text: str, at: int, end: int) -> int:
    junk = _JUNK.match(text, at, end)
    return junk.end() if junk else at + 1


def _is_scale(text: str, scale: re.Match[str], *, signed: bool) -> bool:
    """Say whether a one-letter scale is one: "$30M" is, "5 m" is not."""
    word = scale.group().strip(" -")
    return len(word) > 1 or (signed and text[scale.start()].isalpha())


def _is_glued_unit(text: str, stop: int, end: int) -> bool:
    word = _WORD.match(text, stop, end)
    return word is not None and any(form.glued and not form.rest for form in _tables().forms.get(word[1].lower(), ()))


def _measure(text: str, number: _Number, floor: int, end: int) -> Mention | None:
    """Give `number` its unit; None when it counts nothing that a relation is told in."""
    before = text[max(floor, number.start - _LOOK_BACK_CHARS) : number.start]
    value, unit, stop = number.value, number.currency, number.end
    form, after = _unit_at(text, number.end, end)
    if unit is not None:
        stop = after if form is not None and form.money else stop
    elif form is not None:
        value, unit, stop = _whole(value * form.factor), form.unit, after
    else:
        unit = _counted_unit(text, number.end, end)
    if not _is_amount(text, number, before, unit, end):
        return None
    return Mention(
        span=Span(number.start, stop), named=Quantity(value=value, unit=unit, approximate=_APPROXIMATE.search(before) is not None)
    )


def _is_amount(text: str, number: _Number, before: str, unit: str | None, end: int) -> bool:
    if number.currency is not None:
        return True
    if unit == "persons" and number.in_words and number.value < _LEAST_CROWD and _KNOWN_ONES.search(before):
        return False  # "the two men" are those spoken of
    if _NUMBERED.search(before):
        return False
    year_like = not number.in_words and not number.scaled and not number.grouped and 1500 <= number.value < 2200
    if unit is not None:
        return not (year_like and _DATED.search(before))
    return number.scaled or number.grouped or (not year_like and number.value >= 10 and _IN_ALL.match(text, number.end, end) is not None)


def _unit_at(text: str, position: int, end: int) -> tuple[_Form | None, int]:
    """Return the unit that the words at `position` name, longest first, and one past it."""
    word = _WORD.match(text, position, end)
    if word is None:
        return None, position
    first = word[1].lower().replace(".", "")
    for form in _tables().forms.get(first.split("-")[0], ()):
        stop = _match_rest(text, word.end() if "-" not in first else word.start(1) + first.index("-"), end, form.rest)
        if stop is not None:
            return form, stop
    return None, position


def _match_rest(text: str, position: int, end: int, rest: tuple[str, ...]) -> int | None:
    for expected in rest:
        word = _WORD.match(text, position, end)
        if word is None or word[1].lower().split("-")[0] != expected:
            return None
        position = word.start(1) + len(expected)
    return None if text[position : min(end, position + 1)].isalpha() else position


def _counted_unit(text: str, position: int, end: int) -> str | None:
    """Return the unit of people or companies counted a few words further: "1,250 Portuguese companies", "38,000 Vietnamese"."""
    tables = _tables()
    unit: str | None = None
    for _ in range(_MOST_SKIPPED):
        word = _WORD.match(text, position, end)
        if word is None:
            return unit
        lower = word[1].lower()
        if lower in tables.counted:
            return tables.counted[lower]
        if word[1][0].isupper():
            unit = "persons" if word[1] in tables.peoples else unit
        elif lower not in _SKIPPED_WORDS:
            return unit
        position = word.end()
    return unit


def _whole(value: float) -> float:
    """Return `value` without the dust that binary fractions leave ("1.1 million"), an int when it is whole."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if rounded == int(rounded) else rounded
