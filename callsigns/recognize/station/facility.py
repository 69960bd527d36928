"""Stations on the ground that name their unit: "London Control", "Tower".

A unit word ("radar") is looked for first, then the name of a place before it. A unit word that is also an ordinary one
("information", "approach") needs the place, or a place in the line where a station stands.

>>> # london control speedbird one          -> the place and the unit
>>> # contact tower one one eight decimal   -> the unit alone, where somebody is sent
>>> # radar contact                         -> none: what a controller says

Source: ICAO Annex 10 Vol II 5.2.1.7.1: the place, then the unit; either may be left out once contact is made.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching, sought
from callsigns.grammar.tables import ordinary_words
from callsigns.lexicon import matches
from callsigns.line import Line
from callsigns.once import Roomy
from callsigns.recognize.station.place_alone import REMAINDER
from callsigns.recognize.station.places import MOST_WORDS
from callsigns.recognize.station.station import Station, Stations
from callsigns.tokens import BREAK

__all__ = ["FacilityRecognizer"]


class FacilityRecognizer(Roomy):
    """Finds and claims stations that name their unit, in a line."""

    __slots__ = ("_compiled", "_in_names", "_letter", "_places", "_positions", "_side", "_stations", "_unit", "_units")

    _over_before, _over_behind = ending("<goes_over_before>"), matching("<goes_over_behind>")
    _alone_behind = matching("(<called_behind>|<farewell>|<break>|<short_caller>|<unlisted_caller>)")
    _caller_for, _asked = matching("<caller_for>"), matching("<unit_asked>")
    _read_back_behind = matching("(<called_behind>|<short_caller>|<sent_by_name_behind>)")
    _further, _seen = ending("<no_unit_before>"), ending("<seen_before>")
    _departed = ending("<departed_before>")
    _gate_numbered = matching("<gate_numbered>")
    _no_unit, _contact_told = matching("<no_unit>"), matching("<contact_told>")
    _misheard_contact = matching("<heard_contact> <contact_heard>")
    _pointed_frequency = matching("<pointed_frequency>")
    _frequency, _clear_frequency = matching("<frequency_behind>"), matching("<clear_frequency_behind>")
    _startup_wanted = matching("<startup_wanted>")
    _said_before = ending("(<frequency_begun>|<decimal_figure>|<vhf> <plain>{3}) [with|on|for]")
    _remainder = matching(REMAINDER)
    _named_behind = matching("<telephony> (<number>|<flight_ident>)")
    _route_before = ending("<route_named>")
    _vectors, _on_route = matching("<vectors_named>"), ending("<vectors_on_route>")
    _kept_to = ending("<speed_kept_to>")
    _answered = matching("<use_answered>")
    _no_station = matching("<no_unit_told>")
    _told_about = matching("(<information_recorded>|<traffic_told>|<monitor_told>|<flight_told>)")
    _answer = matching("<answer_behind>")
    _caller_behind = matching("(<called_behind>|<short_caller>)")
    _to_all = ending("<to_all>")
    _runway = ending("<runway_before_side>")

    def __init__(self, compiled: Compiled, stations: Stations) -> None:
        self._compiled, self._stations = compiled, stations
        self._unit = sought(compiled, "<unit>")
        self._positions, self._places = stations.positions, stations.places
        members, self._unknown = compiled.lexicon.members, compiled.lexicon.listed("unknown")
        self._units = compiled.lexicon.listed("unit")
        self._in_names = compiled.lexicon.listed("unknown", "point_word") - stations.handed
        figures = members("figure1", "figure2", "figure3", "figure4")
        self._side, self._letter = map(compiled.lexicon.listed, ("side_of_runway", "letter"))
        self._ordinary = compiled.lexicon.listed("ordinary") - compiled.lexicon.listed("greeting")
        self._asks_caller = compiled.lexicon.listed("asks_caller")
        self._procedure = frozenset(compiled.words.get("procedure_word", ()))
        self._answering = compiled.lexicon.listed("answering_unit") - self._side
        self._numbers = stations.figures.union(figures)
        self._ident = self._numbers.union(members("letter", "wake", "formation", "flight_ident"))

    def recognize(self, line: Line) -> None:
        """Claim every station that names its unit."""
        for found in matches(self._unit, line.classes):
            start, end = found.span()
            if line.chars[start] == self._stations.entity:
                continue
            name, ambiguous = self._compiled.units.get(" ".join(line.words[start:end]), ("", True))
            if not name or (name == "radar" and (self._in_contact(line, end) or self._is_screen(line, start))):
                continue
            if name == "delivery" and self._of_something(line, start, end):
                continue  # "expect further clearance one three five zero"
            if self._departed.search(line.classes, max(0, start - 2), start) is not None:
                continue  # "ten minutes after departure, one two eight point one"
            if self._told_about(line.classes + self._stations.end, start) is not None:
                continue  # "los angeles information whiskey", "langen traffic eleven o'clock"
            self._claim(line, start, end, name, ambiguous)

    def _in_contact(self, line: Line, end: int) -> bool:
        """ "radar contact"; not "zagreb radar, contact praha one two seven decimal one"."""
        if self._misheard_contact(line.classes + self._stations.end, end) is not None:
            return True
        return line.words[end : end + 1] == ["contact"] and self._contact_told(line.classes, end) is None

    def _is_screen(self, line: Line, start: int) -> bool:
        """ "i have you on radar": where one is seen."""
        return self._seen.search(line.classes, max(0, start - 3), start) is not None

    def _of_something(self, line: Line, start: int, end: int) -> bool:
        """ "further clearance": one that is given, and nobody who gives it."""
        return end - start == 1 and self._further.search(line.classes, max(0, start - 1), start) is not None

    def _claim(self, line: Line, start: int, end: int, name: str, ambiguous: bool) -> None:
        """Claim the unit, with its place or alone."""
        place = self._place_before(line, start, ambiguous)
        flies = not self._has_frequency(line, start, end) and self._stations.flies(line, start, end)
        named = start - (place or 0)
        if place == 1 and self._ends_speed(line, named):
            place = None  # "one seventy to dogfish | tower one one nine point one"
        if place and self._vectors(line.classes, start) and self._on_route.search(line.classes, far(named), named):
            return  # "cleared to teterboro | radar vectors as filed"
        if place and self._gate_numbered(line.classes, start) and not (flies or self._has_frequency(line, start, end)):
            return  # "clearance to burbank gate two one"
        if place and start in line.commas and self._no_unit(line.classes, start) is not None:
            return  # "speedbird nine, bangkok, radar service terminated"
        if place is not None and not (flies and self._flies_behind(line, start - place, start)):
            self._stations.claim_named(line, start - place, end, name, start)
        elif name != "atis" and not flies and self._alone(line, start, end, ambiguous):
            self._stations.claim(line, Station(start, end, None, name, None))

    def _ends_speed(self, line: Line, named: int) -> bool:
        """ "one seventy to dogfish": a point to which a speed is kept, where no table knows such a place."""
        listed = self._places.behind(line, named + 1) and not self._places.is_plain(line, named)
        return not listed and self._kept_to.search(line.classes, far(named), named) is not None

    def _flies_behind(self, line: Line, place: int, start: int) -> bool:
        """ "direct gardner | metro twenty five seventeen": a point before such a word, where no station is called."""
        if place == start or line.chars[place - 1] in self._stations.handed:
            return False
        return not self._positions.begins(line, place)

    def _place_before(self, line: Line, unit: int, ambiguous: bool) -> int | None:
        size = self._places.behind(line, unit) if unit else 0
        if size and ambiguous and unit in line.commas and not self._names_caller(line, line.name_end(unit)):
            return None  # "Anchorage, traffic was light"
        if size < unit and self._named_again(line, unit, ambiguous):
            return unit
        listed = size > 1 or (size == 1 and line.words[unit - 1] not in ordinary_words())
        if not listed and self._of_two_words(line, unit):
            return 2
        if size:
            ordinary = ambiguous and size == 1 and line.words[unit - 1] in ordinary_words()
            if ordinary and not self._station_place(line, unit):
                return None
            return size + self._places.city(line, unit - size, unit)
        if (
            unit
            and (self._stations.named_like_a_place(line, unit - 1) or self._in_small_letters(line, unit))
            and not line.text.startswith(",", line.ends[unit - 1])
        ):
            return 1 if not ambiguous or self._station_place(line, unit) else None
        if unit == 1 and not ambiguous and line.chars[0] in self._unknown:
            return 1  # "zyne tower": the end of a name, with which a recording begins
        return None

    def _of_two_words(self, line: Line, unit: int) -> bool:
        """ "Alaska 12 elm ridge departure radar contact": a name of two words that no table lists, one of which may be
        an everyday word, where somebody is sent, a station answers, or one is called."""
        first = unit - 2
        names = line.chars[max(0, first) : unit]
        if first < 0 or self._unknown.isdisjoint(names) or not self._in_names.issuperset(names):
            return False
        if first + 1 in line.commas or unit in line.commas:
            return False
        end = line.name_end(unit)
        if self._positions.begins(line, first):
            return self._caller_behind(line.classes, end) is not None
        before = line.chars[line.name_start(first - 1)]
        if before in self._stations.handed:
            return True
        named = before in self._ident or (first in line.commas and end in line.commas)
        return named and self._answer(line.classes, end) is not None

    def _in_small_letters(self, line: Line, unit: int) -> bool:
        """ "Alaska 12 lonester departure radar contact": recognizers give no capital to a name they do not know."""
        if unit < 2 or line.chars[unit - 1] not in self._unknown or line.chars[unit - 2] not in self._ident:
            return False
        return self._answer(line.classes, unit + 1) is not None

    def _named_again(self, line: Line, unit: int, ambiguous: bool) -> bool:
        """ "bear creek traffic, ..., bear creek": a place with which the line begins and ends (FAA AIM 4-1-9); not
        "brickyard 4512, monitor tower ..., brickyard 4512"."""
        if not 0 < unit <= MOST_WORDS < len(line.words) - unit or not self._numbers.isdisjoint(line.chars[:unit]):
            return False
        if self._no_station(line.classes, unit) is not None:
            return False  # "expected approach time two five, no delay expected"
        if ambiguous and self._caller_behind(line.classes, line.name_end(unit)) is None:
            return False  # "no traffic in sight, no"
        named = line.words[:unit]
        again = line.words[-unit:] == named or line.words[-unit - 1 :] == line.words[: unit + 1]
        return again and " ".join(named) not in self._compiled.units

    def _station_place(self, line: Line, unit: int) -> bool:
        """Before an ambiguous unit an ordinary or unknown word is a place where a station stands: at the beginning,
        behind what sends somebody to it, where it answers ("delta twelve six | washington approach turn left"), and
        where it speaks to everybody.
        """
        if self._to_all.search(line.classes, max(0, unit - 3), unit - 1) is not None:
            return True
        before = line.chars[line.name_start(unit - 2)] if unit >= 2 else ""
        if before in self._stations.handed or self._positions.begins(line, unit - 1):
            return True
        if self._pointed_frequency(line.classes, unit + 1) is not None or self._is_said_before(line, unit - 1):
            return True  # "the next one is regional approach one two five decimal one"
        named = before in self._ident or self._stations.set_off(line, unit - 1)
        behind = unit + 1
        behind += line.words[behind : behind + 1] == [BREAK]  # "delta twelve, charlotte approach. turn left ..."
        told = self._answer(line.classes, behind) or self._clear_frequency(line.classes, behind)
        return named and (told is not None or behind == len(line.classes))

    def _alone(self, line: Line, start: int, end: int, ambiguous: bool) -> bool:
        """A unit without its place: called ("Tower, ..."), or handed over to ("contact tower ...")."""
        if ambiguous and line.classes[end : end + 1] in self._units and self._places.behind(line, end):
            return False  # "contact metro tower": the place of the unit behind it
        if line.chars[start] in self._stations.handed:
            return False  # "monitor one two one decimal five": what one is told to do
        if self._no_unit(line.classes, start) and not self._has_frequency(line, start, end):
            return False  # "ramp one"; but "contact ramp one three one point two"
        if line.chars[start] in self._side and self._runway.search(line.classes, max(0, start - 4), start) is not None:
            return False  # "cleared to land two three center"
        if line.before(start) in self._stations.handed or self._goes_over(line, start, end, ambiguous):
            return True
        told = self._clear_frequency if ambiguous else self._frequency
        if told(line.classes + self._stations.end, end) or self._pointed_frequency(line.classes, end) is not None:
            return True
        if self._read_back_with(line, start, end):
            return True
        if self._behind_letter(line, start, end) or (start and self._asks_who(line, start)):
            return True
        if not self._positions.begins(line, start) and start != self._behind_remainder(line):
            return not ambiguous and self._positions.ends(line, end)
        behind = self._names_caller(line, end) and not (ambiguous and self._is_mere_word(line, end))
        behind = behind or self._caller_for(line.classes, end) is not None
        behind = behind or self._asked(line.classes, end) is not None
        if self._route_before.search(line.classes, far(start), start) is not None:
            return False  # "tusin two charlie departure swiss one two"
        if start and start == self._behind_remainder(line):  # "six one mike departure identified"
            called_so = line.chars[start] in self._answering
            called = called_so and end == len(line.words)
            behind = behind or called or self._answered(line.classes, end) is not None
            answers = called_so and self._answer(line.classes, end) is not None
            behind = behind or (answers and self._behind_number(line, start))
        return behind or (not ambiguous and end < len(line.words))

    def _behind_number(self, line: Line, start: int) -> bool:
        """ "fourteen sixty six departure, stop your climb at seven": three words or more, for two may be a runway; not
        "two two bravo departure squawk ...", a route."""
        lettered = line.chars[start - 1] in self._letter and line.chars[start - 2] in self._numbers
        return start > 2 and not (lettered and line.words[start] in self._procedure)

    def _names_caller(self, line: Line, end: int) -> bool:
        """A comma stands behind the unit, or what stands behind a station that is called."""
        return end in line.commas or self._alone_behind(line.classes, end) is not None

    def _is_mere_word(self, line: Line, at: int) -> bool:
        """ "Final score, Liverpool 3": a name that is a word of everyday speech, and no number or letter behind it."""
        if at in line.commas or line.classes[at : at + 1] not in self._ordinary:
            return False
        return line.classes[line.name_end(at) :][:1] not in self._ident

    def _has_frequency(self, line: Line, start: int, end: int) -> bool:
        """ "contact ramp one three one point two": somebody is sent there, and its frequency follows; "delivery one two
        one decimal seven": it has a point."""
        if self._pointed_frequency(line.classes, end) is not None:
            return True
        return line.before(start) in self._stations.handed and self._clear_frequency(line.classes, end) is not None

    def _behind_letter(self, line: Line, start: int, end: int) -> bool:
        """ "alpha tower lufthansa five": a recording begins with the last letter of another call sign."""
        return start == 1 and line.chars[0] in self._letter and self._named_behind(line.classes, end) is not None

    def _asks_who(self, line: Line, start: int) -> bool:
        """ "station calling ground, stand by": who has called it is not known."""
        return line.chars[line.name_start(start - 1)] in self._asks_caller

    def _goes_over(self, line: Line, start: int, end: int, ambiguous: bool) -> bool:
        """ "over to departure now": a unit between what sends there and what ends that; "over to the tower", but not
        "back to the gate"."""
        reach = 2 if ambiguous else 3
        if self._over_before.search(line.classes, max(0, start - reach), start) is None:
            return False
        return end == len(line.classes) or self._over_behind(line.classes, end) is not None

    def _read_back_with(self, line: Line, start: int, end: int) -> bool:
        """ "one one eight decimal one tower lufthansa five": the unit behind its frequency."""
        if not self._is_said_before(line, start):
            return False
        if self._startup_wanted(line.classes + self._stations.end, start - 1) is not None:
            return False  # "contact apron on one two one decimal seven for startup"
        return self._read_back_behind(line.classes + self._stations.end, end) is not None

    def _is_said_before(self, line: Line, at: int) -> bool:
        """ "one two eight decimal four for | regional approach": a frequency stands before word ``at``."""
        return at > 0 and self._said_before.search(line.classes, max(0, at - 9), at) is not None

    def _behind_remainder(self, line: Line) -> int:
        """The word behind the figures and letters, or the unusual name, with which the line begins."""
        found = self._remainder(line.classes, 0)
        return found.end() if found is not None and found.end() < len(line.classes) else 0
