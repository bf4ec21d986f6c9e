"""What one document asserts: `extract_claims`."""

from dragoman.claims.extract import Extraction, extract_claims

__all__ = ["Extraction", "extract_claims"]
