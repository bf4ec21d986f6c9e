"""Who acts and who is acted upon in an event: the roles of its frame, and what the text leaves to be understood."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import codebook, kb
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.nearest_parties import describes_a_state, nearest_actors, nearest_pair, nearest_recipients
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.understood import understood_actors, understood_recipients
from dragoman.claims.view import View
from dragoman.codebook import Frame
from dragoman.values.claim import Actor
from dragoman.values.mention import OfficeName, OrganisationName, PersonName, Pronoun, StateName

__all__ = ["Sides", "find_sides"]

_MUTUAL_TYPES = frozenset({"AGREE", "COOPERATE", "ASSAULT", "RETREAT", "CONSULT"})
_LOCATIVE = frozenset({"in", "at", "on", "near", "during"})
_NEVER_DEEP = frozenset({"accuse.call"})  # "called it a breach of UN resolutions" blames no UN
_PROMISES = frozenset({"agree.promise", "agree.offer"})
_OBJECTS = frozenset({"object", "indirect"})
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
    if actor_tokens and all(_is_private(view, token) for token in actor_tokens):
        return None
    if len(actors) > 1 and _is_vague(telling, sentence, actor_tokens):
        return None
    if len(actors) > _PAIR and not frame.mutual:
        actors = _without_the_target(scene, view, evoked, frame, actors)
    actors = actors or understood_actors(telling, sentence, evoked, frame) or _nearest_actors(scene, sentence, evoked, frame)
    if not actors:
        return None
    tokens, recipients = _role(
        scene, view, evoked, frame.recipient, deep=frame.type != "REQUEST" and frame.name not in _NEVER_DEEP, exclude=actors
    )
    if frame.name == "retreat.withdraw" and any(not kb.is_state(code) for code in recipients):
        return None  # who leaves an organisation gives up no ground
    mutual = frame.mutual
    if not recipients and len(actors) > 1 and (frame.mutual or (frame.type in _MUTUAL_TYPES and not _gives(view, evoked))):
        mutual, recipients, tokens = True, actors, actor_tokens
    recipients = (
        recipients
        or nearest_recipients(scene, sentence, evoked, frame, actors, described=True)
        or understood_recipients(telling, sentence, evoked, frame, actors)
        or nearest_recipients(scene, sentence, evoked, frame, actors)
    )
    actors, recipients = _without_overlap(actors, recipients, mutual=mutual)
    if not actors or not recipients:
        telling.note_doubt("recipient not resolved", sentence, evoked.trigger)
        return None
    return Sides(
        actors=tuple(_actor(scene, view, code, actor_tokens) for code in actors),
        recipients=tuple(_actor(scene, view, code, tokens) for code in recipients),
        mutual=mutual,
    )


def _gives(view: View, evoked: Evoked) -> bool:
    """Say whether several promise or offer things, which go to somebody else: "Chile and Peru promised *tents*"."""
    return evoked.frame.name in _PROMISES and evoked.verbal and bool(view.objects(evoked.trigger))


def _nearest_actors(scene: Scene, sentence: SentenceView, evoked: Evoked, frame: Frame) -> tuple[str, ...]:
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    _, recipients = _role(scene, view, evoked, frame.recipient, deep=False)
    return nearest_actors(scene, sentence, evoked, frame, recipients) or nearest_pair(scene, sentence, evoked, frame)


def _is_private(view: View, token: int) -> bool:
    """Say whether a token is a company, a charity or a club with a nationality, which acts for no state."""
    return view.link(token) is None and view.lower[token] in codebook.word_list("private_bodies")


def _without_the_target(scene: Scene, view: View, evoked: Evoked, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out of a group of actors whom the act names as its target: "the five leaders rejected *Togo's* request"."""
    tokens, named = _role(scene, view, evoked, frame.recipient, deep=False)
    links = (view.link(token) for token in tokens)
    if not any(link is not None and isinstance(link.mention.named, StateName | OrganisationName) for link in links):
        return actors
    return tuple(code for code in actors if code not in named) or actors


def _role(
    scene: Scene, view: View, evoked: Evoked, paths: tuple[str, ...], *, deep: bool, exclude: tuple[str, ...] = ()
) -> tuple[list[int], tuple[str, ...]]:
    """Return the tokens and codes of the first path that yields a party; then, if `deep`, of the first party named below one."""
    filled = [(path, fill(view, evoked, path)) for path in paths]
    for path, tokens in filled:
        codes = scene.parties_of_all(view, tokens)
        rest = tuple(code for code in codes if code not in exclude)
        if rest:
            return tokens, rest
        if exclude and path in _OBJECTS and any(describes_a_state(view, token) for token in tokens):
            return [], ()  # "invited *the country* to join": who else is named further on is not meant
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
