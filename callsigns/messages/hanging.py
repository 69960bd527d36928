"""What hangs on the words before it, and is no message of its own: what a question is about, and a reason.

>>> # are you able to comply with | RNP           ->  one query/approach: an order does not stand behind "with"
>>> # can you see a cessna | on left base         ->  one query/traffic
>>> # expect a delay due to | aircraft on the runway   ->  one expectation/time
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.messages.conditions import When
from callsigns.messages.joined import goes_on
from callsigns.messages.said import Said

__all__ = ["Hanging"]

_QUERY, _REQUEST = "query", "request"
_ASKING: Final = frozenset((_QUERY, _REQUEST))
_PLACED: Final = frozenset(("altitude", "position", "approach", "time"))  # what tells where or when one wishes it
_ABOUT: Final = frozenset(("report", "information", "readback", "instruction", "clearance"))
_ORDER: Final = "instruction"
_ORDERED: Final = frozenset((_ORDER, "readback", "clearance"))
_TOLD: Final = frozenset(("information", "report"))
_NAMED: Final = frozenset(("traffic", "pattern"))
_SHORT: Final = 3  # words of a question that only goes on with the one before it ("how far | do you expect")
_PLAIN: Final = 4  # words of a question in plain speech
_entry: Final = itemgetter(2)
_REASONS: Final = frozenset(("report", "information", "readback", "warning"))


class Hanging:
    """Finds what hangs on what was said before."""

    def __init__(self, compiled: Compiled) -> None:
        listed = compiled.lexicon.listed
        self._governing, self._leading = listed("governing"), listed("leading")
        self._open = frozenset(name for name, entry in compiled.conditions.items() if entry.get("open"))
        self._doubtful = frozenset(name for name, entry in compiled.messages.items() if "from_pilot" in entry)
        self._asking = listed("asking_word")
        self._inverting, self._determiners = listed("inverting"), listed("determiner")
        self._naming, self._infinitive = listed("naming"), listed("infinitive")
        self._yields = frozenset(name for name, entry in compiled.messages.items() if entry.get("yields"))

    def joined(self, line: Line, said: Sequence[Said]) -> list[Said]:
        """The messages, with what each is about in it; a bare question right before another message is none."""
        out: list[Said] = []
        for message in said:
            if out and self._belongs(line, out[-1], message):
                asked = out[-1]
                topic, values = asked.topic or message.topic, asked.values + message.values
                out[-1] = asked._replace(end=message.end, topic=topic, values=values)
            else:
                out.append(message)
        if self._yields.isdisjoint(map(_entry, out)):
            return out
        starts = {message.start for message in out}
        return [m for m in out if m.topic or m.entry not in self._yields or m.end not in starts]

    def _belongs(self, line: Line, asked: Said, message: Said) -> bool:
        """It tells more of a question or a wish, from which nothing parts it."""
        if asked.act in _ORDERED:
            return self._is_named(line, asked, message)
        if asked.act not in _ASKING or asked.entry in self._doubtful:
            return False  # "got the field" asks in a controller's mouth only
        if not (line.commas.isdisjoint(range(asked.end, message.start + 1)) and goes_on(line, asked, message)):
            return False
        if asked.act == _REQUEST:
            wished = asked.topic is not None and message.act == "report" and message.topic in _PLACED
            return wished and message.start == asked.end and line.chars[message.start] in self._leading
        before = line.chars[line.name_start(message.start - 1)]
        if asked.topic is None and message.act == _ORDER and before in self._infinitive:
            return True
        if message.topic is None and message.act != "clearance":
            told = message.act == "report" and asked.topic is None
            again = message.act == _QUERY and message.end - message.start <= _SHORT
            near = told or message.entry in self._yields
            return message.start - asked.end <= (_SHORT - 1) * near and (told or again)
        return message.act in _ABOUT and self._is_governed(line, message, asked)

    def _is_named(self, line: Line, order: Said, message: Said) -> bool:
        """The aircraft or the place that an order names: "hold short for the | learjet", "at the end of | downwind"."""
        gap = range(order.end, message.start)
        if message.act not in _TOLD or message.topic not in _NAMED or not goes_on(line, order, message):
            return False
        return line.commas.isdisjoint([*gap, message.start]) and any(line.chars[at] in self._naming for at in gap)

    def _is_governed(self, line: Line, message: Said, asked: Said) -> bool:
        """It stands behind a preposition or an article, or begins with one."""
        last = line.name_start(message.start - 1)  # of a question about something, "what heading are you on | ..."
        between = range(asked.end, message.start) if asked.topic is None else [last][: last >= asked.end]
        if any(line.chars[at] in self._governing for at in between):
            return True
        told = message.act != "information" or asked.topic is None
        return told and line.chars[message.start] in self._leading

    def plain_question(self, line: Line, said: Sequence[Said], words: Sequence[int]) -> list[Said]:
        """A question that no form knows, of all ``words`` that were not read beside greetings and the like."""
        taken = {at for message in said for at in range(message.start, message.end)}
        left = [at for at in words if at not in taken]
        if len(left) < _PLAIN:
            return []
        first, second = line.chars[left[0]], line.chars[left[1]]
        if first not in self._asking and not (first in self._inverting and second in self._determiners):
            return []
        return [Said(left[0], left[-1] + 1, "", _QUERY, None, None, ())]

    def without_reasons(self, line: Line, said: Sequence[Said], conditions: Sequence[When]) -> list[Said]:
        """The messages but those that only say why, behind "due to" and "because"."""
        ends = [when.end for when in conditions if when.entry in self._open]
        if not ends:
            return [*said]
        return [message for message in said if not self._is_reason(line, ends, message)]

    def _is_reason(self, line: Line, ends: Sequence[int], message: Said) -> bool:
        """It is told right behind the nearest of the conditions with these ``ends``."""
        behind = bisect_right(ends, message.start)
        if message.act not in _REASONS or not behind:
            return False
        end = ends[behind - 1]
        nothing = Said(end, end, "", "", None, None, ())
        return goes_on(line, nothing, message) and line.commas.isdisjoint(range(end, message.start))
