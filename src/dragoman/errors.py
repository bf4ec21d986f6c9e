"""Every error dragoman raises on purpose.

    DragomanError
    ├── DataFileError       a packaged or user table breaks its rules (file, line, rule)
    ├── EvidenceError       a citation is not found verbatim in its document
    ├── ModelError          the language model is missing or is not the pinned one
    ├── PageError           an address cannot be read at all (no such file, no permission)
    ├── SpanError           a span given to the coder is not in its sentence (a ValueError too)
    └── StoreError          the record file cannot be used
        ├── SchemaTooNewError   it was written by a later dragoman
        └── RecordNotFoundError no record has that id

Input that is merely unusable (wrong language, empty, too large) is no error: it is a
`dragoman.values.Rejection`. A caller's mistake is a `ValueError` or a `TypeError`.
"""

from __future__ import annotations

__all__ = [
    "DataFileError",
    "DragomanError",
    "EvidenceError",
    "ModelError",
    "PageError",
    "RecordNotFoundError",
    "SchemaTooNewError",
    "SpanError",
    "StoreError",
]


class DragomanError(Exception):
    """The root of all errors raised on purpose."""


class DataFileError(DragomanError):
    """A data file breaks its rules."""

    def __init__(self, file: str, line: int | None, problem: str) -> None:
        self.file = file
        self.line = line
        self.problem = problem
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {problem}")


class EvidenceError(DragomanError):
    """A citation does not stand verbatim in its document."""

    def __init__(self, article: str, start: int, end: int, text: str) -> None:
        self.article = article
        self.start = start
        self.end = end
        self.text = text
        super().__init__(f"citation {text!r} is not found at {start}:{end} of article {article!r}")


class ModelError(DragomanError):
    """The language model is missing or is not the pinned one."""


class PageError(DragomanError):
    """An address cannot be read at all."""

    def __init__(self, address: str, problem: str) -> None:
        self.address = address
        self.problem = problem
        super().__init__(f"cannot read {address!r}: {problem}")


class SpanError(DragomanError, ValueError):
    """A span given to the coder is not in its sentence, or two spans overlap."""


class StoreError(DragomanError):
    """The record file cannot be used."""


class SchemaTooNewError(StoreError):
    """The record file was written by a later dragoman."""

    def __init__(self, path: str, found: int, known: int) -> None:
        self.path = path
        self.found = found
        self.known = known
        super().__init__(f"{path!r} has schema {found}, this dragoman knows up to {known}: upgrade dragoman to open it")


class RecordNotFoundError(StoreError):
    """No record, or more than one, has that id or prefix of an id."""
