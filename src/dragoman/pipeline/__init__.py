"""The stages joined: pages in, readings out, and from readings to the record."""

from __future__ import annotations

from dragoman.pipeline.many import read_many
from dragoman.pipeline.one import read_page
from dragoman.pipeline.reader import Reader
from dragoman.pipeline.run import keep_pages
from dragoman.pipeline.stages import Stages, default_stages, reader_version

__all__ = ["Reader", "Stages", "default_stages", "keep_pages", "read_many", "read_page", "reader_version"]
