"""A text that holds several turns, parted where it is plainest who speaks in each.

>>> # Delta 306, turn left heading 260. | Left 260, Delta 306. | United 1247, contact tower.
>>> # controller                          pilot                  controller

A turn may begin at any of some places. Of all ways to part the text the one counts that tells most, turn by turn, about
who speaks: an order and its readback together tell less than each of them alone. A turn is about one aircraft, and
mostly names it once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import attrgetter, itemgetter
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

    def worth(self) -> tuple[float, float]:
        """How much it tells that one speaker said it, if a controller, and if a pilot."""
        less = _EMPTY if self.empty else 0.0
        if self.named:
            others = sum([not is_alike(self.named[0], other) for other in self.named[1:]])
            less += _TWICE * (len(self.named) - 1) + _SEVERAL * others
        sure = max(-_SURE, min(self.score, _SURE))
        return -sure - less - _ORDER * (not self.named), sure - less - _NAMELESS * (not self.named)


class _Way(NamedTuple):
    """The best way to part what stands before a place: its last turn, where that begins, and the way to there."""

    worth: float
    start: int
    turn: Turn
    before: _Way | None


_Ways = tuple[_Way, _Way]  # if a controller says the last turn, and if a pilot does; it is the same turn
_worth: Final = attrgetter("worth")
_first: Final = itemgetter(0)


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
    ways: list[list[_Ways]] = [[]]
    for end in range(1, count + 1):
        ways.append([_ways(ways[start], start, turn, cost) for start, turn in turns(end) if ways[start] or not start])
    best: _Way | None = max(chain.from_iterable(ways[count]), key=_worth, default=None)
    found = []
    while best is not None:
        found.append(best.start)
        best = best.before
    return found[::-1] or [0]


def _ways(ways: Sequence[_Ways], start: int, turn: Turn, cost: float) -> _Ways:
    """The best ways that end with ``turn``; ``start``: the piece with which it begins; ``ways``: those to there."""
    controllers, pilots = turn.worth()
    if not start:
        return _Way(controllers, 0, turn, None), _Way(pilots, 0, turn, None)
    by_controller: list[tuple[float, _Way]] = []
    by_pilot: list[tuple[float, _Way]] = []
    for controller, pilot in ways:
        answered, went_on = _between(controller.turn, turn)
        by_controller += ((controller.worth + went_on, controller), (pilot.worth + answered, pilot))
        by_pilot += ((controller.worth + answered, controller), (pilot.worth + went_on, pilot))
    worth, before = max(by_controller, key=_first)
    other, behind = max(by_pilot, key=_first)
    return _Way(worth + controllers - cost, start, turn, before), _Way(other + pilots - cost, start, turn, behind)


def _between(one: Turn, turn: Turn) -> tuple[float, float]:
    """What it tells that ``turn`` follows ``one``, if the other side says it, and if the same does."""
    both = bool(one.named and turn.named)
    same = both and is_alike(one.named[0], turn.named[0])
    worth = -_BARE * (one.empty and both and not same)
    values = min(_VALUES, len(one.values & turn.values)) if one.values else 0
    return worth + _AIRCRAFT * same + _VALUE * values, worth - _ALIKE * (same or not both)
