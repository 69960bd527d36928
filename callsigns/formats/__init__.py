"""Files in and out: readers yield utterances, writers take transmissions; ``registry`` lists both.

``benina.txt`` -> ``Utterance("Benghazi, good morning, Ascot 9908.", line=1)`` -> ``Transmission(...)``
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from callsigns.formats.detect import detect
from callsigns.formats.registry import reader
from callsigns.formats.source import Source, open_source
from callsigns.formats.utterance import Utterance
from callsigns.records import Transmission
from callsigns.speakers import role_of

if TYPE_CHECKING:
    from callsigns.dialogue import Dialogue
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = ["add_utterance", "parse_utterance", "read", "utterances"]


def read(
    path: str | os.PathLike[str],
    *,
    parser: Parser | None = None,
    traffic: Traffic | None = None,
    dialogue: Dialogue | None = None,
    input_format: str = "auto",
    column: str | None = None,
) -> Iterator[Transmission]:
    """Read a file of transmissions, one record at a time (``-``: standard input); the format is told by its content.

    ``traffic``: the aircraft on frequency. ``dialogue``: resolves each line by what came before, with the parser and
    traffic of its own. ``input_format`` and ``column`` (the one that holds the text) where the content does
    not tell, as for the command.

    Raises:
        InputError: the file cannot be opened now, or, while it is read, is broken; the message names file and line.
        TypeError: there is a ``dialogue`` and a ``parser`` or ``traffic`` beside it.
    """
    from callsigns.parser import default_parser

    if dialogue is not None:
        if parser is not None or traffic is not None:
            raise TypeError("expected a dialogue, or a parser and traffic: a dialogue is made with those of its own")
        return _read(open_source(path), partial(add_utterance, dialogue), input_format, column)
    return _read(
        open_source(path), partial(parse_utterance, parser or default_parser(), traffic=traffic), input_format, column
    )


def _read(
    source: Source, parse: Callable[[Utterance], Transmission], input_format: str, column: str | None
) -> Iterator[Transmission]:
    try:
        for utterance in utterances(source, input_format, column):
            yield parse(utterance)
    finally:
        source.close()


def utterances(source: Source, input_format: str = "auto", column: str | None = None) -> Iterator[Utterance]:
    """The utterances of an open source, its format told by its content unless named."""
    name = detect(source) if input_format == "auto" else input_format
    return reader(name).read(source, column)


def parse_utterance(
    parser: Parser, utterance: Utterance, traffic: Traffic | None = None, role: str | None = None
) -> Transmission:
    """Parse one utterance; the role asked for, else what the speaker's label gives away, goes along as a hint."""
    hint = role or role_of(utterance.speaker)
    return place(parser.parse(utterance.text, traffic=traffic, role=hint), utterance)


def add_utterance(dialogue: Dialogue, utterance: Utterance, role: str | None = None) -> Transmission:
    """The same, resolved by what was said before on its frequency."""
    speaker = role or utterance.speaker
    return place(dialogue.add(utterance.text, time=utterance.time, speaker=speaker, line=utterance.line), utterance)


def place(t: Transmission, utterance: Utterance) -> Transmission:
    """``t`` with the line, source, time and speaker of its utterance."""
    # attrs.evolve does the same in four times the time, on the path of every line.
    return Transmission(
        t.text,
        utterance.line,
        utterance.source,
        utterance.time,
        utterance.speaker,
        t.role,
        t.aircraft,
        t.callsigns,
        t.spellings,
        t.facilities,
        t.messages,
        t.readback,
    )
