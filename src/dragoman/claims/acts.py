"""Written acts in a sentence: which of them a frame is about, what they are called, and the date that their name holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.claims.evoke import Evoked
from dragoman.claims.scene import Scene
from dragoman.claims.view import View
from dragoman.claims.when import Dated
from dragoman.codebook.rule_words import rule_words
from dragoman.values.link import Link
from dragoman.values.mention import InstrumentName, TimeExpression
from dragoman.values.span import Span

__all__ = ["Act", "act_at", "acts_of", "find_own_date", "is_plain", "make_act"]

_LONGEST_TITLE = 200
_FAR = 5
_FAR_ASIDE = 9
_OPENS_WITHIN = 7
_COMES = ("come", "came", "coming", "emerg")  # "came away with an agreement"
_ENDS = ("expire", "expiring", "laps", "run", "ran", "end")  # what they say of their subject, not of an object
_ELLIPSES = frozenset({"another", "one", "second", "third", "others"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_MAIN_CLAUSES = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})
_JOINTS = frozenset({"and", ",", ";", ":", "plus", "&", "including"})
_INDEFINITE = frozenset({"a", "an", "another", "two", "three", "four", "five", "several", "separate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A written act at a token, with its title: the words that name it and what it is about."""

    token: int
    link: Link
    named: InstrumentName
    title: str


def act_at(view: View, token: int) -> InstrumentName | None:
    """Return the act that a token names, or None."""
    link = view.link(token)
    return link.mention.named if link is not None and isinstance(link.mention.named, InstrumentName) else None


def acts_of(scene: Scene, view: View, evoked: Evoked) -> list[Act]:
    """Return the acts that a frame is about: its object, what it is "of", its subject ("entered into force"), and those listed behind.

    Known to be missed: an act that stands in another sentence than the word that says what is done with it.
    """
    if not evoked.verbal and evoked.support is not None and view.tokens[evoked.trigger].tag.startswith("JJ"):
        heads = view.subjects(evoked.support)  # "the treaty is ready"
        if not any(act_at(view, head) for head in heads):
            heads = [token for token in range(evoked.support) if act_at(view, token) is not None and _is_first(view, token)]
    else:
        heads = _governed(view, evoked) if evoked.verbal else _named_by_noun(view, evoked.trigger)
    tokens: list[int] = []
    for token in dict.fromkeys(view.all_conjuncts(heads)):
        if act_at(view, token) is not None:
            tokens.append(token)
        elif view.lower[token] in rule_words("act_wrappers"):
            tokens.extend(item for word in ("of", "to") for item in view.prepositional(token, word) if act_at(view, item) is not None)
        tokens.extend(_again_under(view, token))
    announced = _announced_list(view, evoked.trigger, heads)
    if announced:
        return [make_act(scene, view, token) for token in announced]
    if tokens:
        tokens.extend(_listed_behind(view, max(tokens)))
    acts = [make_act(scene, view, token) for token in dict.fromkeys(tokens)]
    return acts or [act for token in heads if (act := _another(scene, view, token)) is not None]


def _is_first(view: View, token: int) -> bool:
    """Say whether an act opens its sentence, as the subject that a long relative clause hides from the parse."""
    return token < _OPENS_WITHIN and not any(view.is_verb(item) or view.lower[item] == "," for item in range(token))


def _another(scene: Scene, view: View, token: int) -> Act | None:
    """Return the act that "another" stands for: "initialled an agreement on investment and signed *another on road transport*"."""
    earlier = next((item for item in range(token - 1, -1, -1) if act_at(view, item) is not None), None)
    if earlier is None or view.lower[token] not in _ELLIPSES or view.link(token) is not None:
        return None
    act = make_act(scene, view, earlier)
    behind = [kid for kid in view.children(view.head(token), "prep") if kid > token and view.lower[kid] in rule_words("act_subject")]
    about = [view.tokens[item].text for item in _subject_of(view, token) or [item for kid in behind[:1] for item in view.subtree(kid)]]
    if not about:
        return None
    named = replace(act.named, definite=False, title=act.named.title)
    return Act(token=token, link=act.link, named=named, title=" ".join((act.named.title, *about)))


def _announced_list(view: View, trigger: int, heads: Iterable[int]) -> list[int]:
    """Return the acts behind the colon of "several documents were signed: an agreement on …, and a memorandum on …"."""
    colon = next((token for token in range(trigger + 1, len(view)) if view.lower[token] == ":"), None)
    if colon is None or not any(head < colon and _is_collective(view, head) for head in heads):
        return []
    return [token for token in range(colon + 1, len(view)) if act_at(view, token) is not None]


