"""Words that were said or written twice, as people do who stammer; not those that people do say twice.

>>> # "turn turn left"                  ->  the first "turn" is left out
>>> # "cleared for for takeoff"         ->  the first "for"
>>> # "climb and climb and maintain"    ->  the first "climb and", for it asks for more
>>> # "mayday mayday", "bye bye", "two two", "benghazi benghazi"  ->  as they stand
"""

from __future__ import annotations

import re
from itertools import pairwise
from operator import eq
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import ending, far
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import is_place
from callsigns.lexicon import CONTINUED, one_of
from callsigns.line import Line

__all__ = ["StammerReader"]

_MOST: Final = 4  # words of a phrase
_TWICE: Final = (
    "digit", "teen", "tens", "hundred", "thousand", "repeat", "figure1", "figure2", "figure3", "figure4",
    "figure5", "letter", "single", "homophone", "greeting", "farewell", "courtesy", "opening", "break",
    "distress_call", "urgency_call", "said_twice",
)  # fmt: skip


class StammerReader:
    """Finds them with one grammar."""

    _turns = ending("(turn|turning)")
    _asks_more = ending(
        "(<asks_more>|is|can|could|we|and (maintain|hold)|(turn|turning) (left|right)|contact <answering_unit>)"
    )

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._lexicon = lexicon = compiled.lexicon
        self.said_twice = lexicon.listed(*_TWICE) | {CONTINUED}
        self._number = lexicon.listed("digit", "teen", "tens", "hundred", "thousand", "figure1", "figure2", "homophone")
        self._telephony, self._figure = lexicon.listed("telephony"), lexicon.listed("digit", "teen", "tens")
        self._and, self._homophone, self._side = map(lexicon.listed, ("and", "homophone", "side_of_runway"))
        spaced = [one_of(members) for members in (lexicon.members("figure1", "figure2"), lexicon.members("figure3"))]
        spaced.append(one_of(lexicon.members("ft", "m")))
        twice = "".join(map(re.escape, sorted(self.said_twice - self._and - self._homophone - self._side)))
        said = self.said_twice - lexicon.listed("said_twice", "repeat") | lexicon.listed("digit", "letter", "single")
        counted = "".join(map(re.escape, sorted(said - self._and - self._homophone - self._side)))
        phrase = rf"[^{counted}]{{2,{_MOST}}}"
        # A class twice, a few of them twice, or a number whose thousands stand apart.
        self.doubled = searchable(rf"([^{twice}])\1|({phrase})\2|{''.join(spaced)}")
        self._doubled_phrase = searchable(rf"(?=({phrase})\1)")

    def first(self, line: Line) -> set[int]:
        """The first of words that were said or written twice, "turn turn left"; not of those that people do say twice
        or often, nor of numbers and letters."""
        words, at_end = line.words, len(line.words) - 1
        again: set[int] = set()
        if not any(map(eq, words, words[1:])):
            return again
        for at, (first, second) in enumerate(pairwise(words)):
            if first != second or (is_place(first) and not self._is_flown(line, at + 1)):
                continue
            twice = not self.said_twice.isdisjoint((line.chars[at + 1], self._lexicon.class_of(second)))
            if twice and not self._stammers(line, at):
                continue  # "pan pan", "no no | sorry": of a phrase, or by itself
            often = (at and words[at - 1] == first) or (at + 1 < at_end and words[at + 2] == first)
            if not often and line.text[line.ends[at] : line.starts[at + 1]].isspace():
                again.add(at + (line.chars[at] == CONTINUED))
        return again

    def begun_anew(self, line: Line) -> set[int]:
        """The words of a phrase that asks for more and was begun twice, "turn left turn left heading"; an order that is
        whole is given twice: "go around go around"."""
        again: set[int] = set()
        for found in self._doubled_phrase.finditer(line.classes):
            start, stop = found.span(1)
            size = stop - start
            same = line.words[start:stop] == line.words[stop : stop + size]
            if same and stop + size < len(line.words) and self._asks_more.search(line.classes, far(stop), stop):
                again.update(range(start, stop))
        return again

    def _stammers(self, line: Line, at: int) -> bool:
        """ "via kilo and and bravo", "cleared for for takeoff", "turn left left heading": the word ``at`` and the next,
        no figures and no two orders."""
        char = line.chars[at]
        if char in self._homophone:
            around = {*line.chars[at - 1 : at], *line.chars[at + 2 : at + 3]}
            return at + 2 < len(line.words) and self._number.isdisjoint(around)
        return char in self._and or (char in self._side and self._turns.search(line.classes, far(at), at) is not None)

    def _is_flown(self, line: Line, at: int) -> bool:
        """A telephony before a number: "swiss swiss four two", while "benghazi benghazi" calls."""
        return line.chars[at] in self._telephony and not self._figure.isdisjoint(line.chars[at + 1 : at + 2])
