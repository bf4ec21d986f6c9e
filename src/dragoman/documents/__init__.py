"""From a page as read to a clean text with what it says about itself, or the reason why it is no article."""

from __future__ import annotations

from dragoman.documents.make import make_document

__all__ = ["make_document"]
