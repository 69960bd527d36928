"""Call signs at the beginning of a line whose words values would take: "four twenty two | heading zero four zero",
"fifty two eighteen | two one zero".

A number in groups that is no level, heading, speed, frequency, altimeter setting or year, and what one says to an
aircraft, or the value alone that is answered. Of a longer run the most words count that leave such a value.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.numbers import digits
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard, partial
from callsigns.recognize.partial.ending import is_uneven

__all__ = ["OpeningReader"]

_PAIRS: Final = searchable(r"(?:1[0-7]|3[7-9]|[4-9]\d)\d\d")  # no megahertz without their first figure, no altimeter
_FAR: Final = searchable(r"[4-9]\d\d|\d{4}")  # miles, as nobody counts them to a fix
_MOST: Final = 4  # words of two pairs


class OpeningReader:
    """Reads them for one grammar, before values are read."""

    _pairs, _answered = matching("<two_pairs>"), matching("<value_answered>")
    _grouped = matching("(<grouped_number>|<nonzero> <plain>{2})")
    _addressed, _calling = matching("<number_addressed>"), matching("<number_calling>")
    _placed = matching("<number_placed>")
    _leads = matching("(<opening>|<greeting>|<courtesy>|<facility>|<unit>|and){1,4}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._evidence = compiled.shared(RadioEvidence)
        listed = compiled.lexicon.listed
        self._group, self._digit = listed("teen", "tens"), listed("digit")
        self._begins = self._group | self._digit
        self._facility = listed("facility", "unit") | {compiled.lexicon.entity["facility"]}
        self._callsign, self._end = compiled.lexicon.entity["callsign"], compiled.lexicon.entity["end"]

    def read(self, line: Line) -> Heard | None:
        """The call sign with which the line begins, if it is one of these."""
        classes = line.classes
        if not classes or self._callsign in classes:
            return None
        lead = None if classes[0] in self._begins else self._leads(classes, 0)
        start = 0 if lead is None else lead.end()
        if classes[start : start + 1] not in self._begins or start in line.commas:
            return None  # most lines
        called = not self._facility.isdisjoint(classes[:start])
        for end in range(start + _MOST, start + 1, -1):
            if end in line.commas or not self._is_number(classes, start, end):
                continue
            ident = digits(line.words[start:end])
            told = self._calls(line, end, ident) if called else self._is_told(line, start, end, ident)
            if told or (not start and (self._answers(line, end, ident) or self._is_placed(line, end, ident))):
                return partial(start, end, ident)
        return None

    def _is_number(self, classes: str, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` are one number in groups."""
        for form in (self._pairs, self._grouped):
            found = form(classes[:end], start)
            if found is not None and found.end() == end:
                return True
        return False

    def _calls(self, line: Line, end: int, ident: str) -> bool:
        """ "approach eighteen seventy six | with you": what who calls says of himself."""
        return is_uneven(ident) and self._calling(line.classes + self._end, end) is not None

    def _answers(self, line: Line, end: int, ident: str) -> bool:
        """ "fifty two eighteen | two one zero": two pairs that are none of a frequency, then the value alone."""
        return _PAIRS.fullmatch(ident) is not None and self._answered(line.classes + self._end, end) is not None

    def _is_placed(self, line: Line, end: int, ident: str) -> bool:
        """ "twenty two fifteen | four miles from the marker", "four eighty | seven miles from the marker"."""
        return _FAR.fullmatch(ident) is not None and self._placed(line.classes + self._end, end) is not None

    def _is_told(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "four twenty two | heading zero four zero", "seven twelve | one eight right cleared for takeoff"."""
        if not is_uneven(ident) or self._addressed(line.classes + self._end, end) is None:
            return False
        if self._digit.issuperset(line.chars[start : end + 1]):
            return False  # "one zero two six taxi": cut through a number
        return (line.one_case and not is_year(ident)) or self._evidence.heard(line)
