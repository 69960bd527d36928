"""The values of an answer, those with a name and the bare numbers between the words.

>>> # four thousand one zero two two klm five five tango    -> numbers 4000 and 1022 (no call sign)
>>> # left two nine zero csa five six one                   -> heading 290, or the number 290

A readback drops units and verbs, so a value that was said is looked for among the numbers, too.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from callsigns.line import Line
from callsigns.numbers import symbols
from callsigns.readback.tiling import tiles
from callsigns.readback.values import (
    SIGNS,
    Named,
    comparable,
    figures_of,
    is_place,
    number_like,
    one_edit,
    readings,
    same,
)
from callsigns.recognize.value import Quantity
from callsigns.recognize.value.names import side, signs_of

__all__ = ["HeardValues"]

_JOINS: Final = frozenset(("to", "for", "too"))  # between numbers; a recognizer writes them for two and four, too
_NO_NUMBERS: Final = frozenset(("to", "too", "for", "fore", "won", "ate"))
_NAMED_ONLY: Final = frozenset(("distance",))  # a bare number is seldom meant for one
_OTHER: Final = 2  # figures that are a number of their own: a runway
_SPELLED: Final = 6  # words of a spelled name


class HeardValues:
    """What can be compared in one answer; a value that was found is not found twice."""

    def __init__(
        self, line: Line, letters: Mapping[str, str], aside: Sequence[tuple[int, int]] = (), own: str = ""
    ) -> None:
        """``aside``: where call signs stand, as offsets: no values; ``own``: the figures of the speaker."""
        self._own = own
        self._letters = letters
        self._words, self._commas = line.words, line.commas
        self._kept = [True] * len(line.words)
        for start, end in aside:
            first, last = bisect_right(line.ends, start), bisect_left(line.starts, end)
            self._kept[first:last] = [False] * (last - first)
        self._free = self._kept[:]
        quantities = [w for w in line.found.values() if isinstance(w, Quantity)]
        self._named = [q for q in sorted(quantities) if all(self._kept[q.start : q.end])]

    def without_equal(self, said: Sequence[Named]) -> list[Named]:
        """The values of ``said`` that the answer does not have."""
        missed = [value for value in said if not self._take(value)]
        missed = [value for value in missed if not (_is_name(value) and self._take_name(value))]
        if missed:
            missed = self._tiled(missed, joins=False)
        if missed and not _JOINS.isdisjoint(self._words):
            missed = self._tiled(missed, joins=True)
        return missed

    def instead_of(self, value: Named) -> int | float | str | None:
        """What was heard in the place of ``value``: another value of its kind, else a number of its size."""
        for at, other in enumerate(self._named):
            if (
                other.quantity == value.quantity
                and other.value != value.value  # more figures stand beside it
                and not self._is_left(at)
                and comparable(value, other)
                and all(self._free[other.start : other.end])
            ):
                self._use(other.start, other.end)
                return None if self._is_cut(value, str(other.value), other.end) else other.value
        return None if _is_name(value) or value.quantity in _NAMED_ONLY else self._number_like(value)

    def _is_left(self, at: int) -> bool:
        """ "(nine) for four": the height that one comes from."""
        one, *others = self._named[at : at + 2]
        return (
            any(o.quantity == one.quantity and one.end + 1 == o.start for o in others)
            and self._words[one.end] in _JOINS
        )

    def _is_cut(self, value: Named, figures: str, end: int) -> bool:
        """ "descending flight level one zero", of one hundred: a recording that ends inside the value."""
        alone = end == len(self._words) and all(self._kept)
        return alone and figures_of(value).startswith(figures)

    def is_unclear(self, value: Named) -> bool:
        """Something of its kind was heard that cannot be compared: a navigation aid by its name, or by its letters."""
        return any(o.quantity == value.quantity and not comparable(value, o) for o in self._named) or (
            value.quantity == "waypoint" and self._spells_something()
        )

    def _use(self, start: int, end: int) -> None:
        self._free[start:end] = [False] * (end - start)

    def _take(self, value: Named) -> bool:
        """Unless a figure stands beside it, which may belong to it, or its own words to that figure.

        Two are a number of their own ("two six | eighteen one": a runway, a frequency).
        """
        for q in self._named:
            if q.quantity == value.quantity and same(value, q) and all(self._free[q.start : q.end]):
                touched = 1 in (self._numbers_beside(q.start - 1, -1), self._numbers_beside(q.end, 1))
                if (touched and _is_number(self._words[q.start])) or self._begins_with_zero(q):
                    continue
                self._use(q.start, q.end)
                return True
        return False

    def _numbers_beside(self, at: int, step: int) -> int:
        count = 0
        while count < _OTHER and self._numeric(at + step * count):
            count += 1
        return count

    def _begins_with_zero(self, q: Quantity) -> bool:
        """ "level zero nine": its value is 9, and what was meant its figures tell."""
        numbers = (w for w in self._words[q.start : q.end] if _is_number(w))
        return q.quantity == "altitude" and symbols().get(next(numbers, ""), ("", ""))[0] == "o"

    def _numeric(self, at: int) -> bool:
        return 0 <= at < len(self._words) and self._free[at] and _is_number(self._words[at])

    def _take_name(self, value: Named) -> bool:
        """A name, or one spelled: "charlie five" is C5."""
        name, words = str(value.value).upper(), self._words
        for start in range(len(words)):
            for end in range(start + 1, start + _SPELLED + 1):
                if "".join(signs_of(words[start:end], self._letters)) == name and all(self._kept[start:end]):
                    self._use(start, end)
                    return True
        return False

    def _spells_something(self) -> bool:
        """Three alphabet words in a row."""
        pairs = zip(self._words, self._kept, strict=True)
        return "aaa" in "".join("a" if kept and word in self._letters else " " for word, kept in pairs)

    def _tiled(self, values: list[Named], *, joins: bool) -> list[Named]:
        """The values that are no part of a row of numbers; ``joins``: "to" and "for" are read as figures."""
        for row in list(self._rows(joins=joins)):
            wanted, found = [v for v in values if not _is_name(v)], []
            for tile in tiles([self._words[at] for at in row], wanted):
                value, first, last = wanted[tile.value], row[tile.start], row[tile.end - 1]
                if not is_place(value) or self._has_side(value, last + 1):
                    self._use(first, last + 1)
                    found.append(value)
            values = [v for v in values if not any(v is f for f in found)]
        return values

    def _has_side(self, value: Named, at: int) -> bool:
        letter = str(value.value)[-1]
        return letter.isdigit() or letter == self._side(at)

    def _side(self, at: int) -> str:
        return side(self._words[at]) if at < len(self._words) else ""

    def _rows(self, *, joins: bool) -> Iterator[list[int]]:
        """Number words that are free, in rows."""
        row: list[int] = []
        for at, word in enumerate([*self._words, ""]):
            number = bool(word) and self._free[at] and (_is_number(word) or (bool(row) and word in SIGNS))
            number = number or (joins and bool(row) and word in _JOINS and self._free[at])
            number = number or (word in SIGNS and self._free[at])
            if number and not (at in self._commas and row):
                row.append(at)
                continue
            if row:
                yield row
            row = [at] if number else []

    def _is_sure(self, q: Quantity) -> bool:
        """The words beside it tell what it is: "speed | one eight zero", "three four right"."""
        return self._words[q.start - 1 : q.start] == [q.quantity] or bool(side(self._words[q.end - 1]))

    def _is_own(self, words: list[str]) -> bool:
        """The speaker's call sign, misheard ("one three two" by AFR1382) or cut off ("zero | eight seven ni")."""
        own, alone = self._own, len(words) == len(self._words) > 2
        cut = all(self._kept) and self._words[-len(words) :] == words
        heads = tuple([own[:size] for size in range(2, len(own))]) if cut else ()
        texts = list(readings(words))
        return any(text == own or text.endswith(heads) or (alone and one_edit(text, own)) for text in texts)

    def _number_like(self, value: Named) -> int | float | str | None:
        """A number that is left over and may have been meant; of two levels the later one ("nine for six")."""
        others = [q for q in self._named if q.quantity != value.quantity and self._is_sure(q)]
        taken = {at for q in others for at in range(q.start, q.end)}  # "speed one eight zero" is a speed
        rows = [row for row in self._rows(joins=False) if not (taken and taken.issuperset(row))]
        for row in reversed(rows) if value.quantity == "altitude" else rows:
            words = [self._words[at] for at in row]
            other = number_like(value, words) if not self._is_own(words) else None
            if other is not None:
                self._use(row[0], row[-1] + 1)
                return f"{other}{self._side(row[-1] + 1)}" if is_place(value) else other
        return None


def _is_name(value: Named) -> bool:
    return isinstance(value.value, str) and not value.value[:1].isdigit()


def _is_number(word: str) -> bool:
    return (word in symbols() and word not in _NO_NUMBERS) or word[:1].isdigit()
