"""Mentions of a whole document: known persons come back, places, acts and bodies are told apart, and no text breaks the finder."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents import make_document
from dragoman.mentions import find_mentions
from dragoman.values.document import Document
from dragoman.values.mention import BodyName, GroupName, InstrumentName, Named, PersonName, PlaceName, Sentence, StateName
from dragoman.values.page import RawPage


def document(text: str) -> Document:
    made = make_document(RawPage(origin="a.txt", content=f"The news of the day in the capital\n\n{text}"))
    assert isinstance(made, Document)
    return made


def read(text: str) -> tuple[Document, tuple[Sentence, ...]]:
    made = document(text)
    return made, find_mentions(made)


def found(text: str, kind: type[Named]) -> list[Named]:
    return [mention.named for sentence in read(text)[1] for mention in sentence.mentions if isinstance(mention.named, kind)]


def cut(text: str, kind: type[Named]) -> list[str]:
    made, sentences = read(text)
    return [mention.span.cut(made.text) for sentence in sentences for mention in sentence.mentions if isinstance(mention.named, kind)]


def test_find_mentions_finds_a_person_again_by_last_name() -> None:
    assert cut("Kenyan Foreign Minister Amina Oduya arrived on Monday. Later Oduya left the town.", PersonName)[1:] == ["Oduya"]


def test_find_mentions_keeps_a_namesake_with_another_first_name_apart() -> None:
    text = "Iraqi Foreign Minister Fadel Karim arrived on Monday. He spoke of the late poet Selim Karim at length."
    assert cut(text, PersonName)[1:] == ["Selim Karim"]


def test_find_mentions_joins_a_known_name_with_the_office_between_commas() -> None:
    text = "Dr. Fadel Karim arrived on Monday. In the evening Karim, Iraq's chief negotiator, left the room."
    found_again = found(text, PersonName)[1]
    assert isinstance(found_again, PersonName)
    assert (found_again.name, found_again.offices, found_again.country) == ("Karim", ("chief negotiator",), "IRQ")


def test_find_mentions_does_not_join_two_known_names() -> None:
    text = "Iraqi Foreign Minister Fadel Karim met Kenyan Foreign Minister Amina Oduya. In the end Karim Oduya agreed on nothing."
    assert cut(text, PersonName)[2:] == ["Karim", "Oduya"]


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The ministers met in Split, Croatia, on Monday.", "Split", "HRV"),
        ("The ministers of Ukraine and Poland met in New York on Monday.", "New York", "USA"),
        ("The ministers of Iran and Oman met in Isfahan on Monday.", "Isfahan", "IRN"),
        ("The envoys of Iran and Iraq left for Basra on Monday.", "Basra", "IRQ"),
    ],
)
def test_find_mentions_finds_the_place(text: str, name: str, country: str) -> None:
    assert [(place.name, place.country) for place in found(text, PlaceName) if isinstance(place, PlaceName)] == [(name, country)]


@pytest.mark.parametrize(
    "text",
    [
        "A loan went to Banco Popular of the island.",
        "They met in ICT terms on Monday.",
        "They split in Split on Monday.",
        "He is of Oregon Steel.",
    ],
)
def test_find_mentions_finds_no_place(text: str) -> None:
    assert found(text, PlaceName) == []


def test_find_mentions_reads_a_part_of_a_state_behind_in_as_no_actor() -> None:
    assert found("A storm hit houses in Scotland on Monday.", StateName) == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("They signed a memorandum of understanding on water.", "memorandum", "memorandum of understanding"),
        ("They signed two air services agreements there.", "agreement", "air services agreements"),
        ("It rests on the Treaty of Peace and Friendship of 1904.", "treaty", "Treaty of Peace and Friendship"),
        ("They hailed the Khiva Declaration there.", "declaration", "Khiva Declaration"),
        ("The minutes of the talks were signed in ten minutes.", "protocol", "minutes"),
    ],
)
def test_find_mentions_finds_the_written_act(text: str, kind: str, words: str) -> None:
    made, sentences = read(text)
    acts = [mention for sentence in sentences for mention in sentence.mentions if isinstance(mention.named, InstrumentName)]
    assert [(act.span.cut(made.text), act.named.type) for act in acts if isinstance(act.named, InstrumentName)] == [(words, kind)]


def test_find_mentions_reads_the_states_in_the_name_of_an_act() -> None:
    (act,) = found("They praised the Egypt-Jordan gas agreement there.", InstrumentName)
    assert isinstance(act, InstrumentName)
    assert act.countries == ("EGY", "JOR")


@pytest.mark.parametrize(
    "text",
    [
        "They were in agreement on that.",
        "They lost a great deal of time.",
        "They want to deal with the floods.",
        "They met under health protocols.",
        "They want a peaceful resolution there.",
        "They took a charter flight home.",
    ],
)
def test_find_mentions_leaves_idioms_alone(text: str) -> None:
    assert found(text, InstrumentName) == []


def test_find_mentions_reads_a_sitting_with_its_body_and_number() -> None:
    (body,) = found("The twenty-third meeting of the Kenya-Uganda Joint Border Commission was held.", BodyName)
    assert body == BodyName(
        name="Kenya-Uganda Joint Border Commission", type="commission", number=23, sitting=True, countries=("KEN", "UGA")
    )


def test_find_mentions_keeps_a_joint_body_apart_from_its_chairman() -> None:
    (body,) = found("He met the chairman of the Iran-Oman Joint Economic Committee there.", BodyName)
    assert isinstance(body, BodyName)
    assert (body.name, body.countries) == ("Iran-Oman Joint Economic Committee", ("IRN", "OMN"))


def test_find_mentions_takes_a_second_meeting_between_people_for_no_sitting() -> None:
    assert found("It was the second meeting between the two men.", BodyName) == []


@pytest.mark.parametrize(
    ("text", "of", "count"),
    [
        ("The two friendly neighbours agreed.", "parties", 2),
        ("The sides agreed.", "people", None),
        ("The two discussed water.", "people", 2),
    ],
)
def test_find_mentions_finds_groups(text: str, of: str, count: int | None) -> None:
    assert found(text, GroupName) == [GroupName(of=of, count=count)]


@given(text=st.text(alphabet=st.sampled_from("abN .,-'’\n()U.S0é“”\u00a0"), max_size=120))
def test_find_mentions_cuts_what_it_claims_whatever_the_text(text: str) -> None:
    made = document(f"{text} The president of Kenya met Foreign Minister {text} Oduya in Nairobi and signed {text} agreements.")
    sentences = find_mentions(made)
    assert sentences == find_mentions(made)
    assert all(before.span.end <= after.span.start for before, after in pairwise(sentences))
    for sentence in sentences:
        for before, after in pairwise(sentence.mentions):
            assert before.span.end <= after.span.start
        for mention in sentence.mentions:
            assert sentence.span.start <= mention.span.start < mention.span.end <= sentence.span.end
            assert mention.span.cut(made.text).strip() == mention.span.cut(made.text)


def test_find_mentions_gives_an_office_its_name_in_the_next_sentence() -> None:
    (person,) = found("Niger's trade minister left on Friday. Aboubacar Seyni Maiga was seen off by nobody.", PersonName)
    assert isinstance(person, PersonName)
    assert (person.name, person.offices, person.country) == ("Aboubacar Seyni Maiga", ("trade minister",), "NER")


def test_find_mentions_reads_signatures() -> None:
    (person,) = found("It rained all day and nobody came.\n\nHelle Strand\nMinister of Culture", PersonName)
    assert isinstance(person, PersonName)
    assert (person.name, person.offices) == ("Helle Strand", ("culture minister",))


@pytest.mark.parametrize("text", ["Putin Street was closed.", "Xi'an was warm.", "The Macron Bridge fell."])
def test_find_mentions_leaves_things_named_after_leaders_alone(text: str) -> None:
    assert cut(text, PersonName) == []


def test_find_mentions_knows_leaders_by_name_alone() -> None:
    assert cut("Putin phoned Xi Jinping.", PersonName) == ["Putin", "Xi Jinping"]
