"""The values of an answer, those with a name and the bare numbers between the words.

>>> # four thousand one zero two two klm five five tango    -> numbers 4000 and 1022 (no call sign)
>>> # left two nine zero csa five six one                   -> heading 290, or the number 290

A readback drops units and verbs, so a value that was said is looked for among the numbers, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from callsigns.line import Line
from callsigns.numbers import cardinal, digits, symbols
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity

__all__ = ["HeardValues", "same"]

_SIGNS = frozenset(("point", "decimal", "dot", "comma", "dayseemal"))
_LEFT_OVER = 3  # words: so many beside a value are a value of their own; fewer belong to it and change it


class Named(Protocol):
    """What a ``Value`` and a ``Quantity`` have in common."""

    @property
    def quantity(self) -> str: ...
    @property
    def value(self) -> int | float | str: ...
    @property
    def unit(self) -> str | None: ...


class _Run(NamedTuple):
    """Number words in a row; ``used`` marks those that have been found to be a value."""

    words: list[str]
    used: list[bool]


class HeardValues:
    """What can be compared in one answer; a value that was found is not found twice."""

    def __init__(self, line: Line, numbers: frozenset[int] = frozenset()) -> None:
        """``numbers``: offsets of call signs that are nobody's, so that they may be numbers."""
        self._named = sorted((w for w in line.found.values() if isinstance(w, Quantity)), key=lambda q: q.start)
        self._spoken = {w.start: _number_words(line.words[w.start : w.end]) for w in self._named}
        self._runs = [_Run(words, [False] * len(words)) for words in _runs(line, numbers)]
        self._words = frozenset(line.words)

    def without_equal(self, said: Sequence[Named]) -> list[Named]:
        """The values of ``said`` that the answer does not have; those with most digits are looked for first."""
        missed = [v for v in said if not self._take(v)]
        return [v for v in sorted(missed, key=lambda v: -len(_digits(v))) if not self._take_number(v)]

    def instead_of(self, value: Named) -> int | float | str | None:
        """What was heard in the place of ``value``: another value of its kind, else a number of its size."""
        for other in self._named:
            if other.quantity == value.quantity:
                self._named.remove(other)
                return other.value
        return self._number_like(value)

    def _take(self, value: Named) -> bool:
        found = next((h for h in self._named if h.quantity == value.quantity and same(value, h)), None)
        if found is None:
            return False
        self._named.remove(found)
        return True

    def _take_number(self, value: Named) -> bool:
        if isinstance(value.value, str) and not value.value[:1].isdigit():
            return value.value.lower() in self._words
        for other in self._named:
            if _equal(value, str(other.value), whole=True):
                self._named.remove(other)
                return True
        return any(self._take_span(run, value) for run in self._runs) or self._take_inside(value)

    def _take_inside(self, value: Named) -> bool:
        """A value that was read as one with the number beside it ("five thousand three one zero")."""
        for other in self._named:
            words = self._spoken[other.start]
            if len(words) > _LEFT_OVER and self._take_span(_Run(words, [False] * len(words)), value):
                self._named.remove(other)
                return True
        return False

    def _take_span(self, run: _Run, value: Named) -> bool:
        """A part of a run that is the value, with the run's end, another value or a long rest on each side."""
        size = len(run.words)
        for length in range(size, 0, -1):
            for start in range(size - length + 1):
                end = start + length
                if any(run.used[start:end]) or not (_free(run, start, -1) and _free(run, end, 1)):
                    continue
                whole = length == size or (_at_edge(run, start, -1) and _at_edge(run, end, 1))
                if any(_equal(value, text, whole=whole) for text in _readings(run.words[start:end])):
                    run.used[start:end] = [True] * length
                    return True
        return False

    def _number_like(self, value: Named) -> int | float | str | None:
        """An unused number of as many digits."""
        for run in self._runs:
            rest = [w for w, used in zip(run.words, run.used, strict=True) if not used]
            other = _other_number(value, rest)
            if other is not None:
                run.used[:] = [True] * len(run.words)
                return other
        for named in self._named:  # a wrong figure may have made another kind of quantity of it
            other = _other_number(value, self._spoken[named.start])
            if other is not None:
                self._named.remove(named)
                return other
        return None


