"""Arrow columns on disk: the schema is that of ``callsigns.frames.arrow``.

Unlike the other writers this one makes bytes and keeps a batch in memory; needs ``callsigns[arrow]``.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from callsigns.errors import CallsignsError
from callsigns.formats.writers import Options
from callsigns.records import Transmission

__all__ = ["write"]

_BATCH = 10_000


def write(transmissions: Iterable[Transmission], stream: BinaryIO, options: Options) -> None:
    """Write all transmissions into a binary stream.

    Raises:
        CallsignsError: pyarrow is missing; the message says what to install.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise CallsignsError("parquet needs pyarrow: pip install 'callsigns[arrow]'") from error
    from callsigns.frames import arrow

    schema = arrow.schema()
    rest = iter(transmissions)
    with parquet.ParquetWriter(stream, schema) as writer:
        while batch := list(islice(rest, _BATCH)):
            writer.write_table(arrow.table(batch))
