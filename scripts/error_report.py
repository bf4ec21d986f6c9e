"""Group what the reader misses, finds falsely and gets wrong in the gold sets, by kind and construction.

    scripts/errors [SET...] [--examples N] [--kind KIND] [--json]
    scripts/errors own-heldout --heldout      counts alone: a set that is only scored must stay unseen

Misses are grouped by the first thing that went wrong (error_classes.py), false finds by the rule that made them, wrong fields by field.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.cli.score import tell_item
from dragoman.errors import DragomanError
from dragoman.pages import read_pages
from dragoman.pipeline import Stages, default_stages
from dragoman.scoring import FIELDS, KINDS, Comparison, Item, field_agreement, gather, read_gold, score, stem_of
from dragoman.values.document import Document
from dragoman.values.page import RawPage
from dragoman.values.reading import Reading
from error_classes import ArticleReading, classify_miss, sentence_of
from gold_sets import ROOT, GoldSet, export_rows, load_sets, missing_paths

EXAMPLES = 3
WIDTH = 200  # of an example's sentence, in characters
WHATS = ("missed", "false", "wrong field")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One error: where, what was expected or said, and the sentence."""

    article: str
    item: str
    sentence: str | None


Groups = dict[tuple[str, str, str], list[Example]]  # by what, kind and class


def main() -> int:
    """Print the errors of the sets."""
    sets = load_sets()
    shown = [name for name, entry in sets.items() if not entry.get("only_scored")]
    parser = argparse.ArgumentParser(prog="errors", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"{', '.join(shown)} unless named")
    parser.add_argument("--heldout", action="store_true", help="allow sets that are only scored, and print nothing but counts")
    parser.add_argument("--examples", type=int, default=EXAMPLES, metavar="N", help=f"of each class (default: {EXAMPLES})")
    parser.add_argument("--kind", choices=KINDS, help="this kind alone")
    parser.add_argument("--json", action="store_true", help="print one JSON object for each class")
    arguments = parser.parse_args()
    chosen = arguments.sets or shown
    if unknown := set(chosen) - sets.keys():
        parser.error(f"no set is named {', '.join(sorted(unknown))}")
    if hidden := [name for name in chosen if sets[name].get("only_scored") and not arguments.heldout]:
        parser.error(f"{', '.join(hidden)} is only scored: with --heldout its counts are printed, never its texts")
    examples = 0 if arguments.heldout else arguments.examples
    stages = default_stages()
    for name in chosen:
        if missing := missing_paths(sets[name]):
            print(f"{name}: skipped, {', '.join(missing)} is not on this machine", file=sys.stderr)
            continue
        try:
            groups = group_errors(sets[name], stages)
        except DragomanError as error:
            print(f"errors: {error}", file=sys.stderr)
            return 1
        kept = {place: found for place, found in groups.items() if arguments.kind in {None, place[1]}}
        lines = json_lines(name, kept, examples) if arguments.json else table_lines(name, kept, examples)
        for line in lines:
            print(line)
    return 0


def group_errors(entry: GoldSet, stages: Stages) -> Groups:
    """Read a set and return its errors by what, kind and class, in the order of the gold.

    Raises:
        DataFileError: The gold file is malformed.
    """
    gold = read_gold(ROOT / entry["gold"])
    read = [reading for page in read_pages([str(ROOT / entry["texts"])]) if (reading := read_article(page, stages))]
    rows = [row for reading in read for row in reading.records]
    result = score(gold, gather(rows))
    readings = {stem_of(reading.document.origin): reading for reading in read}
    missed: defaultdict[str, list[tuple[str, Item]]] = defaultdict(list)
    for comparison in result.comparisons:
        missed[comparison.article] += [(comparison.kind, item) for item in comparison.alignment.missed]
    groups: defaultdict[tuple[str, str, str], list[Example]] = defaultdict(list)
    for comparison in result.comparisons:
        reading = readings.get(comparison.article)
        for what, name, example in errors_of(comparison, missed[comparison.article], reading):
            groups[what, comparison.kind, name].append(example)
    return dict(groups)


def read_article(page: RawPage, stages: Stages) -> ArticleReading | None:
    """Read one page and keep what every stage made of it; None when the page is rejected."""
    document = stages.make_document(page)
    if not isinstance(document, Document):
        return None
    links = stages.link_mentions(document, stages.find_mentions(document))
    trees = stages.parse(document, links)
    claims = stages.extract_claims(document, links, trees).claims
    rows = tuple(export_rows([Reading(document=document, rejection=None, claims=claims)]))
    return ArticleReading(document=document, links=links, trees=trees, records=rows)


def errors_of(
    comparison: Comparison, missed: Sequence[tuple[str, Item]], reading: ArticleReading | None
) -> Iterator[tuple[str, str, Example]]:
    """Yield the errors of one kind of one article: what, class, example."""
    kind, alignment = comparison.kind, comparison.alignment
    for item in alignment.missed:
        miss = classify_miss(kind, item, alignment.false, missed, reading)
        yield "missed", miss.name, Example(article=comparison.article, item=tell_item(item), sentence=miss.sentence)
    if reading is None:
        return
    for record in alignment.false:
        rules = record.get("event", record).get("rules") or [{"name": "no rule"}]
        example = Example(article=comparison.article, item=tell_item(record), sentence=sentence_of(record, reading))
        yield "false", rules[0]["name"], example
    for item, record in alignment.matched:
        for name in FIELDS[kind]:
            right, of = field_agreement(kind, name, item, record)
            if right < of:
                told = f"{name}: expected {_value(item, name)}, said {_value(record, name)} ({tell_item(item)})"
                yield "wrong field", name, Example(article=comparison.article, item=told, sentence=sentence_of(record, reading))


def table_lines(name: str, groups: Groups, examples: int) -> Iterator[str]:
    """Yield the errors of a set as tables, the commonest class first."""
    yield f"== {name}"
    for what in WHATS:
        some = {place[1:]: found for place, found in groups.items() if place[0] == what}
        yield f"\n{what}: {sum(map(len, some.values()))}"
        for kind, label in sorted(some, key=lambda place: (KINDS.index(place[0]), -len(some[place]), place[1])):
            yield f"  {kind:<12} {label:<40} {len(some[kind, label]):>4}"
            for example in some[kind, label][:examples]:
                yield f"      {example.article}: {example.item}"
                if example.sentence:
                    yield f"        “{_cut(example.sentence)}”"
    yield ""


def json_lines(name: str, groups: Groups, examples: int) -> Iterator[str]:
    """Yield one JSON object for each class of errors of a set."""
    for (what, kind, label), found in sorted(
        groups.items(), key=lambda group: (group[0][0], KINDS.index(group[0][1]), -len(group[1]), group[0])
    ):
        row = {"set": name, "what": what, "kind": kind, "class": label, "count": len(found)}
        told = [{"article": each.article, "item": each.item, "sentence": each.sentence} for each in found[:examples]]
        yield json.dumps(row | ({"examples": told} if examples else {}), ensure_ascii=False)


def _value(item: Item, name: str) -> object:
    if name == "people":
        return ", ".join(str(person.get("name")) for person in item.get("participants") or item.get("people") or ()) or None
    place = item.get("place")
    if name.startswith("place") and isinstance(place, dict):
        return place.get("country" if name == "place country" else "name")
    return item.get({"order of parties": "parties", "place country": "place_country"}.get(name, name))


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= WIDTH else sentence[: WIDTH - 1] + "…"


if __name__ == "__main__":
    sys.exit(main())
