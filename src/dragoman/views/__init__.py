"""What pages, briefs and exports show: typed rows from the record, one query per file."""

from __future__ import annotations

from dragoman.views.articles import article_texts, articles, outlet_of
from dragoman.views.brief import Brief, BriefLine, Quotation, make_brief
from dragoman.views.pair import PairView, pair_view
from dragoman.views.record import ClaimView, RecordView, SentenceView, claim_views, record_view
from dragoman.views.records import records
from dragoman.views.wording import tell

__all__ = [
    "Brief",
    "BriefLine",
    "ClaimView",
    "PairView",
    "Quotation",
    "RecordView",
    "SentenceView",
    "article_texts",
    "articles",
    "claim_views",
    "make_brief",
    "outlet_of",
    "pair_view",
    "record_view",
    "records",
    "tell",
]
