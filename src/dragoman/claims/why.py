"""Why a claim says what it says: for each field the rule, the words, and what the same sentences offered besides.

Worked out from what the reader knew when it made the claim: the frames each sentence evoked and what each mention refers to.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping

from dragoman.claims.draft import Draft, kind_of
from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import Scene, SentenceView
from dragoman.values.claim import Actor, DateBasis, Encounter, Event, Figure, Instrument, Milestone, Place, Position, Project, Session
from dragoman.values.link import Link
from dragoman.values.mention import BodyName, InstrumentName, Quantity, TimeExpression
from dragoman.values.reason import Reason, TurnedDown
from dragoman.values.span import Span

__all__ = ["Explainer"]

_NAMED, _CARRIED, _UNDERSTOOD = (
    "named in the sentence",
    "carried over from what the text tells around it",
    "understood from who the text is about",
)
_REPORT = "the day of the report: the lead tells no other"
_AUXILIARIES = ("aux", "auxpass", "neg")
_CLIMB = 3


class Explainer:
    """Explains the drafts of one document.

    Args:
        scene: The document.
        evoked: What each sentence evoked, by its index.
    """

    def __init__(self, scene: Scene, evoked: Mapping[int, list[Evoked]]) -> None:
        self._scene = scene
        self._evoked = evoked
        self._starts = [sentence.span.start for sentence in scene.sentences]
        self._first_dated: dict[str, Span] = {}
        self._first_placed: dict[tuple[str | None, str], Span] = {}
        for link in (link for sentence in scene.sentences for link in sentence.linked.links):
            if link.when is not None:
                self._first_dated.setdefault(link.when.edtf, link.mention.span)
            elif (place := scene.place_of(link)) is not None:
                self._first_placed.setdefault(_key(place), link.mention.span)

    def explain(self, draft: Draft) -> tuple[Reason, ...]:
        """Return the reasons of a draft, field by field, in the order of the line format."""
        sentences = self._cited(draft)
        if not sentences:
            return ()
        links = [link for sentence in sentences for link in sentence.linked.links]
        return (
            *self._type(draft, sentences[0]),
            *self._content(draft, sentences[0], links),
            *self._status(draft, sentences[0]),
            *self._date(draft, sentences[0], links),
            *self._speaker(draft),
        )

    def _cited(self, draft: Draft) -> list[SentenceView]:
        """Return the sentences that hold the evidence, that of the evoking words first."""
        found = [bisect_right(self._starts, span.start) - 1 for span in draft.spans]
        return [self._scene.sentences[index] for index in dict.fromkeys(index for index in found if index >= 0)]

    def _frame(self, draft: Draft, sentence: SentenceView) -> Evoked | None:
        return next((evoked for evoked in self._evoked.get(sentence.index, ()) if evoked.frame.name == draft.rule), None)

    def _type(self, draft: Draft, sentence: SentenceView) -> Iterator[Reason]:
        """Give the frame and its word, and the other frames of the sentence."""
        kind = kind_of(draft.content)
        value = getattr(draft.content, "type", None) or getattr(draft.content, "indicator", None) or kind.value
        chosen, view = self._frame(draft, sentence), sentence.view
        if view is None or chosen is None:
            yield Reason(field="type", value=value, rule=draft.rule, words=(sentence.span,))
            return
        words = [chosen.trigger] if chosen.support is None else sorted((chosen.support, chosen.trigger))
        rivals = [other for other in self._evoked[sentence.index] if other.frame.kind is kind and other.frame.name != draft.rule]
        yield Reason(
            field="type",
            value=value,
            rule=draft.rule,
            words=tuple(view.tokens[token].span for token in words),
            turned_down=tuple(
                TurnedDown(
                    value=f"{other.frame.type or other.frame.kind.value} ({other.frame.name})", words=view.tokens[other.trigger].span
                )
                for other in rivals
            ),
        )

    def _content(self, draft: Draft, sentence: SentenceView, links: list[Link]) -> Iterator[Reason]:
        content = draft.content
        if isinstance(content, Event):
            yield from self._sides("actors", content.actors, links)
            yield from self._sides("recipients", content.recipients, links)
            return
        if isinstance(content, Position):
            names = self._people(links, lambda name: name == content.person)
            yield Reason(field="person", value=content.person, rule=_NAMED, words=names)
            yield Reason(field="country", value=content.country, rule=_NAMED, words=_of_party(links, content.country))
            return
        yield from self._parties(content.parties, sentence, links)
        match content:
            case Encounter():
                yield from self._participants(tuple(person.name or person.office or "" for person in content.participants), sentence, links)
                yield from self._place(content.place, sentence, links)
            case Session():
                yield from self._verbatim("body", content.body, links, BodyName)
                yield from self._participants(tuple(person.name or "" for person in content.co_chairs), sentence, links)
                yield from self._place(content.place, sentence, links)
            case Instrument():
                yield from self._verbatim("title", content.title, links, InstrumentName)
                yield from self._place(content.place, sentence, links)
            case Figure():
                yield from self._amount(content, links)
            case Project() | Milestone():
                pass

    def _parties(self, codes: Iterable[str], sentence: SentenceView, links: list[Link]) -> Iterator[Reason]:
        codes = tuple(codes)
        others = tuple(
            TurnedDown(value=code, words=link.mention.span)
            for link in sentence.linked.links
            if not isinstance(link.mention.named, TimeExpression)
            for code in link.parties
            if code not in codes
        )
        for number, code in enumerate(codes):
            words = _of_party(links, code)
            yield Reason(
                field="parties",
                value=code,
                rule=_NAMED if words else _UNDERSTOOD,
                words=words,
                turned_down=tuple(dict.fromkeys(others)) if number == 0 else (),
            )

    def _sides(self, field: str, actors: Iterable[Actor], links: list[Link]) -> Iterator[Reason]:
        for actor in actors:
            words = _of_party(links, actor.country) if actor.country else ()
            yield Reason(field=field, value=actor.country or actor.name, rule=_NAMED if words else _UNDERSTOOD, words=words)

    def _people(self, links: Iterable[Link], fits: Callable[[str | None], bool]) -> tuple[Span, ...]:
        people = self._scene.people
        return tuple(link.mention.span for link in links if any(fits(people[key].name) for key in link.persons if key in people))

    def _participants(self, names: tuple[str, ...], sentence: SentenceView, links: list[Link]) -> Iterator[Reason]:
        people = self._scene.people
        others = tuple(
            TurnedDown(value=name, words=link.mention.span)
            for link in sentence.linked.links
            for key in link.persons
            if key in people and (name := people[key].name) is not None and name not in names
        )
        for number, name in enumerate(names):
            words = self._people(links, lambda known, name=name: known == name)  # type: ignore[misc]
            words = words or tuple(
                link.mention.span for link in links if any(key in people and name in people[key].offices for key in link.persons)
            )
            yield Reason(
                field="participants",
                value=name,
                rule=_NAMED if words else _CARRIED,
                words=words,
                turned_down=others if number == 0 else (),
            )

    def _place(self, place: Place | None, sentence: SentenceView, links: list[Link]) -> Iterator[Reason]:
        """Give the words of the place: of the sentences cited, else of the first sentence that names it."""
        if place is None:
            return
        value = place.name or place.country or ""
        own = self._placed(links, place)
        first = self._first_placed.get(_key(place))
        words = own or ((first,) if first is not None else ())
        yield Reason(
            field="place",
            value=value,
            rule=_NAMED if own else _CARRIED,
            words=words,
            turned_down=tuple(
                TurnedDown(value=other.name, words=link.mention.span)
                for link in sentence.linked.links
                if (other := self._scene.place_of(link)) is not None and other.name is not None and other.name != place.name
            ),
        )

    def _placed(self, links: Iterable[Link], place: Place) -> tuple[Span, ...]:
        return tuple(
            link.mention.span for link in links if (named := self._scene.place_of(link)) is not None and _key(named) == _key(place)
        )

    def _verbatim(self, field: str, value: str, links: list[Link], kind: type) -> Iterator[Reason]:
        words = tuple(link.mention.span for link in links if isinstance(link.mention.named, kind))
        yield Reason(field=field, value=value, rule=_NAMED if words else _UNDERSTOOD, words=words[:1])

    def _amount(self, content: Figure, links: list[Link]) -> Iterator[Reason]:
        if content.value is not None:
            words = tuple(
                link.mention.span
                for link in links
                if isinstance(link.mention.named, Quantity) and link.mention.named.value == content.value
            )
            yield Reason(field="value", value=f"{content.value:,}", rule=_NAMED if words else _UNDERSTOOD, words=words[:1])
        if content.period is not None:
            period = content.period
            words = tuple(link.mention.span for link in links if link.when is not None and link.when.edtf == period)
            yield Reason(field="period", value=period, rule=_NAMED if words else _CARRIED, words=words[:1])

    def _status(self, draft: Draft, sentence: SentenceView) -> Iterator[Reason]:
        """Give the auxiliaries and negations around the trigger and above it."""
        view, chosen = sentence.view, self._frame(draft, sentence)
        words: list[Span] = []
        if view is not None and chosen is not None:
            chain = [chosen.trigger, *([chosen.support] if chosen.support is not None else [])]
            chain += [step for step in view.path_up(chosen.trigger)[1:] if view.is_verb(step)][:_CLIMB]
            tokens = sorted({kid for step in chain for kid in view.children(step, *_AUXILIARIES)} | set(chain[1:]))
            words = [view.tokens[token].span for token in tokens]
        yield Reason(
            field="status",
            value=draft.status.value,
            rule=_status_rule(draft, words=bool(words)),
            words=tuple(words),
        )

    def _date(self, draft: Draft, sentence: SentenceView, links: list[Link]) -> Iterator[Reason]:
        rest = tuple(
            TurnedDown(value=link.when.edtf, words=link.mention.span)
            for link in sentence.linked.links
            if link.when is not None and link.when.edtf != draft.date
        )
        if draft.date is None:
            yield Reason(field="date", value="not told", rule="no time in the text dates it", turned_down=rest)
            return
        own = _dated(links, draft.date)
        if draft.date_basis is DateBasis.PUBLISHED:
            yield Reason(field="date", value=draft.date, rule=_REPORT, turned_down=rest)
            return
        first = self._first_dated.get(draft.date)
        words = own or ((first,) if first is not None else ())
        yield Reason(field="date", value=draft.date, rule=_NAMED if own else _CARRIED, words=words, turned_down=rest)

    def _speaker(self, draft: Draft) -> Iterator[Reason]:
        if draft.attributed_to is not None:
            text = self._scene.document.text
            places = (text.find(draft.attributed_to, span.start, span.end) for span in draft.spans)
            start = next((place for place in places if place >= 0), None)
            words = (Span(start, start + len(draft.attributed_to)),) if start is not None else ()
            yield Reason(field="attributed_to", value=draft.attributed_to, rule="the speaker of the sentence", words=words)


def _status_rule(draft: Draft, *, words: bool) -> str:
    history = ", told as history" if draft.background else ""
    return ("tense, mood and negation around the words" if words else "nothing in the sentence says otherwise") + history


def _key(place: Place) -> tuple[str | None, str]:
    return place.country, (place.name or "").casefold()


def _of_party(links: Iterable[Link], code: str) -> tuple[Span, ...]:
    """Return the mentions that stand for a party, the first two."""
    spans = (link.mention.span for link in links if code in link.parties and not isinstance(link.mention.named, TimeExpression))
    return tuple(dict.fromkeys(spans))[:2]


def _dated(links: Iterable[Link], date: str) -> tuple[Span, ...]:
    return tuple(link.mention.span for link in links if link.when is not None and link.when.edtf == date)
