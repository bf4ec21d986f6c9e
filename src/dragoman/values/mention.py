"""What a stretch of text names, before it is known what it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dragoman.values.span import Span

__all__ = [
    "BodyName",
    "GroupName",
    "InstrumentName",
    "Mention",
    "Named",
    "OfficeName",
    "OrganisationName",
    "PersonName",
    "PlaceName",
    "Pronoun",
    "Quantity",
    "Sentence",
    "StateForm",
    "StateName",
    "TimeExpression",
]


class StateForm(StrEnum):
    """How a state is named."""

    NAME = "name"
    ADJECTIVE = "adjective"
    PEOPLE = "people"
    CAPITAL = "capital"
    METONYM = "metonym"


@dataclass(frozen=True, slots=True, kw_only=True)
class StateName:
    """A state by its name, demonym, capital or metonym ("the Kremlin"). ``code`` is ISO 3166-1 alpha-3."""

    code: str
    form: StateForm


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationName:
    """An organisation. ``code`` is its acronym when it is intergovernmental, None for any other."""

    code: str | None
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeName:
    """An office named without its holder's name: "the Iraqi minister", "his counterpart", "the two presidents".

    Attributes:
        office: Canonical, lower case; None for a bare word such as ``counterpart``.
        country: The code that the phrase itself gives ("the Iraqi minister"), or None.
        countries: Every code the phrase gives ("the Azerbaijani and Iraqi foreign ministries").
        relation: ``counterpart``, ``host``, ``guest`` for words that point at another person, else None.
        definite: True behind "the", "his", "her", "its", "their".
        plural: True for "the two ministers".
        former: True for "former", "ex-", "late".
        institution: True for a ministry, parliament, army or embassy in place of its head.
        of: The code an ambassador is accredited to, or None.
        count: 5 for "the five presidents", None when no number is given.
        possessed: True behind "their".
    """

    office: str | None
    country: str | None = None
    countries: tuple[str, ...] = ()
    relation: str | None = None
    definite: bool = False
    plural: bool = False
    former: bool = False
    institution: bool = False
    of: str | None = None
    count: int | None = None
    possessed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person by name, with what the same phrase says of the office.

    Attributes:
        name: The name without honorifics and ranks.
        offices: Canonical offices given with the name, the first one first.
        country: The code that the phrase gives, or None.
        former: True when the offices are held no more.
        relation: ``counterpart`` for "his Turkmen counterpart X", else None.
        of: The code an ambassador is accredited to, or None.
        short: True when the name is one word, a possible later form of a longer name.
        titled: True when an honorific, rank or office stands with the name: it is certainly a person.
    """

    name: str
    offices: tuple[str, ...] = ()
    country: str | None = None
    former: bool = False
    relation: str | None = None
    of: str | None = None
    short: bool = False
    titled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A city, town, region or named feature; country None when the gazetteer holds several and nothing decides."""

    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None
    populated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A time as written, not yet laid on the calendar.

    Attributes:
        form: ``date`` (parts given), ``weekday``, ``relative`` (``unit`` and ``offset``), ``same`` ("the same day"),
            ``nth day`` ("on the second day", ``offset`` 1; the last day is -1), ``year to`` (the twelve months up to ``edtf``),
            ``interval`` (``edtf`` holds it), ``clock`` (a time of day alone), ``era`` (a year counted from an era) or ``duration``
            ("over the past year", never an event date; ``edtf`` keeps the end that "since 2018" or "until May" names, ``unit`` and a
            positive ``offset`` how long "thirty years" are).
        edtf: The date with ``XXXX`` for an unknown year, or the interval; None for relative forms.
        weekday: 0 (Monday) to 6 with form ``weekday``, and with a date that names its weekday ("Thursday, March 21").
        unit: ``day``, ``week``, ``weekend``, ``month``, ``quarter``, ``year`` or ``decade`` with form ``relative`` and ``same``;
            beside an ``edtf`` or a weekday, the unit that ``offset`` counts ("May last year", "on Friday next week").
        offset: In units from the anchor: -1 for "last year" and "yesterday", 0 for "this year" and "today".
        from_event: True when the anchor is the event being told ("a day earlier"), not the report.
        direction: ``past``, ``future`` or None, from words such as "last Tuesday", "next Tuesday", "by December".
        attribute: True when it dates the noun it stands with ("the 2015 deal", "a treaty of 1904"), not what the sentence tells.
        weekday_to: The second end of "Monday and Tuesday".
        months: First and last month of the part of a year that is meant ("the first half of next year": 1 and 6).
        iranian: True when the year runs from 21 March.
        length: How long a duration is, ISO 8601: ``P3D``, ``PT90M``, ``PXY`` for years without a number; None when that is not told.
        clock: The time of day that the words give, ``15:30``; with form ``clock`` nothing else is given.
        approximate: True when it is about then: "some thirty years ago".
    """

    form: str
    edtf: str | None = None
    weekday: int | None = None
    unit: str | None = None
    offset: int | None = None
    from_event: bool = False
    direction: str | None = None
    attribute: bool = False
    weekday_to: int | None = None
    months: tuple[int, int] | None = None
    iranian: bool = False
    length: str | None = None
    clock: str | None = None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number with what it counts.

    Attributes:
        value: Scaled: 11000000 for "$11 million".
        unit: ISO 4217 code, ``t``, ``m3``, ``MW``, ``%``, ``persons``, …; the singular noun when no unit is known.
        approximate: True behind "about", "some", "nearly".
    """

    value: float
    unit: str | None
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentName:
    """A written act. ``type`` as in the codebook; ``title`` the words that name it."""

    type: str
    title: str
    count: int | None = None
    definite: bool = False
    proper: bool = False
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A standing body, or a sitting of one.

    Attributes:
        name: As written; None when only a sitting is named ("the next session").
        type: ``commission``, ``committee``, ``council``, ``working group``, ``forum`` or ``dialogue``.
        number: Of the sitting, 15 for "the 15th meeting of the …".
        sitting: True when a sitting is named, not the body alone.
        order: ``next``, ``previous`` or None.
        countries: The codes inside the name ("the Georgian-Armenian … Commission").
    """

    name: str | None
    type: str | None
    number: int | None = None
    sitting: bool = False
    order: str | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupName:
    """Several parties or people at once: "the two sides", "both countries", "the neighbours", "the former", "the latter".

    ``count`` is 2 for "the two", None for "the parties"; ``of`` is ``parties``, ``people``, ``former``, ``latter``, ``other`` or
    ``neighbour``.
    """

    of: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """A third-person pronoun. ``gender``: ``male``, ``female``, ``neuter`` or None; ``first`` for I, we and our in speech."""

    gender: str | None
    plural: bool = False
    possessive: bool = False
    first: bool = False


Named = (
    StateName
    | OrganisationName
    | OfficeName
    | PersonName
    | PlaceName
    | TimeExpression
    | Quantity
    | InstrumentName
    | BodyName
    | GroupName
    | Pronoun
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A stretch of a document that names something."""

    span: Span
    named: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with its mentions, in order and without overlap.

    Attributes:
        span: In the document.
        paragraph: Index of the story paragraph it stands in; -1 for the headline.
        quoted: True when it stands wholly inside quotation marks.
    """

    span: Span
    paragraph: int
    mentions: tuple[Mention, ...]
    quoted: bool = False
