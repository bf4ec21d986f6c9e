"""Reads the figures of one sentence: which amount goes with which evoking words, and what is told with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.claims import figure_wordings as pattern
from dragoman.claims.figure_amounts import (
    behind_change,
    find_multiple,
    find_period,
    is_base,
    is_stock_or_price,
    measured_against,
    signed_change,
)
from dragoman.claims.figure_clause import Clause
from dragoman.claims.figure_context import continue_parties, goes_other_way, with_descriptions
from dragoman.claims.figure_cues import find_cues
from dragoman.claims.figure_found import FoundFigure, dated_like
from dragoman.claims.figure_parties import find_parties
from dragoman.claims.figure_units import counts, is_energy, is_money, own_currency
from dragoman.claims.party_refs import Company, party_refs
from dragoman.codebook.indicators import Cue
from dragoman.values.claim import Figure
from dragoman.values.link import Link, LinkedSentence
from dragoman.values.mention import Mention, Quantity, TimeExpression
from dragoman.values.span import Span

__all__ = ["SentenceReading"]

_NEAR_HOST_CHARS = 12
_CONTINUES_SENTENCES = 2
_REACH_CHARS = 170
_WEAK_REACH_CHARS = 45  # "promised four million pounds": a general verb speaks of the amount only when it stands next to it
_AFTER_CHARS = 75
_HEAD_CHARS = 24
_LEAST_MONEY = 10_000  # less is a price, a fee or a fine, never a sum between states
_MULTIPLE_WITHIN = 60
_LEAST_BARE = 100_000  # a bare number that takes the currency of the sentence before
_FLOW_NOUNS = frozenset({"trade turnover", "exports", "imports"})


class SentenceReading:
    """One sentence under the eyes of the figure rules.

    Args:
        text: Of the document.
        sentences: Of the document, linked.
        index: Of the sentence to read.
        company: Who is spoken of around it.
        last: The figure found last before this sentence.
    """

    def __init__(self, text: str, sentences: Sequence[LinkedSentence], index: int, company: Company, last: FoundFigure | None) -> None:
        self.text = text
        self.sentences = sentences
        self.index = index
        self.company = company
        self.last = last
        linked = sentences[index]
        self.links = linked.links
        self.span = linked.sentence.span
        named = party_refs(linked, text, company.main)
        self.refs = with_descriptions(text, self.span.start, self.span.end, named, company)
        self.cues = find_cues(text, linked)
        self.amounts = [link for link in self.links if isinstance(link.mention.named, Quantity)]
        self.levels = [link for link in self.amounts if self._is_level(link)]
        self.cuts = [
            self.span.start,
            *(match.end() for match in pattern.SPLIT.finditer(text, self.span.start, self.span.end)),
            self.span.end,
        ]

    def read(self) -> list[FoundFigure]:
        """Return the figures in the order of the text."""
        made: list[FoundFigure] = []
        for position, amount in enumerate(self.levels):
            found = self._read_level(amount, position, made)
            if found is not None:
                made.append(found)
        if not made and not self.levels:
            change = self._read_change_alone()
            made.extend([change] if change is not None else [])
        return made

    def bounds(self, position: int) -> tuple[int, int]:
        """Return the stretch between clause marks around a position."""
        start = max((cut for cut in self.cuts if cut <= position), default=self.span.start)
        return start, min((cut for cut in self.cuts if cut > position), default=self.span.end)

    def _is_level(self, link: Link) -> bool:
        named = link.mention.named
        if not isinstance(named, Quantity) or named.unit in {"%", "pp"} or (is_money(named.unit) and named.value < _LEAST_MONEY):
            return False
        at = link.mention.span.start
        if pattern.DIGIT_DASH.search(link.mention.span.cut(self.text)) and not is_money(named.unit) and named.unit != "persons":
            return False  # "a 4,400-tonne ship"
        if is_money(named.unit) and self.text[max(self.span.start, at - 10) : at].rstrip(" about≈~$").endswith("("):
            return False  # the same sum again in another currency
        return not is_base(self.text, link, self.span.start) and not is_stock_or_price(
            self.text, link, self.span.end, money=is_money(named.unit)
        )

    def _read_level(self, amount: Link, position: int, made: Sequence[FoundFigure]) -> FoundFigure | None:
        quantity = amount.mention.named
        if not isinstance(quantity, Quantity):
            return None
        at = amount.mention.span.start
        cue = (
            None
            if made and pattern.THOSE_OF.search(self.text, made[-1].amount.mention.span.end, at)
            else self._choose_cue(amount, quantity.unit, position)
        )
        if cue is None:
            return self._lean(amount, quantity, made)
        unit = quantity.unit if quantity.unit is not None else self._lent_unit(cue, amount, made)
        if unit is None:
            return None
        parties = self._turned(made[-1], cue, amount) if made else ()
        parties = parties or self._of_them(cue, amount, made)
        parties = parties or find_parties(self._verb_of(cue, amount), self._clause(cue, amount), self.company, self.index)
        parties = parties or self._continued(cue, amount, made)
        return self._make(cue, amount, quantity.value, unit, parties) if parties else None

    def _choose_cue(self, amount: Link, unit: str | None, position: int) -> Cue | None:
        """Return the evoking words of an amount: the nearest strong ones before it, strong ones right behind, weak ones right before it."""
        at = amount.mention.span
        taken = self.levels[position - 1].mention.span.end if position else self.span.start
        before = [
            cue
            for cue in self.cues
            if cue.start < at.end and at.start - cue.end < _REACH_CHARS and counts(cue, unit) and self._reaches(cue, at)
        ]
        after = [
            cue for cue in self.cues if at.end <= cue.start < at.end + _AFTER_CHARS and counts(cue, unit) and self._is_free(at.end, cue)
        ]
        strong = [cue for cue in before if cue.voice != "weak"]
        own = [cue for cue in strong if cue.start >= taken]
        worth = next((cue for cue in after if cue.voice == "noun" and pattern.WORTH_OF.fullmatch(self.text, at.end, cue.start)), None)
        head = next(
            (cue for cue in after if cue.voice == "noun" and cue.start - at.end <= _HEAD_CHARS and cue.indicator.name not in _FLOW_NOUNS),
            None,
        )
        if unit in {"persons", "companies"}:  # what is counted names the figure: "1,500 soldiers", "4 million Afghan refugees"
            inside = next((cue for cue in before if cue.end > at.start), None)
            return inside or head or (own[-1] if own else after[0] if after else None)
        weak = [cue for cue in before if cue.voice == "weak" and cue.start >= taken]
        trailing = [cue for cue in after if cue.voice == "weak" and pattern.TRAILING.fullmatch(self.text, at.end, cue.start)]
        if after and own and pattern.AND.search(self.text, own[-1].end, at.start):
            own = []  # "a was the share of exports to B, and c was the share of exports to A"
        if weak and own and ": " in self.text[own[-1].end : weak[-1].start]:
            own = []  # "signed a letter on disaster relief: the EU pledged …"
        behind = [cue for cue in after if cue.voice != "weak" and not (weak and pattern.NEW_VERB.search(self.text, at.end, cue.start))]
        choices = (
            [worth] if worth else [],
            own[-1:],
            [head] if head else [],
            behind[:1],
            weak[-1:],
            trailing[:1],
            strong[-1:],
        )
        return next((choice[0] for choice in choices if choice), None)

    def _turned(self, earlier: FoundFigure, cue: Cue, amount: Link) -> tuple[str, ...]:
        """Return the parties of "its imports from the country" behind "its exports to B": the same the other way round."""
        names = {earlier.cue.indicator.name, cue.indicator.name}
        start, end = earlier.amount.mention.span.end, amount.mention.span.start
        named = any(start <= ref.start < end and ref.kind not in {"pronoun", "group"} for ref in self.refs)
        parties = earlier.figure.parties
        return (
            (parties[1], parties[0]) if names == {"exports", "imports"} and len(parties) == 2 and not named and cue.start >= start else ()
        )

    def _of_them(self, cue: Cue, amount: Link, made: Sequence[FoundFigure]) -> tuple[str, ...]:
        """Return the parties of "137,000 of them to Chad": people of the figure before, where they went."""
        match = pattern.OF_THEM.match(self.text, amount.mention.span.end, self.span.end)
        if match is None or not made or made[-1].figure.indicator != cue.indicator.name:
            return ()
        host = next(
            (ref for ref in self.refs if 0 <= ref.start - match.end() < _NEAR_HOST_CHARS and ref.preposition in {"to", "in", "into"}), None
        )
        return (made[-1].figure.parties[0], *host.codes[:1]) if host is not None else ()

    def _continued(self, cue: Cue, amount: Link, made: Sequence[FoundFigure]) -> tuple[str, ...]:
        """Return the parties that a figure takes from the one told in this sentence or one of the two before."""
        last = made[-1] if made else self.last
        floor = self.sentences[max(0, self.index - _CONTINUES_SENTENCES)].sentence.span.start
        if last is None or last.amount.mention.span.start < floor:
            return ()
        if cue.voice == "weak":
            return self._same_taker(cue, amount, last)
        back = goes_other_way(self.text, self.span.start, self.span.end)
        name = "energy volume" if is_energy(self._unit_at(amount.mention.span)) else cue.indicator.name
        return continue_parties(name, last.figure.indicator, last.figure.parties, self._clause(cue, amount).acting(), back=back)

    def _same_taker(self, cue: Cue, amount: Link, last: FoundFigure) -> tuple[str, ...]:
        """Return giver and receiver of one more gift in a list of gifts: the receiver stays."""
        givers = [ref for ref in self._clause(cue, amount).acting() if ref.preposition is None and len(ref.codes) == 1]
        if cue.indicator.name != "aid" or last.figure.indicator != "aid" or len(last.figure.parties) != 2 or not givers:
            return ()
        giver, taker = givers[0].codes[0], last.figure.parties[1]
        return (giver, taker) if giver != taker else ()

    def _verb_of(self, cue: Cue, amount: Link) -> Cue:
        """Return the verb that governs an amount in place of the noun behind it: "provided $52 million in assistance", "gave a loan of"."""
        at = amount.mention.span.start
        if cue.voice != "noun" or cue.indicator.name not in {"aid", "loan"}:
            return cue
        verb = next((other for other in reversed(self.cues) if other.end <= min(at, cue.start) and other.voice in {"weak", "gives"}), None)
        owned = any(ref.kind in {"adjective", "name"} and 0 <= cue.start - ref.end <= 1 for ref in self.refs)
        if owned or verb is None or verb.indicator.name != "aid" or min(at, cue.start) - verb.end > _WEAK_REACH_CHARS:
            return cue
        return Cue(start=verb.start, end=verb.end, indicator=cue.indicator, voice="gives")

    def _reaches(self, cue: Cue, at: Span) -> bool:
        """Say whether words before an amount can speak of it."""
        between = self.text[cue.end : at.start]
        if cue.voice == "weak":
            between = between[particle.end() :] if (particle := pattern.PARTICLE.match(between)) is not None else between
            goods = (
                not is_money(self._unit_at(at)) and pattern.AND_GOODS.fullmatch(between) is not None
            )  # "flew in tents and 60 tonnes of maize"
            return goods or (len(between) <= _WEAK_REACH_CHARS and not pattern.ELSEWHERE.search(between))
        if cue.voice == "noun" or cue.indicator.roles == "debtor":
            return ";" not in between
        return not pattern.ASIDE.search(between)

    def _unit_at(self, at: Span) -> str | None:
        named = next((link.mention.named for link in self.amounts if link.mention.span == at), None)
        return named.unit if isinstance(named, Quantity) else None

    def _is_free(self, start: int, cue: Cue) -> bool:
        """Say whether no other amount stands between an amount and words behind it."""
        return not any(start < link.mention.span.start < cue.start for link in self.levels) and ";" not in self.text[start : cue.start]

    def _lent_unit(self, cue: Cue, amount: Link, made: Sequence[FoundFigure]) -> str | None:
        """Return the unit of a bare number: people's ("prisoners, 110 in all"), or the previous figure's ("and 32 million")."""
        if "persons" in cue.indicator.counts:
            at = amount.mention.span
            apposed = pattern.APPOSED.fullmatch(self.text, cue.end, at.start) or pattern.OF_THEM.match(self.text, at.end)
            numbered = pattern.NUMBER_OF.search(self.text[self.span.start : at.start])
            told = cue.voice == "noun" and pattern.NUMBERED.search(self.text[cue.end : at.start])
            return "persons" if apposed or numbered or told else None
        if not pattern.BARE.match(self.text, amount.mention.span.end):
            return None
        earlier = [
            link
            for link in self.amounts
            if link.mention.span.end <= amount.mention.span.start and is_money(self._unit_at(link.mention.span))
        ]
        unit = made[-1].figure.unit if made else self._unit_at(earlier[-1].mention.span) if earlier else None
        if unit is None and self.index and isinstance(named := amount.mention.named, Quantity) and named.value >= _LEAST_BARE:
            unit = self._unit_before(self.sentences[self.index - 1])
        return unit if is_money(unit) and "money" in cue.indicator.counts else None

    def _clause(self, cue: Cue, amount: Link) -> Clause:
        """Return the stretch in which a cue finds its parties: between the amounts and cues of other figures, cut at clause marks."""
        low, high = sorted((cue.start, amount.mention.span.start))
        start, end = self.bounds(low)[0], self.bounds(high)[1]
        earlier = [link.mention.span.end for link in self.levels if link is not amount and link.mention.span.end <= low]
        if earlier and any(other is not cue and other.start < earlier[-1] for other in self.cues):
            start = max(start, earlier[-1])
        end = min([end, *(other.start for other in self.cues if other.start > high and other is not cue and self._has_own_level(other))])
        behind = [link.mention.span for link in self.levels if link.mention.span.start > high and link is not amount]
        end = min([end, *(span.start for span in behind if pattern.OF_THEM.match(self.text, span.end))])
        if not any(start <= ref.start < end for ref in self.refs):
            start = self.span.start
        return self._stretch(amount, start, end)

    def _stretch(self, amount: Link, start: int, end: int) -> Clause:
        at, named = amount.mention.span, amount.mention.named
        unit = named.unit if isinstance(named, Quantity) else None
        return Clause(text=self.text, start=start, end=end, amount=at.start, behind=at.end, unit=unit, refs=self.refs)

    def _has_own_level(self, cue: Cue) -> bool:
        return cue.voice != "weak" and any(0 <= link.mention.span.start - cue.end < _REACH_CHARS for link in self.levels)

    def _make(self, cue: Cue, amount: Link, value: float | None, unit: str | None, parties: tuple[str, ...]) -> FoundFigure:
        name = "energy volume" if is_energy(unit) and cue.indicator.name in {"exports", "imports"} else cue.indicator.name
        change, against = self._change(cue, amount)
        at = amount.mention.span
        times = [link for link in self.links if isinstance(link.mention.named, TimeExpression)]
        time = find_period(self.text, times, amount, name, self.bounds(at.start))
        period = time.when if time is not None else None
        figure = Figure(
            indicator=name,
            value=value,
            unit=own_currency(unit, parties),
            period=period.edtf if period is not None else None,
            parties=parties,
            change=change,
            change_against=against,
        )
        return FoundFigure(cue=cue, figure=figure, amount=amount, period=period)

    def _change(self, cue: Cue, amount: Link) -> tuple[float | None, str | None]:
        """Return the change told with a level, and what it is measured against: the nearest percentage that no other figure claims."""
        at = amount.mention.span
        told = [
            (link.mention.span, change) for link in self.amounts if (change := signed_change(self.text, link, self.span.start)) is not None
        ]
        own = [(span, change) for span, change in told if self._goes_with(cue, at, span)]
        if own:
            span, change = min(own, key=lambda item: abs(item[0].start - at.start))
            return change, measured_against(self.text, behind_change(self.text, span.end, self.span.end), self.span.end)
        return find_multiple(self.text, max(self.span.start, at.start - 60), at.start), None

    def _goes_with(self, cue: Cue, at: Span, percentage: Span) -> bool:
        low, high = sorted((at.start, percentage.start))
        if cue.start <= at.start and percentage.end < cue.start:
            return False
        parted = any(low < link.mention.span.start < high for link in self.levels if link.mention.span.start not in {low, high})
        return not parted and not any(
            low < other.start < high and other is not cue and other.voice == "noun" and counts(other, "USD") for other in self.cues
        )

    def _lean(self, amount: Link, quantity: Quantity, made: Sequence[FoundFigure]) -> FoundFigure | None:
        """Read an amount without evoking words of its own: "it fell to 118 million dollars", "those of Niger came to 32 million"."""
        at = amount.mention.span
        if made:
            return self._read_those_of(made[-1], amount, quantity)
        if self.index == 0:
            return None
        last, before = self.last, self.sentences[self.index - 1]
        if (
            last is not None
            and before.sentence.span.covers(last.amount.mention.span)
            and last.figure.unit == "persons"
            and quantity.unit is None
        ):
            return (
                self._make(last.cue, amount, quantity.value, "persons", last.figure.parties)
                if pattern.REMAIN.match(self.text, at.end)
                else None
            )
        if goes_other_way(self.text, self.span.start, self.span.end):
            return self._turn_back(amount, quantity)
        if pattern.IT.search(self.text, self.span.start, at.end):
            unit = quantity.unit if quantity.unit is not None else self._unit_before(before)
            return self._take_up(amount, quantity.value, unit, before) if unit is not None else None
        return None

    def _unit_before(self, before: LinkedSentence) -> str | None:
        """Return the unit that a bare "1.4 million" goes on with: that of the last amount of the sentence before."""
        units = [
            named.unit for link in before.links if isinstance(named := link.mention.named, Quantity) and named.unit not in {"%", "pp", None}
        ]
        return units[-1] if units and units[-1] != "persons" else None

    def _turn_back(self, amount: Link, quantity: Quantity) -> FoundFigure | None:
        """Read "potatoes going the other way earned 18 million": exports in the direction opposite to those told just before."""
        last = self.last
        if last is None or last.figure.indicator not in {"exports", "imports"} or len(last.figure.parties) != 2:
            return None
        if last.amount.mention.span.start < self.sentences[self.index - 1].sentence.span.start:
            return None
        unit = quantity.unit if quantity.unit is not None else last.figure.unit
        found = self._make(last.cue, amount, quantity.value, unit, last.figure.parties[::-1])
        return found if found.period is not None else dated_like(found, last)

    def _read_those_of(self, earlier: FoundFigure, amount: Link, quantity: Quantity) -> FoundFigure | None:
        at, start = amount.mention.span, earlier.amount.mention.span.end
        those = pattern.THOSE_OF.search(self.text, start, at.start)
        if those is None or not is_money(earlier.figure.unit):
            return None
        cue = Cue(start=those.start(), end=those.start() + len("those"), indicator=earlier.cue.indicator, voice="noun")
        parties = find_parties(cue, self._stretch(amount, cue.start, self.span.end), self.company, self.index)
        found = self._make(cue, amount, quantity.value, quantity.unit or earlier.figure.unit, parties) if parties else None
        return found if found is None or found.period is not None else dated_like(found, earlier)

    def _take_up(self, amount: Link, value: float, unit: str, before: LinkedSentence) -> FoundFigure | None:
        """Read "Last year it fell to 118 million dollars" by the words of the sentence before."""
        span = before.sentence.span
        last = self.last
        if last is not None and span.covers(last.amount.mention.span) and counts(last.cue, unit):
            return self._make(last.cue, amount, value, unit, last.figure.parties)
        cue = next((cue for cue in reversed(find_cues(self.text, before)) if cue.voice != "weak" and counts(cue, unit)), None)
        if cue is None:
            return None
        refs = party_refs(before, self.text, self.company.main)
        clause = Clause(text=self.text, start=span.start, end=span.end, amount=span.end, behind=span.end, unit=unit, refs=refs)
        parties = find_parties(cue, clause, self.company, self.index - 1)
        return self._make(cue, amount, value, unit, parties) if parties else None

    def _read_change_alone(self) -> FoundFigure | None:
        """Read "trade between them grew by 12 percent", a figure without a level."""
        cue = next((cue for cue in self.cues if cue.indicator.name in _FLOW_NOUNS and cue.voice == "noun"), None)
        if cue is None:
            return None
        for link in self.amounts:
            if 0 <= link.mention.span.start - cue.end < _REACH_CHARS and signed_change(self.text, link, cue.end) is not None:
                parties = find_parties(cue, self._clause(cue, link), self.company, self.index)
                return self._make(cue, link, None, None, parties) if parties else None
        return self._read_multiple(cue)

    def _read_multiple(self, cue: Cue) -> FoundFigure | None:
        """Read "trade between them tripled", "increased 1.8 times": a change told without an amount."""
        end = min(self.bounds(cue.start)[1], cue.end + _MULTIPLE_WITHIN)
        change = find_multiple(self.text, cue.end, end)
        if change is None:
            return None
        link = Link(mention=Mention(span=Span(cue.start, cue.end), named=Quantity(value=change * 100, unit="%")))
        parties = find_parties(cue, self._clause(cue, link), self.company, self.index)
        found = self._make(cue, link, None, None, parties) if parties else None
        return replace(found, figure=replace(found.figure, change=change)) if found is not None else None
