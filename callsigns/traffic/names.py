"""The words before a run of figures as names of aircraft: which telephony was said, or how alike it sounds.

>>> from callsigns.traffic.aircraft import aircraft_of, ways
>>> from callsigns.traffic.hearing import hearings
>>> names = Names(next(hearings("air friends thirty one oh eight")))
>>> [round(names.points(ways(aircraft_of(a))), 1) for a in ("AFR3108", "UAL452")]
[1.9, 0.3]
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from callsigns.tables import ordinary_words, telephony
from callsigns.traffic.aircraft import Ways
from callsigns.traffic.hearing import Hearing
from callsigns.traffic.sound import Sound, sound_key

__all__ = ["Names"]

_EXACT: Final = 2.5
_NEARLY: Final = 2.2  # as much as a name gets that was not said exactly so
_UNLIKE: Final = -0.8
_OTHER: Final = -2.5  # somebody else's telephony was said, clearly
_LONGEST: Final = 3  # words of a name that were misheard: "spirit wings" is two, "air friends" as well
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

    __slots__ = ("_heard", "_points", "bare", "designators", "gap", "other", "phrases")

    def __init__(self, hearing: Hearing) -> None:
        words = hearing.before
        size = len(words)
        self.phrases: list[str] = []
        self.designators: list[str] = []
        self.other = self.gap = False
        for end in range(size, max(size - 2, 0), -1):
            for start in range(max(0, end - _LONGEST), end):
                phrase = " ".join(words[start:end])
                self.phrases.append(phrase)
                row = _designator(phrase)
                if row is not None:
                    self.designators.append(row[0])
                    self.other = self.other or row[1]
                    self.gap = end < size
        self._heard: list[tuple[str, str]] | None = None
        self._points: dict[tuple[Sound, ...], float] = {}
        self.bare = not words and hearing.first == 0

    def most(self, owners: Mapping[str, object]) -> float:
        """The most that any aircraft gets; ``owners``: the names and designators of the list."""
        if not self.phrases:
            return 0.0
        return _NEARLY if owners.keys().isdisjoint(self.phrases) and owners.keys().isdisjoint(self.designators) else _EXACT

    def exact(self, way: Ways) -> bool:
        """The aircraft's own name was said."""
        if way.designator and way.designator in self.designators:
            return True
        return any(sound.name in self.phrases for sound in way.names)

    def points(self, way: Ways) -> float:
        """How much the words speak for an aircraft."""
        if not self.phrases or not way.names:
            return 0.0
        points = self._points.get(way.names)
        if points is None:
            points = _EXACT if self.exact(way) else min(_NEARLY, max(map(self._alike, way.names)))
            self._points[way.names] = points
        return points

    def _alike(self, sound: Sound) -> float:
        if self._heard is None:  # only what stands right before the figures: the rest is seldom the name, and costs
            near = self.phrases[: min(_LONGEST, len(self.phrases))]
            self._heard = [(phrase.replace(" ", ""), sound_key(phrase)) for phrase in near]
        best = sound.like(self._heard)
        points = max(_UNLIKE, (best - _NEUTRAL) / (1 - _NEUTRAL) * _EXACT)
        if self.other:
            return points - 1.5 if best >= _NEAR else min(points - 1.5, _OTHER)
        return points
