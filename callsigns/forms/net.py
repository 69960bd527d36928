"""All forms of one kind as one nondeterministic automaton (Thompson's construction), built as far as lines need it.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "descend", "to"])
>>> net = Net({"climb": ["(climb|descend) [to] <digit>{1,3}"]}, lexicon, {})
>>> net._begun_by(lexicon.words["descend"]), net._begun_by(lexicon.words["to"])
(['(climb|descend)'], [])

A word is an *atom*: a literal or a class. A state has moves, each with the atoms that lead on to one other state, and
free ways, for which nothing need be said. A form is built a part at a time: the first when a line first has a word that
it can begin with, and each when what stands before it has been said; forms that begin alike share what they begin with.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Container, Iterable, Mapping, Sequence, Set
from functools import reduce
from itertools import accumulate, chain
from threading import RLock
from types import MappingProxyType

from callsigns.errors import GrammarError
from callsigns.forms.leads import Rest, beginnings, by_leads, first_part
from callsigns.grammar.kept import kept
from callsigns.grammar.patterns import Node, classes_in, read
from callsigns.lexicon import Lexicon

__all__ = ["Atom", "Net"]

Atom = tuple[str, str]  # ("word", w) or ("class", name)
# What forms begin with -> the numbers of these forms; and the words and the classes with which that begins.
_Led = tuple[dict[str, list[int]], dict[str, list[str]], dict[str, list[str]]]


class _Kinds(dict[str, int]):
    """Class character -> the atoms that it is one of, one bit each, gathered when a line first has it."""

    def __init__(self, adding: RLock) -> None:
        """``adding``: held while atoms are added."""
        self._adding = adding
        self._atoms: list[tuple[str, int]] = []
        self._of_one: dict[str, int] = {}  # atoms that stand for one character

    def add(self, atom: int, members: str) -> None:
        """``atom``: its bit; ``members``: the characters that it stands for."""
        if len(members) == 1:
            self._of_one[members] = self._of_one.get(members, 0) | atom
            asked = [members] if members in self else []
        else:
            self._atoms.append((members, atom))
            asked = [char for char in self if char in members]
        for char in asked:
            self[char] |= atom

    def __missing__(self, char: str) -> int:
        with self._adding:
            kinds = self._of_one.get(char, 0)
            for members, atom in self._atoms:
                if char in members:
                    kinds |= atom
            return self.setdefault(char, kinds)


class Net:
    """Entries of a grammar as states and moves."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], lexicon: Lexicon, defines: Mapping[str, str],
        between: Sequence[str] = (), *, last: Mapping[str, Iterable[str]] = MappingProxyType({}),
        good: Container[str] = (), shipped: str = "",
    ) -> None:  # fmt: skip
        """``last``: more forms of these entries, which count behind all others. ``good``: entries whose forms are known
        to be so; each may wait until a line has a word that it begins with. ``shipped``: the name under which it is
        kept how they begin, for forms of the shipped grammar alone."""
        self.names = [*entries, *last]
        self._lexicon, self._defines = lexicon, defines
        self._atoms: dict[Node, int] = {}
        self._in_words = lexicon.in_words
        self._building = RLock()
        self._kinds = _Kinds(self._building)
        # Tuples of numbers, not lists: of a hundred thousand of them the garbage collector looks at none twice.
        self._moves: list[tuple[tuple[int, int], ...]] = []  # state -> one of these atoms leads there
        self._asks: list[int] = []  # state -> the atoms that lead on from it
        self._free: list[tuple[int, ...]] = []
        self._closed: dict[int, tuple[int, ...]] = {}  # state -> those that one gets to without a word
        self._accepts: dict[int, int] = {}
        self._groups: dict[int, int] = {}  # atoms that lead to one state, kept once
        self._trees: dict[str, Node] = {}
        self._small = self._atoms_of([("class", name) for name in between])
        self._built: dict[str, int] = {}  # lead -> the first state of its forms
        self._waiting: dict[int, list[Rest]] = {}  # state -> what follows there of forms
        self._begun: dict[str, list[str]] = {}

        # Forms are kept by their numbers, for the grammar has their texts.
        self._forms = [[*forms] for forms in chain(entries.values(), last.values())]
        self._numbered = [*accumulate(map(len, self._forms), initial=0)]  # entry -> the number of its first form

        def led() -> _Led:
            leads = by_leads((form, number) for number, form in enumerate(chain.from_iterable(self._forms)))
            self._leads = {lead: [number for _, number in forms] for lead, forms in leads.items()}
            if doubtful := {number for number, name in enumerate(self.names) if name not in good}:
                self._check(doubtful)
            return (self._leads, *beginnings(leads, lexicon, defines))

        self._leads, self._begins_with, self._begins_with_class = kept(shipped, led) if shipped else led()

    def beginnings(self) -> frozenset[str]:
        """The classes with which some form can begin."""
        begun = frozenset().union(self._begins_with, *map(self._lexicon.members, self._begins_with_class))
        literals = self._lexicon.literals
        return begun.union(char for char, words in self._in_words.items() if literals[words[0]] in begun)

    def _begun_by(self, char: str) -> list[str]:
        """The leads of forms that can begin with a class character."""
        leads = self._begun.get(char)
        if leads is None:
            members = self._lexicon.members
            leads = [*self._begins_with.get(char, ())]
            leads += [
                lead for name, begun in self._begins_with_class.items() if char in members(name) for lead in begun
            ]
            self._begun[char] = leads
        return leads

    def _check(self, doubtful: Set[int]) -> None:
        """Build every form of these entries to its end, so that one that is no good is told at once."""
        todo = []
        for lead in self._leads:
            forms = [(form, entry) for form, entry in self._led_by(lead) if entry in doubtful]
            for form, entry in forms:
                try:
                    if self._silent(read(form)):
                        raise GrammarError(f"form {form!r} can match nothing at all")
                except GrammarError as error:
                    raise GrammarError(f"[{self.names[entry]}] {error}") from None
            todo += [self._first_state(lead)] if forms else []
        while todo:
            state = todo.pop()
            if any(entry in doubtful for _, entry in self._waiting.get(state, ())):
                todo += self._go_on(state)

    def _first_state(self, lead: str) -> int:
        """The first state of the forms that begin so; they wait behind it if no line has asked for them before."""
        if lead not in self._built:
            first = self._built[lead] = self._new()
            self._waiting[first] = self._led_by(lead)
        return self._built[lead]

    def _led_by(self, lead: str) -> list[Rest]:
        """The forms that begin so, with their entries."""
        entries = [(bisect_right(self._numbered, number) - 1, number) for number in self._leads[lead]]
        return [(self._forms[entry][number - self._numbered[entry]], entry) for entry, number in entries]

    def _begin(self, char: str) -> frozenset[int]:
        """Where the first word of forms leads, which stands behind no small word."""
        begun = self._led(self._first_states(char), self._kinds[char])
        if char in self._in_words:
            words = self._in_words[char]
            begun |= self._through(self._first_states(self._lexicon.literals[words[0]]), words)
        return begun

    def _first_states(self, char: str) -> frozenset[int]:
        """Where the forms stand that can begin with a class character."""
        with self._building:
            return self._closure({self._first_state(lead) for lead in self._begun_by(char)})

    def _led(self, states: Iterable[int], kinds: int) -> frozenset[int]:
        """Where a word of these ``kinds`` leads, which no small word may take the place of."""
        return self._closure({to for state in states for atoms, to in self._moves[state] if kinds & atoms})

    def _through(self, inside: Iterable[int], words: Iterable[str]) -> frozenset[int]:
        """Where these ``words`` lead, if forms say each of them; a line has them as one."""
        for word in words:
            places = [state if state >= 0 else ~state for state in inside]
            inside = self._led(places, self._kinds[self._lexicon.words[word]])
        return frozenset(inside)

    def _asked(self, inside: Iterable[int]) -> int:
        """The atoms that lead on from some of these states."""
        asked = 0
        for state in inside:
            asked |= self._asks[state if state >= 0 else ~state]
        return asked | self._small if asked else 0

    def _reached(self, inside: Iterable[int], kinds: int) -> set[int]:
        """Where a word of these ``kinds`` leads; a state that waits behind a small word (``~state``) goes on as if none
        had come."""
        asks, moves = self._asks, self._moves
        reached = set[int]()
        for state in inside:
            place = state if state >= 0 else ~state
            if kinds & asks[place]:
                for atoms, to in moves[place]:
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
        return frozenset[int]().union(*[self._closed.get(state) or self._close(state) for state in states])

    def _close(self, state: int) -> tuple[int, ...]:
        """The same for one state: itself, and what the states behind it have; no way leads back: each is asked once."""
        closed, todo = self._closed, [state]
        while todo:
            one = todo[-1]
            if one in self._waiting:
                self._go_on(one)
            free = self._free[one] if one >= 0 else ()
            wanting = [to for to in free if to not in closed]
            if wanting:
                todo += wanting
                continue
            todo.pop()
            if one < 0 or self._moves[one] or one in self._accepts:
                closed[one] = (*{one}.union(*map(closed.__getitem__, free)),) if free else (one,)
            elif len(free) == 1:
                closed[one] = closed[free[0]]
            else:
                closed[one] = (*set[int]().union(*map(closed.__getitem__, free)),)
        return closed[state]

    def _new(self) -> int:
        self._moves.append(())
        self._free.append(())
        self._asks.append(0)
        return len(self._moves) - 1

    def _go_on(self, state: int) -> Collection[int]:
        """Build the next part of what waits behind a state, once for all forms that go on alike; where it ends."""
        with self._building:
            if state not in self._waiting:  # another thread was quicker
                return ()
            ends: dict[str, int] = {}
            for form, entry in self._waiting[state]:
                now, later = first_part(form)
                try:
                    end = ends[now] if later and now in ends else self._build(state, read(now))
                except GrammarError as error:
                    raise GrammarError(f"[{self.names[entry]}] {error}") from None
                if later:
                    ends[now] = end
                    self._waiting.setdefault(end, []).append((later, entry))
                else:
                    self._accepts[end] = entry
            del self._waiting[state]
            return ends.values()

    def _silent(self, node: Node) -> bool:
        """Nothing need be said for this."""
        match node:
            case ("class", str(name)) if name in self._defines:
                return self._silent(self._tree(name))
            case ("all", *parts):
                return all(self._silent(part) for part in parts)  # type: ignore[arg-type]
            case ("any", *parts):
                return any(self._silent(part) for part in parts)  # type: ignore[arg-type]
            case ("times", part, int(low), _):
                return low == 0 or self._silent(part)  # type: ignore[arg-type]
        return node[0] == "opt"

    def _build(self, start: int, node: Node) -> int:
        """Add ``node`` behind ``start``; the state where it ends."""
        match node:
            case ("class", str(name)) if name in self._defines:
                return self._build(start, self._tree(name))
            case ("word" | "class", str()):
                return self._atoms_behind(start, [node])
            case ("all", *parts):
                return reduce(self._build, parts, start)  # type: ignore[arg-type]
            case ("any", *parts):
                alone = [p for p in parts if self._is_atom(p)]  # type: ignore[arg-type]
                ends = [self._build(start, p) for p in parts if p not in alone]  # type: ignore[arg-type]
                if alone:
                    ends.append(self._atoms_behind(start, alone))  # type: ignore[arg-type]
                return ends[0] if len(ends) == 1 else self._join(ends)
            case ("opt", part):
                return self._join([start, self._build(start, part)])  # type: ignore[arg-type]
            case ("times", part, int(low), int(high)):
                ends = [start] if low == 0 else []
                for count in range(1, high + 1):
                    start = self._build(start, part)  # type: ignore[arg-type]
                    if count >= low:
                        ends.append(start)
                return self._join(ends)
        raise AssertionError(node)

    def _join(self, ends: Sequence[int]) -> int:
        end = self._new()
        for state in ends:
            self._free[state] += (end,)
        return end

    def _is_atom(self, node: Node) -> bool:
        return node[0] == "word" or (node[0] == "class" and node[1] not in self._defines)

    def _atoms_behind(self, start: int, nodes: Sequence[Node]) -> int:
        """One word out of ``nodes``, which words of ``between`` may come before."""
        end = self._new()
        atoms = self._atoms_of(nodes)
        self._moves[start] += ((atoms, end),)
        self._asks[start] = self._asks[start] | atoms if self._asks[start] else atoms
        return end

    def _atoms_of(self, nodes: Iterable[Node]) -> int:
        """Words and classes, one bit each."""
        atoms = 0
        for node in nodes:
            atoms |= self._atom(node)
        return self._groups.setdefault(atoms, atoms)

    def _atom(self, node: Node) -> int:
        """The bit of a word or class; the characters that it stands for lead on from now on."""
        known = self._atoms.get(node)
        if known is not None:
            return known
        kind, name = node
        try:
            members = self._lexicon.words[str(name)] if kind == "word" else self._lexicon.members(str(name))
        except KeyError:
            raise self._lexicon.unknown(str(name), self._defines) from None
        atom = self._atoms[node] = 1 << len(self._atoms)
        self._kinds.add(atom, members)
        return atom

    def _tree(self, name: str) -> Node:
        if name not in self._trees:
            self._trees[name] = read(self._defines[name])
            if name in self._used(self._trees[name]):
                raise GrammarError(f"<{name}> is defined by itself")
        return self._trees[name]

    def _used(self, node: Node) -> set[str]:
        """Every definition that one needs, through others too."""
        todo, seen = [node], set[str]()
        while todo:
            for name in classes_in(todo.pop()):
                if name in self._defines and name not in seen:
                    seen.add(name)
                    todo.append(read(self._defines[name]))
        return seen
