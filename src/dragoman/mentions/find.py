"""Finds every mention of a document, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.mentions.bodies import find_bodies
from dragoman.mentions.famous_people import find_famous_people
from dragoman.mentions.groups import find_groups
from dragoman.mentions.known_people import find_known_people, join_appositions, known_forms
from dragoman.mentions.late_names import find_late_name, find_members, group_office, sign_sentences
from dragoman.mentions.names import NamedWords, find_names, make_named_words, settle_ambiguous
from dragoman.mentions.namesakes import settle_namesakes
from dragoman.mentions.people import find_people
from dragoman.mentions.places import find_places
from dragoman.mentions.quantities import find_quantities
from dragoman.mentions.sentences import split_sentences
from dragoman.mentions.times import find_times
from dragoman.mentions.words import Words, cut_words
from dragoman.mentions.written_acts import find_written_acts
from dragoman.values.document import Document
from dragoman.values.mention import Mention, OfficeName, OrganisationName, PersonName, Sentence, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["find_mentions"]

_QUOTES = {'"': '"', "“": "”", "«": "»"}


def find_mentions(document: Document) -> tuple[Sentence, ...]:
    """Find the mentions of a document.

    Two finders may claim the same words; a person with a name wins over a body, a body over a written act, then come offices, states and
    organisations, times, quantities, places, groups. Persons known by name from one sentence are found in all others.

    Returns:
        All sentences in order, the headline first; mentions in order, none overlapping another.
    """
    text = document.text
    cut = [(span, paragraph, cut_words(text, span.start, span.end)) for span, paragraph in split_sentences(document)]
    names = settle_ambiguous([find_names(words) for _, _, words in cut])
    named = [make_named_words(words, known) for (_, _, words), known in zip(cut, names, strict=True)]
    people = [[] if paragraph < 0 and words.titled else find_people(one) for (_, paragraph, words), one in zip(cut, named, strict=True)]
    year = int(document.published[:4]) if document.published else None
    famous = [find_famous_people(one, year) for one in named]
    names_of = _full_names([*people, *famous])
    forms = known_forms(names_of)
    countries = tuple(dict.fromkeys(name.named.code for known in names for name in known if name.named.code))
    by_name = frozenset(name.named.code for known in names for name in known if name.named.code and not _is_capital(name.named))
    sentences: list[Sentence] = []
    group: str | None = None
    for (span, paragraph, words), one, found, known in zip(cut, named, people, famous, strict=True):
        mentions = _add(_collect(text, span, one, found), known)
        late = find_late_name(one, sentences[-1].mentions, sentences[-1].span.start, names_of) if sentences else None
        mentions = _add([late], mentions) if late is not None else mentions
        group = group_office(mentions, group)
        mentions = _replace(mentions, find_members(one, group))
        mentions = _add(mentions, find_known_people(one, _free_ranges(words, mentions), forms))
        mentions = join_appositions(text, mentions)
        mentions = settle_namesakes(one, mentions, by_name)
        mentions = _add(mentions, find_places(one, _free_ranges(words, mentions), countries))
        sentences.append(Sentence(span=span, paragraph=paragraph, mentions=tuple(mentions), quoted=_is_quoted(text, span)))
    return tuple(sign_sentences(document.text, sentences, named))


def _is_capital(named: StateName | OrganisationName) -> bool:
    return isinstance(named, StateName) and named.form is StateForm.CAPITAL


def _full_names(people: Sequence[Sequence[Mention]]) -> tuple[str, ...]:
    named = (mention.named.name for found in people for mention in found if isinstance(mention.named, PersonName))
    return tuple(dict.fromkeys(named))


def _collect(text: str, span: Span, named: NamedWords, people: list[Mention]) -> list[Mention]:
    words, known = named.words, tuple(named.starts.values())
    listed = [Mention(span=Span(words.start[name.first], words.end[name.last - 1]), named=name.named) for name in known]
    persons = [mention for mention in people if isinstance(mention.named, PersonName)]
    offices = [mention for mention in people if isinstance(mention.named, OfficeName)]
    mentions: list[Mention] = []
    for found in (
        persons,
        find_bodies(text, named),
        find_written_acts(text, named),
        offices,
        find_times(text, span.start, span.end),
        find_quantities(text, span.start, span.end),
        listed,
        find_groups(words),
    ):
        mentions = _add(mentions, found)
    return mentions


def _add(mentions: list[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Add the mentions that overlap none of those already held."""
    kept = [mention for mention in found if not any(mention.span.overlaps(other.span) for other in mentions)]
    return sorted([*mentions, *kept], key=lambda mention: mention.span) if kept else mentions


def _replace(mentions: list[Mention], found: Sequence[Mention]) -> list[Mention]:
    """Add mentions in place of the states that they begin with; one that would overlap anything else is left out."""
    for new in found:
        under = [mention for mention in mentions if mention.span.overlaps(new.span)]
        if all(isinstance(mention.named, StateName) and mention.span.start == new.span.start for mention in under):
            mentions = sorted([*(mention for mention in mentions if mention not in under), new], key=lambda mention: mention.span)
    return mentions


def _free_ranges(words: Words, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return the word ranges that no mention holds; pronouns, possessives and adjectives of states end a range too."""
    ranges: list[tuple[int, int]] = []
    begin, position = 0, 0
    for mention in mentions:
        while position < len(words) and words.end[position] <= mention.span.start:
            position += 1
        if position > begin:
            ranges.append((begin, position))
        while position < len(words) and words.start[position] < mention.span.end:
            position += 1
        begin = position
    if begin < len(words):
        ranges.append((begin, len(words)))
    return ranges


def _is_quoted(text: str, span: Span) -> bool:
    closing = _QUOTES.get(text[span.start])
    return closing is not None and closing in text[span.end - 2 : span.end + 1]
