"""A pair's records as a list to read: dated lines, what belongs inside what, numbered quotations."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from dragoman.values import edtf
from dragoman.values.article import Article
from dragoman.values.claim import Citation, Event, Figure, Kind, Status
from dragoman.values.document import DocumentId
from dragoman.values.record import Record, RecordId
from dragoman.values.span import Span
from dragoman.views.pair import PairView
from dragoman.views.wording import NameParty, tell

__all__ = ["Brief", "BriefLine", "Quotation", "make_brief"]

_QUOTED_CHARS = 320  # three lines of a terminal; a longer citation is cut in the middle
_SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
_SEASON = re.compile(r"(\d{4})-(2[1-4])\b(?!-)")
_REPEATED = frozenset({Kind.ENCOUNTER, Kind.SESSION, Kind.INSTRUMENT})


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefLine:
    """One line: its date as people read it (empty when none), depth inside other lines, text, and the numbers of its quotations."""

    record: RecordId
    when: str
    depth: int
    text: str
    status: Status
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """The words of one article that lines rest on."""

    number: int
    article: Article
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief of two parties.

    Attributes:
        title: The names of the two.
        articles: How many articles are cited.
        records: How many records are told.
        span: First and last day on which something happened, EDTF, or None.
        news: In the order of time; what is part of a line follows it, one deeper.
        background: History and what has no date.
        figures: By indicator, then by period.
        offices: Who holds which office.
        quotations: By number.
    """

    title: str
    articles: int
    records: int
    span: tuple[str, str] | None
    news: tuple[BriefLine, ...]
    background: tuple[BriefLine, ...]
    figures: tuple[BriefLine, ...]
    offices: tuple[BriefLine, ...]
    quotations: tuple[Quotation, ...]


def make_brief(view: PairView, texts: Mapping[DocumentId, str], name_party: NameParty) -> Brief:
    """Return the brief of a pair.

    Events that follow by rule from an encounter, session or instrument and cite the same words are left out.

    Args:
        view: From `dragoman.views.pair_view`.
        texts: The texts of the articles that `view` cites.
        name_party: Gives the name of a code.
    """
    told = _without_repeats(view.records)
    news, background = _sections([record for record in told if record.kind is not Kind.FIGURE])
    figures = [(record, 0) for record in sorted((record for record in told if record.kind is Kind.FIGURE), key=_by_indicator)]
    offices = [(record, 0) for record in sorted(view.positions, key=_by_office)]
    sections = (news, background, figures, offices)
    numbering = _Numbering(texts, (record for section in sections for record, _ in section))
    tell_it = partial(tell, name_party=name_party, pair=(view.one, view.other))
    lines = [_fold(_line(record, depth, tell_it, numbering) for record, depth in section) for section in sections]
    by_id = {article.id: article for article in view.articles}
    days = sorted(day for record, _ in news for day in _first_days(record))
    return Brief(
        title=f"{name_party(view.one)} – {name_party(view.other)}",
        articles=len({quoted for quoted, _ in numbering.quotations()}),
        records=len(told),
        span=(days[0], days[-1]) if days else None,
        news=lines[0],
        background=lines[1],
        figures=lines[2],
        offices=tuple(replace(line, when="") for line in lines[3]),
        quotations=tuple(
            Quotation(number=number, article=by_id[article], text=text) for number, (article, text) in enumerate(numbering.quotations(), 1)
        ),
    )


class _Numbering:
    """Gives every stretch of cited words a number, in the order of the lines; stretches that overlap are one."""

    def __init__(self, texts: Mapping[DocumentId, str], records: Iterable[Record]) -> None:
        self._texts = texts
        self._numbers: dict[tuple[DocumentId, Span], int] = {}
        self._stretches: dict[DocumentId, list[Span]] = {}
        citations = [citation for record in records for citation in record.citations]
        spans = defaultdict[DocumentId, set[Span]](set)
        for citation in citations:
            spans[citation.article].add(Span(citation.start, citation.end))
        self._stretches = {article: _merge_spans(sorted(held)) for article, held in spans.items()}
        for citation in citations:
            self.number(citation)

    def number(self, citation: Citation) -> int:
        """Return the number of the stretch that holds a citation."""
        cited = Span(citation.start, citation.end)
        stretch = next(stretch for stretch in self._stretches[citation.article] if stretch.covers(cited))
        return self._numbers.setdefault((citation.article, stretch), len(self._numbers) + 1)

    def quotations(self) -> Iterator[tuple[DocumentId, str]]:
        """Yield article and words in the order of the numbers."""
        for article, stretch in self._numbers:
            yield article, _shorten(" ".join(stretch.cut(self._texts[article]).split()))


