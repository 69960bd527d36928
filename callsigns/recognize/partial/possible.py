"""What says of figures and letters that nothing else has claimed that they are no call sign.

>>> # two miles fifteen                 -> the end of a quantity
>>> # ten four, we'll follow            -> an answer
>>> # before November 1989              -> a year
>>> # contact praha one two seven       -> the rest of a frequency is not in the recording
>>> # delta six, descend ... one five   -> one transmission, one aircraft: a value
>>> # delta six ... six                 -> the end of its call sign: nothing is said against it

Source: ICAO Annex 10 Vol II 5.2.1.7.2.2 (abbreviated call signs).
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import WRITTEN_IDENT, Heard, endings
from callsigns.recognize.partial.ending import is_uneven, said_in_pairs
from callsigns.recognize.partial.name_alone import NameAlone
from callsigns.recognize.partial.said_again import said_again
from callsigns.recognize.position import Positions
from callsigns.recognize.value.spoken import multipliers

__all__ = ["MIXED", "VALUE_SHORT", "Possible", "is_end_again"]

MIXED: Final = searchable(r"\d{1,4}[A-Z]{1,2}")  # a third letter begins the end of a registration
VALUE_SHORT: Final = 3  # figures that a value may have
_OF_DAY: Final = searchable(r"(?:[01]?\d|2[0-3])[0-5]\dZ")  # "the five fifty five zulu weather"
_HOUR: Final = searchable(r"\d{1,2}[AP]M")
_VHF: Final = searchable(r"1(?:1[89]?|2\d?|3[0-6]?)")  # megahertz, or their first figures
_VALUE_LIKE: Final = searchable(r"1(?:1[89]|2\d|3[0-6])\d{1,2}|(?:29|30)\d\d|0[0-7]{3}")  # MHz, altimeter, code


def is_end_again(line: Line, ident: str) -> bool:
    """The end of a call sign that the line holds in full: "klm two six four ... two six four"."""
    return ident in endings(line)


class Possible:
    """Tells whether a call sign is possible at all, for one grammar."""

    _verb_behind = matching("(<partial_behind>|<sentence_behind_number>)")
    _no_party, _answer = matching("<no_partial_behind>"), matching("<answered_in_code>")
    _granted = matching("<crossing_granted>")
    _sent_before = ending("<goes_over_before> <facility> [on|now]")
    _condition = ending("<condition_told>")
    _seen, _corrected = matching("<partial_seen>"), matching("<correction>")
    _told = matching("<aircraft_told_behind>")
    _by_name, _certain = matching("<told_by_name>"), matching("(<facility>|<greeting>)")

    def __init__(self, compiled: Compiled, evidence: RadioEvidence, positions: Positions, names: NameAlone) -> None:
        self._compiled = compiled
        self._evidence, self._positions, self._names = evidence, positions, names
        listed = compiled.lexicon.listed
        self._teens, self._teen = listed("teen"), listed("teen", "tens")
        self._correction, self._loose_slot = listed("correction"), listed("loose_slot")
        self._callsign, self._facility = listed("callsign"), listed("facility")
        self._end = compiled.lexicon.entity["end"]
        self._dangling = listed("dangling", "thousand", "hundred")
        self._farewell = listed("farewell")
        self._months = frozenset(compiled.words.get("calendar", ()))
        self._thousand, self._letter = listed("thousand"), listed("letter")
        self._airline = listed("telephony") - listed("letter", "ordinary", "tactical", "farewell", "greeting")

    def is_one(self, line: Line, start: int, end: int, ident: str) -> bool:
        """Nothing before it, in it or behind it says that it is something else, and something tells of radio."""
        if self._follows(line, start, end, ident) or self._is_said_so(line, start, end, ident):
            return False
        behind = line.chars[end] if end < len(line.classes) else ""
        if behind and self._leads_on(line, start, end, ident, behind):
            return False
        return self._radio(line, start, end, ident) and not self._valued(line, start, end, ident, behind)

    def _follows(self, line: Line, start: int, end: int, ident: str) -> bool:
        """It belongs to what stands before it, or to the call sign that the line has."""
        before = line.before(start)
        if line.named and (before in self._loose_slot or not self._another(line, start, end, ident)):
            return True
        if before in self._dangling or self._answer(line.classes, start) is not None:
            return True  # "two miles fifteen"; "ten four, we'll follow the company"
        if self._condition.search(line.classes, far(start), start) is not None:
            return True  # "runway condition five five three"
        if start == 1 and before in self._correction:
            return True  # "correction, one eight zero": a value, most of all
        if start and is_year(line.words[start]) and line.words[start - 1] in self._months:
            return True  # "before November 1989"
        if _VHF.fullmatch(ident) and self._sent(line, start, ident):
            return True  # "contact praha one two seven": the rest of the frequency is not in the recording
        # "nineteen hundred ninety five", "two thousand twelve"
        return start > 0 and line.words[start - 1] in multipliers() and self._goes_on(line, start, ident)

    def _is_said_so(self, line: Line, start: int, end: int, ident: str) -> bool:
        """No call sign is said in this way: a value said again, a list, thousands, "that's nineteen one"."""
        if ident.isdecimal() and (said_again(line, start, ident, self._callsign) or self._names_end(line, start)):
            return True
        if len(ident) == VALUE_SHORT and line.chars[start] in self._teens and end == start + 2:
            return True  # "that's nineteen one": no number of a flight is said so, but a frequency
        if not self._thousand.isdisjoint(line.chars[start:end]):
            return True
        return ident.isalpha() and any(at in line.commas for at in range(start + 1, end))  # "alpha, bravo and charlie"

    def _leads_on(self, line: Line, start: int, end: int, ident: str, behind: str) -> bool:
        """It begins what stands behind it: another call sign, a quantity, what nobody is told."""
        if behind in self._callsign or self._corrected(line.classes, end) is not None:
            return True
        if behind in self._dangling and self._verb_behind(line.classes, end) is None:
            return True
        if end in line.commas or self._no_party(line.classes, end) is None:
            return False
        return self._granted(line.classes, end) is None and not self._sees(line, start, end, ident)

    def _valued(self, line: Line, start: int, end: int, ident: str, behind: str) -> bool:
        """Its figures are those of a frequency, a pressure or a code, and nothing tells that somebody is called."""
        megahertz = behind in self._farewell and len(ident) == VALUE_SHORT and _VHF.fullmatch(ident) is not None
        if not megahertz and _VALUE_LIKE.fullmatch(ident) is None:
            return False
        return self._teen.isdisjoint(line.chars[start:end]) and not self._called(line, start, end)

    def _sent(self, line: Line, start: int, ident: str) -> bool:
        """Who one goes over to stands before the figures, or a station before two of them ("thanks tower one two")."""
        if self._sent_before.search(line.classes, far(start), start) is not None:
            return True
        return start > 1 and len(ident) == 2 and line.chars[line.name_start(start - 1)] in self._facility

    def _names_end(self, line: Line, start: int) -> bool:
        """ "one zero zero no speed limit csa": the recording ends within the call sign, and begins with a value."""
        return not start and line.chars[-1] in self._airline

    def _called(self, line: Line, start: int, end: int) -> bool:
        """ "2927, Kennedy Tower", "1287, turn left": figures at the very beginning, before who calls, or what one tells
        an aircraft; no readback begins so."""
        if start or not line.words[0].isdecimal():
            return False
        told = end in line.commas and self._by_name(line.classes, end) is not None
        return told or self._certain(line.classes, self._positions.over(line, end)) is not None

    def _another(self, line: Line, start: int, end: int, ident: str) -> bool:
        """One transmission, one aircraft: a number beside its call sign is a value; "oscar alpha victor | turn left,
        united eight nine, contact departure" speaks to two."""
        if is_end_again(line, ident) or (MIXED.fullmatch(ident) and not _OF_DAY.fullmatch(ident)):
            return True
        if ident.isdecimal():  # "sixteen oh nine follow the american four ten"
            grouped = not start and not self._teen.isdisjoint(line.chars[start:end])
            return grouped and is_uneven(ident) and self._only_mentioned(line)
        if len(ident) != 3 or not ident.isalpha():
            return False
        if start:
            return self._names.mentioned(line, start)
        return self._only_mentioned(line) or self._speaks_to_two(line, end)

    def _speaks_to_two(self, line: Line, end: int) -> bool:
        """An order behind the letters, and behind the other call sign something more: who says it is not the last."""
        others = [what for what in line.found.values() if isinstance(what, Heard)]
        told = self._told(line.classes + self._end, end) is not None
        return told and not any(self._positions.ends(line, what.end) for what in others)

    def _only_mentioned(self, line: Line) -> bool:
        """ "kilo mike bravo number two behind lufthansa nine charlie": the call signs found so far are talked about."""
        return all(self._names.mentioned(line, at) for at, what in line.found.items() if isinstance(what, Heard))

    def _sees(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "okay nine nine papa in sight", "six yankee in the turn": nobody sees or turns to figures with a letter."""
        mixed = MIXED.fullmatch(ident) is not None and self.spelled(line, start, end)
        return mixed and self._seen(line.classes, end) is not None and self._positions.begins(line, start)

    def _radio(self, line: Line, start: int, end: int, ident: str) -> bool:
        """Alphabet words are of the trade themselves; a bare number needs company that is."""
        if self._evidence.priced(line, start) or (_HOUR.fullmatch(ident) and not self.spelled(line, start, end)):
            return False
        if ident.isalpha() and not self._letter.issuperset(line.classes[start:end].replace(CONTINUED, "")):
            return False
        if self.spelled(line, start, end) or self._evidence.on_air(line, start, end):
            return True
        if not start and end in line.commas and WRITTEN_IDENT.fullmatch(line.said(start, end)):
            return True  # "44M, can you make it down from there"
        addressed = not start and line.one_case and is_uneven(ident) and not is_year(ident)
        return addressed or (line.chars[start] in self._teen and said_in_pairs(ident))

    def _goes_on(self, line: Line, start: int, ident: str) -> bool:
        """Two figures as one number, right behind a number in words."""
        return len(ident) < 3 and line.chars[start] in self._teen and start not in line.commas

    def spelled(self, line: Line, start: int, end: int) -> bool:
        """Some of it are alphabet words; "6 p.m." has none."""
        return not self._letter.isdisjoint(line.chars[start:end])
