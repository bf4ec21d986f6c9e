"""Finds persons again who are known from elsewhere in the document: by full name, last name, or a first name that alone is used."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import office_words
from dragoman.mentions.person_names import join_words
from dragoman.mentions.words import Words, cut_words
from dragoman.values.mention import Mention, OfficeName, PersonName
from dragoman.values.span import Span

__all__ = ["find_known_people", "join_appositions", "known_forms"]

_SHORTEST_CHARS = 3
_LONGEST_NEIGHBOURS = 2
_APPOSED = frozenset({", ", " (", ", who is ", ", who is also ", ", who was "})
_CLOSING = frozenset({",", ".", ";", ")"})
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})


def known_forms(people: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the forms under which named persons may come back, by their first folded word, the longest first.

    A name of two or more words comes back whole, by its last word, by its last two, or by the part behind a particle.
    """
    forms: dict[str, set[tuple[str, ...]]] = {}
    lists = office_words()
    for name in people:
        parts = name.split(" ")
        texts = {" ".join(parts[index:]) for index in range(len(parts))}
        if len(parts) > 2:
            texts.add(" ".join(parts[:2]))
        if len(parts) > 1 and "-" not in parts[0] and parts[0].lower() not in lists.particles:
            texts.add(parts[0])
        article, hyphen, rest = parts[-1].partition("-")
        if hyphen and article.lower() in _ARTICLES and rest[:1].isupper():
            texts.add(rest)  # "al-Halbousi" comes back as "Halbousi"
        for text in texts:
            words = cut_words(text, 0, len(text)).lower
            if len(text) >= _SHORTEST_CHARS and words and text.lower() not in lists.no_names:
                forms.setdefault(words[0], set()).add(words)
    return {word: tuple(sorted(found, key=lambda form: (-len(form), form))) for word, found in forms.items()}


def find_known_people(
    named: NamedWords, free: Collection[tuple[int, int]], known: Mapping[str, tuple[tuple[str, ...], ...]]
) -> list[Mention]:
    """Find later mentions of persons already named.

    A known name inside a longer one is somebody else's unless that one is known too: "Saddam Hussein" is not "Foreign Minister Hussein".

    Args:
        named: The sentence.
        free: Word ranges that no other mention holds, in order.
        known: Folded words of each known form by its first folded word, the longest first.
    """
    words = named.words
    found: list[Mention] = []
    for first, last in free:
        index = first
        while index < last:
            end = _form_end(words, index, last, known)
            if end is None:
                index += 1
                continue
            begin, stop = _widen(named, index, end, (first, last), known)
            if stop == end == begin + 1 and _goes_on(named, end, known):
                index = end
                continue
            end = stop
            span = Span(words.start[begin], words.end[end - 1])
            short = sum(word[0].isalpha() for word in words.text[begin:end]) == 1
            found.append(Mention(span=span, named=PersonName(name=join_words(words, begin, end), short=short)))
            index = end
    return found


def join_appositions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Join a known person with the office that follows between commas: "Karim, Baghdad's chief negotiator, said"."""
    joined: list[Mention] = []
    for mention in mentions:
        held = _apposed_office(text, joined[-1], mention) if joined else None
        if held is None or not isinstance(joined[-1].named, PersonName):
            joined.append(mention)
            continue
        offices = (held.office,) if held.office else ()
        person = replace(joined[-1].named, offices=offices, country=held.country, of=held.of, titled=True)
        joined[-1] = Mention(span=Span(joined[-1].span.start, mention.span.end), named=person)
    return joined


def _apposed_office(text: str, person: Mention, office: Mention) -> OfficeName | None:
    """Return the office when it stands in apposition to an untitled name."""
    named = office.named
    if not isinstance(person.named, PersonName) or person.named.titled or not isinstance(named, OfficeName):
        return None
    if named.institution or named.plural or named.former or named.relation or not (named.countries or " " in (named.office or "")):
        return None
    apposed = text[person.span.end : office.span.start] in _APPOSED and text[office.span.end : office.span.end + 1] in _CLOSING
    return named if apposed else None


def _form_end(words: Words, index: int, last: int, known: Mapping[str, tuple[tuple[str, ...], ...]]) -> int | None:
    if not (words.text[index][0].isupper() or words.lower[index] in _ARTICLES):
        return None
    for form in known.get(words.lower[index], ()):
        end = words.find_end(index, form)
        if end is None or end > last:
            continue
        hyphen = end + 1 < last and words.text[end] == "-" and words.is_glued(end) and words.is_glued(end + 1)
        if not hyphen:
            return end
    return None


def _goes_on(named: NamedWords, end: int, known: Mapping[str, object]) -> bool:
    """Say whether a lone name goes on as the name of a thing: "George | Washington University"."""
    words = named.words
    follows = words.is_capital(end) and not words.is_glued(end) and words.lower[end] not in known
    return follows and (end in named.starts or words.lower[end] in office_words().things)


def _widen(named: NamedWords, begin: int, end: int, free: tuple[int, int], known: Mapping[str, object]) -> tuple[int, int]:
    """Take in the words in capitals on either side: they are parts of one name, unless each is known by itself."""
    words = named.words
    limit = end + _LONGEST_NEIGHBOURS
    while end < min(free[1], limit) and _is_name_word(named, end, known) and not words.is_glued(end):
        end += 1
    limit = begin - _LONGEST_NEIGHBOURS
    while begin > max(free[0], limit) and _is_name_word(named, begin - 1, known) and not words.is_glued(begin):
        begin -= 1
    return begin, end


@cache
def _ordinary_words() -> frozenset[str]:
    lists = office_words()
    titles = lists.honorifics | lists.ranks | lists.ranks_military | lists.former | lists.heads.keys()
    return lists.no_names | lists.verbs | lists.portfolio | lists.things | titles


def _is_name_word(named: NamedWords, index: int, known: Mapping[str, object]) -> bool:
    words = named.words
    word = words.lower[index]
    if word in known or index in named.starts or index + 1 in named.ends:
        return False
    if not words.text[index].istitle() or len(word) < _SHORTEST_CHARS or words.shouting or words.titled:
        return False
    if word in _ordinary_words():
        return False
    opens = index == 0 or not (words.text[index - 1][0].isalnum() or words.text[index - 1] in ",-'")
    return not (opens and (word.endswith(("ing", "ly", "ed")) or kb.is_common_word(word)))
