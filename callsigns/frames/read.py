"""Which columns parsing adds to a table that somebody has, the same in every engine.

``added(["id", "text"], None)`` -> ``role, aircraft, callsigns, spellings, facilities, messages``;
``added(["id", "text"], "said")`` -> ``said``

``line``, ``source``, ``time``, ``speaker`` and ``readback`` are not read from the words: a table keeps its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from callsigns.frames.engine import need
from callsigns.frames.schema import record_type
from callsigns.records import Transmission

__all__ = ["COLUMNS", "added", "added_fields"]

COLUMNS: Final = ("role", "aircraft", "callsigns", "spellings", "facilities", "messages")


def added(present: Collection[str], into: str | None) -> tuple[str, ...]:
    """The names of the columns to add: ``COLUMNS``, or one for the whole record.

    Raises:
        ValueError: a column of that name is there already.
    """
    names = COLUMNS if into is None else (into,)
    clash = [name for name in names if name in present]
    if clash:
        advice = "give into= a name that is free"
        raise ValueError(f"the table has a column named {', '.join(clash)} already: rename it, or {advice}")
    return names


def added_fields(present: Collection[str], into: str | None) -> Iterable[Any]:
    """The same as ``pyarrow.Field``."""
    kind = record_type(Transmission)
    names = added(present, into)
    return [need("pyarrow", "arrow").field(into, kind)] if into is not None else [kind.field(name) for name in names]
