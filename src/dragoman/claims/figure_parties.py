"""Whose figure it is: the parties around the words that evoke it, the first one first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.claims.party_refs import Company, PartyRef
from dragoman.codebook.indicators import Cue

__all__ = ["Clause", "find_parties"]

_OPENER = re.compile(r"\b(?:that|which|who|where|while|whereas|although)\b\s|[:;—–]\s|[\"“”]", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:received?|receives|receiving|obtain(?:ed|s)?|got|gets|secured?|sought|seeks?|request(?:ed|s)?|borrow(?:ed|s)?)\b", re.IGNORECASE)
_CREDITOR_ACTS = re.compile(
    r"\b(?:put off|postpone|forg[ia]ve|forgiven|cancel(?:led|ed)?|writ(?:e|ten) off|wrote off|reschedul|restructur|defer|waive|pardon|release|collect)",
    re.IGNORECASE,
)
_BILATERAL = re.compile(
    r"\b(?:bilateral|two-way|mutual|reciprocal|cross-border|their|our|both|the two|across (?:the|their) border|(?:shared|common) border"
    r"|two neighbou?rs|the neighbou?rs)\b",
    re.IGNORECASE,
)
_POINTS_AWAY = re.compile(
    r"\b(?:to|from|with|for|into|in) (?:the|that|this|its) (?:[\w-]+ ){0,2}?"
    r"(?:country|state|nation|neighbou?r|producer|colony|republic|kingdom|partner|side|market|sultanate|emirate|island|archipelago|power)\b",
    re.IGNORECASE,
)
_AUXILIARIES = re.compile(
    r"(?:['’]s)?(?:\s+(?:for|has|had|have|will|would|to|also|is|are|was|were|be|been|already|again|now|then|recently|[a-z]+ly)\b|,?\s+(?:which|that|who)\b|\s)*"
)
_NEW_SUBJECT = re.compile(r",?\s+(?:and|but)\s+(?!(?:has|had|have|will|would|also|is|to|was|then|later|thus|already)\b)(?=\S+\s+\S)", re.IGNORECASE)
_FOREIGN_OWNER = re.compile(r"[A-Z][\w.-]*['’]s?\s+(?:\w+\s+){0,2}$")
_SENT_TO = re.compile(r"(?:\s+(?:in|of|worth of)(?:\s+[\w-]+){1,4}?)?\s+to\s+(?:the\s+)?[A-Z(]")
_GROUP_SIZES = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_AMONG = re.compile(rf"\b(?:among|of|between) the ({'|'.join(_GROUP_SIZES)})\b(?! (?:months|years|days))", re.IGNORECASE)
_WHERE = frozenset({"to", "in", "into", "through", "via", "across", "at", "on"})
_NEAR_CHARS = 40
_COUNTED_CHARS = 26  # "Afghan asylum seekers and", "Iranian university": an adjective further off belongs to another noun
_COMES_FROM = frozenset({"tourists", "students", "displaced persons", "freight"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The stretch ``[start, end)`` of a text in which one cue takes its parties.

    Attributes:
        amount: Where the amount begins.
        behind: Where it ends.
        unit: What it counts.
        refs: Of the whole sentence.
    """

    text: str
    start: int
    end: int
    amount: int
    behind: int
    unit: str | None
    refs: tuple[PartyRef, ...]

    def acting(self) -> tuple[PartyRef, ...]:
        """Return the references of the clause that can act or be acted on: no places, no sources."""
        return tuple(ref for ref in self.refs if self.start <= ref.start < self.end and not ref.place and ref.preposition != "according")


