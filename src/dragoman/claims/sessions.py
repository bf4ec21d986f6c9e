"""Sessions: sittings of standing bodies, and standing bodies named without one."""

from __future__ import annotations

from dataclasses import replace

from dragoman import codebook, kb
from dragoman.claims.draft import Draft
from dragoman.claims.encounters import find_place
from dragoman.claims.factuality import Factuality, judge
from dragoman.claims.scene import SentenceView
from dragoman.claims.session_parties import BodyFound, find_body_parties
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.claims.when import find_when
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Session, Status
from dragoman.values.edtf import earliest
from dragoman.values.mention import BodyName

__all__ = ["find_sessions"]

_CHAIR_WORDS = frozenset({"by", "under"})
_TAKE = frozenset({"take", "takes", "took", "taken", "taking"})
_AT = frozenset({"at", "in", "during", "for", "of", "with"})
_TALKATIVE = frozenset({"dialogue", "forum"})
_ORDINALS = {
    word: number
    for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), 1)
}
_FOUNDS = ("establish", "creat", "form", "launch", "set", "found", "institut", "constitut")
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.DENIED})
_DAY_CHARS = len("2022-05-20")
_FIXED = frozenset({"scheduled", "planned", "fixed", "set", "slated", "due", "expected"})
_PARTICIPLE_REACH = 3
_LOOK_BACK_SENTENCES = 4


def find_sessions(telling: Telling, sentence: SentenceView) -> list[Draft]:
    """Return the sittings and bodies of a sentence.

    "The next session" and "the sixth is to be held" are sittings of the body told last. A body that neither sits nor is numbered is
    `ongoing`, and counts only when its name gives its parties; a dialogue or forum without a sitting is mere talk.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    for token in range(len(view)):
        link = view.link(token)
        if link is not None and isinstance(link.mention.named, BodyName):
            named = link.mention.named
        elif link is None and (ordinal := _bare_ordinal(view, token)) is not None and telling.sessions:
            named = BodyName(name=None, type=None, number=ordinal, sitting=True)
        elif link is None and (sitting := _spoken_of(telling, sentence, token)) is not None:
            named = sitting
        else:
            continue
        for verb in _sitting_verbs(view, token, named):
            draft = _sitting(telling, sentence, BodyFound(token=token, link=link, named=named), verb)
            if draft is not None:
                drafts.append(telling.add(draft))
    return drafts


def _bare_ordinal(view: View, token: int) -> int | None:
    """Return 6 for "the sixth" that stands for a sitting: the subject of a verb of sitting."""
    word = view.lower[token]
    number = _ORDINALS.get(word) or (int(word[:-2]) if word[:-2].isdigit() and word.endswith(("st", "nd", "rd", "th")) else None)
    if view.relation(token) not in {"nsubj", "nsubjpass"} or number is None:
        return None
    verbs = {view.lower[step] for step in (view.head(token), *view.children(view.head(token), "xcomp"))}
    return number if verbs & (rule_words("sitting_verbs") | _FIXED) else None


def _spoken_of(telling: Telling, sentence: SentenceView, token: int) -> BodyName | None:
    """Read "the next round" after a sitting was told, and "the commission last sat in", "the committee meets again in" of the body told."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    known = telling.sessions[-1] if telling.sessions else None
    if known is None or not isinstance(known.content, Session) or view.relation(token) not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    talk = telling.last_talk()
    verb, word = view.head(token), view.lower[token]
    if view.lower[verb] not in rule_words("sitting_verbs") | _FIXED:
        return None
    kids = [view.lower[kid] for kid in view.children(token, "amod", "det", "nummod")]
    if word in {"round", "meeting", "edition"} and (talk is None or talk.sentence <= known.sentence):
        number = next((_ORDINALS[kid] for kid in kids if kid in _ORDINALS), None)
        ahead = bool({"next", "following", "another"} & set(kids))
        return BodyName(name=None, type=None, number=number, sitting=True, order="next" if ahead else None) if number or ahead else None
    again = {view.lower[kid] for kid in view.children(verb, "advmod")} & {"again", "last", "next"}
    is_same = word in known.content.body.lower().split() and "the" in kids
    return BodyName(name=None, type=None, sitting=True, order="next" if again & {"again", "next"} else None) if again and is_same else None


