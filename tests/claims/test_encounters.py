"""Encounters are told by constructions of English: each has its own sentence with the exact record, near misses yield nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import Told, content_of

from dragoman.pipeline import Reader
from dragoman.values.claim import DateBasis, Status


@pytest.mark.parametrize(
    ("sentence", "kind", "parties"),
    [
        ("Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas in Lima on Monday.", "meeting", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl had an hour of talks with Peruvian Foreign Minister Luis Rojas.", "meeting", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl lunched with Peruvian Foreign Minister Luis Rojas on Monday.", "meeting", ("NOR", "PER")),
        ("Peruvian President Ana Vega received Norwegian Foreign Minister Kari Dahl on Monday.", "meeting", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl telephoned Peruvian Foreign Minister Luis Rojas on Monday.", "call", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl and Peruvian Foreign Minister Luis Rojas talked on the telephone.", "call", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl visited Lima on Monday.", "visit", ("NOR", "PER")),
        ("Norwegian Foreign Minister Kari Dahl spent two days in Lima.", "visit", ("NOR", "PER")),
        ("The foreign ministries of Norway and Peru held political consultations in Lima on Monday.", "consultations", ("NOR", "PER")),
    ],
)
def test_find_encounters_names_the_kind_and_the_parties(told: Told, sentence: str, kind: str, parties: tuple[str, ...]) -> None:
    """One sentence tells one encounter, of the kind that its words name."""
    assert [(content_of(claim).type, content_of(claim).parties) for claim in told(sentence)] == [(kind, parties)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway beat Peru 2-0 in a friendly in Lima on Monday, and will meet Chile next.",
        "We call on Norway and Peru to protect the forests.",
        "The Norwegian prime minister met the Norwegian finance minister in Oslo on Monday.",
        "If the foreign minister of Norway meets the foreign minister of Peru, they will discuss fish.",
        "Will the president of Peru meet the president of Chile this year?",
        "Forty lorries from Chile arrived in Peru on Monday.",
        "Norway stressed the need for close consultations with Peru.",
        "Norwegian Foreign Minister Kari Dahl praised Peru at a press conference.",
    ],
)
def test_find_encounters_leaves_alone_what_is_none(told: Told, sentence: str) -> None:
    """Sport, demands, home politics, conditions, questions, goods, wishes and press conferences are no encounters of states."""
    assert told(sentence) == []


def test_calls_to_two_states_are_two_calls(told: Told) -> None:
    """A telephone reaches one state at a time."""
    claims = told(
        "Norwegian Foreign Minister Kari Dahl held telephone calls with Peruvian Foreign Minister Luis Rojas "
        "and Chilean Foreign Minister Eva Soto."
    )
    assert {content_of(claim).parties for claim in claims} == {("NOR", "PER"), ("CHL", "NOR")}


def test_the_sidelines_of_a_summit_hold_one_meeting(told: Told) -> None:
    """The summit itself is not told by those who met on its margins."""
    claims = told(
        "Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas on Monday "
        "on the sidelines of a United Nations summit."
    )
    assert [(content_of(claim).type, content_of(claim).parties) for claim in claims] == [("meeting", ("NOR", "PER"))]


def test_the_conversation_goes_on_with_the_call_told_before(told: Told) -> None:
    """What is said "in the conversation" makes no meeting beside the call."""
    claims = told(
        "Norwegian Foreign Minister Kari Dahl telephoned Peruvian Foreign Minister Luis Rojas on Monday. "
        "During the conversation the ministers discussed fish."
    )
    assert {content_of(claim).type for claim in claims} == {"call"}


def test_a_denial_in_the_next_sentence_turns_the_meeting(told: Told) -> None:
    """A correction takes back what was told, and adds nothing beside it."""
    claims = told("It was reported on Monday that the president of Norway met the president of Peru in Geneva. The two did not meet.")
    assert [claim.status for claim in claims] == [Status.DENIED]


def test_an_accepted_invitation_plans_a_visit(told: Told) -> None:
    """Who accepts an invitation to a place will go there."""
    (claim,) = told("Norwegian Foreign Minister Kari Dahl accepted an invitation to Lima from Peru.")
    assert (content_of(claim).type, content_of(claim).parties, claim.status) == ("visit", ("NOR", "PER"), Status.PLANNED)


def test_the_next_consultations_take_the_parties_of_the_last(told: Told) -> None:
    """What is to follow has its own day and town, and nobody's name yet."""
    claims = told(
        "The foreign ministries of Norway and Peru held political consultations in Lima on Monday. "
        "It was agreed that the next consultations would be held in Oslo in 2025."
    )
    planned = claims[-1]
    assert (content_of(planned).parties, planned.status, planned.date) == (("NOR", "PER"), Status.PLANNED, "2025")
    place = content_of(planned).place
    assert place is not None
    assert place.name == "Oslo"


