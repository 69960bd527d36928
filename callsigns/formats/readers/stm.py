"""NIST segment time marks: file, channel, speaker, begin, end, an optional ``<label>``, and the text.

``"ksfo 1 TWR 3.2 5.9 <o,f0,male> cleared to land"`` -> text ``cleared to land``, time ``(3.2, 5.9)``, speaker ``TWR``.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.clock import interval
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The segments of an STM file; ``column`` has no meaning here.

    Raises:
        InputError: a line without its five fields and times.
    """
    for number, line in enumerate(source.lines(), 1):
        if line.isspace() or line.startswith(";;"):
            continue
        fields = line.split(maxsplit=5)
        time = interval(fields[3], fields[4]) if len(fields) >= 5 else None
        if time is None:
            raise source.error(number, "expected: file channel speaker begin end [<label>] text")
        text = fields[5].strip() if len(fields) > 5 else ""
        if text.startswith("<") and ">" in text:
            text = text[text.index(">") + 1 :].lstrip()
        # sclite scores nothing in such a segment (SCTK, stm format).
        if text and text.lower() != "ignore_time_segment_in_scoring":
            yield Utterance(text, number, time, fields[2], source.label)