def _again_under(view: View, token: int) -> list[int]:
    """Return the acts of "the signing of a memorandum on trade *and of a plan*", parsed as a second preposition."""
    kids = [kid for prep in view.children(view.head(token), "conj") for kid in view.children(prep, "pobj")]
    inner = [
        kid
        for item in view.subtree(token)
        if view.relation(item) == "prep"
        for prep in view.children(item, "conj")
        for kid in view.children(prep, "pobj")
    ]
    return [item for item in (*kids, *inner) if view.lower[view.head(item)] in {"of", "for", "on"} and act_at(view, item) is not None]


def _is_collective(view: View, token: int) -> bool:
    named = act_at(view, token)
    word = named.title.lower().split()[-1] if named is not None else view.lower[token]
    return word in rule_words("collective_acts")


def make_act(scene: Scene, view: View, token: int) -> Act:
    """Return the act that a token names."""
    link, named = view.link(token), act_at(view, token)
    assert link is not None  # noqa: S101 - callers look first
    assert named is not None  # noqa: S101 - as above
    return Act(token=token, link=link, named=named, title=_title(scene, view, token))


def _governed(view: View, evoked: Evoked) -> list[int]:
    trigger = evoked.trigger
    tokens = list(view.objects(trigger))
    if view.children(trigger, "auxpass") and not view.children(trigger, "nsubjpass"):
        sites = (trigger, *view.children(trigger, "auxpass"))  # "Signed today were …"
        tokens = view.all_conjuncts(kid for site in sites for kid in view.children(site, "attr", "nsubj", "dobj") if kid > trigger)
    if not tokens and view.lower[view.head(trigger)] in rule_words("finishing_verbs") and view.relation(trigger) == "xcomp":
        tokens = list(view.objects(view.head(trigger)))  # "the pact which they finished negotiating"
    if not any(act_at(view, token) for token in tokens):
        tokens.extend(_far_act(view, trigger))
    tokens.extend(kid for token in tuple(tokens) for kid in view.children(token, "appos") if act_at(view, token) is None)
    if evoked.frame.stage == "in force" or view.lower[trigger].startswith(_ENDS):
        tokens.extend(view.subjects(trigger))
    words: tuple[str, ...] = ("to", "on", "under", "into") if evoked.frame.object else ("to", "on", "from", "of")
    if view.lower[trigger].startswith(_COMES):
        words = ("with",)
    tokens.extend(item for word in words for item in view.prepositional(trigger, word))
    tokens.extend(inner for kid in view.children(trigger, "dobj") for inner in view.prepositional(kid, "to") if evoked.frame.object)
    return tokens


def _named_by_noun(view: View, noun: int) -> list[int]:
    """Return what stands under a noun such as "signing", also when it is the first half of "signing ceremony"."""
    sites = [noun, view.head(noun)] if view.relation(noun) == "compound" else [noun]
    tokens = [item for site in sites for word in ("of", "on", "for", "from", "to", "over") for item in view.prepositional(site, word)]
    return [*tokens, *(kid for site in sites for kid in view.children(site, "compound", "nmod", "poss"))]


def _far_act(view: View, verb: int) -> list[int]:
    """Return the act nearest before a verb whose object is "which", or a participle behind a comma, when the parse hangs it elsewhere."""
    relative = any(view.lower[kid] in {"which", "that"} for kid in view.children(verb, "dobj", "nsubjpass", "nsubj"))
    if view.relation(verb) in {"relcl", "acl"} and not view.children(verb, "dobj") and act_at(view, view.head(verb)) is not None:
        return [view.head(verb)]  # "the convention the two countries concluded in Oslo"
    if verb > 1 and view.lower[verb - 1] == "," and act_at(view, verb - 2) is not None and not view.children(verb, "dobj"):
        return [verb - 2]  # "The deal, struck in May, …" parsed as if the deal struck
    hidden = [
        item for kid in view.children(verb, "nsubj") for item in view.children(kid, "compound", "nmod") if act_at(view, item) is not None
    ]
    if hidden and not view.children(verb, "dobj"):
        return hidden[:1]  # "The convention the two countries concluded in May became …" parsed as one noun
    participle = view.tokens[verb].tag == "VBN" and not view.children(verb, "aux", "auxpass", "nsubj", "nsubjpass", "dobj")
    if not relative and not participle:
        return []
    if relative and view.relation(verb) == "relcl" and view.lower[view.head(verb)] in rule_words("other_antecedents"):
        return []
    aside = verb > 0 and view.lower[verb - 1] == ","  # "the agreement on scientific cooperation, signed in 1984"
    first = -1 if relative else max(-1, verb - (_FAR_ASIDE if aside else _FAR))
    return next(([token] for token in range(verb - 1, first, -1) if act_at(view, token) is not None), [])


