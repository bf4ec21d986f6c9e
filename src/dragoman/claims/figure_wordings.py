"""How amounts hang together in a sentence, as patterns: clause marks, "of them", "those of", "and 32 million", "worth of"."""

from __future__ import annotations

import re

__all__ = [
    "AND",
    "AND_GOODS",
    "APPOSED",
    "ASIDE",
    "BARE",
    "DIGIT_DASH",
    "ELSEWHERE",
    "IT",
    "NEW_VERB",
    "NUMBERED",
    "NUMBER_OF",
    "OF_THEM",
    "PARTICLE",
    "REMAIN",
    "SPLIT",
    "THOSE_OF",
    "TRAILING",
    "WORTH_OF",
]

SPLIT = re.compile(
    r";\s|\s(?:while|whereas)\s|,\s+(?:and|but)\s+(?=that\s|(?:[\w’'-]+\s+){1,6}(?:exports?|imports?|invest\w*|debt|loan|trade)\b)|\s[–—]\s"
    r"|\b(?:said|says|added|noted|stated|stressed|explained|reported|estimated|estimates|recalled|announced|told(?:\s[\w-]+){1,3}),?(?:\s[^,.;]{1,40}?)?\sthat\s"
    r"|\b(?:He|She|The [a-z]+)\s(?:said|added|noted)\s"
)
IT = re.compile(
    r"\b(?:it|this figure|the figure|this volume|the volume|the number|this number|the amount)\s+(?:had |has |was |have )?(?:\w+ly )?\w",
    re.IGNORECASE,
)
REMAIN = re.compile(r"\s*(?:(?:others|more|still|of|them|people|men|persons|further)\s){0,3}(?:remain|are still|have since|others)\b")
THOSE_OF = re.compile(r"\bthose of\b", re.IGNORECASE)
WORTH_OF = re.compile(r"(?:\s+worth)?\s+(?:of|in)\s+(?:[\w-]+\s+){0,2}")
APPOSED = re.compile(r"\s?[,:(–—-]\s?(?:\w+\s){0,2}")
AND = re.compile(r",\s+and\s")
BARE = re.compile(r"\s*(?:[.,;:)]|$|(?:in|last|this|to|from|for|over|during|and|as|of the same|a year)\b)")
ASIDE = re.compile(r";|,?\s(?:which|who|whose|where)\s", re.IGNORECASE)
ELSEWHERE = re.compile(r"[,;:]|\b(?:that|will|is|was|are|were|would|and|if|by|over)\b", re.IGNORECASE)
OF_THEM = re.compile(r"\s+of (?:them|whom|those|these|its own|their own|his own)\b")
NUMBER_OF = re.compile(
    r"\bnumbers? of [^,.;]{3,80}?\b(?:passed|reached|exceeded|topped|hit|stood at|stands at|was|is|surpassed|crossed"
    r"|(?:rose|risen|grown|grew|fell|fallen|dropped) to)\s+(?:(?:about|around|nearly|almost|some|over|more than|just over)\s+)?$",
    re.IGNORECASE,
)
AND_GOODS = re.compile(r"\s(?:in |over |out )?[\w-]+(?: [\w-]+)?(?:, [\w-]+)? and ")
TRAILING = re.compile(r",\s(?:\w+ly )?|[^.;:,]{0,40}?\s(?:that|which)\s(?:the\s)?(?:[A-Z][\w’'-]*\s){1,4}(?:has |had |have )?", re.DOTALL)
NUMBERED = re.compile(
    r"\b(?:numbered|totall?ed|came to|reached|stood at|rose to|fell to|exceeded|surpassed|topped)\s+"
    r"(?:(?:about|around|nearly|almost|some|over|more than)\s+)?$",
    re.IGNORECASE,
)
NEW_VERB = re.compile(r"\s(?:and|but)\s|[,;:]\s|\s(?:which|that|who|while)\s")
DIGIT_DASH = re.compile(r"\d[\d.,]*-|-\d")
PARTICLE = re.compile(r"\s(?:over|out|in|up|back)\b")
