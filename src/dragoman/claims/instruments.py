"""Instruments: written acts at a stage of their life, letters handed over, and credentials presented."""

from __future__ import annotations

import re

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.encounters import find_place
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.scene import Scene, SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.values.claim import DateBasis, Encounter, Instrument, Session, Status
from dragoman.values.link import Link
from dragoman.values.mention import InstrumentName, TimeExpression
from dragoman.values.span import Span

__all__ = ["find_instruments"]

_SUBJECT_WORDS = frozenset({"on", "for", "of", "about", "regarding", "concerning", "to", "in"})
_LONGEST_TITLE = 240
_CREDENTIALS = "credentials"
_NOT_ACTS = frozenset({"resolution", "invitation", _CREDENTIALS})
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")


def find_instruments(telling: Telling, sentence: SentenceView, evoked: list[Evoked]) -> list[Draft]:
    """Return the instruments of a sentence: one draft for each act and each thing done with it.

    An act merely named counts only when it is an old treaty named with its year: it is in force. A general "agreement" or "documents" with
    nothing done to it is left alone.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    used: set[int] = set()
    for frame in evoked:
        for token, link, named in _acts_of(view, frame):
            if named.type == _CREDENTIALS:
                draft = _present_credentials(telling, sentence, frame, token, named)
            elif named.type in _NOT_ACTS:
                draft = None
            elif named.type == "letter":
                draft = _deliver(telling, sentence, frame, token, link, named)
            else:
                draft = _stage(telling, sentence, frame, token, link, named)
            if draft is not None:
                used.add(token)
                drafts.append(draft)
    drafts.extend(_named_only(telling, sentence, used))
    return drafts


def _act(view: View, token: int) -> tuple[Link, InstrumentName] | None:
    link = view.link(token)
    return (link, link.mention.named) if link is not None and isinstance(link.mention.named, InstrumentName) else None


def _acts_of(view: View, evoked: Evoked) -> list[tuple[int, Link, InstrumentName]]:
    """Return the acts that a frame is about: its object, what it is "of", or its subject ("entered into force")."""
    trigger = evoked.trigger
    if evoked.verbal:
        tokens = [*view.objects(trigger)] or _far_act(view, trigger)
        tokens = tokens if any(_act(view, token) for token in tokens) else [*tokens, *_far_act(view, trigger)]
        if evoked.frame.name == "instrument.in_force" or (not tokens and view.lower[trigger].startswith("expire")):
            tokens.extend(view.subjects(trigger))
        tokens.extend(item for word in ("to", "on", "from", "of") for item in view.prepositional(trigger, word))
    else:
        tokens = [item for word in ("of", "on", "for", "from") for item in view.prepositional(trigger, word)]
        tokens.extend(view.children(trigger, "compound"))
    found = []
    for token in dict.fromkeys(view.all_conjuncts(tokens)):
        act = _act(view, token)
        if act is not None:
            found.append((token, *act))
        elif view.lower[token] != "it":
            found.extend((inner, *hit) for word, inner in view.prepositions(token) if word == "of" and (hit := _act(view, inner)) is not None and view.lower[token] in {"number", "series", "set", "text", "draft", "copy", "copies", "range", "package", "implementation"})
    return found


def _far_act(view: View, verb: int) -> list[int]:
    """Return the act nearest before a verb whose object is "which", or a participle behind a comma, when the parse hangs it elsewhere."""
    relative = any(view.lower[kid] in {"which", "that"} for kid in view.children(verb, "dobj", "nsubjpass", "nsubj"))
    participle = view.tokens[verb].tag == "VBN" and not view.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "dobj")
    if not relative and not participle:
        return []
    reach = range(verb - 1, -1, -1) if relative else range(verb - 1, max(-1, verb - 5), -1)
    return next(([token] for token in reach if _act(view, token) is not None), [])


def _title(scene: Scene, view: View, token: int) -> str:
    """Return the act's words with what it is about: "memorandum of understanding on customs"."""
    span = view.tokens[token].span
    last = span
    for kid in view.children(token, "prep"):
        if view.lower[kid] in _SUBJECT_WORDS:
            for item in view.subtree(kid):
                link = view.link(item)
                if link is not None and isinstance(link.mention.named, TimeExpression) and item > kid + 1:
                    break
                last = view.tokens[item].span if view.tokens[item].span.start > last.start else last
    title = scene.text(Span(span.start, max(span.end, last.end)))
    return " ".join(title.split())[:_LONGEST_TITLE].rstrip(" ,;.")


