"""What is told of another aircraft, in the words of an order or of a readback.

>>> # the heavy ahead is | turning left heading (heading)   ->  information/traffic, no instruction/heading
>>> # norwegian three seven one is | descending to (level)  ->  the same, where that call sign is only mentioned
>>> # we're following traffic, he's | cleared to land       ->  report/traffic, where a pilot speaks

Source: ICAO Doc 4444 12.3.1.7 (traffic information); FAA JO 7110.65 2-1-21.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.line import Line
from callsigns.messages.said import Said, topic_of

__all__ = ["TOLD", "ToldOf"]

TOLD: Final = frozenset(("instruction", "clearance", "readback", "report"))
_TRAFFIC: Final = "traffic.told_of"


class ToldOf:
    """Tells it, for one grammar."""

    _another = ending("<tells_of_another>")
    _mentioned = ending("<callsign> <tells_of_mentioned>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self.last = compiled.compile.last("(<tells_of_another>|<tells_of_mentioned>)")
        entry = compiled.messages[_TRAFFIC]
        self._act, self._topic, self._side = str(entry["act"]), topic_of(_TRAFFIC, entry), entry.get("side")

    def settle(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """The messages of a line with one of the ``last`` words; what another aircraft does or was told is traffic."""
        return [self._of_traffic(message) if self._is_told(line, message) else message for message in said]

    def _is_told(self, line: Line, message: Said) -> bool:
        """Such words end right before it."""
        start = message.start
        if message.act not in TOLD or not start or line.chars[line.name_start(start - 1)] not in self.last:
            return False
        if self._another.search(line.classes, far(start), start) is not None:
            return True
        named = self._mentioned.search(line.classes, far(start), start)
        return named is not None and named.start() in line.mentioned

    def _of_traffic(self, message: Said) -> Said:
        return message._replace(entry=_TRAFFIC, act=self._act, topic=self._topic, side=self._side)
