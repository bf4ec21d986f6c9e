"""Whose figure it is: the parties around the words that evoke it, the first one first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.claims.figure_clause import BILATERAL, Clause
from dragoman.claims.figure_origins import counts_a_nation, find_origin
from dragoman.claims.figure_units import is_money
from dragoman.claims.party_refs import Company, PartyRef
from dragoman.codebook.indicators import Cue

__all__ = ["find_parties"]

_OPENER = re.compile(r"\b(?:that|which|who|where|while|whereas|although)\b\s|[:;—–]\s|[\"“”]", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(?:received?|receives|receiving|obtain(?:ed|s)?|got|gets|secured?|sought|seeks?|request(?:ed|s)?|borrow(?:ed|s)?)\b",
    re.IGNORECASE,
)
_CREDITOR_ACTS = re.compile(
    r"\b(?:put off|postpone|forg[ia]ve|forgiven|cancel|writ(?:e|ten) off|wrote off|reschedul|restructur|defer|waive|pardon|releas)",
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
_NEW_SUBJECT = re.compile(
    r",?\s+(?:and|but)\s+(?!(?:has|had|have|will|would|also|is|to|was|then|later|thus|already)\b)(?=\S+\s+\S)", re.IGNORECASE
)
_FOREIGN_OWNER = re.compile(r"[A-Z][\w.-]*['’]s?\s+(?:\w+\s+){0,2}$")
_INSTITUTION = re.compile(
    r"\s+(?:government|side|fund|ministry|minister|bank|company|compan(?:y|ies)|authorities|people|army|delegation|parliament|state|firms?)\b",
    re.IGNORECASE,
)
_SENT_TO = re.compile(r"(?:\s+(?:in|of|worth of)(?:\s+[\w-]+){1,4}?)?\s+to\s+(?:the\s+)?[A-Z(]")
_LENDERS = frozenset(
    {"WB", "IMF", "ADB", "AFDB", "EBRD", "EIB", "ISDB", "AIIB", "NDB", "IDB", "CAF", "EDB", "EFSD", "OPEC", "BADEA", "CDB"}
)
_GROUP_SIZES = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_AMONG = re.compile(rf"\b(?:among|of|between) the ({'|'.join(_GROUP_SIZES)})\b(?! (?:months|years|days))", re.IGNORECASE)
_LATER_CLAUSE = re.compile(
    r",\s(?:when|while|whereas|as|because|after|before|although)\s|\s(?:when|while|whereas|because)\s", re.IGNORECASE
)
_SHARED = re.compile(r"exchang|commodity|turnover of", re.IGNORECASE)
_FREE = frozenset({None, "to", "for", "with", "between"})
_MOST_PARTIES = 5
_NEAR_CHARS = 40
_FAR_CHARS = 60
_ADJACENT_CHARS = 14


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
            held = find_origin(cue, clause, company, index) if cue.indicator.name == "prisoners" and counts_a_nation(cue, clause) else ()
            return held if len(held) == 2 else _mutual(cue, clause, company, index)
        case "debtor":
            return _debt(cue, clause, company, index)
        case "origin":
            return find_origin(cue, clause, company, index)
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
    owner = next((ref.codes[0] for ref in nearest if len(ref.codes) == 1 and ref.codes[0] != partner), None) or company.other(
        partner, index
    )
    return _sorted((owner, partner)) if owner else ()


def _unsaid_sides(cue: Cue, clause: Clause, named: tuple[str, ...], company: Company, index: int) -> tuple[str, ...]:
    """Find the sides of "bilateral trade" or "trade across the border" among those told about."""
    among = _AMONG.search(clause.text, clause.start, clause.end)
    if among is not None and not named:
        return _sorted(company.group_of(_GROUP_SIZES[among[1].lower()]))
    if not named and _FOREIGN_OWNER.search(clause.text[max(clause.start, cue.start - _NEAR_CHARS) : cue.start]):
        return ()
    shared = _SHARED.match(clause.text, cue.start) is not None
    bilateral = shared or BILATERAL.search(clause.text, clause.start, clause.end) is not None
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
    if len(givers) + len(takers) > _MOST_PARTIES:
        return ()  # a list of lenders talked to, not of those who lent
    return _once((*givers, *takers)) if givers and takers else ()


def _is_taken(cue: Cue, clause: Clause) -> bool:
    found = _TAKES.search(clause.text, clause.start, clause.end)
    return found is not None and found.start() < cue.start


def _around(cue: Cue, clause: Clause, *, takes: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (giver, taker) as far as the clause says them; `takes` when the subject is the taker."""
    refs = [ref for ref in clause.acting() if len(ref.codes) == 1 or ref.kind not in {"group", "pronoun"}]
    after = [ref for ref in refs if ref.start >= cue.end]
    owner = _owner(cue, clause, refs)
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
    if (
        giver is not None
        and target is None
        and giver is source
        and subject is not None
        and cue.voice == "noun"
        and cue.indicator.name in {"loan", "aid"}
    ):
        target = subject
    if giver is not None and len(giver.codes) == 2 and target is None and cue.voice != "weak":
        return giver.codes[:1], giver.codes[1:]
    return _codes_of(giver), _codes_of(target)


def _codes_of(ref: PartyRef | None) -> tuple[str, ...]:
    return ref.codes if ref is not None else ()


def _owner(cue: Cue, clause: Clause, refs: Sequence[PartyRef]) -> PartyRef | None:
    """Return who owns a noun: "Saudi investments", "Iran's total export"; for a verb form only what stands right before it."""
    if cue.voice not in {"noun", "gives"}:
        return None
    reach = _NEAR_CHARS if cue.voice == "noun" else _ADJACENT_CHARS
    near = (ref for ref in reversed(refs) if 0 <= cue.start - ref.end < reach and (ref.possessive or _stands_before(ref, cue)))
    return next((ref for ref in near if _INSTITUTION.match(clause.text, ref.end) is None), None)


