"""Spellings of one person and phrases for one office are told from those of two."""

from __future__ import annotations

import pytest

from dragoman.scoring.names import fold, same_office, same_person


@pytest.mark.parametrize(("text", "plain"), [("Łukasz Ørsted", "lukasz orsted"), ("N’Diaye", "ndiaye"), ("Ли", ""), (None, "")])
def test_fold_gives_plain_words(text: object, plain: str) -> None:
    assert fold(text) == plain


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ola Brekke", "Brekke", True),
        ("Sheikh Tariq bin Salem", "Tariq Salem", True),
        ("Serhii Moroz", "Sergii Moroz", True),
        ("Ola Brekke", "Kari Brekke", False),
        ("Ли Вэй", "Ли Вэй", False),
        ("Ola", None, False),
    ],
)
def test_same_person(one: str, other: object, same: bool) -> None:  # noqa: FBT001 - a column of the table
    assert same_person(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Secretary of State", "foreign minister", True),
        ("minister for foreign affairs", "minister of foreign affairs", True),
        ("vice premier", "deputy prime minister", True),
        ("transport minister", "minister of transport and housing", True),
        ("deputy transport minister", "transport minister", False),
        ("minister", "transport minister", False),
        ("ambassador", "ambassador", True),
        ("", "", False),
    ],
)
def test_same_office(one: str, other: str, same: bool) -> None:  # noqa: FBT001 - a column of the table
    assert same_office(one, other) is same
