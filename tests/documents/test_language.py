"""English is read, also when it is short or full of foreign names; other languages are named."""

from __future__ import annotations

import pytest

from dragoman.documents.language import find_language
from dragoman.values.span import Span


def language(text: str, said: str | None = None) -> str:
    return find_language(text, (Span(0, len(text)),), said).code


@pytest.mark.parametrize(
    "text",
    [
        "Kyrgyz and Uzbek officials met in Osh on Friday.",
        "Bayramli, Əliyeva, Hüseynzadə, Oʻtkirov, Đặng Hữu Lộc and Wałęsa were received by Prime Minister Þórarinsdóttir at Þorlákshöfn.",
        "Trade turnover: 5.4 bn\nExports: 2.1 bn\nImports: 3.3 bn",
        "Karimov meets Tokbergenov",
        "12 13 14\n15 16",
        "Ministers discuss transport links",
    ],
)
def test_english_is_english(text: str) -> None:
    assert language(text) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le ministre des affaires étrangères a rencontré son homologue irakien à Bagdad pour discuter de la coopération.", "fr"),
        ("Der Außenminister traf in Wien seinen Kollegen und sprach mit ihm über den Handel der beiden Länder.", "de"),
        ("Министр иностранных дел встретился со своим коллегой в Баку.", "ru"),
        ("Xarici işlər naziri bu gün həmkarı ilə görüşüb və ikitərəfli əlaqələri müzakirə edib.", "az"),
        ("Menteri luar negeri bertemu dengan mitranya di Jakarta pada hari Senin untuk membahas kerja sama perdagangan.", "id"),
    ],
)
def test_another_language_is_named_whatever_the_carrier_says(text: str, code: str) -> None:
    assert language(text) == code
    assert language(text * 40) == code
    assert language(text * 3, said="en") == code


def test_a_long_foreign_quotation_does_not_make_a_text_foreign() -> None:
    story = "The president of the republic said that the treaty was good for the people of both countries. " * 60
    quotation = "Le traité est bon pour nos deux pays et pour tous nos citoyens. " * 20
    assert language(story[:3000] + quotation + story[3000:]) == "en"
