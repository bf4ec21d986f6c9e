"""Reads an office phrase to the right of its head: "of trade", "to Kuwait", "of the Supreme National Security Council", "-elect"."""

from __future__ import annotations

from dragoman.mentions.body_words import body_words
from dragoman.mentions.names import KnownName, NamedWords
from dragoman.mentions.office_draft import OfficeDraft, owner_words
from dragoman.mentions.office_head import stands_head, to_later_head
from dragoman.mentions.office_words import OfficeWords
from dragoman.mentions.words import Words
from dragoman.values.mention import OrganisationName, StateForm, StateName

__all__ = ["read_headed", "read_origin", "read_right"]

_PREPOSITIONS = frozenset({"of", "for", "to", "in", "at", "on"})
_LINKS = frozenset({"and", ",", "&", "of", "the", "-", "for"})
_NAME_LINKS = frozenset({"and", "&", "of", "the", "for", "on", "-", "'", "s", ",", "al", "el"})
_OFTEN_LOWER = frozenset({"development", "affairs", "policy", "relations", "cooperation", "trade", "industry", "security"})
_LONGEST_WORDS = 14
_LONGEST_BODY = 10
_LONGEST_PHRASE = 28


def read_right(named: NamedWords, draft: OfficeDraft, lists: OfficeWords) -> None:
    """Take the words to the right of the head into the draft, one prepositional phrase after the other."""
    words = named.words
    while draft.last < len(words) and draft.last - draft.first < _LONGEST_PHRASE:
        word = words.lower[draft.last]
        behind = words.lower[draft.last + 1 : draft.last + 2]
        if word == "-" and behind in {("elect",), ("designate",)}:
            draft.elect = draft.elect or behind == ("elect",)
            draft.last += 2
        elif word in {"elect", "designate"}:
            draft.elect = draft.elect or word == "elect"
            draft.last += 1
        elif word == "extraordinary":
            draft.last += 3 if words.lower[draft.last + 1 : draft.last + 3] == ("and", "plenipotentiary") else 1
        elif word in _PREPOSITIONS:
            after = draft.last + 2 if behind == ("the",) else draft.last + 1
            if not (
                _take_state(named, draft, lists, after, word)
                or _take_body(named, draft, lists, after, word)
                or _take_portfolio(named, draft, lists, after, word)
            ):
                return
        else:
            return


def read_headed(named: NamedWords, draft: OfficeDraft, lists: OfficeWords) -> bool:
    """Take what someone heads, behind "who heads": "the border service", "Iraq's ministry of trade". Says whether there was anything."""
    after = draft.last + 1 if named.words.lower[draft.last : draft.last + 1] == ("the",) else draft.last
    takers = (_take_state, _take_body, _take_portfolio)
    return any(take(named, draft, lists, after, "of") for take in takers)


def read_origin(named: NamedWords, draft: OfficeDraft) -> None:
    """Read "from Iraq", "in the Economic Cooperation Organization" behind "colleague"."""
    words = named.words
    if draft.codes or words.lower[draft.last : draft.last + 1] not in {("from",), ("of",), ("in",)}:
        return
    after = draft.last + 2 if words.lower[draft.last + 1 : draft.last + 2] == ("the",) else draft.last + 1
    name = named.starts.get(after)
    if name is not None and name.named.code is not None and not words.is_possessive(name.last):
        draft.codes.append(name.named.code)
        draft.last = name.last


def _take_state(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, after: int, word: str) -> bool:
    words = named.words
    name = named.starts.get(after)
    if name is None or not _stands_for_itself(words, name, lists):
        return False
    if word == "in" and draft.head.institution:
        return _take_seat(draft, lists, name)
    accredited = draft.head.singular in lists.accredited
    if accredited and word != "of":
        if draft.of is not None:
            return False
        draft.of = name.named.code
        draft.last = _skip_seat(named, name.last)
        return True
    if word == "of" and draft.codes == [name.named.code]:
        draft.last = name.last  # "of the Supreme National Security Council | of Iran"
        return True
    inner = owner_words(words, name, lists)
    if (
        (word != "of" and not (word == "for" and inner))
        or draft.codes
        or (_may_head_body(draft, lists) and (_body_end(words, after, lists) or 0) > name.last)
    ):
        return False
    if inner:
        draft.tail.extend(["of", *inner])
    draft.substate = name.substate
    _take_states(named, draft, name)
    return True


