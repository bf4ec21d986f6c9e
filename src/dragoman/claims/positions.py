"""Positions: which office a named person holds for which state, as of the text."""

from __future__ import annotations

import re

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.scene import Scene
from dragoman.values.claim import Position
from dragoman.values.mention import PersonName
from dragoman.values.reading import Uncertainty
from dragoman.values.span import Span

__all__ = ["find_positions", "find_stateless"]

_CONFIDENCE = 0.9
_VAGUE = frozenset(
    f"{head} of {body}"
    for head in ("head", "chief", "director", "chairman", "commander", "leader", "president", "deputy head")
    for body in ("department", "group", "office", "delegation", "mission", "team", "institute", "board", "company", "section", "division")
) | {
    *(f"deputy {head}" for head in ("head", "chief", "director", "chairman", "commander", "leader", "secretary", "representative")),
    *(
        f"{body} {head}"
        for body in ("council", "committee", "commission", "board", "group")
        for head in ("chairman", "head", "chief", "leader")
    ),
}


_BARE_OF_STATES = frozenset({"spokesperson", "representative"})
_OF_ORGANISATIONS = frozenset({"spokesperson", "representative", "head of delegation", "head of mission", "head of office"})
_UNLISTED_OPENINGS = ("governor ", "co-chair of ", "mayor ", "member of ", "deputy of ", "assistant to ", "aide to ", "senator ")
_UNLISTED_HEADS = frozenset(
    "senator lawmaker legislator mp congressman congresswoman assistant aide official governor mayor councillor delegate "
    "guest host visitor interlocutor ceo".split()
)
_HOUSES = frozenset({"parliament", "parliamentary", "majlis", "senate", "congress", "assembly", "house", "legislative"})
_COMMITTEE = re.compile(
    r"^(?:[\w ,-]*\b(?:affairs|relations|policy)\b[\w ,-]* committee (?:chairman|chair|head|member|spokesperson|rapporteur)|"
    r"(?:chairman|chair|head|member|spokesperson|rapporteur) of [\w ,-]*\b(?:affairs|relations|policy) committee)$"
)


def find_positions(scene: Scene) -> list[Draft]:
    """Return one draft for each person and national office, citing the words where the office stands with the name.

    Leaves alone on purpose: former holders, sub-national offices, "head", "chief" or "head of department" without what they head.
    """
    evidence, unlisted = _evidence(scene), codebook.word_list("unlisted_offices")
    drafts: list[Draft] = []
    stated = _stated(scene)
    for person in scene.links.persons:
        if person.name is None or person.country is None or person.former:
            continue
        spans = evidence.get(person.key)
        if not spans:
            continue
        for office in person.offices:
            of_organisation = not kb.is_state(person.country)
            told = (person.key, office) in stated or (of_organisation and office in _OF_ORGANISATIONS)
            if (not told and (office in unlisted or office in _VAGUE)) or _is_unlisted(office, person.country):
                continue
            content = Position(
                person=person.name,
                office=office,
                country=person.country,
                of=person.of if _is_accredited(office) else None,
                seen=_seen(scene),
            )
            drafts.append(Draft(content=content, spans=list(spans), rule="position.title", confidence=_CONFIDENCE))
    return drafts


def _is_unlisted(office: str, country: str) -> bool:
    """Say whether an office is none of its state: of a part of it, of a party or a house of parliament, or below those who act for it.

    Speakers and presidents of parliaments stay; organisations have secretaries and commissioners of their own.
    """
    words = office.split()
    if office.startswith(_UNLISTED_OPENINGS) or words[-1] in _UNLISTED_HEADS:
        return True
    if "official" in words or "party" in words:
        return True
    of_house = not _HOUSES.isdisjoint(words) and bool({"committee", "commission", "faction", "group", "member", "caucus"} & set(words))
    return of_house or (kb.is_state(country) and _COMMITTEE.search(office) is not None)


def find_stateless(scene: Scene) -> list[Uncertainty]:
    """Return the named officials whose state the text does not tell: they give no position and no party."""
    evidence = _evidence(scene)
    return [
        Uncertainty(reason="state of an official not known", start=spans[0].start, end=spans[0].end)
        for person in scene.links.persons
        if person.name and person.offices and person.country is None and not person.former and (spans := evidence.get(person.key))
    ]


def _evidence(scene: Scene) -> dict[int, list[Span]]:
    """Return, for each person, the first sentence part that gives a name with an office, else the first that names the person."""
    titled: dict[int, list[Span]] = {}
    named: dict[int, list[Span]] = {}
    for sentence in scene.sentences:
        for link in sentence.linked.links:
            mention = link.mention
            if isinstance(mention.named, PersonName):
                for key in link.persons:
                    target = titled if mention.named.offices or mention.named.relation else named
                    target.setdefault(key, [mention.span])
    return named | titled


def _stated(scene: Scene) -> frozenset[tuple[int, str]]:
    """Return the persons whose bare office is told with its state: "Ottawa's spokesman X", "U.S. representative X" at a council."""
    return frozenset(
        (key, office)
        for sentence in scene.sentences
        for link in sentence.linked.links
        if isinstance(link.mention.named, PersonName) and link.mention.named.country
        for key in link.persons
        for office in link.mention.named.offices
        if office in _BARE_OF_STATES and (office != "representative" or "representative" in link.mention.span.cut(scene.document.text))
    )


def _is_accredited(office: str) -> bool:
    return office.startswith(("ambassador", "high commissioner", "consul", "chargé", "charge"))


def _seen(scene: Scene) -> tuple[str, ...]:
    return (scene.document.published[:10],) if scene.document.published else ()
