"""Why a gold item was missed: said, but with a wrong part; or not said, and then the first stage at which its sentence was lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.codebook import load_frames
from dragoman.scoring import Item
from dragoman.scoring.agreement import numbers_agree
from dragoman.scoring.matching import encounter_group, parties_of
from dragoman.scoring.names import fold, same_office, same_person
from dragoman.values.document import Document
from dragoman.values.link import LinkedSentence, Links
from dragoman.values.mention import Quantity
from dragoman.values.span import Span
from dragoman.values.tree import Tree

__all__ = ["ArticleReading", "Miss", "classify_miss", "sentence_at", "wrong_part"]

# The fields of a gold item whose words can be looked for in the text.
_EVIDENCE = ("type", "place", "body", "subject", "indicator", "occasion", "person", "office", "from", "to", "via")
_WORD_CHARS = 4  # shorter words stand everywhere
_PEOPLE_WEIGHT = 2  # a name tells more than a word
_NUMBER_WEIGHT = 4  # and a number more than a name


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleReading:
    """One article with what the stages made of it; ``records`` are the rows of its export."""

    document: Document
    links: Links
    trees: tuple[Tree, ...]
    records: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """The class of a miss, and the sentence where it was lost, None where none can be told."""

    name: str
    sentence: str | None


def classify_miss(kind: str, item: Item, false: Sequence[Item], missed: Sequence[tuple[str, Item]], reading: ArticleReading | None) -> Miss:
    """Say why one gold item was missed.

    Args:
        kind: Its kind.
        item: The gold item, or the directed event.
        false: The false finds of the same kind and article: one of them may be the item with a wrong part.
        missed: All that was missed in the article, with its kind: an event can be missed because what it follows from was.
        reading: None when the article was not read.
    """
    if reading is None:
        return Miss(name="article not read", sentence=None)
    near = [(part, record) for record in false if (part := wrong_part(kind, item, record))]
    if near:
        part, record = near[0]
        return Miss(name=f"said with wrong {part}", sentence=sentence_of(record, reading))
    if kind == "events" and (cause := _lost_cause(item, missed)):
        return Miss(name=cause, sentence=None)
    if kind == "positions":
        return _position_miss(item, reading)
    return _lost_at(kind, item, reading)


def wrong_part(kind: str, gold: Item, said: Item) -> str | None:
    """Return what is wrong with a record that could be meant for a gold item; None when the two have too little in common."""
    if kind == "events":
        return _wrong_event(gold["key"], said["key"])
    if kind == "positions":
        return _wrong_position(gold, said)
    if kind == "figures" and gold.get("value") is not None and not numbers_agree(gold["value"], said.get("value")):
        return "value" if gold.get("indicator") == said.get("indicator") and parties_of(gold) == parties_of(said) else None
    same, near = parties_of(gold) == parties_of(said), bool(parties_of(gold) & parties_of(said))
    deciding = {"instruments": ("type", "stage"), "sessions": ("number",), "figures": ("indicator",), "milestones": ("ordinal",)}
    names = deciding.get(kind, ("type",))
    differing = [name for name in names if _part(kind, gold, name) != _part(kind, said, name)]
    if same and len(differing) == 1:
        return differing[0]
    return "parties" if near and not same and not differing else None


def sentence_of(record: Item, reading: ArticleReading) -> str | None:
    """Return the sentence that holds the words which evoked a record, or a directed event's record."""
    record = record.get("event", record)
    for mention in record.get("mentions") or ():
        if mention["article"] == reading.document.id:
            return sentence_at(reading, mention["start"])
    return None


def sentence_at(reading: ArticleReading, position: int) -> str | None:
    """Return the sentence that covers a code point of the document."""
    for linked in reading.links.sentences:
        if linked.sentence.span.start <= position < linked.sentence.span.end:
            return _text(reading, linked)
    return None


def _part(kind: str, item: Item, name: str) -> object:
    return encounter_group(item) if kind == "encounters" and name == "type" else item.get(name)


def _wrong_event(gold: tuple[str, str, str], said: tuple[str, str, str]) -> str | None:
    if gold[:2] == said[:2]:
        return "type"
    if gold[2] != said[2]:
        return None
    if gold[:2] == said[1::-1]:
        return "direction"
    return "actor" if gold[1] == said[1] else "recipient" if gold[0] == said[0] else None


def _wrong_position(gold: Item, said: Item) -> str | None:
    person = same_person(gold["person"], said.get("person"))
    office = same_office(gold["office"], said.get("office"))
    country = gold["country"] == said.get("country")
    if [person, office, country].count(False) != 1:
        return None
    return "office" if not office else "country" if not country else "person"


