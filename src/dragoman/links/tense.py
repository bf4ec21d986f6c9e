"""Whether the words around a time speak of what lies ahead or behind: "will sell under a settlement reached on Monday" does both.

The cue next to the time decides, the one before it first. It is a guess from words, made before the sentence is parsed; where no cue
stands near, it says that it does not know.
"""

from __future__ import annotations

import re
from collections import deque

from dragoman.values.span import Span

__all__ = ["looks_ahead"]

_BEFORE_CHARS = 160
_BEHIND_CHARS = 80
_CUE = re.compile(
    r"\b(?:"
    r"(?:did|does|do)(?: not|n['’]t)?(?: [a-z]+ly)? [a-z]+"
    r"|(?P<ahead>(?:will|would|shall|should|must|can|could|may|might|to|[’']ll)(?: (?:also|not|soon|now|then|only))? be"
    r"(?: [a-z]+ly)? [a-z]+"
    r"|takes? effect|(?:comes?|enters?|goes|go) into (?:force|effect|operation|service)"
    r"|(?:they|we|[a-z]{3,}s|both|two) (?:again |then |next )?"
    r"(?:meet|gather|convene|reconvene|arrive|depart|resume|fly|travel|sit down|return|vote)"
    r"|will|shall|[’']ll|going to|due|slated|upcoming|forthcoming|(?:is|are|was|were) to(?! have| be)|would(?! have)"
    r"|(?:scheduled|planned|expected|set|announced|forecast|put off|postponed|booked|billed) (?:for|to|until|till)"
    r"|hopes? to|plans? to|intends? to|wants? to|wish(?:es)? to|ready to|likely to|promise to|invitations? to)"
    r"|(?P<pledge>invited|agreed|promised|offered|decided|undertook|vowed|pledged|asked|urged|proposed|planned|intended|accepted|expected)"
    r"|(?P<scheduled>enters|arrives|begins|starts?|opens|flies|lands|departs|travels|resumes|meets|hosts|expires|goes|leaves|concludes"
    r"|convenes|reconvenes|kicks off|runs out|returns (?:to|from|home)|heads (?:for|to|home|back)|moves on"
    r"|(?:court|judge|tribunal|panel) rules)"
    r"|(?P<open>takes|comes|falls)"
    r"|(?P<behind>was|were|had|did|met|held|said|told|came|went|took|made|gave|left|began|sent|led|won|lost|paid|flew|wrote|spoke|saw|became"
    r"|rose|fell|grew|stood|sat|set|put|shut|cut|broke|fought|brought|built|sold|bought|drew|rang|found|kept|shot|hit|[a-z]{2,}ed)"
    r")\b",
    re.IGNORECASE,
)
_AWAITED = re.compile(
    r"\b(?<!was )(?<!were )(?<!had been )"
    r"(?:expected|anticipated|scheduled|planned|due|slated|billed|foreseen|pencilled in|tipped)\s+"
    r"(?:(?:to be|back|home|here|there|in|at|to [A-Z]\w+|in [A-Z]\w+)\s+){0,2}"
    r"(?:on|for|in|at|by|during|around|from|before|between|some ?time|as early as)?\s*(?:the\s+)?$"
)
_QUOTE_END = re.compile(r"[.!?][\"”]\s")  # what was quoted before has its own tense
_TO = re.compile(r"\b(?:to|for)\b", re.IGNORECASE)


def looks_ahead(text: str, sentence: Span, time: Span) -> bool | None:
    """Say whether `time` lies ahead (True) or behind (False) by the verb next to it in `sentence`; None when no verb tells.

    Example:
        >>> text = "They will pay under a deal reached on Monday."
        >>> looks_ahead(text, Span(0, 45), Span(38, 44))
        False
    """
    begin = max(sentence.start, time.start - _BEFORE_CHARS)
    ended = deque(_QUOTE_END.finditer(text, begin, time.start), maxlen=1)
    begin = ended[0].end() if ended else begin
    if _AWAITED.search(text, begin, time.start) is not None:
        return True
    before = deque(_CUE.finditer(text, begin, time.start), maxlen=1)
    if before:
        return _judge(before[0], text, time.start)
    behind = _CUE.search(text, time.end, min(sentence.end, time.end + _BEHIND_CHARS))
    return None if behind is None else _judge(behind, text, behind.end())


def _judge(cue: re.Match[str], text: str, until: int) -> bool | None:
    """A pledge looks ahead when what was pledged stands between it and the time: "agreed to meet in May", not "agreed in May"."""
    if cue["pledge"]:
        return _TO.search(text, cue.end(), until) is not None
    if cue["open"]:
        return None
    return cue["ahead"] is not None or cue["scheduled"] is not None
