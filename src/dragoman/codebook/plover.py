"""PLOVER and CAMEO: event types, modes, contexts, sectors, codes and scores, and the closed values of the other record kinds.

Source: PLOVER manual, draft 2.0, and its CAMEO conversion table (Open Event Data Alliance, CC BY-SA 4.0): codes and scores; the
definitions and labels are our own words. Goldstein scores as named in ``cameo.csv``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dragoman.codebook.tables import DATA, Table, read_rows, read_table, words_at
from dragoman.codebook.topics import topics
from dragoman.errors import DataFileError
from dragoman.values.claim import Kind

__all__ = [
    "CameoCode",
    "PloverType",
    "cameo_code",
    "cameo_codes",
    "contexts",
    "goldstein",
    "kind_values",
    "plover_types",
    "quad_class",
    "refine_cameo",
    "sectors",
]

_QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
_UNSCORED = "unscored"


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverType:
    """One of the sixteen event types.

    Attributes:
        quad: The quad class in words, ``verbal cooperation`` and so on.
        score: PLOVER's own, from -10 to +10.
        modes: Mode to its score, None for a mode that PLOVER gives none.
    """

    name: str
    quad: str
    score: float
    means: str
    modes: Mapping[str, float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """A CAMEO code, always a string; `plover` is the type that the codebook gives it."""

    code: str
    label: str
    goldstein: float
    plover: str


@cache
def _plover() -> Table:
    return read_table(DATA / "plover.toml")


@cache
def plover_types() -> Mapping[str, PloverType]:
    """Return the sixteen event types by name, in PLOVER's order.

    Raises:
        DataFileError: ``plover.toml`` breaks its rules.
    """
    table = _plover()
    types: dict[str, PloverType] = {}
    for name, cells in table.data["types"].items():
        near = f"[types.{name}]"
        if set(cells) != {"quad", "score", "means", "modes"}:
            raise table.problem(f"{name} must have quad, score, means and modes", near=near)
        if cells["quad"] not in _QUADS:
            raise table.problem(f"{name} has the quad class {cells['quad']!r}, expected one of {_QUADS}", near=near)
        modes = {mode: None if score == _UNSCORED else float(score) for mode, score in cells["modes"].items()}
        types[name] = PloverType(
            name=name, quad=cells["quad"], score=float(cells["score"]), means=cells["means"], modes=MappingProxyType(modes)
        )
    return MappingProxyType(types)


@cache
def contexts() -> tuple[str, ...]:
    """Return PLOVER's 37 contexts."""
    return words_at(_plover(), _plover().data["contexts"]["names"], "names")


@cache
def sectors() -> Mapping[str, str]:
    """Return PLOVER's sector codes with what they stand for."""
    return MappingProxyType(dict(_plover().data["sectors"]))


def quad_class(plover_type: str) -> str:
    """Return the quad class of an event type in words.

    Raises:
        KeyError: There is no such type.

    Example:
        >>> quad_class("COERCE")
        'material conflict'
    """
    return plover_types()[plover_type].quad


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """Return the CAMEO codes by code.

    Raises:
        DataFileError: ``cameo.csv`` breaks its rules.
    """
    codes: dict[str, CameoCode] = {}
    name = "codebook/cameo.csv"
    for line, (code, label, score, plover) in read_rows(DATA / "cameo.csv", ("code", "label", "goldstein", "plover")):
        if not code.isdigit() or code in codes:
            raise DataFileError(name, line, f"{code!r} is no new code of digits")
        if plover not in plover_types():
            raise DataFileError(name, line, f"{plover!r} is no PLOVER type")
        try:
            codes[code] = CameoCode(code=code, label=label, goldstein=float(score), plover=plover)
        except ValueError as error:
            raise DataFileError(name, line, f"{score!r} is no score") from error
    return MappingProxyType(codes)


def cameo_code(code: str) -> CameoCode | None:
    """Return what is known of a CAMEO code, or None.

    Example:
        >>> cameo_code("057").plover
        'SUPPORT'
        >>> cameo_code("57")
    """
    return cameo_codes().get(code)


def goldstein(code: str | None) -> float | None:
    """Return the Goldstein score of a CAMEO code, None for an unknown code or None.

    Example:
        >>> goldstein("046")
        7.0
    """
    found = cameo_codes().get(code) if code is not None else None
    return found.goldstein if found is not None else None


@cache
def kind_values() -> Mapping[Kind, Mapping[str, tuple[str, ...]]]:
    """Return the closed values of each record kind by field (``type``, ``stage``); events' types are PLOVER's."""
    table = read_table(DATA / "kinds.toml")
    values = {
        Kind(kind): MappingProxyType({field: words_at(table, words, field) for field, words in fields.items()})
        for kind, fields in table.data.items()
    }
    values[Kind.EVENT] = MappingProxyType({"type": tuple(plover_types())})
    return MappingProxyType(values)


@cache
def _refinements() -> Mapping[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    for line, (code, topic, refined) in read_rows(DATA / "cameo_refined.csv", ("code", "topic", "refined")):
        if code not in cameo_codes() or refined not in cameo_codes() or topic not in topics():
            raise DataFileError("codebook/cameo_refined.csv", line, f"{code!r}, {topic!r} or {refined!r} is not known")
        found[code, topic] = refined
    return MappingProxyType(found)


def refine_cameo(code: str, about: tuple[str, ...]) -> str:
    """Return the more specific code that the first fitting topic gives, or `code` itself.

    Example:
        >>> refine_cameo("033", ("humanitarian",))
        '0333'
    """
    return next((_refinements()[code, topic] for topic in about if (code, topic) in _refinements()), code)
