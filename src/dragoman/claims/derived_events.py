"""Events that follow by rule: CONSULT from an encounter or sitting that occurred, SUPPORT from a recent signing or ratification."""

from __future__ import annotations

from itertools import combinations

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.values.claim import Actor, Encounter, Event, Instrument, Session, Status
from dragoman.values.edtf import earliest

__all__ = ["derive_events"]

_CAMEO = {"call": "041", "visit": "042", "negotiations": "046"}
_MODES = {"call": "phone", "visit": "visit"}
_PAIR = 2
_YEAR_DAYS = 366


def derive_events(draft: Draft, published: str | None) -> list[Draft]:
    """Return the events that a draft implies, one for each pair of its parties, mutual, with the same words as evidence.

    A standing body that is only named, a letter, and a signing more than a year before the report imply none.

    Source: codebook, `event`.
    """
    content = draft.content
    if draft.status is not Status.OCCURRED:
        return []
    if isinstance(content, Session) and draft.date is None and content.number is None:
        return []
    if isinstance(content, Encounter | Session):
        mode = _MODES.get(content.type, "multilateral" if len(content.parties) > _PAIR else None)
        return [_derive(draft, pair, "CONSULT", _CAMEO.get(content.type, "040"), mode) for pair in combinations(content.parties, _PAIR)]
    if (
        isinstance(content, Instrument)
        and content.stage in {"signed", "ratified"}
        and content.type != "letter"
        and _is_recent(draft, published)
    ):
        return [_derive(draft, pair, "SUPPORT", "057", None) for pair in combinations(content.parties, _PAIR)]
    return []


def _is_recent(draft: Draft, published: str | None) -> bool:
    """Say whether a signing is news, or dated within a year of the report; without dates, whether it is not told as background."""
    day = earliest(draft.date) if draft.date is not None else None
    report = earliest(published[:10]) if published is not None else None
    if draft.date is None:
        return not draft.background
    return day is None or report is None or (report - day).days <= _YEAR_DAYS


def _derive(draft: Draft, pair: tuple[str, ...], kind: str, cameo: str, mode: str | None) -> Draft:
    first, second = (Actor(name=kb.state_name(code), country=code, sector="GOV") for code in pair)
    content = Event(
        type=kind,
        actors=(first,),
        recipients=(second,),
        mode=mode,
        contexts=("diplomatic",),
        cameo=cameo,
        goldstein=codebook.goldstein(cameo),
        mutual=True,
    )
    return Draft(
        content=content,
        spans=list(draft.spans),
        rule=f"derived.{kind.lower()}",
        status=Status.OCCURRED,
        date=draft.date,
        date_basis=draft.date_basis,
        background=draft.background,
        attributed_to=draft.attributed_to,
        confidence=draft.confidence,
        part_of=draft,
        sentence=draft.sentence,
    )
