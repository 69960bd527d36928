"""Figures as they may have been said: recognizers write "1241" for "twelve forty one", "3,000" for "three thousand".

>>> # slowing all we can 3819   -> slowing all we can thirty eight nineteen
>>> # 604 position and hold     -> six oh four position and hold
>>> # gardner 210, usair 612    -> gardner two one zero, usair ..., one by one, with what was read put aside

Many forms tell a number by its words. Where nothing was read of figures, it is asked what would be of these words; it
counts when it begins and ends where the figures of one word begin and end.
"""

from __future__ import annotations

from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.line import Line
from callsigns.numbers import symbols

__all__ = ["AsSaid", "Said"]

_THOUSAND: Final = 3  # figures behind the comma
_MOST: Final = 4  # figures that are said in groups


class Said:
    """A line with words for its figures; ``of``: for each word the one of which it was made."""

    def __init__(self, line: Line, of: list[int]) -> None:
        self.line, self._of = line, of

    def written(self, start: int, end: int) -> tuple[int, int] | None:
        """The words ``start`` to ``end`` in the line as it is written; nothing where they begin or end within one."""
        of = self._of
        first, last = of[start], of[end - 1]
        within = (start and of[start - 1] == first) or of[end : end + 1] == [last]
        return None if within else (first, last + 1)


class AsSaid:
    """Makes such lines, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        said = [*reversed(symbols().items())]
        self._single = {figure: word for word, (kind, figure) in said if kind in "od"}
        self._pair = {figures: word for word, (kind, figures) in said if kind in "tT"}
        self._many = {len(zeros): word for word, (kind, zeros) in said if kind in "HK"}
        members = compiled.lexicon.members
        self._class_of = compiled.lexicon.class_of
        self.long = frozenset(members("figure3") + members("figure4"))
        self.figures = self.long.union(members("figure1") + members("figure2") + members("comma_figure"))

    def line(self, line: Line, before: list[str], *, grouped: bool) -> Said:
        """The line with words for its figures, ``grouped`` or one by one; its classes were ``before`` until then."""
        words: list[str] = []
        chars: list[str] = []
        of: list[int] = []
        commas: list[int] = []
        for at, (word, char) in enumerate(zip(line.words, before, strict=True)):
            said = self._said(word, grouped=grouped) if char in self.figures else None
            if at in line.commas:
                commas.append(len(words))
            words += said or [word]
            chars += [char] if said is None else map(self._class_of, said)
            of += [at] * (len(words) - len(of))
        starts, ends = [line.starts[at] for at in of], [line.ends[at] for at in of]
        return Said(Line(line.text, words, "".join(chars), starts, ends, frozenset(commas), chars), of)

    def _said(self, word: str, *, grouped: bool) -> list[str] | None:
        thousands, _, rest = word.partition(",")
        if rest:
            return self._thousands(thousands, rest)
        size = len(word)
        if not grouped or word[0] == "0" or size == 1:
            return [self._single[figure] for figure in word]
        if size > _MOST or word.endswith("00"):
            return None
        first = [self._single[word[0]]] if size % 2 else []
        return [*first, *(said for at in range(size % 2, size, 2) for said in self._two(word[at : at + 2]))]

    def _thousands(self, thousands: str, rest: str) -> list[str] | None:
        """ "3,500" is three thousand five hundred."""
        if len(thousands) > 2 or len(rest) != _THOUSAND or not rest.endswith("00"):
            return None
        hundreds = [] if rest[0] == "0" else [self._single[rest[0]], self._many[_THOUSAND - 1]]
        return [*self._two(thousands), self._many[_THOUSAND], *hundreds]

    def _two(self, figures: str) -> list[str]:
        """ "41" is forty one, "06" is zero six."""
        if figures in self._pair:
            return [self._pair[figures]]
        tens = f"{figures[0]}0"
        if len(figures) > 1 and tens in self._pair:
            return [self._pair[tens], self._single[figures[1]]]
        return [self._single[figure] for figure in figures]
