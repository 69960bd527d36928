"""The forms of ``values*.toml`` ready to search: a walk tells which entries fit, an expression what they take.

>>> # turn left heading two five zero six lima delta
>>> #      ----         --------------                 direction, heading; "six lima delta" is left for the call sign

An entry may ask for words around its value that are no part of it: ``before`` (in front), ``behind`` (must follow) and
``unless`` (must not follow). At one word the entries count in the order of the grammar, a user's own first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from callsigns.errors import GrammarError
from callsigns.forms import Compiler
from callsigns.forms.automaton import Automaton, Pair, State
from callsigns.forms.compiled import Compiled
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED
from callsigns.line import name_end
from callsigns.once import Later

__all__ = ["ValueForms"]

_LONGEST: Final = 100  # words that a value may take with those around it
_MOST_ORDERS: Final = 10_000

Entry = Mapping[str, Any]
Match = Callable[..., re.Match[str] | None]  # tries an entry at one word, as if the classes ended at another


class _Machine(Automaton):
    """All entries as one automaton; ``unless`` is left to the expression of an entry."""

    def __init__(self, entries: Mapping[str, Entry], compiled: Compiled, also: Pair) -> None:
        forms = Later(lambda: {name: [*_with_surroundings(entry)] for name, entry in entries.items()})
        good, shipped = compiled.good("value"), compiled.shipped("value")
        super().__init__(forms, compiled.lexicon, compiled.defines, good=good, shipped=shipped, ahead=300, also=also)
        self._end = compiled.lexicon.entity["end"]

    def fitting(self, chars: list[str], start: int, last: int) -> int:
        """The entries that fit at word ``start``, one bit each; ``last``: a word up to which its name or entity goes at
        the least."""
        state = self._head(chars[start])
        if not state.inside:
            return state.complete
        end = name_end(chars, last)
        following = self._step(state, chars[end] if end < len(chars) else self._end)
        if following is None:  # most values that were claimed
            return state.complete
        return self._fitting(following, state.complete, self._behind(chars, end + 1) if end < len(chars) else ())

    def _behind(self, chars: list[str], start: int) -> list[str]:
        """The words from ``start`` on that a form may take, and the end of the line behind the last one."""
        behind = chars[start : start + _LONGEST]
        return [*behind, self._end] if start + _LONGEST > len(chars) else behind

    def _fitting(self, state: State, fitting: int, behind: Sequence[str]) -> int:
        """The same, with the words ``behind`` those that lead to ``state``, in which others are ``fitting``."""
        fitting |= state.complete
        for char in behind:
            try:
                following = state.to[char]
            except KeyError:
                following = self._step(state, char)
            if following is None:
                break
            state = following
            if state.complete:
                fitting |= state.complete
        return fitting

    def every(self, chars: Sequence[str], take: Callable[[int, int], int]) -> bool:
        """Tell ``take`` each word where some entry fits, and which; it gives the word from which to go on. Tells
        whether what is looked for ``also`` begins somewhere."""
        classes = [*chars, self._end]
        heads, seconds = self.heads, self.behind(classes[0])
        start = after = 0
        also = False
        for place, char in enumerate(classes[1:], 1):
            if char == CONTINUED:
                continue
            try:
                begun, seconds = seconds[char], heads[char]
            except KeyError:
                begun, seconds = self.begin(classes[start], char)
            if begun is not None:
                also = also or begun.also
                if start >= after:
                    fitting = begun.complete
                    if begun.state is not None:
                        fitting = self._fitting(begun.state, fitting, classes[place + 1 : place + _LONGEST])
                    if fitting:
                        after = take(start, fitting)
            start = place
        return also


def _with_surroundings(entry: Entry) -> Iterator[str]:
    """The forms of an entry, each with the words that must stand around it."""
    before, behind = (f"({entry[key]})" if key in entry else "" for key in ("before", "behind"))
    for form in entry["forms"]:
        yield f"{before} ({form}) {behind}".strip() if before or behind else form


class _Order(dict[int, tuple[tuple[str, Match], ...]]):
    """Entries, one bit each -> their names and expressions, in the order in which they count."""

    def __init__(self, entries: Mapping[str, Entry], compile_: Compiler) -> None:
        self._entries, self._compile = [*entries.items()], compile_
        self._matchers: dict[int, tuple[str, Match]] = {}  # all of them together take half a second to compile

    def __missing__(self, fitting: int) -> tuple[tuple[str, Match], ...]:
        if len(self) > _MOST_ORDERS:
            self.clear()
        numbers = [number for number in range(fitting.bit_length()) if fitting >> number & 1]
        order = self[fitting] = tuple([self._matchers.get(n) or self._matcher(n) for n in numbers])
        return order

    def _matcher(self, number: int) -> tuple[str, Match]:
        name, entry = self._entries[number]
        made = self._matchers[number] = (name, searchable(_expression(entry, self._compile)).match)
        return made


class ValueForms:
    """Searches the string of classes for values.

    The ``machine`` tells the entries that fit, ``order`` gives their expressions; the value is the one group.
    """

    def __init__(self, entries: Mapping[str, Entry], compiled: Compiled, also: Pair) -> None:
        """A fault in a user's grammar is told now, before any line is read; ``also`` as for an ``Automaton``."""
        for name in entries.keys() - compiled.good("value"):
            try:
                _expression(entries[name], compiled.compile)
            except GrammarError as error:
                raise GrammarError(f"[{name}] {error}") from None
        self.machine = _Machine(entries, compiled, also)
        self.order = _Order(entries, compiled.compile).__getitem__


def _expression(entry: Entry, compile_: Compiler) -> str:
    before = compile_.expression(entry["before"]) if "before" in entry else ""
    behind = f"(?={CONTINUED}*{compile_.expression(entry['behind'])})" if "behind" in entry else ""
    unless = f"(?!{compile_.expression(entry['unless'])})" if "unless" in entry else ""
    return f"{before}((?>{'|'.join(map(compile_.expression, entry['forms']))})){behind}{unless}"
