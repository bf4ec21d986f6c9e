"""Times each stage on a quarter, a half and the whole of one long article: time must grow with the length and no faster.

    bench/length.py [--sentences N] [--states N] [--functions]

The article is generated: sentences of many shapes, with states, officials, organisations, dates, sums and places, and as many different
people as a long text has. A stage is called linear when a character of the whole costs at most `ALLOWED` times what a character of the
quarter costs. With `--states 2` every sentence is about the same two, so that every record might be any other. With
`--functions` the functions whose share grows most are named, by profiling the half and the whole.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import os
import pstats
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

from dragoman.values.document import Rejection

if TYPE_CHECKING:
    from dragoman.pipeline import Stages

SENTENCES = 20_000
SEED = 20220209
ALLOWED = 1.4  # caches and the garbage collector blur single runs by a fifth or more; a quadratic stage comes to 4
SHORTEST_S = 0.2  # what takes less on the whole is too short to judge
SHARES = (4, 2, 1)
STAGES = ("documents", "mentions", "links", "syntax", "claims", "records")
NEW_PERSON_EVERY = 20  # sentences: a thousand people in a whole article
FUNCTIONS = 15

_STATES = (
    "Norway Chile Kenya Vietnam Portugal Mongolia Peru Latvia Ghana Nepal Oman Uruguay Iceland Senegal Jordan Croatia Laos Panama "
    "Estonia Malawi Brunei Austria Tunisia Ecuador Fiji Angola Bhutan Cyprus Greece Zambia"
).split()
_CITIES = "Oslo Santiago Nairobi Hanoi Lisbon Ulaanbaatar Lima Riga Accra Kathmandu Muscat Montevideo Dakar Zagreb Tallinn Vienna".split()
_OFFICES = ("foreign minister", "president", "prime minister", "trade minister", "defence minister", "deputy energy minister", "ambassador")
_MONTHS = "January February March April May June July August September October November December".split()
_GOODS = "timber copper wheat machinery medicines fertiliser coffee ships textiles glass".split()
_SYLLABLES = "ba ren do vil ka mur te sol ha nim or dek la vas pe rin gu tal me zor".split()
_SHAPES = (
    "{state}'s {office} {person} met his counterpart from {other} in {city} on {day}.",
    "{person} visited {other} in {month} {year}.",
    "{surname} said trade between {state} and {other} had reached ${number} million.",
    "The two sides signed an agreement on {goods}.",
    "{state} condemned the decision of {other}.",
    "On {day}, {person}, the {office} of {state}, called {surname}.",
    "{state} exported {number} tonnes of {goods} to {other} last year.",
    "The harvest of {goods} was good in the hills around {city}.",
    "The {number}th session of the joint commission was held in {city}.",
    "Analysts expect prices of {goods} to fall by {number} percent.",
    "{surname} also thanked the people of {other}.",
    "It rained for most of the week.",
    "The United Nations asked {state} and {other} to hold talks.",
    "{state} will lend {other} ${number} million for a railway to {city}.",
    "He left for {city} the same evening.",
    "{person} became {office} of {state} in {year}.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What one length took: its characters, its claims, and the seconds by stage."""

    chars: int
    claims: int
    stages_s: dict[str, float]


