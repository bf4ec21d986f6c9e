"""Who is meant in an event where no role names a party: "both", the other of two, whom an accord binds, who did what is judged."""

from __future__ import annotations

from dragoman import codebook, kb
from dragoman.claims.beside import parties_beside
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.promises import TAKES_TWO, deal_with_each_other, is_for_others, is_own
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.speakers import speakers
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.codebook import Frame
from dragoman.values.claim import Encounter, Event, Instrument, Session, Status
from dragoman.values.mention import GroupName, InstrumentName, PlaceName, Pronoun, StateName

__all__ = ["both_of_them", "understood_actors", "understood_recipients"]

_SAID_TO_THE_OTHER = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN"})
_DONE_TO_THE_OTHER = frozenset({"SUPPORT", "ACCUSE", "AID", "CONCEDE", "COOPERATE", "SANCTION", "COERCE", "RETREAT"})
_EXPRESSED = frozenset(  # "expressed gratitude": the object is the act itself and names no target
    {
        "support.gratitude",
        "support.wishes",
        "support.solidarity",
        "support.apology",
        "accuse.outrage",
        "accuse.lodge_protest",
        "sanction.sever",
    }
)
_OUTSIDERS_OFFER = frozenset({"agree.offer", "agree.mediate", "agree.consent"})
_AIMED_AT_PLACES = frozenset({"RETREAT", "MOBILIZE", "ASSAULT", "COERCE"})
_JUDGED = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_OWN_INSTITUTIONS = frozenset(
    {
        "parliament",
        "government",
        "cabinet",
        "army",
        "navy",
        "police",
        "ministry",
        "department",
        "presidency",
        "senate",
        "deputies",
        "lawmakers",
    }
)
_SUFFERED = frozenset({"RETREAT", "COERCE", "SANCTION", "AID"})
_TARGET_WORDS = frozenset({"with", "for", "to", "against", "on"})
_ON_ITS_PART = frozenset({"part", "behalf"})
_BOTH = frozenset({"both", "each", "either", "neither"})
_TOLD_NOUNS = frozenset(
    {"outcome", "accord", "agreement", "deal", "result", "understanding", "truce", "ceasefire", "move", "talks", "pact"}
)
_PAIR = 2
_TOLD_REACH = 6
_MEETING_REACH = 2


def understood_actors(telling: Telling, sentence: SentenceView, evoked: Evoked, frame: Frame) -> tuple[str, ...]:
    """Return who acts where the words of the actor's role name no party: "we", "both", or nobody in a passive.

    Args:
        telling: The document so far.
        sentence: Where the frame was evoked; it has a tree.
        evoked: The trigger with its support.
        frame: The frame whose roles are filled.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - frames come from trees
    for path in frame.actor:
        tokens = fill(view, evoked, path)
        if any(_is_first_person(view, token) for token in tokens):
            return speakers(telling.scene, sentence)
        if path == "subject" and (both := both_of_them(telling, sentence, tokens)):
            return both
        home = telling.scene.links.home
        if home in telling.scene.links.pair[:2] and any(_is_own_institution(view, token) for token in tokens):
            return (home,)
    return _unnamed_agent(telling, sentence, evoked, frame)


def _unnamed_agent(telling: Telling, sentence: SentenceView, evoked: Evoked, frame: Frame) -> tuple[str, ...]:
    """Return the other of two for a passive without its "by": "three Thai sailors were freed" in a text about two."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    verb = evoked.trigger if evoked.verbal else evoked.support
    if verb is None or frame.type not in _SUFFERED or not view.is_passive(verb) or view.subjects(verb):
        return ()
    suffered = scene.parties_of_all(view, view.objects(verb))
    where = _states_of_places(view, view.prepositional(verb, "in")) if frame.type == "COERCE" else ()
    if len(where) == 1 and suffered and where[0] not in suffered:
        return where
    here = set(scene.parties_here(sentence))
    pair = scene.links.pair[:2] if scene.links.bilateral else ()
    return tuple(code for code in pair if code not in suffered) if len(suffered) == 1 and here <= set(pair) and suffered[0] in pair else ()


def _is_own_institution(view: View, token: int) -> bool:
    """Say whether a token is a plain "parliament" or "the navy": the outlet's own."""
    return view.link(token) is None and view.lower[token] in _OWN_INSTITUTIONS and not view.children(token, "poss", "amod", "compound")


