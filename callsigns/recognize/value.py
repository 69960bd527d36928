"""Quantities: "flight level two four zero" is 240 FL, "one two zero decimal two seven five" is 120.275 MHz.

The forms stand in ``values.toml``; ``read`` there names one of the readers of ``READERS`` below, which get the words of
the form's number and give the value, or ``None`` where the words are no legal one.
"""

from __future__ import annotations

from typing import NamedTuple

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.recognize.quantities import READERS

__all__ = ["Quantity", "ValueRecognizer"]


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
        self._forms = compiled.value_forms
        self._entries = compiled.values
        self._letters = compiled.letters
        self._entity = compiled.lexicon.entity

    def recognize(self, line: Line) -> None:
        """Claim every value, from left to right."""
        for form in self._forms.find(line.classes):
            entry = self._entries[form.entry]
            value = READERS[entry.get("read", "number")](line.words[form.inner : form.end], self._letters)
            if value is None:
                continue
            quantity = entry["quantity"]
            found = Quantity(form.inner, form.end, quantity, value, entry.get("unit"), entry.get("limit"))
            line.claim(form.inner, form.end, self._entity[quantity], found)
