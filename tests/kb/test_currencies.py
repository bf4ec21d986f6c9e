"""Words for money and their codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataFileError
from dragoman.kb import currencies, nationality_currency, states
from dragoman.kb.currencies import load_currencies


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("$", ("USD",)),
        ("us$", ("USD",)),
        ("u.s. dollars", ("USD",)),
        ("€", ("EUR",)),
        ("yuan", ("CNY",)),
        ("renminbi", ("CNY",)),
        ("manats", ("AZN", "TMT")),
        ("zloty", ("PLN",)),
        ("tenge", ("KZT",)),
        ("¥", ("JPY", "CNY")),
    ],
)
def test_currencies_know(form: str, codes: tuple[str, ...]) -> None:
    assert currencies()[form] == codes


@pytest.mark.parametrize(
    ("form", "country", "code"),
    [
        ("rials", "OMN", "OMR"),
        ("riyals", "QAT", "QAR"),
        ("francs", "CHE", "CHF"),
        ("francs", "NER", "XOF"),
        ("crowns", "NOR", "NOK"),
        ("rupees", "PAK", "PKR"),
        ("pounds", "EGY", "EGP"),
        ("som", "KGZ", "KGS"),
        ("shillings", "UGA", "UGX"),
        ("pesos", "ARG", "ARS"),
        ("lei", "MDA", "MDL"),
        ("dinars", "KWT", "KWD"),
        ("dirhams", "MAR", "MAD"),
        ("won", "KOR", "KRW"),
        ("liras", "TUR", "TRY"),
    ],
)
def test_a_country_settles_which_money_a_shared_word_means(form: str, country: str, code: str) -> None:
    assert nationality_currency(country) == code
    assert code in currencies()[form]


def test_currencies_hold_every_form_lower_cased_and_no_code_twice() -> None:
    assert all(form == form.lower() and len(set(codes)) == len(codes) for form, codes in currencies().items())


def test_currencies_know_the_code_of_nearly_every_state() -> None:
    codes = {state.currency for state in states().values() if state.currency}
    # Small currencies that news names by their code's own words or never.
    assert {code for code in codes if code.lower() not in currencies()} <= set(
        "ANG AWG BMD FKP GIP KYD MOP SBD SHP TOP VUV WST XCG".split()
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("crown,SEK|NOK,no", "by_country must be yes"),
        ("crown,Sek,no", "are not ISO 4217 codes"),
        ("crown,,no", "are not ISO 4217 codes"),
        ("crown|Crown,SEK,no\ncrown,NOK,no", "'crown' stands twice"),
    ],
)
def test_load_currencies_refuses(tmp_path: Path, row: str, problem: str) -> None:
    path = tmp_path / "currencies.csv"
    path.write_text(f"forms,codes,by_country\n{row}\n", encoding="utf-8")
    with pytest.raises(DataFileError, match=problem):
        load_currencies(path)
