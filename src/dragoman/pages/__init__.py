"""Ways in: from an address to the pages behind it, as read, nothing decoded or judged."""

from __future__ import annotations

from dragoman.pages.read import count_pages, read_pages

__all__ = ["count_pages", "read_pages"]
