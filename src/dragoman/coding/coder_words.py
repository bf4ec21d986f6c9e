"""The words of the coder's single rules, from ``coder_words.toml``; among them those that tell what a side is.

Crowds protest, armies do not.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from dragoman.codebook import noun_forms, verb_forms
from dragoman.codebook.rule_words import forms_in
from dragoman.codebook.tables import read_table

__all__ = ["coder_words", "crowd_lean"]

_FILE = Path(__file__).parent / "coder_words.toml"
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_FORMS = {"verbs": verb_forms, "words": noun_forms}


@cache
def coder_words(name: str) -> frozenset[str]:
    """Return every form, in lower case, of the words of one list; of a verb with a particle, the forms of the verb.

    Raises:
        KeyError: There is no such list.
        DataFileError: The file breaks its rules.

    Example:
        >>> "ceased" in coder_words("stops")
        True
    """
    return forms_in(read_table(_FILE), name, _FORMS)


def crowd_lean(words: str) -> int:
    """Return 1 when the words name people in a body, -1 when they name a force that bears arms, else 0.

    Example:
        >>> [crowd_lean(words) for words in ("the striking nurses", "riot police", "Norway")]
        [1, -1, 0]
    """
    found = frozenset(_WORD.findall(words.lower()))
    if not found.isdisjoint(coder_words("forces")):
        return -1
    return 0 if found.isdisjoint(coder_words("crowds")) else 1
