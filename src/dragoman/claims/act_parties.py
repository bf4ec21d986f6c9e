"""Who the parties of a written act are: those that its name and its verb give, else those of the talk, sitting or act being told."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.acts import Act, act_at, is_plain
from dragoman.claims.draft import Draft
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Encounter, Instrument, Session, Status
from dragoman.values.link import Link
from dragoman.values.mention import GroupName, OfficeName, OrganisationName, PersonName, Pronoun, StateForm, StateName

__all__ = ["Sides", "complete_by_talk", "find_sides", "find_told_act"]

_TALK_REACH = 4
_ACT_REACH = 8
_ALONE = frozenset({"ratified", "approved", "suspended", "terminated"})
_ONLY_NAMED = frozenset({"instrument.announce", "instrument.withdraw"})
_BROKERED = frozenset({"brokered", "mediated", "facilitated"})
_FIRST_PERSON = frozenset({"us", "me"})
_GROUP_REACH = 6
_UNDER_WITHIN = 9
_GROUP_SIZES = {"three": 3, "four": 4, "five": 5, "six": 6}
_MOST_PARTIES = 12
_TOLD_STAGES = frozenset({"signed", "negotiated", "initialled", "ratified", "in force", "terminated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties of an act, and the act told before that it points at ("the agreement was signed"), if any."""

    parties: tuple[str, ...] = ()
    told: Instrument | None = None

    @property
    def are_known(self) -> bool:
        """Say whether these are enough for an act between parties."""
        return 1 < len(self.parties) <= _MOST_PARTIES


def find_sides(telling: Telling, sentence: SentenceView, act: Act, evoked: Evoked | None) -> Sides:  # noqa: PLR0911 - one for each way to name them
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
    if evoked is None or evoked.frame.name != "instrument.withdraw" or partners:
        named = _once(*named, *scene.parties_of_all(view, view.possessors(act.token)), *acting)
    named = _once(*named, *scene.parties_of_all(view, partners))
    if len(named) < 2:
        named = _in_clauses(telling, view, act, evoked, named)
    told = find_told_act(telling, sentence, act)
    if told is not None and is_plain(act) and not any(_names_state(view, item) for item in agents):
        return Sides(parties=told.parties, told=told)  # "both parliaments" are those of the act, whoever was told of since
    size = _size_of_group(telling, view, agents)
    if size > 2 and len(named) != size:
        return Sides(parties=_group_named_before(telling, sentence, size))
    named = _once(*named, *_below_act(telling, view, act, named))
    if len(named) > 1:
        return Sides(parties=named, told=told if told is not None and set(told.parties) == set(named) else None)
    if told is not None:
        return Sides(parties=told.parties, told=told) if {*named, *acting} <= set(told.parties) else Sides()
    if evoked is not None and evoked.frame.name in _ONLY_NAMED:
        return Sides()
    if is_plain(act) and act.named.definite:
        return Sides(parties=_two_named(telling, sentence, act, evoked, (*named, *acting)))
    return Sides(parties=_complete(telling, sentence, act, evoked, named, agents))


