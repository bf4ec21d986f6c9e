"""Word lists hold every form of their words."""

from __future__ import annotations

import pytest

from dragoman.codebook import word_list, word_lists


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("reporting_verbs", "told"),
        ("light_verbs", "held"),
        ("negations", "never"),
        ("refusals", "ruled out"),
        ("denials", "denying"),
        ("cancellations", "called off"),
        ("cancellations", "canceled"),
        ("future", "slated"),
        ("proposals", "calling for"),
        ("proposals", "invitation"),
        ("conditionals", "unless"),
    ],
)
def test_word_list_holds_the_form(name: str, word: str) -> None:
    assert word in word_list(name)


def test_word_lists_are_never_empty() -> None:
    assert all(word_list(name) for name in word_lists())


def test_an_unknown_list_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        word_list("no such list")


def test_plain_reporting_evokes_no_event() -> None:
    from dragoman.codebook import load_frames  # noqa: PLC0415 - only this test needs the frames

    frames = load_frames()
    for verb in ("said", "noted", "stressed", "briefed", "emphasised"):
        bare = [
            trigger.frame.name
            for trigger in frames.by_verb_form.get(verb, ())
            if not trigger.frame.object and not trigger.following and trigger.frame.kind == "event"
        ]
        assert bare == []
