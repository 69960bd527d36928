"""The stages in their order, nothing else: words, classes, entities, messages, role, records.

>>> t = Parser().parse("Benghazi, good morning, Ascot 9908")
>>> t.callsigns[0].icao, t.facilities[0].icao
('RRR9908', 'HLLB')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from callsigns.dashes import answering, dashes, dashes_of_turns, together, turns
from callsigns.forms.compiled import Compiled
from callsigns.grammar import Grammar
from callsigns.line import Line
from callsigns.messages import MessageRecognizer, Said
from callsigns.messages.answers import Answer, AnswerFinder
from callsigns.once import once
from callsigns.prose import ProseFinder
from callsigns.recognize.callsign import CallSignRecognizer
from callsigns.recognize.mention import MentionFinder
from callsigns.recognize.partial import PartialRecognizer
from callsigns.recognize.spelling import SpellingRecognizer
from callsigns.recognize.station.facility import FacilityRecognizer
from callsigns.recognize.station.place_alone import PlaceRecognizer
from callsigns.recognize.station.station import Stations
from callsigns.recognize.use import UseFinder, parties
from callsigns.recognize.value import ValueRecognizer
from callsigns.recognize.words import WordReader
from callsigns.recognize.words.full_stop import FullStops
from callsigns.recognize.words.homophones import HomophoneReader
from callsigns.recognize.words.telephone import TelephoneReader
from callsigns.records import Token, Transmission
from callsigns.report import Reporter, numbered
from callsigns.role import RoleFinder
from callsigns.speakers import before_colon, column, is_label, role_of
from callsigns.tokens import BREAK, require_text

if TYPE_CHECKING:
    from callsigns.labels import Labeller
    from callsigns.recognize.partial.edges import EdgeReader
    from callsigns.recognize.words.weather_groups import WeatherGroups
    from callsigns.split import Splitter
    from callsigns.traffic import Traffic

__all__ = ["Parser", "default_parser"]

_ROLES = (None, "pilot", "controller")
_TIMED = frozenset("[(0123456789 \t")  # with which a text may begin that has its time in front
_QUOTES = frozenset('"“”«»„')
_EXCHANGE = 3  # call signs of a line that may hold more than an order and its answer


class Parser:
    """Reads transmissions with one grammar; immutable, shareable between threads."""

    def __init__(self, grammar: Grammar | None = None) -> None:
        if grammar is not None and not isinstance(grammar, Grammar):
            raise TypeError(f"expected a Grammar, found {type(grammar).__name__}")
        self.grammar = grammar or Grammar.default()
        compiled = Compiled(self.grammar)
        self._compiled, self._callsign = compiled, compiled.lexicon.entity["callsign"]
        self._words, self._telephones = WordReader(compiled), TelephoneReader(compiled)
        stations = Stations(compiled)
        self._facilities, self._places = FacilityRecognizer(compiled, stations), PlaceRecognizer(compiled, stations)
        self._callsigns = CallSignRecognizer(compiled)
        self._homophones = HomophoneReader(compiled)
        self._values = ValueRecognizer(compiled)
        self._spellings = SpellingRecognizer(compiled)
        self._partials = PartialRecognizer(compiled)
        self._messages = MessageRecognizer(compiled)
        self._roles = RoleFinder(compiled)
        self._prose = ProseFinder(compiled)
        self._mentions = MentionFinder(compiled)
        self._full_stops = FullStops(compiled)
        self._uses = UseFinder(compiled)
        self._answers = AnswerFinder(compiled)
        self._report = Reporter(compiled)

    # What few lines need is imported when one does.
    @once
    def _weather(self) -> WeatherGroups:
        from callsigns.recognize.words.weather_groups import WeatherGroups

        return WeatherGroups(self._compiled)

    @once
    def _labeller(self) -> Labeller:
        from callsigns.labels import Labeller

        return Labeller(self._compiled)

    @once
    def _splitter(self) -> Splitter:
        from callsigns.split import Splitter

        return Splitter(self._compiled)

    @once
    def edges(self) -> EdgeReader:
        """How the ends of a line may name an aircraft, for those who remember some."""
        from callsigns.recognize.partial.edges import EdgeReader

        return EdgeReader(self._compiled)

    def __reduce__(self) -> tuple[type[Parser], tuple[Grammar]]:
        return Parser, (self.grammar,)

    def parse(self, text: str, *, traffic: Traffic | None = None, role: str | None = None) -> Transmission:
        """Read one transmission. ``role``: a hint from who keyed the microphone. Any string gives a record.

        Raises:
            TypeError: ``text`` is no string, or ``traffic`` no ``Traffic``.
            ValueError: ``role`` is neither "pilot" nor "controller".
        """
        if role not in _ROLES:
            raise ValueError(f"expected 'pilot', 'controller' or None as role, found {role!r:.60}")
        if traffic is not None and not hasattr(traffic, "resolve"):
            raise TypeError(f"expected a Traffic as traffic, found {type(traffic).__name__}")
        require_text(text)
        dash = dashes_of_turns(text) if role is None else None
        if dash is None:
            transmission = self._of_turn(text, role)
        else:
            transmission = together(text, answering(text, dash, self._of_turn))
        return traffic.resolve(transmission) if traffic is not None else transmission

    def _of_turn(self, text: str, role: str | None = None, *, timed: bool = False) -> Transmission:
        """The record of a text that may have a time and a speaker's label in front, which are none of what was said."""
        if text[:1] in _TIMED:
            from callsigns.clock import split_time

            said_then = split_time(text)[1]
            if said_then and said_then != text:
                return together(text, [(len(text) - len(said_then), self._of_turn(said_then, role, timed=True))])
        found = before_colon(text) or (column(text, timed=timed) if role is None else None)
        label = self._label(found[1]) if found else None
        if found is None or label is None:
            return self._of_one(text, role)
        said = self._of_one(text[found.end() :], role or label.role)
        # One who is ordered about is called, and no label.
        if role is None and label.callsigns and self._of_one(text[found.end() :]).role == "controller":
            return self._of_one(text)
        return together(text, [(found.start(1), evolve(label, role=said.role)), (found.end(), said)])

    def _label(self, text: str) -> Transmission | None:
        """A speaker's label: a word that says who speaks, or the name of a station or of an aircraft ("AAL77: ..."),
        which then speaks itself."""
        if is_label(text):
            return Transmission(text, role=role_of(text))
        read = self._of_one(text)
        if [call.icao for call in read.callsigns] == [text]:
            return Transmission(text, role="pilot", callsigns=(evolve(read.callsigns[0], use="speaker"),))
        stations = read.facilities
        if [station.text for station in stations] != [text]:
            return None
        return Transmission(text, role="controller", facilities=(evolve(stations[0], use="calling"),))

    def _of_one(self, text: str, role: str | None = None) -> Transmission:
        if (text[:1].isdecimal() or text[1:2].isupper()) and _is_printed(text):
            return Transmission(text)
        line, said = self._heard(text)
        if role is None and self._prose.is_prose(line):
            return self._prose.record(line)
        parts = self.parted(line) if role is None else []
        if parts:
            return together(text, [(at, self._of_one(turn)) for at, turn in parts])
        answer = self.answer(line, said) if role is None else None
        if answer is not None:
            return self._of_two(line, said, answer)
        speaker, sure = (role, True) if role is not None else self._roles.guess(line, said)
        if speaker is None and self._roles.is_written(line):
            said = self._retold(line, said)
        return self.record(line, said, speaker, sure=sure)

    def _retold(self, line: Line, said: list[Said]) -> list[Said]:
        """A book says what others say: nothing is meant, and nobody spoken to, unless it quotes somebody."""
        if self._callsign in line.classes:
            if not _QUOTES.isdisjoint(line.text):
                return said
            line.mentioned = frozenset(at for at, char in enumerate(line.chars) if char == self._callsign)
        return []

    def _heard(self, text: str) -> tuple[Line, list[Said]]:
        line = self.line(text)
        return line, self.recognize(line)

    def parted(self, line: Line) -> list[tuple[int, str]]:
        """The turns, with their places, of a recognized line that names somebody in several sentences or three times,
        if both sides plainly speak."""
        named = line.classes.count(self._callsign)
        if named < 2 or (named < _EXCHANGE and BREAK not in line.words):
            return []
        return self._splitter.both_sides(line, self._read)

    def answer(self, line: Line, said: Sequence[Said]) -> Answer | None:
        """Where an answer begins that was written in the same line."""
        return self._answers.find(line, said)

    def score(self, line: Line, said: Sequence[Said]) -> float:
        """Log-odds that a pilot speaks, from the text alone."""
        return self._roles.score(line, said)

    def judged(self, line: Line, said: Sequence[Said]) -> tuple[float, bool]:
        """Log-odds that a pilot speaks, and whether somebody is spoken to whose name was not heard."""
        return self._roles.judged(line, said)

    def why(self, line: Line, said: Sequence[Said]) -> list[tuple[str, float]]:
        """The cues that speak for a pilot (above zero) or a controller, the heaviest first."""
        return self._roles.why(line, said)

    def record(self, line: Line, said: Sequence[Said], role: str | None, *, sure: bool = True) -> Transmission:
        """The record of a line that was recognized, as spoken by ``role``; ``sure``: it is beyond doubt."""
        said = self._roles.settle(line, said, role, sure=sure)
        heard, stations = parties(line)
        likelier = role or self._roles.likelier(line, said)
        uses = self._uses.uses(line, heard, stations, role, likelier)
        return self._report.transmission(line, said, heard, stations, uses, role)

    def _of_two(self, line: Line, said: Sequence[Said], answer: Answer) -> Transmission:
        """The record of a line that holds an answer: each side does and is named as in its own turn."""
        said = answer.parted(said)
        before = [message for message in said if message.start < answer.at]
        told = self._roles.settle(line, before, answer.sides[0], sure=True)
        answered = self._roles.settle(line, said[len(before) :], answer.sides[1], sure=True, begin=answer.at)
        settled = [*told, *answer.read_back(told, answered)]
        heard, stations = parties(line)
        uses = self._uses.of_two(line, heard, stations, *answer)
        return self._report.transmission(line, settled, heard, stations, uses, None)

    def parse_lines(
        self, lines: Iterable[str], *, traffic: Traffic | None = None, role: str | None = None, split: bool = False
    ) -> Iterator[Transmission]:
        """Read a stream of transmissions, numbered from 1; ``split`` parts lines in which two were run together.
        ``traffic`` and ``role`` as for ``parse``, the same for all."""
        if isinstance(lines, str):
            raise TypeError("expected lines, found one str; str.splitlines gives its lines")
        for number, text in enumerate(lines, 1):
            require_text(text)
            text = text.rstrip("\r\n")
            for part in self.split(text) if split else (text,):
                yield numbered(self.parse(part, traffic=traffic, role=role), number)

    def split(self, text: str) -> Iterator[str]:
        """The transmissions that were run together in one line of text."""
        for _, turn in turns(text, dashes(text)):
            yield from self._splitter.turns(turn, self._read)

    def _read(self, text: str) -> tuple[Line, list[Said], float]:
        line, said = self._heard(text)
        return line, said, self._roles.score(line, said)

    def tokenize(self, text: str) -> tuple[Token, ...]:
        """Words and marks with their places and what each may mean."""
        return self._labeller.tokenize(text)

    def line(self, text: str) -> Line:
        """Words and their classes; hesitations and a last word that is cut off are left out."""
        line = self._words.read(text)
        self._telephones.pass_over(line)
        if not line.low:
            self._weather.pass_over(line)
        self._full_stops.early(line)
        return line

    def recognize(self, line: Line) -> list[Said]:
        """Claim what is in the line, the surest first; give its messages."""
        self._places.read_back(line)
        self._facilities.recognize(line)
        self._places.sent(line)
        self._callsigns.hyphened(line)
        self._places.called(line)
        self._homophones.rewrite(line)
        self._callsigns.recognize(line)
        self._full_stops.pass_over(line)
        self._places.answering(line)
        figures = self._partials.early(line)
        unclaimed = line.classes
        self._values.recognize(line)
        self._callsigns.again(line)
        self._partials.recognize(line, unclaimed, figures)
        self._spellings.recognize(line, unclaimed)
        self._mentions.note(line)
        self._full_stops.pass_over(line)
        return self._messages.recognize(line)


def _is_printed(text: str) -> bool:
    """Whether the text is a heading of a manual, or a term of a glossary and what it means."""
    from callsigns.headings import defined, is_heading

    return is_heading(text) or ((term := defined(text)) != "" and not is_label(term))


@cache
def default_parser() -> Parser:
    """The parser with the shipped grammar, made once for each process."""
    return Parser()
