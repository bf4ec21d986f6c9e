"""The kinds as gold files name them, in the order in which scores list them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["KINDS", "KIND_NAMES", "Item"]

Item = Mapping[str, Any]  # one JSON object: a gold item, or a record of an export; the two name some fields differently

# By the kind that a record of an export names.
KIND_NAMES = {
    "encounter": "encounters",
    "session": "sessions",
    "instrument": "instruments",
    "figure": "figures",
    "project": "projects",
    "milestone": "milestones",
    "event": "events",
    "position": "positions",
}
KINDS = tuple(KIND_NAMES.values())
