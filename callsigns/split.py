"""Two transmissions in one line, parted again.

>>> # climbing flight level one two zero csa seven zero two | austrian seven one nine zulu turn left
>>> # break break speedbird one two cleared to land         (one)
>>> # - KLM 861 contact tower 118.2. | - KLM 861.

Recordings are cut by the squelch, and people who transcribe write a quick exchange in one line. The places where one
speaker stops and another begins: a dash before each turn, "break break", a call sign that ends a readback with another
party or an order behind it, and the same values said again (an instruction and its readback).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity

__all__ = ["Splitter"]

_SOCIAL: Final = frozenset(("greeting", "farewell", "courtesy", "acknowledgement", "initial_call"))
_DASHED: Final = re.compile(r"^\s*[-–—]\s")
_DASH_BEHIND_SENTENCE: Final = re.compile(r"(?<=[.?!])\s+[-–—]\s+")
_DASH: Final = re.compile(r"(?:^|(?<=\s))[-–—](?=\s)")


class Splitter:
    """Finds the cuts for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._breaks = compiled.searcher("<split_break>")
        self._doing = frozenset(compiled.lexicon.members("doing"))
        self._next_party = compiled.searcher("<callsign> <split_next>")

    def turns(self, text: str) -> Iterator[str]:
        """The turns that dashes part: any dash where a line begins with one or has two, else one behind a sentence."""
        many = _DASHED.match(text) or len(_DASH.findall(text)) > 1
        between = _DASH if many else _DASH_BEHIND_SENTENCE
        yield from [turn.strip() for turn in between.split(text) if turn.strip(" .")] or [text]

    def cuts(self, line: Line, said: Sequence[Said]) -> list[int]:
        """The words at which another transmission begins, in order."""
        cuts = {m.start() for m in self._breaks.finditer(line.classes)} | set(self._after_callsigns(line, said))
        if not cuts:
            cuts = set(self._repeated(line, said))
        return sorted(at for at in cuts if 0 < at < len(line.classes))

    def _after_callsigns(self, line: Line, said: Sequence[Said]) -> Iterator[int]:
        """ "... csa seven zero two | austrian seven one nine zulu ...": the first of the two ends what was said."""
        contents = [s.start for s in said if s.act not in _SOCIAL]
        contents += [w.start for w in line.found.values() if isinstance(w, Quantity)]
        first = min(contents, default=len(line.classes))
        for found in self._next_party.finditer(line.classes):
            start = found.start()
            # behind "break break" a call sign begins what is said; it does not end it
            if start > first and not self._breaks_before(line, start):
                yield line.name_end(start)

    def _breaks_before(self, line: Line, at: int) -> bool:
        return any(m.end() == at for m in self._breaks.finditer(line.classes, 0, at))

    def _repeated(self, line: Line, said: Sequence[Said]) -> Iterator[int]:
        """ "csa seven zero two climb ... one six zero | climbing ... one six zero csa seven zero two"."""
        if not self._is_answered(line):
            return
        values = [(at, (w.quantity, w.value)) for at, w in sorted(line.found.items()) if isinstance(w, Quantity)]
        for index, (at, value) in enumerate(values):
            before = {v for _, v in values[:index]}
            if value in before and all(v in before for _, v in values[index:]):
                yield self._begin_of(line, said, at)
                return

    def _is_answered(self, line: Line) -> bool:
        """Whether the aircraft that is called first is named again at the end, or says what it does."""
        heard = sorted((w for w in line.found.values() if isinstance(w, Heard)), key=lambda h: h.start)
        if not heard or len({h.icao or h.ident for h in heard}) > 1:
            return False
        return len(heard) > 1 or not self._doing.isdisjoint(line.classes[heard[0].end :])

    def _begin_of(self, line: Line, said: Sequence[Said], at: int) -> int:
        """Where the part begins that holds word ``at``: behind the last thing that was understood before it."""
        start = next((s.start for s in said if s.start <= at < s.end), at)
        ends = [s.end for s in said if s.end <= start]
        ends += [w.end for w in line.found.values() if isinstance(w, Quantity) and w.end <= start]
        return max(ends, default=start)
