"""Flat tables for those who join and count: one row a call sign, or one row a message.

``Benghazi, good morning, Ascot 9908`` (row 0 of the nested table) ->
``row=0, line=1, ..., text="Ascot 9908", start=24, end=34, kind="flight", icao="RRR9908", operator="Royal Air Force"``

``row`` counts the transmissions from 0 and joins the tables; the columns behind it are those of
``callsigns parse --format csv --rows callsigns`` (or ``messages``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from callsigns.frames.build import record_arrays
from callsigns.frames.engine import need
from callsigns.frames.schema import SCHEMA_VERSION, VERSION_KEY, columns
from callsigns.records import Transmission

__all__ = ["callsigns_table", "messages_table"]

_NEEDED = ("line", "source", "time", "speaker", "role", "callsigns")


def callsigns_table(transmissions: Any) -> Any:
    """A ``pyarrow.Table`` with one row a call sign.

    ``transmissions``: a table or record batch of ``schema()`` (0.4 µs a line), or an iterable of ``Transmission``.
    """
    table = _table(transmissions, _NEEDED)
    rows, members = _members(table, "callsigns")
    operators = members.pop("operator")
    found = {**_places(table, rows), **members}
    named = {"operator": operators.field("name"), "operator_kind": operators.field("kind")}
    return _ordered(found | _masked(named, operators), after="ident", moved=tuple(named))


def messages_table(transmissions: Any) -> Any:
    """A ``pyarrow.Table`` with one row a message; ``callsign`` is the name of the aircraft instead of an index.

    ``transmissions``: a table or record batch of ``schema()``, or an iterable of ``Transmission``.
    """
    pc = need("pyarrow.compute", "arrow")
    table = _table(transmissions, (*_NEEDED, "messages"))
    rows, members = _members(table, "messages")
    calls = table.column("callsigns").combine_chunks()
    said = calls.flatten()
    names = pc.coalesce(said.field("match"), said.field("icao"), said.field("text"))
    before = pc.subtract(calls.offsets, calls.offsets[0])
    members["callsign"] = names.take(pc.add(before.take(rows), members["callsign"]))
    return _ordered({**_places(table, rows), **members})


def _table(transmissions: Any, names: Iterable[str]) -> Any:
    pa = need("pyarrow", "arrow")
    if isinstance(transmissions, pa.RecordBatch):
        return pa.Table.from_batches([transmissions]).select(list(names))
    if isinstance(transmissions, pa.Table):
        return transmissions.select(list(names))
    kept = [column for column in columns(Transmission) if column.name in set(names)]
    arrays = record_arrays(kept, list(transmissions))
    return pa.Table.from_arrays(arrays, [column.name for column in kept])


def _members(table: Any, name: str) -> tuple[Any, dict[str, Any]]:
    """The row of each member of a list column, and the members' fields."""
    pc = need("pyarrow.compute", "arrow")
    lists = table.column(name).combine_chunks()
    members = lists.flatten()
    fields = {field.name: members.field(i) for i, field in enumerate(members.type)}
    return pc.cast(pc.list_parent_indices(lists), "int64"), fields


def _places(table: Any, rows: Any) -> dict[str, Any]:
    pc = need("pyarrow.compute", "arrow")
    taken = {name: table.column(name).take(rows) for name in _NEEDED[:-1]}
    time = taken.pop("time")
    ends = {f"{end}_time": pc.struct_field(time, end) for end in ("start", "end")}
    return {"row": rows, "line": taken["line"], "source": taken["source"], **ends,
            "speaker": taken["speaker"], "role": taken["role"]}  # fmt: skip


def _masked(named: Mapping[str, Any], parent: Any) -> dict[str, Any]:
    """Children of a struct do not know where their parent is null."""
    pa, pc = need("pyarrow", "arrow"), need("pyarrow.compute", "arrow")
    return {name: pc.if_else(parent.is_valid(), child, pa.scalar(None, child.type)) for name, child in named.items()}


def _ordered(found: dict[str, Any], after: str = "", moved: tuple[str, ...] = ()) -> Any:
    pa = need("pyarrow", "arrow")
    names = [name for name in found if name not in moved]
    at = names.index(after) + 1 if after else len(names)
    names[at:at] = moved
    table = pa.table({name: found[name] for name in names})
    return table.replace_schema_metadata({VERSION_KEY: str(SCHEMA_VERSION)})
