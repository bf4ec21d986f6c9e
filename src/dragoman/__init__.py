"""Dragoman reads diplomatic news and keeps the cited record of relations between states.

Example:
    >>> import dragoman
    >>> reader = dragoman.Reader()  # doctest: +SKIP
    >>> reading = reader.read("The foreign ministers of Norway and Chile met in Oslo on 3 May 2021.")  # doctest: +SKIP

The names below are loaded when first used: importing dragoman reads no model and no table.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

__all__ = [
    "Citation",
    "Claim",
    "Document",
    "DragomanError",
    "Kind",
    "PageMetadata",
    "RawPage",
    "Reader",
    "Reading",
    "Record",
    "Rejection",
    "RejectionReason",
    "RunReport",
    "Status",
    "reconcile",
]

if TYPE_CHECKING:
    from dragoman.errors import DragomanError
    from dragoman.pipeline.reader import Reader
    from dragoman.records import reconcile
    from dragoman.values.claim import Citation, Claim, Kind, Status
    from dragoman.values.document import Document, Rejection, RejectionReason
    from dragoman.values.page import PageMetadata, RawPage
    from dragoman.values.reading import Reading
    from dragoman.values.record import Record
    from dragoman.values.report import RunReport

_MODULES = {
    "Citation": "dragoman.values.claim",
    "Claim": "dragoman.values.claim",
    "Document": "dragoman.values.document",
    "DragomanError": "dragoman.errors",
    "Kind": "dragoman.values.claim",
    "PageMetadata": "dragoman.values.page",
    "RawPage": "dragoman.values.page",
    "Reader": "dragoman.pipeline.reader",
    "Reading": "dragoman.values.reading",
    "Record": "dragoman.values.record",
    "Rejection": "dragoman.values.document",
    "RejectionReason": "dragoman.values.document",
    "RunReport": "dragoman.values.report",
    "Status": "dragoman.values.claim",
    "reconcile": "dragoman.records",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415 - even this import is only needed on first use

    return getattr(import_module(_MODULES[name]), name)


def __dir__() -> list[str]:
    """List the public names, loaded or not."""
    return sorted([*globals(), *_MODULES])
