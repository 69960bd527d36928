"""Blanks of printed phraseology: "CLIMB AND MAINTAIN (altitude)", "RUNWAY (number), CLEARED TO LAND".

>>> # climb and maintain (altitude)          ->  the same classes as "climb and maintain four thousand", without a value
>>> # CONTINUE (reason), TRAFFIC ON RUNWAY   ->  "(reason)" is left out

What may stand in a blank, and how manuals name it, is data (``grammars/blanks.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from callsigns.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.lexicon import CONTINUED
from callsigns.line import Line

__all__ = ["BlankReader"]

_BLANK: Final = re.compile(r"[(\[][^()\[\]]{1,80}[)\]]")
_LEFT_OUT: Final = "left_out"
_NUMBER: Final = "number"


class BlankReader:
    """Gives the blanks of a line the class of what is said in them, for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._tables: Mapping[str, Any] = shipped_table("blanks.toml")
        lexicon = compiled.lexicon
        self._chars = {"unknown": lexicon.words.shapes["unknown"], **lexicon.entity}
        self._kinds: dict[str, tuple[int, str]] = {}
        for order, (kind, table) in enumerate(self._tables.items()):
            for word in table["words"]:
                self._kinds.setdefault(word, (order, kind))

    def filled(self, line: Line) -> Line:
        """The line with its blanks as entities, and without those that say nothing."""
        out: set[int] = set()
        for blank in _BLANK.finditer(line.text):
            inside = [at for at, start in enumerate(line.starts) if blank.start() <= start < blank.end()]
            named = [self._kinds[line.words[at]] for at in inside if line.words[at] in self._kinds]
            kind = min(named)[1] if named else ""
            if kind == _NUMBER:
                kind = self._number(line, inside)
            if kind == _LEFT_OUT:
                out.update(inside)
            elif kind:
                first, last = inside[0], inside[-1] + 1
                char = self._chars[kind]
                line.classes = f"{line.classes[:first]}{char}{CONTINUED * (last - first - 1)}{line.classes[last:]}"
        return _without(line, out) if out else line

    def _number(self, line: Line, inside: list[int]) -> str:
        table = self._tables[_NUMBER]
        before = line.words[inside[0] - 1] if inside[0] else ""
        behind = line.words[inside[-1] + 1] if inside[-1] + 1 < len(line.words) else ""
        kind: str = table["behind"].get(before) or table["before"].get(behind, "")
        return kind


def _without(line: Line, out: set[int]) -> Line:
    """The line without the words ``out``; it keeps its classes."""
    keep = [at for at in range(len(line.words)) if at not in out]
    words = [line.words[at] for at in keep]
    starts, ends = ([of[at] for at in keep] for of in (line.starts, line.ends))
    commas = frozenset(new for new, old in enumerate(keep) if old in line.commas)
    return Line(line.text, words, "".join(line.classes[at] for at in keep), starts, ends, commas)
