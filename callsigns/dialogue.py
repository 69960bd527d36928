"""A conversation on one frequency: who is meant, who speaks, and what was read back.

>>> # csa five six one speed two zero zero knots        -> CSA561, controller
>>> # reducing two zero zero knots five six one         -> CSA561, pilot: "five six one" is CSA561; readback of line 1
>>> # roger                                             -> CSA561: an answer without a call sign

Each transmission is read by the parser as it stands; what was said before then decides what the text leaves open. The
role that the text alone gives is what ``Parser.parse`` returns.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import exp
from typing import TYPE_CHECKING, Final, NamedTuple

from attrs import evolve

from callsigns.exchange import Exchanges
from callsigns.frequency import Frequency, name_of, stand_in
from callsigns.grammar import shipped_table
from callsigns.line import Line
from callsigns.parser import Parser, default_parser
from callsigns.records import CallSign, Transmission
from callsigns.role import role_of_score

if TYPE_CHECKING:
    from callsigns.traffic import Traffic

__all__ = ["Dialogue"]

# Log-odds, as the weights in roles.toml; tried out on labelled conversations.
_ANSWERS: Final = 1.4  # the pilot who was just called, when nobody else is named
_ANSWERS_BY_NAME: Final = 0.8  # the same aircraft is named again
_ECHOES: Final = 1.8  # the values of the last transmission come again
_SOMEBODY_ELSE: Final = -0.5  # after a controller, another aircraft is named: the controller goes on
_AFTER_PILOT: Final = -1.0  # a pilot has spoken: the controller answers, or goes on
_NEXT_IN_TURN: Final = -1.0  # ... to another aircraft that is known already
_KNOWN: Final = {"pilot": 1.0, "controller": 0.0}
_PAUSE: Final = 30.0  # seconds after which a transmission answers nothing


class _Last(NamedTuple):
    """The transmission before."""

    role: str | None
    pilot: float  # how likely a pilot spoke, 0 to 1: a doubtful role says little about the next one
    aircraft: str | None
    time: float | None
    values: frozenset[object]


class Dialogue:
    """Remembers one frequency; its memory does not grow with the length of the recording."""

    def __init__(self, parser: Parser | None = None, traffic: Traffic | None = None) -> None:
        self._parser = parser or default_parser()
        self._traffic = traffic
        self.frequency = Frequency()  # who is on it now
        self._exchanges = Exchanges(self._parser.grammar.letters)
        self._last = _Last(None, 0.5, None, None, frozenset())
        self._number = 0

    def add(
        self,
        text: str,
        time: tuple[float, float] | float | None = None,
        speaker: str | None = None,
        line: int | None = None,
    ) -> Transmission:
        """Read the next transmission.

        ``time``: seconds, or a pair of them. ``speaker``: a label; "pilot", "TWR" and the like give the role away.
        ``line`` is its number for ``Readback.of``; without it, transmissions are counted from 1.
        """
        self._number += 1
        span = (float(time), float(time)) if isinstance(time, int | float) else time
        at = span[0] if span else None
        words = self._parser.line(text)
        said = self._parser.recognize(words)
        known = _role_of_label(speaker)
        cues = self._parser.cues(words, said)
        score = sum(cues.values())
        t = self._resolved(self._parser.record(words, said, known or role_of_score(score)), words)
        total = score + self._expected(t, at)
        role = known or role_of_score(total)
        if role != t.role:
            t = self._resolved(self._parser.record(words, said, role), words)
        t = self._placed(t, words, line or self._number)
        t = evolve(t, line=line or self._number, time=span, speaker=speaker)
        self._remember(t, at, _KNOWN[known] if known else 1 / (1 + exp(-total)))
        return t

    def _resolved(self, t: Transmission, words: Line) -> Transmission:
        """Each call sign with the full one that it stands for, and the aircraft that the transmission is with."""
        if self._traffic is not None:
            t = self._traffic.resolve(t)
        callsigns = tuple(self._matched(c, t) for c in t.callsigns)
        if not any(c.use != "mentioned" and (c.match or name_of(c)) for c in callsigns):
            callsigns = (*callsigns, *self._at_the_end(t, words))
        first_call = not callsigns and any(f.use == "called" and f.start == 0 for f in t.facilities)
        aircraft = None if first_call and t.role == "pilot" else self._aircraft(t, callsigns)
        return evolve(t, callsigns=callsigns, aircraft=aircraft)

    def _at_the_end(self, t: Transmission, words: Line) -> Iterator[CallSign]:
        """A short call sign that only the memory can tell from the value before it."""
        for ending in self._parser.endings(words):
            found = self.frequency.ends_with(ending.ident)
            only_number = ending.ident.isdecimal() and ending.whole
            if len(found) == 1 and not only_number:
                start, end = words.span(ending.start, ending.end)
                use = "addressee" if t.role == "controller" else "speaker"
                text, ident = t.text[start:end], ending.ident
                yield CallSign(text, start, end, "partial", ident=ident, use=use, abbreviated=True, match=found[0])
                return

    def _matched(self, callsign: CallSign, t: Transmission) -> CallSign:
        """``match`` is set for a short call sign that means one aircraft, and for a full one heard before."""
        if callsign.match is not None:
            return callsign
        cut = _is_cut(t.text[callsign.end :])
        found = self.frequency.meant(callsign, cut=cut)
        if len(found) == 1:
            return evolve(callsign, match=found[0])
        expected = self._last.aircraft
        if self._last.role != "controller" or expected is None or callsign.use == "mentioned":
            return callsign
        # The one who was just called may say his name wrongly, or only its beginning; nobody else may.
        begun = expected in found and (cut or not callsign.ident)
        if begun or (not found and t.role != "controller" and self.frequency.near(expected, callsign)):
            return evolve(callsign, match=expected)
        return callsign

    def _aircraft(self, t: Transmission, callsigns: tuple[CallSign, ...]) -> str | None:
        """Who is named; an answer without a name belongs to the exchange before."""
        parties = [c for c in callsigns if c.use != "mentioned"]
        names = [name for c in parties if (name := c.match or stand_in(c)) is not None]
        if names:
            return self._likely(names, t.role)
        ambiguous = any(len(self.frequency.meant(c)) > 1 for c in parties)
        somebody_new = t.role == "controller" and any(c.start == 0 for c in parties)
        if ambiguous or somebody_new:
            return None
        ordered = self._exchanges.ordered(_values(t), self._number) if t.role == "pilot" else None
        return ordered or self._last.aircraft

    def _likely(self, names: list[str], role: str | None) -> str:
        """Of several: a pilot is the one who was just called, else one that is known; a controller calls the first."""
        if role == "pilot" and self._last.role == "controller" and self._last.aircraft in names:
            return self._last.aircraft or names[0]
        if names[0] not in self.frequency:
            return next((name for name in names if name in self.frequency), names[0])
        return names[0]

    def _expected(self, t: Transmission, at: float | None) -> float:
        """What the last transmission says about who speaks now; above zero: a pilot."""
        last = self._last
        late = at is not None and last.time is not None and not 0 <= at - last.time <= _PAUSE
        if self._number == 1 or late:
            return 0.0
        named = next((c.match or name_of(c) for c in t.callsigns if c.use != "mentioned"), None)
        other = named is not None and named != last.aircraft
        after_pilot = _AFTER_PILOT + (_NEXT_IN_TURN if named and other and named in self.frequency else 0.0)
        echo = _ECHOES if last.values & _values(t) else 0.0
        answer = _SOMEBODY_ELSE if other else _ANSWERS + (_ANSWERS_BY_NAME if named else 0.0) + echo
        return last.pilot * after_pilot + (1 - last.pilot) * answer

    def _placed(self, t: Transmission, words: Line, line: int) -> Transmission:
        """With the readback that this transmission is, and the instruction that it gives kept for the answer."""
        if t.aircraft is None or t.role is None:
            return t
        if t.role == "controller":
            self._exchanges.order(t.aircraft, t, self._number, line)
            return t
        aside = [_figures_of(c) for c in t.callsigns if c.match or c.kind != "partial"]
        own = self.frequency.ident(t.aircraft)
        readback = self._exchanges.answer(t.aircraft, t, words, aside, self._number, own)
        if readback is None:
            return t
        return evolve(t, readback=readback, messages=self._exchanges.repeats(t.aircraft, t.messages))

    def _remember(self, t: Transmission, at: float | None, pilot: float) -> None:
        for callsign in t.callsigns:
            name = callsign.match or stand_in(callsign)
            if name is not None:
                self.frequency.hear(name, callsign)
        if t.aircraft is not None:
            if t.role == "controller" and _hands_over(t):
                self.frequency.leave(t.aircraft, self._number, at)
            elif t.role == "controller":
                self.frequency.stay(t.aircraft)
        self.frequency.forget(self._number, at)
        self._exchanges.forget(self._number)
        self._last = _Last(t.role, pilot, t.aircraft, at, _values(t))


def _is_cut(behind: str) -> bool:
    """Whether a recording may have ended inside the call sign: nothing stands behind it but a piece of a word."""
    rest = behind.strip(" .,?!-")
    return len(rest) < 4 and " " not in rest


def _values(t: Transmission) -> frozenset[object]:
    return frozenset((v.quantity, v.value) for m in t.messages for v in m.values)


def _figures_of(callsign: CallSign) -> tuple[int, int]:
    """Where a call sign stands; without its first word where only its number is that of the aircraft."""
    other_word = callsign.kind == "tactical" and callsign.match not in (None, name_of(callsign))
    return callsign.start + (callsign.text.find(" ") + 1 if other_word else 0), callsign.end


def _hands_over(t: Transmission) -> bool:
    return any(m.topic == "frequency" and m.act == "instruction" for m in t.messages) or any(
        f.use == "handover" for f in t.facilities
    )


def _role_of_label(speaker: str | None) -> str | None:
    """The role that a label gives away by its last known word (``grammars/speakers.toml``)."""
    if not speaker:
        return None
    roles = {word: role for role, entry in shipped_table("speakers.toml").items() for word in entry["words"]}
    words = [word.rstrip("0123456789") for word in speaker.lower().replace("-", " ").replace("_", " ").split()]
    return next((roles[word] for word in reversed(words) if word in roles), None)
