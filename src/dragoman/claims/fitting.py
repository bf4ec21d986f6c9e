"""What the words of meeting need before they tell an encounter: officials on both sides, and no team, clause or press conference."""

from __future__ import annotations

from dragoman import codebook
from dragoman.claims.evoke import Evoked
from dragoman.claims.places import find_place
from dragoman.claims.scene import Scene
from dragoman.claims.view import View
from dragoman.values.claim import Status
from dragoman.values.mention import BodyName, OfficeName, PersonName, Pronoun, StateName

__all__ = ["BY_WIRE", "FACE_TO_FACE", "fits_verb", "is_no_encounter", "margins"]

BY_WIRE = frozenset(
    {"phone", "telephone", "telephonically", "videolink", "video", "virtual", "virtually", "online", "remotely", "zoom", "hotline"}
)
_SPOKEN = frozenset({"call", "called", "calls", "calling", "speak", "spoke", "speaks", "spoken", "speaking", "talk", "talked"})
_NOT_YET = frozenset({"before", "until", "till"})
_GATHER = ("gather", "conven", "assembl", "reconven")
_MATTER = frozenset({"for", "of"})
_TOPIC = frozenset({"on", "about", "toward", "towards"})
_MARGINS = frozenset({"sidelines", "margins", "fringes", "sideline", "margin"})
_CONTENT = ("ccomp", "xcomp", "oprd")
FACE_TO_FACE = frozenset({"meeting.see", "call.ring", "meeting.tell", "meeting.raise", "meeting.hand"})
_WRITTEN = frozenset(
    {"letter", "letters", "message", "messages", "cable", "note", "statement", "telegram", "interview", "writing", "email"}
)
_EXPECT = ("expect", "await")
_SHARES = frozenset({"some", "most", "all", "half", "part", "much", "many"})
_SITTINGS = frozenset({"dialogue", "forum", "commission", "committee", "council", "session"})
_RECEIVED_FOR = frozenset({"for", "at"})


def is_no_encounter(view: View, evoked: Evoked) -> bool:
    """Say whether the words name something else: a press conference, the summit on whose margins others meet, a match."""
    trigger = evoked.trigger
    kids = {view.lower[kid] for kid in view.children(trigger, "compound", "amod", "nmod")}
    if not evoked.verbal and kids & codebook.word_list("no_encounters"):
        return True
    if evoked.frame.type == "call" and view.children(trigger, "acl") and not kids & BY_WIRE:
        return True  # "its call on all states to join"
    if not evoked.verbal and any(view.lower[item] == "parties" for item in view.prepositional(trigger, "of")):
        return True  # a treaty's Conference of the Parties
    if not evoked.verbal and any(view.lower[step] in _MARGINS for step in view.path_up(trigger)[1:4]):
        return True
    if _is_matter(view, evoked) or _is_habit(view, evoked):
        return True
    if not evoked.verbal and view.relation(trigger) == "pobj" and view.lower[view.head(trigger)] in _NOT_YET:
        return True  # "met before the ceremony"
    return evoked.verbal and not codebook.word_list("sports").isdisjoint(view.lower)


def _is_habit(view: View, evoked: Evoked) -> bool:
    """Say whether a speaker only muses on whom they meet: "I like my conversations here", "our talks with artists"."""
    if evoked.verbal or view.tokens[evoked.trigger].tag != "NNS":
        return False
    owners = [view.link(kid) for kid in view.children(evoked.trigger, "poss")]
    if not any(link is not None and isinstance(link.mention.named, Pronoun) and link.mention.named.first for link in owners):
        return False
    partners = [view.link(item) for word in ("with", "between") for item in view.prepositional(evoked.trigger, word)]
    return not any(link is not None and isinstance(link.mention.named, PersonName | OfficeName) for link in partners)


def _is_matter(view: View, evoked: Evoked) -> bool:
    """Say whether an encounter is only what others agree or speak about: "an understanding on resuming negotiations"."""
    verb = evoked.trigger if evoked.verbal else evoked.support
    if verb is None or view.tokens[verb].tag != "VBG" or view.relation(verb) != "pcomp":
        return False
    under = view.head(verb)
    above = view.head(under)
    return view.lower[under] in _TOPIC or (view.lower[under] in _MATTER and view.is_noun(above) and view.link(above) is None)


