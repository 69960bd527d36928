"""A conversation on one frequency: who is meant, who speaks, and what was read back.

>>> # csa five six one speed two zero zero knots        -> CSA561, controller
>>> # reducing two zero zero knots five six one         -> CSA561, pilot: "five six one" is CSA561; readback of line 1
>>> # roger                                             -> CSA561: an answer without a call sign

Each transmission is read by the parser as it stands; what was said before then decides what the text leaves open. The
role that the text alone gives is what ``Parser.parse`` returns.
"""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final, TypeGuard

from attrs import evolve

from callsigns.dashes import dashes_of_turns, together, turns
from callsigns.dialogue.exchange import Exchanges
from callsigns.dialogue.frequency import Frequency, stand_in
from callsigns.dialogue.naming import Naming
from callsigns.dialogue.turn import Turn
from callsigns.dialogue.turns import Turns
from callsigns.drafts import drafted
from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission
from callsigns.role import role_of_score
from callsigns.speakers import role_of
from callsigns.tokens import require_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from callsigns.line import Line
    from callsigns.messages import Said
    from callsigns.traffic import Traffic

__all__ = ["Dialogue"]

_Span = tuple[float, float] | None
_KNOWN: Final = {"pilot": 1.0, "controller": 0.0}
_UNDECIDED: Final = 0.5  # up to here an answer that repeats what was said makes a difference
_NAMED_FIRST: Final = -1.6  # a call sign that the memory alone knows, in front
_NAMED_LAST: Final = 1.5  # ... or at the end
_LATEST: Final = 10**15  # seconds
_FRONT: Final = 12  # characters: "okay and "

_new_transmission = drafted(Transmission)


