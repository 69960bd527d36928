"""Letters and digits one by one: a registration of any state, or a designator letter by letter.

"oscar kilo tango november tango" is OKTNT; "bravo alpha whiskey one two" is BAW12, since nobody's mark has that shape.
What looks like one may be a taxiway and a mark behind it, or letters taken back; some marks begin with a figure.

Source: ICAO Annex 10 Vol II 5.2.1.7.2.1 a; Annex 7 for the shapes of marks.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import location
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.recognize.callsign.flight import FlightReader
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.marks import LONGEST, mark_of, whole_mark
from callsigns.recognize.callsign.number_run import hyphened
from callsigns.recognize.callsign.registration import is_pressure
from callsigns.recognize.callsign.route_mark import RouteMark
from callsigns.recognize.heard import Heard, heard_before
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import spelled_type

__all__ = ["LetteredReader"]

_SLOT: Final = 6  # words of "vacating runway at kilo"
_IN_LETTERS: Final = 5  # mark and letters of most states
_FIGURE_FIRST = searchable(r"\d[A-Z]{2}.*[A-Z]|\d[A-Z]{2}\d\d")  # not a remainder and a frequency behind it


class LetteredReader:
    """Reads such runs for one grammar."""

    _middle = matching("<middle_behind>")
    _route = ending("<asks_route> <unknown> [<plain>]")
    _figure_asked = ending("<figure_asked>")
    _one_letter = ending("<takes_one_letter>")
    _no_letters = ending("<takes_no_letters>")
    _five_letters = ending("<takes_five_letters> <letter>{5}")
    _taxiways = ending("<takes_taxiways>")
    _type_code, _point = matching("<type_code>"), matching("<point_behind_mark>")
    _told_last = ending("(<flown_before>|<runway_before>)")
    _other = ending("<before_other_mark>")

    def __init__(
        self, compiled: Compiled, identities: IdentityReader, positions: Positions, flights: FlightReader
    ) -> None:
        self._compiled, self._identities, self._positions, self._flights = compiled, identities, positions, flights
        self._behind_route = RouteMark(compiled, identities, positions).begins
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._number, self._tens = listed("digit", "teen", "tens"), listed("tens")
        self._sign, self._single = listed("letter", "single"), listed("single")
        self._telephony = listed("telephony") - listed("letter")
        signs, digits = listed("letter"), listed("digit")
        self._spelled = signs.union(CONTINUED)
        self._end = compiled.lexicon.entity["end"]
        self._signs_and_digits = signs | digits
        stop = one_of("".join((*signs, *digits, *members("teen"), *members("tens"), CONTINUED)))
        self._characters = searchable(f"{one_of(self._signs_and_digits)}{{4,{LONGEST}}}(?!{stop})").match
        self._character = {
            **compiled.letters,
            **{word: digit for word, (kind, digit) in symbols().items() if kind in "od"},
        }
        self._correction = listed("correction")
        self._corrected = self._correction.union(CONTINUED)
        self._slot = listed("letter_slot", "handover") - self._sign
        self._counted = self._number.union(members("dangling"))

    def read(self, line: Line, start: int) -> Heard | None:
        """A run of letters and digits: a registration of any state, or a designator letter by letter."""
        if self._asked_for(line, start) or self._spells(line, start):
            return None
        prefix = self._identities.letters(line, start)
        if prefix is not None and line.words[prefix.end - 1] == "november" and self._behind_route(line, prefix.end - 1):
            return None  # "alpha bravo | november three four five kilo bravo"
        if prefix is None or len(prefix.text) == 1:
            through = self._through(line, start)
            if through is not None or prefix is None:
                return through or self._digit_mark(line, start)
        marked = self._whole_before(line, start, prefix.text) if len(prefix.text) > _IN_LETTERS else None
        if marked is not None:
            return self._registration(line, start, marked)
        behind = self._identities.read(line, prefix.end, 7 - len(prefix.text)) if len(prefix.text) < 6 else None
        if behind is not None or mark_of(prefix.text) is None:
            read = prefix.end if behind is None else behind.end
            whole = self._through(line, start) if line.classes[read : read + 1] in self._signs_and_digits else None
            if whole is not None:
                return whole
        if behind is None:
            return self._registration(line, start, prefix)
        identity = Identity(prefix.text + behind.text, behind.end)
        placed = self._positions.at_edge(line, self._taken_back(line, start), behind.end)
        if len(prefix.text) == _IN_LETTERS and not self._is_numbered(line, identity):
            identity = prefix  # "oscar kilo mike bravo papa | two seven miles final"
        if mark_of(identity.text) is not None or len(prefix.text) not in (2, 3) or not placed:
            return self._registration(line, start, identity)
        if len(prefix.text) == 2:
            return self._flights.lettered(line, start, prefix.end)
        return self._flights.spelled(line, start, prefix.text, behind.text, behind.end)

    def _whole_before(self, line: Line, start: int, letters: str) -> Identity | None:
        """ "hotel bravo oscar quebec lima | p a two eight", "oscar kilo mike bravo papa | charlie one seven two": a
        whole mark, and the type behind it letter by letter; "... | echo two": or the point where it is, unless its
        state gives out longer marks."""
        whole = self._identities.letters(line, start, _IN_LETTERS)
        if whole is None or mark_of(whole.text) is None:
            return None
        if mark_of(letters) is None and self._point(line.classes + self._end, whole.end) is not None:
            return whole
        code = self._type_code(line.classes, whole.end)
        if code is None:
            return None
        return whole if spelled_type(line.words[whole.end : code.end()], self._compiled.letters) else None

    def _is_numbered(self, line: Line, identity: Identity) -> bool:
        """A mark with figures behind five letters, that are all of them: "oscar kilo uniform uniform alfa two four"."""
        more = self._counted if len(identity.text) == _IN_LETTERS + 1 else self._number
        return mark_of(identity.text) is not None and line.classes[identity.end : identity.end + 1] not in more

    def _spells(self, line: Line, start: int) -> bool:
        """ "direct to mopan | mike oscar papa alpha november": the word before, in letters."""
        word = line.words[start - 1] if start else ""
        letters = self._identities.letters(line, start, len(word)) if len(word) == _IN_LETTERS else None
        return letters is not None and letters.text == word.upper()

    def _asked_for(self, line: Line, start: int) -> bool:
        """What stands before it asks for letters, or they go on from there."""
        before = self._positions.asking(line, start)
        if before in self._sign and not self._begins_anew(line, start):
            return True
        asked = before in self._slot and not self._positions.answered(line, start)
        if asked and not self._whole(line, start):
            return True
        if self._informs(line, start):
            return True
        figure = before in self._number or line.chars[start] in self._number
        if figure and self._route.search(line.classes, max(0, start - _SLOT), start) is not None:
            return True  # "via nitra five | bravo | four two kilo charlie": the letter of the departure
        return before in self._number and self._positions.in_route(line, start)

    def _registration(self, line: Line, start: int, identity: Identity) -> Heard | None:
        """Letters and figures that have the shape of some state's marks, in the place of a call sign."""
        registration, end = identity.text, identity.end
        first, mark = self._first(line, start), mark_of(registration)
        begins = self._positions.begins(line, first)
        if len(registration) == 4 and not (begins or self._signs_off(line, first, end)):
            return None
        if len(registration) == 4 and location(registration) is not None:
            return None
        if mark is None and len(registration) == 4:
            registration = whole_mark(registration)
            mark = mark_of(registration)
        if mark is None or len(registration) < 4:
            return None
        if not (begins or self._positions.ends(line, end) or self._in_the_middle(line, start, registration, end)):
            return None
        if first < start:
            line.dropped.append((first, start, "corrected"))
        return Heard(first, end, "registration", registration, None, None, registration, None, mark.country)

    def _signs_off(self, line: Line, start: int, end: int) -> bool:
        """ "climbing to level two three zero | bravo hotel alfa juliett": nobody is told of taxiways there."""
        return self._positions.ends(line, end) and self._told_last.search(line.classes, far(start), start) is not None

    def _informs(self, line: Line, start: int) -> bool:
        """ "descending level one seven zero | november one zero one nine": the information and its QNH; so it is before
        the name of a flight."""
        figures = (
            self._identities.read(line, start + 1, 5) if line.classes[start + 1 : start + 2] in self._number else None
        )
        if figures is None or not is_pressure(figures.text):
            return False
        return line.before(start) in self._number or line.classes[figures.end : figures.end + 1] in self._telephony

    def _begins_anew(self, line: Line, start: int) -> bool:
        """ "vacating via kilo | oscar kilo mike bravo papa", "direct kilo oscar papa india tango | hotel alfa ...":
        what was spelled before is a taxiway or a point, and a mark follows."""
        if self._begun(line, start) < start or self._otherwise_spelled(line, start):
            return True
        first = max(0, start - _SLOT)
        if self._behind_taxiways(line, start):
            return True
        point = start in line.commas or self._five_letters.search(line.classes, first, start) is not None
        if not point and self._one_letter.search(line.classes, first, start) is None:
            return False
        return self._five(line, start) is not None

    def _otherwise_spelled(self, line: Line, start: int) -> bool:
        """ "to the g a c | hotel bravo victor kilo delta": letters before, and words from here on."""
        before = line.before(start) in self._single and line.chars[start] not in self._single
        return before and self._five(line, start) is not None

    def _whole(self, line: Line, start: int) -> bool:
        """ "cross the runway | sierra echo kilo delta papa": nothing asks for letters, and a whole mark follows."""
        if self._no_letters.search(line.classes, max(0, start - _SLOT), start) is None:
            return False
        return self._five(line, start) is not None

    def _five(self, line: Line, start: int) -> Identity | None:
        """As many letters as the marks of most states have."""
        letters = self._identities.letters(line, start)
        return letters if letters is not None and len(letters.text) == _IN_LETTERS else None

    def _behind_taxiways(self, line: Line, start: int) -> bool:
        """ "taxi via hotel lima | oscar kilo mike bravo papa": the last five letters, where nobody is named."""
        if self._taxiways.search(line.classes, far(start), start) is None or heard_before(line, start) is not None:
            return False
        last = self._five(line, start)
        return last is not None and self._positions.ends(line, last.end)

    def _in_the_middle(self, line: Line, start: int, registration: str, end: int) -> bool:
        """ "squawk one five zero seven | oscar kilo november oscar golf | information kilo": between two messages;
        "traffic is | oscar kilo november oscar golf | opposite": another aircraft, whatever is told of it."""
        if len(registration) < _IN_LETTERS:
            return False
        if self._other.search(line.classes, max(0, start - _SLOT), start) is not None:
            return True
        if not registration[:_IN_LETTERS].isalpha():
            return False
        return line.chars[end] in self._number or self._middle(line.classes, end) is not None

    def _through(self, line: Line, start: int) -> Heard | None:
        """ "oscar echo three six three one", "delta two oscar delta hotel": letters that name an airline as well, or
        more characters than an identification has ("hotel papa one eight three zero charlie mike papa")."""
        run = self._characters(line.classes, start)
        registration = self._spelled_out(line, start, run.end()) if run else ""
        mark = mark_of(registration) if run and line.chars[start] in self._sign else None
        if run is None or mark is None or not self._positions.at_edge(line, start, run.end()):
            return None
        return Heard(start, run.end(), "registration", registration, None, None, registration, None, mark.country)

    def _spelled_out(self, line: Line, start: int, end: int) -> str:
        """The characters of these words; nothing where one is more than that ("romeo's november eight one six")."""
        characters = [self._character.get(word, "") for word in line.words[start:end]]
        return "".join(characters) if all(characters) else ""

    def _begun(self, line: Line, start: int) -> int:
        """ "oscar kilo | oscar kilo papa lima november": where the letters begin that are said once more from word
        ``start`` on, with the rest of the mark or without."""
        whole = self._identities.letters(line, start)
        if whole is None or len(whole.text) != _IN_LETTERS:
            return start
        first, size = start, 0
        while line.before(first) in self._spelled and size < _IN_LETTERS:
            first, size = line.name_start(first - 1), size + 1
        begun = self._identities.letters(line, first, size) if size else None
        again = begun is not None and whole.text.startswith(begun.text) and mark_of(whole.text) is not None
        return first if again and line.before(first) not in self._signs_and_digits else start

    def _first(self, line: Line, start: int) -> int:
        """Where the letters begin of which those from word ``start`` on count."""
        first = self._taken_back(line, start)
        return first if first < start else self._begun(line, start)

    def _taken_back(self, line: Line, start: int) -> int:
        """ "oscar echo correction oscar delta india november kilo": where the letters that are taken back begin."""
        if line.before(start) not in self._corrected:
            return start
        first = at = line.name_start(start - 1)
        while line.before(first) in self._sign:
            first -= 1
        return first if first < at and line.chars[at] in self._correction else start

    def _digit_mark(self, line: Line, start: int) -> Heard | None:
        """Marks that begin with a figure: "nine hotel alpha bravo charlie" is 9H-ABC, "four kilo alfa zulu zero three"
        is 4K-AZ03; "runway two five bravo kilo lima zulu" ends with B-KLZ, and the figure is the runway's."""
        letters = self._identities.letters(line, start + 1, 6)
        first = self._identities.read(line, start, 1) if letters is not None else None
        if letters is None or first is None or first.end != start + 1:
            return None
        if first.end in line.commas or hyphened(line, start):
            return None  # "runway 2-5, Hotel Bravo Kilo Lima Zulu"
        registration, end = first.text + letters.text, letters.end
        run = self._characters(line.classes, start)
        if run is not None and mark_of(registration) is None:
            registration, end = self._spelled_out(line, start, run.end()), run.end()
        if not line.commas.isdisjoint(range(start + 1, end)):
            return None  # "UPETA 2 Whiskey, Delta Victor Echo"
        mark = mark_of(registration) if _FIGURE_FIRST.match(registration) else None
        if mark is None or self._figure_asked.search(line.classes, max(0, start - 2), start) is not None:
            return None
        if line.before(start) in self._tens and start not in line.commas:
            return None  # "runway twenty six | oscar oscar kilo romeo"
        if self._second_figure(line, start) and mark_of(registration[1:]) is not None:
            return None
        if not self._positions.begins(line, start) and not self._positions.ends(line, end):
            return None
        return Heard(start, end, "registration", registration, None, None, registration, None, mark.country)

    def _second_figure(self, line: Line, at: int) -> bool:
        """One figure stands before word ``at``, which is the second one of a runway or behind a decimal point."""
        before = [char in self._number for char in line.classes[max(0, at - 2) : at]]
        return before[-1:] == [True] and before != [True, True] and at not in line.commas
