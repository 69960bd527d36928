"""Limits: words next to a value that make it a bound ("or above", "not below"); they become part of it.

>>> # speed (one six zero knots) or less     maintain not below (four thousand)
>>> #        -------------------------- at_or_below      -------------------------- at_or_above
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from callsigns.forms.compiled import Compiled
from callsigns.grammar.expressions import searchable
from callsigns.line import Line
from callsigns.once import once

__all__ = ["Limits"]

_LONGEST = 5  # words of "do not exceed a maximum": no bound takes more


class Limits:
    """The entries of ``values*.toml`` that are read as ``limit`` (``values_limit.toml``)."""

    def __init__(self, entries: Iterable[Mapping[str, Any]], compiled: Compiled) -> None:
        self._expression = compiled.compile.expression
        self._entries_before = [entry for entry in entries if "before" in entry]
        self._entries_behind = [entry for entry in entries if "behind" in entry]
        before = (entry["before"] for entry in self._entries_before)
        behind = (entry["behind"] for entry in self._entries_behind)
        self._ends_before = frozenset().union(*map(compiled.compile.last, before))
        self._begins_behind = frozenset().union(*map(compiled.compile.first, behind))

    @once
    def _before(self) -> re.Pattern[str]:
        alternatives = "|".join(f"({self._expression(entry['before'])})" for entry in self._entries_before)
        return searchable(f"(?:{alternatives})$")

    @once
    def _behind(self) -> re.Pattern[str]:
        return searchable("|".join(_behind(entry, self._expression) for entry in self._entries_behind))

    def around(self, line: Line, start: int, end: int) -> tuple[int, int, str | None]:
        """The words of the value with those of its bound, and the bound."""
        chars = line.chars
        if start and chars[start - 1] in self._ends_before:
            found = self._before.search(line.classes[max(0, start - _LONGEST) : start])
            if found is not None and found.lastindex is not None:
                entry = self._entries_before[found.lastindex - 1]
                return start if entry.get("outside") else start - len(found[0]), end, entry["limit"]
        if end < len(chars) and chars[end] in self._begins_behind:
            found = self._behind.match(line.classes, end)
            if found is not None and found.lastindex is not None:
                return start, found.end(), self._entries_behind[found.lastindex - 1]["limit"]
        return start, end, None


def _behind(entry: Mapping[str, Any], expression: Callable[[str], str]) -> str:
    unless = f"(?!{expression(entry['unless'])})" if "unless" in entry else ""
    return f"{unless}({expression(entry['behind'])})"
