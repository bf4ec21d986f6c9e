"""The schema, version by version: each step in one transaction, with the note that it ran.

``PRAGMA user_version`` holds the schema of a file. A step is a function decorated with the version it leads to.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from importlib import resources

from dragoman.errors import SchemaTooNewError, StoreError

__all__ = ["APPLICATION_ID", "migrate", "newest", "version_of"]

APPLICATION_ID = 0x44524147  # "DRAG": tells a record from any other SQLite file

Step = Callable[[sqlite3.Connection], None]
_STEPS: dict[int, Step] = {}


def migration(version: int) -> Callable[[Step], Step]:
    """Register the step that leads from schema ``version - 1`` to `version`."""

    def register(step: Step) -> Step:
        if version in _STEPS:
            raise ValueError(f"two migrations lead to schema {version}")
        _STEPS[version] = step
        return step

    return register


@migration(1)
def create(connection: sqlite3.Connection) -> None:
    """Make the first schema."""
    script = resources.files("dragoman.store").joinpath("schema.sql").read_text(encoding="utf-8")
    for statement in _statements(script):
        connection.execute(statement)


@migration(2)
def keep_reasons(connection: sqlite3.Connection) -> None:
    """Keep with each claim why its fields have their values; claims read before have none until they are read again."""
    connection.execute("ALTER TABLE claims ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'")  # JSON list


def newest() -> int:
    """Return the schema that this dragoman writes."""
    return max(_STEPS)


def version_of(connection: sqlite3.Connection, path: str) -> int:
    """Return the schema of an open file, 0 when it is empty.

    Raises:
        SchemaTooNewError: It was written by a later dragoman.
        StoreError: It is another program's file.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = int(connection.execute("PRAGMA application_id").fetchone()[0])
    tables = int(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    if application != APPLICATION_ID and (tables or version):
        raise StoreError(f"{path!r} is an SQLite file of another program: name another file with --record")
    if version > newest():
        raise SchemaTooNewError(path, version, newest())
    return version


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring an open file to the newest schema; a file that is there already is left untouched.

    Two processes may try at once: the version is read again behind the write lock.
    """
    if version_of(connection, path) == newest():
        return
    for version in sorted(_STEPS):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if version_of(connection, path) < version:
                _STEPS[version](connection)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
