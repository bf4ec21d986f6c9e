"""Claims that tell one fact become one record."""

from __future__ import annotations

from dragoman.records.reconcile import reconcile

__all__ = ["reconcile"]
