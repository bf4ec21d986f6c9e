"""Whose figure it is: the two parties around the words that evoke it, the first one first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook.indicators import Cue
from dragoman.values.link import Link, LinkedSentence, Links
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, PlaceName, Pronoun, StateForm, StateName

__all__ = ["Clause", "Company", "PartyRef", "find_parties", "make_company", "party_refs"]

_PREPOSITION = re.compile(
    r"\b(?P<word>to|for|from|with|between|among|in|into|by|of|on|through|via|at|against|within|across|near|toward|towards)\s+"
    r"(?:(?:the|its|their|his|her|this|that|both|neighbou?ring|eastern|western|northern|southern|central|war-torn|then)\s+"
    r"|(?:government|people|peoples|republic|kingdom|state|port|markets?|citizens|north|south|east|west) of\s+(?:the\s+)?){0,3}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according|thanks|due|referring|pointing|related|compared)\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|&|as well as|, and|[-–—/])\s*(?:the\s+)?", re.IGNORECASE)
_OPENER = re.compile(r"\b(?:that|which|who|where|while|whereas|although)\b\s|[:;—–]\s|[\"“”]", re.IGNORECASE)
_TAKES = re.compile(r"\b(?:received?|receives|receiving|obtain(?:ed|s)?|got|gets|secured?|sought|seeks?|request(?:ed|s)?|borrow(?:ed|s)?)\b", re.IGNORECASE)
_CREDITOR_ACTS = re.compile(
    r"\b(?:put off|postpone|forg[ia]ve|forgiven|cancel(?:led|ed)?|writ(?:e|ten) off|wrote off|reschedul|restructur|defer|waive|pardon|release|collect)", re.IGNORECASE
)
_BILATERAL = re.compile(
    r"\b(?:bilateral|two-way|mutual|reciprocal|cross-border|their|our|both|the two|across (?:the|their|the shared|the common) border|(?:shared|common) border|two neighbou?rs|the neighbou?rs)\b", re.IGNORECASE
)
_GROUP_SIZES = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_AMONG = re.compile(rf"\b(?:among|of|between) the ({'|'.join(_GROUP_SIZES)})\\b(?! (?:months|years|days))", re.IGNORECASE)
_LOOK_BACK = 4
_NEAR_CHARS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRef:
    """Words at ``[start, end)`` that stand for one or more parties.

    Attributes:
        codes: In the order of the text.
        kind: ``name``, ``adjective``, ``people``, ``person``, ``group`` or ``pronoun``.
        preposition: The one it stands under, or None.
        possessive: True for "Iran's", "its" and nationality adjectives: it owns what follows.
        place: True when it says where something is rather than who acts ("in Baku").
    """

    start: int
    end: int
    codes: tuple[str, ...]
    kind: str
    preposition: str | None
    possessive: bool
    place: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The stretch ``[start, end)`` of a sentence in which one cue takes its parties.

    `amount` is where the amount stands; `refs` are the whole sentence's.
    """

    text: str
    start: int
    end: int
    amount: int
    refs: tuple[PartyRef, ...]

    def inside(self) -> tuple[PartyRef, ...]:
        """Return the references of the clause alone."""
        return tuple(ref for ref in self.refs if self.start <= ref.start < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """Who is spoken of around each sentence, to find the other party when the sentence names one.

    Attributes:
        told: The codes of each sentence, in order.
        main: The two parties that a document is about, when it is about two; else the most named one, or none.
        counts: How often the document names each code.
    """

    told: tuple[tuple[str, ...], ...]
    main: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]

    def pair_at(self, index: int) -> tuple[str, ...]:
        """Return the two parties being told about at a sentence: of the nearest sentence before that names two, else the main pair."""
        for codes in self._before(index):
            if len(codes) == 2:
                return codes
            if len(codes) > 2:
                break
        return self.main if len(self.main) == 2 else ()

    def other(self, known: str, index: int, *, here: Iterable[str] = ()) -> str | None:
        """Return the party that stands opposite `known`: in the sentence, in those before it, in the document."""
        rest = [code for code in dict.fromkeys(here) if code != known]
        if rest:
            return rest[0] if len(rest) == 1 else None
        for codes in self._before(index):
            if known in codes and len(codes) == 2:
                return next(code for code in codes if code != known)
        if len(self.main) == 2 and known in self.main:
            return next(code for code in self.main if code != known)
        return None

    def topic(self, known: str) -> str | None:
        """Return the party that the document names most, unless that is `known` or the document is about two others."""
        if len(self.main) == 2:
            return None
        return self.counts[0][0] if self.counts and self.counts[0][0] != known and self.counts[0][1] >= 4 else None

    def group_of(self, count: int) -> tuple[str, ...]:
        """Return the parties of the first sentence that names exactly so many."""
        return next((codes for codes in self.told if len(codes) == count), ())

    def _before(self, index: int) -> list[tuple[str, ...]]:
        return [codes for codes in reversed(self.told[max(0, index - _LOOK_BACK) : index]) if codes]


