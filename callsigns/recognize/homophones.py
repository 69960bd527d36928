"""Words that only sound like a digit, where nothing but a digit can stand: "maintain for thousand", "one ate zero".

>>> # turn right heading to seven zero      -> heading two seven zero
>>> # contact tower for landing             stays as it is

"to" and "for" become digits before "thousand" and "hundred", and behind "heading", "speed" and "level" when they make
three digits with those beside them; "ate" and "won" next to a digit. The digit of a call sign right behind a name
("delta to forty five") is decided where the name is known.
"""

from __future__ import annotations

import re

from callsigns.compiled import Compiled
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.numbers import symbols

__all__ = ["HomophoneReader"]


class HomophoneReader:
    """Rewrites such words in a line, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        members = compiled.lexicon.members
        digit = one_of(members("digit") + members("figure1"))
        multiplier = one_of(members("thousand") + members("hundred"))
        homophone, sure = frozenset(members("homophone")), frozenset(members("sure_homophone"))
        certain, others = one_of(homophone & sure), one_of(homophone - sure)
        asks, heading = one_of(members("asks_three_digits")), one_of(members("asks_two_figures"))
        pair = one_of(members("figure2"))
        self._digit = re.compile(
            f"{certain}(?:(?<={digit}.)|(?={digit}))"
            f"|{others}(?:(?={multiplier})|(?<={asks}.)(?={digit}{{2}}(?!{digit}))"
            f"|(?<={asks}{digit}.)(?={digit}(?!{digit}))|(?<={heading}.)(?={pair}(?!{digit})))",
            re.DOTALL,
        ).search
        self._word = {value: word for word, (symbol, value) in symbols().items() if symbol == "d"}
        self._word |= {"1": "one", "2": "two", "4": "four", "8": "eight"}
        self._class = compiled.lexicon.words

    def rewrite(self, line: Line) -> None:
        """Put the digit in the place of each word that can be nothing else."""
        found = self._digit(line.classes)
        while found is not None:
            at = found.start()
            word = self._word[symbols()[line.words[at]][1]]
            line.words[at] = word
            line.classes = line.classes[:at] + self._class[word] + line.classes[at + 1 :]
            found = self._digit(line.classes, at + 1)
