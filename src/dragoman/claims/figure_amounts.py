"""What an amount in a sentence is: the level told, a change, the level before, or something else; and when, and how certain."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.indicators import indicators
from dragoman.values.claim import Status
from dragoman.values.link import Link
from dragoman.values.mention import Quantity, TimeExpression

__all__ = [
    "behind_change",
    "find_multiple",
    "find_period",
    "is_base",
    "is_stock_or_price",
    "judge_status",
    "measured_against",
    "signed_change",
]


def _any_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_BETWEEN = "in|of|by|about|around|nearly|almost|over|more than|some|roughly|a|an|another|its|trade|volume|value|annual|annually"
_AGAINST = _any_case(
    r"\s*(?:in \w+\s+)?(?:\w+\s+){0,2}?(?:than|compared (?:to|with)|versus|against|over|in comparison (?:to|with)|year-on-year|from)"
    r"\s+(?P<what>[^,.;()]{2,70})"
)
_PIECE = "barrel|tonne?|kilo\\w*|litre|liter|head|capita|person|month|day|cubic|thousand|unit|gallon|family|household"
_PER = _any_case(rf"\s*(?:(?:a|an|per|each|for every)\s+(?:{_PIECE})|/\s?\w|(?:\s+of)?(?:\s+[\w-]+){{0,3}}\s+reserves?\b)")
_BY_TIME = _any_case(r"\b(?:day|month)$")
_TIMES_AS_MUCH = _any_case(
    r"\b(?:rose|risen|grew|grown|increased?|jumped|climbed|surged|up)\s+(?:by\s+)?(?:(?:about|nearly|almost|more than) )?"
    r"(?P<times>\d+(?:\.\d+)?)(?:[- ]times|[- ]?fold)\b"
)
_MULTIPLE = _any_case(
    r"\b(?:(?P<doubled>doubl(?:ed|ing)|two-?fold)|(?P<tripled>(?:tripl|trebl)(?:ed|ing)|three-?fold)|(?P<quadrupled>quadrupl(?:ed|ing)|four-?fold)"
    r"|(?P<halved>halv(?:ed|ing)))\b"
)
_FACTORS = {"doubled": 1.0, "tripled": 2.0, "quadrupled": 3.0, "halved": -0.5}
_NEXT_WORDS = _any_case(r"\w+(?:\s+(?:who|which|that|also|voluntarily))?\s+")
_CHANGE_WORD = _any_case(r"\s*(?:more|less|fewer|higher|lower|increase|growth|rise|drop|decline|decrease|up|down)\b")
_ASIDE = _any_case(r",|\b(?:who|whose|which|that|where)\b")
_LOOK_BACK_CHARS = 60
_COMPARED_CHARS = 45
_BEFORE_COSTS_CHARS = 20  # the time of an amount mostly stands behind it
_FLOWS = frozenset({"trade turnover", "exports", "imports", "freight", "passengers", "tourists", "investment", "energy volume"})
_MONTHS_AT_LEAST = _FLOWS | {"loan", "debt", "companies", "students", "troops"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """Patterns made of the codebook's words; ``up`` and ``down`` are groups of those that tell a change."""

    before: re.Pattern[str]
    before_by: re.Pattern[str]
    after: re.Pattern[str]
    moves: re.Pattern[str]
    level_before: re.Pattern[str]
    increment: re.Pattern[str]
    other_sum: re.Pattern[str]
    planned: re.Pattern[str]
    proposed: re.Pattern[str]
    denied: re.Pattern[str]
    reached: re.Pattern[str]
    comparison: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = indicators().words
    move = rf"(?:(?P<up>{words['up']})|(?P<down>{words['down']}))\b"
    about = rf"(?:{words['approximate']}\s+)?"
    than = r"(?:from|against|compared (?:to|with)|versus|(?:percent|per cent|%) (?:more|less|higher|lower) than|in comparison (?:to|with))"
    return _Patterns(
        before=_any_case(rf"\b{move}(?:\s+(?:{_BETWEEN})){{0,4}}\s*\(?$"),
        before_by=_any_case(rf"\b{move}[^,;.$€£\d]{{0,24}}\bby\s+(?:[\w-]+\s+){{0,2}}$"),
        after=_any_case(rf"\s*(?:-\s*)?(?:(?:year-on-year|annual|annually|yearly|y-o-y)\s+)?{move}"),
        moves=_any_case(rf"\b{move}"),
        level_before=_any_case(rf"\b{than}\s+(?:(?:its|their|the|a|an|previous|current|last year's)\s+){{0,3}}{about}$"),
        increment=_any_case(rf"\b(?:by|of another|an additional|a further)\s+{about}$"),
        other_sum=_any_case(rf"\b{words['other_sums']}\s+{about}$"),
        planned=_any_case(rf"\b{words['planned']}\b"),
        proposed=_any_case(rf"\b{words['proposed']}\b"),
        denied=_any_case(rf"\b{words['denied']}\b"),
        reached=_any_case(rf"\b{words['reached']}\b"),
        comparison=_any_case(rf"\b{words['comparison']}\b"),
    )


