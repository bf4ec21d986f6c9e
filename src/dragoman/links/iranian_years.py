"""Years of the Iranian calendar, which begin on 21 March, in months of the Gregorian."""

from __future__ import annotations

from datetime import date

from dragoman.links.day_arithmetic import month_from

__all__ = ["find_iranian_months", "lay_iranian_year"]

_NEW_YEAR = (3, 21)
_YEARS = range(1300, 1450)  # 1921 to 2071
_ERA = 621
_FIRST_MONTH = 3


def lay_iranian_year(year: str) -> str | None:
    """Return the months of "1400" where that can be a recent Iranian year.

    Example:
        >>> lay_iranian_year("1400"), lay_iranian_year("1980"), lay_iranian_year("1400-05")
        ('2021-03/2022-03', None, None)
    """
    if not year.isdigit() or int(year) not in _YEARS:
        return None
    began = int(year) + _ERA
    return f"{began:04}-{_FIRST_MONTH:02}/{began + 1:04}-{_FIRST_MONTH:02}"


def find_iranian_months(near: date, offset: int, months: tuple[int, int]) -> str:
    """Return the first to the last of `months` of the Iranian year so many years from that of `near`."""
    began = near.year - 1 if (near.month, near.day) < _NEW_YEAR else near.year
    first, last = months
    return f"{month_from(began + offset, first + _FIRST_MONTH - 1)}/{month_from(began + offset, last + _FIRST_MONTH)}"
