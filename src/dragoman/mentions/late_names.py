"""Finds the name of an official whom the sentence before only called by his office.

"Somalia's foreign minister flew home on Monday. Farah Diriye Abokor was received at the palace before." Features and summaries name people
so: the office opens one sentence, and a name that nobody has introduced opens the next.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import office_words
from dragoman.mentions.person_names import read_name
from dragoman.values.mention import Mention, OfficeName, OrganisationName, PersonName, Sentence, StateName
from dragoman.values.span import Span

__all__ = ["find_late_name", "sign_sentences"]

_AUXILIARIES = frozenset(
    "was is has had will would also then himself herself later told said met left held took gave spoke sat flew".split()
)
_FEWEST_WORDS = 2
_OPENING_CHARS = 40


def find_late_name(named: NamedWords, before: Sequence[Mention], begin: int, known: Collection[str]) -> Mention | None:
    """Return the person whose name opens a sentence behind one that opened with an office of a state; None when there is none.

    Args:
        named: The sentence.
        before: The mentions of the sentence before, in order.
        begin: Where the sentence before begins.
        known: The names of persons introduced anywhere in the document.
    """
    office = _opening_office(before, begin)
    words = named.words
    if office is None or not len(words) or words.shouting or words.titled:
        return None
    name = read_name(named, 0, office_words())
    if name is None or name.first or name.words < _FEWEST_WORDS or name.text in known or name.last >= len(words):
        return None
    verb = words.lower[name.last]
    if not (verb in _AUXILIARIES or (verb.endswith("ed") and words.text[name.last].islower())):
        return None
    if name.text in kb.gazetteer() or any(kb.is_common_word(word) and word not in known for word in name.text.lower().split()[:1]):
        return None
    person = PersonName(name=name.text, offices=(office.office or "",), country=office.country, titled=True)
    return Mention(span=Span(words.start[name.first], words.end[name.last - 1]), named=person)


def sign_sentences(text: str, sentences: Sequence[Sentence], named: Sequence[NamedWords]) -> list[Sentence]:
    """Read signatures: a line that is nothing but a name, before a line that is nothing but an office."""
    signed = list(sentences)
    for index in range(len(signed) - 1):
        name_line, office_line = signed[index], signed[index + 1]
        if name_line.mentions or not office_line.mentions or not isinstance(office_line.mentions[0].named, OfficeName):
            continue
        office, mention = office_line.mentions[0].named, office_line.mentions[0]
        if office.institution or office.plural or office.relation or mention.span.start != office_line.span.start:
            continue
        words = named[index].words
        name = read_name(named[index], 0, office_words()) if len(words) else None
        if (
            name is None
            or name.words < _FEWEST_WORDS
            or name.last < len(words)
            or "\n" not in text[name_line.span.end : office_line.span.start]
        ):
            continue
        person = PersonName(name=name.text, offices=(office.office or "",), country=office.country, titled=True)
        signed[index] = replace(name_line, mentions=(Mention(span=name_line.span, named=person),))
    return signed


def _opening_office(before: Sequence[Mention], begin: int) -> OfficeName | None:
    """Return the office of one state with which a sentence opens, when nobody is named in it with an office."""
    for mention in before:
        if isinstance(mention.named, PersonName):
            return None
    for mention in before:
        named = mention.named
        if isinstance(named, OfficeName):
            one = named.office is not None and len(named.countries) == 1 and not (named.plural or named.institution or named.former)
            return named if one and named.relation is None and mention.span.start - begin <= _OPENING_CHARS else None
        if isinstance(named, StateName | OrganisationName):
            return None
    return None
