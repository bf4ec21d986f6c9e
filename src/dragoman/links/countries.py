"""Which country an official without a nationality acts for, and which state is a document's home."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman import kb
from dragoman.links.registry import PersonDraft, Registry
from dragoman.values.document import Document
from dragoman.values.mention import OfficeName, OrganisationName, PersonName, PlaceName, Sentence, StateName

__all__ = ["find_home", "guess_countries"]

_LEADS = re.compile(r"\s*(?:,?\s*who\s+)?(?:led|leads|headed|heads|chaired|represented|signed for|heading|leading)?\s*(?:for\s+)?(?:the\s+)?", re.IGNORECASE)
_SAYS = re.compile(r"\s*,?\s*(?:has\s+)?(?:said|says|told|announced|added|noted|wrote|warned|stated|confirmed|reported|explained|declared|stressed)\b", re.IGNORECASE)
_ACROSS = re.compile(r"\b(?:met|meets?|meeting|talks|signed|between|received|receives|with|to|by|from|host|visit\w*|telephon\w*|phoned|called on|spoke)\b", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:to|with|by|from|met|meets|meet|received|receives|told|asked|thanked|telephoned|visited|between|for|counterpart,?|opposite number,?|colleague,?)\s*(?:the\s+)?$", re.IGNORECASE)
_TRAVELS = re.compile(r"\b(?:arriv\w+|due in|travel\w*|flew|flies|fly|trip|visit\w*|went|goes|head(?:s|ed) (?:to|for)|pa(?:ys|id) a|lands?|landed|came|comes)\b", re.IGNORECASE)
_MAIN_PARTIES = 2
_NEAR_CHARS = 24
_WORLD_OFFICES = frozenset({"secretary general", "director general", "executive director", "general secretary", "high representative"})


def find_home(document: Document) -> str | None:
    """Return the state of the dateline, or of a state or capital in the publisher's name; None for none or for two datelines at once."""
    if document.dateline_place:
        if "/" in document.dateline_place:
            return None
        first = document.dateline_place.split(",")[0].strip()
        code = kb.find_state(first)
        if code is not None and kb.is_state(code):
            return code
        places = kb.gazetteer().find(first.title() if first.isupper() else first)
        if places:
            return places[0].country
    parts = (document.publisher or "").split()
    for size in (2, 1):
        for index in range(len(parts) - size + 1):
            code = kb.find_state(" ".join(parts[index : index + size]))
            if code is not None:
                return code
    return None


@dataclass(frozen=True, slots=True)
class _Named:
    """A code named in a sentence, where, and whether by a person or office that holds it."""

    code: str
    start: int
    end: int
    holder: bool
    organisation: bool


def guess_countries(
    document: Document,
    sentences: Sequence[Sentence],
    registry: Registry,
    keys: Mapping[tuple[int, int], PersonDraft],
    home: str | None,
    pair: tuple[str, ...],
) -> None:
    """Give each official without a country the one that the words around his first mention suggest, in the order of the text.

    1. "its foreign minister": the state that the sentence, or the one before, began with.
    2. "X led the Spanish": the state named right behind.
    3. Heads of organisations: the organisation named nearest before.
    4. "…, Interior Minister X said": the state the sentence began with.
    5. Otherwise the state named last before him, not counting those that other people of the sentence act for when he stands across from
       them ("received by", "met with", "and" at a signing), nor the one he travels to; then home, the states behind him, the sentence
       before, the document's main parties.
    """
    text = document.text
    named = [_named(sentence, keys, position) for position, sentence in enumerate(sentences)]
    for (position, index), draft in sorted(keys.items()):
        if draft.country or draft.guess or not draft.offices:
            continue
        span = sentences[position].mentions[index].span
        here = [item for item in named[position] if not (span.start <= item.start < span.end)]
        before = [item for item in here if item.end <= span.start]
        behind = [item for item in here if item.start >= span.end]
        earlier = named[position - 1] if position else []
        choice = _by_words(text, span.start, span.end, draft, before, behind, earlier)
        if choice is None:
            sentence = sentences[position].span
            mention = sentences[position].mentions[index].named
            related = isinstance(mention, PersonName) and mention.relation == "counterpart"
            barred = _barred(text, sentence.start, span.start, span.end, before, behind, across=related)
            barred |= {other.acts_for for other in registry if other is not draft and other.acts_for and set(other.offices) & set(draft.offices) and not other.former}
            order = _order(span.start, before, behind, earlier, home, pair)
            states = [code for code in order if kb.is_state(code)] or order
            choice = next((code for code in states if code not in barred), states[0] if states else None)
        draft.guess = choice


