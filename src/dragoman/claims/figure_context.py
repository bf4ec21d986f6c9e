"""What a figure leaves unsaid and its text has told: "its neighbour", "your country", and the parties of the figure told just before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.claims.party_refs import Company, PartyRef

__all__ = ["continue_parties", "goes_other_way", "with_descriptions"]

_DESCRIPTION = re.compile(
    r"\b(?P<owner>its|his|her|their|the|your)\s+(?:[\w-]+\s+){0,2}?"
    r"(?P<head>neighbou?r|neighbou?ring (?:country|state|nation|republic)|former colony|former (?:colonial )?ruler"
    r"|kingdom|sultanate|emirate|island nation|archipelago|(?:landlocked|host) (?:country|nation)|(?:trading )?partner(?! countries))\b"
    r"(?!['’]?s?\s+of\s+[A-Z])"
    r"|\b(?:(?<=to )|(?<=in )|(?<=from )|(?<=with ))the (?P<land>(?P<kind>(?:[\w-]+ ){0,3}?)(?:country|nation|state|island|republic))"
    r"\b(?!['’]?s\b| of\b|-)"
    r"|\b(?P<ours>(?:your|our)\s+(?:country|government|side|people)|[Ww]e)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?P<word>to|for|from|with|into|in|by|of|against|towards?)\s+$", re.IGNORECASE)
_OTHER_WAY = re.compile(
    r"\b(?:(?:from|to) there\b|(?:going|coming|moving) the other way|the other way (?:round|around)"
    r"|in the (?:other|opposite|reverse) direction)\b",
    re.IGNORECASE,
)
_POINTING = frozenset({"person", "people", "pronoun", "group"})  # a description is linked as if it stood for an official
_TOPIC_MENTIONS = 4
_TRADE = frozenset({"trade turnover", "exports", "imports"})
_SUMS_OF_AID = frozenset({"aid", "loan"})
_PRESENCE = frozenset({"companies", "investment"})


def with_descriptions(text: str, start: int, end: int, refs: Sequence[PartyRef], company: Company) -> tuple[PartyRef, ...]:
    """Return the references of a sentence with those for the one party left: "sold *its neighbour* flour", "*your country* exports".

    Args:
        text: Of the document.
        start: Of the sentence.
        end: Of the sentence.
        refs: What the sentence names, in order.
        company: Whom the document is about.
    """
    found: list[PartyRef] = list(refs)
    for match in _DESCRIPTION.finditer(text, start, end):
        inside = [ref for ref in refs if ref.start < match.end() and match.start() < ref.end]
        if any(ref.kind not in _POINTING or ref.start < match.start() or ref.end > match.end() for ref in inside):
            continue
        others = [ref for ref in refs if ref not in inside]
        if match["land"] is not None:
            code = _other_land(match, others, company)
            if code is not None:
                found = [ref for ref in found if ref not in inside]
                found.append(_description(text, start, match, code))
            continue
        if match["ours"] is None and match["head"].lower() in {"kingdom", "sultanate"} and match["owner"].lower() != "the":
            continue
        code = _left_over(match, others, company)
        if code is None:
            continue
        found = [ref for ref in found if ref not in inside]
        found.append(_description(text, start, match, code))
    return tuple(sorted(found, key=lambda ref: ref.start))


def _description(text: str, start: int, match: re.Match[str], code: str) -> PartyRef:
    before = _BEFORE.search(text[max(start, match.start() - 12) : match.start()])
    return PartyRef(
        start=match.start(),
        end=match.end(),
        codes=(code,),
        kind="name",
        preposition=before["word"].lower() if before else None,
        possessive=text[match.end() : match.end() + 2] in {"'s", "’s"},
        place=False,
    )


def _other_land(match: re.Match[str], refs: Sequence[PartyRef], company: Company) -> str | None:
    """Return what "the country" is when it can only be the other of two: "Norwegian investment in the country", "to the island nation".

    A bare "the country" behind a name may be its own ("Iran's reserves in the country"), behind a nationality it is the other.
    """
    before = [ref for ref in refs if ref.end <= match.start() and not ref.place and len(ref.codes) == 1]
    if len(company.main) != 2 or not before or before[-1].codes[0] not in company.main:
        return None
    if not match["kind"] and before[-1].kind not in {"adjective", "people"}:
        return None
    return next(code for code in company.main if code != before[-1].codes[0])


def _left_over(match: re.Match[str], refs: Sequence[PartyRef], company: Company) -> str | None:
    """Return the party that a description can only mean: the other of the two main ones, or the only one besides its owner."""
    named = tuple(dict.fromkeys(code for ref in refs if not ref.place for code in ref.codes))
    before = [ref for ref in refs if ref.end <= match.start() and len(ref.codes) == 1 and not ref.place]
    owner = next((ref.codes[0] for ref in before if ref.preposition is None), None)
    main = company.main if len(company.main) == 2 or match["ours"] is None else tuple(code for code, _ in company.counts[:2])
    if len(main) == 2:
        known = [code for code in named if code in main]
        if len(known) == 1 and len(named) == 1:
            return next(code for code in main if code != known[0])
    if match["ours"] is not None:
        return None
    others = [code for code in named if code != owner]
    if owner is not None and len(others) == 1:
        return others[0]
    topic = company.counts[0][0] if company.counts and company.counts[0][1] >= _TOPIC_MENTIONS else None
    return topic if owner is not None and owner != topic and not others else None


def goes_other_way(text: str, start: int, end: int) -> bool:
    """Say whether a sentence tells of goods "going the other way" than those told just before."""
    return _OTHER_WAY.search(text, start, end) is not None


def continue_parties(name: str, last_name: str, last: tuple[str, ...], acting: Iterable[PartyRef], *, back: bool) -> tuple[str, ...]:
    """Return the parties of a figure that names one of them or none, behind a figure about the same two.

    Args:
        name: The indicator of the figure.
        last_name: That of the figure told before.
        last: The parties of that figure.
        acting: What the clause names.
        back: Whether the sentence speaks of goods "from there" or going the other way.
    """
    kinds = {name, last_name}
    if len(last) != 2 or not (name == last_name or kinds <= _TRADE or kinds <= _SUMS_OF_AID or kinds <= _PRESENCE):
        return ()
    codes = tuple(dict.fromkeys(code for ref in acting for code in ref.codes))
    if any(code not in last for code in codes) or len(codes) > 1:
        return ()
    if not codes:
        if {name, last_name} == {"exports", "imports"} and back:
            return last[::-1]  # "Imports from there came to …"
        return last if name in {last_name, "trade turnover"} or kinds <= _PRESENCE else ()
    if name == "trade turnover":
        return tuple(sorted(last))
    other = next(code for code in last if code != codes[0])
    if name == "exports":
        return codes[0], other
    if name == "imports":
        return other, codes[0]
    return last if codes[0] == last[0] else ()
