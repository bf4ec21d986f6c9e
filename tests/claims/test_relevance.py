"""A text that names hardly any government is believed only where its parties act under their own names."""

from __future__ import annotations

import pytest

from dragoman.pipeline import Reader

FILLER = " The hall was full. It rained all day. Nobody left early. The lights went out twice. Tea was served at four."


def kinds(reader: Reader, text: str) -> list[str]:
    return [claim.kind.value for claim in reader.read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian grandmaster Kari Dahl beat Peru's Luis Rojas in the final." + FILLER + " The two met for tea afterwards.",
        "A Norwegian salmon company sued a Peruvian bank." + FILLER + " The sides held talks in spring, which broke off.",
        "The Norwegian opener faced the Peruvian bowlers." + FILLER + " The Norwegians attacked the Peruvians from the first ball.",
    ],
)
def test_keep_relevant_believes_little_of_sport_and_trials(reader: Reader, text: str) -> None:
    """Players and companies are no states."""
    assert kinds(reader, text) == []


def test_keep_relevant_keeps_what_states_do_under_their_names(reader: Reader) -> None:
    """One plain sentence in a text about something else."""
    text = "The salmon season opened." + FILLER + " Norway condemned Peru for the ban."
    assert kinds(reader, text) == ["event"]
