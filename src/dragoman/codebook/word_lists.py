"""Word lists of the codebook: for the factuality calculus, for plain reporting, and for verbs that leave the meaning to their noun."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.codebook.inflection import noun_forms, spellings, verb_forms
from dragoman.codebook.tables import DATA, read_table, words_at

__all__ = ["word_list", "word_lists"]

_FORMS: Mapping[str, Callable[[str], tuple[str, ...]]] = {"verbs": verb_forms, "nouns": noun_forms, "words": spellings}


@cache
def word_list(name: str) -> frozenset[str]:
    """Return every form, in lower case, of the words of one list of ``word_lists.toml``.

    Words with a particle keep it behind a blank: "called off" is in ``cancellations``.

    Raises:
        KeyError: There is no such list.
        DataFileError: The file breaks its rules.

    Example:
        >>> "refused" in word_list("refusals")
        True
    """
    table = read_table(DATA / "word_lists.toml")
    forms: list[str] = []
    for key, value in table.data[name].items():
        if key not in _FORMS:
            raise table.problem(f"{name} holds {key!r}, expected verbs, nouns or words", near=key)
        for entry in words_at(table, value, key):
            head, *rest = entry.split(" ")
            forms += (" ".join((form, *rest)) for form in _FORMS[key](head))
    return frozenset(forms)


def word_lists() -> tuple[str, ...]:
    """Return the names of the lists."""
    return tuple(read_table(DATA / "word_lists.toml").data)
