"""Names and offices that mean the same person."""

from __future__ import annotations

import pytest

from dragoman.links.registry import Registry, fold_name, is_office_of
from dragoman.values.mention import OfficeName, PersonName


@pytest.mark.parametrize(
    ("said", "held", "same"),
    [
        ("minister", "deputy transport minister", True),
        ("minister", "prime minister", False),
        ("foreign minister", "deputy foreign minister", False),
        ("president", "first vice president", False),
        ("president", "president", True),
        ("spokesperson", "foreign ministry spokesperson", True),
    ],
)
def test_office_words_mean_the_same_office(said: str, held: str, same: bool) -> None:  # noqa: FBT001 - the expected answer
    assert is_office_of(said, held) is same


@pytest.mark.parametrize(
    ("one", "other"), [("Abbas Araghchi", "Abbas Araqchi"), ("Hossein Nouri", "Hussein Nuri"), ("Al-Harthy", "Harthi")]
)
def test_fold_name_makes_spellings_of_one_sound_one(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


def test_fold_name_keeps_different_names_apart() -> None:
    assert len({fold_name(name) for name in ("Hassan", "Hussein", "Ali", "Aliyev", "Karim", "Karimov")}) == 6


def test_enter_name_takes_the_fuller_name_given_later() -> None:
    registry = Registry()
    first = registry.enter_name(PersonName(name="Holm", short=True, titled=True))
    assert registry.enter_name(PersonName(name="Lars Holm", offices=("trade minister",))) is first
    assert (first.name, first.offices) == ("Lars Holm", ["trade minister"])
    assert registry.enter_name(PersonName(name="Lars", short=True)) is first


def test_enter_name_keeps_officials_of_two_states_apart() -> None:
    registry = Registry()
    one = registry.enter_name(PersonName(name="Kim Lee", country="KOR"))
    assert registry.enter_name(PersonName(name="Kim Lee", country="SGP")) is not one


def test_enter_office_joins_the_named_holder_and_not_a_former_one() -> None:
    registry = Registry()
    former = registry.enter_name(PersonName(name="Ana Rojas", offices=("president",), country="PER", former=True))
    holder = registry.enter_name(PersonName(name="Elena Quispe", offices=("president",), country="PER"))
    assert registry.enter_office(OfficeName(office="president"), "PER") is holder
    assert registry.enter_office(OfficeName(office="president", former=True), "PER") in {former, holder}
