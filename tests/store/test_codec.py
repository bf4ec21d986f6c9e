"""Contents survive the way into the record and back."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import KINDS

from dragoman.store.codec import decode_content, encode, parties_of
from dragoman.values.claim import Actor, Content, Encounter, Event, Figure, Kind, Milestone, Participant, Place, Position, Project

_TEXTS = st.text(max_size=20)
_CODES = st.lists(st.sampled_from(["NOR", "CHL", "EU"]), max_size=3).map(tuple)
_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_MAYBE = st.none() | _TEXTS
_CONTENTS: st.SearchStrategy[Content] = st.one_of(
    st.builds(
        Encounter,
        type=_TEXTS,
        parties=_CODES,
        participants=st.lists(st.builds(Participant, name=_MAYBE, office=_MAYBE, country=_MAYBE, role=_MAYBE), max_size=2).map(tuple),
        place=st.none() | st.builds(Place, name=_MAYBE, country=_MAYBE, lat=st.none() | _NUMBERS, lon=st.none() | _NUMBERS),
    ),
    st.builds(
        Figure, indicator=_TEXTS, value=st.none() | _NUMBERS, unit=_MAYBE, period=_MAYBE, parties=_CODES, change=st.none() | _NUMBERS
    ),
    st.builds(Project, type=_TEXTS, name=_TEXTS, parties=_CODES, stage=_MAYBE, from_place=_MAYBE),
    st.builds(Milestone, occasion=_TEXTS, ordinal=st.none() | st.integers(0, 500), parties=_CODES),
)


@given(_CONTENTS)
def test_decode_content_returns_what_was_encoded(content: Content) -> None:
    assert decode_content(KINDS[type(content)], encode(content)) == content


def test_decode_content_refuses_another_kind() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_content(Kind.FIGURE, encode(Milestone(occasion="independence", ordinal=30, parties=("NOR",))))


def test_parties_of_names_each_code_once_and_leaves_out_who_has_none() -> None:
    norway, bloc = Actor(name="Norway", country="NOR"), Actor(name="Fishers' Union", country=None)
    assert parties_of(Event(type="AGREE", actors=(norway, bloc), recipients=(norway,))) == ("NOR",)
    assert parties_of(Position(person="A", office="ambassador", country="NOR", of="CHL")) == ("CHL", "NOR")
