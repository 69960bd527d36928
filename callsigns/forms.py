"""Many forms, one search: entries of a grammar compiled over the string of classes, indexed by their first class.

>>> from callsigns.lexicon import Lexicon, one_of
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "to"])
>>> forms = Forms({"climb": ["climb [to] <digit>{1,3}"]}, compiler(lexicon, {}))
>>> [(f.entry, f.start, f.end) for f in forms.find(lexicon.classes("please climb to two four".split()))]
[('climb', 1, 5)]

A line pays only for the forms that can begin at one of its words. Among the forms of one entry and position the
longest match counts; among entries, the one that stands first in the grammar unless a later one reaches further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from callsigns.errors import GrammarError
from callsigns.lexicon import Lexicon, one_of
from callsigns.patterns import Node, read, render

__all__ = ["Compiler", "Form", "Forms", "compiler"]


class Form(NamedTuple):
    """A match: ``entry`` of the grammar, the words ``start`` to ``end``, and ``inner``: where its value begins."""

    entry: str
    start: int
    end: int
    inner: int


class Compiler(NamedTuple):
    """Turns the text of a form into an expression, and tells with which classes it can begin; ``beyond`` tells how it
    can go on behind words of some classes that it begins with, and whether it may be over there."""

    expression: Callable[[str], str]
    first: Callable[[str], frozenset[str]]
    beyond: Callable[[str, frozenset[str]], tuple[frozenset[str], bool]]


def compiler(lexicon: Lexicon, defines: Mapping[str, str]) -> Compiler:
    """A compiler for one grammar: ``defines`` are named forms that other forms use as ``<name>``."""
    rendered: dict[str, str] = {}
    trees: dict[str, Node] = {}

    def klass(name: str, inside: tuple[str, ...] = ()) -> str:
        if name not in defines:
            try:
                return lexicon.expression(name)
            except KeyError:
                raise GrammarError(f"unknown class <{name}>") from None
        if name in inside:
            raise GrammarError(f"<{name}> is defined by itself: {' -> '.join((*inside, name))}")
        if name not in rendered:
            rendered[name] = "(?:" + render(tree(name), lambda n: klass(n, (*inside, name)), literal) + ")"
        return rendered[name]

    def tree(name: str) -> Node:
        if name not in trees:
            trees[name] = read(defines[name])
        return trees[name]

    def literal(word: str) -> str:
        return lexicon.literals[word]

    behind: dict[frozenset[str], _Beginnings] = {}

    def beyond(form: str, passed: frozenset[str]) -> tuple[frozenset[str], bool]:
        if passed not in behind:
            behind[passed] = _Beginnings(lexicon, defines, passed)
        return behind[passed].of(read(form))

    return Compiler(lambda form: render(read(form), klass, literal), _Beginnings(lexicon, defines).of_form, beyond)


class _Beginnings:
    """With which classes forms can begin."""

    def __init__(self, lexicon: Lexicon, defines: Mapping[str, str], passed: frozenset[str] = frozenset()) -> None:
        """``passed``: classes that count as if they were not there."""
        self._lexicon, self._defines, self._passed = lexicon, defines, passed
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    def of_form(self, form: str) -> frozenset[str]:
        """The classes; a form that may be left out altogether is a ``GrammarError``."""
        chars, empty = self.of(read(form))
        if empty:
            raise GrammarError(f"form {form!r} can match nothing at all")
        return chars

    def of(self, node: Node) -> tuple[frozenset[str], bool]:
        """The classes that a node can begin with, and whether it can be empty."""
        match node:
            case ("word", str(word)):
                return self._one_of(self._lexicon.words[word])
            case ("class", str(name)):
                return self._known.get(name) or self._known.setdefault(name, self._of_class(name))
            case ("opt", part):
                return self.of(part)[0], True  # type: ignore[arg-type]
            case ("times", part, low, _):
                chars, empty = self.of(part)  # type: ignore[arg-type]
                return chars, empty or low == 0
            case ("any", *parts):
                found = [self.of(p) for p in parts]  # type: ignore[arg-type]
                return frozenset().union(*(c for c, _ in found)), any(e for _, e in found)
            case ("all", *parts):
                chars = frozenset[str]()
                for part in parts:
                    more, empty = self.of(part)  # type: ignore[arg-type]
                    chars |= more
                    if not empty:
                        return chars, False
                return chars, True
        raise AssertionError(node)

    def _of_class(self, name: str) -> tuple[frozenset[str], bool]:
        if name in self._defines:
            return self.of(read(self._defines[name]))
        return self._one_of(self._lexicon.members(name))

    def _one_of(self, chars: str) -> tuple[frozenset[str], bool]:
        found = frozenset(chars)
        return found - self._passed, not self._passed.isdisjoint(found)


class _Choice:
    """What can begin with one class, one expression an entry; compiled when a line first has such a word."""

    def __init__(self, found: Iterable[tuple[str, str]]) -> None:
        self._found = tuple(found)

    @cached_property
    def entries(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        merged: dict[str, list[str]] = {}
        for entry, expression in self._found:
            merged.setdefault(entry, []).append(expression)
        return tuple((entry, re.compile("|".join(f"(?:{e})" for e in each))) for entry, each in merged.items())


class Forms:
    """All forms of one kind of grammar entry, ready to search."""

    def __init__(
        self, entries: Mapping[str, Iterable[str]], compile_: Compiler, before: Mapping[str, str] | None = None
    ) -> None:
        """``before``: entry -> form that must stand in front of it and is no part of it."""
        by_first: dict[str, list[tuple[str, str]]] = {}
        for entry, forms in entries.items():
            for form in forms:
                try:
                    self._add(by_first, entry, form, (before or {}).get(entry, ""), compile_)
                except GrammarError as error:
                    raise GrammarError(f"[{entry}] {error}") from None
        made: dict[tuple[tuple[str, str], ...], _Choice] = {}
        self._index = {char: made.setdefault(tuple(found), _Choice(found)) for char, found in by_first.items()}
        expressions = dict.fromkeys(expression for found in made for _, expression in found)
        self._start = re.compile(one_of(self._index))
        self._any = re.compile(f"(?={one_of(self._index)})(?:{'|'.join(expressions)})" if self._index else "(?!)")

    @staticmethod
    def _add(index: dict[str, list[tuple[str, str]]], entry: str, form: str, before: str, compile_: Compiler) -> None:
        expression = compile_.expression(form)
        chars = compile_.first(before or form)
        if before:
            expression = f"{compile_.expression(before)}(){expression}"
        for char in chars:
            index.setdefault(char, []).append((entry, expression))

    def at(self, classes: str, start: int) -> Form | None:
        """The best form that begins at word ``start``: the longest, the earlier entry among equals."""
        best: Form | None = None
        choice = self._index.get(classes[start : start + 1])
        for entry, expression in choice.entries if choice is not None else ():
            found = expression.match(classes, start)
            if found is not None and (best is None or found.end() > best.end):
                inner = found.start(found.lastindex) if found.lastindex else start
                best = Form(entry, start, found.end(), inner)
        return best

    def next(self, classes: str, at: int) -> tuple[int, Iterator[str]]:
        """The first word from ``at`` on where some form matches, and the entries that do; -1 where none does."""
        found = self._any.search(classes, at)
        if found is not None:
            place = found.start()
            entries = self._index[classes[place]].entries
            return place, (name for name, expression in entries if expression.match(classes, place))
        return -1, iter(())

    def find(self, classes: str) -> Iterator[Form]:
        """Non-overlapping matches from left to right."""
        after = 0
        for start in self._start.finditer(classes):
            if start.start() >= after:
                found = self.at(classes, start.start())
                if found is not None:
                    after = found.end
                    yield found
