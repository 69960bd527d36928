"""The edges of a line as they may name an aircraft that was heard before: "left two ten | seven one one zulu".

One transmission alone does not tell where a value ends and a short call sign begins; the memory of a dialogue does. So
every ending of the last run of numbers and letters is given, the longest first, and whoever remembers takes his pick.
The same for the beginnings of a run at the beginning: "forty four seventy one | two two right".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import matching
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.recognize.heard import Heard
from callsigns.recognize.value.names import signs_of

__all__ = ["Edge", "EdgeReader"]

_CONTINUED: Final = searchable(f"(.){CONTINUED}")


class Edge(NamedTuple):
    """The words ``start`` to ``end`` read as the characters ``ident``; ``whole``: no number stands before them."""

    start: int
    end: int
    ident: str
    whole: bool


class EdgeReader:
    """Reads the edges of a line for one grammar."""

    _lead = matching("(<opening>|<greeting>|<courtesy>){0,3}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._lexicon = compiled.lexicon
        self._letters = compiled.letters
        run = "(<sign>|<number>){2,12}"
        self._run = compiled.searcher(f"{run} [<wake>] (<farewell>|<courtesy>|<greeting>|<opening>){{0,4}} <end>")
        self._last = compiled.matcher(run)

    def ends(self, line: Line, *, longer: bool = False) -> Iterator[Edge]:
        """The endings of the last run, the longest first; nothing where a call sign stands in it.

        ``longer``: also where a short one stands there, which may have lost its beginning to the value before it.
        """
        classes = self._lexicon.classes(line.words, line.commas)
        found = self._run.search(_filled(classes) + self._lexicon.entity["end"])
        run = self._last(_filled(classes), found.start()) if found else None
        if run is None:
            return
        start, end = run.span()
        if _occupied(line, start, end, shorts=not longer):
            return
        for begin in range(start, end - 1):
            if classes[begin] != CONTINUED and (ident := self.spelled(line.words[begin:end])):
                yield Edge(begin, end, ident, begin == start)

    def beginnings(self, line: Line) -> Iterator[Edge]:
        """The beginnings of a run at the beginning of the line, the longest first."""
        classes = self._lexicon.classes(line.words, line.commas)
        lead = self._lead(classes, 0)
        start = lead.end() if lead else 0
        run = self._last(_filled(classes), start)
        if run is None or _occupied(line, start, run.end(), shorts=True):
            return
        for end in range(run.end(), start + 1, -1):
            ident = self.spelled(line.words[start:end])
            if len(ident) > 2:
                yield Edge(start, end, ident, end == run.end())

    def spelled(self, words: Sequence[str]) -> str:
        """Figures and letters in their order; the empty string when a word is neither."""
        signs = signs_of(words, self._letters)
        return "".join(signs) if all(sign.isdecimal() or len(sign) == 1 for sign in signs) else ""


def _occupied(line: Line, start: int, end: int, *, shorts: bool) -> bool:
    """Whether a call sign stands in these words; ``shorts``: a bare remainder counts as one."""
    return any(
        isinstance(w, Heard) and w.start < end and w.end > start and (shorts or w.kind != "partial")
        for w in line.found.values()
    )


def _filled(classes: str) -> str:
    """A name of two words has the class of its first in both."""
    return _CONTINUED.sub(r"\1\1", classes) if CONTINUED in classes else classes
