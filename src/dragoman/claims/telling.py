"""What the rules share while they go through a document: the drafts so far, and the encounter being told."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman import codebook
from dragoman.claims.draft import Draft
from dragoman.claims.factuality import Factuality
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.when import Dated
from dragoman.values.claim import DateBasis, Encounter, Session
from dragoman.values.mention import TimeExpression
from dragoman.values.reading import Uncertainty

__all__ = ["Telling"]

_LEAD_PARAGRAPHS = 2
_FARTHEST_SENTENCES = 60


@dataclass(slots=True, kw_only=True, eq=False)
class Telling:
    """The state of one pass over a document."""

    scene: Scene
    drafts: list[Draft] = field(default_factory=list)
    encounters: list[Draft] = field(default_factory=list)
    sessions: list[Draft] = field(default_factory=list)
    uncertainties: list[Uncertainty] = field(default_factory=list)

    def add(self, draft: Draft) -> Draft:
        """Keep a draft."""
        self.drafts.append(draft)
        if isinstance(draft.content, Encounter):
            self.encounters.append(draft)
        elif isinstance(draft.content, Session):
            self.sessions.append(draft)
        return draft

    def last_talk(self, parties: tuple[str, ...] = ()) -> Draft | None:
        """Return the latest talk told, one with at least these parties when any are given; planned and old ones come last."""
        latest = None
        for draft in self._told(parties):
            if _type(draft) != "visit":
                if draft.status.value in {"occurred", "ongoing"}:
                    return draft
                latest = latest or draft
        return latest

    def last_visit(self, parties: tuple[str, ...] = ()) -> Draft | None:
        """Return the latest visit told."""
        return next((draft for draft in self._told(parties) if _type(draft) == "visit"), None)

    def _told(self, parties: tuple[str, ...]) -> Iterator[Draft]:
        """Yield the encounters of the news with at least these parties, the latest first."""
        for draft in reversed(self.encounters):
            if not draft.background and isinstance(draft.content, Encounter) and set(parties) <= set(draft.content.parties):
                yield draft

    def told_near(self, draft: Draft) -> list[Draft]:
        """Return the encounters and sittings told up to a draft and not long before it, in the order they were added, encounters first.

        Long articles have hundreds, and what was told a page ago is not gone on with.
        """
        return [
            other
            for drafts in (self.encounters, self.sessions)
            for other in drafts[
                bisect_left(drafts, draft.sentence - _FARTHEST_SENTENCES, key=_sentence) : bisect_right(
                    drafts, draft.sentence, key=_sentence
                )
            ]
        ]

    def note_doubt(self, reason: str, sentence: SentenceView, token: int) -> None:
        """Remember a place where something was left unread."""
        assert sentence.view is not None  # noqa: S101 - only parsed sentences raise doubts
        span = sentence.view.tokens[token].span
        self.uncertainties.append(Uncertainty(reason=reason, start=span.start, end=span.end))

    def date(self, draft: Draft, dated: Dated | None) -> None:
        """Date a draft by a time found, its clues cited."""
        if dated is None:
            return
        draft.date, draft.date_basis = dated.when.edtf, dated.when.basis
        draft.spans.extend(dated.when.clues)

    def date_by_report(self, draft: Draft, sentence: SentenceView) -> None:
        """Date the news of a lead that gives no time by the report's own day."""
        day = self.scene.document.published
        lead = sentence.linked.sentence.paragraph < _LEAD_PARAGRAPHS
        if draft.date is None and day is not None and lead and draft.status.value == "occurred" and not draft.background:
            draft.date, draft.date_basis = day[:10], DateBasis.PUBLISHED

    def is_background(self, sentence: SentenceView, factuality: Factuality, dated: Dated | None) -> bool:
        """Say whether a sentence tells history: a pluperfect, a date long before the report, or words that look back."""
        if dated is not None:
            published = self.scene.document.published
            if published is None:
                return factuality.perfect or _looks_back(dated)
            return dated.when.edtf[:4].isdigit() and _months_before(dated.when.edtf, published) > 2
        words = f" {self.scene.text(sentence.span).lower()} "
        return factuality.perfect or any(f" {cue} " in words for cue in codebook.word_list("looking_back"))

    def attribution(self, sentence: SentenceView, factuality: Factuality) -> str | None:
        """Return who asserts it, as written, when the sentence names a speaker."""
        view = sentence.view
        if view is None or factuality.speaker is None:
            return None
        token = view.tokens[factuality.speaker]
        return self.scene.text(token.span) if token.link is not None else None


def _looks_back(dated: Dated) -> bool:
    """Say whether a time is a year or more before the report by its own words: "last year", "two years ago"."""
    named = dated.link.mention.named
    return isinstance(named, TimeExpression) and named.unit == "year" and (named.offset or 0) < 0


def _months_before(edtf: str, published: str) -> int:
    year, month = int(edtf[:4]), int(edtf[5:7]) if edtf[5:7].isdigit() and int(edtf[5:7]) <= 12 else 12
    return (int(published[:4]) - year) * 12 + (int(published[5:7]) if published[5:7].isdigit() else 12) - month


def _sentence(draft: Draft) -> int:
    return draft.sentence


def _type(draft: Draft) -> str | None:
    return draft.content.type if isinstance(draft.content, Encounter) else None
