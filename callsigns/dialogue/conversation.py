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
from typing import TYPE_CHECKING, Final

from callsigns.dialogue.exchange import Exchanges
from callsigns.dialogue.frequency import Frequency, name_of, stand_in
from callsigns.dialogue.turns import Turns, values_of
from callsigns.drafts import drafted
from callsigns.grammar import shipped_table
from callsigns.line import Line
from callsigns.parser import Parser, default_parser
from callsigns.records import CallSign, Message, Readback, Transmission
from callsigns.role import role_of_score

if TYPE_CHECKING:
    from callsigns.traffic import Traffic

__all__ = ["Dialogue"]

_KNOWN: Final = {"pilot": 1.0, "controller": 0.0}
_UNDECIDED: Final = 0.5  # up to here an answer that repeats what was said makes a difference
_NAMED_FIRST: Final = -1.6  # a call sign that the memory alone knows, in front
_NAMED_LAST: Final = 1.5  # ... or at the end
_LAST: Final = 3  # characters of a short registration: FAA JO 7110.65 2-4-9
_FRONT: Final = 12  # characters: "okay and "
_MESSAGE: Final = 2  # words behind a bare number at the beginning, for it to be no value
_UNKNOWN_CALLER: Final = "controller.unknown_caller"  # "station calling, say again"

_new_callsign = drafted(CallSign)
_new_transmission = drafted(Transmission)


