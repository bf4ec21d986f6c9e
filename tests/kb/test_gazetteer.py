"""Look-ups of places: the right one first, and nothing lost in the packed file."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataFileError
from dragoman.kb import Gazetteer, gazetteer, is_common_word, is_state, states
from dragoman.kb.gazetteer import load_regions
from dragoman.kb.spelling import fold

HEADER = "key\tname\tcountry\tlat\tlon\tpopulation\tflags\n"


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Samarkand", "UZB", "city"),
        ("Samarqand", "UZB", "city"),
        ("Lachin", "AZE", "city"),
        ("Khankendi", "AZE", "city"),
        ("Stepanakert", "AZE", "city"),
        ("Meghri", "ARM", "city"),
        ("Qarshi", "UZB", "city"),
        ("Karshi", "UZB", "city"),
        ("Kerki", "TKM", "city"),
        ("Tiszasziget", "HUN", "city"),
        ("KYIV", "UKR", "capital"),
        ("kiev", "UKR", "capital"),
        ("Paris", "FRA", "capital"),
        ("Washington", "USA", "capital"),
        ("St. Petersburg", "RUS", "city"),
        ("St Petersburg", "RUS", "city"),
        ("Bombay", "IND", "city"),
        ("New York", "USA", "city"),
        ("Xi'an", "CHN", "city"),
        ("Xi’an", "CHN", "city"),
        ("Eastern Zangazur", "AZE", "region"),
        ("Karabakh", "AZE", "region"),
        ("Crimea", "UKR", "region"),
        ("Abkhazia", "GEO", "region"),
        ("Araz", None, "water"),
        ("Strait of Hormuz", None, "water"),
        ("Torkham", None, "border post"),
        ("Camp David", "USA", "venue"),
        ("Incirlik", "TUR", "base"),
    ],
)
def test_find_puts_the_place_that_news_means_first(name: str, country: str | None, kind: str) -> None:
    first = gazetteer().find(name)[0]
    assert (first.country, first.kind) == (country, kind)


def test_find_puts_the_larger_of_two_alike_places_first() -> None:
    assert [place.country for place in gazetteer().find("Hyderabad")][:2] == ["IND", "PAK"]


def test_find_puts_a_place_of_that_name_before_a_larger_one_once_called_so() -> None:
    assert [place.country for place in gazetteer().find("Julfa")][:2] == ["AZE", "IRN"]


def test_find_prefers_the_countries_asked_for() -> None:
    assert gazetteer().find("Julfa", countries=("IRN",))[0].country == "IRN"
    assert gazetteer().find("Tripoli", countries={"LBN", "SYR"})[0].country == "LBN"
    assert gazetteer().find("Tripoli", countries={"JPN"}) == gazetteer().find("Tripoli")


def test_find_gives_coordinates_within_a_kilometre() -> None:
    place = gazetteer().find("Samarkand")[0]
    assert (place.name, place.lat, place.lon) == ("Samarkand", 39.65, 66.96)


@pytest.mark.parametrize("name", ["", " ", "Zzyzzxville", "key", "\t", "Samarkand\tUZB", "\n", "a" * 10_000])
def test_find_gives_nothing_for(name: str) -> None:
    assert gazetteer().find(name) == ()
    assert name not in gazetteer()


def test_find_knows_every_capital_with_its_country() -> None:
    missing = [
        state.code
        for state in states().values()
        if state.last is None
        and state.capitals
        and not any((place.country, place.kind) == (state.code, "capital") for place in gazetteer().find(state.capitals[0]))
    ]
    assert missing == []


@given(st.lists(st.tuples(st.text("abz ", min_size=1, max_size=4).map(str.strip).filter(bool), st.integers(0, 9)), max_size=400))
def test_find_finds_every_line_of_its_file(entries: list[tuple[str, int]]) -> None:
    entries = sorted({(fold(key), people) for key, people in entries})
    lines = [f"{key}\t\tAZE\t1.00\t2.00\t{people}\t\n" for key, people in entries]
    # Padding makes the file longer than one block of the index.
    padding = [f"m{number:04}\t\tAZE\t1.00\t2.00\t1\t\n" for number in range(400)]
    small = Gazetteer((HEADER + "".join(sorted(lines + padding, key=lambda line: (line.split("\t")[0].encode(), line)))).encode(), {})
    for key, _ in entries:
        expected = sorted((people for other, people in entries if other == key), reverse=True)
        assert [place.population for place in small.find(key)] == expected
    assert all(f"m{number:04}" in small for number in range(400))


@given(st.text())
def test_find_is_steady_and_gives_places_on_the_globe(name: str) -> None:
    places = gazetteer().find(name)
    assert places == gazetteer().find(name)
    assert all(abs(place.lat or 0) <= 90 and abs(place.lon or 0) <= 180 for place in places)


def test_every_settlement_lies_in_a_known_state() -> None:
    names = ("San Jose", "Santa Cruz", "Victoria", "Georgetown", "Pristina", "Ramallah", "Taipei")
    assert all(is_state(place.country or "") for name in names for place in gazetteer().find(name))


def test_find_is_quick_enough_for_every_capitalised_word() -> None:
    names = [f"Word{number}" for number in range(5_000)]
    found = gazetteer()
    start = time.perf_counter()
    for name in names:
        found.find(name)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Nowhere,ATL,1,2,region", "country 'ATL' is no state"),
        ("Nowhere,AZE,north,2,region", "are no numbers"),
        ("Nowhere,AZE,91,2,region", "lie off the globe"),
        ("Here|here,AZE,1,2,region\nHERE,AZE,1,2,city", "'here' stands twice for AZE"),
    ],
)
def test_load_regions_refuses(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "regions.csv"
    path.write_text(f"names,country,lat,lon,kind\n{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_regions(path)


@pytest.mark.parametrize(
    "name",
    ["Of", "Nice", "Reading", "Bath", "Union", "Most", "Man", "Same", "Date", "March", "Mobile", "Split", "Ali", "David", "Hassan", "HIV"],
)
def test_is_common_word_is_true_for_words_and_persons(name: str) -> None:
    assert is_common_word(name)


@pytest.mark.parametrize(
    "name",
    ["Tashkent", "Samarkand", "Geneva", "Lachin", "Shanghai", "Baku", "Julfa", "Paris", "Vienna", "Osh", "Istanbul", "Mumbai", "Florence"],
)
def test_is_common_word_is_false_for_places_better_known_than_the_word(name: str) -> None:
    assert not is_common_word(name)
