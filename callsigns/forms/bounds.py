"""Whether the forms of a user's grammar can be used at all, and in bounded time; told before the first line is read.

``[callsign.x] patterns = ["zap (<digit>{1,12}){1,12} zip"]`` is refused: ten figures can be parted among its repeats
in more ways than anybody could wait for. So are a class that does not exist, a definition that needs itself, and one
that doubles another until it fills the memory.

The *ways* of a form are counted by length: in how many ways, at most, can so many words be read by it. A search that
goes back tries no more than that. Alternatives that begin with different words exclude each other, and count once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, NamedTuple

from callsigns.errors import GrammarError
from callsigns.grammar import Grammar
from callsigns.grammar.file import FORM_KEYS, Part
from callsigns.grammar.patterns import Node, read
from callsigns.lexicon import Lexicon

__all__ = ["Bounds", "check_added"]

_MOST_WAYS: Final = 100_000  # some milliseconds; no shipped form of a call sign or a value has a tenth of it
_MOST_STATES: Final = 20_000  # words that a form holds when all repeats and definitions are written out
_MOST_WORDS: Final = 200  # words of the longest speech that a form can read
_MOST_DEEP: Final = 16  # definitions inside each other
_SEARCHED: Final = ("callsign", "value")  # read by expressions that go back; all others by automata that do not


class _Size(NamedTuple):
    """``ways[n]``: in how many ways n words may be read; ``states``: the words of the form written out."""

    ways: tuple[int, ...]
    states: int
    first: frozenset[str]
    deep: int = 0


class Bounds:
    """Measures forms over one lexicon and its definitions."""

    def __init__(self, lexicon: Lexicon, defines: Mapping[str, str], marks: Collection[str] = ()) -> None:
        """``marks``: classes that stand for no word, as the end of the line."""
        self._lexicon, self._defines, self._marks = lexicon, defines, marks
        self._known: dict[str, _Size] = {}
        self._inside: list[str] = []

    def check(self, form: str, *, searched: bool) -> int:
        """How many words the form holds when written out; raises ``GrammarError`` when it is no usable one."""
        size = self._size(read(form))
        if size.ways[0] and sum(size.ways) > 1:
            raise GrammarError(f"form {form[:60]!r} can match nothing at all")
        if searched and sum(size.ways) > _MOST_WAYS:
            raise GrammarError(
                f"form {form[:60]!r} can be read in more than {_MOST_WAYS:,} ways: repeat or leave out less"
            )
        return size.states

    def check_said(self, form: str) -> None:
        """Raises ``GrammarError`` when a form can be read where no word is."""
        if self._size(read(form)).ways[0]:
            raise GrammarError(f"form {form[:60]!r} can match where nothing is said")

    def _size(self, node: Node) -> _Size:
        match node:
            case ("word", str(word)):
                return _Size((0, 1), 1, frozenset(self._lexicon.words[word]))
            case ("class", str(name)) if name in self._defines:
                return self._defined(name)
            case ("class", str(name)):
                return self._class(name)
            case ("opt", part):
                inner = self._size(part)  # type: ignore[arg-type]
                return inner._replace(ways=(inner.ways[0] + 1, *inner.ways[1:]))
            case ("all", *parts):
                return self._row(self._size(part) for part in parts)  # type: ignore[arg-type]
            case ("any", *parts):
                return self._choice([self._size(part) for part in parts])  # type: ignore[arg-type]
            case ("times", part, int(low), int(high)):
                return self._times(self._size(part), low, high)  # type: ignore[arg-type]
        raise AssertionError(node)

    def _class(self, name: str) -> _Size:
        try:
            return _Size((1,) if name in self._marks else (0, 1), 1, self._lexicon.listed(name))
        except KeyError:
            raise self._lexicon.unknown(name, self._defines) from None

    def _defined(self, name: str) -> _Size:
        if name in self._inside:
            raise GrammarError(f"<{name}> is defined by itself: {' -> '.join((*self._inside, name))}")
        if name not in self._known:
            if len(self._inside) > 2 * _MOST_DEEP:
                raise GrammarError(f"<{name}>: more than {_MOST_DEEP} definitions inside each other")
            self._inside.append(name)
            try:
                size = self._size(read(self._defines[name]))
            finally:
                self._inside.pop()
            if size.deep >= _MOST_DEEP:
                raise GrammarError(f"<{name}>: more than {_MOST_DEEP} definitions inside each other")
            self._known[name] = size._replace(deep=size.deep + 1)
        return self._known[name]

    def _row(self, sizes: Iterable[_Size]) -> _Size:
        """One after the other: the words of each add up, and the ways of each with the ways of each."""
        total = _Size((1,), 0, frozenset())
        for size in sizes:
            first = total.first | size.first if total.ways[0] else total.first
            ways, deep = _product(total.ways, size.ways), max(total.deep, size.deep)
            total = self._bounded(_Size(ways, total.states + size.states, first, deep))
        return total

    def _choice(self, sizes: list[_Size]) -> _Size:
        """One of them: as many count at once as can begin with one and the same word."""
        begins = Counter(char for size in sizes for char in size.first)
        rivals = max(begins.values(), default=1)
        longest = max(len(size.ways) for size in sizes)
        ways = [
            sum(sorted((size.ways[n] for size in sizes if n < len(size.ways)), reverse=True)[:rivals])
            for n in range(longest)
        ]
        states, deep = sum(size.states for size in sizes), max(size.deep for size in sizes)
        return self._bounded(_Size(tuple(ways), states, frozenset(begins), deep))

    def _times(self, size: _Size, low: int, high: int) -> _Size:
        power, total = _Size((1,), 0, frozenset()), [int(low == 0)]
        for count in range(1, high + 1):
            power = self._row((power, size))
            if count >= low:
                total += [0] * (len(power.ways) - len(total))
                total = [a + (power.ways[n] if n < len(power.ways) else 0) for n, a in enumerate(total)]
        return _Size(tuple(total), power.states, size.first, size.deep)

    @staticmethod
    def _bounded(size: _Size) -> _Size:
        if size.states > _MOST_STATES:
            raise GrammarError(f"more than {_MOST_STATES:,} words when all repeats and definitions are written out")
        if len(size.ways) > _MOST_WORDS + 1:
            raise GrammarError(f"more than {_MOST_WORDS} words one after the other")
        return size._replace(ways=tuple(min(n, _MOST_WAYS + 1) for n in size.ways))


def _product(one: tuple[int, ...], other: tuple[int, ...]) -> tuple[int, ...]:
    out = [0] * (len(one) + len(other) - 1)
    for at, a in enumerate(one):
        if a:
            for to, b in enumerate(other):
                out[at + to] += a * b
    return tuple(out)


def check_added(grammar: Grammar, lexicon: Lexicon, marks: Collection[str]) -> None:
    """Check what users added to the shipped grammar; raises ``GrammarError`` with file and entry.

    ``marks``: the classes of what a line is as a whole, and where it and its sentences begin and end.
    """
    if not grammar.added:
        return
    defines = grammar.section("define")
    bounds, said = Bounds(lexicon, defines), Bounds(lexicon, defines, marks)
    for part in grammar.added:
        _check_part(part, bounds, lexicon)
        _check_said(part, said)


def _check_said(part: Part, bounds: Bounds) -> None:
    """What a message, a condition, a value or a call sign is read from are words."""
    for section in ("message", "condition", *_SEARCHED):
        for name, entry in part.sections.get(section, {}).items():
            try:
                for form in (*entry.get("patterns", ()), *entry.get("forms", ())):
                    bounds.check_said(form)
            except GrammarError as error:
                raise GrammarError(f"{part.source}: [{section}.{name}] {error}") from None


def _check_part(part: Part, bounds: Bounds, lexicon: Lexicon) -> None:
    total = 0
    for section, entries in part.sections.items():
        for name, entry in entries.items():
            try:
                if section == "define" and _is_class(lexicon, name):
                    raise GrammarError(f"<{name}> is a class already")
                total += sum(
                    bounds.check(form, searched=section in _SEARCHED) for form in _forms_of(section, name, entry)
                )
                if total > 10 * _MOST_STATES:
                    raise GrammarError(
                        f"with this form the file holds more than {10 * _MOST_STATES:,} words written out"
                    )
            except GrammarError as error:
                raise GrammarError(f"{part.source}: [{section}.{name}] {error}") from None


def _is_class(lexicon: Lexicon, name: str) -> bool:
    try:
        lexicon.members(name)
    except KeyError:
        return False
    return True


def _forms_of(section: str, name: str, entry: Any) -> Iterable[str]:
    if section == "define":
        yield f"<{name}>"
    elif section not in ("words", "telephony", "facility"):
        for key in FORM_KEYS:
            forms = entry.get(key, ())
            yield from (forms,) if isinstance(forms, str) else forms
