"""Heard characters against the characters of a call sign, in order, each mistake at its own price.

>>> from callsigns.traffic.runs import hearings
>>> texts = ("twenty nine ninety eight", "two niner eight", "one")
>>> [round(gain(next(hearings(text)).chars, "2998"), 1) for text in texts]
[4.0, 2.1, -3.3]
>>> align(next(hearings("two niner eight")).chars, "2998")
Fit(matched=3, alike=0, exchanged=0, rest=0, faults=1, ahead=0, perfect=False)

One point for each character that fits; what is lost, doubled or exchanged costs. Exchanges that sound alike cost less
(ICAO Annex 10 Vol II 5.2.1.4.3.1 gives the digits their odd pronunciation for that very reason).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Final, NamedTuple

from callsigns.traffic.hearing import Char

__all__ = ["Fit", "align", "gain"]

_LOST: Final = 0.9  # a character that was not heard
_SHORT: Final = 0.25  # one that the rules let people leave out
_EXCHANGED: Final = 1.2
_ALIKE: Final = 0.6
_ANYTHING: Final = 0.3  # a word that is no figure stands where one is expected
_GARBAGE: Final = 0.3  # heard before the call sign begins
_BEHIND: Final = 0.3  # heard behind it, and perhaps part of what follows
_BEHIND_MOST: Final = 0.9
# What a character that has no counterpart costs, by how it was said.
_EXTRA: Final = {"d": 0.9, "t": 0.9, "z": 0.3, "e": 0.5, "w": 0.9, "l": 0.5, "s": 0.2, "*": 0.1}
# Figures and letters that rhyme, or that are taken for one another when written.
_PAIRS: Final = "59 19 15 45 23 38 67 68 28 06 O0 I1 B3 E3 D3 T2 U2 Q2 A8 H8 X6 S6 F5 V5 BP DT MN SF BD PT CZ GJ JK AE"
_CHARACTERS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SIMILAR: Final = frozenset(pair for p in _PAIRS.split() for pair in (p, p[::-1]))


class Fit(NamedTuple):
    """``matched`` characters, those taken for ``alike`` and for other ones (``exchanged``), the ``rest`` that follows.

    ``faults``: characters heard too much, not heard, or exchanged for others that sound nothing alike; ``ahead``: heard
    before the first one of the form.
    """

    matched: int
    alike: int
    exchanged: int
    rest: int
    faults: int
    ahead: int
    perfect: bool


@cache
def _prices(heard: str, how: str) -> Mapping[str, float]:
    """What each character that may be expected gains, or costs, where ``heard`` stands."""
    if how == "*":
        return dict.fromkeys(_CHARACTERS, -_ANYTHING)
    alike = {c for c in _CHARACTERS if heard + c in _SIMILAR}
    if how == "t":  # "thirty", "fifty", "eighty": only the stressed vowel differs
        alike.update("3456789")
    other = _LOST if how == "z" else _EXCHANGED  # "eighty" for "eighty nine"
    return {c: 1.0 if c == heard else -_ALIKE if c in alike else -other for c in _CHARACTERS}


def _table(heard: Sequence[Char], form: str, optional: int) -> list[list[float]]:
    """The best gain for every beginning of ``heard`` and of ``form``."""
    columns = [(char, _SHORT if index < optional else _LOST) for index, char in enumerate(form)]
    row = [0.0, *accumulate(-lost for _, lost in columns)]
    table = [row]
    for char, how, _ in heard:
        prices, extra = _prices(char, how), _EXTRA[how]
        diagonal = row[0]
        left = diagonal - (extra if extra < _GARBAGE else _GARBAGE)
        new = [left]
        column = 1
        for expected, lost in columns:
            here = diagonal + prices[expected]
            diagonal = row[column]
            left -= lost
            if diagonal - extra > left:
                left = diagonal - extra
            if here > left:
                left = here
            new.append(left)
            column += 1
        row = new
        table.append(row)
    return table


def _rests(heard: Sequence[Char]) -> list[float]:
    """What the characters behind each one cost; those behind another word belong to something else."""
    rests = [0.0]
    for char in reversed(heard):
        more = _LOST if char.how == "z" else _BEHIND  # half a word is no part of what follows
        rests.append(0.0 if char.how == "*" else min(rests[-1] + more, _BEHIND_MOST))
    return rests[::-1]


def _begins(heard: Sequence[Char], form: str) -> bool:
    return len(heard) >= len(form) and all(h.char == c for h, c in zip(heard, form, strict=False))


def _following(heard: Sequence[Char], start: int) -> int:
    """How many figures follow without another word between them."""
    end = start
    while end < len(heard) and heard[end].how not in "*lw":
        end += 1
    return end - start


def gain(heard: Sequence[Char], form: str, optional: int = 0) -> float:
    """Points for ``form`` at the beginning of ``heard``; its first ``optional`` characters may be left out."""
    if _begins(heard, form):
        return len(form) - _rests(heard)[len(form)]
    table = _table(heard, form, optional)
    return max(row[-1] - rest for row, rest in zip(table, _rests(heard), strict=True))


def align(heard: Sequence[Char], form: str, optional: int = 0) -> Fit:
    """What the best alignment rests on."""
    if _begins(heard, form):
        return Fit(len(form), 0, 0, _following(heard, len(form)), 0, 0, True)
    table = _table(heard, form, optional)
    rests = _rests(heard)
    i = max(range(len(table)), key=lambda k: (table[k][-1] - rests[k], k))
    j, matched, alike, exchanged, rest, faults = len(form), 0, 0, 0, _following(heard, i), 0
    whole = True
    while i > 0 and j > 0:
        char, here = heard[i - 1], table[i][j]
        price = _prices(char.char, char.how)[form[j - 1]]
        if abs(here - table[i - 1][j - 1] - price) < 1e-9:
            matched += price > 0
            alike += -_ALIKE <= price < 0
            exchanged += price < -_ALIKE and char.how != "z"
            faults += price < -_ALIKE and char.how == "z"
            i, j = i - 1, j - 1
        elif abs(here - table[i - 1][j] + _EXTRA[char.how]) < 1e-9:
            faults += char.how in "dtw"
            i, whole = i - 1, False
        else:
            j -= 1
            faults += j >= optional
    faults += exchanged + sum(char.how in "dtw" for char in heard[:i]) + max(0, j - optional)
    return Fit(matched, alike, exchanged, rest, faults, i, matched == len(form) and not i and whole)
