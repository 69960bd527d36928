"""Runs of alphabet words outside call signs: "Lima Golf Sierra Alpha" is LGSA, Chania.

What a run stands for is told by its length and by the tables: four letters that are a location indicator are an
aerodrome, five are a waypoint, a full registration is one, a letter behind "information" is the automatic information.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import searching
from callsigns.grammar.expressions import searchable
from callsigns.grammar.tables import location
from callsigns.line import Line, name_end
from callsigns.numbers import digits
from callsigns.recognize.callsign.marks import mark_of
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity

__all__ = ["Spelled", "SpellingRecognizer"]

_MOST_FIGURES: Final = 3  # of a waypoint: "papa romeo five three two"
_WAYPOINT: Final = searchable(r"[A-Z]{3}|[A-Z]{5}|[A-Z]{2}\d{3}")
_LETTERED: Final = ("taxiway", "stand")  # their letters are no name


class Spelled(NamedTuple):
    """A spelling in the words ``start`` to ``end``."""

    start: int
    end: int
    letters: str
    kind: str
    name: str | None


class SpellingRecognizer:
    """Finds and claims spellings in a line."""

    _run = searching("<letter> <spelled_part>{1,12}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._letters = compiled.letters
        self._entity = compiled.lexicon.entity["spelling"]

    def recognize(self, line: Line, classes: str) -> None:
        """Note every run of two or more alphabet words that is no call sign, also inside a value ("direct papa romeo
        five three two"). ``classes``: the line as it was before values were claimed."""
        if not line.letters:
            return
        taken: set[int] = set()
        for found in self._run.finditer(classes):
            if not taken:
                taken = {-1}.union(*(range(w.start, w.end) for w in line.found.values() if isinstance(w, Heard)))
            start, end = found.span()
            end = next((at for at in range(start, end) if at in taken or self._value_begins(line, start, at)), end)
            spelled = self._read(line, start, end, classes)
            if spelled is None:
                continue
            line.spelled.append(spelled)
            if line.classes[start : spelled.end] == classes[start : spelled.end]:
                line.claim(start, spelled.end, self._entity, spelled)

    def _value_begins(self, line: Line, start: int, at: int) -> bool:
        """ "kilo mike one two one decimal seven": a frequency follows."""
        what = line.found.get(at)
        return at > start and isinstance(what, Quantity) and what.quantity not in _LETTERED

    def _read(self, line: Line, start: int, end: int, classes: str) -> Spelled | None:
        letters, figures = "", 0
        at = last = start
        repeat = 1
        while at < end:
            after = name_end(classes, at)
            word = " ".join(line.words[at:after])
            if word in ("double", "triple"):
                repeat = 2 if word == "double" else 3
            else:
                sign = self._character(word) * repeat
                letters += sign
                figures, last = (0, after) if sign.isalpha() else (figures + len(sign), last)
                repeat = 1
            at = after
        if figures > _MOST_FIGURES:  # "papa lima one two one nine": a frequency follows
            letters, end = letters[:-figures], last
        if sum(c.isalpha() for c in letters) < 2:
            return None
        what = line.found.get(start)
        kind, name = self._kind(letters, what.quantity if isinstance(what, Quantity) else None)
        return Spelled(start, end, letters, kind, name)

    def _character(self, word: str) -> str:
        return self._letters.get(word) or digits([word]) or word.upper()

    def _kind(self, letters: str, quantity: str | None) -> tuple[str, str | None]:
        """``quantity``: what the value is in which they were spelled."""
        if quantity in _LETTERED:
            return "letters", None
        place = location(letters) if len(letters) == 4 else None
        if place is not None:
            return "aerodrome", place.city.partition(" (")[0] or place.name
        mark = mark_of(letters) if len(letters) >= 5 and quantity != "waypoint" else None
        if mark is not None:
            return "registration", mark.country
        if quantity == "waypoint" or _WAYPOINT.fullmatch(letters):
            return "waypoint", None
        return "letters", None
