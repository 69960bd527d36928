"""Who speaks: pilot, controller, or not to be told from the text."""

from __future__ import annotations

from collections.abc import Sequence

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.messages import Said

__all__ = ["RoleFinder"]


class RoleFinder:
    """Decides the role for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled

    def role(self, line: Line, said: Sequence[Said]) -> str | None:
        """``pilot``, ``controller`` or ``None``."""
        return None

    def settle(self, line: Line, said: Sequence[Said], role: str | None) -> list[Said]:
        """The messages with the acts that this speaker performs with them."""
        return list(said)
