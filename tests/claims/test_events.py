"""One sentence, one construction, one event."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.values.claim import Claim, Event

Triple = tuple[str, str, str, str]


def _events(reader: Reader, text: str) -> set[Triple]:
    return {triple for claim in reader.read(text).claims for triple in _triples(claim) if not claim.rule.name.startswith("derived")}


def _triples(claim: Claim) -> list[Triple]:
    content = claim.content
    if not isinstance(content, Event):
        return []
    arrow = "<>" if content.mutual else ">"
    return [
        (str(actor.country), arrow, str(recipient.country), content.type) for actor in content.actors for recipient in content.recipients
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway thanked Kenya for its help.", ("NOR", ">", "KEN", "SUPPORT")),
        ("Peruvian President Rosa Quispe congratulated Paraguay on its independence day.", ("PER", ">", "PRY", "SUPPORT")),
        ("Laos promised Nepal a team of doctors.", ("LAO", ">", "NPL", "AGREE")),
        ("Oman is ready to host the talks with Malta.", ("OMN", ">", "MLT", "AGREE")),
        ("Bolivia urged Panama to lower the canal fee.", ("BOL", ">", "PAN", "REQUEST")),
        ("Ghana accused Togo of ignoring the border treaty.", ("GHA", ">", "TGO", "ACCUSE")),
        ("Zambia condemned Malawi's decision to burn the maize.", ("ZMB", ">", "MWI", "ACCUSE")),
        ("Cuba rejected a proposal by Jamaica.", ("CUB", ">", "JAM", "REJECT")),
        ("Chile expelled two Ecuadorian diplomats.", ("CHL", ">", "ECU", "SANCTION")),
        ("Finland imposed sanctions on Belarus.", ("FIN", ">", "BLR", "SANCTION")),
        ("Kuwait donated forty ambulances to Somalia.", ("KWT", ">", "SOM", "AID")),
        ("Eritrea released nine Djiboutian prisoners.", ("ERI", ">", "DJI", "RETREAT")),
    ],
)
def test_find_event_reads_the_sides_and_type_of_a_plain_sentence(reader: Reader, sentence: str, expected: Triple) -> None:
    assert expected in _events(reader, f"OSLO, 5 May 2021 - {sentence}")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Panama was urged by Bolivia to lower the canal fee.", ("BOL", ">", "PAN", "REQUEST")),
        ("Two Ecuadorian diplomats were expelled by Chile.", ("CHL", ">", "ECU", "SANCTION")),
        ("Togo was accused by Ghana of ignoring the border treaty.", ("GHA", ">", "TGO", "ACCUSE")),
    ],
)
def test_find_event_turns_the_passive_round(reader: Reader, sentence: str, expected: Triple) -> None:
    assert expected in _events(reader, f"OSLO, 5 May 2021 - {sentence}")


def test_find_event_makes_a_promise_of_future_aid(reader: Reader) -> None:
    events = _events(reader, "OSLO, 5 May 2021 - Kuwait will donate forty ambulances to Somalia, the minister said.")
    assert ("KWT", ">", "SOM", "AGREE") in events
    assert not any(event[3] == "AID" for event in events)


def test_find_event_makes_a_request_to_each_of_two(reader: Reader) -> None:
    events = _events(reader, "OSLO, 5 May 2021 - Norway urged Ghana and Togo to return to the talks.")
    assert {("NOR", ">", "GHA", "REQUEST"), ("NOR", ">", "TGO", "REQUEST")} <= events


def test_find_event_counts_an_agreement_of_two_in_both_directions(reader: Reader) -> None:
    assert ("GHA", "<>", "TGO", "AGREE") in _events(reader, "OSLO, 5 May 2021 - Ghana and Togo agreed to open a third crossing.")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ghana said that it may accuse Togo of ignoring the treaty.",
        "If Ghana condemns Togo, the talks will fail.",
        "Ghana has not condemned Togo.",
        "Chile should expel two Ecuadorian diplomats, a newspaper wrote.",
    ],
)
def test_find_event_leaves_alone_what_did_not_happen(reader: Reader, sentence: str) -> None:
    conflict = {"ACCUSE", "SANCTION"}
    assert not [event for event in _events(reader, f"OSLO, 5 May 2021 - {sentence}") if event[3] in conflict]


def test_find_event_never_makes_a_state_act_on_itself(reader: Reader) -> None:
    assert not _events(reader, "OSLO, 5 May 2021 - Norway's government thanked the Norwegian army for its help in Norway.")


def test_find_event_keeps_the_words_of_the_promise(reader: Reader) -> None:
    reading = reader.read("OSLO, 5 May 2021 - Laos promised Nepal to send a team of doctors.")
    contents = [claim.content.content for claim in reading.claims if isinstance(claim.content, Event)]
    assert "to send a team of doctors" in contents


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway called on Ghana to lower its harbour fees.", ("NOR", ">", "GHA", "REQUEST")),
        ("Laos wants Nepal to send more nurses.", ("LAO", ">", "NPL", "REQUEST")),
        ("Chad would like Niger to open the road at night.", ("TCD", ">", "NER", "REQUEST")),
        ("Fiji declared the Tongan ambassador persona non grata.", ("FJI", ">", "TON", "SANCTION")),
        ("Malta will cease to give Cyprus legal help.", ("MLT", ">", "CYP", "SANCTION")),
        ("Kenya suspended Uganda from the club of tea growers and recalled its ambassador from Kampala.", ("KEN", ">", "UGA", "SANCTION")),
        ("Oman let the Finnish divers go.", ("OMN", ">", "FIN", "RETREAT")),
        ("Peru sank two Ecuadorian trawlers off its coast.", ("PER", ">", "ECU", "COERCE")),
        ("The leaders of Togo, Benin and Mali rejected Niger's request for more water.", ("TGO", ">", "NER", "REJECT")),
        ("Ghana dismissed Togo's claim as a fairy tale.", ("GHA", ">", "TGO", "REJECT")),
        ("Bhutan valued the doctors whom Cuba sent after the flood.", ("BTN", ">", "CUB", "SUPPORT")),
        ("Chile condemned the launch of a long-range rocket by Laos.", ("CHL", ">", "LAO", "ACCUSE")),
        ("Iceland decided to lift its ban on fish from Latvia.", ("ISL", ">", "LVA", "CONCEDE")),
        ("Qatar would be glad to lend Yemen a ferry.", ("QAT", ">", "YEM", "AGREE")),
    ],
)
def test_find_event_knows_the_ways_an_act_is_told(reader: Reader, sentence: str, expected: Triple) -> None:
    assert expected in _events(reader, f"OSLO, 5 May 2021 - {sentence}")


def test_find_event_makes_a_joint_future_an_agreement(reader: Reader) -> None:
    assert ("GHA", "<>", "TGO", "AGREE") in _events(reader, "OSLO, 5 May 2021 - Ghana and Togo will draw up a list of dams by June.")
    assert not _events(reader, "OSLO, 5 May 2021 - Ghana and Togo drew up a list of dams in June.")


def test_find_event_reads_both_as_the_two_named_before(reader: Reader) -> None:
    text = "OSLO, 5 May 2021 - Ghana and Togo quarrel over a well. The African Union appealed to both for patience."
    assert {("AU", ">", "GHA", "REQUEST"), ("AU", ">", "TGO", "REQUEST")} <= _events(reader, text)


def test_find_event_takes_we_for_who_spoke_before(reader: Reader) -> None:
    text = (
        'OSLO, 5 May 2021 - "The well was ours," said Ghanaian Foreign Minister Ama Boateng. '
        '"We stand with Mali, and we ask Togo to fill the ditch."'
    )
    assert {("GHA", ">", "MLI", "SUPPORT"), ("GHA", ">", "TGO", "REQUEST")} <= _events(reader, text)


def test_find_event_takes_the_other_of_two_for_an_unnamed_agent(reader: Reader) -> None:
    text = (
        "OSLO, 5 May 2021 - Ghana and Togo quarrel over fishing. Ghana accused Togo of greed. Togo accused Ghana of theft. "
        "Four Togolese fishermen were set free on Monday."
    )
    assert ("GHA", ">", "TGO", "RETREAT") in _events(reader, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The leaders of Ghana and Togo wound up their summit.",
        "A Norwegian charity donated tents to Kenya.",
        "Ghana is glad to be a neighbour of Togo.",
        "Critics in Ghana agree that Togo was unlucky.",
    ],
)
def test_find_event_takes_no_words_for_an_act_that_are_none(reader: Reader, sentence: str) -> None:
    assert not _events(reader, f"OSLO, 5 May 2021 - {sentence}")


def test_find_event_reads_both_clauses_that_and_joins(reader: Reader) -> None:
    text = (
        "OSLO, 5 May 2021 - Peru condemned what it described as Chilean greed, and the European Union, after a short session in Lima, "
        "called on Chile to pull its boats back."
    )
    assert {("PER", ">", "CHL", "ACCUSE"), ("EU", ">", "CHL", "REQUEST")} <= _events(reader, text)


@pytest.mark.parametrize(
    "sentence",
    [
        "The Norwegian minister shut down a consulate in occupied Peru.",
        "Norway boasted of its economic war against Peru.",
        "The Norwegian foreign minister said he is ready to fly to Lima once the fish is sold.",
        "Norway withdrew from the World Health Organization.",
    ],
)
def test_find_event_leaves_figures_of_speech_and_mere_descriptions(reader: Reader, sentence: str) -> None:
    """A participle that describes, a war of no arms, a journey, an organisation left."""
    assert not [claim for claim in reader.read(sentence).claims if getattr(claim.content, "type", "") in {"ASSAULT", "AGREE", "RETREAT"}]
