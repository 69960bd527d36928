"""Transmissions as Arrow tables: the common ground of all engines here.

``pyarrow.array(["Benghazi, good morning, Ascot 9908"])`` -> ``StructArray`` with the columns of ``schema()``:
``text, line, source, time, ..., callsigns: [{text: "Ascot 9908", start: 24, end: 34, icao: "RRR9908", ...}]``

``start`` and ``end`` count characters (Unicode code points), not bytes, as in the records. Needs ``callsigns[arrow]``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from callsigns.frames.back import from_table
from callsigns.frames.build import struct_array
from callsigns.frames.engine import need
from callsigns.frames.flat import callsigns_table, messages_table
from callsigns.frames.schema import SCHEMA_VERSION, VERSION_KEY, schema
from callsigns.parser import Parser, default_parser
from callsigns.records import Transmission

if TYPE_CHECKING:
    from callsigns.traffic import Traffic

__all__ = [
    "ROWS",
    "SCHEMA_VERSION",
    "VERSION_KEY",
    "callsigns_table",
    "from_table",
    "messages_table",
    "parse_array",
    "parse_batches",
    "schema",
    "to_batches",
    "to_table",
]

# Rows a batch: more gain nothing, and the records of a batch are kept until it is whole (some 2 kB each).
ROWS: Final = 4096

_EMPTY: Final = Transmission("")


def parse_array(texts: Any, parser: Parser | None = None, *, traffic: Traffic | None = None) -> Any:
    """Parse a column of texts.

    Args:
        texts: ``pyarrow.Array`` or ``ChunkedArray`` of strings (any string type, or a dictionary of strings).
        parser: with a grammar of your own; the shipped one otherwise.
        traffic: the aircraft on frequency.

    Returns:
        For an ``Array``, a ``StructArray`` of equal length, null where the text is null. For a ``ChunkedArray``, a
        ``Table`` of ``schema()`` with a row for each text; where the text is null, all is null or empty.

    Raises:
        TypeError: no Arrow array of strings.
        ImportError: pyarrow is missing.
    """
    pa = need("pyarrow", "arrow")
    if isinstance(texts, pa.ChunkedArray):
        read = (_table_batch(_read(_strings(part), parser, traffic)) for part in _slices(texts.chunks))
        return pa.Table.from_batches(read, schema())
    if not isinstance(texts, pa.Array):
        raise TypeError(f"expected a pyarrow.Array or ChunkedArray of strings, found {type(texts).__name__}")
    parts = [_read(_strings(part), parser, traffic) for part in _slices([texts])]
    return pa.concat_arrays(parts) if len(parts) != 1 else parts[0]


def parse_batches(
    batches: Iterable[Any],
    column: str = "text",
    *,
    into: str = "transmission",
    parser: Parser | None = None,
    traffic: Traffic | None = None,
) -> Iterator[Any]:
    """Each ``pyarrow.RecordBatch`` with one struct column more, ``into``; memory holds one batch at a time."""
    for batch in batches:
        yield batch.append_column(into, parse_array(batch.column(column), parser, traffic=traffic))


def to_batches(transmissions: Iterable[Transmission], rows: int = ROWS) -> Iterator[Any]:
    """A stream of transmissions as a stream of ``pyarrow.RecordBatch`` of ``schema()``, ``rows`` rows each."""
    rest = iter(transmissions)
    while batch := list(islice(rest, rows)):
        yield _table_batch(struct_array(Transmission, batch))


def to_table(transmissions: Iterable[Transmission]) -> Any:
    """Transmissions as a ``pyarrow.Table`` of ``schema()``, one row each."""
    return need("pyarrow", "arrow").Table.from_batches(to_batches(transmissions), schema())


def _strings(texts: Any) -> Any:
    pa = need("pyarrow", "arrow")
    kind = texts.type.value_type if pa.types.is_dictionary(texts.type) else texts.type
    if str(kind) not in ("string", "large_string", "string_view", "null"):
        raise TypeError(f"expected an array of strings, found {texts.type}")
    return texts.cast(pa.string())


def _slices(chunks: Iterable[Any]) -> Iterator[Any]:
    for chunk in chunks:
        yield from (chunk.slice(at, ROWS) for at in range(0, len(chunk), ROWS)) if len(chunk) else (chunk,)


def _read(texts: Any, parser: Parser | None, traffic: Traffic | None) -> Any:
    """A ``StructArray`` for an array of strings; its text column is that array, not a copy."""
    pa = need("pyarrow", "arrow")
    parse = (parser or default_parser()).parse
    rows = [_EMPTY if text is None else parse(text, traffic=traffic) for text in texts.to_pylist()]
    struct = struct_array(Transmission, rows)
    missing = texts.is_null() if texts.null_count else None
    fields = list(struct.type)
    return pa.StructArray.from_arrays([texts, *struct.flatten()[1:]], fields=fields, mask=missing)


def _table_batch(struct: Any) -> Any:
    pa = need("pyarrow", "arrow")
    children = [struct.field(i) for i in range(struct.type.num_fields)]
    return pa.RecordBatch.from_arrays(children, schema=schema())
