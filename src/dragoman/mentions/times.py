"""Finds times: dates, weekdays, "last year", "the same day", "the first eight months of 2021", and how long things take.

What a pattern of ``times.toml`` fits is read into a `TimeExpression`; what the words mean on the calendar is settled later, by the day
of the report. Numbers that only look like dates (2,000; No. 2015; 15:30; Resolution 2231), feasts and dates of other
calendars than the Gregorian are left alone on purpose, the Iranian year excepted. Known to be missed: years without a preposition or
an article ("Expo 2030"), two-digit years, ambiguous months such as "May" without a preposition.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.mentions.time_grammar import Word, load_time_grammar
from dragoman.mentions.time_readings import read_time
from dragoman.mentions.time_words import UNITS
from dragoman.values.mention import Mention, TimeExpression
from dragoman.values.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["find_times"]

_BEFORE_NOUN = frozenset({"THE", "A", "OWNER", "POSS"})
_SPANNING = frozenset({"IN", "FROM", "BETWEEN", "OVER", "BY"})
_YEARS_CHARS = len("2021/2025")


def find_times(text: str, start: int, end: int) -> list[Mention]:
    """Find the times in ``text[start:end]``: ordered, without overlap, spans in code points of `text`.

    The span leaves out the preposition: "February 9", "the first eight months of 2021", "last year", "19 and 20 April".

    Example:
        >>> text = "They met in Baku on February 9."
        >>> [(mention.span.cut(text), mention.named.edtf) for mention in find_times(text, 0, len(text))]
        [('February 9', 'XXXX-02-09')]
    """
    grammar = load_time_grammar()
    if grammar.triggers.search(text, start, end) is None:
        return []
    letters, words = grammar.read(text, start, end)
    found = []
    for match in grammar.pattern.finditer(letters):
        first, past = match.span()
        if first == past:
            continue
        expression = read_time(grammar.makes[str(match.lastgroup)], words[first:past])
        if expression is not None:
            if expression.form == "duration" and words[first].kind == "A" and words[first + 1].kind not in UNITS:
                first += 1  # the article of "a two-day visit" is the visit's
            span = Span(words[first].start, words[past - 1].end)
            found.append(Mention(span=span, named=_set_in(expression, words, first, past)))
    return found


def _set_in(expression: TimeExpression, words: Sequence[Word], first: int, past: int) -> TimeExpression:
    """Add what the words before and behind say: since, until, by, of, the … deal, Monday's."""
    before = words[first - 1].kind if first else ""
    second = words[first - 2].kind if first > 1 else ""
    behind = words[past].kind if past < len(words) else ""
    if expression.form == "duration":
        return replace(expression, direction="future") if before == "WITHIN" and expression.direction is None else expression
    if before in ("SINCE", "AFTER"):
        return replace(expression, form="duration", direction="past")
    if before in ("UNTIL", "THROUGH") or (before == "BEFORE" and words[first].kind != "THE"):
        return replace(expression, form="duration", direction="future")
    if before in ("BY", "BEFORE") and expression.direction is None:
        return replace(expression, direction="future")
    programme = expression.form == "interval" and len(expression.edtf or "") == _YEARS_CHARS and before not in _SPANNING
    compared = before == "THAN" or (second == "THAN" and before in ("IN", "TO", "AROUND"))
    modifies = behind == "POSS" or (before in _BEFORE_NOUN and _before_noun(words, past))
    glosses = before == "LPAR" and behind == "RPAR"
    if compared or modifies or programme or glosses or (before == "OF" and second in ("LOWER", "CAPITAL", "COUNTED")):
        return replace(expression, attribute=True)
    return expression


def _before_noun(words: Sequence[Word], past: int) -> bool:
    return past < len(words) and words[past].kind in ("LOWER", "CAPITAL") and words[past].start == words[past - 1].end + 1
