"""What stands around a telephony name and a number: their place among the words, and whether it sounds like radio.

>>> # "level seven zero | swiss nine four | contact ..."   -> in the middle, and an order follows
>>> # "heading two one zero | delta six"                   -> told in flight: no taxiway
>>> # "3350, American 77."                                 -> apart, and nothing else is said: radio
>>> # "United 93, Cleveland, ..."                          -> a place is called
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.tables import is_place
from callsigns.line import Line
from callsigns.recognize.callsign.identity import Identity
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import WRITTEN_IDENT, Heard
from callsigns.recognize.position import Positions
from callsigns.tokens import BREAK

__all__ = ["FlightSurroundings"]

_FEW: Final = 4  # stations and aircraft that a line names first
_PLACE: Final = 10  # words of the longest name of a place


class FlightSurroundings:
    """Looks around names and numbers, for one grammar."""

    _value, _middle = matching("<value_behind>"), matching("<middle_behind>")
    _mention, _flown = ending("<mention_before>"), ending("<flown_before>")
    _no_flight = matching("<no_flight>")

    def __init__(self, compiled: Compiled, positions: Positions, evidence: RadioEvidence) -> None:
        self._compiled, self._positions, self._evidence = compiled, positions, evidence
        listed = compiled.lexicon.listed
        self._letter, self._and = listed("letter"), listed("and")
        self._break, self._end = compiled.lexicon.words[BREAK], compiled.lexicon.entity["end"]
        self._prose = listed("unknown", "ordinary") - listed("directive")
        self._strip = listed("digit", "teen", "tens", "letter", "figure1", "figure2")
        self._said = self._strip | listed("figure3", "figure4")
        self._flown_at = listed("digit", "teen", "tens", "figure3")

    def is_told(self, line: Line, start: int) -> bool:
        """What begins at word ``start`` is an order or a quantity: "slow to one fifty | one zulu"."""
        return self._no_flight(line.classes + self._end, start) is not None

    def signs_off(self, line: Line, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` are the last, behind a comma."""
        return start in line.commas and self._positions.ends(line, end)

    def in_the_middle(self, line: Line, start: int, identity: Identity) -> bool:
        """ "level seven zero | swiss nine four | contact ...": and an order follows; before one figure, what stands
        before the name must be complete."""
        signs = line.chars[line.name_end(start) : identity.end]
        return (
            (len(identity.text) > 1 or self.told_in_flight(line, start))
            and self._said.issuperset(signs)
            and self._middle(line.classes, identity.end) is not None
        )

    def joins_another(self, line: Line, start: int, identity: Identity) -> bool:
        """ "... four thousand and | united seventy six | turn left": the second aircraft that is told something; not
        "alpha and delta ten", "alpha two and delta ten"."""
        if len(identity.text) < 2 or line.before(start) not in self._and:
            return False
        lettered = start - 2 - (line.before(start - 1) in self._strip)
        if line.chars[start] in self._letter and not self._letter.isdisjoint(line.chars[max(0, lettered) : start]):
            return False
        named = any(isinstance(what, Heard) and what.end < start for what in islice(line.found.values(), _FEW))
        told = self._positions.ordered(line, identity.end) or self._middle(line.classes, identity.end) is not None
        return named and told

    def mentioned(self, line: Line, start: int) -> bool:
        """ "traffic is u p s eighty ahead", "behind united ninety"."""
        return self._mention.search(line.classes, max(0, start - 4), start) is not None

    def told_in_flight(self, line: Line, start: int) -> bool:
        """ "heading two one zero | delta six", "slow to one fifty | american six": no taxiway, and no count."""
        return self._flown.search(line.classes, far(start), start) is not None

    def is_side(self, line: Line, at: int) -> bool:
        """ "nine left | delta two": of a runway."""
        return line.before(at) in self._strip

    def is_place(self, line: Line, start: int) -> bool:
        return is_place(" ".join(line.words[start : line.name_end(start)]))

    def on_the_radio(self, line: Line, start: int, identity: Identity) -> bool:
        written = WRITTEN_IDENT.fullmatch(line.said(identity.end - 1, identity.end))
        if written and (self._positions.begins(line, start) or self._positions.follows_comma(line, start)):
            return True
        lettered = line.chars[identity.end - 1] in self._letter and identity.text[:-1].isdecimal()
        if lettered and len(identity.text) + len(line.words[identity.end - 1]) > 3:
            return True  # "for the Easy 21-Bravo", "turkish four juliett"; not "united 3 a"
        return self._evidence.spoken(line, line.name_end(start)) or self.among_radio(line, start, identity.end)

    def among_radio(self, line: Line, start: int, end: int) -> bool:
        """What stands around the words ``start`` to ``end`` sounds like radio."""
        if self._evidence.on_air(line, start, end):
            return True
        return (
            self._value(line.classes, end) is not None or self._calls_place(line, end) or self._apart(line, start, end)
        )

    def _apart(self, line: Line, start: int, end: int) -> bool:
        """ "3350, American 77.": between signs of punctuation, and every other word of the line is a known one; "thirty
        twelve american six", "280 United 91": every other word is a number."""
        chars = line.chars
        if start and line.nothing_but(self._flown_at, start, end):
            return True
        begins = start in line.commas or not start or line.before(start) in self._break
        ends = end in line.commas or end == len(line.words) or chars[end] in self._break
        return begins and ends and self._prose.isdisjoint(chars[:start] + chars[end:])

    def _calls_place(self, line: Line, end: int) -> bool:
        """ "United 93, Cleveland, ...": a place between commas, and no number behind it as in a list of results;
        "american eleven boston": nothing but the place, and the number in words."""
        last = len(line.words) - end <= _PLACE and line.words[end - 1].isalpha()
        if last and is_place(" ".join(line.words[end:])):
            return True
        if end not in line.commas or end >= len(line.words) or not is_place(line.words[end]):
            return False
        return end + 1 == len(line.words) or end + 1 in line.commas or line.chars[end + 1] in self._break