class Dialogue:
    """Remembers one frequency; its memory does not grow with the length of the recording."""

    def __init__(self, parser: Parser | None = None, traffic: Traffic | None = None) -> None:
        if parser is not None and not isinstance(parser, Parser):
            raise TypeError(f"expected a Parser, found {type(parser).__name__}")
        self._parser = parser or default_parser()
        self._traffic = traffic
        self.frequency = Frequency()  # who is on it now
        self._exchanges = Exchanges(self._parser.grammar.letters)
        self._turns = Turns()
        self._naming = Naming(self.frequency, self._turns, self._exchanges, self._parser)
        self._number = 0

    def add(
        self,
        text: str,
        time: tuple[float, float] | float | None = None,
        speaker: str | None = None,
        line: int | None = None,
    ) -> Transmission:
        """Read the next transmission; where dashes or full stops part several turns in it, one by one.

        ``time``: seconds, or a pair of them. ``speaker``: a label; "pilot", "TWR" and the like give the role away.
        ``line`` is its number for ``Readback.of``; without it, transmissions are counted from 1.

        Raises:
            TypeError: ``text`` or ``speaker`` is no string, or ``time`` is neither a number nor a pair of them. Nothing
                is remembered of it.
        """
        span, known = _span(time), _role_of_label(speaker)
        require_text(text)
        self._number += 1
        number = line or self._number
        dash = dashes_of_turns(text) if known is None else None
        if dash is None:
            return self._of_one(text, number, span, speaker, known)
        parts = [(at, turn, None) for at, turn in turns(text, dash)]
        return self._of_several(text, parts, number, span, speaker)

    def _of_several(
        self, text: str, parts: Iterable[tuple[int, str, str | None]], number: int, span: _Span, speaker: str | None
    ) -> Transmission:
        """A text of several turns; ``parts``: where each begins, its text, and who says it, if that is known."""
        read = [(at, self._of_one(turn, number, span, speaker, known)) for at, turn, known in parts]
        readback = next((record.readback for _, record in reversed(read) if record.readback), None)
        return evolve(together(text, read), line=number, time=span, speaker=speaker, readback=readback)

    def _of_one(self, text: str, number: int, span: _Span, speaker: str | None, known: str | None) -> Transmission:
        """What one speaker says, or a recording that ran an order and its answer together; ``known``: who speaks."""
        words = self._parser.line(text)
        said = self._parser.recognize(words)
        parted = self._parser.parted(words) if known is None else []
        if parted:
            return self._of_several(text, [(at, turn, None) for at, turn in parted], number, span, speaker)
        answer = self._parser.answer(words, said) if known is None else None
        if answer is not None:
            place, (first, second) = words.starts[answer.at], answer.sides
            parts = [(0, text[:place].rstrip(), first), (place, text[place:], second)]
            return self._of_several(text, parts, number, span, speaker)
        score, unknown = self._parser.judged(words, said)
        turn = self._turn(words, said, known or role_of_score(score), span)
        total = score if unknown and not turn.callsigns else self._weighed(score, turn)
        role = known or role_of_score(total)
        if role != turn.role:
            turn = self._turn(words, said, role, span)
        if unknown and not turn.callsigns:
            turn.aircraft = None
        self._place(turn, number)
        self._remember(turn, _KNOWN[known] if known else 1 / (1 + exp(-total)), unknown=unknown)
        return _new_transmission(
            text, number, None, span, speaker, turn.role, turn.aircraft, turn.callsigns, turn.spellings,
            turn.facilities, turn.messages, turn.readback,
        )  # fmt: skip

    def _turn(self, words: Line, said: list[Said], role: str | None, span: tuple[float, float] | None) -> Turn:
        """The transmission as ``role`` speaks it, its call signs resolved."""
        record = self._parser.record(words, said, role)
        if self._traffic is not None:
            record = self._traffic.resolve(record)
        turn = Turn(record, words, self._number, span[0] if span else None)
        self._naming.resolve(turn)
        return turn

    def _weighed(self, score: float, turn: Turn) -> float:
        """What the text and what was said before it say together about who speaks; above zero: a pilot.

        ``score``: what the text alone says.
        """
        if turn.callsigns and not turn.heard:
            score += _NAMED_FIRST if turn.callsigns[0].start < _FRONT else _NAMED_LAST
        names = turn.names()
        last = self._turns.last
        named = last.aircraft if last.aircraft in names else names[0] if names else None
        total = self._turns.expected(score, turn, named, self.frequency)
        if last.aircraft is None or named not in (None, last.aircraft):
            return total
        if last.closed and self._exchanges.lacks(last.aircraft, turn):
            return total + self._turns.of_reminder()
        if last.wrong or (last.pilot < _UNDECIDED and total < _UNDECIDED):
            echo = not last.wrong and (not last.values.isdisjoint(turn.values) or self._turns.repeats(turn))
            if echo or self._exchanges.echoes(last.aircraft, turn):
                total += self._turns.of_echo()
            elif self._exchanges.is_about(last.aircraft, turn):
                total += self._turns.of_echo(other=True)
        elif total > 0 and turn.values and not self._exchanges.is_about(last.aircraft, turn):
            total += self._turns.of_nothing_open(turn)
        return total

    def _place(self, turn: Turn, line: int) -> None:
        """The readback that a turn is; the order that it gives is kept for the answer."""
        aircraft = turn.aircraft
        if aircraft is None or turn.role is None:
            return
        if turn.role == "controller":
            self._exchanges.order(aircraft, turn, line)
            return
        turn.readback = self._exchanges.answer(aircraft, turn, self.frequency.ident(aircraft))
        if self._turns.last.aircraft == aircraft:
            turn.messages = self._turns.answered(turn)
        if turn.readback is not None:
            turn.messages = self._exchanges.repeats(aircraft, turn.messages)

    def _remember(self, turn: Turn, pilot: float, *, unknown: bool) -> None:
        for callsign in turn.callsigns:
            name = callsign.match or stand_in(callsign)
            if name is not None:
                self.frequency.hear(name, callsign)
        if turn.aircraft is not None and turn.role == "controller":
            if turn.hands_over():
                self.frequency.leave(turn.aircraft, turn.number, turn.time)
            else:
                self.frequency.stay(turn.aircraft)
        self.frequency.forget(turn.number, turn.time)
        self._exchanges.forget(turn.number)
        self._turns.remember(turn, pilot, unknown=unknown)


def _span(time: tuple[float, float] | float | None) -> tuple[float, float] | None:
    """A number is the beginning and the end."""
    if _is_time(time):
        return float(time), float(time)
    if time is not None and not (isinstance(time, (tuple, list)) and len(time) == 2 and all(map(_is_time, time))):
        raise TypeError(f"expected a time in seconds or a pair of them, found {time!r:.60}")
    return time


def _is_time(part: object) -> TypeGuard[float]:
    return isinstance(part, float) or (isinstance(part, int) and abs(part) < _LATEST)


def _role_of_label(speaker: str | None) -> str | None:
    """The role that a label gives away by its last known word (``grammars/speakers.toml``)."""
    if not speaker:
        return None
    if not isinstance(speaker, str):
        raise TypeError(f"expected a speaker as a str, found {type(speaker).__name__}")
    return role_of(speaker)
