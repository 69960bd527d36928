"""The end of a line as it may name an aircraft that was heard before: "left two ten | seven one one zulu".

One transmission alone does not tell where a value ends and a short call sign begins; the memory of a dialogue does. So
every ending of the last run of numbers and letters is given, the longest first, and whoever remembers takes his pick.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from callsigns.compiled import Compiled
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.numbers import digits, symbols
from callsigns.recognize.heard import Heard

__all__ = ["Ending", "EndingReader"]

_MOST_WORDS = 6  # "one zero seven papa" has four; no identification has more than seven characters


class Ending(NamedTuple):
    """The words ``start`` to ``end`` read as the characters ``ident``; ``whole``: no number stands before them."""

    start: int
    end: int
    ident: str
    whole: bool


class EndingReader:
    """Reads endings for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._lexicon = compiled.lexicon
        self._letters = compiled.letters
        run = "(<sign>|<number>){2,12}"
        self._run = compiled.searcher(f"{run} [<wake>] (<farewell>|<courtesy>|<greeting>|<opening>){{0,4}} <end>")
        self._last = compiled.matcher(run)

    def endings(self, line: Line) -> Iterator[Ending]:
        """The endings of the last run, the longest first; nothing where a call sign stands in it."""
        classes = self._lexicon.classes(line.words, line.commas)
        found = self._run.search(classes + self._lexicon.entity["end"])
        run = self._last(classes, found.start()) if found else None
        if run is None:
            return
        start, end = run.span()
        if any(isinstance(w, Heard) and w.start < end and w.end > start for w in line.found.values()):
            return
        for begin in range(max(start, end - _MOST_WORDS), end - 1):
            ident = self._spelled(line.words[begin:end]) if classes[begin] != CONTINUED else ""
            if len(ident) > 1:
                yield Ending(begin, end, ident, begin == start)

    def _spelled(self, words: list[str]) -> str:
        """Figures and letters in their order; the empty string when a word is neither."""
        text, numbers = "", list[str]()
        for word in [*words, ""]:
            if word in symbols() or word.isdecimal():
                numbers.append(word)
                continue
            text, numbers = text + digits(numbers), []
            if word and word not in self._letters and len(word) > 1:
                return ""
            text += self._letters.get(word, word.upper())
        return text
