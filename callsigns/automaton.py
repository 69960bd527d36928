"""All forms of one kind as one machine: a word of the line is one step, whatever the number of forms.

>>> from callsigns.lexicon import Lexicon
>>> lexicon = Lexicon({"digit": ["two", "four"], "small": ["please"]}, literals=["climb", "to"])
>>> machine = Automaton({"climb": ["climb [to] <digit>{1,3}"]}, lexicon, {}, between=["small"])
>>> machine.at(lexicon.classes("climb please to two four".split()), 0)
Form(entry='climb', start=0, end=5)

The forms become one nondeterministic automaton (Thompson's construction), and the sets of its states that real
lines reach become a deterministic one, made while reading and kept up to a bound. So the longest form that begins at a
word is found in one walk, without going back, and a thousand forms more cost nothing. Among forms of equal length the
one that stands first in the grammar counts. Two things that every speaker does need no place in a form: words of the
classes ``between`` may stand between any two words of it, and a word may be said twice ("radar radar contact").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import RLock
from typing import Final

from callsigns.errors import GrammarError
from callsigns.forms import Compiler, Form, compiler
from callsigns.lexicon import CONTINUED, Lexicon, one_of
from callsigns.patterns import Node, classes_in, is_parted, lead_of, read

__all__ = ["Automaton"]

# The usual beginning, for which no tree is needed: one word, or words to choose from.
_WORDS: Final = re.compile(r"[a-z'.]+|\([a-z'.]+(?: [a-z'.]+)*(?:\|[a-z'.]+(?: [a-z'.]+)*)+\)")
_BEGINNING: Final = re.compile(rf"(?:{_WORDS.pattern}|<[\w.-]+>)(?=\s|\Z)")
_FIRST: Final = re.compile(r"(?:^|[(|])([a-z'.]+)")

_MOST_STEPS: Final = 200_000  # remembered steps; 20,000 different real lines need about a tenth of that
_MOST_AGAIN: Final = 8  # how often a word is said again and still counts once; without a bound, runs cost their square
_LONGEST: Final = 200  # words of one form with all that may stand between them


class _State(dict[str, "_State | None"]):
    """A set of the automaton's states that some line reaches, and where each next class leads from it.

    The words of a longer name or entity are one step with its first. ``complete``: the entries of which a form may end
    here, one bit each; ``entry``: the first of them, or -1.
    """

    __slots__ = ("complete", "entry", "inside", "leads", "machine")

    def __init__(self, machine: Automaton, inside: frozenset[int], entries: set[int]) -> None:
        self.machine, self.inside = machine, inside
        self.entry = min(entries, default=-1)
        self.complete = sum(1 << entry for entry in entries)
        self.leads: dict[int, set[int]] = {}  # atom -> where it leads, gathered when first asked for
        self[CONTINUED] = self

    def __missing__(self, char: str) -> _State | None:
        return self.machine._step(self, char)


class _Heads(dict[str, "_State | None"]):
    """Where the first word of a form leads; ``None`` where none begins with it."""

    def __init__(self, machine: Automaton) -> None:
        self._machine = machine

    def __missing__(self, char: str) -> _State | None:
        state = self[char] = self._machine._root(char)[char] if char in self._machine._begins else None
        return state


class Automaton:
    """Entries of a grammar, ready to be looked for; immutable but for what it remembers."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], lexicon: Lexicon, defines: Mapping[str, str],
        between: Sequence[str] = (), *, checked: bool = False,
    ) -> None:  # fmt: skip
        """``checked``: the forms are known to be good, so each may wait until a line has a word that it begins with."""
        self._names = [*entries]
        self._lexicon, self._defines = lexicon, defines
        self._atoms: dict[Node, int] = {}
        self._kinds: dict[str, list[int]] = {}  # class -> atoms
        self._moves: list[list[tuple[int, int]]] = []
        self._free: list[list[int]] = []
        self._accepts: dict[int, int] = {}
        self._trees: dict[str, Node] = {}
        self._between = [self._atom_number(("class", name)) for name in between]
        self._leading: set[int] = set()  # states before the first word of a form
        self._forms = [(form, number) for number, forms in enumerate(entries.values()) for form in forms]
        self._built: dict[int, int] = {}  # form -> its first state
        self._building = RLock()
        self._begins = self._beginnings() if checked else self._beginnings_checked()
        self._entities = frozenset(lexicon.entity.values())
        self._states: dict[frozenset[int], _State] = {}
        self._heads = _Heads(self)
        self._count = 0
        self._begin = re.compile(one_of(self._begins))

    def scan(self, classes: str, take: Callable[[int, int, str], int]) -> None:
        """Tell ``take`` the longest form at each word, from left to right: its first word, where it ends and its entry.

        It gives the word from which to go on; one that lies behind goes on at the next.
        """
        heads, names, after = self._heads, self._names, 0
        for start, char in enumerate(classes):
            state = heads[char] if start >= after else None
            if state is None:
                continue
            entry = state.entry
            end = place = start + 1
            for char in classes[place : start + _LONGEST]:
                state = state[char]
                if state is None:
                    if _again(classes, start, place):
                        entry, end = self._longest(classes, start)
                    break
                place += 1
                if state.entry >= 0:
                    entry, end = state.entry, place
            if entry >= 0:
                after = take(start, end, names[entry])

    def at(self, classes: str, start: int) -> Form | None:
        """The longest form that begins at word ``start``; the earlier entry among equals."""
        entry, end = self._longest(classes, start)
        return Form(self._names[entry], start, end) if entry >= 0 else None

    def _longest(self, classes: str, start: int) -> tuple[int, int]:
        """Number of the entry and the end of the form at ``start``, past words that are said again; -1 for none."""
        state, entry, end, before, again = self._root(classes[start]), -1, start, "", 0
        for place, char in enumerate(classes[start : start + _LONGEST], start + 1):
            if char == CONTINUED:
                continue
            step = state[char]
            if step is None:
                if char == before and again < _MOST_AGAIN and char not in self._entities:
                    again += 1
                    continue
                break
            state, before, again = step, char, 0
            if state.entry >= 0:
                entry, end = state.entry, place
        while classes[end : end + 1] == CONTINUED:
            end += 1
        return entry, end

    def find(self, classes: str) -> list[Form]:
        """Non-overlapping matches from left to right."""
        found: list[Form] = []
        if self._begin.search(classes) is None:
            return found

        def take(start: int, end: int, entry: str) -> int:
            found.append(Form(entry, start, end))
            return end

        self.scan(classes, take)
        return found

    # -- running ---------------------------------------------------------------------------------------------------

    def _root(self, char: str) -> _State:
        """Where one starts with a class: the first states of all forms that can begin with it."""
        with self._building:
            starts = {self._first_of(form) for form in self._begins.get(char, ())}
        return self._state(self._closure(starts))

    def _first_of(self, form: int) -> int:
        """The first state of a form, which is built now if no line has asked for it before."""
        if form not in self._built:
            first = self._new()
            self._add(first, *self._forms[form])
            self._built[form] = first
        return self._built[form]

    def _state(self, inside: frozenset[int]) -> _State:
        state = self._states.get(inside)
        if state is None:
            entries = {self._accepts[s] for s in inside if s in self._accepts}
            state = self._states[inside] = _State(self, inside, entries)
        return state

    def _step(self, state: _State, char: str) -> _State | None:
        """Where ``char`` leads from ``state``, worked out once."""
        leads = self._leads(state)
        reached = {to for atom in self._kinds.get(char, ()) if atom in leads for to in leads[atom]}
        after = self._state(self._closure(reached)) if reached else None
        if self._count >= _MOST_STEPS:
            self._forget()
        self._count += 1
        state[char] = after
        return after

    def _leads(self, state: _State) -> dict[int, set[int]]:
        if not state.leads:
            leads: dict[int, set[int]] = {}
            for inside in state.inside:
                place = inside if inside >= 0 else ~inside
                for atom, to in self._moves[place]:
                    leads.setdefault(atom, set()).add(to)
                if place not in self._leading and self._moves[place]:
                    for atom in self._between:
                        leads.setdefault(atom, set()).add(~place)
            state.leads = leads
        return state.leads

    def _forget(self) -> None:
        self._states, self._count = {}, 0
        self._heads = _Heads(self)

    def _closure(self, states: set[int]) -> frozenset[int]:
        todo, seen = [*states], set(states)
        while todo:
            for to in self._free_from(todo.pop()):
                if to not in seen:
                    seen.add(to)
                    todo.append(to)
        return frozenset(seen)

    def _free_from(self, state: int) -> Sequence[int]:
        """Where one gets without a word; a state that waits behind a small word (``~state``) stays for the next one."""
        return self._free[state] if state >= 0 else ()

    # -- building --------------------------------------------------------------------------------------------------

    def _new(self) -> int:
        self._moves.append([])
        self._free.append([])
        return len(self._moves) - 1

    def _beginnings(self) -> dict[str, list[int]]:
        """Class -> forms that can begin with it."""
        compile_ = compiler(self._lexicon, self._defines)
        begins: dict[str, list[int]] = {}
        known: dict[str, frozenset[str]] = {}
        for number, (form, _) in enumerate(self._forms):
            found = _BEGINNING.match(form)
            lead = found[0] if found is not None and not ("|" in form and is_parted(form)) else lead_of(form)
            chars = known.get(lead)
            if chars is None:
                try:
                    chars = known[lead] = self._first_chars(lead, compile_)
                except GrammarError:  # what stands first need not be said
                    chars = compile_.first(form)
            for char in chars:
                begins.setdefault(char, []).append(number)
        return begins

    def _first_chars(self, lead: str, compile_: Compiler) -> frozenset[str]:
        if _WORDS.fullmatch(lead):
            return frozenset(map(self._lexicon.words.__getitem__, _FIRST.findall(lead)))
        return compile_.first(lead)

    def _beginnings_checked(self) -> dict[str, list[int]]:
        """The same, with all forms built, so that one that is no good is told at once."""
        for number in range(len(self._forms)):
            self._first_of(number)
        return self._beginnings()

    def _add(self, first: int, form: str, number: int) -> None:
        try:
            node = self._node(form)
            if self._silent(node):
                raise GrammarError(f"form {form!r} can match nothing at all")
            self._accepts.setdefault(self._build(first, node, lead=True), number)
        except GrammarError as error:
            raise GrammarError(f"[{self._names[number]}] {error}") from None

    def _node(self, form: str) -> Node:
        return read(form)

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

    def _chain(self, start: int, parts: Sequence[Node], lead: bool) -> int:
        for index, part in enumerate(parts):
            rest = parts[index + 1 :]
            if lead and part[0] == "opt" and rest:  # what ``between`` gives must not come first
                inner: Node = part[1]  # type: ignore[assignment]
                behind = self._chain(self._build(start, inner, lead), rest, lead=False)
                return self._join([behind, self._chain(start, rest, lead)])
            start = self._build(start, part, lead)
            lead = False
        return start

    def _build(self, start: int, node: Node, lead: bool) -> int:
        """Add ``node`` behind ``start``; the state where it ends. ``lead``: nothing of the form stands before it."""
        match node:
            case ("class", str(name)) if name in self._defines:
                return self._build(start, self._tree(name), lead)
            case ("word" | "class", str()):
                return self._atoms_behind(start, [node], lead)
            case ("all", *parts):
                return self._chain(start, parts, lead)  # type: ignore[arg-type]
            case ("any", *parts):
                alone = [p for p in parts if self._is_atom(p)]  # type: ignore[arg-type]
                ends = [self._build(start, p, lead) for p in parts if p not in alone]  # type: ignore[arg-type]
                if alone:
                    ends.append(self._atoms_behind(start, alone, lead))  # type: ignore[arg-type]
                return ends[0] if len(ends) == 1 else self._join(ends)
            case ("opt", part):
                return self._join([start, self._build(start, part, lead)])  # type: ignore[arg-type]
            case ("times", part, int(low), int(high)):
                ends = [start] if low == 0 else []
                for count in range(1, high + 1):
                    start = self._build(start, part, lead and count == 1)  # type: ignore[arg-type]
                    if count >= low:
                        ends.append(start)
                return self._join(ends)
        raise AssertionError(node)

    def _join(self, ends: Sequence[int]) -> int:
        end = self._new()
        for state in ends:
            self._free[state].append(end)
        return end

    def _is_atom(self, node: Node) -> bool:
        return node[0] == "word" or (node[0] == "class" and node[1] not in self._defines)

    def _atoms_behind(self, start: int, nodes: Sequence[Node], lead: bool) -> int:
        """One word out of ``nodes``, which words of ``between`` may come before."""
        end = self._new()
        self._moves[start] += [(self._atom_number(node), end) for node in nodes]
        if lead:
            self._leading.add(start)
        return end

    def _atom_number(self, node: Node) -> int:
        """The number of a word or class; the classes that it stands for lead on from now on."""
        known = self._atoms.get(node)
        if known is not None:
            return known
        kind, name = node
        try:
            members = self._lexicon.words[str(name)] if kind == "word" else self._lexicon.members(str(name))
        except KeyError:
            raise GrammarError(f"unknown class <{name}>") from None
        atom = self._atoms[node] = len(self._atoms)
        for char in members:
            self._kinds.setdefault(char, []).append(atom)
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


def _again(classes: str, start: int, place: int) -> bool:
    """The word at ``place`` is the same as the last one of those from ``start`` on."""
    return classes[start:place].rstrip(CONTINUED)[-1:] == classes[place]
