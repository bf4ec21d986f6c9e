"""Persons are found with the offices and the state that the same phrase gives, and nothing else is a person."""

from __future__ import annotations

import pytest

from dragoman.mentions.names import find_names, make_named_words, settle_ambiguous
from dragoman.mentions.people import find_people
from dragoman.mentions.words import cut_words
from dragoman.values.mention import Mention, OfficeName, PersonName


def read(text: str) -> list[Mention]:
    words = cut_words(text, 0, len(text))
    (names,) = settle_ambiguous([find_names(words)])
    return find_people(make_named_words(words, names))


def persons(text: str) -> list[tuple[str, tuple[str, ...], str | None]]:
    return [(found.named.name, found.named.offices, found.named.country) for found in read(text) if isinstance(found.named, PersonName)]


def offices(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    return [(found.named.office, found.named.countries) for found in read(text) if isinstance(found.named, OfficeName)]


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Talks with Kenyan Foreign Minister Amina Oduya began.", "Amina Oduya", "foreign minister", "KEN"),
        ("Talks with Peru's minister of foreign affairs, Luz Quispe, began.", "Luz Quispe", "foreign minister", "PER"),
        ("Lao deputy prime minister Khamla Sisouk came.", "Khamla Sisouk", "deputy prime minister", "LAO"),
        ("Nepali Vice President Hari Gurung came.", "Hari Gurung", "vice president", "NPL"),
        ("Acting Omani Oil Minister Said al-Balushi came.", "Said al-Balushi", "oil minister", "OMN"),
        ("Majlis Speaker Reza Kamali said so in Tehran.", "Reza Kamali", "parliament speaker", "IRN"),
        ("IRGC Commander Hadi Sorush said so.", "Hadi Sorush", "irgc commander", "IRN"),
        (
            "Head of the Atomic Energy Organization of Iran (AEOI) spoke; AEOI spokesman Bijan Rad left.",
            "Bijan Rad",
            "aeoi spokesperson",
            "IRN",
        ),
        ("Central Bank of Jordan (CBJ) Governor Adel Haddad spoke.", "Adel Haddad", "central bank governor", "JOR"),
        ("IAEA Director General Marta Keller arrived.", "Marta Keller", "director general", "IAEA"),
        ("EU foreign policy chief Anton Weiss called.", "Anton Weiss", "foreign policy chief", "EU"),
        ("UN Secretary-General Paulo Reis called.", "Paulo Reis", "secretary general", "UN"),
        ("Chad's Chief of Staff of the Armed Forces Idriss Mahamat came.", "Idriss Mahamat", "chief of general staff", "TCD"),
        ("Foreign Ministry spokeswoman Lan Pham of Vietnam said so.", "Lan Pham", "foreign ministry spokesperson", "VNM"),
        ("Prime Minister Ama Boateng of Ghana arrived.", "Ama Boateng", "prime minister", "GHA"),
        ("President John Q. Harlow, Jr. of Malta arrived.", "John Q. Harlow", "president", "MLT"),
        ("Maria Sousa, Portugal's finance minister, left.", "Maria Sousa", "finance minister", "PRT"),
        ("Maria Sousa, who is also the Portuguese finance minister, left.", "Maria Sousa", "finance minister", "PRT"),
        (
            "Secretary of the Supreme National Security Council of Iran Ali Naderi left.",
            "Ali Naderi",
            "secretary of supreme national security council",
            "IRN",
        ),
        ("Special Assistant to the Japanese Prime Minister Ken Mori left.", "Ken Mori", "special assistant to prime minister", "JPN"),
        ("Head of the Water Resources Board (WRB) Tariq Baloch of Pakistan left.", "Tariq Baloch", "head of water resources board", "PAK"),
        ("Rosa Lima, head of the Gulf Bureau at the Brazilian foreign ministry, left.", "Rosa Lima", "head of gulf bureau", "BRA"),
        ("He saw his country's foreign minister, Luz Quispe of Peru, there.", "Luz Quispe", "foreign minister", "PER"),
        ("The ousted Malian president Ibra Keita left.", "Ibra Keita", "president", "MLI"),
        ("King Talal of Jordan left.", "Talal", "king", "JOR"),
        ("Commerce Secretary Ruth Lane of the United States left.", "Ruth Lane", "commerce secretary", "USA"),
    ],
)
def test_find_people_reads_office_and_country(text: str, name: str, office: str, country: str) -> None:
    assert (name, (office,), country) in persons(text)


