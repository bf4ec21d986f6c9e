"""The words of one sentence: what every finder of mentions reads."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Words", "cut_words"]

_WORD = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_MOSTLY_CAPITALS = 0.8
_LONG_WORD_CHARS = 5
_ENOUGH_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One sentence cut into runs of letters, runs of digits and single marks.

    Hyphens and apostrophes are words of their own, so ``Georgian-Armenian`` is three words and ``Iran's`` is three.

    Attributes:
        text: The words as written.
        lower: The same, case-folded, apostrophes made alike.
        start: Offsets in the document.
        end: One past the last code point of each.
        shouting: True when nearly every letter is a capital (a headline in capitals): case tells nothing there.
        titled: True when nearly every long word begins with a capital (a Headline Like This One): names cannot be told from words.
    """

    text: tuple[str, ...]
    lower: tuple[str, ...]
    start: tuple[int, ...]
    end: tuple[int, ...]
    shouting: bool
    titled: bool = False

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.text)

    def is_glued(self, index: int) -> bool:
        """Say whether word `index` follows the word before it without a space."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def is_capital(self, index: int) -> bool:
        """Say whether word `index` begins with a capital letter."""
        return index < len(self.text) and self.text[index][0].isupper()

    def find_end(self, index: int, phrase: tuple[str, ...]) -> int | None:
        """Return one past the last word when `phrase` (case-folded words) stands at `index`, else None."""
        last = index + len(phrase)
        return last if self.lower[index:last] == phrase else None

    def is_possessive(self, index: int) -> bool:
        """Say whether ``'s`` (or a bare apostrophe behind an s) stands at `index`."""
        if index >= len(self.text) or self.lower[index] != "'" or not self.is_glued(index):
            return False
        follows_s = self.lower[index - 1].endswith("s") and not self.is_glued(index + 1) if index + 1 < len(self.text) else False
        return follows_s or (index + 1 < len(self.text) and self.lower[index + 1] == "s" and self.is_glued(index + 1))

    def skip_possessive(self, index: int) -> int:
        """Return the index behind a possessive mark at `index`, or `index` when there is none."""
        if not self.is_possessive(index):
            return index
        return index + 2 if index + 1 < len(self.text) and self.lower[index + 1] == "s" and self.is_glued(index + 1) else index + 1


def cut_words(text: str, start: int, end: int) -> Words:
    """Cut ``text[start:end]`` into words with offsets in `text`."""
    found = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]
    letters = [character for character in text[start:end] if character.isalpha()]
    capitals = sum(character.isupper() for character in letters)
    long_words = [word for word, _, _ in found if len(word) >= _LONG_WORD_CHARS and word[0].isalpha()]
    lower_words = sum(word[0].islower() for word in long_words)
    return Words(
        text=tuple(word for word, _, _ in found),
        lower=tuple("'" if word in "’‘`ʼ" else word.lower() for word, _, _ in found),
        start=tuple(first for _, first, _ in found),
        end=tuple(last for _, _, last in found),
        shouting=len(letters) > 0 and capitals / len(letters) > _MOSTLY_CAPITALS,
        titled=len(long_words) >= _ENOUGH_WORDS and lower_words == 0,
    )
