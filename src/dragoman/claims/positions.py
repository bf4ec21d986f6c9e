"""Positions: which office a named person holds for which state, as of the text."""

from __future__ import annotations

from dragoman import codebook
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
)


def find_positions(scene: Scene) -> list[Draft]:
    """Return one draft for each person and national office, citing the words where the office stands with the name.

    Leaves alone on purpose: former holders, sub-national offices, "head", "chief" or "head of department" without what they head.
    """
    evidence, unlisted = _evidence(scene), codebook.word_list("unlisted_offices")
    drafts: list[Draft] = []
    for person in scene.links.persons:
        if person.name is None or person.country is None or person.former:
            continue
        spans = evidence.get(person.key)
        if not spans:
            continue
        for office in person.offices:
            if office in unlisted or office in _VAGUE or office.startswith("governor "):
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


def _is_accredited(office: str) -> bool:
    return office.startswith(("ambassador", "high commissioner", "consul", "chargé", "charge"))


def _seen(scene: Scene) -> tuple[str, ...]:
    return (scene.document.published[:10],) if scene.document.published else ()