def _stands_for_itself(words: Words, name: KnownName, lists: OfficeWords) -> bool:
    """Say whether a state stands by itself: not in "Vienna-based organisations", "the administration of U.S. President X"."""
    if name.named.code is None or name.is_adjective or words.is_possessive(name.last):
        return False
    if words.lower[name.last : name.last + 1] == ("-",) and words.is_glued(name.last):
        return False
    return not (stands_head(words, name.last, lists) or (words.is_capital(name.last) and to_later_head(words, name.last, lists)))


def _take_seat(draft: OfficeDraft, lists: OfficeWords, name: KnownName) -> bool:
    """Take the capital that says whose institution it is: "the cabinet | in Addis Ababa", "authorities | in Kabul"."""
    capital = isinstance(name.named, StateName) and name.named.form is StateForm.CAPITAL
    if not capital or draft.codes or draft.portfolio or draft.tail or draft.head.singular not in lists.seated:
        return False
    draft.codes.append(name.named.code or "")
    draft.last = name.last
    return True


def _skip_seat(named: NamedWords, last: int) -> int:
    """Skip the seat of an organisation: "to the United Nations in Geneva"."""
    words = named.words
    if words.lower[last : last + 1] in {("in",), ("at",)} and words.is_capital(last + 1):
        seat = named.starts.get(last + 1)
        end = seat.last if seat is not None else last + 2
        if words.lower[end : end + 1] in {(",",), ()} or words.is_capital(end):
            return end
    return last


def _take_states(named: NamedWords, draft: OfficeDraft, name: KnownName) -> None:
    """Take "of Qatar", "of Oman, Azerbaijan and Iraq"."""
    words = named.words
    draft.codes.append(name.named.code or "")
    draft.last = name.last
    while words.lower[draft.last : draft.last + 1] in {("and",), (",",)}:
        begin = draft.last + 1
        while words.lower[begin : begin + 1] in {("and",), ("the",)}:
            begin += 1
        other = named.starts.get(begin)
        if other is None or other.named.code is None or other.is_adjective or words.is_possessive(other.last):
            return
        if words.lower[draft.last] == "," and not (draft.head.plural and _closes_list(named, other.last)):
            return
        draft.codes.append(other.named.code)
        draft.last = other.last


def _closes_list(named: NamedWords, index: int) -> bool:
    """Say whether a list of states that has come to `index` goes on to its "and"."""
    words = named.words
    while words.lower[index : index + 1] == (",",):
        begin = index + 2 if words.lower[index + 1 : index + 2] == ("and",) else index + 1
        name = named.starts.get(begin)
        if name is None or name.named.code is None:
            return False
        if begin == index + 2:
            return True
        index = name.last
    return words.lower[index : index + 1] == ("and",) and index + 1 in named.starts


def _take_body(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, after: int, word: str) -> bool:
    """Take the name of a body in capitals: "of the National Cancer Institute", "of the Atomic Energy Organization of Iran"."""
    words = named.words
    if word not in {"of", "for", "at"} or words.shouting or not _may_head_body(draft, lists):
        return False
    if word == "of" and _is_acronym(named, after):
        draft.private, draft.last = True, after + 1
        return True
    last = _body_end(words, after, lists)
    if last is not None and not body_words().needed.isdisjoint(words.lower[after:last]):
        return False  # a body of several states is a mention of its own
    if last is None or all(token in lists.portfolio or token in _NAME_LINKS for token in words.lower[after:last]):
        return False
    codes = {named.starts[index].named.code for index in range(after, last) if index in named.starts}
    draft.private = words.lower[last - 1] in lists.private_bodies or len(codes) > 1
    inner: list[str] = []
    index = after
    while index < last:
        name = named.starts.get(index)
        if name is None:
            inner.append(words.lower[index])
            index += 1
            continue
        if name.named.code and not draft.codes:
            draft.codes.append(name.named.code)
        inner.extend(owner_words(words, name, lists) or ([] if name.named.code in draft.codes else words.lower[name.first : name.last]))
        index = words.skip_possessive(name.last)
    draft.tail.extend([word, *inner])
    draft.last = last
    _take_abbreviation(named, draft)
    return True


def _take_abbreviation(named: NamedWords, draft: OfficeDraft) -> None:
    """Take what abbreviates the body, when that is an organisation: "of the Intl. Atomic Power Agency | (IAEA)"."""
    words = named.words
    if draft.codes or words.lower[draft.last : draft.last + 1] != ("(",):
        return
    name = named.starts.get(draft.last + 1)
    if (
        name is not None
        and isinstance(name.named, OrganisationName)
        and name.named.code
        and words.lower[name.last : name.last + 1] == (")",)
    ):
        draft.codes.append(name.named.code)
        draft.private, draft.last = False, name.last + 1


