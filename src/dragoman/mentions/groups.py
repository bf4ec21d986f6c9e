"""Finds words that stand for parties or people named before: "the two sides", "both countries", "they", "the latter"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
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


@dataclass(frozen=True, slots=True)
class _GroupWords:
    people: frozenset[str]
    parties: frozenset[str]
    one: Mapping[str, tuple[str, ...]]


@cache
def _group_words() -> _GroupWords:
    table = tomllib.loads(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))
    for name in ("people", "parties"):
        if not all(isinstance(word, str) and word.islower() for word in table[name]["words"]):
            raise DataFileError(_FILE, None, f"[{name}] words must be lower case")
    return _GroupWords(
        frozenset(table["people"]["words"]),
        frozenset(table["parties"]["words"]),
        {kind: tuple(phrases) for kind, phrases in table["one"].items()},
    )


def find_groups(words: Words) -> list[Mention]:
    """Find groups and pronouns in one sentence, in order, without overlap.

    Leaves alone on purpose: "officials" or "countries" without "the", "both" or "these"; "it" is kept, for "its neighbour".
    """
    lists = _group_words()
    found: list[Mention] = []
    index = 0
    while index < len(words):
        group = _group_at(words, index, lists)
        if group is not None:
            last, named = group
            found.append(Mention(span=Span(words.start[index], words.end[last - 1]), named=named))
            index = last
            continue
        pronoun = _PRONOUNS.get(words.lower[index])
        if pronoun is not None and not (words.text[index] in {"US", "IT"} or (words.lower[index] == "i" and words.text[index] != "I")):
            found.append(Mention(span=Span(words.start[index], words.end[index]), named=pronoun))
        index += 1
    return found


def _group_at(words: Words, index: int, lists: _GroupWords) -> tuple[int, GroupName] | None:
    word = words.lower[index]
    if word not in {"the", "both", "these", "those", "two", "its", "our", "all", "each"}:
        return None
    for kind, phrases in lists.one.items():
        for phrase in phrases:
            last = words.find_end(index, tuple(phrase.split()))
            if last is not None:
                return last, GroupName(of=kind)
    after = index + 1 if word not in {"two", "both"} else index
    if words.lower[after : after + 1] == ("the",):
        after += 1
    count = None
    if after < len(words) and words.lower[after] in _COUNTS:
        count = _COUNTS[words.lower[after]]
        after += 1
    if after < len(words) and words.lower[after] == "of":
        return None
    return _group_noun(words, index, after, count, lists)


def _group_noun(words: Words, index: int, after: int, count: int | None, lists: _GroupWords) -> tuple[int, GroupName] | None:
    skipped = after
    while skipped < len(words) and words.lower[skipped] in {
        "neighbouring",
        "neighboring",
        "friendly",
        "brotherly",
        "other",
        "sister",
        "muslim",
        "senior",
        "top",
        "allied",
        "asian",
        "african",
        "european",
    }:
        skipped += 1
    if skipped < len(words):
        noun = words.lower[skipped]
        if noun in lists.parties:
            return skipped + 1, GroupName(of="parties", count=count)
        if noun in lists.people and (
            count is not None or noun in {"sides", "parties", "officials", "leaders", "ministers", "presidents", "diplomats", "delegations"}
        ):
            return skipped + 1, GroupName(of="people", count=count)
    word = words.lower[index]
    behind = words.lower[index + 1] if index + 1 < len(words) else ""
    if (
        word == "the"
        and behind in {"former", "latter"}
        and (
            index + 2 >= len(words)
            or not words.text[index + 2][0].isalpha()
            or words.lower[index + 2] in {"still", "did", "has", "had", "is", "was", "will", "said", "'s", "'"}
        )
    ):
        return index + 2, GroupName(of=behind)
    if word == "the" and behind in {"pair", "duo"}:
        return index + 2, GroupName(of="people", count=2)
    bare = words.lower[after] if after < len(words) else ""
    if (
        count is not None
        and (
            after >= len(words)
            or not bare[0].isalpha()
            or bare
            in {
                "met",
                "agreed",
                "also",
                "discussed",
                "held",
                "had",
                "have",
                "will",
                "are",
                "were",
                "signed",
                "exchanged",
                "said",
                "did",
                "spoke",
                "is",
                "was",
                "in",
                "to",
                "on",
                "at",
                "and",
                "can",
                "would",
                "stressed",
                "called",
                "expressed",
            }
        )
        and word in {"the", "both"}
    ):
        return after, GroupName(of="people", count=count)
    return None
