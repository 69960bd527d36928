"""Whether a telephony name that is an ordinary word as well, and the number behind it, are a flight.

>>> # "southwest to fifty one" at the end, "united twelve turn left"  -> flights
>>> # "tailwind five", "slow to one seventy", "united 12 times"       -> quantities, and prose
>>> # "direct logan six one golf hotel"                               -> a point, then the mark of who reads back

The place must be one for call signs, or the number a long one.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, matching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import is_place
from callsigns.line import Line
from callsigns.recognize.callsign.flight_around import FlightSurroundings
from callsigns.recognize.callsign.holder import Holder
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import WRITTEN_IDENT, endings
from callsigns.recognize.position import Positions

__all__ = ["OrdinaryNames"]

_LONG = 3  # characters
_BRIEF = 3  # words of an answer
_HYPHENED = searchable(r"\d\d?-\d\d?(?:-\d\d?)*")  # figures in groups
_IN_PAIRS = searchable(r"\d{1,2}\s+\d\d")  # and with a blank
_LEVEL = searchable(r"[1-4]\d0")


class OrdinaryNames:
    """Judges such names, for one grammar."""

    _goes_on = matching("<single_behind>")
    _of_us, _counts, _by_name = matching("<crew_says>"), matching("<counted_behind>"), matching("<told_by_name>")
    _degrees = ending("<degrees>")
    _asked_for, _asked_behind = ending("<asked_for>"), matching("<asked_behind>")

    def __init__(
        self,
        compiled: Compiled,
        identities: IdentityReader,
        positions: Positions,
        evidence: RadioEvidence,
        around: FlightSurroundings,
    ) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._evidence, self._around = evidence, around
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._on_condition = listed("on_condition")
        self._article, self._point_slot = listed("article"), listed("point_slot")
        self._place = self._article.union(members("place_slot") + members("possessive"))
        self._point_asked = listed("letter_slot") & self._point_slot
        self._number_slot, self._homophone = listed("number_slot"), listed("homophone")
        self._callsign = compiled.lexicon.entity["callsign"]
        self._group = listed("teen", "tens")
        self._groups = listed("teen", "tens", "figure2")
        self._spelled = listed("digit", "figure3")
        self._figures = listed("digit", "teen", "tens", "figure1", "figure2", "figure3", "figure4", "decimal_figure")
        self._named = self._figures | listed("unknown", "nameable", "facility")
        self._for, self._clears = listed("partial_whom"), listed("clears_whom")
        self._asked_before = compiled.compile.first("<asked_before>")
        self._asks = self._asked_before | compiled.compile.last("<asked_for>")
        self._sure = listed("telephony") - listed("letter") - self._number_slot

    def stands(self, line: Line, start: int, holder: Holder, caution: str, identity: Identity) -> bool:
        """An ordinary word ("united", "sunday"): the place must be one for call signs, or the number a long one."""
        if self._measures(line, start, caution, identity) or line.before(start) in self._on_condition:
            return False  # "forney when able | five thirteen"
        if self._said_before(line, start, identity) or self._asked_about(line, start, identity):
            return True
        begins = self._positions.begins(line, start) or self._parted_off(line, start, identity)
        begins = begins or self._is_called(line, start, identity)
        sure = caution != "high" and self._is_long(line, start, holder, identity)
        if not sure and not self._around.on_the_radio(line, start, identity):
            return self._stands_among_words(line, start, holder, caution, identity, begins=begins)
        return self._stands_on_radio(line, start, caution, identity, begins=begins)

    def _stands_on_radio(self, line: Line, start: int, caution: str, identity: Identity, *, begins: bool) -> bool:
        """The line sounds like radio, or the number is a long one."""
        size = len(identity.text)
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
        if not high and self._around.joins_another(line, start, identity):
            return True
        free = before not in self._point_asked or start in line.commas or self._positions.answered(line, start)
        free = free or self._around.told_in_flight(line, start)  # "down to four thousand and | united sixteen"
        if ends and free and (size > 1 or not high or self._around.told_in_flight(line, start)):
            return True
        placed = before in self._place and not self._around.is_side(line, start - 1)
        if free and not high and not placed and self._around.in_the_middle(line, start, identity):
            return True
        return size > 1 and not high and self._around.mentioned(line, start)

    def _stands_among_words(
        self, line: Line, start: int, holder: Holder, caution: str, identity: Identity, *, begins: bool
    ) -> bool:
        """Nothing else in the line sounds like radio."""
        size = len(identity.text)
        parted = identity.end in line.commas or identity.end == len(line.words)
        # "we need to return, united 328, engine failure", "down to 6, Southwest 1872"
        called = size > 1 and self._evidence.calls_another(line, start, identity.end)
        if called or (parted and size > 2 and self._positions.follows_comma(line, start)):
            return True
        last = size > 1 and self._around.signs_off(line, start, identity.end)
        if last and (self._crew_says(line) or self._ends_answer(line, start, holder, caution)):
            return True
        if size > 1 and begins and caution != "high" and self._is_ordered(line, identity.end):
            return True
        if size > 1 and not start and self._begins_answer(line, identity.end, holder, caution):
            return True
        if size > 1 and self._positions.behind_runway(line, start) and self._positions.ends(line, identity.end):
            return True  # "34 right american 77"
        return caution != "high" and self._tacked_on(line, start, holder, identity)

    def _measures(self, line: Line, start: int, caution: str, identity: Identity) -> bool:
        """The word and the number are a quantity: "tailwind five", "zero three zero west one five zero five"; not where
        a line begins with a letter behind the number ("tailwind five x-ray")."""
        lettered = identity.text[-1].isalpha() and caution != "high" and self._positions.begins(line, start)
        if not lettered and self._around.is_told(line, start):
            return True
        if self._degrees.search(line.classes, max(0, start - 2), start + 1) is not None:
            return True
        return self._to_behind(line, start) and not self._called_so(line, start, caution, identity)

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

    def _begins_answer(self, line: Line, end: int, holder: Holder, caution: str) -> bool:
        """ "american 12, not yet": the same before few words, none of which is a name, and which are no thing ("united
        12, chelsea", "spirit 76, the movie")."""
        behind = line.chars[end:]
        if end not in line.commas or not 0 < len(behind) <= _BRIEF or behind[0] in self._article:
            return False
        return holder.row.kind == "airline" and caution != "high" and self._named.isdisjoint(behind)

    def _ends_answer(self, line: Line, start: int, holder: Holder, caution: str) -> bool:
        """ "will do, american 12", "got him, united 77": an airline behind few words, no figures as results have."""
        brief = start <= _BRIEF and self._figures.isdisjoint(line.chars[:start])
        return brief and holder.row.kind == "airline" and caution != "high"

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
            return not self._around.is_place(line, start)
        return not identity.text.endswith("00")  # "to reach four thousand"

    def _is_called(self, line: Line, start: int, identity: Identity) -> bool:
        """ "for giant forty four turn left": whom it is for, and an order follows; "ATC clears united twelve"."""
        if line.before(start) in self._clears:
            return True
        if start != 1 or line.chars[0] not in self._for:
            return False
        return self._positions.ordered(line, identity.end) or self._goes_on(line.classes, identity.end) is not None

    def _parted_off(self, line: Line, start: int, identity: Identity) -> bool:
        """ "..., United 51 will follow": behind a comma, and a verb follows; one figure stands between two of them."""
        parted = start in line.commas and (len(identity.text) > 1 or identity.end in line.commas)
        return parted and self._goes_on(line.classes, identity.end) is not None

    def _said_before(self, line: Line, start: int, identity: Identity) -> bool:
        """The same name and number have been heard in this line already."""
        return f"{line.words[start]} {identity.text}" in endings(line)

    def _asked_about(self, line: Line, start: int, identity: Identity) -> bool:
        """ "is united ninety three still with you", "do you see american eleven": another aircraft, and surely one."""
        before = line.before(start)
        if before not in self._asks:
            return False
        if self._asked_for.search(line.classes, max(0, start - 4), start) is not None:
            return self._positions.ends(line, identity.end)
        return before in self._asked_before and self._asked_behind(line.classes, identity.end) is not None

    def _is_long(self, line: Line, start: int, holder: Holder, identity: Identity) -> bool:
        """ "any chance of seven for continental 403", "push approved united 31pk": an airline, and in one word three
        figures or four that are no year, or the figures and letters that no quantity has."""
        word, before = line.words[identity.end - 1], line.before(start)
        number = line.said(line.name_end(start), identity.end)
        if before in self._for and _HYPHENED.fullmatch(number) is not None:  # no score
            word = number.replace("-", "")  # "go ahead for compass 57-82"
        if _IN_PAIRS.fullmatch(number) is not None:
            word = "".join(number.split())  # "we have uniform, united 6 22"
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
