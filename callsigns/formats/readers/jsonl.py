"""JSON lines: one object a line, its text under a known name or the one asked for.

``{"text": "go ahead", "start": 1, "end": 2, "speaker": "TWR"}`` -> text ``go ahead``, time ``(1.0, 2.0)``,
speaker ``TWR``. What ``parse --format jsonl`` wrote is read again with the place it had.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from callsigns.formats.columns import speaker_of, text_column, time_of
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The objects of a JSON lines file; ``column`` names the key of the text.

    Raises:
        InputError: a line that is no object, or one without the text.
    """
    for number, line in enumerate(source.lines(), 1):
        if line.isspace():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise source.error(number, f"no JSON object: {error}") from error
        if not isinstance(row, dict):
            raise source.error(number, f"expected an object, found {type(row).__name__}")
        key = text_column(row, column)
        if key is None:
            raise source.error(
                number, f"no key {column or 'text'!r} (--column names it), found {', '.join(row) or 'none'}"
            )
        text = row[key]
        if text is None:
            continue
        if not isinstance(text, str):
            raise source.error(number, f"expected text under {key!r}, found {type(text).__name__}")
        if "callsigns" in row:
            # Our own output: its role is a finding, not a label.
            row.pop("role", None)
        yield Utterance(text, number, time_of(row), speaker_of(row), source.label)
