"""Full stops that recognizers write between a call sign and what is said to it: they end no sentence.

>>> # delta three oh six. turn left heading two seven zero
>>> # callsign---------   ------------------------------ an order to him, as behind a comma
>>> # roger, delta. 1824. -> a call sign
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching, searching
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

    _called, _another = matching("<called_and_stop>"), matching("<another_called>")
    _within = searching("<name_and_stop>")
    _traffic = searching("<traffic_goes_on>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled, lexicon = compiled, compiled.lexicon
        self._stop = stop = lexicon.words[BREAK]
        self._clock = lexicon.entity["clock"]
        self._ends = lexicon.listed("break", "wake", "farewell", "courtesy")
        named = f"{lexicon.entity['callsign']}{CONTINUED}*"
        wake, polite = one_of(lexicon.members("wake")), one_of(lexicon.members(*_POLITE) + stop + CONTINUED)
        taken_back = one_of(lexicon.members("correction"))
        ends = f"{named}{wake}?{polite}*\\Z"
        number = one_of(lexicon.members(*_NUMBERS))
        first = f"\\A{named}{wake}?(?={stop}.)"
        parted = f"(?P<parted>{number}|{lexicon.entity['facility']}{CONTINUED}*)(?={stop}{number})"
        self._beside = searchable(f"{first}|.(?={stop}(?:{ends}|{taken_back}))|{parted}")

    def early(self, line: Line) -> None:
        """Before anything is recognized: the one within a call sign is nothing, and the one behind a name and a number
        that begin the line is a comma, unless somebody else is called behind it, or he again: he may have spoken
        himself."""
        if self._stop not in line.classes:
            return
        within = [f for f in self._within.finditer(line.classes) if self._is_apart(line, *f.span())]
        if within:
            self._leave_out(line, {found.start() + found[0].index(self._stop) for found in within})
        called = self._called(line.classes, 0)
        if called is None or called.end() == len(line.words) or line.words[called.end() - 1] != BREAK:
            return
        if self._another(line.classes, called.end()) is None:
            self._leave_out(line, {called.end() - 1})
            line.commas |= {called.end() - 1}

    def _is_apart(self, line: Line, start: int, end: int) -> bool:
        """ "roger, Delta. 1824.": the words ``start`` to ``end`` stand between signs of punctuation."""
        behind = line.classes[end : end + 1]
        return (start in line.commas or line.before(start) == self._stop) and (
            end in line.commas or behind in self._ends or behind == ""
        )

    def _leave_out(self, line: Line, these: set[int]) -> None:
        """These words."""
        left = [at for at in range(len(line.words)) if at not in these]
        line.commas = frozenset([now for now, at in enumerate(left) if at in line.commas])
        line.words = [line.words[at] for at in left]
        line.starts, line.ends = [line.starts[at] for at in left], [line.ends[at] for at in left]
        line.become("".join([line.chars[at] for at in left]))

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
