"""Who acts and who is acted upon in an event: the roles of its frame, and what the text leaves to be understood."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import codebook, kb
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.codebook import Frame
from dragoman.values.claim import Actor
from dragoman.values.mention import OfficeName, PersonName, Pronoun

__all__ = ["Sides", "find_sides"]

_SAID_TO_THE_OTHER = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_DONE_TO_THE_OTHER = frozenset({"SUPPORT", "ACCUSE", "AID", "CONCEDE", "COOPERATE", "SANCTION", "COERCE", "RETREAT"})
_MUTUAL_TYPES = frozenset({"AGREE", "COOPERATE", "ASSAULT", "RETREAT", "CONSULT"})
_OUTSIDERS_OFFER = frozenset({"agree.offer", "agree.mediate"})
_LOCATIVE = frozenset({"in", "at", "on", "near", "during"})
_TARGET_WORDS = frozenset({"with", "for", "to", "against", "on"})
_PAIR = 2
_SENTENCE_START = 3  # tokens; a later "they" mostly means a noun of its own sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Both sides of an event, never the same state alone on both."""

    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    mutual: bool


def find_sides(telling: Telling, sentence: SentenceView, evoked: Evoked, frame: Frame) -> Sides | None:
    """Return the sides of an event, or None when one of them is not known.

    Args:
        telling: The document so far.
        sentence: Where the frame was evoked; it has a tree.
        evoked: The trigger with its support.
        frame: The frame whose roles are filled; another one than the evoked when the trigger is negated or lies ahead.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    actor_tokens, actors = _role(scene, view, evoked, frame.actor, deep=False)
    if not actors or (len(actors) > 1 and _is_vague(telling, sentence, actor_tokens)):
        return None
    tokens, recipients = _role(scene, view, evoked, frame.recipient, deep=frame.type != "REQUEST", exclude=actors)
    mutual = frame.mutual
    if not recipients and len(actors) > 1 and (frame.mutual or frame.type in _MUTUAL_TYPES):
        mutual, recipients, tokens = True, actors, actor_tokens
    recipients = recipients or _understood(telling, sentence, evoked, frame, actors)
    actors, recipients = _without_overlap(actors, recipients, mutual=mutual)
    if not actors or not recipients:
        telling.note_doubt("recipient not resolved", sentence, evoked.trigger)
        return None
    return Sides(
        actors=tuple(_actor(scene, view, code, actor_tokens) for code in actors),
        recipients=tuple(_actor(scene, view, code, tokens) for code in recipients),
        mutual=mutual,
    )


def _understood(telling: Telling, sentence: SentenceView, evoked: Evoked, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the recipients that no role names: where an envoy serves, or whom the text is about."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    accredited = _accredited_to(scene, view, fill(view, evoked, "object"), actors)
    if accredited:
        return accredited
    if len(actors) > 1 or not _may_lack_recipient(view, evoked, frame) or _stays_at_home(scene, view, evoked, actors):
        return ()
    return _others(telling, sentence, actors[0], frame)


def _role(
    scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...], *, deep: bool, exclude: tuple[str, ...] = ()
) -> tuple[list[int], tuple[str, ...]]:
    """Return the tokens and codes of the first path that yields a party; then, if `deep`, of the first party named below one."""
    filled = [(path, fill(view, evoked, path)) for path in paths]
    for _, tokens in filled:
        codes = scene.parties_of_all(view, tokens)
        rest = tuple(code for code in codes if code not in exclude)
        if rest:
            return tokens, rest
    if deep:
        for path, tokens in filled:
            if path == "complement":
                continue
            for token in tokens:
                rest = tuple(code for code in _named_below(scene, view, token) if code not in exclude)
                if rest:
                    return [token], rest[:1]
    return [], ()


def _named_below(scene: Scene, view: View, top: int) -> tuple[str, ...]:
    """Return the codes named below a token, in order; not in its relative clauses nor where something only took place."""
    found: list[str] = []
    todo = [top]
    while todo:
        token = todo.pop(0)
        found.extend(scene.parties_of(view, token) if token != top else ())
        todo.extend(
            kid
            for kid in view.children(token)
            if view.relation(kid) != "relcl" and not (view.relation(kid) == "prep" and view.lower[kid] in _LOCATIVE)
        )
    return tuple(dict.fromkeys(found))


def _accredited_to(scene: Scene, view: View, tokens: list[int], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states that the actor's own envoys are accredited to: "recalled its ambassador to Brasilia"."""
    return tuple(dict.fromkeys(person.of for person in scene.people_of_all(view, tokens) if person.of and person.of not in actors))


