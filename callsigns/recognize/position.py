"""Where a call sign stands: at the beginning of what is said, or at its end.

"Control, Mustang 99 is departing": behind the station, before the message. "descend four thousand, six lima delta":
behind the message. Between the two, a bare word and a number are something else ("page nine").
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.tokens import BREAK

__all__ = ["Positions"]

_FARTHEST: Final = 400  # words: twelve names and call signs are shorter; what is looked at must not grow with the line


class Positions:
    """Answers for one grammar whether a place in a line is one for call signs."""

    def __init__(self, compiled: Compiled) -> None:
        lexicon = compiled.lexicon
        self._breaks = frozenset((lexicon.words[BREAK], *lexicon.members("separator")))
        before = "(<opening>|<greeting>|<farewell>|<courtesy>|<facility>|<callsign>){0,12}"
        behind = "(<farewell>|<courtesy>|<greeting>|<wake>|<formation>|<callsign>|<opening>){0,12}"
        breaks, expression = one_of(self._breaks), compiled.compile.expression
        self._lead = re.compile(f"(?>.*{breaks})?{expression(before)}").fullmatch
        self._tail = re.compile(rf"(?>{expression(behind)})(?:{breaks}|\Z)").match

    def begins(self, line: Line, word: int) -> bool:
        """Nothing stands before ``word`` in its sentence but greetings, stations, call signs and the like."""
        return self._lead(line.classes, word - _FARTHEST if word > _FARTHEST else 0, word) is not None

    def ends(self, line: Line, word: int) -> bool:
        """Nothing follows from ``word`` on but farewells and the like."""
        return self._tail(line.classes, word) is not None

    def follows_comma(self, line: Line, word: int) -> bool:
        """A comma or the end of a sentence stands before ``word``."""
        return word == 0 or word in line.commas or line.classes[word - 1] in self._breaks
