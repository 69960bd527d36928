"""Evidence that one aircraft is meant: its name, its figures, its weight class, where it was said.

"al canne twenty four twenty seven" with AAL9427 and BAW617 on frequency: the figures fit the first but for one digit,
and its name sounds nearer; so it is AAL9427 by some points. A point is worth about a digit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from callsigns.traffic.aircraft import Ways
from callsigns.traffic.alignment import Fit, align, gain
from callsigns.traffic.hearing import Char, Hearing
from callsigns.traffic.names import Names

__all__ = ["Index"]

_ENOUGH: Final = 1.8
_ENOUGH_BARE: Final = 1.4  # the beginning was cut off: nothing stands before the figures that could speak against
_AHEAD: Final = 0.7
_WAKE: Final = 0.5
_WRONG_WAKE: Final = -1.0
# A character of a form that was not heard at all loses its point and costs this at least (see ``alignment``).
_MISSING: Final = 1.25
_BIT: Final = {char: 1 << index for index, char in enumerate("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")}


def _mask(text: str) -> int:
    mask = 0
    for char in text:
        mask |= _BIT[char]
    return mask


class Index:
    """The aircraft of a list, made ready for many hearings; immutable."""

    __slots__ = ("_forms", "_ways")

    def __init__(self, ways: Sequence[Ways]) -> None:
        self._ways = ways
        self._forms = [(i, _mask(form), len(form)) for i, way in enumerate(ways) for form in way.forms]

    def best(self, hearing: Hearing, names: Names) -> tuple[int, Fit] | None:
        """The one aircraft that a hearing singles out, and how it fits."""
        first, second, meant, how = -9.0, -9.0, -1, ("", 0)
        most = names.most + _WAKE
        for bound, index in self._likely(hearing):
            if bound + most < max(_ENOUGH_BARE, first - _AHEAD) or index == meant:
                if index == meant:
                    continue
                break
            way = self._ways[index]
            points = names.points(way) + _wake(hearing, way)
            if points + bound < max(_ENOUGH_BARE, first - _AHEAD):
                continue
            fit, form, optional = _fit(hearing, names, way)
            points += fit
            if points > first:
                first, second, meant, how = points, first, index, (form, optional)
            elif points > second:
                second = points
        if meant < 0 or first < (_ENOUGH_BARE if names.bare else _ENOUGH) or first - second < _AHEAD:
            return None
        fits = align(_heard(hearing, *how), *how)
        return (meant, fits) if _plausible(hearing, names, self._ways[meant], how[0], fits) else None

    def _likely(self, hearing: Hearing) -> list[tuple[float, int]]:
        """Every aircraft with the most points that its figures can have, the likeliest first."""
        chars = hearing.lead + hearing.chars if hearing.lead else hearing.chars
        if any(c.how == "*" for c in chars):
            return [(float(size), index) for index, _, size in self._forms]
        absent = ~_mask("".join(c.char for c in chars))
        found = [(size - _MISSING * (mask & absent).bit_count(), index) for index, mask, size in self._forms]
        found.sort(key=_by_bound, reverse=True)
        return found


def _by_bound(entry: tuple[float, int]) -> float:
    return entry[0]


def _wake(hearing: Hearing, way: Ways) -> float:
    if not hearing.wake or way.wake is None:
        return 0.0
    return _WAKE if way.wake == hearing.wake else _WRONG_WAKE


def _heard(hearing: Hearing, form: str, optional: int) -> Sequence[Char]:
    """Letters before the figures belong to a form that begins with a letter."""
    return hearing.lead + hearing.chars if hearing.lead and form[0].isalpha() else hearing.chars


def _fit(hearing: Hearing, names: Names, way: Ways) -> tuple[float, str, int]:
    """The best of the forms: points, the form, and how many of its characters may be left out."""
    best = (-9.0, "", 0)
    for form in way.forms:
        if best[0] >= len(form) - _MISSING and form[0].isalpha():
            continue
        optional = max(way.mark, len(form) - 3) if way.kind == "registration" else 0
        if names.bare and form[0].isdigit():
            optional = max(optional, len(form) - 2)
        best = max(best, (gain(_heard(hearing, form, optional), form, optional), form, optional))
    return best


def _plausible(hearing: Hearing, names: Names, way: Ways, form: str, fit: Fit) -> bool:
    """What was said in full and clearly is not bent to fit another aircraft."""
    if fit.perfect:
        return True
    if way.kind == "registration":
        return fit.matched >= 3
    if not names.exact(way):
        return fit.matched >= 2
    if hearing.singly and (fit.exchanged or (len(hearing.chars) == len(form))):
        return False
    return fit.matched >= 3 or (fit.matched == 2 and not fit.exchanged and not (hearing.clear and not names.gap))
