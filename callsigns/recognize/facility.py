"""Stations on the ground: "Benghazi", "London Control", "Tower".

A unit word ("radar") is looked for first, then the name of a place before it. A unit word that is also an ordinary one
("information", "approach") needs the place, or a place in the line where a station stands. A place alone is a station
where one is called: before a call sign or a greeting at the beginning.

Source: ICAO Annex 10 Vol II 5.2.1.7.1: the place, then the unit; either may be left out once contact is made.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from callsigns.compiled import Compiled, Matcher
from callsigns.lexicon import CONTINUED, matches, one_of
from callsigns.line import Line, name_end
from callsigns.own_forms import ending, matching, searching
from callsigns.recognize.frequencies import channel, frequency
from callsigns.recognize.places import MOST_WORDS, Places
from callsigns.recognize.position import Positions
from callsigns.tables import has_units, ordinary_words

__all__ = ["FacilityRecognizer", "Station"]

# The figures and letters of a call sign, also behind an unusual name.
_REMAINDER: Final = "(<unknown>|<nameable>){0,2} (<digit>|<teen>|<tens>|<letter>){2,7}"


class Station(NamedTuple):
    """A facility before it is known how it is used; words ``start`` to ``end``."""

    start: int
    end: int
    place: str | None
    unit: str | None
    icao: str | None


class FacilityRecognizer:
    """Finds and claims stations in a line."""

    _unit = searching("<unit>")
    _called = matching("<called_behind>")
    _sent = searching("<goes_over_before> (<unknown>|<ordinary>|<telephony>){1,3} <frequency_behind>")
    _sent_to_namesake = searching("<goes_over_before> <telephony> <clear_frequency_behind>")
    _caller = matching("[<greeting>] (<telephony>|<letter>|<make>|<service>|<us_mark>)")
    _told = searching("<told_before> (<unknown>|<ordinary>){1,3} <frequency_behind>")
    _namesake_set = searching("<telephony> (<frequency_begun>|<decimal_figure>|<figures>)")
    _short_called = matching("(<greeting>|<opening>|<farewell>){0,3} (<unknown>|<ordinary>) <short_form_behind>")
    _short_form = matching("<short_form_behind>")
    _parted = searching("<sends_by_name>")
    _named_only = matching("<sent_by_name_behind>")
    _read_back = searching("(<frequency_begun>|<vhf> <plain>{2,3}|<decimal_figure>|<figures>)")
    _read_back_behind = matching("(<called_behind>|<short_caller>|<sent_by_name_behind>)")
    _tells = matching("<told_before>")
    _sends = matching("<goes_over_before>")
    _over_before = ending("<goes_over_before>")
    _alone_behind = matching("(<called_behind>|<farewell>|<break>|<short_caller>)")
    _no_unit = matching("<no_unit>")
    _frequency = matching("<frequency_behind>")
    _said_before = ending("(<frequency_begun>|<decimal_figure>|<vhf> <plain>{3}) [with|on|for]")
    _over_behind = matching("<goes_over_behind>")
    _remainder = matching(_REMAINDER)
    _route_before = ending("<route_named>")
    _clear_frequency = matching("<clear_frequency_behind>")
    _no_station = matching("<no_place_behind>")
    _answered = matching("<use_answered>")
    _told_about = matching("(<information_recorded>|<traffic_told>)")
    _order = matching("<order_behind>")
    _answer = matching("<answer_behind>")
    _to_all = ending("<to_all>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._positions = Positions(compiled)
        self._places = Places(compiled)
        self._entity, self._end = compiled.lexicon.entity["facility"], compiled.lexicon.entity["end"]
        members = compiled.lexicon.members
        self._unknown, self._nameable = frozenset(members("unknown")), frozenset(members("nameable"))
        open_, never, never_alone = self._places.open, self._places.never, self._places.never_alone
        self._telephony = frozenset(members("telephony"))
        alone, no_name = one_of((open_ | self._telephony) - never - never_alone), one_of(never)[1:-1]
        several = f"[^{no_name}{self._entity}{CONTINUED}][^{no_name}]{{1,{MOST_WORDS - 1}}}"
        # What most lines lack, in one look: such a call sign (the first group), or some words that may be called.
        remainder, behind = map(compiled.compile.expression, (_REMAINDER, "<called_behind>"))
        words = f"{self._positions.loosely}(?:{alone}|{several}){behind}()"
        self._maybe_called = re.compile(f"(?=({remainder}))(?:{words})?|{words}").match
        self._handed = frozenset(members("handover"))
        sends = "".join(compiled.compile.first("(<goes_over_before>|<told_before>)"))
        self._unit_or_sent = re.compile(one_of(members("unit", "asks_caller") + sends)).search
        self._figures = frozenset(members("digit") + members("teen") + members("tens"))
        self._greeting = frozenset(members("greeting"))
        self._between = self._greeting.union(members("wake"))  # what stands before the station that answers
        self._before_last = self._greeting.union(members("courtesy"), compiled.lexicon.entity["callsign"])
        self._asks_caller = re.compile(one_of(members("asks_caller"))).search
        figures = members("figure1", "figure2", "figure3", "figure4")
        self._numbered = self._figures.union(members("flight_ident", "runway_figure"), figures)
        self._ident = self._figures.union(members("letter", "wake", "flight_ident"), figures)
        self._answering_unit = frozenset(members("answering_unit"))

    def units(self, line: Line) -> None:
        """Claim every station that names its unit, and places to which somebody is sent."""
        for named in matches(self._namesake_set, line.classes):  # "swiss one three four decimal zero one five"
            behind = name_end(line.classes, named.start())
            if self._is_frequency(line, behind, named.end()):
                self._to_namesake(line, named.start())
        for said in matches(self._read_back, line.classes):  # "one three two decimal zero nine maastricht lot five"
            if self._is_frequency(line, said.start(), said.end()):
                self._claims_place(line, said.end(), self._read_back_behind, namesake=True)
        if self._unit_or_sent(line.classes) is None:
            return
        for found in matches(self._unit, line.classes):
            start, end = found.span()
            if line.classes[start] == self._entity:
                continue
            name, ambiguous = self._compiled.units.get(" ".join(line.words[start:end]), ("", True))
            if not name or (name == "radar" and line.words[end : end + 1] == ["contact"]):  # "radar contact"
                continue
            if self._told_about(line.classes + self._end, start) is not None:
                continue  # "los angeles information whiskey", "langen traffic eleven o'clock"
            place = self._place_before(line, start, ambiguous)
            if place is not None and not self._flies_behind(line, start - place, start, end):
                self._claim_named(line, start - place, end, name, start)
            elif name != "atis" and not self._flies(line, start, end) and self._alone(line, start, end, ambiguous):
                self._claim(line, Station(start, end, None, name, None))
        for sent in matches(self._sent, line.classes):
            self._handed_over(line, self._sends(line.classes, sent.start()))
        for sent in matches(self._sent_to_namesake, line.classes):
            if (sends := self._sends(line.classes, sent.start())) is not None:
                self._to_namesake(line, sends.end())
        for told in matches(self._told, line.classes):  # "thank you praha one three three decimal three nine"
            self._handed_over(line, self._tells(line.classes, told.start()))
        for parted in matches(self._parted, line.classes):  # "contact bern, tschuss"
            self._claims_place(line, parted.end(), self._named_only, namesake=True)
        asked = self._asks_caller(line.classes)
        if asked is not None and (at := name_end(line.classes, asked.start())) < len(line.classes):
            self._claims_place(line, at, self._answer)  # "station calling praha, say again"

    def _is_frequency(self, line: Line, start: int, end: int) -> bool:
        """Whether figures are one: not "12.59, Cleveland"."""
        words = line.words[start:end]
        return frequency(words, {}) is not None or channel(words, {}) is not None

    def _flies(self, line: Line, start: int, end: int) -> bool:
        """ "precision twenty four seventeen": the word is an operator's name as well, and a number follows."""
        return line.classes[start] in self._telephony and line.classes[end : end + 1] in self._figures

    def _flies_behind(self, line: Line, place: int, start: int, end: int) -> bool:
        """ "direct gardner | metro twenty five seventeen": a point before such a word, where no station is called."""
        if place == start or not self._flies(line, start, end):
            return False
        return line.classes[place - 1] not in self._handed and not self._positions.begins(line, place)

    def _handed_over(self, line: Line, sends: re.Match[str] | None) -> None:
        """Claim a place to whose frequency somebody is sent: "contact praha one three three decimal three nine"."""
        if sends is None or self._claims_place(line, sends.end(), self._frequency):
            return
        at = sends.end()
        if self._clear_frequency(line.classes, at + 1) is not None and self._named_like_a_place(line, at):
            self._claim_named(line, at, at + 1)  # "contact maastrich one three two ...": written as it sounds

    def _namesake(self, line: Line, start: int) -> int:
        """How many words from ``start`` on are a place with stations and an airline's name, no number behind it:
        "singapore good evening qantas nine"."""
        end = name_end(line.classes, start)
        if line.classes[start] not in self._telephony or line.classes[end : end + 1] in self._numbered:
            return 0
        name = " ".join(line.words[start:end])
        return end - start if has_units(name) and name not in ordinary_words() else 0

    def _to_namesake(self, line: Line, start: int) -> None:
        """ "contact singapore one three three two five": a station whose place is also an airline's name."""
        end = name_end(line.classes, start)
        name = " ".join(line.words[start:end])
        if has_units(name) and name not in self._compiled.letters:
            self._claim_named(line, start, end)

    def _claims_place(self, line: Line, at: int, behind: Matcher, *, namesake: bool = False) -> bool:
        """Claim a place that begins at ``at`` if ``behind`` fits what follows it."""
        size = self._places.ahead(line, at) if at < len(line.words) else 0
        if namesake and not size and at < len(line.words):
            size = self._namesake(line, at)
        if not size or not behind(line.classes + self._end, at + size):
            return False
        self._claim_named(line, at, at + size)
        return True

    def called(self, line: Line) -> None:
        """Claim a place that is called without its unit: "Benghazi, good morning, ..."; also behind the last figures
        of a call sign: "seven five six one praha hello"."""
        classes = line.classes
        if self._short_called(classes, 0) is not None and self._claims_units(line, self._positions.lead(classes)):
            return
        found = self._maybe_called(classes)
        if found is None:
            return
        if 0 < found.end(1) < len(classes) and self._claims_place(line, found.end(1), self._order):
            return
        if found.lastindex == 1:
            return
        start, lead = 0, self._positions.lead(classes)
        while start <= lead and start < len(classes):
            end = name_end(classes, start)
            flies = self._flies(line, start, end) and not has_units(" ".join(line.words[start:end]))
            if not flies and (self._claims_place(line, start, self._called) or self._claims_twice(line, start)):
                return
            if self._namesake(line, start) and self._caller(line.classes, end) is not None:
                self._claim_named(line, start, end)
                return
            start = end

    def _claims_units(self, line: Line, start: int) -> bool:
        """ "zagreb six five charlie good morning": a place that has stations, and a short call sign."""
        if start >= len(line.words) or not has_units(line.words[start]):
            return False
        return self._claims_place(line, start, self._short_form)

    def _claims_twice(self, line: Line, start: int) -> bool:
        """ "shannon shannon speedbird one two": a place that is called again."""
        again = start + self._places.ahead(line, start)
        if again == start or line.words[start:again] != line.words[again : 2 * again - start]:
            return False
        if not self._claims_place(line, again, self._called):
            return False
        self._claim_named(line, start, again)
        return True

    def _behind_remainder(self, line: Line) -> int:
        """The word behind the figures and letters, or the unusual name, with which the line begins."""
        found = self._remainder(line.classes, 0)
        return found.end() if found is not None and found.end() < len(line.classes) else 0

    def answering(self, line: Line) -> None:
        """Claim a place behind the call sign that it calls: "lufthansa six charlie kilo praha hello radar contact", or
        behind its greeting: "easy four two bravo bonjour geneva"."""
        words = line.words
        self._last(line)
        for start, what in line.found.items():
            if isinstance(what, Station):
                continue
            end = name_end(line.classes, start)
            while end < len(words) and line.classes[end] in self._between:
                end = line.name_end(end)
            if end >= len(words):
                continue
            unit = line.classes[end] in self._answering_unit and self._unit_answers(line, end)
            if not unit and not self._places.begins[words[end]]:
                continue
            if start and not self._order(line.classes, end + 1) and not self._positions.begins(line, start):
                continue
            if unit:
                self._claim(line, Station(end, end + 1, None, self._compiled.units[words[end]][0], None))
                return
            size = self._places.ahead(line, end) or self._namesake(line, end)
            if size and end + size < len(words) and self._no_station(line.classes, end + size) is None:
                self._claim_named(line, end, end + size)
                return

    def _last(self, line: Line) -> None:
        """Claim a place that is the last word, and nothing before it but greetings and call signs: "bonjour geneva"."""
        end = len(line.words)
        while end and not line.words[end - 1]:
            end -= 1
        if not end or not self._places.ends[line.words[end - 1]]:
            return
        size = self._places.behind(line, end)
        start = end - size
        if not size or not start or not self._positions.begins(line, start):
            return
        if line.chars[line.name_start(start - 1)] not in self._before_last:
            return  # "no, london"
        name = " ".join(line.words[start:end])
        if has_units(name) and not (size == 1 and name in ordinary_words()):
            self._claim_named(line, start, end)

    def _goes_over(self, line: Line, start: int, end: int) -> bool:
        """ "over to departure now": a unit between what sends there and what ends that."""
        if self._over_before.search(line.classes, max(0, start - 2), start) is None:
            return False
        return end == len(line.classes) or self._over_behind(line.classes, end) is not None

    def _read_back_with(self, line: Line, start: int, end: int) -> bool:
        """ "one one eight decimal one tower lufthansa five": the unit behind its frequency."""
        if not start or self._said_before.search(line.classes, max(0, start - 9), start) is None:
            return False
        return self._read_back_behind(line.classes + self._end, end) is not None

    def _unit_answers(self, line: Line, at: int) -> bool:
        """ "speedbird nine director reduce speed ...": the unit alone, behind the call sign that it answers."""
        return not self._no_unit(line.classes, at) and self._order(line.classes, line.name_end(at)) is not None

    def _claim(self, line: Line, station: Station) -> None:
        line.claim(station.start, station.end, self._entity, station)

    def _claim_named(
        self, line: Line, start: int, end: int, unit: str | None = None, unit_at: int | None = None
    ) -> None:
        """Claim the words ``start`` to ``end``, of which those before ``unit_at`` are the name of a place."""
        place, icao = self._places.named(line, start, end if unit_at is None else unit_at)
        self._claim(line, Station(start, end, place, unit, icao))

    def _place_before(self, line: Line, unit: int, ambiguous: bool) -> int | None:
        size = self._places.behind(line, unit) if unit else 0
        if size:
            ordinary = ambiguous and size == 1 and line.words[unit - 1] in ordinary_words()
            if ordinary and not self._station_place(line, unit):
                return None
            return size + self._places.city(line, unit - size, unit)
        if unit and self._named_like_a_place(line, unit - 1) and not line.text.startswith(",", line.ends[unit - 1]):
            return 1 if not ambiguous or self._station_place(line, unit) else None
        return None

    def _named_like_a_place(self, line: Line, word: int) -> bool:
        """A word that no table lists, or an ordinary one to which somebody is sent ("contact alexander control"): in a
        text with capitals a place has one."""
        sent = line.classes[word] in self._nameable and line.before(word) in self._handed
        if not sent and line.classes[word] not in self._unknown:
            return False
        return line.text[line.starts[word]].isupper() or line.text.islower()

    def _station_place(self, line: Line, unit: int) -> bool:
        """Before an ambiguous unit an ordinary or unknown word is a place where a station stands: at the beginning,
        behind what sends somebody to it, where it answers ("delta twelve six | washington approach turn left"), and
        where it speaks to everybody.
        """
        if self._to_all.search(line.classes, max(0, unit - 3), unit - 1) is not None:
            return True
        before = line.classes[unit - 2] if unit >= 2 else ""
        if before in self._handed or self._positions.begins(line, unit - 1):
            return True
        return before in self._ident and self._answer(line.classes, unit + 1) is not None

    def _alone(self, line: Line, start: int, end: int, ambiguous: bool) -> bool:
        """A unit without its place: called ("Tower, ..."), or handed over to ("contact tower ...")."""
        if self._no_unit(line.classes, start) or line.chars[start] in self._handed:
            return False  # "monitor one two one decimal five": what one is told to do
        if line.before(start) in self._handed or self._goes_over(line, start, end):
            return True
        if (self._clear_frequency if ambiguous else self._frequency)(line.classes, end):
            return True
        if self._read_back_with(line, start, end):
            return True
        if not self._positions.begins(line, start) and start != self._behind_remainder(line):
            return not ambiguous and self._positions.ends(line, end)
        behind = end in line.commas or self._alone_behind(line.classes, end) is not None
        if self._route_before.search(line.classes, 0, start) is not None:
            return False  # "tusin two charlie departure swiss one two"
        if start and start == self._behind_remainder(line):  # "six one mike departure identified"
            behind = behind or self._answered(line.classes, end) is not None
        return behind or (not ambiguous and end < len(line.words))
