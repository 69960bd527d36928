"""Tables: a header, then one transmission a row, separated by comma, tab, semicolon or bar.

``start;speaker;text`` / ``1.5;TWR;go ahead`` -> text ``go ahead``, time ``(1.5, 1.5)``, speaker ``TWR``; ``line`` is
where the row begins.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

from callsigns.formats.columns import delimiter, speaker_of, text_column, time_of
from callsigns.formats.source import Source
from callsigns.formats.utterance import Utterance

__all__ = ["read"]


def read(source: Source, column: str | None) -> Iterator[Utterance]:
    """The rows of a table; ``column`` names the text.

    Raises:
        InputError: no header, no such column, a quote that never ends, a row without its text.
    """
    header = next(iter(source.peek(1)), "")
    rows = csv.reader(source.lines(), delimiter=delimiter(header), strict=True)
    names: list[str] = []
    begin = 1
    try:
        for row in rows:
            line, begin = begin, rows.line_num + 1
            if not row:
                continue
            if not names:
                names = [name.strip() for name in row]
                at = _text_index(source, names, column)
                continue
            if len(row) <= at:
                raise source.error(line, f"expected {len(names)} columns, found {len(row)}")
            cells = dict(zip(names, row, strict=False))
            yield Utterance(row[at], line, time_of(cells), speaker_of(cells), source.label)
    except csv.Error as error:
        raise source.error(begin, f"no table: {error}") from error
    if not names:
        raise source.error(1, "expected a header with the names of the columns, found an empty file")


def _text_index(source: Source, names: list[str], column: str | None) -> int:
    name = text_column(names, column)
    if name is None:
        raise source.error(1, f"no column {column or 'text'!r} (--column names it), found {', '.join(names)}")
    return names.index(name)
