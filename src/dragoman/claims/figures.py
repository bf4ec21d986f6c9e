"""Figures: reported quantities of a relation, read from the order of mentions and the words that evoke an indicator.

Works without the parse: an amount takes the nearest words that evoke an indicator which counts its unit, those words take their parties
from the same clause. Precision goes before recall: no evoking words, or no two parties, no figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman import kb
from dragoman.claims.draft import Draft
from dragoman.claims.figure_amounts import find_multiple, find_period, is_base, is_price, judge_status, measured_against, signed_change
from dragoman.claims.figure_parties import Clause, Company, find_parties, make_company, party_refs
from dragoman.codebook.indicators import Cue, indicators
from dragoman.values.claim import DateBasis, Figure, Status
from dragoman.values.document import Document
from dragoman.values.link import Link, LinkedSentence, Links
from dragoman.values.mention import Quantity, TimeExpression
from dragoman.values.span import Span

__all__ = ["find_figures"]

_CURRENCY = re.compile(r"[A-Z]{3}")
_NOT_MONEY = frozenset({"TEU"})
_ENERGY = frozenset({"MW", "kW", "kWh", "m3", "ft3", "bbl", "bbl/d", "l"})
_SPLIT = re.compile(r";\s|\s(?:while|whereas)\s|,\s+(?:and|but)\s+(?=that\s|(?:[\w’'-]+\s+){1,6}(?:exports?|imports?|invest|debt|loan|trade)\b)|\s[–—]\s")
_IT = re.compile(r"\b(?:it|this figure|the figure|this volume|the volume|the number|this number|the amount)\s+(?:had |has |was |have )?(?:\w+ly )?\w", re.IGNORECASE)
_REMAIN = re.compile(r"\s*(?:\w+\s){0,2}(?:remain|are still|have since|were|others)\b")
_THOSE_OF = re.compile(r"\bthose of\b", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_REACH_CHARS = 170
_AFTER_CHARS = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A figure with the words and parties it came from, so that the next amount can lean on it."""

    cue: Cue
    figure: Figure
    amount: Link


def find_figures(document: Document, links: Links) -> list[Draft]:
    """Return the figures that a document reports about relations between parties.

    Leaves alone on purpose: shares ("90 percent of its energy"), prices by the piece, levels of comparison ("up from 80 megawatts"), and
    amounts that concern one state alone. Known to miss: a giver or receiver named only by a description ("the former colony") in a text
    about three or more states.

    Source: codebook, `figure`.
    """
    company: Company | None = None
    drafts: list[Draft] = []
    last: _Found | None = None
    for index, linked in enumerate(links.sentences):
        if not _may_tell(linked, document.text):
            continue
        company = company or make_company(links)
        reading = _SentenceReading(document, links, index, company, last)
        for found, draft in reading.read():
            drafts.append(draft)
            last = found
    return _without_repeats(drafts)


def _may_tell(linked: LinkedSentence, text: str) -> bool:
    span = linked.sentence.span
    if any(isinstance(link.mention.named, Quantity) for link in linked.links):
        return True
    return find_multiple(text, span.start, span.end) is not None


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop a figure told again in the same words of content; the first telling keeps both citations."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        content = draft.content
        key = (content.indicator, content.value, content.unit, content.parties) if isinstance(content, Figure) and content.value is not None else (content,)
        if key in kept:
            kept[key].spans.extend(span for span in draft.spans if span not in kept[key].spans)
        else:
            kept[key] = draft
    return list(kept.values())


