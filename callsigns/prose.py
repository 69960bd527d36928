"""Ordinary English, which nobody says on the radio: several words of it that belong to nothing of the trade.

>>> # "Preheat the oven to 350 degrees and bake for 25 minutes."   ->  prose (preheat, oven, bake of ten words)
>>> # "american twelve the coffee is cold, descend four thousand"  ->  none: one such word, and somebody is called

Bookish are the words of ``ordinary_words.txt`` that no form and no list of the grammar knows, and those listed as such.
"""

from __future__ import annotations

import re
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import one_of
from callsigns.line import Line
from callsigns.once import once
from callsigns.records import Message, Transmission

__all__ = ["ProseFinder"]

_PLAIN: Final = ("ordinary", "point_word", "nameable")
# Of 5,416 lines without a call sign that were really said, or might be, three have as many; of those with a name none.
_LEAST: Final = 2
_SHARE: Final = 0.12
_SHARE_OF_NAMED: Final = 0.2
_ENDS: Final = searchable(r"[.!?][\"'”’)]?\s*\Z")


class ProseFinder:
    """Answers for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._parties = compiled.lexicon.listed("callsign", "facility")
        self._unknown = compiled.lexicon.words.shapes["unknown"]

    @once
    def _bookish(self) -> frozenset[str]:
        lexicon = self._compiled.lexicon
        return lexicon.only(*_PLAIN) | lexicon.listed("bookish")

    @once
    def _one(self) -> re.Pattern[str]:
        return searchable(one_of(self._bookish))

    def is_prose(self, line: Line) -> bool:
        """Whether so much of a recognized line is ordinary English that nothing of it was said on the radio."""
        found = self._one.search(line.classes)
        if found is None:
            return False
        words = len(line.chars)
        bookish = sum(map(self._bookish.__contains__, line.chars))
        if not self._parties.isdisjoint(line.chars):
            return bookish >= _LEAST and bookish >= _SHARE_OF_NAMED * words
        if bookish < _LEAST and _ENDS.search(line.text) and not line.one_case:
            bookish += self._small_unknown(line)
        return bookish >= _LEAST and bookish >= _SHARE * words

    def record(self, line: Line) -> Transmission:
        """Nobody is called, and nothing is meant that the trade has a name for."""
        start, end = line.starts[0], line.ends[-1]
        return Transmission(line.text, messages=(Message(line.text[start:end], start, end, "other"),))

    def _small_unknown(self, line: Line) -> int:
        """Words that no table knows, written small in a sentence: no names."""
        # A word that was cut off keeps its place, and is no word of the line any more.
        starts = [start for start, char in zip(line.starts, line.chars, strict=False) if char == self._unknown]
        return sum(line.text[start].islower() for start in starts)
