"""Finds words that stand for parties or people named before: "the two sides", "both countries", "they", "the latter"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.mentions.words import Words
from dragoman.values.mention import GroupName, Mention, Pronoun
from dragoman.values.span import Span

__all__ = ["find_groups"]

_FILE = "groups.toml"
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5}
_PRONOUNS = {
    "he": Pronoun(gender="male"),
    "him": Pronoun(gender="male"),
    "his": Pronoun(gender="male", possessive=True),
    "she": Pronoun(gender="female"),
    "her": Pronoun(gender="female", possessive=True),
    "they": Pronoun(gender=None, plural=True),
    "them": Pronoun(gender=None, plural=True),
    "their": Pronoun(gender=None, plural=True, possessive=True),
    "it": Pronoun(gender="neuter"),
    "its": Pronoun(gender="neuter", possessive=True),
    "i": Pronoun(gender=None, first=True),
    "we": Pronoun(gender=None, plural=True, first=True),
    "us": Pronoun(gender=None, plural=True, first=True),
    "our": Pronoun(gender=None, plural=True, possessive=True, first=True),
    "my": Pronoun(gender=None, possessive=True, first=True),
    "me": Pronoun(gender=None, first=True),
}


_FIRST_WORDS = frozenset({"the", "both", "these", "those", "two", "its", "our", "all", "each"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _GroupWords:
    """The word lists of ``groups.toml``, which says what each is for."""

    people: frozenset[str]
    people_uncounted: frozenset[str]
    parties: frozenset[str]
    attributes: frozenset[str]
    behind_pair: frozenset[str]
    behind_latter: frozenset[str]
    one: tuple[tuple[tuple[str, ...], str], ...]


@cache
def _group_words() -> _GroupWords:
    table = tomllib.loads(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))
    lists: dict[str, frozenset[str]] = {}
    for name in ("people", "people_uncounted", "parties", "attributes", "behind_pair", "behind_latter"):
        words = table.get(name)
        if not isinstance(words, list) or not all(isinstance(word, str) and word == word.lower() for word in words):
            raise DataFileError(_FILE, None, f"{name!r} must be a list of lower-case words")
        lists[name] = frozenset(words)
    one = tuple((tuple(phrase.split()), kind) for kind, phrases in table["one"].items() for phrase in phrases)
    return _GroupWords(**lists, one=one)


def find_groups(words: Words) -> list[Mention]:
    """Find groups and pronouns in one sentence, in order, without overlap.

    Leaves alone on purpose: "officials" or "countries" without "the", "both" or "these"; "it" is kept, for "its neighbour".
    """
    lists = _group_words()
    found: list[Mention] = []
    free = 0
    for index, word in enumerate(words.lower):
        if index < free:
            continue
        group = _group_at(words, index, lists) if word in _FIRST_WORDS else None
        if group is not None:
            free, named = group
            found.append(Mention(span=Span(words.start[index], words.end[free - 1]), named=named))
        elif word in _PRONOUNS and words.text[index] not in {"US", "IT", "i"}:
            found.append(Mention(span=Span(words.start[index], words.end[index]), named=_PRONOUNS[word]))
    return found


def _group_at(words: Words, index: int, lists: _GroupWords) -> tuple[int, GroupName] | None:
    """Return where a group that begins at `index` ends, and the group."""
    for phrase, kind in lists.one:
        last = words.find_end(index, phrase)
        if last is not None:
            return last, GroupName(of=kind)
    after = index if words.lower[index] in {"two", "both"} else index + 1
    if words.lower[after : after + 1] == ("the",):
        after += 1
    count = _COUNTS.get(_word(words, after))
    after += count is not None
    if _word(words, after) == "of":
        return None
    return _group_noun(words, after, count, lists) or _latter(words, index, lists) or _pair(words, index, after, count, lists)


def _word(words: Words, index: int) -> str:
    return words.lower[index] if index < len(words) else ""


def _group_noun(words: Words, after: int, count: int | None, lists: _GroupWords) -> tuple[int, GroupName] | None:
    """Read "(the two) friendly | neighbours"."""
    while _word(words, after) in lists.attributes:
        after += 1
    noun = _word(words, after)
    if noun in lists.parties:
        return after + 1, GroupName(of="parties", count=count)
    if noun in lists.people and (count is not None or noun in lists.people_uncounted):
        return after + 1, GroupName(of="people", count=count)
    return None


def _latter(words: Words, index: int, lists: _GroupWords) -> tuple[int, GroupName] | None:
    """Read "the former", "the latter", "the pair"."""
    if words.lower[index] != "the":
        return None
    noun, behind = _word(words, index + 1), _word(words, index + 2)
    if noun in {"former", "latter"} and (not behind[:1].isalpha() or behind in lists.behind_latter):
        return index + 2, GroupName(of=noun)
    return (index + 2, GroupName(of="people", count=2)) if noun in {"pair", "duo"} else None


def _pair(words: Words, index: int, after: int, count: int | None, lists: _GroupWords) -> tuple[int, GroupName] | None:
    """Read "the two" and "both" that stand alone: "the two | discussed"."""
    behind = _word(words, after)
    if count is None or words.lower[index] not in {"the", "both"} or (behind[:1].isalpha() and behind not in lists.behind_pair):
        return None
    return after, GroupName(of="people", count=count)
