"""Nationality marks, and the shapes of what each state puts behind its own.

>>> mark_of("OKTNT").country, is_mark("OK"), whole_mark("GABC")
('Czechia', True, 'CGABC')

Source: ICAO Annex 7; the marks and shapes are data (``registrations.toml``).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable

__all__ = ["LONGEST", "MARK_WITH_BLANK", "WITH_FIGURE", "Mark", "is_mark", "mark_of", "whole_mark"]

LONGEST: Final = 9  # characters of a registration, hyphen left out: HP-1523CMP
# One or two letters, or a figure and a letter, and the rest; what begins with one character is found in fewer steps.
MARK_WITH_BLANK: Final = searchable(r"([A-Z\d](?<![\w-].)(?:(?<=[A-Z])[A-Z]?|(?<=\d)[A-Z])) +([A-Z]{3,4})(?![\w'-])")
WITH_FIGURE: Final = searchable(r"\d[A-Z]{4}|[A-Z]\d[A-Z]{3}")  # 9A-XBK, S5-MNX: no other word looks like that
_CANADA: Final = "C"
_CANADIAN: Final = ("C", "CF")  # now and in the past
_LAST: Final = 4  # letters behind the mark of Canada


class Mark(NamedTuple):
    """A nationality mark with the country of the first shape that fits; ``hyphen``: one is written behind it."""

    mark: str
    country: str
    shape: str
    hyphen: bool


@cache  # some sixty in the table
def _shape(shape: str) -> re.Pattern[str]:
    return searchable(shape)


@cache
def _marks() -> dict[str, tuple[Mark, ...]]:
    table = shipped_table("registrations.toml")
    return {
        mark: tuple(Mark(mark, e["country"], e["shape"], e["hyphen"]) for e in entries if e["shape"])
        for mark, entries in table.items()
    }


def is_mark(characters: str) -> bool:
    """A nationality mark alone ("OK")."""
    return characters in _marks()


def mark_of(characters: str) -> Mark | None:
    """The mark of a full registration without hyphen ("OKTNT": OK, Czechia), the longest mark that fits."""
    for size in (4, 3, 2, 1):
        for mark in _marks().get(characters[:size], ()) if len(characters) > size else ():
            if len(characters) <= LONGEST and _shape(mark.shape).fullmatch(characters[size:]):
                return mark
    return None


def whole_mark(letters: str) -> str:
    """ "GABC" is CGABC: Canada leaves its letter out on the air (TC AIM COM 1.9.1); else the letters as they are."""
    mark = mark_of(_CANADA + letters) if len(letters) == _LAST else None
    return _CANADA + letters if mark is not None and mark.mark in _CANADIAN else letters
