"""Claims of one document: every rule over every sentence, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.claims.delegations import add_heads_of_delegations
from dragoman.claims.derived_events import derive_events
from dragoman.claims.draft import finish
from dragoman.claims.encounters import find_encounters
from dragoman.claims.events import find_event
from dragoman.claims.evoke import Evoked, evoke
from dragoman.claims.figures import find_figures
from dragoman.claims.instruments import find_instruments
from dragoman.claims.milestones import find_milestones
from dragoman.claims.nesting import nest
from dragoman.claims.positions import find_positions, find_stateless
from dragoman.claims.projects import find_projects
from dragoman.claims.relevance import keep_relevant
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.sessions import find_sessions
from dragoman.claims.telling import Telling
from dragoman.claims.told_acts import find_pronoun_acts
from dragoman.claims.view import View
from dragoman.claims.visits import find_invitations
from dragoman.claims.why import Explainer
from dragoman.values.claim import Claim, Kind
from dragoman.values.document import Document
from dragoman.values.link import Links
from dragoman.values.reading import Uncertainty
from dragoman.values.tree import Tree

__all__ = ["Extraction", "extract_claims"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """The claims of one document.

    Attributes:
        claims: In the order of the rules and the text.
        refused: Drafts whose words do not stand in the text: always a bug.
        uncertainties: Places left unread, in the order of the text.
    """

    claims: tuple[Claim, ...]
    refused: int
    uncertainties: tuple[Uncertainty, ...]


def extract_claims(document: Document, links: Links, trees: tuple[Tree, ...]) -> Extraction:
    """Extract the claims of a document.

    Args:
        document: The text and its date.
        links: Its sentences with what their mentions refer to.
        trees: The parses of the sentences that can matter; each names its sentence.
    """
    views = {tree.sentence.sentence.span: View(tree, document.text) for tree in trees}
    sentences = tuple(
        SentenceView(index=index, linked=linked, view=views.get(linked.sentence.span)) for index, linked in enumerate(links.sentences)
    )
    scene = Scene(document=document, links=links, sentences=sentences)
    telling = Telling(scene=scene)
    evoked = {sentence.index: evoke(sentence.view) for sentence in sentences if sentence.view is not None}
    for sentence in sentences:
        _read_sentence(telling, sentence, evoked.get(sentence.index, []))
    nest(telling)
    for draft in tuple(telling.drafts):
        for derived in derive_events(draft, document.published):
            telling.add(derived)
    for draft in [*find_figures(document, links), *find_positions(scene)]:
        telling.add(draft)
    telling.uncertainties.extend(find_stateless(scene))
    claims, refused = finish(keep_relevant(telling.drafts, scene), document, Explainer(scene, evoked).explain)
    return Extraction(
        claims=claims,
        refused=refused,
        uncertainties=tuple(sorted(telling.uncertainties, key=lambda item: (item.start, item.end, item.reason))),
    )


def _read_sentence(telling: Telling, sentence: SentenceView, found: list[Evoked]) -> None:
    if sentence.view is not None:
        find_sessions(telling, sentence)
        told = _contents(sentence.view, found)
        for evoked in found:
            if evoked.frame.kind is Kind.ENCOUNTER:
                for draft in find_encounters(telling, sentence, evoked):
                    telling.add(draft)
            elif (
                evoked.frame.kind is Kind.EVENT
                and evoked.trigger not in told
                and (event := find_event(telling, sentence, evoked)) is not None
            ):
                telling.add(event)
        for draft in find_invitations(telling, sentence):
            telling.add(draft)
        acts = [evoked for evoked in found if evoked.frame.kind is Kind.INSTRUMENT]
        for draft in find_instruments(telling, sentence, acts):
            telling.add(draft)
        find_projects(telling, sentence)
    add_heads_of_delegations(telling, sentence)
    for draft in find_pronoun_acts(telling, sentence):
        telling.add(draft)
    find_milestones(telling, sentence)


def _contents(view: View, found: list[Evoked]) -> frozenset[int]:
    """Return the tokens inside what is promised, asked or threatened: they are the content of that event and no event of their own."""
    heads = [
        head
        for evoked in found
        if evoked.frame.complement is not None and evoked.frame.kind is Kind.EVENT
        for head in view.complements(evoked.trigger)
    ]
    return frozenset(token for head in heads for token in view.subtree(head))
