"""Where a call sign stands: at the beginning of what is said, or at its end.

"Control, Mustang 99 is departing": behind the station, before the message. "descend four thousand, six lima delta":
behind the message. Between the two, a bare word and a number are something else ("page nine").
"""

from __future__ import annotations

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.tokens import BREAK

__all__ = ["Positions"]


class Positions:
    """Answers for one grammar whether a place in a line is one for call signs."""

    def __init__(self, compiled: Compiled) -> None:
        lexicon = compiled.lexicon
        self._breaks = frozenset((lexicon.words[BREAK], *lexicon.members("separator")))
        before = "(<opening>|<greeting>|<farewell>|<courtesy>|<facility>|<callsign>){0,12}"
        behind = "(<farewell>|<courtesy>|<greeting>|<wake>|<formation>|<callsign>|<opening>){0,12}"
        self._lead = compiled.matcher(before)
        self._tail = compiled.matcher(behind)

    def begins(self, line: Line, word: int) -> bool:
        """Nothing stands before ``word`` but greetings, stations, call signs and the like."""
        sentence = 0
        if not self._breaks.isdisjoint(line.classes):
            sentence = max(line.classes.rfind(char, 0, word) + 1 for char in self._breaks)
        lead = self._lead(line.classes, sentence)
        return lead is not None and lead.end() >= word

    def ends(self, line: Line, word: int) -> bool:
        """Nothing follows from ``word`` on but farewells and the like."""
        tail = self._tail(line.classes, word)
        end = tail.end() if tail else word
        return end >= len(line.classes) or line.classes[end] in self._breaks

    def follows_comma(self, line: Line, word: int) -> bool:
        """A comma or the end of a sentence stands before ``word``."""
        return word == 0 or word in line.commas or line.classes[word - 1] in self._breaks
