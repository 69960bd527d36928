"""pandas: a frame with a column of texts gets columns of records, kept in Arrow.

``parse(frame, "text")`` -> ``frame`` with ``role, aircraft, callsigns, ...`` behind its own columns. Needs
``callsigns[pandas]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from callsigns.frames.arrow import callsigns_table, parse_array
from callsigns.frames.engine import need
from callsigns.frames.read import added

if TYPE_CHECKING:
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = ["callsigns_frame", "parse"]


def parse(
    frame: Any,
    column: str = "text",
    *,
    into: str | None = None,
    parser: Parser | None = None,
    traffic: Traffic | None = None,
) -> Any:
    """A ``DataFrame`` of equal index: the columns of ``frame``, then what was read from ``column``.

    ``into=None`` adds the columns ``read.COLUMNS``; a name adds one column of that name that holds whole records.

    Raises:
        ValueError: ``frame`` has a column of that name already.
        KeyError: ``frame`` has no ``column``.
        ImportError: pandas or pyarrow is missing.
    """
    pd = need("pandas", "pandas")
    names = added(list(frame.columns), into)
    struct = _read(frame[column], parser, traffic)
    arrays = [struct] if into is not None else [struct.field(name) for name in names]
    new = {name: pd.Series(_extension(array), index=frame.index) for name, array in zip(names, arrays, strict=True)}
    return frame.assign(**new)


def callsigns_frame(
    frame: Any, column: str = "text", *, parser: Parser | None = None, traffic: Traffic | None = None
) -> Any:
    """A ``DataFrame`` with one row a call sign; its index is that of the row of ``frame`` where it was said."""
    pa, pd = need("pyarrow", "pandas"), need("pandas", "pandas")
    struct = _read(frame[column], parser, traffic)
    table = callsigns_table(pa.Table.from_batches([pa.RecordBatch.from_struct_array(struct)]))
    rows = table.column("row").to_numpy()
    flat = table.drop_columns(["row"]).to_pandas(types_mapper=pd.ArrowDtype)
    return flat.set_index(frame.index[rows])


def _read(series: Any, parser: Parser | None, traffic: Traffic | None) -> Any:
    pa = need("pyarrow", "pandas")
    texts = pa.array(series, from_pandas=True)
    parts = texts.chunks if isinstance(texts, pa.ChunkedArray) else [texts]
    return pa.concat_arrays([parse_array(part, parser, traffic=traffic) for part in parts])


def _extension(array: Any) -> Any:
    return need("pandas", "pandas").arrays.ArrowExtensionArray(array)
