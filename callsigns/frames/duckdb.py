"""DuckDB: a function in SQL that gives a struct for a text.

``SELECT parse_transmission(text).role FROM tape`` after ``register(connection)``. Needs ``callsigns[duckdb]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from callsigns.frames.arrow import parse_array
from callsigns.frames.engine import need
from callsigns.frames.schema import record_type
from callsigns.records import Transmission

if TYPE_CHECKING:
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = ["register", "sql_type"]

_NAMES = {"string": "VARCHAR", "int32": "INTEGER", "int64": "BIGINT", "double": "DOUBLE", "bool": "BOOLEAN"}


def register(
    connection: Any,
    name: str = "parse_transmission",
    *,
    parser: Parser | None = None,
    traffic: Traffic | None = None,
) -> None:
    """Make ``name(VARCHAR) -> STRUCT(text VARCHAR, ...)`` known to a DuckDB connection; NULL gives NULL.

    Raises:
        ImportError: duckdb or pyarrow is missing.
        duckdb.Error: the connection knows a function of that name.
    """
    need("duckdb", "duckdb")
    pa = need("pyarrow", "duckdb")

    def read(texts: Any) -> Any:
        parts = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
        return pa.chunked_array(
            [parse_array(part, parser, traffic=traffic) for part in parts], record_type(Transmission)
        )

    kind = connection.type(sql_type(record_type(Transmission)))
    connection.create_function(name, read, ["VARCHAR"], kind, type="arrow", null_handling="special")


def sql_type(kind: Any) -> str:
    """An Arrow type as DuckDB writes it: ``list<struct<start: int32>>`` -> ``STRUCT("start" INTEGER)[]``."""
    types = need("pyarrow", "duckdb").types
    if types.is_list(kind):
        return f"{sql_type(kind.value_type)}[]"
    if types.is_struct(kind):
        members = (f'"{field.name}" {sql_type(field.type)}' for field in kind)
        return f"STRUCT({', '.join(members)})"
    return _NAMES[str(kind)]
