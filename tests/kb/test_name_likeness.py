"""Names speak for the states where such names are borne, and only as far as they are like any."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import kb
from dragoman.errors import DataFileError
from dragoman.kb.name_likeness import load_traditions


@pytest.mark.parametrize(
    ("name", "state", "other"),
    [
        ("Tran Van Phuc", "VNM", "FRA"),
        ("Kristīne Ozola", "LVA", "KAZ"),
        ("Tewodros Gebremariam", "ETH", "EGY"),
        ("Giorgi Maisuradze", "GEO", "TUR"),
        ("Pál Szabolcs", "HUN", "JPN"),
        ("Juan Carlos Echeverría Paredes", "CHL", "ARE"),
    ],
)
def test_name_is_likeliest_where_such_names_are_borne(name: str, state: str, other: str) -> None:
    likeness = kb.name_likeness(name, (state, other))
    assert likeness[state] == 0.0
    assert likeness[other] < -1.0


def test_name_like_none_of_the_states_tells_nothing() -> None:
    assert set(kb.name_likeness("Xqzw Vkjx", ("PER", "SWE")).values()) == {0.0}


def test_organisations_have_no_names() -> None:
    assert kb.name_likeness("Anna Berg", ("EU", "UN")) == {}


@given(st.text(max_size=40))
def test_likeness_stays_between_its_bounds(name: str) -> None:
    likeness = kb.name_likeness(name, ("PER", "SWE", "IND"))
    assert list(likeness) == ["PER", "SWE", "IND"]
    assert all(-4.0 <= value <= 0.0 for value in likeness.values())


@pytest.mark.parametrize("row", ["Lunar,XXX", "Lunar,", ",PER"])
def test_load_traditions_refuses_what_it_cannot_use(tmp_path: Path, row: str) -> None:
    path = tmp_path / "traditions.csv"
    path.write_text(f"tradition,states\n{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError):
        load_traditions(path)
