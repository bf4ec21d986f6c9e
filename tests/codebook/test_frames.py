"""The packaged frames cover the codebook, and the loader names every mistake with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.codebook import Frames, FrameTrigger, load_frames, plover_types, read_frames, version
from dragoman.errors import DataFileError
from dragoman.values.claim import Kind

GOOD = """
[[frame]]
name = "accuse.condemn"
type = "ACCUSE"
mode = "disapprove"
cameo = "111"
verbs = ["condemn", "hit out at"]
nouns = ["protest note to", "criticism of"]
actor = ["subject"]
noun_actor = ["possessor"]
recipient = ["object", "of"]
requires = ["actor", "recipient"]
object = ["decision"]
"""


def write(folder: Path, text: str, name: str = "test.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str) -> Frames:
    return read_frames([write(folder, text)])


def names(triggers: tuple[FrameTrigger, ...]) -> list[str]:
    return [trigger.frame.name for trigger in triggers if trigger.frame.kind is Kind.EVENT]


def test_load_frames_covers_every_plover_type_that_words_evoke() -> None:
    evoked = {
        trigger.frame.type for triggers in load_frames().by_verb_form.values() for trigger in triggers if trigger.frame.kind is Kind.EVENT
    }
    assert set(plover_types()) - {"CONSULT"} <= evoked  # consultations follow from encounters


@pytest.mark.parametrize(
    ("form", "plover_type"),
    [
        ("thanked", "SUPPORT"),
        ("congratulates", "SUPPORT"),
        ("recognize", "SUPPORT"),
        ("apologised", "SUPPORT"),
        ("promised", "AGREE"),
        ("invited", "AGREE"),
        ("urging", "REQUEST"),
        ("denounced", "ACCUSE"),
        ("summoned", "ACCUSE"),
        ("vetoed", "REJECT"),
        ("warned", "THREATEN"),
        ("blacklisted", "SANCTION"),
        ("expelled", "SANCTION"),
        ("mobilized", "MOBILIZE"),
        ("deported", "COERCE"),
        ("shelled", "ASSAULT"),
        ("extradited", "COOPERATE"),
        ("donated", "AID"),
        ("swapped", "RETREAT"),
        ("lifted", "CONCEDE"),
        ("demonstrated", "PROTEST"),
    ],
)
def test_a_verb_form_finds_its_type(form: str, plover_type: str) -> None:
    assert plover_type in {trigger.frame.type for trigger in load_frames().by_verb_form[form]}


def test_triggers_of_one_form_stand_most_specific_first() -> None:
    for triggers in load_frames().by_verb_form.values():
        asks_object = [bool(trigger.frame.object) for trigger in triggers]
        assert asks_object == sorted(asks_object, reverse=True)


def test_cue_words_hold_the_object_of_a_light_verb_and_not_the_verb(tmp_path: Path) -> None:
    text = '[[frame]]\nname = "aid.give"\ntype = "AID"\nverbs = ["give", "donate"]\nobject = ["grain"]\nactor = ["subject"]\n'
    cues = read(tmp_path, text).cue_words()
    assert {"grain", "donated"} <= cues
    assert "gave" not in cues


def test_read_frames_gives_triggers_with_what_stands_around_them(tmp_path: Path) -> None:
    frames = read(tmp_path, GOOD)
    (verb,) = frames.by_verb_form["hitting"]
    assert (verb.lemma, verb.following, verb.words) == ("hit", ("out", "at"), ("hit", "out", "at"))
    (noun,) = frames.by_noun_form["notes"]
    assert (noun.preceding, noun.lemma, noun.following) == (("protest",), "note", ("to",))


def test_noun_triggers_have_their_own_actor_and_no_object(tmp_path: Path) -> None:
    frames = read(tmp_path, GOOD)
    assert frames.by_noun_form["criticism"][0].frame.actor == ("possessor",)
    assert frames.by_noun_form["criticism"][0].frame.object == frozenset()
    assert frames.by_verb_form["condemn"][0].frame.actor == ("subject",)
    assert frames.by_verb_form["condemn"][0].frame.object == {"decision", "decisions"}


def test_a_silent_frame_shields_a_general_trigger(tmp_path: Path) -> None:
    text = (
        GOOD.replace('"condemn", ', '"condemn", "ask", ')
        + '\n[[frame]]\nname = "silent.ask"\nsilent = true\nverbs = ["ask about"]\nobject = ["plan"]\n'
    )
    assert names(read(tmp_path, text).by_verb_form["asked"]) == ["silent.ask", "accuse.condemn"]


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ('mode = "disapprove"', 'mood = "disapprove"', 5, "there is no key 'mood'"),
        ('type = "ACCUSE"', 'type = "BLAME"', 4, "type is 'BLAME'"),
        ('mode = "disapprove"', 'mode = "phone"', 5, "ACCUSE has no mode 'phone'"),
        ('cameo = "111"', 'cameo = "57"', 6, "no CAMEO code '57'"),
        ('cameo = "111"', 'cameo = "057"', 6, "CAMEO code 057 is SUPPORT, not ACCUSE"),
        ('recipient = ["object", "of"]', 'recipient = ["object",\n  "onto it"]', 12, "'onto it', which is not known"),
        ('requires = ["actor", "recipient"]', 'requires = ["place"]', 12, "'place', which is not known"),
        ('["condemn", "hit out at"]', '["Condemn"]', 7, "expected lower-case words"),
        ('["condemn", "hit out at"]', '["condemn", "condemn"]', 7, "'condemn' twice"),
        ('name = "accuse.condemn"', 'name = "condemn"', 3, "expected two lower-case words"),
        ('type = "ACCUSE"', 'type = "ACCUSE"\nmutual = "yes"', 5, "mutual must be true or false"),
        ('type = "ACCUSE"', "", 3, "an event without a type"),
        ('type = "ACCUSE"', 'type = "ACCUSE"\nnegated = "reject.none"', 3, "points at 'reject.none'"),
        ('type = "ACCUSE"', 'type = "ACCUSE', 4, "not TOML"),
    ],
)
def test_read_frames_names_the_line_of_a_mistake(tmp_path: Path, old: str, new: str, line: int, problem: str) -> None:
    assert old in GOOD
    with pytest.raises(DataFileError) as caught:
        read(tmp_path, GOOD.replace(old, new))
    assert problem in caught.value.problem
    assert caught.value.line == line
    assert caught.value.file.endswith("test.toml")


def test_read_frames_refuses_a_name_given_twice_over_files(tmp_path: Path) -> None:
    paths = [write(tmp_path, GOOD, "a.toml"), write(tmp_path, GOOD, "b.toml")]
    with pytest.raises(DataFileError, match=r"another frame named 'accuse\.condemn'"):
        read_frames(paths)


def test_read_frames_refuses_two_frames_that_one_verb_evokes_alike(tmp_path: Path) -> None:
    twin = GOOD.replace("accuse.condemn", "accuse.twin").replace('"protest note to", "criticism of"', '"blame of"')
    with pytest.raises(DataFileError, match=r"evokes accuse\.condemn as well as accuse\.twin"):
        read(tmp_path, GOOD + twin)


def test_read_frames_refuses_a_frame_without_words(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="has no word to evoke it"):
        read(tmp_path, '[[frame]]\nname = "agree.aid"\ntype = "AGREE"\nactor = ["subject"]\n')


def test_version_is_twelve_hex_digits_and_stable() -> None:
    assert version() == version()
    assert len(version()) == 12
    assert int(version(), 16) >= 0