def test_find_people_reads_whom_an_ambassador_is_sent_to() -> None:
    (found,) = read("Iran's ambassador to the United Nations in Geneva, Omid Karimi, spoke.")
    assert isinstance(found.named, PersonName)
    assert (found.named.name, found.named.country, found.named.of) == ("Omid Karimi", "IRN", "UN")


def test_find_people_reads_an_envoy_for_a_state() -> None:
    (found,) = read("UN special envoy for Yemen Karin Lund spoke.")
    assert isinstance(found.named, PersonName)
    assert (found.named.offices, found.named.country, found.named.of) == (("special envoy",), "UN", "YEM")


def test_find_people_gives_two_offices_to_one_holder() -> None:
    found = persons("Georgian Deputy Prime Minister and Economy Minister Nino Beridze left.")
    assert found == [("Nino Beridze", ("deputy prime minister", "economy minister"), "GEO")]


def test_find_people_finds_the_leader_of_a_delegation() -> None:
    assert persons("A team led by Carla Rojas came.") == [("Carla Rojas", (), None)]


def test_find_people_leaves_a_former_office_told_aside_out() -> None:
    (found,) = (mention for mention in read("Dr Eva Novak, a former consul, left.") if isinstance(mention.named, PersonName))
    assert isinstance(found.named, PersonName)
    assert (found.named.offices, found.named.former) == ((), False)


def test_find_people_marks_a_former_holder() -> None:
    (found,) = read("Former Chilean President Carla Rojas left.")
    assert isinstance(found.named, PersonName)
    assert (found.named.offices, found.named.former) == (("president",), True)


def test_find_people_keeps_two_rulers_apart() -> None:
    assert persons("The President and Prime Minister Oduya met.") == [("Oduya", ("prime minister",), None)]


def test_find_people_gives_each_name_its_state_in_order() -> None:
    found = persons("The Egyptian and Jordanian foreign ministers, Samir Fadl and Omar Zaid, met.")
    assert found == [("Samir Fadl", ("foreign minister",), "EGY"), ("Omar Zaid", ("foreign minister",), "JOR")]


def test_find_people_gives_a_counterpart_no_office_of_its_own() -> None:
    (found,) = (mention for mention in read("He met his Chilean counterpart, Carla Rojas, there.") if isinstance(mention.named, PersonName))
    assert isinstance(found.named, PersonName)
    assert (found.named.relation, found.named.offices, found.named.country) == ("counterpart", (), "CHL")


def test_find_people_leaves_ranks_and_titles_out_of_the_name() -> None:
    assert [name for name, _, _ in persons("H.E. Sheikh Nasser Al Kaabi met Brigadier General Tomas Silva and Dr. Eva Novak.")] == [
        "Nasser Al Kaabi",
        "Tomas Silva",
        "Eva Novak",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sanctions of the U.S. on the U.S.-led group stayed.",
        "They landed at Imam Reza International Airport.",
        "The meeting was held in Sri Lanka.",
        "He studied at the Grand Mosque.",
        "She was Director of the Office of Public Outreach.",
        "The General Counsel left.",
    ],
)
def test_find_people_finds_nobody(text: str) -> None:
    assert persons(text) == []


def test_find_people_ends_a_name_before_a_headline_verb() -> None:
    assert [name for name, _, _ in persons("President Oduya Meets Nepali Envoy.")] == ["Oduya"]


def test_find_people_gives_no_office_for_a_part_of_a_state() -> None:
    assert persons("Scottish First Minister Fiona Baird came.") == [("Fiona Baird", (), "GBR")]