class _SentenceReading:
    """Reads the figures of one sentence."""

    def __init__(self, document: Document, links: Links, index: int, company: Company, last: _Found | None) -> None:
        self.document = document
        self.text = document.text
        self.links = links
        self.index = index
        self.company = company
        self.last = last
        self.linked = links.sentences[index]
        self.span = self.linked.sentence.span
        self.refs = party_refs(self.linked, self.text, company.main)
        self.cues = _fitting_cues(self.text, self.span)
        self.amounts = [link for link in self.linked.links if isinstance(link.mention.named, Quantity)]
        self.levels = [link for link in self.amounts if self._is_level(link)]
        self.cuts = [self.span.start, *(match.end() for match in _SPLIT.finditer(self.text, self.span.start, self.span.end)), self.span.end]

    def read(self) -> list[tuple[_Found, Draft]]:
        """Return the figures in the order of the text."""
        made: list[_Found] = []
        for position, amount in enumerate(self.levels):
            found = self._read_level(amount, position, made)
            if found is not None:
                made.append(found)
        if not made:
            found = self._read_change_alone()
            made.extend([found] if found else [])
        return [(found, self._draft(found)) for found in made]

    def _is_level(self, link: Link) -> bool:
        named = link.mention.named
        if not isinstance(named, Quantity) or named.unit in {"%", "pp"}:
            return False
        at = link.mention.span.start
        if self.text[max(self.span.start, at - 8) : at].rstrip(" about≈~$").endswith("(") and _is_money(named.unit):
            return False
        return not is_base(self.text, link, self.span.start, self.span.end) and not is_price(self.text, link, self.span.end)

    def _read_level(self, amount: Link, position: int, made: Sequence[_Found]) -> _Found | None:
        quantity = amount.mention.named
        if not isinstance(quantity, Quantity):
            return None
        unit = quantity.unit
        if made and _THOSE_OF.search(self.text, made[-1].amount.mention.span.end, amount.mention.span.start):
            return self._lean(amount, quantity, made)
        cue = self._choose_cue(amount, unit, position)
        if unit is None and cue is not None:
            unit = self._lent_unit(cue, amount, made)
            if unit is None:
                return None
        parties = find_parties(cue, self._clause(cue, amount), self.company, self.index) if cue is not None else ()
        if cue is not None and not parties and made and cue.indicator.name in {"exports", "imports"} and len(made[-1].figure.parties) == 2:
            parties = _turned(made[-1], cue)
        if cue is None or not parties:
            return self._lean(amount, quantity, made) if cue is None else None
        return self._make(cue, amount, quantity.value, unit, parties)

    def _choose_cue(self, amount: Link, unit: str | None, position: int) -> Cue | None:
        """Return the evoking words of an amount: the nearest strong ones before it, strong ones right behind, weak ones before it."""
        at = amount.mention.span
        taken = self.levels[position - 1].mention.span.end if position else self.span.start
        before = [cue for cue in self.cues if cue.start < at.end and at.start - cue.end < _REACH_CHARS and _counts(cue, unit)]
        before = [cue for cue in before if ";" not in self.text[cue.end : at.start]]
        after = [cue for cue in self.cues if at.end <= cue.start < at.end + _AFTER_CHARS and _counts(cue, unit) and self._is_free(at.end, cue)]
        strong = [cue for cue in before if cue.voice != "weak"]
        own = [cue for cue in strong if cue.start >= taken]
        head = next((cue for cue in after if cue.voice == "noun" and cue.start - at.end <= 24 and cue.indicator.name not in {"imports", "exports"}), None)
        if self._counts_heads(unit):
            return head or (own[-1] if own else after[0] if after else None) or next(iter(cue for cue in before if cue.end > at.start), None)
        weak = [cue for cue in before if cue.voice == "weak" and cue.start >= taken]
        choices = [own[-1:], [head] if head else [], [cue for cue in after if cue.voice != "weak"][:1], weak[-1:], strong[-1:]]
        return next((choice[0] for choice in choices if choice), None)

    def _counts_heads(self, unit: str | None) -> bool:
        return unit in {"persons", "companies"}

    def _is_free(self, start: int, cue: Cue) -> bool:
        """Say whether no other amount stands between an amount and words behind it."""
        return not any(start < link.mention.span.start < cue.start for link in self.levels) and ";" not in self.text[start : cue.start]

    def _lent_unit(self, cue: Cue, amount: Link, made: Sequence[_Found]) -> str | None:
        """Return the unit of a bare number: the previous figure's ("came to 32 million"), or people's ("prisoners, 110 in all")."""
        if "persons" in cue.indicator.counts:
            return "persons" if 0 <= amount.mention.span.start - cue.end < 24 else None
        earlier = made[-1] if made else None
        return earlier.figure.unit if earlier is not None and _is_money(earlier.figure.unit) and "money" in cue.indicator.counts else None

    def _clause(self, cue: Cue, amount: Link) -> Clause:
        """Return the stretch in which a cue finds its parties: between the levels and cues of other figures, cut at clause marks."""
        low, high = sorted((cue.start, amount.mention.span.start))
        start = max((cut for cut in self.cuts if cut <= low), default=self.span.start)
        end = min((cut for cut in self.cuts if cut > high), default=self.span.end)
        others = [link.mention.span.end for link in self.levels if link is not amount and link.mention.span.end <= low]
        if others and any(other.indicator is not cue.indicator or other.start < others[-1] for other in self.cues if other is not cue and other.start < others[-1]):
            start = max(start, others[-1])
        later = [other.start for other in self.cues if other.start > high and other is not cue and other.voice != "weak" and self._has_own_level(other)]
        end = min([end, *later])
        if not any(start <= ref.start < end for ref in self.refs):
            start = self.span.start
        return Clause(text=self.text, start=start, end=end, amount=amount.mention.span.start, refs=self.refs)

    def _has_own_level(self, cue: Cue) -> bool:
        return any(0 <= link.mention.span.start - cue.end < _REACH_CHARS for link in self.levels)

    def _make(self, cue: Cue, amount: Link, value: float | None, unit: str | None, parties: tuple[str, ...]) -> _Found:
        name = "energy volume" if unit in _ENERGY and cue.indicator.name in {"exports", "imports"} else cue.indicator.name
        change, against = self._change(cue, amount) if value is not None else (None, None)
        unit = _own_currency(unit, parties)
        period = self._period(amount, name)
        figure = Figure(
            indicator=name,
            value=value,
            unit=unit,
            period=period.when.edtf if period is not None and period.when is not None else None,
            parties=parties,
            change=change,
            change_against=against,
        )
        return _Found(cue=cue, figure=figure, amount=amount)

    def _change(self, cue: Cue, amount: Link) -> tuple[float | None, str | None]:
        """Return the change told with a level: the percentage nearest to it that no other level or cue parts from it."""
        at = amount.mention.span
        start, end = self.span.start, self.span.end
        best: tuple[int, float, str | None] | None = None
        for link in self.amounts:
            change = signed_change(self.text, link, start, end)
            span = link.mention.span
            low, high = sorted((at.start, span.start))
            if change is None or (cue.start <= at.start and span.end < cue.start) or any(low < other.mention.span.start < high for other in self.levels):
                continue
            if any(low < other.start < high and other is not cue and other.voice == "noun" for other in self.cues if other.start != cue.start and _counts(other, "USD")):
                continue
            distance = abs(span.start - at.start)
            if best is None or distance < best[0]:
                best = distance, change, measured_against(self.text, _behind_word(self.text, span.end, end), end)
        if best is not None:
            return best[1], best[2]
        return find_multiple(self.text, max(start, at.start - 60), at.start), None

    def _period(self, amount: Link, indicator: str) -> Link | None:
        at = amount.mention.span
        start = max((cut for cut in self.cuts if cut <= at.start), default=self.span.start)
        end = min((cut for cut in self.cuts if cut > at.start), default=self.span.end)
        times = [link for link in self.linked.links if isinstance(link.mention.named, TimeExpression)]
        return find_period(self.text, times, amount, indicator, (start, end))

    def _lean(self, amount: Link, quantity: Quantity, made: Sequence[_Found]) -> _Found | None:
        """Read an amount without evoking words of its own: "it fell to 118 million dollars", "those of Niger came to 32 million"."""
        at = amount.mention.span
        previous = made[-1] if made else None
        if previous is not None and _THOSE_OF.search(self.text, previous.amount.mention.span.end, at.start) and _is_money(previous.figure.unit):
            cue = Cue(start=previous.amount.mention.span.end, end=previous.amount.mention.span.end + 1, indicator=previous.cue.indicator, voice="noun")
            parties = find_parties(cue, Clause(text=self.text, start=cue.start, end=self.span.end, amount=at.start, refs=self.refs), self.company, self.index)
            return self._make(cue, amount, quantity.value, quantity.unit or previous.figure.unit, parties) if parties else None
        if previous is not None or self.index == 0:
            return None
        if self.last is not None and _is_in(self.last, self.links.sentences[self.index - 1]) and _REMAIN.match(self.text, at.end) and self.last.figure.unit == "persons":
            return self._make(self.last.cue, amount, quantity.value, "persons", self.last.figure.parties) if quantity.unit is None else None
        if _is_money(quantity.unit) and _IT.search(self.text, self.span.start, at.start):
            return self._take_up(amount, quantity)
        return None

    def _take_up(self, amount: Link, quantity: Quantity) -> _Found | None:
        """Read "Last year it fell to 118 million dollars" by the words of the sentence before."""
        linked = self.links.sentences[self.index - 1]
        span = linked.sentence.span
        cue = next((cue for cue in reversed(_fitting_cues(self.text, span)) if cue.voice != "weak" and _counts(cue, quantity.unit)), None)
        if cue is None:
            return None
        clause = Clause(text=self.text, start=span.start, end=span.end, amount=span.end, refs=party_refs(linked, self.text, self.company.main))
        parties = find_parties(cue, clause, self.company, self.index - 1)
        return self._make(cue, amount, quantity.value, quantity.unit, parties) if parties else None

    def _read_change_alone(self) -> _Found | None:
        """Read "trade between them grew by 12 percent", a figure without a level."""
        if self.levels:
            return None
        cue = next((cue for cue in self.cues if cue.indicator.name in {"trade turnover", "exports", "imports"} and cue.voice == "noun"), None)
        if cue is None:
            return None
        for link in self.amounts:
            change = signed_change(self.text, link, cue.end, self.span.end)
            if change is not None and 0 <= link.mention.span.start - cue.end < _REACH_CHARS:
                parties = find_parties(cue, self._clause(cue, link), self.company, self.index)
                return self._change_found(cue, link, change, parties) if parties else None
        return None

    def _change_found(self, cue: Cue, link: Link, change: float, parties: tuple[str, ...]) -> _Found:
        period = self._period(link, cue.indicator.name)
        against = measured_against(self.text, _behind_word(self.text, link.mention.span.end, self.span.end), self.span.end)
        edtf = period.when.edtf if period is not None and period.when is not None else None
        figure = Figure(indicator=cue.indicator.name, value=None, unit=None, period=edtf, parties=parties, change=change, change_against=against)
        return _Found(cue=cue, figure=figure, amount=link)

    def _draft(self, found: _Found) -> Draft:
        start = max((cut for cut in self.cuts if cut <= min(found.cue.start, found.amount.mention.span.start)), default=self.span.start)
        status = judge_status(self.text, start, found.amount.mention.span.start) if self.span.start <= found.cue.start else Status.OCCURRED
        period = found.figure.period
        basis = next((link.when.basis for link in self.linked.links if link.when is not None and link.when.edtf == period), None) if period else None
        return Draft(
            content=found.figure,
            spans=[Span(self.span.start, self.span.end)],
            rule=f"figure.{found.figure.indicator.replace(' ', '-')}",
            status=status,
            date=period if basis is not None else None,
            date_basis=basis if isinstance(basis, DateBasis) else None,
            confidence=0.6 if found.cue.voice == "weak" else 0.75,
            sentence=self.index,
        )


