"""Which state an official acts for when the words around his name do not say: the state that the evidence speaks for, or none.

No single clue decides. Each clue for or against a state has a weight (`country_evidence.toml`); a state is taken only when it is
clearly ahead of the next, because a wrong state makes a false party while a missing one makes only a gap.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman import kb
from dragoman.links.country_evidence import country_evidence
from dragoman.links.home import find_dateline_state, find_outlet_state
from dragoman.links.registry import PersonDraft, Registry
from dragoman.links.surroundings import Named, Surroundings
from dragoman.values.document import Document
from dragoman.values.mention import OfficeName, PersonName, Sentence
from dragoman.values.span import Span

__all__ = ["guess_countries"]

_LEADS = re.compile(
    r"\s*(?:,?\s*who\s+)?(?:led|leads|headed|heads|chaired|represented|signed for|heading|leading)?\s*(?:for\s+)?(?:the\s+)?", re.IGNORECASE
)
_SIDE_LED_BY = re.compile(
    r"(?:['’]s)?\s*(?:(?:side|delegation|team|part|party)?\s*,?\s*(?:(?:was|were|is|being|will be)\s+)?(?:co-?chaired|chaired|led|headed|represented) (?:by|under)"
    r"|(?:side|delegation|team|part|party)\s+(?:by|under)|(?:side|part)\s*,)\s+(?:the\s+|its\s+)?",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\s*,?\s*(?:has\s+)?(?:said|says|told|announced|added|noted|wrote|warned|stated|confirmed|reported|explained|declared|stressed)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s*(?:,|and|, and|as well as|, as well as|along with|together with|accompanied by)\s+(?:the\s+|his\s+)?", re.IGNORECASE
)
_LIST_GOES_ON = re.compile(r",? and\s|,\s(?=[A-Z])")
_TWO_SIDED = re.compile(r"\b(?:between|signed|signing|co-?chair\w*|led by|headed by|spoke|talks of|meeting of)\b", re.IGNORECASE)
_MEET_EACH_OTHER = re.compile(
    r"\s*,?\s*(?:have\s+|had\s+|also\s+|will\s+)?(?:met|meet|signed|sign|held|hold|discussed|agreed|co-?chaired|spoke|exchanged|put their names)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:met(?: with)?|meets(?: with)?|meeting with|(?:received|welcomed|hosted|greeted) by|receives|welcomed|(?:talks|conversation|call|discussions|hours|phone|"
    r"negotiations|telephone|consultations) with|(?:credentials|credence|letters?|copy|message|invitation|note) to|telephon(?:ed|ing)|phoned|called on|counterpart,?|opposite number,?|colleague,?|host,?|guest,?)\s*(?:the\s+|his\s+)?$",
    re.IGNORECASE,
)
_VISIT_OF = re.compile(r"\b(?:visit|visits|trip|arrival) (?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_PLURAL = re.compile(
    r"(?:the\s+|their\s+|both\s+)?(?:two\s+)?[\w\s]{0,60}?(?:ministers|presidents|leaders|kings|chancellors|secretaries|speakers|chiefs|heads of \w+)\b",
    re.IGNORECASE,
)
_TRAVELS = re.compile(
    r"\b(?:arriv\w+|due in|travel\w*|flew|flies|fly|trip|visit\w*|went|goes|head(?:s|ed) (?:to|for)|pa(?:ys|id) a|lands?|landed|came|comes)\b",
    re.IGNORECASE,
)
_RECEIVES_SOMEONE = re.compile(r",?\s*(?:received|receives|hosted|hosts|welcomed|summoned|met with|meets with|held talks)\b[^.;:\n]{0,60}$")
_RECEIVES = re.compile(
    r"\s*,?\s*(?:received|receives|met|meets|met with|hosted|hosts|welcomed|and|and the|held talks with|spoke (?:by phone )?with)\s*(?:his|her|the)?\s*"
)
_DOES_TO = re.compile(r"\s+(?:also\s+|later\s+)?[a-z]+\s+(?:with\s+|to\s+|by\s+)?")
_PAIR_SENTENCES = 3
_TRAVEL_CHARS = 90
_OBJECT_CHARS = 28
_OPENING_CHARS = 2
_TOUCHING_CHARS = 24
_WORLD_OFFICES = frozenset(
    {"secretary general", "deputy secretary general", "director general", "executive director", "general secretary", "high representative"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """One official in his sentence: what is named before him, behind him and in the sentence before."""

    text: str
    begin: int
    span: Span
    end: int
    draft: PersonDraft
    related: bool
    before: Sequence[Named]
    behind: Sequence[Named]
    earlier: Sequence[Named]
    paragraph: Sequence[Named]


def guess_countries(
    document: Document,
    sentences: Sequence[Sentence],
    registry: Registry,
    keys: Mapping[tuple[int, int], PersonDraft],
    main: tuple[str, ...],
) -> None:
    """Give each official without a country the one that the evidence around his name and title speaks for, in the order of the text.

    1. "the Spanish side was led by X", "X led the Spanish": the state named right beside. "its foreign minister": what the sentence, or the one before, began with.
    2. Heads of organisations: the organisation named nearest before, else the one the document names most.
    3. Otherwise the state with the most evidence, when it is clearly ahead of the next; else none.

    Args:
        main: The two parties a document is about, or none.
    """
    _recall_leaders(document, registry)
    surroundings = Surroundings(sentences, keys)
    paragraph: list[Named] = []
    document_evidence = _document_evidence(document, sentences, main)
    told = _told_offices(sentences)
    for position, sentence in enumerate(sentences):
        here = surroundings.open(position)
        paragraph = [*(paragraph if position and sentences[position - 1].paragraph == sentence.paragraph else []), *here]
        _pair_up(document, sentences, position, keys, surroundings, main)
        for index, mention in enumerate(sentence.mentions):
            draft = keys.get((position, index))
            span, named = mention.span, mention.named
            if draft is None or draft.acts_for or not isinstance(named, PersonName) or not (named.offices or named.relation):
                continue
            view = _View(
                text=document.text,
                begin=sentence.span.start,
                span=span,
                end=sentence.span.end,
                draft=draft,
                related=named.relation == "counterpart",
                before=[item for item in here if item.end <= span.start],
                behind=[item for item in here if item.start >= span.end],
                earlier=surroundings.named[position - 1] if position else [],
                paragraph=paragraph,
            )
            draft.guess = _by_words(view) or (
                _organisation(view, sentences) if _heads_organisation(draft) else _likeliest(view, registry, told, document_evidence)
            )
            if draft.guess is not None:
                surroundings.enter(position, mention, draft.guess)


def _recall_leaders(document: Document, registry: Registry) -> None:
    """Give each person without a country the one that holders of the highest offices by that name act for."""
    published = (document.published or "")[:4]
    year = int(published) if published.isdecimal() else None
    for draft in registry:
        if draft.name and not draft.acts_for:
            offices: tuple[str | None, ...] = (*draft.offices,) or (None,)
            found = (kb.find_leader(draft.name, office, year) for office in offices)
            draft.guess = next((country for country in found if country), None)


def _pair_up(
    document: Document,
    sentences: Sequence[Sentence],
    position: int,
    keys: Mapping[tuple[int, int], PersonDraft],
    surroundings: Surroundings,
    main: tuple[str, ...],
) -> None:
    """Give "the two foreign ministers, A and B" one state each: the outlet's own minister comes first, else the order of the states before."""
    mentions = sentences[position].mentions
    for index in range(len(mentions) - 1):
        first, second = keys.get((position, index)), keys.get((position, index + 1))
        start, end = mentions[index].span.start, mentions[index].span.end
        if first is None or second is None or first.acts_for or second.acts_for or first.offices != second.offices:
            continue
        if _PLURAL.match(document.text, start, end) is None or document.text[end : mentions[index + 1].span.start].strip(" ,") != "and":
            continue
        states = _last_two_states(
            [*(item for item in surroundings.named[position] if item.end <= start)], surroundings.named[:position][::-1], main
        )
        if len(states) != 2:
            continue
        outlet = find_outlet_state(document)
        first.guess, second.guess = states if outlet != states[1] else states[::-1]
        for mention, draft in ((mentions[index], first), (mentions[index + 1], second)):
            surroundings.enter(position, mention, draft.guess or states[0])


