"""Which offices become positions, and what is left open."""

from __future__ import annotations

from dragoman import Reader
from dragoman.values.claim import Position

_ACT = "\n\nNorway and Peru signed a fisheries agreement."  # officials count in a text that tells of relations between states


def _positions(reader: Reader, text: str, act: str = _ACT) -> list[Position]:
    return [claim.content for claim in reader.read(text + act).claims if isinstance(claim.content, Position)]


def test_find_positions_takes_the_office_and_state_of_the_phrase(reader: Reader) -> None:
    (position,) = _positions(reader, "OSLO, 5 May 2021 - Norwegian Fisheries Minister Ingrid Solli opened the fair.")
    assert (position.person, position.office, position.country, position.seen) == (
        "Ingrid Solli",
        "fisheries minister",
        "NOR",
        ("2021-05-05",),
    )


def test_find_positions_keeps_both_offices_of_one_holder(reader: Reader) -> None:
    positions = _positions(reader, "OSLO, 5 May 2021 - Malta's Deputy Prime Minister and Finance Minister Paul Zahra spoke.")
    assert {position.office for position in positions} == {"deputy prime minister", "finance minister"}


def test_find_positions_says_where_an_ambassador_serves(reader: Reader) -> None:
    (position,) = _positions(reader, "OSLO, 5 May 2021 - Kwame Boateng, Ghana's ambassador to Norway, thanked the mayor.")
    assert (position.office, position.country, position.of) == ("ambassador", "GHA", "NOR")


def test_find_positions_leaves_former_holders_alone(reader: Reader) -> None:
    assert not _positions(reader, "OSLO, 5 May 2021 - Former Chilean President Rosa Quispe read from her book.")
    assert not _positions(reader, "OSLO, 5 May 2021 - The then-Chilean President Rosa Quispe signed the treaty in 1994.")


def test_find_positions_gives_one_line_for_a_person_named_twice(reader: Reader) -> None:
    text = "OSLO, 5 May 2021 - Peruvian Foreign Minister Rosa Quispe met the press. Foreign Minister Quispe said little. Quispe smiled."
    assert [position.person for position in _positions(reader, text)] == ["Rosa Quispe"]


def test_find_stateless_counts_an_official_whose_state_is_not_told(reader: Reader) -> None:
    reading = reader.read(
        "The rain stopped at noon. Agriculture Minister Ilan Petrescu-Boyd looked at the sky and said nothing to the farmers."
    )
    assert not [claim for claim in reading.claims if isinstance(claim.content, Position)]
    doubts = [doubt for doubt in reading.uncertainties if doubt.reason == "state of an official not known"]
    assert reading.document is not None
    assert [reading.document.text[doubt.start : doubt.end] for doubt in doubts] == ["Agriculture Minister Ilan Petrescu-Boyd"]


def test_find_positions_leaves_a_text_alone_that_tells_of_no_relations(reader: Reader) -> None:
    text = "OSLO, 5 May 2021 - Norwegian Fisheries Minister Ingrid Solli opened the fair."
    assert _positions(reader, text, act="") == []


def test_find_positions_leaves_members_and_officials_alone(reader: Reader) -> None:
    text = (
        "OSLO, 5 May 2021 - Hawaii State Representative Kimo Akana met Peru's President Rosa Quispe. Peru's judiciary official for prisons "
        "Iris Rey left. Ana Bell, chairman of the Peruvian parliamentary water affairs committee, left. Ottawa's spokesman Jon Lake sat."
    )
    found = {(position.person, position.office) for position in _positions(reader, text)}
    assert found == {("Rosa Quispe", "president"), ("Jon Lake", "spokesperson")}


def test_find_positions_takes_those_who_held_an_office_for_former(reader: Reader) -> None:
    assert not _positions(reader, "OSLO, 5 May 2021 - Rosa Quispe, who was Chile's trade minister, read from her book.")
    assert not _positions(reader, "OSLO, 5 May 2021 - Rosa Quispe, who had been Chile's trade minister, read from her book.")
    assert _positions(reader, "OSLO, 5 May 2021 - Rosa Quispe, who has served as Chile's trade minister since 2019, read from her book.")


def test_find_positions_takes_the_head_of_a_delegation_of_an_organisation(reader: Reader) -> None:
    (position,) = _positions(reader, "OSLO, 5 May 2021 - Rosa Quispe, Head of the EU Delegation, read from her book.")
    assert (position.office, position.country) == ("head of delegation", "EU")
