"""A brief as Markdown."""

from __future__ import annotations

import re

from dragoman.views import Brief, BriefLine, Quotation, outlet_of

__all__ = ["brief_markdown"]

_SPECIAL = re.compile(r"([\\`*_\[\]<>|#])")


def brief_markdown(brief: Brief) -> str:
    """Return a brief as Markdown: a heading, nested lists, and footnotes with the quoted words."""
    parts = [f"# {_plain(brief.title)}", _items(brief.news)]
    if brief.background:
        parts += ["## Background and undated", _items(brief.background)]
    if brief.figures:
        parts += ["## Figures", _items(brief.figures)]
    if brief.offices:
        parts += ["## Offices", _items(brief.offices)]
    parts += ["## Sources", *(_source(quotation) for quotation in brief.quotations)]
    return "\n\n".join(parts) + "\n"


def _items(lines: tuple[BriefLine, ...]) -> str:
    return "\n".join(_item(line) for line in lines)


def _item(line: BriefLine) -> str:
    when = f"**{line.when}** " if line.when else ""
    notes = "".join(f"[^{number}]" for number in line.numbers)
    return f"{'  ' * line.depth}- {when}{_plain(line.text)}{notes}"


def _source(quotation: Quotation) -> str:
    article = quotation.article
    outlet = _plain(outlet_of(article))
    linked = f"[{outlet}]({article.url})" if article.url and " " not in article.url and ")" not in article.url else outlet
    date = f", {article.published[:10]}" if article.published else ""
    return f"[^{quotation.number}]: {linked}{date}: “{_plain(quotation.text)}”"


def _plain(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
