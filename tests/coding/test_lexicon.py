"""The coder's lexicon: what it must hold, and which mistakes in it are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook import cameo_code, plover_types
from dragoman.coding.coder_words import coder_words
from dragoman.coding.lexicon import load_lexicon, read_lexicon
from dragoman.errors import DataFileError

GOOD = '[[trigger]]\nname = "aid.give"\ntype = "AID"\ncameo = "070"\nverbs = ["give"]\nobject = ["relief parcel"]\n'


def test_every_type_has_triggers_and_every_code_is_of_its_type() -> None:
    triggers = {trigger for same in load_lexicon().by_form.values() for trigger in same}
    assert {trigger.type for trigger in triggers} == set(plover_types())
    for trigger in triggers:
        code = cameo_code(trigger.cameo)
        assert code is not None
        assert code.plover == trigger.type


def test_an_object_is_known_in_singular_and_plural(tmp_path: Path) -> None:
    (tmp_path / "one.toml").write_text(GOOD, encoding="utf-8")
    (trigger,) = read_lexicon(tmp_path).by_form["gave"]
    assert trigger.object == {("relief", "parcel"), ("relief", "parcels")}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (('cameo = "070"', 'cameo = "190"'), "do not go together"),
        (('type = "AID"', 'type = "HELP"'), "do not go together"),
        (('verbs = ["give"]', "verbs = []"), "has no words"),
        (("verbs", "verb"), "the key 'verb'"),
        (("[[trigger]]", "[[frame]]"), r"\[\[trigger\]\] tables only"),
        ((GOOD, GOOD + GOOD), "a name of its own"),
    ],
)
def test_a_mistake_in_a_lexicon_file_is_told(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    (tmp_path / "one.toml").write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        read_lexicon(tmp_path)


def test_an_unknown_list_of_words_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        coder_words("no such list")
