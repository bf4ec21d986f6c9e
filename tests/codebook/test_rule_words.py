"""Word lists of single rules load with every form, and a broken list names its file."""

from __future__ import annotations

import pytest

from dragoman.codebook.anniversaries import anniversary_numbers
from dragoman.codebook.project_words import project_words
from dragoman.codebook.rule_words import rule_words


@pytest.mark.parametrize(
    ("name", "form"),
    [("sitting_verbs", "convened"), ("signers", "delegations"), ("many_sided", "nuclear"), ("letter_verbs", "congratulating")],
)
def test_rule_words_gives_every_form_of_a_word(name: str, form: str) -> None:
    assert form in rule_words(name)


def test_rule_words_refuses_a_list_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        rule_words("no such list")


def test_anniversary_numbers_reads_words_and_phrases() -> None:
    assert (anniversary_numbers()["thirtieth"], anniversary_numbers()["half a century"], anniversary_numbers()["golden"]) == (30, 50, 50)


def test_project_words_puts_the_longest_name_first() -> None:
    nouns = project_words().nouns["plant"]
    assert [len(noun.words) for noun in nouns] == sorted((len(noun.words) for noun in nouns), reverse=True)


def test_project_words_keeps_the_verbs_a_noun_asks_for() -> None:
    (mines,) = project_words().nouns["mines"]
    assert mines.type == "demining"
    assert {"clear", "cleared", "removing"} <= mines.verbs
