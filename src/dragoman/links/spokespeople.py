"""For whom a spokesman speaks, and which minister a "Minister X" is, when the title does not say: the ministry named shortly before.

"Chad's foreign ministry condemned the raid, spokesman X said." The headline counts as a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman import kb
from dragoman.links.registry import PersonDraft
from dragoman.values.mention import OfficeName, PersonName, Sentence

__all__ = ["complete_spokespeople"]

_BARE = frozenset({"spokesperson", "minister", "deputy minister"})
_LOOK_BACK_SENTENCES = 3


def complete_spokespeople(sentences: Sequence[Sentence], keys: Mapping[tuple[int, int], PersonDraft]) -> None:
    """Give each bare spokesperson or minister of a document the ministry named nearest before him, unless it is another state's."""
    for position, sentence in enumerate(sentences):
        for index, mention in enumerate(sentence.mentions):
            draft = keys.get((position, index))
            bare = draft.offices[0] if draft is not None and len(draft.offices) == 1 else None
            if draft is None or bare not in _BARE or not isinstance(mention.named, PersonName) or _is_of_organisation(draft):
                continue
            ministry = _ministry_before(sentences, position, mention.span.start, draft)
            if ministry is not None:
                office = str(ministry.office)
                draft.offices[0] = f"{office} {bare}" if bare == "spokesperson" else _as_minister(office, bare)
                draft.country = draft.country or ministry.country


def _is_of_organisation(draft: PersonDraft) -> bool:
    return draft.acts_for is not None and not kb.is_state(draft.acts_for)


def _as_minister(ministry: str, bare: str) -> str:
    """Name who heads a ministry: "foreign ministry" and "deputy minister" make a deputy foreign minister."""
    rank = bare.removesuffix("minister")
    return f"{rank}{ministry.removesuffix('ministry')}minister"


def _ministry_before(sentences: Sequence[Sentence], position: int, end: int, draft: PersonDraft) -> OfficeName | None:
    for sentence in reversed(sentences[max(0, position - _LOOK_BACK_SENTENCES) : position + 1]):
        for mention in reversed(sentence.mentions):
            named = mention.named
            if mention.span.start >= end or not isinstance(named, OfficeName) or not named.institution or named.plural:
                continue
            if not (named.office or "").endswith(" ministry") or len(named.countries) > 1:
                continue
            if named.country is None or draft.acts_for in {None, named.country}:
                return named
    return None
