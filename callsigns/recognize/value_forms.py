"""The forms of ``values.toml`` ready to search: at each word one expression, whose group tells which entry matched.

>>> # turn left heading two five zero six lima delta
>>> #      ----         --------------                 direction, heading; "six lima delta" is left for the call sign

An entry may ask for words around its value that are no part of it: ``before`` (in front), ``behind`` (must follow) and
``unless`` (must not follow). At one word the entries count in the order of the grammar, a user's own first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, NamedTuple

from callsigns.errors import GrammarError
from callsigns.forms import Compiler
from callsigns.lexicon import one_of

__all__ = ["Found", "ValueForms"]

Entry = Mapping[str, Any]
_Matcher = Callable[[str, int], "re.Match[str] | None"]


class Found(NamedTuple):
    """The words ``start`` to ``end`` may be a value of ``entry``."""

    entry: Entry
    start: int
    end: int


class _Choice:
    """All that can begin with one class: every form at once, then each for itself; compiled when a line needs it,
    since the expressions of all classes together take half a second."""

    def __init__(self, found: Mapping[str, tuple[str, ...]], entries: Mapping[str, Entry], compile_: Compiler) -> None:
        """``found``: entry -> those of its forms that can begin so."""
        self.entries = tuple(entries[name] for name in found)
        self._bodies = tuple(found.values())
        self._compile = compile_

    @cached_property
    def _expressions(self) -> tuple[str, ...]:
        pairs = zip(self.entries, self._bodies, strict=True)
        return tuple(_expression(entry, bodies, self._compile) for entry, bodies in pairs)

    @cached_property
    def together(self) -> _Matcher:
        return re.compile("|".join(self._expressions)).match

    @cached_property
    def each(self) -> tuple[_Matcher, ...]:
        return tuple(re.compile(expression).match for expression in self._expressions)


class ValueForms:
    """Searches the string of classes for values."""

    def __init__(self, entries: Mapping[str, Entry], compile_: Compiler, *, check: bool = False) -> None:
        """``check``: read every form now, so that a fault in a user's grammar is told before any line is read."""
        by_first: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, entry in entries.items():
            try:
                if check:
                    _expression(entry, tuple(entry["forms"]), compile_)
                for char, forms in _by_first(entry, compile_):
                    by_first.setdefault(char, {})[name] = forms
            except GrammarError as error:
                raise GrammarError(f"[{name}] {error}") from None
        made: dict[tuple[object, ...], _Choice] = {}
        self._index: dict[str, _Choice] = {}
        for char, found in by_first.items():
            key = tuple(found.items())
            if key not in made:
                made[key] = _Choice(found, entries, compile_)
            self._index[char] = made[key]
        self._start = re.compile(one_of(self._index)).search

    def next(self, classes: str, at: int) -> tuple[int, Found | None]:
        """The first word from ``at`` on at which some form begins, and the likeliest value there."""
        index, start = self._index, self._start
        while (found := start(classes, at)) is not None:
            place = found.start()
            choice = index[classes[place]]
            match = choice.together(classes, place)
            if match is not None and match.lastindex is not None:
                return place, Found(choice.entries[match.lastindex - 1], *match.span(match.lastindex))
            at = place + 1
        return -1, None

    def others(self, classes: str, place: int, than: Entry) -> Iterator[Found]:
        """What else may begin at word ``place``, less likely than an entry that turned out to be no legal value."""
        choice = self._index[classes[place]]
        after = next(n for n, entry in enumerate(choice.entries) if entry is than) + 1
        for entry, matcher in zip(choice.entries[after:], choice.each[after:], strict=True):
            match = matcher(classes, place)
            if match is not None:
                yield Found(entry, *match.span(1))


def _by_first(entry: Entry, compile_: Compiler) -> Iterator[tuple[str, tuple[str, ...]]]:
    """For each class that the entry can begin with, its forms that do."""
    if "before" in entry:
        forms = tuple(entry["forms"])
        for char in compile_.first(entry["before"]):
            yield char, forms
        return
    by_first: dict[str, tuple[str, ...]] = {}
    for form in entry["forms"]:
        for char in compile_.first(form):
            by_first[char] = (*by_first.get(char, ()), form)
    yield from by_first.items()


def _expression(entry: Entry, forms: tuple[str, ...], compile_: Compiler) -> str:
    """The value is the one group."""
    before = compile_.expression(entry["before"]) if "before" in entry else ""
    behind = f"(?={compile_.expression(entry['behind'])})" if "behind" in entry else ""
    unless = f"(?!{compile_.expression(entry['unless'])})" if "unless" in entry else ""
    return f"{before}((?>{'|'.join(map(compile_.expression, forms))})){behind}{unless}"