def _below_act(telling: Telling, view: View, act: Act, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the one other state that an act is to do something for: "signed an agreement to lend Rwanda 19 million dollars"."""
    if len(known) != 1:
        return ()
    purposes = [kid for kid in view.children(act.token, "acl") if view.tokens[kid].tag == "VB"]
    codes = _once(*(code for kid in purposes for code in telling.scene.parties_below(view, kid) if code not in known))
    return codes if len(codes) == 1 else ()


def _size_of_group(telling: Telling, view: View, agents: list[int]) -> int:
    """Return how many "the four presidents" are, 0 when no number is told."""
    links = [link for item in agents if (link := view.link(item)) is not None]
    words = {word for link in links for word in telling.scene.text(link.mention.span).lower().split()}
    return max((_GROUP_SIZES.get(word, 0) for word in words), default=0)


def _group_named_before(telling: Telling, sentence: SentenceView, size: int) -> tuple[str, ...]:
    """Return the states that one part of a sentence before names together, so many as the group has."""
    for index in range(sentence.index - 1, max(-1, sentence.index - _GROUP_REACH), -1):
        codes = _once(
            *(
                code
                for link in telling.scene.sentences[index].linked.links
                if isinstance(link.mention.named, StateName) and link.mention.named.form is not StateForm.CAPITAL
                for code in link.parties
            )
        )
        if len(codes) == size:
            return codes
        if len(codes) > size:
            return ()
    return ()


def _are_parties(telling: Telling, view: View, agents: list[int], partners: list[int]) -> bool:
    """Say whether those who act may be states: no company or fund, and nobody met as "us", who is a party that nothing names."""
    scene = telling.scene
    if any(view.link(item) is None and view.lower[item] in rule_words("business_partners") for item in partners):
        return False
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
            return _once(*found)
    return _once(*found, *telling.scene.parties_of_all(view, _under_next(view, act.token, ("between", "among"))))


def _under_next(view: View, token: int, words: tuple[str, ...]) -> list[int]:
    """Return what stands under a preposition a few words behind an act, wherever the parse hangs it: "Agreement No. 4 between X and Y"."""
    for item in range(token + 1, min(len(view), token + _UNDER_WITHIN)):
        if view.is_verb(item) or view.lower[item] in {",", ";", ":"} or act_at(view, item) is not None:
            return []
        if view.lower[item] in words:
            return [inner for kid in view.children(item, "pobj") for inner in view.conjuncts(kid)]
    return []


def _agents(view: View, evoked: Evoked | None) -> list[int]:
    """Return who acts on an act by the frame's paths; who only brokers it does not count."""
    if evoked is None:
        return []
    by_law = evoked.verbal and view.tokens[evoked.trigger].tag == "VBG" and view.relation(evoked.trigger) == "acl"
    if evoked.frame.stage == "ratified" and (by_law or not evoked.verbal):  # "the cabinet approved a bill on the ratification of"
        verb = view.governing_verb(evoked.trigger)
        return [*fill(view, evoked, "by"), *(view.subjects(verb) if verb is not None else ())]
    if evoked.verbal and _is_bare_participle(view, evoked.trigger):
        return fill(view, evoked, "by")
    active = evoked.verbal and not view.is_passive(evoked.trigger)  # "by way of the neighbour's grid" names no agent
    left_out = {"with", "between", "by"} if active else {"with", "between"}
    found = [item for path in evoked.frame.actor if path not in left_out for item in fill(view, evoked, path)]
    return (
        found
        if evoked.verbal
        else [item for item in found if view.link(item) is not None or view.lower[item] not in rule_words("occasions")]
    )


def _is_bare_participle(view: View, verb: int) -> bool:
    """Say whether a verb is a participle that an act undergoes: "the agreement on science, signed in 1984"."""
    return (
        view.tokens[verb].tag == "VBN"
        and view.relation(verb) == "advcl"
        and not view.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "dobj", "mark")
    )


def _partners(view: View, act: Act, evoked: Evoked | None) -> list[int]:
    """Return who stands under "with" at the act or behind its verb; "with the EU as broker" names no partner."""
    found = list(view.prepositional(act.token, "with")) or _under_next(view, act.token, ("with",))
    if evoked is not None:
        found.extend(item for item in fill(view, evoked, "with") if item > evoked.trigger)
    sites = [*found, *([evoked.trigger] if evoked is not None else [])]
    helpers = any(view.lower[item] in rule_words("helpers") for site in sites for item in view.prepositional(site, "as"))
    return [] if helpers else found


