"""Where triggers of the lexicon stand in a parsed sentence.

A trigger's words must stand in order and near each other; what a verb acts on is asked of the parse and, where that says nothing, of the
words behind it. The small parser is often wrong about idioms, so nearness counts more than grammar here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.claims.view import View
from dragoman.codebook.frame import PREPOSITIONS
from dragoman.coding.lexicon import Trigger, WordClass, load_lexicon

__all__ = ["Match", "find_matches", "surface"]

_FAR, _NEAR = 5, 3  # tokens that may stand between the words of a verb's idiom, and of a noun's
_PARTICLES = frozenset({*PREPOSITIONS, "away", "back", "down", "up", "together", "home", "that", "out", "off", "aside", "alongside"})
_PAST_OBJECT = frozenset({",", ";", ":", "but", "while", "after", "before", "because", "who", "which", "that", "if", "as", "--", "—", "–"})
_OBJECT_REACH = 7
_CLOSING = frozenset({";", ":", "."})
_TENSED = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Match:
    """A trigger found: its head token, all its tokens, and the tokens of the object that was asked for."""

    trigger: Trigger
    head: int
    tokens: tuple[int, ...]
    object: tuple[int, ...] = ()


def surface(view: View, text: str) -> tuple[str, ...]:
    """Return the words of the sentence as written, in lower case; of a mention its last word."""
    return tuple(token.span.cut(text).lower().split(" ")[-1] if token.link is not None else token.text.lower() for token in view.tokens)


def find_matches(view: View, words: tuple[str, ...], given: frozenset[int]) -> list[Match]:
    """Return every trigger that stands in the sentence, in order; the two given tokens evoke nothing."""
    return [match for index in range(len(view)) if index not in given for match in _matches_at(view, words, index, given)]


def _matches_at(view: View, words: tuple[str, ...], index: int, given: frozenset[int]) -> Iterator[Match]:
    for trigger in load_lexicon().by_form.get(words[index], ()):
        if not _fits_class(view, index, trigger):
            continue
        tokens = _sequence(view, words, index, trigger, given)
        if tokens is None:
            continue
        head = _head(trigger, tokens)
        if trigger.personal and given.isdisjoint((*view.objects(head), *(item for _, item in view.prepositions(head)))):
            continue
        if trigger.kind is not WordClass.VERB or not (trigger.object or trigger.excludes):
            yield Match(trigger, head, tokens)
            continue
        if trigger.excludes and _object_among(view, words, tokens, trigger.excludes):
            continue
        if not trigger.object:
            yield Match(trigger, head, tokens)
            continue
        found = _object_among(view, words, tokens, trigger.object)
        if found:
            yield Match(trigger, head, tokens, found)


def _fits_class(view: View, index: int, trigger: Trigger) -> bool:
    tag, relation = view.tokens[index].tag, view.relation(index)
    if view.link(index) is not None:
        return False
    match trigger.kind:
        case WordClass.VERB:
            if relation in {"aux", "auxpass"}:
                return False
            return tag.startswith("VB") or (
                tag in {"NN", "NNS", "NNP", "JJ"} and relation in {"ROOT", "conj", "relcl", "ccomp", "xcomp", "advcl"}
            )
        case WordClass.NOUN:
            return tag.startswith("NN") or (
                tag in {"VBG", "VB", "JJ"} and relation in {"pobj", "dobj", "nsubj", "nsubjpass", "compound", "amod"}
            )
        case WordClass.ADJECTIVE:
            return tag.startswith(("JJ", "VBN", "RB", "NN"))
        case _:
            return True


def _sequence(view: View, words: tuple[str, ...], index: int, trigger: Trigger, given: frozenset[int]) -> tuple[int, ...] | None:
    """Return the tokens of the trigger's words, or None when one of them does not follow."""
    found = [index]
    reach = 0 if trigger.kind is WordClass.PHRASE else _FAR if trigger.kind is WordClass.VERB else _NEAR
    for forms in trigger.rest:
        stop = min(_first_stop(view, words, found[-1] + 1, given), found[-1] + 2 + reach)
        following = _next(view, words, found, forms, stop)
        if following is None and reach and not forms.isdisjoint(_PARTICLES):
            following = next((kid for step in found for kid in view.tokens[step].children if kid > found[-1] and words[kid] in forms), None)
        if following is None:
            return None
        found.append(following)
    return tuple(found)


def _first_stop(view: View, words: tuple[str, ...], start: int, given: frozenset[int]) -> int:
    """Return the first place behind `start` where another clause begins: past a mark or a verb with its own tense."""
    for position in range(start, len(words)):
        if words[position] in _CLOSING or (position not in given and view.tokens[position].tag in _TENSED):
            return position + 1
    return len(words)


def _next(view: View, words: tuple[str, ...], found: list[int], forms: frozenset[str], stop: int) -> int | None:
    """Return where one of `forms` follows before `stop`; a preposition must stand next to the words before it, or hang on them."""
    particle = not forms.isdisjoint(_PARTICLES)
    for position in range(found[-1] + 1, min(stop, len(words))):
        if words[position] in forms and (not particle or position == found[-1] + 1 or _belongs(view, position, found)):
            return position
    return None


def _belongs(view: View, particle: int, found: list[int]) -> bool:
    """Say whether a preposition hangs on one of the trigger's words, or on what hangs there."""
    up = view.path_up(particle)[1:3]
    return any(step in found for step in up)


def _head(trigger: Trigger, tokens: tuple[int, ...]) -> int:
    """Return the token that carries the trigger's arguments: the verb, or the last noun."""
    if trigger.kind is WordClass.VERB:
        return tokens[0]
    nouns = [token for token, word in zip(tokens, trigger.words, strict=True) if word not in _PARTICLES]
    return nouns[-1] if nouns else tokens[0]


def _object_among(view: View, words: tuple[str, ...], tokens: tuple[int, ...], wanted: frozenset[tuple[str, ...]]) -> tuple[int, ...]:
    for index in _object_tokens(view, words, tokens):
        for length in (2, 1):
            if index - length + 1 >= 0 and tuple(words[index - length + 1 : index + 1]) in wanted:
                return tuple(range(index - length + 1, index + 1))
    return ()


def _object_tokens(view: View, words: tuple[str, ...], tokens: tuple[int, ...]) -> list[int]:
    """Return the nouns a verb acts on, the nearest first, with what these measure ("a series of *attacks*")."""
    verb, last = tokens[0], tokens[-1]
    heads = [*view.objects(verb), *view.children(verb, "oprd")]
    if view.is_passive(verb):
        heads += view.children(verb, "nsubjpass")
    for token in tokens[1:]:
        heads += view.children(token, "pobj", "dobj")
    found: list[int] = []
    for head in view.all_conjuncts(heads):
        found.append(head)
        found += view.prepositional(head, "of") + view.prepositional(head, "in")
        found += view.children(head, "compound", "amod", "nmod")
    if not heads or len(found) < 2:
        for position in range(last + 1, min(last + 1 + _OBJECT_REACH, len(words))):
            if words[position] in _PAST_OBJECT or view.tokens[position].tag in {"VBD", "VBZ", "VBP", "MD"}:
                break
            found.append(position)
    return list(dict.fromkeys(found))
