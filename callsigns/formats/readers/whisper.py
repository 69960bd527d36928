"""JSON of speech recognition: Whisper, faster-whisper, whisper.cpp, WhisperX and Hugging Face pipelines.

``{"segments": [{"start": 0, "end": 7.0, "text": " Taxi 30"}]}`` -> text ``Taxi 30``, time ``(0.0, 7.0)``; ``line``
counts segments.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from callsigns.clock import interval
from callsigns.formats.columns import speaker_of, text_column, time_of
from callsigns.formats.readers.txt import split_speaker
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]

# Whisper, faster-whisper and WhisperX; whisper.cpp; transformers pipelines; lists that somebody wrapped
_LISTS = ("segments", "transcription", "chunks", "utterances", "results")


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The segments of one JSON document.

    Raises:
        InputError: no JSON (with its line), or no segments with a text in it.
    """
    try:
        data = json.loads(source.read_text())
    except json.JSONDecodeError as error:
        raise source.error(error.lineno, f"no JSON: {error.msg} (column {error.colno})") from error
    except (RecursionError, ValueError) as error:
        raise source.error(None, f"no JSON that can be read: {error}") from error
    for number, segment in enumerate(_segments(source, data), 1):
        yield _utterance(source, segment, number, column)


def _segments(source: Source, data: object) -> list[Any]:
    if isinstance(data, list):
        return data
    if isinstance(data, dict):
        found = next((data[key] for key in _LISTS if isinstance(data.get(key), list)), None)
        if found is not None:
            return list(found)
        if isinstance(data.get("text"), str):
            return [data]
    raise source.error(None, f"expected segments of speech recognition ({', '.join(_LISTS)}), found none")


def _utterance(source: Source, segment: object, number: int, column: str | None) -> Utterance:
    if isinstance(segment, str):
        return Utterance(segment.strip(), number, None, None, source.label)
    key = text_column(segment, column) if isinstance(segment, dict) else None
    if not isinstance(segment, dict) or key is None or not isinstance(segment[key], str):
        raise source.error(None, f"segment {number}: expected an object with {column or 'text'!r}")
    label, text = split_speaker(segment[key].strip())
    return Utterance(text, number, _time(segment), speaker_of(segment) or label, source.label)


def _time(segment: dict[str, Any]) -> tuple[float, float] | None:
    offsets = segment.get("offsets")
    if isinstance(offsets, dict):
        # whisper.cpp counts in milliseconds
        pair = interval(offsets.get("from"), offsets.get("to"))
        return None if pair is None else (pair[0] / 1000, pair[1] / 1000)
    return time_of(segment)
