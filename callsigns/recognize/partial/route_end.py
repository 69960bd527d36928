"""The call sign at an end of a taxi route: the letters of the last taxiways, or the first, are those of the aircraft.

"vacating lima eight victor kilo" is taxiway L and an aircraft 8VK; "holding point echo bravo uniform november" is E and
BUN, for a holding point is one. A route of letters alone ("via alpha bravo charlie") stays a route. Three letters with
which the line begins and an order about a runway behind them are a short registration: "golf yankee kilo cross runway".
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.identity import IdentityReader
from callsigns.recognize.position import Positions
from callsigns.recognize.value import Quantity

__all__ = ["RouteEnd"]

_FLIGHT: Final = searchable(r"\d[A-Z]{2}")  # a taxiway has its figure behind the letter
_LETTERS: Final = 3  # of a registration in its short form
_BEHIND_POINT: Final = searchable(r"\d{1,2}[A-Z]{2}|[A-Z]{3}|\d{2}[A-Z]")


class RouteEnd:
    """Finds it for one grammar."""

    _none = ending("<partial_after>")
    _route = searching("<taxiway>{2,8}")
    _one = ending("<one_taxiway>")
    _first, _spelled = matching("<route_addressed>"), matching("<letter>{3}")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._identities, self._positions = identities, positions

    def cut(self, line: Line, unclaimed: str) -> None:
        """Free the words of the call sign. ``unclaimed``: the classes of the line before its values."""
        if self._first(line.classes, 0) is not None and self._spelled(unclaimed, 0) is not None:
            line.become(unclaimed[:_LETTERS] + line.classes[_LETTERS:])
            for word in range(_LETTERS):
                line.found.pop(word, None)
        for found in self._route.finditer(line.classes):
            start, end = found.span()
            if self._positions.ends(line, end):
                self._cut(line, unclaimed, start, end)
                return

    def _cut(self, line: Line, unclaimed: str, start: int, end: int) -> None:
        claimed = line.classes
        line.become(claimed[:start] + unclaimed[start:end] + claimed[end:])
        before = max(0, start - 4)
        none = self._none.search(claimed, before, start) is not None  # "ready for taxi echo hotel november"
        one = none or self._one.search(claimed, before, start) is not None
        shape = _BEHIND_POINT if one else _FLIGHT
        for at in range(start + (not none), end):
            ident = self._identities.read(line, at) or self._identities.letters(line, at, 4)
            if ident is not None and ident.end == end and shape.fullmatch(ident.text):
                line.become(claimed[:at] + unclaimed[at:])
                self._shorten(line, at)
                return
        line.become(claimed)

    def _shorten(self, line: Line, at: int) -> None:
        """Taxiways from word ``at`` on are none; the one that goes across it ends there."""
        for word, what in list(line.found.items()):
            if not isinstance(what, Quantity) or what.end <= at:
                continue
            del line.found[word]
            if word < at:
                kept = str(what.value)[: at - word]
                line.found[word] = what._replace(end=at, value=kept)