def test_find_people_gives_no_national_office_for_a_company() -> None:
    assert persons("Chairman of the Blue Nile Shipping Company Tarek Amin came.") == [("Tarek Amin", ("director",), None)]


@pytest.mark.parametrize(
    ("text", "office", "countries"),
    [
        ("The foreign ministers of Oman, Kuwait and Iraq met.", "foreign minister", ("OMN", "KWT", "IRQ")),
        ("He thanked the Minister of Foreign Affairs of the Islamic Republic of Iran warmly.", "foreign minister", ("IRN",)),
        ("The UN Secretary-General's Special Envoy came.", "special envoy", ("UN",)),
        ("The Indian government agreed.", "government", ("IND",)),
    ],
)
def test_find_people_keeps_offices_without_a_name(text: str, office: str, countries: tuple[str, ...]) -> None:
    assert (office, countries) in offices(text)


@pytest.mark.parametrize("text", ["Foreign companies left.", "Military forces came.", "For that reason the chief problem is money."])
def test_find_people_leaves_common_nouns_alone(text: str) -> None:
    assert offices(text) == []


@pytest.mark.parametrize(
    ("text", "name", "office", "country"),
    [
        ("Omar Saidov, left, Tajikistan's acting energy minister, waves.", "Omar Saidov", "energy minister", "TJK"),
        ("Ivo Petrov (R), the Bulgarian foreign minister, waves.", "Ivo Petrov", "foreign minister", "BGR"),
        ("Ali Karim, who heads the Iraqi border service, spoke.", "Ali Karim", "head of border service", "IRQ"),
        ("Paul Ochieng, who heads Kenya's ministry of trade, spoke.", "Paul Ochieng", "trade minister", "KEN"),
        ("Peru's president-elect, Maria Quispe, came.", "Maria Quispe", "president-elect", "PER"),
        ("The president's spokesman, Rui Costa, came.", "Rui Costa", "presidential spokesperson", None),
        ("The foreign minister's spokeswoman, Lena Braun, came.", "Lena Braun", "foreign ministry spokesperson", None),
        ("MFA spokesperson Tomas Kala came.", "Tomas Kala", "foreign ministry spokesperson", None),
        ("There stood National Beekeeping Minister Ali Saleh alone.", "Ali Saleh", "national beekeeping minister", None),
        ("The outgoing Malaysian ambassador in Rome, Siti Aminah, left.", "Siti Aminah", "ambassador", "MYS"),
        ("Vice President Alexander Moldovan said no.", "Alexander Moldovan", "vice president", None),
        ("Official Spokesperson, Shri Anil Deshmukh: Good morning.", "Anil Deshmukh", "spokesperson", None),
    ],
)
def test_find_people_reads_offices_in_every_place(text: str, name: str, office: str, country: str | None) -> None:
    assert persons(text) == [(name, (office,), country)]


def test_find_people_makes_no_office_of_leading_a_delegation() -> None:
    assert persons("Gen. Ali Karim, who heads the Iraqi delegation, spoke.") == [("Ali Karim", (), None)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("British Prime Minister Theresa May came.", "Theresa May"),
        ("Czech Foreign Minister Jan Lipka came on May 5.", "Jan Lipka"),
        ("Swedish Trade Minister Nils Ek May 5 came.", "Nils Ek"),
        ("Omani Foreign Minister Rabia' al-Karim came.", "Rabia' al-Karim"),
    ],
)
def test_find_people_reads_names_with_months_and_apostrophes(text: str, name: str) -> None:
    assert [found[0] for found in persons(text)] == [name]


def test_find_people_keeps_the_portfolio_of_a_deputy_for_something() -> None:
    assert persons("Peru's Deputy Foreign Minister for Political Affairs Luz Quispe came.") == [
        ("Luz Quispe", ("deputy foreign minister for political affairs",), "PER")
    ]


def test_find_people_begins_an_office_behind_a_comma_in_lower_case() -> None:
    assert persons("In the energy crisis, Foreign Ministry spokesman Ali Reza left.") == [
        ("Ali Reza", ("foreign ministry spokesperson",), None)
    ]
