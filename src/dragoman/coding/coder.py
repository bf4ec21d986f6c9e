"""The coder: rules first, a learned second opinion beside them, and always exactly one type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from dragoman.codebook import goldstein, plover_types
from dragoman.coding.marked import Marked, SpanLike, mark
from dragoman.coding.rules import Evidence, weigh
from dragoman.coding.second import SecondOpinion, load_second_opinion
from dragoman.syntax import SentenceParser, make_sentence_parser
from dragoman.values.coding import Coding, DecidedBy, TypeScore
from dragoman.values.span import Span
from dragoman.values.tree import Tree

__all__ = ["Coder", "make_coder", "rule_scores"]

_AGAIN = 0.2  # how much the second best evidence of a type adds to its best
_SHARPNESS = 0.8  # turns rule scores into shares: two points more are five times as likely
_PRIOR = {"CONSULT": 0.2, "SUPPORT": 0.1}  # what a sentence without any trigger most often tells


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Codes the relation between two parts of a sentence.

    Attributes:
        parse: Parses one sentence.
        second: The learned second opinion, or None.
        note: Why there is none although one was wanted, or None.
    """

    parse: SentenceParser
    second: SecondOpinion | None = None
    note: str | None = None

    def code(self, sentence: str, actor: SpanLike, recipient: SpanLike) -> Coding:
        """Return what the actor does to the recipient in `sentence`.

        Raises:
            SpanError: A span is not in the sentence, or the two overlap.
        """
        marked = mark(sentence, actor, recipient)
        tree = self.parse(sentence, marked.linked)
        evidence = weigh(marked, tree) if tree is not None else ()
        by_rules = rule_scores(evidence)
        shares = _shares(by_rules)
        if self.second is not None:
            shares = self.second.join(marked, by_rules)
        order = sorted(shares, key=lambda name: (-shares[name], name))
        return _make_coding(marked, tree, evidence, [(name, shares[name]) for name in order], self)


def make_coder(*, rules_only: bool = False, load: Callable[[], SecondOpinion | str] = load_second_opinion) -> Coder:
    """Load the parser, and the second opinion unless `rules_only`; without its files the rules decide alone and every coding says so.

    Raises:
        ModelError: The language model is missing, or a file of the second opinion is not the one it was trained with.
    """
    parse = make_sentence_parser()
    if rules_only:
        return Coder(parse=parse)
    second = load()
    return Coder(parse=parse, note=second) if isinstance(second, str) else Coder(parse=parse, second=second)


def rule_scores(evidence: Sequence[Evidence]) -> Mapping[str, float]:
    """Return the score of every type: its best evidence and a part of the next; types without evidence have their prior."""
    heads: dict[str, dict[int, float]] = {}
    for item in evidence:
        by_head = heads.setdefault(item.type, {})
        by_head[item.head] = max(item.score, by_head.get(item.head, item.score))
    found = {name: list(by_head.values()) for name, by_head in heads.items()}
    scores = {name: _PRIOR.get(name, 0.0) for name in plover_types()}
    for name, values in found.items():
        best, *rest = sorted(values, reverse=True)
        scores[name] = max(scores[name], best + _AGAIN * max(rest[0] if rest else 0.0, 0.0))
    return scores


def _shares(scores: Mapping[str, float]) -> dict[str, float]:
    top = max(scores.values())
    weights = {name: exp(_SHARPNESS * (score - top)) for name, score in scores.items()}
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def _make_coding(
    marked: Marked, tree: Tree | None, evidence: Sequence[Evidence], ranked: Sequence[tuple[str, float]], coder: Coder
) -> Coding:
    kind = ranked[0][0]
    best = next((item for item in evidence if item.type == kind), None)
    by_rules = evidence[0].type if evidence else None
    decided = DecidedBy.RULES if coder.second is None or by_rules == kind else DecidedBy.MODEL
    cameo = best.cameo if best is not None else None
    return Coding(
        type=kind,
        runner_up=ranked[1][0],
        scores=tuple(TypeScore(type=name, score=round(share, 4)) for name, share in ranked),
        actor=marked.actor,
        recipient=marked.recipient,
        words=_spans(tree, best.tokens) if best is not None and tree is not None else (),
        cameo=cameo,
        goldstein=goldstein(cameo),
        rule=best.rule if best is not None else None,
        decided_by=decided,
        model=coder.second.name if coder.second is not None else None,
        note=coder.note,
    )


def _spans(tree: Tree, tokens: tuple[int, ...]) -> tuple[Span, ...]:
    """Return the spans of tokens in order, neighbours joined."""
    spans: list[Span] = []
    last = -2
    for index in sorted(set(tokens)):
        span = tree.tokens[index].span
        if spans and index == last + 1:
            spans[-1] = spans[-1].join(span)
        else:
            spans.append(span)
        last = index
    return tuple(spans)
