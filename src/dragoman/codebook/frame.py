"""What a frame is: the words that evoke a record kind or event type, and the grammatical paths that fill its roles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.values.claim import Kind, Status

__all__ = ["PATHS", "PREPOSITIONS", "Complement", "Frame", "FrameTrigger", "TriggerKind"]

PREPOSITIONS = tuple(
    "about above across after against along alongside among around at before behind beside between beyond by during for from in "
    "inside into near of off on onto out outside over through to toward towards under upon with within without".split()
)

PATHS = frozenset(
    (
        *("subject", "object", "indirect", "possessor", "complement", "complement.subject", "complement.object"),
        *PREPOSITIONS,
        *(f"object.{path}" for path in ("possessor", *PREPOSITIONS)),
    )
)
"""The paths from a trigger to the words that fill a role.

``subject`` is the logical subject: the subject of an active verb, the by-agent of a passive one. ``object`` is the logical object: the
direct object of an active verb, the subject of a passive one. ``indirect`` is the dative ("gave *Chad* grain"). A preposition names what
stands under it. ``possessor`` is a noun's genitive, possessive pronoun, nationality adjective or compound. ``complement`` is anything
inside the trigger's clausal complement, ``complement.subject`` and ``complement.object`` its subject and object. ``object.P`` takes path P
from the object's head instead of from the trigger ("condemned *Mali's* decision" is ``object.possessor``).
"""


class Complement(StrEnum):
    """What the clausal complement of a trigger is."""

    CONTENT = "content"  # what is asked, promised, praised: kept as the event's content; triggers inside it yield nothing that happened
    SKIP = "skip"  # neither content nor read: triggers inside it yield nothing


class TriggerKind(StrEnum):
    """The word class under which a trigger is looked up."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One frame of the codebook.

    Attributes:
        name: Unique, as ``accuse.condemn``.
        kind: The record kind it evokes.
        type: PLOVER's type for events, the codebook's ``type`` for other kinds; None when the mention decides (instruments, positions).
        mode: PLOVER's mode.
        cameo: The most specific CAMEO code that the words alone give.
        contexts: PLOVER's contexts.
        stage: For instruments and projects, the stage it tells.
        actor: Paths tried in order for who does it; the first one that yields a party wins.
        recipient: The same for who it is done to.
        requires: Roles without which the frame yields nothing.
        mutual: True when it counts in both directions.
        silent: True when it evokes nothing: it keeps a more general trigger from being read ("ask about" is no request).
        complement: What the trigger's clausal complement is; None reads it as any other clause.
        negated: The frame that the negated trigger evokes ("did not recognise" → reject); None leaves the status ``denied``.
        future: The frame that the future or promised trigger evokes ("will send aid" → agree).
        status: A status that holds whatever the verb's tense says.
        object: When not empty, the head of the trigger's object is one of these forms.
        excludes_object: The head of the trigger's object is none of these forms.
    """

    name: str
    kind: Kind
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    stage: str | None = None
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    requires: tuple[str, ...] = ("actor",)
    mutual: bool = False
    silent: bool = False
    complement: Complement | None = None
    negated: str | None = None
    future: str | None = None
    status: Status | None = None
    object: frozenset[str] = frozenset()
    excludes_object: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameTrigger:
    """One way to evoke a frame.

    Attributes:
        kind: Verb, noun, adjective or phrase.
        lemma: The head word; for a phrase, all its words.
        preceding: Words directly before the head ("joint" in "joint exercise").
        following: Particles and prepositions after the head, in order ("out", "at" in "hit out at").
    """

    frame: Frame
    kind: TriggerKind
    lemma: str
    preceding: tuple[str, ...] = ()
    following: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """The trigger as written in the frame file."""
        return (*self.preceding, *self.lemma.split(), *self.following)
