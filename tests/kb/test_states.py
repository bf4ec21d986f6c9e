"""State names: every state is covered, every text means one thing, and what is doubtful is marked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import dragoman.kb
from dragoman.errors import DataFileError
from dragoman.kb import NamedState, ambiguous_names, find_state, is_party, misleading_phrases, organisations, state_names, states
from dragoman.kb.spelling import fold
from dragoman.kb.states import cautious_names, load_state_names
from dragoman.values.mention import StateForm

FOLDER = Path(dragoman.kb.__file__).parent
ISO_3166_1 = (
    "ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ BMU BOL BRA "
    "BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU "
    "EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND "
    "HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO "
    "LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC "
    "NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM "
    "SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA "
    "UKR UMI URY USA UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE"
).split()
WITHOUT_PEOPLE = {"ATA", "ATF", "BVT", "HMD", "SGS", "SJM", "UMI"}
WITHOUT_CAPITAL = {"ATA", "BVT", "HMD", "IOT", "NFK", "TKL", "UMI"}


@pytest.fixture(scope="module")
def by_text() -> dict[str, NamedState]:
    return {state.text: state for state in state_names()}


def test_states_hold_every_code_of_iso_3166_1_and_kosovo() -> None:
    today = {code for code, state in states().items() if state.last is None}
    assert today == {*ISO_3166_1, "XKX"}


@pytest.mark.parametrize("form", [StateForm.NAME, StateForm.ADJECTIVE, StateForm.CAPITAL])
def test_state_names_give_every_state_a_name_an_adjective_and_a_capital(form: StateForm) -> None:
    forms = {StateForm.ADJECTIVE, StateForm.PEOPLE} if form is StateForm.ADJECTIVE else {form}
    covered = {state.code for state in state_names() if state.form in forms}
    if form is StateForm.CAPITAL:
        covered = {code for code, state in states().items() if state.capitals}
    missing = {code for code, state in states().items() if state.last is None} - covered
    # The adjectives of the second and third row are spelled like the name of the state, or are shared with a larger state.
    spelled_like_name = {"GGY", "JEY", "VAT"}
    shared = {"COG", "DMA", "VGB"}
    expected = {StateForm.NAME: set(), StateForm.ADJECTIVE: WITHOUT_PEOPLE | spelled_like_name | shared, StateForm.CAPITAL: WITHOUT_CAPITAL}
    assert missing <= expected[form]


@pytest.mark.parametrize(
    ("text", "code", "form"),
    [
        ("Azerbaijani", "AZE", StateForm.ADJECTIVE),
        ("Azerbaijanis", "AZE", StateForm.PEOPLE),
        ("Nigerien", "NER", StateForm.ADJECTIVE),
        ("Nigerian", "NGA", StateForm.ADJECTIVE),
        ("Emirati", "ARE", StateForm.ADJECTIVE),
        ("U.S.", "USA", StateForm.NAME),
        ("UK", "GBR", StateForm.NAME),
        ("ROK", "KOR", StateForm.NAME),
        ("DPRK", "PRK", StateForm.NAME),
        ("DRC", "COD", StateForm.NAME),
        ("Bissau-Guinean", "GNB", StateForm.ADJECTIVE),
        ("Equatorial Guinean", "GNQ", StateForm.ADJECTIVE),
        ("Republic of China", "TWN", StateForm.NAME),
        ("People’s Republic of China", "CHN", StateForm.NAME),
        ("Kosovan", "XKX", StateForm.ADJECTIVE),
        ("Palestinian", "PSE", StateForm.ADJECTIVE),
        ("Swedes", "SWE", StateForm.PEOPLE),
        ("Frenchmen", "FRA", StateForm.PEOPLE),
        ("Kiev", "UKR", StateForm.CAPITAL),
        ("Kyiv", "UKR", StateForm.CAPITAL),
        ("Nur-Sultan", "KAZ", StateForm.CAPITAL),
        ("Nay Pyi Taw", "MMR", StateForm.CAPITAL),
        ("Putrajaya", "MYS", StateForm.CAPITAL),
        ("The Hague", "NLD", StateForm.CAPITAL),
        ("Jerusalem", "ISR", StateForm.CAPITAL),
        ("Kremlin", "RUS", StateForm.METONYM),
        ("Elysee", "FRA", StateForm.METONYM),
        ("Quai d’Orsay", "FRA", StateForm.METONYM),
        ("Malacanang", "PHL", StateForm.METONYM),
        ("Soviet", "SUN", StateForm.ADJECTIVE),
        ("Zaire", "COD", StateForm.NAME),
        ("St. Lucia", "LCA", StateForm.NAME),
        ("Bosnia & Herzegovina", "BIH", StateForm.NAME),
        ("Ivory Coast", "CIV", StateForm.NAME),
        ("Turkiye", "TUR", StateForm.NAME),
    ],
)
def test_state_names_know(by_text: dict[str, NamedState], text: str, code: str, form: StateForm) -> None:
    assert (by_text[text].code, by_text[text].form) == (code, form)


@pytest.mark.parametrize("text", ["Tel Aviv", "the North", "the South", "Kingdom", "us", "New Mexico", "African", "European"])
def test_state_names_leave_out(by_text: dict[str, NamedState], text: str) -> None:
    assert text not in by_text


def test_state_names_hold_each_text_once_and_sorted() -> None:
    texts = [state.text for state in state_names()]
    assert texts == sorted(set(texts))


@pytest.mark.parametrize("text", ["Jordan", "Chad", "Georgia", "Niger", "Paris", "Washington", "San Jose", "Male", "Poles"])
def test_state_names_are_cautious_about(by_text: dict[str, NamedState], text: str) -> None:
    assert by_text[text].caution


@pytest.mark.parametrize("text", ["Azerbaijan", "Jordanian", "Nigeria", "Kremlin", "Tehran", "Israel", "Freetown", "U.S."])
def test_state_names_are_sure_of(by_text: dict[str, NamedState], text: str) -> None:
    assert not by_text[text].caution


@pytest.mark.parametrize(
    ("text", "code"), [("Scotland", "GBR"), ("Chechnya", "RUS"), ("Iraqi Kurdistan", "IRQ"), ("Northern Cyprus", "CYP")]
)
def test_substates_count_as_their_state(by_text: dict[str, NamedState], text: str, code: str) -> None:
    assert (by_text[text].code, by_text[text].substate) == (code, True)


def test_every_cautious_form_is_a_form_of_a_party() -> None:
    known = {fold(state.text) for state in state_names()} | {fold(organisation.text) for organisation in organisations()}
    assert sorted(cautious_names() - known) == []


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Congolese", ("COD", "COG")),
        ("Korean", ("KOR", "PRK")),
        ("Dominican", ("DOM", "DMA")),
        ("Guinean", ("GIN", "GNB", "GNQ")),
        ("Brussels", ("EU", "BEL")),
    ],
)
def test_ambiguous_names_rank_their_candidates(text: str, candidates: tuple[str, ...]) -> None:
    assert ambiguous_names()[text] == candidates


def test_ambiguous_names_hold_parties_only() -> None:
    assert all(is_party(code) for candidates in ambiguous_names().values() for code in candidates)


def test_state_names_give_an_ambiguous_form_its_likeliest_state(by_text: dict[str, NamedState]) -> None:
    for text, candidates in ambiguous_names().items():
        of_states = [code for code in candidates if code in states()]
        assert (by_text[text].code if text in by_text else None) == (of_states[0] if of_states else None)


def test_misleading_phrases_name_no_state(by_text: dict[str, NamedState]) -> None:
    assert misleading_phrases().isdisjoint(by_text)
    assert {"Latin American", "Paris Agreement", "New Mexico", "Tehran Times", "Persian Gulf", "South China Sea"} <= misleading_phrases()
    assert all(find_state(phrase) is None for phrase in misleading_phrases())


def test_former_states_know_their_years() -> None:
    assert dragoman.kb.state_years("SUN") == (1922, 1991)
    assert dragoman.kb.state_years("AZE") == (None, None)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    for file in FOLDER.glob("*.csv"):
        shutil.copy(file, tmp_path)
    return tmp_path


def append(file: Path, row: str) -> int:
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}{row}\n", encoding="utf-8")
    return text.count("\n") + 1


def test_load_state_names_refuses_a_text_of_two_states_that_is_not_listed(tables: Path) -> None:
    line = append(tables / "metonyms.csv", "Kremlin,FRA")
    with pytest.raises(DataFileError, match=r"'Kremlin' names FRA here and RUS in metonyms.csv:\d+") as caught:
        load_state_names(tables)
    assert (caught.value.file, caught.value.line) == ("metonyms.csv", line)


def test_load_state_names_takes_the_first_candidate_of_a_listed_text(tables: Path) -> None:
    append(tables / "metonyms.csv", "Kremlin,FRA")
    append(tables / "ambiguous.csv", "Kremlin,FRA|RUS,a test")
    assert {state.code for state in load_state_names(tables) if state.text == "Kremlin"} == {"FRA"}


@pytest.mark.parametrize(
    ("file", "row", "problem"),
    [
        ("metonyms.csv", "Atlantean Palace,ATL", "code 'ATL' is no state"),
        ("substates.csv", "Mercia,GBR,kingdom", "form 'kingdom' is none of"),
        ("substates.csv", "Mercia,GBR", "expected 3 cells, got 2"),
        ("ambiguous.csv", "Ruritania,RUS,one", "needs two candidates"),
        ("metonyms.csv", ",GBR", "text is empty"),
    ],
)
def test_load_state_names_refuses(tables: Path, file: str, row: str, problem: str) -> None:
    line = append(tables / file, row)
    with pytest.raises(DataFileError, match=problem) as caught:
        load_state_names(tables)
    assert caught.value.line == line


def test_load_state_names_refuses_other_columns(tables: Path) -> None:
    (tables / "metonyms.csv").write_text("code,text\n", encoding="utf-8")
    with pytest.raises(DataFileError, match="expected the columns text, code"):
        load_state_names(tables)
