"""Letters between states: handed over, sent, or spoken of as what a message was said in."""

from __future__ import annotations

from dragoman.claims.act_parties import complete_by_talk
from dragoman.claims.acts import Act, act_at, make_act
from dragoman.claims.evoke import Evoked, fill
from dragoman.claims.factuality import judge
from dragoman.claims.scene import SentenceView
from dragoman.claims.telling import Telling
from dragoman.claims.view import View
from dragoman.codebook.rule_words import rule_words
from dragoman.values.claim import Instrument, Status

__all__ = ["deliver", "find_letters_told_in"]


def deliver(telling: Telling, sentence: SentenceView, evoked: Evoked, act: Act) -> Instrument | None:
    """Make the letter of "handed over a letter addressed to the minister"; a bare "message" is a figure of speech and left alone."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    if evoked.frame.stage not in {"delivered", "signed"} or evoked.factuality.status is not Status.OCCURRED or not _is_written(view, act):
        return None
    givers = [item for path in ("subject", "by", "from") for item in fill(view, evoked, path)]
    givers.extend(view.prepositional(act.token, "from"))
    takers = [item for path in ("indirect", "to") for item in fill(view, evoked, path)]
    takers.extend(view.prepositional(act.token, "to"))
    addressed = [kid for kid in view.children(evoked.trigger, "conj", "advcl") if view.lower[kid] == "addressed"]
    for kid in [*view.clause_children(act.token), *addressed]:
        takers.extend(view.prepositional(kid, "to"))
    codes = scene.parties_of_all(view, [*(item for item in givers if item != act.token), *takers, *view.possessors(act.token)])
    if len(codes) == 1 and not takers:
        codes = complete_by_talk(telling, sentence, codes)
    return _letter(act, codes)


def find_letters_told_in(telling: Telling, sentence: SentenceView, used: set[int]) -> list[tuple[int, Instrument]]:
    """Return the letters of "in a letter to Y, X said" and "in a message, X congratulated Y", with the verb that tells of each."""
    view, scene = sentence.view, telling.scene
    assert view is not None  # noqa: S101 - called on parsed sentences
    found: list[tuple[int, Instrument]] = []
    for token in range(len(view)):
        named = act_at(view, token)
        if (
            named is None
            or named.type != "letter"
            or token in used
            or view.relation(token) != "pobj"
            or view.lower[view.head(token)] not in {"in", "by"}
        ):
            continue
        verb = view.governing_verb(token)
        if verb is None or view.lower[verb] not in rule_words("letter_verbs") or judge(view, verb).status is not Status.OCCURRED:
            continue
        act = make_act(scene, view, token)
        givers = scene.parties_of_all(view, view.subjects(verb))
        takers = scene.parties_of_all(view, view.prepositional(token, "to"))
        if not takers and view.lower[verb] in rule_words("letter_takers"):
            takers = scene.parties_of_all(view, (*view.objects(verb), *view.datives(verb)))
        letter = _letter(act, tuple(dict.fromkeys((*givers, *takers)))) if givers and takers else None
        if letter is not None:
            found.append((verb, letter))
    return found


def _letter(act: Act, codes: tuple[str, ...]) -> Instrument | None:
    if len(codes) != 2:
        return None
    return Instrument(type="letter", title=act.title, parties=tuple(sorted(codes)), stage="delivered")


def _is_written(view: View, act: Act) -> bool:
    if not act.named.title.lower().endswith(("message", "messages")):
        return True
    modifiers = {*act.named.title.lower().split(), *(view.lower[kid] for kid in view.children(act.token, "amod", "compound"))}
    return bool(modifiers & rule_words("written_modifiers")) or any(
        view.lower[item] in rule_words("message_contents") for item in view.prepositional(act.token, "of")
    )
