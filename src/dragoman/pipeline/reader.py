"""The public face: a reader that is loaded once and reads texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.pipeline.many import read_many
from dragoman.pipeline.one import read_page
from dragoman.pipeline.stages import MakeStages, Stages, default_stages
from dragoman.values.coding import Coding
from dragoman.values.page import PageMetadata, RawPage
from dragoman.values.reading import Reading
from dragoman.values.span import Span

if TYPE_CHECKING:
    from dragoman.coding import Coder

__all__ = ["Reader"]


class Reader:
    """Reads texts. The language model is loaded by the first text, about a second; after that a reader is cheap to call.

    Args:
        make_stages: Loads the stages; the ones dragoman ships unless you write your own.
        rules_only: Let rules alone decide, without a learned second opinion.

    Example:
        >>> reader = Reader()  # doctest: +SKIP
        >>> reading = reader.read("Norway and Chile signed a fisheries agreement in Oslo on 3 May 2021.")  # doctest: +SKIP
        >>> [claim.kind.value for claim in reading.claims]  # doctest: +SKIP
        ['instrument', 'event']
    """

    def __init__(self, *, make_stages: MakeStages = default_stages, rules_only: bool = False) -> None:
        self._make_stages = make_stages
        self._stages: Stages | None = None
        self._rules_only = rules_only
        self._coder: Coder | None = None

    def read(  # noqa: PLR0913 - one keyword for each thing a caller may know of a text
        self,
        text: str,
        *,
        title: str | None = None,
        url: str | None = None,
        published: str | None = None,
        publisher: str | None = None,
        authors: Sequence[str] = (),
        language: str | None = None,
        origin: str = "text",
    ) -> Reading:
        """Read one text.

        Args:
            text: The article, headline and dateline included when it has them.
            title: The headline, when it is not in the text.
            url: Where it was published.
            published: Date or time of publication, ISO 8601.
            publisher: The outlet.
            authors: Names.
            language: ISO 639-1; found from the text when None.
            origin: A name for the text in reports and exports.

        Returns:
            The document with its claims, or a rejection that says why it was not read.
        """
        metadata = PageMetadata(title=title, url=url, published=published, publisher=publisher, authors=tuple(authors), language=language)
        return self.read_page(RawPage(origin=origin, content=text, metadata=metadata))

    def read_page(self, page: RawPage) -> Reading:
        """Read one page, of bytes or text, as `dragoman.pages` gives them."""
        return read_page(page, self._loaded())

    def read_many(self, pages: Iterable[str | RawPage], *, workers: int = 1) -> Iterator[Reading]:
        """Yield a reading for each page, in input order, taking pages only a little ahead.

        With several workers, protect the calling script with ``if __name__ == "__main__":``, as `multiprocessing` asks.

        Args:
            pages: Pages, or bare texts, which get the origins ``text#1``, ``text#2``, …
            workers: Processes that read.
        """
        numbered = (_page(page, number) for number, page in enumerate(pages, 1))
        return read_many(numbered, workers=workers, make_stages=self._loaded if workers == 1 else self._make_stages)

    def code(self, sentence: str, *, actor: Span | tuple[int, int] | str, recipient: Span | tuple[int, int] | str) -> Coding:
        """Code what one given part of a sentence does to another: exactly one of PLOVER's types.

        Args:
            sentence: One sentence, or a few that belong together.
            actor: Who acts: offsets ``(start, end)`` in code points, half-open, or words that stand in `sentence` exactly once.
            recipient: Who is acted upon, in the same way.

        Raises:
            SpanError: A span is not in the sentence, or the two overlap; it is a `ValueError` too.

        Example:
            >>> coding = Reader().code("Peru thanked Chile for the rescue teams.", actor="Peru", recipient="Chile")  # doctest: +SKIP
            >>> coding.type, coding.cameo  # doctest: +SKIP
            ('SUPPORT', '051')
        """
        if self._coder is None:
            from dragoman.coding import make_coder  # noqa: PLC0415 - only coding needs the coder's tables and models

            self._coder = make_coder(rules_only=self._rules_only)
        return self._coder.code(sentence, actor, recipient)

    def _loaded(self) -> Stages:
        if self._stages is None:
            self._stages = self._make_stages()
        return self._stages


def _page(page: str | RawPage, number: int) -> RawPage:
    return page if isinstance(page, RawPage) else RawPage(origin=f"text#{number}", content=page)