def _states_of_places(view: View, tokens: list[int]) -> tuple[str, ...]:
    found: list[str] = []
    for token in tokens:
        link = view.link(token)
        named = link.mention.named if link is not None else None
        if isinstance(named, PlaceName) and named.country:
            found.append(named.country)
        elif isinstance(named, StateName):
            found.append(named.code)
    return tuple(dict.fromkeys(found))


def _is_first_person(view: View, token: int) -> bool:
    for item in (token, *view.children(token, "poss")):
        link = view.link(item)
        if link is not None and isinstance(link.mention.named, Pronoun) and link.mention.named.first:
            return True
    return False


def both_of_them(telling: Telling, sentence: SentenceView, tokens: list[int], exclude: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the two that a "both" without a noun of its own stands for: those named before it here, else in the sentence before."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    word = next(
        (token for token in tokens if view.lower[token] in _BOTH and view.link(token) is None and not _is_article(view, token)), None
    )
    if word is None:
        return ()
    stop = view.tokens[word].span.start
    earlier = [link for link in sentence.linked.links if link.mention.span.end <= stop]
    named = tuple(dict.fromkeys(code for link in earlier for code in link.parties if code not in exclude and kb.is_party(code)))
    if len(named) == _PAIR:
        return named
    for other in reversed(scene.sentences[max(0, sentence.index - 2) : sentence.index]):
        named = tuple(code for code in scene.parties_here(other) if code not in exclude)
        if len(named) == _PAIR:
            return named
    pair = scene.links.pair[:2] if scene.links.bilateral else ()
    return pair if not set(pair) & set(exclude) else ()


def _is_article(view: View, token: int) -> bool:
    """Say whether "both" only stands before a noun of its own: "both banks"."""
    return view.relation(token) in {"det", "predet", "amod"} and not view.is_verb(view.head(token))


