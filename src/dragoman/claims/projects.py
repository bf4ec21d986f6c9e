"""Projects: what the parties build, clear or run together."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import codebook, kb
from dragoman.claims.act_parties import complete_by_talk
from dragoman.claims.draft import Draft
from dragoman.claims.factuality import Factuality, judge
from dragoman.claims.project_ends import Ends, find_ends
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook.project_words import ProjectNoun, ProjectWords, project_words
from dragoman.values.claim import Project, Status
from dragoman.values.mention import InstrumentName
from dragoman.values.span import Span

__all__ = ["find_projects"]

_MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})
_LONGEST_NAME = 160
_MOST_PARTIES = 4
_CLIMB = 5
_TRAFFIC = frozenset(
    {"lorries", "trucks", "traffic", "cars", "vehicles", "pedestrians", "travellers", "travelers", "passengers", "goods", "cargo"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A project's noun in a sentence: its head token, what governs it, and the places it joins."""

    noun: ProjectNoun
    head: int
    work: int | None
    offered: bool
    agreed: bool
    runs: bool
    ends: Ends


def find_projects(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the projects of a sentence, at most one of a type.

    A noun of the project words counts when a verb of building, a plan, an offer or an agreement governs it and two parties take part.
    Left alone on purpose: works of one state, a noun that only qualifies another ("road transport", "the gas sector"), mere talk of one.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    words = project_words()
    drafts: dict[str, Draft] = {}
    for token in range(len(view)):
        candidates = words.nouns.get(view.lower[token])
        if candidates is None or view.link(token) is not None:
            continue
        found = _find(telling, view, token, candidates, words)
        if found is None or found.noun.type in drafts:
            continue
        draft = _project(telling, sentence, found, words)
        if draft is not None:
            drafts[found.noun.type] = telling.add(draft)
    return list(drafts.values())


def _find(telling: Telling, view: View, token: int, candidates: tuple[ProjectNoun, ...], words: ProjectWords) -> _Found | None:
    head = _head(view, token, words)
    if head is None:
        return None
    chain = _governors(view, head)
    for noun in candidates:
        first = token - len(noun.words) + 1
        if first < 0 or view.lower[first : token + 1] != noun.words:
            continue
        if (
            noun.of
            and not noun.of & {view.lower[item] for item in view.prepositional(token, "of")}
            and view.lower[token - 1] not in noun.of
        ):
            continue
        if noun.verbs and not any(view.lower[step] in noun.verbs for step in (*chain[:2], first - 1)):
            continue
        found = _governed(telling, view, noun, head, chain, words)
        if found is not None:
            return found
    return None


def _head(view: View, token: int, words: ProjectWords) -> int | None:
    """Return the noun that a project's name ends on: "railway *project*"; None when the noun only qualifies another ("road transport")."""
    if view.relation(token) not in _MODIFIERS:
        return token if view.tokens[token].tag.startswith("NN") or view.relation(token) == "pcomp" else None
    head = view.head(token)
    known = (
        view.lower[head] in words.lists["work_nouns"] or view.lower[head] in words.nouns or view.lower[head] in words.lists["project_nouns"]
    )
    return head if known and view.link(head) is None else None


def _governors(view: View, head: int) -> list[int]:
    """Return the words above a noun up to the end of its clause, the nearest first."""
    steps: list[int] = []
    for step in view.path_up(head)[1 : 1 + _CLIMB]:
        steps.append(step)
        if view.relation(step) in {"relcl", "parataxis", "advcl"} or (view.relation(step) == "conj" and view.is_verb(step)):
            break
    return steps


def _governed(telling: Telling, view: View, noun: ProjectNoun, head: int, chain: list[int], words: ProjectWords) -> _Found | None:
    """Return the project when what governs its noun makes it one, and not a thing merely spoken of."""
    lists = words.lists
    if any(view.lower[item] in lists["abstract"] for item in view.prepositional(head, "of")):
        return None
    work = _work(view, noun, head, chain, words)
    ends = find_ends(telling.scene, view, head)
    runs = noun.route and ends.are_both and view.relation(head) == "nsubj" and view.lower[view.head(head)] in lists["runs"]
    offered = any(view.lower[kid] in lists["offers"] for kid in view.clause_children(head)) or any(
        _is_one(view, step, lists["offers"] | lists["offer_nouns"], lists["offer_adjectives"]) for step in chain
    )
    discussed = any(view.lower[step] in lists["talks"] for step in chain)
    agreed = any(view.lower[step] in lists["agreements"] | lists["agreement_nouns"] or _is_act(view, step) for step in chain)
    by_noun = noun.type not in {"reconstruction", "demining"} and (work is None or not view.is_verb(work))
    if by_noun and any(view.lower[step] in lists["vague"] for step in chain):
        return None  # "deepen cooperation in port construction"
    taken = noun.type == "reconstruction" and any(view.lower[step] in lists["takings"] | lists["takers"] for step in chain)
    told = agreed or offered or discussed
    planned = bool(chain) and view.lower[chain[0]] in lists["plans"]
    joins = noun.route and (ends.are_both or len(view.prepositional(head, "between")) > 1) and told
    works = offered and (
        noun.type in {"reconstruction", "demining"} or any(view.lower[kid] in lists["offers"] for kid in view.clause_children(head))
    )
    if work is None and not (runs or taken or planned or joins or works or (noun.of and agreed)):
        return None
    return _Found(noun=noun, head=head, work=work, offered=offered or discussed, agreed=agreed, runs=runs or taken, ends=ends)


def _work(view: View, noun: ProjectNoun, head: int, chain: list[int], words: ProjectWords) -> int | None:
    """Return the verb or noun of building that governs a noun: that of its own clause first ("the terminal that they are building")."""
    works, nouns = words.lists["works"], words.lists["work_nouns"]
    own = [kid for kid in view.clause_children(head) if view.lower[kid] in works and head not in view.subjects(kid)]
    if own:
        return own[0]
    first = next((step for step in chain if view.relation(step) not in {"prep", "agent"}), None)
    if first is not None and (
        view.lower[first] in nouns or (view.lower[first] in works and view.relation(_first_of_list(view, head)) != "pobj")
    ):
        return first
    return head if view.lower[head] in nouns and noun.type != "reconstruction" else None


def _first_of_list(view: View, token: int) -> int:
    while view.relation(token) == "conj" and view.head(token) != token:
        token = view.head(token)
    return token


def _is_one(view: View, step: int, words: frozenset[str], adjectives: frozenset[str]) -> bool:
    return (
        view.lower[step] in words
        or view.lower[step] in adjectives
        or any(view.lower[kid] in adjectives for kid in view.children(step, "acomp"))
    )


def _is_act(view: View, token: int) -> bool:
    link = view.link(token)
    return (
        link is not None
        and isinstance(link.mention.named, InstrumentName)
        and link.mention.named.type not in {"letter", "credentials", "resolution"}
    )


def _project(telling: Telling, sentence: SentenceView, found: _Found, words: ProjectWords) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    parties = _parties(telling, sentence, found, words)
    if not 1 < len(parties) <= _MOST_PARTIES:
        return None
    trigger = found.work if found.work is not None else found.head
    factuality = judge(view, trigger)
    told = _stage(view, found, factuality, words)
    if told is None:
        return None
    stage, status = told
    dated = find_when(sentence, trigger)
    draft = Draft(
        content=Project(
            type=found.noun.type,
            name=_name(telling, view, found.head),
            parties=tuple(sorted(parties)),
            stage=stage,
            from_place=found.ends.origin,
            to_place=found.ends.goal,
            via=found.ends.via,
            topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
        ),
        spans=[sentence.span],
        rule=f"project.{found.noun.type.replace(' ', '_')}",
        status=status,
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.55,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    return draft


def _parties(telling: Telling, sentence: SentenceView, found: _Found, words: ProjectWords) -> tuple[str, ...]:
    """Return who takes part: those who build it, or the two of the sentence or talk when an agreement, an offer or two ends are told."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    verb = found.work if found.work is not None and view.is_verb(found.work) else view.governing_verb(found.head)
    doers = scene.parties_of_all(view, view.subjects(verb)) if verb is not None else ()
    beside = scene.parties_of_all(
        view,
        [
            item
            for site in (found.head, *([verb] if verb is not None else []))
            for word in ("with", "between")
            for item in view.prepositional(site, word)
            if view.link(item) is not None or view.lower[item] not in words.lists["means"]  # "which they are building with Spanish money"
        ],
    )
    shared = tuple(dict.fromkeys(code for code in (*doers, *beside) if kb.is_party(code)))
    if len(shared) > 1:
        return shared
    here = scene.parties_here(sentence)
    if not (found.offered or found.agreed or found.runs or found.ends.cross_border or _takes_part(view, words)):
        return ()
    links = scene.links
    tied = found.offered or found.agreed or found.runs or found.ends.cross_border
    if not tied and links.bilateral and set(here) != set(links.pair[:2]):
        return ()  # a third state's builders at work in one of the two
    if len(here) == 2:
        return here
    if len(here) > 2 and links.bilateral and set(links.pair[:2]) <= set(here):
        return links.pair[:2]
    if len(here) > 2:
        return found.ends.countries if len(found.ends.countries) > 1 else ()
    talk = complete_by_talk(telling, sentence, here)
    return (
        talk
        if len(talk) == 2
        else links.pair[:2]
        if links.bilateral and found.ends.cross_border and set(here) <= set(links.pair[:2])
        else ()
    )


def _takes_part(view: View, words: ProjectWords) -> bool:
    """Say whether one party's firms or people are spoken of: "Croatian builders"."""
    return any(word in words.lists["takers"] and view.tokens[index].tag.startswith("NN") for index, word in enumerate(view.lower))


def _stage(  # noqa: PLR0911 - one for each stage
    view: View, found: _Found, factuality: Factuality, words: ProjectWords
) -> tuple[str, Status] | None:
    status, lists = factuality.status, words.lists
    if status is None or status is Status.DENIED or factuality.negated:
        return None
    verb = found.work
    if verb is not None and view.lower[verb].startswith(("open", "reopen")) and _is_for_traffic(view, verb):
        return None  # "to open the bridges to lorries" opens a border, and builds nothing
    if factuality.requested or status is Status.PROPOSED or (found.offered and not found.agreed):
        return "proposed", Status.PROPOSED
    if verb is not None and view.lower[verb] in lists["shares"] and status in {Status.OCCURRED, Status.ONGOING}:
        return "running", Status.ONGOING  # "the two run the dam together"
    if found.runs and not found.agreed and status in {Status.OCCURRED, Status.ONGOING}:
        return "running", Status.ONGOING
    if found.agreed or factuality.promised or status is Status.PLANNED:
        return "agreed", Status.PLANNED
    if status is Status.ONGOING:
        return "under construction", Status.ONGOING
    if verb is None:
        return None
    if view.is_verb(verb) and view.tokens[verb].tag in {"VBD", "VBN"} and view.lower[verb] in lists["done"]:
        return "completed", Status.OCCURRED
    return ("agreed", Status.PLANNED) if view.is_verb(verb) and view.tokens[verb].tag in {"VBD", "VBN"} else None


def _is_for_traffic(view: View, verb: int) -> bool:
    under = [*view.prepositional(verb, "to"), *view.prepositional(verb, "for")]
    return any(view.link(item) is None and view.lower[item] in _TRAFFIC for item in under)


def _name(telling: Telling, view: View, head: int) -> str:
    below = [item for item in view.subtree(head) if view.relation(item) not in {"relcl", "punct"}]
    clauses = {inner for item in view.subtree(head) if view.relation(item) == "relcl" for inner in view.subtree(item)}
    kept = [item for item in below if item not in clauses]
    span = Span(view.tokens[min(kept)].span.start, view.tokens[max(kept)].span.end)
    return " ".join(telling.scene.text(span).split())[:_LONGEST_NAME].rstrip(" ,;")
