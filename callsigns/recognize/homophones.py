"""Words that only sound like a digit, where nothing but a digit can stand: "maintain for thousand", "one ate zero".

>>> # turn right heading to seven zero      -> heading two seven zero
>>> # contact tower for landing             stays as it is

"to" and "for" become digits before "thousand" and "hundred", and behind "heading" when two digits follow; "ate" and
"won" next to a digit. The digit of a call sign right behind a name ("delta to forty five") is decided where the name is
known.
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
        self._homophone = frozenset(members("homophone"))
        self._homophones = re.compile(one_of(self._homophone))
        self._sure = frozenset(members("sure_homophone"))
        self._digit = frozenset(members("digit") + members("figure1"))
        self._multiplier = frozenset(members("thousand") + members("hundred"))
        self._asks = frozenset(members("asks_three_digits"))
        self._word = {value: word for word, (symbol, value) in symbols().items() if symbol == "d"}
        self._word |= {"1": "one", "2": "two", "4": "four", "8": "eight"}
        self._class = compiled.lexicon.words

    def rewrite(self, line: Line) -> None:
        """Put the digit in the place of each word that can be nothing else."""
        if self._homophones.search(line.classes) is None:
            return
        for at, char in enumerate(line.classes):
            if char in self._homophone and self._is_digit(line.classes, at):
                word = self._word[symbols()[line.words[at]][1]]
                line.words[at] = word
                line.classes = line.classes[:at] + self._class[word] + line.classes[at + 1 :]

    def _is_digit(self, classes: str, at: int) -> bool:
        before, behind = classes[at - 1] if at else "", classes[at + 1 : at + 2]
        if classes[at] in self._sure:
            return bool(before and before in self._digit) or bool(behind and behind in self._digit)
        if behind and behind in self._multiplier:
            return True
        two = classes[at + 1 : at + 3]
        three = classes[at + 3 : at + 4]
        return (
            bool(before) and before in self._asks and len(two) == 2 and self._digit.issuperset(two)
            and not (three and three in self._digit)
        )  # fmt: skip
