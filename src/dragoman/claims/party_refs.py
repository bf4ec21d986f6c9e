"""What stands for parties in a sentence, in the order of the words, and who is spoken of around it.

For rules that go by word order and cue words rather than by the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman import kb
from dragoman.values.link import Link, LinkedSentence, Links
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, PlaceName, Pronoun, StateForm, StateName

__all__ = ["Company", "PartyRef", "make_company", "party_refs"]

_PREPOSITION = re.compile(
    r"\b(?P<word>to|for|from|with|between|among|in|into|by|of|on|through|via|at|against|within|across|near|towards?|under|over)\s+"
    r"(?:(?:the|an?|its|their|his|her|this|that|both|neighbou?ring|eastern|western|northern|southern|central|war-torn|then|various)\s+"
    r"|(?:government|people|peoples|republic|kingdom|state|port|markets?|citizens|north|south|east|west) of\s+(?:the\s+)?){0,3}$",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b(?:according|thanks|due|referring|pointing|related|compared)\s+$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:,|and|&|as well as|, and|[-–—/])\s*(?:the\s+)?", re.IGNORECASE)
_LIST_GOES_ON = re.compile(r"(?:,\s*(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z]\w*){0,3}){0,6},?\s+and\s", re.IGNORECASE)
_TRADES_AS_ONE = frozenset({"EU", "ASEAN", "GCC", "EAEU", "EEU", "MERCOSUR", "EFTA", "SACU", "EAC", "ECOWAS", "CARICOM"})
_LOOK_BACK_SENTENCES = 4
_TOPIC_MENTIONS = 4
_SELDOM = 3
_MANY = 4
_LOOK_BACK_CHARS = 40
_LONGEST_JOINT_CHARS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRef:
    """Words at ``[start, end)`` that stand for one or more parties.

    Attributes:
        codes: In the order of the text.
        kind: ``name``, ``adjective``, ``people``, ``person``, ``group``, ``pronoun`` or ``place``.
        preposition: The one it stands under, ``according`` for "according to", or None.
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
class Company:
    """Who is spoken of around each sentence: states, and the few organisations that trade as one.

    Attributes:
        told: The codes of each sentence, in order.
        main: The two parties that a document is about, when it is about two; else its only one, or none.
        counts: How often the document names each code, headline and lead counting more.
    """

    told: tuple[tuple[str, ...], ...]
    main: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]

    def pair_at(self, index: int) -> tuple[str, ...]:
        """Return the two parties being told about at a sentence: the main pair, else the nearest two named together before."""
        if len(self.main) == 2:
            return self.main
        for codes in self._before(index):
            if len(codes) == 2:
                return codes
            if len(codes) > 2:
                break
        return ()

    def other(self, known: str, index: int) -> str | None:
        """Return the party that stands opposite `known` in the sentences before, or in the document."""
        if len(self.main) == 2 and known in self.main:
            return next(code for code in self.main if code != known)
        for codes in self._before(index):
            if known in codes and len(codes) == 2:
                return next(code for code in codes if code != known)
        return None

    def other_nearby(self, known: str, index: int) -> str | None:
        """Return the same, but only a party that one of the two sentences before names."""
        other = self.other(known, index)
        return other if any(other in codes for codes in self.told[max(0, index - 2) : index]) else None

    def topic(self, known: str) -> str | None:
        """Return the party that the document names most, unless that is `known` or the document is about two others."""
        if len(self.main) == 2 or not self.counts:
            return None
        code, count = self.counts[0]
        return code if code != known and count >= _TOPIC_MENTIONS else None

    def lead(self, known: str) -> str | None:
        """Return the party that the document is clearly about, unless that is `known`: named often, and twice as often as any other."""
        if not self.counts or self.counts[0][0] == known or self.counts[0][1] < _TOPIC_MENTIONS:
            return None
        second = max((count for code, count in self.counts[1:] if code != known), default=0)
        return self.counts[0][0] if self.counts[0][1] >= 2 * second else None

    def is_list_of_givers(self) -> bool:
        """Say whether a document names many parties besides the one that it is about, each seldom: a list of donors."""
        return sum(1 for _, count in self.counts[1:] if count <= _SELDOM) >= _MANY

    def group_of(self, count: int) -> tuple[str, ...]:
        """Return the parties of the first sentence that names exactly so many."""
        return next((codes for codes in self.told if len(codes) == count), ())

    def _before(self, index: int) -> list[tuple[str, ...]]:
        return [codes for codes in reversed(self.told[max(0, index - _LOOK_BACK_SENTENCES) : index]) if codes]


