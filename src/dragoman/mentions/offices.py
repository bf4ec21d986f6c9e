"""Finds office phrases: "Iran's Chief of the General Staff of the Armed Forces", "the two foreign ministers", "his Turkmen counterpart".

A phrase is read outwards from its head word. To the left stand portfolio, ranks, a state and "the", "his" or "former"; to the right "of",
"for" or "to" with a portfolio, a state or an institution.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.mentions.names import NamedWords
from dragoman.mentions.office_draft import OfficeDraft, name_office
from dragoman.mentions.office_head import OfficeHead, find_head
from dragoman.mentions.office_left import read_left
from dragoman.mentions.office_right import read_headed, read_origin, read_right
from dragoman.mentions.office_words import OfficeWords, office_words
from dragoman.mentions.words import Words
from dragoman.values.mention import OfficeName

__all__ = ["OfficePhrase", "find_offices", "read_heading"]

_HEADS = {
    "heads": "head",
    "leads": "head",
    "runs": "head",
    "oversees": "head",
    "directs": "director",
    "chairs": "chairman",
    "commands": "commander",
}
_BEHIND_SOMEBODY = frozenset(
    "who said says told is was has had will would also then later in at from on with to of for as speaking by met went left held did that "
    "made gave spoke took put saw".split()
)
_PRIVATE = frozenset({"university", "universities", "company", "companies", "hospital", "hospitals", "school", "schools", "village"})
_FOR_THE_DAY = frozenset({"delegation", "delegations", "side", "team", "mission", "group", "talks", "negotiations", "government", "bloc"})


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficePhrase:
    """An office phrase at words ``[first, last)``.

    Attributes:
        head_first: Where the office itself begins, behind "the" and the state.
        head: The singular of its head word.
        ends_open: True when it ends in a portfolio that may go on in words that are not listed.
    """

    first: int
    last: int
    head_first: int
    named: OfficeName
    head: str
    ends_open: bool = False


def find_offices(named: NamedWords) -> list[OfficePhrase]:
    """Find office phrases in order, without overlap. Names of persons are no part of them.

    Leaves alone on purpose: bare common nouns ("the chief reason"), officers of companies, parties and federal states (their phrase is
    found, so that the name behind it is, but its office is a bare "director" or none).
    """
    lists = office_words()
    found: list[OfficePhrase] = []
    free = 0
    for index, word in enumerate(named.words.lower):
        head = find_head(named, index, lists) if index >= free and (word in lists.heads or word in lists.institutions) else None
        led = bool(found) and found[-1].named.institution
        phrase = _read_phrase(named, head, lists, free, led=led) if head is not None else None
        if phrase is None:
            continue
        free = phrase.last
        phrase = _with_owner(named.words, found, phrase)
        if found and _works_at(named.words, found[-1], phrase):
            country, countries = phrase.named.country, phrase.named.countries
            found[-1] = replace(found[-1], named=replace(found[-1].named, country=country, countries=countries))
        if found and _serves(named.words, found[-1], phrase, lists):
            found[-1] = _join_aide(found[-1], phrase)
        elif found and found[-1].named.institution and _abuts(named.words, found[-1].last, phrase.first):
            found[-1] = _join_institution(found[-1], phrase)
        else:
            found.append(phrase)
    return found


def read_heading(named: NamedWords, index: int, lists: OfficeWords) -> tuple[int, OfficeName] | None:
    """Read ", who heads the border service" behind a name: where it ends, and the office.

    Leaves alone on purpose: who leads only a delegation.
    """
    words = named.words
    begin = index + 1 if words.lower[index : index + 1] == (",",) else index
    if words.lower[begin : begin + 1] != ("who",) or begin + 1 >= len(words):
        return None
    singular = _HEADS.get(words.lower[begin + 1])
    if singular is None:
        return None
    head = OfficeHead(first=begin + 1, last=begin + 2, singular=singular, plural=False, institution=False)
    draft = OfficeDraft(head=head, first=begin + 1, last=begin + 2, head_first=begin + 1)
    if not read_headed(named, draft, lists) or not _FOR_THE_DAY.isdisjoint(draft.tail[-1:]) or not draft.tail:
        return None
    inner = [word for word in draft.tail[1:] if word != "the"]
    if inner[0] == "ministry" or inner[-1] == "ministry":
        portfolio = inner[2:] if inner[0] == "ministry" else inner[:-1]
        minister = replace(draft, head=replace(head, singular="minister"), portfolio=portfolio, tail=[])
        return draft.last, _office_name(minister, lists)
    return draft.last, _office_name(draft, lists)


def _read_phrase(named: NamedWords, head: OfficeHead, lists: OfficeWords, free: int, *, led: bool) -> OfficePhrase | None:
    """Read the phrase of a head; `led` says that an institution was read before `free`, which may be what it heads."""
    draft = OfficeDraft(head=head, first=head.first, last=head.last, head_first=head.first)
    read_left(named, draft, lists, free)
    if head.singular in lists.counterparts:
        read_origin(named, draft)
    elif head.singular not in lists.relations:
        read_right(named, draft, lists)
    led = led and not head.institution
    if not ((led and _abuts(named.words, free, draft.first)) or _is_office(named.words, draft, lists)):
        return None
    return OfficePhrase(
        first=draft.first,
        last=draft.last,
        head_first=draft.head_first,
        named=_office_name(draft, lists),
        head=head.singular,
        ends_open=bool(draft.tail) and draft.last not in named.ends,
    )


def _office_name(draft: OfficeDraft, lists: OfficeWords) -> OfficeName:
    head = draft.head
    relation = _relation(head.singular, lists)
    return OfficeName(
        office=None if relation or draft.substate else name_office(draft, lists),
        country=draft.codes[0] if draft.codes else None,
        countries=tuple(dict.fromkeys(draft.codes)),
        relation=relation,
        definite=draft.definite,
        plural=head.plural or (head.institution and len(draft.codes) > 1) or draft.count is not None,
        former=draft.former,
        institution=head.institution,
        of=draft.of,
        count=draft.count,
        possessed=draft.possessed,
    )


def _relation(singular: str, lists: OfficeWords) -> str | None:
    if singular in lists.counterparts:
        return "counterpart"
    return {"host": "host", "hostess": "host", "guest": "guest", "visitor": "guest", "neighbour": "neighbour"}.get(singular)


def _is_office(words: Words, draft: OfficeDraft, lists: OfficeWords) -> bool:
    """Say whether a phrase is more than a common noun."""
    singular = draft.head.singular
    if singular == "official":
        return _is_somebody(words, draft)
    if draft.head.institution:
        told = bool(draft.codes) if singular in lists.need_state else bool(draft.codes or draft.portfolio or draft.tail or draft.definite)
        return told or not (singular in lists.need_state or singular in lists.need_the)
    if _is_private(draft):
        return False
    if singular not in lists.weak or draft.codes or draft.tail:
        return True
    if singular in {"host", "hostess", "guest", "visitor", "colleague", "neighbour", "namesake"}:
        return draft.definite
    serves = singular in lists.aides and words.lower[draft.last : draft.last + 1] == ("to",)
    if serves or draft.portfolio or (singular in lists.titles and _leads_name(words, draft, lists)):
        return True
    if singular == "president":
        return draft.definite or words.is_capital(draft.head_first) or bool(draft.ranks)
    return bool(draft.ranks) and words.is_capital(draft.head_first)


def _is_private(draft: OfficeDraft) -> bool:
    """Say whether a phrase is one of people who act for nobody: "French speakers", "university chancellors", "a Chinese visitor"."""
    singular = draft.head.singular
    if singular == "speaker" and draft.head.plural and not draft.portfolio:
        return True
    return not _PRIVATE.isdisjoint(draft.portfolio) or (singular in {"visitor", "guest"} and not draft.definite)


def _is_somebody(words: Words, draft: OfficeDraft) -> bool:
    """Say whether "official" is a person: "the official said", "an Iranian official in …", never "the official visit"."""
    if draft.head.plural or not (draft.definite or draft.codes or draft.portfolio or draft.tail):
        return False
    behind = words.text[draft.last : draft.last + 1]
    if not behind or not behind[0][0].isalpha() or behind[0].lower() in _BEHIND_SOMEBODY:
        return True
    told = bool(draft.codes or draft.portfolio or draft.tail)
    return (told and behind[0][0].isupper()) or (behind[0].endswith("ed") and draft.last == draft.head.last)


def _leads_name(words: Words, draft: OfficeDraft, lists: OfficeWords) -> bool:
    """Say whether a title stands right before a name."""
    if not words.is_capital(draft.last) or words.shouting or words.titled:
        return False
    behind = words.lower[draft.last]
    ordinary = (lists.things, lists.no_names, lists.verbs, lists.portfolio, lists.heads)
    return not any(behind in group for group in ordinary)


def _serves(words: Words, aide: OfficePhrase, phrase: OfficePhrase, lists: OfficeWords) -> bool:
    """Say whether the first phrase serves the second: "special assistant to | the president"."""
    joined = words.lower[aide.last : aide.last + 1] == ("to",) and phrase.first == aide.last + 1
    return joined and aide.head in lists.aides and not phrase.named.institution


def _join_aide(aide: OfficePhrase, phrase: OfficePhrase) -> OfficePhrase:
    countries = aide.named.countries or phrase.named.countries
    office = f"{aide.named.office} to {phrase.named.office}" if aide.named.office and phrase.named.office else None
    named = replace(aide.named, office=office, country=countries[0] if countries else None, countries=countries, of=None)
    return replace(aide, last=phrase.last, named=named)


def _with_owner(words: Words, found: list[OfficePhrase], phrase: OfficePhrase) -> OfficePhrase:
    """Give an office the state of the one it belongs to: "the UN Secretary-General's | Special Envoy"."""
    if not found or (phrase.named.countries and found[-1].named.countries) or found[-1].named.plural:
        return phrase
    owner = found[-1]
    if not words.is_possessive(owner.last) or words.skip_possessive(owner.last) != phrase.first:
        return phrase
    office = phrase.named.office
    if office == "spokesperson" and owner.named.office and not owner.named.institution:
        office = _speaks_for(owner.named.office)
    return replace(phrase, named=replace(phrase.named, office=office, country=owner.named.country, countries=owner.named.countries))


def _speaks_for(office: str) -> str:
    """Name who speaks for a holder: "the president's | spokesman" is a presidential spokesperson."""
    if office == "president":
        return "presidential spokesperson"
    if office.endswith(" minister") and not office.endswith("prime minister"):
        return f"{office.removesuffix('minister').removeprefix('deputy ')}ministry spokesperson"
    return f"{office}'s spokesperson"


def _works_at(words: Words, holder: OfficePhrase, phrase: OfficePhrase) -> bool:
    """Say whether an institution tells whose official comes before it: "head of the Gulf bureau at | the Iraqi foreign ministry"."""
    if holder.named.institution or holder.named.countries or not (phrase.named.institution and phrase.named.countries):
        return False
    return phrase.first == holder.last + 1 and words.lower[holder.last] in {"at", "of", "in"}


def _abuts(words: Words, last: int, first: int) -> bool:
    """Say whether a phrase follows at once, an abbreviation in brackets between them or not: "Central Bank of Iran (CBI) | Governor"."""
    return first == last or (first == last + 3 and words.lower[last] == "(" and words.lower[first - 1] == ")")


def _join_institution(institution: OfficePhrase, phrase: OfficePhrase) -> OfficePhrase:
    countries = institution.named.countries or phrase.named.countries
    named = replace(
        phrase.named,
        office=f"{institution.named.office} {phrase.named.office}" if institution.named.office and phrase.named.office else None,
        country=countries[0] if countries else None,
        countries=countries,
        definite=institution.named.definite,
    )
    return replace(institution, last=phrase.last, named=named, head=phrase.head)
