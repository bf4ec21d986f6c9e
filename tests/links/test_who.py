"""Who is meant where a text gives no name, and for whom an official acts: one class of wording a test, with several ways to say it."""

from __future__ import annotations

import pytest

from dragoman.documents import make_document
from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.values.document import Document
from dragoman.values.link import Link, Links
from dragoman.values.mention import PersonName
from dragoman.values.page import PageMetadata, RawPage


def _read(text: str, publisher: str | None = None) -> Links:
    document = make_document(RawPage(origin="a.txt", content=text, metadata=PageMetadata(publisher=publisher)))
    assert isinstance(document, Document)
    return link_mentions(document, find_mentions(document))


def _link(links: Links, text: str, words: str) -> Link:
    return next(link for sentence in links.sentences for link in sentence.links if link.mention.span.cut(text) == words)


def _names(links: Links, link: Link) -> list[str | None]:
    return [links.persons[key].name for key in link.persons]


def _states(links: Links) -> dict[str, str | None]:
    return {person.name.split()[-1]: person.country for person in links.persons if person.name}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Kenyan government spokesman Amos Kirui ruled out talks between the Kenyan trade minister and his Danish counterpart.",
            "his Danish counterpart",
        ),
        (
            "Spokeswoman Ann Gitau of Kenya said Trade Minister Joel Otieno and his Danish counterpart would fly out.",
            "his Danish counterpart",
        ),
        ("Kenyan President Ruth Wanja told Trade Minister Joel Otieno and his Danish counterpart to hurry.", "his Danish counterpart"),
        ("After lunch with her Danish counterpart in Nairobi, Kenyan Trade Minister Rose Otieno flew on.", "her Danish counterpart"),
    ],
)
def test_counterpart_matches_the_person_beside_and_never_a_spokesman(text: str, words: str) -> None:
    links = _read(text)
    person = links.persons[_link(links, text, words).persons[0]]
    assert (person.offices, person.country) == (("trade minister",), "DNK")


@pytest.mark.parametrize(
    ("first", "phrase"),
    [
        ("The Peruvian ambassador to Ghana, Inés Rojas, opened a fair in Kumasi.", "the diplomat"),
        ("Peruvian Deputy Foreign Minister for Consular Affairs Inés Rojas opened a fair in Kumasi.", "the diplomat"),
        ("Peru's special envoy Inés Rojas opened a fair in Kumasi.", "the envoy"),
        ("Peruvian Mining Minister Inés Rojas opened a fair in Kumasi.", "the official"),
        ("Peruvian Prime Minister Inés Rojas opened a fair in Kumasi.", "the premier"),
        ("Peru's President Inés Rojas opened a fair in Kumasi.", "the head of state"),
    ],
)
def test_descriptions_mean_the_person_whose_office_they_describe(first: str, phrase: str) -> None:
    text = f"{first} On Friday {phrase} left for Lomé."
    links = _read(text)
    assert _names(links, _link(links, text, phrase)) == ["Inés Rojas"]


@pytest.mark.parametrize("phrase", ["The official visit", "Her official residence", "An official gazette"])
def test_official_before_a_noun_is_nobody(phrase: str) -> None:
    text = f"Peruvian Mining Minister Inés Rojas spoke. {phrase} was closed."
    links = _read(text)
    assert not [link for link in links.sentences[1].links if link.persons and "official" in link.mention.span.cut(text)]


@pytest.mark.parametrize(
    "text",
    [
        "ROME, 3 May 2021 - Pia Sol, the deputy prime minister of Zorvania, spoke.",
        "ROME, 3 May 2021 - Pia Sol, secretary of the World Beetroot Council, spoke.",
        "ROME, 3 May 2021 - Pia Sol, president of the Zorvanian Beekeepers, spoke.",
    ],
)
def test_office_of_something_unknown_is_not_the_homes(text: str) -> None:
    assert _states(_read(text, publisher="Italy Daily")).get("Sol") is None


def test_acronym_in_brackets_names_the_organisation() -> None:
    links = _read("VIENNA, 3 May 2021 - Ana Ruiz, Director General of the International Atomic Power Agency (IAEA), spoke.")
    assert _states(links) == {"Ruiz": "IAEA"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The cabinet in Lusaka agreed.", "ZMB"),
        ("Talks stalled, authorities in Vientiane said.", "LAO"),
        ("The foreign ministry in Rabat was silent.", "MAR"),
        ("The central bank in Accra intervened.", "GHA"),
    ],
)
def test_institution_in_a_capital_is_that_states(text: str, code: str) -> None:
    links = _read(text)
    assert (code,) in [link.parties for link in links.sentences[0].links]


