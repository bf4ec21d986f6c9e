"""Finds persons: a name with an office before or behind it, with an honorific, or known from elsewhere in the document.

A bare pair of capitalised words is no person here: companies, exercises and places look the same. It becomes one once the document gives it
an office or an honorific somewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.mentions.names import KnownName
from dragoman.mentions.office_words import OfficeWords, office_words
from dragoman.mentions.offices import OfficePhrase, find_offices
from dragoman.mentions.words import Words, cut_words
from dragoman.values.mention import Mention, OfficeName, PersonName, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["find_known_people", "find_people", "known_forms"]

_LONGEST_NAME_WORDS = 12
_CALENDAR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
_NOT_NAMES = frozenset(
    "the a an in on at to by of for from with and or but as he she it they we i you his her its their our my this that these those there here who "
    "which what when where while after before during since until under over also both all any some no not new two three four five six seven eight "
    "nine ten many most other another one each every such according meanwhile however today yesterday tomorrow tehran photo read speaking asked "
    "mr mrs ms us eu un answering touching referring addressing following earlier later then now if is was are were has have had will would said".split()
)
_ALSO_NAMES = frozenset({"general", "amir", "emir", "king", "speaker", "guest", "east", "west", "house", "war", "law", "land", "gas", "force"})
_ENDS_APPOSITION = frozenset(",.;:)—–-]")  # noqa: RUF001


@dataclass(frozen=True, slots=True, kw_only=True)
class _Name:
    first: int
    last: int
    text: str
    words: int
    honoured: bool


def find_people(text: str, words: Words, names: tuple[KnownName, ...]) -> list[Mention]:
    """Find persons and offices in one sentence, in order, without overlap.

    Known to miss: a person who never gets an office or honorific in the document; a title behind more than one comma.
    """
    if words.shouting:
        return []
    lists = office_words()
    starts = {name.first: name for name in names}
    phrases = find_offices(words, names)
    by_first = {phrase.first: phrase for phrase in phrases}
    taken: list[tuple[int, int, PersonName | OfficeName]] = []
    index = 0
    while index < len(words):
        phrase = by_first.get(index)
        if phrase is not None:
            index = _read_from_office(words, phrase, by_first, starts, lists, taken)
            continue
        name = _read_name(words, index, starts, lists) if _may_begin_name(words, index) else None
        if name is None:
            index += 1
            continue
        index = _read_from_name(words, name, by_first, starts, lists, taken)
    return [Mention(span=Span(words.start[first], words.end[last - 1]), named=named) for first, last, named in taken]


def _may_begin_name(words: Words, index: int) -> bool:
    return words.text[index][0].isupper() and not (words.is_glued(index) and words.lower[index - 1] not in "\"'(“‘")  # noqa: RUF001


def _read_from_office(
    words: Words,
    phrase: OfficePhrase,
    by_first: Mapping[int, OfficePhrase],
    starts: Mapping[int, KnownName],
    lists: OfficeWords,
    taken: list[tuple[int, int, PersonName | OfficeName]],
) -> int:
    """Read what an office phrase leads: a second office, a name, names of several, or nothing. Returns where to go on."""
    offices, last, of = [phrase.named], phrase.last, phrase.named.of
    second = by_first.get(last + 1) if words.lower[last : last + 1] in {("and",), (",",)} else None
    if second is not None and words.lower[last] == "," and _read_name(words, second.last, starts, lists) is None:
        second = None
    if second is not None and second.first == second.head_first and not phrase.named.institution and not second.named.institution and not phrase.named.plural:
        behind = _read_name(words, second.last, starts, lists)
        comma = _read_name(words, second.last + 1, starts, lists) if words.lower[second.last : second.last + 1] == (",",) else None
        if behind is not None or comma is not None or second.named.countries:
            offices.append(second.named)
            last, of = second.last, of or second.named.of
    name = None if phrase.named.institution else _read_name(words, last, starts, lists)
    if name is None and phrase.named.plural:
        last = _skip_of_group(words, last)
    if name is None and not phrase.named.institution:
        name = _read_appositive(words, last, phrase, starts, lists)
    if name is None:
        taken.extend(_offices_only(words, phrase, offices, by_first))
        return max(phrase.last, by_first[phrase.last + 1].last if len(offices) > 1 else 0)
    country = next((named.country for named in offices if named.country), None)
    if phrase.named.plural and len(phrase.named.countries) > 1:
        country = phrase.named.countries[0]
    end, country = _read_of_state(words, name.last, starts, country)
    first = phrase.first if last == phrase.last or len(offices) > 1 else name.first
    taken.append((first, end, _person(name, offices, country, of)))
    if phrase.named.plural:
        return _read_more_names(words, end, phrase, starts, lists, taken)
    return end


def _skip_of_group(words: Words, index: int) -> int:
    """Skip "of the two countries" behind a plural office when a comma follows: names come next."""
    after = index
    if words.lower[after : after + 1] == ("of",):
        after += 1
        while after < len(words) and words.lower[after] in {"the", "two", "both", "three", "four", "five", "countries", "states", "nations", "neighbours", "neighbors", "republics"}:
            after += 1
    return after if words.lower[after : after + 1] == (",",) else index


def _offices_only(
    words: Words, phrase: OfficePhrase, offices: list[OfficeName], by_first: Mapping[int, OfficePhrase]
) -> list[tuple[int, int, PersonName | OfficeName]]:
    found: list[tuple[int, int, PersonName | OfficeName]] = [(phrase.first, phrase.last, phrase.named)]
    if len(offices) > 1:
        second = by_first[phrase.last + 1]
        found.append((second.first, second.last, second.named))
    return [item for item in found if not _is_bare(words, item[0], item[1], item[2])]


def _is_bare(words: Words, first: int, last: int, named: PersonName | OfficeName) -> bool:
    """Say whether an office without name, state or "the" is only a common noun ("prime minister" behind "a")."""
    if not isinstance(named, OfficeName) or named.definite or named.countries or named.plural:
        return False
    return not words.is_capital(first) and last - first == 1


def _read_appositive(words: Words, last: int, phrase: OfficePhrase, starts: Mapping[int, KnownName], lists: OfficeWords) -> _Name | None:
    """Read the name behind a comma: "his Chilean counterpart, Maria Fernanda Larrain, in Arica"."""
    if words.lower[last : last + 1] not in {(",",), ("(",)} or not (phrase.named.definite or phrase.named.countries or phrase.named.relation or phrase.named.plural):
        return None
    name = _read_name(words, last + 1, starts, lists)
    if name is None:
        return None
    end = _behind_of_state(words, name.last, starts)
    closing = words.text[end : end + 1]
    closes = not closing or closing[0] in _ENDS_APPOSITION or words.lower[end] in {"and", "on", "at", "in", "to", "who"}
    return name if closes and (name.words > 1 or name.honoured) else None


def _behind_of_state(words: Words, index: int, starts: Mapping[int, KnownName]) -> int:
    return _read_of_state(words, index, starts, None)[0]


def _read_of_state(words: Words, index: int, starts: Mapping[int, KnownName], country: str | None) -> tuple[int, str | None]:
    """Read "of the Netherlands" behind a name."""
    if words.lower[index : index + 1] != ("of",):
        return index, country
    after = index + 2 if words.lower[index + 1 : index + 2] == ("the",) else index + 1
    state = starts.get(after)
    if state is None or state.named.code is None or words.is_possessive(state.last):
        return index, country
    if isinstance(state.named, StateName) and state.named.form not in {StateForm.NAME}:
        return index, country
    return (state.last, state.named.code) if country in {None, state.named.code} else (index, country)


def _read_more_names(
    words: Words,
    index: int,
    phrase: OfficePhrase,
    starts: Mapping[int, KnownName],
    lists: OfficeWords,
    taken: list[tuple[int, int, PersonName | OfficeName]],
) -> int:
    """Read the further names that a plural office leads: "Presidents X of A, Y of B and Z"; countries named before go to names in order."""
    nth = 0
    while words.lower[index : index + 1] in {("and",), (",",)}:
        after = index + 1
        if words.lower[after : after + 1] == ("and",):
            after += 1
        name = _read_name(words, after, starts, lists)
        if name is None or (name.words < 2 and not name.honoured):  # noqa: PLR2004 - one word alone may be anything
            break
        nth += 1
        given = phrase.named.countries[nth] if 1 < len(phrase.named.countries) > nth else None
        end, country = _read_of_state(words, name.last, starts, given)
        taken.append((name.first, end, _person(name, [replace(phrase.named, country=country, countries=())], country, None)))
        index = end
    return index


def _read_from_name(
    words: Words,
    name: _Name,
    by_first: Mapping[int, OfficePhrase],
    starts: Mapping[int, KnownName],
    lists: OfficeWords,
    taken: list[tuple[int, int, PersonName | OfficeName]],
) -> int:
    """Read the office behind a name, or keep an honoured name by itself. Returns where to go on."""
    end, country = _read_of_state(words, name.last, starts, None)
    opener = words.lower[end : end + 1]
    phrase = None
    if opener in {(",",), ("(",), ("as",)}:
        after = end + 1
        if words.lower[after : after + 1] == ("a",):
            after += 1
        phrase = by_first.get(after)
    if phrase is not None and _is_apposition(words, phrase, starts, lists) and (name.words > 1 or name.honoured):
        offices, last = [phrase.named], phrase.last
        second = by_first.get(last + 1) if words.lower[last : last + 1] == ("and",) else None
        if second is not None and second.first == second.head_first and not second.named.institution and _is_apposition(words, second, starts, lists):
            offices.append(second.named)
            last = second.last
        of = next((named.of for named in offices if named.of), None)
        country = country or next((named.country for named in offices if named.country), None)
        taken.append((name.first, last, _person(name, offices, country, of)))
        return last
    if name.honoured:
        taken.append((name.first, end, _person(name, [], country, None)))
    return end if name.honoured or name.words > 1 else name.first + 1


def _is_apposition(words: Words, phrase: OfficePhrase, starts: Mapping[int, KnownName], lists: OfficeWords) -> bool:
    if phrase.named.plural or phrase.named.institution or phrase.named.relation in {"host", "guest"}:
        return False
    if _read_name(words, phrase.last, starts, lists) is not None:
        return False
    closing = words.text[phrase.last : phrase.last + 1]
    return not closing or closing[0] in _ENDS_APPOSITION or not words.is_possessive(phrase.last)


def _person(name: _Name, offices: Sequence[OfficeName], country: str | None, of: str | None) -> PersonName:
    return PersonName(
        name=name.text,
        offices=tuple(dict.fromkeys(named.office for named in offices if named.office)),
        country=country,
        former=any(named.former for named in offices),
        relation=next((named.relation for named in offices if named.relation), None),
        of=of,
        short=name.words == 1,
        titled=bool(offices) or name.honoured,
    )


def _read_name(words: Words, index: int, starts: Mapping[int, KnownName], lists: OfficeWords) -> _Name | None:
    """Read a name at `index`, honorifics and ranks before it skipped; None when no name stands there."""
    begin = index
    index, honoured = _skip_honorifics(words, index, lists)
    first = index
    count = 0
    while index < len(words) and index - first < _LONGEST_NAME_WORDS:
        step = _name_step(words, index, first, starts, lists)
        if step == 0:
            break
        count += words.text[index][0].isupper() and not words.is_glued(index)
        index += step
    while index > first and (words.lower[index - 1] in lists.particles and words.text[index - 1].islower() or words.text[index - 1] in "-'’"):  # noqa: RUF001
        index -= 1
    if index == first or not any(word[0].isupper() for word in words.text[first:index]):
        return None
    text = _join(words, first, index)
    if len(text) < 2:  # noqa: PLR2004 - a lone initial names nobody
        return None
    return _Name(first=begin, last=index, text=text, words=max(count, 1), honoured=honoured)


def _skip_honorifics(words: Words, index: int, lists: OfficeWords) -> tuple[int, bool]:
    begin = index
    while index < len(words):
        word = words.lower[index]
        if words.text[index] == "H" and words.text[index + 1 : index + 4] in {(".", "E", "."), (".", "E", "")}:
            index += 4
            continue
        if words.text[index] == "(" and words.lower[index + 1 : index + 2] == ("ret",):
            index += 2 + (words.lower[index + 2 : index + 3] == (".",)) + 1
            continue
        if not words.is_capital(index) or (word not in lists.honorifics and word not in lists.military):
            break
        after = index + 1 + (words.lower[index + 1 : index + 2] in {(".",), ("'",)})
        if after >= len(words) or not (words.is_capital(after) or words.lower[after] in lists.particles or words.text[after] == "("):
            break
        index = after
    return index, index > begin


def _name_step(words: Words, index: int, first: int, starts: Mapping[int, KnownName], lists: OfficeWords) -> int:
    """Return how many words of the name stand at `index`, 0 when it ends there."""
    word, lower = words.text[index], words.lower[index]
    if word in "-'’" and index > first and words.is_glued(index) and words.is_glued(index + 1 if index + 1 < len(words) else 0):  # noqa: RUF001
        return 0 if words.is_possessive(index) else 2 if words.text[index + 1][0].isalpha() else 0
    if not word[0].isalpha():
        return 0
    if word[0].isupper() and len(word) == 1 and words.text[index + 1 : index + 2] == (".",):
        return 2
    if word[0].islower():
        return _particle_step(words, index, first, lists)
    if lower in _NOT_NAMES or lower in _CALENDAR:
        return 0
    if words.find_end(index, (lower,)) and lower in lists.heads and index == first:
        return 0
    if index > first and lower not in _ALSO_NAMES and (lower in lists.heads or lower in lists.portfolio):
        return 0
    if index == first and lower in lists.portfolio:
        return 0
    known = starts.get(index)
    if known is not None:
        inside = index > first or (words.is_capital(known.last) and words.lower[known.last] not in _NOT_NAMES and known.last not in starts)
        single = known.last == index + 1
        if not (known.caution and single and (inside or starts.get(known.last) is not None and starts[known.last].caution)):
            return 0
    return 1


def _particle_step(words: Words, index: int, first: int, lists: OfficeWords) -> int:
    if words.lower[index] not in lists.particles:
        return 0
    after = index + 1
    if words.text[after : after + 1] == ("-",) and words.is_glued(after) and after + 1 < len(words) and words.text[after + 1][0].isalpha():
        return 3
    while after < len(words) and words.text[after].islower() and words.lower[after] in lists.particles:
        after += 1
    if index == first and words.lower[index] in {"a", "an", "as", "at", "i", "y", "e", "do", "de", "la", "le", "el"}:
        return 0
    if words.lower[index] in {"as", "at", "an", "i", "la", "le", "do"} and index > first and words.lower[index] in {"as", "at", "an", "i", "do"}:
        return 0
    return 1 if words.is_capital(after) and words.lower[after] not in _NOT_NAMES else 0


def _join(words: Words, first: int, last: int) -> str:
    parts: list[str] = []
    for index in range(first, last):
        glue = index > first and words.is_glued(index)
        parts.append(words.text[index] if glue or index == first else " " + words.text[index])
    return "".join(parts)


def find_known_people(words: Words, free: Collection[tuple[int, int]], known: Mapping[str, tuple[tuple[str, ...], ...]]) -> list[Mention]:
    """Find later mentions of persons already named: a full name, a last name, or a first name that alone is used.

    Args:
        words: The sentence.
        free: Word ranges that no other mention holds, in order.
        known: Folded words of each known form by its first folded word, the longest first.
    """
    found: list[Mention] = []
    for first, last in free:
        index = first
        while index < last:
            forms = known.get(words.lower[index], ()) if words.text[index][0].isupper() or words.lower[index] in {"al", "el"} else ()
            for form in forms:
                end = words.find_end(index, form)
                if end is not None and end <= last and not (end < last and words.text[end] == "-" and words.is_glued(end) and words.is_glued(end + 1 if end + 1 < len(words) else 0)):
                    span = Span(words.start[index], words.end[end - 1])
                    found.append(Mention(span=span, named=PersonName(name=_join(words, index, end), short=len([w for w in form if w.isalpha()]) == 1)))
                    index = end - 1
                    break
            index += 1
    return found


def known_forms(people: Sequence[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the forms under which named persons may come back, by their first folded word, the longest first.

    A name of two or more words comes back whole, by its last word, by its last two, or by the part behind a particle.
    """
    forms: dict[str, set[tuple[str, ...]]] = {}
    particles = office_words().particles
    for name in people:
        parts = name.split(" ")
        texts = {name, parts[-1]}
        for index in range(1, len(parts)):
            texts.add(" ".join(parts[index:]))
        if len(parts) > 2:  # noqa: PLR2004 - a first name with the middle one
            texts.add(" ".join(parts[:2]))
        if len(parts) > 1 and "-" not in parts[0] and parts[0].lower() not in particles:
            texts.add(parts[0])
        for text in texts:
            words = cut_words(text, 0, len(text)).lower
            if len(text) > 2 and text.lower() not in _NOT_NAMES and text.lower() not in _CALENDAR:  # noqa: PLR2004
                forms.setdefault(words[0], set()).add(words)
    return {word: tuple(sorted(found, key=lambda form: (-len(form), form))) for word, found in forms.items()}