def _lost_cause(item: Item, missed: Sequence[tuple[str, Item]]) -> str | None:
    actor, recipient, kind = item["key"]
    causes = {
        "CONSULT": (("encounters", "sessions"), "its encounter or session is missed"),
        "SUPPORT": (("instruments",), "its signing is missed"),
    }
    kinds, name = causes.get(kind, ((), ""))
    return name if any(other in kinds and {actor, recipient} <= parties_of(lost) for other, lost in missed) else None


def _position_miss(item: Item, reading: ArticleReading) -> Miss:
    named = [person for person in reading.links.persons if person.name and same_person(item["person"], person.name)]
    sentence = _best(item, reading, frozenset())
    shown = _text(reading, sentence) if sentence else None
    if not named:
        return Miss(name="person not found", sentence=shown)
    if not any(person.offices for person in named):
        return Miss(name="person without office", sentence=shown)
    if not any(person.country for person in named):
        return Miss(name="person without country", sentence=shown)
    if all(person.former for person in named):
        return Miss(name="held for former", sentence=shown)
    return Miss(name="person with another office or country", sentence=shown)


def _lost_at(kind: str, item: Item, reading: ArticleReading) -> Miss:
    """Follow the likeliest sentence of an item through the stages."""
    parties = frozenset(item["key"][:2]) if "key" in item else parties_of(item)
    best = _best(item, reading, parties, _evoking(kind, _type_of(item)))
    if best is None:
        return Miss(name="no sentence", sentence=None)
    shown = _text(reading, best)
    if kind == "figures" and item.get("value") is not None and not any(_is_value(link.mention.named, item) for link in best.links):
        return Miss(name="value not found", sentence=shown)
    lacking = parties - _parties_in(best)
    if lacking:
        return Miss(name="party not linked" if len(lacking) < len(parties) else "no party linked", sentence=shown)
    if best.sentence.span not in {tree.sentence.sentence.span for tree in reading.trees}:
        return Miss(name="not parsed by the gate", sentence=shown)
    if kind != "events" and any(
        f"{record['kind']}s" == kind and _is_cited(best.sentence.span, record, reading) for record in reading.records
    ):
        return Miss(name="another record of the kind made", sentence=shown)
    known = not _evoking(kind, _type_of(item)).isdisjoint(_words_of(best, reading))
    return Miss(name="trigger word not evoked" if known else "no trigger word known", sentence=shown)


def _best(item: Item, reading: ArticleReading, parties: frozenset[str], evoking: frozenset[str] = frozenset()) -> LinkedSentence | None:
    """Return the sentence that speaks most for an item: all its parties first, then its words; the first of equals."""
    wanted = {word for name in _EVIDENCE for word in fold(item.get(name)).split() if len(word) >= _WORD_CHARS}
    names = {word for person in item.get("people") or () for word in fold(person.get("name")).split()}

    def weight(linked: LinkedSentence) -> tuple[bool, int, int]:
        words = _words_of(linked, reading)
        found = parties & _parties_in(linked)
        evidence = len(wanted & words) + bool(evoking & words) + _PEOPLE_WEIGHT * len(names & words)
        evidence += _NUMBER_WEIGHT * any(_is_value(link.mention.named, item) for link in linked.links)
        return found == parties and evidence > 0, evidence + len(found), len(found)

    return max(reading.links.sentences, key=weight, default=None)


@cache
def _evoking(kind: str, name: str | None) -> frozenset[str]:
    """Return the word forms that can evoke a kind; of an event, those of its PLOVER type."""
    frames = load_frames()
    forms = set()
    for index in (frames.by_verb_form, frames.by_noun_form, frames.by_adjective_form, frames.by_phrase_word):
        for form, triggers in index.items():
            if any(f"{trigger.frame.kind}s" == kind and name in {None, trigger.frame.type} for trigger in triggers):
                forms.add(form)
    return frozenset(forms)


def _type_of(item: Item) -> str | None:
    kind = item["key"][2] if "key" in item else None
    return str(kind) if kind else None


def _words_of(linked: LinkedSentence, reading: ArticleReading) -> frozenset[str]:
    return frozenset(fold(linked.sentence.span.cut(reading.document.text)).split())


def _parties_in(linked: LinkedSentence) -> frozenset[str]:
    return frozenset(party for link in linked.links for party in link.parties)


def _is_value(named: object, item: Item) -> bool:
    return isinstance(named, Quantity) and item.get("value") is not None and numbers_agree(item["value"], named.value)


def _is_cited(span: Span, record: Item, reading: ArticleReading) -> bool:
    mentions = record.get("mentions") or ()
    return any(each["article"] == reading.document.id and span.start <= each["start"] < span.end for each in mentions)


def _text(reading: ArticleReading, linked: LinkedSentence) -> str:
    return " ".join(linked.sentence.span.cut(reading.document.text).split())
