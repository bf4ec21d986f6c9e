"""When two spellings name one person, one office or one subject."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from dragoman.kb import find_party

__all__ = ["fold", "is_same_office", "is_same_person", "may_hold", "share_subject", "subject_words"]

_REMEMBERED = 4096  # the names of one article come again in most comparisons
_WORD = re.compile(r"\w+")
_LETTERS = str.maketrans({"ı": "i", "đ": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a"})
_APOSTROPHES = str.maketrans("", "", "'’‘ʻʼ`")
_PARTICLES = frozenset("al el bin ibn bint von van de da di la dos du dr mr mrs ms sir".split())
_RANKS = frozenset("deputy former acting assistant first second vice under designate elect".split())
_SMALL = frozenset("united states kingdom republic u s us a an and at by for from in into of on or the to with its their between".split())
_ACTS = frozenset(
    "accord accords act agreement agreements arrangement charter contract contracts convention declaration declarations deal deals "
    "document documents framework government governments instrument joint letter letters memoranda memorandum memorandums message "
    "mou pact plan programme program project projects protocol protocols roadmap state statement statements treaty treaties "
    "tripartite bilateral understanding cooperation countries two several new number commission committee council dialogue forum "
    "group intergovernmental meeting session sides working works mixed".split()
)
_ANYONE = frozenset({"official", "officials", "minister", "leader", "delegation", "envoy", "representative", "side", "diplomat"})


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Return `text` as lower-case words without accents and apostrophes.

    Example:
        >>> fold("Hossein  Amīr-Abdollāhian")
        'hossein amir abdollahian'
    """
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS).translate(_APOSTROPHES))
    return " ".join(_WORD.findall("".join(letter for letter in plain if not unicodedata.combining(letter))))


def is_same_person(one: str, other: str) -> bool:
    """Say whether one name is the other, a part of it, or the same letters spaced otherwise.

    Example:
        >>> is_same_person("Quispe", "Rosa Quispe"), is_same_person("Li Na", "Li Wei")
        (True, False)
    """
    first, second = _name_words(one), _name_words(other)
    if not first or not second:
        return False
    if set(first) <= set(second) or set(second) <= set(first):
        return True
    run_one, run_other = "".join(first), "".join(second)
    return run_one.endswith(run_other) or run_other.endswith(run_one)


def is_same_office(one: str, other: str) -> bool:
    """Say whether one office is the other, or the other told at greater length; a deputy is never his minister.

    Example:
        >>> is_same_office("transport minister", "minister of transport and roads"), is_same_office("minister", "oil minister")
        (True, False)
    """
    first, second = _office_words(one), _office_words(other)
    if first == second:
        return bool(first)
    shorter = min(first, second, key=len)
    return len(shorter) > 1 and (first <= second or second <= first) and not (first ^ second) & _RANKS


def may_hold(one: str, other: str) -> bool:
    """Say whether somebody told only by the office `one` may be the holder of `other`: "the minister" may be any minister."""
    return is_same_office(one, other) or bool({fold(one), fold(other)} & _ANYONE)


@lru_cache(maxsize=_REMEMBERED)
def subject_words(title: str) -> frozenset[str]:
    """Return the words of a title that tell what it is about, the names of parties left out.

    Example:
        >>> subject_words("Iran-EU Memorandum of Understanding"), sorted(subject_words("Australian-Fijian Agreement on Fair Trade"))
        (frozenset(), ['fair', 'trade'])
    """
    return frozenset(word for word in fold(title).split() if word not in _SMALL and word not in _ACTS and find_party(word) is None)


def share_subject(one: Iterable[str], other: Iterable[str]) -> bool:
    """Say whether two sets of subject words share more than half of the smaller."""
    first, second = frozenset(one), frozenset(other)
    smaller = min(len(first), len(second))
    return bool(smaller) and 2 * len(first & second) > smaller


@lru_cache(maxsize=_REMEMBERED)
def _name_words(name: str) -> tuple[str, ...]:
    return tuple(word for word in fold(name).split() if word not in _PARTICLES)


@lru_cache(maxsize=_REMEMBERED)
def _office_words(office: str) -> frozenset[str]:
    return frozenset(fold(office).split()) - {"of", "for", "the", "and", "affairs", "to"}
