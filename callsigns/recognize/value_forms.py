"""The forms of ``values.toml`` ready to search: at each word one expression, whose group tells which entry matched.

>>> # turn left heading two five zero six lima delta
>>> #      ----         --------------                 direction, heading; "six lima delta" is left for the call sign

An entry may ask for words around its value that are no part of it: ``before`` (in front), ``behind`` (must follow) and
``unless`` (must not follow). At one word the entries count in the order of the grammar, a user's own first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from callsigns.errors import GrammarError
from callsigns.forms import Compiler

__all__ = ["Found", "ValueForms"]

Entry = Mapping[str, Any]


class Found(NamedTuple):
    """The words ``start`` to ``end`` may be a value of ``entry``."""

    entry: Entry
    start: int
    end: int


class _Choice(NamedTuple):
    """All that can begin with one class: every form at once, then each for itself."""

    together: re.Pattern[str]
    entries: tuple[Entry, ...]
    each: tuple[re.Pattern[str], ...]


class ValueForms:
    """Searches the string of classes for values."""

    def __init__(self, entries: Mapping[str, Entry], compile_: Compiler) -> None:
        self._entries = entries
        by_first: dict[str, dict[str, str]] = {}
        for name, entry in entries.items():
            try:
                for char, expression in _expressions(entry, compile_):
                    by_first.setdefault(char, {})[name] = expression
            except GrammarError as error:
                raise GrammarError(f"[{name}] {error}") from None
        made: dict[tuple[str, ...], _Choice] = {}
        self._index: dict[str, _Choice] = {}
        for char, found in by_first.items():
            key = tuple(found.values())
            if key not in made:
                made[key] = self._choice(found)
            self._index[char] = made[key]
        self.start = re.compile(f"[{''.join(self._index)}]" if self._index else "(?!)").search

    def _choice(self, found: Mapping[str, str]) -> _Choice:
        together = re.compile("|".join(found.values()))
        return _Choice(together, tuple(self._entries[name] for name in found), tuple(map(re.compile, found.values())))

    def at(self, classes: str, place: int) -> Iterator[Found]:
        """What may be a value at or behind word ``place``, the likeliest first."""
        choice = self._index[classes[place]]
        match = choice.together.match(classes, place)
        if match is None or match.lastindex is None:
            return
        first = match.lastindex - 1
        yield Found(choice.entries[first], *match.span(first + 1))
        for entry, expression in zip(choice.entries[first + 1 :], choice.each[first + 1 :], strict=True):
            match = expression.match(classes, place)
            if match is not None:
                yield Found(entry, *match.span(1))


def _expressions(entry: Entry, compile_: Compiler) -> Iterator[tuple[str, str]]:
    """For each class that the entry can begin with, its expression; the value is the one group."""
    before, tail = "", ""
    if "behind" in entry:
        tail += f"(?={compile_.expression(entry['behind'])})"
    if "unless" in entry:
        tail += f"(?!{compile_.expression(entry['unless'])})"
    if "before" in entry:
        before = compile_.expression(entry["before"])
        body = "|".join(map(compile_.expression, entry["forms"]))
        for char in compile_.first(entry["before"]):
            yield char, f"{before}((?>{body})){tail}"
        return
    by_first: dict[str, list[str]] = {}
    for form in entry["forms"]:
        for char in compile_.first(form):
            by_first.setdefault(char, []).append(compile_.expression(form))
    for char, bodies in by_first.items():
        yield char, f"((?>{'|'.join(bodies)})){tail}"
