"""The forms of English words: from a lemma to every form and spelling under which a text may use it.

Regular endings are rules; what breaks them is in ``irregular_verbs.csv``, ``irregular_nouns.csv`` and ``spellings.csv``. Both the
British and the American spelling of a word are forms of it, whichever one the lemma is written in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from dragoman.codebook.tables import DATA, read_rows

__all__ = ["noun_forms", "spellings", "verb_forms"]

_VOWELS = "aeiou"
_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_DOUBLING = re.compile(r"^(?:qu|[^aeiou])*[aeiou][bdgklmnprt]$")
_ISE = re.compile(r"is(e|ed|es|ing|ation|ations|er|ers)$")
_NEVER_IZE = (
    *("advertis", "advis", "aris", "chastis", "comprehens", "compris", "compromis", "devis", "disguis", "enterpris", "excis", "exercis"),
    *("franchis", "improvis", "merchandis", "prais", "precis", "premis", "promis", "rais", "reprais", "revis", "ris", "supervis"),
    *("surpris", "televis", "wis"),
)


@cache
def _irregular_verbs() -> Mapping[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for _, (lemma, past, participle) in read_rows(DATA / "irregular_verbs.csv", ("lemma", "past", "participle")):
        table[lemma] = tuple(dict.fromkeys((*past.split("|"), *participle.split("|"))))
    return table


@cache
def _irregular_nouns() -> Mapping[str, tuple[str, ...]]:
    return {lemma: tuple(plural.split("|")) for _, (lemma, plural) in read_rows(DATA / "irregular_nouns.csv", ("lemma", "plural"))}


@cache
def _spelling_pairs() -> tuple[tuple[str, str], ...]:
    return tuple((british, american) for _, (british, american) in read_rows(DATA / "spellings.csv", ("british", "american")))


def spellings(word: str) -> tuple[str, ...]:
    """Return `word` and its other spelling, British or American, when it has one.

    Example:
        >>> spellings("normalise")
        ('normalise', 'normalize')
        >>> spellings("defense")
        ('defense', 'defence')
    """
    found = [word]
    for british, american in _spelling_pairs():
        if word.startswith(british):
            found.append(american + word[len(british) :])
        elif word.startswith(american):
            found.append(british + word[len(american) :])
    if _ISE.search(word) and not word.startswith(_NEVER_IZE):
        found.append(_ISE.sub(r"iz\1", word))
    return tuple(dict.fromkeys(found))


@cache
def verb_forms(lemma: str) -> tuple[str, ...]:
    """Return every form of the verb `lemma` in both spellings, the lemma first.

    Example:
        >>> verb_forms("cancel")
        ('cancel', 'cancels', 'cancelling', 'canceling', 'cancelled', 'canceled')
        >>> verb_forms("withdraw")
        ('withdraw', 'withdraws', 'withdrawing', 'withdrew', 'withdrawn')
    """
    forms: list[str] = []
    for spelling in spellings(lemma):
        stems = _stems(spelling)
        forms += [spelling, _add_s(spelling), *(_gerund(stem) for stem in stems)]
        forms += _irregular_verbs().get(spelling) or [_past(stem) for stem in stems]
    return tuple(dict.fromkeys(forms))


@cache
def noun_forms(lemma: str) -> tuple[str, ...]:
    """Return the singular and the plural of the noun `lemma` in both spellings, the lemma first.

    Example:
        >>> noun_forms("embassy")
        ('embassy', 'embassies')
    """
    forms: list[str] = []
    for spelling in spellings(lemma):
        forms += [spelling, *(_irregular_nouns().get(spelling) or (_add_s(spelling),))]
    return tuple(dict.fromkeys(forms))


def _stems(lemma: str) -> tuple[str, ...]:
    """Return the stems that take -ed and -ing: doubled ("ban"), both ("cancel"), or plain."""
    if f"{lemma}+" in _doubled():
        return (lemma + lemma[-1],)
    if lemma.endswith(("el", "al", "ol")) and lemma[-3] not in _VOWELS:
        return lemma + lemma[-1], lemma
    if _DOUBLING.match(lemma):
        return (lemma + lemma[-1],)
    return (lemma,)


@cache
def _doubled() -> frozenset[str]:
    """Return the verbs of several syllables, stressed on the last, that double their consonant: written ``expel+`` in the table."""
    return frozenset(lemma for lemma in _irregular_verbs() if lemma.endswith("+"))


def _add_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if _SIBILANT.search(word) or word in {"go", "undergo", "forgo", "veto", "do", "echo", "embargo"} else "s")


def _gerund(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")):
        return stem[:-1] + "ing"
    return stem + "ing"


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + "ed"
