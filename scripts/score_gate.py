"""Read each gold set with this working tree and refuse a score under its floor.

    scripts/score_gate [SET...]           compare with gold/floors.json
    scripts/score_gate [SET...] --write   raise the floors to what is measured now, less a small margin

A floor holds for one corpus, named by its digest. `--write` never lowers a floor of the same corpus: that is done by hand, with a
decision note. Ceilings, and how near one set must come to another, are set by hand alone. A gold set that is not on this machine is
skipped, and said so.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from dragoman.errors import DragomanError
from dragoman.scoring import KINDS, score
from gold_sets import FLOORS, ROOT, GoldSet, ReadSet, digest_of, load_sets, missing_paths, read_sets

MARGIN = 0.02  # the parser rounds a little differently on other processors: one sentence read otherwise must not fail a small kind
NEGATIVES = "records_per_negative"
GAP = "macro_gap"
ROUNDING = 1e-9  # of the difference of two figures


def measure(read: ReadSet) -> dict[str, float]:
    """Return the figures of a set: F1 by kind and over all, accuracies, and false records for each article that tells nothing."""
    result = score(read.gold, read.export)
    figures = {kind: tally.f1 for kind, tally in result.kinds.items() if tally.right + tally.missed}
    figures |= {"macro": result.macro_f1 or 0.0, "micro": result.micro.f1}
    figures |= {f"{name}_accuracy": share.accuracy for name, share in result.accuracies.items()}
    figures["articles_found"] = result.articles_found / result.articles if result.articles else 0.0
    negatives = [article.id for article in read.gold if article.is_negative]
    if negatives:
        figures[NEGATIVES] = round(sum(len(read.export.of(article, kind)) for article in negatives for kind in KINDS) / len(negatives), 4)
    return figures


def complaints(name: str, entry: GoldSet, digest: str, measured: Mapping[str, float]) -> list[str]:
    """Return one line for each way in which a set falls short; none when it passes."""
    if entry["digest"] != digest:
        return [f"{name}: its floors were measured on another corpus, or never; look at what changed, then run scripts/score_gate --write"]
    low = [
        f"{name}: {figure} {measured.get(figure, 0.0):.4f} is under its floor {floor:.4f}"
        for figure, floor in entry["floors"].items()
        if measured.get(figure, 0.0) < floor
    ]
    high = [
        f"{name}: {figure} {measured[figure]:.4f} is over its ceiling {ceiling:.4f}"
        for figure, ceiling in entry.get("ceilings", {}).items()
        if measured.get(figure, 0.0) > ceiling
    ]
    return low + high


def laggards(sets: Mapping[str, GoldSet], measured: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return one line for each set whose macro F1 lies too far under that of the set it must stay near: rules were fitted, not found."""
    found = []
    for name, figures in measured.items():
        near = sets[name].get("near")
        other = measured.get(near["set"]) if near else None
        if near and other and other["macro"] - figures["macro"] > near["macro"] + ROUNDING:
            found.append(f"{name}: macro {figures['macro']:.4f} is more than {near['macro']} under {near['set']}, {other['macro']:.4f}")
    return found


def unmet(sets: Mapping[str, GoldSet], measured: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return one line for each aim that is not met: false records for each negative text, and how far a set lies behind its neighbour."""
    found = []
    for name, figures in measured.items():
        near = sets[name].get("near")
        other = measured.get(near["set"]) if near else None
        reached = {**figures, **({GAP: round(other["macro"] - figures["macro"], 4)} if other else {})}
        found += [
            f"{name}: aim not met yet: {figure.replace('_', ' ')} {reached[figure]:.4f}, meant to be at most {aim}"
            for figure, aim in sets[name].get("aims", {}).items()
            if figure in reached and reached[figure] > aim + ROUNDING
        ]
    return found


def raised(entry: GoldSet, digest: str, measured: Mapping[str, float]) -> GoldSet:
    """Return the entry with its floors at the measure less the margin, never lower than they were for the same corpus."""
    old = entry["floors"] if entry["digest"] == digest else {}
    floors = {
        figure: max(round(max(value - MARGIN, 0.0), 4), old.get(figure, 0.0)) for figure, value in measured.items() if figure != NEGATIVES
    }
    if measured["articles_found"] == 1:
        floors["articles_found"] = 1.0  # whether an article is read at all is no matter of rounding
    written: GoldSet = {**entry, "digest": digest, "floors": floors}
    return written


def main() -> int:
    """Gate the sets of floors.json; with `--write`, record their new floors."""
    parser = argparse.ArgumentParser(prog="score_gate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sets = load_sets()
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"all of them unless named: {', '.join(sets)}")
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured now")
    arguments = parser.parse_args()
    if unknown := set(arguments.sets) - sets.keys():
        parser.error(f"no set is named {', '.join(sorted(unknown))}")
    chosen = {name: entry for name, entry in sets.items() if name in (arguments.sets or sets)}
    for name, entry in chosen.items():
        if missing := missing_paths(entry):
            print(f"{name}: skipped, {', '.join(missing)} is not on this machine")
    present = {name: entry for name, entry in chosen.items() if not missing_paths(entry)}
    try:
        read = read_sets(present)
    except DragomanError as error:
        print(f"score_gate: {error}", file=sys.stderr)
        return 1
    measured = {name: measure(each) for name, each in read.items()}
    found = []
    for name, figures in measured.items():
        for problem in () if sets[name].get("only_scored") else read[name].rejected:
            print(f"{name}: a text was not read: {problem}", file=sys.stderr)
        print(f"{name}: " + "  ".join(f"{figure.replace('_', ' ')} {value:.3f}" for figure, value in figures.items()))
        digest = digest_of(ROOT / sets[name]["texts"], ROOT / sets[name]["gold"])
        if arguments.write:
            sets[name] = raised(sets[name], digest, figures)
        else:
            found += complaints(name, sets[name], digest, figures)
    if arguments.write:
        FLOORS.write_text(json.dumps(sets, indent=2) + "\n", encoding="utf-8")
    else:
        found += laggards(sets, measured)
    for line in unmet(sets, measured):
        print(line)
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
