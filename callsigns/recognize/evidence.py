"""Whether a line sounds like radio at all.

"he lost 350" and "Convoy 17 lost four ships" have the shape of call signs and are none: a bare number, a word and a number,
an airline's name alone count only in a line that says something of the trade ("descend", "runway", "roger"), that holds
a surer call sign or a station, or that holds nothing else.
"""

from __future__ import annotations

from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line

__all__ = ["RadioEvidence"]

# Values that only aviation has.
_AVIATION: Final = (
    "altitude", "heading", "frequency", "squawk", "pressure", "runway", "atis", "waypoint", "procedure", "taxiway",
    "vertical_rate", "wind_direction", "clock", "turn", "speed", "aircraft_type",
)  # fmt: skip


class RadioEvidence:
    """Answers for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        members = compiled.lexicon.members
        self._words = frozenset(members("radio_word") + members("callsign") + members("facility"))
        self._values = frozenset("".join(members(name) for name in _AVIATION))
        self._social = frozenset(
            members("opening") + members("greeting") + members("farewell") + members("courtesy") + members("wake")
            + members("formation") + members("break")
        )  # fmt: skip

    def heard(self, line: Line) -> bool:
        """Something in the line belongs to the trade."""
        return not (self._words.isdisjoint(line.classes) and self._values.isdisjoint(line.classes))

    def around(self, line: Line, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` stand alone, or next to a greeting, "roger" and the like."""
        classes = line.classes
        before = classes[start - 1] if start else ""
        behind = classes[end] if end < len(classes) else ""
        if not before and not behind:
            return True
        while before == CONTINUED and start > 1:
            start -= 1
            before = classes[start - 1]
        return bool(before and before in self._social) or bool(behind and behind in self._social)
