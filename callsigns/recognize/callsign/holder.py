"""Who holds a telephony, and what else its words may be: a squadron's, the make of an aircraft.

>>> # lufthansa  ->  the row of DLH, no caution
>>> # eagle      ->  a row, and "high": squadrons are called so as well
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from callsigns.grammar.tables import Airline, spoken
from callsigns.recognize.heard import operator_of

__all__ = ["Holder"]


class Holder:
    """An operator by one of its names, laid out for what is asked at each of its call signs."""

    __slots__ = ("caution", "country", "designator", "gone", "mark", "operator", "row", "tactical", "telephony")

    def __init__(self, row: Airline, tactical: Mapping[str, Any] | None = None, name: str = "") -> None:
        """``tactical``: what squadrons do with the same word; ``name``: the word."""
        self.row, self.tactical = row, tactical
        self.designator, self.telephony, self.country = row.designator, row.telephony, row.country or None
        self.caution, self.operator = row.caution, operator_of(row)
        # It may be the make of an aircraft that many fly; no American airline has letters in its numbers.
        self.mark = row.is_everyday and (row.kind == "other" or row.caution == "high" or row.country == "United States")
        self.mark = self.mark or row.status == "historic"
        self.gone = row.status == "historic" and spoken(row.telephony) == name  # and nobody shortens another to it

    def flies_tactically(self, ident: str, abroad: Callable[[], bool]) -> bool:
        """ "viper one one": one or two figures behind a word of squadrons are no flight of its other holder.

        ``abroad``: whether the line says what nobody says in the United States.
        """
        entry = self.tactical or {}
        if entry.get("designator") or self._scheduled(entry, abroad) or self.row.kind == "military":
            return False
        return self.gone or (len(ident) < 3 and ident.isdigit())

    def _scheduled(self, entry: Mapping[str, Any], abroad: Callable[[], bool]) -> bool:
        """It flies every day, at least where the line is from."""
        where = entry.get("scheduled", False)
        return abroad() if where == "abroad" else bool(where)
