"""Instruments: written acts at a stage of their life, with letters handed over and credentials presented."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.act_named import find_named_acts
from dragoman.claims.act_parties import Sides, find_sides
from dragoman.claims.act_statements import find_statements_told
from dragoman.claims.acts import Act, acts_of, find_own_date, is_plain
from dragoman.claims.credentials import present_credentials
from dragoman.claims.draft import Draft
from dragoman.claims.encounters import find_place
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.letters import deliver, find_letters_told_in
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.told_acts import find_listed_acts
from dragoman.claims.view import View
from dragoman.claims.when import Dated, find_when
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Encounter, Instrument, Status
from dragoman.values.mention import StateName

__all__ = ["find_instruments"]

_CREDENTIALS = "credentials"
_NOT_ACTS = frozenset({"resolution", "invitation"})
_LOOSE_ACTS = frozenset({"statement", "declaration", "programme"})
_LASTING = frozenset({"terminated", "implemented", "suspended"})
_NOT_YET = frozenset({"until", "till", "before", "once", "unless"})
_AFTER = frozenset({"after", "since", "following", "upon", "besides", "by"})


def find_instruments(telling: Telling, sentence: SentenceView, evoked: list[Evoked]) -> list[Draft]:
    """Return the instruments of a sentence: one draft for each act and each thing done with it.

    An act merely named counts only when it is an old treaty named with its year: it is in force. Left alone on purpose: "the deal" when no
    act has been told that it could point at, "agreements" with nothing said of them, acts that did not come about, resolutions.
    """
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    drafts: list[Draft] = []
    used: set[int] = set()
    staged: set[int] = set()
    for frame in evoked:
        for act in acts_of(telling.scene, view, frame):
            draft = _read_act(telling, sentence, frame, act)
            if draft is not None and not (act.token in staged and (_is_announced(draft) or frame.frame.name == "instrument.broker")):
                used.add(act.token)
                if not _is_announced(draft):
                    staged.add(act.token)
                drafts.append(draft)
    for verb, letter in find_letters_told_in(telling, sentence, used):
        drafts.append(_draft(telling, sentence, letter, "instrument.told_in", find_when(sentence, verb)))
    drafts.extend(find_statements_told(telling, sentence, used))
    drafts.extend(find_listed_acts(telling, sentence) if not drafts else ())
    drafts.extend(find_named_acts(telling, sentence, used))
    return [draft for draft in drafts if not (_is_announced(draft) and _is_staged_too(draft, drafts))]


def _is_announced(draft: Draft) -> bool:
    return isinstance(draft.content, Instrument) and draft.content.stage == "announced"


def _is_staged_too(draft: Draft, drafts: list[Draft]) -> bool:
    """Say whether the same sentence tells another stage of an announced act: "initialled in May, to be signed in June"."""
    content = draft.content
    return isinstance(content, Instrument) and any(
        isinstance(other.content, Instrument) and other.content.title == content.title and other.content.stage not in {"announced", None}
        for other in drafts
    )


def _read_act(telling: Telling, sentence: SentenceView, frame: Evoked, act: Act) -> Draft | None:
    kind = act.named.type
    content: Instrument | Encounter | None
    if kind in _NOT_ACTS:
        return None
    status = frame.factuality.status or Status.OCCURRED
    if kind == _CREDENTIALS:
        content = present_credentials(telling, sentence, frame, act)
    elif kind == "letter":
        content, status = deliver(telling, sentence, frame, act), Status.OCCURRED
    else:
        return _stage(telling, sentence, frame, act)
    return (
        _finish(telling, sentence, frame, content, status, find_when(sentence, frame.trigger, frame.support))
        if content is not None
        else None
    )


def _stage(telling: Telling, sentence: SentenceView, evoked: Evoked, act: Act) -> Draft | None:
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    told = _stage_told(view, evoked, act)
    if told is None or _is_unready(view, evoked, act) or _is_general(act) or _is_domestic(view, act) or _is_party_politics(view):
        return None
    stage, status = told
    sides = find_sides(telling, sentence, act, evoked)
    if not sides.are_known or not _fits(sides, evoked, act, stage):
        return None
    dated = _find_date(sentence, evoked, act, stage)
    if _is_to_come(telling, view, evoked, dated):
        return None
    signers = [item for path in ("subject", "by") for item in fill(view, evoked, path)] if stage == "signed" else []
    title = sides.told.title if sides.told is not None and is_plain(act) else act.title
    content = Instrument(
        type=sides.told.type if sides.told is not None and is_plain(act) else act.named.type,
        title=title,
        parties=tuple(sorted(sides.parties)),
        stage=stage,
        signatories=scene.participants(scene.people_of_all(view, list(dict.fromkeys(signers)))),
        place=find_place(scene, view, evoked.trigger, evoked.support),
        count=act.named.count,
        topics=codebook.topics_of(title.lower().split()),
    )
    return _finish(telling, sentence, evoked, content, status, dated)


def _stage_told(view: View, evoked: Evoked, act: Act) -> tuple[str | None, Status] | None:
    """Return the stage and status that a frame tells, None when it tells of nothing that came about or is announced."""
    stage, status = evoked.frame.stage, evoked.factuality.status
    if not evoked.factuality.negated and (_is_reduced(view, evoked) or _is_done(view, evoked)):
        status = Status.OCCURRED
    if not evoked.verbal and _is_scheduled(view, evoked.trigger, act.token):
        status = Status.PLANNED  # "signature expected on Tuesday"
    if stage == "ratified" and not evoked.verbal:
        stage = _ratifying(view, evoked.trigger)
        if stage is None:
            return None
    if evoked.frame.name == "instrument.talk" and _is_finished(view, evoked):
        return ("negotiated", Status.OCCURRED) if status in {Status.OCCURRED, Status.ONGOING} else None
    if status is None or status in {Status.PROPOSED, Status.DENIED} or evoked.factuality.negated or stage == "delivered":
        return None
    if evoked.frame.status is not None:
        vague = act.named.definite and is_plain(act)
        over = stage is None and evoked.verbal and view.tokens[evoked.trigger].tag in {"VBD", "VBN"}
        return None if status is Status.PLANNED or vague or over or not _is_asserted(view, evoked) else (stage, evoked.frame.status)
    if status is Status.PLANNED:
        return ("announced", status) if stage == "signed" else None
    if not _is_asserted(view, evoked):
        return None
    if stage == "negotiated" and view.lower[evoked.trigger].startswith("agree") and not view.prepositional(evoked.trigger, "on"):
        return None
    return stage, Status.OCCURRED


def _is_finished(view: View, evoked: Evoked) -> bool:
    """Say whether talks on an act are told to be over: "finished negotiating it", "negotiations on it were concluded"."""
    head, trigger = view.head(evoked.trigger), evoked.trigger
    if evoked.verbal:
        return view.lower[head] in rule_words("finishing_verbs")
    told = view.lower[head] in rule_words("finishing_verbs") and view.tokens[head].tag in {"VBD", "VBN"}
    return told and view.relation(trigger) in {"nsubj", "nsubjpass", "dobj"}


def _is_to_come(telling: Telling, view: View, evoked: Evoked, dated: Dated | None) -> bool:
    """Say whether a present tense has a day still to come: "a contract that expires in December", "ends on Friday with the signing of"."""
    verb = evoked.trigger if evoked.verbal else view.governing_verb(evoked.trigger)
    if verb is None or view.tokens[verb].tag not in {"VBZ", "VBP"} or dated is None:
        return False
    if evoked.verbal != (evoked.frame.stage in _LASTING):
        return False
    published = telling.scene.document.published
    day = dated.when.edtf.split("/")[0]
    return day > published[: len(day)] if published is not None and day[0] != "X" else True


def _is_reduced(view: View, evoked: Evoked) -> bool:
    """Say whether a verb is a bare participle behind its act: "the agreement signed in May" has been signed, whatever is told of it."""
    trigger = evoked.trigger
    return (
        evoked.verbal
        and view.tokens[trigger].tag == "VBN"
        and view.relation(trigger) == "acl"
        and not view.children(trigger, "aux", "auxpass")
    )


def _is_unready(view: View, evoked: Evoked, act: Act) -> bool:
    """Say whether what is told comes before the act: "preparations for the signing", "exchanged drafts of the agreement"."""
    if not evoked.verbal:
        return any(view.lower[step] in rule_words("preparations") for step in view.path_up(evoked.trigger)[1:])
    return evoked.frame.stage == "signed" and any(view.lower[step] in rule_words("unfinished") for step in view.path_up(act.token)[1:3])


def _is_scheduled(view: View, noun: int, act: int) -> bool:
    """Say whether a participle behind "signature of a memorandum" puts it off: "expected on Tuesday"."""
    return any(view.lower[kid] in codebook.word_list("schedulings") for site in (noun, act) for kid in view.children(site, "acl", "amod"))


def _is_done(view: View, evoked: Evoked) -> bool:
    """Say whether a verb tells of something done whatever stands above it: "voted to ratify it", "by midnight, when it expires"."""
    trigger = evoked.trigger
    if not evoked.verbal:
        return False
    tag, relation, head = view.tokens[trigger].tag, view.relation(trigger), view.head(trigger)
    if relation == "xcomp" and view.lower[head] in rule_words("voting_verbs") and view.tokens[head].tag in {"VBD", "VBN"}:
        return True
    finite = tag == "VBD" and bool(view.children(trigger, "nsubj")) and not view.children(trigger, "aux", "mark")
    if finite and relation == "ccomp" and trigger < head and ":" in view.lower[trigger:head]:
        return True  # "They signed a letter: the bank promised money" is parsed as what the bank promised
    ends = evoked.frame.stage == "terminated" and tag in {"VBZ", "VBD"} and not view.children(trigger, "dobj")
    return (
        ends and relation == "advcl" and any(view.lower[kid] in {"when", "as", "after"} for kid in view.children(trigger, "advmod", "mark"))
    )


def _ratifying(view: View, noun: int) -> str | None:
    """Return what a ratification is at: approved by who authorises it, nothing while it is only before parliament, else ratified."""
    above = [view.lower[step] for step in view.path_up(noun)[1:]]
    if any(word.startswith(("authoris", "authoriz", "approv", "endors", "clear", "passed", "adopt")) for word in above):
        return "approved"
    waiting = ("bill", "vote", "draft", "submit", "debate", "await", "pending", "consider", "urge", "discuss", "delay", "block")
    return None if any(word.startswith(waiting) for word in above) else "ratified"


def _find_date(sentence: SentenceView, evoked: Evoked, act: Act, stage: str | None) -> Dated | None:
    """Return what dates a stage; a clause behind the act has only its own times, and the act's name may hold the date of its signature."""
    view = sentence.view
    assert view is not None  # noqa: S101 - called on parsed sentences
    dated = find_when(sentence, evoked.trigger, evoked.support)
    if dated is not None and view.relation(evoked.trigger) in {"acl", "relcl"} and not view.is_below(dated.token, act.token):
        dated = None
    return dated or (find_own_date(view, act.token) if stage in {"signed", "in force"} else None)


