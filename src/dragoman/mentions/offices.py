"""Reads office phrases: "Iran's Chief of the General Staff of the Armed Forces", "the two foreign ministers", "his Turkmen counterpart".

A phrase is read outwards from its head word. To the left stand portfolio, ranks, a state and "the", "his" or "former"; to the right "of" or
"for" with a portfolio, a state or an institution.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.mentions.names import KnownName
from dragoman.mentions.office_words import OfficeWords, office_words
from dragoman.mentions.words import Words
from dragoman.values.mention import OfficeName, StateForm, StateName

__all__ = ["OfficePhrase", "find_offices"]

_JOINERS = frozenset({"and", "&", ",", "-"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "that", "my", "our", "your"})
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ACCREDITED = frozenset({"ambassador", "envoy", "high commissioner", "representative", "chargé d'affaires", "charge d'affaires", "consul", "consul general"})
_OF_HEADS = frozenset(
    "chief head director chairman chairwoman chairperson chair commander leader speaker director-general secretary-general governor spokesman "
    "spokeswoman spokesperson adviser advisor representative commissioner envoy negotiator coordinator inspector officer co-chair rapporteur king queen emir deputy".split()
) | {"director general", "secretary general", "commander-in-chief", "commander in chief", "prosecutor general", "general secretary", "high commissioner"}
_COMMON_NOUNS = frozenset({"state", "side", "team", "companies", "police", "officials", "leaders", "forces", "troops", "soldiers", "diplomats", "authorities", "leadership", "regime"})
_LOOSE_NOUNS = frozenset({"government", "mission", "administration", "delegation", "delegations", "military", "governments"})
_LONGEST_WORDS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """An office phrase at words ``[first, last)``; `head_first` is where the office itself begins (behind "the" and the state)."""

    first: int
    last: int
    head_first: int
    named: OfficeName
    head: str
    weak: bool


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A phrase while it is read."""

    first: int
    last: int
    head_first: int
    ranks: list[str] = field(default_factory=list)
    portfolio: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    of: str | None = None
    definite: bool = False
    former: bool = False
    count: int | None = None
    possessed: bool = False


def find_offices(words: Words, names: tuple[KnownName, ...]) -> list[OfficePhrase]:
    """Find office phrases in order, without overlap. Names of persons are no part of them.

    Leaves alone on purpose: bare common nouns ("the chief reason"), offices of companies unless a state stands with them.
    """
    lists = office_words()
    starts = {name.first: name for name in names}
    ends = {name.last: name for name in names}
    found: list[OfficePhrase] = []
    index, free = 0, 0
    while index < len(words):
        head = _head_at(words, index, lists, starts)
        if head is None:
            index += 1
            continue
        length, singular, plural, institution = head
        phrase = _read(words, index, length, singular, plural=plural, institution=institution, lists=lists, starts=starts, ends=ends, free=free)
        if phrase is None:
            index += 1
            continue
        found.append(phrase)
        free = index = phrase.last
    return found


def _head_at(words: Words, index: int, lists: OfficeWords, starts: Mapping[int, KnownName]) -> tuple[int, str, bool, bool] | None:
    if index in starts:
        return None
    for table, institution in ((lists.institutions, True), (lists.heads, False)):
        for phrase, singular, plural in table.get(words.lower[index], ()):
            last = words.find_end(index, phrase)
            if last is None:
                continue
            behind = words.lower[last : last + 1]
            if singular in lists.ranks and not institution and _head_follows(words, last, lists):
                continue  # "deputy minister": the head comes later
            if behind and not institution and behind[0] in lists.portfolio | lists.ranks and _continues(words, last, lists):
                continue  # "deputy foreign minister": the head comes later
            if institution and (_head_follows(words, last, lists) or (len(phrase) == 1 and _continues(words, last - 1, lists))):
                continue  # "Foreign Ministry spokesman": the head comes later
            return len(phrase), singular, plural, institution
    return None


def _head_follows(words: Words, index: int, lists: OfficeWords) -> bool:
    """Say whether a head word stands at `index` ("ministry | spokeswoman")."""
    return index < len(words) and any(
        words.find_end(index, phrase) is not None and singular not in lists.relations for phrase, singular, _ in lists.heads.get(words.lower[index], ())
    )


