"""From bytes to text: which encoding, or why it is no text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass
from itertools import islice

import charset_normalizer

__all__ = ["NotText", "decode", "find_binary_text"]

_SAMPLE = 1 << 16  # enough to judge by, and little enough to be quick on a page of any size
_MAGIC = (
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WINDOWS = ("cp1252", "cp1254", "cp1250", "cp1257")  # the Latin ones, by how common they are in English news; the first wins a tie
_OTHER_SCRIPTS = ["cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"]
_MAX_HIGH_SHARE = 0.3  # above it the text is in no Latin script
_MAX_ODD_SHARE = 0.15  # of the marks beyond ASCII, how many may stand where none belongs before a code page is turned down
_MIN_LETTER_SHARE = 0.7  # letters and blanks in a text of any script; random bytes have about half
_MAX_CONTROL_SHARE = 0.01
_MAX_ZERO_SHARE = 0.01
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_BEYOND_EUROPE = re.compile("[\u0700-\u1fff\u2070-\U0010ffff]")  # up to it every code point has a character, or nearly
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_TYPOGRAPHY = frozenset("\u00a0‘’‚“”„†‡•…‰‹›«»–—€£¥¢©®™°§¶·ªº¿¡½¼¾±×²³\u00ad")
_INSIDE_WORDS = frozenset("’‘–—·")
_BEFORE_FIGURES = frozenset("£¥¢¹²³±×¼½¾")
_RARE = {"cp1252": frozenset("ðþÐÞ"), "cp1257": frozenset("õÕģĢ")}
"""Where a code page has a letter of few texts on the byte on which another has a common one."""
_TURKISH = frozenset("çğıöşüâîûéÇĞİÖŞÜÂÎÉ")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotText:
    """What was found in place of a text, in one line for a person."""

    detail: str


def decode(content: bytes) -> str | NotText:
    """Return the text in `content`, or what it is instead.

    In order: (1) a known binary format, (2) a byte order mark, (3) UTF-16 without one, (4) many zero bytes, (5) UTF-8, also with a few
    scratches, (6) a Windows code page or another encoding. Line ends and control characters are left as they are.
    """
    for magic, name in _MAGIC:
        if content.startswith(magic):
            return NotText(detail=f"expected text, found {name}")
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decode_marked(content[len(bom) :], encoding)
    zeros = content.count(0)
    if zeros:
        wide = _find_wide_encoding(content[:_SAMPLE])
        if wide is not None:
            return _decode_marked(content, wide)
        if zeros > _MAX_ZERO_SHARE * len(content):
            return NotText(detail=f"expected text, found {zeros} zero bytes in {len(content)}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_scratched(content, error)
    return find_binary_text(text) or text


def find_binary_text(text: str) -> NotText | None:
    """Return why `text` can be no text (too many control characters or code points without a character), else None."""
    sample = text[:_SAMPLE]
    controls = len(_CONTROLS.findall(sample))
    if controls > max(2, _MAX_CONTROL_SHARE * len(sample)) or (sample and controls == len(sample)):
        return NotText(detail=f"expected text, found {controls} control characters in {len(sample)} characters")
    if not sample.isascii():
        nothing = sum(unicodedata.category(char) in {"Cn", "Co", "Cs"} for char in _BEYOND_EUROPE.findall(sample))
        if nothing > max(2, _MAX_CONTROL_SHARE * len(sample)):
            return NotText(detail=f"expected text, found {nothing} code points without a character in {len(sample)}")
    return None


def _decode_marked(content: bytes, encoding: str) -> str | NotText:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if error.start < len(content) - 4:  # a page cut inside its last character is no broken page
            return NotText(detail=f"expected {encoding.upper()}, found bytes that are none at {error.start}: {error.reason}")
        text = content.decode(encoding, "ignore")
    return find_binary_text(text) or text


def _find_wide_encoding(sample: bytes) -> str | None:
    """Tell UTF-16 by its zeros: in text of mostly Latin letters every other byte is zero, and none of the bytes between."""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.02 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.02 * half:
        return "utf-16-be"
    return None


def _decode_scratched(content: bytes, error: UnicodeDecodeError) -> str | NotText:
    """Decode what is not wholly UTF-8: a page in it with few bad bytes, or a page in an older encoding."""
    if error.start >= len(content) - 3:
        return content.decode("utf-8", "ignore")
    mended = content.decode("utf-8", "replace")
    bad = mended.count("\ufffd")
    good = len(_MULTIBYTE.findall(content)) if bad else 0
    if bad * 500 <= len(content) and bad * 4 <= good:
        return find_binary_text(mended) or mended
    if good > bad:
        return NotText(detail=f"expected UTF-8, found {bad} broken characters, the first at byte {error.start}")
    text = _decode_windows(content)
    if text is None and bad * 500 <= len(content):
        text = mended
    if text is None:
        return NotText(detail=f"expected UTF-8 or a Windows code page, found {bad} bytes that fit neither, the first at byte {error.start}")
    return find_binary_text(text) or text


def _decode_windows(content: bytes) -> str | None:
    """Decode by the code page under which the signs beyond ASCII stand where such signs stand; other scripts by charset-normalizer."""
    sample = content[:_SAMPLE]
    if len(_BEYOND_ASCII.findall(sample)) <= _MAX_HIGH_SHARE * len(sample):
        around = _samples(content)
        share, _, encoding = min((_odd_share(around, encoding), rank, encoding) for rank, encoding in enumerate(_WINDOWS))
        return content.decode(encoding, "replace") if share <= _MAX_ODD_SHARE else None
    found = charset_normalizer.from_bytes(sample, cp_isolation=_OTHER_SCRIPTS).best()
    if found is None:
        return None
    head = sample.decode(found.encoding, "ignore")
    letters = sum(char.isalpha() or char.isspace() for char in head)
    return content.decode(found.encoding, "replace") if letters > _MIN_LETTER_SHARE * len(head) else None


def _samples(content: bytes) -> list[bytes]:
    """Return the bytes beyond ASCII, up to 2,000 of them, each with the byte before and the byte behind."""
    padded = b" " + content + b" "
    return [padded[match.start() - 1 : match.end() + 1] for match in islice(_BEYOND_ASCII.finditer(padded), 2000)]


def _odd_share(around: list[bytes], encoding: str) -> float:
    """Return the share of signs where none belongs: a letter touching no other, a capital or a sign inside a word, a rare letter."""
    odd = 0.0
    for piece in around:
        before, char, behind = tuple(piece.decode(encoding, "replace"))
        if char == "\ufffd":
            odd += 1
        elif char in _RARE.get(encoding, "") or (encoding == "cp1254" and char.isalpha() and char not in _TURKISH):
            odd += 0.5
        elif char.isalpha():
            odd += not (before.isalpha() or behind.isalpha()) or (char.isupper() and before.islower())
        else:
            odd += char not in _TYPOGRAPHY or (
                behind.isalpha() and (char in _BEFORE_FIGURES or (char not in _INSIDE_WORDS and before.isalpha()))
            )
    return odd / len(around)
