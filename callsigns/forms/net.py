"""All forms of one kind as one nondeterministic automaton, built as far as lines need it.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "descend", "to"])
>>> net = Net({"climb": ["(climb|descend) [to] <digit>{1,3}"]}, lexicon, {})
>>> [end] = net._begin(lexicon.words["descend"])
>>> net._asked([end]) == net._atoms.first_of("(to|<digit>)")
True

A state is what is yet to be said of some forms, and has moves, each with the atoms (``atoms.py``) that lead on to one
other state (Antimirov's partial derivatives). The moves of a part, "(climb|descend)", are made when a word comes that
it may begin with; forms that begin or go on alike share their states.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import Any

from callsigns.forms.atoms import Atoms
from callsigns.forms.led import Led
from callsigns.forms.parts import Part, Rest, alternatives, first_part, packed, repeated, silent_part, unpacked
from callsigns.grammar.kept import kept_or_none
from callsigns.lexicon import Lexicon

__all__ = ["Net"]

_Ahead = tuple[Any, ...]  # what a net has of the attributes in ``_take``


class Net:
    """Entries of a grammar as states and moves."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], lexicon: Lexicon, defines: Mapping[str, str],
        between: Sequence[str] = (), *, last: Mapping[str, Iterable[str]] = MappingProxyType({}),
        good: Container[str] = (), shipped: str = "", ahead: float = 0,
    ) -> None:  # fmt: skip
        """``last``, ``good`` and ``shipped`` as for ``Led``; ``between``: classes of words that may stand between any
        two words of a form. ``ahead``: the states behind what recognizers claim, and behind words with which
        so many beginnings of shipped forms begin, are kept too; a first digit has 455 of values."""
        self._led_by = Led(entries, last, lexicon, defines, good=good, shipped=shipped)
        self.names = self._led_by.names
        self._lexicon, self._defines, self._in_words = lexicon, defines, lexicon.in_words
        self._atoms = Atoms(lexicon, defines, self._led_by.silent)
        self._kinds, self._building, self._first_of = self._atoms.kinds, self._atoms.adding, self._atoms.first_of
        self._small = sum(self._atoms.atom("class", name) for name in between)
        # Tuples of numbers, not lists: of a hundred thousand of them the garbage collector looks at none twice.
        self._moves: list[tuple[tuple[int, int], ...]] = []  # state -> one of these atoms leads there
        self._unmade: dict[int, str | list[Part]] = {}  # state -> parts whose moves are yet to be made, packed if kept
        self._asks: list[int] = []  # state -> the atoms that may lead on from it, -1 until somebody asks
        self._closed: list[tuple[int, ...]] = []  # state -> those that one gets to without a word
        self._accepts: dict[int, int] = {}
        self._goals: dict[int, int] = {}  # entry -> the state where its forms end
        self._states_of: dict[tuple[Rest, ...], int] = {}
        self._maybe: dict[str, bool] = {}  # part -> whether it may be left out
        # What is said for a part: atoms, and the parts of whatever takes more than one word.
        self._insides: dict[str, tuple[int, list[tuple[str, list[str | None]]]]] = {}
        self._built: dict[str, int] = {}  # lead (see ``Led``) -> the first state of its forms
        made = kept_or_none(f"{shipped}_ahead", lambda: self._made_ahead(ahead)) if shipped and ahead else None
        if made is not None:
            self._take(made)

    def beginnings(self) -> frozenset[str]:
        """The classes with which some form can begin."""
        begun, said = self._led_by.beginnings(), self._lexicon.words
        return begun.union(char for char, said_as in self._in_words.items() if said[said_as.partition(" ")[0]] in begun)

    def _begin(self, char: str) -> frozenset[int]:
        """Where the first word of forms leads, which stands behind no small word."""
        begun = self._led(self._first_states(char), char)
        if char in self._in_words:
            phrase = self._in_words[char]
            begun |= self._through(self._first_states(self._lexicon.words[phrase.partition(" ")[0]]), phrase)
        return begun

    def _first_states(self, char: str) -> frozenset[int]:
        """Where the forms stand that can begin with a class character."""
        with self._building:
            return self._closure([self._first_state(lead) for lead in self._led_by.begun(char)])

    def _first_state(self, lead: str) -> int:
        """The first state of the forms that begin so."""
        if lead not in self._built:
            forms = [(form, self._goal(entry)) for form, entry in self._led_by.forms(lead)]
            self._built[lead] = self._state_of(tuple((one, goal) for form, goal in forms for one in alternatives(form)))
        return self._built[lead]

    def _led(self, states: Iterable[int], char: str) -> frozenset[int]:
        """Where a word of this class leads, which no small word may take the place of."""
        with self._building:
            asks = [(state, self._asks_of(state)) for state in states]
            kinds = self._kinds[char]  # of atoms that have been asked for
            ways = chain.from_iterable(self._ways(state, kinds) for state, asked in asks if kinds & asked)
            return self._closure({to for atoms, to in ways if kinds & atoms})

    def _through(self, inside: Iterable[int], phrase: str) -> frozenset[int]:
        """Where the words of a ``phrase`` lead, if forms say each of them; a line has them as one."""
        for word in phrase.split():
            places = [state if state >= 0 else ~state for state in inside]
            inside = self._led(places, self._lexicon.words[word])
        return frozenset(inside)

    def _asked(self, inside: Iterable[int]) -> int:
        """The atoms that lead on from some of these states."""
        asked = 0
        with self._building:
            for state in inside:
                asked |= self._asks_of(state if state >= 0 else ~state)
        return asked | self._small if asked else 0

    def _reached(self, inside: Iterable[int], kinds: int) -> set[int]:
        """Where a word of these ``kinds`` leads; a state that waits behind a small word (``~state``) goes on as if none
        had come. All of them have been ``_asked``."""
        asks = self._asks
        reached = set[int]()
        for state in inside:
            place = state if state >= 0 else ~state
            if kinds & asks[place]:
                for atoms, to in self._ways(place, kinds):
                    if kinds & atoms:
                        reached.add(to)
        if kinds & self._small:
            # Where no form ends, nothing tells the states that wait from those that do not: they stay what they are.
            if self._accepts.keys().isdisjoint(inside):
                reached.update([state for state in inside if asks[state if state >= 0 else ~state]])
            else:
                places = {state if state >= 0 else ~state for state in inside}
                reached.update([~place for place in places if asks[place]])
        return reached

    def _closure(self, states: Iterable[int]) -> frozenset[int]:
        """The states that matter among those that one gets to without a word."""
        return frozenset[int]().union(*[self._closed[state] if state >= 0 else (state,) for state in states])

    # -- keeping ---------------------------------------------------------------------------------------------------

    def _made_ahead(self, least: float) -> _Ahead:
        """The states behind entities and behind words with which ``least`` leads begin, made before a line has one."""
        for char in self._led_by.often(least):
            self._asked(self._begin(char))
        unmade = {state: packed(self._parts_left(state)) for state in self._unmade}
        states = (self._moves, unmade, self._asks, self._closed)
        return *states, self._accepts, self._goals, self._built, self._atoms.plain()

    def _take(self, made: _Ahead) -> None:
        """Go on from there."""
        self._moves, self._unmade, self._asks, self._closed, self._accepts, self._goals, self._built, atoms = made
        self._atoms.take(atoms)

    # -- building --------------------------------------------------------------------------------------------------

    def _state_of(self, rests: tuple[Rest, ...]) -> int:
        """The state where all of these are yet to be said."""
        if len(rests) == 1 and rests[0][0] is None:
            return rests[0][1]
        state = self._states_of.get(rests)
        if state is None:
            parts, ends = self._parted(rests)
            behind = {*chain.from_iterable(self._closed[end] for end in ends)}
            state = self._states_of[rests] = self._new(behind, matters=bool(parts))
            if parts:
                self._unmade[state] = [*parts.items()]
        return state

    def _new(self, behind: Iterable[int], *, matters: bool) -> int:
        state = len(self._moves)
        self._moves.append(())
        self._asks.append(-1)
        self._closed.append((state, *behind) if matters else (*behind,))
        return state

    def _goal(self, entry: int) -> int:
        """The state where the forms of an entry end."""
        if entry not in self._goals:
            goal = self._goals[entry] = self._new((), matters=True)
            self._accepts[goal] = entry
        return self._goals[entry]

    def _parted(self, rests: Iterable[Rest]) -> tuple[dict[str, list[Rest]], set[int]]:
        """The parts that may be said first, each with what is said behind it; and where one is if nothing is said."""
        parts: dict[str, list[Rest]] = {}
        ends = set[int]()
        for text, goal in rests:
            while text is not None:
                part, text = first_part(text)
                parts.setdefault(part, []).append((text, goal))
                maybe = self._maybe.get(part)
                if maybe is None:
                    maybe = self._maybe[part] = silent_part(part, self._atoms.silent)
                if not maybe:
                    break
            else:
                ends.add(goal)
        return parts, ends

    def _ways(self, state: int, kinds: int) -> tuple[tuple[int, int], ...]:
        """The moves from a state, those of these ``kinds`` and perhaps some more."""
        if state in self._unmade:
            self._make(state, kinds)
        return self._moves[state]

    def _make(self, state: int, kinds: int) -> None:
        """Make the moves from a state with which words of these ``kinds`` may go."""
        with self._building:
            unmade = self._parts_left(state)
            due = [part for part in unmade if kinds & self._first_of(part[0])]
            if not due:
                return
            left = [part for part in unmade if not kinds & self._first_of(part[0])]
            moves = [*self._moves[state]]
            while due:
                part, rests = due.pop()
                atoms, end, parts = self._in_place_of(part, self._state_of(tuple(rests)))
                moves += [(atoms, end)] if atoms else []
                for other in parts:
                    (due if kinds & self._first_of(other[0]) else left).append(other)
            self._moves[state] = (*moves,)
            if left:
                self._unmade[state] = left
            else:
                del self._unmade[state]

    def _parts_left(self, state: int) -> list[Part]:
        """The parts of a state whose moves are yet to be made; none where another thread was quicker."""
        left = self._unmade.get(state, [])
        return unpacked(left) if isinstance(left, str) else left

    def _in_place_of(self, part: str, end: int) -> tuple[int, int, list[Part]]:
        """What is said for a part: atoms, where they lead, and the parts of whatever takes more than one word."""
        said, least, most = repeated(part)
        if most > 1:
            end = self._state_of(((f"{said}{{{max(least - 1, 0)},{most - 1}}}", end),))
        if said not in self._insides:
            self._insides[said] = self._inside(said)
        atoms, parts = self._insides[said]
        return atoms, end, [(one, [(rest, end) for rest in rests]) for one, rests in parts]

    def _inside(self, said: str) -> tuple[int, list[tuple[str, list[str | None]]]]:
        """The atoms that a word, a definition or brackets stand for, and the parts that others begin with."""
        if self._is_atom(said):
            return self._first_of(said), []
        text = said[1:-1] if said[0] in "([" else self._defines[said[1:-1]]
        parts, _ = self._parted((one, 0) for one in alternatives(text))
        alone = [one for one, rests in parts.items() if self._is_atom(one) and rests == [(None, 0)]]
        atoms = 0
        for one in alone:
            atoms |= self._first_of(one)
            del parts[one]
        others = [(one, [rest for rest, _ in rests]) for one, rests in parts.items()]
        return self._atoms.once(atoms), others

    def _is_atom(self, part: str) -> bool:
        return part[0] not in "([" and part[-1] != "}" and not (part[0] == "<" and part[1:-1] in self._defines)

    def _asks_of(self, state: int) -> int:
        """The atoms that may lead on from a state."""
        asks = self._asks[state]
        if asks < 0:
            asks = 0
            for part, _ in self._parts_left(state):
                asks |= self._first_of(part)
            self._asks[state] = asks = self._atoms.once(asks)
        return asks
