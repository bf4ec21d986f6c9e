"""The tables of evidence hold what the rules look up."""

from __future__ import annotations

from dragoman import kb
from dragoman.links.country_evidence import KINDS, country_evidence
from dragoman.links.office_meanings import office_meanings


def test_every_kind_of_evidence_has_a_weight_on_its_side() -> None:
    weights = country_evidence().weights
    assert set(weights) == KINDS
    against = {"paired", "across", "counterpart", "held", "destination", "acts_on", "quoted"}
    assert {kind for kind, weight in weights.items() if weight < 0} == against


def test_offices_of_one_state_name_states() -> None:
    offices = country_evidence().state_of_office
    assert offices["treasury secretary"] == "USA"
    assert all(kb.is_state(code) for code in offices.values())


def test_offices_that_may_be_deputies_leave_heads_of_state_out() -> None:
    assert "minister" in office_meanings().also_deputies
    assert office_meanings().also_deputies.isdisjoint({"president", "prime minister"})
