"""Joint works told more than once in a text."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.records.agreement import dates_clash
from dragoman.records.names import fold, share_subject, subject_words
from dragoman.records.verdict import DIFFERENT, Verdict, same
from dragoman.values.claim import Actor, Claim, Project, Status

__all__ = ["compare_projects", "merge_projects"]

_STAGES = ("cancelled", "suspended", "completed", "running", "under construction", "agreed", "proposed")  # the furthest first


def compare_projects(one: Claim, other: Claim) -> Verdict:
    """Say whether two claims tell one project: one type and parties, and names that share their subject."""
    first, second = one.content, other.content
    if not isinstance(first, Project) or not isinstance(second, Project):
        return DIFFERENT
    if (first.type, first.parties) != (second.type, second.parties) or dates_clash(one.date, other.date):
        return DIFFERENT
    if (one.status is Status.DENIED) != (other.status is Status.DENIED):
        return DIFFERENT
    ends = ((first.from_place, second.from_place), (first.to_place, second.to_place))
    if any(a and b and not share_subject(fold(a).split(), fold(b).split()) for a, b in ends):
        return DIFFERENT
    name, other_name = subject_words(first.name), subject_words(second.name)
    alike = share_subject(name, other_name)
    if name and other_name and not alike:
        return DIFFERENT
    return same(1 + 3 * alike, "same type and parties", "same subject" if alike else "")


def merge_projects(projects: Sequence[Project]) -> Project:
    """Return one project with what all of them say, at the furthest stage told."""
    best = max(projects, key=lambda project: len(subject_words(project.name)))
    stages = [project.stage for project in projects if project.stage]
    takers = {(actor.country, fold(actor.name)): actor for project in reversed(projects) for actor in reversed(project.taking_part)}
    return Project(
        type=best.type,
        name=best.name,
        parties=best.parties,
        stage=min(stages, key=lambda stage: _STAGES.index(stage) if stage in _STAGES else len(_STAGES), default=None),
        from_place=next((project.from_place for project in projects if project.from_place), None),
        to_place=next((project.to_place for project in projects if project.to_place), None),
        via=next((project.via for project in projects if project.via), None),
        taking_part=tuple(sorted(takers.values(), key=_by_country)),
        topics=tuple(dict.fromkeys(topic for project in projects for topic in project.topics)),
    )


def _by_country(actor: Actor) -> tuple[str, str]:
    return actor.country or "", actor.name
