"""Finds the stretches of a document that name something: `find_mentions`."""

from dragoman.mentions.find import find_mentions

__all__ = ["find_mentions"]