def _continues(words: Words, index: int, lists: OfficeWords) -> bool:
    """Say whether portfolio words from `index` lead to a head further right."""
    last = min(len(words), index + 7)
    for position in range(index, last):
        word = words.lower[position]
        if position > index and any(words.find_end(position, phrase) is not None for phrase, _, _ in lists.heads.get(word, ())):
            return True
        if word not in lists.portfolio and word not in lists.ranks and word not in {"and", "&", "-"}:
            return False
    return False


def _read(
    words: Words,
    index: int,
    length: int,
    singular: str,
    *,
    plural: bool,
    institution: bool,
    lists: OfficeWords,
    starts: Mapping[int, KnownName],
    ends: Mapping[int, KnownName],
    free: int,
) -> OfficePhrase | None:
    draft = _Draft(first=index, last=index + length, head_first=index)
    _read_left(words, draft, lists, ends, free, capital=words.is_capital(index) and not words.shouting)
    if singular in {"counterpart", "colleague", "opposite number", "namesake"}:
        _read_origin(words, draft, starts)
    elif singular not in lists.relations:
        _read_right(words, draft, lists, starts, singular)
    relation = _relation(singular)
    weak = singular in lists.weak or relation in {"host", "guest"}
    if weak and not _is_anchored(words, draft, singular, lists):
        return None
    if institution and not draft.codes and not draft.portfolio and not draft.tail and singular in _COMMON_NOUNS | (_LOOSE_NOUNS if not draft.definite else frozenset()):
        return None
    named = OfficeName(
        office=None if relation else _canonical(draft, singular, lists, institution=institution),
        country=draft.codes[0] if draft.codes else None,
        countries=tuple(dict.fromkeys(draft.codes)),
        relation=relation,
        definite=draft.definite,
        plural=plural or (institution and len(draft.codes) > 1) or draft.count is not None,
        former=draft.former,
        institution=institution,
        of=draft.of,
        count=draft.count,
        possessed=draft.possessed,
    )
    return OfficePhrase(first=draft.first, last=draft.last, head_first=draft.head_first, named=named, head=singular, weak=weak)


def _relation(singular: str) -> str | None:
    if singular in {"counterpart", "opposite number", "colleague", "namesake"}:
        return "counterpart"
    if singular in {"host", "hostess"}:
        return "host"
    if singular == "guest":
        return "guest"
    return "neighbour" if singular == "neighbour" else None


def _is_anchored(words: Words, draft: _Draft, singular: str, lists: OfficeWords) -> bool:
    if draft.codes or draft.tail or (draft.portfolio and singular not in {"host", "guest"}):
        return True
    if singular in {"host", "hostess", "guest", "colleague", "neighbour", "namesake"}:
        return draft.definite
    if singular == "president":
        return draft.definite or words.is_capital(draft.head_first) or bool(draft.ranks)
    return bool(draft.ranks) and words.is_capital(draft.head_first)


def _read_left(words: Words, draft: _Draft, lists: OfficeWords, ends: Mapping[int, KnownName], free: int, *, capital: bool) -> None:
    index = draft.first - 1
    while index >= free and draft.last - index < _LONGEST_WORDS:
        word = words.lower[index]
        if index + 1 in ends and ends[index + 1].first >= free:
            break
        if word in lists.portfolio and (not capital or words.is_capital(index)):
            draft.portfolio.insert(0, word)
        elif word in lists.ranks and (not capital or words.is_capital(index) or word in {"acting", "deputy"}):
            draft.ranks.insert(0, word)
        elif word in _JOINERS and draft.portfolio and index - 1 >= free and words.lower[index - 1] in lists.portfolio and (not capital or words.is_capital(index - 1)):
            draft.portfolio.insert(0, word)
        elif word == "-" and index - 1 >= free and words.lower[index - 1] in lists.ranks | lists.former:
            pass
        else:
            break
        index -= 1
    draft.first = draft.head_first = index + 1
    _read_owner(words, draft, lists, ends, free)


