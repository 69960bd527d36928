"""Runs of alphabet words outside call signs: "Lima Golf Sierra Alpha" is LGSA, Chania.

What a run stands for is told by its length and by the tables: four letters that are a location indicator are an
aerodrome, five are a waypoint, a full registration is one, a letter behind "information" is the automatic information.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from callsigns.compiled import Compiled
from callsigns.line import Line, name_end
from callsigns.numbers import digits
from callsigns.recognize.heard import Heard
from callsigns.recognize.registration import mark_of
from callsigns.tables import location

__all__ = ["Spelled", "SpellingRecognizer"]


class Spelled(NamedTuple):
    """A spelling in the words ``start`` to ``end``."""

    start: int
    end: int
    letters: str
    kind: str
    name: str | None


class SpellingRecognizer:
    """Finds and claims spellings in a line."""

    def __init__(self, compiled: Compiled) -> None:
        self._letters = compiled.letters
        self._entity = compiled.lexicon.entity["spelling"]
        self._run = compiled.searcher("<letter> <spelled_part>{1,12}")

    def recognize(self, line: Line, classes: str) -> None:
        """Note every run of two or more alphabet words that is no call sign, also inside a value ("direct papa romeo
        five three two"). ``classes``: the line as it was before values were claimed."""
        taken: set[int] = set()
        for found in self._run.finditer(classes):
            if not taken:
                taken = {-1}.union(*(range(w.start, w.end) for w in line.found.values() if isinstance(w, Heard)))
            if not taken.isdisjoint(range(*found.span())):
                continue
            spelled = self._read(line, found, classes)
            if spelled is None:
                continue
            line.spelled.append(spelled)
            if line.classes[spelled.start : spelled.end] == found[0]:
                line.claim(spelled.start, spelled.end, self._entity, spelled)

    def _read(self, line: Line, found: re.Match[str], classes: str) -> Spelled | None:
        start, end = found.span()
        letters = ""
        at = start
        repeat = 1
        while at < end:
            after = name_end(classes, at)
            word = " ".join(line.words[at:after])
            if word in ("double", "triple"):
                repeat = 2 if word == "double" else 3
            else:
                letters += self._character(word) * repeat
                repeat = 1
            at = after
        if sum(c.isalpha() for c in letters) < 2:
            return None
        kind, name = self._kind(letters)
        return Spelled(start, end, letters, kind, name)

    def _character(self, word: str) -> str:
        return self._letters.get(word) or digits([word]) or word.upper()

    def _kind(self, letters: str) -> tuple[str, str | None]:
        place = location(letters) if len(letters) == 4 else None
        if place is not None:
            return "aerodrome", place.city.partition(" (")[0] or place.name
        mark = mark_of(letters) if len(letters) >= 5 else None
        if mark is not None:
            return "registration", mark.country
        if len(letters) in (3, 5) or any(c.isdigit() for c in letters):
            return "waypoint", None
        return "letters", None
