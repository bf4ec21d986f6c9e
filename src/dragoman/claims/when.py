"""Which of a sentence's times dates a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import codebook
from dragoman.claims.scene import SentenceView
from dragoman.claims.view import View
from dragoman.values.link import Link, When
from dragoman.values.mention import OfficeName, PersonName, PlaceName, StateName, TimeExpression

__all__ = ["Dated", "dated_root", "find_when"]

_OWN_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj", "acl"})
_CLIMBS = frozenset(
    {
        "dobj",
        "pobj",
        "prep",
        "pcomp",
        "xcomp",
        "conj",
        "acl",
        "nsubj",
        "nsubjpass",
        "attr",
        "dative",
        "oprd",
        "agent",
        "appos",
        "acomp",
        "poss",
        "compound",
        "amod",
        "nmod",
    }
)
_FARTHEST = 7
_HELD = frozenset({"held", "convened", "conducted", "organised", "organized", "hosted"})
_SAME_TIME = frozenset({"when", "while", "as", "where"})
_EVENT_FORMS = frozenset({"date", "weekday", "relative", "same", "interval", "nth day", "year to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A time found for a trigger, with the token it stands at."""

    when: When
    link: Link
    token: int


def find_when(sentence: SentenceView, trigger: int, support: int | None = None) -> Dated | None:
    """Return the time that dates a trigger, or None.

    The nearest one in the tree wins: first those below the trigger or its light verb, then those of the words it hangs on, up to the next
    clause of its own. A time under another verb's clause never dates it.
    """
    view = sentence.view
    if view is None:
        return None
    candidates = [
        (index, link)
        for index in range(len(view))
        if (link := view.link(index)) is not None and link.when is not None and _dates_events(link)
    ]
    if not candidates:
        return None
    anchors = _anchors(view, trigger, support)
    best: tuple[int, int, int, Link] | None = None
    for index, link in candidates:
        distance = _distance(view, index, anchors)
        if distance is not None and (best is None or (distance, abs(index - trigger)) < best[:2]):
            best = (distance, abs(index - trigger), index, link)
    if best is None:
        return None
    _, _, token, link = best
    assert link.when is not None  # noqa: S101 - candidates have one
    return Dated(when=link.when, link=link, token=token)


def dated_root(sentence: SentenceView) -> When | None:
    """Return the time that dates the main clause of a sentence, or None; a pluperfect tells of another day."""
    view = sentence.view
    if view is None:
        link = next((link for link in sentence.linked.links if link.when is not None and _dates_events(link)), None)
        return link.when if link is not None else None
    root = next((index for index in range(len(view)) if view.head(index) == index), None)
    if root is None or any(view.lower[kid] in {"had", "will", "would"} for kid in view.children(root, "aux")):
        return None
    dated = find_when(sentence, root)
    return dated.when if dated is not None else None


def _dates_events(link: Link) -> bool:
    named = link.mention.named
    return isinstance(named, TimeExpression) and named.form in _EVENT_FORMS and not named.attribute


def _anchors(view: View, trigger: int, support: int | None) -> dict[int, int]:
    """Return the tokens at which a time may hang, with their distance from the trigger."""
    anchors = {trigger: 0}
    if support is not None:
        anchors[support] = 1
    step, distance = trigger, 0
    while distance < _FARTHEST:
        head = view.head(step)
        if head == step:
            break
        relation = view.relation(step)
        if relation not in _CLIMBS and not _shares_time(view, step):
            break
        distance += 1
        anchors.setdefault(head, distance)
        if view.is_verb(head) and relation in {"conj"} and view.is_verb(step):
            break
        step = head
    return anchors


def _shares_time(view: View, verb: int) -> bool:
    """Say whether a clause happens when its main clause does: "the table was full on Monday when they sat down", "where he met"."""
    return view.relation(verb) in {"advcl", "relcl"} and any(view.lower[kid] in _SAME_TIME for kid in view.children(verb, "advmod", "mark"))


def _sets_date(view: View, verb: int) -> bool:
    """Say whether a relative clause says when its noun takes place: "which is planned for May", "held on Monday"."""
    return view.relation(verb) in {"relcl", "acl"} and (view.lower[verb] in codebook.word_list("schedulings") or view.lower[verb] in _HELD)


def _distance(view: View, index: int, anchors: dict[int, int]) -> int | None:
    for hops, step in enumerate(view.path_up(index)):
        if step in anchors:
            return hops + anchors[step] * 2
        if hops == _FARTHEST or (view.is_verb(step) and _is_shut(view, step, anchors)):
            return None
    return None


def _is_shut(view: View, verb: int, anchors: dict[int, int]) -> bool:
    """Say whether a verb keeps its times for itself: a clause of its own does, unless it only says when its noun takes place."""
    if view.relation(verb) == "conj":
        return True
    if view.relation(verb) not in _OWN_CLAUSES or _leads_up(view, verb):
        return False
    return not (_sets_date(view, verb) and (view.head(verb) in anchors or _is_name(view, view.head(verb))))


def _leads_up(view: View, verb: int) -> bool:
    """Say whether a clause before a colon only leads up to the main one: "It had a guest on Monday: the minister opened …"."""
    return view.relation(verb) in {"ccomp", "parataxis"} and ":" in view.lower[verb : view.head(verb)]


def _is_name(view: View, token: int) -> bool:
    """Say whether a person, state or town stands there: none is "set for Sunday", so such a clause speaks of the visit by or to it."""
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, PersonName | OfficeName | StateName | PlaceName)
