"""The codebook's topics, and which of them a run of words shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from types import MappingProxyType

from dragoman.codebook.inflection import noun_forms, spellings
from dragoman.codebook.tables import DATA, read_table, words_at

__all__ = ["topics", "topics_of"]


@cache
def _cues() -> tuple[Mapping[str, tuple[int, ...]], Mapping[tuple[str, str], tuple[int, ...]]]:
    """Return the topics' ranks by single cue word and by pair of words."""
    table = read_table(DATA / "topics.toml")
    single: dict[str, tuple[int, ...]] = {}
    double: dict[tuple[str, str], tuple[int, ...]] = {}
    for rank, (topic, cells) in enumerate(table.data.items()):
        for key, value in cells.items():
            if key not in {"nouns", "words"}:
                raise table.problem(f"{topic} holds {key!r}, expected nouns or words", near=f'["{topic}"]')
            for cue in words_at(table, value, key):
                *first, last = cue.split(" ")
                for form in noun_forms(last) if key == "nouns" else spellings(last):
                    if first:
                        pair = (first[0], form)
                        double[pair] = (*double.get(pair, ()), rank)
                    else:
                        single[form] = (*single.get(form, ()), rank)
    return MappingProxyType(single), MappingProxyType(double)


@cache
def topics() -> tuple[str, ...]:
    """Return the topics in the order of the codebook."""
    return tuple(read_table(DATA / "topics.toml").data)


def topics_of(words: Sequence[str]) -> tuple[str, ...]:
    """Return the topics of which `words` (lower case, in the order of the text) hold a cue, in the order of the codebook.

    Example:
        >>> topics_of("discussed the railway and visas".split())
        ('transport', 'consular')
    """
    single, double = _cues()
    ranks: set[int] = set()
    for word in words:
        ranks.update(single.get(word, ()))
    for pair in pairwise(words):
        ranks.update(double.get(pair, ()))
    names = topics()
    return tuple(names[rank] for rank in sorted(ranks))
