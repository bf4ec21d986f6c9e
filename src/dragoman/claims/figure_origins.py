"""Where people and goods are from and where they are: "3 million Iranian pilgrims travelled to Iraq"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.claims.figure_clause import BILATERAL, Clause
from dragoman.claims.party_refs import Company, PartyRef
from dragoman.codebook.indicators import Cue

__all__ = ["counts_a_nation", "find_origin"]

_LEFT = re.compile(r"\b(?:left|leav(?:e|es|ing)|flee(?:s|ing)?|fled|quit)\s+(?:the\s+)?$", re.IGNORECASE)
_LEAVES = re.compile(r"\b(?:withdr|pull|remov|recall|bring)", re.IGNORECASE)
_ONE_WORD = re.compile(r"\s+(?:[a-z-]+\s+)?")
_EXCHANGED = re.compile(r"\b(?:exchang|swap)", re.IGNORECASE)
_WHERE = frozenset({"to", "in", "into", "through", "via", "across", "at", "on"})
_NEAR_CHARS = 40
_COUNTED_CHARS = 26  # "Afghan asylum seekers and", "Iranian university": an adjective further off belongs to another noun
_THROUGH_OR_OUT = frozenset({"freight", "troops"})
_COMES_FROM = frozenset({"tourists", "students", "displaced persons", "freight", "companies"})


def find_origin(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find where people or goods are from and where they are: "3 million Iranian pilgrims travelled to Iraq"."""
    refs = [ref for ref in clause.refs if clause.start <= ref.start < clause.end and ref.preposition != "according"]
    near = next((ref for ref in reversed(refs) if _is_counted(ref, cue, clause)), None)
    if near is not None and len(near.codes) > 1:
        return near.codes
    source = next((ref for ref in refs if _is_source(ref, cue, clause)), None)
    doer = _doer(refs, clause)
    origin = near or source or (doer if _can_be_origin(doer, cue, clause) else None)
    if origin is None and cue.indicator.name in _THROUGH_OR_OUT:
        return _unsaid_origin(refs, cue, clause, company, index)
    if origin is None:
        return ()
    where = next((ref for ref in refs if ref is not origin and ref.start > origin.start and _is_host(ref, cue, clause)), None)
    other = where or (doer if doer is not origin else None)
    if other is not None and (other is where or other.codes != origin.codes):
        hosts = [code for code in other.codes if code not in origin.codes]
        return tuple(dict.fromkeys((*origin.codes, *(hosts if other is where else hosts[:1])))) if hosts else ()
    return _unsaid_host(cue, origin, company, index, reverse=origin is doer)


def _unsaid_origin(refs: Sequence[PartyRef], cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Return the two that a text is about when goods pass through one, or troops leave it: "260,000 tonnes passed through Poland"."""
    sites = [ref for ref in clause.refs if clause.start <= ref.start < clause.end and len(ref.codes) == 1 and ref.codes[0] in company.main]
    if cue.indicator.name == "freight" and not refs and BILATERAL.search(clause.text, clause.start, clause.end):
        return tuple(sorted(set(company.pair_at(index))))
    host = next((ref for ref in sites if ref.preposition in _WHERE | {"from"} or _LEFT.search(clause.text[clause.start : ref.start])), None)
    if host is None or len(company.main) != 2 or any(ref.codes != host.codes and not ref.place for ref in refs if ref.end <= clause.amount):
        return ()
    return (next(code for code in company.main if code != host.codes[0]), host.codes[0])


def _doer(refs: Sequence[PartyRef], clause: Clause) -> PartyRef | None:
    """Return who keeps, sends or hosts: the last before the amount that stands under no preposition and owns nothing."""
    before = [ref for ref in reversed(refs) if ref.end <= clause.amount and not ref.place]
    free = (ref for ref in before if ref.preposition is None or (ref.preposition == "for" and clause.text.startswith(" to ", ref.end)))
    return next((ref for ref in free if not ref.possessive and ref.kind in {"name", "people", "person", "group"}), None)


def _is_host(ref: PartyRef, cue: Cue, clause: Clause) -> bool:
    """Say whether a reference behind the counted people is where they are, or leave: "in B", "withdraw from B", "left B for home"."""
    if ref.kind in {"person", "pronoun", "group"}:
        return False
    leaves = cue.indicator.name in {"troops", "displaced persons"}
    if ref.preposition is None:
        return leaves and not ref.possessive and _LEFT.search(clause.text[clause.start : ref.start]) is not None
    return ref.preposition in _WHERE or (leaves and ref.preposition == "from")


def _can_be_origin(doer: PartyRef | None, cue: Cue, clause: Clause) -> bool:
    """Say whether people counted without a nationality are the doer's: "Ghana keeps 700 soldiers in Liberia"."""
    if doer is None:
        return False
    if cue.indicator.name == "troops":
        return doer.kind == "name" and clause.amount - doer.end < _NEAR_CHARS
    return cue.indicator.name in {"freight", "companies"} or clause.unit == "scholarships"


def _unsaid_host(cue: Cue, origin: PartyRef, company: Company, index: int, *, reverse: bool) -> tuple[str, ...]:
    known = origin.codes[0]
    if reverse and cue.indicator.name == "freight":
        return ()
    counted = cue.voice == "gives" or cue.indicator.name != "displaced persons"
    other = company.other(known, index) if len(company.main) == 2 and known in company.main and counted else None
    if other is not None:
        return (other, known) if reverse and cue.indicator.name == "students" else (known, other)
    return (known,) if cue.indicator.name == "displaced persons" else ()


def counts_a_nation(cue: Cue, clause: Clause) -> bool:
    """Say whether a nationality is told of the people counted, and nothing of an exchange: "217 Indian fishermen"."""
    return any(_is_counted(ref, cue, clause) for ref in clause.refs) and not _EXCHANGED.search(clause.text, clause.start, clause.end)


def _is_counted(ref: PartyRef, cue: Cue, clause: Clause) -> bool:
    """Say whether a nationality belongs to the people or goods counted: "1,250 Portuguese companies", "38,000 Vietnamese study"."""
    if ref.kind == "pronoun" and ref.possessive and cue.indicator.name == "prisoners":
        return clause.behind <= ref.start < cue.start  # "96 of its own fishermen"
    behind = clause.behind <= ref.start and _ONE_WORD.fullmatch(clause.text, clause.behind, ref.start) is not None
    if ref.kind not in {"adjective", "people"} or (ref.start > max(cue.end, clause.behind + 2) and not behind):
        return False
    between = re.sub(r"\b(?:now|currently|still|already|young|registered)\b", "", clause.text[ref.end : cue.start])
    if clause.amount <= ref.start:
        return ref.start - clause.behind < _COUNTED_CHARS and "," not in clause.text[clause.behind : ref.start]
    return len(between) < _COUNTED_CHARS and not between.strip(" -")


def _is_source(ref: PartyRef, cue: Cue, clause: Clause) -> bool:
    if ref.kind in {"group", "pronoun"} or ref.start < cue.end:
        return False
    if cue.indicator.name in _COMES_FROM:
        return ref.preposition == "from"
    return ref.preposition in {"from", "of"} and ref.start - cue.end < 10 and not _LEAVES.search(clause.text, clause.start, cue.start)
