"""Which parties stand beside a trigger: those between the semicolons around it, since each such stretch tells its own deed."""

from __future__ import annotations

from dragoman import kb
from dragoman.claims.scene import Scene, SentenceView

__all__ = ["parties_beside"]


def parties_beside(scene: Scene, sentence: SentenceView, trigger: int) -> tuple[str, ...]:
    """Return the codes that the stretch of a trigger names, in order; all of the sentence's when it has no semicolon.

    Args:
        scene: The document.
        sentence: Where the trigger stands; it has a tree.
        trigger: The token.
    """
    everyone = scene.parties_here(sentence)
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    text, at = scene.document.text, view.tokens[trigger].span.start
    start = text.rfind(";", sentence.span.start, at)
    end = text.find(";", at, sentence.span.end)
    if start < 0 and end < 0:
        return everyone
    end = sentence.span.end if end < 0 else end
    near = {code for link in sentence.linked.links if start < link.mention.span.start < end for code in link.parties if kb.is_party(code)}
    return tuple(code for code in everyone if code in near)
