"""Figures are told by constructions of English: each has a sentence with its exact value, and its near misses yield nothing.

A marked sentence names its mentions: ``{Angola|name AGO}``, ``{the two countries|group AZE IRQ}``, ``{last year|time 2018}``. Amounts are
found by the real finder.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from tests.builders import document

from dragoman.claims.draft import Draft
from dragoman.claims.figures import find_figures
from dragoman.mentions.quantities import find_quantities
from dragoman.values.claim import DateBasis, Figure, Status
from dragoman.values.link import Link, LinkedSentence, Links, When
from dragoman.values.mention import (
    GroupName,
    Mention,
    Named,
    PersonName,
    PlaceName,
    Pronoun,
    Sentence,
    StateForm,
    StateName,
    TimeExpression,
)
from dragoman.values.span import Span

_MARK = re.compile(r"\{([^|}]+)\|(\w+) ([^}]+)\}")


def named_by(kind: str, words: str, codes: tuple[str, ...]) -> Named:
    match kind:
        case "name" | "adjective" | "people" | "capital":
            return StateName(code=codes[0], form=StateForm(kind))
        case "group":
            return GroupName(of="parties", count=len(codes))
        case "person":
            return PersonName(name=words)
        case "place":
            return PlaceName(name=words, country=codes[0])
        case "time":
            return TimeExpression(form="date", edtf=codes[0])
        case _:
            return Pronoun(gender=None, plural=len(codes) > 1, possessive=words in {"its", "their", "his", "her"})


def link_sentence(marked: str, offset: int) -> tuple[str, LinkedSentence]:
    links: list[Link] = []
    text, position = "", 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        start = offset + len(text)
        text += match[1]
        position = match.end()
        codes = tuple(match[3].split())
        mention = Mention(span=Span(start, start + len(match[1])), named=named_by(match[2], match[1], codes))
        if match[2] == "time":
            links.append(Link(mention=mention, when=When(edtf=codes[0], basis=DateBasis.STATED)))
        else:
            links.append(Link(mention=mention, parties=codes))
    text += marked[position:]
    amounts = (replace(found, span=found.span.shift(offset)) for found in find_quantities(text, 0, len(text)))
    links += [Link(mention=found) for found in amounts if not any(found.span.overlaps(link.mention.span) for link in links)]
    links.sort(key=lambda link: link.mention.span)
    sentence = Sentence(span=Span(offset, offset + len(text)), paragraph=0, mentions=tuple(link.mention for link in links))
    return text, LinkedSentence(sentence=sentence, links=tuple(links))


def read(*marked: str) -> list[tuple[Figure, Status, str]]:
    found, text = drafts(*marked)
    return [(draft.content, draft.status, draft.spans[0].cut(text)) for draft in found if isinstance(draft.content, Figure)]


def drafts(*marked: str, published: str | None = None) -> tuple[list[Draft], str]:
    text, sentences = "", []
    for one in marked:
        words, sentence = link_sentence(one, len(text))
        text += words + " "
        sentences.append(sentence)
    return find_figures(document(text, published=published), Links(sentences=tuple(sentences), persons=(), pair=(), home=None)), text


def brief(figure: Figure) -> tuple[str, float | None, str | None, str | None, tuple[str, ...], float | None]:
    return figure.indicator, figure.value, figure.unit, figure.period, figure.parties, figure.change


TWO = "{Peru|name PER} and {Chile|name CHL} spoke."

CASES = [
    (
        "Trade between {Peru|name PER} and {Chile|name CHL} reached $327 million in {2018|time 2018}.",
        ("trade turnover", 327e6, "USD", "2018", ("CHL", "PER"), None),
    ),
    (
        "Trade between {the two countries|group PER CHL} amounted to $11 million.",
        ("trade turnover", 11e6, "USD", None, ("CHL", "PER"), None),
    ),
    (
        "{Peru|name PER}'s trade with {Chile|name CHL} stood at 20 billion euros, a 60% increase.",
        ("trade turnover", 20e9, "EUR", None, ("CHL", "PER"), 0.6),
    ),
    (
        "{Peru|name PER}-{Chile|name CHL} trade volume, down 12 percent, reached $570 million.",
        ("trade turnover", 570e6, "USD", None, ("CHL", "PER"), -0.12),
    ),
    (
        "Bilateral trade between {Peru|name PER} and {Chile|name CHL} fell by 21 percent to 1.7 billion dollars.",
        ("trade turnover", 1.7e9, "USD", None, ("CHL", "PER"), -0.21),
    ),
    (
        "{Peru|name PER}'s trade with {Chile|name CHL} more than doubled to $8 million.",
        ("trade turnover", 8e6, "USD", None, ("CHL", "PER"), 1.0),
    ),
    (
        "{Peruvian|adjective PER} exports to {Chile|name CHL} grew 6.4 percent in {2018|time 2018} to 1.5 billion euros.",
        ("exports", 1.5e9, "EUR", "2018", ("PER", "CHL"), 0.064),
    ),
    (
        "{Peru|name PER} exported goods worth 6.3 billion dollars to {Chile|name CHL}.",
        ("exports", 6.3e9, "USD", None, ("PER", "CHL"), None),
    ),
    ("{Peru|name PER} imported $38 million worth of goods from {Chile|name CHL}.", ("imports", 38e6, "USD", None, ("CHL", "PER"), None)),
    ("{Peru|name PER}'s imports from {Chile|name CHL} reached $50 million.", ("imports", 50e6, "USD", None, ("CHL", "PER"), None)),
    ("{Peru|name PER} sold 425,000 tonnes of copper to {Chile|name CHL}.", ("exports", 425_000, "t", None, ("PER", "CHL"), None)),
    (
        "{Peru|name PER} will sell 150 megawatts of power to {Chile|name CHL}, up from 90 megawatts today.",
        ("energy volume", 150, "MW", None, ("PER", "CHL"), None),
    ),
    (
        "{Peru|name PER} delivered 3.4 billion cubic metres of gas to {Chile|name CHL}.",
        ("energy volume", 3.4e9, "m3", None, ("PER", "CHL"), None),
    ),
    (
        "{Peruvian|adjective PER} firms invested more than 260 million dollars in {Chile|name CHL}.",
        ("investment", 260e6, "USD", None, ("PER", "CHL"), None),
    ),
    (
        "{Peruvian|adjective PER} investments in {Chile|name CHL} exceed USD 900 million.",
        ("investment", 900e6, "USD", None, ("PER", "CHL"), None),
    ),
    (
        "{Peru|name PER} gave {Chile|name CHL} 7 million dollars for its schools in {2021|time 2021}.",
        ("aid", 7e6, "USD", "2021", ("PER", "CHL"), None),
    ),
    ("{Peru|name PER} will donate two million doses of serum to {Chile|name CHL}.", ("aid", 2e6, "doses", None, ("PER", "CHL"), None)),
    ("{Chile|name CHL} received $4 million in aid from {Peru|name PER}.", ("aid", 4e6, "USD", None, ("PER", "CHL"), None)),
    ("{Peru|name PER} thanked {Chile|name CHL} for donating 50 tonnes of rice.", ("aid", 50, "t", None, ("CHL", "PER"), None)),
    (
        "{Peru|name PER} has released 12 million euros for {Chile|name CHL}, {Cuba|name CUB} and {Haiti|name HTI}.",
        ("aid", 12e6, "EUR", None, ("PER", "CHL", "CUB", "HTI"), None),
    ),
    (
        "{Peru|name PER} will lend {Chile|name CHL} up to $2 billion between {2024 and 2030|time 2024/2030}.",
        ("loan", 2e9, "USD", "2024/2030", ("PER", "CHL"), None),
    ),
    ("{Peru|name PER} promised {Chile|name CHL} a credit of 250 million dollars.", ("loan", 250e6, "USD", None, ("PER", "CHL"), None)),
    (
        "The {Peruvian|adjective PER} Fund and the {Chilean|adjective CHL} government signed an agreement about a loan of USD 65 million.",
        ("loan", 65e6, "USD", None, ("PER", "CHL"), None),
    ),
    ("{Chile|name CHL} still owes {Peru|name PER} 4 million dollars.", ("debt", 4e6, "USD", None, ("CHL", "PER"), None)),
    (
        "{Chile|name CHL} asked {Peru|name PER} to postpone the repayment of a debt of 36 million euros.",
        ("debt", 36e6, "EUR", None, ("CHL", "PER"), None),
    ),
    (
        "Some 3.2 million {Peruvian|adjective PER} pilgrims travelled to {Chile|name CHL} in {2022|time 2022}.",
        ("tourists", 3.2e6, "persons", "2022", ("PER", "CHL"), None),
    ),
    ("About 38,000 {Peruvians|people PER} study in {Chile|name CHL}.", ("students", 38_000, "persons", None, ("PER", "CHL"), None)),
    (
        "{Chile|name CHL} hosts about 4 million {Peruvian|adjective PER} refugees.",
        ("displaced persons", 4e6, "persons", None, ("PER", "CHL"), None),
    ),
    (
        "More than 145,000 {Peruvians|people PER} have left {Chile|name CHL} for home.",
        ("displaced persons", 145_000, "persons", None, ("PER", "CHL"), None),
    ),
    (
        "{Chile|name CHL} has taken in 1.5 million refugees from {Peru|name PER}.",
        ("displaced persons", 1.5e6, "persons", None, ("PER", "CHL"), None),
    ),
    ("{Peru|name PER} and {Chile|name CHL} exchanged prisoners, 110 in all.", ("prisoners", 110, "persons", None, ("CHL", "PER"), None)),
    ("{Peru|name PER} keeps 2,900 soldiers in {Chile|name CHL}.", ("troops", 2_900, "persons", None, ("PER", "CHL"), None)),
    (
        "There are 2,500 {Peruvian|adjective PER} troops stationed in {Chile|name CHL}.",
        ("troops", 2_500, "persons", None, ("PER", "CHL"), None),
    ),
    (
        "{Peru|name PER} began to withdraw its 13,000 troops from {Chile|name CHL}.",
        ("troops", 13_000, "persons", None, ("PER", "CHL"), None),
    ),
    (
        "Around 1,250 {Peruvian|adjective PER} companies do business in {Chile|name CHL}.",
        ("companies", 1_250, "companies", None, ("PER", "CHL"), None),
    ),
    (
        "Nearly 2.4 million tonnes of {Peruvian|adjective PER} cargo passed through {Arica|place CHL} in {2023|time 2023}.",
        ("freight", 2.4e6, "t", "2023", ("PER", "CHL"), None),
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_find_figures_reads_a_construction(marked: str, expected: tuple[object, ...]) -> None:
    [(figure, _, words)] = read(marked)
    assert brief(figure) == expected
    assert words == _MARK.sub(r"\1", marked)


@pytest.mark.parametrize(
    "marked",
    [
        "{Peru|name PER} imports 90 percent of its wheat from {Chile|name CHL}.",
        "The trade deficit of {Peru|name PER} with {Chile|name CHL} was $5 million.",
        "{Peru|name PER} exported $2.5 billion of copper.",
        "{Peru|name PER} has a budget of $5 billion.",
        "{Peruvian|adjective PER} crude for {Chile|name CHL} sold at 66 dollars a barrel.",
        "Shares in the {Peruvian|adjective PER} lender rose 1.2 percent.",
        "The road from {Peru|name PER} to {Chile|name CHL} is 1,200 kilometres long.",
        "A fire in {Peru|name PER} killed 12,000 {Chilean|adjective CHL} soldiers who were stationed there.",
        "More than 120 {Peruvian|adjective PER} companies are active in {Peru|name PER}.",
        "Twelve {Chilean|adjective CHL} ministers met in {Peru|name PER}.",
        "The {Peruvian|adjective PER} Department of Commerce has promised up to $6 billion to firms.",
        "{Peru|name PER} sent the 4,400-tonne ship to {Chile|name CHL}.",
    ],
)
def test_find_figures_leaves_domestic_sums_shares_and_prices_alone(marked: str) -> None:
    assert read(marked) == []


def test_find_figures_reads_two_flows_of_one_sentence_each_its_own_way() -> None:
    found = read(
        "{Peru|name PER}'s exports to {Chile|name CHL} hit $22 million and {its|pronoun CHL} imports from the country reached $50 million."
    )
    assert [brief(figure)[::4] for figure, _, _ in found] == [("exports", ("PER", "CHL")), ("imports", ("CHL", "PER"))]
    assert [figure.value for figure, _, _ in found] == [22e6, 50e6]


def test_find_figures_gives_each_flow_its_own_change() -> None:
    first = "{Peruvian|adjective PER} exports to {Chile|name CHL} grew 6 percent to 1.5 billion euros"
    found = read(first + ", and imports from the copper producer rose 43 percent to 931 million euros.")
    told = [(figure.value, figure.change, figure.parties) for figure, _, _ in found]
    assert told == [(1.5e9, 0.06, ("PER", "CHL")), (931e6, 0.43, ("CHL", "PER"))]


def test_find_figures_lends_those_of_the_indicator_unit_and_year_before() -> None:
    first = "{Peru|name PER}'s exports to {Chile|name CHL} were worth 217 million dollars in {2020|time 2020}"
    found = read(first + ", while those of {Chile|name CHL} to {Peru|name PER} came to 32 million.")
    assert [brief(figure) for figure, _, _ in found] == [
        ("exports", 217e6, "USD", "2020", ("PER", "CHL"), None),
        ("exports", 32e6, "USD", "2020", ("CHL", "PER"), None),
    ]


def test_find_figures_takes_up_the_words_of_the_sentence_before() -> None:
    found = read(
        "Trade between {Peru|name PER} and {Chile|name CHL} is small.",
        "{Last year|time 2016} it shrank by 15 percent to 121 million dollars.",
    )
    assert [brief(figure) for figure, _, _ in found] == [("trade turnover", 121e6, "USD", "2016", ("CHL", "PER"), -0.15)]


def test_find_figures_counts_those_who_remain() -> None:
    found = read("Some 9,000 {Peruvian|adjective PER} refugees have left {Chile|name CHL}.", "About 4,000 remain.")
    assert [(figure.value, figure.parties) for figure, _, _ in found] == [(9_000, ("PER", "CHL")), (4_000, ("PER", "CHL"))]


def test_find_figures_finds_the_other_side_of_a_text_about_two() -> None:
    found = read(TWO, TWO, "A further $30 million in grants was promised by {Peru|name PER}.")
    assert [brief(figure)[::4] for figure, _, _ in found] == [("aid", ("PER", "CHL"))]


def test_find_figures_does_not_guess_the_other_side_of_a_text_about_many() -> None:
    crowd = "{Peru|name PER}, {Chile|name CHL}, {Cuba|name CUB} and {Haiti|name HTI} spoke."
    assert read(crowd, crowd, "A further $30 million in grants was promised by {Peru|name PER}.") == []


def test_find_figures_reads_the_two_countries_as_those_the_text_is_about() -> None:
    found = read(TWO, TWO, "Trade between {the two countries|group CHL HTI} amounted to $5 million.")
    assert [figure.parties for figure, _, _ in found] == [("CHL", "PER")]


def test_find_figures_reads_trade_across_the_border_of_two() -> None:
    found = read(TWO, TWO, "Trade across the border reached 4.9 billion dollars.")
    assert [figure.parties for figure, _, _ in found] == [("CHL", "PER")]


def test_find_figures_reads_trade_among_a_group_named_before() -> None:
    named = "{Peru|name PER}, {Chile|name CHL}, {Cuba|name CUB} and {Haiti|name HTI} signed it."
    [(figure, _, _)] = read(named, "Trade among the four reached 42 billion dollars.")
    assert figure.parties == ("CHL", "CUB", "HTI", "PER")


def test_find_figures_tells_a_change_without_a_level() -> None:
    [(figure, _, _)] = read("Trade between {Peru|name PER} and {Chile|name CHL} grew by 12 percent in {2019|time 2019}.")
    assert brief(figure) == ("trade turnover", None, None, "2019", ("CHL", "PER"), 0.12)


def test_find_figures_says_what_a_change_is_measured_against() -> None:
    [(figure, _, _)] = read(
        "Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million, 9 percent more than in the year before."
    )
    assert (figure.change, figure.change_against) == (0.09, "in the year before")


def test_find_figures_settles_a_shared_currency_by_the_parties() -> None:
    [(figure, _, _)] = read("{Peru|name PER} lent {Iraq|name IRQ} 900 million dinars.")
    assert figure.unit == "IQD"


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        ("{Peru|name PER} gave {Chile|name CHL} 10 million dollars.", Status.OCCURRED),
        ("{Peru|name PER} will give {Chile|name CHL} 10 million dollars.", Status.PLANNED),
        ("{Peru|name PER} is considering a loan of 10 million dollars to {Chile|name CHL}.", Status.PROPOSED),
        ("{Peru|name PER} refused to lend {Chile|name CHL} 10 million dollars.", Status.DENIED),
        ("{Peru|name PER} and {Chile|name CHL} agreed to raise bilateral trade to $10 billion.", Status.PLANNED),
        ("It should be noted that trade between {Peru|name PER} and {Chile|name CHL} has reached $12 billion.", Status.OCCURRED),
    ],
)
def test_find_figures_tells_how_certain_a_figure_is(marked: str, status: Status) -> None:
    assert [found[1] for found in read(marked)] == [status]


def test_find_figures_folds_a_figure_told_twice() -> None:
    told = "Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million."
    assert len(read(told, told)) == 1


def test_find_figures_dates_trade_by_its_year_and_not_by_the_day_of_telling() -> None:
    [(figure, _, _)] = read(
        "He said on {Monday|time 2019-03-04} that trade between {Peru|name PER} and {Chile|name CHL} reached $3 million."
    )
    assert figure.period is None


def test_find_figures_gives_no_figure_between_a_state_and_itself() -> None:
    for marked, _ in CASES:
        same = marked.replace("CHL", "PER").replace("Chile", "Peru").replace("Chilean", "Peruvian")
        assert all(len(set(figure.parties)) == len(figure.parties) for figure, _, _ in read(same))


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million, according to the port company.", "port company"),
        ("{Mr Soto|person PER} said that trade between {Peru|name PER} and {Chile|name CHL} reached $3 million.", "Mr Soto"),
        ("Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million.", None),
    ],
)
def test_find_figures_names_who_asserts_a_figure(marked: str, speaker: str | None) -> None:
    [draft], _ = drafts(marked)
    assert draft.attributed_to == speaker


@pytest.mark.parametrize(("published", "background"), [("2019-03-04", False), ("2021-03-04", True), (None, False)])
def test_find_figures_holds_old_figures_for_background(published: str | None, background: bool) -> None:  # noqa: FBT001 - the expected value
    [draft], _ = drafts("Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million in {2018|time 2018}.", published=published)
    assert draft.background is background


def test_find_figures_dates_a_figure_by_its_period() -> None:
    [draft], _ = drafts("Trade between {Peru|name PER} and {Chile|name CHL} reached $3 million in {2018|time 2018}.")
    assert (draft.date, draft.date_basis, draft.rule) == ("2018", DateBasis.STATED, "figure.trade-turnover")
