"""NIST word time marks: file, channel, begin, duration, word; words with short gaps become one utterance.

``"ksfo 1 3.20 0.30 cleared"``, ``"ksfo 1 3.55 0.20 to"`` -> text ``cleared to``, time ``(3.2, 3.75)``;
``line`` is that of the first word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from callsigns.clock import interval
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]

# Between two words of one transmission there is less silence than between two transmissions.
GAP_SECONDS = 1.0


class _Word(NamedTuple):
    line: int
    channel: tuple[str, str]
    start: float
    end: float
    text: str


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The utterances of a CTM file; ``column`` has no meaning here.

    Raises:
        InputError: a line without its five fields and times.
    """
    words: list[_Word] = []
    for word in _words(source):
        if words and (word.channel != words[-1].channel or not _joins(words[-1], word)):
            yield _utterance(source, words)
            words = []
        words.append(word)
    if words:
        yield _utterance(source, words)


def _joins(last: _Word, word: _Word) -> bool:
    return last.start <= word.start <= last.end + GAP_SECONDS


def _words(source: Source) -> Iterator[_Word]:
    for number, line in enumerate(source.lines(), 1):
        if line.isspace() or line.startswith(";;"):
            continue
        fields = line.split()
        time = interval(fields[2], fields[3]) if len(fields) >= 5 else None
        if time is None:
            raise source.error(number, "expected: file channel begin duration word")
        yield _Word(number, (fields[0], fields[1]), time[0], round(time[0] + time[1], 3), fields[4])


def _utterance(source: Source, words: list[_Word]) -> Utterance:
    text = " ".join(word.text for word in words)
    # A channel is no speaker: both sides of a frequency share it.
    return Utterance(text, words[0].line, (words[0].start, words[-1].end), None, source.label)
