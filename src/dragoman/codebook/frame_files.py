"""Checked reading of frame files: TOML in, frames and triggers out, every mistake named with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dragoman.codebook.frame import PATHS, PREPOSITIONS, Complement, Frame, FrameTrigger, TriggerKind
from dragoman.codebook.inflection import noun_forms
from dragoman.codebook.plover import cameo_code, contexts, kind_values, plover_types
from dragoman.codebook.tables import Table, read_table
from dragoman.errors import DataFileError
from dragoman.values.claim import Kind, Status

__all__ = ["FrameFile", "read_frame_file"]

_NAME = re.compile(r"[a-z_]+\.[a-z_]+")
_WORDS = re.compile(r"[a-z]+(?:[ '-][a-z]+)*")
_AFTER = frozenset({*PREPOSITIONS, "as", "aside", "away", "back", "down", "forward", "home", "that", "up"})
_ROLES = ("actor", "recipient")
_TRIGGERS = {"verbs": TriggerKind.VERB, "nouns": TriggerKind.NOUN, "adjectives": TriggerKind.ADJECTIVE, "phrases": TriggerKind.PHRASE}
_NOUN_ROLES = ("noun_actor", "noun_recipient")
_LISTS = (*_TRIGGERS, *_ROLES, *_NOUN_ROLES, "contexts", "requires", "object", "excludes_object")
_FLAGS = ("mutual", "silent")
_STRINGS = ("name", "kind", "type", "mode", "cameo", "stage", "complement", "negated", "future", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameFile:
    """The frames of one file with their triggers, and the line on which each frame's name stands."""

    name: str
    frames: tuple[Frame, ...]
    triggers: tuple[FrameTrigger, ...]
    lines: Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One ``[[frame]]`` as read: its cells, and the lines ``[first, last)`` where it stands."""

    table: Table
    cells: Mapping[str, object]
    first: int
    last: int

    def problem(self, problem: str, near: str = "name") -> DataFileError:
        line = self.table.find_line(near, self.first, self.last) or self.first
        return DataFileError(self.table.name, line, problem)

    def text(self, key: str) -> str | None:
        value = self.cells.get(key)
        if value is not None and (not isinstance(value, str) or not value):
            raise self.problem(f"{key} must be a string, found {value!r}", key)
        return value

    def flag(self, key: str) -> bool:
        value = self.cells.get(key, False)
        if not isinstance(value, bool):
            raise self.problem(f"{key} must be true or false, found {value!r}", key)
        return value

    def words(self, key: str) -> tuple[str, ...]:
        value = self.cells.get(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) and word for word in value):
            raise self.problem(f"{key} must be a list of strings, found {value!r}", key)
        for word in value:
            if value.count(word) > 1:
                raise self.problem(f"{key} holds {word!r} twice", f'"{word}"')
        return tuple(value)

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str | None:
        value = self.text(key)
        if value is not None and value not in allowed:
            raise self.problem(f"{key} is {value!r}, expected one of {', '.join(allowed)}", key)
        return value

    def some_of(self, key: str, allowed: frozenset[str] | tuple[str, ...]) -> tuple[str, ...]:
        values = self.words(key)
        for value in values:
            if value not in allowed:
                raise self.problem(f"{key} holds {value!r}, which is not known", f'"{value}"')
        return values


def read_frame_file(path: Path) -> FrameFile:
    """Read and check one frame file.

    Raises:
        DataFileError: A key, type, mode, stage, CAMEO code, context, path or word is not known, or a name stands twice.
    """
    table = read_table(path)
    if set(table.data) - {"frame"}:
        raise table.problem(f"a frame file holds [[frame]] tables only, found {sorted(set(table.data) - {'frame'})}")
    frames: list[Frame] = []
    triggers: list[FrameTrigger] = []
    lines: dict[str, int | None] = {}
    for entry in _entries(table):
        frame = _make_frame(entry)
        if frame.name in lines:
            raise entry.problem(f"there is another frame named {frame.name!r}")
        lines[frame.name] = entry.table.find_line("name", entry.first, entry.last)
        frames.append(frame)
        triggers += _make_triggers(entry, frame)
    return FrameFile(name=table.name, frames=tuple(frames), triggers=tuple(triggers), lines=lines)


def _entries(table: Table) -> list[_Entry]:
    starts = [number for number, line in enumerate(table.lines, start=1) if line.strip() == "[[frame]]"]
    ends = [*starts[1:], len(table.lines) + 1]
    cells = table.data.get("frame", [])
    return [_Entry(table=table, cells=cell, first=first, last=last) for cell, first, last in zip(cells, starts, ends, strict=True)]


def _make_frame(entry: _Entry) -> Frame:
    for key in entry.cells:
        if key not in {*_LISTS, *_STRINGS, *_FLAGS}:
            raise entry.problem(f"there is no key {key!r} in a frame", key)
    name = entry.text("name") or ""
    if not _NAME.fullmatch(name):
        raise entry.problem(f"name is {name!r}, expected two lower-case words with a dot between them")
    kind = Kind(entry.one_of("kind", tuple(Kind)) or Kind.EVENT)
    roles = {role: entry.some_of(role, PATHS) for role in _ROLES}
    silent = entry.flag("silent")
    requires = entry.some_of("requires", _ROLES) or (() if silent else ("actor",))
    for role in requires:
        if not roles[role]:
            raise entry.problem(f"{name} requires {role} and gives it no path", "requires")
    complement, status = entry.one_of("complement", tuple(Complement)), entry.one_of("status", tuple(Status))
    frame = Frame(
        name=name,
        kind=kind,
        type=entry.one_of("type", kind_values()[kind].get("type", ())),
        mode=entry.text("mode"),
        cameo=entry.text("cameo"),
        contexts=entry.some_of("contexts", contexts()),
        stage=entry.one_of("stage", kind_values()[kind].get("stage", ())),
        actor=roles["actor"],
        recipient=roles["recipient"],
        requires=requires,
        mutual=entry.flag("mutual"),
        silent=silent,
        complement=Complement(complement) if complement else None,
        negated=entry.text("negated"),
        future=entry.text("future"),
        status=Status(status) if status else None,
        object=frozenset(form for noun in entry.words("object") for form in noun_forms(noun)),
        excludes_object=frozenset(form for noun in entry.words("excludes_object") for form in noun_forms(noun)),
    )
    _check_plover(entry, frame)
    return frame


def _check_plover(entry: _Entry, frame: Frame) -> None:
    """Demand that an event has a type, and that mode and CAMEO code are of that type."""
    if frame.kind is not Kind.EVENT:
        if frame.mode or frame.cameo or frame.contexts:
            raise entry.problem(f"{frame.name} is no event and has a mode, a CAMEO code or contexts", "mode" if frame.mode else "cameo")
        return
    if (frame.type is None) is not frame.silent:
        raise entry.problem(f"{frame.name} is {'silent and has a type' if frame.silent else 'an event without a type'}")
    if frame.type is None:
        return
    if frame.mode is not None and frame.mode not in plover_types()[frame.type].modes:
        raise entry.problem(f"{frame.type} has no mode {frame.mode!r}", "mode")
    if frame.cameo is not None:
        code = cameo_code(frame.cameo)
        if code is None:
            raise entry.problem(f"there is no CAMEO code {frame.cameo!r} in cameo.csv", "cameo")
        if code.plover != frame.type:
            raise entry.problem(f"CAMEO code {frame.cameo} is {code.plover}, not {frame.type}", "cameo")


def _make_triggers(entry: _Entry, frame: Frame) -> list[FrameTrigger]:
    makers: Mapping[TriggerKind, Callable[[str], tuple[tuple[str, ...], str, tuple[str, ...]]]] = {
        TriggerKind.VERB: _split_verb,
        TriggerKind.NOUN: _split_noun,
        TriggerKind.ADJECTIVE: _split_verb,
        TriggerKind.PHRASE: lambda text: ((), text, ()),
    }
    triggers: list[FrameTrigger] = []
    bare = replace(frame, object=frozenset(), excludes_object=frozenset())  # only a verb has an object to look at
    noun_actor, noun_recipient = (entry.some_of(key, PATHS) for key in _NOUN_ROLES)
    nominal = replace(bare, actor=noun_actor or frame.actor, recipient=noun_recipient or frame.recipient)
    for key, kind in _TRIGGERS.items():
        evoked = {TriggerKind.VERB: frame, TriggerKind.NOUN: nominal}.get(kind, bare)
        for text in entry.words(key):
            if not _WORDS.fullmatch(text):
                raise entry.problem(f"{key} holds {text!r}, expected lower-case words", f'"{text}"')
            preceding, lemma, following = makers[kind](text)
            triggers.append(FrameTrigger(frame=evoked, kind=kind, lemma=lemma, preceding=preceding, following=following))
    return triggers


def _split_verb(text: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    lemma, *following = text.split()
    return (), lemma, tuple(following)


def _split_noun(text: str) -> tuple[tuple[str, ...], str, tuple[str, ...]]:
    """Split "joint exercise with" into what stands before the head, the head, and the prepositions behind it."""
    words = text.split()
    head = next((index for index in range(len(words) - 1, -1, -1) if words[index] not in _AFTER), 0)
    return tuple(words[:head]), words[head], tuple(words[head + 1 :])
