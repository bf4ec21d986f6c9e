"""Says what the mentions of a document refer to: `link_mentions`."""

from dragoman.links.link import link_mentions

__all__ = ["link_mentions"]
