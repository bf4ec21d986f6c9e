"""The record in formats for other programs: one file per format."""

from __future__ import annotations

from dragoman.exports.jsonl import jsonl_lines

__all__ = ["jsonl_lines"]