def main() -> int:
    """Time the three lengths and print them; 1 when a stage is not linear."""
    arguments = argparse.ArgumentParser(description="Time each stage on a quarter, a half and the whole of a long article.")
    arguments.add_argument("--sentences", type=int, default=SENTENCES, metavar="N", help=f"sentences of the whole, {SENTENCES} unless told")
    arguments.add_argument("--states", type=int, default=len(_STATES), metavar="N", help=f"2 to {len(_STATES)}, all unless told")
    arguments.add_argument("--functions", action="store_true", help="also name the functions whose time grows fastest")
    options = arguments.parse_args()
    if not 2 <= options.states <= len(_STATES) or options.sentences < max(SHARES):  # noqa: PLR2004 - a record is between two
        arguments.error(f"expected 2 to {len(_STATES)} states and at least {max(SHARES)} sentences")
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"  # before numpy is imported
    from dragoman.pipeline import default_stages  # noqa: PLC0415 - the threads must be set before numpy is imported

    stages = default_stages()
    measure(stages, write_article(200, options.states))  # what is loaded once is no part of a length
    measures = [measure(stages, write_article(options.sentences // share, options.states)) for share in SHARES]
    crooked = print_measures(measures)
    if options.functions:
        print_functions(stages, options.sentences, options.states)
    return 1 if crooked else 0


def write_article(sentences: int, states: int) -> str:
    """Return an article of so many sentences, in paragraphs of five; a shorter one is the beginning of a longer one."""
    draw = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    text = ["OSLO, 14 June 2021 - A long report on trade and talks between many states."]
    people: list[tuple[str, str]] = []
    for number in range(sentences):
        if number >= NEW_PERSON_EVERY * len(people):
            people.append(("".join(draw.choices(_SYLLABLES, k=2)).capitalize(), "".join(draw.choices(_SYLLABLES, k=3)).capitalize()))
        given, surname = draw.choice(people)
        state, other = draw.sample(_STATES[:states], 2)
        sentence = draw.choice(_SHAPES).format(
            person=f"{given} {surname}",
            surname=surname,
            state=state,
            other=other,
            office=draw.choice(_OFFICES),
            city=draw.choice(_CITIES),
            goods=draw.choice(_GOODS),
            day=f"{draw.randint(1, 28)} {draw.choice(_MONTHS)}",
            month=draw.choice(_MONTHS),
            year=draw.randint(1995, 2020),
            number=draw.randint(4, 20),
        )
        text.append(("\n\n" if number % 5 == 0 else " ") + sentence)
    return "".join(text)


def measure(stages: Stages, text: str) -> Measure:
    """Read one article stage by stage and merge its claims; processor time, so that other programs do not count."""
    from dragoman import RawPage, reconcile  # noqa: PLC0415 - the threads must be set before numpy is imported

    gc.collect()
    clock = [process_time()]
    document = stages.make_document(RawPage(origin="length", content=text))
    if isinstance(document, Rejection):
        raise SystemExit(f"the article was rejected: {document.detail}")
    clock.append(process_time())
    sentences = stages.find_mentions(document)
    clock.append(process_time())
    links = stages.link_mentions(document, sentences)
    clock.append(process_time())
    trees = stages.parse(document, links)
    clock.append(process_time())
    claims = stages.extract_claims(document, links, trees).claims
    clock.append(process_time())
    reconcile(claims)
    clock.append(process_time())
    spent = (after - before for before, after in pairwise(clock))
    return Measure(chars=len(text), claims=len(claims), stages_s=dict(zip(STAGES, spent, strict=True)))


def print_measures(measures: Sequence[Measure]) -> list[str]:
    """Print a line for each stage and return the stages whose time grows faster than the text."""
    quarter, _, whole = measures
    print("characters  " + "".join(f"{each.chars:>12,}" for each in measures))
    print("claims      " + "".join(f"{each.claims:>12,}" for each in measures))
    crooked = []
    for stage in whole.stages_s:
        growth = whole.stages_s[stage] / whole.chars / (quarter.stages_s[stage] / quarter.chars or float("inf"))
        linear = growth <= ALLOWED or whole.stages_s[stage] < SHORTEST_S
        verdict = "linear" if linear else "grows faster than the text"
        print(
            f"{stage:<12}" + "".join(f"{each.stages_s[stage]:>10.2f} s" for each in measures) + f"   a character x {growth:.2f}, {verdict}"
        )
        crooked += [] if linear else [stage]
    return crooked


def print_functions(stages: Stages, sentences: int, states: int) -> None:
    """Print the functions whose own time grows most from the half to the whole, beyond the doubling that a linear one shows."""
    half, whole = (_profile(stages, write_article(sentences // share, states)) for share in SHARES[1:])
    excess = {place: spent - 2 * half.get(place, 0.0) for place, spent in whole.items()}
    print("\nown seconds under the profiler, half and whole")
    for place in sorted(excess, key=lambda place: -excess[place])[:FUNCTIONS]:
        file, line, name = place
        print(f"{half.get(place, 0.0):>8.2f} {whole[place]:>8.2f}  {name} ({file.rpartition('dragoman/')[2]}:{line})")


def _profile(stages: Stages, text: str) -> dict[tuple[str, int, str], float]:
    profiler = cProfile.Profile()
    profiler.runcall(measure, stages, text)
    stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]] = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
    return {place: row[2] for place, row in stats.items()}


if __name__ == "__main__":
    sys.exit(main())