def _shorten(words: str) -> str:
    """Return a long quotation without its middle, cut between words."""
    if len(words) <= _QUOTED_CHARS:
        return words
    head = words[: 2 * _QUOTED_CHARS // 3].rpartition(" ")[0]
    tail = words[-_QUOTED_CHARS // 3 :].partition(" ")[2]
    return f"{head} … {tail}" if head and tail else f"{words[:_QUOTED_CHARS]} …"


def _merge_spans(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and merged[-1].overlaps(span):
            merged[-1] = merged[-1].join(span)
        else:
            merged.append(span)
    return merged


def _without_repeats(records: Sequence[Record]) -> list[Record]:
    cited = {_place(citation) for record in records if record.kind in _REPEATED for citation in record.citations}
    return [record for record in records if not (_follows_by_rule(record) and {_place(citation) for citation in record.citations} <= cited)]


def _follows_by_rule(record: Record) -> bool:
    event = record.content
    return isinstance(event, Event) and (event.type == "CONSULT" or (event.type == "SUPPORT" and event.mutual))


def _place(citation: Citation) -> tuple[DocumentId, int, int]:
    return citation.article, citation.start, citation.end


def _sections(records: Sequence[Record]) -> tuple[list[tuple[Record, int]], list[tuple[Record, int]]]:
    """Return the news and the background in the order to tell them, each record with its depth."""
    held = {record.id for record in records}
    parts = defaultdict[RecordId | None, list[Record]](list)
    for record in records:
        parts[record.part_of if record.part_of in held else None].append(record)
    news: list[tuple[Record, int]] = []
    background: list[tuple[Record, int]] = []
    for top in sorted(parts[None], key=_by_time):
        section = background if top.background or top.date is None else news
        waiting = [(top, 0)]
        while waiting:
            record, depth = waiting.pop()
            section.append((record, depth))
            waiting += [(part, depth + 1) for part in sorted(parts[record.id], key=_by_time)[::-1]]
    return news, background


def _by_time(record: Record) -> tuple[bool, str]:
    """Return the first day told; sorting is stable, so records of one day keep the order of articles and texts."""
    first = edtf.earliest(record.date) if record.date else None
    return first is None, first.isoformat() if first else record.date or ""


def _by_office(record: Record) -> tuple[str, str]:
    return tell(record, str).rpartition(" of ")[2], tell(record, str)


def _by_indicator(record: Record) -> tuple[str, tuple[str, ...], str]:
    figure = record.content
    return (figure.indicator, figure.parties, figure.period or "") if isinstance(figure, Figure) else ("", (), "")


def _first_days(record: Record) -> list[str]:
    first = edtf.earliest(record.date) if record.date else None
    return [first.isoformat()] if first and record.status in {Status.OCCURRED, Status.ONGOING} else []


def _when(date: str | None) -> str:
    """Return a date as people read it: EDTF, but seasons by name and years not known as question marks."""
    if date is None:
        return ""
    return _SEASON.sub(lambda match: f"{match[1]} {_SEASONS[match[2]]}", date).replace("XXXX", "????")


def _line(record: Record, depth: int, tell_it: Callable[[Record], str], numbering: _Numbering) -> BriefLine:
    return BriefLine(
        record=record.id,
        when="" if record.kind is Kind.FIGURE else _when(record.date),
        depth=depth,
        text=tell_it(record),
        status=record.status,
        numbers=tuple(sorted({numbering.number(citation) for citation in record.citations})),
    )


def _fold(lines: Iterable[BriefLine]) -> tuple[BriefLine, ...]:
    """Return the lines with those that say the same, told by several articles, as one with all their numbers."""
    folded: dict[tuple[str, int, str], BriefLine] = {}
    for line in lines:
        key = (line.when, line.depth, line.text)
        known = folded.get(key)
        folded[key] = replace(known, numbers=tuple(sorted({*known.numbers, *line.numbers}))) if known else line
    return tuple(folded.values())