def _read_owner(words: Words, draft: _Draft, lists: OfficeWords, ends: Mapping[int, KnownName], free: int) -> None:
    """Read the state, "former", and "the" or "his" to the left of the office."""
    index = draft.first
    while index > free:
        before = index - 1
        word = words.lower[before]
        name = ends.get(index) or (ends.get(index - 2) if words.is_possessive(index - 2) else None) or (ends.get(index - 1) if words.is_possessive(index - 1) else None)
        if name is not None and name.first >= free and len(draft.codes) == 0:
            index = _take_owners(draft, name, ends, words, free)
        elif word in lists.former:
            draft.former = draft.former or word not in {"then"}
            index = before
        elif word in lists.fillers or word in {"other", "side"} & lists.fillers:
            index = before
        elif word == "-" and before > free and words.lower[before - 1] in lists.former | lists.fillers:
            index = before
        elif word in _COUNTS:
            draft.count = _COUNTS[word]
            draft.definite = True
            index = before
        elif word in _DEFINITE:
            draft.definite = True
            draft.possessed = word == "their"
            index = before
            break
        else:
            break
    draft.first = index


def _take_owners(draft: _Draft, name: KnownName, ends: Mapping[int, KnownName], words: Words, free: int) -> int:
    """Take one state or organisation, and the ones joined to it: "the Azerbaijani, Turkish and Iraqi"."""
    codes = [name.named.code] if name.named.code else []
    index = name.first
    while index - 1 > free and words.lower[index - 1] in {"and", ",", "-"}:
        other = ends.get(index - 1)
        if other is None or not isinstance(other.named, StateName) or other.named.form not in {StateForm.ADJECTIVE, StateForm.PEOPLE} or other.first < free:
            break
        codes.insert(0, other.named.code)
        index = other.first
    draft.codes.extend(codes)
    return index


def _read_right(words: Words, draft: _Draft, lists: OfficeWords, starts: Mapping[int, KnownName], singular: str) -> None:
    while draft.last < len(words) and draft.last - draft.first < _LONGEST_WORDS * 2:
        word = words.lower[draft.last]
        if word == "-" and words.lower[draft.last + 1 : draft.last + 2] in {("elect",), ("designate",)}:
            draft.last += 2
            continue
        if word in {"elect", "designate"}:
            draft.last += 1
            continue
        if word not in {"of", "for", "to", "in", "at", "on"}:
            return
        after = draft.last + 1
        if words.lower[after : after + 1] == ("the",):
            after += 1
        if not (_take_state(words, draft, starts, after, word, singular) or _take_portfolio(words, draft, lists, starts, after, word, singular)):
            return


def _read_origin(words: Words, draft: _Draft, starts: Mapping[int, KnownName]) -> None:
    """Read "from Iraq", "in the Economic Cooperation Organization" behind "colleague"."""
    if draft.codes or words.lower[draft.last : draft.last + 1] not in {("from",), ("of",), ("in",)}:
        return
    after = draft.last + 2 if words.lower[draft.last + 1 : draft.last + 2] == ("the",) else draft.last + 1
    name = starts.get(after)
    if name is not None and name.named.code is not None and not words.is_possessive(name.last):
        draft.codes.append(name.named.code)
        draft.last = name.last


def _take_state(words: Words, draft: _Draft, starts: Mapping[int, KnownName], after: int, word: str, singular: str) -> bool:
    name = starts.get(after)
    if name is None or name.named.code is None:
        return False
    adjective = isinstance(name.named, StateName) and name.named.form in {StateForm.ADJECTIVE, StateForm.PEOPLE}
    if adjective or words.is_possessive(name.last):
        return False
    if word in {"to", "in"}:
        if singular not in _ACCREDITED or draft.of is not None:
            return False
        draft.of = name.named.code
    elif word in {"of", "for"}:
        if word == "for" or draft.codes:
            return False
        draft.codes.append(name.named.code)
        draft.last = name.last
        while words.lower[draft.last : draft.last + 1] == ("and",) and (other := starts.get(draft.last + 1)) is not None and other.named.code:
            if isinstance(other.named, StateName) and other.named.form in {StateForm.ADJECTIVE, StateForm.PEOPLE}:
                break
            draft.codes.append(other.named.code)
            draft.last = other.last
        return True
    else:
        return False
    draft.last = name.last
    return True