def _listed_behind(view: View, last: int) -> list[int]:
    """Return the acts that a list goes on with: "an agreement on customs *and a memorandum* on tourism".

    The parse often hangs the second one below what the first is about, so the words decide: a joint, an indefinite article or a number, and
    no new main verb between.
    """
    found: list[int] = []
    for token in range(last + 1, len(view)):
        if view.tokens[token].tag in _FINITE and view.relation(token) in _MAIN_CLAUSES and view.is_verb(token):
            break
        if act_at(view, token) is not None and _is_listed(view, token):
            found.append(token)
    return found


def _is_listed(view: View, token: int) -> bool:
    before, indefinite = token - 1, False
    while before > 0 and (view.lower[before] in _INDEFINITE or view.tokens[before].tag in {"CD", "JJ"}):
        indefinite = indefinite or view.lower[before] in _INDEFINITE or view.tokens[before].tag == "CD"
        before -= 1
    if view.lower[before] == "as" and before > 1:
        return indefinite and view.lower[before - 1] == "well"
    return view.lower[before] in _JOINTS and (indefinite or view.lower[before] in {";", ":"} or view.tokens[token].text.endswith("s"))


def _title(scene: Scene, view: View, token: int) -> str:
    """Return the act's words with what it is about: "memorandum of understanding on customs"."""
    span = view.tokens[token].span
    end = max([span.end, *(view.tokens[item].span.end for item in _subject_of(view, token))])
    title = " ".join(scene.text(Span(span.start, end)).split())
    return title[:_LONGEST_TITLE].rstrip(" ,;.:")


def _subject_of(view: View, token: int) -> list[int]:
    """Return the tokens that say what an act is about, in order; times, relative clauses and the next act of a list are left out."""
    found: list[int] = []
    for kid in view.children(token, "prep", "acl"):
        if kid < token or not _tells_subject(view, kid):
            continue
        below = view.subtree(kid)
        clauses = {inner for item in below if view.relation(item) == "relcl" for inner in view.subtree(item)}
        for item in below:
            if item > kid and (item in clauses or _ends_subject(view, item)):
                break
            found.append(item)
    while found and view.lower[found[-1]] in {"and", ",", "a", "an", "the", "as", "well", "in", "on", "at", "with", "between"}:
        found.pop()
    return found


def _tells_subject(view: View, kid: int) -> bool:
    word = view.lower[kid]
    if view.relation(kid) == "acl":
        return view.tokens[kid].tag == "VB" or (view.tokens[kid].tag == "VBG" and view.link(kid) is None)
    below = view.children(kid, "pobj", "pcomp")
    if any((link := view.link(item)) is not None and isinstance(link.mention.named, TimeExpression) for item in below):
        return False
    if word == "in":
        return any(view.lower[item] in rule_words("act_subject_in") for item in below)
    return word in rule_words("act_subject")


def _ends_subject(view: View, item: int) -> bool:
    link = view.link(item)
    if link is not None and isinstance(link.mention.named, TimeExpression):
        return True
    if link is not None and isinstance(link.mention.named, InstrumentName):
        return _is_listed(view, item)
    return view.lower[item] in {";", ":", "(", "which"} or (view.lower[item - 1] == "and" and view.lower[item] in {"of", "for"})


def is_plain(act: Act) -> bool:
    """Say whether an act is named by a word of its kind alone: "the agreement", "these documents", "a joint document"."""
    words = act.title.lower().split()
    return words[-1] == act.named.title.lower().split()[-1] and set(words[:-1]) <= rule_words("plain_modifiers")


def find_own_date(view: View, token: int) -> Dated | None:
    """Return the date in an act's own name: "the memorandum of 28 June", "the 1904 treaty"."""
    kids: Iterable[int] = (
        *view.children(token, "amod", "compound", "nummod", "nmod"),
        *(item for word, item in view.prepositions(token) if word in {"of", "from"}),
    )
    for kid in kids:
        link = view.link(kid)
        if link is not None and link.when is not None:
            return Dated(when=link.when, link=link, token=kid)
    return _date_behind(view, token)


def _date_behind(view: View, token: int) -> Dated | None:
    """Return the date right behind an act by the words alone, where the parse hangs it elsewhere: "the accord of May 2008"."""
    at = token + 2
    link = view.link(at) if at < len(view) and view.lower[at - 1] in {"of", "from", "dated"} else None
    return Dated(when=link.when, link=link, token=at) if link is not None and link.when is not None else None
