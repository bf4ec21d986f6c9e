"""Acts told without a verb of their own or by a pronoun: items of "the following were signed:", and "It was signed in May"."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman import codebook
from dragoman.claims.act_parties import find_sides
from dragoman.claims.acts import act_at, make_act
from dragoman.claims.draft import Draft
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated
from dragoman.codebook import load_frames
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Instrument, Kind, Place
from dragoman.values.mention import InstrumentName, PlaceName, StateForm, StateName, TimeExpression

__all__ = ["find_listed_acts", "find_pronoun_acts"]

_IT_WAS = re.compile(r"\b[Ii]t (?:was|has been|had been)(?: (?:\w+ly|also|then))? (?P<verb>[a-z]+)\b")
_IT_CAME = re.compile(r"\b[Ii]t (?:has |had )?(?:\w+ly )?(?:entered into|came into|come into|went into|took|has taken) (?:force|effect)\b")
_HEADING = re.compile(r"\b(?:sign|ink|conclud|exchang|adopt)(?:s|ed|ing)?\b", re.IGNORECASE)
_FOLLOWING = re.compile(r"\bfollowing\b[^.]{0,60}\b(?:documents?|agreements?|memorand\w+|instruments?|acts)\b|:\s*$", re.IGNORECASE)
_MANY = r"(?:documents|agreements|deals|accords|pacts|papers|instruments|texts|memorand\w+|mous)"
_DONE = r"(?:signed|exchanged|inked|concluded|sealed)"
_AMONG = re.compile(
    rf"\b(?:among|include[sd]?|comprise[sd]?|were|was|are)\s+(?:the\s+)?(?:\w+\s+){{0,3}}?{_MANY}(?:\s+\w+){{0,5}}?\s+{_DONE}\b"
    rf"|\b{_MANY}\s+(?:\w+\s+){{0,2}}?{_DONE}\s+(?:[^,.;]{{1,40}}\s)?(?:included?|comprised?|were|was|are|cover(?:s|ed)?)\b"
    rf"|\bwith\s+(?:[\w-]+\s+){{0,6}}?{_MANY},?\s+(?:among (?:them|which)|including|notably)\b",
    re.IGNORECASE,
)
_REACH = 2
_LONGEST_LIST = 25
_ITEM_STARTS_WITHIN_CHARS = 30
_TIME_WITHIN_CHARS = 80
_STAGES = frozenset({"signed", "initialled", "negotiated", "ratified", "terminated", "approved"})
_UNSIGNED = frozenset({"letter", "credentials", "resolution", "invitation"})
_EVENT_FORMS = frozenset({"date", "weekday", "relative", "same", "interval"})


def find_pronoun_acts(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return what "it was signed in …" and "it entered into force" tell of the act told last, at most two sentences before.

    Works on the words, since such a sentence names no party and is seldom parsed. A plan ("it is to be signed") adds nothing to an act.
    """
    told = next((draft for draft in reversed(telling.drafts) if isinstance(draft.content, Instrument)), None)
    if told is None or not isinstance(told.content, Instrument) or sentence.index - told.sentence > _REACH or told.content.type == "letter":
        return []
    text, span = telling.scene.document.text, sentence.span
    found: list[Draft] = []
    for pattern in (_IT_WAS, _IT_CAME):
        for match in pattern.finditer(text, span.start, span.end):
            stage = _stage_of(match["verb"]) if pattern is _IT_WAS else "in force"
            if stage is not None and stage != told.content.stage:
                content = replace(told.content, stage=stage, place=_place_behind(telling, sentence, match.end()), signatories=())
                found.append(
                    _draft(
                        telling, sentence, content, "instrument.pronoun", _time_behind(sentence, match.end()), background=told.background
                    )
                )
    return found


def _stage_of(verb: str) -> str | None:
    frames = [
        trigger.frame
        for trigger in load_frames().by_verb_form.get(verb, ())
        if trigger.frame.kind is Kind.INSTRUMENT and not trigger.following
    ]
    stages = [
        "negotiated" if frame.name == "instrument.talk" else frame.stage for frame in frames
    ]  # what has been negotiated is no longer talked of
    return next((stage for stage in stages if stage in _STAGES), None)


def _time_behind(sentence: SentenceView, end: int) -> Dated | None:
    for link in sentence.linked.links:
        named = link.mention.named
        if (
            isinstance(named, TimeExpression)
            and named.form in _EVENT_FORMS
            and link.when is not None
            and 0 <= link.mention.span.start - end < _TIME_WITHIN_CHARS
        ):
            return Dated(when=link.when, link=link, token=-1)
    return None


def _place_behind(telling: Telling, sentence: SentenceView, end: int) -> Place | None:
    text = telling.scene.document.text
    for link in sentence.linked.links:
        named, start = link.mention.named, link.mention.span.start
        capital = isinstance(named, StateName) and named.form is StateForm.CAPITAL
        if start >= end and (capital or isinstance(named, PlaceName)) and text[end:start].rstrip().endswith((" in", " at")):
            return telling.scene.place_of(link)
    return None


def find_listed_acts(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the act of one item of a list that a sentence with a verb of signing opens; an item begins with its act."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    text = telling.scene.text(sentence.span)
    if _AMONG.search(text):
        return [draft for token in range(len(view)) if (draft := _listed(telling, sentence, view, token)) is not None]
    first = next((link for link in sentence.linked.links if isinstance(link.mention.named, InstrumentName)), None)
    if (
        first is None
        or first.mention.span.start - sentence.span.start > _ITEM_STARTS_WITHIN_CHARS
        or _HEADING.search(text)
        or not _is_item(telling, sentence)
    ):
        return []
    token = next((index for index in range(len(view)) if view.link(index) is first), None)
    draft = _listed(telling, sentence, view, token) if token is not None else None
    return [draft] if draft is not None else []


def _listed(telling: Telling, sentence: SentenceView, view: View, token: int) -> Draft | None:
    """Return the act at a token as one that was signed; the collective word of a list ("documents") is none of them."""
    named = act_at(view, token)
    if named is None or named.type in _UNSIGNED or named.title.lower().split()[-1] in rule_words("collective_acts"):
        return None
    act = make_act(telling.scene, view, token)
    sides = find_sides(telling, sentence, act, None)
    if not sides.are_known:
        return None
    content = Instrument(
        type=act.named.type,
        title=act.title,
        parties=tuple(sorted(sides.parties)),
        stage="signed",
        topics=codebook.topics_of(act.title.lower().split()),
    )
    return _draft(telling, sentence, content, "instrument.listed", None, background=False)


def _is_item(telling: Telling, sentence: SentenceView) -> bool:
    """Say whether the sentences before go back, over items alone, to one that opens a list of acts signed."""
    for index in range(sentence.index - 1, max(-1, sentence.index - _LONGEST_LIST), -1):
        before = telling.scene.sentences[index]
        text = telling.scene.text(before.span)
        if _HEADING.search(text):
            return _FOLLOWING.search(text) is not None
        first = next((link.mention.span.start for link in before.linked.links if isinstance(link.mention.named, InstrumentName)), None)
        if first is None or first - before.span.start > _ITEM_STARTS_WITHIN_CHARS:
            return False
    return False


def _draft(telling: Telling, sentence: SentenceView, content: Instrument, rule: str, dated: Dated | None, *, background: bool) -> Draft:
    draft = Draft(content=content, spans=[sentence.span], rule=rule, confidence=0.65, sentence=sentence.index, background=background)
    telling.date(draft, dated)
    return draft
