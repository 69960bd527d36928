"""Quantities: "flight level two four zero" is 240 FL, "one two zero decimal two seven five" is 120.275 MHz.

>>> # climb flight level two four zero or above seven golf bravo
>>> #       ----------------------------------                    altitude 240 FL at_or_above

The forms stand in ``values.toml``; ``read`` there names one of the readers of ``READERS``, which get the words of the
form and give the value, or ``None`` where they are no legal one. A class of words that is named like a unit (``<kt>``)
gives that unit to the value that it ends.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.limits import Limits
from callsigns.recognize.quantities import READERS, Reader
from callsigns.recognize.value_forms import Found, ValueForms

__all__ = ["Quantity", "ValueRecognizer"]

UNITS: Final = ("ft", "m", "kt", "deg", "hPa", "inHg", "NM", "SM", "km", "min", "h", "s", "lb", "kg")


class Quantity(NamedTuple):
    """A value in the words ``start`` to ``end``."""

    start: int
    end: int
    quantity: str
    value: int | float | str
    unit: str | None
    limit: str | None


class ValueRecognizer:
    """Finds and claims values in a line."""

    def __init__(self, compiled: Compiled) -> None:
        values = compiled.values
        own = [n for n in values if compiled.grammar.source_of("value", n) != "values.toml"]
        ordered = [*own, *(n for n in values if n not in own)]
        forms = {n: values[n] for n in ordered if values[n].get("read") != "limit"}
        self._forms = ValueForms(forms, compiled.compile, check=bool(compiled.grammar.added))
        self._limits = Limits([e for e in values.values() if e.get("read") == "limit"], compiled)
        self._letters = compiled.letters
        self._entity = compiled.lexicon.entity
        members = compiled.lexicon.members
        self._unit_of = {char: unit for unit in UNITS for char in members(unit)}
        self._number = frozenset(
            members("digit") + members("teen") + members("tens") + members("figure1") + members("figure2")
        )
        self._droppable = frozenset(members("digit") + members("figure1"))

    def recognize(self, line: Line) -> None:
        """Claim every value, from left to right; one that was claimed may be what the next stands behind."""
        at, last = 0, -1
        while True:
            place, found = self._forms.next(line.classes, at)
            if found is None:
                return
            value = self._read(line, found) or self._other(line, place, found)
            if value is None or value.start == last:
                at = place + 1
            else:
                line.claim(value.start, value.end, self._entity[value.quantity], value)
                at = last = value.start

    def _other(self, line: Line, place: int, found: Found) -> Quantity | None:
        """Another entry at the same word, where the likeliest has no legal number."""
        for other in self._forms.others(line.classes, place, found.entry):
            value = self._read(line, other)
            if value is not None:
                return value
        return None

    def _read(self, line: Line, found: Found) -> Quantity | None:
        """The value of a form; without its last digits where only the shorter number is a legal one."""
        entry, start, end = found
        if "before" not in entry and entry["quantity"] == "runway" and self._inside_number(line, start):
            return None  # "fifty two twenty cleared for takeoff": the end of a call sign
        read = READERS[entry.get("read", "number")]
        value = _legal(read, line.words[start:end], self._letters)
        while value is None:
            end -= 1
            droppable = line.classes[end] in self._droppable or entry.get("read") == "type"
            if end <= start or "behind" in entry or not droppable:
                return None
            value = _legal(read, line.words[start:end], self._letters)
        unit = entry.get("unit") or self._unit(line.classes, end)
        start, end, limit = self._limits.around(line.classes, start, end)
        return Quantity(start, end, entry["quantity"], value, unit, limit or entry.get("limit"))

    def _inside_number(self, line: Line, start: int) -> bool:
        return start > 0 and line.classes[start - 1] in self._number and start not in line.commas

    def _unit(self, classes: str, end: int) -> str | None:
        while classes[end - 1] == CONTINUED:
            end -= 1
        return self._unit_of.get(classes[end - 1])


def _legal(read: Reader, words: Sequence[str], letters: Mapping[str, str]) -> int | float | str | None:
    """What a reader gives; a user's form may hand it words that are no number, or figures without end."""
    try:
        return read(words, letters)
    except ValueError:
        return None
