"""Datelines and publication stamps, whole lines and beginnings of stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.stamps import read_stamp

WHOLE = [
    ("Muscat, 12 October 2023", "2023-10-12", None, "Muscat"),
    ("The Hague, 3 August 2021", "2021-08-03", None, "The Hague"),
    ("OTTAWA, Tuesday, 29 November 2022", "2022-11-29", None, "OTTAWA"),
    ("NEW DELHI, AUG 23, 2023", "2023-08-23", None, "NEW DELHI"),
    ("Suva, May 5th, 2022 (Island Press)", "2022-05-05", None, "Suva"),
    ("Vienna, 05.06.2022", "2022-06-05", None, "Vienna"),
    ("Baku, May 18, AZERTAC", "XXXX-05-18", None, "Baku"),
    ("Thursday, 14 March 2024", "2024-03-14", None, None),
    ("Tuesday, June 4, 2019 - Staff and agencies", "2019-06-04", None, None),
    ("Published: 27 June 2019", "2019-06-27", None, None),
    ("Published 8 October 2025, 17:35 PKT", "2025-10-08", "17:35", None),
    (" date 2019-12-05 5 December 2019 09:47 (UTC+04:00)", "2019-12-05", "09:47+04:00", None),
    ("News ID: 4411 - Sat, 13 May 2023 - 12:10", "2023-05-13", "12:10", None),
    ("Press Release No. 123/2022, 5 May 2022", "2022-05-05", None, None),
    ("14/03/2024", "2024-03-14", None, None),
    ("03/14/2024", "2024-03-14", None, None),
    ("04/03/2024", "2024-03-04", None, None),
    ("2022-05-20T10:54:00.000Z", "2022-05-20", "10:54Z", None),
    ("20 May, 2022 at 10.54 p.m. local time", "2022-05-20", "22:54", None),
    ("Sept. 3, 2021 09:05 GMT", "2021-09-03", "09:05Z", None),
    ("Fri, 20 May 2022 10:54:00 -0330", "2022-05-20", "10:54-03:30", None),
    ("Riga, 4 Rajab 1445, January 16, 2024", "2024-01-16", None, "Riga"),
    ("Updated: 5 May 2022 10:00 | Published: 4 May 2022 13:00 GMT", "2022-05-04", "13:00Z", None),
    ("Published 4 May 2022 | Updated 5 May 2022 14:00", "2022-05-04", None, None),
]


@pytest.mark.parametrize(("line", "day", "time", "place"), WHOLE)
def test_a_line_of_its_own_is_a_stamp(line: str, day: str, time: str | None, place: str | None) -> None:
    stamp = read_stamp(line)
    assert stamp is not None
    assert stamp.day is not None
    assert (stamp.day.to_edtf(), stamp.time, stamp.place, stamp.whole) == (day, time, place, True)


INLINE = [
    ("TASHKENT, March 4 (Agency) - ", "XXXX-03-04", "TASHKENT"),
    ("OSLO, April 10, 2022 (Agency) -- ", "2022-04-10", "OSLO"),
    ("LA PAZ, 18 July 2024 - ", "2024-07-18", "LA PAZ"),
    ("LIMA/QUITO, 8 February 2024 – ", "2024-02-08", "LIMA/QUITO"),
    ("SUVA, Fiji, 14 May 2019 - ", "2019-05-14", "SUVA"),
    ("UNITED NATIONS, Oct. 25, 2018 (Agency) - ", "2018-10-25", "UNITED NATIONS"),
    ("MAPUTO, 26 March 2019. ", "2019-03-26", "MAPUTO"),
    ("Khiva, October 17, 2024 (State News). ", "2024-10-17", "Khiva"),
    ("ASTANA, 17 November. /Corr. Ye. Karimov/. ", "XXXX-11-17", "ASTANA"),
    ("MOSCOW, March 4. /PRESS/. ", "XXXX-03-04", "MOSCOW"),
    ("KYIV. May 18 (Wire-Service) – ", "XXXX-05-18", "KYIV"),
    ("Riyadh, 8 Shaaban 1445, February 18, 2024, Press Agency -- ", "2024-02-18", "Riyadh"),
    ("GENEVA (5 May 2022) – ", "2022-05-05", "GENEVA"),
    ("New Delhi [India], May 18 (ANI): ", "XXXX-05-18", "New Delhi"),
    ("Washington, DC – May 5, 2022 – ", "2022-05-05", "Washington"),
    ("BAKU, Azerbaijan, May 18. ", "XXXX-05-18", "BAKU"),
    ("HAVANA, Cuba, May 5 (ACN) ", "XXXX-05-05", "HAVANA"),
    ("(Reuters) - ", None, None),
    ("Tehran (IP) - ", None, "Tehran"),
    ("WASHINGTON, D.C. – ", None, "WASHINGTON"),
    ("LJUBLJANA - ", None, "LJUBLJANA"),
    ("TEHRAN— ", None, "TEHRAN"),
    ("TEHRAN _", None, "TEHRAN"),
    ("ISLAMABAD: ", None, "ISLAMABAD"),
    ("Bandar Abbas – ", None, "Bandar Abbas"),
]


@pytest.mark.parametrize(("head", "day", "place"), INLINE)
def test_a_dateline_ends_where_the_story_begins(head: str, day: str | None, place: str | None) -> None:
    line = f"{head}The two governments have agreed to open a new crossing before winter, officials said."
    stamp = read_stamp(line)
    assert stamp is not None
    assert (stamp.day.to_edtf() if stamp.day else None, stamp.place, stamp.whole) == (day, place, False)
    assert line[stamp.end :].startswith("The two governments")


@pytest.mark.parametrize(
    "line",
    [
        "On 5 May 2022, the two presidents met in Baku.",
        "On Tuesday, May 5, 2022 - a cold day - the two presidents met.",
        "5 May 2022, the day when the bridge was opened, is a holiday.",
        "In Oslo, 5 May 2022",
        "Oslo, Helsinki sign a treaty",
        "Iran-Iraq: a border reopened",
        "QUESTION: Minister, when will the bridge be opened?",
        "KENYA-SOMALIA. Nairobi has put off the reopening.",
        "TODAY. The president arrives in Lisbon.",
        "President Karimova – The woman who built the bridge – retired.",
        "Wednesday – the day of the vote – was calm.",
        "14 July Celebrations",
        "October 5",
        "March 2022",
        "31 February 2022",
        "EXCLUSIVE - The minister resigns",
        "- - - - - - -",
        "",
        "1. The first point",
    ],
)
def test_what_is_no_stamp_is_none(line: str) -> None:
    assert read_stamp(line) is None


def test_a_stamp_names_its_outlet_and_its_writers() -> None:
    headed = read_stamp("Delta Valley Observer - 3 October 2020 10:05 (UTC+04:00)")
    assert headed is not None
    assert (headed.outlet, headed.place, headed.time) == ("Delta Valley Observer", None, "10:05+04:00")
    signed = read_stamp("PESHAWAR, 2 October 2024. By Amina Noor")
    assert signed is not None
    assert (signed.authors, signed.place, signed.whole) == (["Amina Noor"], "PESHAWAR", True)
    corresponded = read_stamp("ASTANA, 17 November. /Corr. Ye. Karimov/. The two sides have initialled a contract on gas.")
    assert corresponded is not None
    assert corresponded.authors == ["Ye. Karimov"]


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from(["OSLO", ", ", "5 May", " 2022", " - ", ". ", "(A)", "/B/", ":", "By Al Bo", "Mon"])).map("".join)
)
def test_a_stamp_ends_inside_its_line(line: str) -> None:
    stamp = read_stamp(line)
    assert stamp is None or 0 < stamp.end <= len(line)
    assert stamp is None or stamp.whole == (stamp.end == len(line))
