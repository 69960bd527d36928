"""How far a number may go behind a name: all number words in a row, as far as commas and hyphens let them be one.

>>> # brickyard 881 1-34.65
>>> #           ---          "1" belongs to the frequency
>>> # american 1, 2, 3, climb
>>> #          -------       single figures, as recognizers part them
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.numbers import digits, symbols
from callsigns.tokens import BREAK

__all__ = ["NumberRuns", "figure_of_name", "hyphened"]

_PAIR: Final = 2
_SHORTEST: Final = 4  # number words of a flight and a setting: "four twelve thirty twelve"
_LONGEST: Final = 40  # number words that are looked at from one place: no more than a dozen of them count


def hyphened(line: Line, at: int) -> bool:
    """A hyphen joins word ``at`` to the one before it."""
    return at < len(line.words) and line.text[line.ends[at - 1] : line.starts[at]] == "-"


def figure_of_name(line: Line, at: int, letters: Mapping[str, str]) -> str:
    """ "cherokee six | bravo": the figure that ends the name of a model begins the mark, where one letter follows."""
    figure, letter = symbols().get(line.words[at - 1]), letters.get(line.words[at]) if at < len(line.words) else None
    behind = line.words[at + 1] if at + 1 < len(line.words) else ""
    if figure is None or letter is None or behind in letters or behind in symbols():
        return ""
    return figure[1] + letter


class NumberRuns:
    """Finds the ends of numbers, for one grammar, from the classes of number words and those of letters."""

    _both, _setting = matching("<number_and_setting>"), matching("<setting_behind_number>")

    def __init__(self, compiled: Compiled, number: Collection[str], sign: Collection[str]) -> None:
        listed = compiled.lexicon.listed
        self._compiled, self._end = compiled, compiled.lexicon.entity["end"]
        self._sign, self._wake, self._decimal = sign, listed("wake"), listed("decimal_figure")
        self._digit, self._miles = listed("digit", "figure1"), listed("NM")
        one = one_of(number)
        # "delta to forty five": a homophone right behind the name, with a number behind it.
        self._found = searchable(f"(?:{one_of(listed('homophone'))}(?={one}))?{one}{{0,{_LONGEST}}}")

    def end(self, line: Line, start: int) -> int:
        """Where the number words that begin at ``start`` end; a comma between two of them ends them too."""
        found = self._found.match(line.classes, start)
        end = self._before_setting(line, start, found.end()) if found is not None else start
        for at in range(start + 1, end) if line.commas else ():
            if at in line.commas and not (
                self._figure_by_figure(line, start, at) or self._pair_by_pair(line, start, at, end)
            ):
                return at
        if end > start + 1 and line.classes[end : end + 1] in self._decimal and hyphened(line, end):
            return end - 1  # "brickyard 881 | 1-34.65"
        return end

    def _before_setting(self, line: Line, start: int, end: int) -> int:
        """ "delta eight one seven | two niner niner eight": no flight has seven figures, the last four are a
        pressure."""
        if end < start + _SHORTEST:
            return end
        classes = line.classes + self._end
        if self._both(classes, start) is None:
            return end
        return next((at for at in range(start + _PAIR, end) if self._setting(classes, at) is not None), end)

    def _figure_by_figure(self, line: Line, start: int, at: int) -> bool:
        """ "American 1,2,3", "Easy 1, 2, niner": single figures, commas between them; "Virgin 5, 9, line up", "Easy 1,
        3 lima": two of them, if the number begins with them and nothing is counted."""
        if not (self._one_figure(line, at - 1) and self._one_figure(line, at)):
            return False
        if line.text[line.ends[at - 1] : line.starts[at]] == ",":
            return True
        if line.text[line.starts[at - 1]].isdecimal() and not line.words[at - 1].isdecimal():
            return False  # "Envoy 4,5,5, 8 miles": read one by one already, up to here
        behind = line.classes[at + 1 : at + 2]
        if behind in self._miles:
            return False  # "Delta 4, 5, 6 miles"
        if at == start + 1 and (not behind or behind in self._sign or at + 1 in line.commas):
            return True
        third = at + 1 in line.commas and (self._one_figure(line, at + 1) or behind in self._sign)
        return third or (self._one_figure(line, at - 2) and at - 1 in line.commas)

    def _pair_by_pair(self, line: Line, start: int, at: int, end: int) -> bool:
        """ "Frontier 17, 64, caution", "Southwest twenty two, oh six, speed": the first figures, a comma, the other
        two, and nothing more of the number."""
        stop = next((word for word in range(at + 1, end) if word in line.commas), end)
        first, second = digits(line.words[start:at]), digits(line.words[at:stop])
        figures = line.words[start].isdecimal()
        sizes = (_PAIR,) if figures else (1, _PAIR)
        if len(second) != _PAIR or len(first) not in sizes or line.words[at].isdecimal() is not figures:
            return False
        if not figures and line.chars[at] in self._digit and second[0] != "0":
            return False  # "lufthansa one, two three": read one by one
        behind = line.classes[stop : stop + 1]
        if behind and behind in self._digit:
            return False  # "Delta, nine, forty, four"
        return not behind or behind in self._wake or stop in line.commas or line.words[stop] == BREAK

    def _one_figure(self, line: Line, at: int) -> bool:
        return 0 <= at < len(line.words) and line.chars[at] in self._digit