def signed_change(text: str, link: Link, start: int) -> float | None:
    """Return the change that a percentage tells as a signed fraction, or None when it tells a share.

    Example: "fell by 14 percent" -0.14, "9 percent more than" 0.09, "a 60% increase" 0.6, "imports 90 percent of its energy" None.
    """
    named = link.mention.named
    if not isinstance(named, Quantity) or named.unit != "%":
        return None
    span = link.mention.span
    before = text[max(start, span.start - _LOOK_BACK_CHARS) : span.start]
    patterns = _patterns()
    match = patterns.after.match(text, span.end) or patterns.before.search(before) or patterns.before_by.search(before)
    if match is None:
        return None
    return round((1 if match["up"] else -1) * named.value / 100, 6)


def find_multiple(text: str, start: int, end: int) -> float | None:
    """Return the change told by "doubled", "halved", "increased 1.8 times" in ``text[start:end]``."""
    times = _TIMES_AS_MUCH.search(text, start, end)
    if times is not None:
        return round(float(times["times"]) - 1, 6)
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
    patterns = _patterns()
    if patterns.level_before.search(before) or patterns.other_sum.search(before):
        return True
    return patterns.increment.search(before) is not None and patterns.moves.search(before) is not None


def is_stock_or_price(text: str, link: Link, end: int, *, money: bool) -> bool:
    """Say whether an amount is so much a piece ("66 dollars a barrel") or a reserve ("32 trillion cubic metres of gas reserves").

    Goods by the day or month are a flow ("9 million cubic metres a day").
    """
    match = _PER.match(text, link.mention.span.end, end)
    return match is not None and (money or _BY_TIME.search(match.group()) is None)


def judge_status(text: str, start: int, cue: int, amount: int) -> Status:
    """Return how certain a figure is: by the words from its evoking word at `cue` to its amount, else by those before back to `start`.

    Words that stand behind the amount ("600,000 Afghans will return") count for a little way.
    """
    patterns = _patterns()
    told = text[min(cue, amount) : amount]
    if cue >= amount and patterns.planned.match(text, _word_behind(text, cue)):
        return Status.PLANNED
    if patterns.reached.search(told) and not patterns.planned.search(told) and not patterns.proposed.search(told):
        return Status.OCCURRED
    words = text[start:amount]
    if patterns.denied.search(words):
        return Status.DENIED
    if patterns.planned.search(words):
        return Status.PLANNED
    return Status.PROPOSED if patterns.proposed.search(words) else Status.OCCURRED


def _word_behind(text: str, cue: int) -> int:
    match = _NEXT_WORDS.match(text, cue)
    return match.end() if match else cue


def behind_change(text: str, position: int, end: int) -> int:
    """Return where the word of change behind a percentage ends ("9 percent more"), `position` when there is none."""
    match = _CHANGE_WORD.match(text, position, end)
    return match.end() if match else position


def find_period(text: str, times: Sequence[Link], amount: Link, indicator: str, bounds: tuple[int, int]) -> Link | None:
    """Return the time that dates an amount: the nearest in its clause that is no basis of comparison and fits the indicator.

    Totals of trade and travel are dated by months and years, never by the day on which somebody tells them.
    """
    at = amount.mention.span
    fitting = [
        link
        for link in times
        if link.when is not None and bounds[0] <= link.mention.span.start < bounds[1] and _fits(text, link, at.end, indicator)
    ]
    return min(fitting, key=lambda link: _distance(link, at.start, at.end), default=None)


def _fits(text: str, link: Link, amount_end: int, indicator: str) -> bool:
    named = link.mention.named
    if not isinstance(named, TimeExpression) or named.form == "duration" or link.when is None:
        return False
    span = link.mention.span
    if span.start > amount_end and _patterns().comparison.search(text, max(amount_end, span.start - _COMPARED_CHARS), span.start):
        return False
    if indicator not in _FLOWS and _ASIDE.search(text, min(amount_end, span.end), max(amount_end, span.start)):
        return False
    is_day = len(link.when.edtf.rstrip("~?")) >= 10 and "/" not in link.when.edtf
    return not (is_day and indicator in _MONTHS_AT_LEAST)


def _distance(link: Link, start: int, end: int) -> tuple[int, int]:
    span = link.mention.span
    return (span.start - end, 0) if span.start >= end else (start - span.end + _BEFORE_COSTS_CHARS, 1)
