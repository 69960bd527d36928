"""Who is meant: each short call sign with the full one that it stands for, and the aircraft of a transmission.

>>> # heard: SWA1826, N506LD
>>> # "left two ten six lima delta"   -> "six lima delta" is N506LD
>>> # "roger", after SWA1826 was told something   -> SWA1826
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from callsigns.dialogue.exchange import Exchanges
from callsigns.dialogue.frequency import Frequency, name_of, stand_in
from callsigns.dialogue.turn import Turn
from callsigns.dialogue.turns import Turns
from callsigns.drafts import drafted
from callsigns.parser import Parser
from callsigns.recognize.partial.edges import Edge
from callsigns.records import CallSign

__all__ = ["Naming"]

_LAST: Final = 3  # characters of a short registration: FAA JO 7110.65 2-4-9
_MESSAGE: Final = 2  # words behind a bare number at the beginning, for it to be no value

_new_callsign = drafted(CallSign)


class Naming:
    """Asks the memory of one frequency."""

    def __init__(self, frequency: Frequency, turns: Turns, exchanges: Exchanges, parser: Parser) -> None:
        self._frequency, self._turns, self._exchanges, self._parser = frequency, turns, exchanges, parser

    def resolve(self, turn: Turn) -> None:
        """Give the call signs of ``turn`` their match, and the turn its aircraft."""
        turn.callsigns = tuple([self._matched(c, turn) for c in turn.callsigns])
        awaited = [number for number, c in enumerate(turn.callsigns) if self._is_awaited(c, turn)]
        if awaited:
            turn.leave_out(awaited)
        if not turn.is_named():
            turn.callsigns += tuple(self._at_the_end(turn)) or tuple(self._at_the_beginning(turn))
        elif len(turn.callsigns) == 1 and turn.callsigns[0].kind == "partial":
            turn.callsigns = (self._lengthened(turn.callsigns[0], turn),)
        turn.aircraft = self._aircraft(turn)

    def _at_the_end(self, turn: Turn) -> Iterator[CallSign]:
        """A short call sign that only the memory can tell from the value before it."""
        for edge in self._parser.edges.ends(turn.words):
            found = self._frequency.ends_with(edge.ident)
            only_number = edge.ident.isdecimal() and edge.whole
            if len(found) == 1 and not only_number:
                yield _remembered(turn, edge, found[0])
                return

    def _at_the_beginning(self, turn: Turn) -> Iterator[CallSign]:
        """The same in front of the message: "six twenty eight | exit right", "virgin eight | what is your speed"."""
        words = turn.words.words
        if turn.callsigns or not words:
            return
        named = self._frequency.named_first(words, self._parser.edges.spelled)
        if named is not None:
            name, end = named
            yield _remembered(turn, Edge(0, end, self._frequency.ident(name), True), name)
            return
        for edge in self._parser.edges.beginnings(turn.words):
            found = self._frequency.begins_with(edge.ident, whole=edge.whole)
            alone = edge.ident.isdecimal() and len(words) - edge.end < _MESSAGE
            if len(found) == 1 and not alone:
                yield _remembered(turn, edge, found[0])
                return

    def _lengthened(self, callsign: CallSign, turn: Turn) -> CallSign:
        """A short call sign with the figures that a value took from it: "right two seventy | one three x-ray"."""
        match = callsign.match
        if match is None:
            return callsign
        for edge in self._parser.edges.ends(turn.words, longer=True):
            if turn.words.starts[edge.start] >= callsign.start:
                break
            whole = edge.ident == self._frequency.ident(match)  # "down to four | fifteen eighty three"
            short = len(edge.ident) == _LAST and not edge.ident.isdecimal()
            if (whole or short) and self._frequency.ends_with(edge.ident) == [match]:
                return _remembered(turn, edge, match)
        return callsign

    def _matched(self, callsign: CallSign, turn: Turn) -> CallSign:
        """``match`` is set for a short call sign that means one aircraft, and for a full one heard before."""
        if callsign.match is not None:
            return callsign
        name = name_of(callsign)
        if name is not None and name in self._frequency:
            return _with_match(callsign, name)
        cut = _is_cut(turn.behind(callsign))
        found = self._frequency.meant(callsign, cut=cut)
        if len(found) == 1:
            return _with_match(callsign, found[0])
        if callsign.kind == "partial" and not found and (short := self._shortened(callsign)) is not None:
            return short
        last = self._turns.last
        expected = last.aircraft
        goes_on = len(found) > 1 and expected in found and last.role not in (None, turn.role)
        if goes_on and callsign.ident and callsign.use != "mentioned":
            return _with_match(callsign, expected or "")  # similar call signs: the one of the exchange that goes on
        if last.role != "controller" or expected is None or callsign.use == "mentioned":
            return callsign
        # The one who was just called may say his name wrongly, or only its beginning; nobody else may.
        begun = expected in found and (cut or not callsign.ident)
        if begun or (not found and turn.role != "controller" and self._frequency.near(expected, callsign)):
            return _with_match(callsign, expected)
        return callsign

    def _is_awaited(self, callsign: CallSign, turn: Turn) -> bool:
        """ "twenty four thirty five": a number that is nobody's, and the value that was asked for."""
        if callsign.kind != "partial" or callsign.match is not None or not (callsign.ident or "").isdecimal():
            return False
        expected = self._turns.last.aircraft
        return expected is not None and self._exchanges.echoes(expected, turn)

    def _shortened(self, callsign: CallSign) -> CallSign | None:
        """Without the figures that belong to the value before it: "point seven | two delta mike"."""
        words, ident = callsign.text.split(" "), callsign.ident or ""
        for cut in range(1, len(ident) - 2 if len(words) == len(ident) and _is_certain(callsign) else 1):
            found = self._frequency.ends_with(ident[cut:])
            if len(found) == 1 and ident[cut - 1].isdecimal():
                text = " ".join(words[cut:])
                start = callsign.end - len(text)
                return _new_callsign(
                    text, start, callsign.end, "partial", None, None, None, ident[cut:], None, None, (), callsign.use,
                    True, found[0],
                )  # fmt: skip
        return None

    def _aircraft(self, turn: Turn) -> str | None:
        """Who is named; an answer without a name belongs to the exchange before."""
        parties = turn.parties()
        names = [(name, c.kind) for c in parties if (name := c.match or stand_in(c)) is not None]
        if names:
            return self._likely(names, turn.role)
        last = self._turns.last
        if turn.role == "pilot" and not turn.callsigns and not last.hands_over and _calls(turn):
            return None
        ambiguous = any(len(self._frequency.meant(c)) > 1 for c in parties)
        somebody_new = turn.role == "controller" and any(c.start == 0 for c in parties)
        somebody_new = somebody_new or (turn.role == "pilot" and any(_is_certain(c) for c in parties))
        if ambiguous or somebody_new or self._turns.is_late(turn.time):
            return None
        ordered = self._exchanges.ordered(turn.values, turn.number) if turn.role == "pilot" else None
        return ordered or last.aircraft

    def _likely(self, names: list[tuple[str, str]], role: str | None) -> str:
        """Of several: a pilot is the one who was just called; a controller calls the first.

        A word and a number that was never heard ("cowboy four": a departure) stands behind what is known.
        """
        last = self._turns.last
        if role == "pilot" and last.role == "controller" and any(name == last.aircraft for name, _ in names):
            return last.aircraft or ""
        first, kind = names[0]
        if kind == "tactical" and first not in self._frequency:
            return next((name for name, _ in names if name in self._frequency), first)
        return first


