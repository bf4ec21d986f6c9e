"""From claims to records: block, compare, cluster, merge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.records.agreement import finest_date, merge_status
from dragoman.records.clusters import Cluster, Forbids, Occasion, find_clusters
from dragoman.records.kinds import block, compare, merge
from dragoman.values.claim import Citation, Claim, ClaimId, Kind, Rule
from dragoman.values.record import Record, RecordId

__all__ = ["reconcile"]


def reconcile(claims: Iterable[Claim]) -> tuple[Record, ...]:
    """Return the records that `claims` tell, in the order of the text.

    A pure function of the set of claims: their order and repetition do not matter. Claims of different articles stay apart.

    Raises:
        ValueError: A claim has no citation.
    """
    ordered = sorted({claim.id: claim for claim in claims}.values(), key=_place)
    clusters = _cluster([claim for claim in ordered if claim.kind is not Kind.EVENT], lambda claim: claim.part_of, _contains)
    record_of = {claim.id: record for cluster in clusters for record in [_record_id(cluster)] for claim in cluster.claims}

    def occasion(claim: Claim) -> RecordId | None:
        return record_of.get(claim.part_of) if claim.part_of else None

    def are_apart(one: Claim, other: Claim) -> bool:
        """Say that two acts belong to two occasions: what follows from a call and from a visit stays two."""
        whole, other_whole = occasion(one), occasion(other)
        return _contains(one, other) or (whole is not None and other_whole is not None and whole != other_whole)

    clusters += _cluster([claim for claim in ordered if claim.kind is Kind.EVENT], occasion, are_apart)
    clusters.sort(key=lambda cluster: _place(cluster.claims[0]))
    record_of = {claim.id: record for cluster in clusters for record in [_record_id(cluster)] for claim in cluster.claims}
    containers = _containers(clusters, record_of)
    return tuple(_record(cluster, containers.get(_record_id(cluster))) for cluster in clusters)


def _cluster(claims: Sequence[Claim], occasion: Occasion, forbids: Forbids) -> list[Cluster]:
    blocks = defaultdict[tuple[str, ...], list[Claim]](list)
    for claim in claims:
        blocks[block(claim)].append(claim)
    return [cluster for held in blocks.values() for cluster in find_clusters(held, compare, occasion, forbids)]


def _contains(one: Claim, other: Claim) -> bool:
    return one.part_of == other.id or other.part_of == one.id


def _place(claim: Claim) -> tuple[str, int, int, str, str]:
    if not claim.citations:
        raise ValueError(f"claim {claim.id!r} has no citation")
    first = claim.citations[0]
    return first.article, first.start, first.end, claim.kind, claim.id


def _record_id(cluster: Cluster) -> RecordId:
    return RecordId("r" + min(claim.id for claim in cluster.claims)[1:])


def _containers(clusters: Sequence[Cluster], record_of: Mapping[ClaimId, RecordId]) -> dict[RecordId, RecordId]:
    """Return which record is part of which, without circles: a link that would close one is left out."""
    containers: dict[RecordId, RecordId] = {}
    for cluster in clusters:
        part = _record_id(cluster)
        for claim in cluster.claims:
            whole = record_of.get(claim.part_of) if claim.part_of else None
            if whole is not None and not _is_inside(whole, part, containers):
                containers[part] = whole
                break
    return containers


def _is_inside(record: RecordId, other: RecordId, containers: Mapping[RecordId, RecordId]) -> bool:
    walk: RecordId | None = record
    while walk is not None and walk != other:
        walk = containers.get(walk)
    return walk == other


def _record(cluster: Cluster, part_of: RecordId | None) -> Record:
    claims = sorted(cluster.claims, key=lambda claim: claim.background)  # stable: the news first, each in the order of the text
    date, basis = finest_date(claims)
    speakers = {claim.attributed_to for claim in claims}
    return Record(
        id=_record_id(cluster),
        kind=claims[0].kind,
        content=merge([claim.content for claim in claims]),
        status=merge_status(claims),
        date=date,
        date_basis=basis,
        background=all(claim.background for claim in claims),
        attributed_to=claims[0].attributed_to if len(speakers) == 1 else None,
        citations=_citations(claims),
        part_of=part_of,
        confidence=max(claim.confidence for claim in claims),
        claims=tuple(sorted(claim.id for claim in claims)),
        rules=_rules(claims),
        reasons=cluster.reasons,
    )


def _citations(claims: Sequence[Claim]) -> tuple[Citation, ...]:
    cited = {(citation.article, citation.start, citation.end): citation for claim in claims for citation in claim.citations}
    return tuple(cited[place] for place in sorted(cited))


def _rules(claims: Sequence[Claim]) -> tuple[Rule, ...]:
    rules = {(claim.rule.name, claim.rule.version): claim.rule for claim in claims}
    return tuple(rules[key] for key in sorted(rules))
