"""The word lists of the finders are checked when they are read."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from dragoman.errors import DataFileError
from dragoman.mentions.act_words import act_words, read_act_words
from dragoman.mentions.body_words import body_words, read_body_words
from dragoman.mentions.office_words import office_words, read_office_words
from dragoman.mentions.ordinals import read_ordinal
from dragoman.mentions.words import cut_words


def changed(folder: Path, file: str, old: str, new: str) -> tuple[Path, int]:
    """Write the packaged file with one change, and return its path and the number of the line that changed."""
    text = resources.files("dragoman.mentions").joinpath(file).read_text(encoding="utf-8")
    assert old in text
    path = folder / file
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path, text[: text.index(old)].count("\n") + 1


def test_office_words_derives_plurals_of_heads() -> None:
    plurals = {form.singular: " ".join(form.words) for forms in office_words().heads.values() for form in forms if form.plural}
    assert plurals["minister"] == "ministers"
    assert plurals["director general"] == "directors general"
    assert plurals["prime minister"] == "prime ministers"
    assert plurals["spokesman"] == "spokesmen"


def test_read_office_words_refuses_capitals_and_names_the_line(tmp_path: Path) -> None:
    path, line = changed(tmp_path, "offices.toml", "\nweak = [", '\nweak = [ "Chief",')
    with pytest.raises(DataFileError, match="'weak' must be a list of lower-case words, and holds 'Chief'") as error:
        read_office_words(path)
    assert (Path(error.value.file).name, error.value.line) == ("offices.toml", line + 1)


def test_read_office_words_names_the_list_that_is_missing(tmp_path: Path) -> None:
    path, _ = changed(tmp_path, "offices.toml", "\nverbs = [", "\nverbses = [")
    with pytest.raises(DataFileError, match="'verbs' must be a list of lower-case words"):
        read_office_words(path)


def test_read_office_words_refuses_a_table_of_numbers_and_names_the_line(tmp_path: Path) -> None:
    path, line = changed(tmp_path, "offices.toml", "\n[houses]\n", '\n[houses]\n"lodge" = 3\n')
    with pytest.raises(DataFileError, match=r"\[houses\] 'lodge' must be a word, found 3") as error:
        read_office_words(path)
    assert error.value.line == line + 2


def test_read_act_words_refuses_an_unknown_type_and_names_the_line(tmp_path: Path) -> None:
    path, line = changed(tmp_path, "written_acts.toml", '"treaty" = "treaty"', '"treaty" = "poem"')
    with pytest.raises(DataFileError, match="'treaty' has type 'poem'") as error:
        read_act_words(path)
    assert error.value.line == line


def test_read_act_words_names_the_section_that_is_missing(tmp_path: Path) -> None:
    path, _ = changed(tmp_path, "written_acts.toml", "[not_behind]", "[not_after]")
    with pytest.raises(DataFileError, match=r"\[not_behind\] is missing"):
        read_act_words(path)


def test_read_body_words_refuses_an_unknown_type_and_names_the_line(tmp_path: Path) -> None:
    path, line = changed(tmp_path, "bodies.toml", '"council" = "council"', '"council" = "party"')
    with pytest.raises(DataFileError, match="'council' has type 'party'") as error:
        read_body_words(path)
    assert error.value.line == line


def test_read_body_words_names_the_line_on_which_the_file_is_no_toml(tmp_path: Path) -> None:
    path, line = changed(tmp_path, "bodies.toml", '"council" = "council"', '"council" = council')
    with pytest.raises(DataFileError, match="not TOML") as error:
        read_body_words(path)
    assert error.value.line == line


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
