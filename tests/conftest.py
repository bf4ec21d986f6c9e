"""What every test runs under: no network, the same examples each time, and the shared evaluation sets where they are."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman import Reader

_SHARED = Path(__file__).resolve().parents[2] / "shared"
_AT_HOME = frozenset({"127.0.0.1", "::1", "localhost"})

# The check must give the same answer twice; `pytest --hypothesis-profile=explore` looks for new examples.
settings.register_profile("check", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("check")


class NetworkTouchedError(BaseException):
    """A test reached for the network; not an `Exception`, so that no handler in the code under test hides it."""


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        host = arguments[0]
    elif event == "socket.connect" and isinstance(arguments[1], tuple):  # a plain string is a socket of this machine
        host = arguments[1][0]
    else:
        return
    if host not in _AT_HOME:
        raise NetworkTouchedError(f"{event} to {host!r}: tests run without a network, pass a function in its place")


sys.addaudithook(_refuse_network)


@pytest.fixture(scope="session")
def reader() -> Reader:
    """Give the reader that dragoman ships; loading the language model takes a second, so the whole run shares one."""
    return Reader()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of evaluation sets beside the repository, or skip the test."""
    if not (_SHARED / "eval").is_dir():
        pytest.skip("needs the evaluation sets in ../shared, which are not here")
    return _SHARED
