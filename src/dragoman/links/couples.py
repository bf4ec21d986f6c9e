"""Two officials named under one plural office: "the two foreign ministers, A and B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman import kb
from dragoman.links.registry import PersonDraft
from dragoman.links.surroundings import Named, Surroundings
from dragoman.values.mention import Sentence

__all__ = ["pair_up"]

_PLURAL = re.compile(
    r"(?:the\s+|their\s+|both\s+)?(?:two\s+)?[\w\s]{0,60}?"
    r"(?:ministers|presidents|leaders|kings|chancellors|secretaries|speakers|chiefs|heads of \w+)\b",
    re.IGNORECASE,
)
_PLURAL_BEFORE = re.compile(
    r"\b(?:ministers|presidents|leaders|kings|chancellors|secretaries|speakers|chiefs|heads of \w+)\s+(?:of|from)\s+"
    r"(?:both|the\s+two|the)\s+(?:\w+\s+)?(?:countries|states|nations|neighbou?rs|republics|sides|kingdoms)\s*[,(–—-]\s*$",
    re.IGNORECASE,
)
_LOOK_BACK_SENTENCES = 3


def pair_up(
    text: str,
    sentence: Sentence,
    people: Sequence[PersonDraft | None],
    surroundings: Surroundings,
    main: tuple[str, ...],
    outlet: str | None,
) -> None:
    """Give "the two foreign ministers, A and B" one state each: the outlet's own minister comes first, else the order of the states before.

    Args:
        people: The person of each mention of the sentence, which is the latest that `surroundings` has opened.
        main: The two parties the document is about, or none: then the nearest two named are taken.
    """
    mentions, position = sentence.mentions, len(surroundings.named) - 1
    for index in range(len(mentions) - 1):
        first, second = people[index], people[index + 1]
        start, end = mentions[index].span.start, mentions[index].span.end
        if first is None or second is None or (first.acts_for and second.acts_for) or first.offices != second.offices:
            continue
        if (
            not (_PLURAL.match(text, start, end) or _PLURAL_BEFORE.search(text, sentence.span.start, start))
            or text[end : mentions[index + 1].span.start].strip(" ,") != "and"
        ):
            continue
        if first.acts_for or second.acts_for:
            _complete(first, second, main)
            continue
        before = [item for item in surroundings.named[position] if item.end <= start]
        earlier = surroundings.named[max(0, position - _LOOK_BACK_SENTENCES) : position]
        states = _last_two_states([before, *reversed(earlier)], main)
        if len(states) != 2:
            continue
        first.guess, second.guess = states if outlet != states[1] else states[::-1]
        surroundings.enter(position, mentions[index], first.guess)
        surroundings.enter(position, mentions[index + 1], second.guess)


def _complete(first: PersonDraft, second: PersonDraft, main: tuple[str, ...]) -> None:
    """Give the one of two whose state is not known the other of the two states that the document is about."""
    known, unknown = (first, second) if first.acts_for else (second, first)
    others = [code for code in main if code != known.acts_for]
    if len(others) == 1:
        unknown.guess = others[0]


def _last_two_states(sources: Sequence[Sequence[Named]], main: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states of the nearest words that name two, people before mere names; else the document's two."""
    for named in sources:
        for chosen in ([item for item in named if item.holder], named):
            codes = tuple(dict.fromkeys(item.code for item in chosen if kb.is_state(item.code)))
            if len(codes) == 2 and (not main or set(codes) == set(main)):
                return codes
    return main
