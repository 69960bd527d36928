"""Many forms, one search: entries of a grammar compiled over the string of classes.

>>> from callsigns.lexicon import Lexicon, one_of
>>> lexicon = Lexicon({"digit": ["two", "four"]}, literals=["climb", "to"])
>>> forms = Forms({"climb": ["climb [to] <digit>{1,3}"]}, compiler(lexicon, {}))
>>> found = forms.search(lexicon.classes("please climb to two four".split()))
>>> found.span(), forms.entry(found)
((1, 4), 'climb')

All entries are one expression: where nothing matches, a line is searched once and that is all. It tells where a form
begins, not where it ends: of what its end may repeat the least is looked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from callsigns.errors import GrammarError
from callsigns.forms.phrases import Phrases
from callsigns.grammar.expressions import searchable
from callsigns.grammar.patterns import Node, choice, read, render, shortest
from callsigns.lexicon import Lexicon, one_of
from callsigns.once import once

__all__ = ["Beginnings", "Compiler", "Form", "Forms", "compiler"]

Leaf = Callable[[str, str], "tuple[frozenset[Any], bool]"]
_USUAL: Final = ("begin", "end", "break", "callsign")  # what lines have, whatever is said in them


class Form(NamedTuple):
    """A match: ``entry`` of the grammar, the words ``start`` to ``end``."""

    entry: str
    start: int
    end: int


class Compiler(NamedTuple):
    """Turns the text of a form into an expression, and tells with which classes it can begin and end; ``beyond`` tells
    how it can go on behind words of some classes that it begins with, and whether it may be over there; ``each`` gives
    the alternatives of a named form, each with what ``beyond`` tells of it; ``shortest`` the expression of a form whose
    end does not matter; ``needed`` gives classes of which every match has one, as few as there are."""

    expression: Callable[[str], str]
    first: Callable[[str], frozenset[str]]
    last: Callable[[str], frozenset[str]]
    beyond: Callable[[str, frozenset[str]], tuple[frozenset[str], bool]]
    each: Callable[[str, frozenset[str]], list[tuple[str, frozenset[str], bool]]]
    shortest: Callable[[str], str]
    needed: Callable[[str], frozenset[str]]


def compiler(lexicon: Lexicon, defines: Mapping[str, str]) -> Compiler:
    """A compiler for one grammar: ``defines`` are named forms that other forms use as ``<name>``."""
    rendered: dict[str, str] = {}
    trees: dict[str, Node] = {}
    phrases = Phrases(lexicon.phrases, defines)

    def parsed(form: str) -> Node:
        return phrases.named_in(read(form))

    def klass(name: str, inside: tuple[str, ...] = ()) -> str:
        if name not in defines:
            try:
                return lexicon.expression(name)
            except KeyError:
                raise lexicon.unknown(name, defines) from None
        if name in inside:
            raise GrammarError(f"<{name}> is defined by itself: {' -> '.join((*inside, name))}")
        if name not in rendered:
            rendered[name] = choice([render(tree(name), lambda n: klass(n, (*inside, name)), literal)])
        return rendered[name]

    def tree(name: str) -> Node:
        if name not in trees:
            trees[name] = parsed(defines[name])
        return trees[name]

    def literal(word: str) -> str:
        return lexicon.literal(word)

    def chars(kind: str, name: str) -> tuple[frozenset[str], bool]:
        return frozenset(lexicon.literal(name)[0]) if kind == "word" else lexicon.listed(name), False

    behind: dict[frozenset[str], Beginnings] = {}

    def behind_all(passed: frozenset[str]) -> Beginnings:
        def others(kind: str, name: str) -> tuple[frozenset[str], bool]:
            found, _ = chars(kind, name)
            return found - passed, not passed.isdisjoint(found)

        if passed not in behind:
            behind[passed] = Beginnings(others, defines, parsed)
        return behind[passed]

    def beyond(form: str, passed: frozenset[str]) -> tuple[frozenset[str], bool]:
        return behind_all(passed).of(parsed(form))

    def each(name: str, passed: frozenset[str]) -> list[tuple[str, frozenset[str], bool]]:
        nodes: tuple[Node, ...] = tree(name)[1:] if tree(name)[0] == "any" else (tree(name),)  # type: ignore[assignment]
        return [(render(node, klass, literal), *behind_all(passed).of(node)) for node in nodes]

    def needed(form: str) -> frozenset[str]:
        return _needed(parsed(form), lambda kind, name: chars(kind, name)[0], tree, defines)

    first = Beginnings(chars, defines, parsed).of_form
    last = Beginnings(chars, defines, parsed, backwards=True).of_form
    return Compiler(
        lambda form: render(parsed(form), klass, literal), first, last, beyond, each,
        lambda form: render(shortest(parsed(form)), klass, literal), needed,
    )  # fmt: skip


def _needed(
    node: Node, leaf: Callable[[str, str], frozenset[str]], tree: Callable[[str], Node], defines: Container[str]
) -> frozenset[str]:
    """Classes of which each match of a node has one; none where it may be empty, or be nothing but what lines have
    anyway."""
    match node:
        case ("class", str(name)) if name in defines:
            return _needed(tree(name), leaf, tree, defines)
        case ("word" | "class" as kind, str(name)):
            return frozenset() if name in _USUAL else leaf(kind, name)
        case ("times", part, int(low), _):
            return _needed(part, leaf, tree, defines) if low else frozenset()  # type: ignore[arg-type]
        case ("any", *parts):
            each = [_needed(part, leaf, tree, defines) for part in parts]  # type: ignore[arg-type]
            return frozenset().union(*each) if all(each) else frozenset()
        case ("all", *parts):
            each = [_needed(part, leaf, tree, defines) for part in parts]  # type: ignore[arg-type]
            return min(filter(None, each), key=len, default=frozenset())
    return frozenset()


class Beginnings:
    """With which words forms can begin."""

    def __init__(
        self, leaf: Leaf, defines: Mapping[str, str], parsed: Callable[[str], Node] = read, *, backwards: bool = False
    ) -> None:
        """``leaf``: what counts for a ("word", w) or ("class", name), and whether there may be more before it.
        ``backwards``: with which words forms can end."""
        self._leaf, self._defines, self._parsed = leaf, defines, parsed
        self._step = -1 if backwards else 1
        self._known: dict[str, tuple[frozenset[Any], bool]] = {}

    def of_form(self, form: str) -> frozenset[Any]:
        """What counts for its first words; a form that may be left out altogether is a ``GrammarError``."""
        found, empty = self.of(self._parsed(form))
        if empty:
            raise GrammarError(f"form {form!r} can match nothing at all")
        return found

    def of(self, node: Node) -> tuple[frozenset[Any], bool]:
        """What counts for the first words of a node, and whether it can be empty."""
        match node:
            case ("word", str(word)):
                return self._leaf("word", word)
            case ("class", str(name)):
                return self._known.get(name) or self._known.setdefault(name, self._of_class(name))
            case ("opt", part):
                return self.of(part)[0], True  # type: ignore[arg-type]
            case ("times", part, low, _):
                found, empty = self.of(part)  # type: ignore[arg-type]
                return found, empty or low == 0
            case ("any", *parts):
                each = [self.of(p) for p in parts]  # type: ignore[arg-type]
                return frozenset().union(*(found for found, _ in each)), any(empty for _, empty in each)
            case ("all", *parts):
                found = frozenset[Any]()
                for part in parts[:: self._step]:
                    more, empty = self.of(part)  # type: ignore[arg-type]
                    found |= more
                    if not empty:
                        return found, False
                return found, True
        raise AssertionError(node)

    def _of_class(self, name: str) -> tuple[frozenset[Any], bool]:
        return self.of(self._parsed(self._defines[name])) if name in self._defines else self._leaf("class", name)


class Forms:
    """All forms of one kind of grammar entry, ready to search."""

    def __init__(self, entries: Mapping[str, Iterable[str]], compile_: Compiler) -> None:
        first: set[str] = set()
        expressions: dict[str, str] = {}
        for entry, forms in entries.items():
            try:
                expressions[entry] = "|".join(compile_.shortest(form) for form in forms)
                first.update(*(compile_.first(form) for form in forms))
            except GrammarError as error:
                raise GrammarError(f"[{entry}] {error}") from None
        self.names = tuple(expressions)
        self._expressions = tuple(expressions.values())
        # The empty group behind an alternative tells which of them has matched.
        choice = "|".join(f"(?:{expression})()" for expression in self._expressions)
        self.search = searchable(f"(?={one_of(first)})(?:{choice})" if first else "(?!)").search

    @once
    def _each(self) -> tuple[re.Pattern[str], ...]:
        return tuple(searchable(expression) for expression in self._expressions)

    def entry(self, found: re.Match[str]) -> str:
        """The entry that was found."""
        return self.names[(found.lastindex or 1) - 1]

    def others(self, found: re.Match[str]) -> Iterator[str]:
        """The entries behind it that match at the same word."""
        group = found.lastindex or 1
        for name, expression in zip(self.names[group:], self._each[group:], strict=True):
            if expression.match(found.string, found.start()):
                yield name
