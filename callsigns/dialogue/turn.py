"""One transmission while the memory works on it: what the parser read, and what the conversation adds.

>>> # reducing two zero zero knots five six one   -> role pilot, values {speed 200}; then: aircraft CSA561

The parts of a record are taken out of it once, for every question that the memory asks of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from attrs import evolve

from callsigns.dialogue.frequency import name_of
from callsigns.line import Line
from callsigns.records import CallSign, Message, Readback, Transmission

__all__ = ["Turn"]

_MARKS: Final = " .,?!-"


class Turn:
    """What was said, by whom and with whom; the memory fills in call signs, aircraft and readback."""

    __slots__ = (
        "aircraft", "callsigns", "facilities", "heard", "messages", "number", "readback", "role", "spellings", "text",
        "time", "values", "words",
    )  # fmt: skip

    def __init__(self, record: Transmission, words: Line, number: int, time: float | None) -> None:
        """``number``: how many transmissions there have been, this one counted; ``time``: in seconds."""
        self.text, self.role, self.words, self.number, self.time = record.text, record.role, words, number, time
        self.callsigns, self.facilities, self.messages = record.callsigns, record.facilities, record.messages
        self.spellings = record.spellings
        self.heard = bool(self.callsigns)  # by the parser; the memory may find more
        self.aircraft: str | None = None
        self.readback: Readback | None = None
        self.values = values_of(record.messages)

    def leave_out(self, numbers: Sequence[int]) -> None:
        """Without the call signs of these ``numbers``, which were none; messages count the others anew."""
        left = [number for number in range(len(self.callsigns)) if number not in numbers]
        place = {number: at for at, number in enumerate(left)}
        self.callsigns = tuple([self.callsigns[number] for number in left])
        self.messages = tuple(
            [m if m.callsign is None else evolve(m, callsign=place.get(m.callsign)) for m in self.messages]
        )

    def parties(self) -> list[CallSign]:
        """The call signs that speak or are spoken to."""
        return [c for c in self.callsigns if c.use != "mentioned"]

    def names(self) -> list[str]:
        """The aircraft that speak or are spoken to."""
        return [name for c in self.callsigns if c.use != "mentioned" and (name := c.match or name_of(c)) is not None]

    def is_named(self) -> bool:
        """Whether a call sign says who it is."""
        return any(c.use != "mentioned" and (c.match or name_of(c)) is not None for c in self.callsigns)

    def is_call_only(self) -> bool:
        """One call sign and nothing else."""
        return len(self.callsigns) == 1 and not self.before_and_behind(self.callsigns[0]).strip(_MARKS)

    def ends_with_callsign(self) -> bool:
        """Who says his name at the end has ended."""
        return bool(self.callsigns) and not self.text[self.callsigns[-1].end :].strip(_MARKS)

    def before_and_behind(self, callsign: CallSign) -> str:
        """The words around a call sign."""
        return self.text[: callsign.start] + self.text[callsign.end :]

    def behind(self, callsign: CallSign) -> str:
        """The words behind a call sign, without marks around them."""
        return self.text[callsign.end :].strip(_MARKS)

    def hands_over(self) -> bool:
        """Sends somebody to another frequency."""
        return any(m.topic == "frequency" and m.act == "instruction" for m in self.messages) or any(
            f.use == "handover" for f in self.facilities
        )

    def aside(self) -> list[tuple[int, int]]:
        """Where call signs stand, as offsets; a bare number that is nobody's may be a value."""
        return [_figures_of(c) for c in self.callsigns if c.match or c.kind != "partial"]


def values_of(messages: tuple[Message, ...]) -> frozenset[object]:
    """What can come again in an answer, as pairs of quantity and value."""
    return frozenset([(v.quantity, v.value) for m in messages for v in m.values])


def _figures_of(callsign: CallSign) -> tuple[int, int]:
    """Where a call sign stands; without its first word where only its number is that of the aircraft."""
    other_word = callsign.kind == "tactical" and callsign.match not in (None, name_of(callsign))
    return callsign.start + (callsign.text.find(" ") + 1 if other_word else 0), callsign.end