def make_company(links: Links) -> Company:
    """Read off who is spoken of in each sentence, and whom the document is about."""
    told = tuple(_codes(sentence) for sentence in links.sentences)
    counts: dict[str, int] = {}
    for position, codes in enumerate(told):
        for code in codes:
            counts[code] = counts.get(code, 0) + (3 if position < 2 else 1)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return Company(told=told, main=_main(ranked), counts=tuple(ranked))


def _main(ranked: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """Return the two codes that stand out from the third, or the one that stands out from the second."""
    first, second, third = (*(count for _, count in ranked[:3]), 0, 0, 0)[:3]
    if second >= 2 and 4 * second >= first and (second >= 2 * third or second >= third + 3):
        return ranked[0][0], ranked[1][0]
    return (ranked[0][0],) if first and first >= 2 * second else ()


def _codes(linked: LinkedSentence) -> tuple[str, ...]:
    links = (link for link in linked.links if not isinstance(link.mention.named, PlaceName))
    return tuple(dict.fromkeys(code for link in links for code in link.parties if kb.is_state(code) or code in _TRADES_AS_ONE))


def party_refs(linked: LinkedSentence, text: str, main: tuple[str, ...]) -> tuple[PartyRef, ...]:
    """Return what stands for parties in a sentence, coordinated names as one; "the two countries" are the `main` pair when there is one."""
    refs: list[PartyRef] = []
    span = linked.sentence.span
    for link in linked.links:
        ref = _ref(link, text, span.start)
        if ref is None:
            continue
        if len(ref.codes) > 1 and ref.kind in {"group", "pronoun"} and len(main) == 2:
            ref = replace(ref, codes=main)
        if refs and _are_joint(text, refs[-1], ref, span.end):
            refs[-1] = _join(refs[-1], ref)
        else:
            refs.append(ref)
    return tuple(refs)


def _ref(link: Link, text: str, floor: int) -> PartyRef | None:
    kind = _kind(link)
    if kind is None or not link.parties or (kind in {"people", "person"} and len(link.parties) > 2):
        return None
    start, end = link.mention.span.start, link.mention.span.end
    before = text[max(floor, start - _LOOK_BACK_CHARS) : start]
    match = _PREPOSITION.search(before)
    word = match["word"].lower() if match else None
    if match and word == "to" and _ACCORDING.search(before[: match.start()]):
        word = "according"
    named = link.mention.named
    owns = named.possessive if isinstance(named, Pronoun) else kind == "adjective" or _is_genitive(text, end)
    capital = isinstance(named, StateName) and named.form is StateForm.CAPITAL
    place = kind == "place" or (capital and word in {"in", "at", "near"} and not owns)
    return PartyRef(start=start, end=end, codes=link.parties, kind=kind, preposition=word, possessive=owns, place=place)


def _is_genitive(text: str, end: int) -> bool:
    return text[end : end + 2] in {"'s", "’s"} or (text[end - 1] == "s" and text[end : end + 1] in {"'", "’"})


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


def _are_joint(text: str, last: PartyRef, ref: PartyRef, end: int) -> bool:
    """Say whether a reference goes on a list: "A, B and C", "Saudi-Tunisian", "Georgian and American"."""
    between = text[last.end : ref.start]
    if len(between) > _LONGEST_JOINT_CHARS or (last.possessive and last.kind != "adjective") or not _JOINT.fullmatch(between):
        return False
    kinds = {last.kind, ref.kind}
    if kinds & {"place", "pronoun", "person"} or ("adjective" in kinds and len(kinds) > 1):
        return False
    stripped = between.strip().lower()
    if stripped.startswith(",") and "and" in stripped:
        return len(last.codes) > 1
    return stripped != "," or _LIST_GOES_ON.match(text, ref.end, min(end, ref.end + 80)) is not None


def _join(last: PartyRef, ref: PartyRef) -> PartyRef:
    codes = _once((*last.codes, *ref.codes))
    return replace(last, end=ref.end, codes=codes, possessive=ref.possessive, kind=ref.kind if last.kind == "adjective" else last.kind)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