def _runs(line: Line, numbers: frozenset[int]) -> Iterator[list[str]]:
    """Number words that nothing has claimed, in runs."""
    claimed: set[int] = set()
    for what in line.found.values():
        if isinstance(what, Quantity) or (isinstance(what, Heard) and line.starts[what.start] not in numbers):
            claimed.update(range(what.start, what.end))
    run: list[str] = []
    for at, word in enumerate(line.words):
        number = at not in claimed and (_is_number(word) or (bool(run) and word in (*_SIGNS, "to", "for")))
        if number and not (at in line.commas and run):
            run.append(word)
            continue
        yield from _trimmed(run)
        run = [word] if number else []
    yield from _trimmed(run)


def _trimmed(run: list[str]) -> Iterator[list[str]]:
    """Without "to" and "for" at the end; nothing where nothing is left."""
    while run and not _is_number(run[-1]):
        run.pop()
    if run:
        yield run


def _is_number(word: str) -> bool:
    return (word in symbols() and word not in ("to", "for", "fore", "won", "ate")) or word[:1].isdigit()


def _number_words(words: Sequence[str]) -> list[str]:
    return [w for w in words if _is_number(w) or w in _SIGNS]


def _other_number(value: Named, words: list[str]) -> int | float | str | None:
    """The number in ``words`` when it has as many figures as ``value``, or one more or less where people shorten it."""
    text = next(iter(_readings(words)), "") if words else ""
    figures = text.replace(".", "")
    if value.quantity == "frequency":
        figures = figures.rstrip("0")
    room = 1 if value.quantity in ("frequency", "altitude") else 0
    if not figures or abs(len(figures) - len(_digits(value))) > room:
        return None
    return float(text) if "." in text else text if isinstance(value.value, str) else int(text)


def _readings(words: Sequence[str]) -> Iterator[str]:
    """The digits of a run, and what it is as a quantity."""
    parts: list[list[str]] = [[]]
    for word in words:
        if word in _SIGNS:
            parts.append([])
        else:
            parts[-1].append(word)
    if len(parts) == 2 and all(parts):
        yield f"{digits(parts[0])}.{digits(parts[1])}"
    elif len(words) == 1 and words[0].replace(".", "", 1).replace(",", "").isdigit():
        yield words[0].replace(",", "")
    elif len(parts) == 1 and words:
        text, quantity = digits(words), cardinal(words)
        if text:
            yield text
        if quantity is not None and str(quantity) != text:
            yield str(quantity)


def _at_edge(run: _Run, at: int, step: int) -> bool:
    beside = at - 1 if step < 0 else at
    return not 0 <= beside < len(run.words) or run.used[beside]


def _free(run: _Run, at: int, step: int) -> bool:
    if _at_edge(run, at, step):
        return True
    rest = at if step < 0 else len(run.words) - at
    return rest >= _LEFT_OVER


def _digits(value: Named) -> str:
    if value.quantity == "frequency" and not isinstance(value.value, str):
        return f"{value.value:.3f}".replace(".", "").rstrip("0")
    if value.quantity == "heading" and isinstance(value.value, int):
        return f"{value.value:03d}"
    return "".join(c for c in str(value.value) if c.isdigit())


def same(one: Named, other: Named) -> bool:
    """Whether two values are the same for the two who speak."""
    if one.quantity != other.quantity:
        return False
    if isinstance(one.value, str) or isinstance(other.value, str):
        return str(one.value).lstrip("0") == str(other.value).lstrip("0") or _equal(one, str(other.value), whole=True)
    return one.value == other.value or _equal(one, str(other.value), whole=True)


def _equal(value: Named, text: str, *, whole: bool) -> bool:
    """``text``: digits that were heard; ``whole``: nothing else was said beside them."""
    figures = text.replace(".", "")
    if not figures.isdecimal():
        return text.upper() == str(value.value)
    if value.quantity == "frequency":
        heard = figures.rstrip("0") or figures
        wanted = _digits(value)
        return heard == wanted or (whole and len(heard) > 1 and wanted.endswith(heard)) or figures == wanted
    if isinstance(value.value, str):
        wanted = _digits(value)
        return wanted.lstrip("0") == figures.lstrip("0") and not (value.quantity == "squawk" and len(figures) != 4)
    number = float(text)
    if value.quantity == "heading":
        return number % 360 == value.value % 360
    scales = (1, 10, 100, 1000) if whole and value.quantity == "altitude" else (1,)
    return any(number * scale == value.value for scale in scales)
