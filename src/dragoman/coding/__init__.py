"""Codes the relation between two given parts of a sentence: `make_coder`. Rules first, a learned second opinion beside them."""

from dragoman.coding.coder import Coder, make_coder

__all__ = ["Coder", "make_coder"]
