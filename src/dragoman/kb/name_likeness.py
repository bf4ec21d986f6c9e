"""How much a name looks like those of a state's office holders: "Nguyen Huu Tuong" speaks for Vietnam, not for Czechia.

A weak hint, for choosing between states that a text names anyway: names cross every border. The spelling of a name is compared, in runs of
letters, with the names in ``leaders.csv``, those of the state first, then those of the states that share its naming tradition.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.errors import DataFileError
from dragoman.kb.leaders import load_leaders
from dragoman.kb.parties import is_state
from dragoman.kb.tables import read_table, split_list

__all__ = ["load_traditions", "name_likeness"]

_WORD = re.compile(r"[^\W\d_]{2,}")
_RUNS = (2, 3, 4)
# How many letters seen of a tradition, and of a state, weigh as much as the wider table. Chosen by leaving each person out in turn and
# asking which of two states of different traditions he is from: 87 of 100 right.
_TRADITION_PRIOR = 100.0
_STATE_PRIOR = 2000.0
_UNSEEN = 0.5
_FLOOR = -4.0  # a hint is no proof
_STRANGE = 2.0  # a name whose words are likelier by so much anywhere than in any of the states tells nothing about them


@dataclass(frozen=True, slots=True)
class _Counts:
    """Runs of letters by who bears them: everybody, a tradition, a state."""

    everybody: Counter[str]
    traditions: Mapping[str, Counter[str]]
    states: Mapping[str, Counter[str]]
    totals: Mapping[str, int]
    of_state: Mapping[str, tuple[str, ...]]


def name_likeness(name: str, codes: Iterable[str]) -> dict[str, float]:
    """Return for each state how much less likely the name is there than where, of these states, it is likeliest.

    Returns:
        Logarithms of odds from -4 to 0, one for each code of a listed state, in the order given; the likeliest has 0, and so have all
        for a name that is like none of theirs.

    Example:
        >>> likeness = name_likeness("Nguyen Van Minh", ("CZE", "VNM", "EU"))
        >>> list(likeness), likeness["VNM"], likeness["CZE"] < -2
        (['CZE', 'VNM'], 0.0, True)
    """
    listed = tuple(dict.fromkeys(code for code in codes if code in _counts().of_state))
    words = [_runs(match[0]) for match in _WORD.finditer(unicodedata.normalize("NFC", name).lower())]
    sums = {code: sum(sum(_log_odds(run, code) for run in runs) / len(runs) for runs in words) for code in listed}
    best = max(sums.values(), default=0.0)
    known = max(0.0, min(1.0, _STRANGE - best / -max(1, len(words))))
    return {code: known * max(_FLOOR, value - best) for code, value in sums.items()}


@cache
def _log_odds(run: str, code: str) -> float:
    counts = _counts()
    anywhere = (counts.everybody[run] + _UNSEEN) / (counts.totals[""] + len(counts.everybody))
    traditions = counts.of_state[code]
    shared = sum(
        (counts.traditions[name][run] + _TRADITION_PRIOR * anywhere) / (counts.totals[name] + _TRADITION_PRIOR) for name in traditions
    ) / len(traditions)
    held, size = (counts.states[code][run], counts.totals[code]) if code in counts.states else (0, 0)
    return math.log((held + _STATE_PRIOR * shared) / (size + _STATE_PRIOR) / anywhere)


def _runs(word: str) -> list[str]:
    """Return the runs of letters of one word, its marked letters, and the word."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))
    bound = f"^{plain}$"
    runs = [bound[start : start + size] for size in _RUNS for start in range(len(bound) - size + 1)]
    marked = [] if word.isascii() else [char + "!" for char in word if not char.isascii()]
    return [*runs, bound, *marked]


@cache
def _counts() -> _Counts:
    of_state = load_traditions(Path(__file__).with_name("name_traditions.csv"))
    runs_of: dict[tuple[str, str], set[str]] = defaultdict(set)
    for leader in load_leaders(Path(__file__).with_name("leaders.csv")):
        if leader.country in of_state:
            spelled = [leader.names[0], *(name for name in leader.names[1:] if not name.isascii())]
            held = runs_of[leader.names[0], leader.country]
            held.update(run for name in spelled for match in _WORD.finditer(name.lower()) for run in _runs(match[0]))
    everybody: Counter[str] = Counter()
    traditions: dict[str, Counter[str]] = defaultdict(Counter)
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for (_, code), runs in runs_of.items():
        everybody.update(runs)
        states[code].update(runs)
        for tradition in of_state[code]:
            traditions[tradition].update(runs)
    for names in of_state.values():
        for name in names:
            traditions[name].update(())
    totals = {"": everybody.total(), **{key: value.total() for key, value in (*traditions.items(), *states.items())}}
    return _Counts(everybody, traditions, states, totals, of_state)


def load_traditions(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the traditions of each state, by its code.

    Raises:
        DataFileError: A code is of no state, or a tradition has none.
    """
    of_state: dict[str, tuple[str, ...]] = {}
    for line, row in read_table(path, ("tradition", "states")):
        codes = split_list(row["states"])
        if not row["tradition"] or not codes:
            raise DataFileError(path.name, line, "expected a tradition and its states")
        for code in codes:
            if not is_state(code):
                raise DataFileError(path.name, line, f"{code!r} is no code of a state")
            of_state[code] = (*of_state.get(code, ()), row["tradition"])
    return of_state