def _is_earlier(view: View, verb: int) -> bool:
    """Say whether a relative clause tells of the sitting before: "the seventh session of the commission, which last convened in 2015"."""
    return view.relation(verb) == "relcl" and any(view.lower[kid] == "last" for kid in view.children(verb, "advmod"))


def _sitting_verbs(view: View, token: int, named: BodyName) -> list[int | None]:
    """Return the verbs that make a body sit: the one above it and those of its relative clauses; None for a sitting or body only named."""
    words = rule_words("sitting_verbs")
    verbs: list[int | None] = []
    governing = view.governing_verb(token)
    if governing is not None and _sits_by(view, token, governing):
        sits = [step for step in (governing, *view.children(governing, "xcomp")) if view.lower[step] in words]
        verbs.extend(sits[:1])
    verbs.extend(kid for kid in view.clause_children(token) if view.lower[kid] in words)
    verbs.extend(step for step in _participles_behind(view, token) if step not in verbs)
    return verbs or ([None] if named.sitting or named.name else [])


def _sits_by(view: View, token: int, verb: int) -> bool:
    """Say whether a verb has the body as its subject, its object, or right under its preposition ("met at the session")."""
    step = token
    while view.relation(step) == "conj" and view.head(step) != step:
        step = view.head(step)
    relation = view.relation(step)
    if view.lower[verb] in _TAKE and not any(view.lower[kid] == "place" for kid in view.children(verb, "dobj")):
        return False
    if relation in {"nsubj", "nsubjpass"}:
        return True
    if view.lower[verb].startswith("discuss"):
        return False
    under = view.head(step)
    return relation == "dobj" or (relation == "pobj" and view.head(under) == verb and view.lower[under] in _AT)


def _participles_behind(view: View, token: int) -> list[int]:
    """Return the participle right behind a body, wherever the parse hangs it: "the previous session, *held* in October"."""
    behind = range(token + 1, min(len(view), token + 1 + _PARTICIPLE_REACH))
    return [
        step
        for step in behind
        if view.tokens[step].tag == "VBN"
        and view.lower[step] in rule_words("sitting_verbs")
        and not view.children(step, "aux", "auxpass", "nsubj", "nsubjpass")
    ][:1]


def _sitting(telling: Telling, sentence: SentenceView, found: BodyFound, verb: int | None) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    known = _body(telling, found.named)
    if known is None and found.named.name is None:
        found = _with_body_spoken_of(telling, sentence, found)
    token, named = found.token, found.named
    body = named.name or (known.body if known is not None else None)
    kind = named.type or (known.type if known is not None else None)
    sits = named.sitting or verb is not None
    if body is None or kind is None or (not sits and kind in _TALKATIVE):
        return None
    parties = find_body_parties(telling, sentence, found, known, sits=sits)
    if not parties or (len(parties) == 1 and (kb.is_state(parties[0]) or not sits)):  # a body of one state is none
        return None
    trigger = verb if verb is not None else token
    factuality = _judge(view, trigger)
    status = factuality.status if not sits and _is_founded(view, token) else _status(named, factuality, sits=sits)
    if status is None:
        return None
    dated = find_when(sentence, trigger, None) or find_when(sentence, token, None)
    if status is Status.OCCURRED and sits and dated is not None and _lies_ahead(telling, dated.when.edtf):
        status = Status.PLANNED
    draft = Draft(
        content=Session(
            body=body,
            type=kind,
            parties=tuple(sorted(parties)),
            number=None if _is_earlier(view, trigger) else named.number,
            place=find_place(scene, view, trigger, None),
            co_chairs=scene.participants(scene.people_of_all(view, _chairs(view, trigger, token))),
            topics=codebook.topics_of(body.lower().split()),
        ),
        spans=[sentence.span],
        rule="session.sitting" if sits else "session.body",
        status=status,
        background=telling.is_background(sentence, factuality, dated),
        attributed_to=telling.attribution(sentence, factuality),
        confidence=0.85 if named.number else 0.7,
        sentence=sentence.index,
    )
    if sits:
        telling.date(draft, dated)
    return draft


