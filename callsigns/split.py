"""Several transmissions in one line, parted again.

>>> # climbing flight level one two zero csa seven zero two | austrian seven one nine zulu turn left
>>> # break break speedbird one two cleared to land         (one)
>>> # - KLM 861 contact tower 118.2. | - KLM 861.

Recordings are cut by the squelch, people who transcribe write a quick exchange in one line, and recognizers all that
they hear in half a minute. A turn begins behind "break break"; else with a sentence where the line has sentences, or
where something that was understood begins or ends (``parting``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from callsigns.forms.compiled import Compiled
from callsigns.forms.own_forms import searching
from callsigns.lexicon import CONTINUED
from callsigns.line import Line
from callsigns.messages.said import SOCIAL, Said
from callsigns.parting import Reading, Turn, joined, parted, turn_of
from callsigns.recognize.heard import Heard
from callsigns.recognize.value import Quantity
from callsigns.tokens import BREAK

__all__ = ["Splitter"]

_PLAIN: Final = 2.0  # log-odds of the role from which it is plain who speaks
# What another turn must explain, in log-odds of who speaks.
_SENTENCE: Final = 4.0
_PIECE: Final = 7.0
_SENTENCES, _PIECES = 8, 14  # of which a turn may be made
_SHORTEST, _LONGEST = 6, 60  # words of a sentence that may hold several turns; more cost too much to try

_Read = Callable[[str], Reading]


class Splitter:
    """Finds the turns for one grammar."""

    _breaks = searching("<split_break>")

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        listed, entity = compiled.lexicon.listed, compiled.lexicon.entity
        self._begins = listed("doing", "opening")
        self._never = listed("parting", "farewell").union((CONTINUED, entity["condition"]))

    def both_sides(self, line: Line, read: _Read) -> list[tuple[int, str]]:
        """The turns of a line that was recognized, and where they begin, where it is plain that both sides speak; else
        none: a controller may speak to several at once."""
        found = _placed(line.text, self._starts(line, read))
        scores = [read(turn)[2] for _, turn in found]
        return found if min(scores) < -_PLAIN and max(scores) > _PLAIN else []

    def turns(self, text: str, read: _Read) -> Iterator[str]:
        """The turns of ``text``; ``read`` recognizes a text and tells who speaks."""
        line = read(text)[0]
        breaks = [line.starts[found.start()] for found in self._breaks.finditer(line.classes) if found.start()]
        for _, part in _placed(text, [0, *breaks]):
            yield from (turn.strip() for _, turn in _placed(part, self._starts(read(part)[0], read)))

    def _starts(self, line: Line, read: _Read) -> list[int]:
        """Where in the text turns begin: with sentences, where it has several."""
        return self._sentences(line, read) if any(_sentence_starts(line)) else self._pieces(line.text, read)

    def _sentences(self, line: Line, read: _Read) -> list[int]:
        """Where in the text turns of whole sentences begin."""
        bounds = [0, *_sentence_starts(line), len(line.text)]
        sentences = [turn_of(read(line.text[start:end].strip())) for start, end in pairwise(bounds)]

        def turns(end: int) -> Iterator[tuple[int, Turn]]:
            turn = None
            for start in range(end - 1, max(-1, end - 1 - _SENTENCES), -1):
                turn = sentences[start] if turn is None else joined(sentences[start], turn)
                yield start, turn

        return [bounds[start] for start in parted(len(sentences), turns, _SENTENCE)]

    def _pieces(self, text: str, read: _Read) -> list[int]:
        """Where in a text of one sentence turns begin."""
        line, said, _ = read(text)
        if not (_SHORTEST <= len(line.words) <= _LONGEST and _may_part(line)):
            return [0]
        bounds = [0, *(line.starts[at] for at in self._places(line, said)), len(text)]

        def turns(end: int) -> Iterator[tuple[int, Turn]]:
            for start in range(end - 1, max(-1, end - 1 - _PIECES), -1):
                turn = turn_of(read(text[bounds[start] : bounds[end]].strip()))
                yield start, turn

        return [bounds[start] for start in parted(len(bounds) - 1, turns, _PIECE)]

    def _places(self, line: Line, said: Sequence[Said]) -> list[int]:
        """The words at which a turn may begin: where something that was understood begins or ends; with a value only
        right behind another, a call sign or a farewell, for what is said of it stands before it."""
        heard = {at for at, what in line.found.items() if isinstance(what, Heard)}
        values = {at for at, what in line.found.items() if isinstance(what, Quantity)}
        places = {s.start for s in said} | {s.end for s in said} | {line.name_end(at) for at in line.found}
        places |= {at for at, char in enumerate(line.chars) if char in self._begins}
        behind = {line.name_end(at) for at in heard | values} | {s.end for s in said if s.act in SOCIAL}
        places = (places | heard) - (values - behind)
        return sorted(at for at in places if 0 < at < len(line.chars) and line.chars[at] not in self._never)


def _may_part(line: Line) -> bool:
    """Two speakers name an aircraft twice, or a value, or part in the middle."""
    found = line.found.values()
    values = [(what.quantity, what.value) for what in found if isinstance(what, Quantity)]
    heard = sum(isinstance(what, Heard) for what in found)
    return heard > 1 or len(set(values)) < len(values) or (heard > 0 and len(values) > 1)


def _sentence_starts(line: Line) -> Iterator[int]:
    """Where in the text sentences begin, but for the first."""
    for at, (word, behind) in enumerate(pairwise(line.words), 1):
        if word == BREAK and behind != BREAK:
            yield line.starts[at]


def _placed(text: str, starts: Sequence[int]) -> list[tuple[int, str]]:
    """The parts of ``text`` that begin at ``starts``, with these places."""
    return [(start, text[start:end].rstrip()) for start, end in pairwise([*starts, len(text)])]
