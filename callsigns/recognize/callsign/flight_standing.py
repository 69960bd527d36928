"""Whether a telephony name and a number, where they stand, are a flight at all: "united twelve" or "united 12 times".

>>> # united three twenty eight turn left    -> a call sign: the place is one, and an order follows
>>> # traffic is a delta seven twenty seven  -> the type of an aircraft
>>> # echo six (behind "via")                -> a taxiway
>>> # Singapore 4 Malaysia 1                 -> a result; nothing around it sounds like radio

Many names are ordinary words, letters or makes of aircraft; ``caution`` of a ``Holder`` tells how ordinary.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.tables import Airline
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.callsign.flight_around import FlightSurroundings
from callsigns.recognize.callsign.holder import Holder
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.model import ModelFinder
from callsigns.recognize.callsign.ordinary_name import OrdinaryNames
from callsigns.recognize.callsign.registration import is_pressure
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.position import Positions

__all__ = ["FlightStanding"]

_LONG = 3  # characters


class FlightStanding:
    """Judges names and numbers by what stands around them, for one grammar."""

    _value = matching("<value_behind>")
    _sent_to = matching("(departure|<facility>) [on] <vhf> <decimal>")
    _followed, _to_strip = ending("<followed_before>"), matching("<followed_to_strip>")
    _informed = ending("(<information_giver>|information|atis)")
    _at_point = ending("<holds_before_point>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._positions = compiled, positions
        self._evidence = compiled.shared(RadioEvidence)
        self.around = FlightSurroundings(compiled, positions, self._evidence)
        self._ordinary = OrdinaryNames(compiled, identities, positions, self._evidence, self.around)
        self._is_type = ModelFinder(compiled, positions).is_type
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._letter = listed("letter")
        self._slot, self._single = listed("letter_slot"), listed("single")
        self._article = listed("article")
        self._place = self._article.union(members("place_slot") + members("possessive"))
        self._point = listed("point_slot").difference(members("opening"))
        self._number_slot = listed("number_slot")
        self._end = compiled.lexicon.entity["end"]
        self._group = listed("teen", "tens")
        self._counted = listed("digit", "teen", "tens", "letter")
        self._ends_value = listed(
            "digit", "teen", "tens", "figure1", "figure2", "figure3", "figure4", "figure5", "decimal_figure",
            "comma_figure", "runway_figure", "level_figure", "side_of_runway", "hundred", "thousand", "kt",
        )  # fmt: skip
        self._digits, self._thousand = listed("digit"), listed("thousand")
        self._follows = compiled.compile.last("<followed_before>") | {CONTINUED}
        self._sure = listed("telephony") - self._letter - self._number_slot

    def stands(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A telephony designator that is also a letter or an ordinary word needs the place of a call sign."""
        char, caution = line.chars[start], holder.caution
        if self._positions.in_procedure(line, start, identity.text, identity.end) and not self._called(
            line, start, holder.row, identity
        ):
            return False
        if self._follows_to_strip(line, start):
            return False
        letters_only = identity.text.isalpha()
        if not caution and not letters_only and char in self._sure:
            return not self._is_type(line, start, identity) and self._likely(line, start, holder, identity)
        if char in self._letter:
            return not letters_only and self._letter_stands(line, start, holder.row, identity)
        if letters_only and self._single.issuperset(line.chars[line.name_end(start) : identity.end]):
            return False  # "cali v o r"
        if letters_only and (caution or len(identity.text) < 3):
            return not caution and (self._positions.begins(line, start) or self._signs_off(line, start, identity))
        if self._is_type(line, start, identity):
            return False
        if char in self._number_slot:
            caution = "high"
        return not caution or self._ordinary.stands(line, start, holder, caution, identity)

    def _signs_off(self, line: Line, start: int, identity: Identity) -> bool:
        """ "descending flight level one hundred lufthansa kilo x-ray": the last two letters, at the very end."""
        placed = len(identity.text) == _LONG - 1 and line.before(start) not in self._place
        return placed and self._positions.ends(line, identity.end)

    def _letter_stands(self, line: Line, start: int, row: Airline, identity: Identity) -> bool:
        """A name that is a letter as well ("delta", "echo"), before a number."""
        before, size = self._positions.asking(line, start), len(identity.text)
        if row.status == "historic" or self._positions.on_way(line, start) or self.around.is_told(line, start):
            return False  # "echo six", "delta six is closed": a taxiway
        if before in self._letter and row.kind != "airline":
            return False  # "sierra echo two november tango": the middle of a registration
        if is_pressure(identity.text) and self._informed.search(line.classes, far(start), start) is not None:
            return False  # "information delta one zero one nine"
        if start not in line.commas and self._at_point.search(line.classes, far(start), start) is not None:
            return False  # "holding point delta two one three"
        if self.around.joins_another(line, start, identity):
            return True
        lettered = not identity.text.isdecimal()  # "hold short of delta niner five kilo": who says so is 95K
        if (size < _LONG or lettered) and (before in self._slot or before in self._article):
            # "clear of the runway, Delta 89"; "follow the delta twelve"
            if size > 1 and not lettered and self._ends_flown(line, start, identity):
                return True
            return size > 1 and (self.around.signs_off(line, start, identity.end) or self.around.mentioned(line, start))
        if size == 1 and before in self._place and not self.around.is_side(line, start - 1):
            return False  # "right echo six": a taxiway
        if self._is_type(line, start, identity):
            return False  # "traffic is a delta seven twenty seven"
        if before in self._digits and not self._thousand.isdisjoint(line.chars[start : identity.end]):
            return False  # "ABLOX two delta five thousand": a letter, and a height
        again = size > 1 and start in line.commas and line.words[start - 1] == line.words[start]  # "at Delta, Delta 91"
        short = size < _LONG or (lettered and before in self._letter)  # "alpha delta | one quebec sierra"
        counted = short and before in self._counted and not again
        likely = size == 2 or before in self._group or self.around.told_in_flight(line, start)  # "two fifty delta six"
        if not counted or (likely and self._positions.ends(line, identity.end)):
            return True
        return size == 2 and before in self._group | self._digits and self.around.in_the_middle(line, start, identity)

    def _ends_flown(self, line: Line, start: int, identity: Identity) -> bool:
        """ "down to four thousand and | delta sixteen": last of all, behind what one is told in the air."""
        return self._positions.ends(line, identity.end) and self.around.told_in_flight(line, start)

    def _likely(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A name that hardly anybody flies by needs words of the trade, or the place of a call sign: "in front of a
        Xerox 1108". So does any name before one figure ("in The Galileo Seven, an episode"). Where prose writes it, or
        a year, the place is not enough: "Singapore 4 Malaysia 1"."""
        word, short = line.words[identity.end - 1], len(identity.text) == 1
        unlikely = holder.row.kind == "other"
        counted = (short and word.isdecimal()) or is_year(word)
        if not (unlikely or short or counted):
            return True  # most names
        placed = self._positions.at_edge(line, start, identity.end)
        if counted:
            flown = placed and not short and holder.row.kind == "airline" and not self.around.is_place(line, start)
            return flown or self.around.on_the_radio(line, start, identity)  # "got him, Comair 1890"
        return (placed and not (unlikely and short)) or self.around.on_the_radio(line, start, identity)

    def as_flight(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "delta flight twelve eleven contact ...", "american flight 191, do you want to come back": an airline's that
        is called; not "united flight 93 crashed"."""
        if holder.row.kind != "airline" or not self._positions.at_edge(line, start, identity.end):
            return False
        if self._positions.begins(line, start) and self._value(line.classes, identity.end) is not None:
            return True
        ordered = self._positions.ordered(line, identity.end) or self._positions.ends(line, identity.end)
        return ordered and self._evidence.heard(line)

    def across_comma(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A comma between name and number: not in "Ford, 2 U.S. 215", but in "United, 2147, contact tower", "down to
        5,000, United, 2147" and "290 knots Delta, 355"; nor in "direct Vixen, 150", where it is a point."""
        if not holder.caution:
            return line.before(start) not in self._point and self.around.on_the_radio(line, start, identity)
        size, end = len(identity.text), identity.end
        if holder.row.kind != "airline":
            return False
        if not start and end == len(line.words) and size >= _LONG and not is_year(line.words[end - 1]):
            return True  # "Delta, 2164", and nothing else
        if not self._evidence.heard(line):
            return False
        called = end in line.commas or self._positions.ordered(line, end)
        shortest = _LONG if line.chars[start] in self._letter else _LONG - 1  # "via Alpha, Delta, 24"
        if called and size >= shortest and self._positions.begins(line, start):
            return True
        apart = self._positions.follows_comma(line, start) or self.around.told_in_flight(line, start)
        apart = apart or line.before(start) in self._ends_value
        return size >= shortest and apart and self._positions.ends(line, end)

    def _called(self, line: Line, start: int, row: Airline, identity: Identity) -> bool:
        """ "speedbird two departure": the station behind the call sign, at the very beginning, and no route; of names
        that nobody has today, before its frequency only."""
        if row.kind != "airline" or not self._positions.begins(line, start):
            return False
        return row.status == "current" or self._sent_to(line.classes, identity.end) is not None

    def _follows_to_strip(self, line: Line, start: int) -> bool:
        """ "follow u s air | two two right": whom, and to which runway."""
        if line.before(start) not in self._follows:
            return False  # most names
        if self._followed.search(line.classes, max(0, start - 4), start) is None:
            return False
        return self._to_strip(line.classes + self._end, start) is not None
