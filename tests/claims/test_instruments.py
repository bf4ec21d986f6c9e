"""Instruments are told by constructions of English: each sentence yields its acts, and near misses yield none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.pipeline import Stages, default_stages
from dragoman.values.claim import Claim, Encounter, Instrument
from dragoman.values.document import Rejection
from dragoman.values.page import RawPage

Read = Callable[[str], tuple[Claim, ...]]
_DATELINE = "LIMA, 4 March 2021. "


@pytest.fixture(scope="module")
def stages() -> Stages:
    return default_stages()


def claims_of(stages: Stages, text: str) -> tuple[Claim, ...]:
    document = stages.make_document(RawPage(origin="a.txt", content=text))
    if isinstance(document, Rejection):
        return ()
    links = stages.link_mentions(document, stages.find_mentions(document))
    return stages.extract_claims(document, links, stages.parse(document, links)).claims


def acts(stages: Stages, text: str) -> list[tuple[str, str | None, tuple[str, ...]]]:
    contents = [claim.content for claim in claims_of(stages, _DATELINE + text)]
    return [(content.type, content.stage, content.parties) for content in contents if isinstance(content, Instrument)]


PERU_CHILE = ("CHL", "PER")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru and Chile signed an agreement on customs on Tuesday.", [("agreement", "signed")]),
        ("Peru and Chile initialled a treaty on extradition.", [("treaty", "initialled")]),
        ("The foreign ministers of Peru and Chile put their names to a memorandum on tourism.", [("memorandum", "signed")]),
        ("Peru and Chile will sign an agreement on fisheries in May.", [("agreement", "announced")]),
        ("Peru and Chile reached an agreement on water supply.", [("agreement", "negotiated")]),
        ("Peru and Chile are negotiating an agreement on fisheries.", [("agreement", None)]),
        ("The treaty on extradition between Peru and Chile entered into force in January.", [("treaty", "in force")]),
        ("Peru and Chile issued a joint statement on migration.", [("statement", "signed")]),
        ("Peru suspended the transit agreement with Chile.", [("agreement", "suspended")]),
        ("The parliament of Peru ratified the extradition treaty with Chile.", [("treaty", "ratified")]),
    ],
)
def test_find_instruments_tells_the_stage_by_the_verb(stages: Stages, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert acts(stages, text) == [(kind, stage, PERU_CHILE) for kind, stage in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Peru wants to sign an agreement with Chile.",
        "Peru and Chile failed to reach an agreement on water.",
        "Peru did not sign the agreement with Chile.",
        "If Peru and Chile sign an agreement, tariffs will fall.",
        "Peru praised the agreement and Chile welcomed the deal.",
        "The Security Council adopted a resolution on Peru and Chile.",
        "Two firms of Lima signed a contract, said the trade minister of Peru.",
        "Peru and Chile signed agreements.",
        "The Peruvian president signed a presidential memorandum on trade with Chile.",
    ],
)
def test_find_instruments_leaves_alone_what_did_not_come_about(stages: Stages, text: str) -> None:
    assert acts(stages, text) == []


def test_find_instruments_reads_every_act_of_a_list(stages: Stages) -> None:
    text = "Peru and Chile signed an agreement on plant health and a memorandum of understanding on tourism."
    assert acts(stages, text) == [("agreement", "signed", PERU_CHILE), ("memorandum", "signed", PERU_CHILE)]


def test_find_instruments_ends_a_title_before_the_next_act_and_the_date(stages: Stages) -> None:
    text = _DATELINE + "Peru and Chile signed an agreement on plant health and a memorandum of understanding on tourism on Tuesday."
    titles = [claim.content.title for claim in claims_of(stages, text) if isinstance(claim.content, Instrument)]
    assert titles == ["agreement on plant health", "memorandum of understanding on tourism"]


def test_find_instruments_gives_the_act_its_date_place_and_signatories(stages: Stages) -> None:
    text = (
        _DATELINE
        + "Peruvian Foreign Minister Rosa Quispe and Chilean Foreign Minister Diego Rojas signed a treaty on water in Arica on 2 March."
    )
    claim = next(claim for claim in claims_of(stages, text) if isinstance(claim.content, Instrument))
    assert isinstance(claim.content, Instrument)
    assert claim.date == "2021-03-02"
    assert claim.content.place is not None
    assert claim.content.place.name == "Arica"
    assert [person.name for person in claim.content.signatories] == ["Rosa Quispe", "Diego Rojas"]


def test_find_instruments_does_not_take_the_place_for_a_party(stages: Stages) -> None:
    assert acts(stages, "Peru and Chile signed a treaty on trade in Madrid, Spain.") == [("treaty", "signed", PERU_CHILE)]


def test_find_instruments_lets_the_agreement_point_at_the_act_told_before(stages: Stages) -> None:
    text = "Peru and Chile signed a treaty on water. Brazil and Bolivia sent envoys. The treaty was ratified by both parliaments in May."
    assert ("treaty", "ratified", PERU_CHILE) in acts(stages, text)


def test_find_instruments_never_guesses_the_parties_of_an_act_of_many(stages: Stages) -> None:
    assert acts(stages, "Peru criticised Chile. The nuclear deal was signed in 2015.") == []


def test_find_instruments_takes_a_treaty_named_with_its_year_as_in_force(stages: Stages) -> None:
    assert acts(stages, "Under the 1929 treaty between Peru and Chile the port is free.") == [("treaty", "in force", PERU_CHILE)]


def test_find_pronoun_acts_tells_a_stage_of_the_act_told_last(stages: Stages) -> None:
    text = _DATELINE + "Peru and Chile signed a treaty on water in May 2019. It entered into force on 1 February 2020."
    told = [(claim.content.stage, claim.date) for claim in claims_of(stages, text) if isinstance(claim.content, Instrument)]
    assert told == [("signed", "2019-05"), ("in force", "2020-02-01")]


def test_find_listed_acts_reads_the_items_below_a_heading(stages: Stages) -> None:
    text = (
        "Peru and Chile held talks in Lima.\n\nAfter the talks the following documents were signed:\n\n"
        "- Agreement on the protection of forests\n\n- Memorandum of understanding on museums\n\nThe talks were friendly."
    )
    assert acts(stages, text) == [("agreement", "signed", PERU_CHILE), ("memorandum", "signed", PERU_CHILE)]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian ambassador handed over a letter from the president of Peru to the president of Chile.",
        "In a letter to the president of Chile, the president of Peru thanked him.",
        "In a message, the president of Peru congratulated the president of Chile.",
        "Peru and Chile exchanged letters.",
    ],
)
def test_letters_between_two_states_are_delivered(stages: Stages, text: str) -> None:
    assert acts(stages, text) == [("letter", "delivered", PERU_CHILE)]


@pytest.mark.parametrize("text", ["Peru sent a message to Chile.", "The president of Peru wrote a letter to his minister."])
def test_letters_leave_alone_figures_of_speech_and_letters_at_home(stages: Stages, text: str) -> None:
    assert acts(stages, text) == []


@pytest.mark.parametrize(("words", "kind"), [("his credentials", "ceremony"), ("a copy of his credentials", "meeting")])
def test_credentials_make_an_encounter_and_no_instrument(stages: Stages, words: str, kind: str) -> None:
    text = f"The ambassador of Chile presented {words} to the foreign minister of Peru."
    contents = [claim.content for claim in claims_of(stages, _DATELINE + text)]
    assert [(c.type, c.parties) for c in contents if isinstance(c, Encounter)] == [(kind, PERU_CHILE)]
    assert not any(isinstance(c, Instrument) for c in contents)


_WORDS = st.sampled_from(
    "Peru Chile Lima signed sign it was the a agreement treaty on of in between and , . : ; following documents letter to from 1929 "
    "May entered into force with credentials joint statement which initialled railway commission session sixth held".split()
)


@settings(max_examples=20)
@given(st.lists(_WORDS, max_size=24).map(" ".join))
def test_extract_claims_never_raises_and_cuts_what_it_cites(text: str) -> None:
    stages = default_stages()
    document = stages.make_document(RawPage(origin="a.txt", content=_DATELINE + text))
    if isinstance(document, Rejection):
        return
    once, again = claims_of(stages, _DATELINE + text), claims_of(stages, _DATELINE + text)
    assert once == again
    assert all(citation.text == document.text[citation.start : citation.end] for claim in once for citation in claim.citations)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru's parliament voted to ratify the extradition treaty with Chile.", [("treaty", "ratified")]),
        ("The cabinet of Peru approved a bill on the ratification of the customs agreement with Chile.", [("agreement", "approved")]),
        ("The lease agreement between Peru and Chile ran out at midnight.", [("agreement", "terminated")]),
        ("A treaty on fish between Peru and Chile is ready for signature.", [("treaty", "negotiated")]),
        ("Negotiators from Peru and Chile finished negotiating a customs agreement in January.", [("agreement", "negotiated")]),
        ("Peru and Chile called for calm in a joint statement.", [("statement", "signed")]),
        ("Peru and Chile exchanged notes on fishing permits.", [("agreement", "signed")]),
        ("The agreement on customs between Peru and Chile is in force.", [("agreement", "in force")]),
        ("Peru and Chile came away with a memorandum on tourism.", [("memorandum", "signed")]),
        ("Peru and Chile closed their meeting; signature of a protocol is expected in May.", [("protocol", "announced")]),
        ("Peru and Chile exchanged drafts of the fisheries agreement.", []),
    ],
)
def test_find_instruments_reads_stages_told_by_predicates_votes_and_quotations(
    stages: Stages, text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert acts(stages, text) == [(kind, stage, PERU_CHILE) for kind, stage in expected]


def test_find_instruments_reads_the_acts_behind_a_colon(stages: Stages) -> None:
    text = "Several documents were signed by the foreign ministers of Peru and Chile: an agreement on customs, and a memorandum on tourism."
    assert sorted(acts(stages, text)) == [("agreement", "signed", PERU_CHILE), ("memorandum", "signed", PERU_CHILE)]


def test_find_instruments_reads_an_inverted_passive(stages: Stages) -> None:
    text = "Signed at the meeting between Peru and Chile were a protocol on fish and a memorandum on tourism."
    assert sorted(acts(stages, text)) == [("memorandum", "signed", PERU_CHILE), ("protocol", "signed", PERU_CHILE)]


def test_find_instruments_takes_the_first_half_of_a_compound_for_a_state(stages: Stages) -> None:
    assert acts(stages, "The Sino-Peruvian treaty of 1874 is still quoted.") == [("treaty", "in force", ("CHN", "PER"))]


def test_find_instruments_gives_a_paraphrased_deal_the_two_states_just_named(stages: Stages) -> None:
    text = "Peru and Chile have settled their quarrel over squid. The deal, struck after a year of talks, frees 40 boats."
    assert acts(stages, text) == [("agreement", "negotiated", PERU_CHILE)]


def test_find_instruments_leaves_alone_deals_with_firms_and_party_politics(stages: Stages) -> None:
    assert acts(stages, "The port of Callao signed an agreement with a Chilean company.") == []
    assert acts(stages, "The opposition said that the parties had concluded an agreement on the cabinet.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A protocol on fish and a memorandum on tourism were among the documents Peru and Chile signed.", ["memorandum", "protocol"]),
        ("Among the deals signed by Peru and Chile was a protocol on fish.", ["protocol"]),
        ("Peru and Chile initialled an agreement on mining and signed another on fish.", ["agreement", "agreement"]),
        (
            "Peru and Chile met, and the talks ended with the signing of a protocol on fish and of a memorandum on ports.",
            ["memorandum", "protocol"],
        ),
        ("Peru and Chile signed a truce.", ["agreement"]),
        ("Peru and Chile put their names to a code of conduct for trawlers.", ["programme"]),
    ],
)
def test_find_instruments_reads_acts_told_in_lists_and_by_rarer_nouns(stages: Stages, text: str, expected: list[str]) -> None:
    found = acts(stages, text)
    assert sorted(kind for kind, stage, _ in found if stage in {"signed", "initialled"}) == expected
    assert {parties for _, _, parties in found} == {PERU_CHILE}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pact on fish between Peru and Chile, in force since 1998, covers squid.", [("agreement", "in force")]),
        ("Peru and Chile quarrel over the 1998 fisheries accord.", [("agreement", "in force")]),
        ("Peru and Chile share data under the Pacific Fisheries Agreement.", [("agreement", "in force")]),
        ("The extradition treaty between Peru and Chile became effective in May.", [("treaty", "in force")]),
        ("Peru tore up an agreement on fish with Chile.", [("agreement", "terminated")]),
        ("Negotiations on a fisheries agreement between Peru and Chile were concluded in May.", [("agreement", "negotiated")]),
        ("The congress of Peru passed the law ratifying the extradition treaty with Chile.", [("treaty", "ratified")]),
    ],
)
def test_find_instruments_reads_what_an_act_is_at(stages: Stages, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert acts(stages, text) == [(kind, stage, PERU_CHILE) for kind, stage in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile disagree over the 2015 deal.",
        "Chile buys gas from Peru under a contract that expires in December.",
        "Peru and Chile observed the truce.",
        "The treaty of 1998 between Peru and Chile lapsed.",
    ],
)
def test_find_instruments_takes_no_act_for_being_in_force_or_over_by_chance(stages: Stages, text: str) -> None:
    assert [stage for _, stage, _ in acts(stages, text) if stage == "in force" or "contract" in text] == []
