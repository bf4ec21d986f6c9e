"""Which language a text is in, cheaply for English."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dragoman.values.span import Span

__all__ = ["Language", "find_language"]

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    "the of and to said with that by from were his its which will their been this after would has have who they at it on for is was".split()
)
_SURE = frozenset("the of and to said with that from were which will their been this would they".split())
_MAX_CHARS = 6000  # a text of this length is told as well as a longer one
_LEAST_SURE_SHARE = 0.12  # English news has about 0.25 of these words, other languages that share their spellings under 0.05
_FEW_WORDS = 6  # below it names alone look like any language
_SHORT_WORDS = 12  # from here on, English without any function word is next to impossible
_LAST_LATIN = "\u024f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """A language as ISO 639-1 (639-3 where that has none), and how sure: 0 to 1."""

    code: str
    prob: float


def find_language(text: str, story: Sequence[Span], said: str | None = None) -> Language:
    """Return the language of the story.

    Function words decide for English; only a text without them is given to the language identifier, so that English news full of foreign
    names stays English. Short texts and tables, in which there is little to go by, are English unless the identifier is sure.

    Args:
        text: The text.
        story: Its story.
        said: The language that the carrier gives, as ``en`` or ``en-GB``: settles doubt, does not outweigh the text.
    """
    sample = _sample(text, story)
    words = _WORD.findall(sample.lower())
    if not words:
        return Language(code="en", prob=0.0)
    sure = sum(word in _SURE for word in words)
    if sure >= _LEAST_SURE_SHARE * len(words):
        return Language(code="en", prob=1.0)
    code, prob = _identifier().classify(sample)
    if code == "en":
        return Language(code="en", prob=prob)
    if sum(char > _LAST_LATIN for word in words for char in word) > 0.3 * sum(map(len, words)):
        return Language(code=code, prob=prob)
    english = sum(word in _ENGLISH for word in words)
    short = len(words) < _SHORT_WORDS
    in_doubt = len(words) < _FEW_WORDS or english >= 0.1 * len(words) or ((said or "").lower().startswith("en") and (english or short))
    needed_prob = 0.97 if in_doubt else 0.8 if english else 0.6 if short else 0.35
    return Language(code=code, prob=prob) if prob >= needed_prob else Language(code="en", prob=1 - prob)


def _sample(text: str, story: Sequence[Span]) -> str:
    """Return about `_MAX_CHARS` of the story, from its beginning, its middle and its end, so that one foreign quotation decides nothing."""
    if sum(span.end - span.start for span in story) <= _MAX_CHARS:
        return "\n".join(span.cut(text) for span in story)
    begin, end, third = story[0].start, story[-1].end, _MAX_CHARS // 3
    middle = (begin + end) // 2
    return "\n".join((text[begin : begin + third], text[middle : middle + third], text[end - third : end]))


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
