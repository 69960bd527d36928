"""polars: an expression that turns a column of texts into a column of structs, eager, lazy or streaming.

``frame.with_columns(said=expr("text"))`` -> ``said: struct[text, line, ..., callsigns: list[struct]]``. Needs
``callsigns[polars]``.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from callsigns.frames.arrow import parse_array
from callsigns.frames.engine import need
from callsigns.frames.read import added

if TYPE_CHECKING:
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = ["dtype", "expr", "parse"]


@cache
def dtype() -> Any:
    """The ``polars.Struct`` of a transmission.

    Raises:
        ImportError: polars or pyarrow is missing.
    """
    return _series(need("pyarrow", "polars").array([], "string"), None, None).dtype


def expr(column: Any = "text", *, parser: Parser | None = None, traffic: Traffic | None = None) -> Any:
    """A ``polars.Expr`` of ``dtype()`` over a column of strings, given by name or as an expression; null stays null."""
    pl = need("polars", "polars")
    texts = pl.col(column) if isinstance(column, str) else column
    return texts.map_batches(
        lambda series: _series(series.to_arrow(), parser, traffic, series.name),
        return_dtype=dtype(),
        is_elementwise=True,
    )


def parse(
    frame: Any,
    column: str = "text",
    *,
    into: str | None = None,
    parser: Parser | None = None,
    traffic: Traffic | None = None,
) -> Any:
    """``frame`` (a ``DataFrame`` or ``LazyFrame``) and what was read from ``column`` behind its own columns.

    ``into=None`` adds the columns ``read.COLUMNS``; a name adds one column of that name that holds whole records.

    Raises:
        ValueError: ``frame`` has a column of that name already.
    """
    said = expr(column, parser=parser, traffic=traffic)
    names = added(frame.collect_schema().names(), into)
    if into is not None:
        return frame.with_columns(said.alias(into))
    return frame.with_columns(said.struct.field(*names))


def _series(texts: Any, parser: Parser | None, traffic: Traffic | None, name: str = "") -> Any:
    pl = need("polars", "polars")
    return pl.Series(name, pl.from_arrow(parse_array(texts, parser, traffic=traffic)))
