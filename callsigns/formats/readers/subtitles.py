"""SubRip and WebVTT: one utterance a cue, read as it streams by.

``"00:00:07,000 --> 00:00:10,000"`` and ``"<v TWR>American 7-7, taxi to runway 30."`` ->
text ``American 7-7, taxi to runway 30.``, time ``(7.0, 10.0)``, speaker ``TWR``; ``line`` counts cues.

Libraries for subtitles take a cue with a broken time for text of the cue before it; here it is an error with its line.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import chain

from callsigns.clock import CLOCK, interval
from callsigns.formats.readers.txt import split_speaker
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]

_TIMES = re.compile(rf"\s*({CLOCK})\s*-->\s*({CLOCK})(?:\s.*)?$")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)*\s+([^>]+)>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,100}>|<\d[\d:.]{2,12}>|\{\\[^{}]{0,100}\}")
# Blocks of WebVTT that hold no speech (W3C WebVTT, section 4.1).
_ASIDE = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The cues of a subtitle file; ``column`` has no meaning here.

    Raises:
        InputError: a cue without a time that can be read.
    """
    cue = 0
    block: list[str] = []
    last = 0
    for number, line in enumerate(chain(source.lines(), ("",)), 1):
        last = number
        if line.strip():
            block.append(line.strip())
            continue
        if block:
            utterance = _cue(source, block, number - len(block), cue + 1)
            block = []
            if utterance is not None:
                cue += 1
                yield utterance
    if cue == 0 and last > 1:
        raise source.error(None, "expected subtitles with times (00:00:07,000 --> 00:00:10,000), found none")


def _cue(source: Source, block: list[str], first: int, cue: int) -> Utterance | None:
    if _ASIDE.match(block[0]) and not any("-->" in line for line in block[:2]):
        return None
    at = next((index for index, line in enumerate(block[:2]) if "-->" in line), None)
    if at is None:
        # A blank line inside a cue: its rest follows without a time, and ends up here.
        raise source.error(first, f"expected a cue with its time, found {block[0][:60]!r}")
    times = _TIMES.match(block[at])
    if times is None:
        raise source.error(first + at, f"expected hh:mm:ss,mmm --> hh:mm:ss,mmm, found {block[at][:60]!r}")
    late = next((index for index, line in enumerate(block[at + 1 :], at + 1) if "-->" in line), None)
    if late is not None:
        raise source.error(first + late, "expected a blank line before the next cue")
    return _utterance(source, " ".join(block[at + 1 :]), interval(times[1], times[2]), cue)


def _utterance(source: Source, text: str, time: tuple[float, float] | None, cue: int) -> Utterance:
    voice = _VOICE.search(text)
    plain = " ".join(html.unescape(_TAG.sub("", text)).split())
    if voice is not None:
        return Utterance(plain, cue, time, voice[1].strip(), source.label)
    speaker, rest = split_speaker(plain)
    return Utterance(rest, cue, time, speaker, source.label)
