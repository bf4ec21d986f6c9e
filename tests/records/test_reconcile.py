"""Claims of one article that tell one fact become one record; what speaks against it keeps them apart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import claim, person

from dragoman.records import reconcile
from dragoman.values.claim import (
    Actor,
    Claim,
    Content,
    DateBasis,
    Encounter,
    Event,
    Figure,
    Instrument,
    Kind,
    Milestone,
    Participant,
    Place,
    Position,
    Project,
    Session,
    Status,
)

PAIR = ("CHL", "NOR")
OSLO = Place(name="Oslo", country="NOR", lat=59.9, lon=10.7)
HUITFELDT = person("Anniken Huitfeldt", "foreign minister", "NOR")
URREJOLA = person("Antonia Urrejola", "foreign minister", "CHL")
STORE = person("Jonas Støre", "prime minister", "NOR")
BORIC = person("Gabriel Boric", "president", "CHL")


def met(*people: Participant, place: Place | None = None, parties: tuple[str, ...] = PAIR, kind: str = "meeting") -> Encounter:
    return Encounter(type=kind, parties=parties, participants=tuple(people), place=place)


def event(actor: str, recipient: str, *, mutual: bool = False, content: str | None = None, cameo: str | None = None) -> Event:
    return Event(
        type="SUPPORT" if cameo else "AGREE",
        actors=(Actor(name=actor.title(), country=actor),),
        recipients=(Actor(name=recipient.title(), country=recipient),),
        mutual=mutual,
        content=content,
        cameo=cameo,
    )


def content_of(claims: Sequence[Claim]) -> Content:
    [record] = reconcile(claims)
    return record.content


# --- encounters ---------------------------------------------------------------------------------------------------------------


def test_reconcile_joins_a_meeting_told_in_three_sentences() -> None:
    claims = [
        claim(met(HUITFELDT, URREJOLA), start=0),
        claim(met(place=OSLO), start=40, date="2023-05"),
        claim(met(person("Urrejola", None, "CHL"), kind="negotiations"), start=90, date="2023-05-18"),
    ]
    [record] = reconcile(claims)
    assert isinstance(record.content, Encounter)
    assert record.content.participants == (HUITFELDT, URREJOLA)
    assert record.content.place == OSLO
    assert record.content.type == "meeting"
    assert (record.date, record.date_basis) == ("2023-05-18", DateBasis.STATED)
    assert [citation.start for citation in record.citations] == [0, 40, 90]
    assert record.claims == tuple(sorted(held.id for held in claims))
    assert len(record.reasons) == 2


def test_reconcile_keeps_two_meetings_of_one_day_by_different_people() -> None:
    claims = [
        claim(met(STORE, BORIC), date="2023-05-18"),
        claim(met(HUITFELDT, URREJOLA), start=60, date="2023-05-18"),
    ]
    assert len(reconcile(claims)) == 2


def test_reconcile_keeps_meetings_of_one_guest_with_two_hosts() -> None:
    claims = [claim(met(URREJOLA, STORE), date="2023-05-18"), claim(met(URREJOLA, HUITFELDT), start=60)]
    assert len(reconcile(claims)) == 2


def test_reconcile_gives_the_bare_meeting_to_one_of_two_and_never_bridges_them() -> None:
    claims = [
        claim(met(STORE, BORIC), date="2023-05-18"),
        claim(met(), start=30, date="2023-05-18"),
        claim(met(HUITFELDT, URREJOLA), start=300, date="2023-05-18"),
    ]
    first, second = reconcile(claims)
    assert (len(first.claims), len(second.claims)) == (2, 1)  # the nearer in the text


def test_reconcile_keeps_bare_tellings_far_apart_in_a_long_text() -> None:
    assert len(reconcile([claim(met(HUITFELDT, URREJOLA)), claim(met(), start=2_000)])) == 1
    assert len(reconcile([claim(met(HUITFELDT, URREJOLA)), claim(met(), start=20_000)])) == 2
    assert len(reconcile([claim(met(HUITFELDT, URREJOLA)), claim(met(URREJOLA), start=20_000)])) == 1


def test_reconcile_takes_a_text_that_says_the_same_a_thousand_times_for_one_fact() -> None:
    told = [claim(met(HUITFELDT, URREJOLA), start=index * 50, date="2023-05-18") for index in range(3_000)]
    consults = [claim(event("CHL", "NOR", mutual=True), start=index * 50, part_of=held.id) for index, held in enumerate(told)]
    assert [len(record.claims) for record in reconcile([*told, *consults])] == [3_000, 3_000]


def test_reconcile_takes_an_unnamed_counterpart_for_the_holder_of_the_office() -> None:
    told = content_of([claim(met(HUITFELDT, person(None, "foreign minister", "CHL"))), claim(met(HUITFELDT, URREJOLA), start=50)])
    assert isinstance(told, Encounter)
    assert told.participants == (HUITFELDT, URREJOLA)


def test_reconcile_keeps_a_deputy_from_his_minister() -> None:
    deputy = person(None, "deputy foreign minister", "CHL")
    assert len(reconcile([claim(met(HUITFELDT, deputy)), claim(met(HUITFELDT, URREJOLA), start=50)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"date": "2023-05-18"}, {"date": "2023-05-19"}),
        ({"status": Status.OCCURRED}, {"status": Status.PLANNED}),
        ({"status": Status.OCCURRED, "date": "2023-05-18"}, {"status": Status.DENIED, "date": "2023-05-18"}),
        ({"status": Status.OCCURRED}, {"status": Status.OCCURRED, "background": True}),
        ({"status": Status.OCCURRED, "date": "2023-05-18"}, {"status": Status.PLANNED, "date": "2023"}),
    ],
)
def test_reconcile_keeps_encounters_apart_that_differ(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert len(reconcile([claim(met(), **one), claim(met(), start=50, **other)])) == 2


def test_reconcile_joins_a_plan_to_its_outcome_on_the_same_day() -> None:
    [record] = reconcile([claim(met(), date="2023-05-18", status=Status.PLANNED), claim(met(), start=50, date="2023-05-18")])
    assert record.status is Status.OCCURRED


def test_reconcile_keeps_meetings_in_two_cities_but_joins_a_visit_to_both() -> None:
    bergen = Place(name="Bergen", country="NOR")
    assert len(reconcile([claim(met(place=OSLO)), claim(met(place=bergen), start=50)])) == 2
    assert len(reconcile([claim(met(place=OSLO, kind="visit")), claim(met(place=bergen, kind="visit"), start=50)])) == 1


def test_reconcile_keeps_the_visits_of_two_hosts() -> None:
    santiago = Place(name=None, country="CHL")
    assert len(reconcile([claim(met(place=OSLO, kind="visit")), claim(met(place=santiago, kind="visit"), start=50)])) == 2


def test_reconcile_keeps_a_visit_a_call_and_a_meeting() -> None:
    assert len(reconcile([claim(met(kind=kind), start=index * 50) for index, kind in enumerate(("visit", "call", "meeting"))])) == 3


def test_reconcile_keeps_consultations_from_a_meeting_unless_the_same_people_hold_them() -> None:
    assert len(reconcile([claim(met(kind="consultations")), claim(met(), start=50)])) == 2
    both = [claim(met(HUITFELDT, URREJOLA, kind="consultations")), claim(met(HUITFELDT, URREJOLA), start=50)]
    assert len(reconcile(both)) == 1


def test_reconcile_keeps_a_ceremony_from_the_talks_of_the_same_people() -> None:
    assert len(reconcile([claim(met(HUITFELDT, URREJOLA, kind="ceremony")), claim(met(HUITFELDT, URREJOLA), start=50)])) == 2


def test_reconcile_joins_a_wider_set_of_parties_only_by_day_and_person() -> None:
    wider = met(HUITFELDT, URREJOLA, parties=("CHL", "EU", "NOR"))
    assert len(reconcile([claim(wider, date="2023-05-18"), claim(met(URREJOLA), start=50, date="2023-05-18")])) == 1
    assert len(reconcile([claim(wider, date="2023-05-18"), claim(met(), start=50, date="2023-05-18")])) == 2


# --- the other kinds ------------------------------------------------------------------------------------------------------------


def test_reconcile_gives_a_body_named_alone_to_its_sitting() -> None:
    sitting = Session(body="Joint Commission on Fisheries", type="commission", parties=PAIR, number=4, place=OSLO)
    bare = Session(body="fisheries commission", type="commission", parties=PAIR)
    [record] = reconcile([claim(sitting, date="2023-05-18"), claim(bare, start=50, status=Status.ONGOING)])
    assert record.content == sitting
    assert record.status is Status.OCCURRED


def test_reconcile_keeps_two_sittings_and_two_bodies() -> None:
    fourth, third = (Session(body="Joint Commission", type="commission", parties=PAIR, number=number) for number in (4, 3))
    other = Session(body="Council on Polar Research", type="council", parties=PAIR)
    assert len(reconcile([claim(fourth), claim(third, start=50), claim(other, start=90)])) == 3


def test_reconcile_joins_the_bare_agreement_to_the_one_with_a_subject() -> None:
    full = Instrument(type="agreement", title="agreement on fishing quotas", parties=PAIR, stage="signed")
    bare = Instrument(type="agreement", title="the agreement", parties=PAIR, stage="signed")
    [record] = reconcile([claim(bare), claim(full, start=50, date="2023-05-18")])
    assert isinstance(record.content, Instrument)
    assert record.content.title == "agreement on fishing quotas"
    assert record.date == "2023-05-18"


def test_reconcile_keeps_instruments_of_other_subjects_stages_and_counts() -> None:
    made = [
        Instrument(type="agreement", title="agreement on fishing quotas", parties=PAIR, stage="signed"),
        Instrument(type="agreement", title="agreement on visas", parties=PAIR, stage="signed"),
        Instrument(type="agreement", title="agreement on visas", parties=PAIR, stage="ratified"),
        Instrument(type="memorandum", title="memoranda", parties=PAIR, stage="signed", count=4),
        Instrument(type="memorandum", title="memoranda", parties=PAIR, stage="signed", count=6),
    ]
    assert len(reconcile([claim(content, start=index * 50) for index, content in enumerate(made)])) == len(made)


def test_reconcile_never_lends_the_day_of_the_news_to_a_bare_instrument_of_the_past() -> None:
    news = Instrument(type="memorandum", title="memorandum on visas", parties=PAIR, stage="signed")
    past = Instrument(type="memorandum", title="memorandum of understanding", parties=PAIR, stage="signed")
    first, second = reconcile([claim(news, date="2023-05-18"), claim(past, start=90, background=True)])
    assert (first.date, second.date) == ("2023-05-18", None)


def test_reconcile_joins_a_rounded_figure_and_keeps_another_period() -> None:
    exact = Figure(indicator="trade turnover", value=10_970_000, unit="USD", period="2021", parties=PAIR)
    rounded = Figure(indicator="trade turnover", value=11_000_000, unit="USD", period=None, parties=PAIR)
    before = Figure(indicator="trade turnover", value=10_970_000, unit="USD", period="2020", parties=PAIR)
    assert content_of([claim(rounded), claim(exact, start=50)]) == exact
    assert len(reconcile([claim(exact), claim(before, start=50)])) == 2


def test_reconcile_joins_a_change_to_the_value_of_the_same_period_only() -> None:
    value = Figure(indicator="exports", value=5e6, unit="USD", period="2021", parties=PAIR)
    change = Figure(indicator="exports", value=None, unit=None, period="2021", parties=PAIR, change=0.12, change_against="2020")
    told = content_of([claim(value), claim(change, start=50)])
    assert isinstance(told, Figure)
    assert (told.value, told.change, told.change_against) == (5e6, 0.12, "2020")
    undated = Figure(indicator="exports", value=None, unit=None, period=None, parties=PAIR, change=0.12)
    assert len(reconcile([claim(value), claim(undated, start=50)])) == 2


def test_reconcile_keeps_exports_both_ways() -> None:
    ways = (PAIR, PAIR[::-1])
    there, back = (Figure(indicator="exports", value=5e6, unit="USD", period="2021", parties=way) for way in ways)
    assert len(reconcile([claim(there), claim(back, start=50)])) == 2


def test_reconcile_joins_a_project_by_its_subject_at_the_furthest_stage() -> None:
    offered = Project(type="energy", name="an undersea power cable", parties=PAIR, stage="agreed")
    built = Project(type="energy", name="the power cable", parties=PAIR, stage="under construction")
    dam = Project(type="energy", name="a dam in Aysén", parties=PAIR, stage="proposed")
    first, second = reconcile([claim(offered), claim(built, start=50), claim(dam, start=90)])
    assert isinstance(first.content, Project)
    assert (first.content.name, first.content.stage) == ("an undersea power cable", "under construction")
    assert second.content == dam


def test_reconcile_joins_an_anniversary_told_with_and_without_its_number() -> None:
    numbered = Milestone(occasion="diplomatic relations", ordinal=30, parties=PAIR, origin="1992")
    bare = Milestone(occasion="diplomatic relations", ordinal=None, parties=PAIR)
    assert content_of([claim(bare), claim(numbered, start=50)]) == numbered


def test_reconcile_takes_a_one_way_act_into_the_mutual_one() -> None:
    mutual = event("NOR", "CHL", mutual=True, content="deepen cooperation on fisheries")
    one_way = event("CHL", "NOR", content="deepen cooperation on fisheries")
    told = content_of([claim(one_way), claim(mutual, start=50)])
    assert isinstance(told, Event)
    assert told.mutual
    assert [actor.country for actor in told.actors] == ["NOR"]


def test_reconcile_keeps_acts_of_both_directions_other_words_and_other_codes() -> None:
    acts = [
        event("NOR", "CHL", content="share data on whales"),
        event("CHL", "NOR", content="share data on whales"),
        event("NOR", "CHL", content="build a port"),
        event("NOR", "CHL", cameo="051"),
        event("NOR", "CHL", cameo="057"),
    ]
    assert len(reconcile([claim(act, start=index * 50) for index, act in enumerate(acts)])) == len(acts)


def test_reconcile_keeps_what_follows_from_two_occasions() -> None:
    visit, call, again = claim(met(kind="visit")), claim(met(kind="call"), start=50), claim(met(kind="visit"), start=90)
    consults = [
        claim(event("CHL", "NOR", mutual=True), start=held.citations[0].start, part_of=held.id, date=date)
        for held, date in ((visit, None), (call, None), (again, "2023-05"))
    ]
    records = [record for record in reconcile([visit, call, again, *consults]) if record.kind is Kind.EVENT]
    assert [len(record.claims) for record in records] == [2, 1]


def test_reconcile_joins_a_short_name_to_the_full_one_in_one_office() -> None:
    full = Position(person="Antonia Urrejola", office="foreign minister", country="CHL", seen=("2023-05-18",))
    short = Position(person="Urrejola", office="foreign minister", country="CHL", seen=("2023-05-17",))
    other = Position(person="Urrejola", office="president", country="CHL")
    first, second = reconcile([claim(short), claim(full, start=50), claim(other, start=90)])
    assert first.content == Position(person="Antonia Urrejola", office="foreign minister", country="CHL", seen=("2023-05-17", "2023-05-18"))
    assert second.content == other


# --- what all kinds share -------------------------------------------------------------------------------------------------------


def test_reconcile_never_joins_claims_of_two_articles() -> None:
    assert len(reconcile([claim(met(), article="a1"), claim(met(), article="a2")])) == 2


def test_reconcile_never_joins_a_claim_to_the_one_that_contains_it() -> None:
    whole = claim(met(HUITFELDT, URREJOLA))
    part = claim(met(HUITFELDT, URREJOLA), start=50, part_of=whole.id)
    records = reconcile([whole, part])
    assert [record.part_of for record in records] == [None, records[0].id]


def test_reconcile_maps_containers_to_records_and_drops_what_is_not_there() -> None:
    visit = claim(met(place=OSLO, kind="visit"))
    again = claim(met(place=OSLO, kind="visit"), start=40)
    lost = claim(met(), start=90, part_of=again.id)
    orphan = claim(met(parties=("CHL", "SWE")), start=120, part_of=claim(met(parties=("DNK", "SWE"))).id)
    first, second, third = reconcile([visit, again, lost, orphan])
    assert (second.part_of, third.part_of) == (first.id, None)


def test_reconcile_leaves_out_the_link_that_would_close_a_circle() -> None:
    one = claim(met(kind="visit"))
    other = claim(met(kind="call"), start=50, part_of=one.id)
    records = reconcile([claim(met(kind="visit"), part_of=other.id), other])
    assert sum(record.part_of is not None for record in records) == 1


def test_reconcile_keeps_an_attribution_only_when_all_agree() -> None:
    told = [claim(met(), attributed_to="IRNA"), claim(met(), start=50, attributed_to="IRNA")]
    assert reconcile(told)[0].attributed_to == "IRNA"
    assert reconcile([*told, claim(met(), start=90)])[0].attributed_to is None


def test_reconcile_names_a_record_after_its_smallest_claim() -> None:
    claims = [claim(met()), claim(met(), start=50)]
    assert reconcile(claims)[0].id == "r" + min(held.id for held in claims)[1:]


def test_reconcile_prefers_a_stated_month_to_the_day_of_the_report() -> None:
    claims = [claim(met(), date="2023-05-18", basis=DateBasis.PUBLISHED), claim(met(), start=50, date="2023-05")]
    assert reconcile(claims)[0].date == "2023-05"


_DATES = st.sampled_from([None, "2023-05-18", "2023-05", "2023-05-19"])
_PEOPLE = st.lists(st.sampled_from([HUITFELDT, URREJOLA, STORE, BORIC, person(None, "minister", "NOR")]), max_size=3, unique=True)
_CONTENTS = st.one_of(
    st.builds(
        lambda people, kind: met(*people, kind=kind), _PEOPLE, st.sampled_from(["meeting", "visit", "consultations", "negotiations"])
    ),
    st.builds(
        lambda ways, mutual, words: event(*ways, mutual=mutual, content=words),
        st.sampled_from([("NOR", "CHL"), ("CHL", "NOR")]),
        st.booleans(),
        st.sampled_from(["share data on whales", "build a port", "share data"]),
    ),
    st.builds(
        lambda title: Instrument(type="agreement", title=title, parties=PAIR, stage="signed"),
        st.sampled_from(["the agreement", "agreement on visas", "visa agreement", "agreement on fishing"]),
    ),
)
_CLAIMS = st.lists(
    st.builds(
        lambda content, start, date, background, status: claim(content, start=start, date=date, background=background, status=status),
        _CONTENTS,
        st.integers(0, 400),
        _DATES,
        st.booleans(),
        st.sampled_from(list(Status)),
    ),
    max_size=12,
)


@given(_CLAIMS, st.randoms(use_true_random=False))
def test_reconcile_depends_on_the_set_of_claims_alone(claims: list[Claim], chance: random.Random) -> None:
    shuffled = [*claims, *claims[:2]]
    chance.shuffle(shuffled)
    assert reconcile(shuffled) == reconcile(claims)


@given(_CLAIMS)
def test_reconcile_puts_every_claim_into_one_record_with_all_its_words(claims: list[Claim]) -> None:
    records = reconcile(claims)
    assert sorted(held for record in records for held in record.claims) == sorted({held.id for held in claims})
    by_id = {held.id: held for held in claims}
    for record in records:
        assert record.citations
        assert {citation for held in record.claims for citation in by_id[held].citations} == set(record.citations)
        assert len({record.id for record in records}) == len(records)
