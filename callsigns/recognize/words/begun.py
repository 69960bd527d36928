"""What was begun, and begun again behind a hesitation: "four six uh | four sixteen", "three oh uh | ...", or "turn uh |
turn right".

Where the second beginning says the same words or figures, or one figure and then the rest in a group, the first is none
of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import Final, NamedTuple

from callsigns.line import Line

__all__ = ["Numbers", "begun", "begun_again", "begun_at_mark", "cut_short"]

_LEAST: Final = 2  # letters of a word that is broken off
_FIGURES: Final = 3  # of a heading, a level, a speed
_MOST: Final = 4  # words: "descend flight level one uh descend flight level one two zero"


class Numbers(NamedTuple):
    """Classes of words: single figures, teens and tens, ``tens`` alone, what multiplies or is the side of a
    runway, and words before ``three`` figures."""

    digit: Set[str]
    group: Set[str]
    tens: Set[str]
    multiplier: Set[str]
    three: Set[str]


def begun(line: Line, filler: Set[str], numbers: Numbers) -> Iterator[int]:
    """The words that were said before they were begun again. ``filler``: the classes of hesitations; behind tens the
    figure was not begun: "sixty one uh | one seventy"."""
    digit, group, tens = numbers[:3]
    chars, number = line.chars, digit | group
    for at in range(1, len(chars) - 1):
        if chars[at] not in filler or chars[at - 1] not in number:
            continue
        start = at + 1
        while start < len(chars) and chars[start] in filler:
            start += 1
        end = start
        while end < len(chars) and chars[end] in number:
            end += 1
        for first in (at - 2, at - 1):
            if first == at - 1 and first and chars[first - 1] in tens:
                break
            anew = range(start, end)
            if first >= 0 and (_again(line, first, at, anew, digit, group) or _value(line, first, at, anew, numbers)):
                yield from range(first, at)
                break


def begun_at_mark(line: Line, numbers: Numbers) -> Iterator[int]:
    """The same where a mark parts the two, "turn right one nine -- one nine zero": figures of a value only."""
    chars, number = line.chars, numbers.digit | numbers.group
    for at in (*line.commas, *(at for at, word in enumerate(line.words) if not word)):
        start = end = at if line.words[at] else at + 1
        while end < len(chars) and chars[end] in number and (end == start or end not in line.commas):
            end += 1
        for first in (at - 2, at - 1):
            if first > 0 and chars[first] in number and _value(line, first, at, range(start, end), numbers):
                yield from range(first, start)
                break


def begun_again(line: Line, filler: Set[str], often: Set[str]) -> Iterator[int]:
    """The words that are said once more behind a hesitation; none that begins with one of the classes ``often``."""
    chars, words = line.chars, line.words
    for at in range(1, len(chars) - 1):
        if chars[at] not in filler or chars[at - 1] in filler:
            continue
        anew = at + 1
        while anew < len(chars) and chars[anew] in filler:
            anew += 1
        for size in range(min(_MOST, at, len(words) - anew), 0, -1):
            first = at - size
            if words[first:at] == words[anew : anew + size] and chars[first] not in often:
                yield from range(first, at)
                break


def cut_short(line: Line, filler: Set[str], unknown: Set[str]) -> Iterator[int]:
    """The words, ``unknown`` as they stand, that are broken off and then said whole: "des | descend", "cross gre uh |
    greki"."""
    words, chars = line.words, line.chars
    if unknown.isdisjoint(chars):
        return  # most lines
    if filler.isdisjoint(chars) and not any(map(str.startswith, words[1:], words)):
        return
    for at, word in enumerate(words[:-1]):
        if chars[at] not in unknown or len(word) < _LEAST or not word[-1].isalpha():
            continue
        whole = next((i for i in range(at + 1, len(words)) if chars[i] not in filler), at)
        if len(words[whole]) > len(word) and words[whole].startswith(word):
            yield at


def _again(line: Line, first: int, stop: int, anew: range, digit: Set[str], group: Set[str]) -> bool:
    """Whether the words ``first`` to ``stop`` are the beginning of those of ``anew``."""
    before, behind = line.words[first:stop], line.words[anew.start : anew.stop]
    if len(behind) <= 1 or before[0] != behind[0] or line.chars[first] not in digit | group:
        return False
    grouped = line.chars[anew[1]] in group
    if len(before) == 1:  # "six uh | six twelve", "one uh | one seventy"; not "two uh | two one zero"
        return grouped and len(behind) == len(before) + 1
    same = before == behind[: len(before)] and len(behind) > len(before)
    return same or (grouped and line.chars[first] in digit and line.chars[stop - 1] in digit)


def _value(line: Line, first: int, stop: int, anew: range, numbers: Numbers) -> bool:
    """ "heading three uh | three six zero", "maintain one zero uh | one zero thousand": none has four figures."""
    chars, words = line.chars, line.words
    size = stop - first
    if not first or chars[first - 1] not in numbers.three or words[first:stop] != words[anew.start : anew.start + size]:
        return False
    if not numbers.multiplier.isdisjoint(chars[anew.stop : anew.stop + 1]):
        return len(anew) == size
    return len(anew) == _FIGURES and numbers.group.isdisjoint(chars[anew.start : anew.stop])
