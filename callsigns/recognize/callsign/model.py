"""Whether a name and a number are the type of an aircraft, not a flight: "a boeing seven thirty seven".

>>> # following a united seven twenty seven  -> the type: an article before the name
>>> # a parked United 737                    -> the type: a participle behind an article
>>> # dornier five eight turn left           -> a flight: first of all, and no model of that maker
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.recognize.callsign.identity import Identity
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["ModelFinder"]

_LONG = 3  # characters
_VARIANT = searchable(r"7[0-8]7-[1-9]\d{0,2}")  # of a model
_PARTICIPLE = ("ed", "ing")


class ModelFinder:
    """Tells models for one grammar."""

    _of_traffic = ending("<of_traffic>")

    def __init__(self, compiled: Compiled, positions: Positions) -> None:
        self._compiled, self._positions = compiled, positions
        listed = compiled.lexicon.listed
        self._make, self._article = listed("maker"), listed("article")
        self._models = frozenset(compiled.words.get("model_number", ()))
        self._of_model, self._of_things = listed("code_of_model"), listed("code_of_things")
        self._number_slot = listed("number_slot")

    def is_type(self, line: Line, start: int, identity: Identity) -> bool:
        """ "a boeing seven thirty seven", "following a united seven twenty seven": the type, not the flight."""
        if line.chars[start] in self._make and line.before(start) in self._article:
            return True  # "behind the embraer, six nine kilo"
        end = identity.end
        behind = line.chars[end] if end < len(line.chars) else ""
        if behind in self._of_things:
            return True  # "cactus 12 inches tall"
        if "-" in line.text and _VARIANT.fullmatch(line.said(line.name_end(start), end)) is not None:
            return True  # "a Lufthansa 747-8"
        if identity.text not in self._models:
            return False
        if line.chars[start] in self._make:
            return not self._maker_called(line, start, identity)
        if len(identity.text) < _LONG:
            return False  # "follow the american forty two"
        if behind in self._of_model or self._has_variant(line, identity):
            return True
        return line.before(start) in self._article or self._described(line, start)

    def _has_variant(self, line: Line, identity: Identity) -> bool:
        """ "United's 777-200ER"."""
        at = line.ends[identity.end - 1]
        return line.words[identity.end - 1].isdecimal() and line.text[at : at + 1] == "-"

    def _maker_called(self, line: Line, start: int, identity: Identity) -> bool:
        """ "dornier five eight turn left": first of all, an order behind, and the model is somebody else's."""
        if not (self._positions.begins(line, start) and self._positions.ordered(line, identity.end)):
            return False
        return type_designator(line.words[start : identity.end], {}) is None

    def _described(self, line: Line, start: int) -> bool:
        """ "a parked United 737": a participle behind an article, which "the heading" and "the speed" are not; "the
        departing united triple seven" follows no word that asks for a number."""
        if start not in line.commas and self._of_traffic.search(line.classes, far(start), start) is not None:
            return True
        if start < 2 or start in line.commas or line.chars[start - 1] in self._number_slot:
            return False
        if not line.words[start - 1].endswith(_PARTICIPLE):
            return False
        return line.chars[start - 2] in self._article
