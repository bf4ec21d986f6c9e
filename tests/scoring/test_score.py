"""What counts as right, false and missed, and the figures made of it."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.scoring import GoldArticle, Score, score, score_object
from dragoman.scoring.exported import gather

ARTICLE = {"kind": "article", "id": "x", "origin": "a1.txt", "published": "2021-05-03"}


def scored(kind: str, gold: list[dict[str, Any]], said: list[dict[str, Any]], *, published: str | None = "2021-05-03") -> Score:
    rows = [ARTICLE, *({"kind": kind.removesuffix("s"), "mentions": [{"article": "x"}], **record} for record in said)]
    return score([GoldArticle(id="a1", published=published, items={kind: tuple(gold)})], gather(rows))


def counts(result: Score) -> tuple[int, int, int]:
    return result.micro.right, result.micro.false, result.micro.missed


def meeting(date: str | None = "2021-05-03", **more: object) -> dict[str, Any]:
    return {"type": "meeting", "parties": ["CHL", "NOR"], "date": date, **more}


def test_score_takes_consultations_for_a_meeting_and_a_visit_for_none() -> None:
    assert counts(scored("encounters", [meeting()], [meeting(type="consultations")])) == (1, 0, 0)
    assert counts(scored("encounters", [meeting()], [meeting(type="visit")])) == (0, 1, 1)


def test_score_pairs_the_encounter_of_the_day_before_one_of_another_day() -> None:
    result = scored("encounters", [meeting("2021-05-03"), meeting("2021-05-09")], [meeting("2021-05-09"), meeting("2021-06")])
    assert counts(result) == (2, 0, 0)
    assert result.accuracies["date"].accuracy == 0.5


def test_score_pairs_the_encounter_with_more_of_the_people() -> None:
    people = [{"name": "Ola Brekke", "office": None, "country": "NOR"}]
    result = scored(
        "encounters", [meeting(people=people)], [meeting(status="denied"), meeting(participants=[{"name": "Brekke"}], status="occurred")]
    )
    assert (counts(result), result.accuracies["people"].accuracy, result.accuracies["status"].accuracy) == ((1, 1, 0), 1.0, 1.0)


def test_score_passes_over_optional_items_found_or_missed() -> None:
    optional = meeting(optional=True)
    assert counts(scored("encounters", [optional], [])) == (0, 0, 0)
    assert counts(scored("encounters", [optional], [meeting()])) == (0, 0, 0)
    assert counts(scored("encounters", [optional], [meeting(), meeting()])) == (0, 1, 0)


def test_score_gives_a_required_item_its_record_before_an_optional_one() -> None:
    assert counts(scored("encounters", [meeting(optional=True), meeting()], [meeting()])) == (1, 0, 0)


def test_score_counts_a_mutual_event_in_both_directions_and_a_repeated_one_once() -> None:
    gold = [{"source": "CHL", "target": "NOR", "type": "CONSULT", "mutual": True}]
    one_way = {"type": "CONSULT", "actors": [{"country": "NOR"}], "recipients": [{"country": "CHL"}, {"country": "NOR"}]}
    assert counts(scored("events", gold, [one_way, one_way])) == (1, 0, 1)


def test_score_requires_a_direction_when_one_of_its_gold_events_is_required() -> None:
    event = {"source": "CHL", "target": "NOR", "type": "AID"}
    assert counts(scored("events", [event | {"optional": True}, event], [])) == (0, 0, 1)


def test_score_counts_one_position_told_twice_once() -> None:
    position = {"person": "Ola Brekke", "office": "foreign minister", "country": "NOR"}
    said = [position, {"person": "Brekke", "office": "minister of foreign affairs", "country": "NOR"}]
    assert counts(scored("positions", [position], said)) == (1, 0, 0)


@pytest.mark.parametrize(("value", "right"), [(1_004_000, 1), (1_006_000, 0), (None, 0)])
def test_score_allows_a_number_half_a_percent(value: float | None, right: int) -> None:
    figure = {"indicator": "aid", "parties": ["NOR", "CHL"]}
    assert scored("figures", [{**figure, "value": 1_000_000}], [{**figure, "value": value}]).micro.right == right


def test_score_compares_the_change_where_the_gold_has_no_value() -> None:
    figure = {"indicator": "exports", "parties": ["NOR", "CHL"], "value": None}
    assert counts(scored("figures", [{**figure, "change": 0.12}], [{**figure, "change": 0.2}, {**figure, "change": 0.12}])) == (1, 1, 0)


def test_score_takes_an_invented_publication_day_for_wrong() -> None:
    assert scored("events", [], []).accuracies["published"].accuracy == 1.0
    assert scored("events", [], [], published=None).accuracies["published"].accuracy == 0.0


def test_score_counts_an_article_that_is_not_in_the_export_as_empty() -> None:
    result = score([GoldArticle(id="a2", published=None, items={"encounters": (meeting(),)})], gather([ARTICLE]))
    assert (counts(result), result.articles_found, "published" in result.accuracies) == ((0, 0, 1), 0, False)


def test_score_says_nothing_of_a_kind_that_the_gold_leaves_out() -> None:
    assert counts(score([GoldArticle(id="a1", published=None, items={})], gather([ARTICLE, {"kind": "event", **meeting()}]))) == (0, 0, 0)


def test_score_has_no_macro_f1_where_nothing_is_required() -> None:
    figures = score_object(scored("encounters", [], [meeting()]))
    assert (figures["macro_f1"], figures["encounters"]["precision"], figures["events"]["f1"]) == (None, 0.0, 1.0)


def test_score_tells_the_accuracy_of_each_field_over_what_the_gold_tells() -> None:
    gold = {"type": "transport link", "parties": ["CHL", "NOR"], "from": "Arica", "to": None, "via": "Visviri", "stage": "agreed"}
    result = scored("projects", [gold], [{**gold, "via": "Putre", "to": "Calama"}])
    assert {name: share.accuracy for (_, name), share in result.fields.items()} == {"from": 1.0, "via": 0.0, "stage": 1.0}
