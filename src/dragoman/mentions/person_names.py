"""Reads the name of a person: courtesy titles and ranks, then a run of words in capitals with particles between them."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_words import OfficeWords
from dragoman.mentions.words import Words

__all__ = ["ReadName", "join_words", "read_name"]

_LONGEST_NAME_WORDS = 12
_ALSO_NAMES = frozenset(
    {"general", "amir", "emir", "king", "speaker", "guest", "east", "west", "house", "war", "law", "land", "gas", "force"}
)
_NO_FIRST_PARTICLES = frozenset({"a", "an", "as", "at", "i", "y", "e", "do", "de", "la", "le", "el"})
_MONTHS_TOO = frozenset({"may", "april", "june", "august", "jan", "mar"})
_BEHIND_SUBJECT = frozenset((word,) for word in ("said", "says", "told", "added", "announced", "noted", "warned", "stressed", "explained"))
_MEMORIALS = frozenset({"monument", "mausoleum", "memorial", "statue", "museum", "airport", "bridge", "stadium", "foundation"})
_SHORTEST_GLUED = 2
_JOINERS = frozenset({"-", "of", "and", "&"})
_NO_INNER_PARTICLES = frozenset({"as", "at", "an", "i", "do"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadName:
    """A name at words ``[first, last)``.

    Attributes:
        text: Without courtesy titles, ranks and "Jr".
        words: How many words it has; "Al-Sudani" is one.
        honoured: True behind a courtesy title or rank: it is certainly a person.
    """

    first: int
    last: int
    text: str
    words: int
    honoured: bool


def read_name(named: NamedWords, index: int, lists: OfficeWords) -> ReadName | None:
    """Read the name at `index`; None when no name of a person stands there.

    A name that goes on as the name of a thing ("Imam Khomeini International Airport") is none.
    """
    words = named.words
    begin = index
    index, honoured = _skip_honorifics(named, index, lists)
    first, count = index, 0
    while index < len(words) and index - first < _LONGEST_NAME_WORDS:
        step = _name_step(named, index, first, count, lists)
        if step == 0:
            break
        count += words.text[index][0].isupper() and not words.is_glued(index)
        index += step
    while index > first and (
        (words.lower[index - 1] in lists.particles and words.text[index - 1].islower()) or words.lower[index - 1] in "-'"
    ):
        index -= 1
    if not any(word[0].isupper() for word in words.text[first:index]):
        return None
    first_of_suffix = _suffix_start(words, first, index, lists)
    text = join_words(words, first, first_of_suffix)
    if len(text) < 2 or _is_thing(words, index, count, lists):  # a lone initial names nobody
        return None
    if not honoured and _is_of_portfolios(words, first, index, lists):
        return None
    return ReadName(first=begin, last=_skip_suffix(words, index), text=text, words=max(count, 1), honoured=honoured)


def _suffix_start(words: Words, first: int, last: int, lists: OfficeWords) -> int:
    return last - 1 if last - first > 1 and words.lower[last - 1] in lists.suffixes else last


def _skip_suffix(words: Words, index: int) -> int:
    """Skip ", Jr." behind a name."""
    after = index + 1 if words.lower[index : index + 1] == (",",) else index
    if after < len(words) and words.lower[after] in {"jr", "sr"}:
        index = after + 1
    if words.lower[index - 1] in {"jr", "sr"} and words.lower[index : index + 1] == (".",) and index + 1 < len(words):
        index += 1
    return index


def _is_thing(words: Words, last: int, count: int, lists: OfficeWords) -> bool:
    """Say whether words in capitals are, or go on as, the name of a thing or body."""
    end = words.lower[last - 1]
    if end in lists.things and end not in lists.surnames_too:
        return True
    if words.lower[last : last + 1] and words.lower[last] in _MEMORIALS:
        return True
    if not words.is_capital(last) or words.is_glued(last):
        return False
    behind = words.lower[last]
    return behind in lists.things or (count == 1 and (behind in lists.bodies or behind in lists.private_bodies))


def _is_of_portfolios(words: Words, first: int, last: int, lists: OfficeWords) -> bool:
    """Say whether words in capitals name a field of work or a post, no person: "Hemisphere Affairs", "Collections Librarian"."""
    if words.lower[last - 1] in lists.posts:
        return True
    return last - first > 1 and all(
        token in lists.fields or token in lists.portfolio or token in _JOINERS for token in words.lower[first:last]
    )


def _skip_honorifics(named: NamedWords, index: int, lists: OfficeWords) -> tuple[int, bool]:
    """Return where the name proper begins, and whether what was skipped makes it a person's."""
    words = named.words
    honoured = False
    while index < len(words) and index not in named.starts:
        word = words.lower[index]
        if words.text[index] == "H" and words.text[index + 1 : index + 4] in {(".", "E", "."), (".", "E", "")}:
            index, honoured = index + 4, True
            continue
        if word == "retired" and words.lower[index + 1 : index + 2] and words.lower[index + 1] in lists.ranks_military:
            index += 1
            continue
        if words.text[index] == "(" and words.lower[index + 1 : index + 2] == ("ret",):
            index += 2 + (words.lower[index + 2 : index + 3] == (".",)) + 1
            continue
        if not words.is_capital(index) or (word not in lists.honorifics and word not in lists.ranks_military):
            break
        dotted = words.lower[index + 1 : index + 2] == (".",)
        if (
            dotted
            and words.lower[index + 2 : index + 3] == ("-",)
            and words.is_capital(index + 3)
            and words.lower[index + 3] in lists.ranks_military
        ):
            index, honoured = index + 3, True  # "Lt.-Col."
            continue
        after = index + 1 + (dotted or words.lower[index + 1 : index + 2] == ("'",))
        if after >= len(words) or not (words.is_capital(after) or words.lower[after] in lists.particles or words.text[after] == "("):
            break
        honoured = (
            honoured
            or dotted
            or word not in lists.faint_titles
            or word in {"general", "captain", "imam", "prince", "princess", "secretary", "sister"}
        )
        index = after
    return index, honoured


