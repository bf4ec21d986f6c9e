"""Finds written acts: "a memorandum of understanding", "the Panmunjom Declaration", "the Treaty of Peace and Friendship of 1904"."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.errors import DataFileError
from dragoman.mentions.names import KnownName
from dragoman.mentions.words import Words, cut_words
from dragoman.values.mention import InstrumentName, Mention, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["find_written_acts"]

_FILE = "written_acts.toml"
_TYPES = frozenset(
    {
        "treaty",
        "agreement",
        "memorandum",
        "protocol",
        "declaration",
        "statement",
        "contract",
        "programme",
        "letter",
        "credentials",
        "invitation",
        "resolution",
    }
)
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_SIGNING = frozenset({"sign", "signed", "signing", "signs", "adopted", "adopt", "approved", "initialled", "concluded"})
_ORDINARY = frozenset(
    {
        "deal",
        "deals",
        "programme",
        "document",
        "documents",
        "message",
        "messages",
        "letter",
        "letters",
        "minutes",
        "resolution",
        "invitation",
    }
)


@dataclass(frozen=True, slots=True)
class _Nouns:
    by_last: Mapping[str, tuple[tuple[tuple[str, ...], str, bool], ...]]
    modifiers: frozenset[str]


@cache
def _nouns() -> _Nouns:
    table = tomllib.loads(resources.files("dragoman.mentions").joinpath(_FILE).read_text(encoding="utf-8"))
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for text, kind in table["nouns"].items():
        if kind not in _TYPES:
            raise DataFileError(_FILE, None, f"{text!r} has type {kind!r}, expected one of {sorted(_TYPES)}")
        words = cut_words(text, 0, len(text)).lower
        plural = (
            any(word.endswith(("s", "da")) and word not in {"minutes", "credentials", "address"} for word in (words[0], words[-1]))
            and kind != "credentials"
        )
        found.setdefault(words[0], []).append((words, kind, plural))
    by_first = {word: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for word, entries in found.items()}
    return _Nouns(by_first, frozenset(table["modifiers"]["words"]))


def find_written_acts(text: str, words: Words, names: tuple[KnownName, ...]) -> list[Mention]:
    """Find written acts in one sentence, in order.

    The mention covers the noun with its own modifiers and a name in capitals before it ("Khiva Declaration") or behind it ("Treaty of Peace
    and Friendship"). Leaves alone on purpose: "in agreement", "a great deal", a deal or document in general when nothing names it.
    """
    nouns = _nouns()
    starts = {name.first: name for name in names}
    ends = {name.last: name for name in names}
    found: list[Mention] = []
    index, free = 0, 0
    while index < len(words):
        match = _match(words, index, nouns)
        if match is None or index in starts and starts[index].last > index + 1:
            index += 1
            continue
        last, kind, plural = match
        first, codes, proper = _read_left(words, index, free, nouns, ends)
        capital = words.is_capital(index) and not words.shouting and index > 0
        if capital:
            last = _read_title_right(words, last)
        count = _count(words, first, plural=plural)
        definite = (
            words.lower[first - 1 : first] in {("the",), ("this",), ("that",), ("its",), ("their",), ("these",), ("those",)}
            if first
            else False
        )
        if not _is_idiom(words, index, last, first):
            span = Span(words.start[first], words.end[last - 1])
            named = InstrumentName(
                type=kind,
                title=span.cut(text),
                count=count,
                definite=definite,
                proper=proper or (capital and last - first > 1),
                countries=codes,
            )
            found.append(Mention(span=span, named=named))
            free = last
        index = max(last, index + 1)
    return found


def _match(words: Words, index: int, nouns: _Nouns) -> tuple[int, str, bool] | None:
    for phrase, kind, plural in nouns.by_last.get(words.lower[index], ()):
        last = words.find_end(index, phrase)
        if last is not None:
            return last, kind, plural
    return None


def _read_left(words: Words, index: int, free: int, nouns: _Nouns, ends: Mapping[int, KnownName]) -> tuple[int, tuple[str, ...], bool]:
    """Read modifiers, states and a proper name to the left of the noun."""
    first, codes, proper = index, [], False
    capital = words.is_capital(index) and not words.shouting
    while first > free:
        before = first - 1
        name = ends.get(first)
        if name is not None and name.first >= free:
            adjective = isinstance(name.named, StateName) and name.named.form in {StateForm.ADJECTIVE, StateForm.PEOPLE}
            glued = name.first > free and words.lower[name.first - 1] in {"-", "–", "and"}  # noqa: RUF001
            if not (capital or adjective or glued):
                break
            if name.named.code and isinstance(name.named, StateName) and (adjective or glued):
                codes.insert(0, name.named.code)
            elif capital:
                proper = True
            first = name.first
        elif words.lower[before] in nouns.modifiers or words.lower[before] in {"-", "–"}:  # noqa: RUF001
            first = before
        elif (
            capital
            and words.is_capital(before)
            and words.text[before].isalpha()
            and before > 0
            and words.lower[before] not in {"the", "a", "an"}
        ):
            first, proper = before, True
        elif (
            words.lower[before] == "and"
            and before - 1 >= free
            and (words.lower[before - 1] in nouns.modifiers or before in ends)
            and first < index
        ):
            first = before
        else:
            break
    while first < index and (
        words.lower[first] in {"-", "–", "and", "exchange"} or (words.is_glued(first) and words.lower[first - 1] == "-")
    ):  # noqa: RUF001
        first += 1
    return first, tuple(codes), proper


def _read_title_right(words: Words, last: int) -> int:
    """Read a title that goes on behind the noun in capitals: "Convention on Diplomatic Relations"."""
    index = last
    while (
        index < len(words)
        and words.lower[index] in {"of", "on", "for", "and", "the"}
        or (index < len(words) and index > last and words.is_capital(index))
    ):
        index += 1
    while index > last and not words.is_capital(index - 1):
        index -= 1
    return index


def _count(words: Words, first: int, *, plural: bool) -> int | None:
    if not plural or not first:
        return None
    before = words.lower[first - 1]
    return _NUMBERS.get(before) or (int(before) if before.isdigit() and len(before) < 3 else None)  # noqa: PLR2004 - no years


def _is_idiom(words: Words, index: int, last: int, first: int) -> bool:
    before = words.lower[index - 1] if index else ""
    before_two = words.lower[index - 2] if index > 1 else ""
    behind = words.lower[last] if last < len(words) else ""
    if (
        first == index
        and before in {"in", "great", "good", "into", "by", "no", "under"}
        and words.lower[index] in {"agreement", "deal", "contract", "convention", "protocol"}
    ):
        return before != "under"
    if words.lower[index] == "minutes":
        return not (before in {"the", "agreed"} or behind == "of" or before_two == "signed") or before.isdigit()
    if words.lower[index] in {"deals", "contracts"} and behind in {"with", "in"} and before in {"which", "that", "he", "she", "it", "who"}:
        return True
    signed = any(word in _SIGNING for word in words.lower[max(0, index - 4) : index])
    return words.lower[index] in {"programme", "program"} and first == index and not (signed and behind in {"of", "for", "on"})