class Dialogue:
    """Remembers one frequency; its memory does not grow with the length of the recording."""

    def __init__(self, parser: Parser | None = None, traffic: Traffic | None = None) -> None:
        self._parser = parser or default_parser()
        self._traffic = traffic
        self.frequency = Frequency()  # who is on it now
        self._exchanges = Exchanges(self._parser.grammar.letters)
        self._turns = Turns()
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
        record = self._parser.record(words, said, known or role_of_score(score))
        t = self._resolved(record, words, at)
        if t.callsigns and not record.callsigns:
            score += _NAMED_FIRST if t.callsigns[0].start < _FRONT else _NAMED_LAST
        total = self._weighed(score, t, words, at)
        role = known or role_of_score(total)
        if role != t.role:
            t = self._resolved(self._parser.record(words, said, role), words, at)
        if _UNKNOWN_CALLER in cues and not t.callsigns:
            t = _with_aircraft(t, (), None)
        number = line or self._number
        readback, messages = self._placed(t, words, number)
        t = _new_transmission(
            t.text, number, t.source, span, speaker, t.role, t.aircraft, t.callsigns, t.spellings, t.facilities,
            messages, readback,
        )  # fmt: skip
        self._remember(t, at, _KNOWN[known] if known else 1 / (1 + exp(-total)))
        return t

    def _resolved(self, t: Transmission, words: Line, at: float | None) -> Transmission:
        """Each call sign with the full one that it stands for, and the aircraft that the transmission is with."""
        if self._traffic is not None:
            t = self._traffic.resolve(t)
        callsigns = tuple([self._matched(c, t) for c in t.callsigns])
        if not any(c.use != "mentioned" and (c.match or name_of(c)) for c in callsigns):
            remembered = [*self._at_the_end(t, words)] or [*self._at_the_beginning(t, words)]
            callsigns = (*callsigns, *remembered)
        elif len(callsigns) == 1 and callsigns[0].kind == "partial":
            callsigns = (self._lengthened(callsigns[0], t, words),)
        first_call = not callsigns and any(f.use == "called" and f.start == 0 for f in t.facilities)
        aircraft = None if first_call and t.role == "pilot" else self._aircraft(t, callsigns, at)
        return _with_aircraft(t, callsigns, aircraft)

    def _at_the_end(self, t: Transmission, words: Line) -> Iterator[CallSign]:
        """A short call sign that only the memory can tell from the value before it."""
        for ending in self._parser.edges.ends(words):
            found = self.frequency.ends_with(ending.ident)
            only_number = ending.ident.isdecimal() and ending.whole
            if len(found) == 1 and not only_number:
                yield _remembered(t, words, ending.start, ending.end, ending.ident, found[0])
                return

    def _at_the_beginning(self, t: Transmission, words: Line) -> Iterator[CallSign]:
        """The same in front of the message: "six twenty eight | exit right", "virgin eight | what is your speed"."""
        if t.callsigns or not words.words:
            return
        named = self.frequency.named_first(words.words, self._parser.edges.spelled)
        if named is not None:
            yield _remembered(t, words, 0, named[1], self.frequency.ident(named[0]), named[0])
            return
        for beginning in self._parser.edges.beginnings(words):
            found = self.frequency.begins_with(beginning.ident, whole=beginning.whole)
            alone = beginning.ident.isdecimal() and len(words.words) - beginning.end < _MESSAGE
            if len(found) == 1 and not alone:
                yield _remembered(t, words, beginning.start, beginning.end, beginning.ident, found[0])
                return

    def _lengthened(self, callsign: CallSign, t: Transmission, words: Line) -> CallSign:
        """A short call sign with the figures that a value took from it: "right two seventy | one three x-ray"."""
        for ending in self._parser.edges.ends(words, longer=True):
            found = self.frequency.ends_with(ending.ident)
            if words.starts[ending.start] >= callsign.start or callsign.match is None:
                break
            if found == [callsign.match] and len(ending.ident) == _LAST and not ending.ident.isdecimal():
                return _remembered(t, words, ending.start, ending.end, ending.ident, callsign.match)
        return callsign

    def _matched(self, callsign: CallSign, t: Transmission) -> CallSign:
        """``match`` is set for a short call sign that means one aircraft, and for a full one heard before."""
        if callsign.match is not None:
            return callsign
        cut = _is_cut(t.text[callsign.end :])
        found = self.frequency.meant(callsign, cut=cut)
        if len(found) == 1:
            return _with_match(callsign, found[0])
        if callsign.kind == "partial" and not found and (short := self._shortened(callsign)) is not None:
            return short
        last = self._turns.last
        expected = last.aircraft
        goes_on = len(found) > 1 and expected in found and last.role not in (None, t.role)
        if goes_on and callsign.ident and callsign.use != "mentioned":
            return _with_match(callsign, expected or "")  # similar call signs: the one of the exchange that goes on
        if last.role != "controller" or expected is None or callsign.use == "mentioned":
            return callsign
        # The one who was just called may say his name wrongly, or only its beginning; nobody else may.
        begun = expected in found and (cut or not callsign.ident)
        if begun or (not found and t.role != "controller" and self.frequency.near(expected, callsign)):
            return _with_match(callsign, expected)
        return callsign

    def _shortened(self, callsign: CallSign) -> CallSign | None:
        """Without the figures that belong to the value before it: "point seven | two delta mike"."""
        words, ident = callsign.text.split(" "), callsign.ident or ""
        for cut in range(1, len(ident) - 2 if len(words) == len(ident) and _is_named(callsign) else 1):
            found = self.frequency.ends_with(ident[cut:])
            if len(found) == 1 and ident[cut - 1].isdecimal():
                text = " ".join(words[cut:])
                start = callsign.end - len(text)
                return CallSign(
                    text, start, callsign.end, "partial", ident=ident[cut:], use=callsign.use, abbreviated=True,
                    match=found[0],
                )  # fmt: skip
        return None

    def _aircraft(self, t: Transmission, callsigns: tuple[CallSign, ...], at: float | None) -> str | None:
        """Who is named; an answer without a name belongs to the exchange before."""
        parties = [c for c in callsigns if c.use != "mentioned"]
        names = [(name, c.kind) for c in parties if (name := c.match or stand_in(c)) is not None]
        if names:
            return self._likely(names, t.role)
        ambiguous = any(len(self.frequency.meant(c)) > 1 for c in parties)
        somebody_new = t.role == "controller" and any(c.start == 0 for c in parties)
        somebody_new = somebody_new or (t.role == "pilot" and any(_is_named(c) for c in parties))
        if ambiguous or somebody_new or self._turns.is_late(at):
            return None
        ordered = self._exchanges.ordered(values_of(t), self._number) if t.role == "pilot" else None
        return ordered or self._turns.last.aircraft

    def _likely(self, names: list[tuple[str, str]], role: str | None) -> str:
        """Of several: a pilot is the one who was just called; a controller calls the first.

        A word and a number that was never heard ("cowboy four": a departure) stands behind what is known.
        """
        last = self._turns.last
        if role == "pilot" and last.role == "controller" and any(name == last.aircraft for name, _ in names):
            return last.aircraft or ""
        first, kind = names[0]
        if kind == "tactical" and first not in self.frequency:
            return next((name for name, _ in names if name in self.frequency), first)
        return first

    def _weighed(self, score: float, t: Transmission, words: Line, at: float | None) -> float:
        """What the text and what was said before it say together about who speaks; above zero: a pilot."""
        names = [name for c in t.callsigns if c.use != "mentioned" and (name := c.match or name_of(c))]
        last = self._turns.last
        named = last.aircraft if last.aircraft in names else names[0] if names else None
        values = values_of(t)
        total = self._turns.expected(score, t, named, values, self.frequency, at)
        open_ = last.wrong or (last.pilot < _UNDECIDED and total < _UNDECIDED)
        if open_ and last.aircraft is not None and named in (None, last.aircraft):
            echo = not last.wrong and bool(last.values & values)
            if echo or self._exchanges.echoes(last.aircraft, words, _aside(t), self._number):
                total += self._turns.of_echo()
        return total

    def _placed(self, t: Transmission, words: Line, line: int) -> tuple[Readback | None, tuple[Message, ...]]:
        """The readback that this transmission is, and its messages; the order that it gives is kept for the answer."""
        if t.aircraft is None or t.role is None:
            return None, t.messages
        if t.role == "controller":
            self._exchanges.order(t.aircraft, t, words, self._number, line)
            return None, t.messages
        own = self.frequency.ident(t.aircraft)
        readback = self._exchanges.answer(t.aircraft, t, words, _aside(t), self._number, own)
        return readback, t.messages if readback is None else self._exchanges.repeats(t.aircraft, t.messages)

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
        self._turns.remember(t, at, pilot)


