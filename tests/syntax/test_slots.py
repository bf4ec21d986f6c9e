"""A sentence is cut so that each mention is one word and its commas do not mislead the parser."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dragoman.syntax.slots import Slot, cut_sentence
from dragoman.values.link import Link, LinkedSentence
from dragoman.values.mention import Mention, Named, PersonName, Sentence, TimeExpression
from dragoman.values.span import Span

WORD = re.compile(r"\w+|[^\w\s]")
DAY = TimeExpression(form="date", edtf="2022-05-18")
PERSON = PersonName(name="Jan Nowak", titled=True)


def tokenize(text: str) -> list[tuple[str, int]]:
    return [(match[0], match.start()) for match in WORD.finditer(text)]


def cut(text: str, *mentions: tuple[str, Named]) -> list[Slot]:
    links = tuple(
        Link(mention=Mention(span=Span(text.index(words), text.index(words) + len(words)), named=named)) for words, named in mentions
    )
    sentence = Sentence(span=Span(0, len(text)), paragraph=0, mentions=tuple(link.mention for link in links))
    return cut_sentence(tokenize, text, LinkedSentence(sentence=sentence, links=links))


def test_cut_sentence_makes_one_word_of_each_mention() -> None:
    """The stand-in covers the whole mention."""
    text = "President Jan Nowak spoke."
    slots = cut(text, ("President Jan Nowak", PERSON))
    assert [text[slot.start : slot.end] for slot in slots] == ["President Jan Nowak", "spoke", "."]
    assert " " not in slots[0].word


def test_cut_sentence_pauses_behind_a_time_in_front() -> None:
    """Without the pause the day would be taken for a part of the name; the pause covers nothing of the text."""
    slots = cut("On 18 May Jan Nowak spoke.", ("18 May", DAY), ("Jan Nowak", PERSON))
    assert [slot.is_pause for slot in slots] == [False, False, True, False, False, False]
    assert slots[2].word == ","


def test_cut_sentence_adds_no_second_comma() -> None:
    """A text that pauses by itself is left as it is."""
    assert not any(slot.is_pause for slot in cut("On 18 May, Jan Nowak spoke.", ("18 May", DAY), ("Jan Nowak", PERSON)))


def test_cut_sentence_drops_the_comma_that_closes_an_apposition() -> None:
    """A mention that ends with an apposition is followed by its verb: the minister, Mr X, will."""
    slots = cut("The minister, Mr Jan Nowak, will speak.", ("The minister, Mr Jan Nowak", PERSON))
    assert [slot.word for slot in slots[1:]] == ["will", "speak", "."]


def test_cut_sentence_keeps_the_comma_of_a_list() -> None:
    """Behind "and" and before a relative clause the comma parts two things."""
    slots = cut("The minister, Mr Jan Nowak, and others spoke.", ("The minister, Mr Jan Nowak", PERSON))
    assert [slot.word for slot in slots[1:3]] == [",", "and"]


@given(st.text(alphabet="ab ,.JanNowk18My", min_size=1, max_size=60).filter(str.strip))
def test_cut_sentence_covers_every_word_in_order(text: str) -> None:
    """Slots never overlap, and what they leave out is blank."""
    slots = cut(text)
    assert all(one.end <= two.start for one, two in pairwise(slots))
    assert "".join(text[slot.start : slot.end] for slot in slots) == re.sub(r"\s", "", text)
