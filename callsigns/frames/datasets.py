"""Hugging Face datasets: ``map`` over batches of Arrow, with nothing turned into Python objects on the way.

``parse(dataset, "text")`` -> ``dataset`` with ``role, aircraft, callsigns, ...``. Needs ``callsigns[datasets]``.
"""

from __future__ import annotations

from functools import partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from callsigns.frames.arrow import ROWS, parse_array
from callsigns.frames.engine import need
from callsigns.frames.read import added

if TYPE_CHECKING:
    from callsigns.parser import Parser
    from callsigns.traffic import Traffic

__all__ = ["parse"]


def parse(
    dataset: Any,
    column: str = "text",
    *,
    into: str | None = None,
    parser: Parser | None = None,
    traffic: Traffic | None = None,
    **options: Any,
) -> Any:
    """A ``Dataset`` (or ``IterableDataset``) with what was read from ``column`` behind its own columns.

    ``into=None`` adds the columns ``read.COLUMNS``; a name adds one column of that name that holds whole records.
    ``options`` go to ``Dataset.map`` (``num_proc=2``). Results are cached under a fingerprint that holds the version of
    this library, the grammar and the traffic.

    Raises:
        ValueError: ``dataset`` has a column of that name already.
        ImportError: datasets is missing.
    """
    need("datasets", "datasets")
    names = added(dataset.column_names or (), into)
    given = dataset.format["type"] if hasattr(dataset, "format") else None
    step = partial(
        _step, column=column, into=into, names=names, parser=parser, traffic=traffic, version=version("callsigns")
    )
    options = {"batch_size": ROWS, **options}
    return dataset.with_format("arrow").map(step, batched=True, **options).with_format(given)


def _step(
    table: Any,
    *,
    column: str,
    into: str | None,
    names: tuple[str, ...],
    parser: Parser | None,
    traffic: Traffic | None,
    version: str,
) -> Any:
    """One batch; ``version`` is there for the fingerprint only."""
    texts = table.column(column).combine_chunks()
    struct = parse_array(texts, parser, traffic=traffic)
    for name in names:
        table = table.append_column(name, struct if into is not None else struct.field(name))
    return table
