"""Scores `Reader.code` on a file of sentences with their types, by rules alone and with the second opinion.

Usage: scripts/score_coder gold/relations/dev.jsonl [--rules-only]

Each line has id, sentence, actor and recipient (``[start, end]``), and type. Printed are macro F1, precision and recall of each type, the
pairs that are mixed up most often, and the share of right answers among the first two.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dragoman.codebook import plover_types
from dragoman.coding import make_coder

MOST_CONFUSED = 15


def main(arguments: Sequence[str]) -> int:
    """Score one file; 2 when it is called wrongly."""
    paths = [argument for argument in arguments if not argument.startswith("--")]
    if len(paths) != 1 or set(arguments) - {*paths, "--rules-only"}:
        print(__doc__, file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(paths[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    for rules_only in (True,) if "--rules-only" in arguments else (True, False):
        coder = make_coder(rules_only=rules_only)
        print(
            f"== {'rules alone' if rules_only else coder.second.name if coder.second else coder.note} on {paths[0]}, {len(rows)} sentences"
        )
        codings = [coder.code(row["sentence"], tuple(row["actor"]), tuple(row["recipient"])) for row in rows]
        second = sum(row["type"] in {coding.type, coding.runner_up} for row, coding in zip(rows, codings, strict=True))
        report([(row["type"], coding.type) for row, coding in zip(rows, codings, strict=True)], second)
    return 0


def report(pairs: Sequence[tuple[str, str]], among_two: int) -> None:
    """Print the figures of pairs of expected and found type."""
    f1s = []
    for name in plover_types():
        right = sum(want == got == name for want, got in pairs)
        found, wanted = sum(got == name for _, got in pairs), sum(want == name for want, _ in pairs)
        if not found and not wanted:
            continue
        precision, recall = right / found if found else 0.0, right / wanted if wanted else 0.0
        f1s.append(2 * right / (found + wanted))
        print(f"{name:<10} precision {precision:.2f}  recall {recall:.2f}  F1 {f1s[-1]:.2f}  of {wanted}")
    accuracy = sum(want == got for want, got in pairs) / len(pairs)
    print(f"macro F1 {sum(f1s) / len(f1s):.3f}, accuracy {accuracy:.3f}, right or runner-up {among_two / len(pairs):.3f}")
    mixed = Counter(pair for pair in pairs if pair[0] != pair[1]).most_common(MOST_CONFUSED)
    print("mixed up:", ", ".join(f"{want} as {got} {count}" for (want, got), count in mixed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
