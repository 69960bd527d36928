"""All call signs of a line that say who they are: the forms of ``callsigns.toml``, each read by its reader.

>>> # control mustang 99 is departing your airspace
>>> #         tactical--
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.own_forms import ending, matching
from callsigns.recognize.flight import FlightReader
from callsigns.recognize.heard import Heard
from callsigns.recognize.identity import IdentityReader
from callsigns.recognize.misheard import MisheardReader
from callsigns.recognize.modifiers import ModifierReader
from callsigns.recognize.names import type_designator
from callsigns.recognize.position import Positions
from callsigns.recognize.registration import LONGEST, RegistrationReader, mark_of
from callsigns.recognize.tactical import TacticalReader
from callsigns.recognize.vehicle import VehicleReader
from callsigns.tables import location

__all__ = ["CallSignRecognizer"]

_SLOT: Final = 6  # words of "vacating runway at kilo"
_IN_LETTERS: Final = 5  # mark and letters of most states
_FIGURE_FIRST = re.compile(r"\d[A-Z]{2}.*[A-Z]|\d[A-Z]{2}\d\d")  # not a remainder and a frequency behind it


class CallSignRecognizer:
    """Finds and claims call signs in a line."""

    _middle = matching("<middle_behind>")
    _route = ending("<asks_route> <unknown> [<plain>]")
    _one_letter = ending("<takes_one_letter>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._entity = compiled.lexicon.entity["callsign"]
        self._forms = compiled.callsign_forms
        positions = Positions(compiled)
        self._positions = positions
        self._identities = IdentityReader(compiled)
        self._flights = FlightReader(compiled, self._identities, positions)
        self._registrations = RegistrationReader(compiled, self._identities, positions)
        self._tactical = TacticalReader(compiled, self._identities, positions)
        self._vehicles = VehicleReader(compiled, self._identities, positions)
        self._misheard = MisheardReader(compiled, self._identities, positions)
        self._modifiers = ModifierReader(compiled)
        members = compiled.lexicon.members
        self._number = frozenset(members("digit") + members("teen") + members("tens"))
        self._sign = frozenset(members("letter") + members("single"))
        signs, digits = frozenset(members("letter")), frozenset(members("digit"))
        self._signs_and_digits = signs | digits
        stop = one_of("".join((*signs, *digits, *members("teen"), *members("tens"), CONTINUED)))
        self._characters = re.compile(f"{one_of(self._signs_and_digits)}{{4,{LONGEST}}}(?!{stop})").match
        self._character = {
            **compiled.letters,
            **{word: digit for word, (kind, digit) in symbols().items() if kind in "od"},
        }
        self._correction = frozenset(members("correction"))
        self._corrected = self._correction.union(CONTINUED)
        self._maker = frozenset(members("maker"))
        self._counted = frozenset(members("digit", "teen", "tens", "hundred", "figure3", "letter"))
        self._make = frozenset(members("make") + members("make_caution"))
        self._slot = frozenset(members("letter_slot") + members("handover"))
        self._readers: dict[str, Callable[[Line, int], Heard | None]] = {
            "flight": self._flights.read,
            "written": self._written,
            "registration": self._registrations.november,
            "type_registration": self._registrations.make,
            "spelled": self._spelled,
            "service": self._tactical.service,
            "tactical": self._tactical.tactical,
            "vehicle": self._vehicles.read,
        }
        self._reader_of = {name: self._readers[entry["reader"]] for name, entry in compiled.callsigns.items()}
        self._in_order = [self._reader_of[name] for name in self._forms.names]

    def recognize(self, line: Line) -> None:
        """Claim every call sign, from left to right."""
        if "-" in line.text:
            for registration in self._registrations.hyphened(line):
                line.claim(registration.start, registration.end, self._entity, registration)
        at, size = 0, len(line.chars)
        while at < size and (found := self._forms.search(line.classes, at)) is not None:
            at = found.start()
            heard = None
            if line.chars[at] not in self._make or not (self._behind_mark(line, at) or self._is_type(line, at)):
                heard = self._in_order[(found.lastindex or 1) - 1](line, at) or self._other(line, found)
            if heard is None:
                at += 1
                continue
            at = heard[1]
            line.claim(heard[0], at, self._entity, heard)
            if heard[2] == "tactical" and (second := self._tactical.element(line, heard)) is not None:
                line.claim(second.start, second.end, self._entity, second)
                at = second.end
                continue
            if at < size and line.chars[at] in self._number:
                at = self._repeated(line, heard)
        self._misheard.complete(line)
        self._modifiers.complete(line)

    def _behind_mark(self, line: Line, start: int) -> bool:
        """ "delta echo kilo alpha romeo cessna one seven two": the type, as pilots say it behind their registration."""
        calls = (what for what in line.found.values() if isinstance(what, Heard))
        return any(call.end == start and call.kind == "registration" for call in calls)

    def _is_type(self, line: Line, start: int) -> bool:
        """ "boeing seven three eight with uniform": the maker and a type, and no more figures or letters behind it."""
        if line.classes[start] not in self._maker:
            return False
        end = start + 1
        while line.classes[end : end + 1] in self._counted:
            end += 1
        return end > start + 1 and type_designator(line.words[start:end], {}) is not None

    def _repeated(self, line: Line, heard: Heard) -> int:
        """ "delta ten fifteen ten fifteen go ahead": one call sign; the words behind it are nobody else's."""
        figure = symbols()[line.words[heard.end]][1][0]  # most often another one, of a value
        again = self._identities.read(line, heard.end) if (heard.ident or "").startswith(figure) else None
        end = again.end if again is not None and again.text == heard.ident else self._same_words(line, heard)
        if end == heard.end or len(heard.ident or "") < 2:
            return heard.end
        line.dropped.append((heard.end, end, "said again"))
        line.become(line.classes[: heard.end] + CONTINUED * (end - heard.end) + line.classes[end:])
        return end

    def _same_words(self, line: Line, heard: Heard) -> int:
        """The word behind its signs said again one by one: "one tango kilo one tango kilo correct"."""
        words, end, ident = line.words, heard.end, heard.ident or ""
        size = len(ident)
        again = ident[-1:].isalpha() and words[end - size : end] == words[end : end + size]
        return end + size if again else end

    def _other(self, line: Line, found: re.Match[str]) -> Heard | None:
        """What another entry reads at the same word, where the first has found no call sign."""
        start = found.start()
        for name in self._forms.others(found):
            heard = self._reader_of[name](line, start)
            if heard is not None:
                return heard
        return None

    def _written(self, line: Line, start: int) -> Heard | None:
        return self._registrations.written(line, start) or self._flights.written(line, start)

    def _spelled(self, line: Line, start: int) -> Heard | None:
        """A run of letters and digits: a registration of any state, or a designator letter by letter."""
        before = line.before(start)
        if before in self._sign and not self._begins_anew(line, start):
            return None
        if before in self._slot and not self._positions.answered(line, start):
            return None
        figure = before in self._number or line.chars[start] in self._number
        named = figure and self._route.search(line.classes, max(0, start - _SLOT), start) is not None
        if named or (before in self._number and self._positions.in_route(line, start)):
            return None  # "via nitra five | bravo | four two kilo charlie": the letter of the departure
        prefix = self._identities.letters(line, start)
        if prefix is None or len(prefix.text) == 1:
            through = self._through(line, start)
            if through is not None or prefix is None:
                return through or self._digit_mark(line, start)
        behind = self._identities.read(line, prefix.end, 7 - len(prefix.text)) if len(prefix.text) < 6 else None
        if behind is not None or mark_of(prefix.text) is None:
            read = prefix.end if behind is None else behind.end
            whole = self._through(line, start) if line.classes[read : read + 1] in self._signs_and_digits else None
            if whole is not None:
                return whole
        first = self._taken_back(line, start)
        begins = self._positions.begins(line, first)
        if behind is not None:
            registration = prefix.text + behind.text
            mark = mark_of(registration)
            if mark is None and len(prefix.text) in (2, 3) and (begins or self._positions.ends(line, behind.end)):
                if len(prefix.text) == 2:
                    return self._flights.lettered(line, start, prefix.end)
                return self._flights.spelled(line, start, prefix.text, behind.text, behind.end)
            end = behind.end
        else:
            registration, mark, end = prefix.text, mark_of(prefix.text), prefix.end
        if len(registration) == 4 and (not begins or location(registration) is not None):
            return None
        if mark is None or len(registration) < 4:
            return None
        if not (begins or self._positions.ends(line, end) or self._in_the_middle(line, registration, end)):
            return None
        if first < start:
            line.dropped.append((first, start, "corrected"))
        return Heard(first, end, "registration", registration, None, None, registration, None, mark.country)

    def _begins_anew(self, line: Line, start: int) -> bool:
        """ "vacating via kilo | oscar kilo mike bravo papa": the letter before is a taxiway, and a mark follows."""
        if self._one_letter.search(line.classes, max(0, start - _SLOT), start) is None:
            return False
        prefix = self._identities.letters(line, start)
        return prefix is not None and len(prefix.text) == _IN_LETTERS

    def _in_the_middle(self, line: Line, registration: str, end: int) -> bool:
        """ "squawk one five zero seven | oscar kilo november oscar golf | information kilo": between two messages."""
        if len(registration) != _IN_LETTERS or not registration.isalpha():
            return False
        return line.chars[end] in self._number or self._middle(line.classes, end) is not None

    def _through(self, line: Line, start: int) -> Heard | None:
        """ "oscar echo three six three one", "delta two oscar delta hotel": letters that name an airline as well, or
        more characters than an identification has ("hotel papa one eight three zero charlie mike papa")."""
        run = self._characters(line.classes, start)
        registration = "".join([self._character[word] for word in line.words[start : run.end()]]) if run else ""
        mark = mark_of(registration) if run and line.chars[start] in self._sign else None
        if (
            run is None
            or mark is None
            or not (self._positions.begins(line, start) or self._positions.ends(line, run.end()))
        ):
            return None
        return Heard(start, run.end(), "registration", registration, None, None, registration, None, mark.country)

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
        registration, end = first.text + letters.text, letters.end
        run = self._characters(line.classes, start)
        if run is not None and mark_of(registration) is None:
            registration, end = "".join([self._character[word] for word in line.words[start : run.end()]]), run.end()
        mark = mark_of(registration) if _FIGURE_FIRST.match(registration) else None
        if mark is None or (self._second_figure(line, start) and mark_of(registration[1:]) is not None):
            return None
        if not self._positions.begins(line, start) and not self._positions.ends(line, end):
            return None
        return Heard(start, end, "registration", registration, None, None, registration, None, mark.country)

    def _second_figure(self, line: Line, at: int) -> bool:
        """One figure stands before word ``at``, which is the second one of a runway or behind a decimal point."""
        before = [char in self._number for char in line.classes[max(0, at - 2) : at]]
        return before[-1:] == [True] and before != [True, True] and at not in line.commas
