"""How a call sign or a station is used: who speaks, who is spoken to, who is only mentioned."""

from __future__ import annotations

from callsigns.compiled import Compiled
from callsigns.line import Line

__all__ = ["UseFinder"]


class UseFinder:
    """Decides uses for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    def uses(self, line: Line, role: str | None) -> dict[int, str | None]:
        """First word of a call sign or station -> its use."""
        return {}
