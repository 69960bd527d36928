"""Arrow columns on disk, by ``callsigns.frames.parquet``; unlike the other writers this one makes bytes.

Needs ``callsigns[arrow]``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from callsigns.errors import CallsignsError
from callsigns.formats.writers import Options
from callsigns.records import Transmission

__all__ = ["write"]


def write(transmissions: Iterable[Transmission], stream: BinaryIO, options: Options) -> None:
    """Write all transmissions into a binary stream, with rows as ``options.rows`` asks.

    Raises:
        CallsignsError: pyarrow is missing; the message says what to install.
    """
    from callsigns.frames.parquet import write_parquet

    try:
        write_parquet(stream, transmissions, rows=options.rows)
    except ImportError as error:
        raise CallsignsError(f"parquet: {error}") from error
