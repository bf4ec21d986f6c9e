"""``dragoman score``: an export compared with gold lines."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Mapping

from dragoman.scoring import FIELDS, KINDS, Item, Score, read_export, read_gold, score, score_object

__all__ = ["run", "score_lines", "tell_item"]

# What tells one item of a kind from another, in the order in which it is told.
_TOLD = (
    *("type", "stage", "indicator", "value", "change", "unit", "ordinal", "number", "person", "office", "country", "parties"),
    *("date", "period", "status", "body", "subject", "title", "name"),
)


def run(arguments: argparse.Namespace) -> int:
    """Print the score; 0 whenever one could be made."""
    result = score(read_gold(arguments.gold), read_export(arguments.export))
    if arguments.json:
        fields = {f"{kind}.{name}": share.accuracy for (kind, name), share in result.fields.items()}
        print(json.dumps(score_object(result) | ({"fields": fields} if arguments.fields else {})))
        return 0
    for line in score_lines(result, errors=arguments.errors, fields=arguments.fields):
        print(line)
    return 0


def score_lines(result: Score, *, errors: int = 0, fields: bool = False) -> Iterator[str]:
    """Yield a score as lines of text.

    Args:
        result: The score.
        errors: How many misses and false finds to list for each kind.
        fields: Also yield the accuracy of each field.
    """
    for kind in KINDS:
        tally = result.kinds[kind]
        if not tally.right + tally.false + tally.missed:
            continue
        counts = f"({tally.right} right, {tally.false} false, {tally.missed} missed)"
        yield f"{kind:<12} P {tally.precision:.3f}  R {tally.recall:.3f}  F1 {tally.f1:.3f}   {counts}"
        yield from (f"    {line}" for line in _errors(result, kind)[:errors])
    yield f"macro F1 {'none' if result.macro_f1 is None else format(result.macro_f1, '.4f')}   micro F1 {result.micro.f1:.4f}"
    if result.accuracies:
        yield "accuracy     " + "  ".join(f"{name.replace('_', ' ')} {share.accuracy:.4f}" for name, share in result.accuracies.items())
    yield f"articles found {result.articles_found} of {result.articles}; records without a mention: {result.uncited}"
    if fields:
        yield ""
        yield from _field_table(result)


def tell_item(item: Item) -> str:
    """Return one line for a gold item, a record or a directed event."""
    if "key" in item:
        actor, recipient, kind = item["key"]
        return f"{actor} → {recipient} {kind}" + (f" {item['status']}" if item.get("status") not in {None, "occurred"} else "")
    told = (_plain(item[name]) for name in _TOLD if item.get(name) not in (None, "", (), [], "occurred"))
    return " · ".join(told)


def _plain(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)


def _errors(result: Score, kind: str) -> list[str]:
    lines = []
    for each in result.comparisons:
        if each.kind == kind:
            lines += [f"missed  {each.article}: {tell_item(item)}" for item in each.alignment.missed]
            lines += [f"false   {each.article}: {tell_item(item)}" for item in each.alignment.false]
    return lines


def _field_table(result: Score) -> Iterator[str]:
    names: Mapping[str, Mapping[str, object]] = FIELDS
    width = max(len(f"{kind} {name}") for kind in names for name in names[kind])
    yield "of matched records, where the gold tells the field"
    for (kind, name), share in result.fields.items():
        yield f"{kind + ' ' + name:<{width}}  {share.accuracy:.3f}   ({share.right} of {share.of})"
