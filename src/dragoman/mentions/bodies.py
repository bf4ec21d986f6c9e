"""Finds standing bodies and their sittings: "the eleventh session of the Georgian-Armenian Commission on Economic Cooperation"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.mentions.body_words import BodyWords, body_words
from dragoman.mentions.names import KnownName, NamedWords
from dragoman.mentions.ordinals import read_ordinal
from dragoman.mentions.words import Words
from dragoman.values.mention import BodyName, Mention, StateName
from dragoman.values.span import Span

__all__ = ["find_bodies"]

_LINKS = frozenset({"-", "–", "and", ",", "&"})
_SUBJECT_LINKS = frozenset({"on", "for", "of", "and", "the", ",", "-", "&"})
_DETERMINERS = frozenset({"the", "this", "their", "its", "a"})
_NEED_CAPITAL = frozenset({"dialogue", "forum", "council"})
_ONLY_IN_NAMES = frozenset({"meeting", "cabinet", "mechanism"})
_THEIRS = frozenset({"their", "our"})
_YEARLY = frozenset({"annual", "biannual", "biennial", "yearly", "regular"})
_CONTEXT = frozenset({"the", "this", "that", "joint", "bilateral"})
_LEAST_STATES = 2
_BETWEEN = frozenset({"between", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A body at words ``[first, last)``."""

    first: int
    last: int
    body: BodyName


def find_bodies(text: str, named: NamedWords) -> list[Mention]:
    """Find bodies and sittings in one sentence, in order.

    A body needs a word such as "joint" or "intergovernmental", two states in its name, or a numbered sitting; a council of one state is
    none. A sitting without its body ("the next session", "the third dialogue") is found too, but not "the second meeting between" two
    people.
    """
    lists, words = body_words(), named.words
    found: list[_Found] = []
    free = 0
    for index, word in enumerate(words.lower):
        body = _read_body(text, named, index, lists) if word in lists.first_words and index >= free else None
        if body is None:
            continue
        free = body.last
        joined = _with_sitting(words, body, lists)
        if _is_standing(words, joined, lists):
            found.append(joined)
    found.extend(_bare_sittings(words, found, lists))
    found.sort(key=lambda item: item.first)
    return [Mention(span=Span(words.start[item.first], words.end[item.last - 1]), named=item.body) for item in found]


def _read_body(text: str, named: NamedWords, index: int, lists: BodyWords) -> _Found | None:
    words = named.words
    noun = next((phrase for phrase in (words.lower[index : index + 2], words.lower[index : index + 1]) if phrase in lists.nouns), None)
    if noun is None or index in named.starts:
        return None
    capital = words.is_capital(index) and not words.shouting
    first, codes = _read_left(named, index, lists, capital=capital)
    last = index + len(noun)
    if capital:
        last = _read_subject(words, last)
    name = text[words.start[first] : words.end[last - 1]]
    return _Found(first=first, last=last, body=BodyName(name=name, type=lists.nouns[noun], countries=tuple(dict.fromkeys(codes))))


def _read_left(named: NamedWords, index: int, lists: BodyWords, *, capital: bool) -> tuple[int, list[str]]:
    """Read states and words of the name to the left of the noun: where the name begins, and the codes in it."""
    words = named.words
    first = index
    codes: list[str] = []
    while first > 0:
        before = first - 1
        word = words.lower[before]
        name = _name_before(named, first)
        if name is not None and name.named.code and (capital or isinstance(name.named, StateName)):
            codes.insert(0, name.named.code)
            first = name.first
            continue
        in_name = word in lists.standing and (not capital or words.is_capital(before) or word in lists.needed)
        links = word in _LINKS and before > 0 and first < index and (before in named.ends or words.lower[before - 1] in lists.standing)
        if not (in_name or links or (capital and _is_name_word(words, first))):
            break
        first = before
    while first < index and words.lower[first] in _LINKS:
        first += 1
    return first, codes


def _name_before(named: NamedWords, first: int) -> KnownName | None:
    """Return the state or organisation that ends before word `first`, with a possessive mark or without."""
    return named.ends.get(first) or (named.ends.get(first - 2) if named.words.is_possessive(first - 2) else None)


def _is_name_word(words: Words, first: int) -> bool:
    """Say whether the word before `first` is a further word in capitals of the name, and no ordinal."""
    before = first - 1
    plain = before > 0 and words.is_capital(before) and words.text[before].isalpha() and words.lower[before] not in {"the", "a"}
    return plain and read_ordinal(words, first) is None