def _is_asserted(view: View, evoked: Evoked) -> bool:
    """Say whether a verb's form can tell what happened: no bare infinitive, no gerund but "after signing" and ", signing"."""
    if not evoked.verbal:
        waits = evoked.support is not None and evoked.frame.name == "instrument.ready"
        return not (waits and any(view.lower[kid] in _NOT_YET | {"when"} for kid in view.children(evoked.support or 0, "mark", "advmod")))
    trigger = evoked.trigger
    tag, relation = view.tokens[trigger].tag, view.relation(trigger)
    auxiliaries = {view.lower[kid] for kid in view.children(trigger, "aux", "auxpass")}
    if tag != "VBD" and any(view.lower[kid] in _NOT_YET for kid in view.children(trigger, "mark", "advmod")):
        return False
    if tag == "VB":
        return bool(auxiliaries & {"did", "do", "does"}) or _is_done(view, evoked)
    if tag == "VBG" and relation == "acl" and evoked.frame.stage == "ratified":
        return view.governing_verb(trigger) is not None and _ratifying(view, trigger) is not None  # "approved the law ratifying the treaty"
    if tag == "VBG" and not auxiliaries - {"to"}:
        return relation in {"advcl", "conj"} or (relation == "pcomp" and view.lower[view.head(trigger)] in _AFTER)
    return evoked.frame.stage != "implemented" or tag == "VBD" or bool(auxiliaries & {"was", "were", "been", "has", "have", "had"})


