"""Written acts that are only named: "under the 1904 treaty", "the consular accord of May 2008", "a convention, in force since 1996"."""

from __future__ import annotations

import re

from dragoman.claims.act_parties import find_sides
from dragoman.claims.acts import Act, act_at, find_own_date, make_act
from dragoman.claims.draft import Draft
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import DateBasis, Instrument
from dragoman.values.mention import StateName, TimeExpression

__all__ = ["find_named_acts"]

_NAMED_TYPES = frozenset({"treaty", "agreement", "protocol", "declaration"})
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_IN_FORCE_WITHIN = 14
_SINCE_WITHIN = 6


def find_named_acts(telling: Telling, sentence: SentenceView, used: set[int]) -> list[Draft]:
    """Return the acts that a sentence only names: in force by its words, known by their year, or what is done "under" them.

    Left alone on purpose: acts without a year or a name of their own, those of many parties, and those a sentence may speak of as over.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        named = act_at(view, token)
        if named is None or named.type not in _NAMED_TYPES:
            continue
        dated = find_own_date(view, token)
        year = _YEAR.search(named.title)
        verb = view.head(token) if view.relation(token) == "nsubj" else token
        since = _in_force_at(view, token, verb)
        if since is not None:
            dated = _time_behind(view, since) or (find_when(sentence, verb) if verb != token else None) or dated
        if token in used and (since is None or verb == token):
            continue
        if since is None and not (_has_year(view, token, dated) or year is not None or _is_basis(view, token)):
            continue
        if since is None and not (named.proper or named.type == "treaty" or _is_named_by_year(view, token, dated)):
            continue
        if _is_over(telling, sentence):
            continue
        act = make_act(telling.scene, view, token)
        if since is None and len(act.link.parties) < 2 and set(act.title.lower().split()) & rule_words("many_sided"):
            continue
        sides = find_sides(telling, sentence, act, None)
        if not sides.are_known or sides.told is not None:
            continue
        drafts.append(_draft(telling, sentence, act, sides.parties, dated, year))
    return drafts


def _draft(
    telling: Telling, sentence: SentenceView, act: Act, parties: tuple[str, ...], dated: Dated | None, year: re.Match[str] | None
) -> Draft:
    content = Instrument(type=act.named.type, title=act.title, parties=tuple(sorted(parties)), stage="in force")
    draft = Draft(
        content=content, spans=[sentence.span], rule="instrument.named", background=True, confidence=0.55, sentence=sentence.index
    )
    telling.date(draft, dated)
    if dated is None and year is not None:
        draft.date, draft.date_basis = year.group(), DateBasis.STATED
    return draft


def _has_year(view: View, token: int, dated: Dated | None) -> bool:
    """Say whether a time dates the act: one in its name, before it as a year ("the 2003 accord") or behind "of", "from", "dated"."""
    if dated is None:
        return False
    named = dated.link.mention.named
    return view.lower[dated.token - 1] in {"of", "from", "dated"} or (isinstance(named, TimeExpression) and dated.token < token)


def _is_named_by_year(view: View, token: int, dated: Dated | None) -> bool:
    """Say whether a year and a subject name an act: "the 2003 cease-fire accord", but not "the 2015 deal"."""
    named = act_at(view, token)
    if named is None or dated is None:
        return False
    return dated.token > token or len(named.title.split()) > 1 or bool(view.children(token, "compound"))


def _is_over(telling: Telling, sentence: SentenceView) -> bool:
    """Say whether a sentence may tell of an act's end, or go on with "They are" from one that did."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    ending = rule_words("ended_by")
    ended = [item for item in range(len(view)) if view.lower[item] in ending]
    if any(not any(view.lower[inner] == "whose" for inner in view.subtree(item)) for item in ended):
        return True  # "the treaty of 1973, whose clauses on money lapsed" is still in force
    before = telling.scene.sentences[sentence.index - 1] if sentence.index else None
    if before is None or view.lower[0] not in {"they", "these", "it", "this"}:
        return False
    return any(word in ending for word in telling.scene.text(before.span).lower().split())


def _is_basis(view: View, token: int) -> bool:
    """Say whether something is done under an act with a name of its own: "under the Enhanced Cooperation Agreement"."""
    named = act_at(view, token)
    words = named.title.split() if named is not None else []
    told = (
        named is not None
        and named.proper
        and named.type != "declaration"
        and len(words) > 1
        and named.title.lower() not in rule_words("general_acts")
    )
    head = view.head(token)
    return told and view.relation(token) == "pobj" and view.lower[head] == "under" and "convention" not in words[-1].lower()


def _in_force_at(view: View, token: int, verb: int) -> int | None:
    """Return the word "force" that is said of an act, by the parse or right behind it: "the pact with X, in force since 1996"."""
    for site in (token, verb):
        for item in view.prepositional(site, "in"):
            if view.lower[item] == "force":
                return item
    for item in range(token + 2, min(len(view), token + _IN_FORCE_WITHIN)):
        if view.is_verb(item) or act_at(view, item) is not None:
            return None
        if view.lower[item] == "force" and view.lower[item - 1] == "in" and view.lower[item - 2] in {",", "–", "—", "("}:
            return item
    return None


def _time_behind(view: View, force: int) -> Dated | None:
    for item in range(force + 1, min(len(view), force + _SINCE_WITHIN)):
        link = view.link(item)
        when = (link.when or link.bound) if link is not None else None
        if link is not None and when is not None:
            return Dated(when=when, link=link, token=item)
        if link is not None and isinstance(link.mention.named, StateName):
            return None
    return None
