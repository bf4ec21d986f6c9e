"""Amounts are found with their value and unit, and nothing else is."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DataFileError
from dragoman.mentions.number_words import read_number_words
from dragoman.mentions.quantities import find_quantities, load_units
from dragoman.values.mention import Quantity


def read(text: str) -> list[tuple[str, float, str | None]]:
    found = []
    for mention in find_quantities(text, 0, len(text)):
        assert isinstance(mention.named, Quantity)
        found.append((mention.span.cut(text), mention.named.value, mention.named.unit))
    return found


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("worth $11 million in all", "$11 million", 11_000_000, "USD"),
        ("worth US$ 4.2 billion", "US$ 4.2 billion", 4_200_000_000, "USD"),
        ("came to 1.51 billion euros", "1.51 billion euros", 1_510_000_000, "EUR"),
        ("a loan of USD 55 million", "USD 55 million", 55_000_000, "USD"),
        ("reached SAR 1.2 billion", "SAR 1.2 billion", 1_200_000_000, "SAR"),
        ("a gift of €3.5bn", "€3.5bn", 3_500_000_000, "EUR"),
        ("a gift of $30M", "$30M", 30_000_000, "USD"),
        ("lend 23.5 billion yen", "23.5 billion yen", 23_500_000_000, "JPY"),
        ("928 million US dollars", "928 million US dollars", 928_000_000, "USD"),
        ("50 million Australian dollars", "50 million Australian dollars", 50_000_000, "AUD"),
        ("two million pounds", "two million pounds", 2_000_000, "GBP"),
        ("three million doses of vaccine", "three million doses", 3_000_000, "doses"),
        ("5.4 million tonnes", "5.4 million tonnes", 5_400_000, "t"),
        ("50,000 tons of rice", "50,000 tons", 50_000, "t"),
        ("forty tonnes of tents", "forty tonnes", 40, "t"),
        ("2.8 billion cubic metres of gas", "2.8 billion cubic metres", 2_800_000_000, "m3"),
        ("3 bcm of gas", "3 bcm", 3_000_000_000, "m3"),
        ("120 megawatts", "120 megawatts", 120, "MW"),
        ("1.5 GW", "1.5 GW", 1_500, "MW"),
        ("a 150-megawatt plant", "150-megawatt", 150, "MW"),
        ("1.3 million barrels per day", "1.3 million barrels per day", 1_300_000, "bbl/d"),
        ("12 TWh", "12 TWh", 12_000_000_000, "kWh"),
        ("41,000 hectares", "41,000 hectares", 41_000, "ha"),
        ("1,500 soldiers", "1,500 soldiers", 1_500, "persons"),
        ("38,000 Vietnamese study", "38,000", 38_000, "persons"),
        ("1,150 Afghans left", "1,150", 1_150, "persons"),
        ("3.2 million Iranian pilgrims", "3.2 million", 3_200_000, "persons"),
        ("900 Georgian and American soldiers", "900", 900, "persons"),
        ("1,240 former internally displaced persons", "1,240", 1_240, "persons"),
        ("1,250 Portuguese companies", "1,250", 1_250, "companies"),
        ("a dozen lorries", "a dozen lorries", 12, "trucks"),
        ("one hundred and fifty people", "one hundred and fifty people", 150, "persons"),
        ("half a million tonnes", "half a million tonnes", 500_000, "t"),
        ("110 in all", "110", 110, None),
        ("fell by 14 percent", "14 percent", 14, "%"),
        ("fell by 14 per cent", "14 per cent", 14, "%"),
        ("a 5% rise", "5%", 5, "%"),
        ("2.5 percentage points", "2.5 percentage points", 2.5, "pp"),
        ("a quarter more than in 2017", "a quarter", 25, "%"),
        ("rose by a third", "a third", 33.33, "%"),
        ("some 12\u202f000 tonnes", "12\u202f000 tonnes", 12_000, "t"),
        ("worth 900 million dinars", "900 million dinars", 900_000_000, "dinar"),
    ],
)
def test_find_quantities_reads_an_amount(text: str, words: str, value: float, unit: str | None) -> None:
    assert read(text) == [(words, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "on March 4",
        "4 March 2019 at 16:32",
        "since 2018",
        "2022-05-20",
        "12/05/2020",
        "resolution 2231 of the Council",
        "Article 5 of the treaty",
        "the G20 and an S-300",
        "the 15th meeting",
        "the two sides and their five ministers",
        "a third country",
        "hundreds of people",
        "aged 45",
        "a 45-year-old man",
        "twenty years",
        "the 1990s",
        "In 2003 troops entered the town",
        "$5-10 million",
        "between $45-$50 billion",
        "the first half of the year",
        "one of them",
    ],
)
def test_find_quantities_leaves_other_numbers_alone(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("word", ["about", "some", "nearly", "more than", "an estimated"])
def test_find_quantities_marks_rounded_amounts(word: str) -> None:
    text = f"It paid {word} $3 million."
    [mention] = find_quantities(text, 0, len(text))
    assert mention.named == Quantity(value=3_000_000, unit="USD", approximate=True)


def test_find_quantities_marks_no_plain_amount_as_rounded() -> None:
    [mention] = find_quantities("It paid $3 million.", 0, 19)
    assert mention.named == Quantity(value=3_000_000, unit="USD", approximate=False)


def test_find_quantities_reads_inside_its_bounds_only() -> None:
    text = "It sent 40 tonnes, then 60 tonnes, then 80 tonnes."
    assert [mention.span.cut(text) for mention in find_quantities(text, 18, 34)] == ["60 tonnes"]


@given(st.integers(min_value=1, max_value=999_999_999))
def test_find_quantities_gives_back_a_grouped_number(number: int) -> None:
    text = f"They sent {number:,} tonnes there."
    assert read(text) == [(f"{number:,} tonnes", number, "t")]


@given(st.decimals(min_value=1, max_value=999, places=2), st.sampled_from([("million", 6), ("billion", 9), ("trillion", 12)]))
def test_find_quantities_gives_back_a_scaled_number(number: object, scale: tuple[str, int]) -> None:
    [(_, value, unit)] = read(f"It cost {number} {scale[0]} euros.")
    assert value == pytest.approx(float(str(number)) * 10 ** scale[1])
    assert unit == "EUR"


_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SMALL = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *_TEENS.split()]
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def spell(number: int) -> str:
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_SMALL[hundreds]} hundred" + (f" and {spell(rest)}" if rest else "")
    name, scale = ("million", 1_000_000) if number >= 1_000_000 else ("thousand", 1_000)
    count, rest = divmod(number, scale)
    return f"{spell(count)} {name}" + (f" {'and ' if rest < 100 else ''}{spell(rest)}" if rest else "")


@given(st.integers(min_value=1, max_value=999_999_999))
def test_read_number_words_gives_back_a_number_written_in_words(number: int) -> None:
    words = spell(number)
    read_back = read_number_words(f"{words} tonnes", 0, len(words) + 7)
    assert read_back is not None
    assert read_back[:2] == (number, len(words))


@given(st.text(alphabet="0123456789,.$€ -–/%onehudrtmilbquaf\n", max_size=80))
def test_find_quantities_spans_lie_in_order_inside_any_text(text: str) -> None:
    mentions = find_quantities(text, 0, len(text))
    assert all(one.span.end <= other.span.start for one, other in pairwise(mentions))
    assert all(mention.span.end <= len(text) for mention in mentions)


@pytest.mark.parametrize("hostile", ["1," * 50_000, "1" * 100_000, "$" * 100_000, "one hundred and " * 6_000, "1 million and " * 6_000])
def test_find_quantities_ends_on_hostile_text(hostile: str) -> None:
    mentions = find_quantities(hostile, 0, len(hostile))
    assert all(mention.span.end <= len(hostile) for mention in mentions)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("tonne,t,none,no", "factor above 0"),
        ("tonne,,1,no", "needs a unit"),
        ("tonne|tonne,t,1,no", "stands twice"),
        ("tonne,t,1", "3 cells"),
    ],
)
def test_load_units_names_the_line_of_a_bad_row(tmp_path: Path, row: str, problem: str) -> None:
    table = tmp_path / "units.csv"
    table.write_text(f"forms,unit,factor,glued\nkilo,kg,1,no\n{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem) as caught:
        load_units(table)
    assert caught.value.line == 3


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a loan of KD 24.3 million", 24300000, "KWD"),
        ("a loan of KD six million", 6000000, "KWD"),
        ("trade of R2.1 billion", 2100000000, "ZAR"),
        ("trade valued at RM77.53 billion", 77530000000, "MYR"),
        ("a grant of CAN$3.5 million", 3500000, "CAD"),
    ],
)
def test_find_quantities_reads_currencies_by_their_letters(text: str, value: float, unit: str) -> None:
    [found] = find_quantities(text, 0, len(text))
    assert isinstance(found.named, Quantity)
    assert (found.named.value, found.named.unit) == (value, unit)


@pytest.mark.parametrize("text", ["The two men signed it.", "the R2 road", "the K9 unit"])
def test_find_quantities_leaves_known_people_and_names_alone(text: str) -> None:
    assert find_quantities(text, 0, len(text)) == []
