"""The words before a run of figures as names of aircraft: which telephony was said, or how alike it sounds.

>>> from callsigns.traffic.aircraft import aircraft_of, ways
>>> from callsigns.traffic.hearing import hearings
>>> names = Names(hearings("air friends thirty one oh eight")[0])
>>> [round(names.points(ways(aircraft_of(a))), 1) for a in ("AFR3108", "UAL452")]
[1.7, -0.6]
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from callsigns.tables import ordinary_words, telephony
from callsigns.traffic.aircraft import Ways
from callsigns.traffic.hearing import Hearing
from callsigns.traffic.sound import Sound, sound_key

__all__ = ["Names"]

_EXACT: Final = 2.5
_UNLIKE: Final = -0.8
_OTHER: Final = -2.5  # somebody else's telephony was said, clearly
_NEUTRAL: Final = 0.4  # how alike two names are that have nothing to do with each other
_NEAR: Final = 0.7  # another telephony, but one that sounds like this: "lufthansa" heard for "lift answer" is none


@lru_cache(maxsize=8192)
def _designator(phrase: str) -> tuple[str, bool] | None:
    """Whose telephony a phrase is, and whether it can be nothing else."""
    row = telephony().named(phrase)
    if row is None or not row.designator:
        return None
    clear = row.status in ("current", "variant") and not row.caution and phrase not in ordinary_words()
    return row.designator, clear


class Names:
    """What stands before a run, made ready once for all aircraft."""

    __slots__ = ("_known", "_phrases", "_points", "bare", "gap", "most", "other")

    def __init__(self, hearing: Hearing) -> None:
        words = hearing.before
        size = len(words)
        phrases: dict[str, tuple[str, str]] = {}
        self._known: set[str] = set()
        self.other = False
        self.gap = False
        for end in range(size, max(size - 2, 0), -1):
            for start in range(max(0, end - 3), end):
                phrase = " ".join(words[start:end])
                row = _designator(phrase)
                if row is not None:
                    self._known.add(row[0])
                    self.other = self.other or row[1]
                    self.gap = end < size
                phrases[phrase] = (phrase.replace(" ", ""), sound_key(phrase))
        self._phrases = phrases
        self._points: dict[tuple[str, ...], float] = {}
        self.bare = not words and hearing.first == 0
        self.most = _EXACT if phrases else 0.0

    @property
    def known(self) -> bool:
        """Some telephony was said as it should be."""
        return bool(self._known)

    def exact(self, way: Ways) -> bool:
        """The aircraft's own name was said."""
        return way.designator in self._known or any(sound.name in self._phrases for sound in way.names)

    def points(self, way: Ways) -> float:
        """How much the words speak for an aircraft."""
        if self.exact(way):
            return _EXACT
        if not self._phrases or not way.names:
            return 0.0
        key = tuple(sound.name for sound in way.names) if len(way.names) > 1 else (way.names[0].name,)
        points = self._points.get(key)
        if points is None:
            points = self._points[key] = max(map(self._alike, way.names))
        return points

    def _alike(self, sound: Sound) -> float:
        best = max(sound.like(joined, key) for joined, key in self._phrases.values())
        points = max(_UNLIKE, (best - _NEUTRAL) / (1 - _NEUTRAL) * _EXACT)
        if self.other:
            return points - 1.5 if best >= _NEAR else min(points - 1.5, _OTHER)
        return points
