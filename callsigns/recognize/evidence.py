"""Whether a line sounds like radio at all.

"he lost 350" and "Convoy 17 lost four ships" have the shape of call signs and are none. A bare number, a word and a
number, the name of an airline alone count only in a line that says something of the trade ("descend", "runway",
"roger"), that holds a surer call sign or a station, or that holds nothing else.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching, searching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line

__all__ = ["AVIATION", "RadioEvidence", "is_year", "number_values"]

_SIGNS: Final = frozenset("£$€¥(#[<=/_.")
_YEAR: Final = searchable(r"1[5-9]\d\d|20[0-4]\d")
_CODE: Final = searchable(r"[0-7]{4}")
# Values that only aviation has.
AVIATION: Final = (
    "altitude", "heading", "frequency", "squawk", "pressure", "runway", "atis", "waypoint", "procedure", "taxiway",
    "vertical_rate", "wind_direction", "clock", "turn", "speed", "aircraft_type", "position",
)  # fmt: skip
_NAMED: Final = ("waypoint", "procedure", "aircraft_type")  # values that are names: another word may belong to them


def _is_code(line: Line, start: int) -> bool:
    """ "6411 FASTAIR 345": what stands before word ``start`` is a transponder code and nothing else."""
    return start == 1 and _CODE.fullmatch(line.words[0]) is not None and not is_year(line.words[0])


def is_year(word: str) -> bool:
    """A year as prose writes it ("1962"): hardly ever the number of a flight."""
    return len(word) == 4 and _YEAR.fullmatch(word) is not None


def number_values(compiled: Compiled) -> frozenset[str]:
    """The classes of values of aviation that are no names."""
    return compiled.lexicon.listed(*(name for name in AVIATION if name not in _NAMED))


class RadioEvidence:
    """Answers for one grammar."""

    _another = matching("<another_party>")
    _not_american = searching("<not_american>")
    _code = matching("<code_ends>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        names = ("radio_word", "callsign", "facility", *AVIATION)
        phrase, begins = compiled.compile.expression("<radio_phrase>"), compiled.compile.first("<radio_phrase>")
        digits, point = one_of(members("digit")), one_of(members("decimal"))
        any_of = one_of(begins.union(members(*names, "digit")))
        self._sure = searchable(f"(?={any_of})(?:{one_of(members(*names))}|{digits}{{2}}{point}{digits}|{phrase})")
        self._letters = searchable(one_of(members("letter")))
        self._number = listed("digit", "teen", "tens", "hundred", "thousand", "figure1", "repeat", "homophone")
        self._break, self._end = listed("break"), compiled.lexicon.entity["end"]
        self._digit, self._telephony = listed("digit"), listed("telephony")
        self._social = listed(
            "opening", "greeting", "farewell", "courtesy", "wake", "formation", "distress_call", "urgency_call"
        )

    def heard(self, line: Line) -> bool:
        """Something in the line belongs to the trade: a word, a value, a frequency, or two spelling words."""
        if line.radio is None:
            line.radio = self._sure.search(line.classes) is not None or len(self._letters.findall(line.classes)) > 1
        return line.radio

    def on_air(self, line: Line, start: int, end: int) -> bool:
        """The line belongs to the trade, or the words ``start`` to ``end`` do."""
        return self.heard(line) or self.around(line, start, end)

    def calls_another(self, line: Line, start: int, end: int) -> bool:
        """ "United 45, Delta 12, ...": the words ``start`` to ``end`` are the first, and right behind them stands
        another aircraft."""
        return not start and end - start > 1 and self._another(line.classes, end) is not None

    def abroad(self, line: Line) -> bool:
        """ "titan seven golf zulu contact radar one two seven decimal five": nobody in the United States says so."""
        if line.abroad is None:
            classes = self._compiled.lexicon.classes(line.words)
            line.abroad = self._not_american.search(classes) is not None
        return line.abroad

    def spoken(self, line: Line, start: int) -> bool:
        """The number at word ``start`` is said in two words or more ("twelve forty seven"); prose writes figures."""
        return self._number.issuperset(line.chars[start : start + 2]) and start + 1 < len(line.classes)

    def _count(self, classes: str, start: int, end: int) -> int:
        """How many words are single digits: prose writes 17, nobody but a radio operator says "one seven"."""
        return sum([char in self._digit for char in classes[start:end]])

    def coded(self, line: Line, start: int, end: int) -> bool:
        """ "vulture eleven commit", "hostile, vulture eleven commit": the words ``start`` to ``end`` begin what is
        said, or stand behind a comma, and a code word is all that is said behind them."""
        first = not start or start in line.commas or line.before(start) in self._break
        return first and self._code(line.classes + self._end, end) is not None

    def priced(self, line: Line, start: int) -> bool:
        """A sign before the number makes it a price, a year, an item."""
        return line.text[max(0, line.starts[start] - 1) : line.starts[start]] in _SIGNS

    def around(self, line: Line, start: int, end: int) -> bool:
        """The words ``start`` to ``end`` stand alone, or before a code word, are said digit by digit, or next to
        "roger" and the like."""
        classes = line.classes
        before = classes[start - 1] if start else ""
        behind = classes[end] if end < len(classes) else ""
        code = classes[start] in self._telephony and _is_code(line, start)
        if (not before or before in self._break or code) and (not behind or behind in self._break):
            return True
        if self.coded(line, start, end):
            return True
        if self._count(classes, start, end) > 1:
            return True
        while before == CONTINUED and start > 1:
            start -= 1
            before = classes[start - 1]
        return before in self._social or behind in self._social
