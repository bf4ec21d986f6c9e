"""The forms of words: facts of English, and what holds for every lemma."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.codebook.inflection import noun_forms, spellings, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("ban", {"ban", "bans", "banning", "banned"}),
        ("expel", {"expel", "expels", "expelling", "expelled"}),
        ("deny", {"deny", "denies", "denying", "denied"}),
        ("veto", {"veto", "vetoes", "vetoing", "vetoed"}),
        ("tie", {"tie", "ties", "tying", "tied"}),
        ("agree", {"agree", "agrees", "agreeing", "agreed"}),
        ("visit", {"visit", "visits", "visiting", "visited"}),
        ("undertake", {"undertake", "undertakes", "undertaking", "undertook", "undertaken"}),
        ("cut", {"cut", "cuts", "cutting"}),
    ],
)
def test_verb_forms_are_all_that_english_has(lemma: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma)) == forms


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("cancel", "canceled"), ("cancel", "cancelled"), ("criticise", "criticized"), ("honour", "honored"), ("fulfil", "fulfilled")],
)
def test_verb_forms_hold_both_spellings(lemma: str, form: str) -> None:
    assert form in verb_forms(lemma)


@pytest.mark.parametrize("lemma", ["promise", "advise", "exercise", "praise", "raise", "supervise"])
def test_spellings_leave_verbs_that_are_never_written_with_z(lemma: str) -> None:
    assert spellings(lemma) == (lemma,)


@pytest.mark.parametrize(
    ("lemma", "plural"),
    [
        ("embassy", "embassies"),
        ("crisis", "crises"),
        ("memorandum", "memoranda"),
        ("serviceman", "servicemen"),
        ("aircraft", "aircraft"),
        ("day", "days"),
    ],
)
def test_noun_forms_hold_the_plural(lemma: str, plural: str) -> None:
    assert plural in noun_forms(lemma)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=12))
def test_forms_begin_with_the_lemma_and_never_repeat(lemma: str) -> None:
    for forms in (verb_forms(lemma), noun_forms(lemma)):
        assert forms[0] == lemma
        assert len(set(forms)) == len(forms)