def _is_general(act: Act) -> bool:
    """Say whether only "agreements", "a document" or a bare "statement" are spoken of: no number, no subject, nothing told."""
    words = act.title.lower().split()
    several = words[-1].endswith("s") and words[-1] in rule_words("general_acts") | {
        "contracts",
        "treaties",
        "protocols",
        "declarations",
        "documents",
    }
    return several and is_plain(act) and act.named.count is None


def _is_domestic(view: View, act: Act) -> bool:
    """Say whether an act is one that a state makes alone: "the national action plan", "a presidential memorandum"."""
    modifiers = {view.lower[kid] for kid in view.children(act.token, "amod", "compound")}
    words = modifiers | {word.strip("'’s") for word in act.title.lower().split()[:2]}
    return bool(words & rule_words("domestic")) and not words & rule_words("shared")


def _is_party_politics(view: View) -> bool:
    """Say whether a sentence that names no state speaks of coalitions and blocs: "the parties" are those of one parliament."""
    stateless = not any((link := view.link(token)) is not None and isinstance(link.mention.named, StateName) for token in range(len(view)))
    return stateless and any(word in rule_words("party_politics") for word in view.lower)


def _fits(sides: Sides, evoked: Evoked, act: Act, stage: str | None) -> bool:
    """Say whether a stage can be told of an act so named."""
    if stage == "announced":
        return sides.told is None and not (act.named.definite and is_plain(act))
    if "UN" in sides.parties and set(act.title.lower().split()) & rule_words("many_sided"):
        return False  # "the permanent members of the UN Security Council" sign, not the UN
    if evoked.frame.name == "instrument.withdraw":
        return len(sides.parties) == 2 and not set(act.title.lower().split()) & rule_words("many_sided")
    return True


def _draft(telling: Telling, sentence: SentenceView, content: Instrument, rule: str, dated: Dated | None) -> Draft:
    draft = Draft(content=content, spans=[sentence.span], rule=rule, confidence=0.65, sentence=sentence.index)
    telling.date(draft, dated)
    return draft


def _finish(
    telling: Telling, sentence: SentenceView, evoked: Evoked, content: Instrument | Encounter, status: Status, dated: Dated | None
) -> Draft:
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
