"""Bare remainders of call signs: "roger, fifteen forty nine", "six lima delta hartford approach"."""

from __future__ import annotations

from callsigns.compiled import Compiled
from callsigns.line import Line

__all__ = ["PartialRecognizer"]


class PartialRecognizer:
    """Finds and claims partial call signs among the words that nothing else has claimed."""

    def __init__(self, compiled: Compiled) -> None:
        self._entity = compiled.lexicon.entity["callsign"]

    def recognize(self, line: Line) -> None:
        """Claim every partial call sign."""