def _name_step(named: NamedWords, index: int, first: int, count: int, lists: OfficeWords) -> int:
    """Return how many words of the name stand at `index`, 0 when it ends there."""
    words = named.words
    word, lower = words.text[index], words.lower[index]
    if lower in "-'" and index > first:
        return _glue_step(words, index)
    if not word[0].isalpha():
        return 0
    if word[0].islower():
        return _particle_step(words, index, first, lists)
    if len(word) == 1 and words.text[index + 1 : index + 2] == (".",) and index not in named.starts:
        return 2
    if lower in lists.no_names and not (lower in _MONTHS_TOO and _bears_month(words, index, first, lists)):
        return 1 if _goes_on_glued(words, index) else 0
    if index > first and lower in lists.verbs:
        return 1 if lower in _MONTHS_TOO and _bears_month(words, index, first, lists) else 0
    if lower in lists.portfolio or lower in lists.heads:
        surname = count == 1 and index > first and not words.is_capital(index + 1) and lower not in lists.heads
        if not (surname or (index > first and lower in _ALSO_NAMES)):
            return 0
    return 1 if _may_be_name(named, index, first, lists) else 0


def _bears_month(words: Words, index: int, first: int, lists: OfficeWords) -> bool:
    """Say whether "May" or "Jan" is a name: behind a given name or a title, or before a surname, and no day or year behind it."""
    behind = words.text[index + 1 : index + 2]
    if behind and (behind[0].isdigit() or behind[0].lower() in {"be", "have"}):
        return False
    if index == first and words.lower[index] == "jan":
        return words.is_capital(index + 1)
    titled = (
        index > 0 and words.is_capital(index - 1) and (words.lower[index - 1] in lists.heads or words.lower[index - 1] in lists.honorifics)
    )
    return index > first or titled


def _glue_step(words: Words, index: int) -> int:
    """Read on over a hyphen or apostrophe inside a name."""
    glued = words.is_glued(index) and index + 1 < len(words) and words.is_glued(index + 1)
    if not glued and words.lower[index] == "'" and words.is_glued(index) and not words.lower[index - 1].endswith("s"):
        following = words.text[index + 1 : index + 3]
        return 1 if len(following) == 2 and following[0].lower() in {"al", "el"} and following[1] == "-" else 0  # "Rabia' al-Karim"
    return 2 if glued and not words.is_possessive(index) and words.text[index + 1][0].isalpha() else 0


def _goes_on_glued(words: Words, index: int) -> bool:
    """Say whether an apostrophe joins the word at `index` to more of one name: "Is'haq", "As'ad", "An-Nahyan"."""
    if index + 2 >= len(words) or words.lower[index + 1] not in "-'" or not (words.is_glued(index + 1) and words.is_glued(index + 2)):
        return False
    return not words.is_possessive(index + 1) and len(words.text[index + 2]) > _SHORTEST_GLUED and words.text[index].istitle()


def _may_be_name(named: NamedWords, index: int, first: int, lists: OfficeWords) -> bool:
    """Say whether the word at `index` is free to be a name; a listed state is only where it is a given name too ("Chad Jordan")."""
    known = named.starts.get(index)
    if known is None:
        return True
    words = named.words
    if known.is_adjective and index > first and known.last == index + 1 and _ends_subject(words, known.last):
        return True  # "Vice President Alexander Moldovan said"
    if not known.caution or known.last != index + 1:
        return False
    following = named.starts.get(known.last)
    goes_on = words.is_capital(known.last) and words.lower[known.last] not in lists.no_names and following is None
    return index > first or goes_on or (following is not None and following.caution)


def _ends_subject(words: Words, index: int) -> bool:
    """Say whether a verb of speech or a comma follows at `index`: no adjective stands there."""
    return words.lower[index : index + 1] in _BEHIND_SUBJECT


def _particle_step(words: Words, index: int, first: int, lists: OfficeWords) -> int:
    word = words.lower[index]
    if word not in lists.particles:
        return 0
    after = index + 1
    if words.text[after : after + 1] == ("-",) and words.is_glued(after) and after + 1 < len(words) and words.text[after + 1][0].isalpha():
        return 3
    while after < len(words) and words.text[after].islower() and words.lower[after] in lists.particles:
        after += 1
    if word in (_NO_FIRST_PARTICLES if index == first else _NO_INNER_PARTICLES):
        return 0
    return 1 if words.is_capital(after) and words.lower[after] not in lists.no_names else 0


def join_words(words: Words, first: int, last: int) -> str:
    """Return words ``[first, last)`` as written, runs of white space as one space."""
    return "".join(
        words.text[index] if index == first or words.is_glued(index) else " " + words.text[index] for index in range(first, last)
    )
