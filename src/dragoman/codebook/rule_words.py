"""The words of single rules, from ``rule_words.toml``: written acts, sittings and what goes with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.codebook.inflection import noun_forms, spellings, verb_forms
from dragoman.codebook.tables import DATA, Table, read_table, words_at

__all__ = ["forms_in", "rule_words"]

_FILE = "rule_words.toml"
_FORMS: Mapping[str, Callable[[str], tuple[str, ...]]] = {"verbs": verb_forms, "nouns": noun_forms, "words": spellings}


@cache
def rule_words(name: str) -> frozenset[str]:
    """Return every form, in lower case, of the words of one list; of a verb with a particle, the forms of the verb.

    Raises:
        KeyError: There is no such list.
        DataFileError: The file breaks its rules.

    Example:
        >>> "convened" in rule_words("sitting_verbs")
        True
    """
    return forms_in(read_table(DATA / _FILE), name, _FORMS)


def forms_in(table: Table, name: str, spell: Mapping[str, Callable[[str], tuple[str, ...]]]) -> frozenset[str]:
    """Return every form of the words of one list of a table; `spell` inflects the words of each key that the list may hold.

    Raises:
        KeyError: There is no such list.
        DataFileError: The list holds another key, or something else than words.
    """
    forms: set[str] = set()
    for key, value in table.data[name].items():
        if key not in spell:
            raise table.problem(f"{name} holds {key!r}, expected {', '.join(spell)}", near=key)
        for entry in words_at(table, value, key):
            forms.update(spell[key](entry.split(" ")[0] if key == "verbs" else entry))
    return frozenset(forms)
