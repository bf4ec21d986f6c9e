"""Scores: an export compared with gold lines, kind by kind and field by field.

A gold file has one JSON object a line for each article: its id, its publication day, and a list for each kind that it says something
about. An article of an export belongs to the gold line whose id is the last part of its origin without the suffix.
"""

from dragoman.scoring.align import Alignment, to_units
from dragoman.scoring.exported import Export, gather, read_export, stem_of
from dragoman.scoring.fields import FIELDS, field_agreement
from dragoman.scoring.gold import GoldArticle, read_gold
from dragoman.scoring.kinds import KINDS, Item
from dragoman.scoring.score import Comparison, Score, Share, Tally, score, score_object

__all__ = [
    "FIELDS",
    "KINDS",
    "Alignment",
    "Comparison",
    "Export",
    "GoldArticle",
    "Item",
    "Score",
    "Share",
    "Tally",
    "field_agreement",
    "gather",
    "read_export",
    "read_gold",
    "score",
    "score_object",
    "stem_of",
    "to_units",
]