def _take_portfolio(words: Words, draft: _Draft, lists: OfficeWords, starts: Mapping[int, KnownName], after: int, word: str, singular: str) -> bool:
    """Take "of trade", "for foreign affairs", "of the Kyrgyz border service"."""
    if word in {"to", "in"} and singular not in {"adviser", "advisor", "aide"}:
        return False
    capital = words.is_capital(draft.head_first) and not words.shouting
    inner: list[str] = []
    index = after
    state = starts.get(index)
    if state is not None and singular in _OF_HEADS and (words.is_possessive(state.last) or _is_adjective(state)):
        index = words.skip_possessive(state.last)
    while index < len(words) and index - after < _LONGEST_WORDS:
        token = words.lower[index]
        if index in starts and token not in lists.portfolio:
            break
        fits = token in lists.portfolio or token in lists.ranks or token in {"state"}
        if fits and (not capital or words.is_capital(index) or singular in _OF_HEADS):
            inner.append(token)
        elif token in {"and", ",", "&", "of", "the", "-", "for"} and inner and _leads_on(words, index, lists, capital=capital and singular not in _OF_HEADS):
            inner.append(token)
        else:
            break
        index += 1
    while inner and inner[-1] in {"and", ",", "&", "of", "the", "-", "for"}:
        inner.pop()
        index -= 1
    if not inner:
        return False
    if state is not None and index > state.last and state.named.code and not draft.codes:
        draft.codes.append(state.named.code)
    if draft.tail:
        draft.tail.append("of" if word == "of" else word)
    draft.tail.extend([word, *inner] if not draft.tail else inner)
    draft.last = index
    return True


def _is_adjective(name: KnownName) -> bool:
    return isinstance(name.named, StateName) and name.named.form in {StateForm.ADJECTIVE, StateForm.PEOPLE}


def _leads_on(words: Words, index: int, lists: OfficeWords, *, capital: bool) -> bool:
    after = index + 1
    if words.lower[index] == "," and words.lower[after : after + 1] == ("and",) and not (capital and words.is_capital(after + 1)):
        return False
    while after < len(words) and words.lower[after] in {"the", "and", "of"}:
        after += 1
    if after >= len(words) or words.lower[after] not in lists.portfolio:
        return False
    if any(words.find_end(after, phrase) is not None for phrase, _, _ in lists.heads.get(words.lower[after], ())):
        return False
    return (not capital or words.is_capital(after)) and not _continues(words, after, lists)


def _canonical(draft: _Draft, singular: str, lists: OfficeWords, *, institution: bool) -> str:
    """Write an office in the codebook's way: rank, portfolio, head; lower case."""
    head = {"spokesman": "spokesperson", "spokeswoman": "spokesperson", "chairwoman": "chairman", "chairperson": "chairman", "chair": "chairman", "premier": "prime minister", "pm": "prime minister", "fm": "foreign minister", "secretary-general": "secretary general", "director-general": "director general", "advisor": "adviser", "vice-president": "vice president", "ambassador-at-large": "ambassador-at-large", "foreign secretary": "foreign secretary", "amir": "emir"}.get(singular, singular)
    ranks = [{"vice": "deputy", "vice-": "deputy"}.get(rank, rank) for rank in draft.ranks if rank not in {"acting", "interim", "caretaker", "top", "senior", "presidential", "cabinet"}]
    if head == "president" and ranks == ["deputy"]:
        ranks = ["vice"]
    portfolio = _words_of(draft.portfolio)
    tail = _words_of(draft.tail)
    preposition, _, rest = tail.partition(" ")
    if head in {"minister", "ministry"} and rest and preposition in {"of", "for"} and not rest.startswith("state for") and rest != "state":
        portfolio, tail = rest, ""
    if head == "secretary" and rest == "state" and preposition == "of":
        return " ".join([*ranks, "secretary of state"])
    if head == "spokesperson":
        portfolio, tail = (rest or portfolio), ""
        portfolio = {"foreign office": "foreign ministry", "foreign affairs": "foreign ministry", "ministry of foreign affairs": "foreign ministry", "foreign affairs ministry": "foreign ministry", "ministry": "foreign ministry"}.get(portfolio, portfolio)
    portfolio = lists.canonical.get(portfolio, portfolio)
    tail = tail.removesuffix(" of armed forces")
    joined = " ".join(part for part in (*ranks, portfolio, head, tail) if part)
    return " ".join(joined.replace(" ,", ",").split())


def _words_of(parts: list[str]) -> str:
    return " ".join(part for part in parts if part != "the").replace(" - ", "-").replace(" ,", ",")
