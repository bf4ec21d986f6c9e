"""What the words around an official's name say of the state he acts for: clues for and against states, by kind.

The kinds are those of `country_evidence.toml`, which weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.links.surroundings import Named
from dragoman.values.span import Span

__all__ = ["OfficialInSentence", "acts_for_unknown", "read_clues", "state_said_outright"]

_SIDE = r"(?:side|delegation|team|part|party)"
_LED = r"(?:(?:was|were|is|being|will be)\s+)?(?:co-?chaired|chaired|led|headed|represented) (?:by|under)"
_SIDE_LED_BY = re.compile(
    rf"(?:['’]s)?\s*(?:{_SIDE}?\s*,?\s*{_LED}|{_SIDE}\s+(?:by|under)|(?:side|part)\s*,)\s+(?:the\s+|its\s+)?", re.IGNORECASE
)
_LEADS = re.compile(
    r"\s*(?:,?\s*who\s+)?(?:led|leads|headed|heads|chaired|represented|signed for|heading|leading)?\s*(?:for\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SPEAKS_FOR = re.compile(
    r"\s*,?\s*(?:who\s+)?(?:(?:also\s+|both\s+)?(?:spoke|speaks|signed|signs|acted|acts|answered|attended|initialled|countersigned|negotiated)"
    r"|speaking|signing|acting|attending|,|\()\s*(?:for|on behalf of|representing)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FOR_SIDE = re.compile(r"\s*,?\s*(?:for|on behalf of|representing|on|from)\s+(?:the\s+)?", re.IGNORECASE)
_SIDE_BEHIND = re.compile(rf"(?:['’]s)?\s+{_SIDE}\b", re.IGNORECASE)
_SPOKEN_FOR = re.compile(r"(?:^|[.;:,\n]\s*|\b(?:and|while|with|but)\s+|[-–—]\s*)(?:for|on behalf of)\s+(?:the\s+)?$", re.IGNORECASE)
_IT_WAS = re.compile(
    rf"(?:['’]s)?(?:\s+{_SIDE})?\s*,?\s*(?:it was\s+|was\s+|by\s+|came\s+|spoke\s+|signed\s+|attended\s+)?(?:by\s+)?(?:the\s+|its\s+)?",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:his|her)\s", re.IGNORECASE)
_OF_HIS_STATE = re.compile(r"(?:his|her)\s+(?:country|nation|government|kingdom|republic)['’]s\s", re.IGNORECASE)
_RELATED = re.compile(
    r"(?:his|her)\s+(?:[\w.'’-]+\s+){0,5}?(?:counterpart|opposite number|colleague|namesake|host|hostess|guest)\b", re.IGNORECASE
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
    r"\s*,?\s*(?:have\s+|had\s+|also\s+|will\s+)?"
    r"(?:met|meet|signed|sign|held|hold|discussed|agreed|co-?chaired|spoke|exchanged|put their names)\b",
    re.IGNORECASE,
)
_CONTACT_WITH = (
    r"(?:talks|conversation|call|discussions|hours|phone|negotiations|telephone|consultations|lunch|dinner|breakfast|luncheon|banquet|"
    r"meal|tea|coffee|audience|session|time|views|words|pleasantries|gifts|handshakes?|meetings?|encounter|tête-à-tête|hands) with"
)
_HANDED_TO = (
    r"(?:credentials|credence|letters?|copy|message|invitation|note|condolences?|greetings|gratitude|thanks|appreciation|concerns?|regards|"
    r"gift|visit|report|request|apology|congratulations) to"
)
_FELLOW = r"(?:counterpart|opposite number|colleague|host|guest),?"
_OBJECT = re.compile(
    rf"\b(?:met(?: with)?|meets(?: with)?|meeting with|(?:received|welcomed|hosted|greeted) by|receives|welcomed|telephon(?:ed|ing)|phoned|"
    rf"saw|sees|seen|seeing|to see|(?:spoke|spoken|speaking|talked|talking|sat down|dined|lunched|conferred|consulted) (?:to|with)|"
    rf"rang|handed|congratulated|invited|thanked|assured|told|informed|reminded|briefed|urged|gave|presented|approached|cabled|greeted|"
    rf"hosted|received|receive|invite|asked|saluted|summoned|embraced|visited|farewelled|consoled|pressed|lobbied|wrote to|written to|"
    rf"appealed to|turned to|replied to|apologi[sz]ed to|opposite|across from|"
    rf"called on|(?:call|calls) (?:up)?on|{_CONTACT_WITH}|{_HANDED_TO}|{_FELLOW})\s*(?:the\s+|his\s+)?$",
    re.IGNORECASE,
)
_RECEIVED_BY = re.compile(
    r"\b(?:was|were|be|been|is|are) (?:\w+ly )?(?:received|welcomed|hosted|greeted|met|seen off)\b[^.;:]{0,60}\bby\s*(?:the\s+|his\s+)?$",
    re.IGNORECASE,
)
_HEAD = r"(?:president|prime minister|king|chancellor|emir|sultan|crown prince|leader)"
_TWO_HEADS = re.compile(
    rf"(?:today,?\s+|on \w+day,?\s+)?(?:\w+\s+){{0,2}}{_HEAD}\b[^,.;]{{1,60}}\band\s+(?:the\s+)?(?:\w+\s+)?{_HEAD}\b", re.IGNORECASE
)
_VISIT_OF = re.compile(r"\b(?:visit|visits|trip|arrival) (?:of|by|from)\s+(?:the\s+)?$", re.IGNORECASE)
_TRAVELS = re.compile(
    r"\b(?:arriv\w+|due in|travel\w*|flew|flies|fly|trip|visit\w*|went|goes|head(?:s|ed) (?:to|for)|pa(?:ys|id) a|lands?|landed|came|comes)"
    r"\b",
    re.IGNORECASE,
)
_RECEIVES_SOMEONE = re.compile(
    r",?\s*(?:received|receives|hosted|hosts|welcomed|summoned|met with|meets with|held talks|called in|handed|told|informed|assured)\b"
    r"[^.;:\n]{0,60}"
)
_RECEIVES = re.compile(
    r"\s*,?\s*(?:received|receives|met|meets|met with|hosted|hosts|welcomed|and|and the|held talks with|spoke (?:by phone )?with)"
    r"\s*(?:his|her|the)?\s*"
)
_DOES_TO = re.compile(r"\s+(?:also\s+|later\s+)?[a-z]+\s+(?:with\s+|to\s+|by\s+)?")
_ACTS_ON = re.compile(
    r"\s*,?\s*(?:(?:has|had|have|also|later|again|strongly|publicly|repeatedly)\s+)*"
    r"(?:(?:demand|ask|insist|request)(?:s|ed) that|thank(?:s|ed)|ask(?:s|ed)|accuse[sd]?|blame[sd]?|urge[sd]?|condemn(?:s|ed)|"
    r"prais(?:es|ed)|critici[sz](?:es|ed)|warn(?:s|ed)|congratulate[sd]?|assure[sd]?|invite[sd]?|commend(?:s|ed)|threaten(?:s|ed)|"
    r"remind(?:s|ed)|lash(?:es|ed) out at|called? (?:up)?on|call(?:s|ed) on|appeal(?:s|ed) to|promise[sd]|offer(?:s|ed)|slam(?:s|med)|"
    r"support(?:s|ed)|rebuke[sd]|chide[sd])\s+(?:the\s+)?",
    re.IGNORECASE,
)
_OURS = re.compile(r"[\"“‘][^\"”]*\b(?:[Ww]e|[Oo]ur|[Uu]s|[Oo]urselves)\b")  # who says "we" speaks of other states by their names
_SEATED = re.compile(r"(?:^|[.;:\n]\s*|\b(?:and|while|but|meanwhile),?\s+)(?:In|in|At|From|from)\s+$")
_SEATED_GAP = re.compile(r"\s*,?\s*(?:the\s+|meanwhile,?\s+|also\s+)?")
_REPRESENTED = re.compile(
    r"\b(?:was|were|is|will be|be|been|being) (?:represented|led|headed|fronted) by\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
_OF_A_NAME = re.compile(r"\s+of\s+(?P<article>the\s+)?(?=[A-Z][a-z])")
_OPEN_PORTFOLIO = re.compile(r"(?:ministry|department|secretary|(?<!prime )minister|committee|council)(?:\s+for\s+\S+)?$", re.IGNORECASE)
_WIDER_BODY = re.compile(
    r"\b(?:of|at) the (?:(?:International|World|Global|European|Pan-\w+|Inter-\w+|Arab|Gulf|Nordic|Baltic|Eurasian|Latin American|"
    r"Caribbean|Pacific|African|Asian|Organi[sz]ation of)\s+)+(?!Affairs|Relations|Cooperation|Co-operation|Integration|Trade|and\b)[A-Z]"
)
_SEEN_IN = re.compile(r"\s*,?\s*in\s+(?:the\s+)?", re.IGNORECASE)
_OPENING_HEADS_CHARS = 24
_TRAVEL_CHARS = 90
_OBJECT_CHARS = 28
_TOUCHING_CHARS = 24
_FEW_WORDS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialInSentence:
    """One official in his sentence ``[begin, end)``: what is named before him, behind him, and in the sentence before.

    `related` is True when he is called someone's counterpart; `paragraph` holds the names of his paragraph so far.
    """

    text: str
    begin: int
    span: Span
    end: int
    related: bool
    before: Sequence[Named]
    behind: Sequence[Named]
    earlier: Sequence[Named]
    paragraph: Sequence[Named]


def acts_for_unknown(text: str, span: Span, begins: frozenset[int] | set[int]) -> bool:
    """Say whether an office belongs to something that no list holds: "the deputy premier of Zorvania", "head of the World Beet Union".

    Args:
        text: The text of the document.
        span: The words of the office, with the name or without.
        begins: Where the other mentions of the sentence begin, mere places left out.
    """
    if _WIDER_BODY.search(text, span.start, span.end) is not None:
        return True
    behind = _OF_A_NAME.match(text, span.end)
    if behind is None or behind.end() in begins or behind.start("article") in begins:
        return False
    return _OPEN_PORTFOLIO.search(text, span.start, span.end) is None


def state_said_outright(view: OfficialInSentence) -> str | None:
    """Return the state that a fixed phrase gives: "the Spanish side was led by X", "X led the Spanish", "its foreign minister X"."""
    possessed = _possessed(view)
    if possessed is not None:
        return possessed
    if view.before and view.before[-1].holder and view.text[view.before[-1].end : view.span.start] in {"'s ", "’s ", "' ", "’ "}:
        return view.before[-1].code  # "President X's new prime minister, Y"
    spoken_for = _spoken_for(view)
    if spoken_for is not None:
        return spoken_for
    if view.before and _SIDE_LED_BY.fullmatch(view.text, view.before[-1].end, view.span.start):
        return view.before[-1].code
    if view.behind and _LEADS.fullmatch(view.text, view.span.end, view.behind[0].start):
        return view.behind[0].code
    return _represented(view)


def _possessed(view: OfficialInSentence) -> str | None:
    """Return the state that "its", "his" or "his country's" before the office points at."""
    if view.text[view.span.start : view.span.start + 4].lower() == "its ":
        nearest = view.before[-1] if view.before and not view.before[-1].holder else None
        if nearest is not None and len(view.text[nearest.end : view.span.start].split()) <= _FEW_WORDS:
            return nearest.code  # "Guinea by its prime minister X"
        subject = next(iter((*view.before, *view.earlier)), None)
        if subject is not None:
            return subject.code
    if _OF_HIS_STATE.match(view.text, view.span.start):
        subject = next((item for item in (*view.before, *view.earlier) if item.holder), None)
        if subject is not None:
            return subject.code  # "his country's prime minister, X": that of the subject
    if _POSSESSED.match(view.text, view.span.start) and not _RELATED.match(view.text, view.span.start):
        holder = next((item for item in (*reversed(view.before), *view.earlier) if item.holder), None)
        if holder is not None:
            return holder.code  # "his prime minister, X"
    return None


def _represented(view: OfficialInSentence) -> str | None:
    """Return the state in "Togo, which takes the chair next year, was represented by X": the one that opens the clause."""
    if _REPRESENTED.search(view.text, view.begin, view.span.start) is None:
        return None
    clause = max((view.text.rfind(mark, view.begin, view.span.start) for mark in (";", ":")), default=-1)
    opening = [item for item in view.before if item.start > clause and not item.pronoun]
    first = opening[0] if opening else None
    if first is None or first.holder or first.start - max(clause, view.begin) > _OPENING_HEADS_CHARS:
        return None
    return first.code if view.text[first.end : first.end + 1] in {" ", ","} else None


def _spoken_for(view: OfficialInSentence) -> str | None:
    """Return the state in "X spoke for Estonia", "X, on behalf of Dhaka", "for the Kenyan side, X", "for Chad it was X"."""
    if view.behind and not view.behind[0].holder:
        gap = view.text[view.span.end : view.behind[0].start]
        if _SPEAKS_FOR.fullmatch(gap):
            return view.behind[0].code
        if _FOR_SIDE.fullmatch(gap) and _SIDE_BEHIND.match(view.text, view.behind[0].end):
            return view.behind[0].code
    if not view.before or view.before[-1].holder or not _IT_WAS.fullmatch(view.text, view.before[-1].end, view.span.start):
        return None
    return view.before[-1].code if _SPOKEN_FOR.search(view.text, view.begin, view.before[-1].start) else None


def read_clues(view: OfficialInSentence) -> Iterator[tuple[str, str]]:
    """Yield each kind of clue with the code it speaks for or against."""
    yield from _order_of_names(view)
    yield from _sides(view)


def _order_of_names(view: OfficialInSentence) -> Iterator[tuple[str, str]]:
    """Yield what the order of names in the sentence, and the sentence before, suggests."""
    text, span = view.text, view.span
    states = [item for item in view.before if not item.organisation]
    if _OURS.search(text, view.begin, span.start) and _SAYS.match(text, span.end):
        yield from (("quoted", item.code) for item in states)
        states = []
    if states:
        last = states[-1]
        gap = text[last.end : span.start]
        if not last.holder:
            if not last.town:
                yield "nearest", last.code
            if len(gap) <= _TOUCHING_CHARS and not any(char in ',.;:—–"”“()' for char in gap):
                yield "touching", last.code
        if not last.holder and _SEATED.search(text, view.begin, last.start) and _SEATED_GAP.fullmatch(gap):
            yield "seated", last.code
        if _SAYS.match(text, span.end) and text[span.start - 2 : span.start] in {", ", "” ", '" '}:
            yield "first", states[0].code
    yield from (("behind" if item.town else "before", item.code) for item in states)
    behind = [item for item in view.behind if not item.organisation]
    yield from (("behind", item.code) for item in behind)
    if behind and _ACTS_ON.fullmatch(text, span.end, behind[0].start):
        yield "acts_on", behind[0].code
    if behind and not behind[0].holder and _SAYS.match(text, span.end):
        yield "says", behind[0].code
    earlier = [item for item in view.earlier if not item.organisation]
    yield from (("earlier", item.code) for item in earlier)


def _sides(view: OfficialInSentence) -> Iterator[tuple[str, str]]:
    """Yield what his place beside and across from other people suggests."""
    text, span = view.text, view.span
    holders = [item for item in view.before if item.holder]
    across = (
        view.related
        or _OBJECT.search(text, max(view.begin, span.start - _OBJECT_CHARS), span.start) is not None
        or (bool(holders) and _RECEIVED_BY.search(text, holders[-1].end, span.start) is not None)
    )
    if across:
        met = holders or ([item for item in view.earlier if item.holder][:1] if view.related else [])
        yield from (("across", item.code) for item in met)
        yield from (("accredited", item.of) for item in met if item.of)
        seat = next((item for item in view.behind if not item.holder), None)
        if seat is not None and _SEEN_IN.fullmatch(text, span.end, seat.start):
            yield "seat", seat.code
        if holders:
            visited = next((item for item in view.before if not item.holder and item.start > holders[0].end), None)
            if visited is not None and _TRAVELS.search(text, holders[0].end, visited.start):
                yield "visited", visited.code
    elif holders and _is_listed(view, holders[-1].end):
        two_sided = _TWO_SIDED.search(text, view.begin, holders[0].start) or (
            len(holders) == 1 and (_MEET_EACH_OTHER.match(text, span.end) or _are_two_heads(view, holders[0]))
        )
        yield ("paired" if two_sided else "listed"), holders[-1].code
    following = next((item for item in view.behind if item.holder), None)
    if following is not None and (_faces(view, following) or (not holders and _RELATED.match(view.text, following.start, view.end))):
        yield "counterpart", following.code
    visits = _VISIT_OF.search(text, max(view.begin, span.start - _OBJECT_CHARS), span.start)
    travel = visits or (None if _SAYS.match(text, span.end) else _TRAVELS.search(text, span.end, min(view.end, span.end + _TRAVEL_CHARS)))
    since = travel.end() if travel is not None and not visits else span.end
    destination = next((item for item in view.behind if not item.holder and item.start >= since), None)
    if travel is not None and destination is not None:
        yield "destination", destination.code


def _are_two_heads(view: OfficialInSentence, first: Named) -> bool:
    """Say whether two heads of state or government open the sentence together: "President A and Prime Minister B launched …"."""
    both = view.text[view.begin : view.span.end]
    return first.start - view.begin <= _OPENING_HEADS_CHARS and _TWO_HEADS.match(both) is not None


def _faces(view: OfficialInSentence, following: Named) -> bool:
    """Say whether he receives or meets the person who follows: "B received his French counterpart", "B handed him a note"."""
    text, start, end = view.text, view.span.end, following.start
    if following.pronoun:
        return _DOES_TO.fullmatch(text, start, end) is not None
    return _RECEIVES.fullmatch(text, start, end) is not None or _RECEIVES_SOMEONE.fullmatch(text, start, end) is not None


def _is_listed(view: OfficialInSentence, end: int) -> bool:
    """Say whether he goes on a list of people: behind "and", or behind a comma when the list goes on."""
    gap = view.text[end : view.span.start]
    if _LISTED.fullmatch(gap) is None:
        return False
    return gap.strip() != "," or _LIST_GOES_ON.match(view.text, view.span.end) is not None
