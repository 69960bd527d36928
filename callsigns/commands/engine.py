"""Utterances in, formatted text and counts out: the part of ``parse`` that runs in each process.

``[Utterance("Benghazi, good morning, Ascot 9908", 1)]`` -> ``Result('{"text": ...}\\n', Counts(1, 1, {"RRR9908"}, 0))``
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from callsigns.commands.options import parser_with
from callsigns.formats import add_utterance, parse_utterance
from callsigns.formats.utterance import Utterance
from callsigns.formats.writers import Options, Writer, writer
from callsigns.once import once
from callsigns.records import Transmission

if TYPE_CHECKING:
    from callsigns.dialogue import Dialogue

__all__ = ["Counts", "Engine", "Result", "Work"]

# A transcript of years names fewer aircraft; a file of random call signs must not grow the memory without end.
MOST_AIRCRAFT = 100_000


class Work(NamedTuple):
    """What to do; small and picklable, since every worker process gets one."""

    output: str = "text"
    options: Options = Options()
    grammars: tuple[str, ...] = ()
    traffic: str | None = None
    role: str | None = None
    dialogue: bool = False
    split: bool = False


class Counts:
    """What the summary tells."""

    __slots__ = ("aircraft", "callsigns", "transmissions", "unread")

    def __init__(self) -> None:
        self.transmissions = self.callsigns = self.unread = 0
        self.aircraft: set[str] = set()

    def see(self, t: Transmission) -> None:
        """Count one transmission."""
        self.transmissions += 1
        self.callsigns += len(t.callsigns)
        if not t.callsigns and all(message.act == "other" for message in t.messages):
            self.unread += 1
        if len(self.aircraft) < MOST_AIRCRAFT:
            self.aircraft.update(name for c in t.callsigns if (name := c.match or c.icao))

    def add(self, other: Counts) -> None:
        """Add what another process counted."""
        self.transmissions += other.transmissions
        self.callsigns += other.callsigns
        self.unread += other.unread
        if len(self.aircraft) < MOST_AIRCRAFT:
            self.aircraft |= other.aircraft


class Result(NamedTuple):
    """The text of some transmissions in the output format, and what to count."""

    text: str
    counts: Counts


class Engine:
    """A parser, traffic and writer, made once and used for every utterance."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self._parser = parser_with(work.grammars)
        self._traffic = None
        if work.traffic is not None:
            from callsigns.traffic import Traffic

            self._traffic = Traffic.read(work.traffic)
        self._dialogue: Dialogue | None = None
        self._source: object = self
        gc.freeze()
        gc.enable()

    @once
    def writer(self) -> Writer:
        """The writer of the output format; tables on disk have none."""
        return writer(self.work.output, self.work.options)

    def run(self, utterances: Iterable[Utterance]) -> Result:
        """Parse and format; the pieces are joined as the format wants it."""
        counts = Counts()
        pieces = []
        for transmission in self.transmissions(utterances):
            counts.see(transmission)
            pieces.append(self.writer.one(transmission))
        return Result(self.writer.between.join(pieces), counts)

    def records(self, utterances: Iterable[Utterance]) -> list[Transmission]:
        """Parse; whole, as another process needs it."""
        return list(self.transmissions(utterances))

    def transmissions(self, utterances: Iterable[Utterance]) -> Iterator[Transmission]:
        """Parse: one transmission an utterance, or several where a line is split."""
        for utterance in utterances:
            if not self.work.split:
                yield self._parse(utterance)
                continue
            for turn in self._parser.split(utterance.text):
                yield self._parse(utterance._replace(text=turn))

    def _parse(self, utterance: Utterance) -> Transmission:
        if not self.work.dialogue:
            return parse_utterance(self._parser, utterance, self._traffic, self.work.role)
        if self._dialogue is None or utterance.source != self._source:
            from callsigns.dialogue import Dialogue

            self._dialogue, self._source = Dialogue(self._parser, self._traffic), utterance.source
        return add_utterance(self._dialogue, utterance, self.work.role)
