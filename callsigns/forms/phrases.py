"""What a form says word by word and a line has as one word: a listed phrase ("over to", "start up", a name).

>>> from callsigns.grammar.patterns import read, render
>>> over_to = Phrases(["over to"], {})
>>> render(over_to.named_in(read("(go|over) [back] to <unit>")), "<{}>".format, "{} ".format)
'(?:(?:go |over )(?:back )?to |over to )<unit>'

A form enters as a tree, and leaves with the phrase beside its words. A form that is no expression needs none of this:
an automaton steps through a phrase as through its words (``net.py``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from callsigns.grammar.patterns import Node, read
from callsigns.once import once

__all__ = ["Phrases"]


class Phrases:
    """The listed phrases that forms may say."""

    def __init__(self, phrases: Iterable[str], defines: Mapping[str, str]) -> None:
        """``defines``: named forms that other forms use as ``<name>``."""
        self._phrases, self._defines = phrases, defines
        self._known: dict[str, tuple[frozenset[str], bool]] = {}

    @once
    def _by_first(self) -> dict[str, list[list[str]]]:
        """First word -> the words of each phrase."""
        found: dict[str, list[list[str]]] = {}
        for words in map(str.split, self._phrases):
            found.setdefault(words[0], []).append(words)
        return found

    def named_in(self, node: Node) -> Node:
        """The same form, with each phrase beside the words that say it."""
        if node[0] == "all":
            parts = [*self._flat(node)]
            if any(True for at in range(len(parts)) for _ in self._at(parts, at)):
                return ("all", *self._beside(parts))
        return (node[0], *(self.named_in(part) if isinstance(part, tuple) else part for part in node[1:]))

    def _flat(self, node: Node, inside: tuple[str, ...] = ()) -> Iterator[Node]:
        """The parts of a form, with those of the forms that it names among them."""
        if node[0] == "class" and node[1] in self._defines and node[1] not in inside:
            name = str(node[1])
            named = read(self._defines[name])
            yield from self._flat(named, (*inside, name)) if named[0] == "all" else (node,)
        elif node[0] == "all":
            for part in node[1:]:
                yield from self._flat(part, inside)  # type: ignore[arg-type]
        else:
            yield self.named_in(node)

    def _beside(self, parts: Sequence[Node]) -> Iterator[Node]:
        """The parts of a form; those that say a phrase are one choice with it."""
        at = 0
        while at < len(parts):
            found = [*self._at(parts, at)]
            if not found:
                yield parts[at]
                at += 1
                continue
            last = max(end for _, end in found)
            yield ("any", ("all", *parts[at:last]), *(("all", ("word", p), *parts[end:last]) for p, end in found))
            at = last

    def _at(self, parts: Sequence[Node], start: int) -> Iterator[tuple[str, int]]:
        """The phrases that parts from ``start`` on can say, each with where they end."""
        for first in self._alone(parts[start])[0] & self._by_first.keys():
            for words in self._by_first[first]:
                end = start + 1
                for word in words[1:]:
                    while end < len(parts) and word not in self._alone(parts[end])[0] and self._alone(parts[end])[1]:
                        end += 1
                    if end == len(parts) or word not in self._alone(parts[end])[0]:
                        break
                    end += 1
                else:
                    yield " ".join(words), end

    def _alone(self, node: Node) -> tuple[frozenset[str], bool]:
        """The single words that are all that a node may say, and whether it may say nothing."""
        match node:
            case ("word", str(word)):
                return frozenset((word,)), False
            case ("class", str(name)):
                return self._of_class(name)
            case ("opt", part):
                return self._alone(part)[0], True  # type: ignore[arg-type]
            case ("times", part, int(low), _):
                words, empty = self._alone(part)  # type: ignore[arg-type]
                return words if low < 2 else frozenset(), empty or low == 0
            case ("any", *parts):
                each = [self._alone(part) for part in parts]  # type: ignore[arg-type]
                return frozenset[str]().union(*(words for words, _ in each)), any(empty for _, empty in each)
            case ("all", *parts):
                each = [self._alone(part) for part in parts]  # type: ignore[arg-type]
                needed = [words for words, empty in each if not empty]
                if not needed:
                    return frozenset[str]().union(*(words for words, _ in each)), True
                return (needed[0] if len(needed) == 1 else frozenset()), False
        raise AssertionError(node)

    def _of_class(self, name: str) -> tuple[frozenset[str], bool]:
        if name not in self._known:
            self._known[name] = frozenset(), False  # what is defined by itself is refused by whoever compiles it
            if name in self._defines:
                self._known[name] = self._alone(read(self._defines[name]))
        return self._known[name]
