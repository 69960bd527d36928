"""Arrow tables back to records, equal to those that went in.

``text: "Tower"``, ``callsigns: []``, ... -> ``Transmission("Tower")``
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from callsigns.errors import InputError
from callsigns.frames.schema import SCHEMA_VERSION, VERSION_KEY, Record, columns, split_names
from callsigns.records import Transmission

__all__ = ["from_table"]


def from_table(table: Any) -> Iterator[Transmission]:
    """The records of a ``pyarrow.Table`` or ``RecordBatch`` of ``schema()``, in order; rows without text are left out.

    An integer comes back as an integer, and so does a number with nothing behind the point (118.0 as 118, which equals
    it): the column is float64.

    Raises:
        InputError: the table is of another version of the schema, or lacks a column.
    """
    version = (table.schema.metadata or {}).get(VERSION_KEY, str(SCHEMA_VERSION).encode()).decode()
    if version != str(SCHEMA_VERSION):
        raise InputError(f"expected a table of schema version {SCHEMA_VERSION}, found version {version}")
    missing = [column.name for column in columns(Transmission) if column.name not in table.schema.names]
    if missing:
        raise InputError(f"expected the columns of a transmission, found none named {', '.join(missing)}")
    batches = table.to_batches() if hasattr(table, "to_batches") else [table]
    for batch in batches:
        yield from (_record(Transmission, row) for row in batch.to_pylist() if row["text"] is not None)


def _record(record: Record, row: Mapping[str, Any]) -> Any:
    return record(**{column.name: _value(column, row) for column in columns(record)})


def _value(column: Any, row: Mapping[str, Any]) -> Any:
    if column.form == "scalar":
        return _scalar(*(row[name] for name in split_names(column.name)))
    value = row[column.name]
    if value is None or column.form == "leaf":
        return value
    if column.form == "pair":
        return value["start"], value["end"]
    if column.form == "record":
        return _record(column.record, value)
    return tuple(_record(column.record, one) if column.record else one for one in value)


def _scalar(number: float | None, name: str | None) -> int | float | str | None:
    if number is None:
        return name
    return int(number) if number.is_integer() else number
