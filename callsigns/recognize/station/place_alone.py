"""Stations that are called by their place alone: "Benghazi, good morning", "contact bern, tschuss".

>>> # benghazi good morning ascot nine nine zero eight      -> called: a greeting follows
>>> # contact praha one three three decimal three nine      -> somebody is sent there
>>> # one three two decimal zero nine maastricht lot five   -> read back behind its frequency
>>> # easy four two bravo bonjour geneva                    -> the last word, behind the call sign that it answers

Source: ICAO Annex 10 Vol II 5.2.1.7.1: the place, then the unit; either may be left out once contact is made.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import has_units
from callsigns.lexicon import CONTINUED, matches, one_of
from callsigns.line import Line, name_end
from callsigns.recognize.heard import Heard
from callsigns.recognize.station.places import MOST_WORDS
from callsigns.recognize.station.station import Station, Stations
from callsigns.recognize.value.frequencies import channel, frequency

__all__ = ["PlaceRecognizer"]

# The figures and letters of a call sign, also behind an unusual name.
REMAINDER: Final = (
    "((<unknown>|<nameable>){0,2} (<digit>|<teen>|<tens>|<letter>){2,7}"
    "|(<figure3>|<figure4>|<figure1> <letter>|<figure2> <letter>|<figure2>{2}) <letter>{0,2}|<flight_ident>)"
)
_TWICE: Final = 2  # a place may be called again at once
# A frequency as it may be read back.
_FIGURES: Final = "(<frequency_begun>|<vhf> <plain>{2,3}|<decimal_figure>|<figures>)"


class PlaceRecognizer:
    """Finds and claims places that are stations, in a line."""

    _called = matching("(<called_behind>|<number_caller>)")
    _caller = matching("[<greeting>] (<telephony>|<letter>|<make>|<service>|<us_mark>)")
    _short_form = matching("<short_form_behind>")
    _namesake_set = searching("<telephony> (<frequency_begun>|<decimal_figure>|<figures>)")
    _read_back = searching(_FIGURES)
    _read_back_behind = matching("(<called_behind>|<short_caller>|<sent_by_name_behind>)")
    _sent_to_namesake = searching("<goes_over_before> <telephony> <clear_frequency_behind>")
    _told = searching("<told_before> (<unknown>|<ordinary>){1,3} <frequency_behind>")
    _sends, _tells = matching("<goes_over_before>"), matching("<told_before>")
    _parted, _named_only = searching("<sends_by_name>"), matching("<sent_by_name_behind>")
    _frequency, _clear_frequency = matching("<frequency_behind>"), matching("<clear_frequency_behind>")
    _no_station, _no_unit = matching("<no_place_behind>"), matching("<no_unit>")
    _told_of = matching("<place_informed>")
    _order, _answer = matching("<order_behind>"), matching("<answer_behind>")
    _unit_tells = matching("<unit_answer_behind>")

    def __init__(self, compiled: Compiled, stations: Stations) -> None:
        self._compiled, self._stations = compiled, stations
        self._positions, self._places = stations.positions, stations.places
        members, listed, places = compiled.lexicon.members, compiled.lexicon.listed, stations.places
        alone = one_of((places.open | stations.telephony) - places.never - places.never_alone)
        no_name = one_of(places.never)[1:-1]
        several = f"[^{no_name}{stations.entity}{CONTINUED}][^{no_name}]{{1,{_TWICE * MOST_WORDS - 1}}}"
        # What most lines lack, in one look: such a call sign (the first group), or some words that may be called.
        remainder, behind = map(compiled.compile.expression, (REMAINDER, "(<called_behind>|<number_caller>)"))
        words = f"{stations.positions.loosely}(?:{alone}|{several}){behind}()"
        self._maybe_called = searchable(f"(?=({remainder}))(?:{words})?|{words}")
        before, frequency = map(compiled.compile.expression, ("<goes_over_before>", "<frequency_behind>"))
        # Whatever its words are by themselves: "goose bay", "ho chi minh", "palma de mallorca".
        self._sent = searchable(f"{before}[^{no_name}{stations.entity}]{{1,{MOST_WORDS}}}{frequency}")
        sends = "".join(compiled.compile.first("(<goes_over_before>|<told_before>|<sends_by_name>)"))
        self._maybe_sent = searchable(one_of(members("asks_caller") + sends))
        called_short = "(<greeting>|<opening>|<farewell>){0,3} (<unknown>|<ordinary>) <short_form_behind>"
        self._short_called = compiled.searcher(called_short)
        self._figures = searchable(one_of(compiled.compile.first(_FIGURES)))
        self._asks_caller = searchable(one_of(members("asks_caller"))).search
        greeting = members("greeting")
        # what stands before the station that answers
        self._between = frozenset(greeting + members("wake") + members("this_is"))
        self._before_last = frozenset(greeting + members("courtesy") + compiled.lexicon.entity["callsign"])
        self._answering_unit = listed("answering_unit")

    def read_back(self, line: Line) -> None:
        """Claim places beside the frequency by which they are known."""
        if self._figures.search(line.classes) is None:
            return
        for named in matches(self._namesake_set, line.classes):  # "swiss one three four decimal zero one five"
            behind = name_end(line.chars, named.start())
            if self._is_frequency(line, behind, named.end()):
                self._to_namesake(line, named.start())
        for said in matches(self._read_back, line.classes):  # "one three two decimal zero nine maastricht lot five"
            at = said.end()
            if self._is_frequency(line, said.start(), at) and not self._stations.flies(
                line, at, name_end(line.chars, at)
            ):
                self._stations.claims_place(line, at, self._read_back_behind, namesake=True)

    def sent(self, line: Line) -> None:
        """Claim places to which somebody is sent, and who asks who has called."""
        if self._maybe_sent.search(line.classes) is None:
            return
        for sent in matches(self._sent, line.classes):
            self._handed_over(line, self._sends(line.classes, sent.start()))
        for sent in matches(self._sent_to_namesake, line.classes):
            if (sends := self._sends(line.classes, sent.start())) is not None:
                self._to_namesake(line, sends.end())
        for told in matches(self._told, line.classes):  # "thank you praha one three three decimal three nine"
            self._handed_over(line, self._tells(line.classes, told.start()))
        for parted in matches(self._parted, line.classes):  # "contact bern, tschuss"
            self._stations.claims_place(line, parted.end(), self._named_only, namesake=True)
        asked = self._asks_caller(line.classes)
        if asked is not None and (at := name_end(line.chars, asked.start())) < len(line.classes):
            self._stations.claims_place(line, at, self._answer)  # "station calling praha, say again"

    def called(self, line: Line) -> None:
        """Claim a place that is called without its unit: "Benghazi, good morning, ..."; also behind the last figures
        of a call sign: "seven five six one praha hello"."""
        classes = line.classes
        if self._short_called.match(classes) is not None and self._claims_units(line, self._positions.lead(classes)):
            return
        found = self._maybe_called.match(classes)
        if found is None:
            return
        at = found.end(1)
        while 0 < at < len(classes) and classes[at] in self._between:
            at = name_end(classes, at)
        if 0 < at < len(classes) and self._stations.claims_place(line, at, self._order):
            return
        if found.lastindex == 1:
            return
        start, lead = 0, self._positions.lead(classes)
        while start <= lead and start < len(classes):
            end = name_end(classes, start)
            behind = start + self._places.ahead(line, start)
            if behind > start and behind not in line.commas and self._told_of(classes, behind) is not None:
                return  # "kansas city altimeter", "boston airport two o'clock five miles"
            flies = self._stations.flies(line, start, end)
            if not flies and (
                self._stations.claims_place(line, start, self._called) or self._claims_twice(line, start)
            ):
                return
            if self._stations.namesake(line, start) and self._caller(line.classes, end) is not None:
                self._stations.claim_named(line, start, end)
                return
            start = end

    def answering(self, line: Line) -> None:
        """Claim a place behind the call sign that it calls: "lufthansa six charlie kilo praha hello radar contact", or
        behind its greeting: "easy four two bravo bonjour geneva"."""
        words = line.words
        self._last(line)
        self._before_caller(line)
        order: list[int] = []
        for start, what in line.found.items():
            if isinstance(what, Station):
                continue
            end = name_end(line.chars, start)
            while end < len(words) and line.chars[end] in self._between:
                end = line.name_end(end)
            if end >= len(words):
                continue
            unit = line.chars[end] in self._answering_unit and self._unit_answers(line, start, end)
            if not unit and not self._places.begins(words[end]):
                continue
            order = order or sorted(line.found)
            if _calls_station(line, order, start):
                continue  # "praha info, oscar kilo mike bravo papa, letnany to pribram"
            if start and not self._order(line.classes, end + 1) and not self._positions.begins(line, start):
                continue
            if unit:
                self._stations.claim(line, Station(end, end + 1, None, self._compiled.units[words[end]][0], None))
                return
            size = self._places.ahead(line, end) or self._stations.namesake(line, end)
            behind = end + size
            if not size or behind >= len(words):
                continue
            # "KLM one two, Narita, wind calm", but "KLM one two, Narita altimeter"
            if behind in line.commas or self._no_station(line.classes, behind) is None:
                self._stations.claim_named(line, end, behind)
                return

    def _is_frequency(self, line: Line, start: int, end: int) -> bool:
        """Whether figures are one: not "12.59, Cleveland"."""
        words = line.words[start:end]
        return frequency(words, {}) is not None or channel(words, {}) is not None

    def _handed_over(self, line: Line, sends: re.Match[str] | None) -> None:
        """Claim a place to whose frequency somebody is sent: "contact praha one three three decimal three nine"; not
        "roger logan nine seventy three bravo", whose name is an operator's."""
        if sends is None:
            return
        at = sends.end()
        end = name_end(line.chars, at)
        if self._stations.flies(line, at, end) and self._clear_frequency(line.classes, end) is None:
            return
        if self._stations.claims_place(line, at, self._frequency):
            return
        if self._clear_frequency(line.classes, at + 1) is not None and self._stations.named_like_a_place(line, at):
            self._stations.claim_named(line, at, at + 1)  # "contact maastrich one three two ...": written as it sounds

    def _to_namesake(self, line: Line, start: int) -> None:
        """ "contact singapore one three three two five": a station whose place is also an airline's name."""
        end = name_end(line.chars, start)
        name = " ".join(line.words[start:end])
        if has_units(name) and name not in self._compiled.letters:
            self._stations.claim_named(line, start, end)

    def _claims_units(self, line: Line, start: int) -> bool:
        """ "zagreb six five charlie good morning": a place that has stations, and a short call sign; "logan nine seven
        three bravo" is a flight."""
        if start >= len(line.words) or not has_units(line.words[start]):
            return False
        if self._stations.flies(line, start, start + 1):
            return False
        return self._stations.claims_place(line, start, self._short_form)

    def _claims_twice(self, line: Line, start: int) -> bool:
        """ "shannon shannon speedbird one two": a place that is called again."""
        again = start + self._places.ahead(line, start)
        if again == start or line.words[start:again] != line.words[again : 2 * again - start]:
            return False
        if not self._stations.claims_place(line, again, self._called):
            return False
        self._stations.claim_named(line, start, again)
        return True

    def _last(self, line: Line) -> None:
        """Claim a place that is the last word, and nothing before it but greetings and call signs: "bonjour geneva"."""
        end = len(line.words)
        while end and not line.words[end - 1]:
            end -= 1
        self._where(line, end)
        if not end or not self._places.ends(line.words[end - 1]) or line.chars[end - 1] == CONTINUED:
            return
        size = self._places.behind(line, end)
        start = end - size
        if not size or not start or not self._positions.begins(line, start):
            return
        if line.chars[line.name_start(start - 1)] not in self._before_last:
            return  # "no, london"
        name = " ".join(line.words[start:end])
        if has_units(name) and not (size == 1 and self._places.is_plain(line, start)):
            self._stations.claim_named(line, start, end)

    def _before_caller(self, line: Line) -> None:
        """ "Shannon, Bigjet 721, request descent": a place that has stations, and a caller of whose kind no table lists
        any, parted by a comma, or called by a word and figures."""
        if not line.found or line.chars[0] == CONTINUED or not self._places.begins(line.words[0]):
            return
        size = self._places.ahead(line, 0)
        caller = line.found.get(size) if size else None
        parted = size in line.commas or (isinstance(caller, Heard) and caller.kind == "tactical")
        if caller is not None and parted and has_units(" ".join(line.words[:size])):
            self._stations.claim_named(line, 0, size)

    def _where(self, line: Line, end: int) -> None:
        """ "strawn traffic, ..., strawn": who tells all at a place ends with its name (FAA AIM 4-1-9)."""
        if Station not in map(type, line.found.values()):
            return  # most lines
        told = next((what for what in line.found.values() if isinstance(what, Station)), None)
        if told is None or told.unit != "traffic" or told.place is None:
            return
        size = told.end - told.start - 1
        start = end - size
        if start > told.end and line.words[start:end] == line.words[told.start : told.end - 1]:
            self._stations.claim_named(line, start, end)

    def _unit_answers(self, line: Line, called: int, at: int) -> bool:
        """ "speedbird nine director reduce speed ...": the unit alone, behind the call sign that it answers; "united
        six ten ground": nothing else."""
        end = line.name_end(at)
        if end == len(line.classes):
            return self._positions.begins(line, called)
        parted = at in line.commas and end in line.commas
        return not self._no_unit(line.classes, at) and (parted or self._unit_tells(line.classes, end) is not None)


def _calls_station(line: Line, order: list[int], start: int) -> bool:
    """What was found last before word ``start`` is a station; ``order``: where everything was found."""
    before = bisect_left(order, start)
    return before > 0 and isinstance(line.found[order[before - 1]], Station)
