"""The comparison of an export with gold lines, article by article, and the figures over all of them.

An article that the export does not hold counts as one without records. Macro F1 is the mean over the kinds of which the gold requires
any, micro F1 is over all items alike. Figures are rounded to four places before anything is made of them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.scoring.align import Alignment, align, to_units
from dragoman.scoring.exported import Export
from dragoman.scoring.fields import FIELDS, field_agreement
from dragoman.scoring.gold import GoldArticle
from dragoman.scoring.kinds import KINDS

__all__ = ["Comparison", "Score", "Share", "Tally", "score", "score_object"]

_PLACES = 4
_DAY_CHARS = 10
# The accuracies that every score names: of which kind and field each is.
_ACCURACIES = {
    "date": ("encounters", "date"),
    "place": ("encounters", "place"),
    "people": ("encounters", "people"),
    "status": ("encounters", "status"),
    "event_status": ("events", "status"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many items were found, wrongly found and missed."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was said that is right; of nothing said 1 when there was nothing to say, else 0."""
        return round(self._precision, _PLACES)

    @property
    def recall(self) -> float:
        """The share of what is required that was said; 1 where nothing is."""
        return round(self._recall, _PLACES)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self._precision + self._recall
        return round(2 * self._precision * self._recall / total, _PLACES) if total else 0.0

    @property
    def _precision(self) -> float:
        said = self.right + self.false
        return self.right / said if said else float(not self.missed)

    @property
    def _recall(self) -> float:
        required = self.right + self.missed
        return self.right / required if required else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of several agree; there is at least one."""

    right: int
    of: int

    @property
    def accuracy(self) -> float:
        """The share that agrees."""
        return round(self.right / self.of, _PLACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One kind of one article, in units of scoring (`to_units`)."""

    article: str
    kind: str
    alignment: Alignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What a comparison came to.

    Attributes:
        kinds: By kind, all of them.
        macro_f1: None when the gold requires nothing.
        micro: Over all kinds.
        accuracies: ``published``, ``date``, ``place``, ``people``, ``status`` (of encounters) and ``event_status``, where there are any.
        fields: By kind and field, over matched pairs whose gold item tells the field.
        comparisons: In the order of the gold file.
        articles: Gold lines.
        articles_found: Those of which the export holds the article.
        uncited: Records of the export without a mention.
    """

    kinds: Mapping[str, Tally]
    macro_f1: float | None
    micro: Tally
    accuracies: Mapping[str, Share]
    fields: Mapping[tuple[str, str], Share]
    comparisons: tuple[Comparison, ...]
    articles: int
    articles_found: int
    uncited: int


def score(gold: Sequence[GoldArticle], export: Export) -> Score:
    """Compare an export with gold lines."""
    comparisons = tuple(
        Comparison(article=article.id, kind=kind, alignment=align(kind, to_units(kind, items), to_units(kind, export.of(article.id, kind))))
        for article in gold
        for kind, items in article.items.items()
    )
    kinds = {kind: _tally([each.alignment for each in comparisons if each.kind == kind]) for kind in KINDS}
    required = [tally for tally in kinds.values() if tally.right + tally.missed]
    fields = _fields(comparisons)
    return Score(
        kinds=kinds,
        macro_f1=round(sum(tally.f1 for tally in required) / len(required), _PLACES) if required else None,
        micro=_tally([each.alignment for each in comparisons]),
        accuracies=_published(gold, export) | {name: fields[place] for name, place in _ACCURACIES.items() if place in fields},
        fields=fields,
        comparisons=comparisons,
        articles=len(gold),
        articles_found=sum(article.id in export.published for article in gold),
        uncited=export.uncited,
    )


def score_object(result: Score) -> dict[str, Any]:
    """Return the figures of a score as one JSON object."""
    figures: dict[str, Any] = {kind: _figures(tally) for kind, tally in result.kinds.items()}
    figures |= {"macro_f1": result.macro_f1, "micro": _figures(result.micro)}
    figures |= {f"{name}_accuracy": share.accuracy for name, share in result.accuracies.items()}
    return figures | {"articles": result.articles, "articles_found": result.articles_found, "records_without_mention": result.uncited}


def _figures(tally: Tally) -> dict[str, float | int]:
    figures = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
    return {**figures, "tp": tally.right, "fp": tally.false, "fn": tally.missed}


def _tally(alignments: Sequence[Alignment]) -> Tally:
    return Tally(
        right=sum(len(alignment.matched) for alignment in alignments),
        false=sum(len(alignment.false) for alignment in alignments),
        missed=sum(len(alignment.missed) for alignment in alignments),
    )


def _fields(comparisons: Sequence[Comparison]) -> dict[tuple[str, str], Share]:
    shares = {}
    for kind, names in FIELDS.items():
        matched = [pair for each in comparisons if each.kind == kind for pair in each.alignment.matched]
        for name in names:
            found = [field_agreement(kind, name, item, record) for item, record in matched]
            if told := sum(of for _, of in found):
                shares[kind, name] = Share(right=sum(right for right, _ in found), of=told)
    return shares


def _published(gold: Sequence[GoldArticle], export: Export) -> dict[str, Share]:
    """Return the accuracy of the publication days of the articles found; a day that is told where the gold has none is wrong."""
    found = [article for article in gold if article.id in export.published]
    right = sum(export.published[article.id] == (article.published or "")[:_DAY_CHARS] for article in found)
    return {"published": Share(right=right, of=len(found))} if found else {}
