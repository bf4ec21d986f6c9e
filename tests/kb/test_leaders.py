"""Who acts for which country, by name, office and year."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman import kb
from dragoman.errors import DataFileError
from dragoman.kb.leaders import Leader, find_leader, load_leaders

TABLE = Path(kb.__file__).with_name("leaders.csv")
HEADER = "name,variants,country,office,from,to,surname_alone\n"
LEADERS = tuple(load_leaders(TABLE))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Trump", "USA"),
        ("Biden", "USA"),
        ("Putin", "RUS"),
        ("Macron", "FRA"),
        ("Modi", "IND"),
        ("Zarif", "IRN"),
        ("Lavrov", "RUS"),
        ("Grossi", "IAEA"),
        ("Araqchi", "IRN"),
        ("Xi", "CHN"),
        ("Erdoğan", "TUR"),
        ("al-Assad", "SYR"),
    ],
)
def test_find_leader_knows_an_unmistakable_surname(name: str, country: str) -> None:
    assert find_leader(name) == country


@pytest.mark.parametrize(
    "name", ["Bush", "Brown", "Kim", "Sharif", "Singh", "Khan", "Rice", "Ahmed", "Haitham", "Moon", "Jr", "", "the", "Nobody Known"]
)
def test_find_leader_says_nothing_of_other_surnames_alone(name: str) -> None:
    assert find_leader(name) is None


@pytest.mark.parametrize(
    ("name", "office", "year", "country"),
    [
        ("Bush", "president", 2003, "USA"),
        ("Bush", "president", 2015, "USA"),
        ("Sharif", "prime minister", 2016, "PAK"),
        ("Modi", "prime minister", 2021, "IND"),
        ("Kim", "president", 2000, "KOR"),
        ("Kim", "president", 2021, "PRK"),
        ("Abdullah", "king", 2018, "JOR"),
        ("Salman", "king", 2016, "SAU"),
        ("Abiy", "prime minister", 2022, "ETH"),
        ("Guterres", "secretary general", 2020, "UN"),
        ("Guterres", "prime minister", 1999, "PRT"),
        ("Borrell", "foreign minister", 2018, "ESP"),
        ("Borrell", "high representative", 2022, "EU"),
        ("Stoltenberg", "prime minister", 2010, "NOR"),
        ("Stoltenberg", "secretary-general", 2020, "NATO"),
        ("Yellen", "secretary", 2022, "USA"),
        ("Mnuchin", "treasury secretary", 2019, "USA"),
        ("Nauert", "state department spokeswoman", 2018, "USA"),
        ("Merkel", "leader", 2014, "DEU"),
    ],
)
def test_find_leader_decides_by_office_and_year(name: str, office: str, year: int, country: str) -> None:
    assert find_leader(name, office, year) == country


@pytest.mark.parametrize(
    ("name", "office", "year"),
    [
        ("Kim", "president", None),
        ("Abdullah", "king", 2010),
        ("Brown", "ambassador", 2008),
        ("Sharif", "deputy prime minister", 2016),
        ("Modi", "prime minister", 1996),
        ("Ghani", "foreign minister", 2015),
    ],
)
def test_find_leader_says_nothing_when_several_or_none_fit(name: str, office: str, year: int | None) -> None:
    assert find_leader(name, office, year) is None


@pytest.mark.parametrize(
    "name",
    [
        "Seyed Abbas Araqchi",
        "abbas araghchi",
        "SEYYED ABBAS ARAGHCHI",
        "Mohammed Javad Zarif",
        "Hussein Amir-Abdollahian",
        "Hossein Amir Abdollahian",
    ],
)
def test_find_leader_meets_other_spellings_and_titles(name: str) -> None:
    assert find_leader(name, "foreign minister", 2022) == "IRN"


def test_find_leader_takes_a_full_name_with_an_office_it_does_not_list() -> None:
    assert find_leader("Ilham Aliyev", "head of delegation", 2010) == "AZE"


def test_find_leader_leaves_a_namesake_of_another_age_alone() -> None:
    assert find_leader("Mike Johnson", None, 1996) is None
    assert find_leader("Mike Johnson", None, 2024) == "USA"


def test_find_leader_follows_a_person_from_a_state_to_an_organisation() -> None:
    assert [find_leader("Mark Rutte", None, year) for year in (2015, 2025)] == ["NLD", "NATO"]


def test_table_gives_every_full_name_back_in_the_middle_of_its_term() -> None:
    """A name that two states share in one office and year would be a mistake of the table."""
    lost = [
        (leader.names[0], leader.office, leader.country)
        for leader in LEADERS
        if " " in leader.names[0]
        and find_leader(leader.names[0], leader.office, (leader.first + min(leader.last, 2026)) // 2) != leader.country
    ]
    assert lost == []


def test_table_covers_the_states_and_organisations_of_the_news() -> None:
    assert len({leader.country for leader in LEADERS if kb.is_state(leader.country)}) > 180
    assert {"UN", "EU", "NATO", "IAEA", "OPEC", "OIC", "SCO", "AU", "ASEAN", "GCC"} <= {leader.country for leader in LEADERS}


def test_table_holds_each_term_once() -> None:
    terms = [(leader.names[0], leader.country, leader.office, leader.first) for leader in LEADERS]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("A B,,XYZ,president,2001,2002,", "XYZ"),
        ("A B,,USA,President,2001,2002,", "lower case"),
        ("A B,,USA,president,2003,2002,", "before it begins"),
        ("A B,,USA,president,soon,2002,", "soon"),
        ("A B,,USA,president,2001,,yes", "surname_alone"),
    ],
)
def test_load_leaders_names_the_line_of_a_mistake(tmp_path: Path, row: str, problem: str) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text(f"{HEADER}{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem) as caught:
        list(load_leaders(file))
    assert caught.value.line == 2


@given(st.text(), st.one_of(st.none(), st.text()), st.one_of(st.none(), st.integers(0, 9999)))
def test_find_leader_gives_a_party_or_nothing(name: str, office: str | None, year: int | None) -> None:
    country = find_leader(name, office, year)
    assert country is None or kb.is_party(country)


@given(st.sampled_from(LEADERS), st.integers(1990, 2030))
def test_find_leader_does_not_depend_on_case(leader: Leader, year: int) -> None:
    name = leader.names[-1]
    assert (
        find_leader(name.upper(), leader.office, year)
        == find_leader(name, leader.office, year)
        == find_leader(name.lower(), leader.office, year)
    )
