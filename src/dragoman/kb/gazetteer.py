"""Places of the world by name: our table of regions and waters, and every settlement of a thousand people or more.

The settlements are one packaged text, sorted by folded name, with an index of one key in a hundred: opening it costs little more
than a decompression, and a look-up scans one block of it.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dragoman.errors import DataFileError
from dragoman.kb.spelling import fold, spell_out
from dragoman.kb.states import states
from dragoman.kb.tables import read_table, split_list

__all__ = ["Gazetteer", "GazetteerPlace", "gazetteer", "load_regions"]

_FOLDER = Path(__file__).parent
_SETTLEMENTS = "settlements.tsv.zlib"
_STEP_BYTES = 4096  # between two keys of the index: a block is scanned faster than the interpreter takes four steps
_SAINT = re.compile(r"(?:saint|st\.?) ")
# An alternate name counts as a fiftieth of the place's people: Kiev is Kyiv and not a hamlet, yet a town that is called Julfa
# today comes before a city twenty times its size that once was.
_ALTERNATE_WEIGHT = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """One place that bears a name.

    Attributes:
        name: Its main name, which may differ from the name asked for.
        country: ISO 3166-1 alpha-3; None for waters and regions that several states share.
        lat: WGS 84 degrees, 0.01 exact for settlements, roughly the middle for regions; None when not known.
        lon: As `lat`.
        population: 0 when not known, and for everything that is no settlement.
        kind: ``capital``, ``city``, ``region``, ``water``, ``island``, ``mountain``, ``border``, ``border post``, ``base``,
            ``route``, ``site`` or ``venue``.
    """

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int
    kind: str


class Gazetteer:
    """Look-up of places by name. Case, accents and the form of apostrophes do not count."""

    def __init__(self, settlements: bytes, regions: Mapping[str, tuple[GazetteerPlace, ...]]) -> None:
        self._settlements = settlements
        self._regions = regions
        self._search = lru_cache(maxsize=16384)(self._search_all)
        first = settlements.index(b"\n") + 1  # behind the header
        starts = dict.fromkeys(settlements.index(b"\n", position - 1) + 1 for position in range(first, len(settlements), _STEP_BYTES))
        starts.pop(len(settlements), None)
        self._starts = [*starts, len(settlements)]
        self._keys = [settlements[start : settlements.index(b"\t", start)] for start in starts]

    def find(self, name: str, *, countries: Collection[str] = ()) -> tuple[GazetteerPlace, ...]:
        """Return the places that bear `name`, the likeliest first.

        Regions, waters and posts come first, then capitals and cities by population. Places in `countries` (ISO 3166-1 alpha-3)
        come before all others, whatever their size.
        """
        found = self._search(name)
        if countries and len(found) > 1:
            return tuple(sorted(found, key=lambda place: place.country not in countries))
        return found

    def __contains__(self, name: str) -> bool:
        """Say whether any place bears `name`."""
        return bool(self._search(name))

    def _search_all(self, name: str) -> tuple[GazetteerPlace, ...]:
        regions: tuple[GazetteerPlace, ...] = ()
        ranked: list[tuple[float, GazetteerPlace]] = []
        for spelling in _saintly_spellings(fold(name)):
            regions = regions or self._regions.get(spelling, ())
            ranked += self._settlements_named(spelling.encode())
        ranked.sort(key=lambda entry: -entry[0])
        return regions + tuple(dict.fromkeys(place for _, place in ranked))

    def _settlements_named(self, key: bytes) -> list[tuple[float, GazetteerPlace]]:
        """Return the settlements under one key with their weights: a scan of the one or two blocks that can hold it."""
        text, wanted = self._settlements, b"\n" + key + b"\t"
        block = max(bisect_left(self._keys, key) - 1, 0)
        start, end = self._starts[block] - 1, self._starts[bisect_right(self._keys, key)]
        found = []
        start = text.find(wanted, start, end)
        while start >= 0:
            stop = text.index(b"\n", start + 1)
            found.append(_parse_line(text[start + 1 : stop].decode()))
            start = stop if text.startswith(wanted, stop) else -1
        return found


def _saintly_spellings(key: str) -> tuple[str, ...]:
    """Return the keys under which a saint's town can stand: St. Petersburg is also Saint Petersburg."""
    saint = _SAINT.match(key)
    if not saint:
        return (key,)
    rest = key[saint.end() :]
    return (f"saint {rest}", f"st. {rest}", f"st {rest}")


def _parse_line(line: str) -> tuple[float, GazetteerPlace]:
    """Return a place with its weight. Columns: key, name (empty when it is the key in title case), country, lat, lon, people, flags."""
    key, name, country, lat, lon, population, flags = line.split("\t")
    people = int(population)
    place = GazetteerPlace(
        name=name or key.title(),
        country=country,
        lat=float(lat),
        lon=float(lon),
        population=people,
        kind="capital" if "c" in flags else "city",
    )
    return people * (_ALTERNATE_WEIGHT if "a" in flags else 1.0), place


def load_regions(path: Path) -> dict[str, tuple[GazetteerPlace, ...]]:
    """Return the places of a table such as ``regions.csv`` by folded name.

    Raises:
        DataFileError: A country is no state, a coordinate is no number or lies off the globe.
    """
    found: dict[str, list[GazetteerPlace]] = defaultdict(list)
    for line, row in read_table(path, ("names", "country", "lat", "lon", "kind")):
        if row["country"] and row["country"] not in states():
            raise DataFileError(path.name, line, f"country {row['country']!r} is no state of states.csv")
        try:
            lat, lon = (float(row[column]) if row[column] else None for column in ("lat", "lon"))
        except ValueError as error:
            raise DataFileError(path.name, line, f"coordinates {row['lat']!r}, {row['lon']!r} are no numbers") from error
        if abs(lat or 0) > 90 or abs(lon or 0) > 180:  # noqa: PLR2004 - degrees
            raise DataFileError(path.name, line, f"coordinates {lat}, {lon} lie off the globe")
        names = split_list(row["names"])
        place = GazetteerPlace(name=names[0], country=row["country"] or None, lat=lat, lon=lon, population=0, kind=row["kind"])
        for key in {fold(text): None for name in names for text in spell_out(name)}:
            if any(other.country == place.country for other in found[key]):
                raise DataFileError(path.name, line, f"{key!r} stands twice for {place.country}")
            found[key].append(place)
    return {key: tuple(places) for key, places in found.items()}


@cache
def gazetteer() -> Gazetteer:
    """Return the packaged gazetteer, opened on first use."""
    return Gazetteer(zlib.decompress((_FOLDER / _SETTLEMENTS).read_bytes()), load_regions(_FOLDER / "regions.csv"))
