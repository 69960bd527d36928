"""Groups of a written weather report or forecast: they are read out as words, and nothing in one is a flight.

>>> # EGLL 24008KT 9999 SCT021 BKN035CB 11/08  ->  9999, SCT021 and so on are words that nobody knows
>>> # scattered two thousand one hundred       stays as it is

What the groups look like is data (``grammars/notes.toml``). Source: WMO No. 306, FM 15 and FM 51; FAA AIM 7-1-28.
"""

from __future__ import annotations

from callsigns.forms.compiled import Compiled
from callsigns.grammar import shipped_table
from callsigns.grammar.expressions import searchable
from callsigns.line import Line

__all__ = ["WeatherGroups"]


class WeatherGroups:
    """Passes over them for one grammar."""

    def __init__(self, compiled: Compiled) -> None:
        table = shipped_table("notes.toml")["weather"]
        # White space is found sooner than that there is none; so one blank more stands before the text.
        self._told = searchable(rf"\s(?=[A-Z0-9]){_alone(table['told_by'])}")
        self._group = searchable(rf"(?<!\S){_alone((*table['told_by'], *table['beside']))}")
        self._unknown = compiled.lexicon.words.shapes["unknown"]

    def pass_over(self, line: Line) -> None:
        """Make each a word that nobody knows, where one tells that the line is a report."""
        if self._told.search(f" {line.text}") is None:
            return
        line.pass_over([line.between(*group.span()) for group in self._group.finditer(line.text)], self._unknown)


def _alone(shapes: tuple[str, ...] | list[str]) -> str:
    """Any of the shapes, up to white space."""
    return rf"(?:{'|'.join(shapes)})(?=[\s,;.=]|$)"
