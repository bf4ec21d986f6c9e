"""When two spellings name one person, and when two phrases name one office."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

from dragoman.codebook.tables import read_rows

__all__ = ["fold", "same_office", "same_person"]

_OFFICE_WORDS = Path(__file__).with_name("office_words.csv")
_WORD = re.compile(r"[a-z0-9]+")
_LETTERS = str.maketrans(
    # letters that Unicode does not take apart into a plain one and a mark
    {"ı": "i", "İ": "I", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "Æ": "AE"}
    | {"œ": "oe", "þ": "th", "ð": "d", "ə": "a", "Ə": "A"}
    | dict.fromkeys("’ʻʼ‘'", "")
)
_PARTICLES = frozenset("al el bin ibn von van de da dr mr mrs ms sheikh prince lord sir".split())
_RANKS = frozenset("deputy former acting assistant prime first second permanent elect vice under".split())
_FILLERS = frozenset("of for the and affairs s mr to".split())
_PORTFOLIO_BEHIND = re.compile(r"\bminister of (\w+)")
_ALIKE = 0.85  # two transliterations of one name differ by a letter or two


def fold(text: object) -> str:
    """Return `text` as lower-case ASCII words; a name in another script folds to nothing, and nothing is like it.

    Example:
        >>> fold("Đorđe Kovač-Łuk")
        'dorde kovac luk'
    """
    decomposed = unicodedata.normalize("NFKD", str(text or "").translate(_LETTERS))
    return " ".join(_WORD.findall(decomposed.encode("ascii", "ignore").decode().lower()))


def same_person(one: object, other: object) -> bool:
    """Say whether one name has all the words of the other, or both are nearly the same letters; particles and titles do not count.

    Example:
        >>> same_person("Kenzhebekov", "Arman Kenzhebekov"), same_person("Arman Kenzhebekov", "Arman Suleimenov")
        (True, False)
    """
    words, others = _name_words(one), _name_words(other)
    if not words or not others:
        return False
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    return SequenceMatcher(None, " ".join(words), " ".join(others)).ratio() >= _ALIKE


def same_office(one: object, other: object) -> bool:
    """Say whether one office has all the words of the other, in any order, with the same rank; a bare "minister" is no office.

    Example:
        >>> same_office("minister of defense", "defence minister"), same_office("deputy defence minister", "defence minister")
        (True, False)
    """
    words, others = _office_words(one), _office_words(other)
    if words == others:
        return bool(words)
    within = words <= others or others <= words
    return within and min(len(words), len(others)) > 1 and not (words ^ others) & _RANKS


def _name_words(name: object) -> list[str]:
    return [word for word in fold(name).split() if word not in _PARTICLES]


def _office_words(office: object) -> frozenset[str]:
    folded = fold(office)
    for phrase, plain in _replacements():
        folded = phrase.sub(plain, folded)
    return frozenset(_PORTFOLIO_BEHIND.sub(r"\1 minister", folded).split()) - _FILLERS


@cache
def _replacements() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{re.escape(said)}\b"), means) for _, (said, means) in read_rows(_OFFICE_WORDS, ("said", "means")))
