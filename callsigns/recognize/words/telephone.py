"""Telephone numbers, read out to those who are to call: nothing in one is a flight, a frequency or a pressure.

>>> # phone number seven zero three five five five zero one four two  ->  its figures are a word that nobody knows
>>> # call 703-555-0142, (703) 555-0142                               ->  the same
>>> # one two three four five five four three two one                 ->  the same: who counts tries his radio
>>> # the number is two three four                                    stays as it is
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, searching, sought
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import matches
from callsigns.line import Line

__all__ = ["TelephoneReader"]

_HYPHEN: Final = "-"
# The code of the country, of the area, and the number: nothing else is written so.
_WRITTEN: Final = searchable(r"(?<![\w.,-])(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}-\d{4}(?![\w-])")


class TelephoneReader:
    """Passes over them for one grammar."""

    _figures, _before = searching("<telephone_figures>"), ending("<telephone_before>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._unknown = compiled.lexicon.words.shapes["unknown"]
        self._count = sought(compiled, "<test_count>")
        self._announcing = compiled.compile.first("<telephone_before>")

    def pass_over(self, line: Line) -> None:
        """Make each one word that nobody knows."""
        spans = [line.between(*m.span()) for m in _WRITTEN.finditer(line.text)] if _HYPHEN in line.text else []
        for counted in matches(self._count, line.classes):
            spans.append(counted.span())
        announced = not self._announcing.isdisjoint(line.chars)  # in few lines, while most have figures
        for said in matches(self._figures, line.classes) if announced else ():
            start = said.start()
            if self._before.search(line.classes, far(start), start) is not None:
                spans.append(said.span())
        if spans:
            line.pass_over(spans, self._unknown)
