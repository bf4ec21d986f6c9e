"""Reads numbers written in words: "forty", "one hundred and fifty", "half a million", "two dozen"."""

from __future__ import annotations

import re

__all__ = ["NUMBER_WORD", "SCALES", "read_number_words"]

_UNITS = {
    **dict(zip("zero one two three four five six seven eight nine ten eleven twelve".split(), range(13), strict=True)),
    **dict(zip("thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), range(13, 20), strict=True)),
}
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
_ARTICLE_BEFORE = frozenset({"hundred", "dozen", *SCALES})
_VOCABULARY = frozenset({*_UNITS, *_TENS, *_ARTICLE_BEFORE, "a", "an", "and", "half"})
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)
_GAP = re.compile(r"\s?-\s?|\s{1,3}")
_MOST_WORDS = 24  # the longest number under a trillion has 23 words

NUMBER_WORD = (
    rf"(?:{'|'.join((*_UNITS, *_TENS))})(?![\w])"
    rf"|an?\s(?={'|'.join(sorted(_ARTICLE_BEFORE))})"
    r"|half\s+an?\s(?=dozen|thousand|million|billion|trillion)"
)


def read_number_words(text: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """Read the number whose words begin at `start`.

    Returns:
        The value, one past its last code point, and whether it holds a scale word ("hundred", "dozen", "million"); None when no number
        stands there. "Hundreds of" and "several hundred" are no numbers.

    Example:
        >>> read_number_words("one hundred and fifty soldiers", 0, 30)
        (150, 21, True)
        >>> read_number_words("two and a half million", 0, 22)
        (2500000, 22, True)
    """
    words = _words_at(text, start, end)
    if not words:
        return None
    if words[0][0] == "half":
        return _read_half(words)
    return _Sum().read(words)


def _words_at(text: str, start: int, end: int) -> list[tuple[str, int]]:
    words: list[tuple[str, int]] = []
    position = start
    while len(words) < _MOST_WORDS:
        word = _WORD.match(text, position, end)
        if word is None:
            break
        lower = word.group().lower()
        if lower not in _VOCABULARY:
            break
        words.append((lower, word.end()))
        gap = _GAP.match(text, word.end(), end)
        if gap is None:
            break
        position = gap.end()
    return words


def _read_half(words: list[tuple[str, int]]) -> tuple[int, int, bool] | None:
    if len(words) < 3 or words[1][0] not in {"a", "an"}:
        return None
    whole = 12 if words[2][0] == "dozen" else SCALES.get(words[2][0])
    return None if whole is None else (whole // 2, words[2][1], True)


class _Sum:
    """Adds up number words from the left."""

    def __init__(self) -> None:
        self._done = 0
        self._open = 0.0
        self._last = ""
        self._scaled = False

    def read(self, words: list[tuple[str, int]]) -> tuple[int, int, bool] | None:
        stop: int | None = None
        index = 0
        while index < len(words):
            word, end = words[index]
            if word == "and":
                index, more = self._take_and(words, index)
                if not more:
                    break
                continue
            if not self._take(word, words[index + 1][0] if index + 1 < len(words) else ""):
                break
            stop = None if word in {"a", "an"} else end
            index += 1
        return None if stop is None else (round(self._done + self._open), stop, self._scaled)

    def _take_and(self, words: list[tuple[str, int]], index: int) -> tuple[int, bool]:
        following = [word for word, _ in words[index + 1 : index + 4]]
        if following[:2] == ["a", "half"] and self._open and following[2:] and following[2] in SCALES:
            self._open += 0.5
            return index + 3, True
        is_number = bool(following) and (following[0] in _UNITS or following[0] in _TENS)
        return index + 1, is_number and self._last in {"hundred", *SCALES}

    def _take(self, word: str, following: str) -> bool:
        """Add one word; False when it cannot continue the number."""
        if word in {"a", "an"}:
            taken = not self._last and following in _ARTICLE_BEFORE
            self._open = 1.0 if taken else self._open
        elif word in _UNITS:
            taken = not self._last or self._last in {"hundred", *SCALES} or (self._last in _TENS and 0 < _UNITS[word] < 10)
            self._open += _UNITS[word] if taken else 0
        elif word in _TENS:
            taken = not self._last or self._last in {"hundred", *SCALES}
            self._open += _TENS[word] if taken else 0
        elif word in {"hundred", "dozen"}:
            taken = 0 < self._open < 100 and self._last not in {"hundred", "dozen"}
            self._open *= (100 if word == "hundred" else 12) if taken else 1
            self._scaled = self._scaled or taken
        else:
            taken = word in SCALES and self._open > 0
            if taken:
                self._done, self._open, self._scaled = self._done + round(self._open * SCALES[word]), 0.0, True
        self._last = word if taken else self._last
        return taken
