"""Every claim says why: for each field the rule, the words, and what the sentence offered besides."""

from __future__ import annotations

from dragoman.demo import articles
from dragoman.pipeline import Reader
from dragoman.values.claim import Claim, Kind
from dragoman.values.reason import Reason

TEXT = (
    "LIMA, 4 June 2020 - Norwegian Foreign Minister Kari Dahl, who was in Santiago last week, met Peruvian Foreign Minister Luis Rojas"
    " in Lima on Wednesday, the Chilean radio said.\n\nHis deputy joined them."
)


def claim_of(reader: Reader, text: str, kind: Kind) -> Claim:
    return next(claim for claim in reader.read(text).claims if claim.kind is kind and getattr(claim.content, "type", None) != "visit")


def reason_for(claim: Claim, field: str, value: str) -> Reason:
    return next(reason for reason in claim.reasons if (reason.field, reason.value) == (field, value))


def test_explainer_names_the_words_of_each_field(reader: Reader) -> None:
    """The frame's verb, a mention for each party, the words of the place and of the day."""
    claim = claim_of(reader, TEXT, Kind.ENCOUNTER)
    told = {
        (reason.field, reason.value): [span.cut(TEXT) for span in reason.words]
        for reason in claim.reasons
        if reason.field in {"type", "parties", "place", "date"}
    }
    assert told == {
        ("type", "meeting"): ["met"],
        ("parties", "NOR"): ["Norwegian Foreign Minister Kari Dahl"],
        ("parties", "PER"): ["Peruvian Foreign Minister Luis Rojas", "Lima"],
        ("place", "Lima"): ["Lima"],
        ("date", "2020-06-03"): ["Wednesday"],
    }


def test_explainer_lists_what_was_turned_down(reader: Reader) -> None:
    """Another town, another time and another state of the sentence are named with their words."""
    claim = claim_of(reader, TEXT, Kind.ENCOUNTER)
    down = {
        field: [(other.value, other.words.cut(TEXT)) for other in reason_for(claim, field, value).turned_down]
        for field, value in (("place", "Lima"), ("parties", "NOR"))
    }
    assert down == {"place": [("Santiago", "Santiago")], "parties": [("CHL", "Santiago"), ("CHL", "Chilean")]}
    assert "last week" in [other.words.cut(TEXT) for other in reason_for(claim, "date", "2020-06-03").turned_down]


def test_explainer_says_when_a_date_is_the_reports_own(reader: Reader) -> None:
    """No words date it then."""
    text = "LIMA, 4 June 2020 - Norwegian Foreign Minister Kari Dahl met Peruvian Foreign Minister Luis Rojas."
    reason = reason_for(claim_of(reader, text, Kind.ENCOUNTER), "date", "2020-06-04")
    assert (reason.rule, reason.words) == ("the day of the report: the lead tells no other", ())


def test_explainer_explains_every_claim_of_the_demo(reader: Reader) -> None:
    """Type, status and date have a reason each, and no reason points outside its text."""
    for page in articles():
        reading = reader.read_page(page)
        assert reading.document is not None
        length = len(reading.document.text)
        for claim in reading.claims:
            fields = [reason.field for reason in claim.reasons]
            assert {"type", "status", "date"} <= set(fields), claim
            assert all(0 <= span.start < span.end <= length for reason in claim.reasons for span in reason.words)
