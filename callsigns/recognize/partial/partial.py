"""Bare remainders of call signs: "roger, fifteen forty nine", "six lima delta hartford approach".

The runs of figures and letters that nothing else has claimed are read; ``PartialStanding`` tells whether one stands
where a call sign stands. Of a longer run its end may be one, behind a value without its name.

Source: ICAO Annex 10 Vol II 5.2.1.7.2.2 (abbreviated call signs); FAA AIM 4-2-4 (last three characters).
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.numbers import digits
from callsigns.recognize.as_said import AsSaid
from callsigns.recognize.callsign.identity import Identity, IdentityReader
from callsigns.recognize.callsign.modifiers import ModifierReader
from callsigns.recognize.evidence import RadioEvidence
from callsigns.recognize.heard import Heard, partial
from callsigns.recognize.partial.ending import EndingReader
from callsigns.recognize.partial.name_alone import NameAlone
from callsigns.recognize.partial.opening import OpeningReader
from callsigns.recognize.partial.possible import is_end_again
from callsigns.recognize.partial.route_end import RouteEnd
from callsigns.recognize.partial.said_again import said_again
from callsigns.recognize.partial.standing import PartialStanding
from callsigns.recognize.position import Positions

__all__ = ["PartialRecognizer"]

_MIXED: Final = searchable(r"\d{1,4}[A-Z]{1,2}")  # a third letter begins the end of a registration
_FLIGHT: Final = searchable(r"\d{1,2}[A-Z]{2}|\d{2,3}[A-Z]")
_DECIMALS: Final = searchable(r"\d|\d?\d[05]")
_SHORT_FREQUENCY: Final = searchable(r"(?:1[89]|2\d|3[0-6])\d")
_TWO_THINGS: Final = searchable(r"\d+[A-Z]{3,}")  # a value, and the letters of a registration
_SHORT_VALUE: Final = searchable(r"[0-2]\d[05]|3[0-6][05]|[34]\d0")  # a level, a heading, a speed
_BARE_VALUE: Final = searchable(
    r"1(?:1[89]|2\d|3[0-6])\d(?:[05]|\d[05])?|0[0-7]{3}|(?:09|10)\d\d|29\d\d|30\d\d"
)  # MHz, code, hPa
_PLURAL: Final = searchable(r"\b(?:[A-Z]{1,3}-)?\d{2,3}s\b")
_LONGEST_PLURAL: Final = len("ABC-123s ")
_POSSESSIVE: Final = ("'s", "'S")
_SHORT_MARK: Final = 3  # the mark's first letter and the last two
_COMMA: Final = searchable(r"\s*,\s+")


class PartialRecognizer:
    """Finds and claims partial call signs among the words that nothing else has claimed."""

    _degrees = ending("<degrees>")
    _before_point = matching("<short_mark> <point_of_figure>")
    _run = searching("(<number>|<sign>|<flight_ident>) (<number>|<sign>){0,7}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._positions = compiled.shared(Positions)
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._evidence = evidence = compiled.shared(RadioEvidence)
        self._names = NameAlone(compiled, evidence, self._positions)
        self._standing = PartialStanding(compiled, evidence, self._positions, self._names)
        self._entity = compiled.lexicon.entity["callsign"]
        self._identities = IdentityReader(compiled)
        self._end = compiled.lexicon.entity["end"]
        self._any = compiled.searcher("(<number>|<sign>|<flight_ident>|<name_alone>)")
        self._one_figure, self._number_slot = listed("one_figure"), listed("number_slot")
        self._wished, self._also = listed("wished"), listed("also_wished")
        self._decimal = listed("decimal")
        self._place_slot = listed("place_slot")
        self._digit = listed("digit")
        self._figured = self._digit.union(*map(members, ("figure1", "figure2", "figure3", "figure4", "flight_ident")))
        self._teen = listed("teen", "tens")
        self._letter = listed("letter")
        self._taxiway = compiled.lexicon.entity["taxiway"]
        self._ending = EndingReader(compiled, self._identities, self._positions)
        self._opening, self._said = OpeningReader(compiled), compiled.shared(AsSaid)
        self._modifiers = ModifierReader(compiled)
        self._routes = RouteEnd(compiled, self._identities, self._positions)

    def recognize(self, line: Line, unclaimed: str, figures: Heard | None = None) -> None:
        """Claim every partial call sign. ``unclaimed``: the classes of the line before values were claimed;
        ``figures``: the one that was found early in figures."""
        line.named = self._entity in line.classes
        if figures is not None and not line.named and self._is_free(line, unclaimed, figures):
            line.claim(figures.start, figures.end, self._entity, figures)
            line.named = True
        line.radio = line.endings = line.valued = None
        if not line.named and self._taxiway in line.classes:
            self._routes.cut(line, unclaimed)
        if self._any.search(line.classes) is None:
            self._names.cut_off(line)
            return
        for found in self._run.finditer(line.classes):
            if self._degrees.search(unclaimed, max(0, found.start() - 3), found.start()) is not None:
                continue  # "zero two zero west one five zero five": a time
            heard = self._read(line, found.start(), found.end())
            if heard is not None:
                line.claim(heard.start, heard.end, self._entity, heard)
                self._modifiers.around(line, heard)
                line.named = True
        self._names.claim(line)
        self._names.cut_off(line)

    def early(self, line: Line) -> Heard | None:
        """Claim a call sign at the end or the beginning whose words values would take, or one before the point where it
        is. What figures may be there, if they are no value, is given back."""
        heard = self._ending.read(line) or self._placed(line) or self._opening.read(line)
        if heard is not None:
            line.claim(heard.start, heard.end, self._entity, heard)
            return None
        return self._in_figures(line)

    def _is_free(self, line: Line, unclaimed: str, heard: Heard) -> bool:
        """No value has taken any of its words, and none was said in the same figures."""
        if line.classes[heard.start : heard.end] != unclaimed[heard.start : heard.end]:
            return False
        return not said_again(line, heard.start, heard.ident or "", frozenset())

    def _in_figures(self, line: Line) -> Heard | None:
        """ "slowing all we can 3819", "604 position and hold": what is read of the words that were said."""
        if self._entity in line.classes or self._said.long.isdisjoint(line.chars):
            return None
        if not (line.one_case or self._evidence.heard(line) or self._ending.talks(line)):
            return None
        said = self._said.line(line, line.chars, grouped=True)
        heard = self._ending.read(said.line) or self._opening.read(said.line)
        written = None if heard is None else said.written(heard.start, heard.end)
        if heard is None or written is None or self._may_measure(line, *written, heard.ident or ""):
            return None
        return heard._replace(start=written[0], end=written[1])

    def _may_measure(self, line: Line, start: int, end: int, ident: str) -> bool:
        """ "maintain 6505", "1202 speed 250": figures that may be a value as well, and no comma parts them."""
        if start in line.commas or (not start and end in line.commas):
            return False
        return line.before(start) in self._number_slot or _BARE_VALUE.fullmatch(ident) is not None

    def _placed(self, line: Line) -> Heard | None:
        """ "hotel golf uniform | echo one": the point where it is."""
        if self._entity in line.classes or self._before_point(line.classes + self._end, 0) is None:
            return None
        return partial(0, _SHORT_MARK, self._ident(line, 0, _SHORT_MARK))

    def _read(self, line: Line, start: int, end: int) -> Heard | None:
        """The call sign that the figures and letters ``start`` to ``end`` are, or end with."""
        if line.before(start) in self._one_figure and end - start > 2:
            start += 1  # "number two charlie alpha november"
        if line.before(start) in self._wished and line.chars[start] in self._also and end - start > 2:
            start += 1  # "you too | six echo hotel"
        if line.commas:
            end = self._owned(line, start, end)
            start = self._behind_comma(line, start, end)
        if self._of_types(line, start, end) or _of_clock(line, start):
            return None
        ident = self._ident(line, start, end)
        if _TWO_THINGS.fullmatch(ident) and not self._standing.short_mark(line, start, end, ident):
            start = max(start, end - len(ident.lstrip("0123456789")))
            ident = self._ident(line, start, end)
        if ident and self._standing.stands(line, start, end, ident):
            return partial(start, end, ident)
        if line.named or end - start < 4:
            return self._again_behind(line, start, end) if line.named and end - start > 4 else None
        placed = line.chars[start] in self._letter and line.before(start) in self._place_slot
        return self._behind_place(line, start, end) if placed else self._behind_value(line, start, end)

    def _of_types(self, line: Line, start: int, end: int) -> bool:
        """ "two F-16s", "the 737s": the plural of a type, and what stands before it."""
        last = line.ends[end - 1]
        plural = _PLURAL.search(line.text, line.starts[start], last + _LONGEST_PLURAL)
        return plural is not None and plural.start() < last

    def _owned(self, line: Line, start: int, end: int) -> int:
        """ "six four lima's | three south": what stands behind its verb is none of it."""
        owned = (at for at in range(start + 1, end) if at in line.commas)
        return next((at for at in owned if line.text.startswith(_POSSESSIVE, line.ends[at - 1])), end)

    def _behind_comma(self, line: Line, start: int, end: int) -> int:
        """ "cleared to land 28, 24 Kilo": the figures before a comma and a blank are none of it; "16:40" is a time."""
        for at in range(end - 1, start, -1):
            if at in line.commas and line.chars[at] in self._figured:
                return at if _COMMA.fullmatch(line.text, line.ends[at - 1], line.starts[at]) else start
        return start

    def _behind_place(self, line: Line, start: int, end: int) -> Heard | None:
        """ "stand bravo two six five seven kilo", "with papa five seven kilo": two figures or letters are the least."""
        first = line.name_end(start)
        if line.chars[first] not in self._digit or not self._positions.ends(line, end):
            return None
        for at in range(max(first, end - 3), end - 2):
            ident = self._ident(line, at, end)
            if _FLIGHT.fullmatch(ident):
                return partial(at, end, ident)
        return None

    def _again_behind(self, line: Line, start: int, end: int) -> Heard | None:
        """ "ryanair eight three kilo ... one one zero eight three kilo": its end again, behind a bare value."""
        if not self._positions.ends(line, end):
            return None
        for at in range(max(start + 2, end - 4), end - 2):
            if not self._letter.isdisjoint(line.chars[start:at]):
                return None
            ident = self._ident(line, at, end)
            if len(ident) > 2 and is_end_again(line, ident):
                return partial(at, end, ident)
        return None

    def _behind_value(self, line: Line, start: int, end: int) -> Heard | None:
        """ "one one nine nine five sierra papa sierra": behind a frequency or a pressure without its name."""
        if not self._positions.ends(line, end):
            return None
        decimals = line.before(start) in self._decimal  # "one two four point one twelve forty seven"
        for at in range(start + (1 if decimals else 2), min(start + 7, end - 1)):
            value = digits(line.words[start:at]) if line.chars[at] != CONTINUED else ""
            if at == start + 2 and line.chars[start] in self._teen and _SHORT_FREQUENCY.fullmatch(value):
                value = "1" + value  # "eighteen one"
            short = not decimals and _SHORT_VALUE.fullmatch(value) is not None
            if not short and not (_DECIMALS if decimals else _BARE_VALUE).fullmatch(value):
                continue
            ident = self._ident(line, at, end)
            mixed = _FLIGHT.fullmatch(ident) is not None
            group = len(ident) == 4 and ident.isdigit() and line.chars[at] in self._teen
            if mixed or (len(ident) == 3 and ident.isalpha()) or (not short and (group or len(ident) == 3)):
                return partial(at, end, ident)
        return None

    def _ident(self, line: Line, start: int, end: int) -> str:
        """What the words ``start`` to ``end`` spell; nothing where they are no identification, or more than one."""
        longest = self._longest(line, start)
        return longest.text if longest is not None and longest.end == end else ""

    def _longest(self, line: Line, start: int) -> Identity | None:
        """Figures, with letters behind them or before them, or letters, that begin at word ``start``."""
        word = line.words[start].upper()
        if _MIXED.fullmatch(word):
            return Identity(word, start + 1)
        figures = self._identities.read(line, start, 5)
        letters = self._identities.letters(line, start, 5) if figures is None else None
        if letters is None:
            return figures
        behind = self._identities.read(line, letters.end) if len(letters.text) <= 3 else None
        return letters if behind is None else Identity(letters.text + behind.text, behind.end)


def _of_clock(line: Line, start: int) -> bool:
    """ "at 1802:|15": the seconds of a time."""
    if not start or line.text[line.ends[start - 1] : line.starts[start]] != ":":
        return False
    return line.words[start - 1].isdecimal() and line.words[start].isdecimal()
