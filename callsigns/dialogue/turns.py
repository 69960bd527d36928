"""Whose turn it is: what the transmission before says about who speaks now.

>>> # csa five six one descend flight level nine zero | nine zero   -> the pilot who was just called
>>> # left two five zero csa one two | two four zero                -> the controller, who said 240 before
>>> # report midfield downwind ... | one seven kilo midfield downwind   -> the pilot, who was asked to

The figures are log-odds, as the weights in roles.toml; above zero a pilot speaks. They were tried out on tapes.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Final, NamedTuple

from attrs import evolve

from callsigns.dialogue.frequency import Frequency
from callsigns.dialogue.turn import Turn, values_of
from callsigns.records import Message

__all__ = ["Before", "Turns"]

_ANSWERS: Final = 1.4  # the pilot who was just called, when nobody else is named
_ANSWERS_BY_NAME: Final = 0.8  # the same aircraft is named again
_ECHOES: Final = 1.8  # the values of the last transmission come again
_ECHOES_OTHERWISE: Final = 0.8  # other values of the same kinds come
_INVITED: Final = 2.4  # ... the pilot who was asked something, or told to go ahead
_NOTHING_OPEN: Final = -1.5  # values, where nothing was told that could be repeated
_SOMEBODY_ELSE: Final = -0.5  # after a controller, another aircraft is named: the controller goes on
_SOMEBODY_NEW: Final = 0.8  # ... one that was never heard: it calls
_AFTER_PILOT: Final = -1.0  # a pilot has spoken: the controller answers, or goes on
_NEXT_IN_TURN: Final = -1.0  # ... to another aircraft that is known already
_ASKED: Final = -0.8  # ... more so when the pilot has asked for something
_ACKNOWLEDGES: Final = -0.8  # ... or when it is "roger" or "thank you" and nothing else
_BY_PLACE: Final = -4.0  # a call sign and the name of this station: the station calls
_CORRECTS: Final = -3.0  # the order that was read back wrongly, or in part, again
_REPORTS: Final = 4.0  # what this aircraft was told to report
_CALL_ONLY: Final = 0.3  # a call sign and nothing else calls, or acknowledges: its place in the line tells nothing
_TELLS: Final = frozenset(("report", "request", "query", "initial_call", "greeting", "negation", "denial"))
_DOUBT: Final = 0.5  # a pilot or not
_FEW: Final = 6  # words
_QUESTIONS: Final = frozenset(("request", "query"))
_ASKS: Final = frozenset(("query", "repeat_request"))
_SHORT: Final = frozenset(("acknowledgement", "courtesy", "affirmation", "farewell"))
_PAUSE: Final = 30.0  # seconds after which a transmission answers nothing
_SILENCE: Final = 60.0  # ... and after which one without a call sign is nobody's
_TOLD: Final = 50  # aircraft that were told to report something


class Before(NamedTuple):
    """The transmission before."""

    role: str | None = None
    pilot: float = 0.5  # how likely a pilot spoke, 0 to 1: a doubtful role says little about the next one
    aircraft: str | None = None
    time: float | None = None
    values: frozenset[object] = frozenset()
    wrong: bool = False  # whether it was a wrong readback
    asked: bool = False  # whether it asked for something
    asks_who: bool = False  # whether it asked who spoke
    hands_over: bool = False  # whether it sent somebody to another frequency
    closed: bool = False  # whether it ended with a call sign
    words: frozenset[str] = frozenset()
    wanted: frozenset[str | None] = frozenset()  # topics of which a controller has asked how it stands


class Turns:
    """Keeps the transmission before, and what aircraft were told to report."""

    def __init__(self) -> None:
        self.last = Before()
        self._first = True
        self._places: OrderedDict[str, None] = OrderedDict()  # names of stations that were called here
        self._told: OrderedDict[str, frozenset[str]] = OrderedDict()  # places that aircraft were told to report

    def is_late(self, at: float | None, pause: float = _SILENCE) -> bool:
        """Whether so much time has passed, where times are known, that nothing is answered any more."""
        return at is not None and self.last.time is not None and not 0 <= at - self.last.time <= pause

    def expected(self, score: float, t: Turn, named: str | None, frequency: Frequency) -> float:
        """Who is likely to speak; ``score``: by the text alone, ``named``: the aircraft that ``t`` names."""
        last = self.last
        other = named if named != last.aircraft and not last.asks_who else None
        if other is not None and other in frequency:
            score = _of_text(t, score)
        if named is not None and named in self._told and not self._told[named].isdisjoint(_places(t)):
            score += _REPORTS
        if self._calls_by_place(t):
            score += _BY_PLACE
        if self._first or self.is_late(t.time, _PAUSE):
            return score
        after_pilot, answer = _AFTER_PILOT, _ANSWERS + (_ANSWERS_BY_NAME if named else 0.0)
        if other is None:
            answer += _INVITED if last.asked else 0.0
            after_pilot += (_ASKED if last.asked else 0.0) + (_ACKNOWLEDGES if named is None and _only(t) else 0.0)
        if other is not None:
            known = other in frequency
            after_pilot += _NEXT_IN_TURN if known else 0.0
            answer = _SOMEBODY_ELSE if known else _SOMEBODY_NEW
        return score + last.pilot * after_pilot + (1 - last.pilot) * answer

    def _calls_by_place(self, t: Turn) -> bool:
        """ "thai nine three three praha": a call sign, and the name of a station that was called before."""
        if len(t.callsigns) != 1 or t.callsigns[0].start or not self._places:
            return False
        return t.behind(t.callsigns[0]).lower() in self._places

    def repeats(self, t: Turn) -> bool:
        """A few words, all of which the transmission before has, too: "ident", behind "squawk ident"."""
        words = t.words.words
        return 0 < len(words) <= _FEW and self.last.words.issuperset(words)

    def of_echo(self, *, other: bool = False) -> float:
        """What it says that values of the order before come again; ``other``: that others of their kind do."""
        if self.last.wrong:
            return 0.0 if other else _CORRECTS
        return (_ECHOES_OTHERWISE if other else _ECHOES) * (1 - self.last.pilot)

    def of_nothing_open(self, t: Turn) -> float:
        """What it says that a line holds values, in no report, behind a pilot to whom nothing was told."""
        tells = any(m.act in _TELLS for m in t.messages)
        return 0.0 if tells or t.callsigns or self.last.pilot < _DOUBT else _NOTHING_OPEN * self.last.pilot

    def answered(self, t: Turn) -> tuple[Message, ...]:
        """What would repeat an order by itself ("two hundred knots") tells what was asked for ("say speed")."""
        last = self.last
        if not last.wanted:
            return t.messages
        return tuple(
            evolve(m, act="report")
            if m.act == "readback" and m.topic in last.wanted and last.values.isdisjoint(values_of((m,)))
            else m
            for m in t.messages
        )

    def of_reminder(self) -> float:
        """What it says that a line holds what the readback before has left out."""
        return _CORRECTS * self.last.pilot

    def remember(self, t: Turn, pilot: float, *, unknown: bool) -> None:
        """``t`` is the last transmission from now on; ``unknown``: it speaks to somebody whose name was not heard."""
        wrong = t.readback is not None and t.readback.status == "wrong"
        asked = any(m.act in _QUESTIONS for m in t.messages)
        controller = t.role == "controller"
        asks_who = unknown or (controller and any(m.topic == "callsign" and m.act in _ASKS for m in t.messages))
        self.last = Before(
            t.role, pilot, t.aircraft, t.time, t.values, wrong, asked, asks_who, controller and t.hands_over(),
            t.ends_with_callsign(), frozenset(t.words.words), _wanted(t) if controller else frozenset(),
        )  # fmt: skip
        self._first = False
        for facility in t.facilities:
            if facility.place and facility.use in ("called", "calling"):
                self._places[facility.place.lower()] = None
                if len(self._places) > _TOLD:
                    self._places.popitem(last=False)
        if t.aircraft is None:
            return
        if t.role == "controller":
            told = _places(t, "instruction")
            if told:
                self._told[t.aircraft] = told
            if len(self._told) > _TOLD:
                self._told.popitem(last=False)
        elif t.aircraft in self._told and t.readback is None and not self._told[t.aircraft].isdisjoint(_places(t)):
            del self._told[t.aircraft]


def _of_text(t: Turn, score: float) -> float:
    """The call sign of another aircraft and nothing else may call it, or answer."""
    return min(score, _CALL_ONLY) if t.is_call_only() else score


def _wanted(t: Turn) -> frozenset[str | None]:
    """ "say altitude"; nothing that an order in the same line is about."""
    ordered = {m.topic for m in t.messages if m.act in ("instruction", "clearance")}
    return frozenset(
        m.topic for m in t.messages if m.act == "query" and not m.values and m.topic not in (None, *ordered)
    )


def _only(t: Turn) -> bool:
    """Nothing but a word of thanks or understanding."""
    return bool(t.messages) and all(m.act in _SHORT for m in t.messages)


def _places(t: Turn, act: str | None = None) -> frozenset[str]:
    """The legs and places that messages name, without their sides: "report a five mile final", "right downwind"."""
    return frozenset(
        str(v.value).rpartition(" ")[2]
        for m in t.messages
        if act in (None, m.act)
        for v in m.values
        if v.quantity == "position"
    )
