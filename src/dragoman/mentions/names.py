"""Finds the names that the knowledge base lists: states in every form, and organisations."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from dragoman import kb
from dragoman.mentions.words import Words, cut_words
from dragoman.values.mention import OrganisationName, StateForm, StateName

__all__ = ["KnownName", "NamedWords", "find_names", "make_named_words", "settle_ambiguous"]

_VENUE_NOUNS = frozenset(
    "talks negotiations conference summit meeting agreement accord accords convention deal declaration process statement forum format "
    "communique communiqué treaty protocol peace round airport stock exchange embassy suburb street university".split()
)
_NOT_THE_STATE = frozenset(
    "state county province national tech republicans democrats avenue street square river university prefecture".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownName:
    """A listed name at words ``[first, last)`` of a sentence.

    `candidates` holds the codes to choose from when the name alone does not decide; `caution` marks names that are also given names,
    federal states or ordinary words; `short` marks forms such as "the North" that count only when the document names a candidate in full.
    """

    first: int
    last: int
    named: StateName | OrganisationName
    candidates: tuple[str, ...] = ()
    caution: bool = False
    short: bool = False
    substate: bool = False

    @property
    def is_adjective(self) -> bool:
        """Say whether it is an adjective or a word for the people of a state."""
        return isinstance(self.named, StateName) and self.named.form in {StateForm.ADJECTIVE, StateForm.PEOPLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedWords:
    """The words of a sentence with the listed names that begin at a word and those that end before one."""

    words: Words
    starts: Mapping[int, KnownName]
    ends: Mapping[int, KnownName]


def make_named_words(words: Words, names: Sequence[KnownName]) -> NamedWords:
    """Index the listed names of a sentence by their ends."""
    return NamedWords(words=words, starts={name.first: name for name in names}, ends={name.last: name for name in names})


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    named: StateName | OrganisationName
    candidates: tuple[str, ...]
    caution: bool
    capitals: bool
    short: bool = False
    substate: bool = False


@cache
def _entries() -> Mapping[str, tuple[_Entry, ...]]:
    """Return the listed names by their first word, the longest first."""
    entries: dict[str, list[_Entry]] = {}
    ambiguous = kb.ambiguous_names()
    for state in kb.state_names():
        if state.text in ambiguous:
            continue
        _add(entries, state.text, StateName(code=state.code, form=state.form), (), caution=state.caution, substate=state.substate)
    for text, codes in ambiguous.items():
        named = StateName(code=codes[0], form=_ambiguous_form(text))
        _add(entries, text, named, tuple(codes), caution=False)
    for organisation in kb.organisations():
        _add(entries, organisation.text, OrganisationName(code=organisation.code, name=organisation.text), (), caution=organisation.caution)
    for text, candidates in _short_forms():
        words = cut_words(text, 0, len(text))
        named = StateName(code=candidates[0], form=StateForm.NAME)
        entries.setdefault(words.lower[0], []).append(_Entry(words.lower, named, candidates, caution=False, capitals=False, short=True))
    for phrase in kb.misleading_phrases():
        _add(entries, phrase, OrganisationName(code=None, name=phrase), (), caution=False)
    return {word: tuple(sorted(found, key=lambda entry: -len(entry.words))) for word, found in entries.items()}


def _short_forms() -> list[tuple[str, tuple[str, ...]]]:
    """Return forms that stand for a state only behind "the" and only when the document names it in full somewhere."""
    with resources.files("dragoman.mentions").joinpath("short_forms.csv").open(encoding="utf-8") as lines:
        return [(row["text"], tuple(row["codes"].split("|"))) for row in csv.DictReader(lines)]


def _ambiguous_form(text: str) -> StateForm:
    if text == "Brussels":
        return StateForm.CAPITAL
    return StateForm.ADJECTIVE if text.endswith(("ese", "an", "ean")) else StateForm.NAME


def _add(
    entries: dict[str, list[_Entry]],
    text: str,
    named: StateName | OrganisationName,
    candidates: tuple[str, ...],
    *,
    caution: bool,
    substate: bool = False,
) -> None:
    bare = text.removeprefix("the ").removeprefix("The ")
    words = cut_words(bare, 0, len(bare))
    if len(words):
        capitals = bare.isupper() and bare.replace(".", "").isalpha()
        entry = _Entry(words.lower, named, candidates, caution, capitals=capitals, substate=substate)
        entries.setdefault(words.lower[0], []).append(entry)


def find_names(words: Words) -> list[KnownName]:
    """Find listed names, longest first, without overlap, in order.

    Leaves alone on purpose: lower-case words ("turkey"), "Niger State", "Georgia National Guard". Abbreviations in capitals ("US") are
    read in capitals only.
    """
    entries = _entries()
    found: list[KnownName] = []
    index, count = 0, len(words)
    while index < count:
        entry = _match(words, index, entries.get(words.lower[index], ())) if words.text[index][0].isupper() else None
        if entry is None:
            index += 1
            continue
        last = index + len(entry.words)
        if entry.caution and _is_personal_name(words, last, entries):
            index = last + 1
            continue
        if entry.named.code is not None and not (entry.substate and _is_scene(words, index, entry.named)):
            found.append(_known_name(index, last, entry))
        index = last
    return found


def _known_name(first: int, last: int, entry: _Entry) -> KnownName:
    return KnownName(
        first=first,
        last=last,
        named=entry.named,
        candidates=entry.candidates,
        caution=entry.caution,
        short=entry.short,
        substate=entry.substate,
    )


def _is_scene(words: Words, index: int, named: StateName | OrganisationName) -> bool:
    """Say whether a part of a state is the place where something happens: "in Chechnya"."""
    before = index - 1 if index and words.lower[index - 1] == "the" else index
    return isinstance(named, StateName) and named.form is StateForm.NAME and before > 0 and words.lower[before - 1] in {"in", "at", "near"}


def _match(words: Words, index: int, entries: Sequence[_Entry]) -> _Entry | None:
    for entry in entries:
        last = words.find_end(index, entry.words)
        if last is None:
            continue
        if entry.capitals and not words.shouting and any(word.islower() for word in words.text[index:last]):
            continue
        if entry.capitals and words.shouting and words.text[index : index + 1] == ("US",):
            continue
        if entry.short and (index == 0 or words.lower[index - 1] != "the" or words.text[index].isupper() or _is_part_of_name(words, last)):
            continue
        if _is_venue(words, last, entry):
            continue
        if entry.caution and last < len(words) and words.lower[last] in _NOT_THE_STATE and words.is_capital(last):
            continue
        return entry
    return None


def _is_personal_name(words: Words, last: int, entries: Mapping[str, tuple[_Entry, ...]]) -> bool:
    """Say whether a name that is also a given name stands before another such name, as in "Chad Jordan"."""
    if words.shouting or not words.is_capital(last) or words.is_glued(last):
        return False
    following = next((entry for entry in entries.get(words.lower[last], ()) if words.find_end(last, entry.words) is not None), None)
    return following is not None and following.caution and isinstance(following.named, StateName)


def _is_venue(words: Words, last: int, entry: _Entry) -> bool:
    """Say whether a capital only says where something took place: "the Vienna talks", "the Paris Agreement"."""
    capital = isinstance(entry.named, StateName) and entry.named.form is StateForm.CAPITAL
    return capital and last < len(words) and words.lower[last] in _VENUE_NOUNS


def _is_part_of_name(words: Words, last: int) -> bool:
    """Say whether a short form goes on as a longer name: "the South China Sea", "the Council of Ministers"."""
    following = words.lower[last : last + 1]
    return words.is_capital(last) or following in {("of",), ("-",)}


def settle_ambiguous(names: Sequence[Sequence[KnownName]]) -> tuple[tuple[KnownName, ...], ...]:
    """Choose one code for each ambiguous name of a document: the candidate that the rest of the document names most, else the first.

    A short form ("the North"), and a metonym or organisation that is an ordinary word too ("the Home Office"), stays only where something
    else in the document names its state or organisation.
    """
    counts = Counter(name.named.code for sentence in names for name in sentence if not name.candidates)
    sure = Counter(name.named.code for sentence in names for name in sentence if not (name.candidates or name.caution))
    return tuple(tuple(_settle(name, counts) for name in sentence if _is_borne_out(name, counts, sure)) for sentence in names)


def _is_borne_out(name: KnownName, counts: Mapping[str | None, int], sure: Mapping[str | None, int]) -> bool:
    if name.short:
        return any(counts.get(code) for code in name.candidates)
    ordinary = isinstance(name.named, OrganisationName) or name.named.form is StateForm.METONYM
    return not (name.caution and ordinary) or bool(sure.get(name.named.code))


def _settle(name: KnownName, counts: Mapping[str | None, int]) -> KnownName:
    if not name.candidates:
        return name
    code = max(name.candidates, key=lambda candidate: (counts.get(candidate, 0), -name.candidates.index(candidate)))
    named: StateName | OrganisationName
    if isinstance(name.named, StateName) and len(code) == 3 and code.isalpha() and kb.capital_of(code) is not None:
        named = StateName(code=code, form=name.named.form)
    else:
        named = OrganisationName(code=code, name=code)
    return replace(name, named=named)
