"""What the tests of the claims share."""

from __future__ import annotations

import pytest
from tests.builders import Told

from dragoman.pipeline import Reader
from dragoman.values.claim import Claim, Encounter


@pytest.fixture(scope="session")
def told(reader: Reader) -> Told:
    """Give the encounters that a text tells, in its order."""

    def read(text: str, published: str | None = "2024-06-14") -> list[Claim]:
        return [claim for claim in reader.read(text, published=published).claims if isinstance(claim.content, Encounter)]

    return read