def _by_words(
    text: str, start: int, end: int, draft: PersonDraft, before: Sequence[_Named], behind: Sequence[_Named], earlier: Sequence[_Named]
) -> str | None:
    """Return the country by the rules that need no exclusion (1 to 4)."""
    if text[start : start + 4].lower() == "its ":
        subject = next((item for item in (*before, *earlier)), None)
        if subject is not None:
            return subject.code
    if behind and _LEADS.fullmatch(text, end, behind[0].start):
        return behind[0].code
    if any(office in _WORLD_OFFICES for office in draft.offices):
        organisation = next((item for item in (*reversed(before), *reversed(earlier), *behind) if item.organisation), None)
        if organisation is not None:
            return organisation.code
    if before and _SAYS.match(text, end) and text[start - 2 : start] in {", ", "” ", '" '}:
        states = [item for item in before if not item.organisation]
        return states[0].code if states else None
    return None


def _order(
    start: int, before: Sequence[_Named], behind: Sequence[_Named], earlier: Sequence[_Named], home: str | None, pair: tuple[str, ...]
) -> list[str]:
    """Return the countries to choose from: right before him, then those of the document's pair before others."""
    main = pair[:_MAIN_PARTIES]
    near = [item.code for item in before[-1:] if start - item.end <= _NEAR_CHARS]
    said = [*(item.code for item in reversed(before)), *([home] if home in main else []), *(item.code for item in behind), *(item.code for item in reversed(earlier))]
    return [*near, *(code for code in said if code in main), *main, *said, *([home] if home else []), *pair]


def _barred(
    text: str, begin: int, start: int, end: int, before: Sequence[_Named], behind: Sequence[_Named], *, across: bool
) -> set[str | None]:
    """Return the countries that an official cannot act for by his place in the sentence."""
    barred: set[str | None] = set()
    holders = [item for item in before if item.holder]
    across = across or _OBJECT.search(text, max(begin, start - 24), start) is not None
    joined = text[max(begin, start - 5) : start].strip().lower() == "and"
    if across and holders:
        barred.update(item.code for item in holders)
    if joined and holders and _ACROSS.search(text, begin, holders[-1].start):
        barred.add(holders[-1].code)
    following = next((item for item in behind if item.holder), None)
    if following is not None and text[end : following.start].strip().lower() in {"and", "and the", "met", "met the", "received", "met with"} and _ACROSS.search(text, begin, following.end):
        barred.add(following.code)
    travel = _TRAVELS.search(text, end, min(len(text), end + 90))
    if travel is not None:
        destination = next((item for item in behind if item.start >= end and not item.holder), None)
        if destination is not None:
            barred.add(destination.code)
    return barred


def _named(sentence: Sentence, keys: Mapping[tuple[int, int], PersonDraft], position: int) -> list[_Named]:
    found: list[_Named] = []
    for index, mention in enumerate(sentence.mentions):
        start, end = mention.span.start, mention.span.end
        match mention.named:
            case StateName(code=code):
                found.append(_Named(code, start, end, holder=False, organisation=False))
            case OrganisationName(code=str(code)):
                found.append(_Named(code, start, end, holder=False, organisation=True))
            case OfficeName(countries=codes, institution=institution):
                found.extend(_Named(code, start, end, holder=not institution, organisation=False) for code in codes)
            case PersonName():
                other = keys.get((position, index))
                if other is not None and other.country:
                    found.append(_Named(other.country, start, end, holder=True, organisation=False))
            case PlaceName(country=str(code)):
                found.append(_Named(code, start, end, holder=False, organisation=False))
            case _:
                continue
    return found
