"""How names are compared and which other spellings a name has: case, accents, apostrophes, Saint and St."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold", "spell_out"]

_APOSTROPHES = str.maketrans(dict.fromkeys("\u2018\u2019\u02bc\u02bb`\u00b4", "'"))
_UNDECOMPOSED = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "þ": "th",
        "Þ": "Th",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "ı": "i",
        "ə": "a",
        "Ə": "A",
        "ħ": "h",
        "Ħ": "H",
    }
)


def _drop_accents(text: str) -> str:
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFD", text.translate(_UNDECOMPOSED))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def fold(text: str) -> str:
    """Return the key under which spellings of one name meet: no case, no accents, straight apostrophes, single blanks.

    Example:
        >>> fold("São Tomé"), fold("N\u2019Djamena"), fold("Şəki")
        ('sao tome', "n'djamena", 'saki')
    """
    return " ".join(_drop_accents(text.translate(_APOSTROPHES)).casefold().split())


def spell_out(text: str) -> tuple[str, ...]:
    """Return `text` and the other ways in which newspapers spell it, `text` first.

    Example:
        >>> spell_out("Saint Lucia")
        ('Saint Lucia', 'St. Lucia', 'St Lucia')
        >>> spell_out("Côte d'Ivoire")
        ("Côte d'Ivoire", "Cote d'Ivoire", 'Côte d’Ivoire', 'Cote d’Ivoire')
    """
    spellings = [text]
    for old, new in (("Saint ", "St. "), (" and ", " & ")):
        spellings += [spelling.replace(old, new) for spelling in spellings if old in spelling]
    spellings += [re.sub(r"\bSt\. ", "St ", spelling) for spelling in spellings if "St. " in spelling]
    spellings += [_drop_accents(spelling) for spelling in spellings if not spelling.isascii()]
    spellings += [spelling.replace("'", "\u2019") for spelling in spellings if "'" in spelling]
    return tuple(dict.fromkeys(spellings))