def test_embassy_in_a_capital_is_not_that_states() -> None:
    text = "A crowd gathered. The embassy in Rabat was closed."
    assert _link(_read(text), text, "The embassy").parties != ("MAR",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Peru and Ghana are at odds. In Accra, Defence Minister Kay Noel thanked Peru for its patience.", "GHA"),
        ("Peru and Ghana are at odds. “We told Peru so twice, and we will not do so again,” Defence Minister Kay Noel said.", "GHA"),
        ("Peru and Ghana fish together. Ghana, which takes the chair next year, was represented by Trade Minister Kay Noel.", "GHA"),
        ("Peruvian President Ana Rojas will have a working lunch with Prime Minister Kay Noel in Accra on Friday.", "GHA"),
        ("The Peruvian ambassador in Accra, Ana Rojas, paid a farewell call on Prime Minister Kay Noel.", "GHA"),
    ],
)
def test_state_of_an_official_by_where_he_speaks_and_whom_he_speaks_of(text: str, code: str) -> None:
    assert _states(_read(text))["Noel"] == code


def test_members_of_a_group_named_by_their_states_hold_its_office() -> None:
    links = _read("The foreign ministers of Peru, Ghana and Laos met on Monday. Ghana's Kofi Mensah was late, Peru's Elena Quispe said.")
    offices = {person.name: (person.offices, person.country) for person in links.persons if person.name}
    assert offices == {"Kofi Mensah": (("foreign minister",), "GHA"), "Elena Quispe": (("foreign minister",), "PER")}


def test_bare_minister_heads_the_ministry_named_before() -> None:
    links = _read("Ghana's foreign ministry wrote to Peru, and Minister Kofi Mensah read the letter out.")
    assert [person.offices for person in links.persons if person.name] == [("foreign minister",)]


def test_him_is_not_the_subject_of_his_clause() -> None:
    text = "Ghanaian Trade Minister Kofi Mensah was ill. The Peruvian president phoned to thank him. He laughed."
    links = _read(text)
    assert _names(links, _link(links, text, "him")) == ["Kofi Mensah"]
    assert _names(links, _link(links, text, "He")) == ["Kofi Mensah"]


def test_ousted_president_is_not_the_president_who_speaks() -> None:
    text = "Ghanaian President Kofi Mensah met the ousted president on Monday."
    links = _read(text)
    assert _link(links, text, "the ousted president").persons == ()


def test_kingdom_is_the_one_that_was_named() -> None:
    text = "Peru and Thailand signed. The kingdom will buy fish."
    assert _link(_read(text), text, "The kingdom").parties == ("THA",)


def test_supreme_leader_and_its_president_have_states() -> None:
    text = "Panama would lend a room, its vice president said."
    assert _link(_read(text), text, "its vice president").parties == ("PAN",)


def test_colleague_of_a_private_person_has_no_office() -> None:
    links = _read("Peru sent Trade Minister Ana Rojas. Banker Ivo Lund spoke. His Danish counterpart Per Holm nodded.")
    assert all(person.offices != ("banker",) for person in links.persons)


def test_envoy_of_a_minister_is_an_envoy() -> None:
    links = _read("Ali Rad, the special envoy of Iran's foreign minister for Laos, met Ghanaian Trade Minister Kofi Mensah.")
    assert (links.persons[0].offices, links.persons[0].country) == (("special envoy",), "IRN")


def test_his_official_something_is_nobody() -> None:
    links = _read("Peruvian Mining Minister Inés Rojas spoke. Writing on his official Twitter on Saturday, he denied it.")
    assert {person.name for person in links.persons} == {"Inés Rojas"}


def test_names_are_whole() -> None:
    links = _read("Iran's first vice president, Es'haq Karimi, met Ghanaian adviser retired General Kofi Mensah.")
    assert {person.name for person in links.persons} == {"Es'haq Karimi", "Kofi Mensah"}
    assert links.persons[0].offices == ("first vice president",)


@pytest.mark.parametrize(
    "title",
    [
        "Assistant Secretary for Western Hemisphere Affairs",
        "Director for Nature Conservation",
        "Senior Collections Librarian",
        "Deputy Director of Risk Management",
        "Special Agent and Enforcement Officer",
    ],
)
def test_titles_without_names_name_nobody(title: str) -> None:
    links = _read(f"The following will attend the talks with Peru:\n\n{title}\n\nThe list is open.")
    assert not [link for sentence in links.sentences for link in sentence.links if isinstance(link.mention.named, PersonName)]


def test_whoever_is_told_does_not_speak() -> None:
    text = "Peruvian Mining Minister Inés Rojas met Ghanaian Trade Minister Kofi Mensah. Mensah told her that it rained. He was wet."
    links = _read(text)
    assert _names(links, _link(links, text, "her")) == ["Inés Rojas"]
    assert _names(links, _link(links, text, "He")) == ["Kofi Mensah"]


def test_foreign_policy_chief_is_the_unions() -> None:
    assert _states(_read("Ghana and Peru spoke. Ghana's envoy met European foreign policy chief Ada Lind.")) == {"Lind": "EU"}