def _is_acronym(named: NamedWords, index: int) -> bool:
    """Say whether an abbreviation that nobody listed stands at `index`: a company or chamber, mostly."""
    words = named.words
    return index < len(words) and len(words.text[index]) > 1 and words.text[index].isupper() and index not in named.starts


def _may_head_body(draft: OfficeDraft, lists: OfficeWords) -> bool:
    return draft.head.singular in lists.of_heads and not draft.private


def _body_end(words: Words, after: int, lists: OfficeWords) -> int | None:
    """Return one past the last word of a body's name that begins in capitals at `after`."""
    last = None
    for index in range(after, min(len(words), after + _LONGEST_BODY)):
        word = words.lower[index]
        if words.is_capital(index):
            if stands_head(words, index, lists):
                break
            if word in lists.bodies or word in lists.private_bodies:
                last = index + 1
        elif index == after or word not in _NAME_LINKS or (word == "," and last is None):
            break
    return last


def _take_portfolio(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, after: int, word: str) -> bool:
    """Take "of trade", "for foreign affairs", "of the Kyrgyz border service"."""
    singular = draft.head.singular
    if word in {"to", "in", "at"} and singular not in lists.aides:
        return False
    words = named.words
    strict = words.is_capital(draft.head_first) and not words.shouting and singular not in lists.of_heads
    state = named.starts.get(after)
    owning = state is not None and (words.is_possessive(state.last) or state.is_adjective or _owns_office(words, state))
    owned = owning and singular in lists.of_heads
    begin = words.skip_possessive(state.last) if state is not None and owned else after
    if (word == "to" or draft.head.institution) and singular != "ministry" and to_later_head(words, begin, lists):
        return False  # "adviser to Foreign Minister X", "the government of Prime Minister X"
    if owned and state is not None and state.named.code and to_later_head(words, begin, lists):
        draft.codes.extend([] if draft.codes else [state.named.code])
        return False  # "special envoy of | Iran's foreign minister"
    inner = _portfolio_words(named, lists, begin, strict=strict)
    if not inner:
        return False
    if state is not None and owned and state.named.code and not draft.codes:
        draft.codes.append(state.named.code)
        draft.substate = state.substate
    draft.tail.extend([word, *inner])
    draft.last = begin + len(inner)
    _take_abbreviation(named, draft)
    return True


def _owns_office(words: Words, name: KnownName) -> bool:
    """Say whether an organisation owns the office named behind it: "the EU | delegation", "the UN | office"."""
    return isinstance(name.named, OrganisationName) and words.lower[name.last : name.last + 1] in {
        ("delegation",),
        ("mission",),
        ("office",),
    }


def _portfolio_words(named: NamedWords, lists: OfficeWords, begin: int, *, strict: bool) -> list[str]:
    words = named.words
    inner: list[str] = []
    for index in range(begin, min(len(words), begin + _LONGEST_WORDS)):
        token = words.lower[index]
        if _names_state(named, index, lists):
            break
        cased = not strict or words.is_capital(index) or (bool(inner) and token in _OFTEN_LOWER)
        if (token in lists.portfolio or token in lists.ranks) and cased:
            inner.append(token)
        elif token in _LINKS and inner and _leads_on(named, index, lists, strict=strict):
            inner.append(token)
        else:
            break
    while inner and inner[-1] in _LINKS:
        inner.pop()
    return inner


def _names_state(named: NamedWords, index: int, lists: OfficeWords) -> bool:
    """Say whether a state or organisation stands at `index`; "European" and "EU" may be part of a portfolio."""
    name = named.starts.get(index)
    return name is not None and (name.last > index + 1 or named.words.lower[index] not in lists.portfolio)


def _leads_on(named: NamedWords, index: int, lists: OfficeWords, *, strict: bool) -> bool:
    """Say whether the link word at `index` joins more of the portfolio, and no second office."""
    words = named.words
    after = index + 1
    if words.lower[index] == "," and words.lower[after : after + 1] == ("and",) and not (strict and words.is_capital(after + 1)):
        return False
    while after < len(words) and words.lower[after] in {"the", "and", "of"}:
        after += 1
    if after >= len(words) or words.lower[after] not in lists.portfolio or _names_state(named, after, lists):
        return False
    if any(words.find_end(after, form.words) is not None for form in lists.heads.get(words.lower[after], ())):
        return False
    return (not strict or words.is_capital(after)) and not to_later_head(words, after, lists)