def _judge(view: View, trigger: int) -> Factuality:
    """Judge a sitting by its verb; a purpose ("will visit Iran *to attend* the session") by the verb it serves."""
    if view.tokens[trigger].tag == "VBN" and view.relation(trigger) in {"acl", "advcl"} and not view.children(trigger, "aux"):
        return Factuality(status=Status.OCCURRED)  # "the commission held in May" has been held, whatever is told of it
    if view.tokens[trigger].tag == "VB" and view.relation(trigger) in {"advcl", "xcomp"} and view.is_verb(view.head(trigger)):
        above = judge(view, view.head(trigger))
        own = judge(view, trigger)
        return own if own.status is not Status.OCCURRED else above
    return judge(view, trigger)


def _lies_ahead(telling: Telling, edtf: str) -> bool:
    published = telling.scene.document.published
    first, day = earliest(edtf), earliest(published[:_DAY_CHARS]) if published is not None else None
    return first is not None and day is not None and first > day


def _is_founded(view: View, token: int) -> bool:
    """Say whether a body is only about to be: "should establish a joint committee"."""
    verb = view.governing_verb(token)
    return verb is not None and view.lower[verb].startswith(_FOUNDS) and token in view.objects(verb) and judge(view, verb).status in _AHEAD


def _status(named: BodyName, factuality: Factuality, *, sits: bool) -> Status | None:
    status = factuality.status
    if status is None or not sits:
        return None if status is None else Status.ONGOING
    if status is Status.ONGOING:
        status = Status.OCCURRED
    if named.order == "next" and status is Status.OCCURRED:
        return Status.PLANNED
    return Status.PLANNED if status is Status.PROPOSED and factuality.promised else status


def _body(telling: Telling, named: BodyName) -> Session | None:
    """Return the session told last, of the same body when this one has a name."""
    for draft in reversed(telling.sessions):
        if isinstance(draft.content, Session) and (
            named.name is None or set(named.name.lower().split()) <= set(draft.content.body.lower().split())
        ):
            return draft.content
    return None


def _with_body_spoken_of(telling: Telling, sentence: SentenceView, found: BodyFound) -> BodyFound:
    """Return a sitting without a name under the body named last before it: "the agenda of the commission, whose sixth session"."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    first = max(0, sentence.index - _LOOK_BACK_SENTENCES)
    before = [link for earlier in telling.scene.sentences[first : sentence.index] for link in earlier.linked.links]
    for link in (*before, *(view.link(index) for index in range(found.token)))[::-1]:
        if link is not None and isinstance(link.mention.named, BodyName) and link.mention.named.name is not None:
            body = link.mention.named
            return replace(found, link=link, named=replace(found.named, name=body.name, type=body.type))
    return found


def _chairs(view: View, trigger: int, token: int) -> list[int]:
    found: list[int] = []
    chairing = rule_words("chair_verbs")
    for site in (trigger, token):
        for word, item in view.prepositions(site):
            if word in _CHAIR_WORDS:
                found.extend([item, *view.prepositional(item, "of")])
        if view.is_verb(site) and "chair" in view.lower[site]:
            found.extend(view.subjects(site))
        for kid in view.clause_children(site):
            if view.lower[kid] in chairing:
                found.extend([*view.subjects(kid), *view.prepositional(kid, "by")])
    return list(dict.fromkeys(view.all_conjuncts(found)))
