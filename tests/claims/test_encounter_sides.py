"""Sides that the grammar leaves open: the official next in the clause, the two states of the text, the hosts of a guest."""

from __future__ import annotations

import pytest
from tests.builders import Told, content_of

from dragoman.values.claim import Claim, Status

RIIS, SOTO = "Danish Trade Minister Mette Riis", "Chilean Trade Minister Pablo Soto"
LEAD = "Denmark and Chile are to lower their tariffs on salmon, the two trade ministries said. "


def records(claims: list[Claim]) -> list[tuple[str, tuple[str, ...], Status]]:
    return sorted({(content_of(claim).type, content_of(claim).parties, claim.status) for claim in claims})


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        (f"{RIIS} received in Copenhagen today {SOTO}.", "meeting", Status.OCCURRED),
        (f"{RIIS} received a phone call from {SOTO} on Monday.", "call", Status.OCCURRED),
        (f"A welcome ceremony for {SOTO} was held in Copenhagen on Monday under the chair of {RIIS}.", "ceremony", Status.OCCURRED),
        (f"{SOTO} is expected in Copenhagen on Monday for talks with {RIIS}.", "meeting", Status.PLANNED),
        (f"A lunch was given on Monday by {RIIS} for {SOTO}.", "meeting", Status.OCCURRED),
    ],
)
def test_the_official_next_in_the_clause_is_the_other_side(told: Told, sentence: str, kind: str, status: Status) -> None:
    """However the parse hangs them, the two officials of the clause are the two sides."""
    assert (kind, ("CHL", "DNK"), status) in records(told(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        f"{RIIS} spoke about the negotiations that {SOTO} had praised.",
        f"{RIIS} told reporters after a cabinet meeting that the price of salmon worries her.",
        f"{RIIS} met voters in Aarhus on Monday and quoted {SOTO}.",
    ],
)
def test_who_is_only_spoken_about_is_no_side(told: Told, sentence: str) -> None:
    """A clause of its own and a topic bring nobody to the table."""
    assert not told(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind", "place"),
    [
        ("A third round of talks at the level of deputy ministers will be held in Santiago in July.", "negotiations", "Santiago"),
        ("Negotiators meet again in Copenhagen on 20 June.", "negotiations", "Copenhagen"),
        ("A Chilean delegation will hold consultations in Copenhagen in July.", "consultations", "Copenhagen"),
    ],
)
def test_talks_without_sides_are_those_of_the_texts_two_states(told: Told, sentence: str, kind: str, place: str) -> None:
    """In a text about two states, talks in one of them that name nobody else are theirs."""
    found = [claim for claim in told(LEAD + sentence) if claim.status is Status.PLANNED]
    assert [(content_of(claim).type, content_of(claim).parties) for claim in found] == [(kind, ("CHL", "DNK"))]
    assert content_of(found[0]).place is not None
    assert content_of(found[0]).place.name == place  # type: ignore[union-attr]


def test_a_cabinet_meeting_is_one_states_own(told: Told) -> None:
    """What a cabinet does at home is no encounter of the two."""
    assert not told(LEAD + "An emergency cabinet meeting of ministers was held in Copenhagen on Monday.")


def test_nobody_receives_himself(told: Told) -> None:
    """The President who welcomes the Chilean President is the other one."""
    text = LEAD + "On Monday the President welcomed Chilean President Julia Paz in Copenhagen."
    assert ("meeting", ("CHL", "DNK"), Status.OCCURRED) in records(told(text))


def test_nobody_calls_on_himself(told: Told) -> None:
    """A pronoun behind the subject's verb is somebody else: the one told of just before."""
    text = "Chilean President Julia Paz opened a fair in Aarhus on Monday. Danish Trade Minister Mette Riis paid a courtesy call on her."
    assert ("meeting", ("CHL", "DNK"), Status.OCCURRED) in records(told(text))


def test_separate_talks_are_one_record_for_each_state(told: Told) -> None:
    """Two states met one after the other are not met together."""
    text = f"{RIIS} held separate talks with the Chilean and Peruvian trade ministers in Lima on Monday."
    assert {("CHL", "DNK"), ("DNK", "PER")} <= {content_of(claim).parties for claim in told(text)}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (f"{SOTO} travels on to Oslo.", Status.PLANNED),
        (f"{SOTO} flies to Oslo on Thursday.", Status.PLANNED),
        (f"{SOTO} flew to Oslo on Thursday.", Status.OCCURRED),
    ],
)
def test_the_present_tense_tells_what_a_calendar_holds(told: Told, sentence: str, status: Status) -> None:
    """A journey in the present tense is still to come, known day or not."""
    assert ("visit", ("CHL", "NOR"), status) in records(told(sentence, None))


def test_somebody_abroad_to_attend_is_on_a_visit(told: Told) -> None:
    """Who is in a country to take part in something has travelled there."""
    assert ("visit", ("CHL", "DNK"), Status.OCCURRED) in records(told(f"{SOTO} is in Denmark to attend a trade fair."))


def test_an_accepted_invitation_to_take_part_is_a_planned_visit(told: Told) -> None:
    """The place of what one is invited to is where the visit goes."""
    text = f"{SOTO} accepted her invitation to attend the energy fair in Aarhus in July."
    assert ("visit", ("CHL", "DNK"), Status.PLANNED) in records(told(LEAD + text))


def test_the_one_town_of_the_sentence_is_the_place(told: Told) -> None:
    """On the sidelines of a fair in a third town they meet there."""
    found = told(f"{RIIS} and {SOTO} shook hands on the sidelines of the fair's opening in Doha on Monday.")
    assert [content_of(claim).place.name for claim in found] == ["Doha"]  # type: ignore[union-attr]


def test_a_city_state_is_a_town(told: Told) -> None:
    """Singapore is where one meets in Singapore."""
    found = told(f"{RIIS} met Singaporean Trade Minister Tan Wei Ming in Singapore on Monday.")
    assert content_of(found[0]).place is not None
    assert content_of(found[0]).place.name == "Singapore"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "musing", ["I like my conversations here with Chile.", "Our talks with Chilean artists in Aarhus on Monday were fun."]
)
def test_a_speakers_musings_are_no_encounter(told: Told, musing: str) -> None:
    """In an interview, whom one likes to talk to is no meeting of officials."""
    assert not told(f'"{musing}" {RIIS} said.')