def _remembered(turn: Turn, edge: Edge, match: str) -> CallSign:
    """A call sign at the edge of a line that the memory alone knows."""
    start, end = turn.words.span(edge.start, edge.end)
    use = "addressee" if turn.role == "controller" else "speaker"
    return _new_callsign(
        turn.text[start:end], start, end, "partial", None, None, None, edge.ident, None, None, (), use, True, match,
    )  # fmt: skip


def _with_match(c: CallSign, match: str) -> CallSign:
    return _new_callsign(
        c.text, c.start, c.end, c.kind, c.icao, c.telephony, c.designator, c.ident, c.operator, c.country, c.modifiers,
        c.use, c.abbreviated, match,
    )  # fmt: skip


def _calls(turn: Turn) -> bool:
    """A station is called in front."""
    return any(f.use == "called" and f.start == 0 for f in turn.facilities)


def _is_certain(callsign: CallSign) -> bool:
    """Figures and letters: nothing but a call sign is said so."""
    ident = callsign.ident or ""
    return callsign.kind == "partial" and not ident.isdecimal() and not ident.isalpha()


def _is_cut(behind: str) -> bool:
    """Whether a recording may have ended inside the call sign: nothing stands behind it but a piece of a word."""
    return len(behind) < 4 and " " not in behind
