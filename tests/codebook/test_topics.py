"""Topics are shown by words, singular or plural, alone or in pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook import topics, topics_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("discussed railways and pipelines", ("transport", "energy")),
        ("simplify visas for lorry drivers", ("transport", "consular")),
        ("mine clearance in the liberated districts", ("reconstruction",)),
        ("stressed the friendly character of the ties", ()),
        ("trade in agricultural goods", ("economy and trade", "agriculture")),
    ],
)
def test_topics_of_names_every_topic_shown(text: str, found: tuple[str, ...]) -> None:
    assert topics_of(text.split()) == found


@given(st.lists(st.sampled_from(["railway", "gas", "visa", "the", "displaced", "persons", "talks", "army"]), max_size=12))
def test_topics_of_keeps_the_order_of_the_codebook(words: list[str]) -> None:
    ranks = [topics().index(topic) for topic in topics_of(words)]
    assert ranks == sorted(set(ranks))


def test_a_pair_of_words_counts_only_in_its_order() -> None:
    assert "reconstruction" in topics_of(["mine", "clearance"])
    assert "reconstruction" not in topics_of(["clearance", "mine"])
