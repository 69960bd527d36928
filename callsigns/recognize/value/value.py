"""Quantities: "flight level two four zero" is 240 FL, "one two zero decimal two seven five" is 120.275 MHz.

>>> # climb flight level two four zero or above seven golf bravo
>>> #       ----------------------------------                    altitude 240 FL at_or_above

The forms stand in ``values*.toml``; ``read`` there names one of the readers of ``READERS``, which get the words of the
form and give the value, or ``None`` where they are no legal one. A class of words that is named like a unit (``<kt>``)
gives that unit to the value that it ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any, Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far, matching
from callsigns.grammar import VALUE_FILES
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line
from callsigns.recognize.as_said import AsSaid, Said
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.value.forms import Match, ValueForms
from callsigns.recognize.value.limits import Limits
from callsigns.recognize.value.quantities import READERS, Reader
from callsigns.recognize.value.spoken import spoken_digits
from callsigns.tokens import BREAK

__all__ = ["Quantity", "ValueRecognizer"]

_MOST_NUMBERS: Final = 4096  # levels, headings, runways and frequencies come again and again
_NEXT: Final = 3  # words between a value and the station that it is said of
_REACH: Final = 12  # words of a value with those before it
_PAIR: Final = 2  # figures: "climbing 3, 45 Delta Charlie"
_GROUPED: Final = 3  # words of "three thirty two"
_ROUNDED: Final = ("heading", "speed")
_SMALL: Final = ("distance",)  # said as a whole: "2, 3 miles" are two numbers
_OF_WORDS: Final = ("type", "place")
_BY_FIGURES: Final = "frequency"  # megahertz without their first figure are told by their last one
_WHOLE: Final = ("11", "12", "13")
_WITHIN: Final = searchable(r"[\w>)\]] [\[(]*<(\w+)>")  # "estimating [<waypoint>]": a class behind a word of a form
_TWO_OF_THREE: Final = searchable(r"[0-4]\d")  # digits of a flight level
UNITS: Final = ("ft", "m", "kt", "deg", "kHz", "hPa", "inHg", "NM", "SM", "km", "min", "h", "s", "lb", "kg")


class Quantity(NamedTuple):
    """A value in the words ``start`` to ``end``."""

    start: int
    end: int
    quantity: str
    value: int | float | str
    unit: str | None
    limit: str | None


_new_quantity = tuple.__new__  # half of what the constructor of a NamedTuple takes


class _Rule:
    """An entry of ``values*.toml``, what is asked of it for every value."""

    __slots__ = (
        "any_word", "apart", "asks", "called", "capitals", "first", "limit", "opening", "quantity", "read", "rounded",
        "shorter", "station", "unit", "unnamed",
    )  # fmt: skip

    def __init__(self, entry: Mapping[str, Any]) -> None:
        reader: str = entry.get("read", "number")
        self.quantity: str = entry["quantity"]
        self.unit: str | None = entry.get("unit")
        self.limit: str | None = entry.get("limit")
        self.read = READERS[reader]
        self.shorter = "behind" not in entry  # its last words may belong to something else
        self.rounded = self.shorter and (self.quantity in _ROUNDED or self.unit == "FL")
        self.any_word = reader in _OF_WORDS  # not digits alone
        self.apart: bool = entry.get("apart", False)  # no number may stand right in front of it
        self.first: bool = entry.get("first", False)  # neither may a letter
        self.opening: bool = entry.get("opening", False)  # only what leads to the first message stands before it
        self.called: bool = entry.get("called", False)  # the line begins with a station and who calls it
        self.station = frozenset[str](entry.get("station", ()))  # what the station next to it is called
        self.capitals: bool = entry.get("capitals", False)  # it begins with a name code in capitals
        self.unnamed = reader == "unnamed_point"  # nothing says that a point is meant: an ordinary word may be one too
        asked = (self.apart, self.first, self.opening, self.called, self.station, self.capitals, self.unnamed)
        self.asks = any(asked) or self.quantity == _BY_FIGURES  # hardly any does


class _Rules(dict[str, _Rule]):
    """Name of an entry -> what is asked of it, gathered when a line has such a value."""

    def __init__(self, entries: Mapping[str, Mapping[str, Any]]) -> None:
        self._entries = entries

    def __missing__(self, name: str) -> _Rule:
        return self.setdefault(name, _Rule(self._entries[name]))


class ValueRecognizer:
    """Finds and claims values in a line."""

    _last_two = matching("<letter>{2} <line_ends>")
    _followed = ending("<followed_before>")
    _opened, _calling = matching("<opened_with>"), matching("<opened_calling>")
    _station_first, _crew_goes_on = matching("<station_first>"), matching("<crew_behind_number>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        values = compiled.values
        added = compiled.grammar.added
        own = [n for n in values if added and compiled.grammar.source_of("value", n) not in VALUE_FILES]
        ordered = [*own, *(n for n in values if n not in own)]
        forms = {n: values[n] for n in ordered if values[n].get("read") != "limit"}
        self._rules = _Rules(forms)
        self._limits = Limits([e for e in values.values() if e.get("read") == "limit"], compiled)
        self._letters = compiled.letters
        self._evidence, self._said = compiled.shared(RadioEvidence), compiled.shared(AsSaid)
        self._said_by_digits = searchable(f"{one_of(compiled.lexicon.members('digit'))}{{2}}").search
        self._entity = compiled.lexicon.entity
        self._end = self._entity["end"]
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._unit_of = {char: unit for unit in UNITS for char in members(unit)}
        self._number = listed("digit", "teen", "tens", "figure1", "figure2")
        self._signs, self._side = listed("letter"), listed("side_of_runway")
        signs = ("letter", "digit", "teen", "tens", "figure1", "figure2", "figure3", "figure4")
        self._in_sign = listed(*signs, "telephony", "make", "make_caution", "tactical")
        self._figures = self._number.union(members("figure3", "figure4", "thousand"))
        self._name = listed("unknown", "nameable", "point_word")
        self._droppable = listed("digit", "figure1")
        self._tens, self._decimal = listed("tens"), listed("decimal", "decimal_figure")
        self._following = listed("digit", "teen", "tens", "thousand")
        letters, parts = listed("letter"), frozenset(compiled.compile.first("<spelled_part>"))
        self._announcing = frozenset(_WITHIN.findall(" | ".join(entry.get("before", "") for entry in forms.values())))
        ready = ValueForms(forms, compiled, lambda one, two: one in letters and two in parts)
        self._machine, self._order = ready.machine, ready.order
        self._legal = lru_cache(_MOST_NUMBERS)(self._legal_value)

    def recognize(self, line: Line) -> None:
        """Claim every value, from left to right; note whether two letters stand side by side."""
        before = [*line.chars]
        line.letters = self._machine.every(line.chars, partial(self._claim, line))
        if self._said.figures.isdisjoint(before):
            return  # most lines of speech
        for grouped in (False, True):
            if self._is_left(line, before) and self._evidence.heard(line):
                self._read_said(line, self._said.line(line, before, grouped=grouped))
        line.found = dict(sorted(line.found.items()))  # the values of a message stand as they were said

    def _is_left(self, line: Line, before: list[str]) -> bool:
        """Nothing has read some figures, or the name that stands before a value in figures."""
        if not self._said.figures.isdisjoint(line.chars):
            return True
        return any(before[at] in self._said.figures and line.before(at) in self._name for at in line.found)

    def _read_said(self, line: Line, said: Said) -> None:
        """Claim what is read of the figures in words: "gardner 210" is a point, and a heading."""
        self._machine.every(said.line.chars, partial(self._claim, said.line))
        for start, value in said.line.found.items():
            span = said.written(start, value.end)
            if span is None or value.quantity == _BY_FIGURES or not self._is_free(line, *span):
                continue
            line.claim(*span, self._entity[value.quantity], value._replace(start=span[0], end=span[1]))

    def _is_free(self, line: Line, start: int, end: int) -> bool:
        """None of the words is claimed."""
        return CONTINUED not in line.chars[start : end + 1] and line.found.keys().isdisjoint(range(start, end))

    def _claim(self, line: Line, place: int, fitting: int) -> int:
        """Claim the value that word ``place`` begins or announces, and those that stand behind it; where they end."""
        free, last = place, None
        while fitting:
            value = self._likeliest(line, place, fitting)
            if value is None or value.start == last:
                break
            announced, (place, free, quantity) = place, value[:3]
            last = place
            line.claim(place, free, self._entity[quantity], value)
            fitting = self._machine.fitting(line.chars, place, free - 1)
            if announced < place and quantity in self._announcing:
                wider = self._machine.fitting(line.chars, announced, announced)
                if not fitting or (wider and self._likeliest(line, announced, wider) is not None):
                    place, fitting = announced, wider  # "estimating (RENKA) | four two"
        return free

    def _likeliest(self, line: Line, place: int, fitting: int) -> Quantity | None:
        """The first entry at a word that has a legal number."""
        classes = line.classes + self._end
        commas, order = self._commas(line, place) if line.commas else (), self._order
        for name, matcher in order(fitting):
            match = matcher(classes, place)
            for comma in commas if match is None else ():
                match = match or matcher(classes, place, comma)  # what it must not stand before is parted from it
            if match is not None:
                value = (
                    self._up_to_comma(line, name, matcher, match)
                    if commas
                    else self._read(line, self._rules[name], *match.span(1))
                )
                if value is not None:
                    return value
        return None

    def _of(self, line: Line, name: str, match: re.Match[str]) -> Quantity | None:
        return self._read(line, self._rules[name], *match.span(1))

    def _up_to_comma(self, line: Line, name: str, matcher: Match, match: re.Match[str]) -> Quantity | None:
        """The value, but not over the comma behind which another number begins: "1-2-3.9, 4-5-Yankee"."""
        start, end = match.span(1)
        for comma in range(start + 1, end):
            if comma in line.commas and self._another_number(line, start, comma, self._rules[name].quantity):
                shorter = matcher(line.classes, match.start(), comma)
                value = None if shorter is None else self._of(line, name, shorter)
                if value is not None or not self._goes_over(line, name, comma):
                    return value
        return self._of(line, name, match)

    def _another_number(self, line: Line, start: int, comma: int, quantity: str) -> bool:
        """Figures stand on both sides, and not one by one ("3, 4, 0") nor as thousands ("3, 500"); or the side of the
        runway begins something else: "31, right closed traffic"."""
        last = _last(line, comma)
        if line.chars[comma] in self._side:
            return comma + 1 < len(line.words) and comma + 1 not in line.commas and line.words[comma + 1] != BREAK
        alone = quantity not in _SMALL and (last in line.commas or last == start)
        if alone and line.chars[last] in self._droppable and len(line.words[comma]) != _PAIR:
            return False
        return line.chars[comma] in self._figures and line.chars[last] in self._figures

    def _goes_over(self, line: Line, name: str, comma: int) -> bool:
        """What was said one by one, or the megahertz of a frequency, is no number by itself: "118, 7, good day"."""
        if not line.words[_last(line, comma)].isdecimal():
            return True
        return self._rules[name].quantity == _BY_FIGURES and len(line.words[comma]) <= _PAIR

    def _commas(self, line: Line, place: int) -> list[int]:
        """The words behind ``place`` that a comma stands before, within the reach of a value."""
        return sorted(line.commas.intersection(range(place + 1, place + _REACH)))

    def _read(self, line: Line, rule: _Rule, start: int, end: int) -> Quantity | None:
        """The value of a form; without its last digits where only the shorter number is a legal one."""
        if not line.words[end - 1]:
            end -= 1  # "runway 27R. UPS 52": passed over before a call sign
        if rule.asks and self._is_out_of_place(line, rule, start, end):
            return None
        if line.before(start) in self._tens and self._ends_pair(line, start):
            return None  # "thirty (nine thousand)"
        if line.words[end - 1] == BREAK:
            end -= 1  # "runway 22L. Delta 41": passed over before the last call sign
        value = self._legal(rule.read, *line.words[start:end])
        while value is None:
            end -= 1
            if end <= start or not rule.shorter or not (rule.any_word or line.chars[end] in self._droppable):
                return None
            value = self._legal(rule.read, *line.words[start:end])
        if value is not None and rule.rounded and self._runs_on(line, start, end):
            value, end = self._legal(rule.read, *line.words[start : end - 1]) or value, end - 1
        if rule.any_word and line.chars[end - 1 : end + 1][-1] in self._unit_of:
            return None  # "heavy (two two zero) knots"
        if line.cut_number and rule.quantity == "altitude" and self._goes_on(line, start, end):
            return None  # "descend one three ze"
        unit = rule.unit or self._unit(line.chars, end)
        start, end, limit = self._limits.around(line, start, end)
        return _new_quantity(Quantity, (start, end, rule.quantity, value, unit, limit or rule.limit))

    def _is_out_of_place(self, line: Line, rule: _Rule, start: int, end: int) -> bool:
        """What the rule ``asks`` of the words around the value is not so."""
        if rule.apart and (self._inside_number(line, start) or self._of_somebody(line, start)):
            return True  # "fifty two twenty cleared for takeoff": the end of a call sign
        if rule.first and line.before(start) in self._in_sign:
            return True  # "kilo (mike bravo) cross two six": of a call sign
        if rule.opening and start and not self._opens(line, start):
            return True
        if rule.called and self._calling(line.classes, 0) is None:
            return True
        if rule.station and rule.station.isdisjoint(line.words[max(0, start - _NEXT) : end + _NEXT]):
            return True  # "tower point niner"
        if rule.capitals and not line.names_point(start):
            return True
        if rule.quantity == _BY_FIGURES and self._calls(line, start, end):
            return True
        return rule.unnamed and not (self._evidence.heard(line) or self._by_digits(line))  # "most of Linux"

    def _by_digits(self, line: Line) -> bool:
        """Some number is said digit by digit; asked once, for a long line may hold thousands of such words."""
        if line.digits is None:
            line.digits = self._said_by_digits(line.classes) is not None
        return line.digits

    def _opens(self, line: Line, start: int) -> bool:
        """Nothing but "okay", a greeting or a station stands before word ``start``."""
        lead = self._opened(line.classes, 0)
        return lead is not None and lead.end() >= start

    def _calls(self, line: Line, start: int, end: int) -> bool:
        """ "Ground, 2250, ready to taxi": no frequency, but the number of who calls. No point is said in it, and it
        does not begin as a whole frequency does."""
        words = line.words[start:end]
        if not self._decimal.isdisjoint(line.chars[start:end]) or spoken_digits(words).startswith(_WHOLE):
            return False
        first = self._station_first(line.classes, 0)
        return first is not None and first.end() == start and self._crew_goes_on(line.classes, end) is not None

    def _inside_number(self, line: Line, start: int) -> bool:
        while line.chars[start] in self._signs and line.before(start) in self._signs and start not in line.commas:
            start -= 1  # "four lima (mike) hold short": of the same call sign
        return line.before(start) in self._number and start not in line.commas

    def _of_somebody(self, line: Line, start: int) -> bool:
        """ "follow the delta left on bravo": a name, and no taxiway."""
        return line.chars[start] in self._signs and self._followed.search(line.classes, far(start), start) is not None

    def _ends_pair(self, line: Line, start: int) -> bool:
        """The digit belongs to the tens before it, with which a number begins."""
        return (
            line.chars[start] in self._droppable
            and start not in line.commas
            and not self._inside_number(line, start - 1)
        )

    def _goes_on(self, line: Line, start: int, end: int) -> bool:
        """Two digits at the end of a line that breaks off in the third: "one three" of 130; no level is 800."""
        digits = [
            word
            for word, char in zip(line.words[start:end], line.chars[start:end], strict=True)
            if char in self._droppable
        ]
        return end == len(line.words) and _TWO_OF_THREE.fullmatch(spoken_digits(digits)) is not None

    def _runs_on(self, line: Line, start: int, end: int) -> bool:
        """ "heading three thirty | two eight zero knots": what is said in groups ends in 0 or 5; the digit behind it
        belongs to the number that follows, or to a call sign ("heading two thirty | five tango juliet")."""
        if end - start < _GROUPED or end in line.commas:
            return False
        if line.chars[end - 2] not in self._tens or line.chars[end - 1] not in self._droppable:
            return False
        if line.classes[end : end + 1] in self._following:
            return not spoken_digits(line.words[end - 1 : end]).endswith(("0", "5"))
        return self._last_two(line.classes + self._end, end) is not None

    def _unit(self, chars: list[str], end: int) -> str | None:
        end -= 1
        while chars[end] == CONTINUED:
            end -= 1
        return self._unit_of.get(chars[end])

    def _legal_value(self, read: Reader, *words: str) -> int | float | str | None:
        """What a reader gives; a user's form may hand it words that are no number, or figures without end."""
        try:
            return read(words, self._letters)
        except ValueError:
            return None


def _last(line: Line, comma: int) -> int:
    """The word before a comma, or before the full stop that counts as one."""
    return comma - 1 - (comma > 1 and line.words[comma - 1] == BREAK)
