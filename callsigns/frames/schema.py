"""The records' fields as Arrow types, read off the records themselves, so that the two cannot drift apart.

``CallSign.start: int`` -> ``start: int32``; ``CallSign.icao: str | None`` -> ``icao: string``;
``Transmission.callsigns: tuple[CallSign, ...]`` -> ``callsigns: list<struct<text: string, start: int32, ...>>``

Three rules besides: a ``value`` that is a number or a name becomes two columns, ``number`` (float64) and ``name``
(string), of which one is null; a pair of times becomes ``struct<start, end>`` in seconds; ``tokens`` are left out.
Every column is declared nullable, as Spark and DuckDB have it: a member that is never null would still be null in an
absent struct, or behind an outer join, and writers refuse that.
"""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from attrs import fields, has

from callsigns.frames.engine import need
from callsigns.records import Transmission

__all__ = ["SCHEMA_VERSION", "VERSION_KEY", "Column", "Record", "columns", "record_type", "schema", "split_names"]

# A class of callsigns.records; mypy does not hold a class for hashable, and the look-ups here are cached.
Record = Any

# Raised by one when a column goes away or changes its name or type; a new column does not raise it.
SCHEMA_VERSION = 1
VERSION_KEY = b"callsigns.schema_version"

# Line numbers of a stream may pass 2^31; offsets into one transmission do not.
_WIDE = {(Transmission, "line")}


class Column(NamedTuple):
    """How one field of a record is kept.

    ``form``: ``leaf`` (a plain Arrow column of ``type``), ``record`` (a struct of ``record``), ``list`` (of records or
    of strings), ``scalar`` (a number or a name in two columns) or ``pair`` (of seconds). ``nullable``: of the record.
    """

    name: str
    form: str
    nullable: bool
    type: Any = None
    record: Record = None


@cache
def columns(record: Record) -> tuple[Column, ...]:
    """The columns of a record class, in the order of its fields."""
    hints = get_type_hints(record)
    return tuple(_column(record, field.name, hints[field.name]) for field in fields(record))


def _column(owner: Record, name: str, hint: Any) -> Column:
    pa = need("pyarrow", "arrow")
    union = get_args(hint) if get_origin(hint) is UnionType else (hint,)
    inner, nullable = union[0], NoneType in union
    if {float, str} <= set(union):
        return Column(name, "scalar", nullable)
    if get_origin(inner) is tuple:
        item = get_args(inner)[0]
        if get_args(inner)[-1] is not Ellipsis:
            return Column(name, "pair", nullable, pa.struct({"start": pa.float64(), "end": pa.float64()}))
        kind = record_type(item) if has(item) else pa.string()
        return Column(name, "list", nullable, pa.list_(kind), item if has(item) else None)
    if has(inner):
        return Column(name, "record", nullable, record_type(inner), inner)
    wide = (owner, name) in _WIDE
    types = {str: pa.string(), bool: pa.bool_(), int: pa.int64() if wide else pa.int32(), float: pa.float64()}
    return Column(name, "leaf", nullable, types[inner])


def split_names(name: str) -> tuple[str, str]:
    """The two columns of a number or a name: ``value`` -> ``number``, ``name``; ``said`` -> ``said_number``, ..."""
    return ("number", "name") if name == "value" else (f"{name}_number", f"{name}_name")


@cache
def record_type(record: Record) -> Any:
    """The ``pyarrow.StructType`` of a record class."""
    pa = need("pyarrow", "arrow")
    found: dict[str, Any] = {}
    for column in columns(record):
        if column.form == "scalar":
            number, name = split_names(column.name)
            found |= {number: pa.float64(), name: pa.string()}
        else:
            found[column.name] = column.type
    return pa.struct(found)


@cache
def schema() -> Any:
    """The ``pyarrow.Schema`` of a table with one row a transmission; its metadata hold the version.

    Raises:
        ImportError: pyarrow is missing; the message says what to install.
    """
    pa = need("pyarrow", "arrow")
    return pa.schema(list(record_type(Transmission)), metadata={VERSION_KEY: str(SCHEMA_VERSION)})