def _last_two_states(before: list[Named], earlier: Sequence[list[Named]], main: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states of the nearest words that name two, people before mere names; else the document's two."""
    for named in (before, *earlier[:_PAIR_SENTENCES]):
        for chosen in ([item for item in named if item.holder], named):
            codes = tuple(dict.fromkeys(item.code for item in chosen if kb.is_state(item.code)))
            if len(codes) == 2 and (not main or set(codes) == set(main)):
                return codes
    return main


def _by_words(view: _View) -> str | None:
    if view.text[view.span.start : view.span.start + 4].lower() == "its ":
        subject = next(iter((*view.before, *view.earlier)), None)
        if subject is not None:
            return subject.code
    if view.before and _SIDE_LED_BY.fullmatch(view.text, view.before[-1].end, view.span.start):
        return view.before[-1].code
    if view.behind and _LEADS.fullmatch(view.text, view.span.end, view.behind[0].start):
        return view.behind[0].code
    return None


def _heads_organisation(draft: PersonDraft) -> bool:
    return any(office in _WORLD_OFFICES for office in draft.offices)


def _organisation(view: _View, sentences: Sequence[Sentence]) -> str | None:
    near = (*reversed(view.before), *reversed(view.earlier), *view.behind)
    found = next((item.code for item in near if item.organisation), None)
    if found is not None:
        return found
    named = Counter(
        code
        for sentence in sentences
        for mention in sentence.mentions
        if (code := getattr(mention.named, "code", None)) and not kb.is_state(code)
    )
    return min(named, key=lambda code: (-named[code], code)) if named else None


def _document_evidence(document: Document, sentences: Sequence[Sentence], main: tuple[str, ...]) -> dict[str, dict[str, float]]:
    """Return what the whole document says for each state that it names."""
    found: dict[str, dict[str, float]] = {}
    counts: Counter[str] = Counter()
    for sentence in sentences:
        for mention in sentence.mentions:
            codes = getattr(mention.named, "countries", ()) or (
                (code,) if (code := getattr(mention.named, "code", None) or getattr(mention.named, "country", None)) else ()
            )
            counts.update(code for code in codes if kb.is_state(code))
            if sentence.paragraph < 0:
                for code in codes:
                    found.setdefault(code, {})["headline"] = 1.0
    for kind, code in (
        ("outlet", find_outlet_state(document)),
        ("dateline", find_dateline_state(document)),
        *(("main", code) for code in main),
    ):
        if code is not None:
            found.setdefault(code, {})[kind] = 1.0
    for code, count in counts.items():
        found.setdefault(code, {})["share"] = count / counts.total()
    return {code: kinds for code, kinds in found.items() if kb.is_state(code)}


def _likeliest(
    view: _View, registry: Registry, told: Mapping[str, tuple[str, ...]], document_evidence: Mapping[str, Mapping[str, float]]
) -> str | None:
    evidence = collect(view, registry, told, document_evidence)
    table = country_evidence()
    sums = {code: sum(table.weights[kind] * value for kind, value in kinds.items()) for code, kinds in evidence.items()}
    best, *others = sorted(sums, key=lambda code: (-sums[code], code)) or [None]
    return best if best is None or not others or sums[best] - sums[others[0]] >= table.margin else None


def collect(
    view: _View, registry: Registry, told: Mapping[str, tuple[str, ...]], document_evidence: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """Return the evidence for each state: what the document says, and what the sentence and the offices say of this official."""
    evidence = {code: dict(kinds) for code, kinds in document_evidence.items()}
    for kind, code in (*_places_in_sentence(view), *_sides(view), *_offices(view, registry, told)):
        if kb.is_state(code):
            evidence.setdefault(code, {})[kind] = 1.0
    counts = Counter(item.code for item in view.paragraph if item.end <= view.span.start and kb.is_state(item.code))
    for code, count in counts.items():
        evidence.setdefault(code, {})["paragraph"] = count / counts.total()
    if view.span.start - view.begin <= _OPENING_CHARS:
        for kinds in evidence.values():
            if "outlet" in kinds:
                kinds["outlet_opens"] = 1.0
    return evidence


def _places_in_sentence(view: _View) -> Iterator[tuple[str, str]]:
    """Yield what the order of names in the sentence, and the sentence before, suggests."""
    text, span = view.text, view.span
    states = [item for item in view.before if not item.organisation]
    if states:
        last = states[-1]
        gap = text[last.end : span.start]
        if not last.holder:
            yield "nearest", last.code
            if len(gap) <= _TOUCHING_CHARS and not any(char in ',.;:—–"”“()' for char in gap):
                yield "touching", last.code
        if _SAYS.match(text, span.end) and text[span.start - 2 : span.start] in {", ", "” ", '" '}:
            yield "first", states[0].code
    yield from (("before", item.code) for item in states)
    behind = [item for item in view.behind if not item.organisation]
    yield from (("behind", item.code) for item in behind)
    if behind and _SAYS.match(text, span.end):
        yield "says", behind[0].code
    earlier = [item for item in view.earlier if not item.organisation]
    yield from (("earlier", item.code) for item in earlier)


def _sides(view: _View) -> Iterator[tuple[str, str]]:
    """Yield what his place beside and across from other people suggests."""
    text, span = view.text, view.span
    holders = [item for item in view.before if item.holder]
    across = view.related or _OBJECT.search(text, max(view.begin, span.start - _OBJECT_CHARS), span.start) is not None
    if across:
        met = holders or ([item for item in view.earlier if item.holder][:1] if view.related else [])
        yield from (("across", item.code) for item in met)
        if holders:
            visited = next((item for item in view.before if not item.holder and item.start > holders[0].end), None)
            if visited is not None and _TRAVELS.search(text, holders[0].end, visited.start):
                yield "visited", visited.code
    elif holders and _is_listed(view, holders[-1].end):
        two_sided = _TWO_SIDED.search(text, view.begin, holders[0].start) or (len(holders) == 1 and _MEET_EACH_OTHER.match(text, span.end))
        yield ("paired" if two_sided else "listed"), holders[-1].code
    following = next((item for item in view.behind if item.holder), None)
    if following is not None and _faces(view, following):
        yield "counterpart", following.code
    visits = _VISIT_OF.search(text, max(view.begin, span.start - _OBJECT_CHARS), span.start)
    travel = visits or (None if _SAYS.match(text, span.end) else _TRAVELS.search(text, span.end, min(view.end, span.end + _TRAVEL_CHARS)))
    destination = next((item for item in view.behind if not item.holder), None)
    if travel is not None and destination is not None:
        yield "destination", destination.code


def _faces(view: _View, following: Named) -> bool:
    """Say whether he receives, meets or is named with the person who follows: "B received his French counterpart", "B handed him a note"."""
    text, start, end = view.text, view.span.end, following.start
    if following.pronoun:
        return _DOES_TO.fullmatch(text, start, end) is not None
    return _RECEIVES.fullmatch(text, start, end) is not None or _RECEIVES_SOMEONE.match(text[:end], start) is not None


def _is_listed(view: _View, end: int) -> bool:
    """Say whether he goes on a list of people: behind "and", or behind a comma when the list goes on."""
    gap = view.text[end : view.span.start]
    if _LISTED.fullmatch(gap) is None:
        return False
    return gap.strip() != "," or _LIST_GOES_ON.match(view.text, view.span.end) is not None


def _told_offices(sentences: Sequence[Sentence]) -> dict[str, tuple[str, ...]]:
    """Return the states of which the document names an office without its holder's name, by office."""
    told: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            named = mention.named
            if isinstance(named, OfficeName) and named.country and named.office and not (named.plural or named.institution or named.former):
                told[named.office] = (*told.get(named.office, ()), named.country)
    return told


def _offices(view: _View, registry: Registry, told: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Yield what the offices suggest: those that one state alone has, those named without a name, and those that another person holds."""
    states = country_evidence().state_of_office
    yield from (("office", states[office]) for office in view.draft.offices if office in states)
    yield from (("told", code) for office in view.draft.offices for code in told.get(office, ()))
    for other in registry:
        if (
            other is not view.draft
            and other.acts_for
            and not other.former
            and not view.draft.former
            and set(other.offices) & set(view.draft.offices)
        ):
            yield "held", other.acts_for