def _parties(telling: Telling, sentence: SentenceView, evoked: Evoked | None, token: int, link: Link) -> tuple[str, ...]:
    """Return the parties of an act: those in its name, "between" and "with" beside it, those who act on it; then the pair being told about."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    codes = list(link.parties)
    for word in ("between", "with", "among"):
        codes.extend(scene.parties_of_all(view, view.prepositional(token, word)))
    if len(set(codes)) < 2:  # noqa: PLR2004 - an act needs two parties
        codes.extend(scene.parties_of_all(view, view.possessors(token)))
        if evoked is not None:
            for path in evoked.frame.actor:
                codes.extend(scene.parties_of_all(view, fill(view, evoked, path)))
    if len(set(codes)) < 2:  # noqa: PLR2004 - as above
        for kid in view.clause_children(token):
            codes.extend(scene.parties_of_all(view, [*view.subjects(kid), *view.prepositional(kid, "with"), *view.prepositional(kid, "between")]))
    if len(set(codes)) < 2 and (verb := view.governing_verb(token)) is not None:  # noqa: PLR2004 - as above
        below = tuple(dict.fromkeys(code for subject in view.subjects(verb) for code in scene.parties_below(view, subject)))
        codes.extend(below if len(below) == 2 else ())  # noqa: PLR2004 - as above
    parties = tuple(dict.fromkeys(codes))
    return parties if len(parties) > 1 else _complete(telling, sentence, parties)


def _complete(telling: Telling, sentence: SentenceView, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Complete one party, or none, by the session or talk being told, by the sentence, or by the document's pair."""
    here = telling.scene.parties_here(sentence)
    if len(here) == 2 and set(parties) <= set(here):  # noqa: PLR2004 - a pair
        return here
    for draft in (telling.sessions[-1] if telling.sessions else None, telling.last_talk(parties)):
        if draft is not None and isinstance(draft.content, Encounter | Session) and set(parties) <= set(draft.content.parties) and not draft.background:
            return draft.content.parties
    links = telling.scene.links
    return links.pair[:2] if links.bilateral and set(parties) <= set(links.pair[:2]) else parties


def _stage(telling: Telling, sentence: SentenceView, evoked: Evoked, token: int, link: Link, named: InstrumentName) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    factuality = evoked.factuality
    if factuality.status is None or factuality.status is Status.PROPOSED:
        return None
    stage, status = evoked.frame.stage, factuality.status
    if evoked.frame.status is not None:
        status = evoked.frame.status
        if named.definite and not named.proper and view.lower[evoked.trigger] in {"discussed", "discuss", "discussing", "prepare", "prepared"}:
            return None
    if stage == "implemented" and status is not Status.OCCURRED:
        return None
    if stage == "negotiated" and view.lower[evoked.trigger].startswith("agree") and not view.prepositional(evoked.trigger, "on"):
        return None
    if factuality.negated and stage in {"ratified", "signed", "implemented", "in force"}:
        return None
    if status is Status.PLANNED and stage in {"signed", "in force", "ratified", "initialled"}:
        stage = "announced"
    if _is_general(scene, view, token, named):
        return None
    parties = _parties(telling, sentence, evoked, token, link)
    if len(parties) < 2 or len(parties) > 12:  # noqa: PLR2004 - an act needs two parties
        return None
    dated = find_when(sentence, evoked.trigger, evoked.support) or (_own_year(view, token) if stage in {"signed", "in force"} else None)
    signers = [item for path in ("subject", "by") for item in fill(view, evoked, path)] if stage == "signed" else []
    content = Instrument(
        type=named.type,
        title=_title(scene, view, token),
        parties=tuple(sorted(parties)),
        stage=stage,
        signatories=scene.participants(scene.people_of_all(view, list(dict.fromkeys(signers)))),
        place=find_place(scene, view, evoked.trigger, evoked.support),
        count=named.count,
        topics=codebook.topics_of(_title(scene, view, token).lower().split()),
    )
    return _finish(telling, sentence, evoked, content, status, dated)


def _is_general(scene: Scene, view: View, token: int, named: InstrumentName) -> bool:
    """Say whether only "agreements" or "documents" are spoken of, with no number and no subject."""
    noun = named.title.lower()
    return noun in {"agreements", "documents", "deals", "document", "accords", "contracts", "pacts", "treaties", "protocols", "declarations"} and named.count is None and _title(scene, view, token).lower() == noun


def _own_year(view: View, token: int) -> Dated | None:
    """Return the date in an act's own name: "the memorandum of 28 June", "the 1904 treaty"."""
    for kid in [*view.children(token, "amod", "compound", "nummod", "nmod"), *(item for word, item in view.prepositions(token) if word in {"of", "from"})]:
        link = view.link(kid)
        if link is not None and link.when is not None:
            return Dated(when=link.when, link=link, token=kid)
    return None


