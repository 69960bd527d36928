"""Limits: words next to a value that make it a bound ("or above", "not below"); they become part of it.

>>> # speed (one six zero knots) or less     maintain not below (four thousand)
>>> #        -------------------------- at_or_below      -------------------------- at_or_above
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
        self._before: list[tuple[str, re.Pattern[str]]] = []
        self._behind: list[tuple[str, re.Pattern[str]]] = []
        last, first = set[str](), set[str]()
        for entry in entries:
            if "before" in entry:
                expression = compiled.compile.expression(entry["before"])
                self._before.append((entry["limit"], re.compile(f"(?:{expression})$")))
                last |= {compiled.lexicon.words[word] for word in words_in(read(entry["before"]))}
            if "behind" in entry:
                expression = compiled.compile.expression(entry["behind"])
                if "unless" in entry:
                    expression = f"(?!{compiled.compile.expression(entry['unless'])}){expression}"
                self._behind.append((entry["limit"], re.compile(expression)))
                first |= compiled.compile.first(entry["behind"])
        self._last, self._first = frozenset(last), frozenset(first)

    def around(self, classes: str, start: int, end: int) -> tuple[int, int, str | None]:
        """The words of the value with those of its bound, and the bound."""
        if start and classes[start - 1] in self._last:
            for limit, expression in self._before:
                found = expression.search(classes[max(0, start - _LONGEST) : start])
                if found is not None:
                    size = found.end() - found.start()
                    return (start, end, limit) if limit == _OUTSIDE else (start - size, end, limit)
        if end < len(classes) and classes[end] in self._first:
            for limit, expression in self._behind:
                found = expression.match(classes, end)
                if found is not None:
                    return start, found.end(), limit
        return start, end, None
