"""An office phrase while it is read, and the office it comes to: rank, portfolio, head, in lower case."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.mentions.names import KnownName
from dragoman.mentions.office_head import OfficeHead
from dragoman.mentions.office_words import OfficeWords
from dragoman.mentions.words import Words
from dragoman.values.mention import StateForm, StateName

__all__ = ["OfficeDraft", "name_office", "owner_words"]

_HEADS_OF_STAFF = frozenset({"state secretary", "permanent secretary", "undersecretary", "under secretary", "under-secretary"})
_RANK_NAMES = {"vice": "deputy", "vice-": "deputy"}


@dataclass(slots=True, kw_only=True)
class OfficeDraft:
    """An office phrase at words ``[first, last)``.

    Attributes:
        head_first: Where the office itself begins, behind "the" and the state.
        portfolio: Words before the head.
        tail: Words behind it, the preposition first.
        codes: States and organisations that the phrase gives.
        substate: True when what it gives is only a part of a state.
        private: True when it heads a company, party or society.
        elect: True for an office that is not taken up yet.
    """

    head: OfficeHead
    first: int
    last: int
    head_first: int
    ranks: list[str] = field(default_factory=list)
    portfolio: list[str] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    of: str | None = None
    definite: bool = False
    former: bool = False
    count: int | None = None
    possessed: bool = False
    substate: bool = False
    private: bool = False
    elect: bool = False


def owner_words(words: Words, name: KnownName, lists: OfficeWords) -> list[str]:
    """Return the words that a body of one state adds to an office: "IRGC | commander", "Majlis | speaker"; none for the state itself."""
    if not isinstance(name.named, StateName) or name.named.form is not StateForm.METONYM:
        return []
    text = [word for word in words.lower[name.first : name.last] if len(word) > 1]  # "U.S. State Department" without "U.S."
    house = lists.houses.get(" ".join(text))
    if house is not None:
        return [house]
    acronym = name.last - name.first == 1 and words.text[name.first].isupper() and not words.shouting
    return text if acronym or any(word in lists.bodies or word in lists.portfolio for word in text) else []


def name_office(draft: OfficeDraft, lists: OfficeWords) -> str:
    """Write an office in the codebook's way: an acting minister of oil is an ``oil minister``, a vice minister a ``deputy minister``."""
    head = lists.same_head.get(draft.head.singular, draft.head.singular)
    ranks = [_RANK_NAMES.get(rank, rank) for rank in draft.ranks if rank not in lists.silent_ranks]
    if draft.private or draft.head.singular in lists.private_heads:
        return "director"  # officers of companies and parties hold no national office
    if head == "diplomat" and not draft.codes:
        return head  # "the bloc's chief | diplomat" describes, and names no office
    if head == "diplomat" and not {"top", "chief"}.isdisjoint(draft.ranks) and not draft.head.plural and len(draft.codes) == 1:
        return "high representative" if draft.codes == ["EU"] else "foreign minister"
    if head == "president" and ranks == ["deputy"]:
        ranks = ["vice"]
    portfolio, tail = _join(draft.portfolio), _join(draft.tail)
    preposition, _, rest = tail.partition(" ")
    if head in {"minister", "ministry"} and rest and preposition in {"of", "for"} and rest != "state" and not rest.startswith("state for"):
        kept = portfolio if preposition == "for" else ""  # "deputy foreign minister | for political affairs"
        portfolio, tail = (kept, tail) if kept else (rest, "")
    if head == "secretary" and rest == "state" and preposition == "of":
        return " ".join([*ranks, "secretary of state"])
    if head in _HEADS_OF_STAFF and rest.endswith("ministry"):
        tail = ""  # "state secretary | of the defence ministry"
    if head == "spokesperson":
        portfolio, tail = rest or portfolio, ""
        portfolio = lists.speaks_for.get(portfolio, portfolio)
    portfolio = lists.canonical.get(portfolio, portfolio)
    if draft.elect and head in lists.rulers:
        head += "-elect"
    joined = " ".join(part for part in (*ranks, portfolio, head, tail) if part)
    office = " ".join(joined.replace(" ,", ",").split())
    return lists.same_office.get(office, office)


def _join(parts: list[str]) -> str:
    text = " ".join(part for part in parts if part != "the")
    return text.replace(" - ", "-").replace(" ,", ",").replace(" ' s", "'s").replace(" ' ", "' ")
