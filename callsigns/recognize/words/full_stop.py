"""Full stops that recognizers write between a call sign and what is said to it: they end no sentence.

>>> # delta three oh six. turn left heading two seven zero
>>> # callsign---------   ------------------------------ an order to him, as behind a comma
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import searching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of, overlapping
from callsigns.line import Line
from callsigns.tokens import BREAK

__all__ = ["FullStops"]

_NUMBERS: Final = (
    "digit", "teen", "tens", "hundred", "thousand", "figure1", "figure2", "figure3", "figure4", "figure5",
    "comma_figure", "decimal_figure",
)  # fmt: skip
_POLITE: Final = ("farewell", "courtesy", "greeting")


class FullStops:
    """Passes over them for one grammar."""

    _traffic = searching("<traffic_goes_on>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled, lexicon = compiled, compiled.lexicon
        self._stop = stop = lexicon.words[BREAK]
        self._clock = lexicon.entity["clock"]
        named = f"{lexicon.entity['callsign']}{CONTINUED}*"
        wake, polite = one_of(lexicon.members("wake")), one_of(lexicon.members(*_POLITE) + stop + CONTINUED)
        taken_back = one_of(lexicon.members("correction"))
        ends = f"{named}{wake}?{polite}*\\Z"
        number = one_of(lexicon.members(*_NUMBERS))
        first = f"\\A{named}{wake}?(?={stop}.)"
        parted = f"(?P<parted>{number}|{lexicon.entity['facility']}{CONTINUED}*)(?={stop}{number})"
        self._beside = searchable(f"{first}|.(?={stop}(?:{ends}|{taken_back}))|{parted}")

    def pass_over(self, line: Line) -> None:
        """A full stop behind the call sign that a line begins with, before the one that it ends with, and before a
        correction, becomes part of the word before it; so does one behind a number or a station and before
        a number, which it parts as a comma."""
        if self._stop not in line.classes:
            return
        self._join_traffic(line)
        found = [*self._beside.finditer(line.classes)]
        if not found:
            return
        chars = [*line.classes]
        for beside in found:
            chars[beside.end()] = CONTINUED
        line.become("".join(chars))
        line.commas |= {beside.end() + 1 for beside in found if beside["parted"] is not None}

    def _join_traffic(self, line: Line) -> None:
        """What is told of one aircraft in several sentences is told in one."""
        if self._clock not in line.classes:
            return
        chars = [*line.classes]
        for told in overlapping(self._traffic, line.classes):
            chars[told.start() : told.end()] = [
                CONTINUED if char == self._stop else char for char in chars[told.start() : told.end()]
            ]
        line.become("".join(chars))
