"""From a code, name or adjective to a party, and back to its English name."""

from __future__ import annotations

from functools import cache

from dragoman.kb.organisations import organisation_codes, organisations
from dragoman.kb.spelling import fold
from dragoman.kb.states import state_names, states
from dragoman.values.mention import StateForm

__all__ = ["capital_of", "find_party", "find_state", "is_party", "is_state", "nationality_currency", "state_name", "state_years"]

# A name typed by a user means the state of that name before the city or the people of that name.
_FORM_ORDER = (StateForm.NAME, StateForm.ADJECTIVE, StateForm.PEOPLE, StateForm.CAPITAL, StateForm.METONYM)


@cache
def _states_by_text() -> dict[str, str]:
    found: dict[str, str] = {}
    for form in _FORM_ORDER:
        for state in state_names():
            if state.form is form:
                found.setdefault(fold(state.text), state.code)
    return found


@cache
def _organisations_by_text() -> dict[str, str]:
    found = {fold(code): code for code in organisation_codes()}
    for organisation in organisations():
        found.setdefault(fold(organisation.text), organisation.code)
    return found


def find_state(text: str) -> str | None:
    """Return the code of the state that `text` names: a code, name, adjective, capital or metonym, in any case, "the" or not.

    A form that several states share gives the likeliest one.

    Example:
        >>> find_state("iran"), find_state("Nigerien"), find_state("the Netherlands"), find_state("Atlantis")
        ('IRN', 'NER', 'NLD', None)
    """
    key = fold(text)
    if key.upper() in states():
        return key.upper()
    return _states_by_text().get(key) or _states_by_text().get(key.removeprefix("the "))


def find_party(text: str) -> str | None:
    """Return the code of the state or organisation that `text` names; a state comes first.

    Example:
        >>> find_party("Azerbaijan"), find_party("turkic council"), find_party("the UN")
        ('AZE', 'OTS', 'UN')
    """
    key = fold(text)
    by_text = _organisations_by_text()
    return find_state(text) or by_text.get(key) or by_text.get(key.removeprefix("the "))


def state_name(code: str) -> str:
    """Return the short English name of a state or organisation, and the code itself when it is neither.

    Example:
        >>> state_name("XKX"), state_name("OTS")
        ('Kosovo', 'Organization of Turkic States')
    """
    state = states().get(code)
    return state.name if state else organisation_codes().get(code, code)


def is_state(code: str) -> bool:
    """Say whether `code` is that of a state, of today or former."""
    return code in states()


def is_party(code: str) -> bool:
    """Say whether `code` is that of a state or organisation."""
    return code in states() or code in organisation_codes()


def capital_of(code: str) -> str | None:
    """Return the capital of a state, None for an organisation, a former state or a territory without one."""
    state = states().get(code)
    return state.capitals[0] if state and state.capitals else None


def nationality_currency(code: str) -> str | None:
    """Return the ISO 4217 code of a state's currency.

    Example:
        >>> nationality_currency("AZE"), nationality_currency("CHE"), nationality_currency("UN")
        ('AZN', 'CHF', None)
    """
    state = states().get(code)
    return state.currency if state else None


def state_years(code: str) -> tuple[int | None, int | None]:
    """Return the first and last year of a former state; both None for a state of today."""
    state = states().get(code)
    return (state.first, state.last) if state else (None, None)
