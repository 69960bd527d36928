"""A value that is said again without its word, and is no call sign: "turn left heading 220. 220".

>>> # altimeter two niner niner two, twenty nine ninety two   -> said both ways
>>> # runway 27, wind 320 at 12. 27                           -> by who reads it back
>>> # cactus 1549. 1549                                       -> the call sign: not said again
"""

from __future__ import annotations

from typing import Final

from callsigns.line import Line
from callsigns.numbers import digits, symbols

__all__ = ["said_again"]

_FAR: Final = 12  # words in which it was said before


def said_again(line: Line, start: int, ident: str, callsign: frozenset[str]) -> bool:
    """Whether the figures ``ident``, read at word ``start``, stand shortly before it as well, in no ``callsign``."""
    numbers, end, least = symbols().keys(), start, max(0, start - _FAR)
    while end > least:
        at = end
        while at > least and (line.words[at - 1] in numbers or line.words[at - 1].isdecimal()):
            at -= 1
        if digits(line.words[at:end]) == ident:
            return line.chars[line.name_start(at)] not in callsign
        end = min(at, end - 1)
    return False
