"""Plain text: one transmission a line, blank lines skipped, with or without a time and a speaker in front.

``"[00:12] TWR: cleared to land"`` -> text ``cleared to land``, time ``(12.0, 12.0)``, speaker ``TWR``;
``"1423:15 RDO-2 ready"``, as in the reports of accidents -> ``ready``, ``(51795.0, 51795.0)``, ``RDO-2``.
"""

from __future__ import annotations

from collections.abc import Iterator

from callsigns.clock import split_time
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance
from callsigns.grammar.expressions import searchable
from callsigns.speakers import is_column, is_label

__all__ = ["read", "split_speaker"]

_COLUMN = searchable(r"([A-Z]{2,5}(?:-[\d?])?)\s+")  # the column of speakers behind that of times
_LABEL = searchable(r"\s*(?:[\[<]([^\]\[<>:]{1,24})[\]>]\s*:?|([^\s:][^:]{0,23}?)\s*:)(?:\s+|$)")


def split_speaker(text: str) -> tuple[str | None, str]:
    """The speaker in front of a line, and the rest; a call sign or remark before a colon stays in the text.

    >>> split_speaker("TWR: go ahead"), split_speaker("Speedbird 12: go ahead")
    (('TWR', 'go ahead'), (None, 'Speedbird 12: go ahead'))
    """
    if ":" not in text[:26] and text[:1] not in "[<":
        return None, text
    found = _LABEL.match(text)
    if found is None:
        return None, text
    label = (found[1] or found[2]).strip()
    return (label, text[found.end() :]) if is_label(label) else (None, text)


def _split_column(text: str) -> tuple[str | None, str]:
    """The speaker in front of a line behind a time, without a colon: "RDO-2 ready for departure"."""
    found = _COLUMN.match(text)
    return (found[1], text[found.end() :]) if found and is_column(found[1]) else (None, text)


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The utterances of a text file; ``column`` has no meaning here."""
    for number, line in enumerate(source.lines(), 1):
        text = line.rstrip("\r\n")
        time, text = split_time(text)
        speaker, text = split_speaker(text)
        if time is not None and speaker is None:
            speaker, text = _split_column(text)
        if text and not text.isspace():
            yield Utterance(text, number, time, speaker, source.label)
