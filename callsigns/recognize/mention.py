"""Which call signs are only spoken about, whoever speaks.

>>> # behind the (callsign) line up                      what stands before it tells
>>> # (callsign) (callsign) wants to know how your ride was   the second is told of
>>> # is (callsign) still with you                       asked about

The role is read without them: "give way to speedbird one two" does not end with the aircraft that speaks.
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.once import once
from callsigns.recognize.heard import Heard

__all__ = ["Cue", "MentionFinder"]

_CUE_WORDS: Final = 12  # "line up zero seven right behind the landing airbus behind": the longest that tells the use


class MentionFinder:
    """Notes in a line which call signs are mentioned, for one grammar."""

    _opening = matching("<use_open>")
    _closing = matching("<use_close>")
    _asked_about = matching("<use_asked>")
    _asks = matching("<asked_behind>")
    _told_of = matching("<use_told>")
    _placed = matching("<use_placed>")
    _and = matching("<use_and>")
    _ordered = matching("<use_ordered>")
    _called = matching("<use_called>")
    _seen = matching("<use_seen>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._callsign = compiled.lexicon.entity["callsign"]
        self._behind_words = Cue(compiled, "<use_mention>", "<callsign>").stands_before
        self._lines_up_behind = Cue(compiled, "<use_again>", "<callsign>").stands_before
        self._behind = compiled.compile.first("(behind|after)")
        self._bounds = Cue(compiled, "<use_bound>", "<callsign>").stands_before
        self._for_oneself = Cue(compiled, "<use_for_oneself>", "<callsign>").stands_before
        self._waits = compiled.compile.first("<use_waits>")
        self._asking = compiled.compile.first("<use_asked>")
        self._beside_another = Cue(compiled, "<use_beside>", "<callsign>").stands_before
        self._in_traffic = Cue(compiled, "<use_in_traffic>", "<callsign>").stands_before

    def note(self, line: Line) -> None:
        """Set ``line.mentioned``: the first words of the call signs that are spoken about."""
        first = line.classes.find(self._callsign)
        mentioned = [] if first or self._placed(line.classes, 0) is None else [0]
        at = first or line.classes.find(self._callsign, 1)  # nothing else stands before the first word
        while at >= 0:
            if self._is_mentioned(line, first, at) or (mentioned and self._joined(line, mentioned[-1], at)):
                mentioned.append(at)
            at = line.classes.find(self._callsign, at + 1)
        if mentioned:
            line.mentioned = frozenset(mentioned)

    def _is_mentioned(self, line: Line, first: int, at: int) -> bool:
        """The call sign at word ``at``, where ``first`` is where the first of the line stands."""
        classes = line.classes
        if self._behind_words(classes, at):
            if at == first and self._called(classes, 0) is not None:
                return False
            return not (self._said_again(classes, at) or self._bounds(classes, at) or self._reads_back(line, first, at))
        if self._placed(classes, at) is not None:
            return True  # "roger, delta sixty one is right behind you"
        if at > first and self._in_traffic(classes, at):  # "traffic two o'clock six miles, iberia one two"
            told = self._seen(classes, at) is not None or self._ends(line, line.name_end(at))
            if told:
                return _differ(line.found[first], line.found[at])
        asks = classes[at - 1] in self._asking and self._asked_about(classes, at - 1) is not None
        if asks and (at == 1 or self._asks(classes, line.name_end(at))):
            return True  # "is lufthansa nine one alpha still with you"
        beside = self._beside_another(classes, at)
        return (beside and self._is_closed(line, at)) or (at > first and self._told_to(line, first, at, beside=beside))

    def _is_closed(self, line: Line, at: int) -> bool:
        """ "hold at charlie for jetblue nine eleven, spirit six oh two": somebody else ends the line with his own."""
        own = line.name_end(at)
        if line.classes[own : own + 1] != self._callsign or not _differ(line.found[at], line.found[own]):
            return False
        return self._ends(line, line.name_end(own))

    def _reads_back(self, line: Line, first: int, at: int) -> bool:
        """ "descending to four thousand for the united eleven seventeen": the only call sign, and the last words;
        but "hold short runway four for the united eleven seventeen" tells whom one waits for."""
        if at != first or not self._for_oneself(line.classes, at) or not self._waits.isdisjoint(line.classes[:at]):
            return False
        return self._ends(line, line.name_end(at))

    def _ends(self, line: Line, end: int) -> bool:
        """Nothing but courtesies stands behind word ``end``."""
        closing = self._closing(line.classes, end)
        return closing is not None and closing.end() == len(line.classes)

    def _joined(self, line: Line, before: int, at: int) -> bool:
        """ "behind vueling eight one papa and iberia two seven one": who is not told anything himself."""
        between = self._and(line.classes, line.name_end(before))
        return between is not None and between.end() == at and self._ordered(line.classes, line.name_end(at)) is None

    def _said_again(self, classes: str, at: int) -> bool:
        """ "behind the airbus line up and wait behind, speedbird one two" (ICAO Doc 4444 12.3.4.10): who speaks."""
        return self._lines_up_behind(classes, at) and not self._behind.isdisjoint(classes[: at - 1])

    def _told_to(self, line: Line, first: int, at: int, *, beside: bool) -> bool:
        """ "comair six twelve, hold short for delta forty four", "comair six twelve, delta forty four wants ..."."""
        if not beside and self._told_of(line.classes, at) is None:
            return False
        opening = self._opening(line.classes, 0)
        if opening is None or opening.end() <= (first if beside else at):
            return False
        return _differ(line.found[first], line.found[at])


def _differ(one: Heard, other: Heard) -> bool:
    """Two aircraft, not one that is named twice."""
    return (one.icao or one.ident) != (other.icao or other.ident)


class Cue:
    """Words that tell the use of the entity behind them; ``last``: the classes of the last of them."""

    def __init__(self, compiled: Compiled, words: str, entity: str) -> None:
        self._compile, self._words = compiled.compile, f"{words} {entity}"
        self.last = compiled.compile.last(words)

    @once
    def _form(self) -> re.Pattern[str]:
        begins = one_of(self._compile.first(self._words))  # most of the words before it do not
        return searchable(rf"(?={begins})(?:{self._compile.expression(self._words)})\Z")

    def stands_before(self, classes: str, at: int) -> bool:
        """Whether the words end before the entity at word ``at``."""
        if not at or (classes[at - 1] not in self.last and classes[at - 1] != CONTINUED):
            return False
        return self._form.search(classes, max(0, at - _CUE_WORDS), at + 1) is not None
