"""The first person is whoever speaks: in a turn, in a quotation, in a signed piece."""

from __future__ import annotations

from dragoman.documents import make_document
from dragoman.links import link_mentions
from dragoman.mentions import find_mentions
from dragoman.values.document import Document
from dragoman.values.link import Links
from dragoman.values.page import RawPage


def _read(text: str) -> Links:
    document = make_document(RawPage(origin="a.txt", content=text))
    assert isinstance(document, Document)
    return link_mentions(document, find_mentions(document))


def _parties(text: str, *words: str) -> list[tuple[str, ...]]:
    return [
        link.parties for sentence in _read(text).sentences for link in sentence.links if link.mention.span.cut(text).lower() in set(words)
    ]


def test_answers_are_the_interviewees() -> None:
    text = (
        "On ferries and fog\n\nInterview: Maren Holst, Denmark's minister of shipping\n\nQ: Did you sail to Iceland?\n\n"
        "A: We sailed twice. We shall go again.\n\nQ: Have we heard the last of it?\n\nA: I doubt it."
    )
    assert _parties(text, "we", "i") == [("DNK",), ("DNK",), (), ("DNK",)]


def test_turns_carry_their_speakers_names() -> None:
    text = (
        "Studio talk\n\nTranscript: Foreign Minister Tomas Vesely of Slovakia in the studio\n\nQUESTION: What did Oman say?\n\n"
        "VESELY: We asked Oman for dates. Our ambassador goes there on Friday.\n\nQUESTION: Are we late?\n\nVESELY: Not at all."
    )
    assert _parties(text, "we", "our ambassador") == [("SVK",), ("SVK",), ()]


def test_quoted_speaker_may_be_named_behind_his_words() -> None:
    text = (
        'Water talks\n\n"I met Foreign Minister Omar Daher of Jordan and we signed a protocol," Foreign Minister Elena Kovac of Slovenia '
        'said. "We have sent two pumps."'
    )
    assert _parties(text, "i", "we") == [("SVN",), ("SVN", "JOR"), ("SVN",)]


def test_signed_piece_has_one_voice_and_she_is_somebody_else() -> None:
    text = (
        "From the minister's blog\n\nI write this in Oslo. Norway's king asked me in. I slept well. I thanked President Ana Lima of Brazil "
        "for the bread she had sent.\n\nHelle Strand\nMinister of Culture"
    )
    links = _read(text)
    said = {
        link.mention.span.cut(text): [links.persons[key].name for key in link.persons]
        for sentence in links.sentences
        for link in sentence.links
    }
    assert said["I"] == ["Helle Strand"]
    assert said["she"] == ["Ana Lima"]


def test_nobody_is_meant_by_we_outside_quotations() -> None:
    assert _parties("Notes\n\nForeign Minister Elena Kovac of Slovenia spoke. We were late.", "we") == [()]


def test_report_about_a_speech_is_nobodys_voice() -> None:
    text = "Statement by Foreign Minister Elena Kovac of Slovenia\n\nIt rained in Bled. She said that I was late. We left."
    assert _parties(text, "we") == [()]