def margins(view: View, token: int) -> bool:
    """Say whether a token is the sidelines of something, where others meet."""
    return view.lower[token] in _MARGINS


def fits_verb(scene: Scene, view: View, evoked: Evoked, actors: list[int], others: list[int]) -> bool:
    """Check what a verb of meeting needs: people or governments on both sides, no teams, no clause as its content.

    A body that meets sits, and one received "for the annual dialogue" takes part in a sitting: those are sessions.
    """
    name = evoked.frame.name
    if any(_is_body(view, token) for token in actors):
        return False
    if name == "meeting.receive":
        return (
            bool(scene.people_of_all(view, others))
            and not view.children(evoked.trigger, "xcomp", "ccomp")
            and not _is_sitting(view, evoked)
        )
    if name in FACE_TO_FACE:
        return _are_face_to_face(scene, view, evoked, actors, others)
    if name == "call.phone" and view.lower[evoked.trigger] in _SPOKEN:
        habit = view.tokens[evoked.trigger].tag in {"VBZ", "VBP"} and not scene.people_of_all(view, actors)  # "speaks to its neighbours"
        return bool(scene.people_of_all(view, others)) and not view.children(evoked.trigger, *_CONTENT) and not habit
    return name != "meeting.meet" or _do_meet(scene, view, evoked, actors, others)


def _do_meet(scene: Scene, view: View, evoked: Evoked, actors: list[int], others: list[int]) -> bool:
    """Check "meet", "gather" and "call on": somebody on both sides, nothing that is called together, no demand."""
    word = view.lower[evoked.trigger]
    if view.children(evoked.trigger, "xcomp") or (word.startswith(_GATHER) and view.objects(evoked.trigger)):
        return False  # "convene a panel", "gathered his staff"
    if any(view.link(item) is None and view.lower[item] in _SHARES for item in view.objects(evoked.trigger)):
        return False  # "meet some of Peru's needs"
    if word.startswith("call") and not scene.people_of_all(view, others):
        return False  # "call on all states to …" is a demand
    named = [link.mention.named for token in [*actors, *others] if (link := view.link(token)) is not None]
    return not named or any(not isinstance(item, StateName) for item in named) or bool(scene.people_of_all(view, [*actors, *others]))


def _are_face_to_face(scene: Scene, view: View, evoked: Evoked, actors: list[int], others: list[int]) -> bool:
    """Check verbs that mostly tell something else: "saw", "called", "told", "expects" an official of another state."""
    trigger = evoked.trigger
    if not actors or not others or not all(_is_person(view, token) for token in [*actors, *others]):
        return False
    if evoked.frame.name == "meeting.hand":
        return evoked.factuality.status is Status.OCCURRED and bool(scene.people_of_all(view, others))
    if evoked.frame.name in {"meeting.tell", "meeting.raise"}:
        place = find_place(scene, view, trigger, None)
        return (
            evoked.factuality.status is Status.OCCURRED
            and _WRITTEN.isdisjoint(view.lower)
            and BY_WIRE.isdisjoint(view.lower)
            and (evoked.frame.name == "meeting.raise" or (place is not None and place.name is not None))
        )
    if view.children(trigger, *_CONTENT, "attr"):
        return False
    if any(view.lower[kid] in {"as", "off", "through", "out"} for kid in view.children(trigger, "prep", "prt", "mark")):
        return False
    if view.lower[trigger].startswith(_EXPECT):
        place = find_place(scene, view, trigger, None)
        return not view.is_passive(trigger) and place is not None and place.name is not None
    return True


def _is_person(view: View, token: int) -> bool:
    link = view.link(token)
    if link is None:
        return view.lower[token] in codebook.word_list("delegates")
    named = link.mention.named
    return isinstance(named, PersonName | Pronoun) or (isinstance(named, OfficeName) and not named.institution)


def _is_body(view: View, token: int) -> bool:
    link = view.link(token)
    return link is not None and isinstance(link.mention.named, BodyName)


def _is_sitting(view: View, evoked: Evoked) -> bool:
    """Say whether somebody is received for the sitting of a standing body."""
    return any(
        word in _RECEIVED_FOR and (_is_body(view, item) or (view.lower[item] in _SITTINGS and view.tokens[item].text[:1].isupper()))
        for word, item in view.prepositions(evoked.trigger)
    )
