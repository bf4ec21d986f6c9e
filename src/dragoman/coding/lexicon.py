"""The coder's own lexicon: which words, in any order of grammar, speak for which PLOVER type.

It is broader and blunter than the codebook's frames: it need not find who acts and who is acted upon, since both are given, and it may be
wrong about a sentence that tells no event, since here one is told. Triggers are read from the TOML files of the folder ``lexicon``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.codebook import cameo_code, noun_forms, plover_types, verb_forms
from dragoman.codebook.tables import Table, read_table, words_at

__all__ = ["Lexicon", "Trigger", "WordClass", "load_lexicon", "read_lexicon"]

_FOLDER = Path(__file__).parent / "lexicon"
_LISTS = ("verbs", "nouns", "adjectives", "phrases")
_CONDITIONS = ("object", "excludes")
_FLAGS = ("weak", "mutual", "collective", "personal")
_SILENT_WORDS = frozenset({"a", "an", "the", "its", "his", "their"})


class WordClass(StrEnum):
    """How a trigger's first word is used."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """Words that speak for a type.

    Attributes:
        name: The rule, as ``accuse.criticise``.
        type: PLOVER's type.
        cameo: The most specific CAMEO code that the words give.
        kind: The class of the first word; in a phrase, every word stands as it is.
        words: The words in order as lemmas, articles and possessives left out.
        rest: For each word after the first, the forms it may have.
        object: When not empty, what the verb acts on is one of these, in the forms they may have.
        excludes: What the verb acts on is none of these.
        weak: True when the words say little: another trigger should win.
        mutual: True when both sides do it, so that either may be the actor.
        collective: True when people do it in a body and the words may name these people ("protesters").
        personal: True when the verb acts on somebody: "received the minister", not "received a letter".
    """

    name: str
    type: str
    cameo: str
    kind: WordClass
    words: tuple[str, ...]
    rest: tuple[frozenset[str], ...]
    object: frozenset[tuple[str, ...]]
    excludes: frozenset[tuple[str, ...]]
    weak: bool = False
    mutual: bool = False
    collective: bool = False
    personal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The triggers by the forms of their first word, in lower case."""

    by_form: Mapping[str, tuple[Trigger, ...]]


@cache
def load_lexicon() -> Lexicon:
    """Return the packaged lexicon.

    Raises:
        DataFileError: A file breaks its rules.
    """
    return read_lexicon(_FOLDER)


def read_lexicon(folder: Path) -> Lexicon:
    """Read and check the files of a folder, in the order of their names.

    Raises:
        DataFileError: A key, type or CAMEO code is not known, a code is of another type, a name stands twice, or a trigger has no words.
    """
    found: dict[str, list[Trigger]] = {}
    names: set[str] = set()
    for path in sorted(folder.glob("*.toml")):
        table = read_table(path)
        if set(table.data) != {"trigger"}:
            raise table.problem(f"a lexicon file holds [[trigger]] tables only, found {sorted(set(table.data) - {'trigger'})}")
        for cells in table.data["trigger"]:
            for trigger in _make_triggers(table, cells, names):
                for form in _first_forms(trigger):
                    found.setdefault(form, []).append(trigger)
    return Lexicon(by_form=MappingProxyType({form: tuple(triggers) for form, triggers in found.items()}))


def _make_triggers(table: Table, cells: Mapping[str, object], names: set[str]) -> list[Trigger]:
    name = cells.get("name")
    if not isinstance(name, str) or name in names:
        raise table.problem(f"a trigger needs a name of its own, found {name!r}", near=str(name))
    names.add(name)
    unknown = set(cells) - {"name", "type", "cameo", *_LISTS, *_CONDITIONS, *_FLAGS}
    if unknown:
        raise table.problem(f"{name} has the key {min(unknown)!r}, which is not known", near=name)
    kind, cameo = str(cells.get("type")), str(cells.get("cameo"))
    code = cameo_code(cameo)
    if kind not in plover_types() or code is None or code.plover != kind:
        raise table.problem(f"{name} has type {kind!r} and CAMEO code {cameo!r}, which do not go together", near=name)
    conditions = {key: _noun_phrases(words_at(table, cells.get(key, []), key)) for key in _CONDITIONS}
    flags = {key: bool(cells.get(key, False)) for key in _FLAGS}
    made = [
        _make_trigger(name, kind, cameo, word_class, text, conditions, flags)
        for key, word_class in zip(_LISTS, WordClass, strict=True)
        for text in words_at(table, cells.get(key, []), key)
    ]
    if not made:
        raise table.problem(f"{name} has no words", near=name)
    return made


def _make_trigger(  # noqa: PLR0913, PLR0917 - the cells of one entry
    name: str,
    kind: str,
    cameo: str,
    word_class: WordClass,
    text: str,
    conditions: Mapping[str, frozenset[tuple[str, ...]]],
    flags: Mapping[str, bool],
) -> Trigger:
    words = tuple(word for word in text.split() if word not in _SILENT_WORDS)
    is_verb = word_class is WordClass.VERB
    return Trigger(
        name=name,
        type=kind,
        cameo=cameo,
        kind=word_class,
        words=words,
        rest=tuple(frozenset((word,)) if word_class is WordClass.PHRASE else _later_forms(word) for word in words[1:]),
        object=conditions["object"] if is_verb else frozenset(),
        excludes=conditions["excludes"] if is_verb else frozenset(),
        weak=flags["weak"],
        mutual=flags["mutual"],
        collective=flags["collective"],
        personal=flags["personal"],
    )


def _noun_phrases(phrases: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """Return each phrase in the singular and the plural, as words."""
    return frozenset((*words[:-1], form) for phrase in phrases if (words := phrase.split()) for form in noun_forms(words[-1]))


@cache
def _later_forms(word: str) -> frozenset[str]:
    return frozenset((word, *noun_forms(word))) if word.isalpha() else frozenset((word,))


def _first_forms(trigger: Trigger) -> tuple[str, ...]:
    first = trigger.words[0]
    if trigger.kind is WordClass.VERB:
        return verb_forms(first)
    return noun_forms(first) if trigger.kind is WordClass.NOUN else (first,)
