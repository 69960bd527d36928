"""The words before a run of figures as names of aircraft: which telephony was said, or how alike it sounds.

>>> from callsigns.traffic.aircraft import aircraft_of, ways
>>> from callsigns.traffic.runs import hearings
>>> names = Names(next(hearings("air friends thirty one oh eight")))
>>> [round(names.points(ways(aircraft_of(a))), 1) for a in ("AFR3108", "UAL452")]
[1.9, 0.3]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache
from typing import Final

from callsigns.grammar import Grammar, shipped_table
from callsigns.grammar.tables import ordinary_words, telephony
from callsigns.sound import Sound, likeness, sound_key
from callsigns.tokens import Memory, scan
from callsigns.traffic.aircraft import Ways, type_names
from callsigns.traffic.hearing import Hearing
from callsigns.traffic.runs import counts

__all__ = ["NEAR", "Names", "lone_names"]

_EXACT: Final = 2.5
_NEARLY: Final = 2.2  # as much as a name gets that was not said exactly so
_UNLIKE: Final = -0.8
_OTHER: Final = -2.5  # somebody else's telephony was said, clearly
_LONGEST: Final = 3  # words of a name that were misheard: "spirit wings" is two, "air friends" as well
_NAME_PHRASES: Final = 6  # at most: of one to three words, each with and without a word behind it
_NAME_PART: Final = 0.5  # less alike, and the words belong to something else
_PERHAPS_OTHER: Final = -1.5  # a word that is somebody's telephony and an ordinary word as well ("lot")
_CLEAR: Final = ("", "low", "medium")  # how easily a telephony is mistaken for something else, in telephony.csv
_NEUTRAL: Final = 0.4  # how alike two names are that have nothing to do with each other
NEAR: Final = 0.7  # another telephony, but one that sounds like this: "lufthansa" heard for "lift answer" is none


@cache
def _letters() -> Set[str]:
    return Grammar.default().letters.keys()


@cache
def _busy() -> frozenset[str]:
    """Operators that fly much: others' names are as likely to be somebody's that was misheard ("jet view")."""
    return frozenset(shipped_table("misheard.toml")["operators"]["busy"].split())


@lru_cache(maxsize=8192)
def _designator(phrase: str) -> tuple[str, bool, bool] | None:
    """Whose telephony a phrase is, whether it can be nothing else, and whether it is said often."""
    row = telephony().named(phrase)
    if row is None or not row.designator or row.status not in ("current", "variant"):
        return None
    known = row.designator in _busy() or row.kind == "military"
    clear = known and row.caution in _CLEAR and phrase not in ordinary_words()
    return row.designator, clear, known


_sounds: Final = Memory(lambda phrase: (phrase.replace(" ", ""), sound_key(phrase)))


class Names:
    """What stands before a run, made ready once for all aircraft."""

    __slots__ = ("_gap_at", "_heard", "_meant", "_points", "bare", "clear", "designators", "gap", "perhaps", "phrases")

    def __init__(self, hearing: Hearing, meant: str | None = None) -> None:
        """``meant``: the operator whose name the words sound like, of all there are."""
        words = hearing.before
        self._meant = meant
        size = len(words)
        self.phrases: list[str] = []
        self.designators: list[str] = []
        self.clear: list[str] = []
        self.perhaps = adjacent = False
        self._gap_at = _NAME_PHRASES
        for end in range(size, max(size - 2, 0), -1):
            if end < size:
                self._gap_at = len(self.phrases)
            for start in range(max(0, end - _LONGEST), end):
                phrase = " ".join(words[start:end])
                self.phrases.append(phrase)
                row = _designator(phrase)
                if phrase in type_names():
                    self.perhaps, adjacent = True, adjacent or end == size
                if row is not None:
                    self.designators.append(row[0])
                    if end == size and hearing.known and (row[1] or (row[2] and row[0] == meant)):
                        self.clear.append(phrase)
                    self.perhaps = True
                    adjacent = adjacent or end == size
        self.gap = self.perhaps and not adjacent
        self._heard: list[tuple[str, str]] | None = None
        self._points: dict[tuple[Sound, ...], float] = {}
        self.bare = not words and hearing.first == 0 and hearing.chars[0].how not in "lw"

    def most(self, said: bool) -> float:
        """The most that any aircraft gets; ``said``: a name of the list was said."""
        return 0.0 if not self.phrases else _EXACT if said else _NEARLY

    def said(self, owners: Mapping[str, object]) -> bool:
        """A name of the list was said as it should be."""
        return not (owners.keys().isdisjoint(self.phrases) and owners.keys().isdisjoint(self.designators))

    def length(self, way: Ways) -> int:
        """How many of the words before the run are the name of the aircraft."""
        best, words = 0.0, 0
        for index, phrase in enumerate(self.phrases):
            row = _designator(phrase)
            own = row is not None and row[0] == way.designator
            alike = 2.0 if own else max((likeness(phrase, sound) for sound in way.names), default=0.0)
            size = phrase.count(" ") + 1 + (index >= self._gap_at)
            if alike > max(best, _NAME_PART):
                best, words = alike, size
        return words

    def exact(self, way: Ways) -> bool:
        """The aircraft's own name was said."""
        if way.designator and way.designator in self.designators:
            return True
        return any(sound.name in self.phrases for sound in way.names)

    def meant(self, way: Ways) -> bool:
        """The words sound like its operator's name, of all there are."""
        return bool(way.designator) and way.designator == self._meant

    def points(self, way: Ways) -> float:
        """How much the words speak for an aircraft."""
        if not self.phrases or not way.names:
            return 0.0
        points = self._points.get(way.names)
        if points is None:
            if self.exact(way):
                points = _EXACT
            elif self.meant(way):
                points = _NEARLY
            else:
                points = min(_NEARLY, max(map(self._alike, way.names)))
            self._points[way.names] = points
        return points

    def _alike(self, sound: Sound) -> float:
        if self._heard is None:  # only what stands right before the figures: the rest is seldom the name, and costs
            near = self.phrases[: min(_LONGEST, len(self.phrases))]
            self._heard = [_sounds[phrase] for phrase in near]
        best = sound.like(self._heard)
        points = max(_UNLIKE, (best - _NEUTRAL) / (1 - _NEUTRAL) * _EXACT)
        if self.clear:
            return points - 1.5 if best >= NEAR else min(points - 1.5, _OTHER)
        if best >= NEAR or not (self.perhaps or self._meant):
            return points
        return points + _PERHAPS_OTHER


def lone_names(text: str) -> Iterator[tuple[int, int, str]]:
    """Telephonies at the beginning or the end of a line: where each stands, and whose it is."""
    words, starts, ends, _ = scan(text)
    size = len(words)
    for length in range(min(_LONGEST, size), 0, -1):
        for first in dict.fromkeys((0, size - length)):
            row = _designator(" ".join(words[first : first + length]))
            number = first + length < size and counts(words[first + length])
            if row is not None and row[1] and not number and words[first] not in _letters():
                yield starts[first], ends[first + length - 1], row[0]
