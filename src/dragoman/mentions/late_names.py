"""Finds the name of an official whom the sentence before only called by his office.

"Somalia's foreign minister flew home on Monday. Farah Diriye Abokor was received at the palace before." Features and summaries name people
so: the office opens one sentence, and a name that nobody has introduced opens the next. Reports of sittings name people by their states.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import office_words
from dragoman.mentions.person_names import ReadName, read_name
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, OfficeName, OrganisationName, PersonName, Sentence, StateName
from dragoman.values.span import Span

__all__ = ["find_late_name", "find_members", "group_office", "sign_sentences"]

_AUXILIARIES = frozenset(
    "was is has had will would also then himself herself later told said met left held took gave spoke sat flew".split()
)
_GROUP_OFFICES = frozenset(
    {"president", "prime minister", "foreign secretary", "chancellor", "king", "head of government", "head of state"}
)
_OF_GROUPS = {"head of government": "prime minister", "head of state": "president"}
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


def find_members(named: NamedWords, office: str | None) -> list[Mention]:
    """Return those whom a sentence names by their states alone, in a text about a group that holds one office: "Hungary's A B said".

    Args:
        named: The sentence.
        office: The office of the group named last ("the foreign ministers"), None for no group.
    """
    words = named.words
    if office is None or words.shouting or words.titled:
        return []
    found: list[Mention] = []
    for state in named.starts.values():
        if not isinstance(state.named, StateName) or state.is_adjective or not words.is_possessive(state.last):
            continue
        name = read_name(named, words.skip_possessive(state.last), office_words())
        if name is None or name.words < _FEWEST_WORDS or not _is_somebody(words, name):
            continue
        person = PersonName(name=name.text, offices=(_OF_GROUPS.get(office, office),), country=state.named.code, titled=True)
        found.append(Mention(span=Span(words.start[state.first], words.end[name.last - 1]), named=person))
    return found


def _is_somebody(words: Words, name: ReadName) -> bool:
    """Say whether words in capitals behind "Hungary's" are a person: no place, firm or thing, and a verb, comma or "and" follows."""
    inner = name.text.lower().split()
    lists = office_words()
    no_names = lists.bodies | lists.private_bodies
    if name.text in kb.gazetteer() or not no_names.isdisjoint(inner) or kb.is_common_word(inner[-1]):
        return False
    behind = words.text[name.last : name.last + 1]
    return not behind or not behind[0][0].isalpha() or behind[0].islower()


def group_office(mentions: Sequence[Mention], before: str | None) -> str | None:
    """Return the office of the latest group among the mentions ("the two foreign ministers"), else the one before."""
    for mention in reversed(mentions):
        named = mention.named
        if not isinstance(named, OfficeName) or not named.plural or named.institution or named.former or named.relation is not None:
            continue
        if named.office in _GROUP_OFFICES or (named.office or "").endswith(" minister"):
            return named.office
    return before


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
