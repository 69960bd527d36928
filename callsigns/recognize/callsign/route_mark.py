"""The mark of an American aircraft behind the letters of a taxi route.

>>> # via alpha | november three seven quebec         "november" begins the mark, no taxiway
>>> # alpha bravo | november three four five kilo bravo
>>> # hold short of echo | november eight eight zero one     no taxiway has four figures

Source: FAA JO 7110.65 2-4-9 (prefix and last three); readbacks end with the call sign.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.identity import IdentityReader
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.position import Positions

__all__ = ["RouteMark"]

_MARK: Final = searchable(r"[1-9]\d{3}|[1-9]\d?[A-HJ-NP-Z]{2}|[1-9]\d{2}[A-HJ-NP-Z]{2}|[1-9]\d{1,3}[A-HJ-NP-Z]")
_MOST: Final = 6  # taxiways of a route


class RouteMark:
    """Knows such marks, for one grammar."""

    _route = ending("<before_taxiways>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._evidence = compiled.shared(RadioEvidence)
        self._letter = compiled.lexicon.listed("letter")

    def begins(self, line: Line, start: int) -> bool:
        """At word ``start``, which is "november": a route before it, the rest of a mark behind it, and no more."""
        at = start
        while at and start - at < _MOST and line.chars[at - 1] in self._letter:
            at -= 1
        if at == start or not self._behind_route(line, at):
            return False
        mark = self._identities.read(line, start + 1, 5)
        if mark is None or _MARK.fullmatch(mark.text) is None or not self._positions.ends(line, mark.end):
            return False
        return not self._evidence.abroad(line)

    def _behind_route(self, line: Line, at: int) -> bool:
        return self._positions.begins(line, at) or self._route.search(line.classes, far(at), at) is not None