def understood_recipients(
    telling: Telling, sentence: SentenceView, evoked: Evoked, frame: Frame, actors: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the recipients that no role names: where an envoy serves, both, the parties to the accord just told, or the other of two."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - frames come from trees
    accredited = _accredited_to(scene, view, fill(view, evoked, "object"), actors)
    if accredited:
        return accredited
    targets = [token for path in frame.recipient if path != "complement" for token in fill(view, evoked, path)]
    if frame.complement is not None:
        targets.extend(token for token in (evoked.trigger + 1, evoked.trigger + 2) if token < len(view))
    both = both_of_them(telling, sentence, targets, exclude=actors)
    if both:
        return both
    meant = (
        _described(scene, view, evoked, actors)
        or _doers(scene, view, evoked, frame, actors)
        or _by_whom(scene, view, evoked, frame, actors)
        or _where_aimed(view, frame, targets, actors)
        or _parties_inside(scene, view, targets, actors)
    )
    here = tuple(code for code in parties_beside(scene, sentence, evoked.trigger) if code not in actors)
    if (
        not meant
        and frame.type == "AID"
        and not (evoked.verbal and view.datives(evoked.trigger))
        and (needy := _needy(scene, actors, here))
    ):
        return needy
    if meant or len(actors) > 1:
        return meant
    if frame.type == "AGREE" and is_for_others(scene, view, evoked):
        return ()
    if not _may_lack_recipient(view, evoked, frame) or _stays_at_home(scene, view, evoked, actors):
        return ()
    likely = (
        _told_parties(telling, sentence, view, evoked, actors)
        or _last_doer(telling, sentence, view, evoked, frame, actors)
        or _others(telling, sentence, actors[0], frame, here)
        or (_needy(scene, actors, here) if frame.type == "AGREE" and scene.links.home is not None else ())
        or _met_before(scene, sentence, actors[0], here)
    )
    if (
        frame.type == "AGREE"
        and frame.name not in TAKES_TWO
        and not all(deal_with_each_other(telling, sentence, actors[0], code) for code in likely)
    ):
        return ()
    return likely


def _described(scene: Scene, view: View, evoked: Evoked, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the party that "what it called *Malian* meddling" names."""
    for head in view.complements(evoked.trigger):
        if any(view.lower[kid] == "what" for kid in view.children(head, "dobj")):
            codes = (code for token in view.subtree(head) for code in scene.parties_of(view, token) if code not in actors)
            return tuple(dict.fromkeys(codes))[:1]
    return ()


def _doers(scene: Scene, view: View, evoked: Evoked, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return who did what is praised, blamed or refused: "valued the doctors whom *Cuba* sent"."""
    if frame.type not in _JUDGED or not evoked.verbal:
        return ()
    clauses = [clause for item in view.objects(evoked.trigger) for clause in view.children(item, "relcl") if view.is_verb(clause)]
    codes = scene.parties_of_all(view, [subject for clause in clauses for subject in view.subjects(clause)])
    return tuple(code for code in codes if code not in actors)[:1]


def _by_whom(scene: Scene, view: View, evoked: Evoked, frame: Frame, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return who stands under a "by" anywhere in what is condemned: "condemned the launch of a missile by *Iran*"."""
    if frame.type != "ACCUSE" or not evoked.verbal:
        return ()
    below = [token for item in view.objects(evoked.trigger) for token in view.subtree(item) if view.lower[token] == "by"]
    codes = scene.parties_of_all(view, [item for token in below for item in view.children(token, "pobj")])
    return tuple(code for code in codes if code not in actors)[:1]


def _where_aimed(view: View, frame: Frame, targets: list[int], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the state of the town or base that forces shell, leave or gather near."""
    if frame.type not in _AIMED_AT_PLACES:
        return ()
    codes = _states_of_places(view, [token for target in targets for token in view.subtree(target)])
    return tuple(code for code in codes if code not in actors)[:1]


def _parties_inside(scene: Scene, view: View, targets: list[int], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the state in which "all sides in Libya" are asked."""
    for target in targets:
        link = view.link(target)
        if (link is None and _is_side(view, target)) or (
            link is not None and isinstance(link.mention.named, GroupName) and not link.parties
        ):
            codes = scene.parties_of_all(view, view.prepositional(target, "in"))
            if codes and codes[0] not in actors:
                return codes[:1]
    return ()


def _needy(scene: Scene, actors: tuple[str, ...], here: tuple[str, ...]) -> tuple[str, ...]:
    """Return the state whose helpers a text counts: "Botswana flew in tents" in a text written at home or mostly about one state."""
    main, home = scene.links.pair[:2], scene.links.home
    receiver = home if home is not None else main[0] if main else None
    if receiver is None or receiver not in main or set(actors) & set(main) or not kb.is_state(receiver):
        return ()
    return (receiver,) if not set(here) - {receiver} else ()


def _met_before(scene: Scene, sentence: SentenceView, actor: str, here: tuple[str, ...]) -> tuple[str, ...]:
    """Return the other of the two that one of the sentences just before told of, when this one names the actor alone."""
    if here:
        return ()
    for other in reversed(scene.sentences[max(0, sentence.index - _MEETING_REACH) : sentence.index]):
        codes = scene.parties_here(other)
        if actor in codes:
            return tuple(code for code in codes if code != actor) if len(codes) == _PAIR else ()
    return ()


def _told_parties(telling: Telling, sentence: SentenceView, view: View, evoked: Evoked, actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parties to the act or talk that an outsider's "welcomed the outcome" points back at."""
    if not evoked.verbal or not any(_names_told(view, item) for item in view.objects(evoked.trigger)):
        return ()
    for draft in reversed(telling.drafts):
        if sentence.index - draft.sentence > _TOLD_REACH or draft.status is Status.DENIED or draft.background:
            continue
        content = draft.content
        if isinstance(content, Instrument | Encounter | Session) and len(content.parties) > 1:
            return content.parties if not set(actors) & set(content.parties) else ()
    return ()


def _last_doer(
    telling: Telling, sentence: SentenceView, view: View, evoked: Evoked, frame: Frame, actors: tuple[str, ...]
) -> tuple[str, ...]:
    """Return who did the act told just before, when it is judged by a word that points back: "welcomed the step", "called it unlawful"."""
    if frame.type not in _JUDGED or not evoked.verbal or not any(_points_back(view, item) for item in view.objects(evoked.trigger)):
        return ()
    for draft in reversed(telling.drafts):
        if sentence.index - draft.sentence > 1:
            return ()
        if isinstance(draft.content, Event) and not draft.content.mutual and draft.sentence < sentence.index:
            codes = tuple(actor.country for actor in draft.content.actors if actor.country is not None)
            return () if set(codes) & set(actors) else codes
    return ()


def _names_told(view: View, token: int) -> bool:
    link = view.link(token)
    named = link is not None and isinstance(link.mention.named, InstrumentName)
    return (named or view.lower[token] in _TOLD_NOUNS) and _points_back(view, token)


def _accredited_to(scene: Scene, view: View, tokens: list[int], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Return the states that the actor's own envoys are accredited to: "recalled its ambassador to Brasilia"."""
    return tuple(dict.fromkeys(person.of for person in scene.people_of_all(view, tokens) if person.of and person.of not in actors))


def _may_lack_recipient(view: View, evoked: Evoked, frame: Frame) -> bool:
    """Say whether an act without a named recipient can be meant for the other side.

    What is promised or asked is meant for the other of the two a text is about. What is praised, blamed or cut is so only when its object
    is missing, points back ("it", "the accord") or is a word such as "side": "supported healthy competition" concerns nobody.
    """
    if frame.type in _SAID_TO_THE_OTHER and "recipient" not in frame.requires:
        return True
    if frame.type not in _DONE_TO_THE_OTHER | _SAID_TO_THE_OTHER or not evoked.verbal:
        return False
    objects = view.objects(evoked.trigger)
    if frame.type in _SAID_TO_THE_OTHER:
        asked = [*objects, *(item for word in ("on", "to") for item in view.prepositional(evoked.trigger, word))]
        return bool(asked) and all(_is_side(view, item) for item in asked)
    if not objects or frame.name in _EXPRESSED:
        sides = frame.type != "COOPERATE"
        sites = (evoked.trigger, *(objects if frame.name in _EXPRESSED else ()))
        aimed = (item for site in sites for word, item in view.prepositions(site) if word in _TARGET_WORDS)
        return not view.datives(evoked.trigger) and all(sides and _is_side(view, item) for item in aimed)
    return all(_is_side(view, item) or (_points_back(view, item) and _is_act(view, item, frame)) for item in objects)


def _is_act(view: View, token: int, frame: Frame) -> bool:
    """Say whether what is judged is an act, a plan or words, which somebody did: not "the cartoon"."""
    if frame.type not in _JUDGED or view.link(token) is not None or view.lower[token] in {"it", "this", "that"}:
        return True
    return view.lower[token] in codebook.word_list("judged_acts")


def _is_side(view: View, token: int) -> bool:
    return view.link(token) is None and view.lower[token] in codebook.word_list("side_nouns")


def _points_back(view: View, token: int) -> bool:
    if view.lower[token] in {"it", "this", "that"}:
        return True
    pointed = any(view.lower[kid] in {"the", "this", "these", "those"} for kid in view.children(token, "det"))
    return pointed and not view.children(token, "prep", "relcl", "acl")


def _stays_at_home(scene: Scene, view: View, evoked: Evoked, actors: tuple[str, ...]) -> bool:
    """Say whether the act is said or done to the actor's own people: "the president ordered his minister to"."""
    paths = ("indirect", "to", "on") if evoked.frame.object and evoked.verbal else ("object", "indirect", "to", "on")
    said = {item for head in view.complements(evoked.trigger) for item in view.subtree(head)} if evoked.frame.complement else set()
    tokens = [token for path in paths for token in fill(view, evoked, path) if token not in said and view.lower[token] not in _ON_ITS_PART]
    if evoked.frame.type == "REQUEST" and any(is_own(view, token) for token in tokens):
        return True
    codes = scene.parties_of_all(view, tokens)
    return bool(codes) and set(codes) <= set(actors)


def _others(telling: Telling, sentence: SentenceView, actor: str, frame: Frame, here: tuple[str, ...]) -> tuple[str, ...]:
    """Return whom an act concerns that names nobody.

    The other party of the sentence; for an outsider who offers, asks or judges in a text about two, both; for one of the two, the other;
    for "criticised the delay", the party that the sentence before began with.
    """
    scene = telling.scene
    definite = frame.type in _DONE_TO_THE_OTHER
    links = scene.links
    pair = links.pair[:2] if links.bilateral else ()
    if len(here) == 1 and (not pair or here[0] in pair or not definite):
        return tuple(here)
    if pair and actor not in pair and set(here) <= set(pair) and (definite or frame.type == "REQUEST" or frame.name in _OUTSIDERS_OFFER):
        return pair
    if pair and actor in pair and not here:
        return tuple(code for code in pair if code != actor)
    if not definite or sentence.index == 0:
        return ()
    before = [
        code
        for code in scene.parties_here(scene.sentences[sentence.index - 1])
        if code != actor and code in links.pair[:2] and kb.is_state(code)
    ]
    return tuple(before[:1])
