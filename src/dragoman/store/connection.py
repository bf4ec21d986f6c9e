"""Opening the record file: many readers beside one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import StoreError
from dragoman.store.migrations import migrate, newest, version_of

__all__ = ["open_for_reading", "open_for_writing", "told_plainly"]

BUSY_TIMEOUT_S = 10.0  # another writer's batch takes well under a second


def open_for_writing(path: Path, *, timeout_s: float = BUSY_TIMEOUT_S) -> sqlite3.Connection:
    """Open a record, making it when it is absent, at the newest schema.

    Raises:
        StoreError: It cannot be made, is no record, or another process holds it for longer than `timeout_s`.
        SchemaTooNewError: It was written by a later dragoman.
    """
    with told_plainly(path):
        connection = sqlite3.connect(path, timeout=timeout_s, isolation_level=None)
        try:
            version_of(connection, str(path))  # before WAL, which would write into another program's file
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")  # in WAL a crash can lose the last batch, never tear one
            connection.execute("PRAGMA foreign_keys = ON")
            migrate(connection, str(path))
        except BaseException:
            connection.close()
            raise
    return connection


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a record that exists, for views.

    Raises:
        StoreError: It is absent or no record.
        SchemaTooNewError: It was written by a later dragoman.
    """
    if not path.is_file():
        raise StoreError(f"no record at {str(path)!r}: make one with 'dragoman read PATH --record {path}'")
    with told_plainly(path):
        connection = _connect_read_only(path)
        try:
            if version_of(connection, str(path)) < newest():
                connection.close()
                connection = open_for_writing(path)
            connection.execute("PRAGMA query_only = ON")
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into a `StoreError` that says what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error) or "busy" in str(error):
            raise StoreError(
                f"{str(path)!r} is being written by another process: wait for it, or name another file with --record"
            ) from error
        raise StoreError(f"cannot use {str(path)!r}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"cannot use {str(path)!r}: {error}") from error


def _connect_read_only(path: Path) -> sqlite3.Connection:
    uri = path.absolute().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()  # in a folder without write permission, WAL's side files cannot be made: nobody writes there either
        connection = sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection
