"""Figures that were said one by one, as recognizers write them: with hyphens or commas between them.

>>> # heading 0-9-0, level 3,5,0   -> heading zero nine zero, level three five zero
>>> # 1-2-7-point-8-5              -> one two seven point eight five
>>> # 8, 7, 9, descending          -> eight seven nine, descending
>>> # maintain 1-70 to the marker  -> maintain one seventy to the marker
>>> # Delta 12-47, 2, 3 miles      stay as they are
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.numbers import symbols
from callsigns.recognize.value.spoken import points
from callsigns.tokens import Words

__all__ = ["FigureReader"]

_JOINS: Final = frozenset(("-", ",", ", "))
_HYPHEN: Final = "-"
_BLANKS: Final = re.compile(" +")
_ONE_BY_ONE: Final = 3  # figures: nobody writes so many with marks between them but what was said one by one


class FigureReader:
    """Writes such figures as the words that were said, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        said = [*reversed(symbols().items())]
        self._figures = {figure: word for word, (kind, figure) in said if kind in "od"}
        self._points = points()
        self._said = {**self._figures, **{word: word for word in self._points}}
        self._tens = {figures: word for word, (kind, figures) in said if kind in "tT"}
        self._miles = frozenset(compiled.grammar.section("words").get("NM", ()))

    def read(self, text: str, found: Words) -> Words | None:
        """The words with such figures as they were said; nothing where there are none."""
        words = found.words
        if sum(word in self._figures for word in words) < _ONE_BY_ONE and _HYPHEN not in text:
            return None
        commas, changed = found.commas, False
        for first, end in self._runs(text, found):
            if end - first >= _ONE_BY_ONE:
                words[first:end] = [self._said[word] for word in words[first:end]]
                commas, changed = commas.difference(range(first + 1, end)), True
            elif end - first == 1 and self._with_tens(text, found, first):
                words[first : end + 1] = [self._figures[words[first]], self._tens[words[end]]]
                changed = True
        return found._replace(commas=commas) if changed else None

    def _runs(self, text: str, found: Words) -> Iterator[tuple[int, int]]:
        """Single figures that marks of one kind join, the point between them as well, and each that none joins."""
        words, starts, ends, _ = found
        first, join = 0, ""
        said = [word in self._said for word in words]
        for at in range(1, len(words) + 1):
            if at < len(words) and said[at - 1] and said[at]:
                gap = text[ends[at - 1] : starts[at]]
                mark = _BLANKS.sub(" ", gap)
                if mark.isspace() and not self._points.isdisjoint(words[at - 1 : at + 1]):
                    continue
                if mark in _JOINS and join in ("", mark) and (mark == _HYPHEN or not self._counts(words, at)):
                    join = mark
                    continue
            if said[first]:
                yield first, at
            first, join = at, ""

    def _counts(self, words: list[str], at: int) -> bool:
        """ "Delta 4, 5, 6 miles": the figure counts miles, which no comma joins to the others."""
        return at + 1 < len(words) and words[at + 1] in self._miles

    def _with_tens(self, text: str, found: Words, at: int) -> bool:
        """ "1-70": a figure, a hyphen, tens or a teen, and no other hyphen beside them."""
        words, starts, ends, _ = found
        if at + 1 >= len(words) or words[at] not in self._figures or words[at + 1] not in self._tens:
            return False
        if text[ends[at] : starts[at + 1]] != _HYPHEN:
            return False
        return _HYPHEN not in (text[starts[at] - 1 : starts[at]], text[ends[at + 1] : ends[at + 1] + 1])