def _read_subject(words: Words, last: int) -> int:
    """Read "on Trade, Economic and Cultural Cooperation" behind the noun."""
    index = last
    if words.lower[index : index + 1] not in {("on",), ("for",), ("of",)}:
        return last
    while index < len(words) and (words.is_capital(index) or words.lower[index] in _SUBJECT_LINKS):
        index += 1
    while index > last and not words.is_capital(index - 1):
        index -= 1
    return index


def _with_sitting(words: Words, found: _Found, lists: BodyWords) -> _Found:
    """Join "the 15th meeting of the" before a body, "'s third session" or "held its seventeenth meeting" behind it, or a bare ordinal."""
    first, last = found.first, found.last
    before = first - 1 if first and words.lower[first - 1] in _DETERMINERS else first
    if before > 1 and words.lower[before - 1] == "of" and words.lower[before - 2] in lists.sittings:
        number, order, begin = _read_number(words, before - 2, lists)
        return replace(found, first=begin, body=replace(found.body, number=number, sitting=True, order=order))
    sits = last < len(words) and words.lower[last] in lists.sittings
    ordinal = read_ordinal(words, first)
    if ordinal is not None:
        return _Found(first=ordinal[1], last=last + sits, body=replace(found.body, number=ordinal[0], sitting=True))
    if sits:
        number, order, begin = _read_number(words, last, lists)
        return _Found(first=min(begin, first), last=last + 1, body=replace(found.body, number=number, sitting=True, order=order))
    order = lists.order.get(words.lower[first - 1]) if first else None
    return replace(found, body=replace(found.body, order=order))


def _read_number(words: Words, index: int, lists: BodyWords) -> tuple[int | None, str | None, int]:
    """Read the ordinal or "next" before a sitting noun at `index`; return number, order and where the phrase begins."""
    while index and words.lower[index - 1] in lists.regular:
        index -= 1
    ordinal = read_ordinal(words, index)
    if ordinal is not None:
        return ordinal[0], None, ordinal[1]
    if index and words.lower[index - 1] in lists.order:
        return None, lists.order[words.lower[index - 1]], index - 1
    return None, None, index


def _is_standing(words: Words, found: _Found, lists: BodyWords) -> bool:
    """Say whether it is a body of several states."""
    body, last = found.body, found.last
    noun = (body.name or "").lower().split(" ")[-1]
    if noun in _ONLY_IN_NAMES and body.name is not None and not body.name.split(" ")[-1][:1].isupper():
        return False
    if noun == "meeting" and len(body.countries) < _LEAST_STATES:
        return False
    if not lists.needed.isdisjoint(words.lower[found.first : last]) or len(body.countries) > 1:
        return True
    if body.sitting and body.number:
        return len(body.countries) != 1
    if body.type in _NEED_CAPITAL and not words.is_capital(last - 1):
        return False
    if words.is_capital(last - 1) and found.first and words.lower[found.first - 1] in _THEIRS | _YEARLY and not body.countries:
        return True
    return words.lower[last : last + 1] == ("between",) or (body.sitting and words.lower[last : last + 2] == ("of", "the"))


def _is_of_body(words: Words, index: int, lists: BodyWords) -> bool:
    """Say whether "of the Commission", a body spoken of before, follows a sitting."""
    step = index + 1
    if words.lower[step : step + 1] != ("of",):
        return False
    step += 1
    while step < len(words) and words.lower[step] in _CONTEXT | _THEIRS:
        step += 1
    return words.lower[step : step + 1] in lists.nouns or words.lower[step : step + 2] in lists.nouns


def _bare_sittings(words: Words, bodies: list[_Found], lists: BodyWords) -> list[_Found]:
    """Find sittings named without their body: "the sixth session", "its twelfth session", "the next meeting of the body"."""
    taken = {index for item in bodies for index in range(item.first, item.last)}
    found: list[_Found] = []
    for index, word in enumerate(words.lower):
        if index in taken or word not in lists.sittings or word == "edition":
            continue
        number, order, begin = _read_number(words, index, lists)
        of_body = _is_of_body(words, index, lists)
        if number is None and (order is None or (word not in {"session", "sitting"} and not of_body)):
            continue
        encounter = (word == "round" and not of_body) or (word == "meeting" and not _BETWEEN.isdisjoint(words.lower[index + 1 : index + 2]))
        if not (number and encounter) and begin not in taken:
            found.append(_Found(first=begin, last=index + 1, body=BodyName(name=None, type=None, number=number, sitting=True, order=order)))
    return found
