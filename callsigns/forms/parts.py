"""Forms as they are said: part after part, and what may be said in the place of one. All of it reads texts, no trees.

>>> alternatives("climb (to|and)|descend")
['climb (to|and)', 'descend']
>>> first_part("(climb|descend) to <level>")
('(climb|descend)', 'to <level>')
>>> repeated("<digit>{1,3}")
('<digit>', 1, 3)
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import Final

from callsigns.grammar.expressions import searchable

__all__ = [
    "BRACKETS",
    "Part",
    "Rest",
    "Silent",
    "alternatives",
    "first_part",
    "packed",
    "repeated",
    "silent",
    "silent_part",
    "unpacked",
]

Rest = tuple[str | None, int]  # what is yet to be said, ``None`` for nothing, and the state behind it
Part = tuple[str, list[Rest]]  # the first of what is yet to be said, and what follows on it

_FLAT: Final = r"[(\[][^()\[\]]*+[)\]]"


def _around(brackets: str) -> str:
    return rf"[(\[](?:[^()\[\]]++|{brackets})*+[)\]]"


BRACKETS: Final = _around(_around(_around(_around(_FLAT))))  # those that go deeper are counted out
_ALTERNATIVE: Final = searchable(rf"(?:[^()\[\]|]++|{BRACKETS})++")
_PART: Final = searchable(rf"\s*+((?:[\w'.]++|<[\w.-]++>|{BRACKETS})(?:\{{[\d,]++\}})?+)\s*+(.*)", re.DOTALL)
_MARK: Final = searchable(r"[()\[\]|]")
_BEHIND: Final = searchable(r"((?:\{[\d,]++\})?+)\s*+(.*)", re.DOTALL)
_MAYBE_SILENT: Final = searchable(r"[(|]\s*+(?:[(\[]|(?:[\w'.]++|<[\w.-]++>)\{0|<([\w.-]++)>)")
_TIMES: Final = searchable(r"(.*)\{(\d+)(?:,(\d+))?\}", re.DOTALL)


def alternatives(text: str) -> list[str]:
    """What stands between bars that are outside of all brackets."""
    if "|" not in text:
        return [text]
    found = _ALTERNATIVE.findall(text)
    if sum(map(len, found)) + len(found) - 1 == len(text):
        return found
    ends = [at for at, depth in _depths(text) if text[at] == "|" and not depth]
    return [text[begin + 1 : end] for begin, end in zip([-1, *ends], [*ends, len(text)], strict=True)]


def first_part(text: str) -> tuple[str, str | None]:
    """The first part of one alternative, with its brackets and how often it may be said; and the rest, if any."""
    part = _PART.match(text)
    if part is not None:
        return part[1], part[2] or None
    text = text.lstrip()
    end = next(at for at, depth in _depths(text) if text[at] in ")]" and not depth) + 1
    times, rest = _BEHIND.match(text, end).groups()  # type: ignore[union-attr]  # it matches anything
    return text[:end] + times, rest or None


def _depths(text: str) -> list[tuple[int, int]]:
    """The place of each mark, and how many brackets are open behind it."""
    depths, depth = [], 0
    for mark in _MARK.finditer(text):
        depth += 1 if mark[0] in "([" else -1 if mark[0] in ")]" else 0
        depths.append((mark.start(), depth))
    return depths


def repeated(part: str) -> tuple[str, int, int]:
    """A part without what says how often, and the least and the most of it; ``[]`` are still there."""
    times = _TIMES.fullmatch(part) if part.endswith("}") else None
    return (times[1], int(times[2]), int(times[3] or times[2])) if times else (part, 1, 1)


class Silent:
    """The definitions for which nothing need be said, each looked at when one asks: ``"maybe" in Silent(defines)``."""

    def __init__(self, defines: Mapping[str, str]) -> None:
        self._defines = defines
        self._known: dict[str, bool] = {}

    def __contains__(self, name: object) -> bool:
        if name not in self._known:
            self._known[str(name)] = False  # if it is defined by itself
            text = self._defines.get(str(name), "")
            self._known[str(name)] = bool(text) and any(silent(one, self) for one in alternatives(text))
        return self._known[str(name)]


def silent(text: str, names: Container[str]) -> bool:
    """Nothing need be said for one alternative; ``names``: of definitions for which nothing need be."""
    rest: str | None = text
    while rest is not None:
        part, rest = first_part(rest)
        if not silent_part(part, names):
            return False
    return True


def silent_part(part: str, names: Container[str]) -> bool:
    """The same for a part of one."""
    if part[0] == "[" or (part[-1] == "}" and not repeated(part)[1]):
        return True
    said = repeated(part)[0]
    if said[0] == "<":
        return said[1:-1] in names
    if said[0] != "(" or all(one[1] and one[1] not in names for one in _MAYBE_SILENT.finditer(said)):
        return False
    return any(silent(one, names) for one in alternatives(said[1:-1]))


_RECORDS: Final = "\x1e"  # between records and between what each holds, as ASCII has it
_UNITS: Final = "\x1f"


def packed(parts: Iterable[Part]) -> str:
    """Parts as one text, which takes a third of the memory.

    >>> unpacked(packed([("[now]", [("climb", 3), (None, 4)])]))
    [('[now]', [('climb', 3), (None, 4)])]
    """
    return _RECORDS.join(
        _UNITS.join([part, *(f"{rest or ''}{_UNITS}{state}" for rest, state in rests)]) for part, rests in parts
    )


def unpacked(text: str) -> list[Part]:
    """The parts again."""
    parts: list[Part] = []
    for record in text.split(_RECORDS):
        part, *rests = record.split(_UNITS)
        parts.append((part, [(rest or None, int(state)) for rest, state in zip(*[iter(rests)] * 2, strict=True)]))
    return parts