def _remembered(t: Transmission, words: Line, first: int, last: int, ident: str, match: str) -> CallSign:
    """A call sign in the words ``first`` to ``last`` that the memory alone knows."""
    start, end = words.span(first, last)
    use = "addressee" if t.role == "controller" else "speaker"
    return CallSign(t.text[start:end], start, end, "partial", ident=ident, use=use, abbreviated=True, match=match)


def _with_match(c: CallSign, match: str) -> CallSign:
    return _new_callsign(
        c.text, c.start, c.end, c.kind, c.icao, c.telephony, c.designator, c.ident, c.operator, c.country, c.modifiers,
        c.use, c.abbreviated, match,
    )  # fmt: skip


def _with_aircraft(t: Transmission, callsigns: tuple[CallSign, ...], aircraft: str | None) -> Transmission:
    return _new_transmission(
        t.text, None, None, None, None, t.role, aircraft, callsigns, t.spellings, t.facilities, t.messages
    )


def _is_named(callsign: CallSign) -> bool:
    """Figures and letters: nothing but a call sign is said so."""
    ident = callsign.ident or ""
    return callsign.kind == "partial" and not ident.isdecimal() and not ident.isalpha()


def _is_cut(behind: str) -> bool:
    """Whether a recording may have ended inside the call sign: nothing stands behind it but a piece of a word."""
    rest = behind.strip(" .,?!-")
    return len(rest) < 4 and " " not in rest


def _aside(t: Transmission) -> list[tuple[int, int]]:
    """Where call signs stand, as offsets; a bare number that is nobody's may be a value."""
    return [_figures_of(c) for c in t.callsigns if c.match or c.kind != "partial"]


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
