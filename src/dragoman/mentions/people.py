"""Finds persons by name, with an office before or behind the name or with a courtesy title.

A bare pair of capitalised words is no person here: companies, exercises and places look the same. It becomes one once the document gives it
an office or a title somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman import kb
from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import OfficeWords, office_words
from dragoman.mentions.offices import OfficePhrase, find_offices, read_heading
from dragoman.mentions.person_names import ReadName, read_name
from dragoman.mentions.words import Words
from dragoman.values.mention import Mention, OfficeName, PersonName, StateForm, StateName
from dragoman.values.span import Span

__all__ = ["find_people"]

_ENDS_APPOSITION = frozenset(",.;:)—–-]")
_FOLLOWS_APPOSITION = frozenset({"and", "on", "at", "in", "to", "who", "during", "for", "after", "as", "with", "over"})
_GROUP_WORDS = frozenset("the two both three four five countries states nations neighbours neighbors republics".split())
_IS = frozenset(
    {"is", "was", "serves", "served", "also", "currently", "as", "had", "has", "been", "previously", "once", "then", "formerly", "long"}
)
_PAST = frozenset({"was", "served", "had", "previously", "formerly"})
_TITLES_TOO = frozenset({"ambassador", "minister", "senator", "secretary", "commissioner"})
_STANDS = frozenset(
    "left right centre center middle front back row second third fourth from far the pictured seated standing l r c and in on".split()
)
_LONGEST_STANDING = 5
_LED_BY = frozenset({("led", "by"), ("headed", "by"), ("chaired", "by"), ("delegation", "under")})
_BEFORE_NAME = frozenset("\"'(“‘")


@dataclass(slots=True, kw_only=True)
class _Reading:
    """A sentence while its persons are read: what is known of it, and the persons and offices taken so far."""

    named: NamedWords
    lists: OfficeWords
    by_first: Mapping[int, OfficePhrase]
    taken: list[tuple[int, int, PersonName | OfficeName]] = field(default_factory=list)

    @property
    def words(self) -> Words:
        return self.named.words

    def name_at(self, index: int) -> ReadName | None:
        return read_name(self.named, index, self.lists)

    def is_at(self, index: int, *options: str) -> bool:
        return index < len(self.words) and self.words.lower[index] in options


def find_people(named: NamedWords) -> list[Mention]:
    """Find persons and offices in one sentence, in order, without overlap.

    Known to miss: a person who never gets an office or title in the document; a title behind more than one comma.
    """
    words = named.words
    if words.shouting:
        return []
    reading = _Reading(named=named, lists=office_words(), by_first={phrase.first: phrase for phrase in find_offices(named)})
    index, count = 0, len(words)
    while index < count:
        phrase = reading.by_first.get(index)
        if phrase is not None:
            index = _read_from_office(reading, phrase)
            continue
        name = reading.name_at(index) if _may_begin_name(words, index) else None
        index = _read_from_name(reading, name) if name is not None else index + 1
    return [Mention(span=Span(words.start[first], words.end[last - 1]), named=found) for first, last, found in reading.taken]


def _may_begin_name(words: Words, index: int) -> bool:
    return words.text[index][0].isupper() and not (words.is_glued(index) and words.text[index - 1] not in _BEFORE_NAME)


def _read_from_office(reading: _Reading, phrase: OfficePhrase) -> int:
    """Read what an office phrase leads: a second office, a name, names of several, or nothing. Returns where to go on."""
    second = _second_office(reading, phrase)
    offices = [phrase.named] if second is None else [phrase.named, second.named]
    last = phrase.last if second is None else second.last
    name = None if phrase.named.institution else _name_behind(reading, second or phrase)
    if name is None and phrase.named.plural:
        last = _skip_of_group(reading, last)
    if name is None and not phrase.named.institution:
        name = _read_appositive(reading, last, phrase)
    if name is None:
        _take_offices(reading, phrase, second)
        return phrase.last if second is None else second.last
    country = next((office.country for office in offices if office.country), None)
    end, country = _read_of_state(reading, name.last, country)
    stateless = country is None and not any(office.countries or office.plural for office in offices)
    end, more = _read_office_behind(reading, end) if reading.is_at(end + 1, "who") else (end, [])
    if stateless and not more:
        end, more = _read_state_office_behind(reading, end)
        country = next((office.country for office in more), None)
    first = phrase.first if last == phrase.last or second is not None else name.first
    reading.taken.append((first, end, _make_person(name, [*offices, *more], country)))
    return _read_more_names(reading, end, phrase) if phrase.named.plural else end


def _skip_acronym(reading: _Reading, index: int) -> int:
    """Skip "(NIOC)" between an office and the name."""
    acronym = reading.is_at(index, "(") and reading.is_at(index + 2, ")") and reading.words.text[index + 1].isupper()
    return index + 3 if acronym else index


def _name_behind(reading: _Reading, phrase: OfficePhrase) -> ReadName | None:
    """Return the name right behind an office; one word behind an open portfolio may be the rest of it ("Director of Public Engagement")."""
    begin = _skip_acronym(reading, phrase.last)
    title = reading.by_first.get(begin)
    if title is not None and title.last == begin + 1 and reading.words.lower[begin] in _TITLES_TOO and reading.words.is_capital(begin):
        begin += 1  # "Deputy Foreign Minister | Ambassador X"
    name = reading.name_at(begin)
    if name is None or name.words > 1 or name.honoured or not phrase.ends_open:
        return name
    behind = reading.words.text[name.last : name.last + 1]
    goes_on = bool(behind) and behind[0].islower() and behind[0] not in {"of", "and", "for"}
    return name if goes_on or reading.words.is_possessive(name.last) else None


def _second_office(reading: _Reading, phrase: OfficePhrase) -> OfficePhrase | None:
    """Return the second office that the same name bears: "deputy prime minister and | foreign minister X"."""
    if not reading.is_at(phrase.last, "and", ",") or phrase.named.institution or phrase.named.plural:
        return None
    second = reading.by_first.get(phrase.last + 1)
    if second is None or second.first != second.head_first or second.named.institution or second.named.plural:
        return None
    behind = reading.name_at(second.last)
    if reading.is_at(phrase.last, ","):
        return second if behind is not None else None
    if phrase.head in reading.lists.rulers and second.head in reading.lists.rulers and not reading.is_at(second.last, "of"):
        return None  # "the President and Prime Minister X" are two
    comma = reading.name_at(second.last + 1) if reading.is_at(second.last, ",") else None
    return second if behind is not None or comma is not None or second.named.countries else None


def _skip_of_group(reading: _Reading, index: int) -> int:
    """Skip "of the two countries" behind a plural office when a comma follows: names come next."""
    after = index
    if reading.is_at(after, "of"):
        after += 1
        while after < len(reading.words) and reading.words.lower[after] in _GROUP_WORDS:
            after += 1
    return after if reading.is_at(after, ",") else index


def _take_offices(reading: _Reading, phrase: OfficePhrase, second: OfficePhrase | None) -> None:
    for item in (phrase, second):
        if item is not None and not _is_bare(reading.words, item):
            reading.taken.append((item.first, item.last, item.named))


def _is_bare(words: Words, phrase: OfficePhrase) -> bool:
    """Say whether an office without name, state or "the" is only a common noun ("minister" behind "a")."""
    named = phrase.named
    if named.definite or named.countries or named.plural:
        return False
    return not words.is_capital(phrase.first) and phrase.last - phrase.first == 1


def _read_appositive(reading: _Reading, last: int, phrase: OfficePhrase) -> ReadName | None:
    """Read the name behind a comma: "his Chilean counterpart, Maria Fernanda Larrain, in Arica"."""
    named = phrase.named
    told = named.definite or named.countries or named.relation or named.plural
    if not reading.is_at(last, ",", "("):
        return None
    name = reading.name_at(last + 1)
    if not (told or (named.office and " " in named.office) or (name is not None and name.honoured)):
        return None
    if name is None or (name.words < 2 and not name.honoured and not _stands_alone(reading, name, named)):
        return None  # one word alone may be anything
    end, _ = _read_of_state(reading, name.last, None)
    closing = reading.words.lower[end : end + 1]
    closes = not closing or closing[0][0] in _ENDS_APPOSITION or bool(told and closing[0] in _FOLLOWS_APPOSITION)
    return name if closes else None


def _stands_alone(reading: _Reading, name: ReadName, named: OfficeName) -> bool:
    """Say whether one word between commas behind one office of a state can only be its holder: "Iran's foreign minister, Zarif, said"."""
    words = reading.words
    if named.plural or named.relation or not named.country or not named.office or not words.text[name.first].istitle():
        return False
    closed = words.lower[name.last : name.last + 1] in {(",",), (")",)}
    return closed and name.first not in reading.named.starts and not kb.is_common_word(words.lower[name.first])


def _read_of_state(reading: _Reading, index: int, country: str | None) -> tuple[int, str | None]:
    """Read "of the Netherlands" behind a name."""
    if not reading.is_at(index, "of"):
        return index, country
    after = index + 2 if reading.is_at(index + 1, "the") else index + 1
    state = reading.named.starts.get(after)
    if state is None or state.named.code is None or reading.words.is_possessive(state.last):
        return index, country
    is_part = reading.words.is_capital(state.last) and not reading.words.is_glued(state.last)
    if is_part or (isinstance(state.named, StateName) and state.named.form is not StateForm.NAME):
        return index, country
    return (state.last, state.named.code) if country in {None, state.named.code} else (index, country)


def _read_more_names(reading: _Reading, index: int, phrase: OfficePhrase) -> int:
    """Read the further names that a plural office leads: "Presidents X of A, Y of B and Z"; countries named before go to names in order."""
    nth = 0
    while reading.is_at(index, "and", ","):
        after = index + 2 if reading.is_at(index + 1, "and") else index + 1
        name = reading.name_at(after)
        if name is None or (name.words < 2 and not name.honoured):  # one word alone may be anything
            break
        nth += 1
        given = phrase.named.countries[nth] if 1 < len(phrase.named.countries) > nth else None
        end, country = _read_of_state(reading, name.last, given)
        office = replace(phrase.named, country=country, countries=())
        reading.taken.append((name.first, end, _make_person(name, [office], country)))
        index = end
    return index


def _read_from_name(reading: _Reading, name: ReadName) -> int:
    """Read the office behind a name, or keep an honoured name by itself. Returns where to go on."""
    end, country = _read_of_state(reading, name.last, None)
    last, offices = _read_office_behind(reading, end) if name.words > 1 or name.honoured else (end, [])
    if offices:
        country = country or next((office.country for office in offices if office.country), None)
        reading.taken.append((name.first, last, _make_person(name, offices, country)))
        return last
    if name.honoured or (name.words > 1 and reading.words.lower[max(0, name.first - 2) : name.first] in _LED_BY):
        reading.taken.append((name.first, end, replace(_make_person(name, [], country), titled=True)))
    return end if name.honoured or name.words > 1 else name.first + 1


def _read_office_behind(reading: _Reading, end: int) -> tuple[int, list[OfficeName]]:
    """Read ", the foreign minister of Iraq and head of …" behind a name: where it ends, and the offices."""
    headed = read_heading(reading.named, end, reading.lists)
    if headed is not None:
        return headed[0], [headed[1]]
    after = _skip_to_apposition(reading, end)
    phrase = reading.by_first.get(after) if after is not None else None
    if phrase is not None and after is not None:
        phrase = _held_under(reading, phrase) or phrase
    if phrase is None or not _is_apposition(reading, phrase):
        return end, []
    between = reading.words.lower[end : phrase.first]
    if "has" not in between and not _PAST.isdisjoint(between):
        phrase = replace(phrase, named=replace(phrase.named, former=True))  # "X, who was | the interior minister"
    if phrase.named.former and reading.words.lower[phrase.first - 1] in {"a", "an"}:
        return end, []  # "X, a former consul": the office he holds today is told elsewhere
    offices, last = [phrase.named], phrase.last
    while reading.is_at(last, "and"):
        second = reading.by_first.get(last + 1)
        if second is None or second.first != second.head_first or second.named.institution or not _is_apposition(reading, second):
            break
        offices.append(second.named)
        last = second.last
    return last, offices


def _held_under(reading: _Reading, phrase: OfficePhrase) -> OfficePhrase | None:
    """Return the office in "X, President Y's | special representative": it is held under somebody who is named."""
    name = reading.name_at(phrase.last)
    if name is None or not reading.words.is_possessive(name.last):
        return None
    held = reading.by_first.get(reading.words.skip_possessive(name.last))
    if held is None or held.named.countries or held.named.institution or held.named.plural:
        return None
    return replace(held, named=replace(held.named, country=phrase.named.country, countries=phrase.named.countries))


def _read_state_office_behind(reading: _Reading, end: int) -> tuple[int, list[OfficeName]]:
    """Read the office of a state behind a name that has a title before it: "Council chair A, | Rwanda's permanent representative, said"."""
    last, offices = _read_office_behind(reading, end)
    closing = reading.words.lower[last : last + 1]
    told = len(offices) == 1 and offices[0].countries and not offices[0].former and not offices[0].relation
    return (last, offices) if told and closing in {(",",), (".",), (")",)} else (end, [])


def _skip_to_apposition(reading: _Reading, end: int) -> int | None:
    """Return where an office behind a name may begin: behind a comma, a bracket, "as", or ", who is"."""
    end = _skip_standing(reading, end)
    if not reading.is_at(end, ",", "(", "as"):
        return None
    after = end + 1
    if reading.is_at(after, "who"):
        after += 1
        if not reading.is_at(after, "is", "was", "also", "serves", "served", "had", "has"):
            return None
        while after < len(reading.words) and reading.words.lower[after] in _IS:
            after += 1
    return after + 1 if reading.is_at(after, "a", "an") else after


def _skip_standing(reading: _Reading, end: int) -> int:
    """Skip where someone stands in a picture: ", second from left |, the Iraqi minister", "(L) |, Iraq's minister"."""
    if not reading.is_at(end, ",", "("):
        return end
    after = end + 1
    while after - end <= _LONGEST_STANDING and after < len(reading.words) and reading.words.lower[after] in _STANDS:
        after += 1
    if after == end + 1 or reading.words.lower[after - 1] not in _STANDS - {"the", "from", "in", "on", "and"}:
        return end
    if reading.is_at(end, "("):
        after = after + 1 if reading.is_at(after, ")") else end
    return after if reading.is_at(after, ",") else end


def _is_apposition(reading: _Reading, phrase: OfficePhrase) -> bool:
    if phrase.named.plural or phrase.named.institution or phrase.named.relation in {"host", "guest"}:
        return False
    if reading.name_at(phrase.last) is not None:
        return False
    return not reading.words.is_possessive(phrase.last)


def _make_person(name: ReadName, offices: Sequence[OfficeName], country: str | None) -> PersonName:
    return PersonName(
        name=name.text,
        offices=tuple(dict.fromkeys(named.office for named in offices if named.office)),
        country=country,
        former=any(named.former for named in offices),
        relation=next((named.relation for named in offices if named.relation), None),
        of=next((named.of for named in offices if named.of), None),
        short=name.words == 1,
        titled=bool(offices) or name.honoured,
    )
