"""Projects: what the parties build, clear or run together."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.draft import Draft
from dragoman.claims.factuality import Factuality, judge
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook.project_words import ProjectWords, project_words
from dragoman.values.claim import Encounter, Project, Status
from dragoman.values.mention import InstrumentName, PlaceName, StateName
from dragoman.values.span import Span

__all__ = ["find_projects"]

_COMMITTED = frozenset({"agree", "agreed", "agrees", "agreement", "memorandum", "treaty", "contract", "plan", "agreements", "plans", "declaration", "accepted", "accept"})
_OPEN = frozenset({"offer", "offered", "offers", "ready", "readiness", "proposed", "propose", "proposes", "proposal", "ask", "asked", "asks", "willing", "willingness", "interested", "interest", "discuss", "discussed", "urged", "consider"})
_TAKING_PART = frozenset({"involvement", "participation", "involved", "participate", "participating", "participates", "companies", "sappers", "contractors", "engineers", "experts"})
_LONGEST_NAME = 160


def find_projects(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the projects of a sentence, at most one of a type.

    A noun of the project words counts when a verb of building or an agreement governs it and two parties take part; works of one state are
    left alone.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    words = project_words()
    drafts: dict[str, Draft] = {}
    for token in range(len(view)):
        if view.link(token) is not None:
            continue
        hit = _noun_at(view, token, words)
        if hit is None:
            continue
        kind, strong = hit
        draft = _project(telling, sentence, token, kind, words, strong=strong)
        if draft is not None and kind not in drafts:
            drafts[kind] = telling.add(draft)
    return list(drafts.values())


def _noun_at(view: View, token: int, words: ProjectWords) -> tuple[str, bool] | None:
    for phrase, kind, strong in words.nouns.get(view.lower[token], ()):
        first = token - len(phrase) + 1
        if first >= 0 and view.lower[first : token + 1] == phrase:
            return kind, strong
    return None


def _project(telling: Telling, sentence: SentenceView, token: int, kind: str, words: ProjectWords, *, strong: bool) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    chain = view.path_up(token)
    work = next((step for step in chain if view.lower[step] in words.works and not view.tokens[step].link), None)
    acts = [step for step in chain if view.lower[step] in _COMMITTED or _is_act(view, step)]
    offers = [step for step in chain if view.lower[step] in _OPEN]
    opened = any(view.lower[step] in _OPEN for step in view.subtree(chain[-1]) if view.relation(step) in {"acomp", "xcomp", "dobj"})
    if work is None and not acts and not (strong and (offers or opened)) and not strong:
        return None
    parties = _parties(telling, sentence)
    if len(parties) < 2:  # noqa: PLR2004 - a project is shared
        return None
    factuality = judge(view, work if work is not None else token)
    stage, status = _stage(view, work, factuality, words, acts=bool(acts), offers=bool(offers) or opened)
    if stage is None or status is None:
        return None
    origin, goal, via = _ends(scene, view, token)
    if work is None and not acts and not offers and not opened and not (origin and goal) and not _takes_part(view, chain):
        return None
    if kind == "reconstruction" and not offers and not opened and not _takes_part(view, chain) and not acts:
        return None
    content = Project(
        type=kind, name=_name(scene, view, token), parties=tuple(sorted(parties)), stage=stage, from_place=origin, to_place=goal, via=via,
        topics=codebook.topics_of(scene.text(sentence.span).lower().split()),
    )
    dated = find_when(sentence, work if work is not None else token)
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=f"project.{kind.replace(' ', '_')}",
        status=status,
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.55,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    return draft


def _takes_part(view: View, chain: list[int]) -> bool:
    """Say whether one party's companies or people take part in the other's works."""
    return any(view.lower[step] in _TAKING_PART for step in chain) or any(
        view.lower[kid] in _TAKING_PART for step in chain for kid in view.children(step, "nsubj", "dobj")
    )


def _is_act(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, InstrumentName) and link.mention.named.type not in {"letter", "credentials", "resolution"}


def _parties(telling: Telling, sentence: SentenceView) -> tuple[str, ...]:
    """Return the two to four states that the sentence names or points back to."""
    codes = telling.scene.parties_here(sentence)
    links = telling.scene.links
    if len(codes) > 2 and links.bilateral and set(links.pair[:2]) <= set(codes):  # noqa: PLR2004 - a pair
        return links.pair[:2]
    if 2 <= len(codes) <= 4:  # noqa: PLR2004 - more than four is a list, not a project
        return codes
    talk = telling.last_talk(codes)
    if len(codes) == 1 and talk is not None and isinstance(talk.content, Encounter) and len(talk.content.parties) == 2:  # noqa: PLR2004
        return talk.content.parties
    return ()


def _stage(
    view: View, work: int | None, factuality: Factuality, words: ProjectWords, *, acts: bool, offers: bool
) -> tuple[str | None, Status | None]:
    if factuality.status is None or factuality.status is Status.DENIED:
        return None, None
    if offers or factuality.requested or factuality.status is Status.PROPOSED:
        return "proposed", Status.PROPOSED
    if acts or factuality.promised or factuality.status is Status.PLANNED:
        return "agreed", Status.PLANNED
    if factuality.status is Status.ONGOING:
        return "under construction", Status.ONGOING
    if work is not None and view.lower[work] in words.done:
        return "completed", Status.OCCURRED
    return ("running", Status.ONGOING) if work is None else ("agreed", Status.PLANNED)


def _ends(scene: Scene, view: View, token: int) -> tuple[str | None, str | None, str | None]:
    """Return from, to and via as written: "between X and Y", "from X to Y", "through Z"."""
    origin = goal = via = None
    sites = view.subtree(token)
    for site in sites:
        for kid in view.children(site, "prep"):
            names = [scene.text(view.tokens[item].span) for pobj in view.children(kid, "pobj") for item in view.conjuncts(pobj) if _is_place(view, item)]
            word = view.lower[kid]
            if word == "between" and len(names) > 1 and origin is None:
                origin, goal = names[0], names[1]
            elif word == "from" and names and origin is None:
                origin = names[0]
            elif word == "to" and names and goal is None and origin is not None:
                goal = names[0]
            elif word in {"through", "via", "across", "over"} and names and via is None:
                via = names[0]
    return origin, goal, via


def _is_place(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, PlaceName | StateName)


def _name(scene: Scene, view: View, token: int) -> str:
    below = [item for item in view.subtree(token) if view.relation(item) not in {"relcl", "punct"}]
    span = Span(view.tokens[min(below)].span.start, view.tokens[max(below)].span.end)
    return " ".join(scene.text(span).split())[:_LONGEST_NAME]
