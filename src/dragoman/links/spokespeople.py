"""For whom a spokesman speaks when his title does not say: the ministry that his sentence, or one shortly before, names.

"Chad's foreign ministry condemned the raid, spokesman X said." The headline counts as a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.links.registry import PersonDraft
from dragoman.values.mention import OfficeName, PersonName, Sentence

__all__ = ["complete_spokespeople"]

_BARE = "spokesperson"
_LOOK_BACK_SENTENCES = 3


def complete_spokespeople(sentences: Sequence[Sentence], keys: Mapping[tuple[int, int], PersonDraft]) -> None:
    """Give each bare spokesperson of a document the ministry named nearest before him, unless it is another state's."""
    for position, sentence in enumerate(sentences):
        for index, mention in enumerate(sentence.mentions):
            draft = keys.get((position, index))
            if draft is None or draft.offices != [_BARE] or not isinstance(mention.named, PersonName):
                continue
            ministry = _ministry_before(sentences, position, mention.span.start, draft)
            if ministry is not None:
                draft.offices[0] = f"{ministry.office} {_BARE}"
                draft.country = draft.country or ministry.country


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