def find_parties(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Return the parties of the figure that `cue` evokes, or none when they cannot be told.

    Args:
        cue: The evoking words.
        clause: Where to look.
        company: Who is spoken of around the sentence.
        index: Of the sentence in the document.
    """
    match cue.indicator.roles:
        case "mutual":
            return _mutual(cue, clause, company, index)
        case "debtor":
            return _debt(cue, clause, company, index)
        case "origin":
            return _origin(cue, clause, company, index)
        case _:
            return _giver(cue, clause, company, index)


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))


def _mutual(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find the sides of what both do: "trade between A and B", "A's trade with B", "A-B trade", "bilateral trade"."""
    refs = [ref for ref in clause.acting() if ref.kind != "person"]
    joint = [ref for ref in refs if ref.preposition in {"between", "among", "of", "with"} and len(ref.codes) > 1 and ref.start > cue.start]
    if joint:
        return _sorted(joint[0].codes)
    partners = [ref for ref in refs if ref.preposition in {"with", "between"} and ref.start > cue.start]
    if partners:
        return _partners(cue, refs, partners, company, index)
    groups = [ref for ref in refs if len(ref.codes) > 1]
    if groups:
        return _sorted(min(groups, key=lambda ref: abs(ref.start - cue.start)).codes)
    named = _once(code for ref in refs for code in ref.codes)
    if len(named) == 2 and cue.indicator.name != "passengers":
        return _sorted(named)
    return _unsaid_sides(cue, clause, named, company, index)


def _partners(cue: Cue, refs: Sequence[PartyRef], partners: Sequence[PartyRef], company: Company, index: int) -> tuple[str, ...]:
    partner = partners[0].codes[0]
    owners = [ref for ref in refs if ref.end <= cue.end and (ref.preposition in {None, "of", "for", "by"} or ref.possessive)]
    nearest = [*reversed(owners), *partners[1:], *refs]
    owner = next((ref.codes[0] for ref in nearest if len(ref.codes) == 1 and ref.codes[0] != partner), None) or company.other(partner, index)
    return _sorted((owner, partner)) if owner else ()


def _unsaid_sides(cue: Cue, clause: Clause, named: tuple[str, ...], company: Company, index: int) -> tuple[str, ...]:
    """Find the sides of "bilateral trade" or "trade across the border" among those told about."""
    among = _AMONG.search(clause.text, clause.start, clause.end)
    if among is not None and not named:
        return _sorted(company.group_of(_GROUP_SIZES[among[1].lower()]))
    if not named and _FOREIGN_OWNER.search(clause.text[max(clause.start, cue.start - _NEAR_CHARS) : cue.start]):
        return ()
    bilateral = _BILATERAL.search(clause.text, clause.start, clause.end) is not None
    if cue.indicator.name == "prisoners" and not bilateral:
        return ()
    if len(named) == 1:
        other = company.other(named[0], index) if bilateral else None
        return _sorted((named[0], other)) if other else ()
    pair = company.pair_at(index) if not named else ()
    return _sorted(pair) if bilateral or set(pair) == set(company.main) else ()


def _giver(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find who gives, exports, lends, and to whom.

    "A's exports to B", "A gave B 5 dollars", "5 dollars for B, promised by A", "B received 5 dollars from A", "A's imports from B".
    """
    takes = cue.indicator.name == "imports" or cue.voice == "takes" or (cue.voice == "noun" and _is_taken(cue, clause))
    givers, takers = _around(cue, clause, takes=takes)
    if not givers and not takers:
        return ()
    if cue.voice == "takes" and cue.indicator.name == "aid" and not givers:
        return ()
    takers = takers or _opposite(givers, clause, cue, company, index)
    givers = givers or _opposite(takers, clause, cue, company, index)
    takers = tuple(code for code in takers if code not in givers)
    return _once((*givers, *takers)) if givers and takers else ()


def _is_taken(cue: Cue, clause: Clause) -> bool:
    found = _TAKES.search(clause.text, clause.start, clause.end)
    return found is not None and found.start() < cue.start


def _around(cue: Cue, clause: Clause, *, takes: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (giver, taker) as far as the clause says them; `takes` when the subject is the taker."""
    refs = clause.acting()
    after = [ref for ref in refs if ref.start >= cue.end]
    owner = _owner(cue, refs)
    subject = owner if owner is not None else _subject(cue, clause, refs)
    origins = {"from", "by"} if takes or cue.voice == "noun" else {"by"}
    source = next((ref for ref in after if ref.preposition in origins and not (ref.kind == "pronoun" and ref.possessive)), None)
    of_owner = next((ref for ref in after if ref.preposition == "of" and ref.kind != "pronoun"), None) if cue.voice == "noun" else None
    target = _target(cue, clause, refs, subject)
    if takes:
        taker = subject if subject is not None and subject is not source else target
        return _codes_of(source), _codes_of(taker) if taker is not source else ()
    giver = source if source is not None else subject if subject is not None else of_owner
    if any(ref.kind == "pronoun" and not ref.possessive and ref.codes == _codes_of(giver) and ref.end < clause.amount for ref in after):
        return (), ()  # "Denmark gave it 4 million": nobody gives to himself, so whom "it" means is not known
    if target is giver:
        target = None
    if giver is not None and target is None and giver is source and subject is not None and cue.voice == "noun" and cue.indicator.name in {"loan", "aid"}:
        target = subject
    if giver is not None and len(giver.codes) == 2 and target is None and cue.voice != "weak":
        return giver.codes[:1], giver.codes[1:]
    return _codes_of(giver), _codes_of(target)


def _codes_of(ref: PartyRef | None) -> tuple[str, ...]:
    return ref.codes if ref is not None else ()


def _owner(cue: Cue, refs: Sequence[PartyRef]) -> PartyRef | None:
    """Return who owns a noun: "Saudi investments", "Iran's total export"; for a verb form only what stands right before it."""
    reach = _NEAR_CHARS if cue.voice == "noun" else 14
    return next((ref for ref in reversed(refs) if ref.possessive and 0 <= cue.start - ref.end < reach), None) if cue.voice in {"noun", "gives"} else None


def _subject(cue: Cue, clause: Clause, refs: Sequence[PartyRef]) -> PartyRef | None:
    """Return who acts: what stands right before the verb, else the first of the innermost clause that stands under no preposition.

    None when a new subject that names no party stands between ("and the builders promised").
    """
    before = [ref for ref in refs if ref.end <= cue.start]
    if before and cue.voice != "noun" and before[-1].preposition is None and _AUXILIARIES.fullmatch(clause.text, before[-1].end, cue.start):
        return before[-1]
    changed = max((match.end() for match in _NEW_SUBJECT.finditer(clause.text, clause.start, cue.start)), default=None)
    if cue.voice != "noun" and changed is not None and not any(ref.start >= changed for ref in before):
        return None
    opened = clause.start
    for match in _OPENER.finditer(clause.text, clause.start, cue.start):
        if any(ref.start >= match.end() for ref in before):
            opened = match.end()
    for floor in (opened, clause.start):
        free = [ref for ref in before if ref.start >= floor and ref.preposition is None]
        if free:
            return free[0]
    return next((ref for ref in reversed(before) if ref.preposition == "of"), None)


def _target(cue: Cue, clause: Clause, refs: Sequence[PartyRef], subject: PartyRef | None) -> PartyRef | None:
    """Return the receiver: under "to", "for" or "into", else between verb and amount ("gave Georgia 35 million"), else under "in"."""
    others = [ref for ref in refs if ref is not subject and (subject is None or ref.codes != subject.codes)]
    after = [ref for ref in others if ref.start >= cue.end or (cue.voice == "noun" and subject is not None and ref.start > subject.end)]
    for words in (("to", "into", "towards", "toward"), ("for",)):
        found = next((ref for ref in after if ref.preposition in words), None)
        if found is not None:
            return found
    brink = max(cue.start, clause.amount)
    free = [ref for ref in after if ref.preposition is None and not ref.possessive and ref.kind != "person" and ref.end <= brink]
    if free and (cue.voice != "noun" or cue.indicator.name in {"loan", "aid"}):
        return free[0]
    if cue.indicator.name in {"aid", "investment", "loan"}:
        return next((ref for ref in after if ref.preposition in {"in", "of", "on"}), None)
    return None


def _opposite(known: tuple[str, ...], clause: Clause, cue: Cue, company: Company, index: int) -> tuple[str, ...]:
    """Return the party opposite a known one: the only other of the clause or sentence, else the one told about before."""
    if cue.voice == "weak" and _SENT_TO.match(clause.text, clause.behind, clause.end):
        return ()
    here = _others(known, clause.acting()) or _others(known, [ref for ref in clause.refs if not ref.place and ref.preposition != "according"])
    if here:
        return here if len(here) == 1 and cue.indicator.name not in {"exports", "imports"} else ()
    is_money = clause.unit is not None and len(clause.unit) == 3 and clause.unit.isupper()
    if cue.indicator.explicit or (cue.voice == "weak" and (cue.indicator.name != "aid" or is_money)):
        return ()
    if cue.indicator.name in {"exports", "imports"} and not _POINTS_AWAY.search(clause.text, clause.start, clause.end):
        return ()
    other = company.other(known[0], index)
    if other is None and cue.indicator.name in {"aid", "loan"} and cue.voice != "noun":
        other = company.topic(known[0])
    return (other,) if other else ()


def _others(known: tuple[str, ...], refs: Iterable[PartyRef]) -> tuple[str, ...]:
    return _once(code for ref in refs if ref.kind not in {"group", "pronoun"} for code in ref.codes if code not in known)


def _debt(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find who owes whom: "A owes B", "A's debt to B", "A asked B to put off the repayment of a debt"."""
    refs = clause.acting()
    before = [ref for ref in refs if ref.end <= cue.start]
    relief = _CREDITOR_ACTS.search(clause.text, clause.start, cue.start)
    owner = next((ref for ref in reversed(before) if ref.possessive), None)
    debtor: PartyRef | None = None
    creditor: PartyRef | None = None
    if cue.voice == "gives":
        debtor = next((ref for ref in reversed(before) if ref.preposition is None), None)
        creditor = next((ref for ref in refs if ref.start >= cue.end), None)
    elif relief is not None:
        creditor = next((ref for ref in reversed(before) if ref.end <= relief.start()), None)
        debtor = owner if owner is not creditor else None
    else:
        debtor = owner if owner is not None else _subject(cue, clause, refs)
        creditor = next((ref for ref in refs if ref.start >= cue.end and ref.preposition in {"to", "with", "by"}), None)
    first, second = _codes_of(debtor)[:1], _codes_of(creditor)[:1]
    if first == second:
        second = ()
    if not first and not second:
        return ()
    known = first or second
    rest = _others(known, refs)
    other = rest if len(rest) == 1 else tuple(filter(None, (company.other(known[0], index) or company.topic(known[0]),)))
    return (first or other) + (second or other) if other or (first and second) else ()


def _origin(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find where people or goods are from and where they are: "3 million Iranian pilgrims travelled to Iraq"."""
    refs = [ref for ref in clause.refs if clause.start <= ref.start < clause.end and ref.preposition != "according"]
    near = next((ref for ref in reversed(refs) if _is_counted(ref, cue, clause)), None)
    if near is not None and len(near.codes) > 1:
        return near.codes
    source = next((ref for ref in refs if _is_source(ref, cue)), None)
    subject = _subject(cue, clause, clause.acting())
    origin = near or source or (subject if cue.indicator.name not in {"displaced persons", "tourists"} else None)
    if origin is None or (origin is subject and origin.kind in {"person", "pronoun"} and cue.indicator.name != "students"):
        shared = cue.indicator.name == "freight" and not refs and _BILATERAL.search(clause.text, clause.start, clause.end)
        return _sorted(company.pair_at(index)) if shared else ()
    where = next((ref for ref in refs if ref is not origin and ref.preposition in _WHERE and ref.start > origin.start and ref.kind != "person"), None)
    host = subject if subject is not None and subject.codes != origin.codes else None
    other = where or host
    if other is not None:
        hosts = [code for code in other.codes if code not in origin.codes]
        return _once((*origin.codes, *(hosts if other is where else hosts[:1]))) if hosts else ()
    return _unsaid_host(cue, clause, origin, company, index, reverse=origin is subject)


def _unsaid_host(cue: Cue, clause: Clause, origin: PartyRef, company: Company, index: int, *, reverse: bool) -> tuple[str, ...]:
    known = origin.codes[0]
    here = _others(origin.codes, [ref for ref in clause.acting() if ref.kind != "person"])
    other = here[0] if len(here) == 1 else None
    if other is None and not here and len(company.main) == 2 and known in company.main:
        other = company.other(known, index)
    if other is not None:
        return (other, known) if reverse and cue.indicator.name == "students" else (known, other)
    return (known,) if cue.indicator.name == "displaced persons" else ()


def _is_counted(ref: PartyRef, cue: Cue, clause: Clause) -> bool:
    """Say whether a nationality belongs to the people or goods counted: "1,250 Portuguese companies", "38,000 Vietnamese study"."""
    if ref.kind not in {"adjective", "people"} or ref.start > cue.end:
        return False
    between = clause.text[ref.end : cue.start]
    if clause.amount <= ref.start:
        return ref.start - clause.behind < _COUNTED_CHARS and "," not in clause.text[clause.behind : ref.start]
    return len(between) < _COUNTED_CHARS and not between.strip(" -")


def _is_source(ref: PartyRef, cue: Cue) -> bool:
    if ref.kind in {"group", "pronoun"} or ref.start < cue.end:
        return False
    if cue.indicator.name in _COMES_FROM:
        return ref.preposition == "from"
    return ref.preposition in {"from", "of"} and ref.start - cue.end < 10
