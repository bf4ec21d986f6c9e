"""Finds written acts: "a memorandum of understanding", "the Panmunjom Declaration", "the Treaty of Peace and Friendship of 1904"."""

from __future__ import annotations

from dragoman.mentions.act_words import ActNoun, ActWords, act_words
from dragoman.mentions.names import KnownName, NamedWords
from dragoman.mentions.words import Words
from dragoman.values.mention import InstrumentName, Mention, StateName
from dragoman.values.span import Span

__all__ = ["find_written_acts"]

_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_SIGNING = frozenset(
    {
        "sign",
        "signed",
        "signing",
        "signs",
        "inked",
        "adopted",
        "adopt",
        "approved",
        "initialled",
        "concluded",
        "endorsed",
        "finalised",
        "finalized",
    }
)
_EXCHANGING = frozenset({"exchange", "exchanged", "exchanges", "exchanging", "swap", "swapped", "swapping"})
_PLANS = frozenset({"programme", "program", "plan"})
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those"})
_DASHES = frozenset({"-", "–"})
_SIGNED_BEFORE = 7
_SIGNED_BEHIND = 9
_TITLE_LINKS = frozenset({"of", "on", "for", "and", "the"})


def find_written_acts(text: str, named: NamedWords) -> list[Mention]:
    """Find written acts in one sentence, in order.

    The mention covers the noun with its own modifiers and a name in capitals before it ("Khiva Declaration") or behind it ("Treaty of Peace
    and Friendship"). Leaves alone on purpose: "in agreement", "a great deal", "deal with", "health protocols", "a programme" that nobody
    signs, and "Treaty Organization".
    """
    lists, words = act_words(), named.words
    found: list[Mention] = []
    free = done = 0
    for index, word in enumerate(words.lower):
        noun = _noun_at(named, index, lists) if word in lists.nouns and index >= done else None
        if noun is None:
            continue
        last = index + len(noun.words)
        first, codes, proper = _read_left(named, index, free, lists)
        capital = words.is_capital(index) and not words.shouting and index > 0
        if capital:
            last = _read_title_right(words, last)
        if _is_act(words, index, first, noun, lists):
            span = Span(words.start[first], words.end[last - 1])
            act = InstrumentName(
                type=noun.type,
                title=span.cut(text),
                count=_count(words, first) if noun.plural else None,
                definite=first > 0 and words.lower[first - 1] in _DEFINITE,
                proper=proper or (capital and last - first > 1),
                countries=codes,
            )
            found.append(Mention(span=span, named=act))
            free = last
        done = last
    return found


def _noun_at(named: NamedWords, index: int, lists: ActWords) -> ActNoun | None:
    known = named.starts.get(index)
    if known is not None and known.last > index + 1:
        return None
    return next(
        (noun for noun in lists.nouns.get(named.words.lower[index], ()) if named.words.find_end(index, noun.words) is not None), None
    )


def _read_left(named: NamedWords, index: int, free: int, lists: ActWords) -> tuple[int, tuple[str, ...], bool]:
    """Read modifiers, states and a proper name to the left of the noun: the first word, the states, whether it is a proper name."""
    words = named.words
    capital = words.is_capital(index) and not words.shouting
    first, proper = index, False
    codes: list[str] = []
    while first > free:
        before = first - 1
        name = named.ends.get(first)
        if name is not None and name.first >= free:
            joined = _is_joined(words, name, free) or (bool(codes) and words.lower[first] in _DASHES)
            if not (capital or name.is_adjective or joined):
                break
            if name.named.code and isinstance(name.named, StateName) and (name.is_adjective or joined):
                codes.insert(0, name.named.code)
            else:
                proper = proper or capital
            first = name.first
        elif words.lower[before] in lists.first_halves and words.lower[first] in _DASHES:
            codes.insert(0, lists.first_halves[words.lower[before]])
            first = before
        elif words.lower[before] in lists.modifiers or words.lower[before] in _DASHES:
            first = before
        elif (
            capital
            and before > 0
            and words.is_capital(before)
            and words.text[before].isalpha()
            and words.lower[before] not in {"the", "a", "an"}
        ):
            first, proper = before, True
        elif words.lower[before] == "and" and first < index and _ends_part(named, before, free, lists):
            first = before
        else:
            break
    while first < index and _hangs(words, first):
        first += 1
    return first, tuple(codes), proper


def _is_joined(words: Words, name: KnownName, free: int) -> bool:
    return name.first > free and words.lower[name.first - 1] in {"-", "–", "and"}


def _ends_part(named: NamedWords, index: int, free: int, lists: ActWords) -> bool:
    """Say whether a modifier or a listed name ends before word `index`."""
    return index - 1 >= free and (named.words.lower[index - 1] in lists.modifiers or index in named.ends)


def _hangs(words: Words, first: int) -> bool:
    """Say whether the word at `first` cannot open the name of an act: a dash, "and", the second half of a compound."""
    return words.lower[first] in {"-", "–", "and", "exchange"} or (words.is_glued(first) and words.lower[first - 1] == "-")


def _read_title_right(words: Words, last: int) -> int:
    """Read a title that goes on behind the noun in capitals: "Convention on Diplomatic Relations", "Protocol on Seamen's Papers"."""
    index = last
    while index < len(words) and (words.lower[index] in _TITLE_LINKS or (index > last and words.is_capital(index))):
        behind = words.skip_possessive(index + 1)
        index = behind if behind > index + 1 and words.is_capital(behind) else index + 1
    while index > last and not words.is_capital(index - 1):
        index -= 1
    return index


def _count(words: Words, first: int) -> int | None:
    """Return the number before a plural; a year is none."""
    before = words.lower[first - 1] if first else ""
    return _NUMBERS.get(before) or (int(before) if before.isdecimal() and len(before) < 3 else None)


def _is_act(words: Words, index: int, first: int, noun: ActNoun, lists: ActWords) -> bool:
    """Say whether the noun is a written act here, and no idiom."""
    last = index + len(noun.words)
    before = words.lower[index - 1] if index else ""
    behind = words.lower[last] if last < len(words) else ""
    text = " ".join(noun.words)
    if behind in lists.not_behind.get(text, ()) or (before in lists.not_before.get(text, ()) and not words.is_capital(index)):
        return False
    if text in lists.when_signed:
        return any(word in lists.signing for word in words.lower[max(0, first - _SIGNED_BEFORE) : last + _SIGNED_BEHIND])
    if text == "minutes":
        agreed = before in {"the", "agreed"} or behind == "of" or words.lower[max(0, index - 2) : index - 1] == ("signed",)
        return agreed and not before.isdigit()
    if text == "act":
        named = (
            behind == "of" and words.is_capital(last + 1) and not words.is_capital(index - 1)
        )  # "Act of Algeciras", no "Recovery Act of 2001"
        return words.is_capital(index) and (named or before == "final") and not words.shouting
    if text == "notes":
        return any(word in _EXCHANGING for word in (*words.lower[max(0, index - 4) : index], *words.lower[last : last + 3])) or (
            before == "the" and words.lower[last : last + 2] == ("were", "signed")
        )
    if text in _PLANS and first == index:
        return behind in {"of", "for", "on"} and any(word in _SIGNING for word in words.lower[max(0, index - 4) : index])
    return text != "plan" or any(word in _SIGNING for word in words.lower[max(0, first - 4) : last + 3])
