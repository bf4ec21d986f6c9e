"""The frames of the codebook, indexed by the words of a text: one look-up from a word form to what it may evoke."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.codebook.frame import Frame, FrameTrigger, TriggerKind
from dragoman.codebook.frame_files import FrameFile, read_frame_file
from dragoman.codebook.inflection import noun_forms, spellings, verb_forms
from dragoman.codebook.tables import DATA
from dragoman.codebook.word_lists import word_list
from dragoman.errors import DataFileError

__all__ = ["Frames", "load_frames", "read_frames", "version"]

Index = Mapping[str, tuple[FrameTrigger, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frames:
    """Every frame with its indexes; the keys of the indexes are word forms in lower case.

    The triggers of one form stand most specific first: those that ask for an object, then those with more words around the head, then in
    the order of the files. The first one whose conditions hold is the one that the word evokes.

    Attributes:
        by_name: Frame name to frame.
        by_verb_form: "denounced" to its triggers.
        by_noun_form: "denunciations" to its triggers.
        by_adjective_form: "ready" to its triggers.
        by_phrase_word: The longest word of a fixed phrase to the phrases that hold it.
    """

    by_name: Mapping[str, Frame]
    by_verb_form: Index
    by_noun_form: Index
    by_adjective_form: Index
    by_phrase_word: Index

    def cue_words(self) -> frozenset[str]:
        """Return the forms of which a sentence must hold one to evoke any frame.

        A light verb with a listed object ("give … aid") is cued by the object: the verb is in every other sentence.
        """
        cues = {*self.by_noun_form, *self.by_adjective_form, *self.by_phrase_word}
        light = word_list("light_verbs")
        for form, triggers in self.by_verb_form.items():
            for trigger in triggers:
                cues.update(trigger.frame.object if form in light and trigger.frame.object else (form,))
        return frozenset(cues)


@cache
def load_frames() -> Frames:
    """Return the packaged frames.

    Raises:
        DataFileError: A frame file breaks its rules.
    """
    return read_frames(sorted((DATA / "frames").glob("*.toml")))


def read_frames(paths: Iterable[Path]) -> Frames:
    """Read and check frame files together, in the order given.

    Raises:
        DataFileError: One of them breaks the rules of a file, two frames share a name, a frame points at a frame that is not there, a
            frame has no word to evoke it, or two frames cannot be told apart by their words.
    """
    files = [read_frame_file(path) for path in paths]
    by_name: dict[str, Frame] = {}
    for file in files:
        for frame in file.frames:
            if frame.name in by_name:
                raise DataFileError(file.name, file.lines[frame.name], f"there is another frame named {frame.name!r}")
            by_name[frame.name] = frame
    _check_references(files, by_name)
    _check_apart(files)
    triggers = [trigger for file in files for trigger in file.triggers]
    return Frames(
        by_name=MappingProxyType(by_name),
        by_verb_form=_index(triggers, TriggerKind.VERB),
        by_noun_form=_index(triggers, TriggerKind.NOUN),
        by_adjective_form=_index(triggers, TriggerKind.ADJECTIVE),
        by_phrase_word=_index(triggers, TriggerKind.PHRASE),
    )


@cache
def version() -> str:
    """Return the version of the codebook: the first 12 hex digits of the SHA-256 of its data files.

    It changes when any table or frame changes, and then claims made under it may change too.
    """
    digest = hashlib.sha256()
    for path in sorted((*DATA.rglob("*.toml"), *DATA.rglob("*.csv"))):
        digest.update(path.relative_to(DATA).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:12]


def _check_references(files: list[FrameFile], by_name: Mapping[str, Frame]) -> None:
    used = {trigger.frame.name for file in files for trigger in file.triggers}
    used |= {name for frame in by_name.values() for name in (frame.negated, frame.future) if name}
    for file in files:
        for frame in file.frames:
            for name in (frame.negated, frame.future):
                if name is not None and name not in by_name:
                    raise DataFileError(file.name, file.lines[frame.name], f"{frame.name} points at {name!r}, which is no frame")
            if frame.name not in used:
                raise DataFileError(file.name, file.lines[frame.name], f"{frame.name} has no word to evoke it")


def _check_apart(files: list[FrameFile]) -> None:
    """Demand that no two frames of one kind have the same trigger under conditions that can hold together."""
    seen: dict[tuple[object, ...], list[Frame]] = {}
    for file in files:
        for trigger in file.triggers:
            others = seen.setdefault((trigger.frame.kind, trigger.kind, trigger.preceding, trigger.lemma, trigger.following), [])
            for other in others:
                if other.object & trigger.frame.object or not (other.object or trigger.frame.object):
                    problem = f"{' '.join(trigger.words)!r} evokes {other.name} as well as {trigger.frame.name}"
                    raise DataFileError(file.name, file.lines[trigger.frame.name], problem)
            others.append(trigger.frame)


def _index(triggers: list[FrameTrigger], kind: TriggerKind) -> Index:
    found: dict[str, list[FrameTrigger]] = {}
    for trigger in triggers:
        if trigger.kind is kind:
            for form in _forms(trigger):
                found.setdefault(form, []).append(trigger)
    return MappingProxyType({form: tuple(sorted(same, key=_generality)) for form, same in found.items()})


def _forms(trigger: FrameTrigger) -> tuple[str, ...]:
    match trigger.kind:
        case TriggerKind.VERB:
            return verb_forms(trigger.lemma)
        case TriggerKind.NOUN:
            return noun_forms(trigger.lemma)
        case TriggerKind.ADJECTIVE:
            return spellings(trigger.lemma)
        case TriggerKind.PHRASE:
            return (max(trigger.lemma.split(), key=len),)


def _generality(trigger: FrameTrigger) -> tuple[bool, int]:
    return not trigger.frame.object, -len(trigger.preceding) - len(trigger.following)
