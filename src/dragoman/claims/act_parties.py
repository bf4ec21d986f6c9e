"""Who the parties of a written act are: those that its name and its verb give, else those of the talk, sitting or act being told."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.acts import Act, is_plain
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Encounter, Instrument, Session, Status
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, Pronoun, StateName

__all__ = ["Sides", "complete_by_talk", "find_sides", "find_told_act"]

_TALK_REACH = 4
_ACT_REACH = 8
_ALONE = frozenset({"ratified", "approved", "suspended", "terminated"})
_ONLY_NAMED = frozenset({"instrument.announce", "instrument.withdraw"})
_BROKERED = frozenset({"brokered", "mediated", "facilitated"})
_FIRST_PERSON = frozenset({"us", "me"})
_MOST_PARTIES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties of an act, and the act told before that it points at ("the agreement was signed"), if any."""

    parties: tuple[str, ...] = ()
    told: Instrument | None = None

    @property
    def are_known(self) -> bool:
        """Say whether these are enough for an act between parties."""
        return 1 < len(self.parties) <= _MOST_PARTIES


def find_sides(telling: Telling, sentence: SentenceView, act: Act, evoked: Evoked | None) -> Sides:
    """Return the parties of an act.

    Those in its name, "between" and "with" come first, then those who act on it. An act that only points back ("the agreement") has those
    of the act told before. What is still missing is filled from the talk or sitting being told, or from the two states that the text is
    about; never for acts of many parties, nor where a company or another body without a code acts.
    """
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    named = _named_sides(telling, view, act, evoked)
    if len(named) > 1:
        return Sides(parties=named)
    if len(view.prepositional(act.token, "between")) > 1 and named:
        return Sides()  # between two of one state
    agents = [item for item in _agents(view, evoked) if item != act.token]
    partners = _partners(view, act, evoked)
    if not _are_parties(telling, view, agents, partners):
        return Sides()
    acting = scene.parties_of_all(view, agents)
    if evoked is None or evoked.frame.name != "instrument.withdraw":
        named = _once(*named, *scene.parties_of_all(view, view.possessors(act.token)), *acting)
    named = _once(*named, *scene.parties_of_all(view, partners))
    if len(named) < 2:
        named = _in_clauses(telling, view, act, evoked, named)
    told = find_told_act(telling, sentence, act)
    if told is not None and is_plain(act) and not any(_names_state(view, item) for item in agents):
        return Sides(parties=told.parties, told=told)  # "both parliaments" are those of the act, whoever was told of since
    if len(named) > 1:
        return Sides(parties=named, told=told if told is not None and set(told.parties) == set(named) else None)
    if told is not None:
        return Sides(parties=told.parties, told=told) if {*named, *acting} <= set(told.parties) else Sides()
    vague = (is_plain(act) and act.named.definite) or (evoked is not None and evoked.frame.name in _ONLY_NAMED)
    return Sides() if vague else Sides(parties=_complete(telling, sentence, act, evoked, named, agents))


def _are_parties(telling: Telling, view: View, agents: list[int], partners: list[int]) -> bool:
    """Say whether those who act may be states: no company or fund, and nobody met as "us", who is a party that nothing names."""
    scene = telling.scene
    if any(view.lower[item] in _FIRST_PERSON and not scene.parties_of(view, item) for item in partners):
        return False
    return not agents or bool(scene.parties_of_all(view, agents)) or any(_stands_for_parties(view, item) for item in agents)


def _named_sides(telling: Telling, view: View, act: Act, evoked: Evoked | None) -> tuple[str, ...]:
    """Return the parties in an act's name and under "between" and "among", at the act or at the verb."""
    found = list(act.link.parties)
    subjects = [item for word in ("on", "of", "for") for item in view.prepositional(act.token, word)]  # "on borders between X and Y"
    for site in (act.token, *subjects, *([evoked.trigger] if evoked is not None else [])):
        for word in ("between", "among"):
            found.extend(telling.scene.parties_of_all(view, view.prepositional(site, word)))
        if len(set(found)) > 1:
            break
    return _once(*found)


def _agents(view: View, evoked: Evoked | None) -> list[int]:
    """Return who acts on an act by the frame's paths; who only brokers it does not count."""
    if evoked is None:
        return []
    return [item for path in evoked.frame.actor if path not in {"with", "between"} for item in fill(view, evoked, path)]


def _partners(view: View, act: Act, evoked: Evoked | None) -> list[int]:
    """Return who stands under "with" at the act or behind its verb; "with the EU as broker" names no partner."""
    found = list(view.prepositional(act.token, "with"))
    if evoked is not None:
        found.extend(item for item in fill(view, evoked, "with") if item > evoked.trigger)
    sites = [*found, *([evoked.trigger] if evoked is not None else [])]
    helpers = any(view.lower[item] in rule_words("helpers") for site in sites for item in view.prepositional(site, "as"))
    return [] if helpers else found


