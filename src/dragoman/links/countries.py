"""Which state an official acts for when the words around his name do not say: the state that the evidence speaks for, or none.

No single clue decides. Each clue for or against a state has a weight (`country_evidence.toml`); a state is taken only when it is clearly
ahead of the next, because a wrong state makes a false party while a missing one makes only a gap.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dragoman import kb
from dragoman.links.clues import OfficialInSentence, acts_for_unknown, read_clues, state_said_outright
from dragoman.links.country_evidence import country_evidence
from dragoman.links.couples import pair_up
from dragoman.links.home import find_dateline_state, find_outlet_state
from dragoman.links.office_meanings import office_meanings
from dragoman.links.registry import PersonDraft, Registry
from dragoman.links.surroundings import Named, Surroundings
from dragoman.values.document import Document
from dragoman.values.mention import Mention, OfficeName, OrganisationName, PersonName, PlaceName, Sentence, StateName

__all__ = ["guess_countries"]

_OPENING_CHARS = 2
_FEW_NAMES = 3  # in a text of a few names the share of one says little
_PARAGRAPH_NAMES = 30  # many outlets run a whole report as one paragraph


def guess_countries(
    document: Document,
    sentences: Sequence[Sentence],
    registry: Registry,
    keys: Mapping[tuple[int, int], PersonDraft],
    main: tuple[str, ...],
) -> None:
    """Give each official without a country the one that the evidence around his name and title speaks for, in the order of the text.

    1. "The two foreign ministers, A and B": one state each.
    2. "The Spanish side was led by X", "its foreign minister X": the state that stands beside.
    3. Heads of organisations: the organisation named nearest before, else the one the document names most.
    4. Otherwise the state with the most evidence, when it is clearly ahead of the next; else none.

    Args:
        main: The two parties a document is about, or none.
    """
    surroundings = Surroundings(sentences, keys)
    known = _DocumentEvidence(document, sentences, registry, main)
    outlet = find_outlet_state(document)
    paragraph: list[Named] = []
    for position, sentence in enumerate(sentences):
        here = surroundings.open(position)
        same = position > 0 and sentences[position - 1].paragraph == sentence.paragraph
        paragraph = [*(paragraph[-_PARAGRAPH_NAMES:] if same else []), *here]
        people = [keys.get((position, index)) for index in range(len(sentence.mentions))]
        begins = {mention.span.start for mention in sentence.mentions if not isinstance(mention.named, PlaceName)}
        pair_up(document.text, sentence, people, surroundings, main, outlet)
        for mention, draft in zip(sentence.mentions, people, strict=True):
            named = mention.named
            if draft is None or draft.acts_for or not isinstance(named, PersonName):
                continue
            if not _acts_for_a_state(named):
                draft.guess = None if draft.offices or draft.former else known.famous(draft)
                continue
            view = OfficialInSentence(
                text=document.text,
                begin=sentence.span.start,
                span=mention.span,
                end=sentence.span.end,
                related=named.relation is not None,
                before=[item for item in here if item.end <= mention.span.start],
                behind=[item for item in here if item.start >= mention.span.end],
                earlier=surroundings.named[position - 1] if position else [],
                paragraph=paragraph,
            )
            unknown = acts_for_unknown(document.text, mention.span, begins)
            draft.guess = state_said_outright(view) or (None if unknown else known.choose(view, draft))
            if draft.guess is not None:
                surroundings.enter(position, mention, draft.guess)


def _acts_for_a_state(named: PersonName) -> bool:
    """Say whether a phrase gives an office of a state: leaders of parties act for none."""
    return named.relation is not None or any("party" not in office for office in named.offices)


class _DocumentEvidence:
    """What the whole document says of the states it names and of the offices it tells, read once."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], registry: Registry, main: tuple[str, ...]) -> None:
        self._table = country_evidence()
        self._year = int(document.published[:4]) if document.published else None
        self._states: dict[str, dict[str, float]] = {}
        self._told: dict[str, list[str]] = {}
        self._holders: dict[str, list[PersonDraft]] = {}
        self._organisations: Counter[str] = Counter()
        self._count_names(sentences)
        for kind, code in (("outlet", find_outlet_state(document)), ("dateline", find_dateline_state(document))):
            self._add(kind, (code,) if code else ())
        self._add("main", main)
        for draft in registry:
            for office in draft.offices:
                self._holders.setdefault(office, []).append(draft)

    def famous(self, draft: PersonDraft) -> str | None:
        """Return the party for which someone known by name alone acts at the time of the text."""
        return kb.find_leader(draft.name or "", None, self._year, serving=True)

    def choose(self, view: OfficialInSentence, draft: PersonDraft) -> str | None:
        """Return the party that an official acts for, None when nothing speaks clearly for one."""
        if not office_meanings().of_organisations.isdisjoint(draft.offices):
            head = next((kb.find_leader(draft.name or "", office, self._year) for office in draft.offices), None)
            if (head is None or kb.is_state(head)) and "foreign policy chief" in draft.offices:
                head = "EU"  # no other organisation has one
            return head if head is not None and not kb.is_state(head) else self._organisation(view)
        weights = self._table.weights
        sums = {code: sum(weights[kind] * value for kind, value in kinds.items()) for code, kinds in self._collect(view, draft).items()}
        ranked = sorted(sums, key=lambda code: (-sums[code], code))
        if (
            not ranked
            or sums[ranked[0]] < self._table.least
            or (len(ranked) > 1 and sums[ranked[0]] - sums[ranked[1]] < self._table.margin)
        ):
            return None
        return ranked[0]

    def _organisation(self, view: OfficialInSentence) -> str | None:
        near = (*reversed(view.before), *reversed(view.earlier), *view.behind)
        found = next((item.code for item in near if item.organisation), None)
        counts = self._organisations
        return found or min(counts, key=lambda code: (-counts[code], code), default=None)

    def _collect(self, view: OfficialInSentence, draft: PersonDraft) -> dict[str, dict[str, float]]:
        """Return the evidence for each state by kind: of the document, of the sentence, of the offices."""
        evidence = {code: dict(kinds) for code, kinds in self._states.items()}
        for kind, code in (*read_clues(view), *self._offices(draft)):
            if kb.is_state(code):
                evidence.setdefault(code, {})[kind] = 1.0
        counts = Counter(item.code for item in view.paragraph if item.end <= view.span.start and kb.is_state(item.code))
        for code, count in counts.items():
            evidence.setdefault(code, {})["paragraph"] = count / counts.total()
        for code, value in kb.name_likeness(draft.name or "", evidence).items():
            evidence[code]["name"] = value
        if view.span.start - view.begin <= _OPENING_CHARS:
            for kinds in evidence.values():
                for kind in ("outlet", "dateline"):
                    if kind in kinds:
                        kinds[f"{kind}_opens"] = 1.0
        return evidence

    def _offices(self, draft: PersonDraft) -> Iterator[tuple[str, str]]:
        """Yield what the offices suggest: whose holder is known, those of one state alone, those told without a name, those others hold."""
        offices: Sequence[str | None] = draft.offices or (None,)
        known = next((code for office in offices if (code := kb.find_leader(draft.name or "", office, self._year))), None)
        if known is not None:
            yield "leader", known
        for office in draft.offices:
            if office in self._table.state_of_office:
                yield "office", self._table.state_of_office[office]
            yield from (("told", code) for code in self._told.get(office, ()))
            for other in self._holders.get(office, ()):
                if other is not draft and other.acts_for and not other.former and not draft.former:
                    yield "held", other.acts_for

    def _count_names(self, sentences: Sequence[Sentence]) -> None:
        counts: Counter[str] = Counter()
        for sentence in sentences:
            for mention in sentence.mentions:
                named = mention.named
                codes = _codes(mention)
                counts.update(code for code in codes if kb.is_state(code))
                if sentence.paragraph < 0:
                    self._add("headline", codes)
                if isinstance(named, OrganisationName) and named.code:
                    self._organisations[named.code] += 1
                if (
                    isinstance(named, OfficeName)
                    and named.country
                    and named.office
                    and not (named.plural or named.institution or named.former)
                ):
                    self._told.setdefault(named.office, []).append(named.country)
        for code, count in counts.items():
            self._states.setdefault(code, {})["share"] = count / (counts.total() + _FEW_NAMES)

    def _add(self, kind: str, codes: tuple[str, ...]) -> None:
        for code in codes:
            if kb.is_state(code):
                self._states.setdefault(code, {})[kind] = 1.0


def _codes(mention: Mention) -> tuple[str, ...]:
    """Return the codes a mention carries, places included."""
    named = mention.named
    if isinstance(named, StateName):
        return (named.code,)
    countries: tuple[str, ...] = getattr(named, "countries", ())
    country: str | None = getattr(named, "country", None)
    return countries or ((country,) if country else ())
