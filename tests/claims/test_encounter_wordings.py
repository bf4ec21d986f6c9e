"""The many wordings of one encounter: each sentence gives its record, each near miss none; days, towns and people pass inside a text."""

from __future__ import annotations

import pytest
from tests.builders import Told, content_of

from dragoman.values.claim import Claim, Status

DAHL, ROJAS = "Norwegian Foreign Minister Kari Dahl", "Peruvian Foreign Minister Luis Rojas"


def records(claims: list[Claim]) -> set[tuple[str, tuple[str, ...], Status]]:
    return {(content_of(claim).type, content_of(claim).parties, claim.status) for claim in claims}


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        (f"{DAHL} is to see {ROJAS} in Lima on Tuesday.", "meeting", Status.PLANNED),
        (f"{DAHL} expects {ROJAS} in Bergen on Monday.", "meeting", Status.PLANNED),
        (f"{DAHL} was to have met {ROJAS} in Lima on Monday.", "meeting", Status.DENIED),
        (f"{DAHL} would have met {ROJAS} in Lima last week.", "meeting", Status.DENIED),
        (f"{DAHL} and {ROJAS} shook hands on a cod quota on Monday.", "meeting", Status.OCCURRED),
        (f"{DAHL} paid a call on {ROJAS} on Monday.", "meeting", Status.OCCURRED),
        (f"{DAHL} and {ROJAS} had a working breakfast on Monday.", "meeting", Status.OCCURRED),
        (f"{DAHL} raised the cod quota with {ROJAS} on Monday.", "meeting", Status.OCCURRED),
        (f"{DAHL} and {ROJAS} spoke to reporters after meeting yesterday in Lima.", "meeting", Status.OCCURRED),
        (f"In a video conversation on Monday, {DAHL} and {ROJAS} agreed on a cod quota.", "call", Status.OCCURRED),
        (f"{DAHL} and {ROJAS} held a virtual meeting on Monday.", "call", Status.OCCURRED),
        (f"{DAHL} called {ROJAS} on Monday.", "call", Status.OCCURRED),
        (f"{DAHL} opened a fish market in Callao on Monday with {ROJAS}.", "ceremony", Status.OCCURRED),
    ],
)
def test_wordings_of_talks(told: Told, sentence: str, kind: str, status: Status) -> None:
    """A talk has many words; what would have been did not take place."""
    assert records(told(sentence)) == {(kind, ("NOR", "PER"), status)}


@pytest.mark.parametrize(
    ("sentence", "place", "status"),
    [
        ("Norwegian Foreign Minister Kari Dahl flew on to Lima on Monday.", "Lima", Status.OCCURRED),
        ("Norwegian Foreign Minister Kari Dahl is due in Lima on Tuesday.", "Lima", Status.PLANNED),
        ("Norwegian Foreign Minister Kari Dahl has been in Lima since Tuesday.", "Lima", Status.OCCURRED),
        ("Norwegian Foreign Minister Kari Dahl returned from Lima on Monday.", "Lima", Status.OCCURRED),
        ("Norway sent a delegation to Lima on Monday.", "Lima", Status.OCCURRED),
        ("Norwegian Foreign Minister Kari Dahl led a delegation to Lima on Monday.", "Lima", Status.OCCURRED),
        ("The tour will take Norwegian Foreign Minister Kari Dahl to Lima in May.", "Lima", Status.PLANNED),
    ],
)
def test_wordings_of_visits(told: Told, sentence: str, place: str, status: Status) -> None:
    """Who goes, is sent, comes back or has been there for days is on a visit."""
    claims = told(sentence)
    assert records(claims) == {("visit", ("NOR", "PER"), status)}
    assert {spot.name for claim in claims if (spot := content_of(claim).place) is not None} == {place}


def test_a_visit_to_two_states_is_two_visits(told: Told) -> None:
    """Each state visited has its own record."""
    claims = told("Norwegian Foreign Minister Kari Dahl will visit Peru and Chile in August.")
    assert records(claims) == {("visit", ("NOR", "PER"), Status.PLANNED), ("visit", ("CHL", "NOR"), Status.PLANNED)}


