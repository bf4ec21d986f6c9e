"""Reads an office phrase to the left of its head: portfolio and ranks, then the state, "former", and "the" or "his"."""

from __future__ import annotations

from dragoman.mentions.names import KnownName, NamedWords
from dragoman.mentions.office_draft import OfficeDraft, owner_words
from dragoman.mentions.office_words import OfficeWords
from dragoman.mentions.words import Words

__all__ = ["read_left"]

_JOINERS = frozenset({"and", "&", ",", "-"})
_DEFINITE = frozenset({"the", "his", "her", "its", "their", "this", "my", "our", "your"})
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_LONGEST_WORDS = 14
_MOST_UNKNOWN = 2
_SHORTEST_UNKNOWN = 4
_OF_FIRMS = frozenset({"president", "chairman", "chairwoman", "chairperson", "vice president", "vice-president", "chief executive"})
_LOWER_RANKS = frozenset({"acting", "deputy"})


def read_left(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, free: int) -> None:
    """Take the words to the left of the head into the draft; never a word before `free`."""
    _read_portfolio(named, draft, lists, free)
    skipped = _skip_acronym(named.words, draft.first, free)
    if skipped in named.ends:
        draft.first = skipped
    _read_owner(named, draft, lists, free)
    if draft.head.singular in _OF_FIRMS and not draft.codes and draft.first == draft.head.first and _is_unknown_acronym(named, draft, free):
        draft.private = True


def _is_unknown_acronym(named: NamedWords, draft: OfficeDraft, free: int) -> bool:
    """Say whether an abbreviation that nobody listed owns the office: "the ASK | president"."""
    before, words = draft.first - 1, named.words
    if before < free or words.shouting or draft.first in named.ends:
        return False
    return len(words.text[before]) > 1 and words.text[before].isupper() and words.text[before].isalpha()


def _read_portfolio(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, free: int) -> None:
    words = named.words
    capital = words.is_capital(draft.head.first) and not words.shouting
    index = _skip_acronym(words, draft.first, free) - 1
    begin, unknown = index, 0
    while index >= free and draft.last - index < _LONGEST_WORDS:
        word = words.lower[index]
        owner = named.ends.get(index + 1)
        if owner is not None and owner.first >= free:
            break
        fits = not capital or words.is_capital(index)
        if word in lists.portfolio and fits:
            draft.portfolio.insert(0, word)
        elif word in lists.ranks and (fits or word in _LOWER_RANKS):
            draft.ranks.insert(0, word)
        elif word in _JOINERS and draft.portfolio and _joins(words, index, lists, free, capital=capital):
            draft.portfolio.insert(0, word)
        elif _may_be_portfolio(words, index, free, lists, draft) and unknown < _MOST_UNKNOWN:
            draft.portfolio.insert(0, word)
            unknown += 1
        elif not (word == "-" and index - 1 >= free and words.lower[index - 1] in lists.ranks | lists.former):
            break
        index -= 1
    if index < begin:
        draft.first = draft.head_first = index + 1


def _may_be_portfolio(words: Words, index: int, free: int, lists: OfficeWords, draft: OfficeDraft) -> bool:
    """Say whether a word nobody listed may be a portfolio: "the Beekeeping Minister"; never the first word of a sentence."""
    if draft.head.singular != "minister" or draft.head.plural or words.titled or words.shouting or not words.is_capital(draft.head.first):
        return False
    word = words.lower[index]
    if index <= free or not words.text[index].istitle() or len(word) < _SHORTEST_UNKNOWN or words.is_glued(index):
        return False
    before = words.text[index - 1]
    if before in {'"', "“", "”", ":", ".", ";", "(", "—", "–", "?", "!"}:
        return False
    ordinary = (lists.no_names, lists.verbs, lists.honorifics, lists.ranks_military, lists.fillers, lists.former, lists.things)
    return not any(word in group for group in ordinary) and word not in lists.heads


def _joins(words: Words, index: int, lists: OfficeWords, free: int, *, capital: bool) -> bool:
    before = index - 1
    if before < free or words.lower[before] not in lists.portfolio or (capital and not words.is_capital(before)):
        return False
    return words.lower[index] != "," or words.is_capital(before) == words.is_capital(index + 1)  # "in the crisis, Foreign Ministry …"


def _skip_acronym(words: Words, index: int, free: int) -> int:
    """Step back over "(AEOI)" before `index`, so that what it abbreviates is read."""
    if index - 3 >= free and words.lower[index - 1] == ")" and words.lower[index - 3] == "(" and words.text[index - 2].isupper():
        return index - 3
    return index


def _read_owner(named: NamedWords, draft: OfficeDraft, lists: OfficeWords, free: int) -> None:
    words = named.words
    index = draft.first
    while index > free:
        before = index - 1
        word = words.lower[before]
        name = _owner_before(named, index)
        if name is not None and name.first >= free and not draft.codes:
            draft.portfolio[:0] = owner_words(words, name, lists)
            index = _take_owners(named, draft, name, free)
        elif _is_homeland(words, index, lists) and before - 2 >= free:
            draft.definite = True
            index = before - 2
        elif word in lists.former:
            draft.former = True
            index = before
        elif word in lists.fillers or (word == "-" and before > free and words.lower[before - 1] in lists.former | lists.fillers):
            index = before
        elif word in _COUNTS:
            draft.count, draft.definite = _COUNTS[word], True
            index = before
        elif word in _DEFINITE:
            draft.definite, draft.possessed = True, word == "their"
            index = before
            break
        else:
            break
    draft.first = index


def _is_homeland(words: Words, index: int, lists: OfficeWords) -> bool:
    """Say whether "country's" ends before word `index`."""
    return index > 2 and words.lower[index - 3] in lists.homelands and words.lower[index - 2 : index] == ("'", "s")


def _owner_before(named: NamedWords, index: int) -> KnownName | None:
    """Return the listed name that ends before word `index`, a possessive mark between them or not."""
    for back in (0, 2, 1):
        name = named.ends.get(index - back)
        if name is not None and (back == 0 or named.words.skip_possessive(index - back) == index):
            return name
    return None


def _take_owners(named: NamedWords, draft: OfficeDraft, name: KnownName, free: int) -> int:
    """Take one state or organisation, and the ones joined to it: "the Azerbaijani, Turkish and Iraqi"."""
    words = named.words
    codes = [name.named.code] if name.named.code else []
    draft.substate = name.substate
    index = name.first
    while index - 1 > free and words.lower[index - 1] in {"and", ",", "-"}:
        other = named.ends.get(index - 1)
        if other is None or not other.is_adjective or other.first < free or other.named.code is None:
            break
        codes.insert(0, other.named.code)
        index = other.first
    draft.codes.extend(codes)
    return index