def make_company(links: Links) -> Company:
    """Read off who is spoken of in each sentence, and whom the document is about."""
    told = tuple(_codes(sentence) for sentence in links.sentences)
    counts: dict[str, int] = {}
    for position, codes in enumerate(told):
        for code in codes:
            counts[code] = counts.get(code, 0) + (3 if position < 2 else 1)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    main: tuple[str, ...] = ()
    if len(ranked) >= 2 and ranked[1][1] >= 2 and (len(ranked) == 2 or ranked[1][1] >= 2 * ranked[2][1] or ranked[1][1] >= ranked[2][1] + 3):
        main = ranked[0][0], ranked[1][0]
    elif ranked and (len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]):
        main = (ranked[0][0],)
    return Company(told=told, main=main, counts=tuple(ranked))


def _codes(linked: LinkedSentence) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for link in linked.links if not isinstance(link.mention.named, PlaceName) for code in link.parties))


def party_refs(linked: LinkedSentence, text: str, main: tuple[str, ...]) -> tuple[PartyRef, ...]:
    """Return what stands for parties in a sentence, coordinated names as one; "the two countries" are the `main` pair when there is one."""
    refs: list[PartyRef] = []
    for link in linked.links:
        ref = _ref(link, text, linked.sentence.span.start)
        if ref is None:
            continue
        if len(ref.codes) > 1 and ref.kind in {"group", "pronoun"} and len(main) == 2:
            ref = replace(ref, codes=main)
        if refs and _are_joint(text, refs, ref, linked.sentence.span.end):
            joint = refs[-1]
            codes = tuple(dict.fromkeys((*joint.codes, *ref.codes)))
            refs[-1] = replace(joint, end=ref.end, codes=codes, possessive=ref.possessive, kind=ref.kind if joint.kind == "adjective" else joint.kind)
        else:
            refs.append(ref)
    return tuple(refs)


def _ref(link: Link, text: str, floor: int) -> PartyRef | None:
    kind = _kind(link)
    if kind is None or not link.parties:
        return None
    start, end = link.mention.span.start, link.mention.span.end
    before = text[max(floor, start - _NEAR_CHARS) : start]
    match = _PREPOSITION.search(before)
    word = match["word"].lower() if match else None
    if match and word == "to" and _ACCORDING.search(before[: match.start()]):
        word = "according"
    owns = kind == "adjective" or text[end : end + 2] in {"'s", "’s", "s'", "s’"} or (text[end - 1] == "s" and text[end : end + 1] in {"'", "’"})
    named = link.mention.named
    if isinstance(named, Pronoun):
        owns = named.possessive
    capital = isinstance(named, StateName) and named.form is StateForm.CAPITAL
    place = kind == "place" or (capital and word in {"in", "at", "near"} and not owns)
    return PartyRef(start=start, end=end, codes=link.parties, kind=kind, preposition=word, possessive=owns, place=place)