def _named_only(telling: Telling, sentence: SentenceView, used: set[int]) -> list[Draft]:
    """Return treaties that are only named, with the year of their signature."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        act = _act(view, token)
        if act is None or token in used or act[1].type not in {"treaty", "agreement"}:
            continue
        link, named = act
        dated = _own_year(view, token)
        year = _YEAR.search(named.title)
        if not (named.proper or named.type == "treaty") or (dated is None and year is None):
            continue
        parties = _parties(telling, sentence, None, token, link)
        if len(parties) < 2:  # noqa: PLR2004 - as above
            continue
        content = Instrument(type=named.type, title=_title(scene, view, token), parties=tuple(sorted(parties)), stage="in force")
        draft = Draft(content=content, spans=[sentence.span], rule="instrument.named", background=True, confidence=0.55, sentence=sentence.index)
        telling.date(draft, dated)
        if dated is None and year is not None:
            draft.date, draft.date_basis = year.group(), DateBasis.STATED
        drafts.append(draft)
    return drafts


def _deliver(telling: Telling, sentence: SentenceView, evoked: Evoked, token: int, link: Link, named: InstrumentName) -> Draft | None:
    """Make a letter of "handed over a letter addressed to the minister"."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    if evoked.frame.stage not in {"delivered", "signed"} or evoked.factuality.status is not Status.OCCURRED or named.title.lower() in {"message", "messages"} and not _is_written(view, token):
        return None
    givers = scene.parties_of_all(view, [item for path in ("subject", "by", "from") for item in fill(view, evoked, path)])
    takers = [item for path in ("indirect", "to") for item in fill(view, evoked, path)]
    takers.extend(view.prepositional(token, "to"))
    for kid in view.clause_children(token):
        takers.extend(view.prepositional(kid, "to"))
    codes = tuple(dict.fromkeys([*givers, *scene.parties_of_all(view, takers), *scene.parties_of_all(view, view.prepositional(token, "from"))]))
    if len(codes) < 2:  # noqa: PLR2004 - a letter has two sides
        codes = _complete(telling, sentence, codes)
    if len(codes) != 2:  # noqa: PLR2004 - as above
        return None
    content = Instrument(type="letter", title=_title(scene, view, token), parties=tuple(sorted(codes)), stage="delivered")
    del link
    return _finish(telling, sentence, evoked, content, Status.OCCURRED, find_when(sentence, evoked.trigger, evoked.support))


def _is_written(view: View, token: int) -> bool:
    return any(view.lower[kid] in {"written", "special", "congratulatory"} for kid in view.children(token, "amod")) or bool(view.prepositional(token, "of"))


def _present_credentials(telling: Telling, sentence: SentenceView, evoked: Evoked, token: int, named: InstrumentName) -> Draft | None:
    """Make the ceremony of "presented his credentials to", the meeting of "received a copy of the credentials of"."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    if evoked.factuality.status not in {Status.OCCURRED, Status.ONGOING, Status.PLANNED}:
        return None
    tokens = [item for path in ("subject", "by", "indirect", "to", "from") for item in fill(view, evoked, path)]
    tokens.extend([*view.prepositional(token, "of"), *view.prepositional(token, "to"), *view.prepositional(token, "from"), *view.possessors(token)])
    tokens = [item for item in dict.fromkeys(tokens) if item != token]
    people = scene.people_of_all(view, tokens)
    parties = tuple(dict.fromkeys([*scene.parties_of_all(view, tokens), *(person.of for person in people if person.of)]))
    if len(parties) < 2:  # noqa: PLR2004 - an encounter needs two parties
        return None
    kind = "meeting" if "cop" in named.title.lower() else "ceremony"
    content = Encounter(
        type=kind,
        parties=tuple(sorted(parties[:2])),
        participants=scene.participants(people),
        place=find_place(scene, view, evoked.trigger, evoked.support),
    )
    return _finish(telling, sentence, evoked, content, evoked.factuality.status, find_when(sentence, evoked.trigger, evoked.support))


def _finish(telling: Telling, sentence: SentenceView, evoked: Evoked, content: Instrument | Encounter, status: Status, dated: Dated | None) -> Draft:
    draft = Draft(
        content=content,
        spans=[sentence.span],
        rule=evoked.frame.name,
        status=status,
        background=telling.is_background(sentence, evoked.factuality, dated),
        attributed_to=telling.attribution(sentence, evoked.factuality),
        confidence=0.75,
        sentence=sentence.index,
    )
    telling.date(draft, dated)
    return draft
