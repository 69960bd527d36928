"""The forms of ``values.toml`` ready to search: at each word one expression, whose group tells which entry matched.

>>> # turn left heading two five zero six lima delta
>>> #      ----         --------------                 direction, heading; "six lima delta" is left for the call sign

An entry may ask for words around its value that are no part of it: ``before`` (in front), ``behind`` (must follow) and
``unless`` (must not follow). At one word the entries count in the order of the grammar, a user's own first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from callsigns.errors import GrammarError
from callsigns.forms import Compiler
from callsigns.lexicon import CONTINUED, one_of

__all__ = ["Found", "ValueForms"]

_LONGEST = 12  # words of a number: `callsigns.numbers` reads no more

Entry = Mapping[str, Any]
_Matcher = Callable[[str, int], "re.Match[str] | None"]
# The name of an entry, and the words that may be a value of it.
Found = tuple[str, int, int]


class _Choice:
    """All that can begin with some classes: every form at once, then each for itself; compiled when a line needs it,
    since the expressions of all classes together take half a second."""

    def __init__(
        self,
        chars: Sequence[str],
        found: Mapping[str, tuple[str, ...]],
        entries: Mapping[str, Entry],
        compile_: Compiler,
        numbers: frozenset[str],
    ) -> None:
        """``found``: entry -> those of its forms that can begin so."""
        self.chars = chars
        self.numbers = numbers.issuperset(chars)
        self._found = [(name, entries[name], forms) for name, forms in found.items()]
        self._compile = compile_
        self._passed = numbers if self.numbers else frozenset(chars)

    @cached_property
    def together(self) -> _Matcher:
        expressions = [_expression(entry, forms, self._compile) for _, entry, forms in self._found]
        last = [_expression(entry, forms, self._compile) for _, entry, forms in self.alone]
        return re.compile("|".join([f"{self.guard}(?:{'|'.join(expressions)})", *last])).match

    @property
    def guard(self) -> str:
        """That the words go on as some form does: most numbers are no value, and most forms end in a unit."""
        return f"(?={one_of(self._passed | {CONTINUED})}{{0,{_LONGEST}}}{one_of(self.ahead)})"

    @cached_property
    def entries(self) -> tuple[str, ...]:
        """The entry of each group of ``together``."""
        return ("", *(name for name, _, _ in [*self._found, *self.alone]))

    @cached_property
    def each(self) -> tuple[tuple[str, _Matcher], ...]:
        return tuple((n, re.compile(_expression(entry, forms, self._compile)).match) for n, entry, forms in self._found)

    @cached_property
    def ahead(self) -> frozenset[str]:
        """The classes with which the forms go on behind the words that they begin with."""
        return frozenset[str]().union(*(self._goes_on(e, form)[0] for _, e, forms in self._found for form in forms))

    @cached_property
    def second(self) -> frozenset[str] | None:
        """What the word behind the first may be; ``None`` where there need not be one."""
        return None if self.alone else self.ahead | self._passed | {CONTINUED}

    @cached_property
    def alone(self) -> list[tuple[str, Entry, tuple[str, ...]]]:
        """The forms that need not go on."""
        over = [(n, e, tuple(form for form in forms if self._goes_on(e, form)[1])) for n, e, forms in self._found]
        return [(name, entry, forms) for name, entry, forms in over if forms]

    @property
    def first_alone(self) -> frozenset[str]:
        """With which classes the forms begin that need not go on."""
        first = (self._compile.first(entry.get("before", form)) for _, entry, forms in self.alone for form in forms)
        return frozenset(self.chars).intersection(frozenset[str]().union(*first))

    def _goes_on(self, entry: Entry, form: str) -> tuple[frozenset[str], bool]:
        """The classes with which the form goes on; whether it may also be over."""
        ahead = frozenset[str]()
        for part in (entry.get("before"), form, entry.get("behind")):
            if part is not None:
                chars, over = self._compile.beyond(part, self._passed)
                ahead |= chars
                if not over:
                    return ahead, False
        return ahead, True


class _Ready(dict[str, tuple[_Matcher, tuple[str, ...], frozenset[str] | None]]):
    """First class to its expression, the names of its groups, and what the second word may be (``None``: anything)."""

    def __init__(self, index: Mapping[str, _Choice]) -> None:
        self._index = index

    def __missing__(self, char: str) -> tuple[_Matcher, tuple[str, ...], frozenset[str] | None]:
        choice = self._index.get(char)
        ready = (_nothing, (), frozenset[str]()) if choice is None else (choice.together, choice.entries, choice.second)
        self[char] = ready
        return ready


def _nothing(classes: str, place: int) -> None:
    return None


class ValueForms:
    """Searches the string of classes for values."""

    def __init__(
        self, entries: Mapping[str, Entry], compile_: Compiler, numbers: frozenset[str], *, check: bool = False
    ) -> None:
        """``numbers``: the classes of number words. ``check``: read every form now, so that a fault in a user's grammar
        is told before any line is read."""
        by_first: dict[str, dict[str, tuple[str, ...]]] = {}
        for name, entry in entries.items():
            try:
                if check:
                    _expression(entry, tuple(entry["forms"]), compile_)
                for char, forms in _by_first(entry, compile_):
                    by_first.setdefault(char, {})[name] = forms
            except GrammarError as error:
                raise GrammarError(f"[{name}] {error}") from None
        alike: dict[tuple[object, ...], list[str]] = {}
        for char, found in by_first.items():  # all numbers share one expression: a big one for each takes far longer
            alike.setdefault(("number",) if char in numbers else tuple(found.items()), []).append(char)
        self._index: dict[str, _Choice] = {}
        for chars in alike.values():
            begun: Mapping[str, tuple[str, ...]] = by_first[chars[0]]
            if chars[0] in numbers:
                found = {name: _begun(entries[name], [by_first[c].get(name, ()) for c in chars]) for name in entries}
                begun = {name: forms for name, forms in found.items() if forms}
            choice = _Choice(chars, begun, entries, compile_, numbers)
            self._index |= dict.fromkeys(chars, choice)
        self._ready = _Ready(self._index)
        self._number = next((choice for choice in self._index.values() if choice.numbers), None)

    @cached_property
    def starts(self) -> Callable[[str], Iterator[re.Match[str]]]:
        """The words at which some form may begin; a number that nothing follows that a form asks for is none."""
        number = self._number
        if number is None:
            return re.compile(one_of(self._index)).finditer
        sure = one_of((self._index.keys() - set(number.chars)) | number.first_alone)
        return re.compile(f"{one_of(self._index)}(?:(?<={sure})|{number.guard})").finditer

    def at(self, classes: str, place: int) -> Found | None:
        """The likeliest value at word ``place``."""
        matcher, names, second = self._ready[classes[place]]
        if second is None or classes[place + 1 : place + 2] in second:
            match = matcher(classes, place)
            if match is not None:
                group = match.lastindex or 0
                return names[group], *match.span(group)
        return None

    def others(self, classes: str, place: int, than: str) -> Iterator[Found]:
        """What else may begin at word ``place``, less likely than an entry that turned out to be no legal value."""
        choice = self._index[classes[place]]
        after = next(n for n, (entry, _) in enumerate(choice.each) if entry == than) + 1
        for entry, matcher in choice.each[after:]:
            match = matcher(classes, place)
            if match is not None:
                yield entry, *match.span(1)


def _begun(entry: Entry, found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The forms of an entry that are among those found, in its order."""
    begun = set[str]().union(*found)
    return tuple(form for form in entry["forms"] if form in begun)


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
