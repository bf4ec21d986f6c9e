"""From decoded text to clean text: line ends, normal form, nothing invisible; every visible character stays."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["clean"]

_LINE_END = re.compile("\r+\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
"""Controls, marks of writing direction, blanks without width. The two joiners stay: they change letters."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Return `text` in NFC with ``\\n`` line ends and without invisible characters; half characters are replaced, since UTF-8 has none.

    Example:
        >>> clean("Bak\\u200bu\\r\\r\\nsaid")
        'Baku\\nsaid'
    """
    if text.isascii():
        return _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    text = _INVISIBLE.sub("", _LINE_END.sub("\n", text))
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))
