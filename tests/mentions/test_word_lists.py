"""The word lists of the finders are checked when they are read."""

from __future__ import annotations

from importlib import resources

import pytest

from dragoman.errors import DataFileError
from dragoman.mentions.act_words import act_words, read_act_words
from dragoman.mentions.body_words import body_words, read_body_words
from dragoman.mentions.office_words import office_words, read_office_words
from dragoman.mentions.ordinals import read_ordinal
from dragoman.mentions.words import cut_words


def packaged(file: str) -> str:
    return resources.files("dragoman.mentions").joinpath(file).read_text(encoding="utf-8")


def test_office_words_derives_plurals_of_heads() -> None:
    plurals = {form.singular: " ".join(form.words) for forms in office_words().heads.values() for form in forms if form.plural}
    assert plurals["minister"] == "ministers"
    assert plurals["director general"] == "directors general"
    assert plurals["prime minister"] == "prime ministers"
    assert plurals["spokesman"] == "spokesmen"


def test_read_office_words_refuses_capitals() -> None:
    with pytest.raises(DataFileError, match="'weak' must be a list of lower-case words"):
        read_office_words(packaged("offices.toml").replace("weak = [", 'weak = [ "Chief",', 1))


def test_read_act_words_refuses_an_unknown_type() -> None:
    with pytest.raises(DataFileError, match="'treaty' has type 'poem'"):
        read_act_words(packaged("written_acts.toml").replace('"treaty" = "treaty"', '"treaty" = "poem"', 1))


def test_read_body_words_refuses_an_unknown_type() -> None:
    with pytest.raises(DataFileError, match="'council' has type 'party'"):
        read_body_words(packaged("bodies.toml").replace('"council" = "council"', '"council" = "party"', 1))


def test_act_words_tells_plurals() -> None:
    plural = {" ".join(noun.words): noun.plural for nouns in act_words().nouns.values() for noun in nouns}
    assert (plural["agreements"], plural["memoranda of understanding"], plural["agreement"], plural["minutes"]) == (
        True,
        True,
        False,
        False,
    )


def test_body_words_needs_a_word_for_several_states() -> None:
    assert {"joint", "intergovernmental"} <= body_words().needed


@pytest.mark.parametrize(
    ("text", "value"),
    [("the 15th", 15), ("the eleventh", 11), ("the twenty-third", 23), ("the XIV", 14), ("the fortieth", 40), ("the MIX", None)],
)
def test_read_ordinal_reads_figures_words_and_roman_numbers(text: str, value: int | None) -> None:
    words = cut_words(f"{text} session of it", 0, len(text))
    ordinal = read_ordinal(words, len(words))
    assert (ordinal[0] if ordinal else None) == value
