"""What a number leaves behind it: "delta four sixty two | one two thousand", "northwest eight | four miles".

Speech has no mark between the number of a flight and the value behind it. Of all places where the number may end, the
one counts whose rest is a quantity that people say so: heights of ten thousand feet and more begin with "one", speeds
and winds end with a zero, a runway has two figures, hardly anybody is eighty four miles out. The forms stand in
``callsigns.toml`` by how readily one hears them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from callsigns.forms.compiled import Compiled, Matcher
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, one_of
from callsigns.once import once
from callsigns.tokens import Memory

__all__ = ["SUREST", "Remainders", "Weigh"]

# How readily one hears a certain quantity behind an identification: natural logarithms.
_FORMS: Final = {
    "remainder_sure": -2.5, "remainder_likely": -3.5, "remainder_possible": -5.0, "remainder_rare": -7.5,
}  # fmt: skip
SUREST: Final = max(_FORMS.values())
_WHOLE: Final = -3.0  # something other than a number
_BARE: Final = -6.0, -8.0  # a number without a unit: a short one, a longer one
_PRESSURE: Final = -5.5  # "csa seven five four one zero one four": a longer one that is a pressure
_ODD: Final = -7.0, -2.5  # a number that is no quantity of any kind, and each of its words
_SECOND: Final = -1.0  # one more quantity behind a height
_POINT: Final = -4.0  # "u s air two eighty two point nine": the rest of a frequency
_SHORT: Final = 2
_DIGIT_AND_HUNDRED: Final = 2  # words
_MOST: Final = 40  # number words: no form takes as many; what is looked at must not grow with the line
_LEFT: Final = -3.0  # "delta seven one three | six point four for two": the height that is left
_NOTHING: Final = ("(?!)",)
_CARRIED: Final = -9.0  # "united fifteen twelve right cleared to land": the words behind want a number

# The word at which an identification of so many characters would end -> how well the line goes on.
Weigh = Callable[[int, int], "float | None"]


class Remainders:
    """Weighs for one grammar."""

    _bare = matching("<number_behind>")
    _pressure = matching("<pressure_behind>")
    _point = matching("<point_alone>")
    _carried = matching("<carried>")
    _point_left, _left = matching("<height_in_tenths>"), matching("<left>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        listed = compiled.lexicon.listed
        self._end = compiled.lexicon.entity["end"]
        self._thousand, self._multiplier = listed("thousand"), listed("hundred", "thousand")
        self._dangling = listed("hundred", "thousand", "dangling")
        self._knots, self._side = listed("kt"), listed("side_of_runway")
        self._plain = listed("digit", "teen", "tens", "figure1", "figure2", "figure3", "figure4")
        self._numbers = searchable(f"{one_of(self._plain.union(CONTINUED))}{{0,{_MOST}}}").match
        self._behind = Memory(self._fitting).__getitem__
        self._carry = compiled.compile.first("<carried>")

    @once
    def _alternatives(self) -> list[list[tuple[str, frozenset[str], bool]]]:
        """Of each form, with the words that may stand behind the numbers it begins with."""
        return [self._compiled.compile.each(name, self._plain) for name in _FORMS]

    def _fitting(self, word: str) -> Matcher:
        """The forms in which ``word`` may stand behind plain numbers, with an empty group behind each; made when a line
        first has it there, for all of them together are the longest expression of the grammar."""
        fitting = [[form for form, behind, over in each if over or word in behind] for each in self._alternatives]
        return searchable("|".join(f"(?:{'|'.join(forms or _NOTHING)})()" for forms in fitting)).match

    def wants(self, classes: str, run: int) -> bool:
        """The word ``run``, behind a run of number words, makes a quantity of the number, or may do so."""
        word = classes[run : run + 1]
        return word in self._dangling or self._carries(classes, run)

    def _carries(self, classes: str, run: int) -> bool:
        """ "left cleared to land", "until five miles": they want a number in front."""
        word = classes[run : run + 1]
        return word in self._carry and self._carried(classes + self._end, run) is not None

    def _found(self, classes: str, at: int) -> re.Match[str] | None:
        """The first form that fits at word ``at``."""
        behind = self._numbers(classes, at).end()  # type: ignore[union-attr]  # there may be none
        match: Matcher = self._behind(classes[behind : behind + 1])
        return match(classes, at)

    def quantity(self, classes: str, at: int, run: int = 0) -> float | None:
        """How readily one hears the quantity that begins at word ``at`` and takes all number words up to ``run``,
        ``None`` where there is none."""
        found = self._found(classes, at)
        return None if found is None or found.end() < run else _WEIGHTS[(found.lastindex or 1) - 1]

    def begins(self, classes: str, at: int) -> bool:
        """Whether a quantity begins at word ``at`` of the line."""
        return at < len(classes) and self.quantity(classes + self._end, at) is not None

    def _two(self, classes: str, at: int, run: int) -> float | None:
        """The same for a height with another quantity behind it: "ten thousand | two ten knots"."""
        found = self._found(classes, at)
        for end in range(found.end(), at, -1) if found is not None else ():
            low = end - at == _DIGIT_AND_HUNDRED and classes[end - 1] not in self._thousand
            if low or classes[end - 1] not in self._multiplier:
                continue  # "thirty | one hundred | one thirty three point": no height
            if (weight := self.quantity(classes, end, run)) is not None:
                return weight + _SECOND
        return None

    def behind(self, classes: str, run: int) -> Weigh:
        """For the number words that end at word ``run``: how well the line goes on behind any of them."""
        dangles = run < len(classes) and classes[run] in self._dangling
        carried = not dangles and self._carries(classes, run)
        sided = run < len(classes) and classes[run] in self._side  # "two five zero four | two two left"
        classes += self._end
        leaves = dangles and self._point_left(classes, run) is not None
        flown = dangles and classes[run] in self._knots  # "forty nine fifty | two hundred knots": of no height

        def weigh(end: int, size: int) -> float | None:
            if end >= run:
                if dangles:
                    return _POINT if self._point(classes, run) is not None else None
                return _CARRIED if carried else _WHOLE
            if classes[end] in self._dangling:
                return None
            if leaves:
                left = self._left(classes, end)
                return _LEFT if left is not None and left.end() == run else None
            weight = self.quantity(classes, end, run + flown)
            if weight is not None:
                return weight
            if dangles:
                return self._two(classes, end, run)
            # "delta one two three four five": nobody has a short number and then a value without a unit
            bare = self._bare(classes, end) if size > _SHORT and not (carried or sided) else None
            if bare is not None and bare.end() >= run:
                return self._unnamed(classes, end, run)
            # "united five seven six heading": who breaks off there has not said an odd heading
            return (_CARRIED if carried else 0) + _ODD[0] + _ODD[1] * (run - end)

        return weigh

    def _unnamed(self, classes: str, at: int, run: int) -> float:
        """How readily one hears the number ``at`` to ``run`` without a word that tells what it is."""
        if run - at <= _SHORT + 1:
            return _BARE[0]
        pressure = self._pressure(classes, at)
        return _BARE[1] if pressure is None or pressure.end() < run else _PRESSURE


_WEIGHTS: Final = tuple(_FORMS.values())
