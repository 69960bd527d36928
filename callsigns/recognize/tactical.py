"""Call signs that no register assigns: a service and its serial, a tactical word and a number, vehicles.

"navy alpha foxtrot two zero one", "Mustang 99", "follow me three".

Source: FAA JO 7110.65 2-4-20 a.6 to a.10 (services; a pronounceable word and one to four digits).
"""

from __future__ import annotations

from callsigns.compiled import Compiled
from callsigns.line import Line
from callsigns.recognize.heard import Heard, operator_of
from callsigns.recognize.identity import Identity, IdentityReader
from callsigns.recognize.position import Positions

__all__ = ["TacticalReader"]


class TacticalReader:
    """Reads services, tactical words and vehicles for one grammar."""

    def __init__(self, compiled: Compiled, identities: IdentityReader, positions: Positions) -> None:
        self._compiled, self._identities, self._positions = compiled, identities, positions
        members = compiled.lexicon.members
        self._sign = frozenset(members("letter") + members("single"))
        self._known = frozenset(members("tactical") + members("make_caution"))

    def _name(self, line: Line, start: int) -> tuple[str, int]:
        end = line.name_end(start)
        return " ".join(line.words[start:end]), end

    def service(self, line: Line, start: int) -> Heard | None:
        """ "army one two three four five", "navy alpha foxtrot two zero one", "air force one"."""
        name, name_end = self._name(line, start)
        entry = self._compiled.services[name]
        letters = self._identities.letters(line, name_end, 3)
        at = letters.end if letters is not None else name_end
        number = self._identities.read(line, at, 5)
        if number is None:
            return None
        behind = self._identities.letters(line, number.end, 1) if letters is None else None
        ident = (letters.text if letters else "") + number.text + (behind.text if behind else "")
        end = behind.end if behind else number.end
        if entry.get("ordinary") and len(ident) < 2 and not self._positions.begins(line, start):
            return None
        designator = entry.get("designator")
        row = self._compiled.telephony.designated(designator) if designator else None
        icao = designator + ident if designator and len(ident) <= 4 else None
        return Heard(
            start, end, "flight" if icao else "tactical", icao, name.upper(), designator, ident,
            operator_of(row) if row else None, entry.get("country"),
        )  # fmt: skip

    def tactical(self, line: Line, start: int) -> Heard | None:
        """ "bronco seven one"; a word that means something else as well needs the place of a call sign."""
        name, name_end = self._name(line, start)
        identity = self._number(line, name_end)
        if identity is None:
            return None
        entry = self._compiled.tactical.get(name, {})
        begins = self._positions.begins(line, start)
        if not begins and not self._positions.ends(line, identity.end):
            if entry.get("ordinary") or line.classes[start] not in self._known:
                return None
        return Heard(start, identity.end, "tactical", None, name.upper(), None, identity.text, None, entry.get("country"))

    def _number(self, line: Line, at: int) -> Identity | None:
        identity = self._identities.read(line, at) if at < len(line.words) else None
        return identity if identity is not None and identity.text[-1:].isdigit() else None

    def vehicle(self, line: Line, start: int) -> Heard | None:
        """ "follow me three", "tug forty five"."""
        name, name_end = self._name(line, start)
        identity = self._identities.read(line, name_end, 3)
        if identity is None or not (self._positions.begins(line, start) or self._positions.ends(line, identity.end)):
            return None
        return Heard(start, identity.end, "vehicle", None, name.upper(), None, identity.text)
