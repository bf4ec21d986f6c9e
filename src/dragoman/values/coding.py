"""The relation between two given parts of a sentence, as PLOVER codes it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.values.span import Span

__all__ = ["Coding", "DecidedBy", "TypeScore"]


class DecidedBy(StrEnum):
    """What had the last word on a coding."""

    RULES = "rules"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeScore:
    """What speaks for one type: the probability that model and rules give it together, or the share the rules give it."""

    type: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """What the actor does to the recipient in one sentence.

    Attributes:
        type: One of PLOVER's 16 types; there always is one.
        runner_up: The type that came second.
        scores: Every type with its score, the best first; scores add up to 1.
        actor: Where the actor stands in the sentence.
        recipient: Where the recipient stands.
        words: The words that decided, in order, without overlap; empty when no rule found any.
        cameo: The most specific CAMEO code that a rule gives for `type`, or None.
        goldstein: Goldstein's score of `cameo`, or None.
        rule: The rule that found the words, as ``accuse.criticise``; None when no rule found any.
        decided_by: Whether the rules or the learned second opinion settled the type.
        model: The name and version of the second opinion where one was asked, else None.
        note: Why no second opinion was asked although one was wanted ("the model file is not installed"), or None.
    """

    type: str
    runner_up: str
    scores: tuple[TypeScore, ...]
    actor: Span
    recipient: Span
    words: tuple[Span, ...]
    cameo: str | None
    goldstein: float | None
    rule: str | None
    decided_by: DecidedBy
    model: str | None = None
    note: str | None = None
