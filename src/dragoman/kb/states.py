"""Every form under which the press names a state: names, adjectives, people, capitals, metonyms and parts that act for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.errors import DataFileError
from dragoman.kb.spelling import fold, spell_out
from dragoman.kb.tables import read_table, split_list
from dragoman.values.mention import StateForm

__all__ = [
    "NamedState",
    "State",
    "ambiguous_names",
    "cautious_names",
    "load_state_names",
    "state_names",
    "states",
]

_FOLDER = Path(__file__).parent
_STATE_COLUMNS = ("code", "names", "adjectives", "people", "capitals")
_FORMS = ((StateForm.NAME, "names"), (StateForm.ADJECTIVE, "adjectives"), (StateForm.PEOPLE, "people"), (StateForm.CAPITAL, "capitals"))
_PLURAL = re.compile(r"(?P<stem>.+)\(s\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedState:
    """One spelling that names a state.

    Attributes:
        text: As written, case and all: ``US`` is a state, ``us`` is not.
        code: ISO 3166-1 alpha-3, ``XKX``, or the withdrawn code of a former state. For an ambiguous form the likeliest state.
        form: A form that is both an adjective and a word for the people is an adjective.
        caution: The form is also a personal name, a US state or an ordinary word: believe it only with other evidence.
        substate: It names a part of the state (Scotland, Chechnya), which counts as the state when it acts.
    """

    text: str
    code: str
    form: StateForm
    caution: bool = False
    substate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A state of today or a former one.

    Attributes:
        name: Short English name.
        capitals: The first one is the capital, the rest are seats of government and older spellings.
        currency: ISO 4217, None for a former state or an unpeopled territory.
        first: Year in which a former state began, None for a state of today.
        last: Year in which it ended, None for a state of today.
    """

    code: str
    name: str
    capitals: tuple[str, ...]
    currency: str | None
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class _Form:
    """A row's claim to a text, with the place to blame."""

    text: str
    code: str
    form: StateForm
    substate: bool
    file: str
    line: int


@cache
def states() -> Mapping[str, State]:
    """Return the states of today, then the former ones, by code."""
    found: dict[str, State] = {}
    for line, row in read_table(_FOLDER / "states.csv", (*_STATE_COLUMNS, "currency")):
        _add_state(found, row, "states.csv", line)
    for line, row in read_table(_FOLDER / "former_states.csv", (*_STATE_COLUMNS, "first", "last")):
        _add_state(found, row, "former_states.csv", line)
    return MappingProxyType(found)


def _add_state(found: dict[str, State], row: dict[str, str], file: str, line: int) -> None:
    code = row["code"]
    if code in found:
        raise DataFileError(file, line, f"code {code!r} stands twice")
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise DataFileError(file, line, f"code {code!r} is not three capital letters")
    names = split_list(row["names"])
    if not names:
        raise DataFileError(file, line, f"{code} has no name")
    found[code] = State(
        code=code,
        name=names[0],
        capitals=split_list(row["capitals"]),
        currency=row.get("currency") or None,
        first=int(row["first"]) if row.get("first") else None,
        last=int(row["last"]) if row.get("last") else None,
    )


@cache
def state_names() -> tuple[NamedState, ...]:
    """Return every spelling of every state, sorted by text; each text stands once.

    Forms that several states share carry the likeliest one; `ambiguous_names` has the rest.
    """
    return load_state_names(_FOLDER)


def load_state_names(folder: Path) -> tuple[NamedState, ...]:
    """Return the spellings that the tables in `folder` hold.

    Raises:
        DataFileError: A table breaks its rules, or two rows claim one text for different states and ``ambiguous.csv`` does not say so.
    """
    ambiguous = _load_ambiguous(folder)
    cautious = _load_cautious(folder)
    chosen: dict[str, _Form] = {}
    for form in _forms(folder):
        held = chosen.setdefault(form.text, form)
        if held.code == form.code:
            continue
        candidates = ambiguous.get(form.text, ())
        if held.code not in candidates or form.code not in candidates:
            problem = f"{form.text!r} names {form.code} here and {held.code} in {held.file}:{held.line}; list it in ambiguous.csv"
            raise DataFileError(form.file, form.line, problem)
        if candidates.index(form.code) < candidates.index(held.code):
            chosen[form.text] = form
    return tuple(
        NamedState(text=text, code=form.code, form=form.form, caution=fold(text) in cautious, substate=form.substate)
        for text, form in sorted(chosen.items())
    )


def _forms(folder: Path) -> Iterator[_Form]:
    """Yield the forms of all tables: names before adjectives before people, so that the first claim to a text is its form."""
    rows = [("states.csv", *entry) for entry in read_table(folder / "states.csv", (*_STATE_COLUMNS, "currency"))]
    rows += [("former_states.csv", *entry) for entry in read_table(folder / "former_states.csv", (*_STATE_COLUMNS, "first", "last"))]
    for form, column in _FORMS:
        for file, line, row in rows:
            for cell in split_list(row[column]):
                for text in _spellings(cell):
                    yield _Form(text, row["code"], form, False, file, line)  # noqa: FBT003 - a private record
    codes = {row["code"] for _, _, row in rows}
    for file, columns in (("substates.csv", ("text", "code", "form")), ("metonyms.csv", ("text", "code"))):
        for line, row in read_table(folder / file, columns):
            if row["code"] not in codes:
                raise DataFileError(file, line, f"code {row['code']!r} is no state of states.csv")
            try:
                kind = StateForm(row.get("form", "metonym"))
            except ValueError as error:
                raise DataFileError(file, line, f"form {row['form']!r} is none of {', '.join(StateForm)}") from error
            for text in _spellings(row["text"]):
                yield _Form(text, row["code"], kind, file == "substates.csv", file, line)


def _spellings(cell: str) -> tuple[str, ...]:
    """Return the texts that one table value stands for: ``Afghan(s)`` is Afghan and Afghans."""
    plural = _PLURAL.fullmatch(cell)
    words = (plural["stem"], plural["stem"] + "s") if plural else (cell,)
    return tuple(text for word in words for text in spell_out(word))


@cache
def ambiguous_names() -> Mapping[str, tuple[str, ...]]:
    """Return the forms that name several parties, each with its candidates, the likeliest first."""
    return MappingProxyType(_load_ambiguous(_FOLDER))


def _load_ambiguous(folder: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(folder / "ambiguous.csv", ("text", "candidates", "why")):
        candidates = split_list(row["candidates"])
        if len(set(candidates)) < 2:  # noqa: PLR2004 - one candidate is no choice
            raise DataFileError("ambiguous.csv", line, f"{row['text']!r} needs two candidates or more")
        for text in spell_out(row["text"]):
            found[text] = candidates
    return found


@cache
def cautious_names() -> frozenset[str]:
    """Return the folded forms that are also personal names, US states or ordinary words."""
    return _load_cautious(_FOLDER)


def _load_cautious(folder: Path) -> frozenset[str]:
    return frozenset(fold(row["text"]) for _, row in read_table(folder / "caution.csv", ("text", "why")))