def _may_lack_recipient(view: View, evoked: Evoked, frame: Frame) -> bool:
    """Say whether an act without a named recipient can be meant for the other side.

    What is promised or asked is meant for the other of the two a text is about. What is praised, blamed or cut is so only when its object
    is missing, points back ("it", "the accord") or is a word such as "side": "supported healthy competition" concerns nobody.
    """
    if frame.type in _SAID_TO_THE_OTHER:
        return "recipient" not in frame.requires
    if frame.type not in _DONE_TO_THE_OTHER or not evoked.verbal:
        return False
    objects = view.objects(evoked.trigger)
    if not objects:
        return not any(word in _TARGET_WORDS for word, _ in view.prepositions(evoked.trigger))
    return all(view.lower[item] in codebook.word_list("side_nouns") or _points_back(view, item) for item in objects)


def _points_back(view: View, token: int) -> bool:
    if view.lower[token] in {"it", "this", "that"}:
        return True
    pointed = any(view.lower[kid] in {"the", "this", "these", "those"} for kid in view.children(token, "det"))
    return pointed and not view.children(token, "prep", "relcl", "acl")


def _stays_at_home(scene: Scene, view: View, evoked: Evoked, actors: tuple[str, ...]) -> bool:
    """Say whether the act is said or done to the actor's own people: "the president ordered his minister to"."""
    tokens = [token for path in ("object", "indirect", "to", "on") for token in fill(view, evoked, path)]
    codes = scene.parties_of_all(view, tokens)
    return bool(codes) and set(codes) <= set(actors)


def _others(telling: Telling, sentence: SentenceView, actor: str, frame: Frame) -> tuple[str, ...]:
    """Return whom an act concerns that names nobody.

    The other party of the sentence; for an outsider who offers, asks or judges in a text about two, both; for one of the two, the other;
    for "criticised the delay", the party that the sentence before began with.
    """
    scene = telling.scene
    definite = frame.type in _DONE_TO_THE_OTHER
    here = [code for code in scene.parties_here(sentence) if code != actor]
    links = scene.links
    pair = links.pair[:2] if links.bilateral else ()
    if len(here) == 1 and (not pair or here[0] in pair or not definite):
        return tuple(here)
    if pair and actor not in pair and set(here) <= set(pair) and (definite or frame.type == "REQUEST" or frame.name in _OUTSIDERS_OFFER):
        return pair
    if pair and actor in pair and not here:
        return tuple(code for code in pair if code != actor)
    if not definite or sentence.index == 0:
        return ()
    before = [code for code in scene.parties_here(scene.sentences[sentence.index - 1]) if code != actor]
    return tuple(before[:1])


def _without_overlap(actors: tuple[str, ...], recipients: tuple[str, ...], *, mutual: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mutual:
        if len(actors) == _PAIR and set(actors) == set(recipients):
            first, second = sorted(actors)
            return (first,), (second,)
        return (tuple(sorted(actors)), tuple(sorted(recipients))) if len({*actors, *recipients}) > 1 else ((), ())
    rest = tuple(code for code in recipients if code not in actors)
    return (actors, rest) if rest else ((), ())


def _is_vague(telling: Telling, sentence: SentenceView, tokens: list[int]) -> bool:
    """Say whether the actors are only a "they" that is not the sentence's topic, or has no two parties before it to point back to."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    links = [view.link(token) for token in tokens]
    if not all(link is not None and isinstance(link.mention.named, Pronoun) for link in links):
        return False
    if min(tokens) > _SENTENCE_START:
        return True
    before = telling.scene.sentences[sentence.index - 1] if sentence.index else None
    return before is None or len(telling.scene.parties_here(before)) < _PAIR


def _actor(scene: Scene, view: View, code: str, tokens: list[int]) -> Actor:
    """Return one side by the words that name it, with PLOVER's sector when an office or institution is named."""
    for token in tokens:
        for index in view.subtree(token):
            link = view.link(index)
            if link is None or code not in link.parties or isinstance(link.mention.named, Pronoun):
                continue
            return Actor(name=scene.text(view.tokens[index].span), country=code, sector=_sector(scene, view, index))
    return Actor(name=kb.state_name(code), country=code, sector=None)


def _sector(scene: Scene, view: View, token: int) -> str:
    link = view.link(token)
    named = link.mention.named if link is not None else None
    office = named.office if isinstance(named, OfficeName) else None
    if isinstance(named, PersonName):
        people = scene.people_of(view, token)
        office = people[0].offices[0] if people and people[0].offices else None
    return codebook.sector_of(office)
