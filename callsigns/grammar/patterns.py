"""The notation of the grammar files: a form as a person says it, into one expression over classes.

Four marks and no more: ``<class>``, ``(a|b)``, ``[optional]`` and ``{m,n}`` behind a class or a group.

>>> render(read("climb [and maintain] <digit>{1,3}"), {"digit": "[0-9]"}.__getitem__, str.upper)
'CLIMB(?:ANDMAINTAIN)?(?:[0-9]){1,3}'

``read`` turns the text into a small tree, ``render`` turns the tree into a regular expression: ``klass`` gives the
expression of a class, ``literal`` that of a word. Repetition is always bounded, so that no form can run away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final

from callsigns.errors import GrammarError
from callsigns.grammar.expressions import searchable

__all__ = ["Node", "classes_in", "literals_in", "read", "render", "shortest", "words_in"]

# ("word", w) ("class", name) ("all", nodes) ("any", nodes) ("opt", node) ("times", node, low, high)
Node = tuple[object, ...]

_MAX_REPEAT: Final = 12  # the longest run that a form may ask for; a call sign has seven characters
_MAX_LENGTH: Final = 2000  # characters of one form
_MAX_DEPTH: Final = 12
_PIECE: Final = searchable(
    r"\s*(?:(?P<open>[(\[])|(?P<close>[)\]])|(?P<bar>\|)|<(?P<class>[\w.-]+)>|(?P<word>[\w'.]+))"
)
_ATOM: Final = r"(?:<[\w.-]+>|[\w'.]+)"
_ATOMS: Final = searchable(rf"\(({_ATOM}(?:\|{_ATOM})+)\)")  # most brackets hold words and classes alone
_TIMES: Final = searchable(r"\{(\d+)(?:,(\d+))?\}")
# A set of characters with what is repeated behind it, or one character alone.
_ONE: Final = searchable(r"(?:\(\?:)?(?:\[([^\]^\\]+)\]([^\\()\[\]|?*+]\*)?\)?|([^\\()\[\]|?*+.^$]))")
_PARTED: Final = str.maketrans("()[]|", "     ")
_LITERAL: Final = searchable(r"<[^>]*>|\{[^}]*\}|([\w'.]+)")


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.pos = text, 0

    def fail(self, expected: str) -> GrammarError:
        found = self.text[self.pos : self.pos + 12] or "the end"
        return GrammarError(f"form {self.text[:60]!r}, character {self.pos + 1}: expected {expected}, found {found!r}")

    def alternatives(self, closing: str, depth: int) -> Node:
        """Read ``a|b|c`` up to ``closing`` (the empty string: up to the end)."""
        if depth > _MAX_DEPTH:
            raise self.fail(f"at most {_MAX_DEPTH} brackets inside each other")
        branches: list[list[Node]] = [[]]
        while True:
            piece = _PIECE.match(self.text, self.pos)
            if piece is None or piece.lastgroup == "close":
                return self._close(branches, closing, piece)
            self.pos = piece.end()
            if piece.lastgroup == "bar":
                branches.append([])
            else:
                branches[-1].append(self._times(self._item(piece, depth)))

    def _close(self, branches: list[list[Node]], closing: str, piece: re.Match[str] | None) -> Node:
        if piece is None and (self.text[self.pos :].strip() or closing):
            raise self.fail(f"{closing!r}" if closing else "a word, <class>, '(' or '['")
        if piece is not None:
            if piece["close"] != closing:
                raise self.fail(f"{closing!r}" if closing else "no closing bracket")
            self.pos = piece.end()
        if not all(branches):
            raise self.fail("a word or class on each side of '|' and inside brackets")
        nodes = tuple(b[0] if len(b) == 1 else ("all", *b) for b in branches)
        return nodes[0] if len(nodes) == 1 else ("any", *nodes)

    def _item(self, piece: re.Match[str], depth: int) -> Node:
        kind, text = piece.lastgroup, piece[piece.lastindex or 0]
        if kind == "word":
            return _atom(text)
        if kind == "class":
            return _atom(f"<{text}>")
        atoms = _ATOMS.match(self.text, self.pos - 1) if depth < _MAX_DEPTH else None
        if atoms is not None:
            self.pos = atoms.end()
            return ("any", *map(_atom, atoms[1].split("|")))
        if text == "(":
            return self.alternatives(")", depth + 1)
        return ("opt", self.alternatives("]", depth + 1))

    def _times(self, node: Node) -> Node:
        times = _TIMES.match(self.text, self.pos) if self.text.startswith("{", self.pos) else None
        if times is None:
            return node
        low, high = int(times[1]), int(times[2] or times[1])
        if not low <= high <= _MAX_REPEAT or high == 0:
            raise self.fail(f"{{m,n}} with m <= n, and n from 1 to {_MAX_REPEAT}")
        self.pos = times.end()
        return ("times", node, low, high)


@lru_cache(maxsize=8192)
def _atom(text: str) -> Node:
    """A word or a class, one object for all forms that have it."""
    return ("class", text[1:-1]) if text.startswith("<") else ("word", text.lower())


@lru_cache(maxsize=8192)
def read(text: str) -> Node:
    """Read one form; raises ``GrammarError`` that names the character where it goes wrong."""
    if len(text) > _MAX_LENGTH:
        raise GrammarError(f"form {text[:40]!r}...: longer than {_MAX_LENGTH} characters")
    return _Reader(text).alternatives("", 0)


def render(node: Node, klass: Callable[[str], str], literal: Callable[[str], str]) -> str:
    """Write the tree as a regular expression."""
    match node:
        case ("word", str(word)):
            return literal(word)
        case ("class", str(name)):
            return klass(name)
        case ("all", *parts):
            return "".join(render(p, klass, literal) for p in parts)  # type: ignore[arg-type]
        case ("any", *parts):
            return choice(render(p, klass, literal) for p in parts)  # type: ignore[arg-type]
        case ("opt", part):
            return f"(?:{render(part, klass, literal)})?"  # type: ignore[arg-type]
        case ("times", part, low, high):
            return f"(?:{render(part, klass, literal)}){{{low},{high}}}"  # type: ignore[arg-type]
    raise AssertionError(node)


def shortest(node: Node) -> Node:
    """The least that a form must find where its end does not matter: what its end may leave out or repeat is left out.

    >>> render(shortest(read("climb [to] <digit>{1,3} [feet]")), {"digit": "[0-9]"}.__getitem__, str.upper)
    'CLIMB(?:TO)?[0-9]'
    """
    match node:
        case ("opt", _) | ("times", _, 0, _):
            return ("all",)
        case ("times", part, low, _):
            return shortest(part) if low == 1 else ("times", part, low, low)  # type: ignore[arg-type]
        case ("any", *parts):
            return ("any", *(shortest(p) for p in parts))  # type: ignore[arg-type]
        case ("all", *parts):
            while parts:
                last = shortest(parts.pop())  # type: ignore[arg-type]
                if last != ("all",):
                    return ("all", *parts, last)
    return node if node[0] in ("word", "class") else ("all",)


def choice(expressions: Iterable[str]) -> str:
    """One out of several expressions; sets of characters that stand side by side become one, which is read at once.

    >>> choice(["[ab]x*", "[c]x*", "d", "e", "[f]x*"])
    '(?:[abc]x*|[de]|[f]x*)'
    """
    out: list[tuple[str, str]] = []
    for expression in expressions:
        one = _ONE.fullmatch(expression)
        chars, rest = (one[1] or one[3], one[2] or "") if one else ("", expression)
        if chars and out and out[-1][0] and out[-1][1] == rest:
            chars = out.pop()[0] + chars
        out.append((chars, rest))
    written = [
        (chars if len(chars) == 1 and not rest else f"[{chars}]{rest}") if chars else rest for chars, rest in out
    ]
    return written[0] if len(written) == 1 and out[0][0] else f"(?:{'|'.join(written)})"


def _leaves(node: Node, kind: str) -> Iterator[str]:
    if node[0] == kind:
        yield str(node[1])
    elif node[0] not in ("word", "class"):
        for part in node[1:]:
            if isinstance(part, tuple):
                yield from _leaves(part, kind)


def words_in(node: Node) -> Iterator[str]:
    """The literal words of a form."""
    return _leaves(node, "word")


def literals_in(forms: Iterable[str]) -> set[str]:
    """The literal words of many forms that are known to be good, without reading them."""
    pieces = set("\n".join(forms).lower().translate(_PARTED).split())  # a few of each are different
    return set(_LITERAL.findall("\n".join(pieces))) - {""}


def classes_in(node: Node) -> Iterator[str]:
    """The class names of a form."""
    return _leaves(node, "class")
