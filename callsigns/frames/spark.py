"""Apache Spark: ``mapInArrow`` over a column of texts, for tables that one machine does not hold.

``parse(df, "text")`` -> a typed ``DataFrame``: the columns of ``df``, then ``role: string, aircraft: string,
callsigns: array<struct<text: string, start: int, ...>>, ...``. Needs ``callsigns[spark]``, and Java.

Each Python worker reads the grammar once and keeps it for all its batches; a list of traffic is broadcast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from callsigns.frames.arrow import parse_array
from callsigns.frames.engine import need
from callsigns.frames.read import added, added_fields
from callsigns.parser import Parser, default_parser

if TYPE_CHECKING:
    from callsigns.grammar import Grammar
    from callsigns.traffic import Traffic

__all__ = ["parse", "spark_type"]


def parse(
    df: Any,
    column: str = "text",
    traffic: Traffic | None = None,
    grammar: Grammar | None = None,
    *,
    into: str | None = None,
) -> Any:
    """A ``DataFrame`` with what was read from ``column`` behind the columns of ``df``; rows keep their order.

    Args:
        df: a ``pyspark.sql.DataFrame`` of a classic session.
        column: a column of strings; where it is null, what was read is null or empty.
        traffic: the aircraft on frequency, sent to each worker once.
        grammar: your own; the shipped one otherwise.
        into: ``None`` adds the columns ``read.COLUMNS``; a name adds one column of that name that holds whole records.

    Raises:
        ValueError: ``df`` has no ``column``, or has one of the names to add.
        ImportError: pyspark or pyarrow is missing.
    """
    types = need("pyspark.sql.types", "spark")
    if column not in df.columns:
        raise ValueError(f"expected a column named {column}, found {', '.join(df.columns)}")
    names = added(df.columns, into)
    new = [types.StructField(field.name, spark_type(field.type)) for field in added_fields(df.columns, into)]
    parser = None if grammar is None else Parser(grammar)
    # A pickled Parser is its grammar; a worker compiles it when it first looks at the broadcast value.
    shared = df.sparkSession.sparkContext.broadcast((parser, traffic))
    return df.mapInArrow(_worker(shared, column, names, into), types.StructType([*df.schema.fields, *new]))


def _worker(
    shared: Any, column: str, names: tuple[str, ...], into: str | None
) -> Callable[[Iterable[Any]], Iterator[Any]]:
    def work(batches: Iterable[Any]) -> Iterator[Any]:
        parser, traffic = shared.value
        parser = parser or default_parser()
        for batch in batches:
            struct = parse_array(batch.column(column), parser, traffic=traffic)
            for name in names:
                batch = batch.append_column(name, struct if into is not None else struct.field(name))
            yield batch

    return work


def spark_type(kind: Any) -> Any:
    """An Arrow type as Spark has it: ``list<struct<start: int32>>`` -> ``array<struct<start: int>>``."""
    arrow = need("pyarrow", "spark").types
    types = need("pyspark.sql.types", "spark")
    if arrow.is_list(kind):
        return types.ArrayType(spark_type(kind.value_type))
    if arrow.is_struct(kind):
        return types.StructType([types.StructField(field.name, spark_type(field.type)) for field in kind])
    plain = {
        "string": types.StringType, "int32": types.IntegerType, "int64": types.LongType,
        "double": types.DoubleType, "bool": types.BooleanType,
    }  # fmt: skip
    return plain[str(kind)]()
