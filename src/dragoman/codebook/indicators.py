"""The indicators of figures: which words evoke each one, what it counts and how its parties are found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.codebook.inflection import verb_forms
from dragoman.codebook.tables import DATA, Table, read_table, words_at

__all__ = ["Cue", "Indicator", "Indicators", "indicators", "load_indicators"]

_NAMES = frozenset(
    "trade turnover|exports|imports|investment|aid|loan|debt|energy volume|freight|passengers|tourists|students|displaced persons"
    "|prisoners|troops|companies|other".split("|")
)
_ROLES = frozenset({"mutual", "giver", "debtor", "origin"})
_LISTS = ("nouns", "patterns", "gives", "takes", "weak")
_KEYS = frozenset({"name", "counts", "roles", "requires", "excludes", "explicit", *_LISTS})
_WORDS = frozenset("approximate up down planned proposed denied reached other_sums comparison".split())
_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """What a figure measures.

    Attributes:
        name: As in the codebook.
        counts: Units it may have; ``money`` stands for every currency.
        roles: ``mutual``, ``giver``, ``debtor`` or ``origin``.
        explicit: True when both parties must be named in the sentence.
        requires: Must be found in the sentence, when given.
        excludes: Must not be found in the sentence.
    """

    name: str
    counts: frozenset[str]
    roles: str
    explicit: bool
    requires: re.Pattern[str] | None
    excludes: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Words at ``[start, end)`` of a text that evoke an indicator. ``voice``: ``noun``, ``gives``, ``takes`` or ``weak``."""

    start: int
    end: int
    indicator: Indicator
    voice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicators:
    """The whole table: one pattern for all cues, what each of its groups evokes, and the words around an amount as alternatives."""

    pattern: re.Pattern[str]
    evoked: Mapping[str, tuple[Indicator, str]]
    words: Mapping[str, str]

    def find_cues(self, text: str, start: int, end: int) -> tuple[Cue, ...]:
        """Find the cues in ``text[start:end]``, in order, without overlap."""
        return tuple(self._cue(match) for match in self.pattern.finditer(text, start, end))

    def _cue(self, match: re.Match[str]) -> Cue:
        indicator, voice = self.evoked[match.lastgroup or ""]
        return Cue(start=match.start(), end=match.end(), indicator=indicator, voice=voice)


@cache
def indicators() -> Indicators:
    """Return the packaged indicators."""
    return load_indicators(DATA / "indicators.toml")


def load_indicators(path: Path) -> Indicators:
    """Load a table of indicators.

    Raises:
        DataFileError: A name, role, key or measure is unknown, a pattern does not compile, or a word evokes two indicators.
    """
    table = read_table(path)
    measures = {name: words_at(table, units, name) for name, units in table.data.get("measures", {}).items()}
    groups: list[str] = []
    evoked: dict[str, tuple[Indicator, str]] = {}
    seen: dict[str, str] = {}
    for entry in table.data.get("indicator", []):
        indicator = _indicator(table, entry, measures)
        for voice, words in _cue_words(table, entry).items():
            for word in words:
                if seen.setdefault(word, indicator.name) != indicator.name:
                    raise table.problem(f"{word!r} evokes both {seen[word]!r} and {indicator.name!r}", near=word)
            if words:
                group = f"c{len(groups)}"
                evoked[group] = indicator, voice
                groups.append(rf"(?P<{group}>{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})")
    joined = "|".join(groups)
    return Indicators(pattern=_compile(table, rf"(?<![\w-])(?:{joined})(?!\w|-\w)"), evoked=evoked, words=_word_lists(table))


def _word_lists(table: Table) -> dict[str, str]:
    """Return each list of ``[words]`` as one group of alternatives."""
    lists = table.data.get("words", {})
    if set(lists) != _WORDS:
        raise table.problem(f"[words] must have exactly {sorted(_WORDS)}, found {sorted(lists)}", near="[words]")
    joined = {name: f"(?:{'|'.join(words_at(table, words, name))})".replace(" ", r"\s+") for name, words in lists.items()}
    for pattern in joined.values():
        _compile(table, pattern)
    return joined


def _cue_words(table: Table, entry: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the regular expressions of an entry by voice."""
    lists = {key: words_at(table, entry.get(key, []), key) for key in _LISTS}
    nouns = tuple(r"\s+".join(map(re.escape, noun.split())) for noun in lists["nouns"])
    patterns = tuple(pattern.replace(" ", r"\s+") for pattern in lists["patterns"])
    return {"noun": nouns + patterns, **{voice: _every_form(lists[voice]) for voice in ("gives", "takes", "weak")}}


def _every_form(verbs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for verb in verbs for form in verb_forms(verb)))


def _indicator(table: Table, entry: Mapping[str, Any], measures: Mapping[str, tuple[str, ...]]) -> Indicator:
    name = entry.get("name", "")
    if name not in _NAMES:
        raise table.problem(f"no indicator is called {name!r}", near=f'"{name}"')
    if unknown := sorted(set(entry) - _KEYS):
        raise table.problem(f"indicator {name!r} has unknown keys {unknown}", near=unknown[0])
    if entry.get("roles") not in _ROLES:
        raise table.problem(f"indicator {name!r} needs roles out of {sorted(_ROLES)}, found {entry.get('roles')!r}", near=f'"{name}"')
    counts: set[str] = set()
    for measure in words_at(table, entry.get("counts", []), "counts"):
        if measure != "money" and measure not in measures:
            raise table.problem(f"indicator {name!r} counts {measure!r}, which [measures] does not list", near=f'"{measure}"')
        counts.update(measures.get(measure, (measure,)))
    return Indicator(
        name=name,
        counts=frozenset(counts),
        roles=entry["roles"],
        explicit=bool(entry.get("explicit", False)),
        requires=_compile(table, entry["requires"]) if "requires" in entry else None,
        excludes=_compile(table, entry["excludes"]) if "excludes" in entry else _NEVER,
    )


def _compile(table: Table, pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.IGNORECASE)
    except re.error as error:
        raise table.problem(f"{pattern[:60]!r} is no regular expression: {error}", near=pattern[:20]) from error
