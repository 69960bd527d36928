"""All forms of one kind as one machine: a word of the line is one step, whatever the number of forms.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"], "small": ["please"]}, literals=["climb", "to"])
>>> machine = Automaton({"climb": ["climb [to] <digit>{1,3}"]}, lexicon, {}, between=["small"])
>>> machine.at(lexicon.classes("climb please to two four".split()), 0)
Form(entry='climb', start=0, end=5)

The forms are one nondeterministic automaton (``net.py``), and the sets of its states that real lines reach become a
deterministic one, made while reading and kept up to a bound. So the longest form that begins at a word is found in one
walk, without going back, and a thousand forms more cost nothing. Among forms of equal length the one that stands first
in the grammar counts. Two things that every speaker does need no place in a form: words of the classes ``between`` may
stand between any two words of it, and a word may be said twice ("radar radar contact").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from callsigns.forms.forms import Form
from callsigns.forms.net import Net
from callsigns.grammar.expressions import searchable
from callsigns.lexicon import CONTINUED, Lexicon, one_of
from callsigns.once import once

__all__ = ["Automaton", "Begun", "Pair"]

_MOST_STEPS: Final = 80_000  # remembered steps, at most some 80 MiB; 7,000 different real lines need a fifth of that
_MOST_AGAIN: Final = 8  # how often a word is said again and still counts once; without a bound, runs cost their square
_LONGEST: Final = 200  # words of one form with all that may stand between them


class State:
    """A set of the automaton's states that some line reaches, and where each next class leads from it (``to``).

    The words of a longer name or entity are one step with its first. ``complete``: the entries of which a form may end
    here, one bit each; ``entry``: the first of them, or -1. ``asks``: the atoms that lead on, once a line has needed
    them. Classes that are the same of these atoms lead to one state (``alike``).

    ``to`` is a plain ``dict``, whose miss is caught: to ask a subclass of it with ``[]`` takes three times as long.
    """

    __slots__ = ("alike", "asks", "complete", "entry", "inside", "to")

    def __init__(self, inside: frozenset[int], entries: set[int]) -> None:
        self.inside = inside
        self.asks: int | None = None
        self.entry = min(entries, default=-1)
        self.complete = sum(1 << entry for entry in entries)
        self.to: dict[str, State | None] = {CONTINUED: self}
        self.alike: dict[int, State | None] | None = None


class Begun:
    """Two words with which some form begins, or one with which some form is all said.

    ``entry`` as in a ``State``, of the longest form in these words; ``words``: how many it takes; ``complete``: the
    entries of all forms in them; ``state``: where both words lead, ``None`` where nothing goes on with the second,
    which may be the first said ``again``; ``also``: something else begins with them.
    """

    __slots__ = ("again", "also", "complete", "entry", "state", "words")

    def __init__(self, first: State, second: State | None, *, again: bool, also: bool) -> None:
        self.state, self.again, self.also = second, again, also
        self.entry, self.words, self.complete = first.entry, 1, first.complete
        if second is not None:
            self.complete |= second.complete
            if second.entry >= 0:
                self.entry, self.words = second.entry, 2


Seconds = dict[str, Begun | None]  # the word behind a first one -> what has begun with both, None for nothing
Heads = dict[str, Seconds]  # plain dicts, for the same reason as ``State.to``
Pair = Callable[[str, str], bool]


class Automaton(Net):
    """Entries of a grammar, ready to be looked for; immutable but for what it remembers."""

    __slots__ = ("_also", "_count", "_entities", "_heads", "_states", "heads")  # too many else, see ``once``

    def __init__(
        self, entries: Mapping[str, Iterable[str]], lexicon: Lexicon, defines: Mapping[str, str],
        between: Sequence[str] = (), *, last: Mapping[str, Iterable[str]] = MappingProxyType({}),
        good: Container[str] = (), shipped: str = "", ahead: float = 0, also: Pair | None = None,
    ) -> None:  # fmt: skip
        """``last``, ``good``, ``shipped`` and ``ahead`` as for a ``Net``; ``also``: whether something else begins with
        two words, which whoever goes through a line is told in the same look-up."""
        super().__init__(entries, lexicon, defines, between, last=last, good=good, shipped=shipped, ahead=ahead)
        self._also = also
        self._entities = frozenset(lexicon.entity.values())
        self._states: dict[frozenset[int], State] = {}
        self._heads: dict[str, State] = {}  # where a first word leads
        self.heads: Heads = {}
        self._count = 0

    def behind(self, first: str) -> Seconds:
        """What is known of the words behind a first one."""
        return self.heads.setdefault(first, {})

    def begin(self, first: str, second: str) -> tuple[Begun | None, Seconds]:
        """What has begun with two words, no second one (``""``) among them, remembered in ``heads``; and what is known
        of the words behind the second."""
        begun = self.behind(first)[second] = self._both(first, second)
        self._count += 1
        return begun, self.behind(second)

    def begins(self, first: str, second: str) -> bool:
        """Whether some form may begin with two words."""
        return self._both(first, second) is not None

    def _both(self, first: str, second: str) -> Begun | None:
        one = self._head(first)
        two = self._step(one, second) if one.inside and second else None
        again = first == second and bool(one.inside)
        also = self._also is not None and self._also(first, second)
        return Begun(one, two, again=again, also=also) if one.complete or two or again or also else None

    def longest(self, classes: Sequence[str], start: int, begun: Begun) -> tuple[int, int]:
        """Number of the longest form that begins at word ``start``, as ``begun`` tells, and its end; -1 for none.

        ``classes``: of whole names and entities only, best as a list, for a string makes its characters anew each time.
        """
        entry, end, state = begun.entry, start + begun.words, begun.state
        place = start + 2
        if state is None:  # unless it is said again
            return self._longest(classes, start) if begun.again else (entry, end)
        for char in classes[place : start + _LONGEST]:
            try:
                step = state.to[char]
            except KeyError:
                step = self._step(state, char)
            if step is None:
                return self._longest(classes, start) if classes[place - 1] == char else (entry, end)
            state = step
            place += 1
            if state.entry >= 0:
                entry, end = state.entry, place
        return entry, end

    def at(self, classes: Sequence[str], start: int) -> Form | None:
        """The longest form that begins at word ``start``; the earlier entry among equals."""
        entry, end = self._longest(classes, start)
        return Form(self.names[entry], start, end) if entry >= 0 else None

    def _longest(self, classes: Sequence[str], start: int) -> tuple[int, int]:
        """Number of the entry and the end of the form at ``start``, past words that are said again; -1 for none."""
        before, again, end = classes[start], 0, start + 1
        state = self._head(before)
        entry = state.entry
        for place, char in enumerate(classes[end : start + _LONGEST], end + 1):
            if char == CONTINUED:
                continue
            try:
                step = state.to[char]
            except KeyError:
                step = self._step(state, char)
            if step is None:
                if char == before and again < _MOST_AGAIN and char not in self._entities:
                    again += 1
                    continue
                break
            state, before, again = step, char, 0
            if state.entry >= 0:
                entry, end = state.entry, place
        while end < len(classes) and classes[end] == CONTINUED:
            end += 1
        return entry, end

    def find(self, classes: str) -> list[Form]:
        """Non-overlapping matches from left to right, for forms that few lines have a beginning of."""
        found: list[Form] = []
        search = self._begins.search
        begins = search(classes)
        while begins is not None:
            start = begins.start()
            entry, end = self._longest(classes, start)
            if entry >= 0:
                found.append(Form(self.names[entry], start, end))
            begins = search(classes, end)
        return found

    @once
    def _begins(self) -> re.Pattern[str]:
        return searchable(one_of(self.beginnings()))

    # -- running ---------------------------------------------------------------------------------------------------

    def _head(self, char: str) -> State:
        """Where a first word leads; nowhere, if no form begins with it."""
        state = self._heads.get(char)
        if state is None:
            state = self._heads[char] = self._state(self._begin(char))
        return state

    def _state(self, inside: frozenset[int]) -> State:
        state = self._states.get(inside)
        if state is None:
            entries = {self._accepts[s] for s in inside if s in self._accepts}
            state = self._states[inside] = State(inside, entries)
        return state

    def _step(self, state: State, char: str) -> State | None:
        """Where ``char`` leads from ``state``, worked out once."""
        if char in state.to:
            return state.to[char]
        if self._count >= _MOST_STEPS:
            self._forget()
        self._count += 1
        after = state.to[char] = self._worked_out(state, char)
        return after

    def _worked_out(self, state: State, char: str) -> State | None:
        reached = self._by_kinds(state, char)
        if char not in self._in_words:
            return reached
        through = self._through(state.inside, self._in_words[char])
        return self._state(through | reached.inside if reached else through) if through else reached

    def _by_kinds(self, state: State, char: str) -> State | None:
        """Where the class itself leads."""
        if state.asks is None:
            state.asks = self._asked(state.inside)
        kinds = self._kinds[char] & state.asks
        if not kinds:
            return None
        if state.alike is None:
            state.alike = {}
        if kinds not in state.alike:
            reached = self._reached(state.inside, kinds)
            state.alike[kinds] = self._state(self._closure(reached)) if reached else None
        return state.alike[kinds]

    def _forget(self) -> None:
        self._states, self._heads, self.heads, self._count = {}, {}, {}, 0
