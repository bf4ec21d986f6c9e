"""Walks a parsed sentence: who is the logical subject of this verb, what stands under "with", what owns this noun."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman import codebook
from dragoman.values.link import Link
from dragoman.values.tree import Tree

__all__ = ["View"]

_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_RELATIVE = frozenset({"who", "which", "that", "whom", "where", "whose"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_PREPOSITIONS = frozenset({"prep", "dative", "agent"})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "parataxis", "csubj", "csubjpass"})
_INVITATIONS = frozenset({"invitation", "invitations", "offer"})
_DEEPEST = 12


class View:
    """One tree with the questions that rules ask of it. Token indices in, token indices out; nothing is changed."""

    def __init__(self, tree: Tree, text: str = "") -> None:
        self.tree = tree
        self.text = text
        self.tokens = tree.tokens
        self.lower = tuple(token.text.lower() for token in tree.tokens)

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.tokens)

    def link(self, index: int) -> Link | None:
        """Return what a token refers to when it is a mention."""
        return self.tokens[index].link

    def words(self, index: int) -> list[str]:
        """Return what the text has at a token, word by word in lower case: a mention may be several, "the kingdom", "200 troops"."""
        return self.tokens[index].span.cut(self.text).lower().split()

    def relation(self, index: int) -> str:
        """Return a token's relation to its head."""
        return self.tokens[index].relation

    def head(self, index: int) -> int:
        """Return the head of a token, itself for the root."""
        return self.tokens[index].head

    def is_question(self) -> bool:
        """Say whether the sentence ends in a question mark, closing quotation marks aside."""
        return any(word == "?" for word in self.lower[-2:])

    def is_verb(self, index: int) -> bool:
        """Say whether a token is tagged as a verb and is no mention."""
        return self.tokens[index].tag in _VERB_TAGS and self.tokens[index].link is None

    def is_noun(self, index: int) -> bool:
        """Say whether a token is tagged as a common or proper noun, or stands where a noun stands."""
        return self.tokens[index].tag.startswith("NN") or (
            self.tokens[index].tag in {"VBG", "VBN", "VB"} and self.relation(index) in {"pobj", "dobj", "nsubj", "nsubjpass", "compound"}
        )

    def children(self, index: int, *relations: str) -> list[int]:
        """Return the dependents of a token that stand in one of `relations` (any when none is given), in order."""
        kids = self.tokens[index].children
        return [kid for kid in kids if self.tokens[kid].relation in relations] if relations else list(kids)

    def conjuncts(self, index: int) -> list[int]:
        """Return a token and all that are joined to it by "and", in order."""
        found, todo = [index], [index]
        while todo:
            for kid in self.children(todo.pop(), "conj"):
                found.append(kid)
                todo.append(kid)
        return sorted(found)

    def all_conjuncts(self, indices: Iterable[int]) -> list[int]:
        """Return the conjuncts of each, in order, once."""
        return sorted({other for index in indices for other in self.conjuncts(index)})

    def subtree(self, index: int) -> list[int]:
        """Return a token with all below it, in order."""
        found, todo = [], [index]
        while todo:
            here = todo.pop()
            found.append(here)
            todo.extend(self.tokens[here].children)
        return sorted(found)

    def is_below(self, index: int, top: int) -> bool:
        """Say whether `index` is `top` or stands below it."""
        return top in self.path_up(index)

    def path_up(self, index: int) -> list[int]:
        """Return a token and its heads up to the root."""
        path = [index]
        while self.tokens[path[-1]].head != path[-1] and len(path) <= len(self.tokens):
            path.append(self.tokens[path[-1]].head)
        return path

    def governing_verb(self, index: int) -> int | None:
        """Return the nearest verb above a token, or None."""
        return next((step for step in self.path_up(index)[1:] if self.is_verb(step)), None)

    def is_passive(self, verb: int) -> bool:
        """Say whether a verb is passive: "was signed", "the agreement signed in Baku"."""
        if self.children(verb, "nsubjpass", "auxpass", "csubjpass"):
            return True
        tag, relation = self.tokens[verb].tag, self.relation(verb)
        if tag == "VBN" and relation == "advcl" and self.children(verb, "agent") and not self.children(verb, "dobj", "aux"):
            return True
        if tag == "VBN" and relation in {"acl", "amod"} and not self.children(verb, "aux"):
            return True
        if relation == "conj" and tag == "VBN" and not self.children(verb, "aux", "nsubj") and self.is_verb(self.head(verb)):
            return self.is_passive(self.head(verb))
        return False

    def subjects(self, verb: int) -> list[int]:
        """Return the logical subjects of a verb, conjuncts included: "who" gives the noun it stands for, a passive its "by"."""
        if self.is_passive(verb):
            return self.prepositional(verb, "by")
        return self._grammatical_subjects(verb)

    def objects(self, verb: int) -> list[int]:
        """Return the logical objects of a verb, conjuncts included."""
        if self.is_passive(verb):
            if self.relation(verb) in {"acl", "amod"} and not self.children(verb, "nsubjpass"):
                return [self.head(verb)]
            return self._grammatical_subjects(verb)
        own = self.children(verb, "dobj", "attr")
        found = self.all_conjuncts(kid for kid in own if self.lower[kid] not in _RELATIVE)
        if self.relation(verb) == "relcl" and (not found) and (self.children(verb, "nsubj") and not self._is_subject_relative(verb)):
            return [self.head(verb)]
        if any(self.lower[kid] in _RELATIVE for kid in own) or self._gives_relative(verb):
            return [self.head(verb)]
        return found

    def _gives_relative(self, verb: int) -> bool:
        """Say whether the parse took the "that" of "the boats *that* Kenya gave Somalia" for who receives."""
        return self.relation(verb) == "relcl" and any(self.lower[kid] in _RELATIVE for kid in self.children(verb, "dative"))

    def _is_subject_relative(self, verb: int) -> bool:
        return any(self.lower[kid] in _RELATIVE for kid in self.children(verb, "nsubj", "nsubjpass"))

    def _grammatical_subjects(self, verb: int, depth: int = 0) -> list[int]:
        own = self.children(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS)
        own = [kid for kid in own if self.relation(kid) != "expl"] or own
        if own:
            first = own[0]
            if self.lower[first] in _RELATIVE and self.link(first) is None:
                step = verb
                while self.relation(step) == "conj":
                    step = self.head(step)
                return [self.head(step)] if self.relation(step) == "relcl" else []
            return self.conjuncts(first)
        return self._stray_subjects(verb) or (self._controlled_subjects(verb, depth) if depth < _DEEPEST else [])

    def _stray_subjects(self, verb: int) -> list[int]:
        """Return the name that a verb without a subject follows, where the parse joined it to the clause before: "X met Y, and *Z* called".

        It hangs as a conjunct on a verb left of this one, and no other verb stands between them.
        """
        found = [
            index
            for index in range(verb)
            if self.relation(index) == "conj"
            and self.link(index) is not None
            and self.is_verb(self.head(index))
            and self.head(index) != verb
            and not any(self.is_verb(between) for between in range(index + 1, verb))
        ]
        return self.conjuncts(found[-1]) if found else []

    def _controlled_subjects(self, verb: int, depth: int) -> list[int]:
        """Return the subject that a verb without its own takes from the clause it hangs on."""
        relation, head = self.relation(verb), self.head(verb)
        if head == verb:
            return []
        if relation in {"acl", "relcl"}:
            return self._subjects_from_noun(verb, head, depth)
        if relation in {"xcomp", "ccomp", "advcl", "conj", "dep", "parataxis", "aux", "auxpass"}:
            return self._subjects_from_clause(verb, head, depth)
        return self._subjects_above(head, depth) if relation in {"pcomp", "prep", "acomp", "attr"} else []

    def _subjects_from_noun(self, verb: int, head: int, depth: int) -> list[int]:
        """Return the subject of a verb that hangs on a noun: "the minister *visiting* Chad", "his invitation to *visit* Chad"."""
        if self.lower[head] in _INVITATIONS and self.tokens[verb].tag == "VB":
            return self._invited(head)
        if not self.is_noun(head):
            return self._grammatical_subjects(head, depth + 1)
        if self.tokens[verb].tag == "VBG" and self.link(head) is None and self.lower[head] in codebook.word_list("messages"):
            return self._subjects_above(head, depth) or [head]
        return [head] if self.tokens[verb].tag != "VB" else self._subjects_above(head, depth)

    def _subjects_from_clause(self, verb: int, head: int, depth: int) -> list[int]:
        """Return the subject of a verb that hangs on another clause: its object after "asked", else its subject."""
        relation = self.relation(verb)
        if relation in {"xcomp", "ccomp", "advcl"} and self.lower[head] in codebook.word_list("object_control"):
            controlled = self.objects(head) or self.prepositional(head, "on")
            if controlled:
                return controlled
        if not self.is_verb(head) and self.tokens[head].tag not in {"JJ", "MD"}:
            return self._subjects_above(head, depth)
        by_agent = self.subjects(head) if self.is_passive(head) and relation == "advcl" else []
        return by_agent or self._grammatical_subjects(head, depth + 1)

    def _invited(self, noun: int) -> list[int]:
        """Return who is invited: the subject of "accepted", the receiver of "handed him an invitation"."""
        verb = self.governing_verb(noun)
        if verb is None:
            return self.prepositional(noun, "to") if self.lower[noun] == "invitation" else []
        if self.lower[verb].startswith(("accept", "receiv", "declin", "got", "take", "took")):
            return self.subjects(verb)
        return self.datives(verb) or self.prepositional(noun, "to")

    def _subjects_above(self, index: int, depth: int) -> list[int]:
        """Return the subject of the nearest verb above, its owner for a noun on the way ("his readiness to help")."""
        for step in self.path_up(index):
            if self.is_noun(step) or self.tokens[step].link is not None:
                owners = self.children(step, "poss")
                if owners:
                    return owners
            if self.is_verb(step):
                return self.subjects(step) if depth == 0 else self._grammatical_subjects(step, depth + 1)
        return []

    def prepositional(self, index: int, word: str) -> list[int]:
        """Return what stands under the preposition `word` at a token, conjuncts included; a verb under it too ("after meeting")."""
        found: list[int] = []
        for kid in self.children(index, *_PREPOSITIONS):
            if self.lower[kid] == word:
                found.extend(inner for same in (kid, *self.children(kid, "conj")) for inner in self.children(same, "pobj", "pcomp"))
            found.extend(
                inner
                for second in self.children(kid, "prep")
                if self.lower[second] == word
                for inner in self.children(second, "pobj", "pcomp")
            )
        return self.all_conjuncts(found)

    def prepositions(self, index: int) -> list[tuple[str, int]]:
        """Return (preposition, object) for each prepositional object directly at a token."""
        return [
            (self.lower[kid], item)
            for kid in self.children(index, *_PREPOSITIONS)
            for pobj in self.children(kid, "pobj")
            for item in self.conjuncts(pobj)
        ]

    def possessors(self, noun: int) -> list[int]:
        """Return the owners of a noun: genitives, possessive pronouns, nationality adjectives and compounds that name a party."""
        owners = [self._relative_owner(kid) if self.lower[kid] == "whose" else kid for kid in self.children(noun, "poss")]
        named = [kid for kid in self.children(noun, "amod", "compound", "nmod") if (link := self.link(kid)) is not None and link.parties]
        return self.all_conjuncts([*owners, *named])

    def _relative_owner(self, whose: int) -> int:
        """Return the noun that "whose" stands for: the one its relative clause hangs on."""
        clause = next((step for step in self.path_up(whose) if self.relation(step) == "relcl"), None)
        return self.head(clause) if clause is not None else whose

    def speaker_of(self, index: int) -> int | None:
        """Return the subject of the reporting verb above a token: who "I" is in direct speech."""
        for step in self.path_up(index):
            if self.relation(step) == "ccomp":
                subjects = self.children(self.head(step), "nsubj")
                if subjects:
                    return subjects[0]
        return None

    def datives(self, verb: int) -> list[int]:
        """Return who receives: "gave *Chad* grain", "gave grain *to Chad*" where the parse says so, conjuncts included."""
        if self._gives_relative(verb):
            return self.all_conjuncts(self.children(verb, "dobj"))
        return self.all_conjuncts(item for kid in self.children(verb, "dative") for item in (self.children(kid, "pobj") or [kid]))

    def clause_children(self, index: int) -> list[int]:
        """Return the verbs of the clauses that hang on a token."""
        return [kid for kid in self.children(index, *_CLAUSES) if self.is_verb(kid) or self.children(kid, "nsubj", "nsubjpass")]

    def complements(self, verb: int) -> list[int]:
        """Return the heads of the clausal complements of a verb, conjuncts included."""
        direct = self.children(verb, "ccomp", "xcomp")
        if direct and direct[0] < verb and not self.children(verb, *_SUBJECTS, *_PASSIVE_SUBJECTS) and self._stray_subjects(verb):
            direct = [kid for kid in direct if kid > verb]  # a clause before it that "and" joins, not what it says
        if direct and direct[0] < verb < direct[-1]:
            direct = [kid for kid in direct if kid > verb]  # "Peru sent tents, Chile offered to send more"
        under = [inner for kid in self.children(verb, "prep") for inner in self.children(kid, "pcomp")]
        return self.all_conjuncts([*direct, *under])
