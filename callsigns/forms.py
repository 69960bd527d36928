"""Many forms, one search: entries of a grammar compiled over the string of classes.

>>> from callsigns.lexicon import Lexicon, one_of
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "to"])
>>> forms = Forms({"climb": ["climb [to] <digit>{1,3}"]}, compiler(lexicon, {}))
>>> found = forms.search(lexicon.classes("please climb to two four".split()))
>>> found.span(), forms.entry(found)
((1, 5), 'climb')

All entries are one expression: where nothing matches, a line is searched once and that is all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from callsigns.errors import GrammarError
from callsigns.lexicon import Lexicon, one_of
from callsigns.patterns import Node, choice, read, render

__all__ = ["Compiler", "Form", "Forms", "compiler"]


class Form(NamedTuple):
    """A match: ``entry`` of the grammar, the words ``start`` to ``end``."""

    entry: str
    start: int
    end: int


class Compiler(NamedTuple):
    """Turns the text of a form into an expression, and tells with which classes it can begin and end; ``beyond`` tells
    how it can go on behind words of some classes that it begins with, and whether it may be over there."""

    expression: Callable[[str], str]
    first: Callable[[str], frozenset[str]]
    last: Callable[[str], frozenset[str]]
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
            rendered[name] = choice([render(tree(name), lambda n: klass(n, (*inside, name)), literal)])
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

    first, last = _Beginnings(lexicon, defines).of_form, _Beginnings(lexicon, defines, backwards=True).of_form
    return Compiler(lambda form: render(read(form), klass, literal), first, last, beyond)


class _Beginnings:
    """With which classes forms can begin."""

    def __init__(
        self, lexicon: Lexicon, defines: Mapping[str, str], passed: frozenset[str] = frozenset(), *,
        backwards: bool = False,
    ) -> None:  # fmt: skip
        """``passed``: classes that count as if they were not there. ``backwards``: with which they can end."""
        self._lexicon, self._defines, self._passed = lexicon, defines, passed
        self._step = -1 if backwards else 1
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
                for part in parts[:: self._step]:
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


class Forms:
    """All forms of one kind of grammar entry, ready to search."""

    def __init__(self, entries: Mapping[str, Iterable[str]], compile_: Compiler) -> None:
        first: set[str] = set()
        expressions: dict[str, str] = {}
        for entry, forms in entries.items():
            try:
                expressions[entry] = "|".join(compile_.expression(form) for form in forms)
                first.update(*(compile_.first(form) for form in forms))
            except GrammarError as error:
                raise GrammarError(f"[{entry}] {error}") from None
        self.names = tuple(expressions)
        self._expressions = tuple(expressions.values())
        # The empty group behind an alternative tells which of them has matched.
        choice = "|".join(f"(?:{expression})()" for expression in self._expressions)
        self.search = re.compile(f"(?={one_of(first)})(?:{choice})" if first else "(?!)").search

    @cached_property
    def _each(self) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(expression) for expression in self._expressions)

    def entry(self, found: re.Match[str]) -> str:
        """The entry that was found."""
        return self.names[(found.lastindex or 1) - 1]

    def others(self, found: re.Match[str]) -> Iterator[str]:
        """The entries behind it that match at the same word."""
        group = found.lastindex or 1
        for name, expression in zip(self.names[group:], self._each[group:], strict=True):
            if expression.match(found.string, found.start()):
                yield name
