"""A text that holds several turns, parted where it is plainest who speaks in each.

>>> # Delta 306, turn left heading 260. | Left 260, Delta 306. | United 1247, contact tower.
>>> # controller                          pilot                  controller

A turn may begin at any of some places. Of all ways to part the text the one counts that tells most, turn by turn, about
who speaks: an order and its readback together tell less than each of them alone. A turn is about one aircraft, and
mostly names it once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from callsigns.line import Line
from callsigns.messages.said import SOCIAL, Said
from callsigns.recognize.heard import Heard
from callsigns.recognize.use import is_alike, parties
from callsigns.recognize.value import Quantity

__all__ = ["Reading", "Turn", "joined", "parted", "turn_of"]

Reading = tuple[Line, Sequence[Said], float]  # a text as it was recognized, and the log-odds that a pilot speaks

_EMPTY_ACTS: Final = SOCIAL | {"acknowledgement"}
# In log-odds of who speaks; tried on 400 recordings whose turns are known: half or twice as much is nearly as good.
_SURE: Final = 6.0  # more tells nothing
_ALIKE: Final = 2.0  # what another turn must explain more, if the same side speaks to the same aircraft
_AIRCRAFT: Final = 2.0  # what it tells that a turn is about the aircraft of the one that it answers ...
_VALUE: Final = 3.0  # ... or has a value of it
_VALUES: Final = 3  # so many of them count
_NAMELESS: Final = 1.5  # what a turn tells less that names nobody ...
_ORDER: Final = 3.5  # ... more so if it is a controller's, for else these are the first words of a readback ...
_TWICE: Final = 4.5  # ... or names him twice ...
_SEVERAL: Final = 3.0  # ... or others as well ...
_EMPTY: Final = 1.0  # ... or says nothing but who, and good day ...
_BARE: Final = 3.0  # ... right before a call sign of somebody else: "american four ten delta six both of you slow down"


class Turn(NamedTuple):
    """What one speaker may have said."""

    score: float  # the log-odds that it is a pilot
    named: tuple[Heard, ...]
    values: frozenset[object]
    empty: bool

    def worth(self, side: int) -> float:
        """How much it tells that one speaker said it: a pilot (1) or a controller (-1)."""
        others = sum(not is_alike(self.named[0], other) for other in self.named)
        nameless = _NAMELESS if side > 0 else _ORDER
        less = _TWICE * (len(self.named) - 1) + _SEVERAL * others if self.named else nameless
        return max(-_SURE, min(side * self.score, _SURE)) - less - _EMPTY * self.empty


class _Way(NamedTuple):
    """The best way to part what stands before a place: its last turn, where that begins, who says it, and the way to
    there."""

    worth: float
    start: int
    turn: Turn
    side: int
    before: _Way | None


_worth: Final = attrgetter("worth")


def turn_of(reading: Reading) -> Turn:
    """A text as one turn."""
    line, said, score = reading
    named = tuple([h for h in parties(line)[0] if h.start not in line.mentioned])
    values = frozenset([(w.quantity, w.value) for w in line.found.values() if isinstance(w, Quantity)])
    return Turn(score, named, values, not values and not any(s.entry and s.act not in _EMPTY_ACTS for s in said))


def joined(one: Turn, other: Turn) -> Turn:
    """Two turns as if one speaker had said both."""
    values = one.values | other.values
    return Turn(one.score + other.score, one.named + other.named, values, one.empty and other.empty)


def parted(count: int, turns: Callable[[int], Iterator[tuple[int, Turn]]], cost: float) -> list[int]:
    """Which of the pieces of a text, of which there are ``count``, begin a turn, in order.

    ``turns``: what may be the last turn before a piece, and the piece with which that begins, the last one first;
    ``cost``: what each further turn must explain, in log-odds."""
    ways: list[list[_Way]] = [[]]
    for end in range(1, count + 1):
        ways.append([way for start, turn in turns(end) for way in _ways(ways[start], start, turn, cost)])
    best: _Way | None = max(ways[count], key=_worth, default=None)
    found = []
    while best is not None:
        found.append(best.start)
        best = best.before
    return found[::-1] or [0]


def _ways(ways: Sequence[_Way], start: int, turn: Turn, cost: float) -> Iterator[_Way]:
    """The best way that ends with ``turn``, for each side that may say it; ``start``: the piece with which it begins;
    ``ways``: those to there."""
    for side in (-1, 1):
        worth = turn.worth(side)
        if not start:
            yield _Way(worth, 0, turn, side, None)
        elif ways:
            more = [_Way(way.worth + _between(way, turn, side) + worth - cost, start, turn, side, way) for way in ways]
            yield max(more, key=_worth)


def _between(way: _Way, turn: Turn, side: int) -> float:
    """What it tells that ``turn`` follows the last turn of a way."""
    one = way.turn
    both = bool(one.named and turn.named)
    same = both and is_alike(one.named[0], turn.named[0])
    worth = -_BARE * (one.empty and both and not same)
    if way.side != side:
        return worth + _AIRCRAFT * same + _VALUE * min(_VALUES, len(one.values & turn.values))
    return worth - _ALIKE * (same or not both)
