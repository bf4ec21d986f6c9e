"""Where no town is named, that of the visit, of the day, of the speech or of the dateline is taken; none is made up."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Reader
from dragoman.values.claim import Encounter


def towns_of(reader: Reader, text: str, kind: str = "meeting") -> list[str | None]:
    claims = [claim.content for claim in reader.read(text).claims if isinstance(claim.content, Encounter) and claim.content.type == kind]
    return [content.place.name if content.place is not None else None for content in claims]


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        (
            (
                "LIMA, 4 June 2020 - Norwegian Foreign Minister Kari Dahl was received in Trujillo by President Ana Vega on Tuesday"
                " and then held talks with Peruvian Foreign Minister Luis Rojas."
            ),
            ["Trujillo", "Trujillo"],
        ),
        (
            (
                "4 June 2020\n\nNorway will buy more fish meal, Norwegian Foreign Minister Kari Dahl said in Lima."
                " He was speaking on 3 June at a meeting with Peruvian Trade Minister Luis Rojas."
            ),
            ["Lima"],
        ),
        (
            (
                "LIMA, 4 June 2020 - Norwegian Foreign Minister Kari Dahl arrived in Lima on Tuesday on a visit to Peru.\n\n"
                "He will hold talks with President Ana Vega of Peru on Thursday."
            ),
            ["Lima"],
        ),
        (
            (
                "OSLO, 4 June 2020 - Foreign Minister Kari Dahl received the copy of credentials of Luis Rojas as Ambassador of"
                " Peru to Norway."
            ),
            ["Oslo"],
        ),
        ("OSLO, 4 June 2020 - Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas on Wednesday.", ["Oslo"]),
        (
            (
                "OSLO, 4 June 2020 - Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas on Wednesday. "
                "She is on a visit to Peru."
            ),
            [None],
        ),
    ],
)
def test_settle_places_takes_a_town_that_the_text_gives(reader: Reader, text: str, towns: list[str | None]) -> None:
    """The dateline alone is no town of a meeting: news is written where it was not made."""
    assert towns_of(reader, text) == towns


def test_settle_places_gives_a_visit_the_town_of_the_dateline_in_the_state_visited(reader: Reader) -> None:
    """It says "came to the island", under a dateline there."""
    text = (
        "OSLO, 4 June 2020 - Peruvian Foreign Minister Luis Rojas came to Norway on Thursday for talks on fish."
        " Two days later he will travel to Sweden."
    )
    assert towns_of(reader, text, "visit")[0] == "Oslo"