def _in_clauses(telling: Telling, view: View, act: Act, evoked: Evoked | None, named: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties of the clauses that hang on an act ("the treaty that X signed with Y"), or named below the subject of its verb."""
    found, token = list(named), act.token
    for kid in view.clause_children(token):
        if view.lower[kid] in _BROKERED or view.lower[kid] in rule_words("paying_verbs"):
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
    if sentence.view is not None and act.token + 1 < len(sentence.view) and sentence.view.lower[act.token + 1] in {"itself", "proper"}:
        return None  # "the agreement itself" is set against the protocol told of
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
        if content.type != act.named.type and (not general or (content.type == "statement" and not words[-1].startswith("document"))):
            continue
        if about <= set(content.title.lower().split()):
            return content
    return None


def _complete(  # noqa: PLR0911 - one for each way of telling
    telling: Telling, sentence: SentenceView, act: Act, evoked: Evoked | None, known: tuple[str, ...], agents: list[int]
) -> tuple[str, ...]:
    """Complete one party or none; the looser the telling, the nearer the talk must stand that gives the rest."""
    view, links = sentence.view, telling.scene.links
    assert view is not None  # noqa: S101 - called on parsed sentences
    pair = links.pair[:2] if links.bilateral else ()
    if set(act.title.lower().split()) & rule_words("many_sided"):
        return known
    if evoked is None:  # an old treaty merely named
        clause = _in_main_clause(telling, view, act.token) if act.named.proper and "convention" not in act.title.lower() else ()
        if len(clause) == 2 and set(known) <= set(clause):
            return clause
        here = telling.scene.parties_here(sentence)
        return pair if {*known, *here} <= set(pair) and "convention" not in act.title.lower() else known
    aside = not evoked.verbal or _is_bare_participle(view, evoked.trigger)
    if (act.named.proper and aside) or (evoked.frame.stage == "negotiated" and is_plain(act)):
        return known
    if (not evoked.verbal and evoked.frame.stage != "negotiated") or act.named.type in {"statement", "declaration"}:
        here, talk = telling.scene.parties_here(sentence), complete_by_talk(telling, sentence, known, reach=2)
        return here if len(talk) < 2 and len(here) == 2 and set(known) <= set(here) and not evoked.verbal else talk
    if known and agents and not any(_is_person(view, item) for item in agents):
        alone = evoked.frame.stage in _ALONE
        return pair if alone and set(known) <= set(pair) else complete_by_talk(telling, sentence, known, reach=1)
    here = telling.scene.parties_here(sentence)
    if len(here) == 2 and set(known) <= set(here):
        return here
    talk = complete_by_talk(telling, sentence, known)
    if len(talk) > 1:
        return talk
    if {*known, *here} <= set(pair):
        return pair
    home = links.home
    return (
        _once(home, *known) if home is not None and home in links.pair[:2] and _partners(view, act, evoked) and len(known) == 1 else known
    )


def _in_main_clause(telling: Telling, view: View, token: int) -> tuple[str, ...]:
    """Return the parties named in the main clause that a token stands in, other main clauses of the sentence left out."""
    top = next((step for step in view.path_up(token) if view.is_verb(step) and view.relation(step) in {"conj", "ROOT"}), None)
    if top is None:
        return ()
    others = {item for kid in view.children(top, "conj") if view.is_verb(kid) for item in view.subtree(kid)}
    return telling.scene.parties_of_all(view, [item for item in view.subtree(top) if item not in others and view.link(item) is not None])


def _two_named(telling: Telling, sentence: SentenceView, act: Act, evoked: Evoked | None, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the two that alone are named before "the deal" in its sentence, or in the one before: a paraphrase told of it there."""
    if evoked is None or evoked.frame.stage not in _TOLD_STAGES:
        return ()
    sentences = telling.scene.sentences
    for before in (sentence, *sentences[max(0, sentence.index - 1) : sentence.index]):
        codes = _once(*(code for link in before.linked.links if _is_named(link) for code in link.parties))
        if codes:
            return codes if len(codes) == 2 and set(known) <= set(codes) else ()
        if act.named.type == "contract":
            return ()  # of companies, unless its own sentence names two states
    pair = telling.scene.links.pair[:2] if telling.scene.links.bilateral else ()
    return pair if set(known) <= set(pair) else ()


def _is_named(link: Link) -> bool:
    named = link.mention.named
    return isinstance(named, StateName | OrganisationName | PersonName | OfficeName) and not (
        isinstance(named, StateName) and named.form is StateForm.CAPITAL
    )


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
