"""Blanks of printed phraseology: "CLIMB AND MAINTAIN (altitude)", "RUNWAY (number), CLEARED TO LAND".

>>> # climb and maintain (altitude)          ->  the same classes as "climb and maintain four thousand", without a value
>>> # CONTINUE (reason), TRAFFIC ON RUNWAY   ->  "(reason)" is left out
>>> # TURN LEFT (or RIGHT)                   ->  the other way to say it is left out
>>> # CLEARED FOR TAKE-OFF [REPORT AIRBORNE] ->  what may be added stands in capitals and is read

What may stand in a blank, and how manuals name it, is data (``grammars/blanks.toml``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import Line

__all__ = ["BlankReader"]

_BLANK: Final = searchable(r"[(\[](?:[^()\[\]]|\([^()]{0,9}\)){1,80}[)\]]")  # "(radial, azimuth(s), or route)"
_LEFT_OUT: Final = "left_out"
_NUMBER: Final = "number"


class BlankReader:
    """Gives the blanks of a line the class of what is said in them, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._tables: Mapping[str, Any] = shipped_table("blanks.toml")
        self._other = list(self._tables[_LEFT_OUT]["opening"])
        lexicon = compiled.lexicon
        self._chars = {"unknown": lexicon.words.shapes["unknown"], **lexicon.entity}
        self._kinds: dict[str, tuple[int, str]] = {}
        for order, (kind, table) in enumerate(self._tables.items()):
            for word in table["words"]:
                self._kinds.setdefault(word, (order, kind))

    def filled(self, line: Line) -> Line:
        """The line with its blanks as entities, and without those that say nothing."""
        chars, out = line.chars, set[int]()
        for blank in _BLANK.finditer(line.text):
            if blank[0][0] == "[" and blank[0].isupper():
                continue
            first, last = line.between(*blank.span())
            kind = self._kind(line, first, last)
            if kind == _LEFT_OUT:
                out.update(range(first, last))
            elif kind:
                chars[first:last] = [self._chars[kind], *CONTINUED * (last - first - 1)]
        line.classes = "".join(chars)
        return _without(line, out) if out else line

    def _kind(self, line: Line, first: int, last: int) -> str:
        """What the words ``first`` to ``last`` name; nothing where no table knows any of them."""
        if line.words[first:last][:1] == self._other:
            return _LEFT_OUT
        named = [self._kinds[word] for word in line.words[first:last] if word in self._kinds]
        kind = min(named)[1] if named else ""
        if kind != _NUMBER:
            return kind
        table = self._tables[_NUMBER]
        before = line.words[first - 1] if first else ""
        behind = line.words[last] if last < len(line.words) else ""
        told: str = table["behind"].get(before) or table["before"].get(behind, "")
        return told


def _without(line: Line, out: set[int]) -> Line:
    """The line without the words ``out``; it keeps its classes."""
    keep = [at for at in range(len(line.words)) if at not in out]
    words = [line.words[at] for at in keep]
    starts, ends = ([of[at] for at in keep] for of in (line.starts, line.ends))
    commas = frozenset(new for new, old in enumerate(keep) if old in line.commas)
    return Line(line.text, words, "".join(line.chars[at] for at in keep), starts, ends, commas)
