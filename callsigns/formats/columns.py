"""Which column of a table or JSON object holds the text, the speaker and the time.

``{"start": 1.5, "end": 3, "speaker": "TWR", "transcript": "cleared to land"}`` ->
``("cleared to land", (1.5, 3.0), "TWR")``
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Mapping

from callsigns.clock import interval

__all__ = ["TEXT_COLUMNS", "delimiter", "header_fields", "speaker_of", "text_column", "time_of"]

TEXT_COLUMNS = ("text", "transcript", "transcription", "utterance", "transmission", "sentence", "normalized_text")
_SPEAKERS = ("speaker", "speaker_label", "speaker_id", "role")
_STARTS = ("start", "begin", "start_time", "segment_start_time", "from")
_ENDS = ("end", "stop", "end_time", "segment_end_time", "to")


def delimiter(header: str) -> str:
    """The mark between columns: tab, semicolon, bar or comma, whichever the header has most of."""
    return max(",\t;|", key=header.count)


def header_fields(header: str) -> list[str]:
    """The column names of a header line.

    >>> header_fields('id;"text";speaker')
    ['id', 'text', 'speaker']
    """
    try:
        return [field.strip() for field in next(csv.reader([header], delimiter=delimiter(header)), [])]
    except csv.Error:
        return []


def text_column(names: Collection[str], wanted: str | None) -> str | None:
    """The column that holds the text: the one asked for, else the first known name, whatever its case."""
    if wanted is not None:
        return wanted if wanted in names else None
    folded = {name.lower(): name for name in reversed(list(names))}
    return next((folded[name] for name in TEXT_COLUMNS if name in folded), None)


def speaker_of(row: Mapping[str, object]) -> str | None:
    """What the row calls its speaker."""
    value = next((row[name] for name in _SPEAKERS if row.get(name) not in (None, "")), None)
    return value if isinstance(value, str) else None if value is None else str(value)


def time_of(row: Mapping[str, object]) -> tuple[float, float] | None:
    """The pair of seconds of a row: ``time`` or ``timestamp`` as a pair or a start, else start and end columns."""
    for name in ("time", "timestamp"):
        value = row.get(name)
        if isinstance(value, list | tuple) and len(value) == 2:
            return interval(value[0], value[1])
        if value not in (None, ""):
            return interval(value, None)
    start = next((row[name] for name in _STARTS if name in row), None)
    end = next((row[name] for name in _ENDS if name in row), None)
    return interval(start, end)
