"""The guards that every other test relies on."""

from __future__ import annotations

import socket

import pytest


def test_network_is_refused_by_name_and_by_number() -> None:
    with pytest.raises(BaseException, match="tests run without a network"):
        socket.getaddrinfo("example.org", 80)
    with socket.socket() as connection, pytest.raises(BaseException, match="tests run without a network"):
        connection.connect(("192.0.2.1", 80))


def test_network_of_this_machine_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as connection:
        assert connection.getpeername() == server.getsockname()
