"""What was ordered and waits for its answer: instruction against readback, aircraft by aircraft.

>>> # line 1  csa five six one descend flight level nine zero   -> waits: CSA561, altitude 90
>>> # line 2  descending nine zero csa five six one             -> correct readback of line 1
>>> # line 2  descending nine zero csa eight six one            -> wrong readback of line 1: the call sign
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from typing import Final

from attrs import define, evolve

from callsigns.dialogue.turn import Turn
from callsigns.readback.comparison import Wanted, compare, condition_to_read_back, says_condition, to_read_back
from callsigns.readback.heard import HeardValues
from callsigns.readback.values import one_edit
from callsigns.records import Condition, Difference, Message, Readback

__all__ = ["Exchanges"]

_WAITS: Final = 6  # transmissions within which an instruction is read back
_BREATH: Final = 3  # ... within which somebody else may take it for his own
_NO_ANSWER: Final = frozenset(("initial_call", "repeat_request", "standby", "radio_check", "distress", "urgency"))
_ANSWERED: Final = frozenset(("affirmation", "negation"))  # "confirm six thousand", "affirm": no readback


@define(slots=True)
class _Open:
    """An instruction: the line and the number of its transmission, and what became of it."""

    line: int
    number: int
    wanted: tuple[Wanted, ...]
    answered: bool = False
    differed: frozenset[str] = frozenset()  # quantities that were read back otherwise
    rest: tuple[Wanted, ...] = ()  # what the answer left out; it may come in a second transmission
    heard: int = 0  # the number of the answer
    condition: Condition | None = None  # what it depends on, where that is read back


class Exchanges:
    """The instructions of one frequency that may still be answered; bounded by the transmissions that they wait."""

    def __init__(self, letters: Mapping[str, str]) -> None:
        self._letters = letters
        self._open: dict[str, _Open] = {}

    def order(self, aircraft: str, t: Turn, line: int) -> None:
        """Keep what a controller's transmission wants repeated; "say again" asks for the same once more."""
        before = self._open.get(aircraft)
        wanted = to_read_back(t.messages, before.differed if before is not None else frozenset())
        if not wanted and before is not None and before.differed:
            wanted = self._once_more(before, t)
        if wanted:
            self._open[aircraft] = _Open(line, t.number, wanted, condition=condition_to_read_back(t.messages))
        elif before is not None and any(m.act == "repeat_request" for m in t.messages):
            before.answered = False

    def _once_more(self, before: _Open, t: Turn) -> tuple[Wanted, ...]:
        """ "three five zero": the bare value that was read back wrongly."""
        differed = [w for w in before.wanted if w.value.quantity in before.differed]
        missed = HeardValues(t.words, self._letters).without_equal([w.value for w in differed])
        return tuple(w for w in differed if not any(w.value is m for m in missed))

    def answer(self, aircraft: str, t: Turn, own: str) -> Readback | None:
        """The readback that a pilot's transmission is; ``own``: the figures of its call sign, said or not."""
        acts = {m.act for m in t.messages}
        if acts & _NO_ANSWER:
            return None
        waiting = self._open.get(aircraft)
        if waiting is not None and waiting.rest and t.number == waiting.heard + 1:
            return self._completed(waiting, self._heard(t, own))
        if waiting is None or waiting.answered:
            reports = "report" in acts and "readback" not in acts
            return self._of_somebody_else(aircraft, t, own) if t.callsigns and not reports else None
        waiting.answered = True
        if "denial" in acts or t.number - waiting.number > _WAITS:
            return None
        if "negation" in acts and not any(w.needed for w in waiting.wanted):
            return None  # "confirm six thousand", "negative, seven"
        readback = compare(waiting.line, waiting.wanted, self._heard(t, own, waiting.wanted))
        if readback is not None and readback.differences and "request" in acts:
            # Who asks for another runway than the one to expect has understood.
            needed = [w for w in waiting.wanted if w.needed]
            readback = compare(waiting.line, needed, self._heard(t, own, needed))
        if readback is not None and readback.differences:
            if acts & _ANSWERED and not t.values and all(d.heard is None for d in readback.differences):
                return None
            waiting.differed = frozenset(d.quantity for d in readback.differences)
            waiting.rest, waiting.heard = _left_out(waiting.wanted, readback), t.number
        return _with_condition(waiting.condition, readback, t)

    def _heard(self, t: Turn, own: str = "", wanted: Sequence[Wanted] = ()) -> HeardValues:
        """``wanted``: reports of other kinds are no answer to it ("passing one seven eight", told a heading)."""
        aside = t.aside()
        if wanted and any(m.act == "report" for m in t.messages):
            kinds = {w.value.quantity for w in wanted}
            reports = [m for m in t.messages if m.act == "report"]
            aside += [(v.start, v.end) for m in reports for v in m.values if v.quantity not in kinds]
        return HeardValues(t.words, self._letters, aside, own)

    def _completed(self, waiting: _Open, heard: HeardValues) -> Readback | None:
        """A readback in two transmissions, as recordings cut them: "descending one hundred and" | "speed two ten"."""
        readback = compare(waiting.line, waiting.rest, heard)
        waiting.rest = ()
        if readback is None or readback.status != "correct":
            return None
        waiting.differed = frozenset()
        return readback

    def echoes(self, aircraft: str, t: Turn) -> bool:
        """Whether a line repeats a value of the order that was just given, or one read back wrongly."""
        waiting = self._open.get(aircraft)
        if waiting is None or (waiting.answered and not waiting.differed) or t.number - waiting.number > _BREATH:
            return False
        values = [w.value for w in waiting.wanted if not waiting.answered or w.value.quantity in waiting.differed]
        return len(self._heard(t).without_equal(values)) < len(values)

    def is_about(self, aircraft: str, t: Turn) -> bool:
        """Whether a line says a value of a kind that this aircraft was told."""
        waiting = self._open.get(aircraft)
        kinds = {v.quantity for m in t.messages for v in m.values}
        return waiting is not None and any(w.needed and w.value.quantity in kinds for w in waiting.wanted)

    def lacks(self, aircraft: str, t: Turn) -> bool:
        """Whether a line says nothing but what the last readback of this aircraft has left out."""
        waiting = self._open.get(aircraft)
        if waiting is None or not waiting.rest or t.number != waiting.heard + 1 or not t.values:
            return False
        if any(m.act == "report" for m in t.messages):
            return False
        return t.values <= {(w.value.quantity, w.value.value) for w in waiting.rest}

    def ordered(self, values: Set[object], number: int) -> str | None:
        """The aircraft to which alone one of these values, as pairs of quantity and value, was just said."""
        names = [
            name
            for name, waiting in self._open.items()
            if not waiting.answered
            and number - waiting.number <= _BREATH
            and any((w.value.quantity, w.value.value) in values for w in waiting.wanted)
        ]
        return names[0] if len(names) == 1 else None

    def repeats(self, aircraft: str, messages: tuple[Message, ...]) -> tuple[Message, ...]:
        """What would be a report by itself ("maintaining five thousand") repeats what was just said."""
        waiting = self._open.get(aircraft)
        if waiting is None:
            return messages
        said = {(w.value.quantity, w.value.value) for w in waiting.wanted}
        return tuple(
            evolve(m, act="readback")
            if m.act == "report" and m.values and all((v.quantity, v.value) in said for v in m.values)
            else m
            for m in messages
        )

    def forget(self, number: int) -> None:
        """Drop what waits for too long."""
        for name in [n for n, o in self._open.items() if number - o.number > _WAITS]:
            del self._open[name]

    def _of_somebody_else(self, aircraft: str, t: Turn, own: str) -> Readback | None:
        """Another aircraft has taken the instruction for its own, or its call sign was said wrongly."""
        for name, waiting in self._open.items():
            if waiting.answered or name == aircraft or t.number - waiting.number >= _BREATH:
                continue
            misheard = name.startswith(aircraft) or (not own and one_edit(name, aircraft))
            if misheard or not any(w.needed for w in waiting.wanted):
                continue
            readback = compare(waiting.line, waiting.wanted, self._heard(t))
            if readback is not None and readback.status == "correct":
                waiting.differed = frozenset(w.value.quantity for w in waiting.wanted)
                return Readback(waiting.line, "wrong", (Difference("callsign", name, aircraft),))
        return None


def _with_condition(condition: Condition | None, readback: Readback | None, t: Turn) -> Readback | None:
    """ "line up runway one four", told to do so behind another: all values are right, and the condition is left out."""
    if condition is None or readback is None or readback.status != "correct":
        return readback
    if says_condition(condition, t.words.words, t.messages):
        return readback
    return evolve(readback, status="partial", differences=(Difference("condition", condition.text, None),))


def _left_out(wanted: Sequence[Wanted], readback: Readback) -> tuple[Wanted, ...]:
    """The values that were not said; nothing where another was said instead."""
    if any(d.heard is not None for d in readback.differences):
        return ()
    missed = {(d.quantity, d.said) for d in readback.differences}
    return tuple(w for w in wanted if (w.value.quantity, w.value.value) in missed)
