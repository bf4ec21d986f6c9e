"""Finds the head word of an office phrase: "minister", "chief of staff", "foreign ministry", where no other head follows."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import HeadForm, OfficeWords
from dragoman.mentions.words import Words

__all__ = ["OfficeHead", "find_head", "stands_head", "to_later_head"]

_LONGEST_PORTFOLIO = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHead:
    """A head at words ``[first, last)``, with the singular it stands for."""

    first: int
    last: int
    singular: str
    plural: bool
    institution: bool


def find_head(named: NamedWords, index: int, lists: OfficeWords) -> OfficeHead | None:
    """Return the head at word `index`; None when there is none, or when it only leads to a head further right."""
    words = named.words
    word = words.lower[index]
    if index in named.starts:
        return None
    for form in lists.institutions.get(word, ()):
        last = words.find_end(index, form.words)
        if last is not None and not _is_institution_of_head(words, last, len(form.words), lists):
            return OfficeHead(first=index, last=last, singular=form.singular, plural=False, institution=True)
    for form in lists.heads.get(word, ()):
        last = words.find_end(index, form.words)
        if last is not None and not _is_rank_of_head(words, last, form, lists):
            return OfficeHead(first=index, last=last, singular=form.singular, plural=form.plural, institution=False)
    return None


def _is_institution_of_head(words: Words, last: int, size: int, lists: OfficeWords) -> bool:
    """Say whether an institution only says whose head follows: "Foreign Ministry | spokesman"."""
    return stands_head(words, last, lists) or (size == 1 and to_later_head(words, last - 1, lists))


def _is_rank_of_head(words: Words, last: int, form: HeadForm, lists: OfficeWords) -> bool:
    """Say whether a head is only the rank of the next one: "deputy | minister", "deputy | foreign minister"."""
    if form.singular in lists.ranks and stands_head(words, last, lists):
        return True
    behind = words.lower[last] if last < len(words) else ""
    return (behind in lists.portfolio or behind in lists.ranks) and to_later_head(words, last, lists)


def stands_head(words: Words, index: int, lists: OfficeWords) -> bool:
    """Say whether a head word stands at `index` ("ministry | spokeswoman")."""
    if index >= len(words):
        return False
    forms = lists.heads.get(words.lower[index], ())
    return any(form.singular not in lists.relations and words.find_end(index, form.words) is not None for form in forms)


def to_later_head(words: Words, index: int, lists: OfficeWords) -> bool:
    """Say whether portfolio words from `index` lead to a head further right."""
    for position in range(index, min(len(words), index + _LONGEST_PORTFOLIO)):
        word = words.lower[position]
        if position > index and any(words.find_end(position, form.words) is not None for form in lists.heads.get(word, ())):
            return True
        if word not in lists.portfolio and word not in lists.ranks and word not in {"and", "&", "-"}:
            return False
    return False