def _kind(link: Link) -> str | None:
    match link.mention.named:
        case StateName(form=form):
            return {StateForm.ADJECTIVE: "adjective", StateForm.PEOPLE: "people"}.get(form, "name")
        case OrganisationName():
            return "name"
        case OfficeName() if not link.persons:
            return "people"
        case PersonName() | OfficeName():
            return "person"
        case GroupName():
            return "group"
        case Pronoun():
            return "pronoun"
        case PlaceName():
            return "place"
        case _:
            return None


def _are_joint(text: str, refs: Sequence[PartyRef], ref: PartyRef, end: int) -> bool:
    """Say whether a reference goes on a list: "A, B and C", "Saudi-Tunisian", "Georgian and American"."""
    last = refs[-1]
    between = text[last.end : ref.start]
    if len(between) > 16 or last.possessive and last.kind != "adjective" or not _JOINT.fullmatch(between):
        return False
    kinds = {last.kind, ref.kind}
    if "place" in kinds or "pronoun" in kinds or ("adjective" in kinds and len(kinds) > 1):
        return False
    if ref.kind == "person" or last.kind == "person":
        return False
    stripped = between.strip().lower()
    if stripped.startswith(",") and "and" in stripped:
        return len(last.codes) > 1
    return stripped != "," or bool(_LIST_GOES_ON.match(text, ref.end, min(end, ref.end + 80)))


_LIST_GOES_ON = re.compile(r"(?:,\s*(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z]\w*){0,3}){0,6},?\s+and\s", re.IGNORECASE)


