"""Which words of a row of numbers are which of the values that were said.

>>> # said 160 and 3000: "one six zero three thousand"  -> [one six zero] [three thousand]
>>> # said 170 and 3000: "one six zero three thousand"  -> one six zero   [three thousand]: left over, heard for 170

A value is found where its words border on another value or on the end of the row, in a short form too ("nineteen eight"
for 119.8); in full also beside a longer rest, which may be a value that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from callsigns.numbers import prefixes, symbols
from callsigns.readback.values import SIGNS, Named, readings, said_figures, spoken

__all__ = ["Tile", "tiles"]

_REST: Final = 3  # words: so many beside a value are a value of their own; fewer belong to it and change it
_MOST_WORDS: Final = 16  # of a row; what is longer is no readback
_MOST_VALUES: Final = 8
_LONGEST: Final = 8  # words of one value: "one two seven decimal eight two five"
_PLAIN: Final = frozenset("do")
_SIMPLE: Final = frozenset("dotT")


class Tile(NamedTuple):
    """The words ``start`` to ``end`` of the row are value number ``value``."""

    start: int
    end: int
    value: int


class _Found(NamedTuple):
    matched: int
    used: int
    tiles: tuple[Tile, ...]


_NOTHING: Final = _Found(0, 0, ())


def tiles(words: Sequence[str], values: Sequence[Named]) -> tuple[Tile, ...]:
    """The best tiling: most values, then most words."""
    words, values = words[:_MOST_WORDS], values[:_MOST_VALUES]
    forms = [spoken(value) for value in values]
    for text in readings(words) if len(words) <= _LONGEST else ():  # most rows are one value
        figures = said_figures(text)
        for number, (exact, short) in enumerate(forms):
            if figures in exact or figures in short:
                return (Tile(0, len(words), number),)
    row = _Row(words, forms)
    found = row.best(0, 0, solid=True, need_solid=False)
    return found.tiles if found is not None else ()


class _Row:
    """One row of number words against the values that are looked for, each as the figures with which it is said."""

    def __init__(self, words: Sequence[str], forms: Sequence[tuple[frozenset[str], frozenset[str]]]) -> None:
        self._words, self._forms = words, forms
        self._exact: dict[tuple[int, int], list[int]] = {}
        self._short: dict[tuple[int, int], list[int]] = {}
        known = symbols()
        plain = all(known.get(word, ("?", ""))[0] in _SIMPLE for word in words)
        for start in range(len(words)):
            part = words[start : start + _LONGEST]
            if plain:
                for reading in prefixes(part):
                    self._compare(start, start + reading.words, reading.text)
            else:
                for size in range(1, len(part) + 1):
                    for text in readings(part[:size]):
                        self._compare(start, start + size, said_figures(text))
        self._starts = {start for start, _ in [*self._exact, *self._short]}
        self.best = cache(self._best)

    def _compare(self, start: int, end: int, figures: str) -> None:
        for number, (exact, short) in enumerate(self._forms):
            if figures in exact:
                self._exact.setdefault((start, end), []).append(number)
            elif figures in short:
                self._short.setdefault((start, end), []).append(number)

    def _best(self, at: int, taken: int, *, solid: bool, need_solid: bool) -> _Found | None:
        """``taken``: the values used before, as bits; ``solid``: a value or the end of the row stands right before."""
        if at == len(self._words):
            return _NOTHING
        found = [self._after_rest(at, taken)] if solid and not need_solid else []
        if at in self._starts:
            for end in range(at + 1, min(len(self._words), at + _LONGEST) + 1):
                found += self._with_value(at, end, taken, solid=solid)
        legal = [f for f in found if f is not None]
        return max(legal, key=lambda f: (f.matched, f.used)) if legal else None

    def _after_rest(self, at: int, taken: int) -> _Found | None:
        """Words that are no value: to the end of the row, or before the next value."""
        found: list[_Found | None] = [_NOTHING if at == 0 or self._is_rest(at, len(self._words)) else None]
        for end in range(at + 1, len(self._words)):
            if end in self._starts and self._is_rest(at, end):
                found.append(self.best(end, taken, solid=False, need_solid=False))
        legal = [f for f in found if f is not None]
        return max(legal, key=lambda f: (f.matched, f.used)) if legal else None

    def _is_rest(self, start: int, end: int) -> bool:
        if start and self._words[start] in SIGNS:
            return False  # "two one one | decimal one": a value goes on
        known = symbols()
        before_sign = self._words[end - 1] if self._words[end : end + 1] and self._words[end] in SIGNS else ""
        if known.get(before_sign, ("?", ""))[0] in _SIMPLE:
            return False  # "one one nine | decimal seven", of 118.7
        if end - start >= _REST:
            return True
        return any(known.get(word, ("?", ""))[0] not in _PLAIN for word in self._words[start:end])

    def _with_value(self, start: int, end: int, taken: int, *, solid: bool) -> list[_Found | None]:
        found: list[_Found | None] = []
        short = self._short.get((start, end), ()) if solid else ()
        for need_solid, numbers in ((False, self._exact.get((start, end), ())), (True, short)):
            for number in numbers:
                if taken >> number & 1:
                    continue
                rest = self.best(end, taken | 1 << number, solid=True, need_solid=need_solid)
                if rest is not None:
                    tile = Tile(start, end, number)
                    found.append(_Found(rest.matched + 1, rest.used + end - start, (tile, *rest.tiles)))
                break
        return found