def _in_clauses(telling: Telling, view: View, act: Act, evoked: Evoked | None, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties of the clauses that hang on an act ("the treaty that X signed with Y"), or named below the subject of its verb."""
    found, token = list(named), act.token
    for kid in view.clause_children(token):
        if view.lower[kid] in _BROKERED:
            continue
        tokens = [item for item in view.subjects(kid) if item != token]
        found.extend(telling.scene.parties_of_all(view, [*tokens, *view.prepositional(kid, "with"), *view.prepositional(kid, "between")]))
    if set(act.title.lower().split()) & rule_words("many_sided") or (evoked is not None and evoked.frame.name in _ONLY_NAMED):
        return _once(*found)
    for verb in (
        evoked.trigger if evoked is not None and evoked.verbal and evoked.frame.name != "instrument.broker" else None,
        view.governing_verb(token),
    ):
        if len(set(found)) < 2 and verb is not None:
            below = _once(*(code for subject in view.subjects(verb) for code in telling.scene.parties_below(view, subject)))
            found = list(below) if len(below) == 2 else found
    return _once(*found)


def find_told_act(telling: Telling, sentence: SentenceView, act: Act) -> Instrument | None:
    """Return the act told before that a definite one points at, the latest one of its kind that shares its modifiers."""
    if not act.named.definite or act.named.proper or act.named.type in {"letter", "statement"}:
        return None
    words = act.title.lower().split()
    general = words[-1] in rule_words("general_acts") or act.named.title.lower().split()[-1] in rule_words("general_acts")
    about = (
        set(words)
        - rule_words("plain_modifiers")
        - rule_words("act_subject")
        - {"the", "of", "between", act.named.title.lower().split()[-1]}
    )
    for draft in reversed(telling.drafts):
        content = draft.content
        if not isinstance(content, Instrument) or content.type == "letter" or sentence.index - draft.sentence > _ACT_REACH:
            continue
        if content.type != act.named.type and not general:
            continue
        if about <= set(content.title.lower().split()):
            return content
    return None


def _complete(
    telling: Telling, sentence: SentenceView, act: Act, evoked: Evoked | None, known: tuple[str, ...], agents: list[int]
) -> tuple[str, ...]:
    """Complete one party or none; the looser the telling, the nearer the talk must stand that gives the rest."""
    view, links = sentence.view, telling.scene.links
    assert view is not None  # noqa: S101 - called on parsed sentences
    pair = links.pair[:2] if links.bilateral else ()
    if set(act.title.lower().split()) & rule_words("many_sided"):
        return known
    if evoked is None:  # an old treaty merely named
        here = telling.scene.parties_here(sentence)
        return pair if {*known, *here} <= set(pair) and "convention" not in act.title.lower() else known
    if (act.named.proper and not evoked.verbal) or (evoked.frame.stage == "negotiated" and is_plain(act)):
        return known
    if not evoked.verbal or act.named.type in {"statement", "declaration"}:
        return complete_by_talk(telling, sentence, known, reach=2)
    if known and agents and not any(_is_person(view, item) for item in agents):
        alone = evoked.frame.stage in _ALONE
        return pair if alone and set(known) <= set(pair) else complete_by_talk(telling, sentence, known, reach=1)
    here = telling.scene.parties_here(sentence)
    if len(here) == 2 and set(known) <= set(here):
        return here
    talk = complete_by_talk(telling, sentence, known)
    if len(talk) > 1:
        return talk
    return pair if {*known, *here} <= set(pair) else known


def complete_by_talk(telling: Telling, sentence: SentenceView, known: tuple[str, ...], *, reach: int = _TALK_REACH) -> tuple[str, ...]:
    """Return the parties of the sitting or talk told last, at most `reach` sentences before, when it has all that are known; else those."""
    latest: Draft | None = None
    for draft in (*telling.encounters, *telling.sessions):
        content = draft.content
        if draft.background or draft.status is Status.DENIED or not 0 <= sentence.index - draft.sentence <= reach:
            continue
        if (
            isinstance(content, Encounter | Session)
            and set(known) <= set(content.parties)
            and (latest is None or draft.sentence >= latest.sentence)
        ):
            latest = draft
    return latest.content.parties if latest is not None and isinstance(latest.content, Encounter | Session) else known


def _stands_for_parties(view: View, token: int) -> bool:
    link = view.link(token)
    if link is None:
        return view.lower[token] in rule_words("signers")
    return isinstance(link.mention.named, GroupName | Pronoun | PersonName | OfficeName)


def _names_state(view: View, token: int) -> bool:
    link = view.link(token)
    named = link.mention.named if link is not None else None
    if isinstance(named, OfficeName):
        return bool(named.country or named.countries)
    return isinstance(named, StateName | OrganisationName) or (isinstance(named, PersonName) and link is not None and bool(link.parties))


def _is_person(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and (bool(link.persons) or isinstance(link.mention.named, Pronoun | GroupName))


def _once(*codes: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
