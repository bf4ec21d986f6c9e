"""What the coder makes of sentences: by rules alone, and with the second opinion."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dragoman import Reader
from dragoman.codebook import plover_types
from dragoman.coding import Coder, make_coder
from dragoman.coding.second import Weights, find_encoder_files, load_second_opinion, read_weights, write_weights
from dragoman.coding.wordpiece import cut_pieces
from dragoman.errors import DataFileError, ModelError
from dragoman.values.coding import DecidedBy

PLAIN = [
    ("Peru agreed to rent Chile two ferries.", "Peru", "Chile", "AGREE"),
    ("The queen of Tonga met the premier of Niue in Apia.", "The queen of Tonga", "the premier of Niue", "CONSULT"),
    ("Malta praised Cyprus for its handling of the spill.", "Malta", "Cyprus", "SUPPORT"),
    ("Norway eased the restrictions on Swedish trawlers.", "Norway", "Swedish", "CONCEDE"),
    ("Ghana and Togo held a joint exercise off Lome.", "Ghana", "Togo", "COOPERATE"),
    ("Japan sent blankets and tents to Nepal.", "Japan", "Nepal", "AID"),
    ("Eritrea released forty prisoners to Djibouti.", "Eritrea", "Djibouti", "RETREAT"),
    ("Latvia urged Belarus to reopen the crossing.", "Latvia", "Belarus", "REQUEST"),
    ("Bolivia accused Paraguay of moving the border stones.", "Bolivia", "Paraguay", "ACCUSE"),
    ("Kuwait refused to meet envoys from Yemen.", "Kuwait", "Yemen", "REJECT"),
    ("Sudan threatened to bomb Chad.", "Sudan", "Chad", "THREATEN"),
    ("Dockers demonstrated outside the Greek embassy.", "Dockers", "Greek", "PROTEST"),
    ("Canada imposed sanctions on Belarus.", "Canada", "Belarus", "SANCTION"),
    ("India massed troops along the border with Bhutan.", "India", "Bhutan", "MOBILIZE"),
    ("Gambian police arrested nine Senegalese fishermen.", "Gambian police", "nine Senegalese fishermen", "COERCE"),
    ("Rwandan artillery shelled Burundi overnight.", "Rwandan artillery", "Burundi", "ASSAULT"),
]
TURNED = [
    ("Qatar did not send aid to Oman.", "Qatar", "Oman", "REJECT"),
    ("Qatar will send doctors to Oman.", "Qatar", "Oman", "AGREE"),
    ("Qatar promised to send food to Oman.", "Qatar", "Oman", "AGREE"),
    ("Qatar asked Oman to send food.", "Qatar", "Oman", "REQUEST"),
    ("Qatar stopped distributing rations in Oman.", "Qatar", "Oman", "SANCTION"),
    ("Qatar said Oman had attacked its ships.", "Qatar", "Oman", "ACCUSE"),
    ("Oman was attacked by Qatar at dawn.", "Qatar", "Oman", "ASSAULT"),
    ("Qatar rejected the request of Oman for a loan.", "Qatar", "Oman", "REJECT"),
    ("Qatar rejected the request of Oman for a loan.", "Oman", "Qatar", "REQUEST"),
]


@pytest.fixture(scope="module")
def by_rules() -> Coder:
    return make_coder(rules_only=True)


@pytest.fixture(scope="module")
def with_model() -> Coder:
    return make_coder()


@pytest.mark.parametrize(("sentence", "actor", "recipient", "kind"), [*PLAIN, *TURNED])
def test_rules_know_plain_sentences_and_what_turns_them(by_rules: Coder, sentence: str, actor: str, recipient: str, kind: str) -> None:
    assert by_rules.code(sentence, actor, recipient).type == kind


@pytest.mark.parametrize(("sentence", "actor", "recipient", "kind"), PLAIN)
def test_the_second_opinion_leaves_plain_sentences_as_they_are(
    with_model: Coder, sentence: str, actor: str, recipient: str, kind: str
) -> None:
    assert with_model.code(sentence, actor, recipient).type == kind


def test_a_coding_cites_its_words_and_says_who_decided(by_rules: Coder) -> None:
    sentence = "Malta, which had just thanked Libya, accused Cyprus of spying."
    coding = by_rules.code(sentence, "Malta", "Cyprus")
    assert [span.cut(sentence) for span in coding.words] == ["accused"]
    assert (coding.cameo, coding.goldstein, coding.decided_by, coding.model) == ("112", -2.0, DecidedBy.RULES, None)
    assert coding.rule is not None


def test_a_quarrel_of_others_does_not_decide(by_rules: Coder) -> None:
    sentence = "Norway thanked Iceland for its help, while Denmark accused Sweden of theft."
    assert by_rules.code(sentence, "Norway", "Iceland").type == "SUPPORT"
    assert by_rules.code(sentence, "Denmark", "Sweden").type == "ACCUSE"


@pytest.mark.parametrize("sentence", ["Zorb blicked Quaf.", "Zorb, Quaf.", "Zorb " + "and on " * 400 + "Quaf"])
def test_there_is_always_exactly_one_type(by_rules: Coder, with_model: Coder, sentence: str) -> None:
    for coder in (by_rules, with_model):
        coding = coder.code(sentence, "Zorb", "Quaf")
        assert coding.type in plover_types()
        assert coding.type != coding.runner_up
        assert sum(one.score for one in coding.scores) == pytest.approx(1.0, abs=0.01)


def test_the_same_sentence_gets_the_same_coding(with_model: Coder) -> None:
    first, again = (with_model.code("Peru scolded Chile over the nets.", "Peru", "Chile") for _ in range(2))
    assert first == again


def test_the_reader_codes_by_spans_and_by_words() -> None:
    reader = Reader(rules_only=True)
    one = reader.code("Peru thanked Chile.", actor=(0, 4), recipient="Chile")
    assert (one, one.type) == (reader.code("Peru thanked Chile.", actor="Peru", recipient=(13, 18)), "SUPPORT")


def test_without_the_encoders_files_the_rules_decide_and_the_coding_says_so(tmp_path: Path) -> None:
    coder = make_coder(load=lambda: load_second_opinion(tmp_path))
    coding = coder.code("Peru thanked Chile.", "Peru", "Chile")
    assert coding.type == "SUPPORT"
    assert coding.note == "the encoder's file model.onnx is missing: rules alone decided"


def test_another_encoder_than_the_one_trained_with_is_refused(tmp_path: Path) -> None:
    for name in ("model.onnx", "vocab.txt"):
        (tmp_path / name).write_bytes(b"something else")
    with pytest.raises(ModelError, match=r"model\.onnx is not the one"):
        load_second_opinion(tmp_path)


def test_weights_are_read_back_as_they_were_written_and_give_the_same_bytes(tmp_path: Path) -> None:
    about = {"name": "n", "types": ["AID"], "encoder": {}, "training": {}, "rules_weight": 0.5}
    arrays = {"head": np.array([[0.5, -1.25]], dtype=np.float32), "bias": np.array([2.0], dtype=np.float32)}
    write_weights(tmp_path / "one", Weights(about=about, arrays=arrays))
    found = read_weights(tmp_path / "one")
    write_weights(tmp_path / "two", found)
    assert found.about == about
    assert {name: array.tolist() for name, array in found.arrays.items()} == {"head": [[0.5, -1.25]], "bias": [2.0]}
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


SHORT = b'{"arrays":[["a",[3]]],"name":"n","types":[],"encoder":{},"training":{},"rules_weight":1}'


@pytest.mark.parametrize("content", [b"", b"{}\n", b"not json\n", SHORT + b"\nab"])
def test_a_broken_file_of_weights_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.weights").write_bytes(content)
    with pytest.raises(DataFileError, match=r"broken\.weights"):
        read_weights(tmp_path / "broken.weights")


def test_the_encoders_files_come_with_the_installation() -> None:
    assert find_encoder_files() is not None


def test_words_are_cut_into_pieces_with_their_places() -> None:
    vocabulary = {"[UNK]": 0, "re": 1, "##open": 2, "cafe": 3, "!": 4}
    assert cut_pieces("Reopen café!", vocabulary) == [(1, 0, 6), (2, 0, 6), (3, 7, 11), (4, 11, 12)]
    assert cut_pieces("xyz", vocabulary) == [(0, 0, 3)]
