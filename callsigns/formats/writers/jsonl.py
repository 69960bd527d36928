"""JSON Lines: one object a transmission, as the contract says.

``Transmission("Tower", line=1)`` -> ``{"text": "Tower", "line": 1, ...}``
"""

from __future__ import annotations

from callsigns.formats.record_json import to_json
from callsigns.formats.writers import Options, Writer
from callsigns.records import Transmission

__all__ = ["make"]


def _line(transmission: Transmission) -> str:
    return to_json(transmission) + "\n"


def _line_with_tokens(transmission: Transmission) -> str:
    return to_json(transmission, tokens=True) + "\n"


def make(options: Options) -> Writer:
    """A writer of JSON lines, with tokens when ``options.tokens``."""
    return Writer(_line_with_tokens if options.tokens else _line)
