"""What dragoman knows before it reads: states, organisations, places, currencies and misleading words, as packaged tables."""

from dragoman.kb.common_words import is_common_word
from dragoman.kb.currencies import currencies
from dragoman.kb.gazetteer import Gazetteer, GazetteerPlace, gazetteer
from dragoman.kb.leaders import find_leader
from dragoman.kb.misleading import misleading_phrases
from dragoman.kb.name_likeness import name_likeness
from dragoman.kb.organisations import NamedOrganisation, organisation_codes, organisations
from dragoman.kb.parties import capital_of, find_party, find_state, is_party, is_state, nationality_currency, state_name, state_years
from dragoman.kb.states import NamedState, State, ambiguous_names, state_names, states

__all__ = [
    "Gazetteer",
    "GazetteerPlace",
    "NamedOrganisation",
    "NamedState",
    "State",
    "ambiguous_names",
    "capital_of",
    "currencies",
    "find_leader",
    "find_party",
    "find_state",
    "gazetteer",
    "is_common_word",
    "is_party",
    "is_state",
    "misleading_phrases",
    "name_likeness",
    "nationality_currency",
    "organisation_codes",
    "organisations",
    "state_name",
    "state_names",
    "state_years",
    "states",
]
