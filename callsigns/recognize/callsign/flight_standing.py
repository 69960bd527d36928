"""Whether a telephony name and a number, where they stand, are a flight at all: "united twelve" or "united 12 times".

>>> # united three twenty eight turn left    -> a call sign: the place is one, and an order follows
>>> # traffic is a delta seven twenty seven  -> the type of an aircraft
>>> # echo six (behind "via")                -> a taxiway
>>> # Singapore 4 Malaysia 1                 -> a result; nothing around it sounds like radio

Many names are ordinary words, letters or makes of aircraft; ``caution`` of a ``Holder`` tells how ordinary.
"""

from __future__ import annotations

import re

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.tables import Airline, is_place
from callsigns.line import Line
from callsigns.recognize.callsign.holder import Holder
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.model import ModelFinder
from callsigns.recognize.callsign.registration import is_pressure
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import WRITTEN_IDENT, Heard, endings
from callsigns.recognize.position import Positions
from callsigns.tokens import BREAK

__all__ = ["FlightStanding"]

_LONG = 3  # characters
_HYPHENED = re.compile(r"\d\d?-\d\d?(?:-\d\d?)*")  # figures in groups
_LEVEL = re.compile(r"[1-4]\d0")


class FlightStanding:
    """Judges names and numbers by what stands around them, for one grammar."""

    _goes_on = matching("<single_behind>")
    _value = matching("<value_behind>")
    _sent_to = matching("(departure|<facility>) [on] <vhf> <decimal>")
    _middle = matching("<middle_behind>")
    _mention = ending("<mention_before>")
    _followed, _to_strip = ending("<followed_before>"), matching("<followed_to_strip>")
    _no_flight = matching("<no_flight>")
    _flown = ending("<flown_before>")
    _of_us, _counts, _by_name = matching("<crew_says>"), matching("<counted_behind>"), matching("<told_by_name>")
    _degrees, _informed = ending("<degrees>"), ending("(<information_giver>|information|atis)")
    _asked_for, _asked_behind = ending("<asked_for>"), matching("<asked_behind>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled = compiled
        self._identities, self._positions = identities, positions
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._letter = listed("letter")
        self._on_condition = listed("on_condition")
        self._slot, self._single = listed("letter_slot"), listed("single")
        self._article = listed("article")
        self._place = self._article.union(members("place_slot") + members("possessive"))
        self._point = listed("point_slot").difference(members("opening"))
        self._evidence = RadioEvidence(compiled)
        self._is_type = ModelFinder(compiled, positions).is_type
        self._point_slot = listed("point_slot")
        self._point_asked = self._slot & self._point_slot
        self._number_slot, self._homophone = listed("number_slot"), listed("homophone")
        self._break = compiled.lexicon.words[BREAK]
        self._end, self._callsign = compiled.lexicon.entity["end"], compiled.lexicon.entity["callsign"]
        self._prose = listed("unknown", "ordinary") - listed("directive")
        self._group = listed("teen", "tens")
        self._groups = self._group.union(members("figure2"))
        self._numbers = self._group.union(members("digit"))
        self._counted = self._group.union(members("digit") + members("letter"))
        self._strip = self._counted.union(members("figure1") + members("figure2"))
        self._said = self._strip.union(members("figure3") + members("figure4"))
        self._flown_at = self._numbers.union(members("figure3"))
        self._digits, self._thousand = listed("digit"), listed("thousand")
        self._spelled = self._digits.union(members("figure3"))
        self._for, self._clears = listed("partial_whom"), listed("clears_whom")
        self._asked_before = compiled.compile.first("<asked_before>")
        self._asks = self._asked_before | compiled.compile.last("<asked_for>")
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
        letters_only = identity[0].isalpha()
        if not caution and not letters_only and char in self._sure:
            return not self._is_type(line, start, identity) and self._likely(line, start, holder, identity)
        if char in self._letter:
            return not letters_only and self._letter_stands(line, start, holder.row, identity)
        if letters_only and self._single.issuperset(line.chars[line.name_end(start) : identity.end]):
            return False  # "cali v o r"
        if letters_only and (caution or len(identity.text) < 3):
            return not caution and self._positions.begins(line, start)
        if self._is_type(line, start, identity):
            return False
        if char in self._number_slot:
            caution = "high"
        return not caution or self._cautious(line, start, holder, caution, identity)

    def _letter_stands(self, line: Line, start: int, row: Airline, identity: Identity) -> bool:
        """A name that is a letter as well ("delta", "echo"), before a number."""
        before, size = self._positions.asking(line, start), len(identity.text)
        if row.status == "historic" or self._positions.on_way(line, start) or self.is_told(line, start):
            return False  # "echo six", "delta six is closed": a taxiway
        if before in self._letter and row.kind != "airline":
            return False  # "sierra echo two november tango": the middle of a registration
        if is_pressure(identity.text) and self._informed.search(line.classes, far(start), start) is not None:
            return False  # "information delta one zero one nine"
        lettered = not identity.text.isdecimal()  # "hold short of delta niner five kilo": who says so is 95K
        if (size < _LONG or lettered) and (before in self._slot or before in self._article):
            # "clear of the runway, Delta 89"; "follow the delta twelve"
            return size > 1 and (self._signs_off(line, start, identity.end) or self._mentioned(line, start))
        if size == 1 and before in self._place and not self._is_side(line, start - 1):
            return False  # "right echo six": a taxiway
        if self._is_type(line, start, identity):
            return False  # "traffic is a delta seven twenty seven"
        if before in self._digits and not self._thousand.isdisjoint(line.chars[start : identity.end]):
            return False  # "ABLOX two delta five thousand": a letter, and a height
        again = size > 1 and start in line.commas and line.words[start - 1] == line.words[start]  # "at Delta, Delta 91"
        short = size < _LONG or (lettered and before in self._letter)  # "alpha delta | one quebec sierra"
        counted = short and before in self._counted and not again
        likely = size == 2 or before in self._group or self._told_in_flight(line, start)  # "two fifty delta six"
        if not counted or (likely and self._positions.ends(line, identity.end)):
            return True
        return size == 2 and before in self._group | self._digits and self._in_the_middle(line, start, identity)

    def is_told(self, line: Line, start: int) -> bool:
        """What begins at word ``start`` is an order or a quantity: "slow to one fifty | one zulu"."""
        return self._no_flight(line.classes + self._end, start) is not None

    def _measures(self, line: Line, start: int, caution: str, identity: Identity) -> bool:
        """The word and the number are a quantity: "tailwind five", "zero three zero west one five zero five"; not where
        a line begins with a letter behind the number ("tailwind five x-ray")."""
        lettered = identity.text[-1].isalpha() and caution != "high" and self._positions.begins(line, start)
        if not lettered and self.is_told(line, start):
            return True
        if self._degrees.search(line.classes, max(0, start - 2), start + 1) is not None:
            return True
        return self._to_behind(line, start) and not self._called_so(line, start, caution, identity)

    def _cautious(self, line: Line, start: int, holder: Holder, caution: str, identity: Identity) -> bool:
        """An ordinary word ("united", "sunday"): the place must be one for call signs, or the number a long one."""
        size = len(identity.text)
        if self._measures(line, start, caution, identity) or line.before(start) in self._on_condition:
            return False  # "forney when able | five thirteen"
        if self._said_before(line, start, identity) or self._asked_about(line, start, identity):
            return True
        begins = self._positions.begins(line, start) or self._parted_off(line, start, identity)
        begins = begins or self._is_called(line, start, identity)
        sure = caution != "high" and self._is_long(line, start, holder, identity)
        if not sure and not self._on_the_radio(line, start, identity):
            parted = identity.end in line.commas or identity.end == len(line.words)
            # "we need to return, united 328, engine failure", "down to 6, Southwest 1872"
            called = size > 1 and self._evidence.calls_another(line, start, identity.end)
            if called or (parted and size > 2 and self._positions.follows_comma(line, start)):
                return True
            if size > 1 and self._signs_off(line, start, identity.end) and self._crew_says(line):
                return True
            if size > 1 and begins and caution != "high" and self._is_ordered(line, identity.end):
                return True
            if size > 1 and self._positions.behind_runway(line, start) and self._positions.ends(line, identity.end):
                return True  # "34 right american 77"
            return caution != "high" and self._tacked_on(line, start, holder, identity)
        if begins and size == 1:
            return self._figure_goes_on(line, caution, identity)
        before = line.before(start)
        ends, high = self._positions.ends(line, identity.end), caution == "high"
        spelled = self._spelled.issuperset(line.chars[line.name_end(start) : identity.end])
        last = ends or line.classes[identity.end : identity.end + 1] in self._sure
        if high and last and spelled and _LEVEL.fullmatch(identity.text):
            return False  # "able three eight zero", "able three eight zero swiss one two"
        behind_one = start > 0 and line.chars[line.name_start(start - 1)] == self._callsign
        if behind_one and high and ends and size < _LONG:
            return False  # "lufthansa three four five | airborne five seven"
        surely = begins or (ends and (identity.text[2:].isdigit() or self._positions.behind_runway(line, start)))
        if high and before in self._place and not surely:
            return False  # "right base one seven", "call the base zero mike charlie"
        if begins:
            return True
        if not high and size > 2:
            return self._is_no_point(line, start, identity)
        free = before not in self._point_asked or start in line.commas or self._positions.answered(line, start)
        if ends and free and (size > 1 or not high or self._told_in_flight(line, start)):
            return True
        placed = before in self._place and not self._is_side(line, start - 1)
        if free and not high and not placed and self._in_the_middle(line, start, identity):
            return True
        return size > 1 and not high and self._mentioned(line, start)

    def _signs_off(self, line: Line, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` are the last, behind a comma."""
        return start in line.commas and self._positions.ends(line, end)

    def _tacked_on(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "okay we'll do that american twenty", "alaska seventy slow down": at the edge of the line, an airline and a
        number in one word that is no figure and counts nothing. Prose is written with capitals."""
        if holder.row.kind != "airline" or line.name_end(start) != identity.end - 1:
            return False
        if line.commas or not line.one_case or line.before(start) in self._article:
            return False
        if line.chars[identity.end - 1] not in self._group:
            return False
        if identity.end == len(line.words):
            return start > 0 and line.before(start) not in self._point_slot
        return not start and self._counts(line.classes, identity.end) is None

    def _is_ordered(self, line: Line, end: int) -> bool:
        """ "Alaska 60, slow down a little": what one says to an aircraft stands behind the comma."""
        return end in line.commas and self._by_name(line.classes, end) is not None

    def _crew_says(self, line: Line) -> bool:
        """ "we'll look for him, Alaska 7": people speak of themselves, and say who they are."""
        return self._of_us(line.classes, self._positions.lead(line.classes)) is not None

    def _figure_goes_on(self, line: Line, caution: str, identity: Identity) -> bool:
        """One figure behind the name is enough at the beginning, where the line ends or goes on behind it."""
        at = identity.end
        if at == len(line.words) or at in line.commas or self._goes_on(line.classes, at) is not None:
            return True
        return (caution != "high" and is_place(line.words[at])) or self._identities.quantity(line, at)

    def _is_no_point(self, line: Line, start: int, identity: Identity) -> bool:
        """What stands before it asks for no point, or names another one than "direct logan six one golf hotel"."""
        if line.before(start) not in self._point_slot or self._positions.answered(line, start):
            return True
        if identity.text[-1].isalpha():
            return not self._is_place(line, start)
        return not identity.text.endswith("00")  # "to reach four thousand"

    def _in_the_middle(self, line: Line, start: int, identity: Identity) -> bool:
        """ "level seven zero | swiss nine four | contact ...": and an order follows."""
        signs = line.chars[line.name_end(start) : identity.end]
        return (
            len(identity.text) > 1
            and self._said.issuperset(signs)
            and self._middle(line.classes, identity.end) is not None
        )

    def _likely(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """A name that hardly anybody flies by needs words of the trade, or the place of a call sign: "in front of a
        Xerox 1108". So does any name before one figure ("in The Galileo Seven, an episode"). Where prose writes it, or
        a year, the place is not enough: "Singapore 4 Malaysia 1"."""
        word, short = line.words[identity.end - 1], len(identity.text) == 1
        placed = self._positions.at_edge(line, start, identity.end)
        if (short and word.isdecimal()) or is_year(word):
            flown = placed and not short and holder.row.kind == "airline" and not self._is_place(line, start)
            return flown or self._on_the_radio(line, start, identity)  # "got him, Comair 1890"
        unlikely = holder.row.kind == "other"
        if not (unlikely or short):
            return True
        return (placed and not (unlikely and short)) or self._on_the_radio(line, start, identity)

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
        """A comma between name and number: not in "Ford, 2 U.S. 215", but in "United, 2147, contact tower"; nor in
        "direct Vixen, 150", where it is a point."""
        if not holder.caution:
            return line.before(start) not in self._point and self._on_the_radio(line, start, identity)
        if holder.row.kind != "airline" or len(identity.text) < _LONG or not self._positions.begins(line, start):
            return False
        return identity.end in line.commas and self._evidence.heard(line)

    def _on_the_radio(self, line: Line, start: int, identity: Identity) -> bool:
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
        if is_place(" ".join(line.words[end:])) and line.words[end - 1].isalpha():
            return True
        if end not in line.commas or end >= len(line.words) or not is_place(line.words[end]):
            return False
        return end + 1 == len(line.words) or end + 1 in line.commas or line.chars[end + 1] in self._break

    def _is_place(self, line: Line, start: int) -> bool:
        return is_place(" ".join(line.words[start : line.name_end(start)]))

    def _called(self, line: Line, start: int, row: Airline, identity: Identity) -> bool:
        """ "speedbird two departure": the station behind the call sign, at the very beginning, and no route; of names
        that nobody has today, before its frequency only."""
        if row.kind != "airline" or not self._positions.begins(line, start):
            return False
        return row.status == "current" or self._sent_to(line.classes, identity.end) is not None

    def _follows_to_strip(self, line: Line, start: int) -> bool:
        """ "follow u s air | two two right": whom, and to which runway."""
        if self._followed.search(line.classes, max(0, start - 4), start) is None:
            return False
        return self._to_strip(line.classes + self._end, start) is not None

    def _mentioned(self, line: Line, start: int) -> bool:
        """ "traffic is u p s eighty ahead", "behind united ninety"."""
        return self._mention.search(line.classes, max(0, start - 4), start) is not None

    def _is_called(self, line: Line, start: int, identity: Identity) -> bool:
        """ "for giant forty four turn left": whom it is for, and an order follows; "ATC clears united twelve"."""
        if line.before(start) in self._clears:
            return True
        if start != 1 or line.chars[0] not in self._for:
            return False
        return self._positions.ordered(line, identity.end) or self._goes_on(line.classes, identity.end) is not None

    def _parted_off(self, line: Line, start: int, identity: Identity) -> bool:
        """ "..., United 51 will follow": behind a comma, and a verb follows."""
        return start in line.commas and len(identity.text) > 1 and self._goes_on(line.classes, identity.end) is not None

    def _said_before(self, line: Line, start: int, identity: Identity) -> bool:
        """The same name and number have been heard in this line already."""
        name = line.words[start]
        return identity.text in endings(line) and any(
            isinstance(h, Heard) and h.ident == identity.text and line.words[h.start] == name
            for h in line.found.values()
        )

    def _asked_about(self, line: Line, start: int, identity: Identity) -> bool:
        """ "is united ninety three still with you", "do you see american eleven": another aircraft, and surely one."""
        before = line.before(start)
        if before not in self._asks:
            return False
        if self._asked_for.search(line.classes, max(0, start - 4), start) is not None:
            return self._positions.ends(line, identity.end)
        return before in self._asked_before and self._asked_behind(line.classes, identity.end) is not None

    def _told_in_flight(self, line: Line, start: int) -> bool:
        """ "heading two one zero | delta six", "slow to one fifty | american six": no taxiway, and no count."""
        return self._flown.search(line.classes, far(start), start) is not None

    def _is_side(self, line: Line, at: int) -> bool:
        """ "nine left | delta two": of a runway."""
        return line.before(at) in self._strip

    def _is_long(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "any chance of seven for continental 403", "push approved united 31pk": an airline, and in one word three
        figures or four that are no year, or the figures and letters that no quantity has."""
        word, before = line.words[identity.end - 1], line.before(start)
        number = line.said(line.name_end(start), identity.end)
        if before in self._for and _HYPHENED.fullmatch(number) is not None:  # no score
            word = number.replace("-", "")  # "go ahead for compass 57-82"
        if holder.row.kind != "airline" or word.upper() != identity.text or before in self._article:
            return False
        if word.isdecimal():
            asked = before in self._for and self._positions.ends(line, identity.end)  # "okay, five for american 1610"
            return len(word) >= _LONG and (asked or not is_year(word))
        return line.one_case and WRITTEN_IDENT.fullmatch(identity.text) is not None

    def _to_behind(self, line: Line, start: int) -> bool:
        """ "slow to one seventy": the word behind an ordinary one is what it looks like."""
        after = line.name_end(start)
        return line.classes[after : after + 1] in self._homophone

    def _called_so(self, line: Line, start: int, caution: str, identity: Identity) -> bool:
        """ "austrian for one bravo climb ...", "... two eight right, southwest to fifty one": at the very beginning, an
        order behind, or at the very end, and its last a letter or the figures in groups; not "slow to one seventy"."""
        if len(identity.text) < _LONG:
            return False
        number = line.chars[line.name_end(start) : identity.end]
        grouped = not self._groups.isdisjoint(number) and line.chars[start] not in self._number_slot
        if not (grouped or identity.text[-1].isalpha()):
            return False
        if self._positions.begins(line, start):
            return self._positions.ordered(line, identity.end)
        return caution != "high" and self._positions.ends(line, identity.end) and self._evidence.heard(line)
