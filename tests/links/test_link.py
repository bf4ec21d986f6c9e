"""What names, offices and pronouns refer to, one construction of the language a test."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents import make_document
from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.values.document import Document
from dragoman.values.link import Link, Links
from dragoman.values.page import PageMetadata, RawPage

_WORDS = (
    "France French Paris Chile Chilean Santiago the a his its their he they President Minister Foreign Prime counterpart Anna Berg Soto "
    "met received said and with by of in two sides countries ministers agreed on Monday , . \n\n “ ” 's guest latter both"
).split(" ")


def _read(text: str, publisher: str | None = None) -> Links:
    document = make_document(RawPage(origin="a.txt", content=text, metadata=PageMetadata(publisher=publisher)))
    assert isinstance(document, Document)
    return link_mentions(document, find_mentions(document))


def _countries(links: Links) -> dict[str, str | None]:
    return {person.name.split()[-1]: person.country for person in links.persons if person.name}


def _link(links: Links, text: str, words: str, nth: int = 0) -> Link:
    found = [link for sentence in links.sentences for link in sentence.links if link.mention.span.cut(text) == words]
    return found[nth]


def _names(links: Links, link: Link) -> list[str | None]:
    return [links.persons[key].name for key in link.persons]


def test_counterpart_acts_for_the_other_state() -> None:
    text = (
        "Norway and Chile will open a joint polar station, officials said. Norwegian Foreign Minister Kari Lunde met in Santiago with her "
        "counterpart, Rodrigo Paredes, on Tuesday."
    )
    links = _read(text)
    assert _countries(links) == {"Lunde": "NOR", "Paredes": "CHL"}
    assert [person.offices for person in links.persons] == [("foreign minister",), ("foreign minister",)]


def test_people_listed_behind_one_with_a_state_share_it() -> None:
    links = _read(
        "The Kenyan envoy met Peruvian President Elena Quispe, Foreign Minister Raul Ticona and Trade Minister Ines Mamani in Lima."
    )
    assert _countries(links) == {"Quispe": "PER", "Ticona": "PER", "Mamani": "PER"}


def test_leader_of_a_delegation_acts_for_it() -> None:
    links = _read(
        "Talks between Ghana and Vietnam were held in Hanoi. The Ghanaian delegation was led by Deputy Trade Minister Kofi Boateng and the "
        "Vietnamese side by Deputy Trade Minister Tran Minh."
    )
    assert _countries(links) == {"Boateng": "GHA", "Minh": "VNM"}


def test_host_of_a_visitor_acts_for_the_state_visited() -> None:
    links = _read("Irish Trade Minister Niall Burke visited Bolivia on Friday and was received by President Marta Flores.")
    assert _countries(links) == {"Burke": "IRL", "Flores": "BOL"}


def test_visitor_never_acts_for_his_destination() -> None:
    links = _read("LISBON, 3 May 2021 - Foreign Minister Rui Tavares arrived in Angola on Monday.", publisher="Portugal Daily")
    assert _countries(links) == {"Tavares": "PRT"}


def test_two_ministers_under_one_plural_office_get_a_state_each() -> None:
    links = _read(
        "Peru and Ecuador ended their dispute over fishing. President of Peru Elena Quispe met President of Ecuador Luis Andrade in Quito. "
        "In their presence the foreign ministers, Raul Ticona and Diego Salas, signed a protocol."
    )
    assert _countries(links) == {"Quispe": "PER", "Andrade": "ECU", "Ticona": "PER", "Salas": "ECU"}


def test_own_minister_comes_first_under_a_plural_office() -> None:
    links = _read(
        "President of Peru Elena Quispe met President of Ecuador Luis Andrade in Quito. The foreign ministers, Diego Salas and "
        "Raul Ticona, signed a protocol.",
        publisher="Ecuador Times",
    )
    assert _countries(links) == {"Quispe": "PER", "Andrade": "ECU", "Salas": "ECU", "Ticona": "PER"}


def test_head_of_an_organisation_acts_for_the_organisation_named_most() -> None:
    links = _read(
        "The summit of ASEAN was held in Laos. Thailand took part. Secretary General Somchai Rattana reported on the work of ASEAN."
    )
    assert _countries(links) == {"Rattana": "ASEAN"}


def test_official_stays_without_a_state_when_two_are_as_likely() -> None:
    links = _read("Sweden and Peru spoke by video link. Peru and Sweden were content. Trade Minister Sundari also took part.")
    assert _countries(links) == {"Sundari": None}


def test_office_of_one_state_tells_the_state() -> None:
    links = _read("Peru and Chile were on the list. Peru and Chile waited. Treasury Secretary Adam Kline gave no date.")
    assert _countries(links) == {"Kline": "USA"}


def test_party_leader_acts_for_no_state() -> None:
    links = _read("In Peru, Labour Party leader Ana Rojas criticised the agreement that Peru signed with Chile.")
    assert _countries(links).get("Rojas") is None


def test_persons_spelt_two_ways_are_one() -> None:
    links = _read("Omani Deputy Foreign Minister Khalid Maghrebi spoke first. Mr Maqrebi left early, and Khalid Maqrebi did not come back.")
    assert len(links.persons) == 1


def test_two_persons_with_one_surname_are_kept_apart() -> None:
    text = "French President Paul Marin met Swiss President Anne Marin. Paul Marin spoke first."
    links = _read(text)
    assert [(person.name, person.country) for person in links.persons] == [("Paul Marin", "FRA"), ("Anne Marin", "CHE")]
    assert _names(links, _link(links, text, "Paul Marin")) == ["Paul Marin"]


def test_the_minister_is_the_one_who_spoke_before() -> None:
    text = (
        "Danish Trade Minister Lars Holm met Kenyan Trade Minister Grace Otieno in Nairobi. Otieno said tea exports had doubled. "
        "The minister promised a new port."
    )
    links = _read(text)
    assert _names(links, _link(links, text, "The minister")) == ["Grace Otieno"]


def test_the_foreign_minister_is_never_his_deputy() -> None:
    text = "Polish Deputy Foreign Minister Jan Wolski arrived in Cairo. The Polish foreign minister will follow in June."
    links = _read(text)
    assert _names(links, _link(links, text, "The Polish foreign minister")) == [None]


def test_the_president_is_never_the_vice_president() -> None:
    text = "Ghanaian Vice President Ama Owusu spoke in Accra. Ghanaian President Yaw Asante listened. Owusu said the president had agreed."
    links = _read(text)
    assert _names(links, _link(links, text, "the president")) == ["Yaw Asante"]


def test_the_office_of_today_is_not_that_of_a_former_holder() -> None:
    text = "Former Greek Prime Minister Nikos Raptis wrote a book. The Greek prime minister bought it."
    links = _read(text)
    assert _names(links, _link(links, text, "The Greek prime minister")) == [None]


def test_he_is_not_someone_the_sentence_names_later() -> None:
    text = "Maltese President Carmen Zahra met Omani Foreign Minister Salim Harthy. He told Zahra that the port was ready."
    links = _read(text)
    assert _names(links, _link(links, text, "He")) == ["Salim Harthy"]


def test_his_in_an_opening_phrase_is_the_subject_to_come() -> None:
    text = "Cypriot President Nikos Loizou landed first. During his stay, Estonian President Jaan Tamm opened a school."
    links = _read(text)
    assert _names(links, _link(links, text, "his")) == ["Jaan Tamm"]


def test_he_behind_a_quotation_is_its_speaker() -> None:
    text = "“I thank Prime Minister Joao Lima of Cape Verde,” Irish President Maeve Kelly said. “The door stays open,” she added."
    links = _read(text)
    assert _names(links, _link(links, text, "she")) == ["Maeve Kelly"]


def test_conference_of_the_parties_is_no_pair() -> None:
    text = "Nepal and Bhutan opened a bridge. The Conference of the Parties to a climate treaty will see it."
    links = _read(text)
    assert all(not link.parties for link in links.sentences[-1].links)


@pytest.mark.parametrize("words", ["the countries of the region", "other countries", "European countries"])
def test_loose_plural_is_no_pair(words: str) -> None:
    text = f"Nepal and Bhutan opened a bridge. Nepal and Bhutan thanked {words}."
    links = _read(text)
    assert all(not link.parties for link in links.sentences[-1].links if "countries" in link.mention.span.cut(text))


def test_both_countries_are_the_pair() -> None:
    text = "Nepal and Bhutan opened a bridge. Customs officers of both countries watched."
    links = _read(text)
    assert set(_link(links, text, "both countries").parties) == {"NPL", "BTN"}


def test_loose_they_is_no_pair() -> None:
    text = "Nepal opened a bridge to Bhutan. Two hundred lorries crossed before they ran out of fuel."
    links = _read(text)
    assert _link(links, text, "they").parties == ()


def test_they_are_the_two_who_met() -> None:
    text = "Nepalese President Hari Rai met Bhutanese King Jigme Dorji. They discussed trade."
    links = _read(text)
    assert set(_link(links, text, "They").parties) == {"NPL", "BTN"}


def test_third_minister_is_not_one_of_the_two() -> None:
    text = (
        "Nepalese Foreign Minister Hari Rai met Bhutanese Foreign Minister Karma Wangdi. Nepal and Bhutan agreed on a bridge. "
        "Indian Foreign Minister Asha Nair later received the two ministers."
    )
    links = _read(text)
    assert set(_names(links, _link(links, text, "the two ministers"))) == {"Hari Rai", "Karma Wangdi"}


def test_two_advisers_stand_for_no_states() -> None:
    text = "Nepal and Bhutan opened a bridge. The two advisers lost their way."
    links = _read(text)
    assert all(not link.parties for link in links.sentences[-1].links)


def test_pair_leaves_out_neutral_ground() -> None:
    links = _read("Nepal and Bhutan held talks in Vienna. Nepal asked Bhutan in Vienna for a bridge. Bhutan agreed in Vienna.")
    assert links.bilateral
    assert set(links.pair[:2]) == {"NPL", "BTN"}


def test_domestic_news_is_about_no_pair() -> None:
    links = _read(
        "TUNIS - The Tunisian parliament passed the budget. Tunisia will build schools. The Tunisian army helps. Tunisia hired teachers. "
        "Tunisian roads, once copied from France, will be widened. Tunisia pays."
    )
    assert not links.bilateral


def test_round_up_of_many_items_is_about_no_pair() -> None:
    links = _read("Peru summoned the Chilean envoy.\n\nNepal thanked Bhutan.\n\nGhana and Togo met.\n\nOman and Qatar signed an accord.")
    assert not links.bilateral


@settings(max_examples=60)
@given(st.lists(st.sampled_from(_WORDS), min_size=4, max_size=60))
def test_any_text_links_without_error_and_the_same_each_time(words: list[str]) -> None:
    document = make_document(RawPage(origin="a.txt", content="The minister said on Monday that it was good. " + " ".join(words)))
    if not isinstance(document, Document):
        return
    sentences = find_mentions(document)
    links = link_mentions(document, sentences)
    assert links == link_mentions(document, sentences)
    assert [linked.sentence for linked in links.sentences] == list(sentences)
    assert all([link.mention for link in linked.links] == list(linked.sentence.mentions) for linked in links.sentences)
    assert [person.key for person in links.persons] == list(range(len(links.persons)))


def test_publisher_changes_the_state_of_unmarked_officials_only() -> None:
    document = make_document(
        RawPage(origin="a.txt", content="Foreign Minister Ole Dahl said the Swedish minister Eva Ek had written to him.")
    )
    assert isinstance(document, Document)
    sentences = find_mentions(document)
    home = link_mentions(replace(document, publisher="Denmark Post"), sentences)
    assert _countries(home) == {"Dahl": "DNK", "Ek": "SWE"}


def test_name_decides_between_the_two_states_of_a_text() -> None:
    links = _read("Vietnam and Poland agreed on nurses. Poland and Vietnam were pleased. Labour Minister Nguyen Thi Lan also spoke.")
    assert _countries(links) == {"Lan": "VNM"}


def test_known_leaders_act_for_their_states_without_an_office() -> None:
    links = _read("GENEVA, 3 May 2023 - Lavrov flew home. Ivan Kuleshov Putin did not.")
    assert _countries(links)["Lavrov"] == "RUS"


def test_known_leaders_count_only_while_they_serve() -> None:
    assert _countries(_read("GENEVA, 3 May 2023 - Sarkozy flew home.")) == {}


@pytest.mark.parametrize(
    "told",
    [
        "Trade Minister Sundari spoke for Peru.",
        "The text was signed by Trade Minister Sundari, on behalf of Lima.",
        "For Peru it was Trade Minister Sundari who signed.",
        "It was opened by Trade Minister Sundari for the Peruvian side.",
        "Sweden was represented by its king, Peru by its trade minister, Alma Sundari.",
    ],
)
def test_official_acts_for_the_side_he_is_said_to_speak_for(told: str) -> None:
    assert _countries(_read(f"Sweden and Peru spoke by video link. Peru and Sweden were content. {told}"))["Sundari"] == "PER"


def test_his_own_minister_is_of_his_state() -> None:
    links = _read("Poland and Ghana met. Polish President Jan Sowa came with his finance minister, Ewa Nowak, to Accra.")
    assert _countries(links) == {"Sowa": "POL", "Nowak": "POL"}


def test_who_is_received_by_somebody_is_of_another_state() -> None:
    links = _read("Kenyan envoy Amos Kiptoo was greeted in Lusaka on Monday by President Harriet Bwalya, Zambia said.")
    assert _countries(links) == {"Kiptoo": "KEN", "Bwalya": "ZMB"}


def test_ministers_of_the_two_countries_get_one_state_each() -> None:
    links = _read(
        "Chile and Kenya open a school. Kenyan officials were there. The education ministers of the two countries, Rosa Lagos and Peter "
        "Mutua, cut the tape in Chile's south."
    )
    assert len(set(_countries(links).values())) == 2


def test_who_has_a_foreign_host_is_no_compatriot_of_his() -> None:
    text = (
        "PRAGUE - Czech Prime Minister Karel Hruby called off his trip to Laos. Lao Prime Minister Kham Vong said he was sorry. The prime "
        "minister phoned his Lao host again."
    )
    links = _read(text)
    assert _names(links, _link(links, text, "The prime minister")) == ["Karel Hruby"]
    assert _names(links, _link(links, text, "his Lao host")) == ["Kham Vong"]


def test_spokesman_speaks_for_the_ministry_named_before_him() -> None:
    links = _read("Chad's foreign ministry condemned the raid. It was grave, spokesman Idriss Abakar said.")
    assert [(person.offices, person.country) for person in links.persons] == [(("foreign ministry spokesperson",), "TCD")]
