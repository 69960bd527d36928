"""Two transmissions in one line, parted again.

>>> # climbing flight level one two zero csa seven zero two | austrian seven one nine zulu turn left
>>> # break break speedbird one two cleared to land         (one)
>>> # - KLM 861 contact tower 118.2. | - KLM 861.

Recordings are cut by the squelch, and people who transcribe write a quick exchange in one line. The places where one
speaker stops and another begins: a dash before each turn, "break break", a call sign that ends a readback with another
party or an order behind it, and the same values said again (an instruction and its readback). Where none of these is
found, the line is parted where what stands before was plainly said by one side, and what follows by the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import searching
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages import Said
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity

__all__ = ["Splitter"]

_SOCIAL: Final = frozenset(("greeting", "farewell", "courtesy", "acknowledgement", "initial_call"))
# What may stand before the call sign of an order: "correct, csa one two, climb ..."
_LEADING: Final = _SOCIAL | {"correction", "affirmation", "negation", "readback_check"}
_PLAIN: Final = 2.0  # log-odds of the role from which it is plain who speaks
_GAIN: Final = 5.0  # by how much two speakers must explain a line better than one: few lines are run together
_ECHO: Final = 3.0  # what it tells that the second part repeats a value of the first
_SHORTEST, _LONGEST = 6, 60  # words of a line that may hold two turns; a longer one costs too much to try

Reading = tuple[Line, Sequence[Said], float]  # a text as it was recognized, and the log-odds that a pilot speaks


class Splitter:
    """Finds the cuts for one grammar."""

    _breaks = searching("<split_break>")
    _next_party = searching("<callsign> <split_next>")
    _figures = searching("<number>{2}")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._doing = compiled.lexicon.listed("doing")
        self._begins = self._doing | compiled.lexicon.listed("opening")
        self._callsign = compiled.lexicon.entity["callsign"]
        members, listed = compiled.lexicon.members, compiled.lexicon.listed
        self._never = frozenset(
            f"{CONTINUED}{compiled.lexicon.entity['condition']}{members('parting')}{members('farewell')}"
        )
        self._verbs = listed("order", "small")
        self._station = compiled.lexicon.entity["facility"]

    def cuts(self, line: Line, said: Sequence[Said]) -> list[int]:
        """The words at which another transmission begins, in order."""
        cuts = {m.start() for m in self._breaks.finditer(line.classes)} | set(self._after_callsigns(line, said))
        if not cuts:
            cuts = set(self._repeated(line, said))
        return sorted(at for at in cuts if 0 < at < len(line.classes))

    def _after_callsigns(self, line: Line, said: Sequence[Said]) -> Iterator[int]:
        """ "... csa seven zero two | austrian seven one nine zulu ...": the first of the two ends what was said."""
        contents = [s.start for s in said if s.act not in _LEADING]
        contents += [w.start for w in line.found.values() if isinstance(w, Quantity)]
        first = min(contents, default=len(line.classes))
        for found in self._next_party.finditer(line.classes):
            start = found.start()
            # behind "break break" a call sign begins what is said; it does not end it
            if start > first and not self._breaks_before(line, start):
                yield line.name_end(start)

    def _breaks_before(self, line: Line, at: int) -> bool:
        return any(m.end() == at for m in self._breaks.finditer(line.classes, 0, at))

    def _repeated(self, line: Line, said: Sequence[Said]) -> Iterator[int]:
        """ "csa seven zero two climb ... one six zero | climbing ... one six zero csa seven zero two"."""
        if not self._is_answered(line):
            return
        values = [(at, (w.quantity, w.value)) for at, w in sorted(line.found.items()) if isinstance(w, Quantity)]
        for index, (at, value) in enumerate(values):
            before = {v for _, v in values[:index]}
            if value in before and all(v in before for _, v in values[index:]):
                yield self._begin_of(line, said, at)
                return

    def _is_answered(self, line: Line) -> bool:
        """Whether the aircraft that is called first is named again at the end, or says what it does."""
        heard = sorted((w for w in line.found.values() if isinstance(w, Heard)), key=lambda h: h.start)
        if not heard or len({h.icao or h.ident for h in heard}) > 1:
            return False
        return len(heard) > 1 or not self._doing.isdisjoint(line.classes[heard[0].end :])

    def _begin_of(self, line: Line, said: Sequence[Said], at: int) -> int:
        """Where the part begins that holds word ``at``: behind the last thing that was understood before it."""
        start = next((s.start for s in said if s.start <= at < s.end), at)
        ends = [s.end for s in said if s.end <= start]
        ends += [w.end for w in line.found.values() if isinstance(w, Quantity) and w.end <= start]
        return max(ends, default=start)

    def by_speaker(self, text: str, read: Callable[[str], Reading]) -> Iterator[str]:
        """The parts of ``text`` that different sides say; ``read`` recognizes a text and tells who speaks."""
        line, said, score = read(text)
        cut = self._change(line, said, score, read) if self._may_change(line) else None
        if cut is None:
            yield text
        else:
            yield from self.by_speaker(text[:cut].strip(), read)
            yield from self.by_speaker(text[cut:].strip(), read)

    def _may_change(self, line: Line) -> bool:
        """Two speakers name an aircraft twice, or a value, or part in the middle."""
        if not _SHORTEST <= len(line.classes) <= _LONGEST:
            return False
        found = line.found.values()
        values = [(w.quantity, w.value) for w in found if isinstance(w, Quantity)]
        heard = [w for w in found if isinstance(w, Heard)]
        return len(heard) > 1 or len(set(values)) < len(values) or (bool(heard) and len(values) > 1)

    def _change(self, line: Line, said: Sequence[Said], score: float, read: Callable[[str], Reading]) -> int | None:
        """The place in the text where another side begins to speak, if two explain the line much better than one."""
        best, cut = _GAIN, None
        for at in self._places(line, said):
            place = line.starts[at]
            before, after = read(line.text[:place].strip()), read(line.text[place:].strip())
            if before[2] * after[2] >= 0 or min(abs(before[2]), abs(after[2])) < _PLAIN:
                continue
            gain = abs(before[2]) + abs(after[2]) - abs(score)
            if not _values(before[0]).isdisjoint(_values(after[0])):
                gain += _ECHO
            # who orders names the aircraft; else these are the first words of a readback
            if before[2] < 0 and self._callsign not in before[0].classes:
                continue
            if gain > best and self._holds(before) and self._holds(after):
                best, cut = gain, place
        return cut

    def _holds(self, part: Reading) -> bool:
        """Whether anything is said beyond names and greetings."""
        line, said, _ = part
        messages = any(s.entry and s.act not in _SOCIAL for s in said)
        return messages or bool(_values(line)) or self._figures.search(line.classes) is not None

    def _places(self, line: Line, said: Sequence[Said]) -> list[int]:
        """The words at which a turn may begin: not inside what was understood, nor between a call sign and its own."""
        classes = line.classes
        inside = {at for s in said for at in range(s.start + 1, s.end)}
        places = {s.start for s in said} | {s.end for s in said}
        places |= {at for at, char in enumerate(classes) if char in self._begins}
        places |= {at for at, w in line.found.items() if not isinstance(w, Heard)}
        places = {self._with_verb(classes, at) for at in places}
        places = {at for at in places if at not in inside or classes[at] in self._doing or at in line.found}
        places -= set(self._taken(line, inside))
        ends, begins = self._around_callsigns(line)
        return [
            at
            for at in sorted((places | begins) - ends)
            if 1 < at < len(classes) - 1 and classes[at] not in self._never
        ]

    def _with_verb(self, classes: str, at: int) -> int:
        """A value that is said again begins with the verb before it: "climb flight level three seven zero"."""
        while at > 1 and classes[at - 1] in self._verbs:
            at -= 1
        return at

    def _taken(self, line: Line, inside: set[int]) -> Iterator[int]:
        """Values that belong to the verb before them, being said for the first time."""
        known: set[object] = set()
        for at, what in sorted(line.found.items()):
            if isinstance(what, Quantity):
                if at in inside and (what.quantity, what.value) not in known:
                    yield at
                known.add((what.quantity, what.value))

    def _around_callsigns(self, line: Line) -> tuple[set[int], set[int]]:
        """Where no turn begins and where one may: the first call sign of a line may end a turn, a later one begins it,
        and so does any before a station, which answers."""
        heard = sorted((w for w in line.found.values() if isinstance(w, Heard)), key=lambda h: h.start)
        never, may = set(), set()
        for number, h in enumerate(heard):
            begins = number > 0 or line.classes[h.end : h.end + 1] == self._station
            never.add(h.end if begins else h.start)
            may.add(h.start if begins else h.end)
        together = {h.start for h in heard} & {h.end for h in heard}
        return never - together, may | together


def _values(line: Line) -> set[object]:
    return {(w.quantity, w.value) for w in line.found.values() if isinstance(w, Quantity)}