def find_parties(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Return the parties of the figure that `cue` evokes, or none when they cannot be told.

    Args:
        cue: The evoking words.
        clause: Where to look first.
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


def _mutual(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    refs = [ref for ref in clause.inside() if not ref.place and ref.kind != "person"]
    between = [ref for ref in refs if ref.preposition in {"between", "among", "of", "with"} and len(ref.codes) > 1 and ref.start > cue.start]
    if between:
        return _sorted(between[0].codes)
    owners = [ref for ref in refs if ref.end <= cue.end and (ref.preposition in {None, "of", "for", "by"} or ref.possessive)]
    partners = [ref for ref in refs if ref.preposition in {"with", "between", "and"} and ref.start > cue.start and len(ref.codes) == 1]
    if partners:
        partner = partners[0].codes[0]
        owner = next((ref.codes[0] for ref in reversed(owners) if len(ref.codes) == 1 and ref.codes[0] != partner), None)
        owner = owner or next((ref.codes[0] for ref in partners[1:] if ref.codes[0] != partner), None) or company.other(partner, index)
        return _sorted((owner, partner)) if owner else ()
    groups = [ref for ref in refs if len(ref.codes) > 1]
    if groups:
        return _sorted(min(groups, key=lambda ref: abs(ref.start - cue.start)).codes)
    named = tuple(dict.fromkeys(code for ref in refs for code in ref.codes))
    if len(named) == 2 and cue.indicator.name != "passengers":
        return _sorted(named)
    if (among := _AMONG.search(clause.text, clause.start, clause.end)) is not None and not named:
        return _sorted(company.group_of(_GROUP_SIZES[among[1].lower()]))
    bilateral = _BILATERAL.search(clause.text, clause.start, clause.end) is not None
    if len(named) == 1:
        other = company.other(named[0], index) if bilateral or len(company.main) == 2 else None
        return _sorted((named[0], other)) if other else ()
    pair = company.pair_at(index) if not named else ()
    return _sorted(pair) if bilateral or pair == company.main or set(pair) == set(company.main) else ()


def _sorted(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _giver(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find who gives, exports, lends, and to whom.

    "A's exports to B", "A gave B 5 dollars", "5 dollars for B, promised by A", "B received 5 dollars from A", "A's imports from B".
    """
    takes = cue.voice == "takes" or (cue.voice == "noun" and _taking_verb(cue, clause))
    imports = cue.indicator.name == "imports"
    givers, takers = _around(cue, clause, takes=takes or imports)
    if not givers and not takers:
        return ()
    takers = takers or _opposite(givers, clause, cue, company, index)
    givers = givers or _opposite(takers, clause, cue, company, index)
    takers = tuple(code for code in takers if code not in givers)
    return tuple(dict.fromkeys((*givers, *takers))) if givers and takers else ()


def _taking_verb(cue: Cue, clause: Clause) -> bool:
    found = _TAKES.search(clause.text, clause.start, clause.end)
    return found is not None and found.start() < cue.start


def _around(cue: Cue, clause: Clause, *, takes: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return (giver, taker) as far as the clause says them; `takes` when the subject is the taker."""
    refs = [ref for ref in clause.inside() if not ref.place and ref.preposition != "according"]
    after = [ref for ref in refs if ref.start >= cue.end]
    owner = next((ref for ref in reversed(refs) if ref.end <= cue.start and ref.possessive and cue.start - ref.end < _NEAR_CHARS), None)
    subject = owner if cue.voice == "noun" and owner is not None else _subject(cue, clause, refs)
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
    if giver is not None and target is giver:
        target = None
    if giver is not None and target is None and giver is source and subject is not None and subject.codes != giver.codes:
        target = subject if cue.voice == "noun" and cue.indicator.name in {"loan", "aid"} else None
    if giver is not None and len(giver.codes) == 2 and target is None and cue.voice != "weak":
        return giver.codes[:1], giver.codes[1:]
    return _codes_of(giver), _codes_of(target)


def _codes_of(ref: PartyRef | None) -> tuple[str, ...]:
    return ref.codes if ref is not None else ()


def _subject(cue: Cue, clause: Clause, refs: Sequence[PartyRef]) -> PartyRef | None:
    """Return who acts: the first reference of the innermost clause before the cue that stands under no preposition."""
    before = [ref for ref in refs if ref.end <= cue.start]
    opened = clause.start
    for match in _OPENER.finditer(clause.text, clause.start, cue.start):
        if any(ref.start >= match.end() for ref in before):
            opened = match.end()
    for floor in (opened, clause.start):
        free = [ref for ref in before if ref.start >= floor and (ref.preposition is None or (ref.possessive and ref.preposition == "of"))]
        if free:
            return free[0]
    return next((ref for ref in reversed(before) if ref.preposition == "of"), None)


def _target(cue: Cue, clause: Clause, refs: Sequence[PartyRef], subject: PartyRef | None) -> PartyRef | None:
    """Return the receiver: under "to", "for" or "into", else right behind the verb ("gave Georgia 35 million"), else under "in"."""
    others = [ref for ref in refs if ref is not subject and (subject is None or ref.codes != subject.codes)]
    after = [ref for ref in others if ref.start >= cue.end or (cue.voice == "noun" and subject is not None and ref.start > subject.end)]
    for words in (("to", "into", "toward", "towards"), ("for",)):
        found = next((ref for ref in after if ref.preposition in words), None)
        if found is not None:
            return found
    brink = max(cue.start, clause.amount)
    direct = next((ref for ref in after if ref.preposition is None and not ref.possessive and ref.kind != "person" and ref.end <= brink), None)
    if direct is not None and (cue.voice != "noun" or cue.indicator.name in {"loan", "aid"}):
        return direct
    inside = next((ref for ref in after if ref.preposition in {"in", "of", "on"} or (ref.possessive and ref.preposition in {"in", "of", "with"})), None)
    if inside is not None and cue.indicator.name in {"aid", "investment", "loan"}:
        return inside
    return None


def _acting_codes(clause: Clause) -> tuple[str, ...]:
    """Return the codes named in the whole sentence, speakers and places left out."""
    skipped = {"group", "pronoun"}
    refs = (ref for ref in clause.refs if not ref.place and ref.preposition != "according" and ref.kind not in skipped)
    return tuple(dict.fromkeys(code for ref in refs for code in ref.codes))


def _opposite(known: tuple[str, ...], clause: Clause, cue: Cue, company: Company, index: int) -> tuple[str, ...]:
    """Return the party opposite a known one: the only other of the sentence, else the one told about before, else the document's topic."""
    here = [code for code in _acting_codes(clause) if code not in known]
    if len(here) == 1:
        return (here[0],)
    if here or cue.indicator.explicit or (cue.voice == "weak" and cue.indicator.name != "aid"):
        return ()
    other = company.other(known[0], index)
    if other is None and cue.indicator.name in {"aid", "loan"} and cue.voice != "noun":
        other = company.topic(known[0])
    return (other,) if other else ()


def _debt(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find who owes whom: "A owes B", "A's debt to B", "A asked B to put off the repayment of a debt"."""
    refs = [ref for ref in clause.inside() if not ref.place and ref.preposition != "according"]
    named = tuple(dict.fromkeys(code for ref in refs for code in ref.codes))
    relief = _CREDITOR_ACTS.search(clause.text, clause.start, clause.end)
    before = [ref for ref in refs if ref.end <= cue.start]
    debtor: str | None = None
    creditor: str | None = None
    if cue.voice == "gives":
        subject = next((ref for ref in reversed(before) if ref.preposition is None), None)
        debtor = subject.codes[0] if subject else None
        creditor = next((ref.codes[0] for ref in refs if ref.start >= cue.end and ref.codes[0] != debtor), None)
    elif relief is not None and relief.start() < cue.start:
        doer = next((ref for ref in reversed(before) if ref.end <= relief.start()), None)
        creditor = doer.codes[0] if doer else None
        debtor = next((ref.codes[0] for ref in refs if ref is not doer and ref.possessive and ref.codes[0] != creditor), None)
    else:
        subject = _subject(cue, clause, refs)
        owner = next((ref for ref in reversed(before) if ref.possessive), None)
        debtor = (owner or subject).codes[0] if owner or subject else None
        creditor = next((ref.codes[0] for ref in refs if ref.start >= cue.end and ref.preposition in {"to", "with", "by"} and ref.codes[0] != debtor), None)
    known = debtor or creditor
    if known is None:
        return ()
    if debtor is None or creditor is None:
        rest = [code for code in named if code != known]
        other = rest[0] if len(rest) == 1 else company.other(known, index) or company.topic(known)
        debtor, creditor = (debtor, other) if debtor else (other, creditor)
    return (debtor, creditor) if debtor and creditor and debtor != creditor else ()


def _origin(cue: Cue, clause: Clause, company: Company, index: int) -> tuple[str, ...]:
    """Find where people or goods are from and where they are: "3 million Iranian pilgrims travelled to Iraq"."""
    refs = list(clause.inside())
    near = [ref for ref in refs if ref.kind in {"adjective", "people"} and abs(cue.start - ref.end) < _NEAR_CHARS and ref.start <= cue.end]
    if near and len(near[-1].codes) > 1:
        return near[-1].codes
    source = next((ref for ref in refs if ref.preposition in {"from", "of"} and ref.start >= cue.end and ref.kind not in {"group", "pronoun"}), None)
    subject = next((ref for ref in refs if ref.end <= cue.start and ref.preposition is None and not ref.possessive and ref.kind != "person"), None)
    origin = near[-1] if near else source if source is not None else subject
    if origin is None:
        shared = cue.indicator.name == "freight" and not refs and _BILATERAL.search(clause.text, clause.start, clause.end)
        return _sorted(company.pair_at(index)) if shared else ()
    others = [ref for ref in refs if ref.codes != origin.codes and ref.kind != "person"]
    where = next((ref for ref in others if ref.preposition in {"to", "in", "into", "through", "via", "across", "at"} and ref.start > origin.start), None)
    host = subject if subject is not None and subject.codes != origin.codes else None
    other = where or host
    if other is not None:
        return (origin.codes[0], other.codes[0])
    code = company.other(origin.codes[0], index, here=(code for ref in clause.refs for code in ref.codes if not ref.place))
    if code is not None:
        host_first = origin is subject and cue.indicator.name == "students"
        return (code, origin.codes[0]) if host_first else (origin.codes[0], code)
    return (origin.codes[0],) if cue.indicator.name == "displaced persons" else ()
