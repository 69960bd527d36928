"""Limits: words next to a value that make it a bound ("or above", "not below"); they become part of it.

>>> # speed (one six zero knots) or less     maintain not below (four thousand)
>>> #        -------------------------- at_or_below      -------------------------- at_or_above
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from callsigns.compiled import Compiled
from callsigns.patterns import read, words_in

__all__ = ["Limits"]

_LONGEST = 5  # words of "do not exceed a maximum": no bound takes more

# "until" stays outside: it is a condition of the message as much as a bound of the value
_OUTSIDE = "until"


class Limits:
    """The entries of ``values.toml`` that are read as ``limit``."""

    def __init__(self, entries: Iterable[Mapping[str, Any]], compiled: Compiled) -> None:
        expression = compiled.compile.expression
        before = [entry for entry in entries if "before" in entry]
        behind = [entry for entry in entries if "behind" in entry]
        words = {compiled.lexicon.words[word] for entry in before for word in words_in(read(entry["before"]))}
        self._words_before = frozenset(words)
        self._words_behind = frozenset().union(*(compiled.compile.first(entry["behind"]) for entry in behind))
        self._limits_before = [entry["limit"] for entry in before]
        self._limits_behind = [entry["limit"] for entry in behind]
        alternatives = "|".join(f"({expression(entry['before'])})" for entry in before)
        self._before = re.compile(f"(?:{alternatives})$").search
        self._behind = re.compile("|".join(_behind(entry, expression) for entry in behind)).match

    def around(self, classes: str, start: int, end: int) -> tuple[int, int, str | None]:
        """The words of the value with those of its bound, and the bound."""
        if start and classes[start - 1] in self._words_before:
            found = self._before(classes[max(0, start - _LONGEST) : start])
            if found is not None and found.lastindex is not None:
                limit = self._limits_before[found.lastindex - 1]
                return start if limit == _OUTSIDE else start - len(found[0]), end, limit
        if end < len(classes) and classes[end] in self._words_behind:
            found = self._behind(classes, end)
            if found is not None and found.lastindex is not None:
                return start, found.end(), self._limits_behind[found.lastindex - 1]
        return start, end, None


def _behind(entry: Mapping[str, Any], expression: Callable[[str], str]) -> str:
    unless = f"(?!{expression(entry['unless'])})" if "unless" in entry else ""
    return f"{unless}({expression(entry['behind'])})"
