"""What an amount in a sentence is: the level told, a change, the level before, or something else; and when, and how certain."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.values.claim import Status
from dragoman.values.link import Link
from dragoman.values.mention import Quantity, TimeExpression

__all__ = ["behind_change", "find_multiple", "find_period", "is_base", "is_stock_or_price", "judge_status", "measured_against", "signed_change"]

_UP = (
    r"(?:up|rose|rise[sn]?|rising|grew|grow[sn]?|growing|growth|increas(?:e[sd]?|ing)|jump(?:ed|s)?|climb(?:ed|s)?|surg(?:ed?|es|ing)|soar(?:ed|s)?|gain(?:ed|s)?|expand(?:ed|s)?"
    r"|hike|boost(?:ed)?|higher|more|leap(?:t|ed)?|advanced|went up)"
)
_DOWN = (
    r"(?:down|fell|fall(?:s|en|ing)?|drop(?:ped|s|ping)?|declin(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|shrank|shrunk|shrinks?|slump(?:ed|s)?|plung(?:ed?|es)|plummet(?:ed|s)?|slid"
    r"|contract(?:ed|ion)|lost|lower|less|fewer|reduc(?:ed|tion)|dip(?:ped|s)?|tumbl(?:ed|es)|went down)"
)
_BEFORE = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b(?:\s+(?:in|of|by|about|around|nearly|almost|over|more than|some|roughly|a|an|another|its|trade|volume|value|annual|annually)){{0,4}}\s*\(?$", re.IGNORECASE)
_AFTER = re.compile(
    rf"\s*(?:-\s*)?(?:year-on-year\s+|annual\s+|annually\s+|yearly\s+|y-o-y\s+)?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE
)
_AGAINST = re.compile(r"\s*(?:in \w+\s+)?(?:\w+\s+){0,2}?(?:than|compared (?:to|with)|versus|against|over|in comparison (?:to|with)|year-on-year|from)\s+(?P<what>[^,.;()]{2,70})", re.IGNORECASE)
_FROM = re.compile(r"\b(?:from|against|compared (?:to|with)|versus|(?:percent|per cent|%) (?:more|less|higher|lower) than|in comparison (?:to|with))\s+(?:(?:its|their|the|a|an|previous|current|only|just|mere|about|around|nearly|some|last year's)\s+){0,3}$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|of another|an additional|a further)\s+(?:(?:up to|about|around|nearly|almost|over|more than|some)\s+)?$", re.IGNORECASE)
_PER = re.compile(r"\s*(?:(?:a|an|per|each|for every)\s+(?:barrel|tonne?|kilo\w*|litre|liter|head|capita|person|month|day|cubic|thousand|unit|kilowatt|gallon|family|household)|/\s?\w|(?:\s+of)?(?:\s+[\w-]+){0,3}\s+reserves?\b)", re.IGNORECASE)
_MULTIPLE = re.compile(
    r"\b(?:(?P<doubled>(?:more than |nearly |almost )?doubl(?:ed|ing)|twofold|two-fold)|(?P<tripled>(?:more than |nearly )?(?:tripl|trebl)(?:ed|ing)|threefold|three-fold)"
    r"|(?P<quadrupled>quadrupl(?:ed|ing)|fourfold|four-fold)|(?P<halved>halv(?:ed|ing)))\b",
    re.IGNORECASE,
)
_FACTORS = {"doubled": 1.0, "tripled": 2.0, "quadrupled": 3.0, "halved": -0.5}
_PLANNED = re.compile(
    r"\b(?:will|shall|would(?! like)|(?:is|are|was|were) (?:to|going to|due to|expected to|planning to|set to|aiming)|plans? to|planned|agreed to|undertook|promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)"
    r"|vow(?:s|ed)?|commit(?:s|ted|ting)? to|intend(?:s|ed)?|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|goal|hop(?:e|es|ed|ing) to|ambition|envisag\w+|by (?:the end of )?20[2-9]\d"
    r"|announced (?:that|plans)|is expected|earmark(?:s|ed|ing)?|next year|in the (?:near|next)|to (?:reach|increase|raise|boost|expand|bring|hit|lift|double|triple))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:consider(?:s|ed|ing)?|offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|could|may|might|can|should|willing|ready|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on)|urg(?:e|es|ed|ing)|seek(?:s|ing)?|sought"
    r"|request(?:s|ed|ing)?|want(?:s|ed)?|would like|discuss(?:es|ed|ing)?|potential|capacity|possib\w+)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:not|never|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing) to|reject(?:s|ed|ing)?|den(?:y|ies|ied))\b", re.IGNORECASE)
_COMPARISON = re.compile(r"\b(?:than|compared|comparison|versus|against|(?:up|down|changed?) from|corresponding|same (?:period|months?|time))\b", re.IGNORECASE)
_CHANGE_WORD = re.compile(r"\s*(?:more|less|fewer|higher|lower|increase|growth|rise|drop|decline|decrease|up|down)\b", re.IGNORECASE)
_MOVES = re.compile(rf"\b(?:{_UP}|{_DOWN})\b", re.IGNORECASE)
_OTHER_SUM = re.compile(
    r"\b(?:surplus|deficit|gap|difference|tax|fine|price|salary|budget|GDP|economy|market|damage|losses|revenues?|earnings|worth of damage)"
    r"\s+(?:of|at|was|is|stood at|reached)?\s*$",
    re.IGNORECASE,
)
_REACHED = re.compile(r"\b(?:reached|amounted|stood|total(?:l?ed|s)|came to|was|were|stands|hit|exceeded|surpassed|grew|rose|fell|dropped)\b", re.IGNORECASE)
_ASIDE = re.compile(r",|\b(?:who|whose|which|that|where)\b", re.IGNORECASE)
_LOOK_BACK_CHARS = 60
_FLOWS = frozenset({"trade turnover", "exports", "imports", "freight", "passengers", "tourists", "investment", "energy volume"})


def signed_change(text: str, link: Link, start: int) -> float | None:
    """Return the change that a percentage tells as a signed fraction, or None when it tells a share.

    Example: "fell by 14 percent" -0.14, "9 percent more than" 0.09, "a 60% increase" 0.6, "imports 90 percent of its energy" None.
    """
    named = link.mention.named
    if not isinstance(named, Quantity) or named.unit != "%":
        return None
    span = link.mention.span
    match = _AFTER.match(text, span.end) or _BEFORE.search(text[max(start, span.start - _LOOK_BACK_CHARS) : span.start])
    if match is None:
        match = _clause_verb(text, max(start, span.start - _LOOK_BACK_CHARS), span.start)
    if match is None:
        return None
    return round((1 if match["up"] else -1) * named.value / 100, 6)


_VERB = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b[^,;.$€£\d]{{0,24}}\bby\s+(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE)


def _clause_verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """Find the verb of "rose in value by 5 percent"."""
    return _VERB.search(text[start:end])


def find_multiple(text: str, start: int, end: int) -> float | None:
    """Return the change told by "doubled", "tripled", "halved" in ``text[start:end]``."""
    match = _MULTIPLE.search(text, start, end)
    return _FACTORS[match.lastgroup or ""] if match else None


def measured_against(text: str, after: int, end: int) -> str | None:
    """Return the words behind a change that say what it is measured against: "in 2017", "a year before"."""
    match = _AGAINST.match(text, after, end)
    return match["what"].strip() if match else None


def is_base(text: str, link: Link, start: int) -> bool:
    """Say whether an amount is the level before, or an increment: "up from 80 megawatts", "from 1 to 2 billion", "by 5 million"."""
    span = link.mention.span
    before = text[max(start, span.start - _LOOK_BACK_CHARS) : span.start]
    if _FROM.search(before) or _OTHER_SUM.search(before):
        return True
    return _BY.search(before) is not None and _MOVES.search(before) is not None


def is_stock_or_price(text: str, link: Link, end: int) -> bool:
    """Say whether an amount is so much a piece ("66 dollars a barrel") or a reserve ("32 trillion cubic metres of gas reserves")."""
    return _PER.match(text, link.mention.span.end, end) is not None


def judge_status(text: str, start: int, cue: int, amount: int) -> Status:
    """Return how certain a figure is: by the words from its evoking word at `cue` to its amount, else by those before back to `start`."""
    told = text[min(cue, amount) : amount]
    if _REACHED.search(told) and not _PLANNED.search(told) and not _PROPOSED.search(told):
        return Status.OCCURRED
    words = text[start:amount]
    if _DENIED.search(words):
        return Status.DENIED
    if _PLANNED.search(words):
        return Status.PLANNED
    return Status.PROPOSED if _PROPOSED.search(words) else Status.OCCURRED


def behind_change(text: str, position: int, end: int) -> int:
    """Return where the word of change behind a percentage ends ("9 percent more"), `position` when there is none."""
    match = _CHANGE_WORD.match(text, position, end)
    return match.end() if match else position


def find_period(text: str, times: Sequence[Link], amount: Link, indicator: str, bounds: tuple[int, int]) -> Link | None:
    """Return the time that dates an amount: the nearest in its clause that is no basis of comparison and fits the indicator.

    Totals of trade and travel are dated by months and years, never by the day on which somebody tells them.
    """
    at = amount.mention.span
    fitting = [link for link in times if link.when is not None and bounds[0] <= link.mention.span.start < bounds[1] and _fits(text, link, at.end, indicator)]
    return min(fitting, key=lambda link: _distance(link, at.start, at.end), default=None)


def _fits(text: str, link: Link, amount_end: int, indicator: str) -> bool:
    named = link.mention.named
    if not isinstance(named, TimeExpression) or named.form == "duration" or link.when is None:
        return False
    span = link.mention.span
    if _COMPARISON.search(text, max(amount_end, span.start - 45), span.start) if span.start > amount_end else False:
        return False
    if indicator not in _FLOWS and _ASIDE.search(text, min(amount_end, span.end), max(amount_end, span.start)):
        return False
    is_day = len(link.when.edtf.rstrip("~?")) >= 10 and "/" not in link.when.edtf
    return not (is_day and indicator in _FLOWS | {"loan", "debt", "companies", "students", "troops"})


def _distance(link: Link, start: int, end: int) -> tuple[int, int]:
    span = link.mention.span
    return (span.start - end, 0) if span.start >= end else (start - span.end, 1)