def _stands_before(ref: PartyRef, cue: Cue) -> bool:
    """Say whether a name stands right before a noun as a nationality does: "U.S. assistance", "EU grants"."""
    return cue.voice == "noun" and ref.kind == "name" and cue.start - ref.end == 1


def _subject(cue: Cue, clause: Clause, refs: Sequence[PartyRef]) -> PartyRef | None:
    """Return who acts: what stands right before the verb, else the first of the innermost clause that stands under no preposition.

    None when a new subject that names no party stands between ("and the builders promised").
    """
    before = [ref for ref in refs if ref.end <= cue.start]
    if before and cue.voice != "noun" and before[-1].preposition is None and _AUXILIARIES.fullmatch(clause.text, before[-1].end, cue.start):
        return before[-1]
    marks = (match for match in _NEW_SUBJECT.finditer(clause.text, clause.start, cue.start) if not _is_in_name(clause.text, match))
    changed = max((match.end() for match in marks), default=None)
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


def _is_in_name(text: str, mark: re.Match[str]) -> bool:
    """Say whether "and" joins two words in capitals: "the Trade and Development Agency"."""
    before = text[: mark.start()].rsplit(None, 1)[-1:]
    return bool(before) and before[0][:1].isupper() and text[mark.end() : mark.end() + 1].isupper() and "," not in mark.group()


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
    if cue.indicator.name == "investment":
        sites = [ref for ref in clause.refs if ref.place and clause.start <= ref.start < clause.end and ref.preposition == "in"]
        abroad = [ref for ref in sites if subject is not None and ref.codes != subject.codes]
        return next((ref for ref in (*others, *abroad) if ref.preposition in {"in", "of", "on", "into"}), None)
    if cue.indicator.name in {"aid", "loan"}:
        return next((ref for ref in after if ref.preposition in {"in", "of", "on"} and ref.start - clause.behind < _FAR_CHARS), None)
    return None


def _opposite(known: tuple[str, ...], clause: Clause, cue: Cue, company: Company, index: int) -> tuple[str, ...]:
    """Return the party opposite a known one: the only other that can act in the clause or sentence, else the one told about before."""
    if cue.voice == "weak" and _SENT_TO.match(clause.text, clause.behind, clause.end):
        return ()
    later = _LATER_CLAUSE.search(clause.text, clause.behind, clause.end)
    limit = later.start() if later is not None else clause.end
    near = [ref for ref in clause.refs if ref.start < limit and (cue.voice != "weak" or clause.start <= ref.start < clause.end)]
    here = _others(known, [ref for ref in clause.acting() if ref.start < limit], clause.text) or _others(known, near, clause.text)
    if here:
        return here if len(here) == 1 and cue.indicator.name not in {"exports", "imports"} else ()
    placed = _placed_other(known, clause, cue, company)
    if placed is not None:
        return (placed,)
    sum_of_money = is_money(clause.unit)
    if cue.indicator.name == "aid" and cue.voice == "weak" and sum_of_money and known[0] not in _LENDERS:
        taker = company.lead(known[0])
        return (taker,) if taker is not None and company.is_list_of_givers() else ()
    if cue.indicator.explicit or (cue.voice == "weak" and sum_of_money and known[0] not in _LENDERS):
        return ()
    told_way = any(ref.codes == known and ref.preposition in {"from", "to"} for ref in clause.acting())  # "imports from X"
    if cue.indicator.name in {"exports", "imports"} and not told_way and not _POINTS_AWAY.search(clause.text, clause.start, clause.end):
        return ()
    near_by = sum_of_money and not (told_way and cue.indicator.name in {"exports", "imports"})
    other = company.other_nearby(known[0], index) if near_by else company.other(known[0], index)
    if other is None and cue.indicator.name in {"loan", "aid"} and (known[0] in _LENDERS or cue.voice != "weak"):
        by_state = any(ref.codes[:1] == known[:1] and ref.kind in {"name", "adjective", "people"} for ref in clause.refs)
        other = company.lead(known[0]) if by_state else None
    if other is None and cue.indicator.name == "aid" and not sum_of_money:
        other = company.topic(known[0])
    return (other,) if other else ()


def _placed_other(known: tuple[str, ...], clause: Clause, cue: Cue, company: Company) -> str | None:
    """Return the other of the two that a text is about when help or money goes to a place in it: "assistance for farmers in Ha'apai"."""
    if cue.indicator.name not in {"aid", "loan", "investment"} or len(company.main) != 2 or known[0] not in company.main:
        return None
    other = next(code for code in company.main if code != known[0])
    return other if any(ref.place and ref.codes == (other,) and ref.start > cue.start for ref in clause.refs) else None


def _others(known: tuple[str, ...], refs: Iterable[PartyRef], text: str) -> tuple[str, ...]:
    """Return the codes, other than `known`, of those that can give or take: not of owners, places, pronouns and what stands under "of"."""
    return _once(code for ref in refs if _is_free(ref, text) for code in ref.codes if code not in known)


def _is_free(ref: PartyRef, text: str) -> bool:
    if ref.kind in {"group", "pronoun"} or ref.place or ref.preposition not in _FREE:
        return False
    return not ref.possessive or (ref.kind == "adjective" and _INSTITUTION.match(text, ref.end) is not None)


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
    rest = _others(known, refs, clause.text)
    other = rest if len(rest) == 1 else tuple(filter(None, (company.other_nearby(known[0], index),)))
    return (first or other) + (second or other) if other or (first and second) else ()
