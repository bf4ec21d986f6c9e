"""The mentions of a reading give offsets, values, countries and coordinates."""

from __future__ import annotations

from dragoman.documents import make_document
from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.pipeline.listing import list_mentions
from dragoman.values.document import Document
from dragoman.values.page import PageMetadata, RawPage
from dragoman.values.reading import MentionKind, ReadMention

_TEXT = (
    "Kenyan Foreign Minister Grace Atieno flew from Nairobi to Gothenburg in Sweden at 3 p.m. on Monday for a two-day visit. "
    "NATO was told of it two days later, and Atieno has not left since 17 May."
)


def _read(text: str) -> tuple[str, tuple[ReadMention, ...]]:
    document = make_document(RawPage(origin="a.txt", content=text, metadata=PageMetadata(published="2022-05-20")))
    assert isinstance(document, Document)
    return document.text, list_mentions(document, link_mentions(document, find_mentions(document)))


def test_list_mentions_cuts_out_what_it_claims_in_the_order_of_the_text() -> None:
    text, found = _read(_TEXT)

    assert [mention.text for mention in found] == [text[mention.start : mention.end] for mention in found]
    assert [mention.start for mention in found] == sorted(mention.start for mention in found)


def test_list_mentions_says_what_times_mean() -> None:
    _, found = _read(_TEXT)

    times = [(mention.text, mention.kind, mention.value) for mention in found if mention.kind in (MentionKind.TIME, MentionKind.DURATION)]
    assert times == [
        ("3 p.m. on Monday", MentionKind.TIME, "2022-05-16T15:00"),
        ("two-day", MentionKind.DURATION, "P2D"),
        ("two days later", MentionKind.TIME, "2022-05-18"),
        ("17 May", MentionKind.TIME, "2022-05-17"),
    ]


def test_list_mentions_lays_places_on_the_map() -> None:
    _, found = _read(_TEXT)

    places = {mention.value: mention for mention in found if mention.kind is MentionKind.PLACE}
    assert {name: place.country for name, place in places.items()} == {"Nairobi": "KEN", "Gothenburg": "SWE"}
    assert (round(places["Gothenburg"].lat or 0), round(places["Gothenburg"].lon or 0)) == (58, 12)
    assert round(places["Nairobi"].lat or 0) == -1


def test_list_mentions_names_states_organisations_and_persons() -> None:
    _, found = _read(_TEXT)

    assert [mention.value for mention in found if mention.kind is MentionKind.STATE] == ["SWE"]
    assert [mention.value for mention in found if mention.kind is MentionKind.ORGANISATION] == ["NATO"]
    persons = [(mention.value, mention.office, mention.country) for mention in found if mention.kind is MentionKind.PERSON]
    assert persons == [("Grace Atieno", "foreign minister", "KEN")] * 2
