"""PLOVER and CAMEO as data: the numbers of the manual, and that the tables agree with each other."""

from __future__ import annotations

import pytest

from dragoman.codebook import cameo_code, contexts, goldstein, kind_values, plover_types, quad_class, refine_cameo, sectors, topics
from dragoman.codebook.plover import cameo_codes
from dragoman.values.claim import Kind


def test_plover_types_are_sixteen_with_sixty_seven_modes() -> None:
    assert len(plover_types()) == 16
    assert sum(len(found.modes) for found in plover_types().values()) == 67


def test_contexts_are_thirty_seven() -> None:
    assert len(contexts()) == len(set(contexts())) == 37


def test_sectors_know_the_government_and_the_military() -> None:
    assert {"GOV", "MIL", "JUD", "PRE"} <= sectors().keys()


def test_a_mode_without_a_score_has_none() -> None:
    assert plover_types()["PROTEST"].modes["vandalize"] is None


@pytest.mark.parametrize(
    ("plover_type", "quad"),
    [
        ("SUPPORT", "verbal cooperation"),
        ("AID", "material cooperation"),
        ("ACCUSE", "verbal conflict"),
        ("SANCTION", "material conflict"),
    ],
)
def test_quad_class_is_the_codebooks(plover_type: str, quad: str) -> None:
    assert quad_class(plover_type) == quad


def test_quad_classes_hold_four_cooperative_verbal_types() -> None:
    assert [name for name in plover_types() if quad_class(name) == "verbal cooperation"] == ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"]


@pytest.mark.parametrize(("code", "score"), [("057", 8.0), ("046", 7.0), ("042", 1.9), ("072", 8.3), ("163", -8.0), ("190", -10.0)])
def test_goldstein_scores_are_the_scales(code: str, score: float) -> None:
    assert goldstein(code) == score


def test_goldstein_of_an_unknown_code_is_none() -> None:
    assert goldstein("57") is None
    assert goldstein(None) is None


@pytest.mark.parametrize(
    ("code", "plover_type"), [("057", "SUPPORT"), ("055", "SUPPORT"), ("085", "CONCEDE"), ("163", "SANCTION"), ("192", "ASSAULT")]
)
def test_cameo_code_has_the_type_that_the_codebook_decides(code: str, plover_type: str) -> None:
    found = cameo_code(code)
    assert found is not None
    assert found.plover == plover_type


def test_cameo_codes_cover_every_root_that_is_an_event() -> None:
    assert {f"{root:02}" for root in range(3, 21)} <= cameo_codes().keys()


def test_every_finer_cameo_code_has_its_root() -> None:
    assert all(code[:2] in cameo_codes() for code in cameo_codes())


def test_refine_cameo_takes_the_first_topic_that_has_a_finer_code() -> None:
    assert refine_cameo("033", ("culture", "humanitarian", "defence")) == "0333"
    assert refine_cameo("057", ("defence",)) == "057"


def test_kind_values_cover_every_kind() -> None:
    assert set(kind_values()) == set(Kind)
    assert kind_values()[Kind.EVENT]["type"] == tuple(plover_types())
    assert len(kind_values()[Kind.INSTRUMENT]["stage"]) == 11


def test_topics_are_the_codebooks_twenty_three() -> None:
    assert len(topics()) == 23
    assert topics()[0] == "politics"
    assert topics()[-1] == "consular"
