"""Call signs that no register assigns: a tactical word and a number.

>>> # Mustang 99 is departing          ->  tactical, MUSTANG, 99

Source: FAA JO 7110.65 2-4-20 a.8 (a pronounceable word and one to four digits).
"""

from __future__ import annotations

from itertools import islice
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar.tables import has_units
from callsigns.line import Line
from callsigns.recognize.callsign.alike import busy_operators
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.unlisted import OF_PROCEDURE, UnlistedNames
from callsigns.recognize.evidence import RadioEvidence, is_year
from callsigns.recognize.heard import Heard, heard_before, operator_of
from callsigns.recognize.position import Positions
from callsigns.recognize.value.names import type_designator

__all__ = ["TacticalReader"]

_NAMES: Final = ("flight", "registration")
_FEW: Final = 4  # stations and aircraft that a line names first
_SHORT: Final = 2  # characters of an identification


class TacticalReader:
    """Reads tactical words for one grammar."""

    _no_party = matching("<no_partial_behind>")
    _calling_short = matching("<calling_short>")
    _goes_on = matching("<partial_behind>")
    _order = matching("<order_behind>")
    _told = matching("<told_behind>")
    _no_flight = matching("<no_flight>")
    _short_height = ending("<short_height>")
    _route_reader = matching("<route_reader>")
    _traffic_behind = matching("<traffic_behind>")

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        self._judge = UnlistedNames(compiled, identities, positions)
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._never = listed("letter", "single", "calendar", "airspace")
        self._digit = listed("digit")
        self._figures = listed("figure2", "figure3", "figure4", "figure5", "comma_figure", "decimal_figure")
        self._orders = listed("letter_slot")
        self._and = listed("and")
        self._thousand = listed("thousand")
        slot = listed("number_slot", "point_slot") - self._thousand
        self._known = listed("tactical", "make_caution")
        self._ordinary = listed("ordinary") - self._known
        self._squadron = listed("tactical") - listed("ordinary")
        self._evidence = compiled.shared(RadioEvidence)
        self._names = listed("unknown", "tactical", "nameable", "telephony") | (
            listed("ordinary") - slot - listed("directive", "radio_word")
        )
        self._first_word = listed("nameable", "unknown", "tactical")
        second = members("ordinary") + members("unknown") + members("company")
        self._second_word = frozenset(second) - slot - self._known
        self._facility = listed("facility")
        self._unlisted, self._unknown = listed("unknown", "company"), listed("unknown")
        self._make = listed("make_caution")
        self._end = compiled.lexicon.entity["end"]
        self._models = frozenset(compiled.words.get("model_number", ()))

    def _name(self, line: Line, start: int) -> tuple[str, int]:
        end = line.name_end(start)
        return " ".join(line.words[start:end]), end

    def tactical(self, line: Line, start: int) -> Heard | None:
        """ "bronco seven one"; a word that means something else as well needs the place of a call sign."""
        if line.chars[start] in self._first_word and line.classes[start + 1 : start + 2] in self._second_word:
            return self._two_words(line, start)
        ordinary = line.chars[start] in self._ordinary
        if line.chars[start] in self._never:
            return None
        if ordinary and start and self._judge.first_station(line) >= len(line.classes):
            return None
        name, name_end = self._name(line, start)
        identity = self._judge.number(line, name_end)
        if identity is not None and name_end == start + 1 and _may_have_letters(line, start):
            identity = self._identities.with_capitals(line, identity)  # "EZY 45 MH"
        if identity is None or (ordinary and not self._ordinary_name(line, start, identity)):
            return None
        if self._is_other(line, start, name, identity):
            return None
        entry = self._compiled.tactical.get(name, {})
        begins = self._positions.begins(line, start) or self._names_station(line, start, identity.end)
        begins = begins or self._evidence.coded(line, start, identity.end) or self._behind_place(line, start, identity)
        ends = self._positions.ends(line, identity.end)
        named = line.chars[start] in self._known and not entry.get("ordinary")
        flown = "telephony" in entry and (begins or ends)  # a word that is somebody's telephony as well
        placed = identity.end in line.commas or flown
        if not (named and placed) and not self._is_of_trade(line, start, identity):
            return None
        if not begins and line.chars[start] in self._orders:
            return None  # "position and hold eight three eight"
        flight = self._designated(line, start, identity)
        if flight is not None and (begins or ends):
            return flight
        if line.chars[start] in self._unlisted and not self._judge.is_name(line, start, identity, begins):
            return None
        if not (begins or ends or (named and not self._judge.is_asked(line, start))):
            return None
        country = entry.get("country")
        return Heard(start, identity.end, "tactical", None, name.upper(), None, identity.text, None, country)

    def _is_other(self, line: Line, start: int, name: str, identity: Identity) -> bool:
        """The word and the number are known to be something else."""
        if self._is_type(line, start, name, identity):
            return True  # "Citation 10, three miles in trail"
        if line.chars[start] in self._make and self._is_model(line, start, name, identity):
            return True  # "behind the airbus, five seven kilo"
        if self._no_party(line.classes, identity.end) and not self._positions.is_approved(line, identity.end):
            return True  # "karbu one hotel departure", "tirka three one zero or above"
        if self._positions.in_procedure(line, start, identity.text, identity.end):
            return True
        if self._named_already(line, start, identity):
            return True  # "austrian four two good evening gipol five alpha": the departure
        if self._no_flight(line.classes + self._end, start) is not None:
            return True  # "do you accept tailwind five"
        # "Zombie, 1980, it's not human"
        return is_year(line.words[identity.end - 1]) and self._order(line.classes, identity.end) is None

    def _is_of_trade(self, line: Line, start: int, identity: Identity) -> bool:
        """The line is spoken on the radio, as far as it can be told."""
        return (
            self._on_the_radio(line, start, identity)
            or self._calls_like(line, start, identity)
            or self._among_figures(line, start, identity)
            or self._written_at_edge(line, start, identity)
        )

    def _named_already(self, line: Line, start: int, identity: Identity) -> bool:
        """An unknown word, a figure and a letter, behind the name of an aircraft: an arrival or departure."""
        if line.chars[start] not in self._unlisted or OF_PROCEDURE.fullmatch(identity.text) is None:
            return False
        first = islice(line.found.values(), _FEW)
        named = any(isinstance(what, Heard) and what.kind in _NAMES for what in first)
        return named or self._calling_short(line.classes, 0) is not None

    def _names_station(self, line: Line, start: int, end: int) -> bool:
        """ "Darkstar, Eagle 11 ...": those who direct are called by the word of their squadron alone; "Sea Lord, Nugget
        21, ...": or by words that no table lists, and both names are parted off by commas, unless the second is
        written as flight plans have it ("Tripoli, RCH 871 maintaining FL 310")."""
        if start not in line.commas or start > _SHORT:
            return False
        if start == 1 and line.chars[0] in self._squadron:
            return True
        return (
            (end in line.commas or _is_planned(line, start))
            and 1 not in line.commas.difference((start,))
            and self._names.issuperset(line.chars[:start])
        )

    def _is_type(self, line: Line, start: int, name: str, identity: Identity) -> bool:
        """The name and number of a type: at most in "Citation 10, turn left ..." somebody is called so; the word of a
        squadron is one where it is told of as traffic is."""
        if type_designator(line.words[start : identity.end], {}) is None:
            return False
        if name in self._compiled.tactical:
            return self._traffic_behind(line.classes, identity.end) is not None
        return not (self._positions.begins(line, start) and self._positions.ordered(line, identity.end))

    def _is_model(self, line: Line, start: int, name: str, identity: Identity) -> bool:
        """The number of a model; but "eagle forty four turn left", the word of a squadron first or last, is no type."""
        if self._positions.behind_article(line, start):
            return True
        placed = self._positions.at_edge(line, start, identity.end)
        return identity.text in self._models and not (placed and name in self._compiled.tactical)

    def _designated(self, line: Line, start: int, identity: Identity) -> Heard | None:
        """ "BAW 247": as flight plans have it, in capitals and figures, but in two words; of those who fly much also in
        words, "dlh four two kilo"."""
        designator = line.said(start, start + 1).upper()
        row = self._compiled.telephony.designated(designator) if _is_planned(line, start) else None
        if row is None or row.status != "current":
            return None
        if type_designator(line.words[start : identity.end], self._compiled.letters) is not None:
            return None  # "a CRJ 700", "the ATR 72"
        if len(identity.text) < 2 and not (self._at_call(line, start) or self._order(line.classes, identity.end)):
            return None
        if designator not in busy_operators() and heard_before(line, start) is not None:
            return None  # "Reach 871, PPR 4412": right behind another call sign any abbreviation
        return Heard(
            start, identity.end, "flight", designator + identity.text, row.telephony, designator, identity.text,
            operator_of(row), row.country or None,
        )  # fmt: skip

    def _at_call(self, line: Line, start: int) -> bool:
        """ "Wellington tower ANZ 5 ...", "Karachi, PIA 5 ...": right behind the station that is called."""
        called = start > 0 and line.chars[line.name_start(start - 1)] in self._facility
        return called or (start in line.commas and start <= _SHORT)

    def _on_the_radio(self, line: Line, start: int, identity: Identity) -> bool:
        if self._evidence.on_air(line, start, identity.end):
            return True
        if not start and len(identity.text) > _SHORT and self._told(line.classes, identity.end) is not None:
            return True  # "skyrider three forty five do you have a gate"
        height = line.before(start) in self._thousand  # "five thousand zorba four ten"
        height = height or self._short_height.search(line.classes, far(start), start) is not None
        return height and self._evidence.spoken(line, start + 1) and self._positions.ends(line, identity.end)

    def _among_figures(self, line: Line, start: int, identity: Identity) -> bool:
        """ "180, JAL 12.": a designator, and nothing else is said but figures."""
        others = start > 0 or identity.end < len(line.chars)
        among = others and line.nothing_but(self._figures, start, identity.end)
        return among and self._designated(line, start, identity) is not None

    def _written_at_edge(self, line: Line, start: int, identity: Identity) -> bool:
        """ "RYR 23, altitude 5000", "12 miles, RYR 23": the designator of an operator that flies much, and two figures,
        first of all, or last of all behind a comma."""
        if len(identity.text) < 2 or line.said(start, start + 1) not in busy_operators():
            return False
        if start and not (start in line.commas and self._positions.ends(line, identity.end)):
            return False
        return self._designated(line, start, identity) is not None

    def _calls_like(self, line: Line, start: int, called: Identity) -> bool:
        """ "gopher 86, gopher 06, thank you": who calls is of the same flight, and surely on the radio; "widow 42, hawg
        51, in from the south": or of a squadron whose word is known."""
        at = called.end
        squadron = at in line.commas and line.classes[at : at + 1] in self._squadron
        if not squadron and line.words[at : at + 1] != line.words[start : start + 1]:
            return False
        caller = self._judge.number(line, line.name_end(at))
        return caller is not None and (squadron or self._on_the_radio(line, at, caller))

    def _two_words(self, line: Line, start: int) -> Heard | None:
        """ "brick road forty nine forty four descend": a name of two words at the very beginning, an order behind; or
        behind the station or the aircraft that it calls, "Darkstar, Ghost Rider 21, checking in"."""
        begins = self._positions.begins(line, start)
        if not (begins or 0 < start <= _SHORT) or line.names_point(start + 1) or self._calls_place(line, start):
            return None
        identity = self._judge.number(line, start + 2)
        if identity is None or start + 1 in line.commas or self._no_flight(line.classes + self._end, start) is not None:
            return None
        if OF_PROCEDURE.fullmatch(identity.text) and self._route_reader(line.classes + self._end, identity.end):
            return None  # "graz dobek one mike squawk ...": where one flies, and the departure
        behind_one = start in line.commas and heard_before(line, start) is not None
        if behind_one or not begins:
            called = identity.end in line.commas and (behind_one or self._names_station(line, start, identity.end))
            return self._named_twice(line, start, identity) if called else None
        if len(identity.text) < 2 and not (start == 0 and self._judge.beside_party(line, start, identity)):
            return None
        said = len(identity.text) > 2 and line.chars[start + 2] in self._digit
        if not self._order(line.classes, identity.end) and not (said and self._goes_on(line.classes, identity.end)):
            return None
        return self._of_two_words(line, start, identity)

    def _calls_place(self, line: Line, start: int) -> bool:
        """ "benghazi | weasel five four": the first word is a place that has a station, the second nothing known."""
        return not start and line.chars[1] in self._unknown and has_units(line.words[0])

    def _behind_place(self, line: Line, start: int, identity: Identity) -> bool:
        """The same, asked at the second word: two figures, and words that go on behind a call sign."""
        if start != 1 or len(identity.text) < 2 or not self._calls_place(line, 0):
            return False
        goes_on = self._order(line.classes, identity.end) or self._goes_on(line.classes, identity.end)
        return goes_on is not None

    def _named_twice(self, line: Line, start: int, identity: Identity) -> Heard | None:
        """Behind the name of a station that no table lists: two figures, and words of the trade."""
        heard = len(identity.text) > 1 and self._on_the_radio(line, start, identity)
        return self._of_two_words(line, start, identity) if heard else None

    def _of_two_words(self, line: Line, start: int, identity: Identity) -> Heard:
        name = " ".join(line.words[start : start + 2]).upper()
        return Heard(start, identity.end, "tactical", None, name, None, identity.text)

    def _at_station(self, line: Line, start: int, identity: Identity) -> bool:
        """ "radar hello sky three one three": an ordinary word is a name only next to the station that is called."""
        if len(identity.text) < 2:
            return False
        if not self._positions.begins(line, start):
            return False
        called = not self._facility.isdisjoint(line.chars[max(0, start - 6) : start])
        return called or line.classes[identity.end : identity.end + 1] in self._facility

    def _ordinary_name(self, line: Line, start: int, identity: Identity) -> bool:
        return self._at_station(line, start, identity) or self._ordered(line, start, identity)

    def _ordered(self, line: Line, start: int, identity: Identity) -> bool:
        """ "holidays seven four two zero contact ...": first of all, no short number, an order behind."""
        if start or (len(identity.text) < 3 and identity.text.isdigit()):
            return False
        orders = self._order(line.classes, start) is not None  # "fly two one zero join the localizer"
        return not orders and self._order(line.classes, identity.end) is not None

    def element(self, line: Line, first: Heard) -> Heard | None:
        """ "eagle one one and one two": the second aircraft of the element, by its number alone."""
        at = first.end + 1
        if line.classes[first.end : at] not in self._and:
            return None
        identity = self._judge.number(line, at)
        if identity is None or len(identity.text) != len(first.ident or ""):
            return None
        return first._replace(start=at, end=identity.end, ident=identity.text, abbreviated=True)


def _is_planned(line: Line, start: int) -> bool:
    """A designator and figures as flight plans have them, "BAW 247"; of those who fly much "dlh four two" as well."""
    shown = line.said(start, start + 1)
    if _is_code(shown) and line.words[start + 1].isdecimal():
        return True
    return shown.upper() in busy_operators() and (shown.isupper() or line.low)


def _may_have_letters(line: Line, start: int) -> bool:
    """Capitals behind its figures belong to it; where all is of one case, "FEN EIGHT TWO NG", they tell nothing."""
    return _is_planned(line, start) or (not line.one_case and _is_code(line.said(start, start + 1)))


def _is_code(shown: str) -> bool:
    """Three capitals, as designators are written."""
    return len(shown) == 3 and shown.isupper()
