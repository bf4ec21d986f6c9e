"""Codes, names and back."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.kb import (
    NamedState,
    capital_of,
    find_party,
    find_state,
    is_party,
    is_state,
    nationality_currency,
    organisation_codes,
    organisations,
    state_name,
    state_names,
    states,
)

ACTOR_CASES = Path(__file__).resolve().parents[3] / "shared" / "eval" / "actors" / "actor_cases.jsonl"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("AZE", "AZE"),
        ("aze", "AZE"),
        ("azerbaijan", "AZE"),
        ("IRANIAN", "IRN"),
        ("cote d'ivoire", "CIV"),
        ("the netherlands", "NLD"),
        ("the Czech Republic", "CZE"),
        ("us", "USA"),
        ("  South   Korea ", "KOR"),
        ("turkiye", "TUR"),
        ("Türkiye", "TUR"),
        ("niger", "NER"),
        ("nigeria", "NGA"),
        ("Singapore", "SGP"),
    ],
)
def test_find_state_takes_codes_names_and_adjectives_in_any_case(text: str, code: str) -> None:
    assert find_state(text) == code


@pytest.mark.parametrize("text", ["", "the", "Atlantis", "EU", "XYZ", "\x00"])
def test_find_state_knows_nothing_of(text: str) -> None:
    assert find_state(text) is None


@pytest.mark.parametrize(
    ("text", "code"), [("un", "UN"), ("the european union", "EU"), ("Turkic Council", "OTS"), ("iran", "IRN"), ("nam", "NAM")]
)
def test_find_party_takes_organisations_after_states(text: str, code: str) -> None:
    assert find_party(text) == code


def test_find_state_gives_every_name_of_a_state_back() -> None:
    assert [code for code in states() if find_state(state_name(code)) != code] == []


@given(st.sampled_from([state for state in state_names() if not state.caution]))
def test_find_state_does_not_depend_on_case(state: NamedState) -> None:
    text = state.text
    assert find_state(text.upper()) == find_state(text.lower()) == find_state(text)


@given(st.text())
def test_find_party_gives_a_party_or_nothing(text: str) -> None:
    code = find_party(text)
    assert code is None or is_party(code)


def test_codes_of_states_and_organisations_do_not_meet() -> None:
    assert states().keys().isdisjoint(organisation_codes())


def test_state_name_names_states_organisations_and_leaves_the_rest() -> None:
    assert (state_name("PRK"), state_name("NATO"), state_name("ZZZ")) == ("North Korea", "North Atlantic Treaty Organization", "ZZZ")


def test_is_state_is_false_for_organisations() -> None:
    assert (is_state("AZE"), is_state("SUN"), is_state("EU"), is_party("EU"), is_party("ZZZ")) == (True, True, False, True, False)


@pytest.mark.parametrize(
    ("code", "capital"), [("MYS", "Kuala Lumpur"), ("NLD", "Amsterdam"), ("KAZ", "Astana"), ("ATA", None), ("EU", None)]
)
def test_capital_of_gives_the_capital_before_other_seats(code: str, capital: str | None) -> None:
    assert capital_of(code) == capital


def test_nationality_currency_is_known_for_every_peopled_state() -> None:
    assert {code for code, state in states().items() if state.last is None and not nationality_currency(code)} == {"ATA"}
    assert (nationality_currency("AZE"), nationality_currency("BEN")) == ("AZN", "XOF")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("UNHCR", "UN"),
        ("World Food Programme", "UN"),
        ("UN Security Council", "UN"),
        ("IAEA", "IAEA"),
        ("World Bank", "WB"),
        ("European Commission", "EU"),
        ("Organisation of Turkic States", "OTS"),
        ("League of Arab States", "LAS"),
        ("OPEC+", "OPEC+"),
        ("P5+1", "P5+1"),
        ("G-20", "G20"),
        ("D-8", "D8"),
        ("Council of Europe", "COE"),
        ("CSTO", "CSTO"),
        ("BRICS", "BRICS"),
    ],
)
def test_organisations_know(text: str, code: str) -> None:
    assert {organisation.code for organisation in organisations() if organisation.text == text} == {code}


def test_organisations_hold_each_text_once_with_a_known_code() -> None:
    texts = [organisation.text for organisation in organisations()]
    assert texts == sorted(set(texts))
    assert {organisation.code for organisation in organisations()} == set(organisation_codes())


def test_organisations_share_no_text_with_a_state() -> None:
    assert {state.text for state in state_names()}.isdisjoint(organisation.text for organisation in organisations())


@pytest.mark.skipif(not ACTOR_CASES.exists(), reason="the actor cases stand beside the repository and are not there")
def test_state_names_cover_the_nationalities_that_a_forebear_expects() -> None:
    codes = {state.text: state.code for state in state_names()}
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, sorted(codes, key=len, reverse=True))) + r")(?!\w)")
    missed, asked = [], 0
    for line in ACTOR_CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        calls = [match[1] for call in case["calls"] if (match := re.match(r"ag\.search_nat\(['\"](.*)['\"]\)", call))]
        codes_expected = [match[1] for text in case["asserts"] if (match := re.match(r"cc == '([A-Z]{3})'", text))]
        for text, expected in zip(calls, codes_expected, strict=False):
            asked += 1
            found = pattern.search(text)
            if found is None or codes[found[0]] != expected:
                missed.append((text, expected))
    assert asked > 0
    assert missed == []
