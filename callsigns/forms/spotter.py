"""Which entries of a grammar match anywhere in a line: one step a word for all of them together.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "to"])
>>> spotter = Spotter({"order": ["climb [to] <digit>"], "number": ["<digit>{2}"]}, lexicon, {})
>>> sorted(spotter.every(lexicon.classes("climb to two four".split())))
['number', 'order']

An ``Automaton`` that begins every form that it can at every word, as in the search of Aho and Corasick (1975).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Final

from callsigns.forms.automaton import Automaton
from callsigns.lexicon import CONTINUED, Lexicon

__all__ = ["Spotter"]

_MOST_STATES: Final = 20_000


class _Place:
    """A set of the automaton's states, the entries that are complete there, one bit each, and where classes lead."""

    __slots__ = ("asks", "complete", "inside", "to")

    def __init__(self, inside: frozenset[int], complete: int) -> None:
        self.inside, self.complete = inside, complete
        self.asks: int | None = None  # the atoms that lead on, once a line has needed them
        self.to: dict[str, _Place] = {CONTINUED: self}


class Spotter(Automaton):
    """Entries of a grammar, to be found wherever they stand; immutable but for what it remembers."""

    __slots__ = ("_first", "_none", "_places")

    def __init__(
        self, entries: Mapping[str, Iterable[str]], lexicon: Lexicon, defines: Mapping[str, str], *,
        good: Container[str] = (), shipped: str = "", ahead: float = 0,
    ) -> None:  # fmt: skip
        super().__init__(entries, lexicon, defines, good=good, shipped=shipped, ahead=ahead)
        self._places: dict[frozenset[int], _Place] = {}
        self._first: dict[str, _Place] = {}  # class -> where the forms are that begin with it
        self._none = self._place(frozenset())

    def every(self, classes: str) -> set[str]:
        """All entries that match somewhere."""
        return set(self.named(self.found(classes)))

    def found(self, classes: Iterable[str]) -> int:
        """The same, one bit each."""
        found, place = 0, self._none
        for char in classes:
            try:
                place = place.to[char]
            except KeyError:
                place = self._next(place, char)
            if place.complete:
                found |= place.complete
        return found

    def named(self, found: int) -> list[str]:
        """The names of entries that were found, in the order of the grammar."""
        names = []
        while found:
            lowest = found & -found
            names.append(self.names[lowest.bit_length() - 1])
            found ^= lowest
        return names

    def bits(self, names: Iterable[str]) -> int:
        """The same back again."""
        return sum(1 << self.names.index(name) for name in names)

    def _next(self, place: _Place, char: str) -> _Place:
        after = self._first.get(char) or self._first_place(char)
        if place.asks is None:
            place.asks = self._asked(place.inside)
        kinds = self._kinds[char] & place.asks
        behind = self._closure(self._reached(place.inside, kinds)) if kinds else frozenset[int]()
        if char in self._in_words:
            behind |= self._through(place.inside, self._in_words[char])
        if behind:
            after = self._place(after.inside | behind)
        place.to[char] = after
        return after

    def _first_place(self, char: str) -> _Place:
        begun = self._begin(char)
        first = self._first[char] = self._place(begun)
        return first

    def _place(self, inside: frozenset[int]) -> _Place:
        known = self._places.get(inside)
        if known is None:
            if len(self._places) >= _MOST_STATES:
                self._places.clear()
                self._first.clear()
                self._none = _Place(self._none.inside, self._none.complete)
            complete = sum(1 << entry for entry in {self._accepts[s] for s in inside if s in self._accepts})
            known = self._places[inside] = _Place(inside, complete)
        return known