def test_a_visit_lasts_since_a_day(told: Told) -> None:
    """The day after "since" is the first of the visit."""
    claims = told("Norwegian Foreign Minister Kari Dahl has been in Lima since Tuesday for talks.")
    assert [claim.date for claim in claims] == ["2024-06-11"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Peru left the matter to the Norwegian court.",
        "Norway reaffirmed its commitment to continue its cooperation with Peru.",
        "Norway will convene a panel with the Peruvian fishing industry.",
        "The Norwegian ambassador has been in Lima since 2019.",
        "They reached an understanding on resuming negotiations between Norway and Peru.",
        "Norwegian Foreign Minister Kari Dahl called the Peruvian offer generous.",
        "It is a proud country, and Norway speaks to its neighbours without interpreters.",
        "Norway spoke at length about the Quito talks on cod.",
        "The Norwegian government will meet some of Peru's needs for cod.",
    ],
)
def test_near_misses_tell_no_encounter(told: Told, sentence: str) -> None:
    """Words of travel and talk also tell other things."""
    assert told(sentence) == []


def test_the_first_visit_since_a_year_is_not_of_that_year(told: Told) -> None:
    """What "since" measures the first visit by is no day of it."""
    claims = told("It is the first visit of Norwegian Foreign Minister Kari Dahl to Lima since 2017.")
    assert all(claim.date != "2017" for claim in claims)


def test_a_call_to_both_is_two_calls(told: Told) -> None:
    """Who telephones both presidents speaks with one after the other."""
    claims = told("Norway and Peru closed the strait. Chile's president telephoned both heads of state on Thursday.")
    assert ("call", ("CHL", "NOR"), Status.OCCURRED) in records(claims)
    assert ("call", ("CHL", "PER"), Status.OCCURRED) in records(claims)


def test_envoys_received_in_turn_have_a_ceremony_each(told: Told) -> None:
    """One sentence accredits several ambassadors."""
    claims = told("Peruvian President Ana Vega received the credentials of the ambassadors of Norway, Ghana and Fiji on Monday.")
    assert records(claims) == {("ceremony", pair, Status.OCCURRED) for pair in (("NOR", "PER"), ("GHA", "PER"), ("FJI", "PER"))}


def test_the_members_of_a_summit_may_be_told_later(told: Told) -> None:
    """An organisation at its own summit gives way to the states that were represented; without them nothing is told."""
    lead = "The heads of state of ECOWAS met at a summit in Lagos on Monday. "
    claims = told(f"{lead}Ghana, Togo and Benin were represented by their presidents.")
    assert ("conference", ("BEN", "GHA", "TGO"), Status.OCCURRED) in records(claims)
    assert told(lead) == []


def test_a_round_belongs_to_the_talks_told_before(told: Told) -> None:
    """A numbered round takes the parties and the kind of the talks that it continues."""
    claims = told(
        "Political consultations between the foreign ministries of Norway and Peru took place in Lima on Monday. "
        "Norway said that the fourth round would be held in Bergen in March."
    )
    assert ("consultations", ("NOR", "PER"), Status.PLANNED) in records(claims)


def test_an_agenda_plans_what_it_tells_in_the_present(told: Told) -> None:
    """Under the heading of a day the present tense is a plan for that day."""
    claims = told(
        "The week in diplomacy\n\nMONDAY\n\nOslo: Norwegian and Peruvian fisheries ministers open talks on cod.\n\n"
        "TUESDAY\n\nHelsinki: Finnish Foreign Minister Aino Salo leaves for Lima.",
        published="2024-06-14",
    )
    assert [(claim.date, claim.status) for claim in claims] == [("2024-06-17", Status.PLANNED), ("2024-06-18", Status.PLANNED)]


def test_a_chair_from_a_third_state_takes_part(told: Told) -> None:
    """Who is "in the chair" is at the table."""
    claims = told("Officers from Norway and Peru met in Quito on Monday, with Ecuador's Defence Minister Rosa Paz in the chair.")
    assert ("meeting", ("ECU", "NOR", "PER"), Status.OCCURRED) in records(claims)


def test_leaders_are_named_later(told: Told) -> None:
    """Those whom a lead gives by office alone have the names that the text gives further down."""
    claims = told(
        "The foreign ministers of Norway and Peru met in Lima on Monday. The herring catch was their main concern.\n\n"
        "Norwegian Foreign Minister Kari Dahl asked for patience, she said. Peruvian Foreign Minister Luis Rojas was silent."
    )
    assert {person.name for person in content_of(claims[0]).participants} == {"Kari Dahl", "Luis Rojas"}


def test_here_is_the_town_of_the_dateline(told: Told) -> None:
    """A correspondent's "here" is where the report is written."""
    claims = told("LIMA, June 14 (Andina) - Peruvian President Ana Vega received Norwegian Foreign Minister Kari Dahl here on Thursday.")
    place = content_of(claims[0]).place
    assert place is not None
    assert place.name == "Lima"