def test_a_place_is_read_at_the_encounter_only(told: Told) -> None:
    """The region that is talked about is not where they talk."""
    (claim,) = told(
        "During a meeting with Peruvian Foreign Minister Luis Rojas, Norwegian Foreign Minister Kari Dahl discussed the situation in Chad."
    )
    assert content_of(claim).place is None


def test_talks_take_day_and_town_of_the_sentence_before(told: Told) -> None:
    """A paragraph goes on on the same day in the same town."""
    claims = told(
        "Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas in Lima on 12 June 2024. "
        "She then held talks with Peruvian President Ana Vega."
    )
    second = claims[-1]
    place = content_of(second).place
    assert (second.date, second.date_basis) == ("2024-06-12", DateBasis.RELATIVE)
    assert place is not None
    assert place.name == "Lima"


def test_history_takes_no_day_from_the_news(told: Told) -> None:
    """A pluperfect looks back: its day is not today's."""
    claims = told(
        "Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas in Lima on 12 June 2024. The two had met before."
    )
    assert all(claim.date is None for claim in claims if claim.background)


def test_a_lead_without_a_time_takes_the_day_of_the_report(told: Told) -> None:
    """The report's own day is named as such, and only where a report has one."""
    lead = "Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas in Lima."
    (dated,), (undated,) = told(lead), told(lead, published=None)
    assert (dated.date, dated.date_basis) == ("2024-06-14", DateBasis.PUBLISHED)
    assert (undated.date, undated.date_basis) == (None, None)


def test_a_visit_is_read_through_whose(told: Told) -> None:
    """The relative owner travels."""
    claims = told("Norwegian Foreign Minister Kari Dahl, whose visit to Peru ends on Friday, praised the harvest.")
    assert [(content_of(claim).type, content_of(claim).parties) for claim in claims] == [("visit", ("NOR", "PER"))]


def test_direct_speech_is_about_its_speaker(told: Told) -> None:
    """Who says "I met" is who met."""
    (claim,) = told('"I met the Peruvian president in Lima on Monday," Norwegian Foreign Minister Kari Dahl told reporters.')
    assert {person.name for person in content_of(claim).participants} == {"Kari Dahl", None}
    assert content_of(claim).parties == ("NOR", "PER")


@settings(max_examples=30)
@given(
    words=st.lists(
        st.sampled_from("Norway Peru minister met visited will not in Lima talks with and the , . ? had president".split()), max_size=25
    )
)
def test_any_words_are_read_twice_alike(reader: Reader, words: list[str]) -> None:
    """No heap of words raises, and the same one gives the same claims with citations that stand in the text."""
    text = "Report from Lima. " + " ".join(words)
    once, again = reader.read(text), reader.read(text)
    assert once.claims == again.claims
    assert once.document is None or all(once.document.text[c.start : c.end] == c.text for claim in once.claims for c in claim.citations)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru was host on Wednesday: Norwegian Foreign Minister Kari Dahl met President Ana Vega of Peru.", "2024-06-12"),
        ("A visit to Lima by Norwegian Foreign Minister Kari Dahl, which was planned for Sunday, is cancelled.", "2024-06-16"),
        (
            "Fighting killed forty in March 2011, and in May of that year the presidents of Peru and Ecuador met in Quito.",
            "2011-05",
        ),
    ],
)
def test_find_encounters_takes_the_day_of_its_own_clause(told: Told, text: str, day: str) -> None:
    """A colon leads up to its clause, a visit is what is set for a day, and "that year" is the year just told."""
    assert [claim.date for claim in told(text)] == [day]


def test_find_encounters_knows_a_surname_again_without_its_article(told: Told) -> None:
    text = (
        "Iraqi Oil Minister Karim al-Dulaimi was pleased. During a meeting with Chilean Ambassador Rosa Vega, Dulaimi said he would write."
    )
    assert [content_of(claim).parties for claim in told(text)] == [("CHL", "IRQ")]
