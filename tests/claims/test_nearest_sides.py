"""Sides that the grammar leaves open: filled by the one party left that stands nearest, or not at all."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.values.claim import Event

Triple = tuple[str, str, str, str]

_TWO = "OSLO, 5 May 2021 - The foreign ministers of Togo and Gabon met in Lomé on Tuesday. Togo and Gabon opened their talks early. "


def _events(reader: Reader, text: str) -> set[Triple]:
    found: set[Triple] = set()
    for claim in reader.read(text).claims:
        content = claim.content
        if isinstance(content, Event) and not claim.rule.name.startswith("derived"):
            arrow = "<>" if content.mutual else ">"
            found |= {(str(a.country), arrow, str(r.country), content.type) for a in content.actors for r in content.recipients}
    return found


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It was also agreed that the next round would be held in spring.", ("GAB", "<>", "TGO", "AGREE")),
        ("Togo suspended its aid to the kingdom in March.", ("TGO", ">", "GAB", "SANCTION")),
        ("Togo calls on the authorities to free the two sailors.", ("TGO", ">", "GAB", "REQUEST")),
        ("Gabon broke off relations on 3 April 2011.", ("GAB", ">", "TGO", "SANCTION")),
        ("Togo on its part undertook to keep the harbour open until midnight.", ("TGO", ">", "GAB", "AGREE")),
    ],
)
def test_the_other_of_two_is_meant_where_the_act_points_to_a_state(reader: Reader, sentence: str, expected: Triple) -> None:
    assert expected in _events(reader, _TWO + sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo rejects any kind of violence.",
        "Togo said that nothing had been agreed.",
        "Gabon declined to comment.",
    ],
)
def test_nobody_is_meant_where_the_act_has_a_target_of_its_own(reader: Reader, sentence: str) -> None:
    assert _events(reader, _TWO + sentence) <= _events(reader, _TWO)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A source in the government of Togo says that Gabon has been asked to free two barges.", ("TGO", ">", "GAB", "REQUEST")),
        ("Chile declared Peruvian Ambassador Rosa Quispe persona non grata on Monday.", ("CHL", ">", "PER", "SANCTION")),
        ("Chad has withdrawn 200 troops from the Darfur region of Sudan.", ("TCD", ">", "SDN", "RETREAT")),
        ("Burundi has withdrawn 400 soldiers from the northern valleys of Rwanda.", ("BDI", ">", "RWA", "RETREAT")),
        ("Malta and Cyprus protested to Tunisia against the new fees.", ("MLT", ">", "TUN", "ACCUSE")),
    ],
)
def test_a_side_far_from_its_verb_is_found(reader: Reader, sentence: str, expected: Triple) -> None:
    assert expected in _events(reader, f"OSLO, 5 May 2021 - {sentence}")


def test_the_body_that_sits_speaks_for_its_organisation(reader: Reader) -> None:
    text = "ADDIS ABABA, 5 May 2021 - The African Union held its summit on Tuesday. The Summit urged Gabon to free the ministers."
    assert ("AU", ">", "GAB", "REQUEST") in _events(reader, text)


def test_a_semicolon_parts_the_givers_of_a_tally(reader: Reader) -> None:
    text = (
        "KATHMANDU, 5 May 2021 - Nepal counts what Nepal has received after the flood in Nepal. "
        "Peru gave tents; Norway sent forty boats and doctors to Nepal. Chile sent blankets."
    )
    events = _events(reader, text)
    assert ("PER", ">", "NOR", "AID") not in events
    assert ("NOR", ">", "NPL", "AID") in events


def test_who_offers_beside_a_clause_joined_by_a_comma_offers_nothing_of_that_clause(reader: Reader) -> None:
    events = _events(
        reader, "OSLO, 5 May 2021 - Chile and Malta promised 300 boats within the month, Peru offered to repair roofs at Callao."
    )
    assert ("PER", ">", "CHL", "AGREE") not in events
    assert ("CHL", "<>", "MLT", "AGREE") not in events


@pytest.mark.parametrize(
    "sentence",
    [
        "Togo is not ready to sign the treaty with Gabon.",
        "No minister in Togo will be willing to invest in Gabon.",
        "There is no sign that Togo is ready to pay Gabon.",
        "Togo is ready to respond strongly to any threat from Gabon.",
        "Farmers have no excuse when Togo lifts the sanctions on Gabon.",
        "Togo will work with operators to build warehouses in the north.",
    ],
)
def test_what_is_not_offered_is_no_promise(reader: Reader, sentence: str) -> None:
    types = {kind for *_, kind in _events(reader, f"OSLO, 5 May 2021 - {sentence}")}
    assert not types & {"AGREE", "CONCEDE"}


def test_a_readiness_without_addressee_is_meant_for_nobody_unless_two_deal_with_each_other(reader: Reader) -> None:
    lone = "OSLO, 5 May 2021 - Togo and Gabon lie on one coast. Togo and Gabon grow cocoa. Togo is ready to buy new boats."
    assert not any(kind == "AGREE" for *_, kind in _events(reader, lone))
    assert ("TGO", ">", "GAB", "AGREE") in _events(reader, _TWO + "Togo is ready to buy new boats.")


def test_what_one_invites_a_described_state_to_join_names_no_third_side(reader: Reader) -> None:
    events = _events(reader, _TWO + "Togo invited the country to join a club of cocoa growers such as Ghana.")
    assert ("TGO", ">", "GHA", "AGREE") not in events


def test_a_courtesy_call_asks_for_nothing(reader: Reader) -> None:
    text = "OSLO, 5 May 2021 - The outgoing Malian ambassador, Awa Traoré, paid a farewell call on Chad's prime minister."
    assert not any(kind == "REQUEST" for *_, kind in _events(reader, text))
