"""Which country an official without a nationality acts for, and which state is a document's home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman import kb
from dragoman.links.registry import PersonDraft, Registry
from dragoman.values.document import Document
from dragoman.values.mention import OfficeName, OrganisationName, PersonName, PlaceName, Sentence, StateName

__all__ = ["find_home", "guess_countries"]


def find_home(document: Document, sentences: Sequence[Sentence]) -> str | None:
    """Return the state of the dateline, of a state or capital in the publisher's name, or None."""
    del sentences
    if document.dateline_place:
        first = document.dateline_place.split("/")[0].split(",")[0].strip()
        code = kb.find_state(first)
        if code is not None and kb.capital_of(code) is not None:
            return code
        places = kb.gazetteer().find(first.title() if first.isupper() else first)
        if places:
            return places[0].country
    for words in (document.publisher or "",):
        parts = words.split()
        for size in (2, 1):
            for index in range(len(parts) - size + 1):
                code = kb.find_state(" ".join(parts[index : index + size]))
                if code is not None:
                    return code
    return None


def guess_countries(
    sentences: Sequence[Sentence], registry: Registry, keys: Mapping[tuple[int, int], PersonDraft], home: str | None, pair: tuple[str, ...]
) -> None:
    """Give each official without a country the one that the place of his first mention suggests.

    The state named last before him in the sentence, unless it belongs to another holder of the same office; else the state named behind him;
    else home; else the document's first party.
    """
    for (position, index), draft in sorted(keys.items()):
        if draft.country or draft.guess or not draft.offices:
            continue
        sentence = sentences[position]
        before = _states(sentence, keys, position, range(index - 1, -1, -1))
        behind = _states(sentence, keys, position, range(index + 1, len(sentence.mentions)))
        rivals = {other.acts_for for other in registry if other is not draft and other.acts_for and set(other.offices) & set(draft.offices)}
        choices = [*before, *([home] if home else []), *behind, *pair]
        draft.guess = next((code for code in choices if code not in rivals), choices[0] if choices else None)


def _states(sentence: Sentence, keys: Mapping[tuple[int, int], PersonDraft], position: int, order: range) -> list[str]:
    found: list[str] = []
    for index in order:
        named = sentence.mentions[index].named
        match named:
            case StateName(code=code) | OrganisationName(code=str(code)):
                found.append(code)
            case OfficeName(countries=codes) if codes:
                found.append(codes[-1])
            case PersonName():
                other = keys.get((position, index))
                if other is not None and other.country:
                    found.append(other.country)
            case PlaceName(country=str(code)):
                found.append(code)
            case _:
                continue
    return found