def _fitting_cues(text: str, span: Span) -> list[Cue]:
    """Return the cues of a sentence whose required words are there and whose excluded ones are not."""
    kept: list[Cue] = []
    for cue in indicators().find_cues(text, span.start, span.end):
        requires = cue.indicator.requires
        if cue.voice == "takes" and _PASSIVE.search(text[max(span.start, cue.start - 20) : cue.start]):
            continue
        if (requires is None or requires.search(text, span.start, span.end)) and not cue.indicator.excludes.search(text, span.start, span.end):
            kept.append(cue)
    return kept


def _counts(cue: Cue, unit: str | None) -> bool:
    if unit is None:
        return bool({"money", "persons"} & cue.indicator.counts)
    return "money" in cue.indicator.counts if _is_money(unit) else unit in cue.indicator.counts


def _is_money(unit: str | None) -> bool:
    return unit is not None and ((_CURRENCY.fullmatch(unit) is not None and unit not in _NOT_MONEY) or unit in _shared_currencies())


@cache
def _shared_currencies() -> Mapping[str, tuple[str, ...]]:
    """Return the currency names that several states use, with the codes they can mean."""
    return {form.removesuffix("s"): codes for form, codes in kb.currencies().items() if len(codes) > 1}


def _own_currency(unit: str | None, parties: tuple[str, ...]) -> str | None:
    """Return what a name shared by several currencies ("dinar") means between these parties; the name itself when they do not tell."""
    codes = _shared_currencies().get(unit or "", ())
    own = {code for party in parties if (code := kb.nationality_currency(party)) in codes}
    return own.pop() if len(own) == 1 else unit


def _turned(previous: _Found, cue: Cue) -> tuple[str, ...]:
    """Return the parties of "its imports from the country" behind "its exports to B": the other way round."""
    first, second = previous.figure.parties
    return (second, first) if previous.cue.indicator.name != cue.indicator.name else ()


def _is_in(found: _Found, linked: LinkedSentence) -> bool:
    return linked.sentence.span.covers(found.amount.mention.span)


def _behind_word(text: str, position: int, end: int) -> int:
    """Return where the word of change behind a percentage ends ("9 percent more")."""
    match = re.compile(r"\s*(?:more|less|fewer|higher|lower|increase|growth|rise|drop|decline|decrease|up|down)\b").match(text, position, end)
    return match.end() if match else position
