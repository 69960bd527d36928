"""Transmissions on disk, one row group a batch: memory does not grow with the number of rows.

``Transmission("Tower")`` ... -> ``tape.parquet``, readable by pyarrow, pandas, polars, DuckDB and Spark
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import IO, Any, Final

from callsigns.frames.arrow import ROWS, callsigns_table, messages_table, schema, to_batches
from callsigns.frames.engine import need
from callsigns.records import Transmission

__all__ = ["write_parquet"]

# Rows a group: enough for compression to find what repeats; columns take some 300 bytes a row until they are written.
GROUP: Final = 8 * ROWS

_FLAT: Final = {"callsigns": callsigns_table, "messages": messages_table}


def write_parquet(
    target: str | os.PathLike[str] | IO[bytes],
    transmissions: Iterable[Transmission],
    *,
    rows: str = "transmissions",
    group: int = GROUP,
) -> int:
    """Write a stream of transmissions; give how many there were.

    Args:
        target: a path, or a binary stream that stays open.
        rows: what a row is: ``transmissions`` (nested, ``arrow.schema()``), ``callsigns`` or ``messages`` (flat).
        group: transmissions a row group.

    If ``transmissions`` raises, what came before is written as a valid file, and the error goes on.

    Raises:
        ValueError: ``rows`` is none of the three.
        ImportError: pyarrow is missing.
        OSError: the target cannot be written.
    """
    if rows not in ("transmissions", *_FLAT):
        raise ValueError(f"expected rows to be transmissions, callsigns or messages, found {rows!r}")
    parquet = need("pyarrow.parquet", "arrow")
    kept = _Kept(transmissions)
    tables = _tables(kept, rows, group)
    first = next(tables)
    with parquet.ParquetWriter(target, first.schema, compression="zstd") as writer:
        for table in chain((first,), tables):
            writer.write_table(table)
    if kept.error is not None:
        raise kept.error
    return kept.count


class _Kept:
    """A stream that ends where it breaks, and keeps the error until the file is closed."""

    def __init__(self, transmissions: Iterable[Transmission]) -> None:
        self._transmissions = transmissions
        self.error: BaseException | None = None
        self.count = 0

    def __iter__(self) -> Iterator[Transmission]:
        try:
            for transmission in self._transmissions:
                yield transmission
                self.count += 1
        except (Exception, KeyboardInterrupt) as error:
            self.error = error


def _tables(transmissions: Iterable[Transmission], rows: str, group: int) -> Iterator[Any]:
    """At least one table, since an empty file has a schema too; ``row`` counts on through the groups."""
    pa, pc = need("pyarrow", "arrow"), need("pyarrow.compute", "arrow")
    before = 0
    batches = to_batches(transmissions, min(group, ROWS))
    while some := list(islice(batches, max(1, group // ROWS))):
        table = nested = pa.Table.from_batches(some)
        if rows in _FLAT:
            table = _FLAT[rows](nested)
            table = table.set_column(0, "row", pc.add(table.column("row"), before))
        before += nested.num_rows
        yield table
    if not before:
        nothing = pa.Table.from_batches([], schema())
        yield _FLAT[rows](nothing) if rows in _FLAT else nothing
