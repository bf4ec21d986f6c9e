"""The record: one SQLite file, written in whole batches."""

from __future__ import annotations

from dragoman.store.connection import open_for_reading
from dragoman.store.write import Change, Entry, Store

__all__ = ["Change", "Entry", "Store", "open_for_reading"]
