"""The one short, common word that stands for each mention while its sentence is parsed.

A small parser trips over long titles and foreign names, never over "Smith met Jones in London on Monday".
"""

from __future__ import annotations

from dragoman.values.mention import (
    BodyName,
    GroupName,
    InstrumentName,
    Mention,
    OfficeName,
    OrganisationName,
    PersonName,
    PlaceName,
    Pronoun,
    Quantity,
    StateForm,
    StateName,
    TimeExpression,
)

__all__ = ["stand_in"]

_PEOPLE = ("Smith", "Jones", "Clark", "Brown", "Davis", "Miller", "Wilson", "Taylor")
_STATES = ("France", "Britain", "Spain", "Italy", "Poland", "Sweden")
_ADJECTIVES = ("French", "British", "Spanish", "Italian", "Polish", "Swedish")
_PLACES = ("London", "Boston", "Paris", "Chicago", "Berlin")
_ACTS = {
    "memorandum": "memorandum",
    "treaty": "treaty",
    "protocol": "treaty",
    "declaration": "declaration",
    "statement": "statement",
    "contract": "contract",
    "programme": "plan",
    "letter": "letter",
    "credentials": "letters",
    "invitation": "invitation",
    "resolution": "resolution",
}
_PLURAL_ACTS = {"memorandum": "agreements", "treaty": "treaties", "treaty_": "treaties"}


def stand_in(mention: Mention, text: str, before: str, index: int) -> str:  # noqa: PLR0911 - one for each class of mention
    """Return the word that stands for `mention`.

    Args:
        mention: What is replaced.
        text: Its words.
        before: The word before it, lower case; it tells a date behind a preposition from a free one.
        index: Which mention of the sentence it is, so that two persons get two names.
    """
    match mention.named:
        case PersonName() | OfficeName():
            return _person(mention.named, before, index)
        case StateName(form=form):
            return _state(form, text, index)
        case OrganisationName():
            return "NATO"
        case PlaceName():
            return _PLACES[index % len(_PLACES)]
        case TimeExpression():
            return _time(mention.named, text, before)
        case Quantity(unit=unit):
            return "half" if unit == "%" else "millions"
        case InstrumentName(type=kind):
            noun = _ACTS.get(kind, "agreement")
            plural = text.lower().endswith(("s", "da")) and noun not in {"letters"}
            return (_PLURAL_ACTS.get(noun) or noun + "s") if plural else noun
        case BodyName(sitting=sitting, name=name):
            return "meeting" if sitting and (name is None or text.split(" ", 1)[0] != name.split(" ", 1)[0]) else "committee"
        case GroupName(of=of):
            return "France" if of in {"former", "latter", "neighbour"} else "officials"
        case Pronoun():
            return text
    return text


def _person(named: PersonName | OfficeName, before: str, index: int) -> str:
    if isinstance(named, OfficeName):
        if named.institution:
            return "officials" if named.plural else "Congress"
        if named.plural:
            return "officials"
        if not named.definite and before in {"a", "an", "any", "no", "another", "new", "former", "as", "one", "every", "first"}:
            return "minister"
    return _PEOPLE[index % len(_PEOPLE)]


def _state(form: StateForm, text: str, index: int) -> str:
    if form is StateForm.ADJECTIVE:
        return _ADJECTIVES[index % len(_ADJECTIVES)]
    if form is StateForm.PEOPLE:
        return "Germans" if text.endswith("s") else _ADJECTIVES[index % len(_ADJECTIVES)]
    return _STATES[index % len(_STATES)]


def _time(named: TimeExpression, text: str, before: str) -> str:
    if before in {
        "on",
        "since",
        "until",
        "by",
        "before",
        "after",
        "from",
        "to",
        "till",
        "of",
        "in",
        "for",
        "during",
        "within",
        "between",
        "and",
        "over",
    }:
        return "Monday" if before in {"on", "by", "since", "until", "before", "after"} else "2010"
    if named.form == "date" and text[:4].isdigit():
        return "2010"
    return "yesterday" if " " in text or named.form != "weekday" else "Monday"
